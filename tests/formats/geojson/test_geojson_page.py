"""The page on GeoJSON says what the code does: every property, every loss, in the same words."""

import re
from pathlib import Path

from troopmoves.formats.geojson.collection import LOSSES, PROPERTIES

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "geojson.md"


def table(head: str) -> dict[str, str]:
    """Return the rows below a head, first cell to second."""
    text = PAGE.read_text(encoding="utf-8")
    rows = text.partition(f"| {head} |")[2].partition("\n\n")[0]
    return dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", rows, re.MULTILINE))


def test_page_describes_every_property() -> None:
    """The table of properties is that of the code."""
    assert table("property | holds") == PROPERTIES


def test_page_lists_every_loss() -> None:
    """The table of losses is that of the code."""
    assert table("loss | why") == LOSSES
