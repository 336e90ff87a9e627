"""Single values in YAML: what a word without quotes stands for, and when a text needs quotes.

Read is the core of YAML 1.2 and no more: `true`, `false`, `null` and the numbers of JSON. Everything else is
text: dates, `yes`, `0o14`, `12:30`. Written are quotes wherever an older or laxer reader would see anything
but text, a date apart.
"""

from __future__ import annotations

import re
from typing import Final

from troopmoves.formats.document.codec import Plain

_WORDS: Final[dict[str, Plain]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_MOST_DIGITS: Final = 18  # as headcounts have; a longer figure stays text, and is refused where it stands


def whole_number(text: str) -> int | str:
    """Return the integer that the figures stand for, or the figures if they are too many to mean people."""
    return int(text) if len(text) <= _MOST_DIGITS + 1 else text


def resolved(text: str) -> Plain:
    """Return what a word without quotes stands for.

    >>> [resolved(word) for word in ("500", "about 500", "2020-01-08", "no", "true", "0o14")]
    [500, 'about 500', '2020-01-08', 'no', True, '0o14']
    """
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return whole_number(text)
    return float(text) if _NUMBER.fullmatch(text) else text


# What YAML 1.1 takes for a flag, a number in any base, or minutes and seconds.
_TAKEN: Final = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|~|=|<<)|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?0[xob][0-9a-fA-F_]+|[-+]?\.[0-9_]+(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|(?i:[-+]?\.inf|\.nan)"
)
_LEADING: Final = frozenset("-?:,[]{}#&*!|>'\"%@`=")
_BRACKETS: Final = frozenset(",[]{}")
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar_text(value: Plain, *, flow: bool) -> str:
    """Return a single value as it is written.

    Args:
        value: A text, number or flag.
        flow: Whether it stands inside brackets, where commas and brackets need quotes.

    >>> [scalar_text(value, flow=True) for value in ("about 500", 500, "500", "no", "a, b")]
    ['about 500', '500', '"500"', '"no"', '"a, b"']
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    return value if _is_plain(value, flow=flow) else f'"{"".join(map(_escaped, value))}"'


def _is_plain(text: str, *, flow: bool) -> bool:
    return (
        resolved(text) == text
        and text.isprintable()
        and text == text.strip()
        and text[:1] not in _LEADING
        and _TAKEN.fullmatch(text) is None
        and not text.startswith(("...", "---"))
        and not text.endswith(":")
        and ": " not in text
        and " #" not in text
        and not (flow and not _BRACKETS.isdisjoint(text))
    )


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 (what \u can hold)
