"""Activities that change twice, and one change that is told twice."""

import pytest
from ledger.rules.cases import paper

from troopmoves.claims.axis import LinkKind
from troopmoves.claims.claim import Claim, Link
from troopmoves.claims.verb import resume, suspend
from troopmoves.ledger.finding import Finding
from troopmoves.ledger.ledger import Ledger

FIRST = suspend("CAN", "IRQ", "training", when="2020-01-05", id="first")
SECOND = suspend("CAN", "IRQ", "training", when="2020-01-19", id="second")


def twice(*claims: Claim) -> list[Finding]:
    return list(Ledger([paper(31).add(*claims)]).check(rules=["TM304"]))


def test_second_suspension_is_told_with_both_days() -> None:
    """And nothing between."""
    (found,) = twice(FIRST, SECOND)
    assert found.message == "training suspended twice, and nothing between"
    assert [one.states for one in found.involved] == ["5 Jan 2020", "19 Jan 2020"]


def test_three_in_a_row_are_two_findings() -> None:
    """Each follows one before it."""
    assert len(twice(FIRST, SECOND, suspend("CAN", "IRQ", "training", when="2020-01-25", id="third"))) == 2


def test_second_resumption_is_found_too() -> None:
    """Whatever the change."""
    assert len(twice(*(resume("CAN", "IRQ", "training", when=f"2020-01-0{day}") for day in (1, 2)))) == 1


@pytest.mark.parametrize(
    "other",
    [
        resume("CAN", "IRQ", "training", when="2020-01-10"),
        resume("CAN", "IRQ", "training", when="2020-01"),
    ],
)
def test_resumption_that_may_lie_between_explains_it(other: Claim) -> None:
    """Even where its day is not known."""
    assert twice(FIRST, SECOND, other) == []


def test_resumption_afterwards_does_not_explain_it() -> None:
    """Nor one before."""
    assert len(twice(FIRST, SECOND, resume("CAN", "IRQ", "training", when="2020-01-25"))) == 1
    assert len(twice(FIRST, SECOND, resume("CAN", "IRQ", "training", when="2020-01-01"))) == 1


@pytest.mark.parametrize(
    "second",
    [
        suspend("CAN", "IRQ", "training", when="2020-01-05/..", id="second"),
        suspend("CAN", "IRQ", "training", when="2020-01-03/2020-01-07", id="second"),
        suspend("CAN", "KWT", "training", when="2020-01-19", id="second"),
        suspend("DEU", "IRQ", "training", when="2020-01-19", id="second"),
        suspend("CAN", "IRQ", "patrols", when="2020-01-19", id="second"),
        suspend("CAN", "IRQ", "training", when="2020-01-19", progress="planned", id="second"),
        suspend("CAN", "IRQ", "training", when="2020-01-19", polarity="negated", id="second"),
        suspend("CAN", "IRQ", "training", when="2020-01-19", links=(Link(LinkKind.CONFIRMS, "first"),)),
    ],
)
def test_change_that_need_not_be_a_second_is_no_finding(second: Claim) -> None:
    """Told again, elsewhere, of others, another activity, planned, denied, linked."""
    assert twice(FIRST, second) == []
