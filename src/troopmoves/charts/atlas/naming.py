"""Where the names of spots stand on a map: beside them, on the side that is least taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, final

import attrs

from troopmoves.charts.atlas.outlines import Point
from troopmoves.charts.palette import SIZE
from troopmoves.charts.rows.words import width_of

_GAP: Final = 10.0
_NEAR: Final = 7.0
_OUTSIDE: Final = 100


@final
@attrs.frozen
class Box:
    """A rectangle on a picture, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point) -> bool:
        """Return whether a point lies in it, or so near that a line would touch it."""
        across = self.left - _NEAR <= point[0] <= self.right + _NEAR
        return across and self.top - _NEAR <= point[1] <= self.bottom + _NEAR

    @property
    def middle(self) -> Point:
        """The point in the middle."""
        return round((self.left + self.right) / 2, 1), round((self.top + self.bottom) / 2, 1)

    @property
    def grid(self) -> list[Point]:
        """Points that stand for all of it."""
        middle = self.middle
        return [(x, middle[1]) for x in (self.left, middle[0], self.right)]


def names_at(spots: Sequence[tuple[str, Point]], taken: Iterable[Point], size: Point) -> list[Point]:
    """Return where the middle of each name stands.

    >>> names_at([("Iraq", (50.0, 50.0))], taken=[(70.0, 50.0)], size=(100.0, 100.0))
    [(26.0, 50.0)]

    Args:
        spots: Names, each with the point it belongs to.
        taken: Points that should stay free: those of lines, numbers and spots.
        size: The size of the picture.
    """
    crowd = [*taken, *(point for _, point in spots)]
    found: list[Point] = []
    for name, point in spots:
        best = min(_sides(name, point), key=lambda box: _crowding(box, crowd, size))
        crowd += best.grid
        found.append(best.middle)
    return found


def _sides(name: str, point: Point) -> list[Box]:
    """Return where a name may stand: to the right, to the left, above, below."""
    (x, y), wide, half = point, float(width_of([name], size=SIZE)), SIZE / 2
    return [
        Box(x + _GAP, y - half, x + _GAP + wide, y + half),
        Box(x - _GAP - wide, y - half, x - _GAP, y + half),
        Box(x - wide / 2, y - _GAP - SIZE, x + wide / 2, y - _GAP),
        Box(x - wide / 2, y + _GAP, x + wide / 2, y + _GAP + SIZE),
    ]


def _crowding(box: Box, taken: Iterable[Point], size: Point) -> int:
    outside = box.left < 0 or box.top < 0 or box.right > size[0] or box.bottom > size[1]
    return sum(box.holds(point) for point in taken) + _OUTSIDE * outside
