"""What all charts have: a finding as title, a source line, words for those who do not see, a fixed width.

`framed` puts layers together; `spec_of` returns a chart as a plain specification with its rows inline, which
is what the tests and the reference pin. A chart comes back as Altair made it, to be changed further.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, Final, final

import attrs

from troopmoves.charts.palette import FONT, GROUND, INK, LINE, QUIET, SIZE, SMALL, TITLE
from troopmoves.charts.printable import cleaned
from troopmoves.charts.rows.words import NOTHING, Row, in_lines, width_of
from troopmoves.charts.vega import alt

WIDTH: Final = 600
"""Pixels from the left to the right of a picture, unless the caller wants another width."""
_PADDING: Final = 8
_LEAST_INNER: Final = 160
_FEW_DAYS: Final = 100
_MANY_DAYS: Final = 1600
_LINE_HEIGHT: Final = 1.35


@final
@attrs.frozen(kw_only=True)
class Frame:
    """What stands round a chart."""

    title: str
    """What the chart comes to."""
    note: str = ""
    """How its signs are to be read."""
    source: str
    """Where the claims come from and what is assumed, in sentences."""
    description: str
    """The chart in words."""
    width: int = WIDTH
    """Pixels of the whole picture from left to right."""
    left: int = 0
    """Pixels of these for words on the left."""
    right: int = 0
    """Pixels of these for words on the right."""
    below: int = 12
    """Pixels between the plot and the source line, for the axis."""

    @property
    def inner(self) -> int:
        """Pixels for the plot itself."""
        return max(self.width - self.left - self.right - 2 * _PADDING, _LEAST_INNER)

    @property
    def outer(self) -> int:
        """Pixels from the first letter of the title to the right edge."""
        return self.left + self.inner + self.right


def label_room(rows: list[Row], key: str = "label", *, most: int) -> int:
    """Return how many pixels the longest label takes, at most so many, with a gap to the plot."""
    return min(width_of((str(row[key]) for row in rows), size=SIZE) + 16, most)


def framed(layers: list[alt.Chart], rows: list[Row], height: int, frame: Frame) -> alt.LayerChart:
    """Return layers over one table of rows as a chart of its own.

    Args:
        layers: What is drawn, the hindmost first.
        rows: What they are drawn from.
        height: Pixels of the plot from top to bottom.
        frame: What stands round it.
    """
    drawn = layers if rows else [_words(NOTHING, x=0, y=20, size=SIZE + 2)]
    chart = alt.LayerChart(
        layer=[*drawn, _source(frame, height)],
        data=alt.InlineData(values=rows or [{}]),
        width=frame.inner,
        height=height,
        title=_title(frame),
        description=frame.description,
        padding=_PADDING,
        background=GROUND,
        config=alt.Config.from_dict(config()),
    )
    texts = [rows, frame.title, frame.note, frame.source, frame.description]
    return chart if cleaned(texts) == texts else _printable(chart)


def _printable(chart: alt.LayerChart) -> alt.LayerChart:
    """Return a chart without what its renderer ends the process at."""
    spec = cleaned(chart.to_dict(validate=False))
    assert isinstance(spec, dict)  # noqa: S101 (a dict stays one)
    printable: alt.LayerChart = alt.LayerChart.from_dict(spec)
    return printable


def _title(frame: Frame) -> alt.TitleParams:
    note = in_lines(frame.note, frame.outer, size=SIZE) if frame.note else []
    return alt.TitleParams(
        text=in_lines(frame.title, frame.outer, size=TITLE, evenly=True),
        subtitle=note,
        anchor="start",
        frame="group",
        dx=-frame.left,
        offset=12,
    )


def _source(frame: Frame, height: int) -> alt.Chart:
    lines = in_lines(frame.source, frame.outer, size=SMALL)
    looks: dict[str, Any] = {"baseline": "top", "lineBreak": "\n", "lineHeight": SMALL * _LINE_HEIGHT}
    return _words("\n".join(lines), x=-frame.left, y=height + frame.below, size=SMALL, **looks)


def _words(words: str, *, x: int, y: int, size: int, **looks: Any) -> alt.Chart:  # noqa: ANN401
    chart = alt.Chart(alt.InlineData(values=[{"words": words}]))
    drawn: alt.Chart = chart.mark_text(align="left", fontSize=size, color=QUIET, **looks).encode(
        x=alt.value(x), y=alt.value(y), text="words:N"
    )
    return drawn


def config() -> dict[str, Any]:
    """Return the looks that all charts share, as a configuration of Vega-Lite."""
    words = {"labelFont": FONT, "titleFont": FONT, "labelFontSize": SIZE, "titleFontSize": SIZE}
    return {
        "font": FONT,
        "view": {"stroke": None},
        "text": {"font": FONT, "fontSize": SIZE, "color": INK},
        "title": {
            "font": FONT,
            "fontSize": TITLE,
            "color": INK,
            "subtitleFont": FONT,
            "subtitleFontSize": SIZE,
            "subtitleColor": QUIET,
            "subtitlePadding": 6,
            "subtitleLineHeight": SIZE * _LINE_HEIGHT,
        },
        "axis": {
            **words,
            "labelColor": INK,
            "titleColor": QUIET,
            "titleFontWeight": "normal",
            "gridColor": LINE,
            "domainColor": QUIET,
            "tickColor": QUIET,
        },
        "legend": {**words, "labelColor": INK, "titleColor": QUIET, "orient": "bottom", "symbolSize": 90},
    }


A_DAY: Final = 86_400_000
"""A day as Vega counts time."""


def moment(day: date) -> int:
    """Return the beginning of a day as Vega counts time: milliseconds since 1970, in UTC."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def days_scale(first: int, last: int) -> alt.Scale:
    """Return a scale from one moment to another; in UTC, since a day is the same day everywhere."""
    return alt.Scale(type="utc", domain=[first, last], nice=False)


def day_format(first: date, last: date) -> str:
    """Return how the days of an axis are written: as fine as its length asks.

    >>> day_format(date(2020, 1, 1), date(2020, 2, 1))
    '%-d %b'
    """
    days = (last - first).days
    return "%-d %b" if days <= _FEW_DAYS else "%b %Y" if days <= _MANY_DAYS else "%Y"


def spec_of(chart: alt.TopLevelMixin) -> dict[str, Any]:
    """Return a chart as a specification of Vega-Lite with every row inline, without its version."""
    with alt.data_transformers.enable(consolidate_datasets=False):
        spec: dict[str, Any] = chart.to_dict()
    return {key: value for key, value in spec.items() if key != "$schema"}
