"""Who is counted: where two states count different people of one nation at one place.

Two official figures for one country may both be right and differ by thousands, because one counts active duty
and the other everyone, or one leaves out those who come and go. That is a difference of scope, named as such;
it is no change and no contradiction.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeAlias, final

import attrs

from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import DefinitePlace, Place
from troopmoves.ledger.answer import place_words
from troopmoves.solve.statement import Scope

Identity: TypeAlias = tuple[Hashable, ...]
"""What a force and a place are known by: their ids, behind which two ledgers may put different details."""

Spot: TypeAlias = "tuple[Nation | None, Hashable]"
"""Whose people are counted, and where."""


@final
@attrs.frozen(kw_only=True)
class ScopeDifference:
    """A nation's people at a place whom two states do not count alike.

    >>> from troopmoves.entities.place import Country
    >>> military, trainers = (Force(nation=Nation("USA"), role=role) for role in (None, "training"))
    >>> print(ScopeDifference(place=Country.of("IRQ"), before=(military,), after=(trainers,)))
    Iraq: USA before, USA (training) after
    """

    place: Place | None
    """Where; None for everywhere."""
    before: tuple[Force, ...]
    """Whom the claims of the first state count there."""
    after: tuple[Force, ...]
    """Whom the claims of the second state count there."""

    def __str__(self) -> str:
        before, after = (" and ".join(map(str, forces)) for forces in (self.before, self.after))
        return f"{place_words(self.place)}: {before} before, {after} after"


def identity_of(scope: Scope) -> Identity:
    """Return what tells a force at a place from every other one, in any ledger."""
    return (*_identity_of_force(scope.force), _identity_of_place(scope.place))


def _identity_of_force(force: Force) -> Identity:
    operation, unit = force.operation and force.operation.id, force.unit and force.unit.id
    return force.sender, operation, unit, force.role, *force.sorts


def _identity_of_place(place: Place | None) -> Hashable:
    return place.key if isinstance(place, DefinitePlace) else place


def _spots_of(scopes: Iterable[Scope]) -> dict[Spot, dict[Identity, Scope]]:
    """Return what some scopes count by nation and place, each force once."""
    spots: dict[Spot, dict[Identity, Scope]] = {}
    for scope in scopes:
        spot = scope.force.sender, _identity_of_place(scope.place)
        spots.setdefault(spot, {}).setdefault(identity_of(scope), scope)
    return spots


def scope_differences(before: Iterable[Scope], after: Iterable[Scope]) -> tuple[ScopeDifference, ...]:
    """Return where both states count people of one nation, and no force in common."""
    first, second = _spots_of(before), _spots_of(after)
    return tuple(
        ScopeDifference(
            place=next(iter(scopes.values())).place,
            before=_widest_of(scopes),
            after=_widest_of(second[spot]),
        )
        for spot, scopes in first.items()
        if spot in second and scopes.keys().isdisjoint(second[spot])
    )


def in_common(before: Iterable[Scope], after: Iterable[Scope]) -> set[Identity]:
    """Return what both states count, and the widest forces of each where both count people of one nation."""
    first, second = _spots_of(before), _spots_of(after)
    return {
        name
        for spot in first.keys() & second.keys()
        for side, other in ((first[spot], second[spot]), (second[spot], first[spot]))
        for name, scope in side.items()
        if name in other or scope.force in _widest_of(side)
    }


def _widest_of(scopes: Mapping[Identity, Scope]) -> tuple[Force, ...]:
    return widest(scope.force for scope in scopes.values())


def widest(forces: Iterable[Force]) -> tuple[Force, ...]:
    """Return the forces that are no part of another one of them."""
    given = tuple(forces)
    return tuple(one for one in given if not any(one != other and one.is_part_of(other) for other in given))
