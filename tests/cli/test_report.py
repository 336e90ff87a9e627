"""`report` writes the page of the library, whole or not at all."""

from pathlib import Path

import pytest
from cli.conftest import Command

import troopmoves as tm
from troopmoves.errors import MissingExtraError

pytest.importorskip("altair")

from troopmoves.charts.report.page import report_html

WEEK = ("--since", "2020-01-07", "--until", "2020-01-15", "--plans", "done")


def test_report_is_the_page_of_the_library(troopmoves: Command, folder: Path) -> None:
    """The options mean what the arguments of the library mean."""
    said = troopmoves(
        "report", "iraq.yaml", "-o", "iraq.html", *WEEK, "--of", "CAN in IRQ", "--title", "A week"
    )
    assert (said.code, said.out) == (0, "")
    assert said.err == "iraq.html: report on 18 entries from 1 report\n"
    expected = report_html(
        tm.read(folder / "iraq.yaml"),
        since="2020-01-07",
        until="2020-01-15",
        series=[("CAN", "IRQ")],
        title="A week",
        plans="done",
    )
    assert (folder / "iraq.html").read_text("utf-8") == expected


@pytest.mark.parametrize(
    ("arguments", "blamed"),
    [
        (("--output", "iraq.pdf"), "a report is a page"),
        (("--output", "iraq.html", "--of", "CAN in Atlantis"), "Atlantis"),
        (("--output", "iraq.html", "--since", "2020-01-32"), "2020-01-32"),
        (("--output", "iraq.html", "--since", "2021-01-01", "--until", "2020-01-01"), "does not come before"),
    ],
)
def test_what_cannot_be_told_is_refused(
    troopmoves: Command, folder: Path, arguments: tuple[str, ...], blamed: str
) -> None:
    """A wrong option is blamed with the way out, and a page that is there stays as it is."""
    (folder / "iraq.html").write_text("before", encoding="utf-8")
    said = troopmoves("report", "iraq.yaml", *arguments)
    assert said.code == 2
    assert blamed in said.err
    assert (folder / "iraq.html").read_text("utf-8") == "before"


def test_missing_packages_are_told(troopmoves: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the packages of the extra the way out is the extra."""

    def page(*_: object) -> None:
        raise MissingExtraError("jinja2", None, "a report needs it", "pip install 'troopmoves[report]'")

    monkeypatch.setattr("troopmoves.cli.reporting._page", page)
    said = troopmoves("report", "iraq.yaml", "--output", "iraq.html")
    assert (said.code, "pip install 'troopmoves[report]'" in said.err) == (2, True)
