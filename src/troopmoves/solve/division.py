"""The world divided into cells, no finer than the claims and the question need.

A cell is one sender, one atom of ground and one atom of force: people in the same cell are told apart by no
claim, people in different cells by some claim. Every scope is a sum of cells, so nobody is counted twice: an
operation's total and its Canadians share their cells.

Ground: each named place that holds other named places and is not closed has an "elsewhere in it", and so has
the world. Force: the combinations of operation, unit, role and personnel, each with a "none of those named".
Atoms that no scope tells apart are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import product
from typing import NamedTuple, TypeVar

from troopmoves.entities.force import Force, OtherThan, Personnel
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import (
    AnyOf,
    Base,
    Country,
    DefinitePlace,
    Place,
    Region,
    Unspecified,
    contains,
    parent_of,
)
from troopmoves.entities.unit import Unit
from troopmoves.solve.statement import Scope

UNNAMED = ""
"""The sender that stands for the nations which no claim names."""


class Cell(NamedTuple):
    """One sender's people in one atom of ground and one atom of force."""

    sender: str
    ground: int
    facet: int


class _Facet(NamedTuple):
    operation: str | None
    unit: Unit | None
    role: str | None
    personnel: Personnel


class Division:
    """The cells that a set of scopes needs, and which of them each scope is the sum of."""

    def __init__(
        self, senders: Iterable[str], scopes: Iterable[Scope], places: Iterable[DefinitePlace] = ()
    ) -> None:
        """Divide the world for some scopes.

        Args:
            senders: Whose people are counted.
            scopes: What is counted.
            places: Places that exist beside those that the scopes name; a closed place holds these too.
        """
        self._senders = sorted(senders)
        self._scopes = sorted(set(scopes), key=repr)
        self._grounds = _grounds(_named_places(scope.place for scope in self._scopes), places)
        self._facets = {sender: self._facets_of(sender) for sender in self._senders}

    def _facets_of(self, sender: str) -> tuple[frozenset[Force], ...]:
        forces = {scope.force for scope in self._scopes if sender_of(scope.force) in (UNNAMED, sender)}
        return _facet_atoms(sorted(forces, key=repr))

    @cached_property
    def everywhere(self) -> tuple[int, ...]:
        """Every atom of ground."""
        return tuple(range(len(self._grounds)))

    @cached_property
    def every_cell(self) -> tuple[Cell, ...]:
        """Every cell."""
        return tuple(
            Cell(sender, ground, facet)
            for sender in self._senders
            for ground in self.everywhere
            for facet in range(len(self._facets[sender]))
        )

    def cells(self, scope: Scope) -> tuple[Cell, ...]:
        """Return the cells whose sum is the number in scope."""
        return tuple(
            Cell(sender, ground, facet)
            for sender in self.senders(scope)
            for facet in self.facets(sender, scope.force)
            for ground in self.ground(scope.place)
        )

    def senders(self, scope: Scope) -> list[str]:
        """Return the senders of a scope; all of them where it names none."""
        code = sender_of(scope.force)
        if code == UNNAMED and not scope.unnamed_only:
            return self._senders
        return [code] if code in self._senders else []

    def facets(self, sender: str, force: Force) -> list[int]:
        """Return the atoms of force that a force consists of."""
        return [index for index, forces in enumerate(self._facets[sender]) if force in forces]

    def ground(self, place: Place | None) -> tuple[int, ...]:
        """Return the atoms of ground that a place consists of."""
        if place is None:
            return self.everywhere
        return tuple(index for index, keys in enumerate(self._grounds) if _lies_in(keys, place))


def sender_of(force: Force) -> str:
    """Return the code of a force's nation, `UNNAMED` where it names none."""
    return UNNAMED if force.sender is None else force.sender.code


def home_of(sender: str) -> Country | None:
    """Return the own country of a sender that is named."""
    return None if sender == UNNAMED else Country(Nation(sender))


# -- ground -------------------------------------------------------------------------------------------------


