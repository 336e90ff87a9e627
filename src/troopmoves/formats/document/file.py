"""Documents in texts and files: the format by name or suffix, writing whole or not at all.

To add a format: a module with `parse` and `format_tree`, its name in `_FORMATS`, its suffixes in `_SUFFIXES`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from os import PathLike
from pathlib import Path
from typing import Final, NamedTuple

import attrs

from troopmoves.errors import DocumentError
from troopmoves.formats.atomic import replace
from troopmoves.formats.document import json, yaml
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.edit import edited
from troopmoves.formats.document.fault import fault, near
from troopmoves.formats.document.limit import LARGEST
from troopmoves.formats.document.migration import VERSION, version_of
from troopmoves.formats.document.node import parse, plain
from troopmoves.formats.document.tree import to_ledger, to_tree
from troopmoves.ledger.ledger import Ledger


class _Format(NamedTuple):
    parse: Callable[[str], Plain]
    format_tree: Callable[[Mapping[str, Plain]], str]


_FORMATS: Final = {
    "yaml": _Format(yaml.parse, yaml.format_tree),
    "json": _Format(json.parse, json.format_tree),
}
_SUFFIXES: Final = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_BYTE_ORDER_MARK: Final = "\ufeff"


def loads(text: str, format: str = "yaml") -> Ledger:  # noqa: A002 (the word users expect)
    """Return the ledger that the text of a document holds.

    >>> loads("{troopmoves: 1, notes: [No posture is claimed.]}").notes[0].text
    'No posture is claimed.'

    Raises:
        DocumentError: If anything in it is wrong; it lists every problem with its path.
    """
    try:
        parse = _named(format).parse
        _check_size(len(text), "characters")
        return to_ledger(parse(text.removeprefix(_BYTE_ORDER_MARK)))
    except DocumentError as error:
        raise _told_of("document", error) from error.__cause__


def dumps(ledger: Ledger, format: str = "json") -> str:  # noqa: A002 (the word users expect)
    """Return a ledger as the text of a document, always the same for the same ledger.

    Raises:
        DocumentError: If a text in it is none that UTF-8 can hold, or it is larger than documents are.
    """
    format_tree = _named(format).format_tree
    text = format_tree(to_tree(ledger))
    _check_size(len(text.encode()), "bytes")
    return text


def read(path: str | PathLike[str]) -> Ledger:
    """Return the ledger that a document holds; `.yaml`, `.yml` and `.json` are read.

    Raises:
        DocumentError: If anything in it is wrong; it lists every problem with its path.
        OSError: If the file cannot be read.
    """
    file = Path(path)
    try:
        name = _name_by_suffix(file)
        return loads(_decoded(_content(file)), name)
    except DocumentError as error:
        raise _told_of(str(file), error) from error.__cause__


def write(ledger: Ledger, path: str | PathLike[str]) -> None:
    """Write a ledger to a document, whole or not at all; the suffix decides the format.

    A YAML document that is already there keeps its comments and every line that need not change; if it is of
    an older version of the format, it becomes one of the newest.

    Raises:
        DocumentError: If the document that is already there cannot be read, or the ledger not be written.
        OSError: If the file cannot be written.
    """
    file = Path(path)
    try:
        name = _name_by_suffix(file)
        before = _decoded(_content(file)) if name == "yaml" and file.exists() else ""
        text = updated(before, ledger) if before.strip() else dumps(ledger, name)
    except DocumentError as error:
        raise _told_of(str(file), error) from error.__cause__
    if text != before:
        replace(file.resolve(), text.encode())


def _told_of(where: str, error: DocumentError) -> DocumentError:
    """Return the same problems, told of a document by name."""
    problems = [attrs.evolve(problem, path=problem.path or "document") for problem in error.problems]
    return DocumentError(where, problems)


def updated(before: str, ledger: Ledger) -> str:
    """Return a YAML text with the changes that make it stand for a ledger."""
    mark = _BYTE_ORDER_MARK if before.startswith(_BYTE_ORDER_MARK) else ""
    text = before.removeprefix(mark)
    root = parse(text)
    values = plain(root)
    old, version = to_ledger(values), version_of(values)
    if old == ledger and version == VERSION:
        return before
    tree = to_tree(ledger)
    after = edited(text, root, {**to_tree(old), "troopmoves": version}, tree)
    if after is None or not _stands_for(after, ledger):
        after = yaml.format_tree(tree)
    return mark + after


def _stands_for(text: str, ledger: Ledger) -> bool:
    """Return whether a text reads as a ledger: an edit is never trusted unseen."""
    try:
        return loads(text) == ledger
    except DocumentError:
        return False


def _named(name: str) -> _Format:
    if name not in _FORMATS:
        raise fault(name, "no such format", near(name, _FORMATS), step="format")
    return _FORMATS[name]


def _name_by_suffix(file: Path) -> str:
    suffix = file.suffix.lower()
    if suffix not in _SUFFIXES:
        raise fault(suffix, "the suffix tells the format", f"use {', '.join(_SUFFIXES)}", step="suffix")
    return _SUFFIXES[suffix]


def _content(file: Path) -> bytes:
    """Return the bytes of a file, of which no more are read than a document may have."""
    with file.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        content = stream.read(LARGEST + 1) if size <= LARGEST else b""
    _check_size(max(size, len(content)), "bytes")
    return content


def _check_size(size: int, unit: str) -> None:
    if size > LARGEST:
        got, rule = f"{size:,} {unit}", f"a document has at most {LARGEST:,} {unit}"
        raise fault(got, rule, "make several ledgers of it, each with its own reports", step="size")


def _decoded(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        got = content[error.start : error.start + 8]
        raise fault(got, "a document is in UTF-8", "save it as UTF-8", step=f"line {line}") from None
