"""An exact simplex over bounds on linear forms: what they allow a form to be, and which of them force it.

The general simplex of Dutertre and de Moura (CAV 2006), in whole numbers. Variables are free;
a *form* is a variable that always equals a linear combination of others; everything stated is
`low <= variable <= high` with a reason. Stating a bound answers with the reasons that cannot hold together,
if there are such; asking for the largest value of a form answers with the value and the weighted reasons
that force it (a Farkas certificate: weights times bounds add up to the value).

Pivots prefer the shortest column, which keeps the tableau sparse, and fall back on Bland's rule, which
cannot cycle.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple, TypeAlias, TypeVar

from troopmoves.solve.effort import Effort
from troopmoves.solve.form import Form
from troopmoves.solve.tableau import Tableau
from troopmoves.solve.trail import Trail

Number: TypeAlias = int | Fraction

_Answer = TypeVar("_Answer")

_PATIENCE: Final = 30
"""Pivots by the shortest column before Bland's rule takes over."""


_Bounds: TypeAlias = tuple[int | None, Hashable, int | None, Hashable]
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


def _over(number: int, by: int) -> Number:
    return Fraction(number, by) if number % by else number // by


class Simplex:
    """A tableau that always satisfies the bounds stated so far."""

    def __init__(self, effort: Effort) -> None:
        self.trail: Trail = Trail()
        """How to undo what was made and stated."""
        self._effort = effort
        self._low: list[int | None] = []
        self._high: list[int | None] = []
        self._low_reason: list[Hashable] = []
        self._high_reason: list[Hashable] = []
        self._tableau = Tableau()
        self._named: dict[frozenset[tuple[int, int]], int] = {}
        self._suspects: set[int] = set()
        """Dependent variables that may be out of their bounds."""

    # -- building ---------------------------------------------------------------------------------------

    def variable(self, low: int | None = None) -> int:
        """Return a new variable, free but for a bound that needs no reason; it is zero at first."""
        variable = self._tableau.independent()
        self._bounded(low)
        self.trail.did(self._forget)
        return variable

    def _bounded(self, low: int | None) -> None:
        """Have bounds for a new variable."""
        self._low.append(low)
        self._high.append(None)
        self._low_reason.append(None)
        self._high_reason.append(None)

    def _forget(self) -> None:
        """Undo the making of the latest variable, which has no bounds any more."""
        last, tableau = len(self._low) - 1, self._tableau
        users = tableau.columns.get(last)
        if users:
            user = min(users, key=lambda user: (len(tableau.rows[user]), user))
            self._suspects.update(users)
            tableau.pivot(user, last, to=self._within(user, tableau.value[user] // tableau.over[user]))
        self._drop_last()

    def _within(self, variable: int, number: int) -> int:
        """Return the number nearest to another that a variable may be."""
        low, high = self._low[variable], self._high[variable]
        if low is not None and number < low:
            return low
        return number if high is None or number <= high else high

    def _drop_last(self) -> None:
        """Forget the latest variable, on which no other one depends."""
        self._tableau.forget_last()
        for column in (self._low, self._high, self._low_reason, self._high_reason):
            column.pop()

    def named(self, form: Form) -> int:
        """Return the variable that always equals the form, made on first use."""
        if len(form) == 1:
            ((variable, factor),) = form.items()
            if factor == 1:
                return variable
        key = frozenset(form.items())
        if key not in self._named:
            self._named[key] = self._dependent(form)
            self.trail.did(self._forget)
            self.trail.did(partial(self._named.pop, key))
        return self._named[key]

    def _dependent(self, form: Form) -> int:
        self._effort.write(len(form))
        variable = self._tableau.dependent(form)
        self._bounded(None)
        return variable

    def back_to(self, mark: int) -> None:
        """Undo all that was made and stated since a mark of the trail."""
        self.trail.back_to(mark)
        self._restore()  # what is left has held together before

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
            self._suspects.update(self._tableau.columns[variable])
            self._tableau.shift(variable, short)
        return self._restore()

    # -- the tableau ------------------------------------------------------------------------------------

    def _short(self, variable: int) -> int:
        """Return how far the value must rise (or, negative, fall) to meet its bounds, times its `over`."""
        low, high, value = self._low[variable], self._high[variable], self._tableau.value[variable]
        over = self._tableau.over[variable]
        if low is not None and value < low * over:
            return low * over - value
        if high is not None and value > high * over:
            return high * over - value
        return 0

    def _is_short(self, variable: int) -> bool:
        """Return whether a variable is dependent and out of its bounds."""
        return variable in self._tableau.rows and self._short(variable) != 0

    def _pivot(self, leaving: int, entering: int, to: int) -> None:
        self._effort.pivot(self._tableau.factors_written_by(leaving, entering))
        self._tableau.pivot(leaving, entering, to)

    def _entering(self, dependent: int, *, up: bool, turn: int) -> int | None:
        """Return the independent variable to move so that the dependent one rises (or falls)."""
        columns, value = self._tableau.columns, self._tableau.value
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
        """Return why a dependent variable can rise (or fall) no further, and why it should."""
        row = self._tableau.rows[dependent]
        against = (self._reason(base, up=(factor > 0) == up) for base, factor in row.items())
        return frozenset([*against, self._reason(dependent, up=not up)])

    def _reason(self, variable: int, *, up: bool) -> Hashable:
        """Return the reason of the upper or the lower bound."""
        return self._high_reason[variable] if up else self._low_reason[variable]

    def _restore(self) -> frozenset[Hashable]:
        """Meet all bounds again, or return the reasons that cannot be met together."""
        turn = 0
        while True:
            self._suspects = set(filter(self._is_short, self._suspects))
            if not self._suspects:
                return _NOTHING
            short_of = min(self._suspects)
            turn += 1
            rises = self._short(short_of) > 0
            entering = self._entering(short_of, up=rises, turn=turn)
            to = (self._low if rises else self._high)[short_of]
            if entering is None or to is None:
                return self._blocking(short_of, up=rises)
            self._suspects.update(self._tableau.columns[entering])
            self._suspects.add(entering)
            self._pivot(short_of, entering, to)

    # -- asking -----------------------------------------------------------------------------------------

    def extremes(self, form: Form) -> tuple[Extreme, Extreme]:
        """Return the smallest and the largest value of a form, and the weighted reasons that force each."""
        return self._asked(form, lambda goal: (self._extreme(goal, up=False), self._extreme(goal, up=True)))

    def extreme(self, form: Form, *, up: bool) -> Extreme:
        """Return only one of them: the largest, or the smallest."""
        return self._asked(form, lambda goal: self._extreme(goal, up=up))

    def ends(self, form: Form) -> tuple[Number | None, Number | None]:
        """Return both values without the reasons."""
        return self._asked(form, lambda goal: (self._climb(goal, up=False), self._climb(goal, up=True)))

    def _asked(self, form: Form, question: Callable[[int], _Answer]) -> _Answer:
        """Have a variable for a form as long as something is asked about it."""
        answer = question(self._dependent(form))
        self._drop_last()
        return answer

    def _extreme(self, goal: int, *, up: bool) -> Extreme:
        value = self._climb(goal, up=up)
        return Extreme(value, () if value is None else self._certificate(goal, up=up))

    def _climb(self, goal: int, *, up: bool) -> Number | None:
        """Move to where a variable is largest or smallest, and return its value there; None: without end."""
        tableau, turn, row = self._tableau, 0, self._tableau.rows[goal]
        while True:
            turn += 1
            entering = self._entering(goal, up=up, turn=turn)
            if entering is None:
                return _over(tableau.value[goal], tableau.over[goal])
            rises = (row[entering] > 0) == up
            stopped, to = self._first_stop(entering, up=rises)
            if to is None:
                return None
            if stopped == entering:
                tableau.shift(entering, to - tableau.value[entering])
            else:
                self._pivot(stopped, entering, to)

    def _first_stop(self, entering: int, *, up: bool) -> tuple[int, int | None]:
        """Return which variable is the first at a bound as an independent one moves, and that bound.

        It may be the one that moves; it has no bound if nothing stops it.
        """
        rows, over, value = self._tableau.rows, self._tableau.over, self._tableau.value
        rising, falling = (self._high, self._low) if up else (self._low, self._high)
        first, to = entering, rising[entering]
        room, by = (0 if to is None else abs(to - value[entering])), 1
        for dependent in self._tableau.columns[entering]:
            factor = rows[dependent][entering]
            bound = (rising if factor > 0 else falling)[dependent]
            if bound is None:
                continue
            reach, factor = abs(bound * over[dependent] - value[dependent]), abs(factor)
            farther = reach * by - room * factor  # as reach / factor is compared with room / by
            if to is None or farther < 0 or (farther == 0 and (first == entering or dependent < first)):
                first, to, room, by = dependent, bound, reach, factor
        return first, to

    def _certificate(self, goal: int, *, up: bool) -> tuple[Weight, ...]:
        row, over, value = self._tableau.rows[goal], self._tableau.over[goal], self._tableau.value
        return tuple(
            Weight(self._reason(base, up=(factor > 0) == up), _over(factor * value[base], over))
            for base, factor in sorted(row.items())
        )
