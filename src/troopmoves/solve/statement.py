"""What the engine is told: claims reduced to levels, ratios, flows and denials over scopes and days.

A statement is a claim read under one set of assumptions: its words are bounds, its windows are days, its
axes have been applied. Nothing below this level knows of conventions, stances or progress.
"""

from __future__ import annotations

from datetime import date
from typing import TypeAlias, final

import attrs

from troopmoves.entities.force import Force
from troopmoves.entities.place import Place
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.share import Share


@final
@attrs.frozen(cache_hash=True)  # looked up wherever something is counted
class Scope:
    """Who is counted where; the place None is everywhere."""

    force: Force
    place: Place | None = None
    unnamed_only: bool = False
    """Whether a force without a nation stands for the unnamed nations alone, not for all."""

    def __str__(self) -> str:
        return f"{self.force} {'everywhere' if self.place is None else f'in {self.place}'}"


@final
@attrs.frozen(kw_only=True)
class Level:
    """So many are in scope at the beginning of every day from first to last."""

    claim: str
    scope: Scope
    first: date
    last: date
    low: int
    high: int | None
    literally: Bounds | None = None
    """The bounds with the figure taken to the letter; none: the same."""
    carried: bool = False
    """Whether it was said of the first day only, and is carried to the last."""


@final
@attrs.frozen(kw_only=True)
class Ratio:
    """The part is that share of the whole at the beginning of every day from first to last."""

    claim: str
    scope: Scope
    whole: Scope
    share: Share
    first: date
    last: date


@final
@attrs.frozen(kw_only=True)
class Flow:
    """People move: none by the day it opens, all by the day it closes, ever more between."""

    claim: str
    scope: Scope
    """The force, and the origin as place."""
    destination: Place | None
    homeward: bool
    opens: date | None
    """None: before every day."""
    closes: date | None
    """None: never known to be complete, so the least amount does not bind."""
    ends: date | None
    """The day by which its claim says that it is complete, however plans are taken."""
    low: int
    high: int | None
    literally: Bounds | None = None
    """The bounds with the figure taken to the letter; none: the same."""
    share: Share | None = None
    whole: Scope | None = None
    returns: bool = False
    """Whether these are the people of the claim's own first flow, coming back."""
    idle: bool = False
    """Whether nothing of it has taken place: it names its places and moves nobody."""

    @property
    def key(self) -> tuple[str, bool]:
        """What tells it from every other flow."""
        return self.claim, self.returns


@final
@attrs.frozen(kw_only=True)
class Denial:
    """The number in scope does not fall (or does not rise) between two days from since to until."""

    claim: str
    scope: Scope
    falls: bool
    since: date
    until: date


Statement: TypeAlias = Level | Ratio | Flow | Denial


@final
@attrs.frozen
class Term:
    """A count at the beginning of a day, with the factor by which it enters a question."""

    factor: int
    scope: Scope
    day: date


def days_of(statement: Statement) -> tuple[date, ...]:
    """Return the days a statement speaks of, in order; the end of time is no day."""
    if isinstance(statement, Flow):
        days = {day for day in (statement.opens, statement.closes) if day is not None}
    elif isinstance(statement, Denial):
        days = {statement.since, statement.until}
    else:
        days = {statement.first, statement.last}
    return tuple(sorted(days - {date.max, date.min}))
