"""The rows of a simplex: dependent variables as linear combinations of independent ones, in whole numbers.

A row says `over * variable = sum of factor * independent variable`. Whole numbers with one denominator a row
are exact as fractions are, and several times as fast; nearly all denominators are one.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import gcd, lcm

Row = dict[int, int]
"""Independent variable -> its factor, never zero."""


class Tableau:
    """Rows, and for each independent variable the rows that have it."""

    __slots__ = ("columns", "over", "rows")

    def __init__(self) -> None:
        self.rows: dict[int, Row] = {}
        self.over: dict[int, int] = {}
        """Dependent variable -> the denominator of its row, at least one."""
        self.columns: dict[int, set[int]] = {}
        """Independent variable -> the dependent ones whose row has it."""

    def add(self, variable: int, form: Mapping[int, int]) -> None:
        """Make a new variable dependent on others, which may be dependent themselves."""
        over = lcm(*(self.over[part] for part in form if part in self.over))
        row: Row = {}
        for part, factor in form.items():
            parts = self.rows.get(part)
            if parts is None:
                row[part] = row.get(part, 0) + factor * over
            else:
                times = factor * (over // self.over[part])
                for base, amount in parts.items():
                    row[base] = row.get(base, 0) + times * amount
        self._set(variable, {base: factor for base, factor in row.items() if factor}, over)

    def _set(self, variable: int, row: Row, over: int) -> None:
        self.rows[variable] = row
        self.over[variable] = over
        for base in row:
            self.columns[base].add(variable)
        if over != 1:
            self._reduce(variable)

    def remove(self, variable: int) -> None:
        """Forget a dependent variable."""
        del self.over[variable]
        for base in self.rows.pop(variable):
            self.columns[base].discard(variable)

    def factors_written_by(self, leaving: int, entering: int) -> int:
        """Return how many factors a pivot would write, long numbers counted by their words of 64 bits."""
        row = self.rows[leaving]
        return len(self.columns[entering]) * len(row) * (1 + row[entering].bit_length() // 64)

    def pivot(self, leaving: int, entering: int) -> None:
        """Make a dependent variable independent in place of one in its row."""
        row, over = self.rows[leaving], self.over[leaving]
        self.remove(leaving)
        by = row.pop(entering)
        sign = 1 if by < 0 else -1
        solved = {base: sign * factor for base, factor in row.items()}
        solved[leaving] = -sign * over
        users = self.columns.pop(entering)
        self.columns[leaving] = set()
        self._set(entering, solved, abs(by))
        for user in users:
            self._substitute(user, entering)

    def _substitute(self, user: int, variable: int) -> None:
        """Write out a variable that has become dependent in a row that has it."""
        row, columns = self.rows[user], self.columns
        times, by = row.pop(variable), self.over[variable]
        if by != 1:
            common = gcd(times, by)
            times, by = times // common, by // common
            if by != 1:
                for base in row:
                    row[base] *= by
                self.over[user] *= by
        for base, factor in self.rows[variable].items():
            had = row.get(base)
            if had is None:
                row[base] = times * factor
                columns[base].add(user)
            else:
                total = had + times * factor
                if total:
                    row[base] = total
                else:
                    del row[base]
                    columns[base].discard(user)
        if self.over[user] != 1:
            self._reduce(user)

    def _reduce(self, variable: int) -> None:
        """Divide a row and its denominator by what they have in common."""
        row = self.rows[variable]
        common = gcd(self.over[variable], *row.values())
        if common != 1:
            self.over[variable] //= common
            for base in row:
                row[base] //= common
