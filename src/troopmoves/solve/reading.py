"""Claims into statements, under one set of assumptions.

This is where the axes have their effect: the convention turns words into figures, the effect table turns
progress into how much has moved, denials get their span, windows get their days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import final

import attrs

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.axis import Holds, Polarity, PostureKind
from troopmoves.claims.effect import Effect
from troopmoves.claims.entry import Entry
from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import PostureChange, Presence, amount_of
from troopmoves.entities.place import AnyOf, Unspecified
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.convention import LITERAL, Convention, read
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.solve.admission import LeftOut
from troopmoves.solve.denying import DenialReader
from troopmoves.solve.happening import changes_that_happen, is_told_already
from troopmoves.solve.moving import MoveReader, due
from troopmoves.solve.overlap import counts_in, touches
from troopmoves.solve.statement import Level, Ratio, Scope, Statement


@final
@attrs.frozen
class Reading:
    """What the live claims state, and which of them state nothing that counts."""

    statements: tuple[Statement, ...]
    left_out: tuple[LeftOut, ...]


def read_claims(
    live: Sequence[Entry], assumptions: Assumptions, asked: Iterable[date], known: Iterable[Entry] = ()
) -> Reading:
    """Return the statements of the live claims.

    Args:
        live: The claims that count.
        assumptions: How to read them.
        asked: The days asked about, by which plans taken as done are complete.
        known: Every claim known, since a claim that does not count can still be denied.
    """
    reader = _Reader(live, assumptions, sorted(asked), known)
    statements: list[Statement] = []
    left_out: list[LeftOut] = []
    for entry in live:
        stated = list(reader.statements(entry))
        statements += stated
        reason = "" if stated else reader.silence(entry)
        if reason:
            left_out.append(LeftOut(entry, reason))
    return Reading(tuple(statements), tuple(left_out))


class _Reader:
    def __init__(
        self, live: Sequence[Entry], assumptions: Assumptions, asked: Sequence[date], known: Iterable[Entry]
    ) -> None:
        self._assumptions = assumptions
        self._moves = MoveReader(assumptions, asked)
        self._changes = changes_that_happen(live, assumptions.plans)
        self._happening = {entry.id for entry, _ in self._changes}
        self._denials = DenialReader(live, known, assumptions)
        self._scopes: dict[Scope, Scope] = {}

    def statements(self, entry: Entry) -> Iterator[Statement]:
        """Yield what one claim states."""
        proposition = entry.claim.proposition
        negated = entry.claim.polarity is Polarity.NEGATED
        match proposition:
            case Presence():
                yield from self._presence(entry, proposition, negated=negated)
            case PostureChange() if negated:
                yield from self._denials.denial(entry, proposition)
            case PostureChange():
                yield from self._change(entry, proposition)
            case _:
                yield from self._bare_denials(entry)

    def silence(self, entry: Entry) -> str:
        """Return why a live claim that should count states nothing; empty if it need not."""
        proposition = entry.claim.proposition
        if not isinstance(proposition, Presence):
            return ""
        if proposition.when.earliest is None and proposition.when.latest is None:
            return "it bears no day"
        if entry.claim.polarity is Polarity.NEGATED:
            return "its denial leaves no bounds"
        return "a move touches its window, and it is not said on which day it holds"

    # -- levels -----------------------------------------------------------------------------------------

    def _presence(self, entry: Entry, level: Presence, *, negated: bool) -> Iterator[Statement]:
        days = self._days_of_presence(level)
        if days is None:
            return
        first, last = days
        scope = self._same(Scope(level.force, level.place))
        amount = amount_of(level)
        if isinstance(amount, Share):
            if level.whole is not None and not negated:
                whole = Scope(level.whole.force, level.whole.place)
                yield Ratio(claim=entry.id, scope=scope, whole=whole, share=amount, first=first, last=last)
            return
        convention = self._assumptions.convention
        bounds = _complement(amount, convention) if negated else read(amount, convention)
        if bounds is None:
            return
        to_the_letter = _complement(amount, LITERAL) if negated else read(amount, LITERAL)
        if isinstance(level.place, Unspecified | AnyOf):
            bounds = Bounds.open_from(bounds.low)
        literally = bounds.hull(to_the_letter or Bounds.open_from())
        yield Level(
            claim=entry.id,
            scope=scope,
            first=first,
            last=last,
            low=bounds.low,
            high=bounds.high,
            literally=None if literally == bounds else literally,
        )

    def _same(self, scope: Scope) -> Scope:
        """Return the one object for all scopes that are equal: thousands of claims may be about one."""
        return self._scopes.setdefault(scope, scope)

    def _days_of_presence(self, level: Presence) -> tuple[date, date] | None:
        earliest, latest = level.when.earliest, level.when.latest
        if earliest is None and latest is None:
            return None
        if earliest is not None and earliest == latest:
            return earliest, earliest
        if level.holds is Holds.THROUGHOUT:
            return earliest or date.min, latest or date.max
        if any(self._moves_within(change, level, earliest, latest) for _, change in self._changes):
            return None
        day = earliest or latest
        assert day is not None  # noqa: S101 (one of the two is given, see above)
        return day, day

    def _moves_within(
        self, change: PostureChange, level: Presence, earliest: date | None, latest: date | None
    ) -> bool:
        if not counts_in(change.force, level.force) or not touches(change, level.place):
            return False
        windows = [(change.when.earliest, change.when.latest)]
        if change.until is not None and self._moves.returns is not Effect.NOTHING:
            windows.append((due(change.until), None))
        return any(
            (opens is None or latest is None or opens < latest)
            and (closes is None or earliest is None or closes > earliest)
            for opens, closes in windows
        )

    # -- flows ------------------------------------------------------------------------------------------

    def _change(self, entry: Entry, change: PostureChange) -> Iterator[Statement]:
        if is_told_already(entry, self._happening):
            return
        if change.kind is PostureKind.MAINTAIN:
            yield from self._denials.staying(entry, change)
        elif RULES[change.kind].moves:
            there = self._moves.flow(entry, change)
            yield there
            if change.until is not None:
                yield self._moves.way_back(there, change)

    def _bare_denials(self, entry: Entry) -> Iterator[Statement]:
        for denied in self._denials.negated_by(entry):
            proposition = denied.claim.proposition
            if isinstance(proposition, Presence):
                yield from self._presence(entry, proposition, negated=True)
            elif isinstance(proposition, PostureChange):
                yield from self._denials.denial(entry, proposition)


def _complement(headcount: Headcount, convention: Convention) -> Bounds | None:
    """Return what the denial of a number leaves, where that is one range; a blurred one leaves all."""
    if headcount.approximate:
        return None
    denied = read(headcount, convention)
    if denied.high is None:
        return Bounds(0, denied.low - 1) if denied.low > 0 else None
    return Bounds(denied.high + 1, None) if denied.low == 0 else None
