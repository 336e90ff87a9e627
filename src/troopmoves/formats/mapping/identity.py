"""Ids for what a table names: operations, organisations, units, bases and the columns of claims.

An id is made of the letters and figures of the name, so that no name can be more than plain text: no path, no
control character. Two names that come to the same id are told apart by a part of their fingerprint.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Hashable, Iterable
from typing import Final, final

from troopmoves.formats.mapping.report import Unread
from troopmoves.formats.mapping.spelling import folded

_OTHER: Final = re.compile(r"[^a-z0-9]+")
TOTALS: Final = frozenset(
    (
        *(
            "all",
            "grand total",
            "overall",
            "overall total",
            "sub total",
            "sub-total",
            "subtotal",
            "sum",
            "total",
        ),
        *(
            "total general",
            "totals",
            "gesamt",
            "gesamtsumme",
            "insgesamt",
            "summe",
            "zusammen",
            "zwischensumme",
        ),
        *("ensemble", "total g\u00e9n\u00e9ral"),
    )
)
"""Words for a sum over rows or columns, folded: nothing in a table is called so."""

_LONGEST_ID: Final = 60
_LONGEST_NAME: Final = 200


def slug(text: str) -> str:
    """Return an id made of a text, empty where it has neither letters nor figures that ASCII has.

    >>> slug("../Operation Chammal"), slug("Gonaïves")
    ('operation-chammal', 'gonaives')
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _OTHER.sub("-", letters).strip("-")[:_LONGEST_ID].strip("-")


def plain_name(column: str, text: str) -> str:
    """Return a name as text on one line.

    Raises:
        Unread: If it is empty, too long, or holds what cannot be read.
    """
    name = " ".join(text.split())
    if not name:
        raise Unread(column, text, "there is no name")
    if len(name) > _LONGEST_NAME:
        raise Unread(column, text, f"a name has {_LONGEST_NAME} letters at most")
    if not name.isprintable():
        raise Unread(column, text, "a name holds no control characters")
    return name


def new_name(column: str, text: str) -> str:
    """Return a name that a table gives to a thing of its own: never the word for a total.

    Raises:
        Unread: If it is no name, or says that the row or column is a sum.
    """
    name = plain_name(column, text)
    if folded(name).rstrip(":") in TOTALS:
        raise Unread(
            column, text, "this is the word for a total, and no name", "say what it is under 'values'"
        )
    return name


@final
class Ids:
    """The ids given so far, each to one thing."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin with the ids of what the mapping defines."""
        self._given: dict[str, Hashable] = dict.fromkeys(taken)

    def give(self, text: str, thing: Hashable) -> str:
        """Return the id of a thing: that of its name, longer where another thing has it.

        >>> ids = Ids()
        >>> ids.give("Camp Victory", 1), ids.give("Camp Victory", 1), ids.give("camp victory!", 2)
        ('camp-victory', 'camp-victory', 'camp-victory-d4735e')
        """
        fingerprint = hashlib.sha256(repr(thing).encode(errors="replace")).hexdigest()[:_FINGERPRINT]
        wanted = slug(text) or f"x-{fingerprint}"
        if self._given.setdefault(wanted, thing) != thing:
            wanted = f"{wanted}-{fingerprint}"
            self._given[wanted] = thing
        return wanted


_FINGERPRINT: Final = 6
