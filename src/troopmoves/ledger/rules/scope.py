"""Figures for one place that would clash if they counted the same people, and count others."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias, final

from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import Presence
from troopmoves.entities.force import Force
from troopmoves.entities.place import DefinitePlace
from troopmoves.entities.scope import SORTS, can_share
from troopmoves.ledger.finding import Finding, FindingKind, Severity, persons
from troopmoves.ledger.rules.move import SOON
from troopmoves.ledger.rules.rule import Checked
from troopmoves.quantity.bounds import Bounds

_Told: TypeAlias = "dict[Force, list[_Figure]]"
"""The figures for one place, by whom they count."""


class _Figure(NamedTuple):
    """A claim, and how many it counts on which days."""

    entry: Entry
    level: Presence
    bounds: Bounds
    first: date
    last: date


@final
class ScopeDiffers:
    """Two figures for one place lie apart, and do not clash, because they count different people.

    **Why.** Nothing is wrong: one counts those permanently assigned, say, and the other those on a mission.
    But who takes one for the other sees thousands come or go. Looked at are figures of two reports that
    differ in what sort of people they count (personnel, tenure, setting, tasking), not in unit or role, for
    days that overlap or lie no further apart than 31 days and the carry. Of each two forces the pair of
    claims that lies furthest apart is told. What can be true of the same people is not told; neither are
    soldiers beside civilians or contractors, whom nobody takes for each other.

    **Example.** A table has 91 permanently assigned in Jordan, and a letter of that month about 3,942.

    **Way out.** None is needed. If both count the same people after all, say so in both: a contradiction is
    then found. If it is plain to every reader, silence one of the claims with that reason.
    """

    code: Final = FindingKind.SCOPE_DIFFERENCE
    name: Final = "scope difference"
    severity: Final = Severity.INFO
    summary: Final = "figures that lie apart and do not clash, because they count different people"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield one pair of claims for each two forces at a place."""
        reach = min(SOON, checked.assumptions.carry)
        for told in _by_place(checked):
            for one, other in combinations(told, 2):
                if _differ(one, other):
                    apart = _furthest(told[one], told[other], reach)
                    yield from [] if apart is None else [self._of(checked, *apart)]

    def _of(self, checked: Checked, one: _Figure, other: _Figure) -> Finding:
        gap = one.bounds.gap(other.bounds)
        facets = " and ".join(_differing(one.level.force, other.level.force))
        return checked.finding(
            self,
            f"apart by {persons(gap)}, and they count different people ({facets})",
            [checked.involved(figure.entry, figure.bounds) for figure in (one, other)],
            gap=gap,
            because=f"no contradiction: {_relation(one.level.force, other.level.force)}",
            look="what each source counts, before one is put in the place of the other",
        )


def _by_place(checked: Checked) -> Iterator[_Told]:
    """Yield what is said of each nation, unit and role at each place, where several sorts are counted."""
    found: dict[Hashable, _Told] = {}
    for entry, level, headcount in checked.levels():
        if not isinstance(level.place, DefinitePlace):
            continue
        force = level.force
        first, last = level.when.earliest or date.min, level.when.latest or date.max
        figure = _Figure(entry, level, checked.read(headcount), first, last)
        spot = force.sender, force.unit, force.role, level.place.key
        found.setdefault(spot, {}).setdefault(force, []).append(figure)
    yield from (told for told in found.values() if len(told) > 1)


def _differ(one: Force, other: Force) -> bool:
    """Return whether the sorts of people that two forces name tell them apart."""
    facets = _differing(one, other)
    # Somebody in an operation and all others are a part and its whole, unless a mission is spoken of.
    named = any(getattr(one, facet) != getattr(other, facet) for facet in facets)
    both_said = "not_said" not in (one.personnel, other.personnel)
    return named and not ("personnel" in facets and both_said)


def _differing(one: Force, other: Force) -> list[str]:
    return [facet for facet, own, their in zip(SORTS, one.sorts, other.sorts, strict=True) if own != their]


def _relation(one: Force, other: Force) -> str:
    if not can_share(one.sorts, other.sorts):
        return "they have nobody in common"
    for part, whole in ((one, other), (other, one)):
        if part.is_part_of(whole):
            return f"{part} are part of {whole}"
    return "neither counts all the people of the other"


def _furthest(
    some: Sequence[_Figure], others: Sequence[_Figure], reach: timedelta
) -> tuple[_Figure, _Figure] | None:
    """Return the two figures of two reports and about the same days that lie furthest apart, if any do."""
    apart: tuple[int, _Figure, _Figure] | None = None
    for one, other in _at_one_time(some, others, reach):
        gap = one.bounds.gap(other.bounds)
        if gap > (apart[0] if apart else 0) and _from_two_reports(one, other) and not _clash(one, other):
            apart = gap, one, other
    return None if apart is None else apart[1:]


def _at_one_time(
    some: Sequence[_Figure], others: Sequence[_Figure], reach: timedelta
) -> Iterator[tuple[_Figure, _Figure]]:
    """Yield the pairs whose days overlap or lie within reach, from the first day on."""
    marked = [(figure, True) for figure in some] + [(figure, False) for figure in others]
    open_ones: dict[bool, list[_Figure]] = {True: [], False: []}
    for figure, mine in sorted(marked, key=lambda one: (one[0].first, one[0].entry.id)):
        for side in open_ones.values():
            side[:] = [one for one in side if one.last >= figure.first or figure.first - one.last <= reach]
        yield from ((figure, one) if mine else (one, figure) for one in open_ones[not mine])
        open_ones[mine].append(figure)


def _from_two_reports(one: _Figure, other: _Figure) -> bool:
    mine, theirs = one.entry.report, other.entry.report
    return mine is None or theirs is None or mine.id != theirs.id


def _clash(one: _Figure, other: _Figure) -> bool:
    """Return whether a part is told to be more than its whole, which the engine finds."""
    return any(
        part.level.force.is_part_of(whole.level.force)
        and whole.bounds.high is not None
        and part.bounds.low > whole.bounds.high
        for part, whole in ((one, other), (other, one))
    )
