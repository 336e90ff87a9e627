"""More people than are authorised."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Final, TypeAlias, final

import attrs

from troopmoves.claims.axis import Basis
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import Presence
from troopmoves.entities.place import AnyOf, Unspecified
from troopmoves.ledger.finding import Finding, FindingKind, Severity, persons
from troopmoves.ledger.rules.rule import Checked, firm
from troopmoves.quantity.bounds import Bounds, ChangeBounds
from troopmoves.quantity.convention import LITERAL
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.solve.overlap import counts_in, share_ground
from troopmoves.solve.statement import Flow, Level, Scope, Statement, Term, days_of
from troopmoves.timing.when import show_day

_Told: TypeAlias = "tuple[Entry, Presence, Headcount]"


@final
class AboveTheCeiling:
    """More people are certain to be there than a mandate or parliament allows.

    **Why.** A ceiling binds nobody's count, so the engine never sees it; an editor should. A ceiling is
    taken to hold on every day of its window, and to count everyone of its force at its place: claims of
    parts, and moves, are added up. Only days of which one of these claims speaks are looked at.

    **Example.** Parliament authorises up to 500 for 2020, and 450 trainers and 80 guards are there in May.

    **Way out.** See whether the ceiling leaves somebody out (staff at headquarters, rotations that
    overlap), and narrow its force; or whether a newer ceiling supersedes it.
    """

    code: Final = FindingKind.ABOVE_THE_CEILING
    name: Final = "above the ceiling"
    severity: Final = Severity.WARNING
    summary: Final = "more people are certain to be there than are authorised"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the excesses over each ceiling, one for each set of claims that makes one."""
        for entry, ceiling, headcount in checked.levels(Basis.AUTHORISED):
            most = _most(checked, headcount)
            if most is None or isinstance(ceiling.place, AnyOf | Unspecified):
                continue
            seen: set[frozenset[str]] = set()
            for day in _days_under(checked, ceiling):
                found = self._above(checked, (entry, ceiling, headcount), day, most)
                if found is not None and frozenset(found.claims) not in seen:
                    seen.add(frozenset(found.claims))
                    yield found

    def _above(self, checked: Checked, told: _Told, day: date, most: int) -> Finding | None:
        entry, ceiling, headcount = told
        terms = [Term(1, Scope(ceiling.force, ceiling.place), day)]
        if not _is_above(checked.view.bounds(terms), most):
            return None
        allowed = checked.view.ask(terms)
        least = allowed.low.value or 0
        if not _spoken_of(checked, {share.claim for share in allowed.low.because}, day):
            return None
        to_the_letter = attrs.evolve(checked.assumptions, convention=LITERAL)
        literally = attrs.evolve(checked.view, assumptions=to_the_letter).bounds(terms)
        there = Bounds(least, allowed.high.value)
        return checked.finding(
            self,
            f"{least} or more on {show_day(day)}, where {most} are authorised",
            [
                checked.involved(entry, f"at most {most}", there),
                *(
                    checked.involved(checked.entry(share.claim))
                    for share in sorted(allowed.low.because, key=lambda share: share.claim)
                ),
            ],
            gap=least - most,
            firmness=firm(literally=_is_above(literally, _most(checked, headcount, literally=True))),
            because=f"{persons(least - most)} more; a ceiling changes no count",
            look="whether the ceiling counts the same people, and whether a newer one was set",
        )


def _most(checked: Checked, headcount: Headcount, *, literally: bool = False) -> int | None:
    """Return how many are allowed; "up to 500" is a ceiling of 500 to the letter too."""
    if headcount.kind is HeadcountKind.UP_TO:
        return headcount.number
    return checked.read(headcount, literally=literally).high


def _is_above(count: ChangeBounds, most: int | None) -> bool:
    return most is not None and (count.low or 0) > most


def _days_under(checked: Checked, ceiling: Presence) -> list[date]:
    """Return the days of a ceiling's window on which the count under it may be another."""
    spoken = {
        day
        for statement in checked.view.reading(()).statements
        if _bears_on(statement, ceiling)
        for day in days_of(statement)
    }
    ends = {day for day in (ceiling.when.earliest, ceiling.when.latest) if day is not None}
    return sorted(day for day in spoken | ends if ceiling.when.covers(day))


def _spoken_of(checked: Checked, claims: AbstractSet[str], day: date) -> bool:
    """Return whether one of some claims speaks of a day, so that the count is not only carried to it."""
    return any(
        statement.first <= day <= statement.last
        if isinstance(statement, Level)
        else day in days_of(statement)
        for statement in checked.view.reading(()).statements
        if statement.claim in claims
    )


def _bears_on(statement: Statement, ceiling: Presence) -> bool:
    if not counts_in(statement.scope.force, ceiling.force):
        return False
    arrives = isinstance(statement, Flow) and share_ground(statement.destination, ceiling.place)
    return arrives or share_ground(statement.scope.place, ceiling.place)
