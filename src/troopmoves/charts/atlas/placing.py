"""Where the moves of a state come to stand on a map: spots, lines from one to the other, numbers.

A base is drawn at its coordinates. A country, and a base or area of which no more is known than its country,
is drawn at the point of the country where its name stands, which stands for all of it. A place that nobody
names, or a region, is drawn nowhere: its line leaves the map. One of several places is a line to each.

To draw another kind of place: one branch in `_Ground.spots`, one test.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from math import atan2, degrees, hypot
from typing import Final, final

import attrs

from troopmoves.charts.atlas.naming import names_at
from troopmoves.charts.atlas.outlines import Outline, Point
from troopmoves.charts.atlas.view import View, fitted, label_point
from troopmoves.charts.rows.flows import Move
from troopmoves.charts.rows.words import Row
from troopmoves.entities.place import AnyOf, Area, Base, DefinitePlace, Place, Unspecified

_STEPS: Final = 24
_BOW: Final = 0.2
_LEAST_BOW: Final = 38.0  # half of it lies between two numbers, which are 17 pixels wide
_APART: Final = 26.0
_CLEAR: Final = 9.0


class Sort(StrEnum):
    """What a spot stands for."""

    BASE = "base"
    """A place at its coordinates."""
    COUNTRY = "country"
    """A whole country, somewhere in it."""


@final
@attrs.frozen(kw_only=True)
class Spot:
    """Where something is drawn."""

    key: str
    """The key of the place that is drawn, which may hold the one that is meant."""
    name: str
    """What stands beside it."""
    sort: Sort
    """What it stands for."""
    point: Point
    """In degrees."""


@final
@attrs.frozen
class _Ground:
    """What is known of where places are."""

    outlines: Mapping[str, Outline]

    def spots(self, place: Place | None) -> list[Spot]:
        """Return where a place is drawn: nowhere, at one spot, or at each of several that it may be."""
        if isinstance(place, AnyOf):
            return [spot for option in place.options for spot in self.spots(option)]
        spot = self._spot(place) if isinstance(place, DefinitePlace) else None
        return [] if spot is None else [spot]

    def _spot(self, place: DefinitePlace) -> Spot | None:
        if isinstance(place, Base) and place.latitude is not None and place.longitude is not None:
            point = (place.longitude, place.latitude)
            return Spot(key=place.key, name=place.name, sort=Sort.BASE, point=point)
        outline = self.outlines.get(place.key)
        if outline is not None:
            return Spot(key=place.key, name=str(place), sort=Sort.COUNTRY, point=label_point(outline))
        above = place.within if isinstance(place, Base | Area) else None
        return None if above is None else self._spot(above)


@final
@attrs.frozen(kw_only=True)
class Course:
    """A move with the spots of its ends."""

    move: Move
    """The move."""
    origins: list[Spot]
    """Where people leave; none where that is drawn nowhere."""
    destinations: list[Spot]
    """Where they arrive or stay; several where it is one of them."""

    @property
    def leaves_the_map(self) -> bool:
        """Whether an end is drawn nowhere."""
        return not self.destinations or not (self.origins or self.move.stays)

    @property
    def undecided(self) -> bool:
        """Whether an end is one of several places."""
        return any(isinstance(end, AnyOf) for end in (self.move.origin, self.move.destination))

    @property
    def unnamed(self) -> bool:
        """Whether an end is a place that no source names."""
        destination = _is_unnamed(self.move.destination)
        return destination or (not self.move.stays and _is_unnamed(self.move.origin))


def _is_unnamed(place: Place | None) -> bool:
    options = place.options if isinstance(place, AnyOf) else (place,)
    return any(option is None or isinstance(option, Unspecified) for option in options)


@final
@attrs.frozen(kw_only=True)
class Placed:
    """Everything that a map draws, in pixels."""

    view: View | None
    """The window; None where no end can be drawn."""
    land: list[Row]
    """Outlines: `key`, `named` if a move ends there, and the pieces as a GeoJSON `geometry`."""
    rows: list[Row]
    """Spots, lines, heads and numbers, each with its `kind`."""


def courses(moves: Iterable[Move], world: Iterable[Outline]) -> list[Course]:
    """Return every move with where its ends are drawn."""
    ground = _Ground({outline.key: outline for outline in world if outline.key is not None})
    return [
        Course(
            move=move,
            origins=[] if move.stays else ground.spots(move.origin),
            destinations=ground.spots(move.destination),
        )
        for move in moves
    ]


def placed(found: list[Course], world: Iterable[Outline], width: int, below: int) -> Placed:
    """Return what is drawn of some moves on a map of a width.

    Args:
        found: The moves with their spots.
        world: The outlines of countries.
        width: Pixels from left to right.
        below: Pixels of the strip under the map in which lines end that leave it.
    """
    spots = {spot.key: spot for one in found for spot in (*one.origins, *one.destinations)}
    if not spots:
        return Placed(view=None, land=[], rows=[])
    outlines = tuple(world)
    near = [outline for outline in outlines if outline.key in spots]
    view = fitted([spot.point for spot in spots.values()], near, width)
    land: list[Row] = [
        {
            "kind": "land",
            "key": outline.key,
            "named": outline.key in spots,
            "type": "Feature",
            "geometry": {"type": "MultiPolygon", "coordinates": pieces},
        }
        for outline in outlines
        if (pieces := view.pieces(outline))
    ]
    lines = list(_lines(found, view, below))
    return Placed(view=view, land=land, rows=[*lines, *_spots(list(spots.values()), view, lines)])


def _spots(spots: list[Spot], view: View, lines: list[Row]) -> Iterator[Row]:
    """Yield the spots, each with its name where lines and numbers leave room for it."""
    taken = [(x, y) for row in lines if isinstance(x := row["x"], float) and isinstance(y := row["y"], float)]
    size = (float(view.width), float(view.height))
    names = names_at([(spot.name, view.at(spot.point)) for spot in spots], taken, size)
    for spot, (name_x, name_y) in zip(spots, names, strict=True):
        x, y = view.at(spot.point)
        yield {"kind": "spot", "key": spot.key, "sort": str(spot.sort), "x": x, "y": y}
        yield {"kind": "name", "name": spot.name, "x": name_x, "y": name_y}


def _lines(found: list[Course], view: View, below: int) -> Iterator[Row]:
    """Yield the lines of all moves; those between the same spots bow more and more, so that all are seen."""
    bows: defaultdict[frozenset[str], int] = defaultdict(int)
    exits = _exits(found, view)
    for course in found:
        ways = [(one, two) for one in course.origins for two in course.destinations if one.key != two.key]
        for one, two in ways:
            bows[frozenset((one.key, two.key))] += 1
            turn = bows[frozenset((one.key, two.key))]
            arc = _arc(view.at(one.point), view.at(two.point), turn)
            yield from _line(course.move, arc, sure=not course.undecided)
        if not ways and (course.origins or course.destinations):
            yield from _alone(course, view, exits, below)


def _alone(course: Course, view: View, exits: Mapping[int, float], below: int) -> Iterator[Row]:
    """Yield what is drawn of a move with one end on the map, or both at one spot."""
    number = course.move.number
    at = view.at((course.origins or course.destinations)[0].point)
    if number not in exits:
        yield {"kind": "number", "number": number, "x": at[0] - 20, "y": at[1] + 20 * (number % 3 - 1)}
        return
    edge = (exits[number], float(view.height + below / 2 - _CLEAR))
    ends = (at, edge) if course.origins else (edge, at)
    yield from _line(course.move, list(ends), sure=False, labelled=False)
    yield {"kind": "number", "number": number, "x": edge[0], "y": edge[1] + _CLEAR}


def _exits(found: list[Course], view: View) -> dict[int, float]:
    """Return where the lines that leave the map cross its lower edge: under their spots, and apart."""
    wanted = {
        one.move.number: view.at((one.origins or one.destinations)[0].point)[0]
        for one in found
        if one.leaves_the_map and (one.origins or one.destinations)
    }
    groups: defaultdict[float, list[int]] = defaultdict(list)
    for number, x in wanted.items():
        groups[x].append(number)
    spread = {
        number: x + (index - (len(numbers) - 1) / 2) * _APART
        for x, numbers in groups.items()
        for index, number in enumerate(numbers)
    }
    placed_at: dict[int, float] = {}
    free = _APART / 2
    for number, x in sorted(spread.items(), key=lambda item: (item[1], item[0])):
        placed_at[number] = round(max(x, free), 1)
        free = placed_at[number] + _APART
    return placed_at


def _arc(start: Point, end: Point, turn: int) -> list[Point]:
    """Return points on a bow: the second one lies on the other side, the third further out."""
    (x, y), (other_x, other_y) = start, end
    length = hypot(other_x - x, other_y - y) or 1.0
    side = (1 if turn % 2 else -1) * ((turn + 1) // 2) * max(_BOW * length, _LEAST_BOW)
    if (other_x, other_y) < (x, y):
        side = -side
    middle = (
        (x + other_x) / 2 + (other_y - y) / length * side,
        (y + other_y) / 2 - (other_x - x) / length * side,
    )
    points = [_bezier(start, middle, end, step / _STEPS) for step in range(_STEPS + 1)]
    return [
        point
        for point in points
        if hypot(point[0] - x, point[1] - y) >= _CLEAR
        and hypot(point[0] - other_x, point[1] - other_y) >= _CLEAR
    ] or [start, end]


def _bezier(start: Point, middle: Point, end: Point, part: float) -> Point:
    rest = 1 - part
    x, y = (
        rest * rest * one + 2 * rest * part * two + part * part * three
        for one, two, three in zip(start, middle, end, strict=True)
    )
    return round(x, 1), round(y, 1)


def _line(move: Move, points: list[Point], *, sure: bool, labelled: bool = True) -> Iterator[Row]:
    """Yield the points of a line, its head, and the number of the move in its middle."""
    style = "dotted" if not sure else "dashed" if move.planned else "solid"
    path = f"{move.number}:{points[0]}:{points[-1]}"
    for order, (x, y) in enumerate(points):
        yield {"kind": style, "path": path, "order": order, "x": x, "y": y}
    (x, y), (tip_x, tip_y) = points[-2] if len(points) > 1 else points[-1], points[-1]
    angle = round(degrees(atan2(tip_x - x, -(tip_y - y))), 1)
    yield {"kind": "head", "planned": move.planned, "sure": sure, "angle": angle, "x": tip_x, "y": tip_y}
    if labelled:
        middle = points[len(points) // 2]
        yield {"kind": "number", "number": move.number, "x": middle[0], "y": middle[1]}
