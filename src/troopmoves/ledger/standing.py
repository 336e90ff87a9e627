"""How each claim stands among the others: what they leave for the number that it gives.

A claim is asked about by taking away its figures alone: the people and places it names and the moves it makes
possible stay. To add a standing: one member, one line in `_standing_of`, one test.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import final

import attrs

from troopmoves.claims.entry import Entry
from troopmoves.ledger.finding import persons
from troopmoves.quantity.bounds import Bounds, ChangeBounds
from troopmoves.quantity.verdict import Verdict
from troopmoves.solve.account import Rest


@final
class Standing(StrEnum):
    """How a claim stands among the others."""

    IMPLIED = "implied"
    """The others allow nothing that it does not: without its figures every answer would be the same."""
    BOUNDED = "bounded"
    """The others limit the number it gives, and it says more than they do."""
    AT_ODDS = "at_odds"
    """The others leave no room for it, unless something moved unreported: an unexplained change."""
    ONLY_WORD = "only_word"
    """No other claim limits the number it gives."""
    SET_ASIDE = "set_aside"
    """It cannot hold together with others and yields to them, or in turn with them."""
    NO_NUMBER = "no_number"
    """It counts and bounds no number: an activity, or a move that another claim has told already."""
    NOT_COUNTED = "not_counted"
    """It does not count under these assumptions; `state.not_counted` says why."""


@final
@attrs.frozen(kw_only=True, repr=False)
class ClaimStanding:
    """One claim, and what all the others leave for the number that it gives."""

    entry: Entry
    """The claim and its source."""
    standing: Standing
    """How it stands among the others."""
    verdict: Verdict | None = None
    """Whether what it states holds by the others alone; None where it bounds no number."""
    stated: ChangeBounds | None = None
    """What it states, in persons or as a change of persons; None where it gives a share, or no number."""
    left: ChangeBounds | None = None
    """What the others leave for it."""
    because: tuple[str, ...] = ()
    """The claims that force either end of what is left."""
    partial: bool = False
    """Whether what is left may be wider than need be: the others could be settled in too many ways."""

    @property
    def claim(self) -> str:
        """The id of the claim."""
        return self.entry.id

    @property
    def gap(self) -> int:
        """How many persons lie between what it states and what the others leave; 0 where these meet."""
        if self.stated is None or self.left is None or self.stated.intersect(self.left) is not None:
            return 0
        ends = ((self.stated.low, self.left.high), (self.left.low, self.stated.high))
        return max(low - high for low, high in ends if low is not None and high is not None)

    def to_row(self) -> dict[str, object]:
        """Return plain values; None is open, or no number at all."""
        stated, left = self.stated, self.left
        return {
            "claim": self.claim,
            "standing": self.standing.value,
            "verdict": None if self.verdict is None else self.verdict.value,
            "states_low": None if stated is None else stated.low,
            "states_high": None if stated is None else stated.high,
            "left_low": None if left is None else left.low,
            "left_high": None if left is None else left.high,
            "gap": self.gap,
            "because": list(self.because),
            "partial": self.partial,
        }

    def __str__(self) -> str:
        words = self.standing.value.replace("_", " ")
        if self.stated is None or self.left is None:
            return f"{self.claim}: {words}"
        stated, left = _as_counts(self.stated, self.left)
        apart = f", {persons(self.gap)} apart" if self.gap else ""
        because = f" ({', '.join(self.because)})" if self.because else ""
        return f"{self.claim}: states {stated}; the others leave {left}{because}{apart}: {words}"

    def __repr__(self) -> str:
        return f"<ClaimStanding {self}>"


def standing_of(entry: Entry, rests: Sequence[Rest], *, counts: bool, yields: bool) -> ClaimStanding:
    """Return how a claim stands, told by the number of which the others leave the least.

    Args:
        entry: The claim.
        rests: What the others leave for each number that it gives.
        counts: Whether it counts at all.
        yields: Whether it is set aside, in one way of settling the contradictions or in all.
    """
    if not counts or not rests:
        return ClaimStanding(entry=entry, standing=Standing.NO_NUMBER if counts else Standing.NOT_COUNTED)
    verdict = _verdict_on(rests)
    standing = Standing.SET_ASIDE if yields else _among(rests, verdict)
    numbers = [_numbers(entry, rest, standing, verdict) for rest in rests]
    return max(numbers, key=_gap_of)


def _verdict_on(rests: Sequence[Rest]) -> Verdict:
    return Verdict.of(
        always=all(rest.left.change in rest.stated for rest in rests),
        never=any(rest.stated.intersect(rest.left.change) is None for rest in rests),
    )


def _among(rests: Sequence[Rest], verdict: Verdict) -> Standing:
    if not verdict.possible:
        return Standing.IMPLIED if verdict.certain else Standing.AT_ODDS
    unlimited = all(rest.left.change == rest.unsaid for rest in rests)
    return Standing.ONLY_WORD if unlimited else Standing.BOUNDED


def _numbers(entry: Entry, rest: Rest, standing: Standing, verdict: Verdict) -> ClaimStanding:
    """Return one number of a claim; a share gives none in persons."""
    is_share = getattr(entry.claim.proposition, "share", None) is not None
    return ClaimStanding(
        entry=entry,
        standing=standing,
        verdict=verdict,
        stated=None if is_share else rest.stated,
        left=None if is_share else rest.left.change,
        because=tuple(sorted(rest.left.because)),
        partial=rest.left.partial,
    )


def _as_counts(*numbers: ChangeBounds) -> tuple[Bounds | ChangeBounds, ...]:
    """Return numbers without their signs, where none of them can be negative."""
    if any(number.low is None or number.low < 0 for number in numbers):
        return numbers
    return tuple(Bounds(number.low or 0, number.high) for number in numbers)


def _gap_of(standing: ClaimStanding) -> int:
    return standing.gap
