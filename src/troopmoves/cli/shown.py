"""What the library answers, as views: states, comparisons, explanations, series, findings, imports.

Rows are those of `to_rows()`, with what the library says of them in words beside. To add a column: one line
in the columns of its view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.claim import Claim
from troopmoves.cli.view import Column, Row, Section, View, list_of, text_of
from troopmoves.ledger.answer import PARTIAL, Reason
from troopmoves.ledger.comparison import INDEPENDENT, Comparison
from troopmoves.ledger.explanation import INSTEAD, Explanation
from troopmoves.ledger.series import MOST_POINTS, Series
from troopmoves.ledger.state import DeploymentState
from troopmoves.ledger.wording import left_out_lines, words_of
from troopmoves.quantity.bounds import Bounds, ChangeBounds
from troopmoves.solve.admission import LeftOut
from troopmoves.timing.when import show_day

VERDICTS: Final[Mapping[str, str]] = {
    "fewer: certain": "bold magenta",
    "more: certain": "bold green",
    "fewer: ruled out": "cyan",
    "more: ruled out": "cyan",
    "unchanged": "cyan",
}
"""Styles of what follows; the words say all of it without them."""


def bounds_of(prefix: str = "") -> Callable[[Row], str]:
    """Return what makes a cell of the bounds of a count."""
    return lambda row: str(Bounds(row[f"{prefix}low"], row[f"{prefix}high"]))


def change_of(row: Row) -> str:
    """Return the bounds of a change as a cell; nothing where there is none."""
    if row["same"] is None:
        return ""
    return str(ChangeBounds(row["change_low"], row["change_high"]))


def _day_of(key: str) -> Callable[[Row], str]:
    return lambda row: show_day(date.fromisoformat(row[key]))


WHO: Final = Column("who", text_of("who"))
WHERE: Final = Column("where", text_of("where"))
BECAUSE: Final = Column("because", list_of("because"))


# -- states and comparisons ---------------------------------------------------------------------------------


def state_view(state: DeploymentState) -> View:
    """Return who has how many where."""
    rows = state.to_rows()
    left_out = state.not_counted
    return View(
        heading=f"{state.heading}    {state.size}",
        notes=_assuming(state.assumptions),
        sections=(
            Section(
                rows=rows,
                columns=(WHO, WHERE, Column("how many", bounds_of(), whole=True), BECAUSE),
                empty="No claim that counts says who is where.",
            ),
        ),
        after=_below(state.remarks),
        data={
            **_state_data(state),
            "assumptions": assumption_data(state.assumptions),
            "rows": rows,
            "also_counted": _claims_data(state.also_counted),
            "activities": _claims_data(state.activities),
            "protection": _claims_data(state.protection),
            "not_counted": _left_out_data(left_out),
        },
    )


def comparison_view(comparison: Comparison) -> View:
    """Return two states side by side."""
    before, after = comparison.before, comparison.after
    rows = [{**row.to_row(), "therefore": row.therefore} for row in comparison.rows]
    days = [show_day(state.day, year=False) for state in (before, after)]
    heads = days if before.day != after.day else ["before", "after"]
    differences = [str(one) for one in comparison.scope_differences]
    left_out = tuple(dict.fromkeys([*before.not_counted, *after.not_counted]))
    notes = [*_assuming(after.assumptions), *([] if comparison.joint else [("Note:", (INDEPENDENT,))])]
    size = after.size if before.label == after.label else f"{before.size} and {after.size}"
    return View(
        heading=f"{comparison.heading}    {size}",
        notes=(*notes, *([("Scopes differ:", tuple(differences))] if differences else [])),
        sections=(
            Section(
                rows=rows,
                columns=(
                    WHO,
                    WHERE,
                    Column(heads[0], bounds_of("before_"), whole=True),
                    Column(heads[1], bounds_of("after_"), whole=True),
                    Column("change", change_of, whole=True),
                    Column("therefore", text_of("therefore"), styles=VERDICTS),
                ),
                empty="No claim that counts says who is where.",
            ),
        ),
        after=_below(comparison.remarks),
        data={
            "before": _state_data(before),
            "after": _state_data(after),
            "assumptions": assumption_data(after.assumptions),
            "one_account": comparison.joint,
            "scope_differences": differences,
            "rows": rows,
            "also_counted": _claims_data(dict.fromkeys([*before.also_counted, *after.also_counted])),
            "not_counted": _left_out_data(left_out),
        },
    )


def _state_data(state: DeploymentState) -> dict[str, object]:
    known = state.view.known
    return {
        "title": state.label.title,
        "day": state.day.isoformat(),
        "known": None if known is None else known.isoformat(),
        "ledger": state.label.digest,
    }


# -- why ----------------------------------------------------------------------------------------------------


def why_view(explanation: Explanation) -> View:
    """Return each end of a count with its claims, their words and sources."""
    answer = explanation.answer
    low, high = (
        _reasons(because, answer.assumptions) for because in (answer.low_because, answer.high_because)
    )
    where = f"{answer.where} on {show_day(answer.day)}"
    most = f"at most {answer.high}" if answer.high else "no"
    instead = INSTEAD[answer.assumptions.plans]
    otherwise = f"{instead}: {explanation.other_plans}. Taken literally: {explanation.literally}."
    open_end = "Any number: no claim limits it." if not (low or high) else ""
    partial = [("This is", (f"{PARTIAL}.",))] if answer.partial else []
    return View(
        heading=f"{answer.where} on {show_day(answer.day)}: {answer.bounds}",
        notes=(("", (open_end,)),) if open_end else (),
        sections=(
            *([] if answer.high is None else [_end(f"Why {most} {where}?", high)]),
            *([_end(f"Why at least {answer.low} {where}?", low)] if answer.low else []),
        ),
        after=(
            *([("Assuming:", answer.assumes)] if answer.assumes else []),
            *partial,
            ("Otherwise:", (otherwise,)),
            *_not_counted(explanation.left_out),
            ("Cite as:", (answer.cite(),)),
        ),
        data={
            **answer.to_row(),
            "assumptions": assumption_data(answer.assumptions),
            "high_because": high,
            "low_because": low,
            "other_plans": [explanation.other_plans.low, explanation.other_plans.high],
            "literally": [explanation.literally.low, explanation.literally.high],
            "not_counted": _left_out_data(explanation.left_out),
            "cite": answer.cite(),
        },
    )


def _reasons(reasons: Sequence[Reason], assumptions: Assumptions) -> list[dict[str, object]]:
    return [
        {
            "claim": reason.claim,
            "persons": _plain_number(reason),
            "says": words_of(reason.entry.claim, assumptions),
            "quote": reason.entry.claim.quote or None,
            "source": reason.entry.source,
        }
        for reason in reasons
    ]


def _plain_number(reason: Reason) -> int | str:
    number = reason.contribution
    return int(number) if number == int(number) else str(number)


def _end(heading: str, rows: Sequence[Row]) -> Section:
    columns = (
        Column("persons", text_of("persons"), right=True),
        Column("claim", text_of("claim")),
        Column("says", text_of("says")),
        Column("source", text_of("source")),
    )
    return Section(
        heading=heading, rows=rows, columns=columns, empty="No claim: a count is never below zero."
    )


# -- series -------------------------------------------------------------------------------------------------


def series_view(series: Series) -> View:
    """Return a force at a place through time: every point, or of many the largest changes."""
    therefore = {step.after.day.isoformat(): step.therefore for step in series.steps}
    rows = [{**row, "therefore": therefore.get(str(row["day"]))} for row in series.to_rows()]
    steps = [{**step.to_row(), "therefore": step.therefore} for step in series.largest()]
    many = len(rows) > MOST_POINTS
    points = Section(
        rows=rows,
        columns=(
            Column("day", _day_of("day"), whole=True),
            Column("how many", bounds_of(), whole=True),
            Column("told", lambda row: row["mention"].replace("_", " ")),
            Column("change", change_of, whole=True),
            Column("therefore", text_of("therefore"), styles=VERDICTS),
            BECAUSE,
        ),
    )
    largest = Section(
        heading=f"The largest changes of {len(rows)} points; --format json tells them all",
        rows=steps,
        columns=(
            Column("from", _day_of("since"), whole=True),
            Column("to", _day_of("until"), whole=True),
            Column("before", bounds_of("before_"), whole=True),
            Column("after", bounds_of("after_"), whole=True),
            Column("change", change_of, whole=True),
            Column("therefore", text_of("therefore"), styles=VERDICTS),
            BECAUSE,
        ),
        empty="No step changed the number for certain.",
    )
    partial = any(point.partial for point in series)
    return View(
        heading=series.heading,
        notes=(("", (series.size,)), *_assuming(series.assumptions)),
        sections=(largest if many else points,),
        after=(("Note:", (f"bounds are {PARTIAL}",)),) if partial else (),
        data={
            "title": series.label.title,
            "ledger": series.label.digest,
            "since": series.since.isoformat(),
            "until": series.until.isoformat(),
            "assumptions": assumption_data(series.assumptions),
            "rows": rows,
            "largest": steps,
        },
    )


# -- what all of them tell ----------------------------------------------------------------------------------


def assumption_data(assumptions: Assumptions) -> dict[str, Any]:
    """Return assumptions as plain values."""
    return {
        "plans": str(assumptions.plans),
        "convention": assumptions.convention.name,
        "words": list(assumptions.words),
    }


def _assuming(assumptions: Assumptions) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("Assuming:", (str(assumptions),)),)


def _not_counted(left_out: Iterable[LeftOut]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = tuple(left_out_lines(left_out))
    return (("Not counted:", lines),) if lines else ()


def _below(remarks: Iterable[tuple[str, list[str]]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((label, tuple(lines)) for label, lines in remarks)


def _claims_data(claims: Iterable[Claim]) -> list[dict[str, str]]:
    return [{"claim": claim.id, "says": str(claim)} for claim in claims]


def _left_out_data(left_out: Iterable[LeftOut]) -> list[dict[str, str]]:
    return [{"claim": one.entry.id, "reason": one.reason} for one in left_out]
