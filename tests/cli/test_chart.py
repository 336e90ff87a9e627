"""`chart` draws what the charts of the library draw, into a file of the format that its suffix tells."""

import json
from pathlib import Path

import pytest
from cli.conftest import Command

from troopmoves.errors import MissingExtraError

pytest.importorskip("altair")

DRAWN = {
    "state": ("--on", "2020-01-15"),
    "flows": ("--on", "2020-01-15"),
    "comparison": ("--since", "2020-01-07", "--until", "2020-01-15", "--plans", "done"),
    "series": ("--of", "CAN in IRQ", "--since", "2020-01-01", "--until", "2020-03-01"),
    "timeline": (),
}


@pytest.mark.parametrize("kind", DRAWN)
def test_chart_is_that_of_the_library(troopmoves: Command, folder: Path, kind: str) -> None:
    """Every kind is drawn; as JSON it is a specification of Vega-Lite."""
    said = troopmoves("chart", kind, "iraq.yaml", *DRAWN[kind], "--output", "chart.json")
    assert (said.code, said.out) == (0, "")
    assert said.err == f"chart.json: {kind} of 18 entries from 1 report\n"
    assert "vega-lite" in json.loads((folder / "chart.json").read_text("utf-8"))["$schema"]


@pytest.mark.parametrize(
    ("suffix", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("html", b"<!DOCTYPE html>")]
)
def test_suffix_tells_the_format(troopmoves: Command, folder: Path, suffix: str, begins: bytes) -> None:
    """A picture is made without a network, in the format of its name."""
    said = troopmoves("chart", "state", "iraq.yaml", "--on", "2020-01-15", "--output", f"chart.{suffix}")
    assert said.code == 0
    assert (folder / f"chart.{suffix}").read_bytes().lstrip().startswith(begins)


def test_missing_altair_is_told(troopmoves: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the packages of the extra the way out is the extra."""

    def draw(*_: object) -> None:
        raise MissingExtraError("altair", None, "charts need it", "pip install 'troopmoves[charts]'")

    monkeypatch.setattr("troopmoves.cli.drawing.draw", draw)
    said = troopmoves("chart", "timeline", "iraq.yaml", "--output", "chart.svg")
    assert (said.code, "pip install 'troopmoves[charts]'" in said.err) == (2, True)
