"""A state drawn as ranges: one line for every force at every place.

An exact number is a dot, a number between two limits a bar with ends, a number without an upper limit a bar
that fades towards an arrow. No bar has a middle.
"""

from __future__ import annotations

import json
from typing import Any, Final

from troopmoves.charts.frame import WIDTH, Frame, framed, label_room
from troopmoves.charts.palette import INK, LINE, QUIET, SIZE, STRONG, fading
from troopmoves.charts.rows.state import state_alt, state_finding, state_rows
from troopmoves.charts.rows.words import Row, assumed_words, in_lines, source_words
from troopmoves.charts.vega import alt
from troopmoves.ledger.state import DeploymentState

_ROW: Final = 28
_MOST_LABEL: Final = 250
_GAP: Final = 12
_NUMBERS: Final = 84
_END: Final[dict[str, Any]] = {"thickness": 2.5, "height": 16, "color": STRONG, "opacity": 1}
_KEY: Final = "A dot is an exact number, a bar goes from the least to the most, an arrow has no upper limit."


def chart_state(
    state: DeploymentState, *, title: str | None = None, source: str | None = None, width: int = WIDTH
) -> alt.LayerChart:
    """Return a state as ranges per force and place.

    Args:
        state: The state.
        title: The finding; none: how many numbers are exact, limited and open.
        source: The line under the chart; none: the publishers, the ledger and the assumptions.
        width: Pixels of the whole picture from left to right.

    Raises:
        TooHard: If the claims linked to a count are beyond the budget.
    """
    rows = state_rows(state)
    told = f"{source_words(state.view.admission.live, state.label)} {assumed_words(state.assumptions)}"
    frame = Frame(
        title=state_finding(state, rows) if title is None else title,
        note=_KEY if rows else "",
        source=told if source is None else source,
        description=state_alt(state, rows),
        width=width,
        left=label_room(rows, most=_MOST_LABEL) if rows else 0,
        right=_NUMBERS if rows else 0,
        below=48 if rows else 12,
    )
    return framed(_layers(frame, rows), rows, _ROW * max(len(rows), 2), frame)


def _layers(frame: Frame, rows: list[Row]) -> list[alt.Chart]:
    across = across_scale(rows, ("low", "high"))
    tips = [
        alt.Tooltip(f"{name}:N", title=words)
        for name, words in (
            ("label", "who and where"),
            ("told", "how many"),
            ("because", "claims"),
            ("assumes", "assuming"),
            ("oldest", "oldest day leant on"),
        )
    ]
    line = alt.Y("order:O", axis=rows_axis(rows, frame.left))
    low = alt.X("low:Q", scale=across, axis=people_axis(rows, ("low", "high")))
    closed = alt.Chart().transform_filter("!datum.open && !datum.exact").encode(y=line, tooltip=tips)
    limitless = alt.Chart().transform_filter("datum.open").encode(y=line, tooltip=tips)
    return [
        closed.mark_bar(height=7, color=STRONG).encode(x=low, x2="high:Q"),
        closed.mark_tick(**_END).encode(x=low),
        closed.mark_tick(**_END).encode(x=alt.X("high:Q", scale=across)),
        limitless.mark_bar(height=7, color=fading(STRONG, to_the_right=True)).encode(
            x=low, x2=alt.datum(headroom(rows, ("low", "high")))
        ),
        limitless.mark_tick(**_END).encode(x=low),
        limitless.mark_point(shape="triangle-right", filled=True, size=60, color=STRONG, opacity=1).encode(
            x=alt.value(frame.inner - 4)
        ),
        alt.Chart()
        .transform_filter("datum.exact")
        .mark_circle(size=90, color=STRONG, opacity=1)
        .encode(x=low, y=line, tooltip=tips),
        alt.Chart()
        .mark_text(align="left", color=INK)
        .encode(x=alt.value(frame.inner + 10), y=line, text="told:N"),
    ]


def rows_axis(rows: list[Row], left: int, *, lines: int = 2) -> alt.Axis:
    """Return the axis on the left, which calls every row by its label, in so many lines at most."""
    labels = [_cut(str(row["label"]), left - _GAP, lines) for row in rows]
    return alt.Axis(
        title=None,
        labelExpr=f"{json.dumps(labels, ensure_ascii=False)}[datum.value]",
        labelLimit=left - _GAP + 4,
        labelLineHeight=SIZE,
        labelPadding=8,
        minExtent=left,
        maxExtent=left,
        domain=False,
        ticks=False,
        grid=True,
        gridColor=LINE,
    )


def _cut(label: str, room: int, most: int) -> list[str]:
    """Return a label in few lines; what does not fit is cut, and told in full by the tooltip."""
    lines = in_lines(label, room, size=SIZE)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], f"{lines[most - 1]}\u2026"]


def across_scale(rows: list[Row], names: tuple[str, ...]) -> alt.Scale:
    """Return a scale of people from zero to a little more than the greatest number of the rows."""
    return alt.Scale(domain=[0, headroom(rows, names)], nice=False)


def headroom(rows: list[Row], names: tuple[str, ...]) -> float:
    """Return where an axis of people ends: beyond every number, so that what is open reaches further."""
    return (greatest(rows, names) or 1) * 1.12


def greatest(rows: list[Row], names: tuple[str, ...]) -> int:
    """Return the greatest number that stands in some columns; 0 where there is none."""
    return max(
        (value for row in rows for name in names if isinstance(value := row.get(name), int)), default=0
    )


def people_axis(rows: list[Row], names: tuple[str, ...]) -> alt.Axis:
    """Return an axis of whole people; without numbers where no row has any."""
    most = greatest(rows, names)
    return alt.Axis(
        title="people" if most else "people: no number is said",
        format=",d",
        tickMinStep=1,
        tickCount=5,
        grid=False,
        labelFlush=False,
        labels=bool(most),
        titleColor=QUIET,
    )
