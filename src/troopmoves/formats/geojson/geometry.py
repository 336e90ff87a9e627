"""Where a map draws a place or a move, as geometries of RFC 7946: longitude first, WGS 84.

Nothing is made up. A place is drawn where its coordinates say, or as the caller's own geometry says; any
other place has none. A move is a straight line between two points, cut where it crosses the antimeridian.

To add a type of geometry that callers may bring: one row in `_NESTING`, one test.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import inf
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from troopmoves.entities.place import Base, DefinitePlace, Place
from troopmoves.errors import PlaceError

Geometry: TypeAlias = dict[str, Any]
"""A geometry object: its type and its coordinates."""

Position: TypeAlias = list[float]
"""Degrees east, degrees north and, where a caller brings it, metres up."""

_ANTIMERIDIAN: Final = 180.0
_HIGHEST_LATITUDE: Final = 90.0
_DECIMALS: Final = 6  # a tenth of a metre; RFC 7946, section 11.2

_FEWEST_IN_LINE: Final = 2
_FEWEST_IN_RING: Final = 4
_SIZES_OF_POSITIONS: Final = (2, 3)

_NESTING: Final = MappingProxyType(
    {
        "Point": 0,
        "MultiPoint": 1,
        "LineString": 1,
        "MultiLineString": 2,
        "Polygon": 2,
        "MultiPolygon": 3,
    }
)
"""How deep the positions of each type of geometry are nested."""


def geometry_of(place: Place | None, brought: Mapping[str, Geometry]) -> Geometry | None:
    """Return where a place is drawn; None where nobody has said.

    Args:
        place: The place; None is everywhere.
        brought: The caller's own geometries by the keys of places.
    """
    if isinstance(place, DefinitePlace) and place.key in brought:
        return brought[place.key]
    if isinstance(place, Base) and place.longitude is not None and place.latitude is not None:
        return {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return None


def line_between(origin: Geometry | None, destination: Geometry | None) -> Geometry | None:
    """Return the line from one point to another; None unless both ends are points, and two.

    >>> line_between({"type": "Point", "coordinates": [44, 33]}, {"type": "Point", "coordinates": [48, 29]})
    {'type': 'LineString', 'coordinates': [[44, 33], [48, 29]]}
    """
    if origin is None or destination is None or {origin["type"], destination["type"]} != {"Point"}:
        return None
    pieces = _cut(origin["coordinates"][:2], destination["coordinates"][:2])
    if len(pieces) > 1:
        return {"type": "MultiLineString", "coordinates": pieces}
    return {"type": "LineString", "coordinates": pieces[0]} if pieces else None


def _cut(start: Position, end: Position) -> list[list[Position]]:
    """Return a line the shorter way round, in two pieces if that crosses the antimeridian."""
    (east, north), (other_east, other_north) = start, end
    if abs(other_east - east) <= _ANTIMERIDIAN:
        return [[start, end]] if start != end else []
    edge = _ANTIMERIDIAN if east > 0 else -_ANTIMERIDIAN
    width = other_east + 2 * edge - east
    if not width:
        return _cut(start, [edge, other_north])
    crossing = round(north + (edge - east) / width * (other_north - north), _DECIMALS)
    pieces = [[start, [edge, crossing]], [[-edge, crossing], end]]
    return [piece for piece in pieces if piece[0][0] != piece[1][0]]  # an end may lie on the antimeridian


def checked_geometries(given: Mapping[str, object], where: str) -> dict[str, Geometry]:
    """Return the caller's geometries as plain values, each ring wound as RFC 7946 asks.

    Args:
        given: Geometry objects, or anything with a `__geo_interface__`, by the keys of places.
        where: What to call them in errors.

    Raises:
        PlaceError: If one is no geometry in degrees.
    """
    return {
        key: _read(getattr(value, "__geo_interface__", value), f"{where}[{key!r}]")
        for key, value in given.items()
    }


def _read(value: object, where: str) -> Geometry:
    if not isinstance(value, Mapping) or value.get("type") not in (*_NESTING, "GeometryCollection"):
        rule = f"a geometry has one of the types {', '.join(_NESTING)}, GeometryCollection"
        raise PlaceError(where, value, rule, "of a feature, pass the geometry")
    kind = value["type"]
    member = "coordinates" if kind in _NESTING else "geometries"
    if set(value) != {"type", member}:
        raise PlaceError(where, sorted(map(str, value)), f"a {kind} has a type and {member}, nothing else")
    if kind in _NESTING:
        coordinates = _positions(value[member], _NESTING[kind], f"{where}.coordinates")
        _check_lines(kind, coordinates, where)
        return {"type": kind, "coordinates": _wound(kind, coordinates)}
    parts = _items(value[member], where)
    if any(isinstance(part, Mapping) and part.get("type") == kind for part in parts):
        raise PlaceError(where, kind, "a collection holds no collection", "list all geometries in one")
    return {
        "type": kind,
        "geometries": [_read(part, f"{where}.geometries[{index}]") for index, part in enumerate(parts)],
    }


def _items(value: object, where: str) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise PlaceError(where, value, "here stands a list")
    return list(value)


def _positions(value: object, depth: int, where: str) -> list[Any]:
    if not depth:
        return _position(value, where)
    return [
        _positions(part, depth - 1, f"{where}[{index}]") for index, part in enumerate(_items(value, where))
    ]


def _position(value: object, where: str) -> Position:
    numbers = _items(value, where)
    if len(numbers) not in _SIZES_OF_POSITIONS or not all(map(_is_number, numbers)):
        raise PlaceError(where, value, "a position is two or three numbers", "write [longitude, latitude]")
    if abs(numbers[0]) > _ANTIMERIDIAN or abs(numbers[1]) > _HIGHEST_LATITUDE:
        rule = "longitudes are from -180 to 180 degrees, latitudes from -90 to 90"
        raise PlaceError(where, value, rule, "write [longitude, latitude] in WGS 84")
    return numbers


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < inf


def _check_lines(kind: str, coordinates: list[Any], where: str) -> None:
    if kind.endswith("LineString"):
        lines = [coordinates] if kind == "LineString" else coordinates
        if any(len(line) < _FEWEST_IN_LINE for line in lines):
            raise PlaceError(where, kind, "a line has two positions at least")
    elif kind.endswith("Polygon"):
        for ring in (ring for polygon in _polygons(kind, coordinates) for ring in polygon):
            if len(ring) < _FEWEST_IN_RING or ring[0] != ring[-1]:
                rule = "a ring has four positions at least, the last one like the first"
                raise PlaceError(where, kind, rule)


def _polygons(kind: str, coordinates: list[Any]) -> list[Any]:
    return [coordinates] if kind == "Polygon" else coordinates


def _wound(kind: str, coordinates: list[Any]) -> list[Any]:
    """Return the rings of polygons counterclockwise outside and clockwise inside."""
    if not kind.endswith("Polygon"):
        return coordinates
    polygons = [
        [ring[::-1] if _is_clockwise(ring) == (index == 0) else ring for index, ring in enumerate(polygon)]
        for polygon in _polygons(kind, coordinates)
    ]
    return polygons[0] if kind == "Polygon" else polygons


def _is_clockwise(ring: list[Position]) -> bool:
    return sum((end[0] - start[0]) * (end[1] + start[1]) for start, end in pairwise(ring)) > 0
