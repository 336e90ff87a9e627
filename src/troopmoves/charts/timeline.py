"""A ledger drawn through time: for each claim a diamond when it was said, a bar for the days it speaks of.

A bar with an arrow is open on that side; a dashed one is dated only about. A claim that another takes back is
faint, and dotted up to the day of that, where a cross stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

from troopmoves.charts.frame import A_DAY, WIDTH, Frame, day_format, days_scale, framed, label_room, moment
from troopmoves.charts.palette import ALERT, CROSS, DASHED, DOTTED, GROUND, INK, QUIET, STRONG
from troopmoves.charts.rows.timeline import timeline_alt, timeline_finding, timeline_rows
from troopmoves.charts.rows.words import Row, source_words
from troopmoves.charts.state import rows_axis
from troopmoves.charts.vega import alt
from troopmoves.ledger.ledger import Ledger

_ROW: Final = 22
_MOST_LABEL: Final = 270
_ANY_DAY: Final = date(2000, 1, 1)
_BESIDE: Final = 0.06
"""How much of the time seen is added on either side, for arrows."""


def chart_timeline(
    ledger: Ledger, *, title: str | None = None, source: str | None = None, width: int = WIDTH
) -> alt.LayerChart:
    """Return when the claims of a ledger were said against the days that they speak of.

    Args:
        ledger: The ledger; a row is drawn for every claim in it.
        title: The finding; none: how many claims there are, and how many look ahead or were taken back.
        source: The line under the chart; none: the publishers and the ledger.
        width: Pixels of the whole picture from left to right.
    """
    rows = timeline_rows(ledger)
    frame = Frame(
        title=timeline_finding(ledger, rows) if title is None else title,
        note=_key(rows) if rows else "",
        source=source_words(ledger.entries, ledger.label) if source is None else source,
        description=timeline_alt(rows),
        width=width,
        left=label_room(rows, most=_MOST_LABEL) if rows else 0,
        right=12,
        below=34 if rows else 12,
    )
    return framed(_layers(rows, frame), rows, _ROW * max(len(rows), 2), frame)


def _key(rows: list[Row]) -> str:
    parts = ["Diamond: the day it became public; bar: the days it speaks of, with an arrow where open."]
    parts += ["Dashed: dated only about."] if any(row["blurred"] for row in rows) else []
    parts += ["Hollow: said not to be so."] if any(row["denied"] for row in rows) else []
    parts += ["Faint, with a cross: taken back that day."] if any(row["hidden"] for row in rows) else []
    return " ".join(parts)


def days_seen(rows: Iterable[Row]) -> tuple[date, date]:
    """Return the first and the last day that any row names."""
    names = ("said", "since", "until", "hidden_on")
    days = [date.fromisoformat(day) for row in rows for name in names if isinstance(day := row[name], str)]
    return min(days, default=_ANY_DAY), max(days, default=_ANY_DAY)


def _layers(rows: list[Row], frame: Frame) -> list[alt.Chart]:
    if not rows:
        return []
    first, last = days_seen(rows)
    # Counted in moments, since the calendar of Python ends and the arrows of what is open do not.
    beside = max(round((moment(last) - moment(first)) * _BESIDE), A_DAY)
    left, right = moment(first) - beside, moment(last) + beside
    edges = {"left": str(left), "right": str(right)}
    days = days_scale(left, right)
    form = day_format(first, last)
    axis = alt.Axis(title=None, grid=True, labelOverlap=True, tickCount=6, format=form)
    line = alt.Y("order:O", axis=rows_axis(rows, frame.left, lines=1))
    tips = [alt.Tooltip(f"{name}:N") for name in ("claim", "words", "source", "when", "hidden_by")]

    def day(name: str) -> alt.X:
        return alt.X(f"{name}:T", scale=days, axis=axis)

    layers = [*_bars(day, edges), *_taken_back(day), *_said(day("said"))]
    return [layer.encode(y=line, tooltip=tips) for layer in layers]


def _bars(day: Callable[[str], alt.X], edges: dict[str, str]) -> list[alt.Chart]:
    """Return the bars of what is true when, to the edge of the picture where they are open."""
    dated = alt.Chart().transform_filter("datum.dated").transform_calculate(**edges)
    shut = dated.transform_filter("!datum.starts_open && !datum.ends_open")
    dash = alt.condition("datum.blurred", alt.value([*DASHED]), alt.value([1, 0]))
    thick: dict[str, Any] = {"strokeWidth": 5, "color": STRONG}
    faint = alt.condition("datum.hidden !== null", alt.value(0.25), alt.value(0.8))
    end: dict[str, Any] = {"filled": True, "size": 60, "color": STRONG, "opacity": 1}
    tick: dict[str, Any] = {"thickness": 3, "height": 11, "color": STRONG, "opacity": 1}
    since, until, left, right = day("since"), day("until"), day("left"), day("right")
    goes_on = dated.transform_filter("!datum.starts_open && datum.ends_open")
    came_on = dated.transform_filter("datum.starts_open && !datum.ends_open")
    always = dated.transform_filter("datum.starts_open && datum.ends_open")
    return [
        shut.mark_rule(**thick).encode(x=since, x2="until:T", strokeDash=dash, opacity=faint),
        goes_on.mark_rule(**thick).encode(x=since, x2="right:T", strokeDash=dash, opacity=faint),
        came_on.mark_rule(**thick).encode(x=left, x2="until:T", strokeDash=dash, opacity=faint),
        always.mark_rule(**thick).encode(x=left, x2="right:T", opacity=faint),
        dated.transform_filter("!datum.starts_open").mark_tick(**tick).encode(x=since),
        dated.transform_filter("!datum.ends_open").mark_tick(**tick).encode(x=until),
        dated.transform_filter("datum.ends_open").mark_point(shape="triangle-right", **end).encode(x=right),
        dated.transform_filter("datum.starts_open").mark_point(shape="triangle-left", **end).encode(x=left),
    ]


def _taken_back(day: Callable[[str], alt.X]) -> list[alt.Chart]:
    hidden = alt.Chart().transform_filter("datum.hidden !== null && datum.hidden_on !== null")
    return [
        hidden.transform_filter("datum.said !== null")
        .mark_rule(strokeDash=[*DOTTED], strokeWidth=2, color=ALERT)
        .encode(x=day("said"), x2="hidden_on:T"),
        hidden.mark_point(shape=CROSS, filled=False, stroke=ALERT, strokeWidth=3, size=170, opacity=1).encode(
            x=day("hidden_on")
        ),
    ]


def _said(said: alt.X) -> list[alt.Chart]:
    known = alt.Chart().transform_filter("datum.said !== null")
    looks: dict[str, Any] = {"shape": "diamond", "size": 75, "stroke": INK, "strokeWidth": 1.5, "opacity": 1}
    return [
        known.transform_filter("!datum.denied").mark_point(filled=True, fill=INK, **looks).encode(x=said),
        known.transform_filter("datum.denied").mark_point(filled=True, fill=GROUND, **looks).encode(x=said),
        alt.Chart()
        .transform_filter("datum.said === null")
        .mark_text(text="no day of publication", align="left", color=QUIET, dx=4)
        .encode(x=alt.value(0)),
    ]
