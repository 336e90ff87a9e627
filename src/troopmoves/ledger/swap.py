"""One entity in the place of another, wherever it stands in a ledger.

An entity is held by value: a base lies in the country it holds, a claim names the base it holds. Where two
ledgers mean different things by one id, everything that holds the one must be made to hold the other.

To add a kind of entity with an id: its row in `TABLES`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Final, Protocol, TypeAlias, TypeVar, cast

import attrs

from troopmoves.claims.claim import Claim
from troopmoves.claims.report import Report
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import Area, Base, Country, Region
from troopmoves.entities.unit import Unit
from troopmoves.errors import Collision
from troopmoves.ledger.census import Census, Entity
from troopmoves.ledger.settlement import Judge, differing

TABLES: Final[Mapping[type, str]] = MappingProxyType(
    {
        **dict.fromkeys((Area, Base, Country, Region), "places"),
        Organisation: "organisations",
        Operation: "operations",
        Unit: "units",
    }
)
"""Where documents keep each kind of entity; ids differ within a table."""

Key: TypeAlias = tuple[str, str]
Swaps: TypeAlias = Mapping[Key, Entity]
_Value = TypeVar("_Value")


class HoldsEntities(Protocol):
    """A ledger, as far as its entities go."""

    @property
    def reports(self) -> tuple[Report, ...]:
        """Its reports with their claims."""
        ...

    @property
    def loose(self) -> tuple[Claim, ...]:
        """Its claims that stand in no report."""
        ...

    @property
    def census(self) -> Census:
        """Its entities, declared or used."""
        ...


def swapped(value: _Value, swaps: Swaps) -> _Value:
    """Return a value in which other entities stand in the place of some, however deep.

    >>> from troopmoves.claims.verb import present
    >>> claim = present("CAN", Base(id="taji", name="Taji"), 20, when="2020-01-07", id="can-taji")
    >>> print(swapped(claim, {("places", "taji"): Base(id="taji", name="Camp Taji")}))
    can-taji: 20 CAN in Camp Taji, 7 Jan 2020
    """
    return cast("_Value", _swap(value, swaps)) if swaps else value


def _swap(value: object, swaps: Swaps) -> object:
    if isinstance(value, tuple):
        parts = tuple(_swap(part, swaps) for part in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if _is_entity(value) and _key(cast("Entity", value)) in swaps:
        return swaps[_key(cast("Entity", value))]
    changed = {name: new for name, old in _fields(value).items() if (new := _swap(old, swaps)) is not old}
    return attrs.evolve(value, **changed) if changed else value  # type: ignore[misc]  # it has fields


def agreed(ours: HoldsEntities, theirs: HoldsEntities, judge: Judge) -> tuple[Swaps, Swaps]:
    """Return what entities of ours and of theirs become, so that one id stands for one thing."""
    both = (*ours.census.places, *theirs.census.places)
    closed = frozenset(place.key for place in both if isinstance(place, Country))
    own, other = _entities(ours, closed), _entities(theirs, closed)
    left: dict[Key, Entity] = {}
    right: dict[Key, Entity] = {}
    for key in (key for key in other if key in own):  # what an entity is defined by comes before it
        mine, yours = swapped(own[key], left), swapped(other[key], right)
        if mine == yours:
            continue
        table, name = key
        collision = Collision(table=table, id=name, ours=mine, theirs=yours, rule=differing(mine, yours))
        settlement = judge.settle(collision, can_be_renamed=not isinstance(yours, Country))
        if settlement == "rename" and not isinstance(yours, Country):
            taken = {name for known, name in (*own, *other) if known == table}
            right[key] = attrs.evolve(yours, id=judge.renamed(name, taken))
        elif settlement == "theirs":
            left[key] = yours
        else:
            right[key] = mine
    return left, right


def _entities(held: HoldsEntities, closed: Collection[str]) -> dict[Key, Entity]:
    """Return the entities of a ledger, each after those it is defined by.

    A country has a row only where it is closed; one that is open here and closed in the other ledger is to
    be found in the claims.
    """
    roots: list[object] = [held.census]
    if closed:
        roots += [held.reports, held.loose]
    found = (entity for root in roots for entity in _entities_in(root))
    return {_key(one): one for one in found if not isinstance(one, Country) or one.key in closed}


def _entities_in(value: object) -> Iterator[Entity]:
    if isinstance(value, tuple):
        for part in value:
            yield from _entities_in(part)
    for part in _fields(value).values():
        yield from _entities_in(part)
    if _is_entity(value):
        yield cast("Entity", value)


def _fields(value: object) -> dict[str, object]:
    """Return the fields of a record; of anything else there are none."""
    kind: type = type(value)
    if not attrs.has(kind):
        return {}
    return {field.name: getattr(value, field.name) for field in attrs.fields(kind)}


def _is_entity(value: object) -> bool:
    return type(value) in TABLES


def _key(entity: Entity) -> Key:
    name = entity.id if isinstance(entity, Organisation | Operation | Unit) else entity.key
    return TABLES[type(entity)], name
