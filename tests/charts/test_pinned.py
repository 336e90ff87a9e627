"""The charts of the reference are as they were, and their pictures are of these very charts.

After a wanted change, `TROOPMOVES_REMAKE=1 pytest tests/charts/test_pinned.py` writes specifications and
pictures anew; look at the pictures at 600 pixels, and in grey, before you commit them.
"""

import hashlib
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import vl_convert
from charts.material import PICTURES, ROOT, iraq, pinned, six_reports, war_powers

from troopmoves.charts.frame import spec_of

GOLDEN = Path(__file__).parent / "golden"
PAGE = ROOT / "docs" / "reference" / "charts.md"
NAMES = ("series", "state", "comparison", "flows", "timeline")
MOST_BYTES = 150_000
STAMP = re.compile(r"<!-- specification ([0-9a-f]{64}) -->")
REMAKE = os.environ.get("TROOPMOVES_REMAKE") == "1"

every_chart = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def specs() -> dict[str, dict[str, Any]]:
    return {name: spec_of(chart) for name, chart in pinned().items()}


def told(spec: dict[str, Any]) -> str:
    """Return a specification as text, without what differs from one version of a package to the next."""
    text = json.dumps(without_land(spec), indent=1, ensure_ascii=False) + "\n"
    for ledger in (iraq(), six_reports(), war_powers()):
        text = text.replace(ledger.digest, "0123456789ab")
    return text


def without_land(value: Any) -> Any:  # noqa: ANN401
    """Return the same with outlines counted only: their points are another package's."""
    if isinstance(value, list):
        return [without_land(part) for part in value]
    if not isinstance(value, dict):
        return value
    if value.get("type") == "MultiPolygon":
        return {"pieces": len(value["coordinates"])}
    return {key: without_land(part) for key, part in value.items()}


def stamp_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@every_chart
def test_specification_is_as_it_was(specs: dict[str, dict[str, Any]], name: str) -> None:
    """Layers, encodings, rows and words are those of the file; a change is seen before it is published."""
    file, text = GOLDEN / f"{name}.json", told(specs[name])
    if REMAKE:
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@every_chart
def test_picture_is_of_this_chart(specs: dict[str, dict[str, Any]], name: str) -> None:
    """The picture in the documentation was drawn from the specification as it is now."""
    file, stamp = PICTURES / f"{name}.svg", stamp_of(told(specs[name]))
    if REMAKE:
        drawn = vl_convert.vegalite_to_svg(specs[name])
        file.write_text(f"{drawn.rstrip()}\n<!-- specification {stamp} -->\n", encoding="utf-8")
    assert STAMP.findall(file.read_text(encoding="utf-8")) == [stamp]


@every_chart
def test_picture_is_small(name: str) -> None:
    """A picture loads at once."""
    assert (PICTURES / f"{name}.svg").stat().st_size < MOST_BYTES


@every_chart
def test_picture_stands_on_the_page_with_words(name: str) -> None:
    """Who cannot see a picture of the reference is told what is on it."""
    page = PAGE.read_text(encoding="utf-8")
    [words] = re.findall(rf"!\[([^\]]*)\]\(\.\./pictures/{name}\.svg\)", page)
    assert len(words) > 60


def test_no_picture_is_left_over() -> None:
    """No picture outlives its chart."""
    assert {path.stem for path in PICTURES.iterdir()} == set(NAMES)
    assert {path.stem for path in GOLDEN.iterdir()} == set(NAMES)


@every_chart
def test_chart_is_as_wide_as_asked(specs: dict[str, dict[str, Any]], name: str) -> None:
    """A picture is about 600 pixels wide, its words included."""
    svg = vl_convert.vegalite_to_svg(specs[name])
    [wide] = re.findall(r'^<svg[^>]*? width="([0-9.]+)"', svg)
    assert 560 <= float(wide) <= 604


@every_chart
def test_chart_tells_itself_in_words(specs: dict[str, dict[str, Any]], name: str) -> None:
    """A chart has a title, a description for readers of a screen, and its rows in the file itself."""
    spec = specs[name]
    assert spec["title"]["text"]
    assert len(spec["description"]) > 100
    assert spec["data"]["values"]
    assert '"url"' not in json.dumps(spec)


@every_chart
def test_nothing_legible_is_smaller_than_eleven_pixels(specs: dict[str, dict[str, Any]], name: str) -> None:
    """Words can be read at 600 pixels of width."""
    sizes = re.findall(r'"[a-zA-Z]*[fF]ontSize": ([0-9.]+)', json.dumps(specs[name]))
    assert sizes
    assert min(map(float, sizes)) >= 11
