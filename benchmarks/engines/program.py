"""The claims of a component as a linear program, written from the plain claims alone.

Nothing of the engines under comparison is used, so that the answers say something about theirs. There are two
ways to write it down, with the same answers: `Program`, as small as it can be, and `Daily`, as most would do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple, TypeAlias

from engines.plain import EVERYBODY, Claim, Leaves, Level, Move, People, Portion, days_of, peoples_of

OTHERS: Final = "others"
"""The nations that no claim names."""

Form: TypeAlias = dict[int, int]


class Row(NamedTuple):
    """A form between two ends."""

    form: Form
    low: float
    high: float


class _Cell(NamedTuple):
    nation: str
    leaf: str
    role: str


class _Step(NamedTuple):
    """People who come to a cell (or, with a negative factor, leave it) by a day and not before."""

    day: int
    column: int
    factor: int


class Program:
    """An unknown for how many there were at first in each cell, and for each cell and stage of a move.

    No column is ever negative.
    """

    def __init__(self, up: Mapping[str, str], claims: Iterable[Claim], asked: Iterable[int]) -> None:
        """State some claims, for questions about some days."""
        self._leaves = Leaves(up)
        given = tuple(claims)
        self._days = sorted(days_of(given) | set(asked))
        peoples = self._peoples = [people for claim in given for people in peoples_of(claim)]
        named = sorted({people.nation for people in peoples} - {EVERYBODY})
        self._nations = [*named, OTHERS] if any(people.nation == EVERYBODY for people in peoples) else named
        self._roles = sorted({people.role for people in peoples} | {EVERYBODY})
        self.columns: int = 0
        self.rows: list[Row] = []
        self._first: dict[_Cell, int] = {}
        self._steps: dict[_Cell, list[_Step]] = {}
        for claim in given:
            if isinstance(claim, Move):
                self._move(claim)
        self._never_below_zero()
        for claim in given:
            self._state(claim)

    def _column(self) -> int:
        self.columns += 1
        return self.columns - 1

    def _cells(self, people: People) -> list[_Cell]:
        nations = self._nations if people.nation == EVERYBODY else [people.nation]
        roles = self._roles if people.role == EVERYBODY else [people.role]
        leaves = self._leaves.of(people.place)
        return [_Cell(nation, leaf, role) for nation in nations for leaf in leaves for role in roles]

    # -- moves ------------------------------------------------------------------------------------------

    def _move(self, move: Move) -> None:
        """State a move: at each stage, role by role, as many arrive as leave."""
        total: Form = {}
        for role in self._roles:
            ends = [
                [cell for cell in self._cells(People(move.nation, place)) if cell.role == role]
                for place in (move.origin, move.to)
            ]
            for day in (day for day in self._days if move.opens < day <= move.closes):
                balance: Form = {}
                for cells, factor in zip(ends, (-1, 1), strict=True):
                    for cell in cells:
                        column = self._column()
                        self._steps.setdefault(cell, []).append(_Step(day, column, factor))
                        balance[column] = factor
                        if factor > 0:
                            total[column] = 1
                self.rows.append(Row(balance, 0, 0))
        self.rows.append(Row(total, 0 if move.planned else move.low, inf if move.high is None else move.high))

    def _never_below_zero(self) -> None:
        for cell, steps in self._steps.items():
            for day in sorted({step.day for step in steps if step.factor < 0}):
                self.rows.append(Row(self._count(cell, day), 0, inf))

    # -- levels and shares ------------------------------------------------------------------------------

    def _count(self, cell: _Cell, day: int) -> Form:
        if cell not in self._first:
            self._first[cell] = self._column()
        form: Form = {self._first[cell]: 1}
        for step in self._steps.get(cell, ()):
            if step.day <= day:
                form[step.column] = form.get(step.column, 0) + step.factor
        return form

    def form(self, people: People, day: int, factor: int = 1) -> Form:
        """Return how many there are on a day, over the columns."""
        form: Form = {}
        for cell in self._cells(people):
            _add(form, self._count(cell, day), factor)
        return {column: value for column, value in form.items() if value}

    def _state(self, claim: Claim) -> None:
        match claim:
            case Level():
                high = inf if claim.high is None else claim.high
                self.rows.append(Row(self.form(claim.people, claim.day), claim.low, high))
            case Portion():
                for share, is_low in ((claim.low, True), (claim.high, False)):
                    row = self.form(claim.part, claim.day, share.denominator)
                    _add(row, self.form(claim.whole, claim.day), -share.numerator)
                    slack = share.denominator - 1
                    self.rows.append(Row(row, -slack, inf) if is_low else Row(row, -inf, slack))
            case Move():
                return


class Daily(Program):
    """An unknown for how many there are in each cell on each day; one day follows from the day before."""

    def _never_below_zero(self) -> None:
        """Give each cell its columns, which are never negative, and link each day to the day before."""
        cells = sorted({cell for people in self._peoples for cell in self._cells(people)})
        self._on = {(cell, day): self._column() for cell in cells for day in self._days}
        for cell in cells:
            came: dict[int, Form] = {}
            for step in self._steps.get(cell, ()):
                _add(came.setdefault(step.day, {}), {step.column: step.factor}, -1)
            for before, after in pairwise(self._days):
                row = {self._on[cell, after]: 1, self._on[cell, before]: -1, **came.get(after, {})}
                self.rows.append(Row(row, 0, 0))

    def _count(self, cell: _Cell, day: int) -> Form:
        return {self._on[cell, day]: 1}


def _add(form: Form, other: Form, factor: int) -> None:
    for column, value in other.items():
        form[column] = form.get(column, 0) + factor * value
