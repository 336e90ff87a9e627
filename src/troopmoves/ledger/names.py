"""How forces and places may be called when a ledger is asked: by model, id, code, name or alias."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar, final

import attrs

from troopmoves.claims.verb import ForceLike, PlaceLike
from troopmoves.entities.force import Force
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import Area, Base, Country, Place, Region, place_of
from troopmoves.entities.unit import Unit
from troopmoves.errors import EntityError, PlaceError
from troopmoves.ledger.census import Census


@final
@attrs.frozen(kw_only=True)
class Label:
    """What a state says of the ledger it was asked of."""

    title: str
    size: str
    digest: str


_Named = TypeVar("_Named", bound=Operation | Unit | Area | Base | Region)


@final
@attrs.frozen
class Names:
    """The names that a ledger gives to forces and places."""

    census: Census
    aliases: Mapping[str, str]

    def force(self, value: ForceLike) -> Force:
        """Return a force from the id, name or alias of an operation or unit here, or a nation's.

        Raises:
            UnknownNationError: If the text is none of these.
            EntityError: If several of them bear the name.
        """
        if not isinstance(value, str):
            return Force.of(value)
        known: list[Operation | Unit] = [*self.census.operations, *self.census.units]
        called = _called(value, known)
        return Force.of(self.aliases.get(value, value) if called is None else called)

    def place(self, value: PlaceLike | Iterable[PlaceLike]) -> Place:
        """Return a place from an id, name or alias here, or a country's; several places together as one.

        Raises:
            UnknownNationError: If the text is none of these.
            EntityError: If several places bear the name.
            PlaceError: If one of several places is unspecified.
        """
        if isinstance(value, str):
            called = _called(value, [one for one in self.census.places if not isinstance(one, Country)])
            if called is not None:
                return called
            country = Country.of(self.aliases.get(value, value))
            return next((one for one in self.census.places if one.key == country.key), country)
        if isinstance(value, Iterable):
            return together([self.place(one) for one in value])
        return place_of(value)


def _called(name: str, known: Iterable[_Named]) -> _Named | None:
    """Return what has an id, else what alone has a name or alias; None if nothing does."""
    candidates = list(known)
    bearers = [one for one in candidates if name == one.id]
    bearers = bearers or [one for one in candidates if name in (one.name, *getattr(one, "aliases", ()))]
    if len(bearers) > 1:
        ids = ", ".join(one.id for one in bearers)
        raise EntityError("name", name, f"this stands for several: {ids}", "use the model itself")
    return bearers[0] if bearers else None


def together(places: Iterable[Place]) -> Place:
    """Return several definite places as one, to be counted as a whole.

    Raises:
        PlaceError: If one of them is unspecified, or there is none.
    """
    members = tuple(places)
    if len(members) == 1:
        return members[0]
    if not members:
        raise PlaceError("place", (), "at least one place is counted", "leave the place out for everywhere")
    *first, last = [str(place) for place in members]
    name = f"{', '.join(first)} and {last}"
    keys = [getattr(place, "key", None) for place in members]
    if None in keys:
        raise PlaceError("place", name, "places counted together are named", "ask about each by itself")
    return Region(id="-and-".join(str(key) for key in keys), name=name, members=members, closed=True)  # type: ignore[arg-type]  # each has a key, so it is a definite place
