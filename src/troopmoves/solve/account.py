"""One component's account: what its claims allow, in every way in which they can be settled."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple, final

import attrs

from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.solve.layout import Layout
from troopmoves.solve.settle import EQUAL, Clash, Outcome, Settlement, settle
from troopmoves.solve.statement import Term
from troopmoves.solve.world import Bound, Limit, Share, World


@final
@attrs.frozen
class End:
    """One end of what is allowed: the number, open where None, and the claims that force it."""

    value: int | None
    because: tuple[Share, ...] = ()


@final
@attrs.frozen
class Allowed:
    """What the claims allow a form to be."""

    low: End
    high: End
    clashes: tuple[Clash, ...] = ()
    """The contradictions and unexplained changes that bear on it."""
    partial: bool = False
    """Whether the bounds may be wider than need be, because there were too many alternatives."""

    @property
    def change(self) -> ChangeBounds:
        """The two ends as signed bounds."""
        return ChangeBounds(self.low.value, self.high.value)

    @property
    def because(self) -> frozenset[str]:
        """The claims that force either end."""
        return frozenset(share.claim for end in (self.low, self.high) for share in end.because)

    def __add__(self, other: Allowed) -> Allowed:
        """Return the sum of two forms of unrelated components."""
        return Allowed(
            _sum(self.low, other.low),
            _sum(self.high, other.high),
            (*self.clashes, *other.clashes),
            self.partial or other.partial,
        )


NOTHING: Final = Allowed(End(0), End(0))
"""What an empty question allows."""


def _sum(one: End, other: End) -> End:
    if one.value is None or other.value is None:
        return End(None)
    return End(one.value + other.value, (*one.because, *other.because))


class Account:
    """What the claims of one layout allow."""

    def __init__(
        self, layout: Layout, unasked: Account | None = None, ranks: Mapping[str, int] = EQUAL
    ) -> None:
        """Keep a layout.

        Args:
            layout: The frame.
            unasked: The account of the same claims and cells with no days asked about, if it is at hand.
            ranks: The rank of each claim; of claims that contradict each other, the highest yield.
        """
        self.layout = layout
        self._unasked = unasked
        self._ranks = ranks
        self._worlds: dict[Settlement, World] = {}

    @cached_property
    def outcome(self) -> Outcome:
        """How the claims settle; it does not depend on the days asked about."""
        if self._unasked is None:
            return settle(self.layout, ranks=self._ranks)
        return self._unasked.outcome.over(self.layout, self._unasked.layout)

    @property
    def set_aside(self) -> frozenset[str]:
        """The claims that some alternative sets aside."""
        return frozenset(claim for settled in self.outcome.settlements for claim in settled.aside)

    def allowed(self, terms: Collection[Term]) -> Allowed:
        """Return what the claims allow a sum of counts to be: the hull over the alternatives."""
        (low_in, low), (high_in, high) = self._hull(terms)
        ends = (
            self._reduced(low_in, terms, low, low_end=True),
            self._reduced(high_in, terms, high, low_end=False),
        )
        because = {share.claim for end in ends for share in end.because}
        return Allowed(*ends, tuple(self._bearing_on(terms, because)), self.outcome.partial)

    def bounds(self, terms: Collection[Term]) -> ChangeBounds:
        """Return the same without the reasons, which cost most of the time."""
        (_, low), (_, high) = self._hull(terms)
        return ChangeBounds(low.value, high.value)

    def _hull(self, terms: Collection[Term]) -> tuple[tuple[Settlement, Limit], tuple[Settlement, Limit]]:
        """Return the lowest and the highest limit, each with the alternative that has it."""
        limits = []
        for settled in self.outcome.settlements:
            world = self._world(settled)
            limits.append((settled, *world.limits(world.form(terms))))
        low_in, low, _ = min(limits, key=lambda found: _lowest_first(found[1].value))
        high_in, _, high = max(limits, key=lambda found: _highest_last(found[2].value))
        return (low_in, low), (high_in, high)

    def _world(self, settled: Settlement) -> World:
        if settled not in self._worlds:
            live = {statement.claim for statement in self.layout.statements} - settled.aside
            self._worlds[settled] = World(self.layout, live, settled.gaps)
        return self._worlds[settled]

    def _reduced(self, settled: Settlement, terms: Collection[Term], limit: Limit, *, low_end: bool) -> End:
        """Return the end with an irreducible set of claims that forces it."""
        if limit.value is None:
            return End(None)
        for claim, _ in limit.shares:
            needed = {other for other, _ in limit.shares}
            if claim in needed:
                shorter = self._limit_by(settled, terms, needed - {claim}, low_end=low_end)
                limit = shorter if shorter.value == limit.value else limit
        return End(limit.value, limit.shares)

    def _limit_by(
        self, settled: Settlement, terms: Collection[Term], claims: Collection[str], *, low_end: bool
    ) -> Limit:
        asked = {cell for term in terms for cell in self.layout.cells_of(term.scope)}
        world = World(self.layout, claims, settled.gaps, asked | self.layout.cells_about(claims))
        low, high = world.limits(world.form(terms))
        return low if low_end else high

    # -- findings ---------------------------------------------------------------------------------------

    def clashes(self) -> Iterator[Clash]:
        """Yield the contradictions, then the unexplained changes of every alternative, each once."""
        yield from self.outcome.contradictions
        seen: set[tuple[str, ...]] = set()
        for settled in self.outcome.settlements:
            for clash in settled.unexplained:
                if clash.claims not in seen:
                    seen.add(clash.claims)
                    yield clash

    def _bearing_on(self, terms: Collection[Term], because: Collection[str]) -> Iterator[Clash]:
        """Yield the clashes about those counted that matter to the answer.

        An unexplained change matters between the days of its claims: there the count is open. A contradiction
        matters on those days too, and wherever the answer leans on one of its claims.
        """
        asked = {cell for term in terms for cell in self.layout.cells_of(term.scope)}
        first, last = min(term.day for term in terms), max(term.day for term in terms)
        for clash in self.clashes():
            days = self.layout.days_spoken_of(clash.claims)
            if clash.unexplained:
                matters = bool(days) and first < days[-1] and last > days[0]
            else:
                spoken_of = bool(days) and first <= days[-1] and last >= days[0]
                matters = spoken_of or any(claim in because for claim in clash.claims)
            if matters and asked & self.layout.cells_about(clash.claims):
                yield clash

    def left_for(self, clash: Clash) -> Iterator[Left]:
        """Yield for each claim of a clash what it states, what the others leave for it, and the gap."""
        about = self.layout.cells_about(clash.claims)
        for claim in clash.claims:
            others = [other for other in clash.claims if other != claim]
            world = World(self.layout, others, clash.gaps, about, literally=clash.literal)
            mine = [statement for statement in self.layout.statements if statement.claim == claim]
            bounds = [bound for statement in mine for bound in world.bounds_of(statement)]
            gaps = [_left(claim, bound, world) for bound in bounds]
            yield max(gaps, key=lambda left: left.gap)


class Left(NamedTuple):
    """What a claim of a clash states, what the others leave for it, and the gap between, in persons."""

    claim: str
    stated: ChangeBounds
    left: ChangeBounds
    gap: int


def _left(claim: str, bound: Bound, world: World) -> Left:
    low, high = world.limits(bound.form)
    stated, left = ChangeBounds(bound.low, bound.high), ChangeBounds(low.value, high.value)
    return Left(claim, stated, left, _gap(bound, low.value, high.value))


def _gap(bound: Bound, low: int | None, high: int | None) -> int:
    below = 0 if bound.low is None or high is None else bound.low - high
    above = 0 if bound.high is None or low is None else low - bound.high
    return max(below, above)


def _lowest_first(value: int | None) -> tuple[int, int]:
    return (0, 0) if value is None else (1, value)


def _highest_last(value: int | None) -> tuple[int, int]:
    return (1, 0) if value is None else (0, value)
