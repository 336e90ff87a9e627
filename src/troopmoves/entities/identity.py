"""What an id and a name may look like, said once for every entity, claim and report.

An id is what documents refer to: ASCII letters, digits, dot, underscore and hyphen, beginning with a letter
or digit, so that it needs no quotes in YAML, JSON, a URL or a file name. A name is what people read.

The functions raise the error class that the caller hands in: a place answers with a `PlaceError`, a claim
with a `ClaimError`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from troopmoves.errors import TroopmovesError

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def is_id(text: object) -> bool:
    """Return whether a value can serve as an id.

    >>> is_id("al-asad"), is_id("al asad"), is_id("")
    (True, False, False)
    """
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def checked_id(where: str, value: str, error: type[TroopmovesError]) -> str:
    """Return the id, or raise the error given.

    Args:
        where: The path for the error, such as `Base.id`.
        value: The id to check.
        error: The class to raise, whose arguments are those of `TroopmovesError`.
    """
    if not is_id(value):
        rule = "an id is ASCII letters, digits, '.', '_' and '-', beginning with a letter or digit"
        raise error(where, value, rule, "write it like 'al-asad'; what people read goes into the name")
    return value


def checked_name(where: str, value: object, error: type[TroopmovesError]) -> str:
    """Return the name, or raise the error given if it is empty or padded with spaces."""
    if not isinstance(value, str) or not value or value != value.strip():
        raise error(
            where, value, "a name is text, not empty, without spaces around it", "write what people read"
        )
    return value


def checked_aliases(where: str, values: tuple[str, ...], error: type[TroopmovesError]) -> None:
    """Raise the error given unless every alias is a name and none comes twice."""
    checked_tuple(where, values, error)
    for index, value in enumerate(values):
        checked_name(f"{where}[{index}]", value, error)
    checked_distinct(where, values, error)


def checked_tuple(where: str, values: object, error: type[TroopmovesError]) -> None:
    """Raise the error given for a list or generator: records are hashed, so they hold tuples."""
    if not isinstance(values, tuple):
        raise error(where, values, "several values are given as a tuple", "write (a, b) or tuple(...)")


def checked_distinct(where: str, values: Iterable[object], error: type[TroopmovesError]) -> None:
    """Raise the error given if a value comes twice."""
    seen: set[object] = set()
    for value in values:
        if value in seen:
            raise error(where, value, "each is listed once", "leave out the second one")
        seen.add(value)
