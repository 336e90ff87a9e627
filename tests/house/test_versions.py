"""The version is one: in the package data, the installed library, the citation and the changelog."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def test_installed_version_is_the_projects() -> None:
    """The installed library carries the version of the source tree."""
    assert importlib.metadata.version("troopmoves") == VERSION


def test_citation_names_the_version() -> None:
    """Who cites the library cites this version."""
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"^version: (.+)$", citation, re.MULTILINE) == [VERSION]


def test_changelog_begins_with_the_version() -> None:
    """The newest numbered section of the changelog is this version."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## \[(\d[^\]]*)\]", changelog, re.MULTILINE)[0] == VERSION
