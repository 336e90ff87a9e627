"""Ledgers that the tests of charts draw, and the charts whose specifications and pictures are pinned."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import troopmoves as tm
from troopmoves.charts.comparison import chart_comparison
from troopmoves.charts.flows import chart_flows
from troopmoves.charts.series import chart_series
from troopmoves.charts.state import chart_state
from troopmoves.charts.timeline import chart_timeline

if TYPE_CHECKING:
    import altair as alt

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
PICTURES = ROOT / "docs" / "pictures"
LEBANON = {"2021-06-08": 83, "2021-12-07": 91, "2022-06-08": 98, "2022-12-08": 36, "2023-06-08": 89}


@cache
def iraq() -> tm.Ledger:
    """Return the ledger of one news text."""
    return tm.read(EXAMPLES / "iraq-january-2020.yaml")


@cache
def six_reports() -> tm.Ledger:
    """Return the ledger of six reports of one event."""
    return tm.read(EXAMPLES / "january-2020-six-reports.yaml")


@cache
def war_powers() -> tm.Ledger:
    """Return five of the White House's reports, as far as they speak of Lebanon."""
    return tm.Ledger(
        [
            tm.Report(
                id=f"report-{day}", publisher="The White House", published=date.fromisoformat(day)
            ).present("USA", "LBN", f"about {count}", when=day, id=f"lebanon-{day}")
            for day, count in LEBANON.items()
        ],
        title="War Powers reports",
    )


def week() -> tm.Comparison:
    """Return the week of the article, its plans carried out."""
    before, after = (iraq().state(day, plans="done") for day in ("2020-01-07", "2020-01-15"))
    return tm.compare(before, after)


def pinned() -> dict[str, alt.LayerChart]:
    """Return the charts of the reference, by the names of their files."""
    lebanon = war_powers().series("USA", "LBN", "2021-06-08", "2023-12-08")
    return {
        "series": chart_series(lebanon, war_powers()),
        "state": chart_state(iraq().state("2020-01-15", plans="done")),
        "comparison": chart_comparison(week()),
        "flows": chart_flows(six_reports().state("2020-01-12")),
        "timeline": chart_timeline(iraq()),
    }
