"""Counts and quotations: slips of the keyboard, and what is none."""

import pytest
from ledger.rules.cases import paper

from troopmoves.claims.verb import withdraw
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.headcount import Headcount


def slips(count: int | str, quote: str) -> list[str]:
    """Return what is said of a claim with this count and quotation."""
    report = paper(8).present("CAN", "IRQ", count, when="2020-01-07", quote=quote)
    return [found.message for found in Ledger([report]).check()]


@pytest.mark.parametrize(
    ("count", "quote"),
    [
        (5000, "some 500 soldiers"),
        (50, "about 500"),
        ("about 250", "roughly 520 are there"),
        (7600, "76,000 of them"),
        ("at least 1300", "more than 1,030 troops"),
    ],
)
def test_slip_is_found(count: int | str, quote: str) -> None:
    """Noughts too many or few, digits swapped."""
    assert len(slips(count, quote)) == 1


@pytest.mark.parametrize(
    ("count", "quote"),
    [
        (500, "an estimated 500"),
        (1500, "1,500 soldiers"),
        (1500, "1 500 soldiers"),
        (50, "50 of the 500"),
        (50, "10% of 500"),
        (50, "ten per cent of 500"),
        (250, "half of its 500"),
        (2002, "since 2020"),
        (202, "in 2020 there were many"),
        (110, "the 101st"),
        (61, "F-16 fighters"),
        (500, ""),
        ("some", "500 or so"),
        ("100..150", "between 510 and 150"),
        (1, "1"),
        (0, "10 were there"),
    ],
)
def test_what_is_no_slip_for_certain_is_no_finding(count: int | str, quote: str) -> None:
    """The same figure, several figures, words, years, names of units, sums."""
    assert slips(count, quote) == []


def test_figure_in_words_beside_a_swapped_one_is_a_false_alarm() -> None:
    """Words are not read here: this is what a silence is for."""
    assert slips(14, "fourteen of the 41 Romanians") == ["14 is counted, 41 is quoted"]


def test_words_of_a_headcount_are_compared_too() -> None:
    """And so are those of a move."""
    count = Headcount.of(50, text="500-odd, about 500")
    ledger = Ledger([paper(8).add(withdraw("CAN", count, origin="IRQ", when="2020-01-07/.."))])
    assert [found.message for found in ledger.check()] == ["50 is counted, 500 is quoted"]
