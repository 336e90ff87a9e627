"""The people of a component divided into cells, no finer than the claims and the question need.

A cell is one sender, one atom of ground and one atom of force: people in the same cell are told apart by no
claim, people in different cells by some claim. Every scope is a sum of cells, so nobody is counted twice: an
operation's total and its Canadians share their cells.

Which atoms of ground a sender has here is given by the component. Atoms of force are the combinations of
operation, unit, role and personnel, each with a "none of those named"; those that no scope tells apart are
one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import product
from typing import NamedTuple, TypeVar

from troopmoves.entities.force import Force, OtherThan, Personnel
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import AnyOf, Country, Place, Region, Unspecified
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


class _Facet(NamedTuple):
    operation: str | None
    unit: Unit | None
    role: str | None
    personnel: Personnel


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
        return tuple(
            Cell(sender, ground, facet)
            for sender in self._senders
            for ground in self._ground[sender]
            for facet in range(len(self._facets[sender]))
        )

    def cells(self, scope: Scope) -> tuple[Cell, ...]:
        """Return the cells whose sum is the number in scope."""
        return tuple(
            Cell(sender, ground, facet)
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
