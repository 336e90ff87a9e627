"""What a mapping says: how the columns of a table become claims.

`read.py` makes these records of YAML, JSON or plain Python values; every entity in them is already found. The
parts that table, columns and cases have in common are in `part.py`.

To add a setting of a column, a case, the file or the reports: one field here, a line in `read.py` or
`setting.py` if its class alone does not tell how it is read, its use in `plan.py`, `source.py` or `rows.py`,
one row in docs/reference/mapping.md, one test.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import final

import attrs

from troopmoves.claims.axis import Basis, Holds, Progress, Reliability
from troopmoves.claims.claim import Claim
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import DefinitePlace
from troopmoves.entities.unit import Unit
from troopmoves.formats.mapping.part import (
    ANYONE,
    EMPTY,
    UNSAID,
    Dates,
    Listed,
    Lookup,
    Measure,
    Numbers,
    Where,
    Who,
    Window,
)
from troopmoves.formats.mapping.spelling import folded
from troopmoves.formats.mapping.template import Template


@final
@attrs.frozen(kw_only=True)
class Count:
    """A column that says how many."""

    column: str
    """Its heading; `*` in it stands for any letters."""
    measure: Measure | Lookup = Basis.PRESENT
    """What its figures measure."""
    progress: Progress = Progress.COMPLETED
    """How far a change has got."""
    who: Who = ANYONE
    """What differs from the table's."""
    where: Where | None = None
    """What differs from the table's."""
    when: Window | None = None
    """What differs from the table's."""
    numbers: Numbers = UNSAID
    """What differs from the table's."""
    listed: Listed | None = None
    """How a list in the cell is written, if it holds one."""
    says: str = ""
    """How many, in the notation, where the cell itself does not say it."""


@final
@attrs.frozen(kw_only=True)
class Condition:
    """What a column may hold; one of the words is enough, and case counts for nothing."""

    column: str
    """The column."""
    equals: tuple[str, ...] = ()
    """It holds one of these."""
    begins: tuple[str, ...] = ()
    """It begins with one of these."""
    ends: tuple[str, ...] = ()
    """It ends with one of these."""
    contains: tuple[str, ...] = ()
    """One of these is in it."""

    def holds(self, text: str) -> bool:
        """Return whether a cell is such a one."""
        held = folded(text)
        return (
            any(held == folded(word) for word in self.equals)
            or any(held.startswith(folded(word)) for word in self.begins)
            or any(held.endswith(folded(word)) for word in self.ends)
            or any(folded(word) in held for word in self.contains)
        )


@final
@attrs.frozen(kw_only=True)
class Case:
    """What is different in rows where some columns hold something."""

    tests: tuple[Condition, ...]
    """What they hold, all of them."""
    skip: str = ""
    """Why such a row makes no claim."""
    who: Who = ANYONE
    """Whose people it counts."""
    where: Where | None = None
    """Where they are."""
    when: Window | None = None
    """When."""
    numbers: Numbers = UNSAID
    """How its cells say how many."""


@final
@attrs.frozen(kw_only=True)
class Sheet:
    """How the file is written."""

    encoding: str = "utf-8"
    """How its bytes stand for letters; a byte order mark is read over."""
    delimiter: str = ","
    """What stands between cells."""
    skip: int = 0
    """How many rows stand before the headings."""
    columns: tuple[str, ...] = ()
    """The headings, where the file has none."""


@final
@attrs.frozen(kw_only=True)
class Source:
    """The reports that the claims stand in: one for each id that the pattern makes of the rows."""

    id: Template
    """The id, perhaps with columns in braces."""
    publisher: str = ""
    """Who published it."""
    title: Template = EMPTY
    """What it is called, perhaps with columns of the id in braces."""
    published: date | Dates | None = None
    """The day."""
    url: str = ""
    """Where it can be read."""
    reliability: Reliability | None = None
    """The Admiralty letter."""
    note: str = ""
    """The tracker's own words."""


@final
@attrs.frozen(kw_only=True)
class TableMapping:
    """How the rows of a table become claims."""

    report: Source
    """The reports that the claims stand in."""
    counts: tuple[Count, ...]
    """The columns that say how many."""
    who: Who = ANYONE
    """Whose people the table counts."""
    where: Where | None = None
    """Where they are."""
    when: Window | None = None
    """When."""
    title: str = ""
    """What the ledger is called."""
    csv: Sheet = Sheet()
    """How the file is written."""
    marks: tuple[Template, ...] = ()
    """Footnote marks at the end of cells."""
    numbers: Numbers = UNSAID
    """How cells say how many."""
    cases: tuple[Case, ...] = ()
    """What is different in some rows; where several fit, the later ones win."""
    holds: Holds = Holds.SOMETIME
    """Whether a level holds on some day of its window or on every day."""
    note: Template = EMPTY
    """What to note beside each claim, perhaps with columns in braces."""
    fill: tuple[str, ...] = ()
    """Columns in which an empty cell says what the one above it says, the widest group first."""
    claims: tuple[Claim, ...] = ()
    """What is printed beside the table."""
    places: tuple[DefinitePlace, ...] = ()
    """Places that the mapping defines."""
    organisations: tuple[Organisation, ...] = ()
    """Organisations that it defines."""
    operations: tuple[Operation, ...] = ()
    """Operations that it defines."""
    units: tuple[Unit, ...] = ()
    """Units that it defines."""
    aliases: Mapping[str, str] = attrs.Factory(dict)
    """Spellings of nations' names, each with the code."""
