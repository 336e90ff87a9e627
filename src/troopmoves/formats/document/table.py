"""The tables of a document: places, organisations, operations, units, aliases.

A row stands under its id. The kind of a place follows from its row: under the code of a country it is that
country, with `members` a region, else a base, unless `kind: area` says otherwise.

To add a table: one `Table` in `reference.py`, its shape and its lines in `read_tables` and `write_tables`.
To add a kind of place: one member of `PlaceKind`, one shape, one branch in `_kind_of`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter
from typing import Any, Final, TypeVar, final

import attrs

from troopmoves.entities.nation import Nation, is_nation_code
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import Area, Base, Country, DefinitePlace, Region
from troopmoves.entities.unit import Unit
from troopmoves.formats.document.codec import (
    Codec,
    Plain,
    Shape,
    read_mapping,
    read_short,
    read_text,
    read_word,
)
from troopmoves.formats.document.entity import write_party
from troopmoves.formats.document.fault import Faults, below, fault, step_to
from troopmoves.formats.document.reference import Table, Tables
from troopmoves.ledger.ledger import Ledger

_T = TypeVar("_T")


@final
class PlaceKind(StrEnum):
    """What a row of the table of places defines."""

    COUNTRY = "country"
    """A country, about which there is more to say than its code."""
    AREA = "area"
    """A part of a country."""
    BASE = "base"
    """A camp, airfield or port; what a row is unless it says or shows otherwise."""
    REGION = "region"
    """Several places under one name."""


ORGANISATION: Final = Shape(record=Organisation, keys={"id": ""})
OPERATION: Final = Shape(record=Operation, keys={"id": ""})
UNIT: Final = Shape(record=Unit, keys={"id": ""})
COUNTRY: Final = Shape(record=Country, keys={"nation": ""}, beside=("kind",))
REGION: Final = Shape(record=Region, keys={"id": ""}, beside=("kind",))
AREA: Final = Shape(record=Area, keys={"id": ""}, beside=("kind", "country"))
BASE: Final = Shape(
    record=Base, keys={"id": ""}, writes={"operated_by": write_party}, beside=("kind", "country")
)
# The same two right inside a country, where the shorter `country: IRQ` is written.
_AREA_OF_COUNTRY: Final = Shape(record=Area, keys={"id": "", "within": "country"}, beside=("kind", "within"))
_BASE_OF_COUNTRY: Final = attrs.evolve(BASE, keys={"id": "", "within": "country"}, beside=("kind", "within"))
_SHAPES: Final = {
    PlaceKind.COUNTRY: COUNTRY,
    PlaceKind.REGION: REGION,
    PlaceKind.AREA: AREA,
    PlaceKind.BASE: BASE,
}
_SHAPES_IN_COUNTRY: Final = {**_SHAPES, PlaceKind.AREA: _AREA_OF_COUNTRY, PlaceKind.BASE: _BASE_OF_COUNTRY}

TABLES: Final = ("places", "organisations", "operations", "units", "aliases")
"""The keys of the tables, in the order in which they are written."""


def read_tables(document: Mapping[str, Plain], codec: Codec, tables: Tables) -> None:
    """Fill the tables from a document, each after those that it refers to.

    Raises:
        DocumentError: With the problems of all tables.
    """
    faults = Faults()
    rows: dict[str, dict[str, Plain]] = {}
    for title in TABLES:
        rows[title] = {}
        with faults.at(title):
            rows[title] = read_mapping(document.get(title, {}))
    for table in (tables.places, tables.organisations, tables.operations, tables.units):
        table.declared = frozenset(rows[table.title])

    def fill(
        table: Table[_T], build: Callable[[str, Plain], _T], refer: Callable[[Plain], Iterable[str]]
    ) -> None:
        with faults.at(table.title):
            _fill(table, rows[table.title], build, refer)

    with faults.at("aliases"):
        _read_aliases(rows["aliases"], tables)
    fill(tables.organisations, lambda key, row: _read_row(codec, key, row, ORGANISATION), _nothing)
    fill(tables.operations, lambda key, row: _read_row(codec, key, row, OPERATION), _nothing)
    fill(tables.units, lambda key, row: _read_row(codec, key, row, UNIT), lambda row: _words(row, "parent"))
    fill(
        tables.places,
        lambda key, row: _read_place(codec, key, row),
        lambda row: _words(row, "within", "country", "members"),
    )
    faults.tell()


def write_tables(ledger: Ledger, codec: Codec) -> dict[str, Plain]:
    """Return the tables of a ledger, those without rows left out."""
    tables: dict[str, Plain] = {
        "places": {place.key: _write_place(codec, place) for place in ledger.places},
        "organisations": {one.id: codec.write_shape(one, ORGANISATION) for one in ledger.organisations},
        "operations": {one.id: codec.write_shape(one, OPERATION) for one in ledger.operations},
        "units": {one.id: codec.write_shape(one, UNIT) for one in ledger.units},
        "aliases": dict(ledger.aliases),
    }
    return {title: rows for title, rows in tables.items() if rows}


# Deeper or larger than any real theatre, and small enough that no document can stall its reader.
_DEEPEST: Final = 50
_LARGEST: Final = 10_000
_LARGEST_IN_ALL: Final = 1_000_000


def _fill(
    table: Table[_T],
    rows: Mapping[str, Plain],
    build: Callable[[str, Plain], _T],
    refer: Callable[[Plain], Iterable[str]],
) -> None:
    graph = {key: [other for other in refer(row) if other in rows] for key, row in rows.items()}
    faults = Faults()
    order = _in_order(graph, faults)
    depth: dict[str, int] = {}
    size: dict[str, int] = {}
    in_all = 0
    for key in order:
        depth[key] = 1 + max((depth[other] for other in graph[key]), default=0)
        size[key] = 1 + sum(size[other] for other in graph[key])
        with faults.at(step_to(key)):
            first = all(other in table.built for other in graph[key])
            if first and (depth[key] > _DEEPEST or size[key] > _LARGEST):
                raise fault(key, f"rows refer to rows {_DEEPEST} deep at most, and to {_LARGEST:,} in all")
            in_all += size[key]
            if first and in_all > _LARGEST_IN_ALL:
                raise fault(
                    key, f"the rows of a table refer to {_LARGEST_IN_ALL:,} rows at most, taken together"
                )
            table.built[key] = build(key, rows[key])
        if faults.full:
            break
    faults.tell()


def _in_order(graph: Mapping[str, Iterable[str]], faults: Faults) -> list[str]:
    """Return the keys, each after those it refers to; circles, and what hangs on them, left out."""
    sorter = TopologicalSorter(graph)
    with suppress(CycleError):  # it goes on as far as it can; what is left refers to a circle
        sorter.prepare()
    order: list[str] = []
    while ready := sorter.get_ready():
        order += sorted(ready)
        sorter.done(*ready)
    left = graph.keys() - order
    _tell_circles({key: [other for other in graph[key] if other in left] for key in left}, faults)
    return order


def _tell_circles(graph: Mapping[str, list[str]], faults: Faults) -> None:
    """Tell each circle once, of keys of which every one refers to another one."""
    faults.failed = faults.failed or bool(graph)
    seen: set[str] = set()
    for first in sorted(graph):
        path: list[str] = []
        key = first
        while key not in seen:
            seen.add(key)
            path.append(key)
            key = graph[key][0]
        if key in path:
            circle = [*path[path.index(key) :], key]
            faults.add(step_to(key), " - ".join(circle), "rows refer to each other in a circle")


def _nothing(_: Plain) -> Iterable[str]:
    return ()


def _words(row: Plain, *keys: str) -> Iterable[str]:
    """Yield the words under some keys of a row, whatever else stands there."""
    for key in keys:
        value = row.get(key) if isinstance(row, dict) else None
        yield from (word for word in (value if isinstance(value, list) else [value]) if isinstance(word, str))


def _read_row(codec: Codec, key: str, row: Plain, shape: Shape) -> Any:  # noqa: ANN401 (a record of the shape)
    mapping = read_mapping(row)
    put_in = next(attribute for attribute, name in shape.keys.items() if not name)
    if put_in in mapping:
        raise fault(mapping[put_in], "the id of a row is its key", "leave it out", step=put_in)
    return codec.read_shape({put_in: key, **mapping}, shape)


def _read_place(codec: Codec, key: str, row: Plain) -> DefinitePlace:
    mapping = read_mapping(row)
    kind = _kind_of(key, mapping)
    fields = {name: value for name, value in mapping.items() if name != "kind"}
    if "country" in mapping and "within" in mapping:
        raise fault(mapping["country"], "a place has 'country' or 'within', not both", step="country")
    if kind is PlaceKind.COUNTRY and not is_nation_code(key):
        raise fault(key, "a country stands under its code", "write it like IRQ")
    shape = (_SHAPES if "within" in mapping else _SHAPES_IN_COUNTRY)[kind]
    place: DefinitePlace = _read_row(codec, key, fields, shape)
    if "country" in mapping and isinstance(place, Base | Area) and not isinstance(place.within, Country):
        raise fault(mapping["country"], "this is no country", "name an area by 'within'", step="country")
    return place


def _kind_of(key: str, row: Mapping[str, Plain]) -> PlaceKind:
    if "kind" in row:
        with below("kind"):
            return PlaceKind(read_word(row["kind"], PlaceKind))
    if is_nation_code(key):
        return PlaceKind.COUNTRY
    return PlaceKind.REGION if "members" in row else PlaceKind.BASE


def _write_place(codec: Codec, place: DefinitePlace) -> Plain:
    match place:
        case Country():
            return codec.write_shape(place, COUNTRY)
        case Region():
            return codec.write_shape(place, REGION)
        case Area():
            shape = _AREA_OF_COUNTRY if isinstance(place.within, Country) else AREA
            return {"kind": str(PlaceKind.AREA), **codec.write_shape(place, shape)}
        case Base():
            return codec.write_shape(place, BASE if isinstance(place.within, Area) else _BASE_OF_COUNTRY)


def _read_aliases(rows: Mapping[str, Plain], tables: Tables) -> None:
    faults = Faults()
    for spelling, name in rows.items():
        with faults.at(step_to(spelling)):
            if is_nation_code(spelling):
                raise fault(spelling, "this is the code of a nation", "an alias is another spelling")
            tables.aliases[read_text(spelling)] = Nation.of(read_short(name))
        if faults.full:
            break
    faults.tell()
