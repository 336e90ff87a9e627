"""Documents read, and answers worked out, while whoever waits sees it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

from troopmoves.cli.screen import working
from troopmoves.cli.trouble import CommandError
from troopmoves.ledger.ledger import Ledger

_T = TypeVar("_T")


def read_ledger(file: Path) -> Ledger:
    """Return the ledger of a document, and show that it is being read."""
    with working(f"Reading {file.name}", at_once=is_large(file)):
        from troopmoves.formats.document.file import read  # noqa: PLC0415 (imports cattrs and ruamel.yaml)

        return read(file)


_LARGE: Final = 500_000
"""Bytes of a document beyond which reading it takes more than a moment."""


def is_large(file: Path) -> bool:
    """Return whether reading a document takes more than a moment."""
    return file.exists() and file.stat().st_size > _LARGE


def answered(words: str, answer: Callable[[], _T]) -> _T:
    """Return an answer, and show that it is being worked out."""
    with working(words):
        return answer()


def needs_files(files: Sequence[Path]) -> None:
    """Refuse to do something to no document at all.

    Raises:
        CommandError: If there is none.
    """
    if not files:
        raise CommandError("FILES", None, "at least one document is needed", "name it: iraq.yaml")
