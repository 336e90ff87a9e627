"""Engines on one ledger, one after the other: how long each takes, and whether it answers as ours does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from engines.measure import ratio, seconds, table, timed
from engines.plain import Drawn, Ends, Engine

_HEAD = ("", "load", "first", "each next", "all", "ours / this", "same answers")


class Run(NamedTuple):
    """What an engine took to load a ledger and answer every question, and its answers."""

    name: str
    read: float
    load: float
    first: float
    """The first question of each component, all together."""
    rest: float
    """All other questions."""
    further: int
    """How many these are."""
    conflicts: int
    answers: tuple[tuple[Ends, ...], ...]

    @property
    def whole(self) -> float:
        """From loading to the last answer."""
        return self.load + self.first + self.rest

    @property
    def each(self) -> float:
        """One of the other questions."""
        return self.rest / max(self.further, 1)


def run(engine: Engine, drawn: Drawn) -> Run:
    """Let an engine load a ledger and answer every question."""
    components = drawn.components
    _, read = timed(lambda: engine.read(drawn))
    conflicts, load = timed(engine.load)
    begun, first = timed(lambda: [engine.bounds(one, one.questions[:1]) for one in components])
    others, rest = timed(lambda: [engine.bounds(one, one.questions[1:]) for one in components])
    answers = tuple((*one, *other) for one, other in zip(begun, others, strict=True))
    return Run(engine.name, read, load, first, rest, sum(map(len, others)), conflicts, answers)


def same(ours: Run, other: Run, drawn: Drawn) -> str:
    """Return how many answers are the same, in the components of which no claim is false."""
    pairs = [
        pair
        for one, *answers in zip(drawn.components, ours.answers, other.answers, strict=False)
        if not one.false
        for pair in zip(*answers, strict=True)
    ]
    return f"{sum(mine == theirs for mine, theirs in pairs):,} of {len(pairs):,}"


def compared(drawn: Drawn, ours: Run, others: Sequence[Run]) -> str:
    """Return a table of what each engine took."""
    rows = [(*_times(ours), "", "")]
    rows += [(*_times(one), ratio(ours.whole / one.whole), same(ours, one, drawn)) for one in others]
    return table(_HEAD, rows)


def _times(run_of: Run) -> tuple[str, ...]:
    times = (run_of.load, run_of.first, run_of.each, run_of.whole)
    return (run_of.name, *map(seconds, times))
