"""The account once more, written down for scipy: one variable per people and day, one per move, way and day.

This is the formulation that the engine avoids because it is slow; nothing of `troopmoves.solve` is used but
the form of a question. A people's number on a day follows from that on the day before, unless it is open what
happened between.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

import numpy as np
from laws.plain_claims import Ends, Move, PlainClaims
from laws.true_world import NEVER_NAMED, People
from scipy.optimize import OptimizeResult, linprog
from scipy.sparse import csr_array

from troopmoves.claims.assumptions import UNLIMITED, Assumptions
from troopmoves.claims.entry import Entry
from troopmoves.solve.statement import Term

_INFEASIBLE, _UNBOUNDED = 2, 3
"""What scipy's linprog says."""

BEFORE = date.min
"""The day before all that is spoken of."""


class Moved(NamedTuple):
    """A variable: so many people of a claim go there by a day, and not by the day before."""

    claim: str
    returns: bool
    people: People
    to: str
    by: date


class Number(NamedTuple):
    """A variable: so many people there are at the beginning of a day."""

    people: People
    day: date


Row = dict[Moved | Number, int]


class Infeasible(Exception):  # noqa: N818 (an answer, not a failure)
    """The claims cannot all hold."""


class LinearProgram:
    """All claims of a ledger as one linear program, for questions about the same forces and days."""

    def __init__(self, entries: Iterable[Entry], assumptions: Assumptions, terms: Iterable[Term]) -> None:
        given, asked = list(entries), list(terms)
        days = {term.day for term in asked}
        named = {term.scope.force.sender.code for term in asked if term.scope.force.sender is not None}
        named |= PlainClaims(given, assumptions, days).named
        self.claims = PlainClaims(given, assumptions, days, [*sorted(named), NEVER_NAMED])
        self.carry = assumptions.carry
        for level in self.claims.levels:
            days |= {level.first, level.last}
        for portion in self.claims.portions:
            days |= {portion.first, portion.last}
        for denial in self.claims.denials:
            days |= {denial.since, denial.until}
        for move in self.claims.moves:
            days |= {day for day in (move.opens, move.closes) if day is not None}
        self.days = sorted(days - {date.min, date.max})
        self.rows: list[tuple[Row, Ends]] = []
        self._state_numbers()
        self._state_moves()
        self._state_steps()

    # -- stating ----------------------------------------------------------------------------------------

    def _state_numbers(self) -> None:
        for level in self.claims.levels:
            for day in self._between(level.first, level.last):
                self.rows.append((_sum(level.scope, day), level.ends))
        for portion in self.claims.portions:
            for day in self._between(portion.first, portion.last):
                for share, is_low in ((portion.share.low, True), (portion.share.high, False)):
                    row = _sum(portion.part, day, share.denominator)
                    _add(row, _sum(portion.whole, day, -share.numerator))
                    self.rows.append((row, _rounded(share.denominator, is_low=is_low)))
        for denial in self.claims.denials:
            for before, after in pairwise(self._between(denial.since, denial.until)):
                row = _sum(denial.scope, after)
                _add(row, _sum(denial.scope, before, -1))
                self.rows.append((row, (0, None) if denial.falls else (None, 0)))

    def _between(self, first: date, last: date) -> list[date]:
        return [day for day in self.days if first <= day <= last]

    def _steps_of(self, move: Move) -> list[Moved]:
        if not move.happens:
            return []
        return [
            Moved(move.claim, move.returns, source, target.spot, day)
            for source in sorted(move.sources)
            for target in sorted(move.targets)
            if source._replace(spot=target.spot) == target
            for day in self.days
            if (move.opens is None or day > move.opens) and (move.closes is None or day <= move.closes)
        ]

    def _state_moves(self) -> None:
        there: dict[str, list[Moved]] = {}
        for move in self.claims.moves:
            steps = self._steps_of(move)
            complete = move.complete and bool(steps)
            if not steps:
                continue
            if move.returns:
                for day in self.days:  # no more are back by a day than had gone by it
                    row: Row = {step: 1 for step in there.get(move.claim, []) if step.by <= day}
                    _add(row, {step: -1 for step in steps if step.by <= day})
                    end = 0 if complete and day == self.days[-1] else None
                    self.rows.append((row, (0, end)))
                continue
            there[move.claim] = steps
            if move.share is None:
                low, high = move.ends
                self.rows.append((dict.fromkeys(steps, 1), (low if complete else 0, high)))
            elif move.opens is not None:
                for share, is_low in ((move.share.low, True), (move.share.high, False)):
                    row = dict.fromkeys(steps, share.denominator)
                    _add(row, _sum(move.whole, move.opens, -share.numerator))
                    self.rows.append((row, _rounded(share.denominator, is_low=is_low)))

    def _state_steps(self) -> None:
        """State that from day to day a people changes by its moves alone, unless it is open what happened."""
        arrived: dict[Number, Row] = {}
        for move in self.claims.moves:
            for step in self._steps_of(move):
                target = step.people._replace(spot=step.to)
                _add(arrived.setdefault(Number(target, step.by), {}), {step: 1})
                _add(arrived.setdefault(Number(step.people, step.by), {}), {step: -1})
        for people in self.claims.peoples:
            spells = _spells(self.claims.mentions.get(people, []), self.carry)
            for before, after in pairwise([BEFORE, *self.days]):
                if before == BEFORE or _is_one_spell(spells, before, after, self.carry):
                    row: Row = {Number(people, after): -1, Number(people, before): 1}
                    _add(row, arrived.get(Number(people, after), {}))
                    self.rows.append((row, (0, 0)))

    # -- asking -----------------------------------------------------------------------------------------

    @cached_property
    def _index(self) -> dict[Moved | Number, int]:
        names = {name: None for row, _ in self.rows for name in row}
        numbers = [Number(people, day) for people in self.claims.peoples for day in self.days]
        return {name: index for index, name in enumerate(names | dict.fromkeys(numbers))}

    @cached_property
    def _matrices(self) -> tuple[csr_array, list[int], csr_array, list[int]]:
        upper, limits, equal, values = [], [], [], []
        for row, (low, high) in self.rows:
            if low is not None and low == high:
                equal.append(row)
                values.append(low)
                continue
            if high is not None:
                upper.append(row)
                limits.append(high)
            if low is not None:
                upper.append({name: -factor for name, factor in row.items()})
                limits.append(-low)
        return self._matrix(upper), limits, self._matrix(equal), values

    def _matrix(self, rows: Sequence[Row]) -> csr_array:
        entries = [
            (factor, line, self._index[name]) for line, row in enumerate(rows) for name, factor in row.items()
        ]
        values, lines, columns = zip(*entries, strict=True) if entries else ((), (), ())
        return csr_array((values, (lines, columns)), shape=(len(rows), len(self._index)), dtype=float)

    def _least(self, goal: Row) -> float | None:
        costs = np.zeros(len(self._index))
        for name, factor in goal.items():
            costs[self._index[name]] += factor
        upper, limits, equal, values = self._matrices

        def solved(*, presolve: bool) -> OptimizeResult:
            return linprog(
                costs,
                A_ub=upper if limits else None,
                b_ub=limits or None,
                A_eq=equal if values else None,
                b_eq=values or None,
                method="highs",
                options={"presolve": presolve},
            )

        found = solved(presolve=True)
        if found.status == _INFEASIBLE:  # presolving takes some unbounded programs for infeasible ones
            found = solved(presolve=False)
        if found.status == _INFEASIBLE:
            raise Infeasible
        assert found.status in (0, _UNBOUNDED), found.message
        return None if found.status == _UNBOUNDED else float(found.fun)

    @property
    def is_feasible(self) -> bool:
        """Whether all claims can hold together."""
        try:
            self._least({})
        except Infeasible:
            return False
        return True

    def bounds(self, terms: Sequence[Term]) -> tuple[int | None, int | None]:
        """Return the least and the greatest whole number that can be the answer to a question."""
        goal: Row = {}
        for term in terms:
            _add(goal, _sum(self.claims.scope(term.scope.force, term.scope.place), term.day, term.factor))
        low, high = self._least(goal), self._least({name: -factor for name, factor in goal.items()})
        return None if low is None else ceil(low - 1e-6), None if high is None else floor(-high + 1e-6)


