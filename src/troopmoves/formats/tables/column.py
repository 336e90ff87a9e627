"""What a column of a table is: its name, what its cells hold, and what becomes of them when they are read.

The columns themselves stand in `layout.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeAlias, final

import attrs

from troopmoves.formats.document.codec import Plain

Cell: TypeAlias = str | int | float | bool | date | Sequence[str] | None
"""What a cell holds; None where there is nothing to say."""


@final
class Sort(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    """A text."""
    WHOLE = "whole number"
    """A whole number."""
    NUMBER = "number"
    """A number with a fraction."""
    FLAG = "true or false"
    """A flag."""
    DAY = "day"
    """A day."""
    TEXTS = "list of texts"
    """Several texts."""


@final
class Part(StrEnum):
    """What becomes of a column when a table is read."""

    STATED = "stated"
    """What the claim says; read back."""
    DERIVED = "derived"
    """What follows from it by rules that never change; checked when it is read."""
    SHOWN = "shown"
    """What is looked up for those who read the table; passed over."""


@final
@attrs.frozen(kw_only=True)
class Column:
    """One column."""

    name: str
    """Its name."""
    sort: Sort = Sort.TEXT
    """What its cells hold."""
    also: tuple[Sort, ...] = ()
    """What they may hold too when they are read."""
    nullable: bool = True
    """Whether a cell may be null."""
    part: Part = Part.SHOWN
    """What becomes of it when the table is read."""
    key: str = ""
    """The key of a document that holds the same; of a report where it begins with `report.`."""
    meaning: str
    """What it means."""


@final
class Kind(StrEnum):
    """What the rows of a table are."""

    CLAIMS = "claims"
    """One row for each claim of a ledger."""
    HOLDINGS = "holdings"
    """One row for each force and place of a state."""
    COMPARISON = "comparison"
    """One row for each force and place of two states."""


@final
@attrs.frozen(kw_only=True)
class Rows:
    """A table before it takes the form of Arrow or CSV."""

    kind: Kind
    """What the rows are."""
    columns: Mapping[str, Sequence[Cell]]
    """The cells of each column, in the order of the layout."""
    head: Mapping[str, Plain] = attrs.Factory(dict)
    """What the claims refer to: a document without claims; empty unless the rows are claims."""


def named(key: str) -> str:
    """Return the part of a key before its first dot.

    >>> named("said.by"), named("where")
    ('said', 'where')
    """
    return key.partition(".")[0]
