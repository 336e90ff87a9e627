"""Values as FollowTheMoney stores them: text of a type, cleaned as that type cleans it.

FollowTheMoney cleans what it loads, without a word, and refuses what is too long. So each value is written in
the form that it leaves as it is, and what came before stands beside it as the original.

To add a property: its type in `TYPES`; a test compares the table with FollowTheMoney's own model.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Final, final
from urllib.parse import urlparse

import attrs

TYPES: Final = MappingProxyType(
    {
        "addressEntity": "entity",
        "alias": "name",
        "classification": "string",
        "country": "country",
        "date": "date",
        "description": "text",
        "endDate": "date",
        "endLocation": "entity",
        "full": "address",
        "involved": "entity",
        "keywords": "string",
        "latitude": "number",
        "location": "address",
        "longitude": "number",
        "member": "entity",
        "name": "name",
        "notes": "text",
        "object": "entity",
        "organization": "entity",
        "parent": "entity",
        "proof": "entity",
        "publishedAt": "date",
        "publisher": "string",
        "recordId": "string",
        "remarks": "string",
        "role": "string",
        "sourceUrl": "url",
        "startDate": "date",
        "startLocation": "entity",
        "subject": "entity",
        "summary": "text",
        "title": "string",
        "topics": "topic",
    }
)
"""The type of each property that is written."""

LONGEST: Final = MappingProxyType({"name": 384, "string": 1024, "text": 65_000, "address": 250, "url": 4096})
"""How many characters a value of a type may have, where what we write could have more."""


@final
@attrs.frozen(kw_only=True)
class Value:
    """A value of a property."""

    prop: str
    """The property."""
    text: str
    """The value, as FollowTheMoney stores it."""
    original: str = ""
    """What it was made of, where that is something else: the source's words, or the text before cleaning."""


def cleaned(text: str, kind: str) -> str:
    r"""Return a text as FollowTheMoney cleans values of a type; empty if nothing is left.

    >>> cleaned(' "Al  Asad"\x00 ', "name")
    'Al Asad'
    """
    clean = _CLEANERS.get(kind, _plain)
    while (again := clean(text)) != text:
        text = again
    return text


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    return _UNSAFE.sub("", _WIDE_SPACE.sub(" ", text)).strip()


def _name(text: str) -> str:
    return _SPACES.sub(" ", _QUOTED.sub(r"\1", _plain(text))).strip()


def _address(text: str) -> str:
    return _SPACES.sub(" ", _COMMAS.sub(", ", _BREAKS.sub(", ", _plain(text)))).strip()


_CLEANERS: Final[dict[str, Callable[[str], str]]] = {"name": _name, "address": _address}

_WIDE_SPACE: Final = re.compile("[\u2000-\u200a\u2028\u2029\u0a00\u1680\u202f\u205f\u3000]")
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2060-\u2064\ufeff\ud800-\udfff]"
)
_SPACES: Final = re.compile(r"\s+")
_QUOTED: Final = re.compile("^[\"'](.*)[\"']$")
_BREAKS: Final = re.compile(r"(\r\n|\n|<BR/>|<BR>|\t|ESQ\.,|ESQ,|;)")
_COMMAS: Final = re.compile(r"(,\s?[,\.])")


# -- dates, addresses in the web, numbers -----------------------------------------------------------------

_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 2999


def date_text(day: date | datetime) -> str:
    """Return a day, or a minute in UTC, as a prefix date; empty if FollowTheMoney cannot read that year.

    >>> date_text(date(2020, 1, 7)), date_text(date(3020, 1, 7))
    ('2020-01-07', '')
    """
    if not _FIRST_YEAR < day.year < _LAST_YEAR:
        return ""
    if isinstance(day, datetime):
        return day.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
    return day.isoformat()


_LABEL: Final = r"[\w-]*[^\W_][\w-]*"
_HOST: Final = re.compile(rf"{_LABEL}(\.{_LABEL})*\.[^\W\d_][\w-]+")
_LONGEST_LABEL: Final = 63
_NOT_IN_URL: Final = re.compile(r'[\s<>"{}|\\^`]')


def web_address(text: str) -> str:
    """Return a web address in the form FollowTheMoney gives it; empty if it is none.

    >>> web_address("https://example.org"), web_address("javascript:alert(1)")
    ('https://example.org/', '')
    """
    if cleaned(text, "url") != text or _NOT_IN_URL.search(text) or len(text) >= LONGEST["url"]:
        return ""
    try:
        parts = urlparse(text)
        host = parts.hostname or ""
        _ = parts.port  # raises where it is no number
    except ValueError:
        return ""
    is_host = _HOST.fullmatch(host) and all(len(label) <= _LONGEST_LABEL for label in host.split("."))
    if parts.scheme not in {"http", "https"} or not is_host:
        return ""
    return parts.geturl() if parts.path else parts._replace(path="/").geturl()


def degrees(number: float) -> str:
    """Return degrees as digits, to a tenth of a millimetre.

    >>> degrees(33.80), degrees(-0.0)
    ('33.8', '0')
    """
    text = f"{number:.9f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
