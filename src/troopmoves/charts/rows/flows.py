"""The moves of a state as rows: who moves from where to where, as the claims say it.

A move that a second claim only confirms is one row. One that is cancelled, denied, or a plan where plans are
ignored, is none.
"""

from __future__ import annotations

from typing import Final, final

import attrs

from troopmoves.charts.rows.words import Row, how_many, who_words
from troopmoves.claims.axis import PLANS
from troopmoves.claims.entry import Entry
from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import PostureChange, amount_of
from troopmoves.entities.place import Place
from troopmoves.ledger.state import DeploymentState
from troopmoves.ledger.wording import plural
from troopmoves.quantity.headcount import Headcount, HeadcountKind, read
from troopmoves.solve.overlap import goal_of
from troopmoves.timing.when import show_day

NOT_SAID = "a place not said"
"""What an end is called of which the claim says nothing at all."""


@final
@attrs.frozen(kw_only=True)
class Move:
    """One posture change of a state, numbered as the chart numbers it."""

    number: int
    """From 1, in the order of the claims' ids."""
    entry: Entry
    """The claim and its source."""
    change: PostureChange
    """What it says."""
    told: str
    """How many, as it was said and read."""

    @property
    def stays(self) -> bool:
        """Whether nobody changes place by it."""
        return not RULES[self.change.kind].moves

    @property
    def planned(self) -> bool:
        """Whether it is no more than a plan."""
        return self.change.progress in PLANS

    @property
    def origin(self) -> Place | None:
        """Where people leave; None where nothing is said of it."""
        return self.change.origin

    @property
    def destination(self) -> Place | None:
        """Where people arrive or stay: those who go home, in their own country."""
        return goal_of(self.change)

    @property
    def course(self) -> str:
        """From where to where, in words."""
        if self.stays:
            return f"stay in {self.destination}"
        ends = [NOT_SAID if end is None else str(end) for end in (self.origin, self.destination)]
        return f"{ends[0]} to {ends[1]}"

    def to_row(self) -> Row:
        """Return the move as plain values."""
        progress = str(self.change.progress).replace("_", " ")
        who = who_words(self.change.force)
        return {
            "number": self.number,
            "claim": self.entry.id,
            "who": who,
            "move": str(self.change.kind),
            "told": self.told,
            "origin": None if self.origin is None else str(self.origin),
            "destination": None if self.destination is None else str(self.destination),
            "when": str(self.change.when),
            "progress": progress,
            "planned": self.planned,
            "temporary": self.change.temporary,
            "words": f"{who}: {self.told}, {self.course}; {self.change.when}, {progress}",
            "source": self.entry.source,
        }


def moves_of(state: DeploymentState) -> list[Move]:
    """Return the moves that count in a state."""
    return [
        Move(number=number, entry=entry, change=change, told=_told(change, state))
        for number, (entry, change) in enumerate(state.view.moves, start=1)
    ]


def flow_rows(state: DeploymentState) -> list[Row]:
    """Return a row for every move that counts in a state."""
    return [move.to_row() for move in moves_of(state)]


def _told(change: PostureChange, state: DeploymentState) -> str:
    """Return how many, as said, and as read where the words are a hedge."""
    amount = amount_of(change)
    if not isinstance(amount, Headcount):
        return f"{amount} of {change.whole or 'those there'}"
    if amount.kind is HeadcountKind.UNKNOWN:
        return "no number said"
    if amount.kind in _PLAIN and not amount.about:
        return amount.notation.replace("..", "-")
    return f"{amount.notation} ({how_many(read(amount, state.assumptions.convention))})"


_PLAIN: Final = {
    HeadcountKind.EXACT,
    HeadcountKind.AT_LEAST,
    HeadcountKind.AT_MOST,
    HeadcountKind.RANGE,
    HeadcountKind.ZERO,
}
"""Kinds of wording that say their limits themselves."""


def flows_finding(state: DeploymentState, moves: list[Move], nowhere: int) -> str:
    """Return what a chart of moves comes to, in one sentence.

    Args:
        state: The state.
        moves: Its moves.
        nowhere: How many of them have an end that is not named.
    """
    day = show_day(state.day)
    if not moves:
        return f"No move counts on {day}"
    plans = sum(move.planned for move in moves)
    told = f"{len(moves)} {plural('move', len(moves))} by {day}"
    if plans:
        told += ", all of them plans" if plans == len(moves) else f", {plans} of them {plural('plan', plans)}"
    if nowhere:
        told += f"; {nowhere} {'has' if nowhere == 1 else 'have'} an end that no source names"
    return told


def flows_alt(state: DeploymentState, moves: list[Move]) -> str:
    """Return the moves in words, for those who do not see the chart."""
    told = " ".join(f"{move.number}. {move.to_row()['words']}." for move in moves)
    return f"Moves on a map, {state.heading}. {told or 'None counts.'}"
