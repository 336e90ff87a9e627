"""Claims into statements, under one set of assumptions.

This is where the axes have their effect: the convention turns words into figures, the effect table turns
progress into how much has moved, denials get their span, windows get their days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import final

import attrs

from troopmoves.claims.assumptions import UNLIMITED, Assumptions
from troopmoves.claims.axis import BEGUN, Holds, LinkKind, Polarity, PostureKind, Progress
from troopmoves.claims.effect import EFFECTS, Effect
from troopmoves.claims.entry import Entry, comes_after
from troopmoves.claims.kind import RULES, Denied
from troopmoves.claims.proposition import PostureChange, Presence, amount_of
from troopmoves.entities.force import Force
from troopmoves.entities.place import AnyOf, Place, Unspecified
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.convention import LITERAL, Convention, read
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.solve.admission import LeftOut
from troopmoves.solve.overlap import counts_in, names_ground, same_people, share_ground, touches
from troopmoves.solve.statement import Denial, Flow, Level, Ratio, Scope, Statement
from troopmoves.timing.when import When

_DAY = timedelta(days=1)


@final
@attrs.frozen
class Reading:
    """What the live claims state, and which of them state nothing that counts."""

    statements: tuple[Statement, ...]
    left_out: tuple[LeftOut, ...]


@final
@attrs.frozen
class Breach:
    """A denial, and something said later by which it may have been broken."""

    denial: str
    by: str
    scope: Scope
    falls: bool
    """Whether a fall was denied; else a rise."""
    since: date
    """The day from which the denial holds."""
    day: date
    """The day by which what was said later has taken place."""


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
    reader = _Reader(live, assumptions, sorted(asked), [*known, *live])
    statements: list[Statement] = []
    left_out: list[LeftOut] = []
    for entry in live:
        stated = list(reader.statements(entry))
        statements += stated
        reason = "" if stated else reader.silence(entry)
        if reason:
            left_out.append(LeftOut(entry, reason))
    return Reading(tuple(statements), tuple(left_out))


def horizon(day: date, carry: timedelta) -> date:
    """Return the last day to which something said of a day is carried."""
    return date.max if carry == UNLIMITED or day > date.max - carry else day + carry


class _Reader:
    def __init__(
        self, live: Sequence[Entry], assumptions: Assumptions, asked: Sequence[date], known: Iterable[Entry]
    ) -> None:
        self._live = live
        self._by_id = {entry.id: entry for entry in known}
        self._assumptions = assumptions
        self._asked = asked

    def statements(self, entry: Entry) -> Iterator[Statement]:
        """Yield what one claim states."""
        proposition = entry.claim.proposition
        negated = entry.claim.polarity is Polarity.NEGATED
        match proposition:
            case Presence():
                yield from self._presence(entry, proposition, negated=negated)
            case PostureChange() if negated:
                yield from self._denial(entry, proposition)
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
        scope = Scope(level.force, level.place)
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
        literally = _complement(amount, LITERAL) if negated else read(amount, LITERAL)
        if isinstance(level.place, Unspecified | AnyOf):
            bounds = Bounds.open_from(bounds.low)
        yield Level(
            claim=entry.id,
            scope=scope,
            first=first,
            last=last,
            low=bounds.low,
            high=bounds.high,
            literally=bounds.hull(literally or Bounds.open_from()),
        )

    def _days_of_presence(self, level: Presence) -> tuple[date, date] | None:
        earliest, latest = level.when.earliest, level.when.latest
        if earliest is None and latest is None:
            return None
        if earliest is not None and earliest == latest:
            return earliest, earliest
        if level.holds is Holds.THROUGHOUT:
            return earliest or date.min, latest or date.max
        if any(self._moves_within(entry, level, earliest, latest) for entry in self._live):
            return None
        day = earliest or latest
        assert day is not None  # noqa: S101 (one of the two is given, see above)
        return day, day

    def _moves_within(
        self, entry: Entry, level: Presence, earliest: date | None, latest: date | None
    ) -> bool:
        change = entry.claim.proposition
        if not isinstance(change, PostureChange) or entry.claim.polarity is Polarity.NEGATED:
            return False
        if EFFECTS[change.progress][self._assumptions.plans] is Effect.NOTHING:
            return False
        if not counts_in(change.force, level.force) or not touches(change, level.place):
            return False
        windows = [(change.when.earliest, change.when.latest)]
        if change.until is not None and self._returns is not Effect.NOTHING:
            windows.append((_due(change.until), None))
        return any(
            (opens is None or latest is None or opens < latest)
            and (closes is None or earliest is None or closes > earliest)
            for opens, closes in windows
        )

    # -- flows ------------------------------------------------------------------------------------------

    def _change(self, entry: Entry, change: PostureChange) -> Iterator[Statement]:
        if change.kind is PostureKind.MAINTAIN:
            yield from self._staying(entry, change)
        elif RULES[change.kind].moves:
            there = self._flow(entry, change)
            yield there
            if change.until is not None:
                yield self._return(there, change)

    def _flow(self, entry: Entry, change: PostureChange) -> Flow:
        effect = EFFECTS[change.progress][self._assumptions.plans]
        opens = change.when.earliest
        closes = self._closes(effect, entry, change)
        bounds, literally = self._bounds_of(change)
        share, whole = self._share_of(change)
        if effect is Effect.ANY_PART:
            bounds, literally = Bounds(0, bounds.high), Bounds(0, literally.high)
            share = None if share is None else attrs.evolve(share, low=Fraction(0))
        return Flow(
            claim=entry.id,
            scope=Scope(change.force, change.origin, unnamed_only=True),
            destination=change.destination,
            homeward=RULES[change.kind].homeward,
            opens=opens,
            closes=closes,
            ends=self._ends(effect, closes, entry, change),
            low=bounds.low,
            high=bounds.high,
            literally=literally,
            share=share,
            whole=whole,
            idle=effect is Effect.NOTHING,
        )

    def _closes(self, effect: Effect, entry: Entry, change: PostureChange) -> date | None:
        opens, closes = change.when.earliest, change.when.latest
        soonest = date.min if opens is None else opens + _DAY
        match effect:
            case Effect.ALL_WHEN_ASKED:
                surely_open = soonest if opens is not None else closes
                return None if surely_open is None else self._first_asked_from(surely_open)
            case Effect.ALL_WHEN_SAID:
                said = None if entry.public_day is None else entry.public_day + _DAY
                ends = [day for day in (closes, said) if day is not None]
                return max(min(ends), soonest) if ends else None
            case Effect.ANY_PART_THEN_ALL:
                return None if closes is None else max(closes, soonest)
            case Effect.ANY_PART | Effect.NOTHING:
                return None if closes is None else max(closes, soonest)

    def _ends(self, effect: Effect, closes: date | None, entry: Entry, change: PostureChange) -> date | None:
        """Return the day by which the claim itself says that it is over, whatever plans are taken as."""
        if effect is Effect.ALL_WHEN_ASKED:
            return self._closes(Effect.ANY_PART_THEN_ALL, entry, change)
        return closes

    def _first_asked_from(self, day: date) -> date | None:
        return next((asked for asked in self._asked if asked >= day), None)

    def _bounds_of(self, change: PostureChange) -> tuple[Bounds, Bounds]:
        """Return the bounds of a change by the convention, and to the letter."""
        amount = amount_of(change)
        if isinstance(amount, Share):
            return Bounds.open_from(), Bounds.open_from()
        return read(amount, self._assumptions.convention), read(amount, LITERAL)

    def _share_of(self, change: PostureChange) -> tuple[Share | None, Scope | None]:
        """Return the share of a change and its whole: those at the origin, if no other is named."""
        if change.share is None:
            return None, None
        if change.whole is not None:
            return change.share, Scope(change.whole.force, change.whole.place)
        return change.share, Scope(change.force, change.origin, unnamed_only=True)

    def _return(self, there: Flow, change: PostureChange) -> Flow:
        """Return the way back of a temporary move: a plan that opens when its end is due."""
        opens = None if change.until is None else _due(change.until)
        done = self._returns is Effect.ALL_WHEN_ASKED and opens is not None
        return attrs.evolve(
            there,
            scope=attrs.evolve(there.scope, place=change.destination),
            destination=change.origin,
            homeward=False,
            opens=opens,
            closes=self._first_asked_from(opens + _DAY) if done and opens is not None else None,
            ends=None,
            low=0,
            high=None,
            literally=None,
            share=None,
            whole=None,
            returns=True,
            idle=there.idle or self._returns is Effect.NOTHING,
        )

    @property
    def _returns(self) -> Effect:
        """How far returns that are due have got: as far as any plan."""
        return EFFECTS[Progress.PLANNED][self._assumptions.plans]

    # -- denials and stays ------------------------------------------------------------------------------

    def _staying(self, entry: Entry, change: PostureChange) -> Iterator[Statement]:
        place = change.destination
        span = self._span(entry, change, place)
        if span is None or place is None or change.progress is Progress.CANCELLED:
            return
        scope = Scope(change.force, place, unnamed_only=True)
        yield Denial(claim=entry.id, scope=scope, falls=True, since=span[0], until=span[1])
        amount = amount_of(change)
        if isinstance(amount, Headcount):
            yield Level(
                claim=entry.id,
                scope=scope,
                first=span[0],
                last=span[1],
                low=read(amount, self._assumptions.convention).low,
                high=None,
                literally=Bounds.open_from(read(amount, LITERAL).low),
                carried=True,
            )

    def _bare_denials(self, entry: Entry) -> Iterator[Statement]:
        for link in entry.claim.links:
            denied = self._by_id.get(link.claim)
            if link.kind is not LinkKind.NEGATES or denied is None:
                continue
            proposition = denied.claim.proposition
            if isinstance(proposition, Presence):
                yield from self._presence(entry, proposition, negated=True)
            elif isinstance(proposition, PostureChange):
                yield from self._denial(entry, proposition)

    def _denial(self, entry: Entry, change: PostureChange) -> Iterator[Statement]:
        falls, place = _what_is_denied(change)
        span = self._span(entry, change, place)
        if span is None or place is None or RULES[change.kind].denied is Denied.MEANINGLESS:
            return
        scope = Scope(change.force, place, unnamed_only=True)
        yield Denial(claim=entry.id, scope=scope, falls=falls, since=span[0], until=span[1])

    def _span(self, entry: Entry, change: PostureChange, place: Place | None) -> tuple[date, date] | None:
        """Return the days between which a denial or a stay holds."""
        since = entry.public_day or change.when.earliest
        if since is None or place is None:
            return None
        ends = [horizon(since, self._assumptions.carry)]
        ends += [opens - _DAY for _, opens, _ in self._later(entry, change.force, place, since)]
        return (since, min(ends)) if min(ends) > since else None

    def _later(
        self, entry: Entry, force: Force, place: Place, since: date
    ) -> Iterator[tuple[Entry, date, date]]:
        """Yield the later-published levels and begun moves that end a denial.

        Each comes with the first day it speaks of, and the day by which it has taken place.
        """
        for other in self._live:
            if other.claim.polarity is Polarity.NEGATED or not comes_after(other.public, entry.public):
                continue
            said = other.claim.proposition
            if (
                isinstance(said, Presence)
                and same_people(force, said.force)
                and share_ground(place, said.place)
            ):
                opens = said.when.earliest or said.when.latest or other.public_day
                done = opens
            elif (
                isinstance(said, PostureChange)
                and said.progress in BEGUN
                and RULES[said.kind].moves
                and same_people(force, said.force)
                and names_ground(said, place)
            ):
                opens = other.public_day if said.when.earliest is None else said.when.earliest + _DAY
                done = self._flow(other, said).closes or opens
            else:
                continue
            if opens is not None and done is not None and opens > since:
                yield other, opens, done

    def breaches(self, entry: Entry) -> Iterator[Breach]:
        """Yield everything said later by which the denials of a claim may have been broken."""
        for change in self._denied_changes(entry):
            falls, place = _what_is_denied(change)
            since = entry.public_day or change.when.earliest
            if since is None or place is None:
                continue
            scope = Scope(change.force, place, unnamed_only=True)
            for other, _, done in self._later(entry, change.force, place, since):
                yield Breach(entry.id, other.id, scope, falls, since, done)

    def _denied_changes(self, entry: Entry) -> Iterator[PostureChange]:
        own = entry.claim.proposition
        if isinstance(own, PostureChange) and entry.claim.polarity is Polarity.NEGATED:
            yield own
        if own is None:
            for link in entry.claim.links:
                denied = self._by_id.get(link.claim)
                said = None if denied is None else denied.claim.proposition
                if link.kind is LinkKind.NEGATES and isinstance(said, PostureChange):
                    yield said


def breaches(live: Sequence[Entry], assumptions: Assumptions, known: Iterable[Entry]) -> list[Breach]:
    """Return everything by which a live denial may have been broken."""
    reader = _Reader(live, assumptions, [], [*known, *live])
    return [breach for entry in live for breach in reader.breaches(entry)]


def _due(until: When) -> date | None:
    """Return the day on which a return opens."""
    return until.earliest or until.latest


def _what_is_denied(change: PostureChange) -> tuple[bool, Place | None]:
    """Return whether the denial rules out a fall (else a rise), and where."""
    if RULES[change.kind].denied is Denied.FALL and change.origin is not None:
        return True, change.origin
    return False, change.destination


def _complement(headcount: Headcount, convention: Convention) -> Bounds | None:
    """Return what the denial of a number leaves, where that is one range; a blurred one leaves all."""
    if headcount.approximate:
        return None
    denied = read(headcount, convention)
    if denied.high is None:
        return Bounds(0, denied.low - 1) if denied.low > 0 else None
    return Bounds(denied.high + 1, None) if denied.low == 0 else None
