"""The count of each cell on each day as a linear form, made as it is asked for.

The variables are the count of a cell at the start of a segment (days through which nothing happened in it
unreported) and what had moved by each way of each flow by some days. A count is what was there at the start,
plus what came since, minus what left; a relocation cancels in every sum that holds both of its ends, whatever
its size.

Nothing is made that no claim and no question refers to. A segment that none refers to can hold anybody, so it
binds nothing; once one does, its count is never below zero: at its start, on every day before that a question
speaks of, and on every day by which people of a flow that is spoken of have left.
"""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Final, TypeAlias, final

from troopmoves.solve.division import Cell
from troopmoves.solve.form import Form, add, minus
from troopmoves.solve.gaps import Gap, Gaps
from troopmoves.solve.layout import Layout, Way
from troopmoves.solve.simplex import Simplex
from troopmoves.solve.statement import Flow


@final
class Stage:
    """The people of one flow who had moved by a day."""

    __slots__ = ("day", "moved", "parts", "total")

    def __init__(self, day: date) -> None:
        self.day: date = day
        self.moved: dict[Cell, dict[int, int]] = {}
        """By cell: arrivals plus, departures minus."""
        self.parts: tuple[dict[int, int], ...] = ()
        """Arrivals and departures one by one, each of which is never negative and never falls."""
        self.total: dict[int, int] = {}


_Spot: TypeAlias = tuple[Cell, date]


