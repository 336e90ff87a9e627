"""A series drawn through time: what each day allows as a band, each reported level as a bar on its day.

A band fades upwards where nothing limits it. Over the plot stands what each step from one reported level to
the next makes certain, and, where the ledger is given, in which windows the moves lie. No line joins the
levels: what lies between them is what the claims allow there.
"""

from __future__ import annotations

from typing import Any, Final

from troopmoves.charts.frame import A_DAY, WIDTH, Frame, day_format, days_scale, framed, moment
from troopmoves.charts.palette import BAND, DASHED, GROUND, INK, QUIET, SIZE, STRONG, fading
from troopmoves.charts.rows.series import UNREPORTED, closest_levels, series_alt, series_finding, series_rows
from troopmoves.charts.rows.words import Row, assumed_words, source_words, width_of
from troopmoves.charts.state import greatest, people_axis
from troopmoves.charts.vega import alt
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.series import Series

_HEIGHT: Final = 230
_LEFT: Final = 62
_RIGHT: Final = 26
"""Half a label of the axis of days."""
_STEPS: Final = -34
_WINDOWS: Final = -9
_NARROW: Final = 10
_LETTERED: Final = 84
"""Pixels between two levels from which on steps are told in words and levels in numbers."""
_SHAPES: Final = {
    "fewer": "triangle-down",
    "more": "triangle-up",
    "unchanged": "square",
    "fewer or more": "diamond",
}
_LETTERS: Final = {"fewer": "\u25bc", "more": "\u25b2", "unchanged": "\u25a0", "fewer or more": "\u25ca"}
_NUMBERS: Final = ("low", "high")


def chart_series(
    series: Series,
    ledger: Ledger | None = None,
    *,
    zero: bool = True,
    title: str | None = None,
    source: str | None = None,
    width: int = WIDTH,
) -> alt.LayerChart:
    """Return a force at a place through time.

    Args:
        series: The series.
        ledger: The ledger it was asked of; with it, levels and moves that are dated by a window or about a
            day have fuzzy ends, and the publishers are named.
        zero: Whether the axis of people begins at zero, so that lengths can be compared.
        title: The finding; none: how often the number certainly fell or rose.
        source: The line under the chart; none: the publishers, the ledger and the assumptions.
        width: Pixels of the whole picture from left to right.

    Raises:
        LedgerError: If it is another ledger.
    """
    rows = series_rows(series, ledger)
    entries = () if ledger is None else ledger.entries
    told = f"{source_words(entries, series.label)} {assumed_words(series.assumptions)}"
    frame = Frame(
        title=series_finding(series) if title is None else title,
        note=_key(rows),
        source=told if source is None else source,
        description=series_alt(series),
        width=width,
        left=_LEFT,
        right=_RIGHT,
        below=34,
    )
    return framed(_layers(series, rows, frame, zero=zero), rows, _HEIGHT, frame)


def _key(rows: list[Row]) -> str:
    """Return how the signs are read that this chart has."""
    kinds = {str(row["kind"]) for row in rows}
    parts = ["Band: what each day allows, fading where it is not limited."]
    parts += ["Bar: a reported level."] if "level" in kinds else []
    steps = [row for row in rows if row["kind"] == "step"]
    if steps:
        seen = [f"{sign}\u00a0{name}" for name, sign in _LETTERS.items() if _has(steps, "direction", name)]
        parts += [f"{', '.join(seen)}: filled if certain, hollow if not."]
        parts += [f"*: {UNREPORTED}."] if _has(steps, "sure", UNREPORTED) else []
    parts += ["?: unexplained."] if any(row["unexplained"] for row in steps) else []
    parts += ["\u00d7: no longer listed, which is not zero."] if "not_listed" in kinds else []
    parts += ["Line over the plot: in which days a move or level lies."] if "window" in kinds else []
    return " ".join(parts)


def _has(rows: list[Row], name: str, value: str) -> bool:
    return any(row[name] == value for row in rows)


