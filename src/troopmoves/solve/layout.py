"""The frame of an account: cells, days, ways and inertia, before any figure is stated.

All live claims of a component shape the frame, also those that are later set aside: a move adds freedom, so a
frame without it would make other claims clash that do not. Only amounts can be dropped.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from troopmoves.claims.assumptions import UNLIMITED
from troopmoves.entities.place import AnyOf, Place, Unspecified
from troopmoves.errors import TooHard
from troopmoves.solve.division import Cell, Division, Plot, home_of, sender_of
from troopmoves.solve.effort import Effort
from troopmoves.solve.inertia import ALWAYS, Span, Spells
from troopmoves.solve.passage import Passages
from troopmoves.solve.statement import Denial, Flow, Level, Ratio, Scope, Statement, days_of

MOST_CELLS: Final = 20_000
"""Cells of one component beyond which a question is refused."""

MOST_STATEMENTS: Final = 10_000
"""Statements of claims in one component beyond which a question is refused."""


class Way(NamedTuple):
    """Where the people of a flow who share sender and facet leave and arrive."""

    sources: tuple[Cell, ...]
    targets: tuple[Cell, ...]


class Layout:
    """The cells, days, ways and inertia of one component."""

    def __init__(
        self,
        name: str,
        plots: Iterable[Plot],
        statements: Sequence[Statement],
        *,
        scopes: Iterable[Scope],
        carry: timedelta,
    ) -> None:
        """Divide the world for some claims and questions.

        Args:
            name: What the component is called in errors.
            plots: Whose people are counted, and on which ground.
            statements: What the claims state.
            scopes: The scopes asked about, beside those that the claims speak of.
            carry: How long nothing is taken to have happened unreported.
        """
        _require_budget(name, "statements of claims", len(statements), MOST_STATEMENTS)
        self.name: str = name
        self.statements: tuple[Statement, ...] = tuple(sorted(statements, key=_chronologically))
        self._carry = carry
        self.days: list[date] = sorted({*_days(self.statements)})
        self.effort: Effort = Effort()
        """What the question that is being asked has cost so far."""
        self.division: Division = Division(plots, {*scopes, *scopes_of(self.statements)})
        self.flows: list[Flow] = [
            flow for flow in self.statements if isinstance(flow, Flow) and not flow.idle
        ]
        self.ways: dict[tuple[str, bool], tuple[Way, ...]] = {
            flow.key: self._ways(flow) for flow in self.flows
        }
        self._cells: dict[Scope, tuple[Cell, ...]] = {}
        self.cells: tuple[Cell, ...] = self.division.every_cell
        _require_budget(name, "cells", len(self.cells), MOST_CELLS)

    # -- scopes -----------------------------------------------------------------------------------------

    def cells_of(self, scope: Scope) -> tuple[Cell, ...]:
        """Return the cells whose sum is the number in scope."""
        if scope not in self._cells:
            self._cells[scope] = self.division.cells(scope)
        return self._cells[scope]

    def stated_by(self, claims: Collection[str]) -> tuple[Statement, ...]:
        """Return what some claims state, in the order of its days."""
        return tuple(self.statements[place] for place in sorted(self._places_of(claims)))

    def cells_about(self, claims: Collection[str]) -> frozenset[Cell]:
        """Return the cells whose numbers some claims speak of."""
        return frozenset(cell for one in self.stated_by(claims) for cell in self._cells_about(one))

    def cells_across(self, claims: Collection[str], after: date, by: date) -> frozenset[Cell]:
        """Return the cells whose numbers some claims speak of both until one day and from a later one."""
        until: set[Cell] = set()
        since: set[Cell] = set()
        for statement in self.stated_by(claims):
            spans = _times_of(statement)
            if any(span.first <= after for span in spans):
                until.update(self._cells_about(statement))
            if any(span.last >= by for span in spans):
                since.update(self._cells_about(statement))
        return frozenset(until & since)

    def _cells_about(self, statement: Statement) -> Iterator[Cell]:
        yield from (cell for scope in counted(statement) for cell in self.cells_of(scope))
        if isinstance(statement, Flow):
            yield from _cells_on(self.ways.get(statement.key, ()))

    def days_spoken_of(self, claims: Collection[str]) -> list[date]:
        """Return the days that some claims speak of, in order."""
        return sorted({*_days(self.stated_by(claims))})

    def at_one_time(self, claims: Collection[str]) -> list[str]:
        """Return those of some claims that can clash even if anything moved between any two days.

        These bear on days on which others bear too, or on nobody who is counted here.
        """
        met: set[str] = set()
        until, opener = date.min, ""
        for (first, last), claim in sorted(self._times(claims)):
            if first > until or not opener:
                opener = claim
            elif claim != opener:
                met |= {claim, opener}
            until = max(until, last)
        return [claim for claim in claims if claim in met or not self.cells_about([claim])]

    def _times(self, claims: Collection[str]) -> Iterable[tuple[Span, str]]:
        """Yield the days on which some claims bear."""
        for statement in self.stated_by(claims):
            yield from ((span, statement.claim) for span in _times_of(statement))

    def time_of(self, claims: Collection[str]) -> Span:
        """Return the days from the first to the last on which some claims bear."""
        spans = [span for span, _ in self._times(claims)]
        return Span(min(span.first for span in spans), max(span.last for span in spans))

    @cached_property
    def literal(self) -> bool:
        """Whether every figure is to be taken to the letter anyway."""
        return all(
            not isinstance(one, Level | Flow)
            or one.literally is None
            or (one.literally.low, one.literally.high) == (one.low, one.high)
            for one in self.statements
        )

    def _places_of(self, claims: Collection[str]) -> Iterable[int]:
        """Yield where in the order of days the statements of some claims stand."""
        for claim in claims:
            first = bisect_left(self._by_claim, claim, key=self._claim_at)
            yield from self._by_claim[first : bisect_right(self._by_claim, claim, first, key=self._claim_at)]

    @cached_property
    def _by_claim(self) -> array[int]:
        """Where the statements stand, in the order of their claims."""
        return array("l", sorted(range(len(self.statements)), key=self._claim_at))

    def _claim_at(self, place: int) -> str:
        return self.statements[place].claim

    # -- flows ------------------------------------------------------------------------------------------

    def _ways(self, flow: Flow) -> tuple[Way, ...]:
        ways = []
        for sender in self.division.senders(flow.scope):
            sources, targets = self._ends(flow, sender)
            ways += [
                Way(
                    tuple(self.division.cell(sender, ground, facet) for ground in sources),
                    tuple(self.division.cell(sender, ground, facet) for ground in targets),
                )
                for facet in self.division.facets(sender, flow.scope.force)
            ]
        return tuple(ways)

    def _ends(self, flow: Flow, sender: str) -> tuple[list[int], list[int]]:
        """Return the ground that people leave and the ground where they arrive.

        Nobody arrives where they were: a definite end is taken out of the other end that contains it. Where
        the destination is vague, staying inside is one of the alternatives.
        """
        origin, destination = flow.scope.place, flow.destination
        if destination is None and flow.homeward:
            destination = home_of(sender)
        leave = set(self.division.ground(sender, origin))
        arrive = set(self.division.ground(sender, destination))
        if destination is None or (arrive >= leave and _is_definite(destination)):
            arrive = arrive - leave if origin is not None else arrive
        elif _is_definite(destination):
            leave -= arrive
        return sorted(leave), sorted(arrive)

    def flow(self, claim: str, *, returns: bool = False) -> Flow | None:
        """Return the flow of a claim, or its way back; None if nobody goes."""
        return self._by_key.get((claim, returns))

    @cached_property
    def _by_key(self) -> dict[tuple[str, bool], Flow]:
        return {flow.key: flow for flow in self.flows}

    def open_ways(self, flow: Flow) -> tuple[Way, ...]:
        """Return the ways of a flow on which people can leave and arrive."""
        return tuple(way for way in self.ways.get(flow.key, ()) if way.sources and way.targets)

    def flows_through(self, cell: Cell) -> Sequence[Flow]:
        """Return the flows by which people may leave a cell or arrive in it."""
        return self._passages[cell].flows if cell in self._passages else ()

    def flows_between(self, cell: Cell, since: date, by: date) -> Sequence[Flow]:
        """Return the flows by which a cell's count may change between two days."""
        return self._passages[cell].between(since, by) if cell in self._passages else ()

    @cached_property
    def _passages(self) -> dict[Cell, Passages]:
        through: dict[Cell, list[Flow]] = {}
        for flow in self.flows:
            for cell in dict.fromkeys(_cells_on(self.open_ways(flow))):
                through.setdefault(cell, []).append(flow)
        return {cell: Passages(flows) for cell, flows in through.items()}

    # -- inertia ----------------------------------------------------------------------------------------

    def spell(self, cell: Cell, day: date) -> Span | None:
        """Return the days through which a cell's count is held together with that of a day; None: alone."""
        spells = self._spells.get(cell)
        return None if spells is None else spells.around(day)

    @cached_property
    def _spells(self) -> dict[Cell, Spells]:
        if self._carry == UNLIMITED:
            always = Spells([ALWAYS], self._carry)
            dated = filter(_spoken_of, self.statements)
            return dict.fromkeys(chain.from_iterable(map(self._named_cells, dated)), always)
        mentions: dict[Cell, set[Span]] = {}
        for statement in self.statements:
            spans = _spoken_of(statement)
            for cell in self._named_cells(statement):
                mentions.setdefault(cell, set()).update(spans)
        return {cell: Spells(spans, self._carry) for cell, spans in mentions.items()}

    def _named_cells(self, statement: Statement) -> Iterable[Cell]:
        if not isinstance(statement, Flow):
            return (cell for scope in counted(statement) for cell in self.cells_of(scope))
        return _cells_on(self.ways.get(statement.key) or self._ways(statement))


