"""The characters of a phrase, before any of them is read as a word or a figure.

What looks alike is made alike, one character for one: every blank is a space, typographic apostrophes and
hyphens are the plain ones, full-width letters and digits are ASCII. Characters that show nothing (zero-width
ones, soft hyphens, marks of direction) are dropped, since a reader does not see them. What a reader would
see differently from what is stored is refused: overrides and embeddings of direction, raised digits (mostly
footnotes), digits of other scripts.

To treat a character otherwise: one entry in a table below, one test, one line in docs/reference/phrases.md.
"""

from __future__ import annotations

import re
import unicodedata

from troopmoves.errors import PhraseError

LONGEST = 1_000
"""The most characters that a phrase may have."""

_WHERE = "read_phrase"
_BLANKS = "\t\n\r\x0b\x0c\x85\xa0\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_ALIKE = str.maketrans(
    dict.fromkeys(_BLANKS, " ")
    | dict.fromkeys("\u2019\u2018\u02bc\u2032\u00b4`", "'")
    | dict.fromkeys("\u2010\u2011", "-")
    | {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
)
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u2060\ufeff]")
_REORDERS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def cleaned(text: str) -> str:
    """Return the phrase with its characters made alike.

    Raises:
        PhraseError: If it is no text, empty, too long, or holds characters that a reader would see otherwise.
    """
    if not isinstance(text, str):
        raise PhraseError(_WHERE, text, "a phrase is text")
    if len(text) > LONGEST:
        rule = f"a phrase has at most {LONGEST} characters, this one has {len(text)}"
        raise PhraseError(_WHERE, text, rule, "pass the words around the number alone")
    if not text.isascii():
        return _cleaned_unicode(text)
    return text.translate(_ALIKE) if not text.isprintable() else text


def _cleaned_unicode(text: str) -> str:
    if found := _REORDERS.search(text):
        rule = f"character U+{ord(found[0]):04X} changes the order in which the text is seen"
        raise PhraseError(_WHERE, text, rule, "remove it", word=found[0], at=found.start())
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", text).translate(_ALIKE))
    for at, character in enumerate(plain):
        if not character.isascii() and character.isnumeric():
            rule = f"{character!r} (character {at}) is not a digit from 0 to 9"
            raise PhraseError(_WHERE, text, rule, "write figures as 0 to 9", word=character, at=at)
    return plain
