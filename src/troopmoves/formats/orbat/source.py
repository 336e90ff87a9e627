"""A scenario's file or text as plain values, and how its problems are told.

Bounded: no more than `_LARGEST` characters are read, and an error shows only a glance of what stood there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Final

import attrs

from troopmoves.errors import DocumentError
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.fault import fault
from troopmoves.formats.document.scalar import whole_number

_LARGEST: Final = 64 * 1024 * 1024
GLANCE: Final = 40
"""How much of a text is shown."""


def loaded(source: PathLike[str] | str | Mapping[str, Plain]) -> Mapping[str, object]:
    """Return the plain values of a scenario in a file, a text or as they are.

    Raises:
        DocumentError: If it is too large, or no JSON.
        OSError: If the file cannot be read.
    """
    if isinstance(source, Mapping):
        return source
    text = source if isinstance(source, str) else _text_of(Path(source))
    if len(text) > _LARGEST:
        raise fault(text[:GLANCE], f"a scenario has {_LARGEST} characters at most")
    try:
        tree = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_int=whole_number,
        )
    except json.JSONDecodeError as error:
        stood = text[error.pos : error.pos + GLANCE]
        step = f"line {error.lineno}, column {error.colno}"
        rule = f"no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise fault(stood, rule, "a file is given as a pathlib.Path", step=step) from None
    except RecursionError:
        raise fault("...", "nested too deep to be a scenario") from None
    if not isinstance(tree, dict):
        raise fault(glance(tree), "a scenario is an object")
    return tree


def _text_of(file: Path) -> str:
    with file.open("rb") as stream:
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise fault(str(file), f"a scenario has {_LARGEST} bytes at most")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise fault(content[error.start : error.start + 8], "a scenario is in UTF-8") from None


def _object(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    plain = dict(pairs)
    if len(plain) < len(pairs):
        keys = [key for key, _ in pairs]
        doubled = next(key for key in keys if keys.count(key) > 1)
        raise fault(glance(doubled), "this key stands twice in one object", "leave one of the two")
    return plain


def _no_number(word: str) -> Plain:
    raise fault(word, "this is no number", "leave the key out")


def glance(value: object) -> object:
    """Return enough of a value to find it by."""
    if isinstance(value, str):
        return value[:GLANCE]
    return value if value is None or isinstance(value, int | float) else type(value).__name__


def told_of(where: str, error: DocumentError) -> DocumentError:
    """Return the same problems, told of a scenario by name."""
    problems = [attrs.evolve(problem, path=problem.path or "scenario") for problem in error.problems]
    return DocumentError(where, problems)
