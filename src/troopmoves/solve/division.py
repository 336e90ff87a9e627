"""The people of a component divided into cells, no finer than the claims and the question need.

A cell is one sender, one atom of ground and one atom of force: people in the same cell are told apart by no
claim, people in different cells by some claim. Every scope is a sum of cells, so nobody is counted twice: an
operation's total and its Canadians share their cells.

Which atoms of ground a sender has here is given by the component. Atoms of force are the combinations of
operation, unit, role and sorts of people, each with a "none of those named"; those that no scope tells apart
are one.

To add a facet: its function in `_AXES`; a facet of `troopmoves.entities.scope` is there already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cached_property, partial
from typing import Final, NamedTuple, TypeAlias

from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import AnyOf, Country, Place, Region, Unspecified
from troopmoves.entities.scope import COMPLETE, SORTS, Tasking, is_said
from troopmoves.entities.unit import Unit
from troopmoves.solve.ground import Atom
from troopmoves.solve.statement import Scope

UNNAMED = ""
"""The sender that stands for the nations which no claim names."""


class Cell(NamedTuple):
    """One sender's people in one atom of ground and one atom of force."""

    sender: str
    ground: int
    facet: int


class Plot(NamedTuple):
    """One sender's people in one atom of ground, whatever they do there."""

    sender: str
    atom: Atom


