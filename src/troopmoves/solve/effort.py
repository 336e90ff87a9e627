"""What an answer may cost: pivots, and factors that are written, in all worlds that it takes together."""

from __future__ import annotations

from typing import Final, final

MOST_PIVOTS: Final = 200_000
"""Pivots of one question, or of settling one component, beyond which it is refused."""

MOST_WRITTEN: Final = 50_000_000
"""Factors written for it, however few pivots these are; long numbers count by their words of 64 bits."""


class BudgetSpent(Exception):  # noqa: N818 (a signal within the engine; callers turn it into TooHard)
    """More work is needed than allowed."""


@final
class Effort:
    """What has been spent of a budget since it was last renewed."""

    __slots__ = ("pivots", "written")

    def __init__(self) -> None:
        """Begin with nothing spent."""
        self.renew()

    def renew(self) -> None:
        """Begin anew: another question is asked."""
        self.pivots: int = 0
        self.written: int = 0

    def write(self, factors: int) -> None:
        """Spend factors that are to be written.

        Raises:
            BudgetSpent: If these are more than allowed.
        """
        self.written += factors
        if self.written > MOST_WRITTEN:
            raise BudgetSpent

    def pivot(self, factors: int) -> None:
        """Spend a pivot that is to write some factors.

        Raises:
            BudgetSpent: If this is more than allowed.
        """
        self.pivots += 1
        if self.pivots > MOST_PIVOTS:
            raise BudgetSpent
        self.write(factors)
