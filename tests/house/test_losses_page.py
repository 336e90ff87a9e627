"""The page of formats lists what each format loses, made from the tables of the code that reports it.

After a change of such a table, make the page anew with `TROOPMOVES_REMAKE=1 pytest tests/house`.
"""

import os
import re
from pathlib import Path

from troopmoves.formats.ftm import export as ftm
from troopmoves.formats.geojson import collection as geojson
from troopmoves.formats.loss import Losses
from troopmoves.formats.orbat import readloss, writeloss
from troopmoves.formats.tables import csv

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "formats.md"
BLOCK = re.compile(r"(?<=<!-- losses -->\n).*?(?=<!-- /losses -->)", re.DOTALL)
TABLES: dict[str, Losses] = {
    "CSV": csv.LOSSES,
    "GeoJSON": geojson.LOSSES,
    "orbat-mapper, out": writeloss.LOSSES,
    "orbat-mapper, in": readloss.LOSSES,
    "FollowTheMoney": ftm.LOSSES,
}


def generated() -> str:
    rows = [f"| {name} | `{what}` | {why} |" for name, table in TABLES.items() for what, why in table.items()]
    return "\n".join(["\n| format | lost | why |", "|---|---|---|", *rows, "\n"])


def test_page_lists_the_losses_of_every_format() -> None:
    """No format loses what the page does not say."""
    page = PAGE.read_text(encoding="utf-8")
    if os.environ.get("TROOPMOVES_REMAKE") == "1":
        PAGE.write_text(BLOCK.sub(lambda _: generated(), page), encoding="utf-8")
        page = PAGE.read_text(encoding="utf-8")
    found = BLOCK.search(page)
    assert found is not None
    assert found[0] == generated()


def test_every_table_of_losses_is_on_the_page() -> None:
    """A new format cannot be forgotten: every module with such a table is listed."""
    source = Path(__file__).parents[2] / "src" / "troopmoves" / "formats"
    modules = [
        path
        for path in source.rglob("*.py")
        if re.search(r"^LOSSES\b", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert len(modules) == len(TABLES)
