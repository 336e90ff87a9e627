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

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import Final, NamedTuple, TypeAlias

Number: TypeAlias = int | Fraction
Form: TypeAlias = Mapping[int, int]

_PATIENCE: Final = 30
"""Pivots by the shortest column before Bland's rule takes over."""


class BudgetSpent(Exception):  # noqa: N818 (a signal within the engine; callers turn it into TooHard)
    """More pivots are needed than allowed."""


class Weight(NamedTuple):
    """One reason behind an extreme value, and what it contributes to it."""

    reason: Hashable
    contribution: Number


class Extreme(NamedTuple):
    """The largest or smallest value of a form; open where nothing limits it."""

    value: Number | None
    weights: tuple[Weight, ...]


def _tidy(number: Number) -> Number:
    return number.numerator if isinstance(number, Fraction) and number.denominator == 1 else number


def _divide(number: Number, by: Number) -> Number:
    if isinstance(number, int) and isinstance(by, int) and number % by == 0:
        return number // by
    return _tidy(Fraction(number) / by)


class Simplex:
    """A tableau that always satisfies the bounds stated so far."""

    def __init__(self, budget: int) -> None:
        self.pivots: int = 0
        self._budget = budget
        self._low: list[Number | None] = []
        self._high: list[Number | None] = []
        self._low_reason: list[Hashable] = []
        self._high_reason: list[Hashable] = []
        self._value: list[Number] = []
        self._rows: dict[int, dict[int, Number]] = {}
        """Dependent variable -> coefficients over the independent ones."""
        self._columns: dict[int, set[int]] = {}
        """Independent variable -> the dependent ones whose row has it."""
        self._named: dict[tuple[tuple[int, int], ...], int] = {}
        self._suspects: set[int] = set()
        """Dependent variables that may be out of their bounds."""

    # -- building ---------------------------------------------------------------------------------------

    def variable(self) -> int:
        """Return a new free variable."""
        index = self._slot()
        self._columns[index] = set()
        return index

    def _slot(self) -> int:
        for column in (self._low, self._high, self._low_reason, self._high_reason):
            column.append(None)
        self._value.append(0)
        return len(self._value) - 1

    def named(self, form: Form) -> int:
        """Return the variable that always equals the form, made on first use."""
        key = tuple(sorted(form.items()))
        if len(key) == 1 and key[0][1] == 1:
            return key[0][0]
        if key not in self._named:
            self._named[key] = self._dependent(form)
        return self._named[key]

    def _dependent(self, form: Form) -> int:
        row: dict[int, Number] = {}
        for variable, coefficient in form.items():
            for base, factor in self._rows.get(variable, {variable: 1}).items():
                row[base] = row.get(base, 0) + coefficient * factor
        row = {base: _tidy(factor) for base, factor in row.items() if factor}
        index = self._slot()
        self._rows[index] = row
        for base in row:
            self._columns[base].add(index)
        self._value[index] = _tidy(sum(factor * self._value[base] for base, factor in row.items()))
        return index

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
            (
                self._low[variable],
                self._low_reason[variable],
                self._high[variable],
                self._high_reason[variable],
            ) = before
            self._restore()
        return clash_of

    def _bounds_of(self, variable: int) -> tuple[Number | None, Hashable, Number | None, Hashable]:
        return (
            self._low[variable],
            self._low_reason[variable],
            self._high[variable],
            self._high_reason[variable],
        )

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
        if variable in self._rows:
            self._suspects.add(variable)
        else:
            short = self._short(variable)
            if short:
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

    def _room(self, variable: int, *, up: bool) -> Number | None:
        """Return how far the value can go up or down; None if without end."""
        bound = self._high[variable] if up else self._low[variable]
        if bound is None:
            return None
        return bound - self._value[variable] if up else self._value[variable] - bound

    def _shift(self, variable: int, by: Number) -> None:
        self._value[variable] = _tidy(self._value[variable] + by)
        self._suspects |= self._columns[variable]
        for dependent in self._columns[variable]:
            self._value[dependent] = _tidy(self._value[dependent] + self._rows[dependent][variable] * by)

    def _pivot(self, leaving: int, entering: int) -> None:
        self.pivots += 1
        if self.pivots > self._budget:
            raise BudgetSpent
        row = self._rows.pop(leaving)
        scale = _divide(1, row.pop(entering))
        self._columns[entering].discard(leaving)
        solved: dict[int, Number] = {base: _tidy(-factor * scale) for base, factor in row.items()}
        solved[leaving] = scale
        for base in row:
            self._columns[base].discard(leaving)
        users = self._columns.pop(entering)
        self._columns[leaving] = set()
        for user in users:
            self._substitute(user, entering, solved)
        self._rows[entering] = solved
        self._suspects.add(entering)
        for base in solved:
            self._columns[base].add(entering)

    def _substitute(self, user: int, variable: int, solved: Mapping[int, Number]) -> None:
        row = self._rows[user]
        factor = row.pop(variable)
        for base, coefficient in solved.items():
            total = row.get(base, 0) + factor * coefficient
            if total:
                if base not in row:
                    self._columns[base].add(user)
                row[base] = _tidy(total)
            elif base in row:
                del row[base]
                self._columns[base].discard(user)

    def _entering(self, dependent: int, *, up: bool, turn: int) -> int | None:
        """Return the independent variable to move so that the dependent one rises (or falls)."""
        best: tuple[int, int] | None = None
        for base, factor in self._rows[dependent].items():
            if self._room(base, up=(factor > 0) == up) != 0:
                rank = (0 if turn > _PATIENCE else len(self._columns[base]), base)
                if best is None or rank < best:
                    best = rank
        return None if best is None else best[1]

    def _blocking(self, dependent: int, *, up: bool) -> frozenset[Hashable]:
        return frozenset(
            self._high_reason[base] if (factor > 0) == up else self._low_reason[base]
            for base, factor in self._rows[dependent].items()
        )

    def _restore(self) -> frozenset[Hashable]:
        """Meet all bounds again, or return the reasons that cannot be met together."""
        turn = 0
        while True:
            self._suspects = {index for index in self._suspects if index in self._rows and self._short(index)}
            if not self._suspects:
                return frozenset()
            short_of = min(self._suspects)
            turn += 1
            short = self._short(short_of)
            entering = self._entering(short_of, up=short > 0, turn=turn)
            if entering is None:
                own = self._low_reason[short_of] if short > 0 else self._high_reason[short_of]
                return self._blocking(short_of, up=short > 0) | {own}
            self._shift(entering, _divide(short, self._rows[short_of][entering]))
            self._pivot(short_of, entering)

    # -- asking -----------------------------------------------------------------------------------------

    def largest(self, form: Form) -> Extreme:
        """Return the largest value of a form and the weighted reasons that force it."""
        goal = self._dependent(form)
        try:
            return self._climb(goal)
        finally:
            for base in self._rows.pop(goal):
                self._columns[base].discard(goal)

    def smallest(self, form: Form) -> Extreme:
        """Return the smallest value of a form and the weighted reasons that force it."""
        value, weights = self.largest({variable: -factor for variable, factor in form.items()})
        return Extreme(
            None if value is None else -value,
            tuple(Weight(reason, -contribution) for reason, contribution in weights),
        )

    def _climb(self, goal: int) -> Extreme:
        turn = 0
        while True:
            turn += 1
            entering = self._entering(goal, up=True, turn=turn)
            if entering is None:
                return Extreme(self._value[goal], self._certificate(goal))
            up = self._rows[goal][entering] > 0
            step, leaving = self._longest_step(goal, entering, up=up)
            if step is None:
                return Extreme(None, ())
            self._shift(entering, step if up else -step)
            if leaving is not None:
                self._pivot(leaving, entering)

    def _longest_step(self, goal: int, entering: int, *, up: bool) -> tuple[Number | None, int | None]:
        step, leaving = self._room(entering, up=up), None
        for dependent in self._columns[entering]:
            factor = self._rows[dependent][entering]
            rises = (factor > 0) == up
            room = None if dependent == goal else self._room(dependent, up=rises)
            if room is None:
                continue
            reach = _divide(room, factor if factor > 0 else -factor)
            if step is None or reach < step or (reach == step and (leaving is None or dependent < leaving)):
                step, leaving = reach, dependent
        return step, leaving

    def _certificate(self, goal: int) -> tuple[Weight, ...]:
        return tuple(
            Weight(
                self._high_reason[base] if factor > 0 else self._low_reason[base],
                _tidy(factor * self._value[base]),
            )
            for base, factor in sorted(self._rows[goal].items())
        )
