"""What two or more names come to when they stand together: "X (Y)", "X including Y", "X and Y".

Each function returns None where the names do not fit together, so that the text is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from troopmoves.entities.name import Name, NameKind
from troopmoves.entities.nation import Nation

_PLACES: Final = frozenset(NameKind) - {
    NameKind.TOTAL,
    NameKind.AFLOAT,
    NameKind.TRANSIT,
    NameKind.UNKNOWN,
    NameKind.ORGANISATION,
    NameKind.EITHER,
}
_SMALLER: Final = frozenset({NameKind.PART, NameKind.DISPUTED, NameKind.TERRITORY})
_LARGER: Final = frozenset({NameKind.REGION, NameKind.EITHER})


def agreed(outer: Name, inner: Name) -> Name | None:
    """Return what "outer (inner)" stands for.

    Where one is a part, member or older name of the other, the more definite one is meant; two nations of
    which neither is the other's are either.
    """
    if not {outer.kind, inner.kind} - {NameKind.EITHER} <= _PLACES:
        return None
    return next((found for rule in _AGREEMENTS if (found := rule(outer, inner)) is not None), None)


def _same(outer: Name, inner: Name) -> Name | None:
    """Return the outer one of two names of the same: "Burma (Myanmar)"; a list of members too."""
    is_list = inner.kind is NameKind.HOSTS and _same_land(outer, inner)
    return outer if is_list or _named(outer) == _named(inner) else None


def _two_parts(outer: Name, inner: Name) -> Name | None:
    """Return both of two parts of one nation: "Ryukyus (Okinawa)"."""
    both = outer.kind is inner.kind is NameKind.PART and _same_land(outer, inner)
    return together(outer, (inner,)) if both else None


def _more_definite(outer: Name, inner: Name) -> Name | None:
    """Return the part or member of a name with its whole: "Cuba (Guantanamo)", "Mariana Islands (Guam)"."""
    for one, other in ((outer, inner), (inner, outer)):
        if one.kind in _SMALLER and other.kind is not NameKind.PART and set(one.within) & set(other.nations):
            return one
        if one.kind in _LARGER and _own(other) and set(_own(other)) <= set(one.land):
            return other
    return None


def _ceased(outer: Name, inner: Name) -> Name | None:
    """Return the outer one of what ceased and what is there today: "Zaire (Congo)", "Sri Lanka (Ceylon)"."""
    for one, other in ((outer, inner), (inner, outer)):
        if one.kind is NameKind.HISTORIC and set(one.within) & {*other.nations, *other.within}:
            return outer
    return None


def _two_nations(outer: Name, inner: Name) -> Name | None:
    """Return either of two nations: "Ethiopia (Eritrea)" does not say how the one is the other's."""
    if outer.nation is None or inner.nation is None:
        return None
    title = f"{outer.title} or {inner.title}"
    return Name(kind=NameKind.EITHER, title=title, nations=(outer.nation, inner.nation))


_AGREEMENTS: Final = (_same, _two_parts, _more_definite, _ceased, _two_nations)
"""What two names with a bracket between them can have to do with each other, in the order tried."""


def together(name: Name, others: tuple[Name, ...]) -> Name | None:
    """Return what names come to that are counted together.

    A part beside its whole is the whole; parts of one nation are a part of it; all else are several hosts.
    """
    names = tuple(dict.fromkeys((name, *others)))
    if any(one.kind not in _PLACES for one in names):
        return None
    if name.kind is NameKind.REGION and others and all(set(one.nations) & set(name.within) for one in others):
        return attrs.evolve(name, including=others)
    wholes = [one for one in names if not any(_is_in(one, other) for other in names)]
    inside = tuple(one for one in names if one not in wholes)
    if len(wholes) == 1:
        return attrs.evolve(wholes[0], including=inside)
    title = f"{', '.join(one.title for one in wholes[:-1])} and {wholes[-1].title}"
    lands = {one.within for one in wholes}
    if len(lands) == 1 and all(one.kind is NameKind.PART for one in wholes):
        return Name(kind=NameKind.PART, title=title, within=wholes[0].within, parts=tuple(wholes))
    return Name(
        kind=NameKind.HOSTS,
        title=title,
        nations=_distinct(one.nations for one in wholes),
        within=_distinct(one.within for one in wholes if not one.nations),
        parts=tuple(wholes),
        including=inside,
    )


def less(name: Name, others: tuple[Name, ...]) -> Name | None:
    """Return what is left of a name: a part of the nation where parts of it are left out."""
    if any(one.kind not in _PLACES for one in (name, *others)):
        return None
    if name.nation is not None and any(_is_in(other, name) for other in others):
        return Name(kind=NameKind.PART, title=f"part of {name.title}", within=name.nations, excluding=others)
    return attrs.evolve(name, excluding=others)


def _is_in(part: Name, whole: Name) -> bool:
    """Return whether people in one place are in the other one, by what is known of both."""
    if part.kind is NameKind.PART:
        return whole.nation is not None and part.within == whole.nations
    return part.kind is NameKind.DISPUTED and whole.nation in part.within


def _same_land(one: Name, other: Name) -> bool:
    return bool(one.land) and set(one.land) == set(other.land)


def _own(name: Name) -> tuple[Nation, ...]:
    """Return the nations that a name itself names, or is a part of."""
    return name.nations or (name.within if name.kind is NameKind.PART else ())


def _named(name: Name) -> object:
    return (name.nations, name.within) if name.nations else name


def _distinct(several: Iterable[tuple[Nation, ...]]) -> tuple[Nation, ...]:
    return tuple(dict.fromkeys(nation for nations in several for nation in nations))
