"""The parts of a scenario as they stand in it, before anything is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeAlias, final

import attrs

Counts: TypeAlias = Mapping[str, tuple[int | None, int | None]]
"""For each sort of people how many are assigned and how many are at hand; None where it is not said."""


@final
@attrs.frozen(kw_only=True)
class FoundState:
    """One state of a unit, as it stands in the scenario."""

    path: str
    """Where it stands."""
    time: datetime
    """When it begins, in the scenario's time zone."""
    places: bool
    """Whether it says anything of where the unit is."""
    location: tuple[float, float] | None
    """Longitude and latitude; None also where the unit is taken off the map."""
    symbol: str | None
    """The symbol from then on, if it changes."""
    update: Counts
    """Numbers that replace those before."""
    diff: Counts
    """Numbers to be added to those before."""
    others: frozenset[str]
    """The other keys that say something."""

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.time.date()


@final
@attrs.frozen(kw_only=True)
class FoundUnit:
    """One unit, as it stands in the scenario."""

    path: str
    """Where it stands."""
    id: str
    """Its id."""
    name: str
    """Its name."""
    short_name: str
    """Its short name, if it has one."""
    symbol: str
    """Its symbol."""
    location: tuple[float, float] | None
    """Where it is at first."""
    personnel: Counts
    """How many it has at first."""
    states: tuple[FoundState, ...]
    """What changes, in the order of time."""
    above: int | None
    """The unit that it belongs to, by its place in the list."""
    has_parts: bool
    """Whether units belong to it."""
    side: tuple[str, str]
    """The id and name of its side."""
    group: tuple[str, str]
    """The id and name of its group; empty where it belongs to the side itself."""
    others: frozenset[str]
    """The other keys that say something."""


@final
@attrs.frozen(kw_only=True)
class FoundScenario:
    """A scenario as it stands."""

    id: str
    """Its id, if it has one."""
    name: str
    """Its name."""
    start: datetime | None
    """When it begins, in its time zone."""
    units: tuple[FoundUnit, ...]
    """Its units, each after the one it belongs to."""
    owners: tuple[tuple[str, str], ...]
    """The ids and names of sides and groups."""
    others: tuple[tuple[str, str], ...]
    """What else says something: the path, and what sort of thing it is."""
