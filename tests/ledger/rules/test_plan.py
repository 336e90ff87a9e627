"""Plans that are overdue, and plans of which something more is said."""

from datetime import date

import pytest
from ledger.rules.cases import paper, there, training

from troopmoves.claims.axis import LinkKind
from troopmoves.claims.claim import Claim, Link
from troopmoves.claims.verb import confirm, relocate, suspend, withdraw
from troopmoves.ledger.finding import Finding
from troopmoves.ledger.ledger import Ledger

PLAN = withdraw("CAN", 14, origin="IRQ", when="2020-01-10/2020-01-12", id="plan")


def overdue(plan: Claim, *later: Claim, today: str | None = None) -> list[Finding]:
    """Return the overdue plans where other claims come ten days later."""
    ledger = Ledger([paper(8).add(plan), paper(20).add(there(10, 19, who="FRA"), *later)])
    return list(ledger.check(rules=["TM303"], today=today))


def test_overdue_plan_is_told_with_its_window_and_the_day() -> None:
    """It was due, and nobody says more."""
    (found,) = overdue(PLAN)
    assert found.message == "it was due 10-12 Jan 2020, and by 20 Jan 2020 nothing more is said"
    assert found.claims == ("plan",)


@pytest.mark.parametrize(
    "plan",
    [
        withdraw("CAN", 14, origin="IRQ", when="2020-01-10/.."),
        withdraw("CAN", 14, origin="IRQ", when="2020-01-10/2020-01-20"),
        withdraw("CAN", 14, origin="IRQ", when="2020-01-10/2020-01-12", progress="under_way"),
        withdraw("CAN", 14, origin="IRQ", when="2020-01-10/2020-01-12", polarity="negated"),
        withdraw("CAN", 14, origin="IRQ", when="2020-01-10/2020-01-12", stance="demands"),
        there(14, 7),
    ],
)
def test_what_is_not_due_is_no_finding(plan: Claim) -> None:
    """Open, not over, begun, denied, only demanded, or no plan."""
    assert overdue(plan) == []


@pytest.mark.parametrize(
    "later",
    [
        there(486, 19),
        there(486, 11),
        there(100, 19, who=training()),
        withdraw("CAN", 14, origin="IRQ", when="2020-01-10/2020-01-12", progress="completed"),
        withdraw("CAN", 14, origin="IRQ", when="2020-01-25/2020-01-30"),
        confirm("plan", id="again"),
    ],
)
def test_plan_of_which_more_is_said_is_no_finding(later: Claim) -> None:
    """A level, the move, a new date, or a link."""
    assert overdue(PLAN, later) == []


@pytest.mark.parametrize("later", [there(486, 9), there(486, 19, where="KWT"), there(486, 19, who="DEU")])
def test_word_of_something_else_is_none_of_the_plan(later: Claim) -> None:
    """Of a day before, of another place, of others."""
    assert len(overdue(PLAN, later)) == 1


def test_level_published_with_the_plan_does_not_answer_it() -> None:
    """It was known when the plan was made."""
    ledger = Ledger([paper(8).add(PLAN, there(500, 7)), paper(20).add(there(10, 19, who="FRA"))])
    assert len(ledger.check(rules=["TM303"])) == 1


def test_plan_taken_back_is_no_finding() -> None:
    """Nobody waits for it."""
    cancelled = withdraw(
        "CAN",
        14,
        origin="IRQ",
        when="2020-01-10/2020-01-12",
        progress="cancelled",
        links=(Link(LinkKind.SUPERSEDES, "plan"),),
    )
    assert overdue(PLAN, cancelled) == []


def test_return_is_due_like_a_plan() -> None:
    """For a time, until the 15th."""
    move = relocate(
        "CAN",
        14,
        origin="IRQ",
        to="KWT",
        when="2020-01-07/2020-01-08",
        progress="completed",
        temporary=True,
        until=date(2020, 1, 15),
        id="move",
    )
    (found,) = overdue(move)
    assert found.message == "the return was due 15 Jan 2020, and by 20 Jan 2020 nothing more is said"
    assert overdue(move, there(20, 16, where="KWT")) == []


def test_activity_is_answered_by_the_same_activity() -> None:
    """Not by a level, and not by another activity."""
    plan = suspend("CAN", "IRQ", "training", when="2020-01-10/2020-01-12", progress="planned", id="plan")
    assert len(overdue(plan, there(5, 19))) == 1
    assert len(overdue(plan, suspend("CAN", "IRQ", "patrols", when="2020-01-11"))) == 1
    assert overdue(plan, suspend("CAN", "IRQ", "Training", when="2020-01-11")) == []


def test_day_of_the_check_may_be_given() -> None:
    """The last day of the window is not over."""
    assert overdue(PLAN, today="2020-01-12") == []
    assert len(overdue(PLAN, today="2020-01-13")) == 1