def _sum(scope: Iterable[People], day: date, factor: int = 1) -> Row:
    return {Number(people, day): factor for people in scope}


def _add(row: Row, other: Row) -> None:
    for name, factor in other.items():
        row[name] = row.get(name, 0) + factor


def _rounded(denominator: int, *, is_low: bool) -> Ends:
    """Return the ends of a share, outward to whole persons."""
    return (1 - denominator, None) if is_low else (None, denominator - 1)


def _spells(mentions: Iterable[tuple[date, date]], carry: timedelta) -> list[tuple[date, date]]:
    """Return the spells of days through which mentions follow each other closely enough."""
    spells: list[tuple[date, date]] = []
    for first, last in sorted(mentions):
        if spells and (carry == UNLIMITED or first - spells[-1][1] <= carry):
            first, last = spells[-1][0], max(spells.pop()[1], last)  # noqa: PLW2901 (the spell grows)
        spells.append((first, last))
    return spells


def _is_one_spell(spells: Sequence[tuple[date, date]], before: date, after: date, carry: timedelta) -> bool:
    """Return whether two days belong to one spell: each to the nearest, if that is within reach."""
    nearest = [
        min(
            (max(first - day, day - last, timedelta(0)), number)
            for number, (first, last) in enumerate(spells)
        )
        for day in (before, after)
        if spells
    ]
    within_reach = bool(carry) and all(carry == UNLIMITED or distance <= carry for distance, _ in nearest)
    return bool(nearest) and within_reach and nearest[0][1] == nearest[1][1]
