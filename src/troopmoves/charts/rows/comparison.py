"""A comparison as rows: one for every force and place, and the three verdicts of each."""

from __future__ import annotations

from typing import Final

from troopmoves.charts.rows.words import Row, how_many, scope_label
from troopmoves.ledger.comparison import Comparison, ComparisonRow
from troopmoves.ledger.wording import plural
from troopmoves.timing.when import show_day

QUESTIONS: Final = ("fewer", "same", "more")
"""What is asked of every row, in the order of the columns."""
_MOST_NAMED: Final = 2


def comparison_rows(comparison: Comparison) -> list[Row]:
    """Return a row for every row of a comparison, in its order."""
    return [_row(order, row) for order, row in enumerate(comparison.rows)]


def _row(order: int, row: ComparisonRow) -> Row:
    return {
        "order": order,
        "label": scope_label(row.who, row.where),
        **row.figures,
        "before": how_many(row.before),
        "after": how_many(row.after),
        "before_exact": row.before.is_exact,
        "after_exact": row.after.is_exact,
        "change": str(row.change),
        "therefore": row.therefore,
        **{f"{name}_leans": name in _leaning(row) for name in QUESTIONS},
        "because": ", ".join(row.because) or "no claim",
    }


def _leaning(row: ComparisonRow) -> set[str]:
    """Return the questions that are settled only because nothing is taken to have gone unreported."""
    if not row.same.certain:
        return set()
    free = row.if_anything_moved
    settled = {"fewer": free.fewer().ruled_out, "same": free.same().certain, "more": free.more().ruled_out}
    return {name for name, holds in settled.items() if not holds}


def days_of(comparison: Comparison) -> tuple[str, str]:
    """Return how the two sides are called: their days, or before and after where these are one."""
    first, second = comparison.before.day, comparison.after.day
    if first == second:
        return "before", "after"
    year = first.year != second.year
    return show_day(first, year=year), show_day(second, year=year)


def comparison_finding(comparison: Comparison, rows: list[Row]) -> str:
    """Return what a chart of a comparison comes to, in one sentence."""
    changed = [(row["label"], name) for row in rows for name in ("fewer", "more") if row[name] == "certain"]
    if not rows:
        return f"Nothing to compare: {comparison.heading}"
    if not changed:
        return _nothing_certain(rows)
    named = "; ".join(f"{label}: {name}, certain" for label, name in changed[:_MOST_NAMED])
    more = len(changed) - _MOST_NAMED
    return f"{named}; {more} more {plural('change', more)} certain" if more > 0 else named


def _nothing_certain(rows: list[Row]) -> str:
    open_rows = sum(row["same"] != "certain" for row in rows)
    if len(rows) == 1:
        return f"{rows[0]['label']}: {rows[0]['therefore']}"
    return f"No change is certain; {open_rows} of {len(rows)} are possible"


def comparison_alt(comparison: Comparison, rows: list[Row]) -> str:
    """Return a comparison in words, for those who do not see the chart."""
    told = "; ".join(
        f"{row['label']}: {row['before']}, then {row['after']}, {row['therefore']}" for row in rows
    )
    return f"Numbers of people compared. {comparison.heading}. {told or 'No claim that counts'}."
