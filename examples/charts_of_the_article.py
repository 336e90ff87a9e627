"""What does the article of January 2020 look like, drawn without a point where it gives a range?

Five charts as PNG and SVG, and one of them as a page: python charts_of_the_article.py FOLDER
Without a folder they go to a temporary one. Needs `pip install 'troopmoves[maps]'`; nothing is downloaded.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import troopmoves as tm

here = Path(__file__).parent
iraq = tm.read(here / "iraq-january-2020.yaml")
before, after = (iraq.state(day, plans="done") for day in ("2020-01-07", "2020-01-15"))

charts = {
    "series": tm.chart_series(iraq.series("CAN", "IRQ", "2020-01-01", "2020-02-01"), iraq),
    "state": tm.chart_state(after),
    "comparison": tm.chart_comparison(tm.compare(before, after)),
    "flows": tm.chart_flows(after),
    "timeline": tm.chart_timeline(iraq),
}


def save(folder: Path) -> None:
    """Write every chart, and say what was written and what each comes to."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, chart in charts.items():
        for suffix in ("png", "svg"):
            chart.save(folder / f"{name}.{suffix}")
        print(f"{name}.png, {name}.svg")
        print("   ", *chart.to_dict()["title"]["text"])
    # Everything the page needs is in it, so that it opens without a network.
    charts["comparison"].save(folder / "comparison.html", inline=True)
    print("comparison.html")


if len(sys.argv) > 1:
    save(Path(sys.argv[1]))
else:
    with TemporaryDirectory() as temporary:
        save(Path(temporary))
