"""What the docstrings of the records say, put into the words of documents.

A field's meaning is the string under it, a word's the string under the member of its enumeration; they are
read from the source, so the schema says what the reference says.
"""

from __future__ import annotations

import ast
import functools
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import pairwise
from typing import Final, TypeVar

_Word = TypeVar("_Word", bound=Enum)


def of_class(described: type) -> str:
    """Return the first paragraph of a class's docstring.

    >>> from troopmoves.claims.report import Report
    >>> of_class(Report)
    'One published document: who published it when, and what it claims.'
    """
    return _plain((inspect.getdoc(described) or "").partition("\n\n")[0])


def of_fields(record: type, keys: Mapping[str, str]) -> dict[str, str]:
    """Return the meaning of each field of a record, by its name.

    Args:
        record: The class.
        keys: What its fields are called in documents, where not by their names.

    >>> from troopmoves.claims.proposition import Presence
    >>> of_fields(Presence, {"whole": "of"})["share"]
    'Which part of `of`.'
    """
    return {name: _in_document(words, keys) for name, words in _strings(record)}


def of_members(words: type[_Word]) -> dict[_Word, str]:
    """Return the meaning of each member of an enumeration.

    >>> from troopmoves.claims.axis import Holds
    >>> of_members(Holds)[Holds.THROUGHOUT]
    'On every day of the window.'
    """
    return {words[name]: meaning for name, meaning in _strings(words)}


def of_words(words: Mapping[str, Enum]) -> dict[str, str]:
    """Return the meaning of each word that stands for a member of an enumeration."""
    return {word: of_members(type(member))[member] for word, member in words.items()}


_ATTRIBUTE: Final = re.compile(r"\*(\w+)\*")


def _in_document(words: str, keys: Mapping[str, str]) -> str:
    """Return words about a record as words about a document, where nothing is None and fields are keys."""
    named = _ATTRIBUTE.sub(lambda found: f"`{keys.get(found[1], found[1])}`", words)
    return re.sub(r"\b(?:None|none:)(?=\W)", lambda found: "left out" + ":" * (found[0][-1] == ":"), named)


def _strings(described: type) -> Iterator[tuple[str, str]]:
    """Yield the name of each field or member with the string under it."""
    for statement, below in pairwise(_body(described)):
        match statement, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(words))),
            ):
                yield name, _plain(words)
            case _:
                pass


def _body(described: type) -> list[ast.stmt]:
    tree = _module(described.__module__)
    return next(
        part.body for part in tree.body if isinstance(part, ast.ClassDef) and part.name == described.__name__
    )


@functools.cache
def _module(name: str) -> ast.Module:
    return ast.parse(inspect.getsource(sys.modules[name]))


def _plain(words: str) -> str:
    return " ".join(words.split())
