"""Fractions of another number of people: half of them, most of its 500.

A share lies between two fractions; what it comes to depends on the whole, whose bounds it takes. To add a
word: one entry in `_WORDS`.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import final

import attrs

from troopmoves.errors import BoundsError, NotationError
from troopmoves.quantity.bounds import Bounds, require_text

FORMS = "1/2, 40%, 1/4..1/2, at least 1/3, at most 1/3, all, most, half, none"
"""Every form of the notation of shares, as error messages show them."""

_NOTHING, _HALF, _ALL = Fraction(0), Fraction(1, 2), Fraction(1)
_WORDS = {
    "none": (_NOTHING, _NOTHING),
    "half": (_HALF, _HALF),
    "most": (_HALF, _ALL),
    "all": (_ALL, _ALL),
}
# At most nine digits: beyond that no count of people needs them, and int() stays quick.
_TOO_FINE = 10**9
_PART = r"[0-9]{1,9}(?:/[0-9]{1,9}|(?:\.[0-9]{1,9})?%)?"
_RANGE = re.compile(rf"(?P<low>{_PART})\.\.(?P<high>{_PART})")
_ONE = re.compile(rf"(?P<side>at least |at most )?(?P<part>{_PART})")


@final
@attrs.frozen(kw_only=True, order=False)
class Share:
    """A part of another quantity, between two fractions of it.

    >>> print(Share.of("most").bounds_of(Bounds.exactly(350)))
    175-350
    >>> print(Share.of("40%"))
    2/5
    """

    low: Fraction
    """The smallest fraction it can be, from 0."""
    high: Fraction
    """The largest fraction it can be, up to 1."""
    text: str = ""
    """The publisher's words, kept to the letter."""

    def __attrs_post_init__(self) -> None:
        _require_fraction("Share.low", self.low)
        _require_fraction("Share.high", self.high)
        if self.high < self.low:
            rule = f"the upper end is not below the lower end, {self.low}"
            raise BoundsError("Share.high", str(self.high), rule)
        require_text("Share.text", self.text)

    @classmethod
    def of(cls, notation: str | Share, text: str = "") -> Share:
        """Return the share that the strict notation stands for.

        Args:
            notation: Such as "1/2", "40%", "1/4..1/2", "at least 1/3", "most"; a share is returned as it is.
            text: The publisher's words.

        Raises:
            NotationError: If it is not in the notation.
        """
        if isinstance(notation, Share):
            return notation.with_text(text) if text else notation
        if not isinstance(notation, str):
            raise NotationError("Share.of", notation, "a share is text", f"understood are {FORMS}")
        try:
            low, high = _ends(notation)
            return cls(low=low, high=high, text=text)
        except BoundsError as error:
            raise NotationError("Share.of", notation, error.rule, error.way_out) from error

    @property
    def notation(self) -> str:
        """The canonical notation, without the text; `Share.of` reads it back."""
        for word in ("none", "most", "all"):
            if _WORDS[word] == (self.low, self.high):
                return word
        if self.low == self.high:
            return str(self.low)
        if (self.low == _NOTHING) == (self.high == _ALL):
            return f"{self.low}..{self.high}"
        return f"at most {self.high}" if self.low == _NOTHING else f"at least {self.low}"

    def bounds_of(self, whole: Bounds) -> Bounds:
        """Return how many people the share of a whole comes to, outward to whole persons.

        >>> print(Share.of("half").bounds_of(Bounds.exactly(501)))
        250-251
        """
        low = self.low * whole.low
        if whole.high is None:
            return Bounds(int(low), 0 if self.high == _NOTHING else None)
        high = self.high * whole.high
        return Bounds(low.numerator // low.denominator, -(-high.numerator // high.denominator))

    def with_text(self, text: str) -> Share:
        """Return the same share in other words of the publisher."""
        return attrs.evolve(self, text=text)

    def __str__(self) -> str:
        return self.notation


def _ends(notation: str) -> tuple[Fraction, Fraction]:
    if notation in _WORDS:
        return _WORDS[notation]
    if both := _RANGE.fullmatch(notation):
        return _fraction(notation, both["low"]), _fraction(notation, both["high"])
    if one := _ONE.fullmatch(notation):
        part = _fraction(notation, one["part"])
        if one["side"]:
            return (part, _ALL) if one["side"] == "at least " else (_NOTHING, part)
        return part, part
    raise NotationError("Share.of", notation, "not in the notation of shares", f"understood are {FORMS}")


def _fraction(notation: str, part: str) -> Fraction:
    try:
        return Fraction(part[:-1]) / 100 if part.endswith("%") else Fraction(part)
    except ZeroDivisionError as error:
        raise NotationError("Share.of", notation, "nothing is divided by zero") from error


def _require_fraction(where: str, value: object) -> None:
    if not isinstance(value, Fraction):
        rule = "the ends of a share are exact fractions"
        raise BoundsError(where, value, rule, "use fractions.Fraction, or Share.of('1/2')")
    if not _NOTHING <= value <= _ALL:
        raise BoundsError(where, str(value), "a share lies between none of them and all of them")
    if value.denominator >= _TOO_FINE:
        raise BoundsError(where, str(value), "a share has at most nine digits", "round it")
