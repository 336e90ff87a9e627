"""Claims that cannot all hold: found, made irreducible, and settled.

Two kinds, settled in this order. A *contradiction* is impossible even if people moved unreported; one of its
members is set aside, and since all are equal, every way to do so is followed (a hitting-set tree after
Reiter 1987). An *unexplained change* agrees only if something moved unreported; the days between the two
claims are opened, and nothing is set aside.

Claims are stated in the order of their days, so that the first clash is between neighbours in time, and the
oldest are left out first when a clash is reduced.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import pairwise
from typing import Final, final

import attrs

from troopmoves.solve.layout import Gap, Layout
from troopmoves.solve.statement import days_of
from troopmoves.solve.world import World

MOST_ALTERNATIVES: Final = 16
"""Ways to settle the contradictions of a component beyond which bounds are widened instead."""


@final
@attrs.frozen
class Clash:
    """An irreducible set of claims that cannot hold together."""

    claims: tuple[str, ...]
    """In the order of their days."""
    gaps: frozenset[Gap]
    """What had already been opened when it was found."""
    aside: frozenset[str]
    """What had already been set aside when it was found."""
    unexplained: bool
    """Whether it would hold if something moved unreported."""


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


def settle(layout: Layout, most: int = MOST_ALTERNATIVES) -> Outcome:
    """Return every way to settle the claims of a layout."""
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
            contradictions[met] = tried
        if len(waiting) + len(settlements) + len(met) > most:
            partial = True
            waiting.insert(0, aside | met)
        else:
            waiting += [aside | {claim} for claim in sorted(met)]
    return Outcome(tuple(settlements), tuple(contradictions.values()), partial)


def _open_gaps(layout: Layout, aside: frozenset[str]) -> Settlement | Clash:
    """Open gaps until the claims agree; a clash that no gap can mend is returned."""
    live = frozenset(statement.claim for statement in layout.statements) - aside
    gaps: frozenset[Gap] = frozenset()
    unexplained: list[Clash] = []
    while claims := _clash(layout, live, gaps):
        every_gap = _gaps_between(layout, claims)
        if World(layout, claims, gaps | every_gap, layout.cells_about(claims)).clash:
            return Clash(claims, gaps, aside, unexplained=False)
        unexplained.append(Clash(claims, gaps, aside, unexplained=True))
        gaps |= _latest_gaps(layout, claims, gaps) or every_gap
    return Settlement(aside, gaps, tuple(unexplained))


def _clash(layout: Layout, live: Collection[str], gaps: Collection[Gap]) -> tuple[str, ...]:
    """Return an irreducible set of live claims that cannot hold together, in the order of their days."""
    clash = World(layout, live, gaps).clash
    ordered = list(
        dict.fromkeys(statement.claim for statement in layout.statements if statement.claim in clash)
    )
    for claim in tuple(ordered):
        rest = [other for other in ordered if other != claim]
        if World(layout, rest, gaps, layout.cells_about(rest)).clash:
            ordered = rest
    return tuple(ordered)


def _gaps_between(layout: Layout, claims: Collection[str]) -> frozenset[Gap]:
    """Return every gap in the cells that the claims speak of, between the days they speak of."""
    days = _days(layout, claims)
    return frozenset(
        (cell, day)
        for cell in layout.cells_about(claims)
        for day in layout.days
        if days and days[0] < day <= days[-1]
    )


def _latest_gaps(layout: Layout, claims: Collection[str], gaps: frozenset[Gap]) -> frozenset[Gap]:
    """Return the gaps between the latest two days between which opening them is enough; else none."""
    every_gap = _gaps_between(layout, claims)
    for earlier, later in reversed(list(pairwise(_days(layout, claims)))):
        between = frozenset((cell, day) for cell, day in every_gap if earlier < day <= later)
        if not World(layout, claims, gaps | between, layout.cells_about(claims)).clash:
            return between
    return frozenset()


def _days(layout: Layout, claims: Collection[str]) -> list[date]:
    return sorted(
        {day for statement in layout.statements if statement.claim in claims for day in days_of(statement)}
    )
