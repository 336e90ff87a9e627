"""An exact simplex over bounds on linear forms: what they allow a form to be, and which of them force it.

The general simplex of Dutertre and de Moura (CAV 2006), in whole numbers and fractions. Variables are free;
a *form* is a variable that always equals a linear combination of others; everything stated is
`low <= variable <= high` with a reason. Stating a bound answers with the reasons that cannot hold together,
if there are such; asking for the largest value of a form answers with the value and the weighted reasons
that force it (a Farkas certificate: weights times bounds add up to the value).

Pivots prefer the shortest column, which keeps the tableau sparse, and fall back on Bland's rule, which
cannot cycle.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from troopmoves.solve.effort import Effort
from troopmoves.solve.form import Form, key_of
from troopmoves.solve.tableau import Tableau
from troopmoves.solve.trail import Trail

Number: TypeAlias = int | Fraction

_PATIENCE: Final = 30
"""Pivots by the shortest column before Bland's rule takes over."""


_Bounds: TypeAlias = tuple[Number | None, Hashable, Number | None, Hashable]
"""The lower bound with its reason, and the upper one with its."""

_NOTHING: Final[frozenset[Hashable]] = frozenset()


class Weight(NamedTuple):
    """One reason behind an extreme value, and what it contributes to it."""

    reason: Hashable
    contribution: Number


class Extreme(NamedTuple):
    """The largest or smallest value of a form; open where nothing limits it."""

    value: Number | None
    weights: tuple[Weight, ...]


def _tidy(number: Number) -> Number:
    return number if type(number) is int or number.denominator != 1 else number.numerator


def _ratio(number: Number, by: int) -> Number:
    if by == 1:
        return number
    if type(number) is int:
        return Fraction(number, by) if number % by else number // by
    return Fraction(number.numerator, number.denominator * by)


