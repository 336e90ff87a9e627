"""The ways a source words a number of people.

To add a kind: one member here, one row in each table of `notation.py` and `reading.py` (the type checker
points at them), one rule in `headcount.py`, one strategy in tests/laws/strategies_quantity.py, one row in
docs/words.md.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol, final


@final
class HeadcountKind(StrEnum):
    """How a number of people was worded. N is the figure named."""

    EXACT = "exact"
    """N, and no hedge: "14", "fourteen", "500-strong"."""
    ABOUT = "about"
    """Around N: "around", "roughly", "some 200", "an estimated 500"."""
    NEARLY = "nearly"
    """A little below N: "nearly", "almost", "just under"."""
    JUST_OVER = "just_over"
    """A little above N: "just over", "a little over"."""
    AT_LEAST = "at_least"
    """N or more: "at least", "no fewer than", "14 or more", "500+"."""
    MORE_THAN = "more_than"
    """Above N: "more than", "over"."""
    AT_MOST = "at_most"
    """N or fewer: "at most", "no more than"."""
    FEWER_THAN = "fewer_than"
    """Below N: "fewer than", "under"."""
    UP_TO = "up_to"
    """N as the figure that may be reached: "up to", "as many as"."""
    RANGE = "range"
    """From one figure to another: "between 100 and 150", "100-150"."""
    VAGUE = "vague"
    """An order of magnitude in a word: "dozens", "several hundred"."""
    UNSPECIFIED = "unspecified"
    """One or more, how many is not said: "some soldiers"."""
    UNKNOWN = "unknown"
    """Nothing is said of how many; it may be none."""
    ZERO = "zero"
    """Nobody: "no troops", "none"."""


class Wording(Protocol):
    """What a convention reads of a headcount; see `Headcount` for each field."""

    @property
    def kind(self) -> HeadcountKind:
        """How the number was worded."""

    @property
    def number(self) -> int | None:
        """The figure of a kind that names one."""

    @property
    def low(self) -> int | None:
        """The lower figure of a range."""

    @property
    def high(self) -> int | None:
        """The upper figure of a range."""

    @property
    def about(self) -> bool:
        """Whether a range is hedged."""

    @property
    def word(self) -> str | None:
        """The word of a vague headcount."""

    @property
    def text(self) -> str:
        """The publisher's own words."""
