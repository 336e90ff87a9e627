import pytest

from troopmoves.solve import effort
from troopmoves.solve.effort import BudgetSpent, Effort
from troopmoves.solve.form import Form
from troopmoves.solve.simplex import Extreme, Simplex, Weight


def made(variables: int) -> Simplex:
    simplex = Simplex(Effort())
    for _ in range(variables):
        simplex.variable()
    return simplex


def smallest(simplex: Simplex, form: Form) -> Extreme:
    return simplex.extremes(form)[0]


def largest(simplex: Simplex, form: Form) -> Extreme:
    return simplex.extremes(form)[1]


def test_free_variable_is_open() -> None:
    """Nothing stated, nothing limited."""
    simplex = made(1)
    assert smallest(simplex, {0: 1}).value is None
    assert largest(simplex, {0: 1}).value is None


def test_empty_form_is_zero() -> None:
    """A sum of nothing has no reasons."""
    assert largest(made(0), {}) == (0, ())


def test_difference_of_two_ranges_is_forced_by_both() -> None:
    """The largest x - y takes the most of x and the least of y, each with what it contributes."""
    simplex = made(2)
    simplex.state({0: 1}, 100, 200, "x")
    simplex.state({1: 1}, 30, 50, "y")
    extreme = largest(simplex, {0: 1, 1: -1})
    assert extreme.value == 170
    assert sorted(extreme.weights) == [Weight("x", 200), Weight("y", -30)]


def test_sum_forces_its_parts() -> None:
    """With x + y at most 10 and y at least 4, x is at most 6."""
    simplex = made(2)
    simplex.state({0: 1, 1: 1}, None, 10, "sum")
    simplex.state({1: 1}, 4, None, "part")
    assert largest(simplex, {0: 1}).value == 6
    assert smallest(simplex, {0: 1}).value is None


def test_fractions_stay_exact() -> None:
    """Thirds do not drift."""
    simplex = made(1)
    simplex.state({0: 3}, 1, 1, "third")
    assert largest(simplex, {0: 1}).value * 3 == 1  # type: ignore[operator]  # it is bounded


def test_clash_names_its_reasons_and_is_not_kept() -> None:
    """What clashes is answered with those that clash, and the tableau stays as it was."""
    simplex = made(2)
    simplex.state({0: 1}, 0, 5, "x")
    simplex.state({1: 1}, 0, 5, "y")
    simplex.state({0: 1, 1: -1}, None, 9, "irrelevant")
    assert simplex.state({0: 1, 1: 1}, 11, None, "sum") == {"x", "y", "sum"}
    assert largest(simplex, {0: 1, 1: 1}).value == 10
    assert simplex.state({0: 1, 1: 1}, 10, None, "less") == frozenset()


def test_crossed_bounds_of_one_form_clash() -> None:
    """The same form cannot be above what it is below."""
    simplex = made(1)
    simplex.state({0: 1}, 7, None, "low")
    assert simplex.state({0: 1}, None, 6, "high") == {"low", "high"}


@pytest.mark.parametrize(("low", "high", "clashes"), [(1, None, True), (None, -1, True), (0, 0, False)])
def test_statement_about_nothing(low: int | None, high: int | None, clashes: bool) -> None:  # noqa: FBT001
    """The empty form is zero, whatever one says of it."""
    assert bool(made(0).state({}, low, high, "why")) == clashes


def test_weaker_bound_keeps_the_reason_of_the_stronger() -> None:
    """A bound that adds nothing is no reason."""
    simplex = made(1)
    simplex.state({0: 1}, None, 5, "strong")
    simplex.state({0: 1}, None, 9, "weak")
    assert largest(simplex, {0: 1}).weights == (Weight("strong", 5),)


@pytest.mark.parametrize("budget", ["MOST_PIVOTS", "MOST_WRITTEN"])
def test_spent_budget_is_said(budget: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """More pivots, or more written, than allowed are refused, not taken in silence."""
    simplex = made(3)
    monkeypatch.setattr(effort, budget, 0)
    with pytest.raises(BudgetSpent):
        simplex.state({0: 1, 1: 1, 2: 1}, 5, None, "sum")


def test_one_end_is_the_same_as_both() -> None:
    """Whichever is asked for alone."""
    simplex = made(2)
    simplex.state({0: 1, 1: 1}, 3, 9, "sum")
    simplex.state({0: 1}, 1, 4, "one")
    both = simplex.extremes({0: 2, 1: 1})
    assert [simplex.extreme({0: 2, 1: 1}, up=up) for up in (False, True)] == list(both)
    assert simplex.ends({0: 2, 1: 1}) == tuple(end.value for end in both)
    assert simplex.ends({1: 1}) == (-1, 8)


def test_going_back_on_the_trail_undoes_what_was_made_and_stated() -> None:
    """Bounds are as they were, and so are the variables, wherever pivots have led meanwhile."""
    simplex = made(2)
    simplex.state({0: 1, 1: 1}, 3, 10, "sum")
    mark = simplex.trail.mark
    simplex.state({0: 1}, 2, 4, "x")
    simplex.state({0: 1, 1: -1}, 1, 1, "difference")
    assert largest(simplex, {1: 1}).value == 3
    simplex.back_to(mark)
    assert simplex.variable() == 3
    assert [extreme.value for extreme in simplex.extremes({0: 1, 1: 1})] == [3, 10]
    assert [extreme.value for extreme in simplex.extremes({1: 1})] == [None, None]


def test_going_back_from_a_fraction_meets_the_bounds_again() -> None:
    """With twice x at most -3 undone, x leaves -3/2, which it may not leave downwards."""
    simplex = made(1)
    simplex.state({0: 1}, -2, 3, "x")
    simplex.state({0: 3}, None, 5, "thrice")
    simplex.state({0: -2}, None, 3, "minus twice")
    mark = simplex.trail.mark
    simplex.state({0: 2}, None, -3, "undone")
    simplex.back_to(mark)
    assert simplex.ends({0: 6}) == (-9, 10)


def test_closed_trail_leads_nowhere() -> None:
    """What was done before stays."""
    simplex = made(1)
    simplex.state({0: 1}, 2, 4, "x")
    simplex.trail.close()
    simplex.back_to(0)
    assert largest(simplex, {0: 1}).value == 4