class Simplex:
    """A tableau that always satisfies the bounds stated so far."""

    def __init__(self, effort: Effort) -> None:
        self.trail: Trail = Trail()
        """How to undo what was made and stated."""
        self._effort = effort
        self._low: list[Number | None] = []
        self._high: list[Number | None] = []
        self._low_reason: list[Hashable] = []
        self._high_reason: list[Hashable] = []
        self._value: list[Number] = []
        self._tableau = Tableau()
        self._named: dict[tuple[int, ...], int] = {}
        self._suspects: set[int] = set()
        """Dependent variables that may be out of their bounds."""

    # -- building ---------------------------------------------------------------------------------------

    def variable(self, low: int | None = None) -> int:
        """Return a new variable, free but for a bound that needs no reason; it is zero at first."""
        index = self._slot()
        self._low[index] = low
        self._tableau.columns[index] = set()
        self.trail.did(self._forget)
        return index

    def _slot(self) -> int:
        for column in (self._low, self._high, self._low_reason, self._high_reason):
            column.append(None)
        self._value.append(0)
        return len(self._value) - 1

    def _forget(self) -> None:
        """Undo the making of the latest variable, which has no bounds any more."""
        index, tableau = len(self._value) - 1, self._tableau
        if index not in tableau.rows:
            users = tableau.columns[index]
            if users:
                tableau.pivot(min(users, key=lambda user: (len(tableau.rows[user]), user)), index)
        if index in tableau.rows:
            self._drop_last()
        else:
            del tableau.columns[index]
            self._drop_slot()

    def _drop_last(self) -> None:
        """Forget the latest variable, which is dependent."""
        self._tableau.remove(len(self._value) - 1)
        self._drop_slot()

    def _drop_slot(self) -> None:
        for column in (self._low, self._high, self._low_reason, self._high_reason, self._value):
            column.pop()

    def named(self, form: Form) -> int:
        """Return the variable that always equals the form, made on first use."""
        if len(form) == 1:
            ((variable, factor),) = form.items()
            if factor == 1:
                return variable
        key = key_of(form)
        if key not in self._named:
            self._named[key] = self._dependent(form)
            self.trail.did(self._forget)
            self.trail.did(partial(self._named.pop, key))
        return self._named[key]

    def _dependent(self, form: Form) -> int:
        self._effort.write(len(form))
        index = self._slot()
        self._tableau.add(index, form)
        self._value[index] = _tidy(sum(factor * self._value[part] for part, factor in form.items()))
        return index

    def close(self) -> None:
        """Forget what it takes to undo anything, and the names of forms stated so far."""
        self.trail.close()
        self._named.clear()

    # -- stating ----------------------------------------------------------------------------------------

    def state(self, form: Form, low: int | None, high: int | None, reason: Hashable) -> frozenset[Hashable]:
        """Bound a form; return the reasons that cannot hold together, none if all can.

        A bound that clashes is not kept.
        """
        if not form:
            clash = (low is not None and low > 0) or (high is not None and high < 0)
            return frozenset({reason}) if clash else frozenset()
        variable = self.named(form)
        before = self._bounds_of(variable)
        self._tighten(variable, low, high, reason)
        clash_of = self._crossed(variable) or self._settle(variable)
        if clash_of:
            self._set_bounds(variable, before)
            self._restore()
        elif before != self._bounds_of(variable):
            self.trail.did(partial(self._set_bounds, variable, before))
        return clash_of

    def _bounds_of(self, variable: int) -> _Bounds:
        return (
            self._low[variable],
            self._low_reason[variable],
            self._high[variable],
            self._high_reason[variable],
        )

    def _set_bounds(self, variable: int, bounds: _Bounds) -> None:
        (
            self._low[variable],
            self._low_reason[variable],
            self._high[variable],
            self._high_reason[variable],
        ) = bounds

    def _tighten(self, variable: int, low: int | None, high: int | None, reason: Hashable) -> None:
        old_low, old_high = self._low[variable], self._high[variable]
        if low is not None and (old_low is None or low > old_low):
            self._low[variable], self._low_reason[variable] = low, reason
        if high is not None and (old_high is None or high < old_high):
            self._high[variable], self._high_reason[variable] = high, reason

    def _crossed(self, variable: int) -> frozenset[Hashable]:
        low, high = self._low[variable], self._high[variable]
        if low is None or high is None or low <= high:
            return frozenset()
        return frozenset({self._low_reason[variable], self._high_reason[variable]})

    def _settle(self, variable: int) -> frozenset[Hashable]:
        """Have a variable meet its bounds; all others meet theirs."""
        short = self._short(variable)
        if not short:
            return _NOTHING
        if variable in self._tableau.rows:
            self._suspects.add(variable)
        else:
            self._shift(variable, short)
        return self._restore()

    # -- the tableau ------------------------------------------------------------------------------------

    def _short(self, variable: int) -> Number:
        """Return how far the value must rise (or, negative, fall) to meet its bounds."""
        low, high, value = self._low[variable], self._high[variable], self._value[variable]
        if low is not None and value < low:
            return low - value
        if high is not None and value > high:
            return high - value
        return 0

    def _is_short(self, variable: int) -> bool:
        """Return whether a variable is dependent and out of its bounds."""
        return variable in self._tableau.rows and self._short(variable) != 0

    def _room(self, variable: int, *, up: bool) -> Number | None:
        """Return how far the value can go up or down; None if without end."""
        bound = self._high[variable] if up else self._low[variable]
        if bound is None:
            return None
        return bound - self._value[variable] if up else self._value[variable] - bound

    def _shift(self, variable: int, by: Number) -> None:
        """Move an independent variable, and with it all that depend on it."""
        value, rows, over = self._value, self._tableau.rows, self._tableau.over
        dependents = self._tableau.columns[variable]
        value[variable] = _tidy(value[variable] + by)
        self._suspects |= dependents
        for dependent in dependents:
            rise = rows[dependent][variable] * by
            divisor = over[dependent]
            total = value[dependent] + (rise if divisor == 1 else _ratio(rise, divisor))
            value[dependent] = total if type(total) is int else _tidy(total)

    def _pivot(self, leaving: int, entering: int) -> None:
        self._effort.pivot(self._tableau.factors_written_by(leaving, entering))
        self._tableau.pivot(leaving, entering)
        self._suspects.add(entering)

    def _entering(self, dependent: int, *, up: bool, turn: int) -> int | None:
        """Return the independent variable to move so that the dependent one rises (or falls)."""
        columns, value = self._tableau.columns, self._value
        rising, falling = (self._high, self._low) if up else (self._low, self._high)
        movable = [
            base
            for base, factor in self._tableau.rows[dependent].items()
            if value[base] != (rising if factor > 0 else falling)[base]
        ]
        if turn > _PATIENCE:
            return min(movable, default=None)
        return min(movable, key=lambda base: (len(columns[base]), base), default=None)

    def _blocking(self, dependent: int, *, up: bool) -> frozenset[Hashable]:
        return frozenset(
            self._high_reason[base] if (factor > 0) == up else self._low_reason[base]
            for base, factor in self._tableau.rows[dependent].items()
        )

    def _restore(self) -> frozenset[Hashable]:
        """Meet all bounds again, or return the reasons that cannot be met together."""
        turn = 0
        while True:
            self._suspects = set(filter(self._is_short, self._suspects))
            if not self._suspects:
                return _NOTHING
            short_of = min(self._suspects)
            turn += 1
            short = self._short(short_of)
            entering = self._entering(short_of, up=short > 0, turn=turn)
            if entering is None:
                own = self._low_reason[short_of] if short > 0 else self._high_reason[short_of]
                return self._blocking(short_of, up=short > 0) | {own}
            self._move(short_of, entering, short)
            self._pivot(short_of, entering)

    def _move(self, dependent: int, independent: int, by: Number) -> None:
        """Move an independent variable so far that a dependent one moves by an amount."""
        factor, over = self._tableau.rows[dependent][independent], self._tableau.over[dependent]
        self._shift(independent, _ratio(by * over, factor) if factor > 0 else -_ratio(by * over, -factor))

    # -- asking -----------------------------------------------------------------------------------------

    def extremes(self, form: Form) -> tuple[Extreme, Extreme]:
        """Return the smallest and the largest value of a form, and the weighted reasons that force each."""
        with self._asked(form) as goal:
            return self._extreme(goal, up=False), self._extreme(goal, up=True)

    def extreme(self, form: Form, *, up: bool) -> Extreme:
        """Return only one of them: the largest, or the smallest."""
        with self._asked(form) as goal:
            return self._extreme(goal, up=up)

    def ends(self, form: Form) -> tuple[Number | None, Number | None]:
        """Return both values without the reasons."""
        with self._asked(form) as goal:
            return self._climb(goal, up=False), self._climb(goal, up=True)

    @contextmanager
    def _asked(self, form: Form) -> Iterator[int]:
        """Have a variable for a form as long as something is asked about it."""
        goal = self._dependent(form)
        try:
            yield goal
        finally:
            self._drop_last()

    def _extreme(self, goal: int, *, up: bool) -> Extreme:
        value = self._climb(goal, up=up)
        return Extreme(value, () if value is None else self._certificate(goal, up=up))

    def _climb(self, goal: int, *, up: bool) -> Number | None:
        """Move to where a variable is largest or smallest, and return its value there; None: without end."""
        turn, row = 0, self._tableau.rows[goal]
        while True:
            turn += 1
            entering = self._entering(goal, up=up, turn=turn)
            if entering is None:
                return self._value[goal]
            rises = (row[entering] > 0) == up
            step, leaving = self._longest_step(entering, up=rises)
            if step is None:
                return None
            self._shift(entering, step if rises else -step)
            if leaving is not None:
                self._pivot(leaving, entering)

    def _longest_step(self, entering: int, *, up: bool) -> tuple[Number | None, int | None]:
        """Return how far a variable can move, and which dependent one stops it; None: without end, itself."""
        step, leaving = self._room(entering, up=up), None
        rows, over, value = self._tableau.rows, self._tableau.over, self._value
        rising, falling = (self._high, self._low) if up else (self._low, self._high)
        for dependent in self._tableau.columns[entering]:
            factor = rows[dependent][entering]
            bound = (rising if factor > 0 else falling)[dependent]
            if bound is None:
                continue
            room = bound - value[dependent] if (factor > 0) == up else value[dependent] - bound
            reach = _ratio(room * over[dependent], abs(factor))
            if step is None or reach < step or (reach == step and (leaving is None or dependent < leaving)):
                step, leaving = reach, dependent
        return step, leaving

    def _certificate(self, goal: int, *, up: bool) -> tuple[Weight, ...]:
        row, over = self._tableau.rows[goal], self._tableau.over[goal]
        return tuple(
            Weight(
                self._high_reason[base] if (factor > 0) == up else self._low_reason[base],
                _ratio(factor * self._value[base], over),
            )
            for base, factor in sorted(row.items())
        )
