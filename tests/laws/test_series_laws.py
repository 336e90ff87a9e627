"""The laws of a series: its points say what each single day would say, and its steps what `compare` says."""

from bisect import bisect_right
from datetime import date, timedelta
from random import Random

from hypothesis import given
from laws.strategies_accounts import Case, any_ledgers, honest_cases, randoms
from laws.true_world import DAYS, FORCES, PLACES, VAGUE, day

from troopmoves.claims.assumptions import UNLIMITED, Assumptions, Plans
from troopmoves.entities.force import Force
from troopmoves.entities.place import Place
from troopmoves.ledger.comparison import compare
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.series import Series, SeriesPoint
from troopmoves.ledger.state import as_count
from troopmoves.solve.statement import Scope, Term

SINCE, UNTIL = -3, DAYS - 1
DAYS_TRIED = 6
WINDOW = 20
CARRIES = (UNLIMITED, timedelta(days=10), timedelta(days=3), timedelta(0))


def drawn(chance: Random) -> tuple[Force, Place | None]:
    return chance.choice(FORCES), chance.choice((*PLACES, *PLACES, None, VAGUE[1]))


def in_force(series: Series, on: date) -> SeriesPoint:
    """Return the last point by a day."""
    days = [point.day for point in series]
    return series.points[bisect_right(days, on) - 1]


@given(honest_cases, randoms)
def test_truth_is_inside_the_bounds_on_every_day(case: Case, chance: Random) -> None:
    """Between two points of a series of honest claims the number never leaves the bounds of the first."""
    force, place = drawn(chance)
    first = chance.randint(SINCE, UNTIL - WINDOW)
    last = first + WINDOW
    series = case.ledger.series(force, place, day(first), day(last), plans=case.plans, carry=UNLIMITED)
    for number in range(first, last + 1):
        assert case.world.count(force, place, number) in in_force(series, day(number)).bounds


@given(any_ledgers, randoms)
def test_point_stands_for_every_day_until_the_next(ledger: Ledger, chance: Random) -> None:
    """Whatever is claimed, a day asked about by itself has the bounds of the point before it."""
    force, place = drawn(chance)
    plans, carry = chance.choice(tuple(Plans)), chance.choice(CARRIES)
    series = ledger.series(force, place, day(SINCE), day(UNTIL), plans=plans, carry=carry)
    view = ledger.view(Assumptions.of(plans=plans, carry=carry))
    for number in chance.sample(range(SINCE, UNTIL + 1), DAYS_TRIED):
        alone = as_count(view.bounds([Term(1, Scope(force, place), day(number))]))
        assert in_force(series, day(number)).bounds == alone


@given(any_ledgers, randoms)
def test_step_agrees_with_a_comparison(ledger: Ledger, chance: Random) -> None:
    """A step is the row of the comparison of its two days."""
    force, place = drawn(chance)
    plans, carry = chance.choice(tuple(Plans)), chance.choice(CARRIES)
    for step in ledger.series(force, place, day(SINCE), day(UNTIL), plans=plans, carry=carry).steps:
        first, second = (
            ledger.state(point.day, plans=plans, carry=carry) for point in (step.before, step.after)
        )
        row = compare(first, second).row(force, place)
        assert (step.before.bounds, step.after.bounds) == (row.before, row.after)
        assert (step.change, step.if_anything_moved) == (row.change, row.if_anything_moved)
        assert (step.fewer, step.same, step.more) == (row.fewer, row.same, row.more)
