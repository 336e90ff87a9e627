"""Headcounts keep what was said; every convention stays inside what was said."""

from hypothesis import given
from hypothesis import strategies as st
from laws.strategies_quantity import conventions, headcounts, tolerances

from troopmoves.quantity.convention import Convention, Tolerance
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.quantity.notation import parse

HEDGED_AROUND = (HeadcountKind.EXACT, HeadcountKind.ABOUT, HeadcountKind.ZERO)


@given(headcounts())
def test_notation_round_trips(headcount: Headcount) -> None:
    """A headcount read back from its notation, with its text, is the same headcount."""
    assert Headcount.of(headcount.notation, headcount.text) == headcount


@given(headcounts())
def test_notation_is_canonical(headcount: Headcount) -> None:
    """Reading and writing the notation changes nothing in it."""
    assert Headcount.of(headcount.notation).notation == headcount.notation == str(headcount)
    assert parse(headcount.notation).kind is headcount.kind


@given(headcounts(), conventions)
def test_literal_contains_every_convention(headcount: Headcount, convention: str | Convention) -> None:
    """A convention narrows what the words say and never contradicts it."""
    assert headcount.bounds(convention) in headcount.bounds("literal")


@given(headcounts(*HEDGED_AROUND), conventions)
def test_nominal_lies_inside(headcount: Headcount, convention: str | Convention) -> None:
    """The figure of an exact or hedged count is one of the numbers it stands for."""
    nominal = headcount.nominal
    assert nominal is not None
    assert nominal in headcount.bounds(convention)


@given(headcounts(HeadcountKind.NEARLY, HeadcountKind.JUST_OVER), tolerances)
def test_nominal_lies_just_outside(headcount: Headcount, tolerance: Tolerance) -> None:
    """Nearly 500 is not 500: the figure is next to the numbers, and none of them."""
    bounds, nominal = headcount.bounds(tolerance), headcount.nominal
    assert nominal is not None
    assert nominal not in bounds
    assert nominal in (bounds.low - 1, (bounds.high or 0) + 1)


@given(headcounts(HeadcountKind.ABOUT), tolerances)
def test_tolerance_is_less_than_one_person_too_wide(headcount: Headcount, tolerance: Tolerance) -> None:
    """The ends are the tolerance, outward to whole persons, computed without rounding."""
    number, bounds = headcount.number or 0, headcount.bounds(tolerance)
    digits = min(len(str(number).rstrip("0")), 3)
    margin = number * tolerance.percents[digits - 1]
    assert bounds.high is not None
    assert 0 <= (number - bounds.low) * 100 - margin < 100
    assert 0 <= (bounds.high - number) * 100 - margin < 100


@given(headcounts(HeadcountKind.ABOUT), tolerances)
def test_about_is_nearly_or_exactly_or_just_over(headcount: Headcount, tolerance: Tolerance) -> None:
    """The three words beside a figure share out the numbers around it, without a gap."""
    number = headcount.number or 0
    around, above = headcount.bounds(tolerance), Headcount.of(f"just over {number}").bounds(tolerance)
    assert above.high == around.high
    assert above.low == number + 1
    if number > 1:
        below = Headcount.of(f"nearly {number}").bounds(tolerance)
        assert (below.low, below.high) == (around.low, number - 1)


@given(headcounts(), headcounts(), conventions)
def test_question_and_its_mirror_agree(
    one: Headcount, other: Headcount, convention: str | Convention
) -> None:
    """Fewer one way is more the other way, and equality has no direction."""
    assert one.fewer_than(other, convention=convention) is other.more_than(one, convention=convention)
    assert one.same_as(other, convention=convention) is other.same_as(one, convention=convention)


@given(st.lists(headcounts(), max_size=6), conventions)
def test_sort_key_is_a_total_order(some: list[Headcount], convention: str | Convention) -> None:
    """Only equal headcounts share a key, and any two keys can be compared."""
    keys = [each.sort_key(convention) for each in some]
    assert len(set(keys)) == len(set(some))
    backwards = keys[::-1]
    assert sorted(keys) == sorted(backwards)
