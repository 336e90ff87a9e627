"""Who is counted: where two states count different people of one nation at one place.

Two official figures for one country may both be right and differ by thousands, because one counts active duty
and the other everyone, or one leaves out those who come and go. That is a difference of scope, named as such;
it is no change and no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, final

import attrs

from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import Place
from troopmoves.ledger.answer import place_words
from troopmoves.solve.statement import Scope

Spot: TypeAlias = "tuple[Nation | None, Place | None]"
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


def spots_of(scopes: Iterable[Scope]) -> dict[Spot, dict[Force, None]]:
    """Return the forces that some scopes count, by nation and place, in the order given."""
    spots: dict[Spot, dict[Force, None]] = {}
    for scope in scopes:
        spots.setdefault((scope.force.sender, scope.place), {})[scope.force] = None
    return spots


def scope_differences(before: Iterable[Scope], after: Iterable[Scope]) -> tuple[ScopeDifference, ...]:
    """Return where both states count people of one nation, and no force in common."""
    first, second = spots_of(before), spots_of(after)
    return tuple(
        ScopeDifference(place=spot[1], before=widest(forces), after=widest(second[spot]))
        for spot, forces in first.items()
        if spot in second and forces.keys().isdisjoint(second[spot])
    )


def in_common(before: Iterable[Scope], after: Iterable[Scope]) -> set[Scope]:
    """Return what both states count, and the widest forces of each where both count people of one nation."""
    first, second = spots_of(before), spots_of(after)
    return {
        Scope(force, spot[1])
        for spot in first.keys() & second.keys()
        for force in [
            *(first[spot].keys() & second[spot].keys()),
            *widest(first[spot]),
            *widest(second[spot]),
        ]
    }


def widest(forces: Iterable[Force]) -> tuple[Force, ...]:
    """Return the forces that are no part of another one of them."""
    given = tuple(forces)
    return tuple(one for one in given if not any(one != other and one.is_part_of(other) for other in given))
