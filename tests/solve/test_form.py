"""Sums of variables."""

from troopmoves.solve.form import add, minus


def test_adding_leaves_out_what_cancels() -> None:
    """No variable is kept with the factor zero."""
    form = {0: 1, 1: 2}
    add(form, {0: 1, 2: 1}, -1)
    assert form == {1: 2, 2: -1}


def test_difference_takes_each_side_by_its_factor() -> None:
    """Twice the one less three times the other."""
    assert minus({0: 1, 1: 1}, {1: 1}, 2, 3) == {0: 2, 1: -1}
    assert minus({0: 1}, {0: 1}) == {}
