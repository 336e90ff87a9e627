"""Claims that hold together, in one simplex: every claim bounds a linear form of counts and moves.

Claims are stated in the order of their days, until one clashes with those before it.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from troopmoves.errors import TooHard
from troopmoves.quantity import share as quantity
from troopmoves.solve import effort
from troopmoves.solve.form import Form, add, key_of, minus
from troopmoves.solve.gaps import NO_GAPS, Gap, Gaps
from troopmoves.solve.layout import Layout
from troopmoves.solve.simplex import Extreme, Number, Simplex
from troopmoves.solve.statement import Denial, Flow, Level, Ratio, Scope, Statement, Term
from troopmoves.solve.stock import Stage, Stock


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


Ends: TypeAlias = tuple[int | None, int | None]
"""The least and the greatest whole number that a form can be; None is open."""


class World:
    """A layout with the amounts of some of its claims stated."""

    def __init__(
        self,
        layout: Layout,
        claims: Collection[str],
        gaps: Gaps = NO_GAPS,
        *,
        literally: bool = False,
    ) -> None:
        """State some claims of a layout.

        Args:
            layout: The frame.
            claims: The claims whose amounts are stated.
            gaps: Where something may have moved unreported, beyond the layout's own inertia.
            literally: Whether figures are taken to the letter instead of by the convention.
        """
        self._layout = layout
        self.literally: bool = literally
        self._simplex = Simplex(layout.effort)
        self._stock = Stock(layout, self._simplex, gaps)
        self._statements = layout.stated_by(claims)
        self._lasting = [one for one in self._statements if not isinstance(one, Flow) and _lasts(one)]
        self._days = list(layout.days)
        self._marks: list[int] = []
        """Where the trail was before each claim that is stated, and before the one that clashed."""
        self._moved: set[tuple[str, bool]] = set()
        """The flows whose amounts are stated."""
        self._limits: dict[tuple[int, ...], tuple[Limit, Limit]] = {}
        self._ends: dict[tuple[int, ...], Ends] = {}
        self.unfinished: bool = False
        """Whether something was broken off midway, by the budget or by hand: it is of no use any more."""
        self.clash: frozenset[str] = frozenset()
        """The claims that cannot hold together; the last one stated is among them."""
        self._go_on()

    # -- stating ----------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        """State claims until one clashes."""
        with self._within_budget():
            for number in range(len(self._marks), len(self._statements)):
                self._stock.turn = number
                self._marks.append(self._simplex.trail.mark)
                self.clash = self._stated(self._statements[number])
                if self.clash:
                    return
        self.close()

    def close(self) -> None:
        """Take everything as stated: gaps can no longer be opened, and what that would take is forgotten."""
        self._simplex.close()
        self._stock.close()
        self._marks.clear()

    def _stated(self, statement: Statement) -> frozenset[str]:
        """State what a claim bounds; return the claims that cannot hold together, none if all can."""
        for bound in self.bounds_of(statement):
            clash = self._state(bound, statement.claim)
            if clash:
                return clash
        if isinstance(statement, Flow):
            self._moved.add(statement.key)
            self._simplex.trail.did(partial(self._moved.discard, statement.key))
        elif isinstance(statement, Level) and not _lasts(statement):
            cells = self._layout.cells_of(statement.scope)
            if len(cells) == 1:
                self._stock.know(*cells, statement.first)
        return _NONE

    def open(self, gap: Gap) -> None:
        """Let something have moved in a gap, and go on from the first claim that it concerns."""
        first = self._stock.first_concerned(gap)
        self._simplex.back_to(self._marks[first])
        del self._marks[first:]
        self._stock.open(gap)
        self._go_on()

    def to_the_letter(self) -> World:
        """Return the same claims without gaps, with figures taken to the letter."""
        return World(self._layout, {one.claim for one in self._statements}, literally=True)

    def _state(self, bound: Bound, claim: str) -> frozenset[str]:
        """Bound a form; return the claims that cannot hold together, none if all can."""
        clash = self._catch_up() or self._simplex.state(*bound, claim)
        return frozenset(str(reason) for reason in clash if reason is not None) | {claim} if clash else _NONE

    def _catch_up(self) -> frozenset[Hashable]:
        """State what follows from the counts and stages that have come into question."""
        for count in self._stock.never_below_zero():
            clash = self._simplex.state(count, 0, None, None)
            if clash:
                return clash
        for flow, stage in self._stock.new_stages():
            # A stage can be like the one before it, so this clashes with nothing.
            for bound in self._amount_by(flow, stage) if flow.key in self._moved else ():
                self._simplex.state(*bound, flow.claim)
        return _NONE

    @contextmanager
    def _within_budget(self) -> Iterator[None]:
        self.unfinished = True
        try:
            yield
        except effort.BudgetSpent:
            raise TooHard(
                self._layout.name,
                f"{len(self._layout.statements)} statements over {len(self._layout.cells)} cells",
                f"a question of a component takes at most {effort.MOST_PIVOTS:,} pivots, "
                f"and {effort.MOST_WRITTEN:,} factors written",
                "split the ledger, or ask about fewer places at once",
            ) from None
        self.unfinished = False

    # -- what claims bound ------------------------------------------------------------------------------

    def bounds_of(self, statement: Statement) -> Iterator[Bound]:
        """Yield what a statement says of the forms of this world."""
        match statement:
            case Level() | Ratio():
                for day in self._between(statement.first, statement.last):
                    yield from self._on(statement, day)
            case Denial():
                yield from self._denied(statement, self._between(statement.since, statement.until))
            case Flow():
                yield from self._amounts(statement)

    def numbers_of(self, statement: Statement, day: date) -> list[Bound]:
        """Return the same of a claim that need not be stated; a move without an end is counted by a day."""
        with self._within_budget():
            if isinstance(statement, Flow) and statement.closes is None and not statement.idle:
                self._stock.stage(statement, day)
            return list(self.bounds_of(statement))

    def _between(self, first: date, last: date) -> Sequence[date]:
        return self._days[bisect_left(self._days, first) : bisect_right(self._days, last)]

    def _on(self, statement: Level | Ratio, day: date) -> Iterator[Bound]:
        count = self._count(statement.scope, day)
        if isinstance(statement, Ratio):
            yield from _share(count, self._count(statement.whole, day), statement.share)
        else:
            yield Bound(count, *self._figures(statement))

    def _denied(self, denial: Denial, days: Sequence[date]) -> Iterator[Bound]:
        low, high = (0, None) if denial.falls else (None, 0)
        for earlier, later in pairwise(days):
            change = minus(self._count(denial.scope, later), self._count(denial.scope, earlier))
            yield Bound(change, low, high)

    def _amounts(self, flow: Flow) -> Iterator[Bound]:
        if flow.closes is not None:
            self._stock.stage(flow, flow.closes)
        for stage in self._stock.stages(flow):
            yield from self._amount_by(flow, stage)

    def _amount_by(self, flow: Flow, stage: Stage) -> Iterator[Bound]:
        """Yield what a flow says of those who have moved by the day of a stage."""
        return self._back_by(flow, stage) if flow.returns else self._gone_by(flow, stage)

    def _gone_by(self, flow: Flow, stage: Stage) -> Iterator[Bound]:
        """Yield how many go: at the end, and no more once all are back."""
        back = self._layout.flow(flow.claim, returns=True)
        if back is not None and back.key in self._moved and back.closes is not None:
            yield from self._nobody_goes_again(stage, self._stock.stage(back, back.closes))
        if stage is not self._stock.stages(flow)[-1]:
            return
        complete = stage.day == flow.closes
        if flow.share is None or flow.whole is None:
            least, most = self._figures(flow)
            yield Bound(stage.total, least if complete else 0, most)
        elif flow.opens is not None:
            low, high = _share(stage.total, self._count(flow.whole, flow.opens), flow.share)
            yield from (low, high) if complete else (high,)

    def _back_by(self, flow: Flow, stage: Stage) -> Iterator[Bound]:
        """Yield how many of those who went are still away: never fewer than none, at the end none."""
        complete = stage.day == flow.closes
        there = self._layout.flow(flow.claim)
        went = None if there is None else self._stock.stage(there, stage.day)
        yield Bound(minus({} if went is None else went.total, stage.total), 0, 0 if complete else None)
        for later in self._stock.stages(there) if complete and there is not None else ():
            yield from self._nobody_goes_again(later, stage)

    def _nobody_goes_again(self, went: Stage, back: Stage | None) -> Iterator[Bound]:
        if back is not None and went.day > back.day:
            yield Bound(minus(went.total, back.total), None, 0)

    def _figures(self, statement: Level | Flow) -> tuple[int, int | None]:
        if self.literally and statement.literally is not None:
            return statement.literally.low, statement.literally.high
        return statement.low, statement.high

    def _count(self, scope: Scope, day: date) -> dict[int, int]:
        form: dict[int, int] = {}
        for cell in self._layout.cells_of(scope):
            add(form, self._stock.count(cell, day))
        return form

    # -- asking -----------------------------------------------------------------------------------------

    def form(self, terms: Iterable[Term]) -> Form:
        """Return the linear form that a question asks about."""
        form: dict[int, int] = {}
        with self._within_budget():
            for term in terms:
                self._speak_of(term.day)
                add(form, self._count(term.scope, term.day), term.factor)
        return form

    def _speak_of(self, day: date) -> None:
        """Have the claims that hold through a day speak of it too.

        The day can be like the one before it, so this clashes with nothing.
        """
        place = bisect_left(self._days, day)
        if self._days[place : place + 1] == [day]:
            return
        self._days.insert(place, day)
        around = self._days[max(place - 1, 0) : place + 2]
        for statement in self._lasting:
            if isinstance(statement, Denial):
                within = [near for near in around if statement.since <= near <= statement.until]
                bounds = self._denied(statement, within) if day in within else ()
            else:
                bounds = self._on(statement, day) if statement.first <= day <= statement.last else ()
            for bound in bounds:
                self._state(bound, statement.claim)

    def limits(self, form: Form) -> tuple[Limit, Limit]:
        """Return the least and the greatest whole number that a form can be."""
        key = key_of(form)
        if key not in self._limits:
            with self._within_budget():
                self._catch_up()
                least, greatest = self._simplex.extremes(form)
            self._limits[key] = _limit(least, math.ceil), _limit(greatest, math.floor)
        return self._limits[key]

    def ends(self, form: Form) -> Ends:
        """Return both numbers without the shares: these take a tenth of the time, and most of the memory."""
        key = key_of(form)
        if key not in self._ends:
            with self._within_budget():
                self._catch_up()
                least, greatest = self._simplex.ends(form)
            self._ends[key] = (
                None if least is None else math.ceil(least),
                None if greatest is None else math.floor(greatest),
            )
        return self._ends[key]

    def limit(self, form: Form, *, up: bool) -> Limit:
        """Return only one of them: the greatest, or the least."""
        with self._within_budget():
            self._catch_up()
            return _limit(self._simplex.extreme(form, up=up), math.floor if up else math.ceil)


def clash_of(layout: Layout, claims: Collection[str], gaps: Gaps, *, literally: bool) -> frozenset[str]:
    """Return those of some claims that cannot hold together, none if all can."""
    world = World(layout, claims, gaps, literally=literally)
    world.close()
    return world.clash


_NONE: Final[frozenset[str]] = frozenset()


def _lasts(statement: Level | Ratio | Denial) -> bool:
    """Return whether a statement is about more than one day."""
    return isinstance(statement, Denial) or statement.first < statement.last


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
    low = minus(part, whole, share.low.denominator, share.low.numerator)
    high = minus(part, whole, share.high.denominator, share.high.numerator)
    return Bound(low, 1 - share.low.denominator, None), Bound(high, None, share.high.denominator - 1)
