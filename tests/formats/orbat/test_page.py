"""The page on scenarios tells of every key that is written or read, and of every loss."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from formats.orbat.example import FIELDS

from troopmoves.formats.orbat import readloss, writeloss
from troopmoves.formats.orbat.model import READ, WRITTEN

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "orbat.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(?P<word>.*)` \| (?P<text>.*) \|$", re.MULTILINE)


def table_under(heading: str) -> dict[str, str]:
    section = PAGE.partition(f"### {heading}\n")[2].partition("\n#")[0]
    return {found["word"].replace("`", ""): found["text"] for found in ROW.finditer(section)}


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("What is written", WRITTEN),
        ("What a scenario cannot keep", writeloss.LOSSES),
        ("What is read", READ),
        ("What a ledger cannot keep", readloss.LOSSES),
    ],
)
def test_table_of_the_page_is_that_of_the_code(heading: str, rows: Mapping[str, str]) -> None:
    """Row by row, the page says what the code says."""
    assert table_under(heading) == dict(rows)


def test_every_key_that_is_written_has_a_row() -> None:
    """No key of a unit or state is written that the table does not explain."""
    explained = {part for row in WRITTEN for part in re.findall(r"\w+", row)}
    keys = {key.removesuffix("?") for part in ("unit", "state") for key in FIELDS[part]}
    assert keys - explained == set()
