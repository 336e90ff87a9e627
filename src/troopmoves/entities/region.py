"""Regions that come with the library, because sources use them without saying what they mean.

To add one: a function like `middle_east`, cached, with its members listed and the choice explained, and its
test. They are functions because a constant would import pycountry with the library.
"""

from __future__ import annotations

import functools
from typing import Final

from troopmoves.entities.place import Country, Region

_MIDDLE_EAST: Final = (
    *("ARE", "BHR", "CYP", "EGY", "IRN", "IRQ", "ISR", "JOR", "KWT"),
    *("LBN", "OMN", "PSE", "QAT", "SAU", "SYR", "TUR", "YEM"),
)


@functools.cache
def middle_east() -> Region:
    """Return the Middle East: seventeen countries, and an elsewhere.

    There is no agreed list. This is the common modern one: the Arabian Peninsula, the Levant with Cyprus,
    Egypt, Iraq, Iran and Turkey. Since sources differ, the region is left open (`closed=False`): people in
    the Middle East may also be in none of the seventeen. Define a `Region` of your own to be stricter.

    >>> print(middle_east(), len(middle_east().members))
    Middle East 17
    """
    return Region(
        id="middle-east", name="Middle East", members=tuple(Country.of(code) for code in _MIDDLE_EAST)
    )
