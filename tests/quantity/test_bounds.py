"""Bounds: what they refuse, how they read, and what they answer. Their laws are in tests/laws."""

import pytest

from troopmoves.errors import BoundsError
from troopmoves.quantity.bounds import Bounds, ChangeBounds, Split, require_text, require_whole, split
from troopmoves.quantity.verdict import Verdict

CERTAIN, POSSIBLE, RULED_OUT = Verdict.CERTAIN, Verdict.POSSIBLE, Verdict.RULED_OUT


@pytest.mark.parametrize(("low", "high"), [(-1, 3), (4, 3)])
def test_bounds_refuse_negative_and_inverted(low: int, high: int) -> None:
    """No fewer than nobody, and no upper end below the lower."""
    with pytest.raises(BoundsError, match=r"Bounds\.(low|high): got"):
        Bounds(low, high)


@pytest.mark.parametrize("number", [True, 3.0, "3"])
def test_bounds_take_plain_ints_only(number: int) -> None:
    """Booleans, floats and text are no counts."""
    with pytest.raises(BoundsError, match=r"Bounds\.low"):
        Bounds(number, None)
    with pytest.raises(BoundsError, match=r"Bounds\.high"):
        Bounds(0, number)
    with pytest.raises(BoundsError, match=r"ChangeBounds\.low"):
        ChangeBounds(number, None)
    with pytest.raises(BoundsError, match=r"ChangeBounds\.high"):
        ChangeBounds(None, number)


def test_lower_end_is_never_open() -> None:
    """Nobody knows of fewer than zero people, so None is not a lower end."""
    with pytest.raises(BoundsError, match=r"Bounds\.low: got None"):
        Bounds(None, 3)  # type: ignore[arg-type]


def test_change_refuses_inverted_ends() -> None:
    """A change has its ends in order too."""
    with pytest.raises(BoundsError, match="not below the lower end, -1"):
        ChangeBounds(-1, -2)


@pytest.mark.parametrize(
    ("bounds", "text"), [(Bounds(160, 240), "160-240"), (Bounds(14, 14), "14"), (Bounds(0, None), "0-?")]
)
def test_bounds_read_as_in_a_table(bounds: Bounds, text: str) -> None:
    """Two figures and a dash, one figure if exact, a question mark for an open end."""
    assert str(bounds) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (-600, -1, "-600..-1"),
        (1, 600, "+1..+600"),
        (0, 0, "0"),
        (5, 5, "+5"),
        (None, None, "?..?"),
        (-5, None, "-5..?"),
        (None, 0, "?..0"),
    ],
)
def test_change_reads_with_signs(low: int | None, high: int | None, text: str) -> None:
    """Each end carries its sign, and zero carries none."""
    assert str(ChangeBounds(low, high)) == text


def test_repr_can_be_pasted_back() -> None:
    """What a test prints can stand in the next test."""
    assert repr(Bounds(1, None)) == "Bounds(low=1, high=None)"
    assert repr(ChangeBounds(-1, 2)) == "ChangeBounds(low=-1, high=2)"


def test_exactly_and_open_from_build_bounds() -> None:
    """The two common shapes have names."""
    assert Bounds.exactly(14) == Bounds(14, 14)
    assert Bounds.open_from(3) == Bounds(3, None)
    assert Bounds.open_from() == Bounds(0, None)
    assert ChangeBounds.exactly(-3) == ChangeBounds(-3, -3)


def test_is_exact_means_one_number() -> None:
    """Only one and the same end on both sides is exact; two open ends are not."""
    assert Bounds.exactly(14).is_exact
    assert not Bounds(14, None).is_exact
    assert ChangeBounds.exactly(0).is_exact
    assert not ChangeBounds(None, None).is_exact


def test_difference_is_not_clipped() -> None:
    """Subtracting more than there may be goes below zero, and says so."""
    assert Bounds(0, 599) - Bounds(400, 600) == ChangeBounds(-600, 199)
    assert Bounds(5, None) - Bounds(2, None) == ChangeBounds(None, None)


def test_number_and_change_do_not_mix() -> None:
    """Adding a change to a number could fall below zero, so Python's own TypeError refuses it."""
    number, change = Bounds(1, 2), ChangeBounds(-5, 5)
    with pytest.raises(TypeError, match=r"unsupported operand type"):
        number + change  # type: ignore[operator]
    with pytest.raises(TypeError, match=r"unsupported operand type"):
        number - change  # type: ignore[operator]
    with pytest.raises(TypeError, match=r"unsupported operand type"):
        change + number  # type: ignore[operator]
    with pytest.raises(TypeError, match=r"unsupported operand type"):
        change - number  # type: ignore[operator]


def test_bounds_have_no_order() -> None:
    """Overlapping bounds are neither smaller nor larger; ask `fewer_than`."""
    with pytest.raises(TypeError, match="not supported"):
        sorted([Bounds(1, 2), Bounds(0, 3)])  # type: ignore[type-var]


