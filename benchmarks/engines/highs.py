"""HiGHS through highspy: one model for each component, warm from one question to the next.

It is given the claims that can all hold, since it has no way to settle those that cannot; and it is told all
days that will be asked about before the first question. Both ways to write the claims down are measured:
`compact`, which is close to what this library solves, and `daily`, which is what most would write.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import Any, Final

import highspy
import numpy as np

from engines.plain import Component, Drawn, Ends, Question
from engines.program import Daily, Form, Program

_NEAR: Final = 1e-6
_PRIMAL: Final = 4
"""HiGHS's number for the primal simplex: after a change of the objective, the last basis stays feasible."""


class Highs:
    """HiGHS, with one way to write the claims down."""

    def __init__(self, program: type[Program] = Program) -> None:
        """Choose how the claims are written down."""
        self.name = "highspy, daily" if program is Daily else "highspy, compact"
        self._program = program
        self._drawn = Drawn({}, ())
        self._models: dict[str, _Model] = {}

    def read(self, drawn: Drawn) -> None:
        """Keep the claims."""
        self._drawn = drawn

    def load(self) -> int:
        """Build a model of each component, and solve it once."""
        for one in self._drawn.components:
            asked = {question.day for question in one.questions}
            self._models[one.name] = _Model(self._program(self._drawn.up, one.true_claims, asked))
        return 0

    def bounds(self, component: Component, questions: Sequence[Question]) -> list[Ends]:
        """Return what the claims allow."""
        model = self._models[component.name]
        return [model.ends(question) for question in questions]


class _Model:
    def __init__(self, program: Program) -> None:
        self._program = program
        solver: Any = highspy.Highs  # without types where it is installed, without a module where it is not
        self._highs: highspy.Highs = solver()
        for option, value in (("output_flag", False), ("threads", 1), ("solver", "simplex")):
            self._highs.setOptionValue(option, value)
        self._highs.passModel(_lp_of(program))
        self._highs.run()
        _require(self._highs, highspy.HighsModelStatus.kOptimal)
        for option, value in (("presolve", "off"), ("simplex_strategy", _PRIMAL)):
            self._highs.setOptionValue(option, value)

    def ends(self, question: Question) -> Ends:
        """Return both ends of what a question can come to."""
        form = self._program.form(question.people, question.day)
        columns = np.fromiter(form, dtype=np.int32, count=len(form))
        values = np.fromiter(form.values(), dtype=float, count=len(form))
        self._highs.changeColsCost(len(form), columns, values)
        low = self._extreme(highspy.ObjSense.kMinimize)
        high = self._extreme(highspy.ObjSense.kMaximize)
        self._highs.changeColsCost(len(form), columns, np.zeros(len(form)))
        return None if low is None else ceil(low - _NEAR), None if high is None else floor(high + _NEAR)

    def _extreme(self, sense: highspy.ObjSense) -> float | None:
        self._highs.changeObjectiveSense(sense)
        self._highs.run()
        if self._highs.getModelStatus() == highspy.HighsModelStatus.kUnbounded:
            return None
        _require(self._highs, highspy.HighsModelStatus.kOptimal)
        return float(self._highs.getObjectiveValue())


def _lp_of(program: Program) -> highspy.HighsLp:
    rows, columns = program.rows, program.columns
    forms: list[Form] = [row.form for row in rows]
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = columns, len(rows)
    lp.col_cost_, lp.col_lower_ = np.zeros(columns), np.zeros(columns)
    lp.col_upper_ = np.full(columns, highspy.kHighsInf)
    lp.row_lower_ = np.array([row.low for row in rows], dtype=float)
    lp.row_upper_ = np.array([row.high for row in rows], dtype=float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *map(len, forms)])
    lp.a_matrix_.index_ = np.array([column for form in forms for column in form], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([value for form in forms for value in form.values()], dtype=float)
    return lp


def _require(highs: highspy.Highs, wanted: highspy.HighsModelStatus) -> None:
    if highs.getModelStatus() != wanted:
        raise SystemExit(f"HiGHS answers: {highs.modelStatusToString(highs.getModelStatus())}")
