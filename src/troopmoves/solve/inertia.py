"""Inertia: the spells of days through which nothing is taken to have happened in a cell unreported.

Claims that name a cell hold its count together for as long as the carry, in both directions; a day belongs to
the nearest claims within reach. Days that none reaches stand alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from troopmoves.claims.assumptions import UNLIMITED


class Span(NamedTuple):
    """The first and the last of some days."""

    first: date
    last: date


ALWAYS: Final = Span(date.min, date.max)
"""All days."""


class Spells:
    """The spells of one cell."""

    def __init__(self, mentions: Iterable[Span], carry: timedelta) -> None:
        """Join the days on which claims name a cell.

        Args:
            mentions: The days, as spans.
            carry: How long nothing is taken to have happened unreported, before and after each.
        """
        self._carry = carry
        self._spells: list[Span] = _reaches_of(_joined(mentions, carry), carry)

    def around(self, day: date) -> Span | None:
        """Return the spell that a day lies in: of two as near, the earlier; None if none is within reach."""
        if not self._carry:
            return Span(day, day)  # also inside a window that a claim holds throughout
        before = bisect_right(self._spells, (day, date.max))
        spell = self._spells[before - 1] if before else None
        return spell if spell is not None and day <= spell.last else None


def _joined(mentions: Iterable[Span], carry: timedelta) -> list[Span]:
    """Return the mentions, those within reach of each other as one."""
    joined: list[Span] = []
    for first, last in sorted(mentions):
        if joined and (carry == UNLIMITED or first - joined[-1].last <= carry):
            joined[-1] = Span(joined[-1].first, max(joined[-1].last, last))
        else:
            joined.append(Span(first, last))
    return joined


def _reaches_of(joined: list[Span], carry: timedelta) -> list[Span]:
    """Return each span with the days that are nearest to it and within reach."""
    if carry == UNLIMITED:
        return [ALWAYS] if joined else []
    reached: list[Span] = []
    for index, (first, last) in enumerate(joined):
        earliest = first - min(carry, first - date.min)
        latest = last + min(carry, date.max - last)
        if index:
            earliest = max(earliest, reached[-1].last + _ONE_DAY)
        if index + 1 < len(joined):
            latest = min(latest, last + timedelta((joined[index + 1].first - last).days // 2))
        reached.append(Span(earliest, latest))
    return reached


_ONE_DAY: Final = timedelta(days=1)
