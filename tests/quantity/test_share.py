"""Shares: the fractions they hold, their notation, and what they come to."""

from fractions import Fraction

import pytest

from troopmoves.errors import BoundsError, NotationError
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.share import Share

HALF, ALL, NONE = Fraction(1, 2), Fraction(1), Fraction(0)


@pytest.mark.parametrize(
    ("notation", "low", "high", "canonical"),
    [
        ("1/2", HALF, HALF, "1/2"),
        ("half", HALF, HALF, "1/2"),
        ("40%", Fraction(2, 5), Fraction(2, 5), "2/5"),
        ("12.5%", Fraction(1, 8), Fraction(1, 8), "1/8"),
        ("1/4..1/2", Fraction(1, 4), HALF, "1/4..1/2"),
        ("25%..50%", Fraction(1, 4), HALF, "1/4..1/2"),
        ("all", ALL, ALL, "all"),
        ("100%", ALL, ALL, "all"),
        ("none", NONE, NONE, "none"),
        ("most", HALF, ALL, "most"),
        ("at least 1/2", HALF, ALL, "most"),
        ("at least 1/3", Fraction(1, 3), ALL, "at least 1/3"),
        ("at most 1/3", NONE, Fraction(1, 3), "at most 1/3"),
        ("0..1", NONE, ALL, "0..1"),
    ],
)
def test_notation_is_read_and_written(notation: str, low: Fraction, high: Fraction, canonical: str) -> None:
    """Fractions, percentages and a few words are read; one form is written."""
    share = Share.of(notation)
    assert (share.low, share.high) == (low, high)
    assert share.notation == str(share) == canonical


@pytest.mark.parametrize(
    "notation", ["", "some", "50 %", "1/0", "3/2", "1/2..1/4", "-1/2", "0.5", "1e3", 1, None]
)
def test_other_notation_is_refused(notation: str) -> None:
    """What is no share of a whole raises one error."""
    with pytest.raises(NotationError) as caught:
        Share.of(notation)
    assert (caught.value.where, caught.value.got) == ("Share.of", notation)


@pytest.mark.parametrize(
    ("path", "low", "high"),
    [
        ("Share.low", 0.5, ALL),
        ("Share.low", 0, ALL),
        ("Share.low", Fraction(-1, 2), ALL),
        ("Share.high", HALF, Fraction(3, 2)),
        ("Share.high", HALF, Fraction(1, 3)),
    ],
)
def test_share_refuses_what_is_no_part(path: str, low: Fraction, high: Fraction) -> None:
    """A share lies between none and all, its ends in order and exact."""
    with pytest.raises(BoundsError) as caught:
        Share(low=low, high=high)
    assert caught.value.where == path


def test_share_keeps_the_publishers_words() -> None:
    """Text stands beside the fractions; a share passes through, with a new text if one is given."""
    share = Share.of("most", text="the bulk of them")
    assert share.text == "the bulk of them"
    assert Share.of(share) is share
    assert Share.of(share, text="the majority") == share.with_text("the majority")
    with pytest.raises(BoundsError, match=r"Share\.text"):
        share.with_text(None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("notation", "whole", "part"),
    [
        ("half", Bounds.exactly(500), Bounds.exactly(250)),
        ("half", Bounds.exactly(501), Bounds(250, 251)),
        ("most", Bounds(160, 240), Bounds(80, 240)),
        ("at most 1/3", Bounds(100, 200), Bounds(0, 67)),
        ("all", Bounds(5, None), Bounds(5, None)),
        ("none", Bounds(5, None), Bounds.exactly(0)),
    ],
)
def test_share_of_a_whole_is_whole_persons(notation: str, whole: Bounds, part: Bounds) -> None:
    """The ends are outward to whole persons; an open whole leaves its share open."""
    assert Share.of(notation).bounds_of(whole) == part


def test_share_finer_than_its_notation_is_refused() -> None:
    """Every share that can be built can be written and read back."""
    with pytest.raises(BoundsError):
        Share(low=Fraction(1, 10**9), high=Fraction(1))
