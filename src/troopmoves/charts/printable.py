"""Texts without the characters that XML cannot hold: the renderer ends the whole process at one."""

from __future__ import annotations

import re
from typing import Final

CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no picture and no page can hold."""
REPLACEMENT: Final = "\ufffd"
"""What stands in its place."""


def cleaned(value: object) -> object:
    """Return a text, or all texts in a value of dicts and lists, with what cannot be printed replaced.

    >>> cleaned({"who": ["one" + chr(0), 3]}) == {"who": ["one" + REPLACEMENT, 3]}
    True
    """
    match value:
        case str():
            return CONTROL.sub(REPLACEMENT, value)
        case dict():
            return {name: cleaned(one) for name, one in value.items()}
        case list():
            return [cleaned(one) for one in value]
        case _:
            return value
