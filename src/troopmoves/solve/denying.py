"""Denials and stays: from when to when they hold, and what said later may have broken them.

A denial holds from its publication until the carry ends, or until a later-published level or begun move of
the same people on the same ground.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeGuard, final

import attrs

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.axis import BEGUN, LinkKind, Polarity, Progress
from troopmoves.claims.entry import Entry, comes_after
from troopmoves.claims.kind import RULES, Denied
from troopmoves.claims.proposition import PostureChange, Presence, amount_of
from troopmoves.entities.force import Force
from troopmoves.entities.place import Place
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.convention import LITERAL, read
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.quantity.share import Share
from troopmoves.solve.moving import ONE_DAY, MoveReader, day_after
from troopmoves.solve.overlap import names_ground, same_people, share_ground
from troopmoves.solve.statement import Denial, Level, Scope, Statement


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


def horizon(day: date, carry: timedelta) -> date:
    """Return the last day to which something said of a day is carried."""
    return date.max if date.max - day < carry else day + carry


class DenialReader:
    """Reads denials and stays among the live claims."""

    def __init__(self, live: Sequence[Entry], known: Iterable[Entry], assumptions: Assumptions) -> None:
        self._live = live
        self._by_id = {entry.id: entry for entry in (*known, *live)}
        self._assumptions = assumptions
        self._moves = MoveReader(assumptions, ())

    def negated_by(self, entry: Entry) -> Iterator[Entry]:
        """Yield the claims that a bare link denies."""
        if entry.claim.proposition is None:
            for link in entry.claim.links:
                if link.kind is LinkKind.NEGATES and link.claim in self._by_id:
                    yield self._by_id[link.claim]

    def staying(self, entry: Entry, change: PostureChange) -> Iterator[Statement]:
        """Yield what people who are said to stay state: how many stay, else that the number does not fall.

        Where a number is given the others may leave: "30 to 40 of 130 stay, the rest go".
        """
        place = change.destination
        span = self._span(entry, change, place)
        if span is None or place is None or change.progress is Progress.CANCELLED:
            return
        scope = Scope(change.force, place, unnamed_only=True)
        amount = amount_of(change)
        if _is_number(amount):
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
        elif not isinstance(amount, Share) or amount.low == 1:
            yield Denial(claim=entry.id, scope=scope, falls=True, since=span[0], until=span[1])

    def denial(self, entry: Entry, change: PostureChange) -> Iterator[Statement]:
        """Yield what the denial of a change states."""
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
        ends += [opens - ONE_DAY for _, opens, _ in self._later(entry, change.force, place, since)]
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
                opens = other.public_day if said.when.earliest is None else day_after(said.when.earliest)
                done = self._moves.flow(other, said).closes or opens
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
        negated = [entry] if entry.claim.polarity is Polarity.NEGATED else self.negated_by(entry)
        for one in negated:
            if isinstance(one.claim.proposition, PostureChange):
                yield one.claim.proposition


def breaches(live: Sequence[Entry], assumptions: Assumptions, known: Iterable[Entry]) -> list[Breach]:
    """Return everything by which a live denial may have been broken."""
    reader = DenialReader(live, known, assumptions)
    return [breach for entry in live for breach in reader.breaches(entry)]


def _what_is_denied(change: PostureChange) -> tuple[bool, Place | None]:
    """Return whether the denial rules out a fall (else a rise), and where."""
    if RULES[change.kind].denied is Denied.FALL and change.origin is not None:
        return True, change.origin
    return False, change.destination


def _is_number(amount: Headcount | Share) -> TypeGuard[Headcount]:
    return isinstance(amount, Headcount) and amount.kind is not HeadcountKind.UNKNOWN
