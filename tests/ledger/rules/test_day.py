"""Days that cannot be, and days that may."""

import pytest
from ledger.rules.cases import gone, paper, said, there

from troopmoves.claims.claim import Claim
from troopmoves.claims.verb import present, raise_protection, relocate, suspend, withdraw
from troopmoves.ledger.finding import Finding
from troopmoves.ledger.ledger import Ledger


def told(claim: Claim, day: int = 8) -> list[Finding]:
    """Return the findings about one claim of a report of a day."""
    return list(Ledger([paper(day).add(claim)]).check(rules=["TM301", "TM302"]))


@pytest.mark.parametrize(
    "claim",
    [
        there(500, 10),
        gone(14, "gone", "2020-01-10/2020-01-12"),
        gone(14, "gone", "2020-02-01/.."),
        withdraw("CAN", 14, origin="IRQ", when="2020-01-12", progress="under_way"),
        suspend("CAN", "IRQ", "training", when="2020-01-12"),
    ],
)
def test_future_told_as_present_or_past_is_found(claim: Claim) -> None:
    """Levels, moves and activities alike."""
    (found,) = told(claim)
    assert found.code == "TM301"
    assert found.message.startswith("it is told on 8 Jan 2020 of ")


@pytest.mark.parametrize(
    "claim",
    [
        there(500, 8),
        there(500, 9),
        there(500, 7),
        gone(14, "gone", "2020-01-06/2020-01-12"),
        withdraw("CAN", 14, origin="IRQ", when="2020-01-12"),
        withdraw("CAN", 14, origin="IRQ", when="2020-01-12", progress="cancelled"),
        present("CAN", "IRQ", 500, when="2020-01-12", stance="expects"),
        present("CAN", "IRQ", 500, when="2020-01-12", basis="authorised"),
        present("CAN", "IRQ", 500, when="2020-01-12", polarity="negated"),
        present("CAN", "IRQ", 500, when="2020-01-12~"),
        suspend("CAN", "IRQ", "training", when="2020-01-12", progress="planned"),
        raise_protection("CAN", "IRQ", when="2020-01-12"),
    ],
)
def test_what_may_be_told_in_advance_is_no_finding(claim: Claim) -> None:
    """The day itself and the next, plans, expectations, ceilings, denials, blurred days."""
    assert told(claim) == []


def test_claim_without_a_day_of_publication_is_passed_over() -> None:
    """Nobody knows when it was told."""
    assert Ledger([there(500, 12)]).check() == ()


def test_day_a_claim_was_said_may_be_before_its_report_or_the_next() -> None:
    """Around the world the same hour bears two dates."""
    for day in (1, 8, 9):
        assert told(present("CAN", "IRQ", 5, when="2020-01-01", said=said("a ministry", day))) == []
    (found,) = told(present("CAN", "IRQ", 5, when="2020-01-01", said=said("a ministry", 10)))
    assert found.title == "TM302 said after the report: said on 10 Jan 2020, printed on 8 Jan 2020"


def test_level_that_a_move_unsettles_is_found_to_count_nowhere() -> None:
    """Nobody says whether it holds before or after."""
    january = present("CAN", "IRQ", 500, when="2020-01", id="january")
    move = relocate("CAN", 5, origin="IRQ", when="2020-01-10/2020-01-12", progress="completed", id="move")
    (found,) = Ledger([paper(31).add(january, move)]).check()
    assert (found.code, found.claims) == ("TM305", ("january",))
    assert found.message == "a move touches its window, and it is not said on which day it holds"
    throughout = present("CAN", "IRQ", 500, when="2020-01", holds="throughout", id="january")
    assert Ledger([paper(31).add(throughout, move)]).check().of("TM305") == ()