def _cells_on(ways: Iterable[Way]) -> Iterable[Cell]:
    return (cell for way in ways for cell in (*way.sources, *way.targets))


def _times_of(statement: Statement) -> list[Span]:
    """Return all days that a claim bears on; of a move its two ends, if both are known."""
    match statement:
        case Level() | Ratio():
            return [Span(statement.first, statement.last)]
        case Denial():
            return [Span(statement.since, statement.until)]
        case Flow(opens=date() as opens, closes=date() as closes):
            return [Span(opens, opens), Span(closes, closes)]
        case Flow():
            return [ALWAYS]


def _spoken_of(statement: Statement) -> list[Span]:
    """Return the spans of days that a claim speaks of."""
    match statement:
        case Level(carried=True):
            return [Span(statement.first, statement.first)]
        case Level() | Ratio():
            return [Span(statement.first, statement.last)]
        case Denial():
            return [Span(statement.since, statement.since)]
        case Flow():
            days = (statement.opens, statement.ends)
            return [Span(day, day) for day in days if day is not None]


def _require_budget(component: str, things: str, number: int, most: int) -> None:
    if number > most:
        rule = f"a component has at most {most} {things}"
        raise TooHard(component, number, rule, "split the ledger, or ask about fewer places at once")


def _is_definite(place: Place) -> bool:
    return not isinstance(place, Unspecified | AnyOf)


def _chronologically(statement: Statement) -> tuple[date, str]:
    return min(days_of(statement), default=date.min), statement.claim


def _days(statements: Iterable[Statement]) -> Iterable[date]:
    return (day for statement in statements for day in days_of(statement))


def scopes_of(statements: Iterable[Statement]) -> Iterable[Scope]:
    """Yield every scope that must be a sum of cells, the ends of flows included."""
    for statement in statements:
        yield from counted(statement)
        if isinstance(statement, Flow):
            yield statement.scope
            yield _goal_of(statement)


def _goal_of(flow: Flow) -> Scope:
    """Return where the people of a flow are afterwards: anywhere, if nothing is said of it."""
    force, destination = flow.scope.force, flow.destination
    if destination is None and flow.homeward:
        destination = home_of(sender_of(force))
    return Scope(force, destination, unnamed_only=True)


def counted(statement: Statement) -> Iterable[Scope]:
    """Yield the scopes whose numbers a statement bounds."""
    match statement:
        case Ratio():
            yield statement.scope
            yield statement.whole
        case Level() | Denial():
            yield statement.scope
        case Flow(whole=Scope() as whole):
            yield whole
        case Flow():
            return