class Division:
    """The cells that a set of scopes needs, and which of them each scope is the sum of."""

    def __init__(self, plots: Iterable[Plot], scopes: Iterable[Scope]) -> None:
        """Divide some plots for some scopes.

        Args:
            plots: Whose people are counted, and on which atoms of ground.
            scopes: What is counted; their places are told apart by the atoms.
        """
        held: dict[str, set[Atom]] = {}
        for sender, atom in plots:
            held.setdefault(sender, set()).add(atom)
        self._senders = sorted(held)
        self._scopes = sorted(set(scopes), key=repr)
        self._atoms = sorted({atom for atoms in held.values() for atom in atoms}, key=sorted)
        self._ground = {
            sender: tuple(index for index, atom in enumerate(self._atoms) if atom in held[sender])
            for sender in self._senders
        }
        self._facets = {sender: self._facets_of(sender) for sender in self._senders}

    def _facets_of(self, sender: str) -> tuple[frozenset[Force], ...]:
        forces = {scope.force for scope in self._scopes if sender_of(scope.force) in (UNNAMED, sender)}
        return _facet_atoms(sorted(forces, key=repr))

    @cached_property
    def every_cell(self) -> tuple[Cell, ...]:
        """Every cell."""
        return tuple(self._cells.values())

    @cached_property
    def _cells(self) -> dict[tuple[str, int, int], Cell]:
        """Every cell by its parts, so that each is made once."""
        cells = (
            Cell(sender, ground, facet)
            for sender in self._senders
            for ground in self._ground[sender]
            for facet in range(len(self._facets[sender]))
        )
        return {cell: cell for cell in cells}

    def cell(self, sender: str, ground: int, facet: int) -> Cell:
        """Return the one object for a cell: thousands of counts may be about it."""
        return self._cells[sender, ground, facet]

    def cells(self, scope: Scope) -> tuple[Cell, ...]:
        """Return the cells whose sum is the number in scope."""
        return tuple(
            self.cell(sender, ground, facet)
            for sender in self.senders(scope)
            for facet in self.facets(sender, scope.force)
            for ground in self.ground(sender, scope.place)
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

    def ground(self, sender: str, place: Place | None) -> tuple[int, ...]:
        """Return the atoms of ground on which a sender's people at a place are; None is everywhere."""
        atoms = self._ground[sender]
        return atoms if place is None else tuple(one for one in atoms if _lies_in(self._atoms[one], place))


def sender_of(force: Force) -> str:
    """Return the code of a force's nation, `UNNAMED` where it names none."""
    return UNNAMED if force.sender is None else force.sender.code


def home_of(sender: str) -> Country | None:
    """Return the own country of a sender that is named."""
    return None if sender == UNNAMED else Country(Nation(sender))


def _lies_in(atom: Atom, place: Place) -> bool:
    match place:
        case AnyOf():
            return any(_lies_in(atom, option) for option in place.options)
        case Unspecified():
            inside = place.within is None or _lies_in(atom, place.within)
            return inside and (place.outside is None or not _lies_in(atom, place.outside))
        case Region() if place.closed:
            return any(_lies_in(atom, member) for member in place.members)
        case _:
            return place.key in atom


def _facet_atoms(forces: list[Force]) -> tuple[frozenset[Force], ...]:
    """Return the atoms of force, each as the forces it belongs to.

    Axis by axis, what no force tells apart is one at once: of a product of six axes only those combinations
    are ever made that differ in the forces they belong to. A set of forces is the bits of a whole number.
    """
    atoms = {(1 << len(forces)) - 1}
    for axis in _AXES:
        parts = {_bits(forces, belongs) for belongs in axis(forces)}
        if parts:
            atoms = {atom & part for atom in atoms for part in parts}
    numbers = range(len(forces))
    indexed = sorted(tuple(number for number in numbers if atom >> number & 1) for atom in atoms)
    return tuple(frozenset(forces[number] for number in atom) for atom in indexed)


_Belongs: TypeAlias = Callable[[Force], bool]
"""Whether people of one value of an axis are among those of a force."""


def _bits(forces: list[Force], belongs: _Belongs) -> int:
    return sum(1 << number for number, force in enumerate(forces) if belongs(force))


def _missions(forces: list[Force]) -> Iterator[_Belongs]:
    """Yield operations, and those with another mission and without any: an operation is a mission."""
    operations = {force.operation.id for force in forces if force.operation is not None}
    yield from (partial(_is_on, one, Tasking.WITH_MISSION) for one in operations)
    if any(is_said(force.tasking) for force in forces):
        yield from (partial(_is_on, None, tasking) for tasking in Tasking if is_said(tasking))
    elif operations:
        yield partial(_is_on, None, Tasking.NOT_SAID)


def _is_on(operation: str | None, tasking: Tasking, force: Force) -> bool:
    same = force.operation is None or force.operation.id == operation
    return same and (force.tasking is tasking or not is_said(force.tasking))


def _units(forces: list[Force]) -> Iterator[_Belongs]:
    units = {force.unit.id: force.unit for force in forces if force.unit is not None}
    if units:
        yield from (partial(_is_in, unit) for unit in (None, *units.values()))


def _is_in(unit: Unit | None, force: Force) -> bool:
    return force.unit is None or (unit is not None and unit.is_part_of(force.unit))


def _roles(forces: list[Force]) -> Iterator[_Belongs]:
    roles = {_role(force.role) for force in forces if force.role is not None}
    if roles:
        yield from (partial(_does, role) for role in (None, *roles))


def _role(role: str | OtherThan) -> str:
    return role.role if isinstance(role, OtherThan) else role


def _does(role: str | None, force: Force) -> bool:
    if isinstance(force.role, OtherThan):
        return role != force.role.role
    return force.role in (None, role)


def _sorts(facet: str, forces: list[Force]) -> Iterator[_Belongs]:
    """Yield the words of a facet that are named, and the rest: those of no word, or of the only other one."""
    named = {word for force in forces if is_said(word := getattr(force, facet))}
    if named:
        kind = SORTS[facet]
        words = filter(is_said, kind) if kind in COMPLETE else (kind("not_said"), *named)
        yield from (partial(_is_sort, facet, word) for word in words)


def _is_sort(facet: str, word: StrEnum, force: Force) -> bool:
    wanted: StrEnum = getattr(force, facet)
    return wanted == word or not is_said(wanted)


_AXES: Final[tuple[Callable[[list[Force]], Iterator[_Belongs]], ...]] = (
    _missions,
    _units,
    _roles,
    *(partial(_sorts, facet) for facet in SORTS if facet != "tasking"),
)
"""The axes of force; everyone has one value of each, and no two. What no force speaks of yields no value."""
