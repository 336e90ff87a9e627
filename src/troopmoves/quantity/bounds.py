"""Whole numbers of people between two ends, the upper of which may be open.

`Bounds` hold a number of people, `ChangeBounds` a difference of two such numbers. Sums and differences
widen as they must and nothing is clipped: subtracting gives a `ChangeBounds`, which may be negative.

To add an operation: one method here, one law in tests/laws/test_bounds_laws.py that says what it contains.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from troopmoves.errors import BoundsError
from troopmoves.quantity.verdict import Verdict

if TYPE_CHECKING:
    from troopmoves.quantity.units import QuantityBounds, Registry


@final
@attrs.frozen(order=False)
class Bounds:
    """A number of people from `low` to `high`, both included; None is open.

    >>> around_200, fourteen = Bounds(160, 240), Bounds.exactly(14)
    >>> print(around_200 + fourteen)
    174-254
    >>> print(fourteen - around_200)
    -226..-146
    >>> around_200.at_least(200)
    <Verdict.POSSIBLE: 'possible'>
    """

    low: int
    """The smallest number it can be, zero or more."""
    high: int | None
    """The largest number it can be; None if nothing limits it."""

    def __attrs_post_init__(self) -> None:
        require_whole("Bounds.low", self.low)
        if self.low < 0:
            raise BoundsError("Bounds.low", self.low, "a count of people is zero or more")
        _require_end("Bounds.high", self.low, self.high)

    @classmethod
    def exactly(cls, number: int) -> Bounds:
        """Return the bounds that only `number` lies in."""
        return cls(number, number)

    @classmethod
    def open_from(cls, number: int = 0) -> Bounds:
        """Return `number` or more, without an upper end."""
        return cls(number, None)

    @property
    def is_exact(self) -> bool:
        """Whether only one number lies inside."""
        return self.low == self.high

    def __add__(self, other: Bounds) -> Bounds:
        if not isinstance(other, Bounds):
            return NotImplemented
        return Bounds(self.low + other.low, _sum(self.high, other.high))

    def __sub__(self, other: Bounds) -> ChangeBounds:
        if not isinstance(other, Bounds):
            return NotImplemented
        low = None if other.high is None else self.low - other.high
        high = None if self.high is None else self.high - other.low
        return ChangeBounds(low, high)

    def __contains__(self, item: int | Bounds) -> bool:
        low, high = (item.low, item.high) if isinstance(item, Bounds) else (item, item)
        return self.low <= low and (self.high is None or (high is not None and high <= self.high))

    def hull(self, other: Bounds) -> Bounds:
        """Return the narrowest bounds that contain both."""
        return Bounds(min(self.low, other.low), _highest(self.high, other.high))

    def intersect(self, other: Bounds) -> Bounds | None:
        """Return what both contain, or None if that is nothing."""
        low, high = max(self.low, other.low), _lowest(self.high, other.high)
        return None if high is not None and high < low else Bounds(low, high)

    def gap(self, other: Bounds) -> int:
        """Return how many persons lie between disjoint bounds, else 0.

        >>> Bounds(160, 240).gap(Bounds(300, 400))
        60
        """
        above = 0 if self.high is None else other.low - self.high
        below = 0 if other.high is None else self.low - other.high
        return max(above, below, 0)

    def at_least(self, number: int) -> Verdict:
        """Say whether it is `number` or more."""
        return Verdict.of(always=self.low >= number, never=self.high is not None and self.high < number)

    def at_most(self, number: int) -> Verdict:
        """Say whether it is `number` or fewer."""
        return Verdict.of(always=self.high is not None and self.high <= number, never=self.low > number)

    def fewer_than(self, other: Bounds) -> Verdict:
        """Say whether it is fewer than `other`, a number independent of it."""
        return (self - other).fewer()

    def more_than(self, other: Bounds) -> Verdict:
        """Say whether it is more than `other`, a number independent of it."""
        return (self - other).more()

    def same_as(self, other: Bounds) -> Verdict:
        """Say whether it equals `other`, a number independent of it.

        Bounds that touch are enough for POSSIBLE; only one and the same exact number is CERTAIN.
        """
        return (self - other).same()

    def sort_key(self) -> tuple[int, bool, int]:
        """Return a key that sorts by the lower end, then by the upper, open last."""
        return (self.low, self.high is None, self.high or 0)

    def quantity(self, registry: Registry | None = None) -> QuantityBounds:
        """Return both ends as Pint quantities of `person`.

        Args:
            registry: The registry to use; the application registry by default.
        """
        from troopmoves.quantity.units import quantity_bounds  # noqa: PLC0415 (imports Pint)

        return quantity_bounds(self.low, self.high, registry)

    def __str__(self) -> str:
        if self.is_exact:
            return str(self.low)
        return f"{self.low}-{'?' if self.high is None else self.high}"


@final
@attrs.frozen(order=False)
class ChangeBounds:
    """A difference of two numbers of people; either end may be open.

    >>> change = Bounds(0, 599) - Bounds(400, 600)
    >>> print(change)
    -600..+199
    >>> change.fewer()
    <Verdict.POSSIBLE: 'possible'>
    """

    low: int | None
    """The smallest difference it can be; None if nothing limits it."""
    high: int | None
    """The largest difference it can be; None if nothing limits it."""

    def __attrs_post_init__(self) -> None:
        if self.low is not None:
            require_whole("ChangeBounds.low", self.low)
        _require_end("ChangeBounds.high", self.low, self.high)

    @classmethod
    def exactly(cls, number: int) -> ChangeBounds:
        """Return the bounds that only `number` lies in."""
        return cls(number, number)

    @property
    def is_exact(self) -> bool:
        """Whether only one number lies inside."""
        return self.low is not None and self.low == self.high

    def __add__(self, other: ChangeBounds) -> ChangeBounds:
        if not isinstance(other, ChangeBounds):
            return NotImplemented
        return ChangeBounds(_sum(self.low, other.low), _sum(self.high, other.high))

    def __neg__(self) -> ChangeBounds:
        low = None if self.high is None else -self.high
        return ChangeBounds(low, None if self.low is None else -self.low)

    def __sub__(self, other: ChangeBounds) -> ChangeBounds:
        if not isinstance(other, ChangeBounds):
            return NotImplemented
        return self + -other

    def __contains__(self, item: int | ChangeBounds) -> bool:
        low, high = (item.low, item.high) if isinstance(item, ChangeBounds) else (item, item)
        from_below = self.low is None or (low is not None and self.low <= low)
        return from_below and (self.high is None or (high is not None and high <= self.high))

    def hull(self, other: ChangeBounds) -> ChangeBounds:
        """Return the narrowest bounds that contain both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        return ChangeBounds(low, _highest(self.high, other.high))

    def intersect(self, other: ChangeBounds) -> ChangeBounds | None:
        """Return what both contain, or None if that is nothing."""
        lows = [low for low in (self.low, other.low) if low is not None]
        low, high = max(lows, default=None), _lowest(self.high, other.high)
        disjoint = low is not None and high is not None and high < low
        return None if disjoint else ChangeBounds(low, high)

    def fewer(self) -> Verdict:
        """Say whether it is a decrease."""
        return Verdict.of(
            always=self.high is not None and self.high < 0, never=self.low is not None and self.low >= 0
        )

    def same(self) -> Verdict:
        """Say whether it is no change at all."""
        return Verdict.of(always=self.low == self.high == 0, never=0 not in self)

    def more(self) -> Verdict:
        """Say whether it is an increase."""
        return Verdict.of(
            always=self.low is not None and self.low > 0, never=self.high is not None and self.high <= 0
        )

    def sort_key(self) -> tuple[bool, int, bool, int]:
        """Return a key that sorts by the lower end, open first, then by the upper, open last."""
        return (self.low is not None, self.low or 0, self.high is None, self.high or 0)

    def __str__(self) -> str:
        low, high = _signed(self.low), _signed(self.high)
        return low if self.is_exact else f"{low}..{high}"


