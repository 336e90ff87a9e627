"""The parts of a mapping: from which columns people, places, days and numbers are read, and how.

Columns and cases have the same parts as the table as a whole. A part that is None is not said there, and is
left to the table. The mapping itself is in `spec.py`.

To add a setting: one field here, what reads it in `read.py` or `setting.py`, its use in `cell.py`, `dates.py`
or `names.py`, one row in docs/reference/mapping.md, one test.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, TypeAlias, final

import attrs

from troopmoves.claims.axis import Basis, PostureKind
from troopmoves.entities.force import OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import DefinitePlace, Place
from troopmoves.entities.scope import Personnel, Setting, Tasking, Tenure
from troopmoves.entities.unit import Unit
from troopmoves.formats.mapping.template import Template
from troopmoves.timing.when import When

HEADING: Final = "*"
"""The name of a column that is in every table: the heading of the column that is being read."""

ITEM: Final = "{name}"
"""The name of another one: the name in the item of a list that is being read."""

EMPTY: Final = Template("")
"""The pattern of no text."""

Measure: TypeAlias = Basis | PostureKind
"""What a figure measures: a level by its basis, or a change by its kind."""


@final
class Whose(StrEnum):
    """Whose people a row counts, where it is no single named nation."""

    ALL = "all"
    """Those of all nations together: the row or column is a total."""
    UNNAMED = "unnamed"
    """Those of some nation that is not named: the total is at least as many."""


@final
class Zero(StrEnum):
    """What a 0 in a cell says."""

    ZERO = "zero"
    """That nobody is there."""
    MISSING = "missing"
    """That nothing is reported."""


@final
class ListOf(StrEnum):
    """What the names of a list in a cell are."""

    NATIONS = "nations"
    """Nations that send forces."""
    PLACES = "places"
    """Places where forces are."""


@final
class End(StrEnum):
    """Which day of a month or year is meant."""

    FIRST = "first"
    """Its first day."""
    LAST = "last"
    """Its last day."""


@final
@attrs.frozen
class Skip:
    """A cell or row that makes no claim on purpose; it stands in the report."""

    reason: str
    """Why."""


@final
@attrs.frozen(kw_only=True)
class Lookup:
    """What is taken from a column: the first one named that is not empty."""

    columns: tuple[str, ...]
    """The columns, the first choice first."""
    values: Mapping[str, Any] = attrs.Factory(dict)
    """What some cells of any of the columns mean, by their folded text; this goes before anything else."""


@final
@attrs.frozen(kw_only=True)
class Missions:
    """Operations named in a column."""

    found: Lookup
    """Where the name stands."""
    lead: Nation | Organisation | Lookup | None = None
    """Who leads them."""


@final
@attrs.frozen(kw_only=True)
class Bases:
    """Bases named in a column, perhaps with coordinates."""

    found: Lookup
    """Where the name stands."""
    latitude: str = ""
    """The column of degrees north."""
    longitude: str = ""
    """The column of degrees east."""
    within: DefinitePlace | Lookup | None = None
    """The country or area they lie in."""


@final
@attrs.frozen(kw_only=True)
class Who:
    """Whose people are counted; a part left out is not told apart."""

    nation: Nation | Whose | Lookup | None = None
    """Whose."""
    operation: Operation | Missions | Whose | None = None
    """Under which operation; `Whose.ALL` for all of them, also where the table names one."""
    unit: Unit | Lookup | None = None
    """In which unit or service."""
    role: str | OtherThan | Lookup | None = None
    """Doing what."""
    personnel: Personnel | Lookup | None = None
    """What sort of people."""
    tenure: Tenure | Lookup | None = None
    """Stationed there or there for a while."""
    setting: Setting | Lookup | None = None
    """On land or on ships."""
    tasking: Tasking | Lookup | None = None
    """With a mission or without."""


Where: TypeAlias = Place | Lookup | Bases
"""Where they are: one place for the table, or from columns."""


ISO: Final = (Template("{year}-{month}-{day}"), Template("{year}-{month}"), Template("{year}"))
"""How dates are written unless the mapping says otherwise."""


@final
@attrs.frozen(kw_only=True)
class Dates:
    """Days that stand in one column or in several that belong together."""

    columns: tuple[str, ...]
    """The columns, joined by a space."""
    patterns: tuple[Template, ...] = ISO
    """How a date may be written; the first that fits counts."""
    pivot: int | None = None
    """The first year that two digits can mean."""
    words: Mapping[str, When] = attrs.Factory(dict)
    """What words mean, by their folded text."""
    day: End | None = None
    """Which day of a month or year is meant, where no day is printed."""
    back: int = 0
    """How many months before the date the window opens."""


@final
@attrs.frozen(kw_only=True)
class Span:
    """A window with an opening and an end of their own."""

    opens: When | Dates
    """When it opens."""
    ends: When | Dates
    """When it ends."""


Window: TypeAlias = When | Dates | Span
"""When: one window for the table, or from columns."""


@final
@attrs.frozen(kw_only=True)
class Pattern:
    """One way to write how many, and what it says of one measure or more."""

    written: Template
    """How it is written."""
    says: tuple[tuple[Measure | None, Template], ...]
    """What it says, in the notation of headcounts; None for what the column measures."""


@final
@attrs.frozen(kw_only=True)
class Numbers:
    """How cells say how many."""

    thousands: str | None = None
    """What stands between groups of three digits."""
    decimal: str | None = None
    """What stands before decimals, of which only zeros are taken."""
    missing: tuple[str, ...] | None = None
    """Words for: nothing is reported."""
    words: Mapping[str, str] | None = None
    """What other words say, in the notation of headcounts, by their folded text."""
    patterns: tuple[Pattern, ...] | None = None
    """What words around figures say; the first that fits counts."""
    plain: Template | None = None
    """What a figure alone says, such as `about {n}`."""
    rounded: int | None = None
    """To which multiple the figures are rounded."""
    zero: Zero | None = None
    """What a 0 says."""


@final
@attrs.frozen(kw_only=True)
class Listed:
    """A list in a cell."""

    item: Template
    """How one item is written, with `{name}` and perhaps `{count}`."""
    separator: str = ","
    """What stands between items."""
    names: ListOf = ListOf.NATIONS
    """What the names are."""
    values: Mapping[str, Any] = attrs.Factory(dict)
    """What some names mean, by their folded text."""


ANYONE: Final = Who()
"""A force of which no part is said."""

UNSAID: Final = Numbers()
"""Numbers of which no setting is said."""
