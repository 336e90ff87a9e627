"""Verdicts obey Kleene's strong three-valued logic, and knowing more never turns one into its opposite."""

from hypothesis import given
from hypothesis import strategies as st
from laws.strategies_quantity import bounds, members, verdicts

from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.verdict import Verdict


@given(verdicts, verdicts)
def test_and_or_commute(one: Verdict, other: Verdict) -> None:
    """The order of two verdicts does not matter."""
    assert one & other is other & one
    assert one | other is other | one


@given(verdicts, verdicts, verdicts)
def test_and_or_associate_and_distribute(one: Verdict, other: Verdict, third: Verdict) -> None:
    """Verdicts combine in any grouping, and each operation spreads over the other."""
    assert (one & other) & third is one & (other & third)
    assert (one | other) | third is one | (other | third)
    assert one & (other | third) is (one & other) | (one & third)
    assert one | (other & third) is (one | other) & (one | third)


@given(verdicts, verdicts)
def test_and_or_absorb(one: Verdict, other: Verdict) -> None:
    """A verdict swallows what only repeats it."""
    assert one & (one | other) is one
    assert one | (one & other) is one
    assert one & one is one | one is one


@given(verdicts, verdicts)
def test_not_turns_and_into_or(one: Verdict, other: Verdict) -> None:
    """De Morgan's laws hold, and saying no twice says nothing new."""
    assert ~(one & other) is ~one | ~other
    assert ~(one | other) is ~one & ~other
    assert ~~one is one


@given(verdicts)
def test_certain_and_ruled_out_are_neutral(one: Verdict) -> None:
    """CERTAIN adds nothing to `and`, RULED_OUT nothing to `or`; each decides the other."""
    assert one & Verdict.CERTAIN is one
    assert one | Verdict.RULED_OUT is one
    assert one & Verdict.RULED_OUT is Verdict.RULED_OUT
    assert one | Verdict.CERTAIN is Verdict.CERTAIN


def _questions(one: Bounds, other: Bounds, number: int) -> list[Verdict]:
    return [
        one.at_least(number),
        one.at_most(number),
        one.fewer_than(other),
        one.more_than(other),
        one.same_as(other),
    ]


@given(bounds(40), bounds(40), bounds(40), bounds(40), st.integers(0, 50))
def test_narrowing_never_overturns_a_verdict(
    one: Bounds, other: Bounds, more: Bounds, most: Bounds, number: int
) -> None:
    """What is decided stays decided when the bounds become narrower."""
    narrow_one, narrow_other = one.intersect(more) or one, other.intersect(most) or other
    wide = _questions(one, other, number)
    narrow = _questions(narrow_one, narrow_other, number)
    for before, after in zip(wide, narrow, strict=True):
        assert before.possible or before is after


@given(st.data(), bounds(40), bounds(40), st.integers(0, 50))
def test_verdict_holds_for_every_number_inside(
    data: st.DataObject, one: Bounds, other: Bounds, number: int
) -> None:
    """A certain answer is right of each pair of numbers inside, a ruled out one of none."""
    first, second = data.draw(members(one)), data.draw(members(other))
    truths = [first >= number, first <= number, first < second, first > second, first == second]
    for verdict, truth in zip(_questions(one, other, number), truths, strict=True):
        assert not (verdict.certain and not truth)
        assert not (verdict.ruled_out and truth)


@given(bounds(8, closed=True), bounds(8, closed=True), st.integers(0, 9))
def test_verdict_is_as_decided_as_it_can_be(one: Bounds, other: Bounds, number: int) -> None:
    """POSSIBLE means that some numbers inside say yes and some say no."""
    firsts, seconds = _all(one), _all(other)
    pairs = [(first, second) for first in firsts for second in seconds]
    truths = [
        {first >= number for first in firsts},
        {first <= number for first in firsts},
        {first < second for first, second in pairs},
        {first > second for first, second in pairs},
        {first == second for first, second in pairs},
    ]
    for verdict, found in zip(_questions(one, other, number), truths, strict=True):
        assert verdict is Verdict.of(always=found == {True}, never=found == {False})


def _all(closed: Bounds) -> range:
    assert closed.high is not None
    return range(closed.low, closed.high + 1)
