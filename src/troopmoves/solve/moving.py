"""Posture changes into flows: how many have moved by when, as far as progress and plans let them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

import attrs

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.axis import Progress
from troopmoves.claims.effect import EFFECTS, Effect
from troopmoves.claims.entry import Entry
from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import PostureChange, amount_of
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.convention import LITERAL, read
from troopmoves.quantity.share import Share
from troopmoves.solve.statement import Flow, Scope
from troopmoves.timing.when import When

ONE_DAY = timedelta(days=1)


def day_after(day: date) -> date:
    """Return the next day; the last day there is has none and stands for it."""
    return day if day == date.max else day + ONE_DAY


class MoveReader:
    """Reads changes under some assumptions, for some days asked about."""

    def __init__(self, assumptions: Assumptions, asked: Sequence[date]) -> None:
        self._assumptions = assumptions
        self._asked = asked

    def flow(self, entry: Entry, change: PostureChange) -> Flow:
        """Return the flow that an affirmed change states."""
        effect = EFFECTS[change.progress][self._assumptions.plans]
        opens = change.when.earliest
        closes = self._closes(effect, entry, change)
        bounds, literally = self._bounds_of(change)
        share, whole = self._share_of(change)
        if effect is Effect.ANY_PART:
            bounds, literally = Bounds(0, bounds.high), Bounds(0, literally.high)
            share = None if share is None else attrs.evolve(share, low=Fraction(0))
        return Flow(
            claim=entry.id,
            scope=Scope(change.force, change.origin, unnamed_only=True),
            destination=change.destination,
            homeward=RULES[change.kind].homeward,
            opens=opens,
            closes=closes,
            ends=self._ends(effect, closes, entry, change),
            low=bounds.low,
            high=bounds.high,
            literally=literally,
            share=share,
            whole=whole,
            idle=effect is Effect.NOTHING,
        )

    def _closes(self, effect: Effect, entry: Entry, change: PostureChange) -> date | None:
        opens, closes = change.when.earliest, change.when.latest
        soonest = date.min if opens is None else day_after(opens)
        match effect:
            case Effect.ALL_WHEN_ASKED:
                surely_open = soonest if opens is not None else closes
                return None if surely_open is None else self._first_asked_from(surely_open)
            case Effect.ALL_WHEN_SAID:
                said = None if entry.public_day is None else day_after(entry.public_day)
                ends = [day for day in (closes, said) if day is not None]
                return max(min(ends), soonest) if ends else None
            case Effect.ANY_PART_THEN_ALL | Effect.ANY_PART | Effect.NOTHING:
                return None if closes is None else max(closes, soonest)

    def _ends(self, effect: Effect, closes: date | None, entry: Entry, change: PostureChange) -> date | None:
        """Return the day by which the claim itself says that it is over, whatever plans are taken as."""
        if effect is Effect.ALL_WHEN_ASKED:
            return self._closes(Effect.ANY_PART_THEN_ALL, entry, change)
        return closes

    def _first_asked_from(self, day: date) -> date | None:
        return next((asked for asked in self._asked if asked >= day), None)

    def _bounds_of(self, change: PostureChange) -> tuple[Bounds, Bounds]:
        """Return the bounds of a change by the convention, and to the letter."""
        amount = amount_of(change)
        if isinstance(amount, Share):
            return Bounds.open_from(), Bounds.open_from()
        return read(amount, self._assumptions.convention), read(amount, LITERAL)

    def _share_of(self, change: PostureChange) -> tuple[Share | None, Scope | None]:
        """Return the share of a change and its whole: those at the origin, if no other is named."""
        if change.share is None:
            return None, None
        if change.whole is not None:
            return change.share, Scope(change.whole.force, change.whole.place)
        return change.share, Scope(change.force, change.origin, unnamed_only=True)

    def way_back(self, there: Flow, change: PostureChange) -> Flow:
        """Return the way back of a temporary change: a plan that opens when its end is due."""
        opens = None if change.until is None else due(change.until)
        done = self.returns is Effect.ALL_WHEN_ASKED and opens is not None
        return attrs.evolve(
            there,
            scope=attrs.evolve(there.scope, place=change.destination),
            destination=change.origin,
            homeward=False,
            opens=opens,
            closes=self._first_asked_from(day_after(opens)) if done and opens is not None else None,
            ends=None,
            low=0,
            high=None,
            literally=None,
            share=None,
            whole=None,
            returns=True,
            idle=there.idle or self.returns is Effect.NOTHING,
        )

    @property
    def returns(self) -> Effect:
        """How far returns that are due have got: as far as any plan."""
        return EFFECTS[Progress.PLANNED][self._assumptions.plans]


def due(until: When) -> date | None:
    """Return the day on which a return opens."""
    return until.earliest or until.latest
