"""The account once more, written down plainly for scipy: one variable per people and day, one per move and day.

This is the formulation that the engine avoids because it is slow. Nothing of `troopmoves.solve` is used but the
form of a question: the ground comes from the list of spots, the axes are applied here anew, and nobody
is ever counted through an initial number. It covers the claims that the laws draw, not all there are.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise, product
from math import ceil, floor
from typing import NamedTuple

import attrs
import numpy as np
from laws.true_world import NAMED, NEVER_NAMED, SPOTS, People, belongs, lies_in
from scipy.optimize import linprog
from scipy.sparse import coo_array

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
from troopmoves.solve.statement import Term

ONE_DAY = timedelta(days=1)
Row = dict[object, int]
Ends = tuple[int | None, int | None]


class Moved(NamedTuple):
    """A variable: so many of a claim's people go from here to there by a day, and not by the day before."""

    claim: str
    back: bool
    people: People
    to: str
    by: date


class Pair(NamedTuple):
    """A people, and the spot where it may go."""

    people: People
    to: str


@attrs.frozen(kw_only=True)
class Move:
    """A flow as this program reads it."""

    claim: str
    sources: frozenset[People]
    targets: frozenset[People]
    opens: date | None
    closes: date | None
    stated_end: date | None
    ends: date | None
    complete: bool
    happens: bool
    change: PostureChange
    back: bool = False

    @property
    def pairs(self) -> list[Pair]:
        """Who may go where."""
        return [
            Pair(source, target.spot)
            for source in sorted(self.sources)
            for target in sorted(self.targets)
            if source._replace(spot=target.spot) == target
        ]


