"""The frame of an account: cells, days, ways and inertia, before any figure is stated.

All live claims of a component shape the frame, also those that are later set aside: a move adds freedom, so a
frame without it would make other claims clash that do not. Only amounts can be dropped.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from troopmoves.claims.assumptions import UNLIMITED
from troopmoves.entities.place import AnyOf, Place, Unspecified
from troopmoves.errors import TooHard
from troopmoves.solve.division import Cell, Division, Plot, home_of, sender_of
from troopmoves.solve.statement import Denial, Flow, Level, Ratio, Scope, Statement, days_of

MOST_CELLS: Final = 20_000
"""Cells of one component beyond which a question is refused."""

MOST_STATEMENTS: Final = 10_000
"""Statements of claims in one component beyond which a question is refused."""

Gap = tuple[Cell, date]
"""A cell, and a day before which something may have happened in it unreported."""


_Span: TypeAlias = tuple[date, date]
"""The first and the last of some days."""


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
        days: Iterable[date],
        scopes: Iterable[Scope],
        carry: timedelta,
    ) -> None:
        """Divide the world for some claims and questions.

        Args:
            name: What the component is called in errors.
            plots: Whose people are counted, and on which ground.
            statements: What the claims state.
            days: The days asked about, beside those that the claims speak of.
            scopes: The scopes asked about, beside those that the claims speak of.
            carry: How long nothing is taken to have happened unreported.
        """
        _require_budget(name, "statements of claims", len(statements), MOST_STATEMENTS)
        self.name: str = name
        self.statements: tuple[Statement, ...] = tuple(sorted(statements, key=_chronologically))
        self._carry = carry
        self.days: list[date] = sorted({*days, *_days(self.statements)})
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

    def cells_about(self, claims: Collection[str]) -> frozenset[Cell]:
        """Return the cells whose numbers some claims speak of."""
        cells: set[Cell] = set()
        for statement in self.statements:
            if statement.claim in claims:
                cells.update(cell for scope in counted(statement) for cell in self.cells_of(scope))
                if isinstance(statement, Flow):
                    cells.update(_cells_on(self.ways.get(statement.key, ())))
        return frozenset(cells)

    def days_spoken_of(self, claims: Collection[str]) -> list[date]:
        """Return the days that some claims speak of, in order."""
        spoken = (statement for statement in self.statements if statement.claim in claims)
        return sorted({*_days(spoken)})

    # -- flows ------------------------------------------------------------------------------------------

    def _ways(self, flow: Flow) -> tuple[Way, ...]:
        ways = []
        for sender in self.division.senders(flow.scope):
            sources, targets = self._ends(flow, sender)
            ways += [
                Way(
                    tuple(Cell(sender, ground, facet) for ground in sources),
                    tuple(Cell(sender, ground, facet) for ground in targets),
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

    def stages(self, flow: Flow) -> list[date]:
        """Return the days by which ever more of a flow has taken place."""
        after = [day for day in self.days if flow.opens is None or day > flow.opens]
        return after if flow.closes is None else [day for day in after if day <= flow.closes]

    # -- inertia ----------------------------------------------------------------------------------------

    @cached_property
    def every_gap(self) -> frozenset[Gap]:
        """Every place and time at which something could have happened unreported."""
        return frozenset((cell, day) for cell in self.cells for day in self.days[1:])

    @cached_property
    def gaps(self) -> frozenset[Gap]:
        """Where something may have happened unreported: between days that no claim near by holds together."""
        mentions = self._mentions()
        return frozenset(
            (cell, later)
            for cell in self.cells
            for spells in [_Spells(mentions.get(cell, ()), self._carry)]
            for earlier, later in pairwise(self.days)
            if not spells.join(earlier, later)
        )

    def _mentions(self) -> dict[Cell, set[_Span]]:
        mentions: dict[Cell, set[_Span]] = {}
        for statement in self.statements:
            spans = _spoken_of(statement)
            for cell in self._named_cells(statement):
                mentions.setdefault(cell, set()).update(spans)
        return mentions

    def _named_cells(self, statement: Statement) -> Iterable[Cell]:
        if not isinstance(statement, Flow):
            return (cell for scope in counted(statement) for cell in self.cells_of(scope))
        return _cells_on(self.ways.get(statement.key) or self._ways(statement))


class _Spells:
    """The spells of days through which the claims that name a cell hold it together."""

    def __init__(self, mentions: Iterable[_Span], carry: timedelta) -> None:
        self._carry = carry
        self._spells: list[_Span] = []
        for first, last in sorted(mentions):
            if self._spells and self._reaches(first - self._spells[-1][1]):
                begun, so_far = self._spells.pop()
                self._spells.append((begun, max(so_far, last)))
            else:
                self._spells.append((first, last))

    def join(self, earlier: date, later: date) -> bool:
        """Return whether nothing is taken to have happened between two days."""
        spell = self._of(earlier)
        return spell is not None and spell == self._of(later)

    def _of(self, day: date) -> _Span | None:
        """Return the nearest spell within reach of a day; of two as near, the earlier."""
        after = bisect_right(self._spells, (day, date.max))
        near = [(_apart(spell, day), spell) for spell in self._spells[max(after - 1, 0) : after + 1]]
        return min((found for found in near if self._reaches(found[0])), default=(None, None))[1]

    def _reaches(self, distance: timedelta) -> bool:
        return self._carry == UNLIMITED or distance <= self._carry


def _cells_on(ways: Iterable[Way]) -> Iterable[Cell]:
    return (cell for way in ways for cell in (*way.sources, *way.targets))


def _apart(span: _Span, day: date) -> timedelta:
    return max(span[0] - day, day - span[1], timedelta(0))


def _spoken_of(statement: Statement) -> list[_Span]:
    """Return the spans of days that a claim speaks of."""
    match statement:
        case Level(carried=True):
            return [(statement.first, statement.first)]
        case Level() | Ratio():
            return [(statement.first, statement.last)]
        case Denial():
            return [(statement.since, statement.since)]
        case Flow():
            days = (statement.opens, statement.ends)
            return [(day, day) for day in days if day is not None]


def _require_budget(component: str, things: str, number: int, most: int) -> None:
    if number > most:
        rule = f"a component has at most {most} {things}"
        raise TooHard(component, number, rule, "split the ledger, or ask about fewer places at once")


def _is_definite(place: Place) -> bool:
    return not isinstance(place, Unspecified | AnyOf)


def _chronologically(statement: Statement) -> tuple[date, str, str]:
    return (min(days_of(statement), default=date.min), statement.claim, repr(statement))


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
