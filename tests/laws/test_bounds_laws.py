"""Bounds contain what they must, and no more than they must."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from laws.strategies_quantity import bounds, change_bounds, members, shares

from troopmoves.errors import BoundsError
from troopmoves.quantity.bounds import Bounds, ChangeBounds, split
from troopmoves.quantity.share import Share

closed = bounds(8, closed=True)


def _all(shut: Bounds) -> range:
    assert shut.high is not None
    return range(shut.low, shut.high + 1)


@given(bounds(), bounds(), bounds())
def test_addition_commutes_and_associates(one: Bounds, other: Bounds, third: Bounds) -> None:
    """The order in which bounds are added does not matter, and nobody adds nothing."""
    assert one + other == other + one
    assert (one + other) + third == one + (other + third)
    assert one + Bounds.exactly(0) == one


@given(change_bounds(), change_bounds(), change_bounds())
def test_addition_of_changes_commutes_and_associates(
    one: ChangeBounds, other: ChangeBounds, third: ChangeBounds
) -> None:
    """The order in which changes are added does not matter, and no change adds nothing."""
    assert one + other == other + one
    assert (one + other) + third == one + (other + third)
    assert one + ChangeBounds.exactly(0) == one


@given(closed, closed)
def test_sum_and_difference_are_exact(one: Bounds, other: Bounds) -> None:
    """The ends of a sum and of a difference are reached by numbers inside."""
    sums = {first + second for first in _all(one) for second in _all(other)}
    differences = {first - second for first in _all(one) for second in _all(other)}
    assert one + other == Bounds(min(sums), max(sums))
    assert one - other == ChangeBounds(min(differences), max(differences))


@given(st.data(), bounds(), bounds())
def test_difference_contains_every_difference(data: st.DataObject, one: Bounds, other: Bounds) -> None:
    """Whatever the two numbers are, their difference lies inside."""
    assert data.draw(members(one)) - data.draw(members(other)) in one - other


@given(bounds(), bounds())
def test_difference_turned_round_is_the_opposite(one: Bounds, other: Bounds) -> None:
    """Swapping the two numbers swaps the sign and the verdicts."""
    assert one - other == -(other - one)
    assert (one - other).fewer() is (other - one).more()
    assert (one - other).same() is (other - one).same()


@given(change_bounds(), change_bounds())
def test_subtracting_a_change_adds_its_opposite(one: ChangeBounds, other: ChangeBounds) -> None:
    """Minus is plus the opposite, and the opposite of the opposite is the change."""
    assert one - other == one + -other
    opposite = -one
    assert -opposite == one


@given(bounds(), bounds(), bounds())
def test_hull_is_the_narrowest_that_contains_both(one: Bounds, other: Bounds, third: Bounds) -> None:
    """A hull contains both, and lies in whatever contains both."""
    hull = one.hull(other)
    assert one in hull
    assert other in hull
    assert hull == other.hull(one)
    assert not (one in third and other in third) or hull in third


@given(bounds(40), bounds(40), st.integers(0, 90))
def test_intersection_holds_what_both_hold(one: Bounds, other: Bounds, number: int) -> None:
    """A number is in the intersection if and only if it is in both."""
    both = one.intersect(other)
    assert both == other.intersect(one)
    assert (both is not None and number in both) == (number in one and number in other)


@given(bounds(40), bounds(40))
def test_gap_is_zero_exactly_where_bounds_meet(one: Bounds, other: Bounds) -> None:
    """Disjoint bounds have a gap, the same from both sides; touching ones have none."""
    assert one.gap(other) == other.gap(one)
    assert (one.gap(other) == 0) == (one.intersect(other) is not None)


@given(closed, closed)
def test_gap_is_the_least_difference(one: Bounds, other: Bounds) -> None:
    """Nobody could lie closer together than the gap says."""
    assert one.gap(other) == min(abs(first - second) for first in _all(one) for second in _all(other))


@given(change_bounds(), change_bounds(), change_bounds())
def test_hull_of_changes_is_the_narrowest(
    one: ChangeBounds, other: ChangeBounds, third: ChangeBounds
) -> None:
    """A hull of changes contains both, and lies in whatever contains both."""
    hull = one.hull(other)
    assert one in hull
    assert other in hull
    assert not (one in third and other in third) or hull in third


@given(change_bounds(40), change_bounds(40), st.integers(-50, 50))
def test_intersection_of_changes_holds_what_both_hold(
    one: ChangeBounds, other: ChangeBounds, number: int
) -> None:
    """A change is in the intersection if and only if it is in both."""
    both = one.intersect(other)
    assert (both is not None and number in both) == (number in one and number in other)


@given(st.lists(bounds(), max_size=8))
def test_sort_key_is_a_total_order(some: list[Bounds]) -> None:
    """Only equal bounds share a key, so sorting does not depend on the order before."""
    assert len({each.sort_key() for each in some}) == len(set(some))
    backwards = some[::-1]
    assert sorted(some, key=Bounds.sort_key) == sorted(backwards, key=Bounds.sort_key)


@given(st.lists(change_bounds(), max_size=8))
def test_sort_key_of_changes_is_a_total_order(some: list[ChangeBounds]) -> None:
    """Only equal changes share a key."""
    assert len({each.sort_key() for each in some}) == len(set(some))


@given(closed, closed)
def test_split_is_sound_and_tight(whole: Bounds, part: Bounds) -> None:
    """Every way to take a part from a whole is inside, and each end is reached by one of them."""
    ways = [(total, taken, total - taken) for total in _all(whole) for taken in _all(part) if taken <= total]
    if not ways:
        with pytest.raises(BoundsError):
            split(whole, part)
        return
    found = split(whole, part)
    wholes, parts, rests = zip(*ways, strict=True)
    assert found.whole == Bounds(min(wholes), max(wholes))
    assert found.part == Bounds(min(parts), max(parts))
    assert found.rest == Bounds(min(rests), max(rests))


@given(st.data(), bounds(40), bounds(40))
def test_split_with_open_ends_is_sound(data: st.DataObject, whole: Bounds, part: Bounds) -> None:
    """An open whole or part leaves every way to divide it inside."""
    total, taken = data.draw(members(whole)), data.draw(members(part))
    assume(taken <= total)
    found = split(whole, part)
    assert total in found.whole
    assert taken in found.part
    assert total - taken in found.rest


@given(st.data(), bounds(200), shares)
def test_share_contains_every_such_part(data: st.DataObject, whole: Bounds, share: Share) -> None:
    """Each whole number of people that is such a share of a whole inside lies inside."""
    total = data.draw(members(whole))
    taken = data.draw(st.integers(0, total))
    assume(share.low * total <= taken <= share.high * total)
    assert taken in share.bounds_of(whole)


@given(bounds(200), shares)
def test_share_is_less_than_one_person_too_wide(whole: Bounds, share: Share) -> None:
    """Rounding outward to whole persons costs less than one person at each end."""
    part = share.bounds_of(whole)
    assert Fraction(0) <= share.low * whole.low - part.low < 1
    if whole.high is not None:
        assert part.high is not None
        assert Fraction(0) <= part.high - share.high * whole.high < 1


@given(shares)
def test_share_notation_round_trips(share: Share) -> None:
    """A share read back from its notation is the same share."""
    assert Share.of(share.notation, share.text) == share
    assert Share.of(str(share)).notation == share.notation
