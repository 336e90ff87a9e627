"""The exact simplex against scipy's floating one, on systems of whole numbers drawn at random."""

from collections.abc import Iterable
from math import isclose
from typing import NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from troopmoves.solve.effort import Effort
from troopmoves.solve.form import Form
from troopmoves.solve.simplex import Extreme, Simplex


class Stated(NamedTuple):
    """One bound on a form."""

    form: Form
    low: int | None
    high: int | None


variables = 5
_coefficients = st.integers(-3, 3).filter(bool)
forms = st.dictionaries(st.integers(0, variables - 1), _coefficients, max_size=4)
_ends = st.none() | st.integers(-20, 20)
systems = st.lists(st.builds(Stated, forms, _ends, _ends), max_size=9)


def scipy_least(form: Form, system: Iterable[Stated]) -> tuple[str, float]:
    """Return whether a system is feasible and bounded, and the least value of a form within it."""
    rows, limits = [], []
    for stated in system:
        row = [stated.form.get(index, 0) for index in range(variables)]
        for factor, end in ((1, stated.high), (-1, stated.low)):
            if end is not None:
                rows.append([factor * one for one in row])
                limits.append(factor * end)
    costs = np.array([form.get(index, 0) for index in range(variables)], dtype=float)
    found = linprog(
        costs,
        A_ub=rows or None,
        b_ub=limits or None,
        bounds=(None, None),
        method="highs",
        options={"presolve": False},
    )
    return {0: "bounded", 2: "infeasible", 3: "open"}[found.status], found.fun


def stated(system: Iterable[Stated]) -> tuple[Simplex, list[Stated]]:
    """Return a simplex with every bound that does not clash with those before, and these bounds."""
    simplex = Simplex(Effort())
    for _ in range(variables):
        simplex.variable()
    kept: list[Stated] = []
    for number, one in enumerate(system):
        if not simplex.state(one.form, one.low, one.high, number):
            kept.append(one)
    return simplex, kept


@given(systems)
def test_clashes_are_truly_infeasible_and_the_rest_is_feasible(system: list[Stated]) -> None:
    """The reasons of a clash cannot hold together, and what was kept can."""
    simplex, kept = Simplex(Effort()), []
    for _ in range(variables):
        simplex.variable()
    for number, one in enumerate(system):
        clash = simplex.state(one.form, one.low, one.high, number)
        if clash:
            assert number in clash
            assert scipy_least({}, [system[int(str(reason))] for reason in clash])[0] == "infeasible"
        else:
            kept.append(one)
    assert scipy_least({}, kept)[0] == "bounded"


@given(systems, forms)
def test_extremes_equal_those_of_scipy(system: list[Stated], form: Form) -> None:
    """The smallest and largest value are scipy's, and open exactly where scipy finds no end."""
    simplex, kept = stated(system)
    negative = {variable: -factor for variable, factor in form.items()}
    smallest, largest = simplex.extremes(form)
    for ours, (state, theirs) in (
        (smallest.value, scipy_least(form, kept)),
        (_minus(largest), scipy_least(negative, kept)),
    ):
        assert (ours is None) == (state == "open")
        assert ours is None or isclose(float(ours), theirs, abs_tol=1e-6)


def _minus(extreme: Extreme) -> float | None:
    return None if extreme.value is None else -float(extreme.value)


@given(systems, forms)
def test_weights_add_up_to_the_extreme(system: list[Stated], form: Form) -> None:
    """The contributions of the reasons are a proof: they sum up to the value, exactly."""
    simplex, _ = stated(system)
    for extreme in simplex.extremes(form):
        if extreme.value is None:
            assert extreme.weights == ()
        else:
            assert sum(weight.contribution for weight in extreme.weights) == extreme.value


@given(systems, forms)
def test_reasons_of_an_extreme_are_enough(system: list[Stated], form: Form) -> None:
    """The bounds named as reasons force the extreme without the others."""
    simplex = Simplex(Effort())
    for _ in range(variables):
        simplex.variable()
    for number, one in enumerate(system):
        simplex.state(one.form, one.low, one.high, number)
    _, extreme = simplex.extremes(form)
    if extreme.value is None:
        return
    alone, _ = stated(system[int(str(weight.reason))] for weight in extreme.weights)
    assert alone.extremes(form)[1].value == extreme.value


@given(systems, forms)
def test_asking_leaves_no_trace(system: list[Stated], form: Form) -> None:
    """A question neither changes the bounds nor the answer to the next."""
    simplex, _ = stated(system)
    first = [extreme.value for extreme in simplex.extremes(form)]
    assert first == [extreme.value for extreme in simplex.extremes(form)]


@given(systems, systems, forms)
def test_going_back_leaves_what_was_stated_before(
    system: list[Stated], undone: list[Stated], form: Form
) -> None:
    """After more variables and bounds are undone, everything is as if they had never been."""
    simplex, _ = stated(system)
    mark = simplex.trail.mark
    later = [simplex.variable(low=0), simplex.variable()]
    for number, one in enumerate(undone):
        simplex.state({**one.form, later[number % 2]: 2}, one.low, one.high, number)
    simplex.back_to(mark)
    never, _ = stated(system)
    assert simplex.ends(form) == never.ends(form)
    for number, one in enumerate(undone):  # and it goes on like that
        clashes = [bool(each.state(one.form, one.low, one.high, number)) for each in (simplex, never)]
        assert clashes[0] == clashes[1]
    assert simplex.ends(form) == never.ends(form)
