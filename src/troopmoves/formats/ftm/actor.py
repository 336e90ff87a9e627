"""Who and where, as FollowTheMoney has it: bodies, places, and what ties them.

| here | there |
|---|---|
| nation | `PublicBody` |
| organisation, operation, unit | `Organization` |
| place with a key | `Address` |
| lead and members of an operation | `Membership` |
| a place inside another one, who operates it | `UnknownLink` |

To add a kind of entity: one function here, one test.
"""

from __future__ import annotations

from collections.abc import Iterator

from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import Area, Base, Country, DefinitePlace, Region, parent_of
from troopmoves.entities.unit import Unit
from troopmoves.formats.ftm.territory import TERRITORIES
from troopmoves.formats.ftm.value import cleaned, degrees
from troopmoves.formats.ftm.writer import Writer


def nation_id(nation: Nation, writer: Writer) -> str:
    """Return the id of a nation, which is written if it is not yet."""
    name = writer.id("nation", nation.code)
    if writer.is_new(name):
        aliases = (("alias", spelling) for spelling, code in writer.aliases if code == nation.code)
        writer.put(name, "PublicBody", ("name", nation.name), *aliases, *_country(nation, writer))
    return name


def _country(nation: Nation, writer: Writer) -> Iterator[tuple[str, str]]:
    if nation.code in TERRITORIES:
        yield "country", TERRITORIES[nation.code]
    else:
        writer.lose("country")


def _named(name: str, key: str) -> tuple[str, str]:
    """Return the name of an entity, which it needs, or its key where none of it can be seen."""
    return "name", name if cleaned(name, "name") else key


def organisation_id(organisation: Organisation, writer: Writer) -> str:
    """Return the id of an organisation, likewise."""
    name = writer.id("organisation", organisation.id)
    if writer.is_new(name):
        writer.put(name, "Organization", _named(str(organisation), organisation.id))
    return name


def operation_id(operation: Operation, writer: Writer) -> str:
    """Return the id of an operation, likewise; its lead and members are tied to it."""
    name = writer.id("operation", operation.id)
    if writer.is_new(name):
        aliases = (("alias", alias) for alias in operation.aliases)
        fields = (_named(operation.name, operation.id), *aliases, ("classification", "operation"))
        writer.put(name, "Organization", *fields)
        if operation.lead is not None:
            lead = body_id(operation.lead, writer)
            writer.link("Membership", ("member", lead), ("organization", name), "lead")
        for member in operation.members:
            writer.link("Membership", ("member", nation_id(member, writer)), ("organization", name), "member")
    return name


def unit_id(unit: Unit, writer: Writer) -> str:
    """Return the id of a unit, likewise, with the units above it."""
    name = writer.id("unit", unit.id)
    if writer.is_new(name):
        writer.put(
            name,
            "Organization",
            _named(unit.name, unit.id),
            *(("alias", alias) for alias in unit.aliases),
            *_country(unit.nation, writer),
            ("classification", "unit" if unit.echelon is None else str(unit.echelon)),
            ("topics", "mil"),
            *([] if unit.parent is None else [("parent", unit_id(unit.parent, writer))]),
        )
    return name


def body_id(body: Nation | Organisation | Operation, writer: Writer) -> str:
    """Return the id of whoever leads or operates something, likewise."""
    match body:
        case Nation():
            return nation_id(body, writer)
        case Organisation():
            return organisation_id(body, writer)
        case Operation():
            return operation_id(body, writer)


def involved(force: Force, writer: Writer) -> list[str]:
    """Return the ids of whom a force names: its nation, operation and unit."""
    found = [] if force.sender is None else [nation_id(force.sender, writer)]
    found += [] if force.operation is None else [operation_id(force.operation, writer)]
    return found if force.unit is None else [*found, unit_id(force.unit, writer)]


def place_id(place: DefinitePlace, writer: Writer) -> str:
    """Return the id of a place, likewise, tied to those it lies in and to who operates it."""
    name = writer.id("place", place.key)
    if writer.is_new(name):
        writer.put(name, "Address", *_described(place, writer))
        above = parent_of(place)
        if above is not None:
            _tie(name, place_id(above, writer), "within", writer)
        if isinstance(place, Base) and place.operated_by is not None:
            _tie(body_id(place.operated_by, writer), name, "operates", writer)
        if isinstance(place, Region):
            for member in place.members:
                _tie(place_id(member, writer), name, "within", writer)
    return name


def _tie(one: str, other: str, role: str, writer: Writer) -> None:
    writer.link("UnknownLink", ("subject", one), ("object", other), role)


def _described(place: DefinitePlace, writer: Writer) -> Iterator[tuple[str, str]]:
    yield "full", str(place)
    yield _named(str(place), place.key)
    nation = nation_of(place)
    if nation is not None:
        yield from _country(nation, writer)
    if not isinstance(place, Base) and place.closed:
        yield "remarks", "the places known in it are all there are"
    if isinstance(place, Base):
        yield from (("alias", alias) for alias in place.aliases)
        if place.latitude is not None and place.longitude is not None:
            yield "latitude", degrees(place.latitude)
            yield "longitude", degrees(place.longitude)


def nation_of(place: DefinitePlace) -> Nation | None:
    """Return the nation in whose country a place lies, if that is said."""
    above: DefinitePlace | None = place
    while isinstance(above, Area | Base):
        above = above.within
    return above.nation if isinstance(above, Country) else None
