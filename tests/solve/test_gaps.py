"""Gaps: opened in cells and between days, found by both."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from troopmoves.solve.division import Cell
from troopmoves.solve.gaps import ANY_GAP, NO_GAPS, Gap, Gaps
from troopmoves.solve.inertia import ALWAYS, Span

HERE, THERE = Cell("CAN", 0, 0), Cell("CAN", 1, 0)


def on(number: int) -> date:
    return date(2020, 1, 1) + timedelta(days=number)


def span(first: int, last: int) -> Span:
    return Span(on(first), on(last))


def gap(after: int, by: int, *cells: Cell) -> Gap:
    return Gap(frozenset(cells) or None, on(after), on(by))


def test_gap_parts_the_days_before_from_those_after() -> None:
    """Its last day begins what follows; days inside stand alone; other cells know nothing of it."""
    gaps = Gaps(gap(5, 9, HERE))
    assert [gaps.unbroken(HERE, on(day), ALWAYS) for day in (5, 7, 9)] == [
        Span(date.min, on(5)),
        None,
        Span(on(9), date.max),
    ]
    assert gaps.unbroken(THERE, on(7), ALWAYS) == ALWAYS


def test_gaps_that_overlap_are_one() -> None:
    """Those that only touch leave a day between them that stands by itself."""
    gaps = NO_GAPS
    for after, by in ((10, 14), (0, 4), (4, 6), (12, 20), (3, 5)):
        gaps = gaps.plus(gap(after, by, HERE))
    assert gaps.unbroken(HERE, on(4), ALWAYS) is None
    assert gaps.unbroken(HERE, on(14), ALWAYS) is None
    assert gaps.unbroken(HERE, on(8), ALWAYS) == span(6, 10)
    assert gaps.unbroken(HERE, on(20), span(0, 30)) == span(20, 30)
    assert not NO_GAPS


@pytest.mark.parametrize("order", [1, -1])
def test_gap_everywhere_is_in_every_cell(order: int) -> None:
    """Also in those that have gaps of their own, whichever came first."""
    gaps = Gaps(*[gap(5, 9), gap(20, 25, HERE)][::order])
    assert gaps.unbroken(THERE, on(30), ALWAYS) == Span(on(9), date.max)
    assert gaps.unbroken(HERE, on(30), ALWAYS) == Span(on(25), date.max)
    assert gaps.unbroken(HERE, on(10), ALWAYS) == span(9, 20)


def test_anything_parts_all_days() -> None:
    """Every day stands alone."""
    assert ANY_GAP.unbroken(HERE, on(1), ALWAYS) is None


def test_gaps_about_some_cells_and_days_are_those_alone() -> None:
    """Others are left out; what is left parts those days as before."""
    gaps = Gaps(*(gap(start, start + 4, HERE) for start in range(0, 50, 10)), gap(0, 50, THERE))
    few = gaps.about([HERE], span(12, 31))
    assert [few.unbroken(HERE, on(day), ALWAYS) for day in (13, 20, 24, 30, 31)] == [
        None,
        span(14, 20),
        span(24, 30),
        span(24, 30),
        None,
    ]
    assert few.unbroken(HERE, on(8), ALWAYS) == Span(date.min, on(10))
    assert few.unbroken(THERE, on(20), ALWAYS) == ALWAYS
    assert not gaps.about([HERE], span(5, 10))