def _layers(series: Series, rows: list[Row], frame: Frame, *, zero: bool) -> list[alt.Chart]:
    days = max((series.until - series.since).days, 1)
    label = width_of((str(row["told"]) for row in rows if row["kind"] == "level"), size=SIZE * 1.1)
    pixels = (frame.inner - label) / days
    gap = closest_levels(rows) * pixels or float(frame.inner)
    wide = gap >= max(_LETTERED, label)
    axes = _Axes(series, rows, zero=zero, gap=gap, padding=max(label // 2, _NARROW) if wide else _NARROW)
    return [*_bands(axes), *_levels(axes, numbered=wide), *_signs(axes, lettered=wide), *_windows(axes)]


class _Axes:
    """The channels that the layers of one chart share, and how large its signs are.

    Args:
        series: The series.
        rows: What is drawn of it.
        zero: Whether the axis of people begins at zero.
        gap: Pixels between the two levels closest to each other.
        padding: Pixels beside the days asked about.
    """

    def __init__(self, series: Series, rows: list[Row], *, zero: bool, gap: float, padding: int) -> None:
        first, last = moment(series.since), moment(series.until)
        self.gap = gap
        self.days = days_scale(first, max(last, first + A_DAY))
        self.days.padding = padding
        self.format = day_format(series.since, series.until)
        lows = [low for row in rows if isinstance(low := row.get("low"), int)]
        bottom = 0 if zero else min(lows, default=0)
        self.top = bottom + (greatest(rows, _NUMBERS) - bottom or 1) * 1.12
        self.people = alt.Scale(domain=[bottom, self.top], nice=False, zero=zero)
        self.axis = people_axis(rows, _NUMBERS)
        self.axis.grid = True
        self.axis.minExtent = self.axis.maxExtent = _LEFT - 16

    def sign(self, size: float) -> float:
        """Return the area of a sign, smaller where they would lie on each other."""
        return round(min(size, max((self.gap * 0.75) ** 2, 12.0)), 1)

    def wide(self, pixels: float) -> float:
        """Return the width of a bar or of its ends, narrower where they would touch."""
        return round(min(pixels, max(self.gap * pixels / 26, 1.0)), 1)

    def day(self, name: str) -> alt.X:
        """Return the channel of a day."""
        axis = alt.Axis(title=None, grid=False, labelOverlap=True, tickCount=6, format=self.format)
        return alt.X(f"{name}:T", scale=self.days, axis=axis)

    def number(self, name: str) -> alt.Y:
        """Return the channel of a number of people."""
        return alt.Y(f"{name}:Q", scale=self.people, axis=self.axis)


def _bands(axes: _Axes) -> list[alt.Chart]:
    spans = alt.Chart().transform_filter("datum.kind === 'span'")
    closed, limitless = spans.transform_filter("!datum.open"), spans.transform_filter("datum.open")
    tips = _tips("since", "until", "told", "mention", "because")
    across = {"x": axes.day("since"), "x2": "until:T"}
    edge: dict[str, Any] = {"color": STRONG, "strokeWidth": 1, "opacity": 0.8}
    return [
        closed.mark_rect(color=BAND, opacity=1).encode(
            y=axes.number("low"), y2="high:Q", tooltip=tips, **across
        ),
        limitless.mark_rect(color=fading(BAND, to_the_right=False), opacity=1).encode(
            y=axes.number("low"), y2=alt.datum(axes.top), tooltip=tips, **across
        ),
        closed.mark_rule(**edge).encode(y=axes.number("low"), **across),
        closed.mark_rule(**edge).encode(y=axes.number("high"), **across),
        limitless.transform_filter("datum.low > 0").mark_rule(**edge).encode(y=axes.number("low"), **across),
        limitless.mark_point(
            shape="triangle-up", filled=True, size=axes.sign(45), color=STRONG, opacity=1
        ).encode(x=axes.day("middle"), y=alt.value(5)),
    ]


def _levels(axes: _Axes, *, numbered: bool) -> list[alt.Chart]:
    levels = alt.Chart().transform_filter("datum.kind === 'level'")
    ranged = levels.transform_filter("!datum.exact")
    closed, limitless = ranged.transform_filter("!datum.open"), ranged.transform_filter("datum.open")
    end: dict[str, Any] = {
        "orient": "horizontal",
        "thickness": 2.5,
        "width": axes.wide(13),
        "color": INK,
        "opacity": 1,
    }
    tips = _tips("day", "told", "reported_by", "because")
    solid = alt.condition("datum.fuzzy", alt.value([*DASHED]), alt.value([1, 0]))
    low, high, day = axes.number("low"), axes.number("high"), axes.day("day")
    drawn = [
        closed.mark_rule(strokeWidth=axes.wide(3.5), color=INK).encode(y=low, y2="high:Q", strokeDash=solid),
        limitless.mark_rule(strokeWidth=axes.wide(3.5), color=INK).encode(
            y=low, y2=alt.datum(axes.top), strokeDash=solid
        ),
        ranged.mark_tick(**end).encode(y=low),
        closed.mark_tick(**end).encode(y=high),
        levels.transform_filter("datum.exact")
        .mark_circle(size=axes.sign(70), color=INK, opacity=1)
        .encode(y=low),
    ]
    if numbered:
        told = closed.mark_text(dy=-11, fontWeight="bold").encode(y=high, text="told:N")
        exact = levels.transform_filter("datum.exact").mark_text(dy=-13, fontWeight="bold")
        drawn += [told, exact.encode(y=low, text="told:N")]
    return [chart.encode(x=day, tooltip=tips) for chart in drawn]


def _signs(axes: _Axes, *, lettered: bool) -> list[alt.Chart]:
    """Return the signs of the steps over the plot, and those of what is no longer listed in it."""
    steps = alt.Chart().transform_filter("datum.kind === 'step'")
    tips = _tips("days", "change", "therefore")
    over = alt.value(_STEPS)
    drawn = [
        steps.mark_rule(color=QUIET).encode(x=axes.day("since"), x2="until:T", y=over),
        steps.mark_tick(orient="vertical", thickness=1, height=9, color=QUIET, opacity=1).encode(
            x=axes.day("since"), y=over
        ),
        steps.mark_tick(orient="vertical", thickness=1, height=9, color=QUIET, opacity=1).encode(
            x=axes.day("until"), y=over
        ),
    ]
    for direction, shape in _SHAPES.items():
        for sure, fill in (("===", INK), ("!==", GROUND)):
            wanted = f"datum.direction === '{direction}' && datum.sure {sure} 'certain'"
            looks: dict[str, Any] = {"shape": shape, "fill": fill, "stroke": INK, "strokeWidth": 1.4}
            drawn.append(
                steps.transform_filter(wanted)
                .mark_point(size=axes.sign(80), opacity=1, filled=True, **looks)
                .encode(x=axes.day("middle"), y=over, tooltip=tips)
            )
    doubt = steps.transform_filter("datum.unexplained").mark_text(text="?", dx=12, dy=-7, fontWeight="bold")
    drawn.append(doubt.encode(x=axes.day("middle"), y=over))
    if lettered:
        drawn.append(steps.mark_text(dy=15).encode(x=axes.day("middle"), y=over, text="told:N"))
    gone = alt.Chart().transform_filter("datum.kind === 'not_listed'")
    drawn.append(
        gone.mark_text(text="\u00d7", fontSize=20, color=INK).encode(
            x=axes.day("day"), y=alt.value(_HEIGHT - 10), tooltip=_tips("day", "reports")
        )
    )
    return drawn


def _windows(axes: _Axes) -> list[alt.Chart]:
    """Return the windows of moves and levels as lines over the plot, open or blurred where the dates are."""
    windows = alt.Chart().transform_filter("datum.kind === 'window'")
    dash = alt.condition("datum.blurred", alt.value([*DASHED]), alt.value([1, 0]))
    end: dict[str, Any] = {"filled": True, "size": 45, "color": STRONG, "opacity": 1}
    over, tips = alt.value(_WINDOWS), _tips("told", "of")
    shut: dict[str, Any] = {"orient": "vertical", "thickness": 2, "height": 9, "color": STRONG, "opacity": 1}
    drawn = [
        windows.mark_rule(strokeWidth=3, color=STRONG, opacity=0.55).encode(
            x=axes.day("since"), x2="until:T", strokeDash=dash
        )
    ]
    for name, shape, turned in (("since", "triangle-left", "starts"), ("until", "triangle-right", "ends")):
        is_open = f"datum.{turned}_open"
        drawn += [
            windows.transform_filter(is_open).mark_point(shape=shape, **end).encode(x=axes.day(name)),
            windows.transform_filter(f"!{is_open}").mark_tick(**shut).encode(x=axes.day(name)),
        ]
    return [chart.encode(y=over, tooltip=tips) for chart in drawn]


def _tips(*names: str) -> list[alt.Tooltip]:
    """Return a tooltip of words; a day as it is written, since a viewer's time zone must not shift it."""
    return [alt.Tooltip(f"{name}:N") for name in names]
