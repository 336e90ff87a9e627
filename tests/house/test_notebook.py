"""The notebook runs, as a script and as a notebook, and shows tables and a chart where it should."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

NOTEBOOK = Path(__file__).parents[2] / "examples" / "notebooks" / "iraq_january_2020.py"
SHOWING = f"""
import runpy
import marimo

app = runpy.run_path({str(NOTEBOOK)!r})["app"]
for shown in app.run()[0]:
    print(type(shown).__name__, marimo.as_html(shown).text.replace("\\n", " "))
"""

pytest.importorskip("marimo", reason="marimo is in the group `notebook`")
pytestmark = pytest.mark.slow


def printed(*program: str) -> str:
    finished = subprocess.run(  # noqa: S603 (our own interpreter, our own notebook)
        [sys.executable, "-X", "utf8", *program],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    return finished.stdout


def test_notebook_runs_as_a_script() -> None:
    """It ends without a word."""
    assert printed(str(NOTEBOOK)) == ""


def test_notebook_shows_tables_and_a_chart() -> None:
    """Each cell ends with what marimo can show: answers as tables, the chart as Vega-Lite."""
    shown = dict(line.split(" ", 1) for line in printed("-c", SHOWING).splitlines())
    assert list(shown) == ["Ledger", "dropdown", "Comparison", "Explanation", "LayerChart"]
    for name in ("Ledger", "Comparison", "Explanation"):
        assert shown[name].startswith("<table>")
    assert "400-600" in shown["Comparison"]
    assert "vega" in shown["LayerChart"]
