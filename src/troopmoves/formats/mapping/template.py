"""Patterns with places to fill in, such as `ca. {n}`: what a mapping has instead of regular expressions.

A pattern is literal text with names in braces. Case counts for nothing, nor do spaces beside a name; other
spaces stand for one or more, and a dash for one of any length. What a name may stand for is told by whoever
uses the pattern: figures in `cell.py`, parts of dates in `dates.py`, columns in ids and titles of reports.

To let patterns say more: one entry in the dictionary of names where they are used, one test there.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Final, final

import attrs

from troopmoves.formats.document.fault import fault, near
from troopmoves.formats.mapping.spelling import DASHES

_PLACE: Final = re.compile(r"\{([^{}]+)\}")
_SPACES: Final = re.compile(r"(\s+)")
_DASH: Final = f"[{re.escape(DASHES)}]"


@final
@attrs.frozen
class Template:
    """Literal text with names in braces."""

    text: str
    """The pattern as written."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names in it, in order."""
        return tuple(_PLACE.findall(self.text))

    def check(self, known: Iterable[str] | None, *, needed: bool = True) -> None:
        """Raise unless its braces match and each name is known and stands once.

        Raises:
            DocumentError: If one is not.
        """
        rest = _PLACE.sub("", self.text)
        if "{" in rest or "}" in rest:
            raise fault(self.text, "braces go in pairs around a name", "write it like 'about {n}'")
        if needed and not self.names:
            raise fault(self.text, "a pattern has a name in braces", "write it like 'about {n}'")
        for name in self.names if known is not None else ():
            if name not in set(known or ()):
                raise fault(f"{{{name}}}", "no such name in a pattern here", near(name, known or ()))
        if len(set(self.names)) < len(self.names):
            raise fault(self.text, "a name stands in a pattern once", "use two names")

    def filled(self, values: Mapping[str, object]) -> str:
        """Return the text with a value in the place of each name.

        >>> Template("about {n}").filled({"n": 200})
        'about 200'
        """
        return _PLACE.sub(lambda found: str(values[found[1]]), self.text)

    def matcher(self, meanings: Mapping[str, str], otherwise: str = "") -> re.Pattern[str]:
        """Return the regular expression that finds the whole pattern, a group for each name in order.

        Args:
            meanings: The regular expression of each name.
            otherwise: That of the names which have none of their own.

        >>> Template("up to {n}").matcher({"n": "[0-9]+"}).fullmatch("Up  to300")[1]
        '300'
        """
        return _compiled(self.text, tuple(sorted(meanings.items())), otherwise)


@functools.lru_cache(maxsize=4096)
def _compiled(text: str, meanings: tuple[tuple[str, str], ...], otherwise: str) -> re.Pattern[str]:
    known = dict(meanings)
    parts = _PLACE.split(text)
    last = len(parts) - 1
    written = [
        f"({known.get(part, otherwise)})"
        if index % 2
        else _literal(part, first=index == 0, last=index == last)
        for index, part in enumerate(parts)
    ]
    return re.compile("".join(written), re.IGNORECASE)


def _literal(text: str, *, first: bool, last: bool) -> str:
    """Return literal text as an expression: loose about spaces, most of all beside a name."""
    words = "".join(r"\s+" if part.isspace() else _word(part) for part in _SPACES.split(text.strip()) if part)
    if not words:
        return r"\s+" if text and not first and not last else ""
    return ("" if first else r"\s*") + words + ("" if last else r"\s*")


def _word(text: str) -> str:
    return "".join(_DASH if letter in DASHES else re.escape(letter) for letter in text)
