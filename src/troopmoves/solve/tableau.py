"""The rows of a simplex: dependent variables as linear combinations of independent ones, in whole numbers.

A row says `over * variable = sum of factor * independent variable`. Independent variables are whole numbers,
so the value of a dependent one is kept times its `over`, as a whole number too. This is exact as fractions
are, and several times as fast; nearly all denominators are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import gcd, lcm

Row = dict[int, int]
"""Independent variable -> its factor, never zero."""


class Tableau:
    """Rows and values, and for each independent variable the rows that have it."""

    __slots__ = ("columns", "over", "rows", "value")

    def __init__(self) -> None:
        self.rows: dict[int, Row] = {}
        """By dependent variable."""
        self.over: list[int] = []
        """By variable: the denominator of its row, at least one; one if it has none."""
        self.value: list[int] = []
        """By variable: its value times that."""
        self.columns: dict[int, dict[int, None]] = {}
        """By independent variable: the dependent ones whose row has it (a set, in half the space)."""

    # -- variables --------------------------------------------------------------------------------------

    def independent(self) -> int:
        """Return a new independent variable, which is zero."""
        variable = self._new()
        self.columns[variable] = {}
        return variable

    def dependent(self, form: Mapping[int, int]) -> int:
        """Return a new variable that always equals a form of others, which may be dependent themselves."""
        rows, denominators, values = self.rows, self.over, self.value
        over = lcm(*[denominators[part] for part in form])
        row: Row = {}
        value = 0
        for part, factor in form.items():
            times = factor * (over // denominators[part])
            value += times * values[part]
            for base, amount in rows.get(part, {part: 1}).items():
                row[base] = row.get(base, 0) + times * amount
        if 0 in row.values():
            row = {base: factor for base, factor in row.items() if factor}
        variable = self._new()
        values[variable] = value
        self._set(variable, row, over)
        return variable

    def _new(self) -> int:
        self.over.append(1)
        self.value.append(0)
        return len(self.over) - 1

    def forget_last(self) -> None:
        """Forget the latest variable, which no other one depends on."""
        last = len(self.over) - 1
        if last in self.rows:
            self._remove(last)
        else:
            del self.columns[last]
        self.over.pop()
        self.value.pop()

    # -- rows -------------------------------------------------------------------------------------------

    def _set(self, variable: int, row: Row, over: int) -> None:
        self.rows[variable] = row
        self.over[variable] = over
        for base in row:
            self.columns[base][variable] = None
        if over != 1:
            self._reduce(variable)

    def _remove(self, variable: int) -> Row:
        row = self.rows.pop(variable)
        for base in row:
            del self.columns[base][variable]
        return row

    def shift(self, variable: int, by: int) -> None:
        """Move an independent variable, and with it all that depend on it."""
        value, rows = self.value, self.rows
        value[variable] += by
        for user in self.columns[variable]:
            value[user] += rows[user][variable] * by

    def factors_written_by(self, leaving: int, entering: int) -> int:
        """Return how many factors a pivot would write, long numbers counted by their words of 64 bits."""
        row = self.rows[leaving]
        return len(self.columns[entering]) * len(row) * (1 + row[entering].bit_length() // 64)

    def pivot(self, leaving: int, entering: int, to: int) -> None:
        """Make a dependent variable independent, and `to`, in place of one in its row, which moves."""
        over, before, at = self.over[leaving], self.value[leaving], self.value[entering]
        row = self._remove(leaving)
        factor = row.pop(entering)
        sign, by = (1, -factor) if factor < 0 else (-1, factor)
        solved = {base: sign * other for base, other in row.items()}
        solved[leaving] = -sign * over
        users = self.columns.pop(entering)
        self.columns[leaving] = {}
        self.over[leaving], self.value[leaving] = 1, to
        self.value[entering] = by * at - sign * (over * to - before)
        self._set(entering, solved, by)
        self._write_out(entering, users, rise=self.value[entering] - self.over[entering] * at)

    def _write_out(self, variable: int, users: Iterable[int], rise: int) -> None:
        """Write out a variable that has become dependent, and has risen, in the rows that have it."""
        rows, over, value, columns = self.rows, self.over, self.value, self.columns
        by, solved = over[variable], rows[variable].items()
        for user in users:
            row = rows[user]
            times = row.pop(variable)
            if by != 1:
                common = gcd(times, by)
                times //= common
                self._expand(user, by // common)
            value[user] += times * rise
            for base, factor in solved:
                had = row.get(base)
                if had is None:
                    row[base] = times * factor
                    columns[base][user] = None
                    continue
                total = had + times * factor
                if total:
                    row[base] = total
                else:
                    del row[base]
                    del columns[base][user]
            if over[user] != 1:
                self._reduce(user)

    def _expand(self, variable: int, times: int) -> None:
        """Multiply a row, its denominator and so its value."""
        if times == 1:
            return
        row = self.rows[variable]
        self.over[variable] *= times
        self.value[variable] *= times
        for base in row:
            row[base] *= times

    def _reduce(self, variable: int) -> None:
        """Divide a row, its denominator and so its value by what they have in common."""
        row = self.rows[variable]
        common = gcd(self.over[variable], *row.values())
        if common != 1:
            self.over[variable] //= common
            self.value[variable] //= common
            for base in row:
                row[base] //= common
