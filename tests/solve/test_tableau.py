"""Rows of whole numbers over one denominator."""

from fractions import Fraction

from troopmoves.solve.tableau import Tableau


def made(independent: int) -> Tableau:
    tableau = Tableau()
    for _ in range(independent):
        tableau.independent()
    return tableau


def row(tableau: Tableau, variable: int) -> dict[int, Fraction]:
    """Return a row with its denominator divided out."""
    over = tableau.over[variable]
    return {base: Fraction(factor, over) for base, factor in tableau.rows[variable].items()}


def columns(tableau: Tableau) -> dict[int, set[int]]:
    """Return which rows have each independent variable."""
    return {variable: set(users) for variable, users in tableau.columns.items()}


def values(tableau: Tableau) -> list[Fraction]:
    """Return the values of all variables with the denominators divided out."""
    return [Fraction(value, over) for value, over in zip(tableau.value, tableau.over, strict=True)]


def test_new_variable_is_written_over_the_independent_ones() -> None:
    """A sum that has a dependent variable is written out; what cancels is left away."""
    tableau = made(2)
    tableau.dependent({0: 1, 1: 1})
    tableau.dependent({2: 2, 1: -2})
    assert tableau.rows[3] == {0: 2}
    assert columns(tableau) == {0: {2, 3}, 1: {2}}


def test_pivot_changes_places_and_keeps_every_equation() -> None:
    """From c = 3a + 2b and d = a + b follow a = (c - 2b) / 3 and d = (c + b) / 3."""
    tableau = made(2)
    tableau.dependent({0: 3, 1: 2})
    tableau.dependent({0: 1, 1: 1})
    tableau.pivot(2, 0, to=5)
    assert row(tableau, 0) == {2: Fraction(1, 3), 1: Fraction(-2, 3)}
    assert row(tableau, 3) == {2: Fraction(1, 3), 1: Fraction(1, 3)}
    assert columns(tableau) == {1: {0, 3}, 2: {0, 3}}


def test_pivot_back_and_forth_gives_the_first_rows() -> None:
    """Denominators come and go without a trace."""
    tableau = made(2)
    tableau.dependent({0: 3, 1: 2})
    tableau.dependent({0: 1, 1: 1})
    tableau.pivot(2, 0, to=5)
    tableau.pivot(0, 2, to=0)
    assert (tableau.rows, tableau.over) == ({2: {0: 3, 1: 2}, 3: {0: 1, 1: 1}}, [1, 1, 1, 1])


def test_values_follow_what_moves() -> None:
    """Of c = 3a + 2b and d = a + b, a is moved; then c becomes 5 by moving a, and b moves."""
    tableau = made(2)
    tableau.dependent({0: 3, 1: 2})
    tableau.dependent({0: 1, 1: 1})
    tableau.shift(0, 4)
    assert values(tableau) == [4, 0, 12, 4]
    tableau.pivot(2, 0, to=5)
    assert values(tableau) == [Fraction(5, 3), 0, 5, Fraction(5, 3)]
    tableau.shift(1, 2)
    assert values(tableau) == [Fraction(1, 3), 2, 5, Fraction(7, 3)]
    tableau.pivot(3, 1, to=1)
    assert values(tableau) == [3, -2, 5, 1]


def test_sum_over_rows_with_denominators_has_a_common_one() -> None:
    """A third and a half are five sixths."""
    tableau = made(4)
    tableau.dependent({0: 3, 2: 1})
    tableau.dependent({1: 2, 3: 1})
    tableau.pivot(4, 0, to=0)
    tableau.pivot(5, 1, to=0)
    tableau.dependent({0: 1, 1: 1})
    assert row(tableau, 6) == {4: Fraction(1, 3), 2: Fraction(-1, 3), 5: Fraction(1, 2), 3: Fraction(-1, 2)}


def test_row_that_is_forgotten_leaves_no_column() -> None:
    """A question leaves nothing behind."""
    tableau = made(2)
    tableau.dependent({0: 1, 1: 1})
    tableau.forget_last()
    assert (tableau.rows, tableau.over, columns(tableau)) == ({}, [1, 1], {0: set(), 1: set()})
