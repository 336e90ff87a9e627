"""The places, organisations, operations and units that a ledger's claims speak of, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeAlias, TypeVar, final

import attrs

from troopmoves.claims.claim import Claim
from troopmoves.claims.proposition import PostureChange, Presence
from troopmoves.entities.force import Force
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import (
    AnyOf,
    Base,
    Country,
    DefinitePlace,
    Place,
    Region,
    Unspecified,
    parent_of,
)
from troopmoves.entities.unit import Unit
from troopmoves.errors import RedefinitionError
from troopmoves.solve.ground import in_closed

Entity: TypeAlias = DefinitePlace | Organisation | Operation | Unit


@final
@attrs.frozen(kw_only=True)
class Census:
    """Every entity with an id of its own, declared or used, in the order of ids."""

    places: tuple[DefinitePlace, ...]
    """Areas, bases and regions; a country only if it is closed."""
    organisations: tuple[Organisation, ...]
    operations: tuple[Operation, ...]
    units: tuple[Unit, ...]

    @cached_property
    def in_closed(self) -> tuple[DefinitePlace, ...]:
        """The places that are closed or lie in one that is."""
        return in_closed(self.places)


def take_census(claims: Iterable[Claim], declared: Iterable[Entity]) -> Census:
    """Return every entity that is declared, or used in a claim or by another entity.

    Raises:
        RedefinitionError: If one id stands for two different things of a kind.
    """
    used = [entity for claim in claims for entity in _of_claim(claim)]
    entities = list(_with_parts([*declared, *used]))
    every_place = _by_id("places", (entity for entity in entities if isinstance(entity, DefinitePlace)))
    return Census(
        places=tuple(place for place in every_place if not isinstance(place, Country) or place.closed),
        organisations=_by_id("organisations", (one for one in entities if isinstance(one, Organisation))),
        operations=_by_id("operations", (one for one in entities if isinstance(one, Operation))),
        units=_by_id("units", (one for one in entities if isinstance(one, Unit))),
    )


_Entity = TypeVar("_Entity", DefinitePlace, Organisation, Operation, Unit)


def _key(entity: Entity) -> str:
    return entity.id if isinstance(entity, Organisation | Operation | Unit) else entity.key


def _by_id(table: str, entities: Iterable[_Entity]) -> tuple[_Entity, ...]:
    found: dict[str, _Entity] = {}
    for entity in entities:
        known = found.setdefault(_key(entity), entity)
        if known != entity:
            raise RedefinitionError(
                f"{table}.{_key(entity)}",
                str(entity),
                f"this id stands for another one: {known!r}",
                "use two ids",
            )
    return tuple(found[key] for key in sorted(found))


def _of_claim(claim: Claim) -> Iterator[Entity]:
    proposition = claim.proposition
    if proposition is None:
        return
    yield from _of_force(proposition.force)
    places: list[Place | None]
    if isinstance(proposition, PostureChange):
        places = [proposition.origin, proposition.destination]
    else:
        places = [proposition.place]
    if isinstance(proposition, Presence | PostureChange) and proposition.whole is not None:
        yield from _of_force(proposition.whole.force)
        places.append(proposition.whole.place)
    for place in places:
        yield from _of_place(place)


def _of_force(force: Force) -> Iterator[Entity]:
    if force.operation is not None:
        yield force.operation
    if force.unit is not None:
        yield force.unit


def _of_place(place: Place | None) -> Iterator[Entity]:
    match place:
        case None:
            return
        case AnyOf():
            for option in place.options:
                yield from _of_place(option)
        case Unspecified():
            yield from (end for end in (place.within, place.outside) if end is not None)
            yield from _operator(place)
        case _:
            yield place


def _operator(place: Base | Unspecified) -> Iterator[Entity]:
    if isinstance(place.operated_by, Organisation | Operation):
        yield place.operated_by


def _with_parts(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Yield the entities and, first, those they are defined by."""
    for entity in entities:
        yield from _with_parts(_parts(entity))
        yield entity


def _parts(entity: Entity) -> Iterator[Entity]:
    match entity:
        case Unit():
            if entity.parent is not None:
                yield entity.parent
        case Operation():
            if isinstance(entity.lead, Organisation):
                yield entity.lead
        case Organisation():
            return
        case Region():
            yield from entity.members
        case _:
            above = parent_of(entity)
            if above is not None:
                yield above
            if isinstance(entity, Base):
                yield from _operator(entity)