@final
class Stock:
    """The counts of a layout's cells, over the variables of a simplex."""

    def __init__(self, layout: Layout, simplex: Simplex, gaps: Gaps) -> None:
        """Begin with no count spoken of.

        Args:
            layout: The frame.
            simplex: Where the variables are made, and stated to be never below zero.
            gaps: Where something may have moved unreported, beyond the layout's own inertia.
        """
        self._layout = layout
        self._simplex = simplex
        self._gaps = gaps
        self._counts: dict[_Spot, Form] = {}
        self._starts: dict[_Spot, date] = {}
        self._segments: dict[_Spot, list[tuple[date, int]]] = {}
        """By the start of each segment that is spoken of: days with the variables of their counts."""
        self._stages: dict[tuple[str, bool], list[Stage]] = {}
        self._due: list[_Spot] = []
        """Counts that are still to be stated as never below zero."""
        self._new: list[tuple[Flow, Stage]] = []
        """Stages that came into question since last told."""
        self.turn: int = 0
        """The number of the claim that is being stated."""
        self._spoken: dict[Cell, list[tuple[date, int]]] | None = {}
        """On which days each cell is spoken of, by which claims; None once all are stated."""

    # -- counts -----------------------------------------------------------------------------------------

    def count(self, cell: Cell, day: date) -> Form:
        """Return the count of a cell at the beginning of a day."""
        spot = (cell, day)
        form = self._counts.get(spot)
        if form is None:
            form = self._counted(spot)
            if self._spoken is not None:
                self._counts[spot] = form
                self._spoken.setdefault(cell, []).append((day, self.turn))
        return form

    def _counted(self, spot: _Spot) -> Form:
        cell, day = spot
        known = self._known((cell, self._start_of(spot)))
        since, count = known[max(bisect_left(known, (day, math.inf)) - 1, 0)]
        form = {count: 1}
        if day == since:
            return form
        for flow in self._layout.flows_between(cell, min(since, day), max(since, day)):
            for moment, factor in ((day, 1), (since, -1)):
                stage = self.stage(flow, moment)
                if stage is not None:
                    add(form, stage.moved[cell], factor)
        if day < since:
            self._due.append(spot)
        return form

    def know(self, cell: Cell, day: date) -> None:
        """Have later counts of a cell start from this one, which something is stated of."""
        spot = (cell, day)
        variable = self._simplex.named(self.count(cell, day))
        known = self._known((cell, self._start_of(spot)))
        if (day, variable) not in known:
            insort(known, (day, variable))
            self._simplex.trail.did(partial(known.remove, (day, variable)))
        if self._spoken is not None:
            self._counts[spot] = {variable: 1}

    def _known(self, start: _Spot) -> list[tuple[date, int]]:
        """Return the days of a segment on which something is stated of the count, each with its variable."""
        if start not in self._segments:
            cell, day = start
            self._segments[start] = [(self._counted_from(day), self._simplex.variable(low=0))]
            self._simplex.trail.did(partial(self._segments.pop, start))
            for flow in self._layout.flows_through(cell):
                for stage in self._stages.get(flow.key, ()):
                    self._require_enough(cell, stage)
        return self._segments[start]

    def _counted_from(self, start: date) -> date:
        """Return from when moves count in a segment: always, where no claim speaks of an earlier day."""
        days = self._layout.days
        return date.min if not days or start <= days[0] else start

    def never_below_zero(self) -> Iterator[Form]:
        """Yield the counts that are to be stated as such, those too that come into question meanwhile."""
        while self._due:
            spot = self._due.pop()
            self.know(*spot)
            yield self.count(*spot)

    def _require_enough(self, cell: Cell, stage: Stage) -> None:
        """Have a count stated where people leave a segment that is spoken of, or come before its start."""
        start = self._start_of((cell, stage.day))
        leaves = any(factor < 0 for factor in stage.moved[cell].values())
        if (leaves or stage.day < start) and (cell, start) in self._segments:
            self._due.append((cell, stage.day))

    # -- segments ---------------------------------------------------------------------------------------

    def _start_of(self, spot: _Spot) -> date:
        """Return the day from which the count is held together with that of a day, as claims speak of it."""
        start = self._starts.get(spot)
        if start is None:
            start = self._found_start(*spot)
            if self._spoken is not None:
                self._starts[spot] = start
        return start

    def _found_start(self, cell: Cell, day: date) -> date:
        spell = self._layout.spell(cell, day)
        held = None if spell is None else self._gaps.unbroken(cell, day, spell)
        if held is None:
            return day
        days = self._layout.days
        place = bisect_left(days, held.first)
        return days[place] if place < len(days) and days[place] <= held.last else held.first

    # -- stages -----------------------------------------------------------------------------------------

    def stage(self, flow: Flow, day: date) -> Stage | None:
        """Return who had moved by a day; None before the flow opens, and if it leads nowhere."""
        if flow.closes is not None:
            day = min(day, flow.closes)
        if day <= (flow.opens or date.min):
            return None
        stages = self._stages.setdefault(flow.key, [])
        place = bisect_left(stages, day, key=_day_of)
        if place < len(stages) and stages[place].day == day:
            return stages[place]
        return self._new_stage(flow, day, place) if self._layout.open_ways(flow) else None

    def _new_stage(self, flow: Flow, day: date, place: int) -> Stage:
        stages, stage = self._stages[flow.key], Stage(day)
        for way in self._layout.open_ways(flow):
            self._add_way(stage, way)
        before = stages[place - 1].parts if place else ({},) * len(stage.parts)
        self._never_falls(before, stage.parts)
        if place < len(stages):
            self._never_falls(stage.parts, stages[place].parts)
        stages.insert(place, stage)
        self._simplex.trail.did(partial(stages.remove, stage))
        self._new.append((flow, stage))
        for cell in stage.moved:
            self._require_enough(cell, stage)
        return stage

    def _add_way(self, stage: Stage, way: Way) -> None:
        """Give each target and each source but one a variable; the last source balances the rest."""
        balance: dict[int, int] = {}
        for sign, cells in ((1, way.targets), (-1, way.sources[1:])):
            for cell in cells:
                part = {self._simplex.variable(low=0): 1}
                stage.parts += (part,)
                add(stage.moved.setdefault(cell, {}), part, sign)
                add(balance, part, sign)
                if sign == 1:
                    add(stage.total, part)
        if len(way.sources) > 1:
            stage.parts += (balance,)
        add(stage.moved.setdefault(way.sources[0], {}), balance, -1)

    def _never_falls(self, earlier: Sequence[Form], later: Sequence[Form]) -> None:
        for had, part in zip(earlier, later, strict=True):
            if had or len(part) > 1:  # a single one is never negative anyway
                self._simplex.state(minus(part, had), 0, None, None)

    def new_stages(self) -> Iterator[tuple[Flow, Stage]]:
        """Yield the stages that came into question since this was last asked."""
        while self._new:
            yield self._new.pop()

    def stages(self, flow: Flow) -> Sequence[Stage]:
        """Return who had moved by each of the days that are spoken of."""
        return tuple(self._stages.get(flow.key, ()))

    # -- gaps -------------------------------------------------------------------------------------------

    def first_concerned(self, gap: Gap) -> int:
        """Return the number of the first claim by which cells in a gap are spoken of after it began."""
        spoken = self._spoken or {}
        later = (
            turn for cell in self._cells_in(gap) for day, turn in spoken.get(cell, ()) if day > gap.after
        )
        return min(later, default=self.turn)

    def open(self, gap: Gap) -> None:
        """Let something have happened unreported; nothing stated speaks of those cells after it began."""
        for forgotten in (self._due, self._new, self._counts, self._starts):
            forgotten.clear()
        self._gaps = self._gaps.plus(gap)
        if self._spoken is not None:
            for cell in self._cells_in(gap):
                spoken = self._spoken.get(cell, ())
                self._spoken[cell] = [(day, turn) for day, turn in spoken if day <= gap.after]

    def _cells_in(self, gap: Gap) -> Collection[Cell]:
        return self._layout.cells if gap.cells is None else gap.cells

    def close(self) -> None:
        """Take everything as stated."""
        self._spoken = None
        self._counts.clear()
        self._starts.clear()


_day_of: Final[Callable[[Stage], date]] = attrgetter("day")
