"""Outlines of countries: Natural Earth's, at 1 : 110 million, or the caller's own.

Natural Earth's come out of the installed package bqplot, of which one file is read, its map of the world in
TopoJSON; the package is never imported, and nothing is ever fetched. Natural Earth draws who is in control.
Small states such as Bahrain and Malta are missing at this scale, and are places that cannot be drawn.

To take the outlines from elsewhere: `_world_file`, and `_NAMED` for names that `Nation.of` does not read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeAlias, final

import attrs

from troopmoves.entities.nation import Nation
from troopmoves.errors import MissingExtraError, PlaceError, UnknownNationError

Point: TypeAlias = tuple[float, float]
"""Degrees east and north; or pixels to the right and down."""
Ring: TypeAlias = "tuple[Point, ...]"
"""A closed line: the last point is the first."""
Polygon: TypeAlias = "tuple[Ring, ...]"
"""An outer ring and its holes."""

_NAMED: Final = MappingProxyType({"Congo": "COG"})
"""What the file calls a country that `Nation.of` finds ambiguous."""


@final
@attrs.frozen
class Outline:
    """The land of one country."""

    key: str | None
    """The key of the place; None for land without a code."""
    polygons: tuple[Polygon, ...]
    """Its parts."""


def outlines(brought: Mapping[str, object]) -> tuple[Outline, ...]:
    """Return the outlines of the world, with those that the caller brings in the place of the package's.

    Args:
        brought: GeoJSON geometries, or anything with a `__geo_interface__`, by the keys of places.

    Raises:
        MissingExtraError: If the caller brings none and the package is not installed.
        PlaceError: If what is brought is no polygon.
    """
    own = tuple(Outline(key, _polygons_of(value, key)) for key, value in brought.items())
    file = _world_file()
    if file is None and not own:
        rule = "a map needs outlines of countries, and takes them from this package's map of the world"
        raise MissingExtraError.of("bqplot", rule, "maps", "bring outlines with geometries=")
    world = () if file is None else world_of(file)
    return (*(one for one in world if one.key not in brought), *own)


def _world_file() -> Path | None:
    spec = find_spec("bqplot")
    folders = () if spec is None else spec.submodule_search_locations or ()
    files = (Path(folder) / "map_data" / "WorldMap.json" for folder in folders)
    return next((file for file in files if file.is_file()), None)


@cache
def world_of(file: Path) -> tuple[Outline, ...]:
    """Return the countries of a TopoJSON file, each with the code that its name stands for."""
    topology = json.loads(file.read_text(encoding="utf-8"))
    arcs = _arcs(topology)
    return tuple(
        Outline(_code_of(str(shape["properties"]["name"])), tuple(_joined(shape, arcs)))
        for shape in topology["objects"]["subunits"]["geometries"]
    )


def _code_of(name: str) -> str | None:
    """Return the code of a country by its name; None for land whose name is no nation's."""
    try:
        return Nation.of(_NAMED.get(name, name)).code
    except UnknownNationError:
        return None


# -- TopoJSON -------------------------------------------------------------------------------------------


def _arcs(topology: Mapping[str, Any]) -> list[list[Point]]:
    """Return the lines of a topology in degrees: it stores steps, in whole units of its own."""
    (across, up), (east, north) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [
        [
            (x * across + east, y * up + north)
            for x, y in accumulate(arc, lambda one, step: (one[0] + step[0], one[1] + step[1]))
        ]
        for arc in topology["arcs"]
    ]


def _joined(shape: Mapping[str, Any], arcs: Sequence[Sequence[Point]]) -> Iterator[Polygon]:
    """Yield the polygons of a shape, whose rings are lists of lines; a negative number is one backwards."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for rings in polygons:
        yield tuple(_ring(ring, arcs) for ring in rings)


def _ring(numbers: Sequence[int], arcs: Sequence[Sequence[Point]]) -> Ring:
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return tuple(points)


# -- what a caller brings -------------------------------------------------------------------------------


def _polygons_of(value: object, key: str) -> tuple[Polygon, ...]:
    geometry = getattr(value, "__geo_interface__", value)
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise PlaceError(
            f"chart_flows.geometries[{key!r}]",
            kind or value,
            "an outline is a GeoJSON Polygon or MultiPolygon, or has a __geo_interface__ of one",
            "of a feature, pass the geometry; a base needs none if it has coordinates",
        )
    rings: Any = geometry["coordinates"] if isinstance(geometry, Mapping) else ()
    parts = [rings] if kind == "Polygon" else rings
    return tuple(tuple(tuple((p[0], p[1]) for p in ring) for ring in part) for part in parts)
