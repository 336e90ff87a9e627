"""How the built-in conventions turn words into bounds.

`literal` takes every word at no more than it says and contains all other conventions; `press/1` reads
hedges as newsrooms use them; `iiss/2010` and `iiss/2020` follow the definitions that the Military Balance
printed in those years. A convention is data with a name and a version: change what it means, and it gets a
new version.

To add a convention: one value here, one entry in `BUILT_IN`, one case in
tests/quantity/test_convention.py. Users write theirs as `troopmoves.quantity.convention` shows.
"""

from __future__ import annotations

from typing import Protocol, assert_never, final

import attrs

from troopmoves.errors import ConventionError
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.kind import HeadcountKind, Wording
from troopmoves.quantity.vague import LITERAL_BOUNDS, VAGUE_WORDS

_UNKNOWN = Bounds.open_from(0)


class BuiltIn(Protocol):
    """What every built-in convention offers."""

    @property
    def name(self) -> str:
        """The convention's name and version."""

    def bounds(self, headcount: Wording) -> Bounds:
        """Return the bounds that the words stand for."""


@final
@attrs.frozen
class AsWorded:
    """The convention that takes every word at no more than it says.

    "About 500" sets no limit that a reader could rely on, so it is 0-?.
    """

    name: str = "literal"
    """The convention's name."""

    def bounds(self, headcount: Wording) -> Bounds:  # noqa: PLR0911 (a table with one row per kind)
        """Return the widest bounds that the words allow."""
        # Kinds without a figure leave it unused.
        number = headcount.number or 0
        match headcount.kind:
            case HeadcountKind.EXACT | HeadcountKind.ZERO:
                return Bounds.exactly(number)
            case HeadcountKind.ABOUT | HeadcountKind.NEARLY | HeadcountKind.UP_TO | HeadcountKind.UNKNOWN:
                return _UNKNOWN
            case HeadcountKind.JUST_OVER | HeadcountKind.AT_LEAST:
                return Bounds.open_from(number)
            case HeadcountKind.MORE_THAN:
                return Bounds.open_from(number + 1)
            case HeadcountKind.AT_MOST:
                return Bounds(0, number)
            case HeadcountKind.FEWER_THAN:
                return Bounds(0, number - 1)
            case HeadcountKind.RANGE:
                return _UNKNOWN if headcount.about else _range(headcount)
            case HeadcountKind.VAGUE:
                return LITERAL_BOUNDS
            case HeadcountKind.UNSPECIFIED:
                return Bounds.open_from(1)
            case unread:
                assert_never(unread)


@final
@attrs.frozen(kw_only=True)
class Tolerance:
    """A convention that reads a hedge as a percentage either way.

    The fewer significant digits a figure has, the rounder it is and the wider it is read. Ends are taken
    outward to whole persons. Vague words are read by the table in `troopmoves.quantity.vague`.

    >>> from troopmoves.quantity.headcount import Headcount
    >>> strict = Tolerance(name="desk/1", percents=(10, 5, 5))
    >>> print(Headcount.of("about 200").bounds(strict))
    180-220
    """

    name: str
    """The convention's name and version, such as "desk/1"."""
    percents: tuple[int, int, int]
    """Per cent of a figure with one, two, and three or more significant digits; each 1 to 100."""

    def __attrs_post_init__(self) -> None:
        _require_name("Tolerance.name", self.name)
        _require_percents("Tolerance.percents", self.percents)

    def bounds(self, headcount: Wording) -> Bounds:  # noqa: PLR0911 (a table with one row per kind)
        """Return the bounds that the words stand for."""
        number = headcount.number or 0
        match headcount.kind:
            case HeadcountKind.ABOUT:
                return Bounds(*self.around(number))
            case HeadcountKind.NEARLY:
                return Bounds(self.around(number)[0], number - 1)
            case HeadcountKind.JUST_OVER:
                return Bounds(number + 1, self.around(number)[1])
            case HeadcountKind.UP_TO:
                return Bounds(0, number)
            case HeadcountKind.RANGE:
                return _range(headcount)
            case HeadcountKind.VAGUE:
                return VAGUE_WORDS[headcount.word or ""].press
            case _:
                return LITERAL.bounds(headcount)

    def around(self, number: int) -> tuple[int, int]:
        """Return the whole numbers at or outside the tolerance around a figure.

        >>> PRESS.around(2976)
        (2827, 3125)
        """
        # Exact integers throughout: a float would round 0.15 * 2980 to either side.
        percent = self.percents[min(_significant_digits(number), 3) - 1]
        return number * (100 - percent) // 100, -(-number * (100 + percent) // 100)


@final
@attrs.frozen(kw_only=True)
class PrintedDefinition:
    """A convention that a reference work prints at its front: the Military Balance.

    "About" says that the true number could be higher. Everything it does not define is taken literally.
    """

    name: str
    """The convention's name and year."""
    some_is_up_to: bool = False
    """Whether words that begin with "some" mean "up to", as in 2010."""

    def bounds(self, headcount: Wording) -> Bounds:
        """Return the bounds that the words stand for."""
        if headcount.kind is not HeadcountKind.ABOUT:
            return LITERAL.bounds(headcount)
        number = headcount.number or 0
        if self.some_is_up_to and headcount.text.casefold().split()[:1] == ["some"]:
            return Bounds(0, number)
        return Bounds.open_from(number)


def _range(headcount: Wording) -> Bounds:
    return Bounds(headcount.low or 0, headcount.high)


def _significant_digits(number: int) -> int:
    return max(len(str(number).rstrip("0")), 1)


def _require_name(where: str, name: object) -> None:
    if not isinstance(name, str) or not name.strip():
        raise ConventionError(where, name, "a convention has a name and a version", "write one as 'desk/1'")


def _require_percents(where: str, percents: object) -> None:
    rule = "three whole percentages from 1 to 100, for 1, 2 and 3 or more significant digits"
    if not isinstance(percents, tuple) or len(percents) != 3:  # noqa: PLR2004 (the rule says so)
        raise ConventionError(where, percents, rule)
    if not all(type(percent) is int and 1 <= percent <= 100 for percent in percents):  # noqa: PLR2004
        raise ConventionError(where, percents, rule)


LITERAL = AsWorded()
"""`literal`: every word at no more than it says; contains all other conventions."""

# Least scatter of 11 rules against the coefficients of Ferson et al. 2015 on 32 troop-like numbers.
PRESS = Tolerance(name="press/1", percents=(20, 10, 5))
"""`press/1`, the default: hedges as newsrooms use them."""

IISS_2010 = PrintedDefinition(name="iiss/2010", some_is_up_to=True)
"""`iiss/2010`: the Military Balance of 2010."""

IISS_2020 = PrintedDefinition(name="iiss/2020")
"""`iiss/2020`: the Military Balance of 2020."""

BUILT_IN: dict[str, BuiltIn] = {each.name: each for each in (LITERAL, PRESS, IISS_2010, IISS_2020)}
"""The conventions that can be asked for by name."""