class LinearProgram:
    """All claims of a ledger as one linear program, for questions about some days."""

    def __init__(self, entries: Iterable[Entry], assumptions: Assumptions, asked: Iterable[date]) -> None:
        self.assumptions = assumptions
        self.asked = sorted(asked)
        given = list(entries)
        self.said = {entry.id: entry.claim.proposition for entry in given}
        self.entries = _counting(given)
        self.peoples = [
            People(sender, spot, *facet)
            for sender in (*NAMED, NEVER_NAMED)
            for spot in SPOTS
            for facet in product((False, True), repeat=2)
        ]
        self.moves = [move for entry in self.entries for move in self._moves(entry)]
        self.rows: list[tuple[Row, int | None, int | None]] = []
        self.mentions: dict[People, list[tuple[date, date]]] = {}
        self.shares: list[tuple[frozenset[People], frozenset[People], date, int, int, Ends]] = []
        self.spans: list[tuple[str, frozenset[People], date, date, str, Ends]] = []
        for entry in self.entries:
            self._read(entry)
        days = {*self.asked, *(day for _, _, first, last, _, _ in self.spans for day in (first, last))}
        days |= {day for move in self.moves for day in (move.opens, move.closes) if day is not None}
        self.days = sorted(days - {date.min, date.max})
        self._state_spans()
        self._state_moves()
        self._state_steps()

    # -- reading ----------------------------------------------------------------------------------------

    def _in(self, force: Force, place: Place | None, *, unnamed_only: bool) -> frozenset[People]:
        return frozenset(
            people
            for people in self.peoples
            if belongs(people, force, unnamed_only=unnamed_only) and lies_in(people.spot, place)
        )

    def _read(self, entry: Entry) -> None:
        said, negated = entry.claim.proposition, entry.claim.polarity is Polarity.NEGATED
        for link in entry.claim.links:
            if said is None and link.kind is LinkKind.NEGATES:
                said, negated = self.said[link.claim], True
        if isinstance(said, Presence):
            self._presence(entry, said, negated=negated)
        elif isinstance(said, PostureChange) and (negated or said.kind is PostureKind.MAINTAIN):
            self._denial(entry, said)

    def _presence(self, entry: Entry, level: Presence, *, negated: bool) -> None:
        scope = self._in(level.force, level.place, unnamed_only=False)
        first, last = level.when.earliest or date.min, level.when.latest or date.max
        if first != last and level.holds is Holds.SOMETIME:
            if any(self._alters(move, scope, first, last) for move in self.moves):
                return
            last = first = level.when.earliest or level.when.latest or date.min
        amount = amount_of(level)
        if isinstance(amount, Share):
            if level.whole is None or negated:
                return
            whole = self._in(level.whole.force, level.whole.place, unnamed_only=False)
            for people in whole:
                self.mentions.setdefault(people, []).append((first, last))
            for ends in ((amount.low, 1), (amount.high, -1)):
                share, sign = ends
                limit: Ends = (1 - share.denominator, None) if sign > 0 else (None, share.denominator - 1)
                self.shares.append((scope, whole, first, share.numerator, share.denominator, limit))
            self.spans.append((entry.id, scope, first, last, "share", (None, None)))
        else:
            bounds = self._bounds(amount, negated=negated)
            if bounds is None:
                return
            low, high = bounds
            if isinstance(level.place, Unspecified | AnyOf):
                high = None
            self.spans.append((entry.id, scope, first, last, "level", (low, high)))
        for people in scope:
            self.mentions.setdefault(people, []).append((first, last))

    def _bounds(self, amount: Headcount, *, negated: bool) -> Ends | None:
        read = amount.bounds(self.assumptions.convention)
        if not negated:
            return read.low, read.high
        if amount.approximate or (read.low > 0 and read.high is not None):
            return None
        if read.high is None:
            return (0, read.low - 1) if read.low else None
        return read.high + 1, None

    def _alters(self, move: Move, scope: frozenset[People], first: date, last: date) -> bool:
        if not move.happens or not scope & (move.sources | move.targets):
            return False
        opens = date.min if move.opens is None else move.opens
        closes = date.max if move.stated_end is None else move.stated_end
        return opens < last and closes > first

    def _denial(self, entry: Entry, change: PostureChange) -> None:
        stays = change.kind is PostureKind.MAINTAIN
        falls = stays or (
            change.origin is not None and change.kind not in (PostureKind.DEPLOY, PostureKind.REINFORCE)
        )
        place = change.destination if stays or not falls else change.origin
        since = entry.public_day or change.when.earliest
        if since is None or place is None:
            return
        scope = self._in(change.force, place, unnamed_only=True)
        carry = self.assumptions.carry
        until = min([date.max if carry == UNLIMITED else since + carry, *self._ends(entry, change.force, scope)])
        if until <= since:
            return
        self.spans.append(
            (entry.id, scope, since, until, "change", (0, None) if falls else (None, 0))
        )
        amount = amount_of(change)
        if stays and isinstance(amount, Headcount):
            low = amount.bounds(self.assumptions.convention).low
            self.spans.append((entry.id, scope, since, until, "level", (low, None)))
        for people in scope:
            self.mentions.setdefault(people, []).append((since, since))

    def _ends(self, denial: Entry, force: Force, scope: frozenset[People]) -> Iterable[date]:
        """Yield the days on which later-published levels and begun moves of the same sender end a denial."""
        since = denial.public_day
        for entry in self.entries:
            said = entry.claim.proposition
            if entry.claim.polarity is Polarity.NEGATED or since is None or entry.public_day is None:
                continue
            if entry.public_day <= since or not isinstance(said, Presence | PostureChange):
                continue
            if said.force.sender != force.sender:
                continue
            if isinstance(said, Presence):
                meets = scope & self._in(said.force, said.place, unnamed_only=True)
                begins = said.when.earliest or said.when.latest
            else:
                begun = said.progress in (Progress.UNDER_WAY, Progress.PAUSED, Progress.COMPLETED)
                ends = [end for end in (said.origin, said.destination) if _is_named(end)]
                moving = frozenset(
                    people for end in ends for people in self._in(said.force, end, unnamed_only=True)
                )
                meets = scope & moving if begun and said.kind is not PostureKind.MAINTAIN else frozenset()
                begins = entry.public_day if said.when.earliest is None else said.when.earliest + ONE_DAY
            if meets and begins is not None and begins > since:
                yield begins - ONE_DAY

    def _moves(self, entry: Entry) -> Iterable[Move]:
        change = entry.claim.proposition
        if not isinstance(change, PostureChange) or entry.claim.polarity is Polarity.NEGATED:
            return
        if change.kind in (PostureKind.MAINTAIN, PostureKind.ROTATE):
            return
        leaving, arriving = self._both_ends(change)
        plan, plans = change.progress in PLANS, self.assumptions.plans
        opens, end = change.when.earliest, change.when.latest
        soonest = date.min if opens is None else opens + ONE_DAY
        closes = None if end is None else max(end, soonest)
        complete = change.progress is Progress.UNDER_WAY and closes is not None
        ends = closes
        if change.progress is Progress.COMPLETED:
            public = None if entry.public_day is None else entry.public_day + ONE_DAY
            known = [day for day in (end, public) if day is not None]
            closes, complete = (max(min(known), soonest), True) if known else (None, False)
            ends = closes
        if plan and plans is Plans.DONE:
            ripe = soonest if opens is not None else end
            closes = None if ripe is None else next((day for day in self.asked if day >= ripe), None)
            complete = closes is not None
        happens = change.progress is not Progress.CANCELLED and not (plan and plans is Plans.IGNORE)
        move = Move(
            claim=entry.id,
            sources=leaving,
            targets=arriving,
            opens=opens,
            closes=closes,
            stated_end=end,
            ends=ends,
            complete=complete,
            happens=happens,
            change=change,
        )
        yield move
        if change.until is not None:
            due = change.until.earliest or change.until.latest
            back = Plans.DONE if plans is Plans.DONE and due is not None else None
            done = next((day for day in self.asked if due is not None and day > due), None) if back else None
            sources, targets = self._both_ends(
                attrs.evolve(
                    change,
                    kind=PostureKind.RELOCATE,
                    origin=change.destination,
                    destination=change.origin,
                    share=None,
                    whole=None,
                )
            )
            yield attrs.evolve(
                move,
                sources=sources,
                targets=targets,
                opens=due,
                closes=done,
                stated_end=None,
                ends=None,
                complete=done is not None,
                happens=happens and plans is not Plans.IGNORE,
                back=True,
            )

    def _both_ends(self, change: PostureChange) -> tuple[frozenset[People], frozenset[People]]:
        mine = self._in(change.force, None, unnamed_only=True)
        destination: Place | None = change.destination
        sender = change.force.sender
        if destination is None and change.kind is PostureKind.REPATRIATE and sender is not None:
            destination = Country(sender)
        leave = {spot for spot in SPOTS if lies_in(spot, change.origin)}
        arrive = {spot for spot in SPOTS if lies_in(spot, destination)}
        if not isinstance(destination, Unspecified | AnyOf) or change.origin is None:
            if destination is None or (change.origin is not None and arrive >= leave and _definite(destination)):
                arrive -= leave if change.origin is not None else set()
            else:
                leave -= arrive
        return (
            frozenset(people for people in mine if people.spot in leave),
            frozenset(people for people in mine if people.spot in arrive),
        )

    # -- stating ----------------------------------------------------------------------------------------

    def _state_spans(self) -> None:
        for _, scope, first, last, what, (low, high) in self.spans:
            within = [day for day in self.days if first <= day <= last]
            if what == "level":
                self.rows += [({(people, day): 1 for people in scope}, low, high) for day in within]
            if what == "change":
                for before, after in pairwise(within):
                    row: Row = {(people, after): 1 for people in scope}
                    self.rows.append((row | {(people, before): -1 for people in scope}, low, high))
        for part, whole, day, numerator, denominator, (low, high) in self.shares:
            row = {}
            for scope, factor in ((part, denominator), (whole, -numerator)):
                for people in scope:
                    row[people, day] = row.get((people, day), 0) + factor
            self.rows.append((row, low, high))

    def _stages(self, move: Move) -> list[date]:
        return [
            day
            for day in self.days
            if (move.opens is None or day > move.opens) and (move.closes is None or day <= move.closes)
        ]

    def _total(self, move: Move) -> Row:
        return {
            Moved(move.claim, move.back, *pair, by=day): 1
            for pair in move.pairs
            for day in self._stages(move)
        }

    def _state_moves(self) -> None:
        for move in self.moves:
            days = {day for day in (move.opens, move.ends) if day is not None}
            for people in move.sources | move.targets:
                self.mentions.setdefault(people, []).extend((day, day) for day in days)
            if not move.happens or not move.sources or not move.targets:
                continue
            total = self._total(move)
            complete = move.complete and bool(self._stages(move))
            amount = amount_of(move.change)
            if move.back:
                there = next(one for one in self.moves if one.claim == move.claim and not one.back)
                away = {**self._total(there)} | dict.fromkeys(total, -1)
                if there.happens:
                    self.rows.append((away, 0, 0 if complete else None))
            elif isinstance(amount, Headcount):
                bounds = amount.bounds(self.assumptions.convention)
                any_part = move.change.progress in PLANS and self.assumptions.plans is Plans.MAY
                any_part = any_part or move.change.progress is Progress.PAUSED or not complete
                self.rows.append((total, 0 if any_part else bounds.low, bounds.high))
            elif move.opens is not None:
                whole_of = move.change.whole
                force = move.change.force if whole_of is None else whole_of.force
                place = move.change.origin if whole_of is None else whole_of.place
                whole = self._in(force, place, unnamed_only=whole_of is None)
                any_part = move.change.progress in PLANS and self.assumptions.plans is Plans.MAY
                any_part = any_part or move.change.progress is Progress.PAUSED or not complete
                for share, least in ((amount.low, True), (amount.high, False)):
                    row = dict.fromkeys(total, share.denominator) | {
                        (people, move.opens): -share.numerator for people in whole
                    }
                    if not least:
                        self.rows.append((row, None, share.denominator - 1))
                    elif not any_part:
                        self.rows.append((row, 1 - share.denominator, None))

    def _state_steps(self) -> None:
        """From each day to the next, a people changes by its moves alone, unless it is open what happened."""
        first = date.min
        changes: dict[tuple[People, date], Row] = {}
        for move in self.moves:
            if not move.happens:
                continue
            for variable in self._total(move):
                assert isinstance(variable, Moved)
                away = changes.setdefault((variable.people, variable.by), {})
                away[variable] = away.get(variable, 0) + 1
                home = changes.setdefault((variable.people._replace(spot=variable.to), variable.by), {})
                home[variable] = home.get(variable, 0) - 1
        for people in self.peoples:
            spells = _spells(self.mentions.get(people, []), self.assumptions.carry)
            for before, after in pairwise([first, *self.days]):
                if before is first or _holds_together(spells, before, after, self.assumptions.carry):
                    row: Row = {(people, after): 1, (people, before): -1}
                    self.rows.append((row | changes.get((people, after), {}), 0, 0))

    # -- asking -----------------------------------------------------------------------------------------

    @cached_property
    def _index(self) -> dict[object, int]:
        names = {name for row, _, _ in self.rows for name in row}
        names |= {(people, day) for people in self.peoples for day in (date.min, *self.days)}
        return {name: index for index, name in enumerate(sorted(names, key=repr))}

    @cached_property
    def _matrices(self) -> tuple[coo_array, list[int], coo_array, list[int]]:
        upper: list[tuple[Row, int, int]] = []
        equal: list[tuple[Row, int]] = []
        for row, low, high in self.rows:
            if low is not None and low == high:
                equal.append((row, low))
                continue
            if high is not None:
                upper.append((row, 1, high))
            if low is not None:
                upper.append((row, -1, -low))
        return (
            self._matrix([{name: sign * factor for name, factor in row.items()} for row, sign, _ in upper]),
            [limit for _, _, limit in upper],
            self._matrix([row for row, _ in equal]),
            [value for _, value in equal],
        )

    def _matrix(self, rows: Sequence[Row]) -> coo_array:
        cells = [
            (factor, number, self._index[name]) for number, row in enumerate(rows) for name, factor in row.items()
        ]
        values, lines, columns = (np.array(part) for part in zip(*cells, strict=True)) if cells else ([],) * 3
        return coo_array((values, (lines, columns)), shape=(len(rows), len(self._index))).tocsr()

    def _least(self, goal: Row) -> float | None:
        """Return the least value of a form, None where it has no end.

        Raises:
            Infeasible: If the claims cannot all hold.
        """
        costs = np.zeros(len(self._index))
        for name, factor in goal.items():
            costs[self._index[name]] += factor
        upper, limits, equal, values = self._matrices
        found = linprog(
            costs,
            A_ub=upper if limits else None,
            b_ub=limits or None,
            A_eq=equal if values else None,
            b_eq=values or None,
            method="highs",
        )
        if found.status == 2:  # infeasible
            raise Infeasible
        if found.status in (3, 4):  # unbounded
            return None
        assert found.status == 0, found.message
        return float(found.fun)

    @property
    def is_feasible(self) -> bool:
        """Whether all claims can hold together."""
        try:
            self._least({})
        except Infeasible:
            return False
        return True

    def bounds(self, terms: Sequence[Term]) -> tuple[int | None, int | None]:
        """Return the whole numbers that a question can have as its answer."""
        goal: Row = {}
        for term in terms:
            for people in self._in(term.scope.force, term.scope.place, unnamed_only=False):
                goal[people, term.day] = goal.get((people, term.day), 0) + term.factor
        low = self._least(goal)
        high = self._least({name: -factor for name, factor in goal.items()})
        return (
            None if low is None else ceil(low - 1e-6),
            None if high is None else floor(-high + 1e-6),
        )


