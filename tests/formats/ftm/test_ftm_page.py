"""The page on FollowTheMoney says what the code does: every loss, every property, in the same words."""

import re
from pathlib import Path

from troopmoves.formats.ftm.export import LOSSES
from troopmoves.formats.ftm.value import TYPES

TEXT = (Path(__file__).parents[3] / "docs" / "reference" / "ftm.md").read_text(encoding="utf-8")


def test_page_lists_every_loss() -> None:
    """The table of losses is that of the code."""
    rows = TEXT.partition("| loss | why |")[2].partition("\n\n")[0]
    assert dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", rows, re.MULTILINE)) == LOSSES


def test_page_tells_what_becomes_of_every_property() -> None:
    """No property is written that the tables do not name."""
    tables = TEXT.partition("## What becomes of what")[2].partition("## Ids")[0]
    assert set(TYPES) - set(re.findall(r"`(\w+)`", tables)) == set()
