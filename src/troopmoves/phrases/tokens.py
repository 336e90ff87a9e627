"""A phrase cut into words, figures and marks, in one pass from left to right.

Every character but blanks and quotation marks ends up in a token, so that nothing is passed over unread.
The patterns have no ambiguity to back out of: time is linear in the length of the phrase.

To add a form of word: one row in `_FORMS`, one test.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple, final


@final
class Form(IntEnum):
    """What a token looks like."""

    NUMBER = 1
    """Digits, with whatever separators stand between them."""
    WORD = 2
    """Letters, with hyphens inside."""
    NAME = 3
    """Letters and digits, or an ordinal: "F-16", "82nd", "U.S."."""
    MARK = 4
    """One other character."""


class Token(NamedTuple):
    """A word, figure or mark, and where it stands."""

    form: Form
    text: str
    key: str
    """The text as look-ups take it: in lower case."""
    start: int
    end: int


_LETTER = r"[^\W\d_]"
_GROUPS = r"\d{1,3}(?:\ \d{3})+(?!\d|-[^\W\d])|\d{1,3},\ 000(?!\d)|\d+(?:[.,']\d+)*"
_FORMS = (
    (Form.NAME, rf"\d+(?:st|nd|rd|th|er|re|ère|e|ème|\.(?=\ {_LETTER}))(?!\w)"),
    (Form.NUMBER, _GROUPS),
    (Form.NAME, rf"(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!\w))?(?:-{_LETTER}+)*|{_LETTER}{{1,4}}-?\d+\w*"),
    (Form.WORD, rf"{_LETTER}+(?:-{_LETTER}+)*(?:-(?=\s|$))?"),
    (Form.MARK, r"\S"),
)
_ELIDED = (Form.WORD, rf"{_LETTER}+'(?={_LETTER})")
# "Philippines' troops": the bare apostrophe of a plural is a possessive too, before another word.
_POSSESSIVE = (Form.WORD, r"'s(?!\w)|(?<=s)'(?!\w)")
_WORD, _NUMBER = Form.WORD, Form.NUMBER
_DIGITS = frozenset("0123456789")
_new = tuple.__new__
_QUOTES = frozenset("\"“”„«»'")
_ENDS = frozenset(".,;:'")
_OPENING, _CLOSING = "(", ")"


# A figure that goes on after a blank, or an ordinal with a point: these are not cut at blanks first.
_SPACED = re.compile(r"\d[,.]? +\d|\d\. ")

_Pattern = tuple[re.Pattern[str], tuple[Form, ...]]


def _pattern(forms: tuple[tuple[Form, str], ...]) -> _Pattern:
    return re.compile("|".join(f"({pattern})" for _, pattern in forms)), tuple(form for form, _ in forms)


_PLAIN = _pattern((_POSSESSIVE, *_FORMS))
_WITH_ELISION = _pattern((_ELIDED, *_FORMS))


def tokens(text: str, *, elides: bool = False) -> list[Token]:
    """Return the tokens of a text, without quotation marks, brackets around it, and a mark at its end.

    Args:
        text: What to cut up.
        elides: Whether words end at an apostrophe, as in French.

    >>> [token.text for token in tokens("a U.S. force of 1,200")]
    ['a', 'U.S.', 'force', 'of', '1,200']
    """
    pattern = _WITH_ELISION if elides else _PLAIN
    if _SPACED.search(text):
        found = _cut(text, 0, pattern)
    else:
        found = []
        at = 0
        for chunk in text.split():
            at = text.index(chunk, at)
            end = at + len(chunk)
            if chunk.isalpha():
                # Most of a phrase: a word between blanks; as Token(...), in half the time.
                found.append(_new(Token, (_WORD, chunk, chunk.lower(), at, end)))
            elif chunk[-1] in _DIGITS and chunk.replace(",", "").isdigit():
                found.append(_new(Token, (_NUMBER, chunk, chunk, at, end)))
            else:
                found += _cut(chunk, at, pattern)
            at = end
    while found and found[-1].text in _ENDS:
        found.pop()
    if found and found[0].text == _OPENING and found[-1].text == _CLOSING:
        inner = found[1:-1]
        if not any(token.text in (_OPENING, _CLOSING) for token in inner):
            return inner
    return found


def _cut(text: str, start: int, pattern: _Pattern) -> list[Token]:
    matcher, forms = pattern
    found: list[Token] = []
    for match in matcher.finditer(text):
        piece = match[0]
        if piece not in _QUOTES or (match.lastindex == 1 and piece == "'"):
            form = forms[(match.lastindex or 1) - 1]
            key = "'s" if piece == "'" else piece.lower()
            found.append(Token(form, piece, key, start + match.start(), start + match.end()))
    return found
