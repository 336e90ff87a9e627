"""The page on the format of documents names every key and every word that a document may hold."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from troopmoves.claims.axis import (
    Basis,
    Category,
    Holds,
    Polarity,
    Progress,
    Stance,
    Status,
)
from troopmoves.entities.scope import SORTS
from troopmoves.entities.unit import Echelon
from troopmoves.formats.document import claim, entity, limit, table
from troopmoves.formats.document.codec import Shape
from troopmoves.formats.document.migration import VERSION
from troopmoves.formats.document.tree import KEYS

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "documents.md"
ROOMS = (claim, entity, table)
SHAPES = [shape for room in ROOMS for shape in vars(room).values() if isinstance(shape, Shape)]
WORDS: list[type[StrEnum]] = [
    Basis,
    Category,
    Echelon,
    Holds,
    Polarity,
    Progress,
    Stance,
    Status,
    *SORTS.values(),
]


@pytest.fixture(scope="module")
def named() -> set[str]:
    """Return every word that stands in code type on the page."""
    spans = re.findall(r"`([^`\n]+)`", PAGE.read_text(encoding="utf-8"))
    return {word for span in spans for word in re.findall(r"\w+", span)}


def test_page_names_every_key(named: set[str]) -> None:
    """No key of a document, row, report, claim, force or place is missing."""
    keys = {key for shape in SHAPES for key in shape.known}
    assert len(keys) > 40
    assert (keys | set(KEYS)) - named == set()


def test_page_names_every_kind(named: set[str]) -> None:
    """No word that `kind` may be, of a claim or place, is missing."""
    assert (set(claim.KINDS) | {str(kind) for kind in table.PlaceKind}) - named == set()


@pytest.mark.parametrize("words", WORDS)
def test_page_names_every_word_of_a_vocabulary(named: set[str], words: type[StrEnum]) -> None:
    """No value of an enumeration is missing."""
    assert {str(word) for word in words} - named == set()


def test_page_tells_every_limit() -> None:
    """The table of limits has the figures of the code, in their order."""
    page = PAGE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|`]+ \| ([0-9,]+)", page, re.MULTILINE)
    names = [name for name in vars(limit) if name.isupper()]
    assert rows == [f"{getattr(limit, name):,}" for name in names]


def test_page_tells_the_version_that_is_written() -> None:
    """The newest version stands on the page."""
    assert f"the version that is written is `{VERSION}`" in PAGE.read_text(encoding="utf-8")
