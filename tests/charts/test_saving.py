"""A chart is saved as PNG, SVG and HTML by Altair's own `save`, without a network."""

import importlib
import re
import socket
import sys
from pathlib import Path

import pytest
from charts.material import iraq, six_reports

from troopmoves.charts import vega
from troopmoves.charts.flows import chart_flows
from troopmoves.charts.state import chart_state
from troopmoves.charts.vega import needs_renderer
from troopmoves.claims.verb import present
from troopmoves.errors import MissingExtraError
from troopmoves.ledger.ledger import Ledger


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every attempt to reach another machine fail."""

    def refused(*_: object, **__: object) -> None:
        pytest.fail("a chart reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def test_png_is_a_picture(tmp_path: Path) -> None:
    """The suffix says the format."""
    chart_state(iraq().state("2020-01-15")).save(tmp_path / "state.png")
    assert (tmp_path / "state.png").read_bytes().startswith(b"\x89PNG")


def test_svg_holds_the_words(tmp_path: Path) -> None:
    """Words stay words, which can be searched and read aloud."""
    chart_flows(six_reports().state("2020-01-12")).save(tmp_path / "flows.svg")
    text = (tmp_path / "flows.svg").read_text(encoding="utf-8")
    assert "Croatia: 14, Iraq to Kuwait" in text


def test_html_is_whole(tmp_path: Path) -> None:
    """With `inline=True` the page brings every script along and loads nothing."""
    chart_state(iraq().state("2020-01-15")).save(tmp_path / "state.html", inline=True)
    text = (tmp_path / "state.html").read_text(encoding="utf-8")
    assert not re.search(r"<(?:script|link)[^>]+(?:src|href)=", text)
    assert "Canada in Iraq" in text


def test_chart_can_be_changed_further() -> None:
    """What comes back is Altair's own, with all that it offers."""
    chart = chart_state(iraq().state("2020-01-15")).properties(title="My own", height=500)
    assert chart.to_dict()["title"] == "My own"


def test_missing_altair_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without altair the room says how to install it."""
    monkeypatch.setitem(sys.modules, "altair", None)
    monkeypatch.delitem(sys.modules, "troopmoves.charts.vega")
    with pytest.raises(MissingExtraError, match=r"pip install 'troopmoves\[charts\]'"):
        importlib.import_module("troopmoves.charts.vega")


def test_altair_is_imported_in_one_place() -> None:
    """So that no module can come upon its absence before the one that says how to get it."""
    folder = Path(__file__).parents[2] / "src" / "troopmoves"
    importers = {path.stem for path in folder.rglob("*.py") if "import altair" in path.read_text("utf-8")}
    assert importers == {"vega"}


def test_rows_and_maps_do_without_altair() -> None:
    """Only what draws takes it from there, so that rows can be had and tested without."""
    folder = Path(__file__).parents[2] / "src" / "troopmoves" / "charts"
    beside = [*(folder / "rows").glob("*.py"), *(folder / "atlas").glob("*.py"), folder / "palette.py"]
    assert not any(name in path.read_text("utf-8") for path in beside for name in ("frame", "vega"))


def test_missing_renderer_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Altair alone makes specifications; without what renders them no picture is begun."""
    needs_renderer()
    monkeypatch.setattr(vega, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"pip install 'troopmoves\[charts\]'"):
        needs_renderer()


def test_text_that_no_picture_can_hold_is_replaced(tmp_path: Path) -> None:
    """The renderer would end the process at a NUL; it shows as a character that was lost."""
    ledger = Ledger([present("CAN", "IRQ", 5, when="2020-01-07", id="c")], title="one\x00two \x1b[31m")
    target = tmp_path / "state.svg"
    chart_state(ledger.state("2020-01-08")).save(str(target))
    assert "one\ufffdtwo" in target.read_text(encoding="utf-8")
