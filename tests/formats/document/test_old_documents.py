"""Documents of every version are read for ever; the newest pair also says how documents are written."""

import os
from pathlib import Path

import pytest

from troopmoves.formats.document.file import dumps, loads, read
from troopmoves.formats.document.migration import VERSION

OLD = Path(__file__).parent / "old"
VERSIONS = range(VERSION + 1)
REMAKE = os.environ.get("TROOPMOVES_REMAKE") == "1"


@pytest.mark.parametrize("version", VERSIONS)
def test_both_forms_of_an_old_document_are_one_ledger(version: int) -> None:
    """The YAML and the JSON document of a version are read, and say the same."""
    if REMAKE and version == VERSION:
        text = dumps(read(OLD / f"v{version}.yaml"), "json")
        (OLD / f"v{version}.json").write_text(text, encoding="utf-8")
    assert read(OLD / f"v{version}.yaml") == read(OLD / f"v{version}.json")


def test_newest_document_is_written_as_it_stands() -> None:
    """The canonical form does not change unnoticed."""
    text = (OLD / f"v{VERSION}.json").read_text(encoding="utf-8")
    assert dumps(loads(text, "json"), "json") == text


def test_no_version_is_missing() -> None:
    """Every version that was ever written has its pair."""
    names = {path.name for path in OLD.glob("v*")}
    assert names == {f"v{version}.{suffix}" for version in VERSIONS for suffix in ("yaml", "json")}
