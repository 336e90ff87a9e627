"""Columns of claims as a ledger: read as the document that they make up, as strictly as any document."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from troopmoves.claims.entry import Entry
from troopmoves.errors import ConventionError, DocumentError
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.fault import Faults, near
from troopmoves.formats.document.migration import VERSION
from troopmoves.formats.document.tree import to_ledger, to_tree
from troopmoves.formats.tables.assembly import Assembly, place_of
from troopmoves.formats.tables.column import Cell, Part
from troopmoves.formats.tables.derived import derived
from troopmoves.formats.tables.layout import CLAIMS, DERIVED
from troopmoves.formats.tables.row import plain
from troopmoves.formats.tables.writing import head_of
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.headcount import DEFAULT_CONVENTION, Convention, convention

_NEEDED: Final = ("claim", "verb")


def check_names(names: Sequence[str]) -> None:
    """Raise unless a table has the columns that claims need, and no others.

    Raises:
        DocumentError: With every column that is missing, unknown or there twice.
    """
    faults = Faults()
    for name in _NEEDED:
        if name not in names:
            faults.add(f"column {name}", None, "this column is needed")
    for name in dict.fromkeys(names):
        if name not in CLAIMS:
            way_out = near(name, CLAIMS, "leave it out of the table")
            faults.add(f"column {name}", name, "no such column here", way_out)
        elif names.count(name) > 1:
            faults.add(f"column {name}", name, "this column stands twice", "leave one of the two")
    faults.tell("table")


def definitions_of(ledger: Ledger) -> dict[str, Plain]:
    """Return what the rows of a table may refer to, taken from a ledger."""
    return head_of(to_tree(ledger))


def ledger_of(columns: Mapping[str, Sequence[Cell]], head: Mapping[str, Plain] | None) -> Ledger:
    """Return the ledger that columns of claims stand for.

    Args:
        columns: The cells of the columns that the table has, all of one length.
        head: What the rows refer to, as a document without claims.

    Raises:
        DocumentError: With every problem, each with its row and column.
    """
    check_names(list(columns))
    assembly = Assembly(head or {"troopmoves": VERSION})
    for row, cells in enumerate(_by_key(columns)):
        assembly.add(row, cells)
    document = assembly.document(columns)
    try:
        ledger = to_ledger(document.tree)
    except DocumentError as error:
        raise DocumentError("table", map(document.told, error.problems)) from error.__cause__
    _check_derived(columns, ledger)
    return ledger


def _by_key(columns: Mapping[str, Sequence[Cell]]) -> Iterable[dict[str, Cell]]:
    """Yield each row by the keys of a document, without the cells that say nothing."""
    chosen = {CLAIMS[name].key: cells for name, cells in columns.items() if CLAIMS[name].part is Part.STATED}
    if "nation" not in columns and "iso3" in columns:
        chosen["who.nation"] = columns["iso3"]
    if "dates" not in columns:
        chosen["when.is"] = _windows(columns)
    filled = {key: cells for key, cells in chosen.items() if any(cell is not None for cell in cells)}
    for row in range(len(columns[_NEEDED[0]])):
        yield {key: cells[row] for key, cells in filled.items() if cells[row] is not None}


def _windows(columns: Mapping[str, Sequence[Cell]]) -> list[Cell]:
    """Return windows in EDTF from their first and last days."""
    nothing: list[Cell] = [None] * len(columns[_NEEDED[0]])
    days = zip(columns.get("earliest", nothing), columns.get("latest", nothing), strict=True)
    return [f"{first or '..'}/{last or '..'}" if first or last else None for first, last in days]


def _check_derived(columns: Mapping[str, Sequence[Cell]], ledger: Ledger) -> None:
    """Raise where a column says something else than follows from the claim."""
    present = [name for name in DERIVED if name in columns]
    by = columns.get("convention", [None] * len(columns[_NEEDED[0]]))
    faults = Faults()
    for row, name in enumerate(columns[_NEEDED[0]]):
        expected = _expected(ledger.entry(str(name)), by[row])
        for column in present:
            got = columns[column][row]
            if got != expected.get(column, got):
                rule = f"from the claim follows {plain(expected[column])!r}"
                change = _FOLLOWS_FROM.get(column, "'count'")
                faults.add(place_of(row, column), plain(got), rule, f"change {change}, or drop this column")
    faults.tell("table")


def _expected(entry: Entry, name: Cell) -> dict[str, Cell]:
    """Return what follows from a claim under the convention that its row names."""
    by = _named(str(name))
    cells = {**dict.fromkeys(DERIVED), **derived(entry, by or convention(DEFAULT_CONVENTION))}
    if name is None:
        cells |= {"low": None, "high": None, "convention": None}
    elif by is None:  # a convention of the user's own: what it makes of words is not known here
        del cells["low"], cells["high"], cells["convention"]
    return cells


@functools.lru_cache(maxsize=64)
def _named(name: str) -> Convention | None:
    try:
        return convention(name)
    except ConventionError:
        return None


_FOLLOWS_FROM: Final = MappingProxyType(
    {
        "iso3": "'nation' or 'unit'",
        "earliest": "'dates'",
        "latest": "'dates'",
        "public": "'said_public' or 'published'",
        "low": "'count', name the convention in 'convention'",
        "high": "'count', name the convention in 'convention'",
    }
)
"""What to change where a derived column says something else; `count` where nothing stands here."""
