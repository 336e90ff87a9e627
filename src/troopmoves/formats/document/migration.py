"""Documents of older versions, made into documents of the newest one.

A document is migrated as plain values, one version after the other, before any of it is read as records; so
the readers know one version only, and a document of any released version is read for ever.

To make a new version: raise `VERSION`, add the step from the last one to `MIGRATIONS`, say in
docs/reference/documents.md what differs, make its schema (`python -m troopmoves.formats.schema`), and put a
pair of documents of it into tests/formats/document/old.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.fault import fault

VERSION: Final = 1
"""The version of the format that is written."""

_Tree: TypeAlias = dict[str, Plain]


def _from_0(tree: _Tree) -> _Tree:
    """Return a document of version 1; 0 was the same format before it was frozen."""
    return tree


MIGRATIONS: Final[Mapping[int, Callable[[_Tree], _Tree]]] = MappingProxyType({0: _from_0})
"""What makes a document of each older version one of the next; the number is raised by `migrated`."""


def version_of(tree: Plain) -> int:
    """Return the version of the format that a document says it is of.

    Raises:
        DocumentError: If it says none, or one that this library does not know.
    """
    begin = f"begin it with 'troopmoves: {VERSION}'"
    if not isinstance(tree, dict):
        raise fault(tree, "a document is a mapping of keys to values", begin)
    if "troopmoves" not in tree:
        raise fault(None, "a document tells its version", begin, step="troopmoves")
    version = tree["troopmoves"]
    if isinstance(version, bool) or not isinstance(version, int) or version < 0:
        rule = "the version is a whole number"
        raise fault(version, rule, f"write 'troopmoves: {VERSION}'", step="troopmoves")
    if version > VERSION:
        rule = f"this release of the library reads versions 0 to {VERSION}"
        raise fault(version, rule, "get a newer release of troopmoves", step="troopmoves")
    return version


def migrated(tree: Plain) -> _Tree:
    """Return a document of any version as one of the newest.

    >>> migrated({"troopmoves": 0, "title": "Iraq"})
    {'troopmoves': 1, 'title': 'Iraq'}

    Raises:
        DocumentError: If it has no version, or one that this library does not know.
    """
    version = version_of(tree)
    document = tree if isinstance(tree, dict) else {}
    for older in range(version, VERSION):
        document = {**MIGRATIONS[older](document), "troopmoves": older + 1}
    return document
