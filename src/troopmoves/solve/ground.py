"""The world divided into atoms of ground, no finer than the places that claims and questions name.

Each named place that holds other named places and is not closed has an "elsewhere in it", and so has the
world. An atom is the keys of the named places it lies in; the empty one is the rest of the world.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from troopmoves.entities.place import (
    AnyOf,
    Base,
    DefinitePlace,
    Place,
    Region,
    Unspecified,
    parent_of,
)

Atom: TypeAlias = frozenset[str]
"""A piece of ground, as the keys of the named places it lies in."""

REST: Final[Atom] = frozenset()
"""The rest of the world."""


class Ground:
    """The atoms of ground that some places need."""

    def __init__(
        self,
        places: Iterable[Place | None],
        known: Iterable[DefinitePlace] = (),
        *,
        asked: Iterable[Place | None] = (),
    ) -> None:
        """Divide the world for some places.

        Args:
            places: The places that claims name, to be told apart.
            known: Places that exist beside these; a closed place consists of them too.
            asked: The places asked about, to be told apart too. What is closed, and what it consists of, is
                not theirs to say: who asks about a base in it does not put everybody there.
        """
        claimed, wanted = _named(places), _named(asked)
        named = wanted | claimed
        own = _with_surroundings([*claimed.values(), *known])
        around = _with_surroundings([*wanted.values()]) | own
        holders, outer = _holders(own.values()), _Holding(around)
        spots = [place for place in around.values() if place.key not in holders or not _is_closed(place)]
        found = {outer.of(spot.key).intersection(named) for spot in spots} - {REST}
        self.named: frozenset[str] = frozenset(named)
        self.atoms: tuple[Atom, ...] = (REST, *sorted(found, key=sorted))
        self._by_key: dict[str, list[Atom]] = {}
        for atom in self.atoms:
            for key in atom:
                self._by_key.setdefault(key, []).append(atom)

    def of(self, place: Place | None) -> tuple[Atom, ...]:
        """Return the atoms that a place consists of; None is everywhere."""
        match place:
            case None:
                return self.atoms
            case AnyOf():
                found = {atom for option in place.options for atom in self.of(option)}
            case Unspecified():
                found = {*self.of(place.within)} - {*(self.of(place.outside) if place.outside else ())}
            case Region() if place.closed:
                found = {atom for member in place.members for atom in self.of(member)}
            case _:
                return tuple(self._by_key.get(place.key, ()))
        return tuple(sorted(found, key=sorted))


def named_in(place: Place | None) -> Iterator[DefinitePlace]:
    """Yield the places that a place is made of; a closed region is the sum of its members."""
    match place:
        case None:
            return
        case AnyOf():
            for option in place.options:
                yield from named_in(option)
        case Unspecified():
            for end in (place.within, place.outside):
                yield from named_in(end)
        case Region() if place.closed:
            for member in place.members:
                yield from named_in(member)
        case _:
            yield place


def _named(places: Iterable[Place | None]) -> dict[str, DefinitePlace]:
    return {definite.key: definite for place in places for definite in named_in(place)}


def in_closed(places: Iterable[DefinitePlace]) -> tuple[DefinitePlace, ...]:
    """Return the places that are closed or lie in one that is: these say what a closed place consists of."""
    return tuple(place for place in places if any(map(_is_closed, _surroundings(place))))


def _surroundings(place: DefinitePlace) -> Iterator[DefinitePlace]:
    above: DefinitePlace | None = place
    while above is not None:
        yield above
        above = parent_of(above)


def _with_surroundings(places: list[DefinitePlace]) -> dict[str, DefinitePlace]:
    around: dict[str, DefinitePlace] = {}
    waiting = list(places)
    while waiting:
        place = waiting.pop()
        if place.key not in around:
            around[place.key] = place
            above = parent_of(place)
            waiting += [above] if above is not None else []
            waiting += place.members if isinstance(place, Region) else ()
    return around


def _holders(places: Iterable[DefinitePlace]) -> set[str]:
    holders: set[str] = set()
    for place in places:
        above = parent_of(place)
        if above is not None:
            holders.add(above.key)
        if isinstance(place, Region):
            holders.add(place.key)
    return holders


class _Holding:
    """Which places each place lies in, itself among them."""

    def __init__(self, around: dict[str, DefinitePlace]) -> None:
        self._right_around: dict[str, list[str]] = {key: [] for key in around}
        for place in around.values():
            above = parent_of(place)
            self._right_around[place.key] += [] if above is None else [above.key]
            for member in place.members if isinstance(place, Region) else ():
                self._right_around[member.key].append(place.key)
        self._found: dict[str, frozenset[str]] = {}

    def of(self, key: str) -> frozenset[str]:
        if key not in self._found:
            self._found[key] = frozenset([key]).union(*map(self.of, self._right_around[key]))
        return self._found[key]


def _is_closed(place: DefinitePlace) -> bool:
    return not isinstance(place, Base) and place.closed
