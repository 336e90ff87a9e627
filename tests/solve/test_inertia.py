"""Spells of days, and the gaps that part them."""

from datetime import date, timedelta

import pytest

from troopmoves.claims.assumptions import UNLIMITED
from troopmoves.solve.inertia import ALWAYS, Span, Spells

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