def _named_places(places: Iterable[Place | None]) -> list[DefinitePlace]:
    named: dict[str, DefinitePlace] = {}
    for place in places:
        for definite in named_in(place):
            named.setdefault(definite.key, definite)
    return [named[key] for key in sorted(named)]


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


def in_closed(places: Iterable[DefinitePlace]) -> tuple[DefinitePlace, ...]:
    """Return the places that are closed or lie in one that is: these say what a closed place consists of."""
    return tuple(place for place in places if any(map(_is_closed, _surroundings(place))))


def _surroundings(place: DefinitePlace) -> Iterator[DefinitePlace]:
    above: DefinitePlace | None = place
    while above is not None:
        yield above
        above = parent_of(above)


def _grounds(named: list[DefinitePlace], places: Iterable[DefinitePlace]) -> tuple[frozenset[str], ...]:
    """Return the atoms of ground, each as the keys of the named places it lies in."""
    known = _with_surroundings([*named, *places])
    parents = _holders(known.values())
    spots = [place for place in known.values() if place.key not in parents or not _is_closed(place)]
    atoms = {frozenset(place.key for place in named if contains(place, spot)) for spot in spots}
    return (frozenset(), *sorted(atoms - {frozenset()}, key=sorted))


def _with_surroundings(named: list[DefinitePlace]) -> dict[str, DefinitePlace]:
    known: dict[str, DefinitePlace] = {}
    waiting = list(named)
    while waiting:
        place = waiting.pop()
        if place.key not in known:
            known[place.key] = place
            above = parent_of(place)
            waiting += [above] if above is not None else []
            waiting += place.members if isinstance(place, Region) else ()
    return known


def _holders(known: Iterable[DefinitePlace]) -> set[str]:
    holders: set[str] = set()
    for place in known:
        above = parent_of(place)
        if above is not None:
            holders.add(above.key)
        if isinstance(place, Region):
            holders.add(place.key)
    return holders


def _is_closed(place: DefinitePlace) -> bool:
    return not isinstance(place, Base) and place.closed


def _lies_in(keys: frozenset[str], place: Place) -> bool:
    match place:
        case AnyOf():
            return any(_lies_in(keys, option) for option in place.options)
        case Unspecified():
            inside = place.within is None or _lies_in(keys, place.within)
            return inside and (place.outside is None or not _lies_in(keys, place.outside))
        case Region() if place.closed:
            return any(_lies_in(keys, member) for member in place.members)
        case _:
            return place.key in keys


# -- force --------------------------------------------------------------------------------------------------


def _facet_atoms(forces: list[Force]) -> tuple[frozenset[Force], ...]:
    """Return the atoms of force, each as the forces it belongs to."""
    operations = _axis(force.operation.id for force in forces if force.operation is not None)
    roles = _axis(_role(force.role) for force in forces if force.role is not None)
    units = {force.unit.id: force.unit for force in forces if force.unit is not None}
    personnel = sorted({force.personnel for force in forces} | {Personnel.NOT_SAID})
    combinations = product(operations, [None, *(units[key] for key in sorted(units))], roles, personnel)
    atoms = {
        frozenset(force for force in forces if _belongs(_Facet(*combination), force))
        for combination in combinations
    }
    return tuple(sorted(atoms, key=lambda atom: sorted(map(repr, atom))))


_Value = TypeVar("_Value", bound=str)


def _axis(values: Iterable[_Value]) -> list[_Value | None]:
    return [None, *sorted(set(values))]


def _role(role: str | OtherThan) -> str:
    return role.role if isinstance(role, OtherThan) else role


def _belongs(facet: _Facet, force: Force) -> bool:
    if force.operation is not None and facet.operation != force.operation.id:
        return False
    if force.unit is not None and (facet.unit is None or not facet.unit.is_part_of(force.unit)):
        return False
    if force.personnel is not Personnel.NOT_SAID and facet.personnel is not force.personnel:
        return False
    if isinstance(force.role, OtherThan):
        return facet.role != force.role.role
    return force.role is None or facet.role == force.role
