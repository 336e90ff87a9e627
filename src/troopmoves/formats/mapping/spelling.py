"""What two spellings of one text may differ in: case, spaces and the length of dashes.

To let them differ in more: one line in `folded`, one test in tests/formats/mapping/test_spelling.py.
"""

from __future__ import annotations

from typing import Final

DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""The hyphen of keyboards, the dashes of print, and the minus."""

_DASHED: Final = str.maketrans(dict.fromkeys(DASHES, "-"))


def dashed(text: str) -> str:
    """Return a text with each dash as the hyphen of keyboards.

    >>> dashed("Bosnia\u2013Herzegovina")
    'Bosnia-Herzegovina'
    """
    return text.translate(_DASHED)


def folded(text: str) -> str:
    """Return a text without what two spellings of it may differ in.

    >>> folded("  Size  Unknown "), folded("\u2013")
    ('size unknown', '-')
    """
    return dashed(" ".join(text.split())).casefold()
