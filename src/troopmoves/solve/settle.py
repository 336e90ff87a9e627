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

from troopmoves.solve.gaps import ANY_GAP, ANYTHING, NO_GAPS, Gap, Gaps
from troopmoves.solve.layout import Layout
from troopmoves.solve.world import World, clash_of

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
    gaps: Gaps = attrs.field(eq=False, repr=False)
    """What had already been opened among them when it was found."""
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
    gaps: Gaps = attrs.field(eq=False, repr=False)
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
            tried = _agreed(layout, aside)
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


def _agreed(layout: Layout, aside: frozenset[str]) -> Settlement | Clash:
    """Have the claims agree by opening gaps; a clash that no gap can mend is returned."""
    live = frozenset(statement.claim for statement in layout.statements) - aside
    world = World(layout, live, literally=layout.literal)
    if not world.clash:
        return Settlement(aside, NO_GAPS, (), world)
    return _contradiction(layout, live) or _mended(layout, aside, world)


def _contradiction(layout: Layout, live: Collection[str]) -> Clash | None:
    """Return claims that cannot hold together whatever moved; to the letter, if there are such."""
    together = layout.at_one_time(live)
    found: Collection[str] = ()
    literal = False
    for literally in (True,) if layout.literal else (False, True):
        clash = clash_of(layout, together, ANY_GAP, literally=literally)
        if not clash:
            break  # what agrees by the convention agrees to the letter
        found, literal = clash, literally
    if not found:
        return None
    claims = _irreducible(layout, found, ANY_GAP, literally=literal)
    return Clash(claims, ANY_GAP, unexplained=False, literal=literal)


def _mended(layout: Layout, aside: frozenset[str], world: World) -> Settlement:
    """Open gaps until the claims of a world agree; where figures to the letter clash, these come first."""
    gaps = NO_GAPS
    unexplained: list[Clash] = []
    letter = world if world.literally else world.to_the_letter()
    while world.clash:
        clash, gap = _unexplained(layout, letter if letter.clash else world, gaps)
        unexplained.append(clash)
        gaps = gaps.plus(gap)
        world.open(gap)
        if world.clash and letter.clash and letter is not world:
            letter.open(gap)
    return Settlement(aside, gaps, tuple(unexplained), world)


def _unexplained(layout: Layout, world: World, gaps: Gaps) -> tuple[Clash, Gap]:
    """Return the clash of a world, made irreducible, and a gap that mends it."""
    claims = _irreducible(layout, world.clash, gaps, literally=world.literally)
    about, time = layout.cells_about(claims), layout.time_of(claims)
    clash = Clash(claims, gaps.about(about, time), unexplained=True, literal=world.literally)
    return clash, _latest_gap(layout, clash)


def _irreducible(layout: Layout, clash: Collection[str], gaps: Gaps, *, literally: bool) -> tuple[str, ...]:
    """Return as many of some claims that cannot hold together as it takes, in the order of their days."""
    ordered = list(dict.fromkeys(statement.claim for statement in layout.stated_by(clash)))
    for claim in tuple(ordered):
        rest = [other for other in ordered if other != claim]
        if clash_of(layout, rest, gaps, literally=literally):
            ordered = rest
    return tuple(ordered)


def _latest_gap(layout: Layout, clash: Clash) -> Gap:
    """Return the gap that mends a clash: that between the latest two days that does, else all there are.

    It is in the cells that the claims speak of on both sides of it, where this is enough: of the others they
    say nothing that would have to have changed.
    """
    days = layout.days_spoken_of(clash.claims)
    for earlier, later in [*reversed(list(pairwise(days))), *zip(days[:1], days[-1:], strict=True)]:
        gap = Gap(layout.cells_across(clash.claims, earlier, later), earlier, later)
        if not clash_of(layout, clash.claims, clash.gaps.plus(gap), literally=clash.literal):
            return gap
    return ANYTHING
