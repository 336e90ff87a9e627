"""Claims read a second time, as plainly as can be, for the linear program that the engine is compared with.

Nothing of `troopmoves.solve` is used: places become lists of spots, forces lists of people, and the axes of
the effect table are applied anew. It covers the claims that the laws draw, not all there are.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import attrs
from laws.true_world import NAMED, NEVER_NAMED, SPOTS, People, belongs, lies_in

from troopmoves.claims.assumptions import UNLIMITED, Assumptions, Plans
from troopmoves.claims.axis import (
    PLANS,
    Basis,
    Category,
    Holds,
    LinkKind,
    Polarity,
    PostureKind,
    Progress,
    Stance,
)
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import PostureChange, Presence, amount_of
from troopmoves.entities.force import Force
from troopmoves.entities.place import AnyOf, Country, Place, Unspecified
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share

ONE_DAY = timedelta(days=1)
Scope = frozenset[People]
Ends = tuple[int | None, int | None]


@attrs.frozen
class Level:
    """So many people in scope on each of some days."""

    scope: Scope
    first: date
    last: date
    ends: Ends


@attrs.frozen
class Portion:
    """A share of the people in another scope."""

    part: Scope
    whole: Scope
    first: date
    last: date
    share: Share


@attrs.frozen
class Denial:
    """A number that does not fall, or does not rise."""

    scope: Scope
    since: date
    until: date
    falls: bool


@attrs.frozen(kw_only=True)
class Move:
    """People who go from one scope to another."""

    claim: str
    sources: Scope
    targets: Scope
    opens: date | None
    closes: date | None
    """The day by which it is over, if the claim and the assumptions say so."""
    window_ends: date | None
    """The end of the window as the claim has it."""
    said_to_end: date | None
    """The day by which it is over, by the claim alone."""
    complete: bool
    happens: bool
    ends: Ends = (0, None)
    share: Share | None = None
    whole: Scope = frozenset()
    returns: bool = False


class PlainClaims:
    """What the claims that count say of people, spots and days."""

    def __init__(
        self,
        entries: Iterable[Entry],
        assumptions: Assumptions,
        asked: Iterable[date],
        senders: Iterable[str] = (*NAMED, NEVER_NAMED),
    ) -> None:
        self.assumptions = assumptions
        self.asked = sorted(asked)
        given = list(entries)
        self.said = {entry.id: entry.claim.proposition for entry in given}
        self.entries = counting(given)
        facets = list(product((False, True), repeat=2))
        self.peoples = [People(*one, *facet) for one in product(senders, SPOTS) for facet in facets]
        self.mentions: dict[People, list[tuple[date, date]]] = {}
        self.named: set[str] = set()
        """The nations that a claim which counts names."""
        self.levels: list[Level] = []
        self.portions: list[Portion] = []
        self.denials: list[Denial] = []
        self.moves = [move for entry in self.entries for move in self._moves(entry)]
        for entry in self.entries:
            self._read(entry)

    def scope(self, force: Force, place: Place | None, *, unnamed_only: bool = False) -> Scope:
        """Return the people of a force at a place."""
        return frozenset(
            people
            for people in self.peoples
            if belongs(people, force, unnamed_only=unnamed_only) and lies_in(people.spot, place)
        )

    def _mention(self, force: Force, scope: Iterable[People], first: date, last: date) -> None:
        self.named |= {force.sender.code} if force.sender is not None else set()
        for people in scope:
            self.mentions.setdefault(people, []).append((first, last))

    # -- levels and shares ------------------------------------------------------------------------------

    def _read(self, entry: Entry) -> None:
        said, negated = entry.claim.proposition, entry.claim.polarity is Polarity.NEGATED
        for link in entry.claim.links:
            if said is None and link.kind is LinkKind.NEGATES:
                said, negated = self.said[link.claim], True
        if isinstance(said, Presence):
            self._presence(said, negated=negated)
        elif isinstance(said, PostureChange) and (negated or said.kind is PostureKind.MAINTAIN):
            self._denial(entry, said)

    def _presence(self, level: Presence, *, negated: bool) -> None:
        scope = self.scope(level.force, level.place)
        first, last = level.when.earliest or date.min, level.when.latest or date.max
        if first != last and level.holds is Holds.SOMETIME:
            if any(_alters(move, scope, first, last) for move in self.moves):
                return
            first = last = level.when.earliest or last
        amount = amount_of(level)
        if isinstance(amount, Share):
            if level.whole is None or negated:
                return
            whole = self.scope(level.whole.force, level.whole.place)
            self.portions.append(Portion(scope, whole, first, last, amount))
            self._mention(level.whole.force, whole, first, last)
        else:
            ends = self._ends(amount, negated=negated)
            if ends is None:
                return
            vague = isinstance(level.place, Unspecified | AnyOf)
            self.levels.append(Level(scope, first, last, (ends[0], None) if vague else ends))
        self._mention(level.force, scope, first, last)

    def _ends(self, amount: Headcount, *, negated: bool = False) -> Ends | None:
        read = amount.bounds(self.assumptions.convention)
        if not negated:
            return read.low, read.high
        if amount.approximate or (read.low > 0 and read.high is not None):
            return None
        if read.high is None:
            return (0, read.low - 1) if read.low else None
        return read.high + 1, None

    # -- denials and stays ------------------------------------------------------------------------------

    def _denial(self, entry: Entry, change: PostureChange) -> None:
        stays = change.kind is PostureKind.MAINTAIN
        arrives = change.kind in (PostureKind.DEPLOY, PostureKind.REINFORCE)
        falls = stays or (change.origin is not None and not arrives)
        place = change.origin if falls and not stays else change.destination
        since, carry = entry.public_day or change.when.earliest, self.assumptions.carry
        if since is None or place is None or (stays and change.progress is Progress.CANCELLED):
            return
        scope = self.scope(change.force, place, unnamed_only=True)
        horizon = date.max if carry == UNLIMITED else since + carry
        until = min([horizon, *self._endings(entry, change.force, scope)])
        if until <= since:
            return
        self.denials.append(Denial(scope, since, until, falls))
        self._mention(change.force, scope, since, since)
        amount = amount_of(change)
        if stays and isinstance(amount, Headcount):
            low = amount.bounds(self.assumptions.convention).low
            self.levels.append(Level(scope, since, until, (low, None)))

    def _endings(self, denial: Entry, force: Force, scope: Scope) -> Iterable[date]:
        """Yield the last days of a denial, by what is said later of the same sender."""
        since = denial.public_day
        for entry in self.entries:
            said = entry.claim.proposition
            if since is None or entry.public_day is None or entry.public_day <= since:
                continue
            if not isinstance(said, Presence | PostureChange) or said.force.sender != force.sender:
                continue
            if entry.claim.polarity is Polarity.NEGATED:
                continue
            if isinstance(said, Presence):
                meets = scope & self.scope(said.force, said.place, unnamed_only=True)
                begins = said.when.earliest or said.when.latest
            else:
                begun = said.progress in (Progress.UNDER_WAY, Progress.PAUSED, Progress.COMPLETED)
                moves = begun and said.kind not in (PostureKind.MAINTAIN, PostureKind.ROTATE)
                ends = [end for end in (said.origin, said.destination) if moves and _is_named(end)]
                meets = scope & {
                    one for end in ends for one in self.scope(said.force, end, unnamed_only=True)
                }
                begins = entry.public_day if said.when.earliest is None else said.when.earliest + ONE_DAY
            if meets and begins is not None and begins > since:
                yield begins - ONE_DAY

    # -- moves ------------------------------------------------------------------------------------------

    def _moves(self, entry: Entry) -> Iterable[Move]:
        change = entry.claim.proposition
        if not isinstance(change, PostureChange) or entry.claim.polarity is Polarity.NEGATED:
            return
        if change.kind in (PostureKind.MAINTAIN, PostureKind.ROTATE):
            return
        move = self._timed(entry, change, *self._both_ends(change))
        amount = amount_of(change)
        any_part = change.progress is Progress.PAUSED or not move.complete
        if change.progress in PLANS and self.assumptions.plans is Plans.MAY:
            any_part = True
        if isinstance(amount, Share):
            whole_of = (change.force, change.origin)
            if change.whole is not None:
                whole_of = (change.whole.force, change.whole.place)
            share = attrs.evolve(amount, low=Fraction(0)) if any_part else amount
            move = attrs.evolve(
                move, share=share, whole=self.scope(*whole_of, unnamed_only=change.whole is None)
            )
        else:
            low, high = self._ends(amount) or (0, None)
            move = attrs.evolve(move, ends=(0 if any_part else low, high))
        yield move
        if change.until is not None:
            yield self._back(move, change, change.until.earliest or change.until.latest)

    def _timed(self, entry: Entry, change: PostureChange, sources: Scope, targets: Scope) -> Move:
        plan, plans = change.progress in PLANS, self.assumptions.plans
        opens, end = change.when.earliest, change.when.latest
        soonest = date.min if opens is None else opens + ONE_DAY
        closes = said_to_end = None if end is None else max(end, soonest)
        complete = change.progress is Progress.UNDER_WAY and closes is not None
        if change.progress is Progress.COMPLETED:
            said = None if entry.public_day is None else entry.public_day + ONE_DAY
            known = [day for day in (end, said) if day is not None]
            closes = said_to_end = max(min(known), soonest) if known else None
            complete = closes is not None
        if plan and plans is Plans.DONE:
            ripe = soonest if opens is not None else end
            closes = None if ripe is None else next((day for day in self.asked if day >= ripe), None)
            complete = closes is not None
        self._mention(change.force, (), date.min, date.min)
        for day in (opens, said_to_end):
            if day is not None:
                self._mention(change.force, sources | targets, day, day)
        return Move(
            claim=entry.id,
            sources=sources,
            targets=targets,
            opens=opens,
            closes=closes,
            window_ends=end,
            said_to_end=said_to_end,
            complete=complete,
            happens=change.progress is not Progress.CANCELLED and not (plan and plans is Plans.IGNORE),
        )

    def _back(self, move: Move, change: PostureChange, due: date | None) -> Move:
        is_done = self.assumptions.plans is Plans.DONE
        closes = next((day for day in self.asked if is_done and due is not None and day > due), None)
        swapped = attrs.evolve(
            change,
            kind=PostureKind.RELOCATE,
            origin=change.destination,
            destination=change.origin,
            headcount=None,
            share=None,
            whole=None,
        )
        sources, targets = self._both_ends(swapped)
        if due is not None:
            self._mention(change.force, sources | targets, due, due)
        return Move(
            claim=move.claim,
            sources=sources,
            targets=targets,
            opens=due,
            closes=closes,
            window_ends=None,
            said_to_end=None,
            complete=closes is not None,
            happens=move.happens and self.assumptions.plans is not Plans.IGNORE,
            returns=True,
        )

    def _both_ends(self, change: PostureChange) -> tuple[Scope, Scope]:
        destination, sender = change.destination, change.force.sender
        if destination is None and change.kind is PostureKind.REPATRIATE and sender is not None:
            destination = Country(sender)
        leave = {spot for spot in SPOTS if lies_in(spot, change.origin)}
        arrive = {spot for spot in SPOTS if lies_in(spot, destination)}
        if destination is None or (
            change.origin is not None and arrive >= leave and _is_definite(destination)
        ):
            arrive -= leave
        elif _is_definite(destination):
            leave -= arrive
        mine = self.scope(change.force, None, unnamed_only=True)
        return (
            frozenset(people for people in mine if people.spot in leave),
            frozenset(people for people in mine if people.spot in arrive),
        )


def counting(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that count, of those that the laws draw: nothing retracts a retraction there."""
    given = list(entries)
    links = [link for entry in given for link in entry.claim.links]
    retracted = {link.claim for link in links if link.kind is LinkKind.RETRACTS}
    return [
        entry
        for entry in given
        if entry.id not in retracted
        and entry.claim.stance is Stance.ASSERTS
        and entry.claim.category is Category.REPORTED
        and getattr(entry.claim.proposition, "basis", Basis.PRESENT) is Basis.PRESENT
    ]


def _alters(move: Move, scope: Scope, first: date, last: date) -> bool:
    """Return whether a move may change a number between two days."""
    if not move.happens or not scope & (move.sources | move.targets):
        return False
    opens = date.min if move.opens is None else move.opens
    closes = date.max if move.window_ends is None else move.window_ends
    return opens < last and closes > first


def _is_definite(place: Place) -> bool:
    return not isinstance(place, Unspecified | AnyOf)


def _is_named(place: Place | None) -> bool:
    return place is not None and not (isinstance(place, Unspecified) and place.within is None)
