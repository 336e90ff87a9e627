"""One component's account: what its claims allow, in every way in which they can be settled."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias, final

import attrs

from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.solve.division import Cell
from troopmoves.solve.form import Form
from troopmoves.solve.inertia import Span
from troopmoves.solve.layout import Layout
from troopmoves.solve.settle import EQUAL, Clash, Outcome, Settlement, settle
from troopmoves.solve.statement import Statement, Term
from troopmoves.solve.world import Bound, Limit, Share, World

Probe: TypeAlias = Callable[[World], Form]
"""How to find the form in question in one of the worlds of an account."""


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
            tuple(sorted((*self.clashes, *other.clashes), key=_claims_of)),
            self.partial or other.partial,
        )


NOTHING: Final = Allowed(End(0), End(0))
"""What an empty question allows."""


def _sum(one: End, other: End) -> End:
    if one.value is None or other.value is None:
        return End(None)
    return End(one.value + other.value, tuple(sorted((*one.because, *other.because))))


def _claims_of(clash: Clash) -> tuple[str, ...]:
    return clash.claims


class Account:
    """What the claims of one layout allow."""

    def __init__(self, layout: Layout, ranks: Mapping[str, int] = EQUAL) -> None:
        """Keep a layout.

        Args:
            layout: The frame.
            ranks: The rank of each claim; of claims that contradict each other, the highest yield.
        """
        self.layout = layout
        self._ranks = ranks

    @cached_property
    def outcome(self) -> Outcome:
        """How the claims settle."""
        self.layout.effort.renew()
        return settle(self.layout, ranks=self._ranks)

    @property
    def set_aside(self) -> frozenset[str]:
        """The claims that some alternative sets aside."""
        return frozenset(claim for settled in self.outcome.settlements for claim in settled.aside)

    def allowed(self, terms: Collection[Term]) -> Allowed:
        """Return what the claims allow a sum of counts to be: the hull over the alternatives."""
        outcome = self._ready()
        ends = self._ends(lambda world: world.form(terms), outcome)
        because = {share.claim for end in ends for share in end.because}
        return Allowed(*ends, tuple(self._bearing_on(terms, because)), outcome.partial)

    def bounds(self, terms: Collection[Term]) -> ChangeBounds:
        """Return the same without the reasons, which cost most of the time."""
        worlds = [settled.world for settled in self._ready().settlements]
        lows, highs = zip(*(world.ends(world.form(terms)) for world in worlds), strict=True)
        return ChangeBounds(min(lows, key=_lowest_first), max(highs, key=_highest_last))

    def _ready(self) -> Outcome:
        """Return how the claims settle, with all effort left for a question.

        They are settled anew where a question was broken off, which leaves a world half way.
        """
        if any(settled.world.unfinished for settled in self.outcome.settlements):
            del self.outcome
        outcome = self.outcome
        self.layout.effort.renew()
        return outcome

    def _ends(self, probe: Probe, outcome: Outcome) -> tuple[End, End]:
        """Return both ends of what a form can be, each with an irreducible set of claims that forces it."""
        (low_in, low), (high_in, high) = _hull(probe, outcome)
        return (
            self._reduced(low_in, probe, low, low_end=True),
            self._reduced(high_in, probe, high, low_end=False),
        )

    def _reduced(self, settled: Settlement, probe: Probe, limit: Limit, *, low_end: bool) -> End:
        if limit.value is None:
            return End(None)
        for claim, _ in limit.shares:
            needed = {other for other, _ in limit.shares}
            if claim in needed:
                shorter = self._limit_by(settled, probe, needed - {claim}, low_end=low_end)
                limit = shorter if shorter.value == limit.value else limit
        return End(limit.value, limit.shares)

    def _limit_by(
        self, settled: Settlement, probe: Probe, claims: Collection[str], *, low_end: bool
    ) -> Limit:
        world = World(self.layout, claims, settled.gaps)
        return world.limit(probe(world), up=not low_end)

    # -- what the others leave --------------------------------------------------------------------------

    def without(self, claim: str, day: date) -> Iterator[Rest]:
        """Yield for each number that a claim gives what all the others leave for it.

        Args:
            claim: The claim.
            day: By when moves are counted whose end nobody gives.
        """
        self.layout.effort.renew()
        others = settle(self.layout, ranks=self._ranks, without=frozenset([claim]))
        nobody = World(self.layout, ())
        for statement in self.layout.stated_by([claim]):
            for number, stated in enumerate(nobody.numbers_of(statement, day)):

                def probe(world: World, statement: Statement = statement, number: int = number) -> Form:
                    return world.numbers_of(statement, day)[number].form

                low, high = nobody.limits(stated.form)
                yield Rest(
                    ChangeBounds(stated.low, stated.high),
                    Allowed(*self._ends(probe, others), partial=others.partial),
                    ChangeBounds(low.value, high.value),
                )

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
        for clash, days, cells in self._reaches:
            if clash.unexplained:
                matters = first < days.last and last > days.first
            else:
                spoken_of = first <= days.last and last >= days.first
                matters = spoken_of or any(claim in because for claim in clash.claims)
            if matters and not asked.isdisjoint(cells):
                yield clash

    @cached_property
    def _reaches(self) -> list[tuple[Clash, Span, frozenset[Cell]]]:
        """Every clash with the days and the cells that its claims speak of."""
        reaches = []
        for clash in self.clashes():
            days = self.layout.days_spoken_of(clash.claims) or [date.min]
            reaches.append((clash, Span(days[0], days[-1]), self.layout.cells_about(clash.claims)))
        return reaches

    def left_for(self, clash: Clash) -> Iterator[Left]:
        """Yield for each claim of a clash what it states, what the others leave for it, and the gap."""
        self.layout.effort.renew()
        for claim in clash.claims:
            others = [other for other in clash.claims if other != claim]
            world = World(self.layout, others, clash.gaps, literally=clash.literal)
            mine = self.layout.stated_by([claim])
            bounds = [bound for statement in mine for bound in world.bounds_of(statement)]
            gaps = [_left(claim, bound, world) for bound in bounds]
            yield max(gaps, key=lambda left: left.gap)


class Rest(NamedTuple):
    """What a claim states of one number, what the others leave for it, and what is left if nobody speaks."""

    stated: ChangeBounds
    left: Allowed
    unsaid: ChangeBounds


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


def _hull(probe: Probe, outcome: Outcome) -> tuple[tuple[Settlement, Limit], tuple[Settlement, Limit]]:
    """Return the lowest and the highest limit of a form, each with the alternative that has it."""
    limits = [(settled, *settled.world.limits(probe(settled.world))) for settled in outcome.settlements]
    low_in, low, _ = min(limits, key=lambda found: _lowest_first(found[1].value))
    high_in, _, high = max(limits, key=lambda found: _highest_last(found[2].value))
    return (low_in, low), (high_in, high)


def _lowest_first(value: int | None) -> tuple[int, int]:
    return (0, 0) if value is None else (1, value)


def _highest_last(value: int | None) -> tuple[int, int]:
    return (1, 0) if value is None else (0, value)
