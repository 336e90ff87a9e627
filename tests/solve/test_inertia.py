"""Spells of days, and the gaps that part them."""

from datetime import date, timedelta

import pytest

from troopmoves.claims.assumptions import UNLIMITED
from troopmoves.solve.inertia import ALWAYS, Openings, Span, Spells

TEN_DAYS = timedelta(days=10)


def on(number: int) -> date:
    return date(2020, 1, 1) + timedelta(days=number)


def span(first: int, last: int) -> Span:
    return Span(on(first), on(last))


def test_spell_reaches_as_far_as_the_carry() -> None:
    """Ten days to both sides; the eleventh stands alone."""
    spells = Spells([span(20, 20)], TEN_DAYS)
    assert [spells.around(on(day)) for day in (10, 30)] == [span(10, 30)] * 2
    assert [spells.around(on(day)) for day in (9, 31)] == [None, None]


def test_mentions_within_reach_are_one_spell() -> None:
    """Each carries to the next."""
    spells = Spells([span(0, 0), span(10, 12), span(22, 22)], TEN_DAYS)
    assert spells.around(on(5)) == span(-10, 32)


@pytest.mark.parametrize(("day", "spell"), [(7, span(-10, 7)), (8, span(8, 24))])
def test_day_between_two_spells_belongs_to_the_nearer(day: int, spell: Span) -> None:
    """Of two as near, to the earlier."""
    assert Spells([span(0, 0), span(14, 14)], TEN_DAYS).around(on(day)) == spell


def test_unlimited_carry_holds_always_what_is_mentioned() -> None:
    """What nobody mentions stands alone on every day."""
    assert Spells([span(0, 0), span(9_000, 9_000)], UNLIMITED).around(on(-9_000)) == ALWAYS
    assert Spells([], UNLIMITED).around(on(0)) is None


def test_reach_ends_with_the_calendar() -> None:
    """The first and the last day there are have no days beyond them."""
    last = Span(date.max, date.max)
    assert Spells([last], TEN_DAYS).around(date.max) == Span(date.max - TEN_DAYS, date.max)


def test_gap_parts_the_days_before_from_those_after() -> None:
    """Its last day begins what follows; days inside stand alone."""
    openings = Openings()
    openings.add(on(5), on(9))
    assert [openings.between(on(day), ALWAYS) for day in (5, 7, 9)] == [
        Span(date.min, on(5)),
        None,
        Span(on(9), date.max),
    ]


def test_gaps_that_overlap_are_one() -> None:
    """Those that only touch leave a day between them that stands by itself."""
    openings = Openings()
    for after, by in ((10, 14), (0, 4), (4, 6), (12, 20), (3, 5)):
        openings.add(on(after), on(by))
    assert openings.between(on(4), ALWAYS) is None
    assert openings.between(on(14), ALWAYS) is None
    assert openings.between(on(8), ALWAYS) == span(6, 10)
    assert openings.between(on(20), span(0, 30)) == span(20, 30)