class Infeasible(Exception):  # noqa: N818 (an answer, not a failure)
    """The claims cannot all hold."""


def _definite(place: Place) -> bool:
    return not isinstance(place, Unspecified | AnyOf)


def _is_named(place: Place | None) -> bool:
    return place is not None and not (isinstance(place, Unspecified) and place.within is None)


def _counting(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that count, of those that the laws draw: nothing retracts a retraction there."""
    given = list(entries)
    retracted = {
        link.claim for entry in given for link in entry.claim.links if link.kind is LinkKind.RETRACTS
    }
    return [
        entry
        for entry in given
        if entry.id not in retracted
        and entry.claim.stance is Stance.ASSERTS
        and entry.claim.category is Category.REPORTED
        and getattr(entry.claim.proposition, "basis", Basis.PRESENT) is Basis.PRESENT
    ]


def _spells(mentions: list[tuple[date, date]], carry: timedelta) -> list[tuple[date, date]]:
    """Return the spells of days through which mentions follow each other closely enough."""
    spells: list[tuple[date, date]] = []
    for first, last in sorted(mentions):
        if spells and (carry == UNLIMITED or first - spells[-1][1] <= carry):
            spells[-1] = (spells[-1][0], max(spells[-1][1], last))
        else:
            spells.append((first, last))
    return spells


def _holds_together(
    spells: Sequence[tuple[date, date]], before: date, after: date, carry: timedelta
) -> bool:
    """Return whether both days belong to one spell: the nearest, if it is within reach."""
    of = [
        min(
            (
                (max(first - day, day - last, timedelta(0)), number)
                for number, (first, last) in enumerate(spells)
                if carry == UNLIMITED or max(first - day, day - last) <= carry
            ),
            default=(None, None),
        )[1]
        for day in (before, after)
    ]
    return of[0] is not None and of[0] == of[1]
