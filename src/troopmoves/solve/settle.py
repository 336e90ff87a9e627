"""Claims that cannot all hold: found, made irreducible, and settled.

Two kinds, settled in this order. A *contradiction* stands even if anything may have moved unreported between
any two days; the member that ranks last is set aside, and among equals every way to do so is followed (a
hitting-set tree after Reiter 1987). An *unexplained change* agrees only if something moved unreported; the
days between the claims are opened, and nothing is set aside.

Of each kind, those that stand with figures taken to the letter come first, so that a clash is put down to the
convention only if nothing firmer explains it. Claims are stated in the order of their days, so that the first
clash is between neighbours in time, and the oldest are left out first when a clash is reduced.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import Final, final

import attrs

from troopmoves.solve.layout import Gap, Layout
from troopmoves.solve.world import World

MOST_ALTERNATIVES: Final = 16
"""Ways to settle the contradictions of a component beyond which bounds are widened instead."""

EQUAL: Final[Mapping[str, int]] = MappingProxyType({})
"""The ranks of claims that are all equal."""


@final
@attrs.frozen
class Clash:
    """An irreducible set of claims that cannot hold together."""

    claims: tuple[str, ...]
    """In the order of their days."""
    gaps: frozenset[Gap]
    """What had already been opened when it was found."""
    unexplained: bool
    """Whether they could hold together if something moved unreported."""
    literal: bool
    """Whether they clash with figures taken to the letter, not only by the convention."""
    yielding: tuple[str, ...] = ()
    """Those that are set aside in turn: of a contradiction, the claims that rank last."""


@final
@attrs.frozen
class Settlement:
    """One way in which the rest of the claims holds together."""

    aside: frozenset[str]
    """The claims set aside."""
    gaps: frozenset[Gap]
    """Where something must or may have moved unreported, beyond the layout's own gaps."""
    unexplained: tuple[Clash, ...]
    """The clashes for which gaps were opened."""


@final
@attrs.frozen
class Outcome:
    """Every way to settle a layout, and the contradictions that made it necessary."""

    settlements: tuple[Settlement, ...]
    contradictions: tuple[Clash, ...]
    partial: bool
    """Whether there were too many ways, so that more was set aside than need be."""

    def over(self, finer: Layout, layout: Layout) -> Outcome:
        """Return the same with gaps between the days of a finer layout of the same cells."""
        between = _Between(finer, layout)
        return Outcome(
            tuple(
                attrs.evolve(
                    settled,
                    gaps=between.gaps(settled.gaps),
                    unexplained=tuple(map(between.clash, settled.unexplained)),
                )
                for settled in self.settlements
            ),
            tuple(map(between.clash, self.contradictions)),
            self.partial,
        )


class _Between:
    """Gaps before a day of one layout, as gaps before every day of a finer one since the day before it."""

    def __init__(self, finer: Layout, layout: Layout) -> None:
        self._days: dict[date, list[date]] = {
            later: [day for day in finer.days if earlier < day <= later]
            for earlier, later in pairwise(layout.days)
        }

    def gaps(self, gaps: frozenset[Gap]) -> frozenset[Gap]:
        return frozenset((cell, day) for cell, later in gaps for day in self._days[later])

    def clash(self, clash: Clash) -> Clash:
        return attrs.evolve(clash, gaps=self.gaps(clash.gaps))


def settle(layout: Layout, most: int = MOST_ALTERNATIVES, ranks: Mapping[str, int] = EQUAL) -> Outcome:
    """Return every way to settle the claims of a layout.

    Args:
        layout: The frame of the claims.
        most: How many ways are followed.
        ranks: The rank of each claim, 0 where none is given; of a contradiction the highest yield.
    """
    waiting: list[frozenset[str]] = [frozenset()]
    settlements: list[Settlement] = []
    contradictions: dict[frozenset[str], Clash] = {}
    partial = False
    while waiting:
        aside = waiting.pop(0)
        if any(done.aside <= aside for done in settlements):
            continue
        met = next((claims for claims in contradictions if not claims & aside), None)
        if met is None:
            tried = _open_gaps(layout, aside)
            if isinstance(tried, Settlement):
                settlements.append(tried)
                continue
            met = frozenset(tried.claims)
            contradictions[met] = attrs.evolve(tried, yielding=_last_of(met, ranks))
        yielding = contradictions[met].yielding
        if len(waiting) + len(settlements) + len(yielding) > most:
            partial = True
            waiting.insert(0, aside.union(yielding))
        else:
            waiting += [aside | {claim} for claim in yielding]
    return Outcome(tuple(settlements), tuple(contradictions.values()), partial)


def _last_of(claims: Iterable[str], ranks: Mapping[str, int]) -> tuple[str, ...]:
    """Return the claims that rank last, all of them where they are equal."""
    ranked = {claim: ranks.get(claim, 0) for claim in sorted(claims)}
    return tuple(claim for claim, rank in ranked.items() if rank == max(ranked.values()))


def _open_gaps(layout: Layout, aside: frozenset[str]) -> Settlement | Clash:
    """Open gaps until the claims agree; a clash that no gap can mend is returned."""
    live = frozenset(statement.claim for statement in layout.statements) - aside
    if not World(layout, live).clash:
        return Settlement(aside, frozenset(), ())
    for literally in (True, False):
        claims = _clash(layout, live, layout.every_gap, literally=literally)
        if claims:
            return Clash(claims, layout.every_gap, unexplained=False, literal=literally)
    gaps: frozenset[Gap] = frozenset()
    unexplained: list[Clash] = []
    for literally in (True, False):
        while claims := _clash(layout, live, gaps, literally=literally):
            unexplained.append(Clash(claims, gaps, unexplained=True, literal=literally))
            gaps |= _latest_gaps(layout, claims, gaps, literally=literally)
    return Settlement(aside, gaps, tuple(unexplained))


def _clash(
    layout: Layout, live: Collection[str], gaps: Collection[Gap], *, literally: bool
) -> tuple[str, ...]:
    """Return an irreducible set of live claims that cannot hold together, in the order of their days."""
    clash = World(layout, live, gaps, literally=literally).clash
    ordered = list(
        dict.fromkeys(statement.claim for statement in layout.statements if statement.claim in clash)
    )
    for claim in tuple(ordered):
        rest = [other for other in ordered if other != claim]
        if World(layout, rest, gaps, layout.cells_about(rest), literally=literally).clash:
            ordered = rest
    return tuple(ordered)


def _latest_gaps(
    layout: Layout, claims: Collection[str], gaps: frozenset[Gap], *, literally: bool
) -> frozenset[Gap]:
    """Return the gaps that mend a clash: those between the latest two days that do, else all.

    Only gaps in the cells and between the days that the claims speak of are opened, where these are enough.
    """
    about, days = layout.cells_about(claims), layout.days_spoken_of(claims)
    for earlier, later in [*reversed(list(pairwise(days))), *zip(days[:1], days[-1:], strict=True)]:
        between = frozenset(
            (cell, day) for cell, day in layout.every_gap if cell in about and earlier < day <= later
        )
        if not World(layout, claims, gaps | between, about, literally=literally).clash:
            return between
    return layout.every_gap
