"""Who yields where claims contradict each other: a rank for each claim, chosen by the caller.

A rank is a whole number; the lower it is, the more a claim binds. Of claims that cannot all be true, those
with the highest rank yield; among equals every one of them yields in turn. No rank changes what claims say,
and none is used unless the caller chooses it.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from troopmoves.claims.axis import Credibility, Reliability
from troopmoves.claims.entry import Entry
from troopmoves.errors import AssumptionError

RankOf: TypeAlias = Callable[[Entry], int]
"""A rank of the caller's own; the same function is the same assumption."""


class Ranking(StrEnum):
    """By what claims that contradict each other are ranked."""

    EQUAL = "equal"
    """By nothing: all are equal, and each yields in turn."""
    ADMIRALTY = "admiralty"
    """By the Admiralty letter of the report, then the number of the claim; what has none comes last."""
    RECENCY = "recency"
    """By the day on which they became public, the newest first; what bears no day comes last."""


def rank_of(entry: Entry, ranking: Ranking | RankOf) -> int:
    """Return the rank of a claim; the lower, the more it binds.

    Raises:
        AssumptionError: If a rank of the caller's own is no whole number.
    """
    if isinstance(ranking, Ranking):
        return _RANKS[ranking](entry)
    rank = ranking(entry)
    if isinstance(rank, bool) or not isinstance(rank, int):
        raise AssumptionError(
            "Assumptions.ranking", rank, "a rank is a whole number", "return 0 for the best"
        )
    return rank


def _equal(_: Entry) -> int:
    return 0


_LETTERS: Final = tuple(Reliability)
_NUMBERS: Final = tuple(Credibility)


def _admiralty(entry: Entry) -> int:
    letter = None if entry.report is None else entry.report.reliability
    number = entry.claim.credibility
    # A source or claim that nobody has judged ranks with one that cannot be judged.
    of_letter = _LETTERS.index(Reliability.CANNOT_BE_JUDGED if letter is None else letter)
    of_number = _NUMBERS.index(Credibility.CANNOT_BE_JUDGED if number is None else number)
    return of_letter * len(_NUMBERS) + of_number


def _recency(entry: Entry) -> int:
    return 0 if entry.public_day is None else -entry.public_day.toordinal()


_RANKS: Final = MappingProxyType(
    {Ranking.EQUAL: _equal, Ranking.ADMIRALTY: _admiralty, Ranking.RECENCY: _recency}
)
