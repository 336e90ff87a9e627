"""Asking for a series: on which days a number may change, and what is asked of each of them.

Only the claims linked to the question choose the days, and a day between two reports is kept only where the
bounds differ from those before it. Every step is a question of its own, so that its difference is bounded
inside one account, exactly as `compare` has it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import final

import attrs

from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import PostureChange
from troopmoves.claims.report import Report
from troopmoves.claims.verb import ForceLike, PlaceLike
from troopmoves.errors import TimingError
from troopmoves.ledger.counted import Identity, identity_of
from troopmoves.ledger.series import Mention, Series, SeriesPoint, SeriesStep
from troopmoves.ledger.state import DeploymentState, as_count
from troopmoves.ledger.stretch import stretches
from troopmoves.quantity.bounds import Bounds
from troopmoves.solve.engine import View
from troopmoves.solve.moving import day_after
from troopmoves.solve.overlap import counts_in, is_within, touches
from troopmoves.solve.statement import Denial, Flow, Level, Ratio, Scope, Statement, Term, days_of
from troopmoves.timing.when import day_of


def series(
    state: DeploymentState,
    force: ForceLike | None,
    place: PlaceLike | Iterable[PlaceLike] | None,
    until: date | str,
) -> Series:
    """Return how many of a force are at a place, from the day of a state to another day.

    Args:
        state: The state of the first day.
        force: Who; None for everyone.
        place: Where; None for everywhere.
        until: The last day, included.

    Raises:
        TimingError: If the last day comes before the first.
        TooHard: If the claims linked to the question are beyond the budget.
    """
    scope, since, last = state.scope(force, place), state.day, day_of(until, "series.until")
    if last < since:
        raise TimingError("series.until", last.isoformat(), f"it does not come before {since.isoformat()}")
    course = _Course(state.view, scope, since, last)
    points = course.points()
    return Series(
        force=scope.force,
        place=scope.place,
        since=since,
        until=last,
        points=points,
        steps=tuple(course.steps(point for point in points if point.reported)),
        assumptions=state.assumptions,
        label=state.label,
    )


def mention_of(bounds: Bounds, reported_by: Sequence[str], not_listed_in: Sequence[str]) -> Mention:
    """Return whether anybody speaks of a day on which there can be so many.

    >>> mention_of(Bounds.open_from(), [], ["june"]), mention_of(Bounds(80, 98), [], [])
    (<Mention.NOT_LISTED: 'not_listed'>, <Mention.IMPLIED: 'implied'>)
    """
    if reported_by:
        return Mention.REPORTED
    if not_listed_in:
        return Mention.NOT_LISTED
    return Mention.UNREPORTED if bounds == Bounds.open_from() else Mention.IMPLIED


@final
@attrs.define(slots=False)
class _Course:
    """One question through time."""

    view: View
    scope: Scope
    since: date
    until: date

    # -- what is said -----------------------------------------------------------------------------------

    @cached_property
    def _statements(self) -> list[Statement]:
        """What the claims linked to the question state."""
        parts = self.view.parts([Term(1, self.scope, self.since)])
        return [statement for component, _ in parts for statement in component.statements]

    @cached_property
    def _own(self) -> list[Level]:
        """The levels of these very people here; where no claim gives one, those of parts of them."""
        levels = [statement for statement in self._statements if isinstance(statement, Level)]
        wanted = identity_of(self.scope)
        own = [level for level in levels if identity_of(level.scope) == wanted]
        return own or [level for level in levels if _is_inside(level.scope, self.scope)]

    @cached_property
    def _by_id(self) -> Mapping[str, Entry]:
        return {entry.id: entry for entry in self.view.entries}

    @cached_property
    def _moves(self) -> list[Flow]:
        """The moves that can alter the number in question."""
        return [flow for flow in self._statements if isinstance(flow, Flow) and self._alters(flow)]

    def _alters(self, flow: Flow) -> bool:
        change, place = self._by_id[flow.claim].claim.proposition, self.scope.place
        if (
            flow.idle
            or not isinstance(change, PostureChange)
            or not counts_in(change.force, self.scope.force)
        ):
            return False
        ends = (change.origin, change.destination)
        if place is None:
            return None in ends
        stays = all(end is not None and is_within(end, place) for end in ends)
        return touches(change, place) and not stays

    @cached_property
    def _not_listed(self) -> Mapping[date, tuple[str, ...]]:
        """The reports that leave these people out and list others who stood beside them, by their day."""
        return left_out_by(self._reports, {level.claim for level in self._own})

    @property
    def _reports(self) -> list[tuple[Report, list[Level]]]:
        """Every report with the levels it gives."""
        found: dict[str, tuple[Report, list[Level]]] = {}
        for statement in self.view.reading([]).statements:
            report = self._by_id[statement.claim].report
            if isinstance(statement, Level) and report is not None:
                found.setdefault(report.id, (report, []))[1].append(statement)
        return list(found.values())

    # -- asking -----------------------------------------------------------------------------------------

    @cached_property
    def days(self) -> list[date]:
        """The days on which the number may change, or somebody speaks of it."""
        turns = turning_days(self._statements, self.view, self.since, day_after(self.until))
        said = {day for day in self._not_listed if self.since <= day <= self.until}
        return sorted({self.since, *turns, *said})

    @cached_property
    def _reported(self) -> Mapping[date, tuple[str, ...]]:
        """The claims that give a level, by each of the days whose level they give."""
        given = {day: {level.claim for level in self._own if _speaks_of(level, day)} for day in self.days}
        return {day: tuple(sorted(claims)) for day, claims in given.items() if claims}

    def points(self) -> tuple[SeriesPoint, ...]:
        """Return a point for each day that somebody speaks of or on which the bounds change."""
        points: list[SeriesPoint] = []
        for day in self.days:
            if points and day not in self._reported and day not in self._not_listed:
                bounds = as_count(self.view.bounds([Term(1, self.scope, day)]))
                if bounds == points[-1].bounds:
                    continue
            points.append(self._point(day))
        return tuple(points)

    def _point(self, day: date) -> SeriesPoint:
        reported_by = self._reported.get(day, ())
        not_listed_in = () if reported_by else self._not_listed.get(day, ())
        allowed = self.view.ask([Term(1, self.scope, day)])
        bounds = as_count(allowed.change)
        return SeriesPoint(
            day=day,
            bounds=bounds,
            mention=mention_of(bounds, reported_by, not_listed_in),
            because=tuple(sorted(allowed.because)),
            reported_by=reported_by,
            not_listed_in=not_listed_in,
            partial=allowed.partial,
        )

    def steps(self, reported: Iterable[SeriesPoint]) -> Iterator[SeriesStep]:
        """Yield what changed from each point to the next."""
        free = attrs.evolve(self.view, anything_moved=True)
        for before, after in pairwise(reported):
            terms = [Term(1, self.scope, after.day), Term(-1, self.scope, before.day)]
            allowed = self.view.ask(terms)
            clashing = {claim for clash in allowed.clashes if clash.unexplained for claim in clash.claims}
            moves = {flow.claim for flow in self._moves if _runs_between(flow, before.day, after.day)}
            yield SeriesStep(
                before=before,
                after=after,
                change=allowed.change,
                if_anything_moved=free.bounds(terms),
                because=tuple(sorted(allowed.because)),
                moves=tuple(sorted(moves)),
                clashing=tuple(sorted(clashing)),
            )


def turning_days(statements: Iterable[Statement], view: View, since: date, until: date) -> set[date]:
    """Return the days from one day up to but not including another on which a number may change.

    Between two days that claims speak of, a number hangs on the nearest mentions before and after of each
    force and place that they speak of, and on no other.
    """
    given = list(statements)
    chains = _chains(given)
    spoken = {day for one in given for day in (*days_of(one), *_mentions(one)) if since < day < until}
    turns: set[date] = set()
    for first, last in pairwise(sorted({since, until, *spoken})):
        near = [statement for chain in chains for statement in chain.around(first, last)]
        turns.update(day for day, _ in stretches(near, view.carry, first, last))
        turns.update({day_after(first)} - {last})
    return turns


def _chains(statements: Iterable[Statement]) -> list[_Chain]:
    """Return the mentions of each force and place."""
    subjects: dict[Hashable, dict[date, Statement]] = {}
    for statement in statements:
        mentions = dict.fromkeys(_mentions(statement), statement)
        subjects.setdefault(_subject(statement), {}).update(mentions)
    return [_Chain(sorted(mentions), mentions) for mentions in subjects.values()]


@final
@attrs.frozen
class _Chain:
    """What is stated of one force and place, by day."""

    days: Sequence[date]
    by_day: Mapping[date, Statement]

    def around(self, first: date, last: date) -> Iterator[Statement]:
        """Yield what is stated last by one day, and first from another on."""
        before, after = bisect_right(self.days, first), bisect_left(self.days, last)
        for day in (*self.days[max(before - 1, 0) : before], *self.days[after : after + 1]):
            yield self.by_day[day]


def _mentions(statement: Statement) -> tuple[date, ...]:
    """Return the days from which what a statement says is carried on."""
    match statement:
        case Flow():
            return tuple(day for day in (statement.opens, statement.ends) if day is not None)
        case Denial():
            return (statement.since,)
        case Level(carried=True):
            return (statement.first,)
        case _:
            return days_of(statement)


def _subject(statement: Statement) -> Hashable:
    """Return the people and places that a statement is about."""
    match statement:
        case Flow():
            return statement.scope, statement.whole, statement.destination, statement.homeward
        case Ratio():
            return statement.scope, statement.whole
        case _:
            return statement.scope


def left_out_by(
    reports: Iterable[tuple[Report, Sequence[Level]]], own: Container[str]
) -> Mapping[date, tuple[str, ...]]:
    """Return the reports that no longer list something, by the day of which they speak.

    Such a report is of a publisher that has listed it before, and lists others that stood beside it then.

    Args:
        reports: Every report with the levels it gives.
        own: The claims that list the thing.
    """
    beside: dict[str, dict[Identity, date]] = {}
    silent: list[tuple[Report, Sequence[Level]]] = []
    for report, levels in reports:
        listed = [level.first for level in levels if level.claim in own]
        if not listed:
            silent.append((report, levels))
        elif report.publisher:
            seen = beside.setdefault(report.publisher, {})
            for name in (identity_of(level.scope) for level in levels if level.claim not in own):
                seen[name] = min(seen.get(name, date.max), *listed)
    found: dict[date, set[str]] = {}
    for report, levels in silent:
        seen = beside.get(report.publisher, {})
        days = [level.first for level in levels if level.first > seen.get(identity_of(level.scope), date.max)]
        if days:
            found.setdefault(max(days), set()).add(report.id)
    return {day: tuple(sorted(ids)) for day, ids in found.items()}


def _speaks_of(level: Level, day: date) -> bool:
    return level.first == day if level.carried else level.first <= day <= level.last


def _runs_between(flow: Flow, since: date, until: date) -> bool:
    """Return whether people of a flow can have moved after one day and by another."""
    last = flow.closes or flow.ends
    return (flow.opens is None or flow.opens < until) and (last is None or last > since)


def _is_inside(inner: Scope, outer: Scope) -> bool:
    is_part = inner.force == outer.force or inner.force.is_part_of(outer.force)
    return is_part and (
        outer.place is None or (inner.place is not None and is_within(inner.place, outer.place))
    )
