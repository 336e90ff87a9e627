"""What spellings of one name differ in, taken away: case, accents, punctuation, abbreviations, footnotes.

Folding never changes which words a name has, but for the abbreviations in `ABBREVIATIONS`; it is no search
for something similar. To add an abbreviation: one entry under its language, one test. To add a sort of
footnote: one branch of `_MARKS`, one test.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

LONGEST: Final = 200
"""More letters than the name of any nation has; a longer text is refused unread."""

ABBREVIATIONS: Final = MappingProxyType(
    {
        "en": {
            "br": "british",
            "cent": "central",
            "dem": "democratic",
            "dep": "dependency",
            "e": "east",
            "eq": "equatorial",
            "fed": "federal",
            "is": "islands",
            "isl": "islands",
            "isls": "islands",
            "isds": "islands",
            "n": "north",
            "peop": "peoples",
            "rep": "republic",
            "s": "south",
            "soc": "socialist",
            "st": "saint",
            "terr": "territory",
            "utd": "united",
            "w": "west",
        },
        "de": {
            "bundesrep": "bundesrepublik",
            "dem": "demokratische",
            "rep": "republik",
            "st": "sankt",
            "ver": "vereinigte",
        },
        "fr": {
            "dem": "democratique",
            "rep": "republique",
            "st": "saint",
            "ste": "sainte",
        },
    }
)
"""What words are short for, by language, folded."""

_ARTICLES: Final = MappingProxyType({"en": ("the",), "de": ("der", "die", "das"), "fr": ("le", "la", "les")})
"""Words that may stand before a name without being a part of it."""

_AND: Final = MappingProxyType({"en": "and", "de": "und", "fr": "et"})

_YEAR: Final = r"[0-9]{4}"
# What may follow a name without being a part of it: signs, letters of footnotes, notes, spans of years.
_MARKS: Final = re.compile(
    r"\s*(?:"
    r"[*†‡§¶#]|\b(?:[a-z]|[0-9]{1,2})/|\[(?:[a-z]|[0-9]{1,2})\]|\((?:[a-z]|[0-9]{1,2})\)|"
    rf"\((?:see|siehe|voir) [^()]*\)|[-\u2013\u2014:;,] ?(?:see|siehe|voir) [^()]*|"
    rf"\({_YEAR} ?[-\u2013\u2014] ?(?:{_YEAR}|present|heute|aujourdhui)?\)|"
    rf"\((?:since|from|seit|depuis) {_YEAR}\)"
    r")$"
)
_QUIET: Final = re.compile(r"['\u2018\u2019\u02bc\u0060\u00b4.]")
_ELIDED: Final = re.compile(r"^\s*[Ll]['\u2019\u02bc]")
_SUPERSCRIPTS: Final = re.compile("[\u00b9\u00b2\u00b3\u2070-\u209f\u1d2c-\u1d61]")
_DASHES: Final = re.compile(r"[-\u2010-\u2015\u2212]")
_LETTERS: Final = re.compile(r"\b[a-z](?: [a-z]\b)+")
_BRACKETED: Final = re.compile(r"([^()]+?) ?\(([^()]+)\)")


@functools.lru_cache(maxsize=4096)
def folded(name: str, language: str = "en") -> str:
    """Return a name without what spellings differ in.

    >>> folded("Côte d\u2019Ivoire *"), folded("Trinidad & Tobago"), folded("St. Lucia")
    ('cote divoire', 'trinidad and tobago', 'saint lucia')
    """
    text = without_marks(_plain(name, language))
    text = " ".join(_DASHES.sub(" ", text).split())
    text = _LETTERS.sub(lambda letters: letters[0].replace(" ", ""), text)
    short = ABBREVIATIONS[language]
    words = [short.get(word, word) for word in re.split(r"([ ,()/]+)", text)]
    if words[0] in _ARTICLES[language] and len(words) > 1:
        words = words[2:]
    return "".join(words)


def without_marks(plain: str) -> str:
    """Return a text without the footnotes, notes and spans of years that follow it.

    >>> without_marks("thailand  d/ e/"), without_marks("serbia (2006 - 2008)")
    ('thailand', 'serbia')
    """
    text = plain.strip()
    while found := _MARKS.search(text):
        text = text[: found.start()].strip()
    return text.lstrip("*†‡§¶# ")


def spellings(name: str) -> Iterator[str]:
    """Yield a folded name, and the same with what follows a comma or stands in brackets put first.

    >>> list(spellings("korea, republic of"))
    ['korea, republic of', 'republic of korea']
    """
    yield name
    before, comma, after = name.partition(", ")
    if comma:
        yield f"{after} {before}".removeprefix("the ")
    if both := bracketed(name):
        yield f"{both[1]} {both[0]}".removeprefix("the ")


def bracketed(name: str) -> tuple[str, str] | None:
    """Return what stands before the bracket at the end of a folded name, and in it."""
    found = _BRACKETED.fullmatch(name)
    return (found[1], found[2].strip()) if found else None


def _plain(name: str, language: str) -> str:
    # Superscripts would become digits, and an acute accent that stands alone a space: they go first.
    bare = _SUPERSCRIPTS.sub("", _ELIDED.sub("", name) if language == "fr" else name)
    bare = _QUIET.sub("", bare)
    letters = unicodedata.normalize("NFKD", bare).casefold()
    kept = (letter for letter in letters if unicodedata.category(letter) not in ("Mn", "Cf"))
    return "".join(kept).replace("&", f" {_AND[language]} ")
