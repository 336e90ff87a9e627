"""Claims that hold together, in one simplex: the initial count of each cell and the amount of each move.

The count of a cell on a day is a linear form: what was there at first, plus what came, minus what left; it
starts anew where something may have moved unreported. A relocation cancels in every sum that holds both of
its ends, whatever its size.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from troopmoves.errors import TooHard
from troopmoves.quantity import share as quantity
from troopmoves.solve.division import Cell
from troopmoves.solve.layout import Gap, Layout, Way
from troopmoves.solve.simplex import BudgetSpent, Extreme, Form, Number, Simplex
from troopmoves.solve.statement import Denial, Flow, Level, Ratio, Scope, Statement, Term

MOST_PIVOTS: Final = 200_000
"""Pivots of one simplex beyond which a question is refused."""


class Bound(NamedTuple):
    """`low <= form <= high`, open where None."""

    form: Form
    low: int | None
    high: int | None


class Share(NamedTuple):
    """What one claim contributes to an end of the bounds; the contributions add up to the end."""

    claim: str
    contribution: Number


class Limit(NamedTuple):
    """The end of what a form can be, and what each claim contributes to it; None is open."""

    value: int | None
    shares: tuple[Share, ...]


class _Stage(NamedTuple):
    """The people of one flow who had moved by a day."""

    day: date
    moved: dict[Cell, dict[int, int]]
    """By cell: arrivals plus, departures minus."""
    parts: list[Form]
    """Arrivals and departures one by one, each of which is never negative and never falls."""
    total: dict[int, int]


class World:
    """A layout with the amounts of some of its claims stated."""

    def __init__(
        self,
        layout: Layout,
        claims: Collection[str],
        gaps: Collection[Gap] = (),
        about: Iterable[Cell] | None = None,
        *,
        literally: bool = False,
    ) -> None:
        """State some claims of a layout.

        Args:
            layout: The frame.
            claims: The claims whose amounts are stated.
            gaps: Where something may have moved unreported, beyond the layout's own gaps.
            about: The cells that matter; none: all. No flow leads from one sender's or facet's cells to
                another's, so those that share neither with these cells can be left away.
            literally: Whether figures are taken to the letter instead of by the convention.
        """
        self._layout = layout
        self._literally = literally
        self._simplex = Simplex(MOST_PIVOTS)
        self._groups = None if about is None else {(cell.sender, cell.facet) for cell in about}
        self._bases = self._spells({*layout.gaps, *gaps})
        self._stages = {flow.key: self._build(flow) for flow in layout.flows}
        self._through: dict[Cell, list[list[_Stage]]] = {}
        for stages in self._stages.values():
            for cell in stages[0].moved if stages else ():
                self._through.setdefault(cell, []).append(stages)
        self._never_below_zero()
        self.clash: frozenset[str] = frozenset()
        """The claims that cannot hold together; the last one stated is among them."""
        self._state(layout.statements, claims)

    # -- building ---------------------------------------------------------------------------------------

    def _matters(self, cell: Cell) -> bool:
        return self._groups is None or (cell.sender, cell.facet) in self._groups

    def _spells(self, gaps: Collection[Gap]) -> dict[Cell, list[tuple[date, int]]]:
        """Return for each cell the days from which its count starts anew, each with that count.

        A gap forgets what was before it, so a fresh count says all that a drift onto the old one would, and
        keeps the forms short.
        """
        starts: dict[Cell, list[date]] = {
            cell: [date.min] for cell in self._layout.cells if self._matters(cell)
        }
        for cell, day in sorted(gaps):
            if cell in starts:
                starts[cell].append(day)
        return {cell: [(day, self._simplex.variable()) for day in days] for cell, days in starts.items()}

    def _build(self, flow: Flow) -> list[_Stage]:
        stages: list[_Stage] = []
        ways = [
            way
            for way in self._layout.ways[flow.key]
            if way.sources and way.targets and self._matters(way.sources[0])
        ]
        if not ways:
            return []
        for day in self._layout.stages(flow):
            stage = _Stage(day, {}, [], {})
            for way in ways:
                self._add_way(stage, way)
            before = stages[-1].parts if stages else [{}] * len(stage.parts)
            for part, had in zip(stage.parts, before, strict=True):
                self._simplex.state(_minus(part, had), 0, None, None)
            stages.append(stage)
        return stages

    def _add_way(self, stage: _Stage, way: Way) -> None:
        """Give each target and each source but one a variable; the last source balances the rest."""
        balance: dict[int, int] = {}
        for sign, cells in ((1, way.targets), (-1, way.sources[1:])):
            for cell in cells:
                part = {self._simplex.variable(): 1}
                stage.parts.append(part)
                _add(stage.moved.setdefault(cell, {}), part, sign)
                _add(balance, part, sign)
                if sign == 1:
                    _add(stage.total, part)
        if len(way.sources) > 1:
            stage.parts.append(balance)
        _add(stage.moved.setdefault(way.sources[0], {}), balance, -1)

    def _never_below_zero(self) -> None:
        for cell, spells in self._bases.items():
            starts = {day for day, _ in spells}
            for _, count in spells:
                self._simplex.state({count: 1}, 0, None, None)
            leaving = {
                stage.day
                for stages in self._through.get(cell, ())
                for stage in stages
                if any(factor < 0 for factor in stage.moved[cell].values())
            }
            for day in sorted(leaving - starts):
                self._simplex.state(self._count(cell, day), 0, None, None)

    # -- forms ------------------------------------------------------------------------------------------

    def _count(self, cell: Cell, day: date) -> dict[int, int]:
        """Return the count of a cell: that at the start of the spell, and what has moved since."""
        spells = self._bases[cell]
        since, base = spells[bisect_right(spells, day, key=_first) - 1]
        form = {base: 1}
        for stages in self._through.get(cell, ()):
            for moment, factor in ((day, 1), (since, -1)):
                stage = _last(stages, moment)
                if stage is not None:
                    _add(form, stage.moved[cell], factor)
        return _without_zeros(form)

    def _stock(self, scope: Scope, day: date) -> dict[int, int]:
        form: dict[int, int] = {}
        for cell in self._layout.cells_of(scope):
            if cell in self._bases:
                _add(form, self._count(cell, day))
        return _without_zeros(form)

    # -- stating ----------------------------------------------------------------------------------------

    def _state(self, statements: Iterable[Statement], claims: Collection[str]) -> None:
        for statement in statements:
            if statement.claim not in claims:
                continue
            for bound in self.bounds_of(statement):
                try:
                    clash = self._simplex.state(*bound, statement.claim)
                except BudgetSpent:
                    raise self._too_hard() from None
                if clash:
                    self.clash = frozenset(str(reason) for reason in clash if reason is not None) | {
                        statement.claim
                    }
                    return

    def _too_hard(self) -> TooHard:
        return TooHard(
            self._layout.name,
            f"{len(self._layout.statements)} statements over {len(self._layout.cells)} cells",
            f"a component takes at most {MOST_PIVOTS} pivots",
            "split the ledger, or ask about fewer places at once",
        )

    def bounds_of(self, statement: Statement) -> Iterator[Bound]:
        """Yield what a statement says of the forms of this world."""
        match statement:
            case Level():
                low, high = self._figures(statement)
                for day in self._days(statement):
                    yield Bound(self._stock(statement.scope, day), low, high)
            case Ratio():
                for day in self._days(statement):
                    part = self._stock(statement.scope, day)
                    yield from _share(part, self._stock(statement.whole, day), statement.share)
            case Denial():
                yield from self._denied(statement)
            case Flow():
                yield from self._amounts(statement)

    def _days(self, statement: Level | Ratio) -> list[date]:
        return [day for day in self._layout.days if statement.first <= day <= statement.last]

    def _denied(self, denial: Denial) -> Iterator[Bound]:
        days = [day for day in self._layout.days if denial.since <= day <= denial.until]
        low, high = (0, None) if denial.falls else (None, 0)
        for earlier, later in pairwise(days):
            change = _minus(self._stock(denial.scope, later), self._stock(denial.scope, earlier))
            yield Bound(change, low, high)

    def _amounts(self, flow: Flow) -> Iterator[Bound]:
        stages = self._stages.get(flow.key, [])
        if not stages:
            return
        total = stages[-1].total
        complete = flow.closes is not None and stages[-1].day >= flow.closes
        if flow.returns:
            there = self._stages.get((flow.claim, False), [])
            still_away = _minus(there[-1].total if there else {}, total)
            yield Bound(still_away, 0, 0 if complete else None)
        elif flow.share is not None and flow.whole is not None:
            if flow.opens is not None:
                low, high = _share(total, self._stock(flow.whole, flow.opens), flow.share)
                yield from (low, high) if complete else (high,)
        else:
            least, most = self._figures(flow)
            yield Bound(total, least if complete else 0, most)

    def _figures(self, statement: Level | Flow) -> tuple[int, int | None]:
        if self._literally and statement.literally is not None:
            return statement.literally.low, statement.literally.high
        return statement.low, statement.high

    # -- asking -----------------------------------------------------------------------------------------

    def form(self, terms: Iterable[Term]) -> Form:
        """Return the linear form that a question asks about."""
        form: dict[int, int] = {}
        for term in terms:
            _add(form, self._stock(term.scope, term.day), term.factor)
        return _without_zeros(form)

    def limits(self, form: Form) -> tuple[Limit, Limit]:
        """Return the least and the greatest whole number that a form can be."""
        try:
            least, greatest = self._simplex.smallest(form), self._simplex.largest(form)
        except BudgetSpent:
            raise self._too_hard() from None
        return _limit(least, math.ceil), _limit(greatest, math.floor)


def _limit(extreme: Extreme, to_whole: Callable[[Number], int]) -> Limit:
    if extreme.value is None:
        return Limit(None, ())
    shares: dict[str, Number] = {}
    for reason, contribution in extreme.weights:
        if reason is not None:
            shares[str(reason)] = shares.get(str(reason), 0) + contribution
    return Limit(to_whole(extreme.value), tuple(Share(*share) for share in sorted(shares.items())))


def _share(part: Form, whole: Form, share: quantity.Share) -> tuple[Bound, Bound]:
    """Return the two ends of a share, outward to whole persons."""
    low = _minus(part, whole, share.low.denominator, share.low.numerator)
    high = _minus(part, whole, share.high.denominator, share.high.numerator)
    return Bound(low, 1 - share.low.denominator, None), Bound(high, None, share.high.denominator - 1)


def _add(form: dict[int, int], other: Form, factor: int = 1) -> None:
    for variable, coefficient in other.items():
        form[variable] = form.get(variable, 0) + factor * coefficient


def _minus(one: Form, other: Form, factor: int = 1, other_factor: int = 1) -> dict[int, int]:
    form: dict[int, int] = {}
    _add(form, one, factor)
    _add(form, other, -other_factor)
    return _without_zeros(form)


def _without_zeros(form: dict[int, int]) -> dict[int, int]:
    return {variable: factor for variable, factor in form.items() if factor}


def _first(pair: tuple[date, int]) -> date:
    return pair[0]


def _last(stages: list[_Stage], day: date) -> _Stage | None:
    return next((stage for stage in reversed(stages) if stage.day <= day), None)
