"""scipy's linprog, which knows nothing of the question before: for a few questions, to check the answers."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, inf
from typing import Final

import numpy as np
from scipy.optimize import OptimizeResult, linprog
from scipy.sparse import csr_array

from engines.plain import Component, Drawn, Ends, Question
from engines.program import Daily, Form

_NEAR: Final = 1e-6
_OPTIMAL, _INFEASIBLE, _UNBOUNDED = 0, 2, 3
"""What scipy's linprog says."""


class Linprog:
    """scipy, with an unknown per cell and day."""

    name = "scipy, daily"

    def __init__(self) -> None:
        self._drawn = Drawn({}, ())
        self._models: dict[str, _Model] = {}

    def read(self, drawn: Drawn) -> None:
        """Keep the claims."""
        self._drawn = drawn

    def load(self) -> int:
        """Build the matrices of each component."""
        for one in self._drawn.components:
            asked = {question.day for question in one.questions}
            self._models[one.name] = _Model(Daily(self._drawn.up, one.true_claims, asked))
        return 0

    def bounds(self, component: Component, questions: Sequence[Question]) -> list[Ends]:
        """Return what the claims allow."""
        return [self._models[component.name].ends(question) for question in questions]


class _Model:
    def __init__(self, program: Daily) -> None:
        self._program = program
        upper = [(row.form, row.high) for row in program.rows if row.low != row.high and row.high < inf]
        lower = [
            ({column: -value for column, value in row.form.items()}, -row.low)
            for row in program.rows
            if row.low != row.high and row.low > -inf
        ]
        equal = [(row.form, row.low) for row in program.rows if row.low == row.high]
        self._upper, self._limits = self._matrix([*upper, *lower])
        self._equal, self._values = self._matrix(equal)

    def _matrix(self, rows: Sequence[tuple[Form, float]]) -> tuple[csr_array, list[float]]:
        lines = [line for line, (form, _) in enumerate(rows) for _ in form]
        columns = [column for form, _ in rows for column in form]
        values = [float(value) for form, _ in rows for value in form.values()]
        shape = (len(rows), self._program.columns)
        return csr_array((values, (lines, columns)), shape=shape), [limit for _, limit in rows]

    def ends(self, question: Question) -> Ends:
        """Return both ends of what a question can come to."""
        costs = np.zeros(self._program.columns)
        for column, value in self._program.form(question.people, question.day).items():
            costs[column] = value
        low, high = self._least(costs), self._least(-costs)
        return None if low is None else ceil(low - _NEAR), None if high is None else floor(-high + _NEAR)

    def _least(self, costs: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float | None:
        found = self._solved(costs, presolve=True)
        if found.status == _INFEASIBLE:  # presolving takes some unbounded programs for infeasible ones
            found = self._solved(costs, presolve=False)
        if found.status not in (_OPTIMAL, _UNBOUNDED):
            raise SystemExit(f"scipy answers: {found.message}")
        return None if found.status == _UNBOUNDED else float(found.fun)

    def _solved(
        self, costs: np.ndarray[tuple[int], np.dtype[np.float64]], *, presolve: bool
    ) -> OptimizeResult:
        return linprog(
            costs,
            A_ub=self._upper,
            b_ub=self._limits,
            A_eq=self._equal,
            b_eq=self._values,
            options={"presolve": presolve},
        )
