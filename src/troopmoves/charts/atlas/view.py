"""Where degrees come to stand on a picture: a window on the world, fitted round what is to be seen.

The projection is equirectangular, true to scale at the middle latitude. Distances and areas on it are for
orientation only; no number of people is ever drawn as a length or an area of the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, inf, radians
from typing import Final, final

import attrs

from troopmoves.charts.atlas.outlines import Outline, Point, Polygon, Ring

_ROUND: Final = 360.0
_NARROWEST: Final = 14.0  # degrees: a map of one base is still a map
_MARGIN: Final = 0.16
_TALLEST: Final = 0.62  # of the width
_LOWEST: Final = 0.42
_HIGHEST_LATITUDE: Final = 84.0
_LARGE: Final = 40.0  # degrees; of a larger country only the point where it is labelled need be seen
_GRID: Final = 14


@final
@attrs.frozen(kw_only=True)
class View:
    """A window on the world, in degrees, and its size in pixels."""

    west: float
    """The left edge; the right one may lie beyond 180 degrees."""
    north: float
    """The upper edge."""
    across: float
    """Pixels in a degree of longitude."""
    up: float
    """Pixels in a degree of latitude."""
    width: int
    """Pixels from left to right."""
    height: int
    """Pixels from top to bottom."""

    def at(self, point: Point) -> Point:
        """Return where a point on the globe stands, in pixels from the upper left."""
        east = (point[0] - self.west) % _ROUND
        return round(east * self.across, 1), round((self.north - point[1]) * self.up, 1)

    def pieces(self, outline: Outline) -> list[list[list[list[float]]]]:
        """Return what of an outline is seen, in pixels, as the coordinates of a MultiPolygon."""
        return [
            rings
            for polygon in outline.polygons
            for turn in (-_ROUND, 0.0, _ROUND)
            if (rings := list(self._seen(polygon, turn)))
        ]

    def _seen(self, polygon: Polygon, turn: float) -> Iterator[list[list[float]]]:
        for ring in polygon:
            placed = [
                ((east + turn - self.west) * self.across, (self.north - north) * self.up)
                for east, north in ring
            ]
            cut = _cut_to(placed, self.width, self.height)
            if cut:
                yield [[round(x, 1), round(y, 1)] for x, y in cut]


def fitted(points: Sequence[Point], near: Iterable[Outline], width: int) -> View:
    """Return the window that shows some points, and the small ones of the countries near them.

    Args:
        points: What must be seen; one at least.
        near: The countries that the points are in.
        width: Pixels from left to right.
    """
    seen = [*points, *(corner for outline in near for corner in _corners(outline))]
    west = _west_of([east for east, _ in seen])
    easts = [west + (east - west) % _ROUND for east, _ in seen]
    norths = [north for _, north in seen]
    middle = (min(norths) + max(norths)) / 2
    squeeze = max(cos(radians(middle)), 0.2)
    wide = max(max(easts) - min(easts), _NARROWEST) * (1 + 2 * _MARGIN)
    tall = max(max(norths) - min(norths), _NARROWEST * _LOWEST) * (1 + 2 * _MARGIN)
    wide = max(wide, tall / squeeze / _TALLEST)
    tall = max(tall, wide * squeeze * _LOWEST)
    wide = min(wide, _ROUND)
    up = width / wide / squeeze
    height = min(round(tall * up), round(width * _TALLEST))
    centre = (min(easts) + max(easts)) / 2
    north = min(middle + height / up / 2, _HIGHEST_LATITUDE + 4)
    return View(west=centre - wide / 2, north=north, across=width / wide, up=up, width=width, height=height)


def _corners(outline: Outline) -> list[Point]:
    """Return the corners of a country's largest part, none where it is too large to be seen as a whole."""
    ring = _largest(outline)
    easts, norths = [east for east, _ in ring], [north for _, north in ring]
    if max(easts) - min(easts) > _LARGE or max(norths) - min(norths) > _LARGE:
        return []
    return [(min(easts), min(norths)), (max(easts), max(norths))]


def _west_of(easts: Sequence[float]) -> float:
    """Return the longitude from which eastwards all points are met on the shortest way."""
    ordered = sorted({east % _ROUND for east in easts})
    gaps = [(after - before, after) for before, after in pairwise(ordered)]
    gaps.append((ordered[0] + _ROUND - ordered[-1], ordered[0]))
    start = max(gaps)[1]
    return start if start <= _ROUND / 2 else start - _ROUND


def label_point(outline: Outline) -> Point:
    """Return a point well inside the largest part of a country, where its name can stand.

    It stands for the country as a whole and never for a place in it.
    """
    ring = _largest(outline)
    easts, norths = [east for east, _ in ring], [north for _, north in ring]
    squeeze = cos(radians((min(norths) + max(norths)) / 2))
    candidates = [
        (
            min(easts) + (max(easts) - min(easts)) * (column + 0.5) / _GRID,
            min(norths) + (max(norths) - min(norths)) * (line + 0.5) / _GRID,
        )
        for column in range(_GRID)
        for line in range(_GRID)
    ]
    inside = [point for point in candidates if _holds(ring, point)] or [ring[0]]
    return max(inside, key=lambda point: _distance(ring, point, squeeze))


def _largest(outline: Outline) -> Ring:
    return max((polygon[0] for polygon in outline.polygons), key=_area)


def _area(ring: Ring) -> float:
    return abs(sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in pairwise(ring)))


def _holds(ring: Ring, point: Point) -> bool:
    """Return whether a ring goes round a point."""
    x, y = point
    crossings = sum(
        (one[1] > y) != (two[1] > y) and x < (two[0] - one[0]) * (y - one[1]) / (two[1] - one[1]) + one[0]
        for one, two in pairwise(ring)
    )
    return crossings % 2 == 1


def _distance(ring: Ring, point: Point, squeeze: float) -> float:
    """Return how far a point is from a ring, in degrees of latitude."""
    nearest = inf
    for (x, y), (other_x, other_y) in pairwise(ring):
        run, rise = (other_x - x) * squeeze, other_y - y
        ahead, above = (point[0] - x) * squeeze, point[1] - y
        length = run * run + rise * rise
        part = 0.0 if not length else min(max((ahead * run + above * rise) / length, 0.0), 1.0)
        nearest = min(nearest, hypot(ahead - part * run, above - part * rise))
    return nearest


def _cut_to(ring: Sequence[Point], width: float, height: float) -> list[Point]:
    """Return the part of a ring inside a rectangle (Sutherland and Hodgman's way, an edge at a time)."""
    points = list(ring)
    for axis, edge, keeps_less in ((0, 0.0, False), (0, width, True), (1, 0.0, False), (1, height, True)):
        points = _cut_at(points, axis, edge, keeps_less=keeps_less)
        if not points:
            return []
    return [*points, points[0]] if points[0] != points[-1] else points


def _cut_at(points: Sequence[Point], axis: int, edge: float, *, keeps_less: bool) -> list[Point]:
    kept: list[Point] = []
    for one, two in pairwise([*points, points[0]]):
        inside, goes_on = ((end[axis] <= edge) == keeps_less or end[axis] == edge for end in (one, two))
        if inside:
            kept.append(one)
        if inside != goes_on:
            part = (edge - one[axis]) / (two[axis] - one[axis])
            kept.append((one[0] + part * (two[0] - one[0]), one[1] + part * (two[1] - one[1])))
    return kept