def test_membership_takes_numbers_and_bounds() -> None:
    """`in` asks whether all of it lies inside."""
    assert 5 in Bounds(1, 5)
    assert 6 not in Bounds(1, 5)
    assert Bounds(2, 3) in Bounds(1, None)
    assert Bounds(2, None) not in Bounds(1, 5)
    assert ChangeBounds(-2, 3) in ChangeBounds(None, 3)
    assert ChangeBounds(None, 3) not in ChangeBounds(-2, 3)


def test_gap_counts_the_persons_between() -> None:
    """Two accounts that cannot be one are so many persons apart."""
    assert Bounds(160, 240).gap(Bounds(300, None)) == 60
    assert Bounds(300, None).gap(Bounds(160, 240)) == 60
    assert Bounds(160, 300).gap(Bounds(300, None)) == 0


@pytest.mark.parametrize(
    ("bounds", "at_least", "at_most"),
    [
        (Bounds(200, 300), CERTAIN, POSSIBLE),
        (Bounds(100, 199), RULED_OUT, CERTAIN),
        (Bounds(100, 300), POSSIBLE, POSSIBLE),
        (Bounds(201, None), CERTAIN, RULED_OUT),
        (Bounds(0, None), POSSIBLE, POSSIBLE),
        (Bounds(200, 200), CERTAIN, CERTAIN),
    ],
)
def test_threshold_questions(bounds: Bounds, at_least: Verdict, at_most: Verdict) -> None:
    """Whether it is 200 or more, and 200 or fewer."""
    assert (bounds.at_least(200), bounds.at_most(200)) == (at_least, at_most)


@pytest.mark.parametrize(
    ("other", "fewer", "same", "more"),
    [
        (Bounds(301, 400), CERTAIN, RULED_OUT, RULED_OUT),
        (Bounds(300, 400), POSSIBLE, POSSIBLE, RULED_OUT),
        (Bounds(0, 199), RULED_OUT, RULED_OUT, CERTAIN),
        (Bounds(0, None), POSSIBLE, POSSIBLE, POSSIBLE),
    ],
)
def test_questions_between_numbers(other: Bounds, fewer: Verdict, same: Verdict, more: Verdict) -> None:
    """Whether 200-300 is fewer than, the same as and more than another number."""
    bounds = Bounds(200, 300)
    answers = bounds.fewer_than(other), bounds.same_as(other), bounds.more_than(other)
    assert answers == (fewer, same, more)


def test_two_equal_ranges_need_not_be_one_number() -> None:
    """Equal bounds are the same statement, not the same number; only exact ones are."""
    assert Bounds(1, 2).same_as(Bounds(1, 2)) is POSSIBLE
    assert Bounds(2, 2).same_as(Bounds(2, 2)) is CERTAIN


@pytest.mark.parametrize(
    ("change", "fewer", "same", "more"),
    [
        (ChangeBounds(None, -1), CERTAIN, RULED_OUT, RULED_OUT),
        (ChangeBounds(0, 0), RULED_OUT, CERTAIN, RULED_OUT),
        (ChangeBounds(1, None), RULED_OUT, RULED_OUT, CERTAIN),
        (ChangeBounds(-1, 0), POSSIBLE, POSSIBLE, RULED_OUT),
        (ChangeBounds(0, 1), RULED_OUT, POSSIBLE, POSSIBLE),
        (ChangeBounds(None, None), POSSIBLE, POSSIBLE, POSSIBLE),
    ],
)
def test_questions_about_a_change(change: ChangeBounds, fewer: Verdict, same: Verdict, more: Verdict) -> None:
    """Whether a change is a decrease, none, or an increase."""
    assert (change.fewer(), change.same(), change.more()) == (fewer, same, more)


def test_sort_key_puts_open_ends_outside() -> None:
    """An open lower end sorts first, an open upper end last."""
    changes = [ChangeBounds(0, None), ChangeBounds(0, 5), ChangeBounds(None, 0)]
    assert sorted(changes, key=ChangeBounds.sort_key) == changes[::-1]
    assert sorted([Bounds(1, None), Bounds(1, 9)], key=Bounds.sort_key) == [Bounds(1, 9), Bounds(1, None)]


def test_split_leaves_the_rest() -> None:
    """Around 200, of whom 160 train: at most 80 do something else."""
    assert split(Bounds(100, 240), Bounds(160, None)) == Split(
        whole=Bounds(160, 240), part=Bounds(160, 240), rest=Bounds(0, 80)
    )


def test_split_of_an_open_whole_stays_open() -> None:
    """Without an upper end of the whole the rest has none either."""
    found = split(Bounds(500, None), Bounds(100, 200))
    assert (found.whole, found.part, found.rest) == (Bounds(500, None), Bounds(100, 200), Bounds(300, None))


def test_split_refuses_a_part_larger_than_the_whole() -> None:
    """The error names both figures."""
    with pytest.raises(BoundsError, match="part of 300 or more does not fit into a whole of 240"):
        split(Bounds(160, 240), Bounds(300, None))


def test_rules_pass_what_is_right() -> None:
    """A plain int and a plain text raise nothing."""
    require_whole("here", 3)
    require_text("here", "some")
    with pytest.raises(BoundsError, match="here: got 3; the publisher's words are text"):
        require_text("here", 3)
