"""A series as rows: stretches with their bounds, reported levels, what is not listed, steps, windows.

Every row names its `kind`, by which a layer of the chart takes those it draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Final

from troopmoves.charts.rows.words import Row, how_many, scope_label, times
from troopmoves.claims.axis import Polarity
from troopmoves.claims.effect import EFFECTS, Effect
from troopmoves.claims.entry import Entry
from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import PostureChange, Presence
from troopmoves.errors import LedgerError
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.series import Mention, Series, SeriesPoint, SeriesStep
from troopmoves.ledger.wording import show_days
from troopmoves.solve.overlap import counts_in, touches
from troopmoves.timing.when import When, show_day

UNREPORTED: Final = "if nothing went unreported"
"""What a step leans on that is unchanged only then."""


def series_rows(series: Series, ledger: Ledger | None = None) -> list[Row]:
    """Return everything that is drawn of a series.

    Args:
        series: The series.
        ledger: The ledger that was asked, whose claims say in which windows levels and moves lie.

    Raises:
        LedgerError: If it is another ledger.
    """
    if ledger is not None and ledger.digest != series.label.digest:
        rule = f"the series was asked of the ledger {series.label.digest}"
        raise LedgerError("chart_series.ledger", ledger.digest, rule, "pass that one, or none")
    live = () if ledger is None else ledger.view(series.assumptions).admission.live
    entries = {entry.id: entry for entry in live}
    return [
        *_spans(series),
        *(_level(point, entries) for point in series.reported),
        *_gaps(series),
        *map(_step, series.steps),
        *_windows(series, entries),
    ]


def _spans(series: Series) -> Iterator[Row]:
    """Yield the stretches between two points, on which the bounds hold."""
    ends = [*(point.day for point in series.points[1:]), series.until]
    for point, end in zip(series.points, ends, strict=True):
        yield {
            "kind": "span",
            "since": point.day.isoformat(),
            "until": end.isoformat(),
            "middle": middle(point.day, end),
            "days": (end - point.day).days,
            **_counted(point),
        }


def _level(point: SeriesPoint, entries: Mapping[str, Entry]) -> Row:
    windows = [_when_of(entries[name]) for name in point.reported_by if name in entries]
    dated = [when for when in windows if when is not None]
    return {
        "kind": "level",
        "day": point.day.isoformat(),
        **_counted(point),
        "reported_by": ", ".join(point.reported_by),
        "fuzzy": any(map(_is_fuzzy, dated)),
    }


def _counted(point: SeriesPoint) -> Row:
    return {
        "low": point.bounds.low,
        "high": point.bounds.high,
        "open": point.bounds.high is None,
        "exact": point.bounds.is_exact,
        "told": how_many(point.bounds),
        "mention": point.mention.words,
        "because": ", ".join(point.because) or "no claim",
    }


def _gaps(series: Series) -> Iterator[Row]:
    for point in series.points:
        if point.mention is Mention.NOT_LISTED:
            yield {
                "kind": "not_listed",
                "day": point.day.isoformat(),
                "reports": ", ".join(point.not_listed_in),
            }


def _step(step: SeriesStep) -> Row:
    direction, sure = _verdict(step)
    return {
        "kind": "step",
        "since": step.before.day.isoformat(),
        "until": step.after.day.isoformat(),
        "middle": middle(step.before.day, step.after.day),
        "direction": direction,
        "sure": sure,
        "unexplained": step.unexplained,
        "told": f"{direction}*" if sure == UNREPORTED else f"{direction}, {sure}",
        "change": str(step.change),
        "therefore": step.therefore,
        "days": show_days(step.before.day, step.after.day),
    }


def _verdict(step: SeriesStep) -> tuple[str, str]:
    """Return which way the number went, and how sure that is."""
    if step.fewer.certain:
        return "fewer", "certain"
    if step.more.certain:
        return "more", "certain"
    if step.same.certain:
        return "unchanged", "certain" if step.if_anything_moved.same().certain else UNREPORTED
    either = step.fewer.possible and step.more.possible
    return "fewer or more" if either else "fewer" if step.fewer.possible else "more", "possible"


def _windows(series: Series, entries: Mapping[str, Entry]) -> Iterator[Row]:
    """Yield the windows of levels and moves that are longer than a day, or blurred."""
    levels = {name for point in series.reported for name in point.reported_by}
    for name, entry in entries.items():
        when = _when_of(entry)
        is_move = _moves_here(entry, series)
        if when is not None and (is_move or name in levels) and _is_fuzzy(when):
            yield from _window(name, when, series, of="move" if is_move else "level")


def _moves_here(entry: Entry, series: Series) -> bool:
    """Return whether a claim has people of the series come or go."""
    change = entry.claim.proposition
    return (
        isinstance(change, PostureChange)
        and entry.claim.polarity is Polarity.AFFIRMED
        and RULES[change.kind].moves
        and EFFECTS[change.progress][series.assumptions.plans] is not Effect.NOTHING
        and counts_in(change.force, series.force)
        and (series.place is None or touches(change, series.place))
    )


def _is_fuzzy(when: When) -> bool:
    return not when.is_day or when.approximate or when.uncertain


def _window(name: str, when: When, series: Series, *, of: str) -> Iterator[Row]:
    first, last = when.earliest or series.since, when.latest or series.until
    if last < series.since or first > series.until:
        return
    yield {
        "kind": "window",
        "of": of,
        "claim": name,
        "since": max(first, series.since).isoformat(),
        "until": min(last, series.until).isoformat(),
        "starts_open": when.earliest is None or when.earliest < series.since,
        "ends_open": when.latest is None or when.latest > series.until,
        "blurred": when.approximate or when.uncertain,
        "told": f"{name}: {when}",
    }


def _when_of(entry: Entry) -> When | None:
    said = entry.claim.proposition
    return said.when if isinstance(said, Presence | PostureChange) else None


def middle(first: date, last: date) -> str:
    """Return the day in the middle, where a sign for a stretch is drawn."""
    return (first + (last - first) / 2).isoformat()


def closest_levels(rows: list[Row]) -> int:
    """Return the fewest days between two reported levels; 0 where there are not two."""
    days = sorted(date.fromisoformat(str(row["day"])) for row in rows if row["kind"] == "level")
    return min(((after - before).days for before, after in pairwise(days)), default=0)


def series_finding(series: Series) -> str:
    """Return what a chart of a series comes to, in one sentence."""
    where = scope_label(series.force, series.place)
    if not series.reported:
        return f"{where}: no level is reported"
    if not series.steps:
        only = series.reported[0]
        return f"{where}: {how_many(only.bounds)} on {show_day(only.day)}, the only level reported"
    fell = sum(step.fewer.certain for step in series.steps)
    rose = sum(step.more.certain for step in series.steps)
    parts = [
        f"{word} for certain {times(count)}" for word, count in (("fell", fell), ("rose", rose)) if count
    ]
    if not parts:
        steady = all(step.same.certain for step in series.steps)
        return f"{where}: {'unchanged if nothing went unreported' if steady else 'no change is certain'}"
    return f"{where}: {' and '.join(parts)}{_unexplained(len(series.unexplained), fell + rose)}"


def _unexplained(number: int, changes: int) -> str:
    if not number:
        return ""
    if number == changes:
        return ", unexplained" if changes == 1 else ", each time unexplained"
    return f", {times(number)} unexplained"


def series_alt(series: Series) -> str:
    """Return a series in words, for those who do not see the chart."""
    levels = "; ".join(f"{show_day(point.day)}: {how_many(point.bounds)}" for point in series.reported)
    steps = "; ".join(f"{show_days(one.before.day, one.after.day)}: {one.therefore}" for one in series.steps)
    missing = ", ".join(show_day(point.day) for point in series.not_listed)
    parts = [
        f"Bounds of the number of people through time. {series.heading}. {series.size}.",
        f"Levels: {levels}." if levels else "",
        f"Steps: {steps}." if steps else "",
        f"Not listed on {missing}." if missing else "",
    ]
    return " ".join(part for part in parts if part)
