"""The days of a page: those asked for, else those that the claims speak of."""

from datetime import date

import pytest

import troopmoves as tm
from troopmoves.charts.report.days import days_of
from troopmoves.errors import TimingError


def days(*claims: tm.Claim, published: date | None = None) -> tuple[str, str]:
    report = tm.Report(id="r", publisher="P", published=published).add(*claims)
    found = days_of(tm.Ledger([report]).entries, None, None)
    return found.since.isoformat(), found.until.isoformat()


def test_days_are_the_first_spoken_of_and_the_one_after_the_last() -> None:
    """What happens on the last day is seen on the next."""
    level = tm.present("CAN", "IRQ", 9, when="2020-01-03", id="a")
    move = tm.withdraw("CAN", "some", origin="IRQ", when="2020-01-07/2020-01-09", id="b")
    assert days(level, move) == ("2020-01-03", "2020-01-10")


def test_days_still_to_come_do_not_count() -> None:
    """A plan for next year does not make the page one of next year."""
    level = tm.present("CAN", "IRQ", 9, when="2020-01-03", id="a")
    plan = tm.withdraw("CAN", "some", origin="IRQ", when="2020-01-07/2021-01-01", id="b")
    assert days(level, plan, published=date(2020, 1, 8)) == ("2020-01-03", "2020-01-08")


def test_days_still_to_come_count_where_there_are_no_others() -> None:
    """A ledger of plans alone is told of the days planned for."""
    plan = tm.deploy("CAN", "some", to="IRQ", when="2021-03-01", id="a")
    assert days(plan, published=date(2020, 1, 8)) == ("2021-03-01", "2021-03-02")


def test_open_ends_are_no_days() -> None:
    """A window without an end is told by its beginning."""
    assert days(tm.deploy("CAN", "some", to="IRQ", when="2020-01-07/..", id="a")) == (
        "2020-01-07",
        "2020-01-08",
    )


def test_days_of_publication_serve_where_no_number_is_given() -> None:
    """A ledger of activities is told of the days on which it was published."""
    pause = tm.suspend("CAN", "IRQ", "training", when="2020-01-03", id="a")
    assert days(pause, published=date(2020, 1, 8)) == ("2020-01-08", "2020-01-09")


def test_one_day_asked_for_leaves_the_other_to_the_claims() -> None:
    """Each of the two says for itself why it is taken."""
    level = tm.present("CAN", "IRQ", 9, when="2020-01-03", id="a")
    found = days_of(tm.Ledger([level]).entries, None, "2020-06-01")
    assert (found.since, found.until) == (date(2020, 1, 3), date(2020, 6, 1))
    assert (found.since_because, found.until_because) == (
        "the first day that a claim with a number speaks of",
        "as asked for",
    )


@pytest.mark.parametrize(
    ("since", "until"), [("2020-02-01", None), ("2020-02-01", "2020-01-01"), (None, "2019-01-01")]
)
def test_last_day_does_not_come_before_the_first(since: str | None, until: str | None) -> None:
    """Days the wrong way round are refused, whoever chose them."""
    level = tm.present("CAN", "IRQ", 9, when="2020-01-03", id="a")
    with pytest.raises(TimingError, match="does not come before"):
        days_of(tm.Ledger([level]).entries, since, until)
