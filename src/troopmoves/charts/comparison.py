"""A comparison drawn as dumbbells: two bars for every force and place, and what that makes certain.

Three columns ask of every row whether there are fewer, as many, or more: certain is a filled disc, possible a
hollow one, ruled out a cross; a star says that it holds only if nothing went unreported.
"""

from __future__ import annotations

from typing import Any, Final

from troopmoves.charts.frame import WIDTH, Frame, framed, label_room
from troopmoves.charts.palette import CROSS, GROUND, INK, QUIET, STRONG, fading
from troopmoves.charts.rows.comparison import (
    QUESTIONS,
    comparison_alt,
    comparison_finding,
    comparison_rows,
    days_of,
)
from troopmoves.charts.rows.words import Row, assumed_words, source_words
from troopmoves.charts.state import across_scale, headroom, people_axis, rows_axis
from troopmoves.charts.vega import alt
from troopmoves.ledger.comparison import INDEPENDENT, Comparison

_ROW: Final = 34
_MOST_LABEL: Final = 230
_COLUMN: Final = 42
_FIRST: Final = 30
_NAMES: Final = ("before_low", "before_high", "after_low", "after_high")


def chart_comparison(
    comparison: Comparison, *, title: str | None = None, source: str | None = None, width: int = WIDTH
) -> alt.LayerChart:
    """Return a comparison as two ranges a row, with the verdicts beside them.

    Args:
        comparison: The comparison.
        title: The finding; none: the changes that are certain.
        source: The line under the chart; none: the publishers, the ledgers and the assumptions.
        width: Pixels of the whole picture from left to right.
    """
    rows = comparison_rows(comparison)
    frame = Frame(
        title=comparison_finding(comparison, rows) if title is None else title,
        note=_key(comparison, rows) if rows else "",
        source=_source(comparison) if source is None else source,
        description=comparison_alt(comparison, rows),
        width=width,
        left=label_room(rows, most=_MOST_LABEL) if rows else 0,
        right=_FIRST + _COLUMN * len(QUESTIONS) - 18 if rows else 0,
        below=48 if rows else 12,
    )
    layers = [*_side("before", frame, rows), *_side("after", frame, rows), *_verdicts(frame, rows)]
    return framed(layers, rows, _ROW * max(len(rows), 2), frame)


def _key(comparison: Comparison, rows: list[Row]) -> str:
    first, second = days_of(comparison)
    told = f"Thin grey bar: {first}; thick blue bar: {second}; a fading end is open."
    told += " Disc: certain; ring: possible; cross: ruled out."
    leans = any(row[f"{name}_leans"] for row in rows for name in QUESTIONS)
    return f"{told} *: if nothing went unreported." if leans else told


def _source(comparison: Comparison) -> str:
    before, after = comparison.before, comparison.after
    parts = [source_words(before.view.admission.live, before.label), assumed_words(before.assumptions)]
    if not comparison.joint:
        parts += [source_words(after.view.admission.live, after.label), assumed_words(after.assumptions)]
        parts += [f"{INDEPENDENT.capitalize()}."]
    return " ".join(dict.fromkeys(parts))


def _side(side: str, frame: Frame, rows: list[Row]) -> list[alt.Chart]:
    """Return the bars of one of the two states: the first above and thin, the second below and thick."""
    first = side == "before"
    colour, thick, shift = (QUIET, 3, -6) if first else (STRONG, 7, 6)
    across = across_scale(rows, _NAMES)
    low = alt.X(f"{side}_low:Q", scale=across, axis=people_axis(rows, _NAMES))
    high = alt.X(f"{side}_high:Q", scale=across)
    tips = [
        alt.Tooltip(f"{name}:N") for name in ("label", "before", "after", "change", "therefore", "because")
    ]
    line = alt.Y("order:O", axis=rows_axis(rows, frame.left))
    end: dict[str, Any] = {"thickness": 2, "height": 10, "color": colour, "opacity": 1, "yOffset": shift}
    is_open = f"datum.{side}_high === null"
    closed = alt.Chart().transform_filter(f"!({is_open}) && !datum.{side}_exact")
    limitless = alt.Chart().transform_filter(is_open)
    exact = alt.Chart().transform_filter(f"datum.{side}_exact")
    drawn = [
        closed.mark_bar(height=thick, color=colour, yOffset=shift).encode(x=low, x2=f"{side}_high:Q"),
        closed.mark_tick(**end).encode(x=low),
        closed.mark_tick(**end).encode(x=high),
        limitless.mark_bar(height=thick, color=fading(colour, to_the_right=True), yOffset=shift).encode(
            x=low, x2=alt.datum(headroom(rows, _NAMES))
        ),
        limitless.mark_tick(**end).encode(x=low),
        limitless.mark_point(
            shape="triangle-right", filled=True, size=40, color=colour, opacity=1, yOffset=shift
        ).encode(x=alt.value(frame.inner - 3)),
        exact.mark_point(
            shape="circle",
            filled=True,
            fill=GROUND if first else colour,
            stroke=colour,
            strokeWidth=2,
            size=60,
            opacity=1,
            yOffset=shift,
        ).encode(x=low),
    ]
    return [chart.encode(y=line, tooltip=tips) for chart in drawn]


def _verdicts(frame: Frame, rows: list[Row]) -> list[alt.Chart]:
    """Return the three columns of signs, each under its word."""
    drawn: list[alt.Chart] = []
    line = alt.Y("order:O", axis=rows_axis(rows, frame.left))
    for column, name in enumerate(QUESTIONS):
        x = frame.inner + _FIRST + column * _COLUMN
        signs: dict[str, dict[str, Any]] = {
            "certain": {"shape": "circle", "fill": INK, "stroke": INK, "size": 110},
            "possible": {"shape": "circle", "fill": GROUND, "stroke": INK, "size": 100},
            "ruled_out": {"shape": CROSS, "fill": None, "stroke": QUIET, "size": 80},
        }
        for verdict, looks in signs.items():
            drawn.append(
                alt.Chart()
                .transform_filter(f"datum.{name} === '{verdict}'")
                .mark_point(filled=True, strokeWidth=1.6, opacity=1, **looks)
                .encode(x=alt.value(x), y=line, tooltip=[alt.Tooltip("therefore:N")])
            )
        drawn.append(
            alt.Chart()
            .transform_filter(f"datum.{name}_leans")
            .mark_text(text="*", dx=10, dy=-3, fontSize=15)
            .encode(x=alt.value(x), y=line)
        )
        drawn.append(
            alt.Chart(alt.InlineData(values=[{"word": name}]))
            .mark_text(color=QUIET, baseline="bottom")
            .encode(x=alt.value(x), y=alt.value(-6), text="word:N")
        )
    return drawn