@final
@attrs.frozen(kw_only=True)
class Split:
    """A whole and its two parts, each as narrow as the others allow."""

    whole: Bounds
    """All of them."""
    part: Bounds
    """Those singled out."""
    rest: Bounds
    """The others."""


def split(whole: Bounds, part: Bounds) -> Split:
    """Return a whole, a part of it and the rest, each as narrow as they allow.

    >>> teams = split(Bounds(160, 240), Bounds.exactly(160))   # around 200, of whom 160 train
    >>> print(teams.rest)
    0-80

    Raises:
        BoundsError: If the part is larger than the whole can be.
    """
    if whole.high is not None and part.low > whole.high:
        rule = f"a part of {part.low} or more does not fit into a whole of {whole.high} at most"
        raise BoundsError("split.part", str(part), rule, "check that both count the same people")
    return Split(
        whole=Bounds(max(whole.low, part.low), whole.high),
        part=Bounds(part.low, _lowest(part.high, whole.high)),
        rest=Bounds(
            0 if part.high is None else max(whole.low - part.high, 0),
            None if whole.high is None else whole.high - part.low,
        ),
    )


def require_whole(where: str, value: object) -> None:
    """Refuse what is not an int: floats, text, and booleans too.

    Raises:
        BoundsError: If `value` is not a plain int.
    """
    if type(value) is not int:
        raise BoundsError(where, value, "a number of people is a whole number, given as an int")


def require_text(where: str, value: object) -> None:
    """Refuse words of a publisher that are not text.

    Raises:
        BoundsError: If `value` is not a str.
    """
    if not isinstance(value, str):
        raise BoundsError(where, value, "the publisher's words are text")


def _require_end(where: str, low: int | None, high: int | None) -> None:
    if high is None:
        return
    require_whole(where, high)
    if low is not None and high < low:
        raise BoundsError(where, high, f"the upper end is not below the lower end, {low}")


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _highest(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)


def _lowest(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def _signed(number: int | None) -> str:
    if number is None:
        return "?"
    return "0" if number == 0 else f"{number:+d}"
