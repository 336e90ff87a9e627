"""A state as rows: one for every force at every place that a claim speaks of."""

from __future__ import annotations

from troopmoves.charts.rows.words import Row, how_many, scope_label
from troopmoves.ledger.answer import Answer
from troopmoves.ledger.state import DeploymentState
from troopmoves.ledger.wording import plural
from troopmoves.timing.when import show_day


def state_rows(state: DeploymentState) -> list[Row]:
    """Return a row for every holding of a state, in reading order."""
    return [_row(order, answer) for order, answer in enumerate(state.holdings)]


def _row(order: int, answer: Answer) -> Row:
    return {
        "order": order,
        "label": scope_label(answer.force, answer.place),
        "low": answer.low,
        "high": answer.high,
        "open": answer.high is None,
        "exact": answer.bounds.is_exact,
        "told": how_many(answer.bounds),
        "because": ", ".join(answer.because) or "no claim",
        "assumes": "; ".join(answer.assumes),
        "oldest": "" if answer.oldest is None else show_day(answer.oldest),
    }


def state_finding(state: DeploymentState, rows: list[Row]) -> str:
    """Return what a chart of a state comes to, in one sentence."""
    day = show_day(state.day)
    if not rows:
        return f"Nothing is known of {day}"
    if len(rows) == 1:
        return f"{rows[0]['label']}: {rows[0]['told']} on {day}"
    exact = sum(bool(row["exact"]) for row in rows)
    limitless = sum(bool(row["open"]) for row in rows)
    numbers = f"{len(rows)} {plural('number', len(rows))} for {day}"
    between = len(rows) - exact - limitless
    parts = ((exact, "exact"), (between, "between two limits"), (limitless, "without an upper limit"))
    return f"{numbers}: {', '.join(f'{count} {words}' for count, words in parts if count)}"


def state_alt(state: DeploymentState, rows: list[Row]) -> str:
    """Return a state in words, for those who do not see the chart."""
    told = "; ".join(f"{row['label']}: {row['told']}" for row in rows)
    return f"Ranges of the number of people on {show_day(state.day)}. {told or 'No claim that counts'}."
