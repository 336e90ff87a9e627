"""Tables to ledgers: a table, a mapping, and what became of each row."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike

from troopmoves.formats.document.fault import Faults, near
from troopmoves.formats.mapping.columns import used_columns
from troopmoves.formats.mapping.read import read_mapping
from troopmoves.formats.mapping.report import Imported, ImportReport, Remark
from troopmoves.formats.mapping.rows import RowReader
from troopmoves.formats.mapping.source import Table, TableRows, open_table
from troopmoves.formats.mapping.spec import TableMapping
from troopmoves.ledger.ledger import Ledger


def import_table(
    source: str | PathLike[str] | TableRows,
    mapping: TableMapping | Mapping[str, object] | str | PathLike[str],
) -> Imported:
    """Return a table as a ledger, with what became of each row.

    Args:
        source: The path of a CSV file, or rows in memory: the cells by column.
        mapping: What the columns mean: a mapping, its plain values, or the path of a document that holds it.

    >>> rows = [{"nation": "Austria", "troops": "487"}, {"nation": "", "troops": "252"}]
    >>> mapping = {
    ...     "mapping": 1,
    ...     "report": {"id": "kfor-2017-02", "publisher": "NATO"},
    ...     "who": {"nation": {"column": "nation"}},
    ...     "where": "XKX",
    ...     "when": "2017-02",
    ...     "counts": {"troops": {}},
    ... }
    >>> imported = import_table(rows, mapping)
    >>> print(imported.ledger.reports[0].claims[0])
    kfor-2017-02-row-1: 487 AUT in Kosovo, Feb 2017
    >>> print(imported.report.remarks[0])
    row 2, nation: got ''; there is no name of a nation; say what an empty cell means under 'values'

    Raises:
        DocumentError: If the mapping or the file cannot be read, or columns that it names are missing.
        OSError: If a file cannot be read.
    """
    spec = mapping if isinstance(mapping, TableMapping) else read_mapping(mapping)
    table = open_table(source, spec.csv)
    _check_columns(spec, table)
    reader = RowReader(spec, table.columns)
    rows = made = 0
    claimed: set[int] = set()
    remarks: list[Remark] = []
    for row in table.rows:
        rows += 1
        claims, told = reader.read(row)
        made += claims
        if claims:
            claimed.add(row.number)
        remarks += told
    used = used_columns(spec, table.columns)
    report = ImportReport(
        table=table.name,
        rows=rows,
        claims=made,
        claimed=frozenset(claimed),
        remarks=tuple(remarks),
        unused=tuple(column for column in table.columns if column not in used),
    )
    return Imported(_ledger(spec, reader), report)


def _ledger(spec: TableMapping, reader: RowReader) -> Ledger:
    return Ledger(
        reader.reports(),
        title=spec.title,
        places=spec.places,
        organisations=spec.organisations,
        operations=spec.operations,
        units=spec.units,
    )


def _check_columns(spec: TableMapping, table: Table) -> None:
    """Raise if the mapping speaks of columns that the table has not, or has twice."""
    faults = Faults()
    for column, path in used_columns(spec, table.columns).items():
        times = table.columns.count(column)
        if times == 0:
            faults.add(path, column, "the table has no such column", near(column, table.columns))
        elif times > 1:
            faults.add(
                path,
                column,
                "the table has this column twice",
                "name all headings under 'csv.columns', and 'skip' those of the file",
            )
    faults.tell(table.name)
