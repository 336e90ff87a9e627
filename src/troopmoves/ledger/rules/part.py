"""What is a part of what: people of a force at a place within those of a wider force, or at a wider place."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from troopmoves.claims.proposition import Presence
from troopmoves.entities.force import Force
from troopmoves.entities.scope import SORTS, are_among, is_said
from troopmoves.solve.overlap import is_within


def is_part(part: Presence, whole: Presence) -> bool:
    """Return whether everyone counted by one level is among those counted by another, wider one."""
    if (part.force, part.place) == (whole.force, whole.place):
        return False
    return is_within(part.place, whole.place) and _is_narrower(part.force, whole.force)


def _is_narrower(part: Force, whole: Force) -> bool:
    same = (
        whole.sender in (None, part.sender),
        whole.operation in (None, part.operation),
        whole.role in (None, part.role),
        are_among(part.sorts, whole.sorts),
        whole.unit is None or (part.unit is not None and part.unit.is_part_of(whole.unit)),
    )
    return all(same)


def wider_forces(force: Force) -> Iterator[tuple[str, Force]]:
    """Yield the forces of which this one is a part by one facet alone, each with that facet.

    >>> from troopmoves.entities.nation import Nation
    >>> [f"{facet}: {wider}" for facet, wider in wider_forces(Force(nation=Nation("FRA"), role="training"))]
    ['nation: all forces (training)', 'role: FRA']
    """
    if force.unit is not None:
        parent = force.unit.parent
        yield "unit", attrs.evolve(force, unit=None, nation=force.sender)
        while parent is not None:
            yield "unit", attrs.evolve(force, unit=parent, nation=None)
            parent = parent.parent
    elif force.nation is not None:
        yield "nation", attrs.evolve(force, nation=None)
    if force.operation is not None:
        yield "operation", attrs.evolve(force, operation=None)
    if force.role is not None:
        yield "role", attrs.evolve(force, role=None)
    for facet, sorts in SORTS.items():
        if is_said(getattr(force, facet)):
            yield facet, attrs.evolve(force, **{facet: sorts("not_said")})  # type: ignore[arg-type]  # a facet takes its own words
