"""What a command shows, before it is laid out: rows of plain values, and how their cells are worded.

A `View` holds its data once. JSON prints the data; tables and Markdown print the sections, whose rows are
lists inside of that data and whose columns make each cell from one row. So the three cannot drift apart.

To add a view: a function in `troopmoves.cli.shown` that returns one. To add an output format: one function in
`troopmoves.cli.layout` and its word in `Format`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeAlias, final

import attrs

Row: TypeAlias = Mapping[str, Any]
"""One row of plain values, as `to_rows` of the library gives them."""

NO_STYLES: Final[Mapping[str, str]] = MappingProxyType({})


@final
@attrs.frozen
class Column:
    """One column of a table."""

    heading: str
    """What stands above it."""
    cell: Callable[[Row], str]
    """What a row says in it."""
    right: bool = attrs.field(default=False, kw_only=True)
    """Whether it stands at the right, as figures do."""
    whole: bool = attrs.field(default=False, kw_only=True)
    """Whether its cells are never broken, as figures and days are not."""
    styles: Mapping[str, str] = attrs.field(default=NO_STYLES, kw_only=True)
    """The styles of cells on a terminal, by how they begin."""


@final
@attrs.frozen(kw_only=True)
class Section:
    """One table of a view, with what stands above and below it."""

    heading: str = ""
    """What it is about."""
    style: str = ""
    """How the heading looks on a terminal."""
    rows: Sequence[Row]
    """Its rows; a list inside of the data of the view."""
    columns: tuple[Column, ...]
    """Its columns."""
    empty: str = ""
    """What is said instead of a table without rows."""
    notes: tuple[str, ...] = ()
    """What stands below it."""


@final
@attrs.frozen(kw_only=True)
class View:
    """Everything that a command shows."""

    heading: str
    """What it is."""
    notes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Labelled lines above the tables."""
    sections: tuple[Section, ...] = ()
    """The tables."""
    after: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Labelled lines below the tables."""
    data: Mapping[str, object]
    """The same as plain values."""


def text_of(key: str) -> Callable[[Row], str]:
    """Return what makes a cell of one value; nothing of None.

    >>> text_of("who")({"who": "CAN"}), text_of("gap")({"gap": None})
    ('CAN', '')
    """
    return lambda row: "" if row[key] is None else str(row[key])


def list_of(key: str) -> Callable[[Row], str]:
    """Return what makes a cell of a list of words.

    >>> list_of("because")({"because": ["can-iraq", "can-kuwait"]})
    'can-iraq, can-kuwait'
    """
    return lambda row: ", ".join(map(str, row[key]))
