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
from itertools import pairwise
from types import MappingProxyType
from typing import Final, final

import attrs

from troopmoves.solve.layout import ANYTHING, Gap, Layout
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
    gaps: tuple[Gap, ...]
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
    gaps: tuple[Gap, ...]
    """Where something must or may have moved unreported, beyond the layout's own gaps."""
    unexplained: tuple[Clash, ...]
    """The clashes for which gaps were opened."""
    world: World = attrs.field(eq=False, repr=False)
    """The rest of the claims, stated."""


@final
@attrs.frozen
class Outcome:
    """Every way to settle a layout, and the contradictions that made it necessary."""

    settlements: tuple[Settlement, ...]
    contradictions: tuple[Clash, ...]
    partial: bool
    """Whether there were too many ways, so that more was set aside than need be."""


def settle(
    layout: Layout,
    most: int = MOST_ALTERNATIVES,
    ranks: Mapping[str, int] = EQUAL,
    without: frozenset[str] = frozenset(),
) -> Outcome:
    """Return every way to settle the claims of a layout.

    Args:
        layout: The frame of the claims.
        most: How many ways are followed.
        ranks: The rank of each claim, 0 where none is given; of a contradiction the highest yield.
        without: Claims that are left out from the first.
    """
    waiting = [without]
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
    world = World(layout, live)
    if not world.clash:
        return Settlement(aside, (), (), world)
    for literally in (True, False):
        clash = World(layout, live, (ANYTHING,), literally=literally).clash
        if clash:
            claims = _irreducible(layout, clash, (ANYTHING,), literally=literally)
            return Clash(claims, (ANYTHING,), unexplained=False, literal=literally)
    gaps: tuple[Gap, ...] = ()
    unexplained: list[Clash] = []
    for literally in (True, False):
        world = World(layout, live, gaps, literally=literally)
        while world.clash:
            claims = _irreducible(layout, world.clash, gaps, literally=literally)
            unexplained.append(Clash(claims, gaps, unexplained=True, literal=literally))
            gap = _latest_gap(layout, claims, gaps, literally=literally)
            gaps = (*gaps, gap)
            if not world.open(gap):
                world = World(layout, live, gaps, literally=literally)
    return Settlement(aside, gaps, tuple(unexplained), world)


def _irreducible(
    layout: Layout, clash: Collection[str], gaps: tuple[Gap, ...], *, literally: bool
) -> tuple[str, ...]:
    """Return as many of some claims that cannot hold together as it takes, in the order of their days."""
    ordered = list(dict.fromkeys(statement.claim for statement in layout.stated_by(clash)))
    for claim in tuple(ordered):
        rest = [other for other in ordered if other != claim]
        if World(layout, rest, gaps, literally=literally).clash:
            ordered = rest
    return tuple(ordered)


def _latest_gap(layout: Layout, claims: Collection[str], gaps: tuple[Gap, ...], *, literally: bool) -> Gap:
    """Return the gap that mends a clash: that between the latest two days that does, else all there are.

    It is in the cells and between the days that the claims speak of, where this is enough.
    """
    about, days = layout.cells_about(claims), layout.days_spoken_of(claims)
    for earlier, later in [*reversed(list(pairwise(days))), *zip(days[:1], days[-1:], strict=True)]:
        gap = Gap(about, earlier, later)
        if not World(layout, claims, (*gaps, gap), literally=literally).clash:
            return gap
    return ANYTHING
