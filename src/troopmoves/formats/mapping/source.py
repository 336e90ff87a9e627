"""Rows of a table, from a CSV file or from rows that are in memory already.

A file is read row by row, never as a whole. Rows are counted as spreadsheets count them: the first row of the
file is row 1, headings and blank lines included. Rows from memory have no headings and begin at 1.

To read another kind of file: one function that yields `Row`s, its suffix in `open_table`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import chain
from numbers import Integral, Real
from os import PathLike
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias, final

import attrs

from troopmoves.errors import DocumentError, Problem
from troopmoves.formats.csvrows import csv_rows
from troopmoves.formats.mapping.spec import Sheet

TableRows: TypeAlias = Iterable[Mapping[str, object]]
"""Rows in memory: the cells by column."""


class Row(NamedTuple):
    """One row of a table."""

    number: int
    """Which row it is."""
    cells: Sequence[str]
    """Its cells, in the order of the columns."""
    fault: str = ""
    """What is wrong with it as a whole."""
    way_out: str = ""
    """What to do about it."""


@final
@attrs.frozen
class Table:
    """A table that is being read."""

    name: str
    """What it is called."""
    columns: tuple[str, ...]
    """Its headings."""
    rows: Iterator[Row]
    """Its rows, to be gone through once."""


def open_table(source: str | PathLike[str] | TableRows, sheet: Sheet) -> Table:
    """Return a table from a file, or from rows in memory.

    Raises:
        DocumentError: If there is no row of headings, or the file is none that the mapping describes.
        OSError: If the file cannot be read.
    """
    if isinstance(source, str | PathLike):
        path = Path(source)
        records = _records(path, sheet)
        columns = sheet.columns or _headings(path.name, records)
        headings = tuple(" ".join(heading.split()) for heading in columns)
        return Table(path.name, headings, (_fitted(number, cells, headings) for number, cells in records))
    rows = iter(source)
    first = next(rows, None)
    if first is None:
        raise _broken("rows", "rows", "", "there are no rows, so no columns either", "give one at least")
    _check_mapping(first)
    headings = tuple(first)
    return Table("rows", headings, _plain_rows(chain([first], rows), headings))


def _check_mapping(row: object) -> None:
    """Raise if what should be a row is a heading or a column, as in dataframes."""
    if not isinstance(row, Mapping):
        way_out = "call to_dict('records') of pandas, to_dicts() of polars, to_pylist() of pyarrow"
        raise _broken("rows", "rows[0]", row, "a row in memory is a mapping of columns to cells", way_out)


def _headings(name: str, records: Iterator[tuple[int, list[str]]]) -> tuple[str, ...]:
    for _, cells in records:
        return tuple(cells)
    raise _broken(name, "csv", "", "there is no row of headings", "look at 'csv.skip'")


def _records(path: Path, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a file that hold anything, with their numbers."""
    encoding = "utf-8-sig" if sheet.encoding.lower() in _UTF_8 else sheet.encoding
    number = 0
    try:
        with path.open(newline="", encoding=encoding) as stream:
            rows = csv_rows(stream, delimiter=sheet.delimiter)
            for number, (_, cells) in enumerate(rows, start=1):
                if cells and number > sheet.skip:
                    yield number, cells
    except UnicodeDecodeError as error:
        got = error.object[error.start : error.start + 8]
        raise _broken(path.name, f"after row {number}", got, f"no {sheet.encoding}", _ENCODING) from None
    except UnicodeError as error:
        raise _broken(path.name, "csv.encoding", str(error), f"no {sheet.encoding}", _ENCODING) from None
    except csv.Error as error:
        rule = f"no CSV as the mapping describes it: {error}"
        raise _broken(path.name, f"after row {number}", "", rule, _QUOTES) from None


_ENCODING: Final = "name the one that it is in as 'csv.encoding'"
_QUOTES: Final = "look for a quote that is not closed, or at 'csv.delimiter'"
_UTF_8: Final = frozenset({"utf-8", "utf8"})


def _broken(name: str, path: str, got: object, rule: str, way_out: str) -> DocumentError:
    return DocumentError(name, [Problem(path=path, got=got, rule=rule, way_out=way_out)])


def _fitted(number: int, cells: list[str], headings: tuple[str, ...]) -> Row:
    if len(cells) == len(headings):
        return Row(number, cells)
    number_of_cells = f"{len(cells)} {'cell' if len(cells) == 1 else 'cells'}"
    return Row(number, cells, f"{number_of_cells} under {len(headings)} headings", _RAGGED)


_RAGGED: Final = "look for a delimiter that is not in quotes, or name all headings under 'csv.columns'"


def _plain_rows(rows: Iterable[Mapping[str, object]], headings: tuple[str, ...]) -> Iterator[Row]:
    for number, row in enumerate(rows, start=1):
        if row.keys() != set(headings):
            yield Row(number, (), f"{len(row)} cells, not those of the first row")
            continue
        cells = [_text(row[heading]) for heading in headings]
        strangers = [heading for heading, cell in zip(headings, cells, strict=True) if cell is None]
        yield Row(
            number,
            [cell or "" for cell in cells],
            f"neither text, a number nor a day in {strangers[0]!r}" if strangers else "",
        )


def _text(value: object) -> str | None:
    """Return a cell as text; None where it is neither text, a number nor a day."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, date):
        return _day(value)
    return None if isinstance(value, bool) or not isinstance(value, Real) else _number(value)


def _number(value: Real) -> str:
    if isinstance(value, Integral):
        return str(int(value))
    number = float(value)
    if number != number:  # noqa: PLR0124 (a missing number of dataframes)
        return ""
    # Dataframes hold whole numbers as floats where some are missing.
    return str(int(number)) if number.is_integer() else str(number)


def _day(value: date) -> str:
    """Return a day as ISO 8601 writes it, with the time where one is given."""
    if value != value:  # noqa: PLR0124 (a missing time of pandas)
        return ""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat()
