"""Whether two claims can be about the same people, or about the same ground."""

from __future__ import annotations

from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import PostureChange
from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.place import AnyOf, Country, Place, Region, Unspecified, contains
from troopmoves.entities.scope import can_share


def same_people(one: Force, other: Force) -> bool:
    """Return whether two forces of one sender can share people.

    Forces without a nation are those of unnamed nations here; they share nobody with a named nation's.
    """
    return one.sender == other.sender and _share_facets(one, other)


def counts_in(part: Force, whole: Force) -> bool:
    """Return whether people of one force can be among those counted as the other."""
    return whole.sender in (None, part.sender) and _share_facets(part, whole)


def _share_facets(one: Force, other: Force) -> bool:
    operations = one.operation is None or other.operation is None or one.operation == other.operation
    sorts = can_share(one.sorts, other.sorts)
    return operations and sorts and _share_units(one, other) and _share_roles(one.role, other.role)


def _share_units(one: Force, other: Force) -> bool:
    if one.unit is None or other.unit is None:
        return True
    return one.unit.is_part_of(other.unit) or other.unit.is_part_of(one.unit)


def _share_roles(one: str | OtherThan | None, other: str | OtherThan | None) -> bool:
    if one is None or other is None or (isinstance(one, OtherThan) and isinstance(other, OtherThan)):
        return True
    if isinstance(one, OtherThan):
        return one.role != other
    if isinstance(other, OtherThan):
        return other.role != one
    return one == other


def share_ground(one: Place | None, other: Place | None) -> bool:
    """Return whether two places can have a point in common; None is everywhere."""
    if one is None or other is None:
        return True
    if isinstance(one, AnyOf):
        return any(share_ground(option, other) for option in one.options)
    if isinstance(other, AnyOf):
        return share_ground(other, one)
    if isinstance(one, Unspecified):
        return share_ground(one.within, other) and not _covered(one.outside, other)
    if isinstance(other, Unspecified):
        return share_ground(other, one)
    return _nested(one, other)


def _covered(outside: Country | Region | Place | None, other: Place) -> bool:
    if outside is None or isinstance(outside, AnyOf | Unspecified) or isinstance(other, AnyOf):
        return False
    if isinstance(other, Unspecified):
        return other.within is not None and contains(outside, other.within)
    return contains(outside, other)


def _nested(one: Place, other: Place) -> bool:
    if isinstance(one, AnyOf | Unspecified) or isinstance(other, AnyOf | Unspecified):
        return True
    if contains(one, other) or contains(other, one):
        return True
    if isinstance(one, Region):
        return any(_nested(member, other) for member in one.members)
    return isinstance(other, Region) and any(_nested(one, member) for member in other.members)


def is_within(inner: Place, outer: Place) -> bool:
    """Return whether a place lies in another for certain; what a source leaves open never does."""
    if isinstance(inner, AnyOf | Unspecified) or isinstance(outer, AnyOf | Unspecified):
        return False
    return contains(outer, inner)


def touches(change: PostureChange, place: Place) -> bool:
    """Return whether a change can alter the number at a place."""
    if not RULES[change.kind].moves:
        return False
    return share_ground(change.origin, place) or share_ground(goal_of(change), place)


def goal_of(change: PostureChange) -> Place | None:
    """Return where people arrive or stay: those who go home, in their own country; None for anywhere."""
    sender = change.force.sender
    if change.destination is None and RULES[change.kind].homeward and sender is not None:
        return Country(sender)
    return change.destination


def names_ground(change: PostureChange, place: Place) -> bool:
    """Return whether a change names an end that has ground in common with a place."""
    ends = (change.origin, change.destination)
    return any(end is not None and _is_named(end) and share_ground(end, place) for end in ends)


def _is_named(place: Place) -> bool:
    return not isinstance(place, Unspecified) or place.within is not None
