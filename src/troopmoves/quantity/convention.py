"""Conventions: what "about", "nearly" or "dozens" mean in numbers, by name and version.

The built-in ones are `literal`, `press/1` (the default), `iiss/2010` and `iiss/2020`. For other percentages
make a `Tolerance` with a name of its own. For another rule write a frozen class with a `name` and a method
`bounds`; fall back on a built-in for the words it does not define. It may narrow what the words literally
say and never contradict it, and equal conventions must read alike: they are used as keys.

>>> import attrs
>>> from troopmoves.quantity.bounds import Bounds
>>> from troopmoves.quantity.headcount import Headcount, HeadcountKind
>>> @attrs.frozen
... class RoundedDown:
...     name: str = "rounded-down/1"
...
...     def bounds(self, headcount: Headcount) -> Bounds:
...         if headcount.kind is HeadcountKind.ABOUT and headcount.number is not None:
...             return Bounds(headcount.number, headcount.number * 2)
...         return LITERAL.bounds(headcount)
>>> print(Headcount.of("about 200").bounds(RoundedDown()))
200-400
"""

from __future__ import annotations

from troopmoves.quantity.headcount import DEFAULT_CONVENTION, Convention, convention, read
from troopmoves.quantity.reading import (
    BUILT_IN,
    IISS_2010,
    IISS_2020,
    LITERAL,
    PRESS,
    AsWorded,
    PrintedDefinition,
    Tolerance,
)

__all__ = [
    "BUILT_IN",
    "DEFAULT_CONVENTION",
    "IISS_2010",
    "IISS_2020",
    "LITERAL",
    "PRESS",
    "AsWorded",
    "Convention",
    "PrintedDefinition",
    "Tolerance",
    "convention",
    "read",
]
