"""Tables as CSV: RFC 4180, UTF-8, and safe to open in a spreadsheet.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, which is taken away again when
it is read here. What the rows refer to has no place in CSV and is lost; see `LOSSES`.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from troopmoves.errors import TimingError
from troopmoves.formats.csvrows import csv_rows
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.fault import Faults, fault
from troopmoves.formats.loss import Accept, Export, Losses, checked
from troopmoves.formats.tables.assembly import place_of
from troopmoves.formats.tables.column import Cell, Part, Sort
from troopmoves.formats.tables.layout import CLAIMS
from troopmoves.formats.tables.reading import check_names, definitions_of, ledger_of
from troopmoves.formats.tables.writing import rows_of
from troopmoves.ledger.comparison import Comparison
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState
from troopmoves.quantity.headcount import Convention
from troopmoves.timing.when import day_of

LOSSES: Final[Losses] = MappingProxyType(
    {
        "title": "no column holds the title of the ledger",
        "places": "rows name places by id; what stands behind an id has no column",
        "organisations": "rows name organisations by id only",
        "operations": "rows name operations by id only",
        "units": "rows name units by id only",
        "aliases": "rows name nations by code, and other spellings have no column",
        "notes": "notes are no claims, and only claims have rows",
        "reports": "a report without claims has no row",
    }
)
"""What CSV may lose of a ledger; of a state or comparison it loses nothing."""


def to_csv(
    what: Ledger | DeploymentState | Comparison,
    *,
    convention: str | Convention | None = None,
    accept: Accept = (),
) -> Export[str]:
    r"""Return claims, holdings or a comparison as the text of a CSV file.

    >>> from troopmoves.claims.verb import present
    >>> export = to_csv(Ledger([present("FRA", "IRQ", "about 200", when="2020-01-07", id="fra")]))
    >>> export.content.splitlines()[1][:20]
    'fra,,present,FRA in '

    Args:
        what: A ledger for its claims, a state for its holdings, or a comparison.
        convention: By what the words of a ledger are read as figures; press/1 unless said otherwise.
        accept: What may be lost; see the table of losses.

    Raises:
        LossError: If something would be lost that is not accepted.
        AcceptError: If something is accepted that is never lost.
        AssumptionError: If a convention is named for a state or comparison, which has one already.
        DocumentError: If a text in a ledger is none that UTF-8 can hold.
    """
    rows = rows_of(what, convention)
    losses = checked("CSV", LOSSES, _lost(rows.head), accept)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)  # as RFC 4180 says: commas, double quotes, CR LF
    writer.writerow(rows.columns)
    writer.writerows(map(_written, row) for row in zip(*rows.columns.values(), strict=True))
    return Export(content=stream.getvalue(), text=stream.getvalue(), losses=losses)


def from_csv(text: str, *, definitions: Ledger | None = None) -> Ledger:
    """Return the ledger whose claims a CSV text holds, an empty cell saying nothing.

    Args:
        text: The text, with the names of the columns in its first line.
        definitions: Where to find the places, operations, units and the like that the rows refer to.

    Raises:
        DocumentError: With every problem, each with its row and column.
    """
    head = None if definitions is None else definitions_of(definitions)
    names, *rows = _parsed(text) or [[]]
    check_names(names)
    _check_widths(rows, len(names))
    faults = Faults()
    columns = {
        name: _cells(name, cells, faults)
        for name, cells in zip(names, zip(*rows, strict=True) if rows else [()] * len(names), strict=True)
        if CLAIMS[name].part is not Part.SHOWN
    }
    faults.tell("table")
    return ledger_of(columns, head)


def _lost(head: Mapping[str, Plain]) -> Iterable[tuple[str, str]]:
    for what in LOSSES:
        part = head.get(what)
        reports = part if what == "reports" and isinstance(part, list) else []
        if part and (what != "reports" or any(isinstance(one, dict) and "claims" in one for one in reports)):
            yield what, ""


# The signs by which spreadsheets know a formula (OWASP, CSV injection), full-width ones among them.
_FORMULA: Final = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_ESCAPED: Final = re.compile("'['=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def _written(cell: Cell) -> str:
    """Return a cell as CSV holds it; what is no text cannot be a formula."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case date():
            return cell.isoformat()
        case str():
            return f"'{cell}" if _FORMULA.match(cell) or _ESCAPED.match(cell) else cell
        case int() | float():
            return repr(cell)
        case _:
            return json.dumps(list(cell), ensure_ascii=False)


def _unescaped(cell: str) -> str:
    return cell[1:] if _ESCAPED.match(cell) else cell


def _check_widths(rows: list[list[str]], width: int) -> None:
    faults = Faults()
    for number, row in enumerate(rows):
        if len(row) != width:
            faults.add(f"row {number + 1}", len(row), f"every row has {width} cells, as the first line has")
    faults.tell("table")


def _cells(name: str, texts: Sequence[str], faults: Faults) -> list[Cell]:
    """Return the cells of a column; what is wrong with one is told among the faults."""
    sort = CLAIMS[name].sort
    if sort is Sort.TEXT:
        return [_unescaped(text) or None for text in texts]
    cells: list[Cell] = [None] * len(texts)
    for row, text in enumerate(texts):
        if text:
            with faults.at(place_of(row, name)):
                cells[row] = _READERS[sort](text)
    return cells


def _parsed(text: str) -> list[list[str]]:
    rows: list[tuple[int, list[str]]] = []
    try:
        rows.extend(csv_rows(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    except csv.Error as error:
        step = f"line {rows[-1][0] + 1 if rows else 1}"
        raise fault(str(error), "this is no CSV as RFC 4180 has it", step=step) from None
    return [cells for _, cells in rows if cells]


def _whole(cell: str) -> Cell:
    if _WHOLE.fullmatch(cell) is None:
        raise fault(cell, "here stands a whole number", "write it in digits, without separators")
    return int(cell)


# As many digits as fit into the whole numbers of Arrow.
_WHOLE: Final = re.compile("-?[0-9]{1,19}")


def _flag(cell: str) -> Cell:
    if cell not in {"true", "false"}:
        raise fault(cell, "here stands true or false")
    return cell == "true"


def _day(cell: str) -> Cell:
    try:
        return day_of(cell)
    except TimingError as error:
        raise fault(cell, error.rule, error.way_out) from None


_READERS: Final[Mapping[Sort, Callable[[str], Cell]]] = MappingProxyType(
    {Sort.WHOLE: _whole, Sort.FLAG: _flag, Sort.DAY: _day}
)
