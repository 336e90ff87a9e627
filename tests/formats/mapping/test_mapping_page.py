"""The page on mappings names every key and every word that a mapping may hold, and every ready mapping."""

import re
from enum import StrEnum
from pathlib import Path

import attrs
import pytest

from troopmoves.claims.axis import Holds
from troopmoves.entities.scope import SORTS
from troopmoves.formats.mapping.dates import PARTS
from troopmoves.formats.mapping.part import (
    Bases,
    Dates,
    End,
    Listed,
    ListOf,
    Lookup,
    Numbers,
    Span,
    Who,
    Whose,
    Zero,
)
from troopmoves.formats.mapping.plan import MEASURES
from troopmoves.formats.mapping.report import Outcome
from troopmoves.formats.mapping.setting import ENCODINGS, NUMBERS
from troopmoves.formats.mapping.spec import Case, Condition, Count, Sheet, Source, TableMapping

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "reference" / "mapping.md").read_text(encoding="utf-8")
RECORDS: tuple[type, ...] = (
    Bases,
    Case,
    Count,
    Dates,
    Listed,
    Lookup,
    Numbers,
    Sheet,
    Source,
    Span,
    TableMapping,
    Condition,
    Who,
)
CALLED = {
    "columns": "column",
    "equals": "is",
    "ends": "to",
    "found": "base",
    "listed": "list",
    "measure": "kind",
    "names": "of",
    "opens": "from",
    "plain": "as",
    "says": "count",
    "tests": "if",
}
"""The key of each setting that is not called by its own name."""


@pytest.fixture(scope="module")
def named() -> set[str]:
    """Return every word that stands in code type on the page."""
    return {word for span in re.findall(r"`([^`\n]+)`", PAGE) for word in re.findall(r"[\w-]+", span)}


@pytest.mark.parametrize("record", RECORDS)
def test_page_names_every_key(named: set[str], record: type) -> None:
    """No setting is missing."""
    fields = {field.name for field in attrs.fields(record)}
    assert {CALLED.get(name, name) for name in fields} - named == set()


@pytest.mark.parametrize("words", [End, Holds, ListOf, Outcome, Whose, Zero, *SORTS.values()])
def test_page_names_every_word(named: set[str], words: type[StrEnum]) -> None:
    """No value of a vocabulary is missing."""
    assert {str(word) for word in words} - named == set()


@pytest.mark.parametrize("words", [ENCODINGS, MEASURES, PARTS])
def test_page_names_every_choice(named: set[str], words: tuple[str, ...] | dict[str, object]) -> None:
    """No encoding, measure or part of a date is missing."""
    assert set(words) - named == set()


def test_every_setting_of_numbers_is_read() -> None:
    """A field without a reader would take anything."""
    assert set(NUMBERS) == {field.name for field in attrs.fields(Numbers)}


def test_page_lists_the_ready_mappings() -> None:
    """Those in the folder and those on the page are the same."""
    listed = set(re.findall(r"`([a-z-]+\.yaml)`", PAGE))
    assert listed == {path.name for path in (ROOT / "examples" / "mappings").glob("*.yaml")}
