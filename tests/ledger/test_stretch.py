"""Days that stand for many: exactly as the sum over each single day."""

from datetime import date, timedelta

import pytest

from troopmoves.claims.assumptions import UNLIMITED
from troopmoves.claims.verb import deploy, present, withdraw
from troopmoves.entities.force import Force
from troopmoves.entities.place import Country
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.stretch import stretches
from troopmoves.quantity.units import person_days
from troopmoves.solve.statement import Level, Scope, Term

SINCE, UNTIL = date(2020, 1, 1), date(2020, 3, 1)
SCOPE = Scope(Force.of("CAN"), Country.of("IRQ"))


def level(first: date) -> Level:
    return Level(claim="a", scope=SCOPE, first=first, last=first, low=14, high=14)


def test_day_stands_for_all_until_something_is_said() -> None:
    """Without claims, one day stands for all."""
    assert stretches([], UNLIMITED, SINCE, UNTIL) == [(SINCE, 60)]
    assert stretches([level(date(2020, 1, 11))], UNLIMITED, SINCE, UNTIL) == [
        (SINCE, 10),
        (date(2020, 1, 11), 1),
        (date(2020, 1, 12), 49),
    ]


def test_day_stands_for_no_day_beyond_the_carry() -> None:
    """Where what was said ends to hold, another day begins to stand."""
    found = [day for day, _ in stretches([level(date(2020, 1, 11))], timedelta(days=5), SINCE, UNTIL)]
    assert found == [date(2020, 1, day) for day in (1, 6, 11, 12, 17)]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_end_of_time_has_no_day_after_it(day: date) -> None:
    """Carry beyond the calendar is cut."""
    for carry in (timedelta(0), timedelta(days=5)):
        assert stretches(
            [level(day + (timedelta(1) if day == date.min else -timedelta(1)))], carry, SINCE, UNTIL
        )


@pytest.mark.parametrize("carry", [0, 1, 3, 7, 10, 14, 20, 365])
@pytest.mark.parametrize("plans", ["may", "done", "ignore"])
def test_person_time_is_the_sum_over_each_day(carry: int, plans: str) -> None:
    """Asking about a handful of days gives what asking about every one of them gives."""
    ledger = Ledger(
        [
            present("CAN", "IRQ", "about 100", when="2020-01-07", id="a"),
            present("CAN", "IRQ", "about 200", when="2020-01-20", id="b"),
            withdraw("CAN", 50, origin="IRQ", when="2020-01-09/2020-01-12", id="c"),
            deploy("CAN", 10, to="IRQ", when="2020-01-24/..", id="d"),
            deploy("CAN", 20, to="IRQ", when="../2020-01-16", id="e"),
        ]
    )
    state = ledger.state("2020-01-07", carry=timedelta(days=carry), plans=plans)
    days = [date(2020, 1, 3) + timedelta(days=passed) for passed in range(28)]
    each = state.view.bounds([Term(1, SCOPE, day) for day in days])
    found = state.person_time(days[0], days[-1] + timedelta(days=1), "CAN", "IRQ")
    assert found.low == person_days(each.low or 0)
    assert found.high == (None if each.high is None else person_days(each.high))


def test_window_to_the_last_day_there_is_can_be_summed_over() -> None:
    """A plan that may take until 9999-12-31 has no day after it, and none is asked for."""
    plan = withdraw("CAN", 4, origin="IRQ", when="2020-01-05/9999-12-31")
    state = Ledger([present("CAN", "IRQ", 14, when="2020-01-01"), plan]).state("2020-01-01", plans="done")
    served = state.person_time("2020-01-01", "2020-01-11", "CAN", "IRQ")
    assert (served.low, served.high) == (person_days(5 * 14 + 5 * 10), person_days(5 * 14 + 5 * 10))
