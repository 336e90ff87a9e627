"""Gaps: where and when something may have moved unreported, so that inertia does not reach across."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from datetime import date
from typing import Final, NamedTuple, TypeAlias, final

from troopmoves.solve.division import Cell
from troopmoves.solve.inertia import Span


class Gap(NamedTuple):
    """Cells in which something may have happened unreported, after one day and by another."""

    cells: frozenset[Cell] | None
    """None: all of them."""
    after: date
    by: date


ANYTHING: Final = Gap(None, date.min, date.max)
"""Anything may have happened unreported, anywhere and between any two days."""

_Spans: TypeAlias = tuple[Span, ...]
"""Days in order, after the first and by the last of each; those that overlap are one."""


@final
class Gaps:
    """Some gaps, found by cell and day."""

    __slots__ = ("_elsewhere", "_of")

    def __init__(self, *gaps: Gap) -> None:
        """Open some gaps."""
        self._of: dict[Cell, _Spans] = {}
        self._elsewhere: _Spans = ()
        for gap in gaps:
            self._open(gap)

    def _open(self, gap: Gap) -> None:
        if gap.cells is None:
            self._of = {cell: _with(spans, gap) for cell, spans in self._of.items()}
            self._elsewhere = _with(self._elsewhere, gap)
        else:
            for cell in gap.cells:
                self._of[cell] = _with(self._in(cell), gap)

    def _in(self, cell: Cell) -> _Spans:
        return self._of.get(cell, self._elsewhere)

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self._of or self._elsewhere)

    def plus(self, gap: Gap) -> Gaps:
        """Return these gaps and one more."""
        more = Gaps()
        more._of, more._elsewhere = self._of.copy(), self._elsewhere
        more._open(gap)
        return more

    def about(self, cells: Collection[Cell], days: Span) -> Gaps:
        """Return these gaps so far as they are in some cells and between some days."""
        return Gaps(
            *(
                Gap(frozenset([cell]), after, by)
                for cell in cells
                for after, by in _between(self._in(cell), days)
            )
        )

    def unbroken(self, cell: Cell, day: date, spell: Span) -> Span | None:
        """Return the days of a spell that no gap parts from a day; None if it stands alone."""
        spans = self._in(cell)
        if not spans:
            return spell
        place = bisect_left(spans, (day,))
        first, last = spell
        if place:
            by = spans[place - 1].last
            if day < by:
                return None
            first = max(first, by)
        if place < len(spans):
            last = min(last, spans[place].first)
        return Span(first, last)


def _with(spans: _Spans, gap: Gap) -> _Spans:
    after, by = gap.after, gap.by
    place = bisect_left(spans, (after, by))
    if place and spans[place - 1].last > after:
        place -= 1
    end = place
    while end < len(spans) and spans[end].first < by:
        after, by = min(after, spans[end].first), max(by, spans[end].last)
        end += 1
    return (*spans[:place], Span(after, by), *spans[end:])


def _between(spans: _Spans, days: Span) -> _Spans:
    """Return the spans that lie at least in part between two days."""
    first = bisect_left(spans, (days.first,))
    if first and spans[first - 1].last > days.first:
        first -= 1
    return spans[first : bisect_left(spans, (days.last,))]


NO_GAPS: Final = Gaps()
"""Nothing has moved unreported."""

ANY_GAP: Final = Gaps(ANYTHING)
"""Anything may have moved unreported, anywhere and between any two days."""
