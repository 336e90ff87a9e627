"""How forces and places may be called when a ledger is asked: by model, id, code, name or alias."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import final

import attrs

from troopmoves.claims.verb import ForceLike, PlaceLike
from troopmoves.entities.force import Force
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import Place, Region, place_of
from troopmoves.entities.unit import Unit
from troopmoves.errors import PlaceError
from troopmoves.ledger.census import Census


@final
@attrs.frozen(kw_only=True)
class Label:
    """What a state says of the ledger it was asked of."""

    title: str
    size: str
    digest: str


@final
@attrs.frozen
class Names:
    """The names that a ledger gives to forces and places."""

    census: Census
    aliases: Mapping[str, str]

    def force(self, value: ForceLike) -> Force:
        """Return a force from an operation's, unit's or nation's id, code, name or alias.

        Raises:
            UnknownNationError: If the text is none of these.
        """
        if not isinstance(value, str):
            return Force.of(value)
        named: dict[str, Operation | Unit] = {one.id: one for one in self.census.operations}
        named |= {one.id: one for one in self.census.units}
        return Force.of(named[value]) if value in named else Force.of(self.aliases.get(value, value))

    def place(self, value: PlaceLike | Iterable[PlaceLike]) -> Place:
        """Return a place from an id, code, name or alias; several places together as one.

        Raises:
            UnknownNationError: If the text is none of these.
            PlaceError: If one of several places is unspecified.
        """
        if isinstance(value, str):
            named = {place.key: place for place in self.census.places}
            return named[value] if value in named else place_of(self.aliases.get(value, value))
        if isinstance(value, Iterable):
            return together([self.place(one) for one in value])
        return place_of(value)


def together(places: Iterable[Place]) -> Place:
    """Return several definite places as one, to be counted as a whole.

    Raises:
        PlaceError: If one of them is unspecified, or there is none.
    """
    members = tuple(places)
    if len(members) == 1:
        return members[0]
    *first, last = [str(place) for place in members] or ["nowhere"]
    name = f"{', '.join(first)} and {last}"
    keys = [getattr(place, "key", None) for place in members]
    if not members or None in keys:
        raise PlaceError("place", name, "places counted together are named", "ask about each by itself")
    return Region(id="-and-".join(str(key) for key in keys), name=name, members=members, closed=True)  # type: ignore[arg-type]  # each has a key, so it is a definite place
