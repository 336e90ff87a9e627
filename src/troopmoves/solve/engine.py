"""Questions to answers: the claims read, divided into components, solved apart, lazily, and kept.

What is kept is shared by a ledger and every ledger that grows out of it: a component that a new claim does
not touch is the same component, and is not solved again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Final, TypeAlias, TypeVar, final

import attrs

from troopmoves.claims.assumptions import Assumptions, Plans
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import PostureChange
from troopmoves.claims.ranking import Ranking, rank_of
from troopmoves.entities.place import DefinitePlace
from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.solve.account import NOTHING, Account, Allowed, Rest
from troopmoves.solve.admission import Admission, LeftOut, admit
from troopmoves.solve.denying import Breach, breaches
from troopmoves.solve.happening import told_once
from troopmoves.solve.layout import Layout
from troopmoves.solve.moving import day_after
from troopmoves.solve.partition import Component, Part, Partition
from troopmoves.solve.reading import Reading, read_claims
from troopmoves.solve.statement import Scope, Term, days_of

MOST_READINGS: Final = 1_000
"""Readings, and divisions into components, that are kept for the next question."""

MOST_ACCOUNTS: Final = 20_000
"""Accounts of components that are kept for the next question."""

ReadingKey: TypeAlias = tuple[int, Assumptions, date | datetime | None, frozenset[date]]
PartitionKey: TypeAlias = tuple[ReadingKey, tuple[DefinitePlace, ...], frozenset[Scope]]
Ranks: TypeAlias = tuple[tuple[str, int], ...]
AccountKey: TypeAlias = tuple[Component, frozenset[Scope], timedelta, Ranks]
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Engine:
    """What has been read and solved, shared by a ledger and every ledger that grows out of it."""

    def __init__(self) -> None:
        self._readings: dict[ReadingKey, tuple[Sequence[Entry], Admission, Reading]] = {}
        self._partitions: dict[PartitionKey, Partition] = {}
        self._accounts: dict[AccountKey, Account] = {}

    def reading(self, view: View, asked: frozenset[date]) -> tuple[Admission, Reading]:
        """Return which claims of a view count and what they state, read once for the days asked about."""
        key = _reading_key(view, asked)
        if key not in self._readings:
            admission = admit(view.entries, view.assumptions, view.known)
            reading = read_claims(admission.live, view.assumptions, asked, view.entries)
            _remember(self._readings, key, (view.entries, admission, reading))
        return self._readings[key][1:]

    def partition(self, view: View, asked: frozenset[date], scopes: frozenset[Scope]) -> Partition:
        """Return the components of what a view states, fine enough for the scopes asked about."""
        coarse = self._partition(view, asked, frozenset())
        return coarse if coarse.covers(scopes) else self._partition(view, asked, scopes)

    def _partition(self, view: View, asked: frozenset[date], scopes: frozenset[Scope]) -> Partition:
        key = (_reading_key(view, asked), view.places, scopes)
        if key not in self._partitions:
            statements = self.reading(view, asked)[1].statements
            _remember(self._partitions, key, Partition(statements, view.places, asked=scopes))
        return self._partitions[key]

    def account(self, component: Component, terms: Sequence[Term], view: View) -> Account:
        """Return the account of a component that can answer a question.

        Questions share an account, unless they need the world divided more finely.
        """
        scopes = frozenset(term.scope for term in terms if term.scope.force not in component.forces)
        key = (component, scopes, view.carry, view.ranks(component))
        if key not in self._accounts:
            layout = Layout(
                component.name, component.plots, component.statements, scopes=scopes, carry=view.carry
            )
            _remember(self._accounts, key, Account(layout, dict(key[-1])), MOST_ACCOUNTS)
        return self._accounts[key]


def _reading_key(view: View, asked: frozenset[date]) -> ReadingKey:
    """Return what a reading depends on; the days asked about matter only where plans are done by them."""
    days = asked if view.assumptions.plans is Plans.DONE else frozenset[date]()
    return id(view.entries), view.assumptions, view.known, days


def _remember(kept: dict[_Key, _Value], key: _Key, value: _Value, most: int = MOST_READINGS) -> None:
    """Keep a value, and forget the oldest where there are too many."""
    if len(kept) >= most:
        del kept[next(iter(kept))]
    kept[key] = value


@final
@attrs.frozen
class View:
    """The claims known by a moment, under one set of assumptions, ready to be asked."""

    entries: tuple[Entry, ...]
    assumptions: Assumptions
    known: date | datetime | None
    engine: Engine = attrs.field(eq=False, repr=False)
    anything_moved: bool = False
    """Whether anything may have happened unreported on any day, whatever the carry of the assumptions."""

    places: tuple[DefinitePlace, ...] = ()
    """The places that closed ones consist of, also those that no claim in question names."""

    @property
    def carry(self) -> timedelta:
        """How long nothing is taken to have happened unreported."""
        return timedelta(0) if self.anything_moved else self.assumptions.carry

    def ranks(self, component: Component) -> Ranks:
        """Return the ranks of a component's claims by the assumptions; none where all are equal."""
        ranking = self.assumptions.ranking
        if ranking is Ranking.EQUAL:
            return ()
        live = self.admission.live
        return tuple((one.id, rank_of(one, ranking)) for one in live if one.id in component.claims)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Every claim by its id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def moves(self) -> tuple[tuple[Entry, PostureChange], ...]:
        """The posture changes that take place, each once, with their claims."""
        return told_once(self.admission.live, self.assumptions.plans)

    @cached_property
    def unnamed_changes(self) -> tuple[tuple[str, PostureChange], ...]:
        """The changes that take place and name no nation, each with the id of its claim."""
        return tuple((entry.id, change) for entry, change in self.moves if change.force.sender is None)

    @property
    def admission(self) -> Admission:
        """Which claims count."""
        return self.engine.reading(self, frozenset())[0]

    def reading(self, asked: Iterable[date]) -> Reading:
        """Return what the claims that count state."""
        return self.engine.reading(self, frozenset(asked))[1]

    def left_out(self, asked: Iterable[date]) -> tuple[LeftOut, ...]:
        """Return the claims that do not count, each with the reason."""
        return (*self.admission.left_out, *self.reading(asked).left_out)

    def ask(self, terms: Sequence[Term]) -> Allowed:
        """Return what the claims allow a sum of counts to be, with the claims that force each end."""
        return sum((account.allowed(part) for account, part in self._concerned(terms)), start=NOTHING)

    def bounds(self, terms: Sequence[Term]) -> ChangeBounds:
        """Return what the claims allow a sum of counts to be."""
        parts = (account.bounds(part) for account, part in self._concerned(terms))
        return sum(parts, start=ChangeBounds.exactly(0))

    def parts(self, terms: Sequence[Term]) -> list[Part]:
        """Return the components that a question concerns, each with its part of the question."""
        scopes = frozenset(term.scope for term in terms)
        return self._partition((term.day for term in terms), scopes).parts(terms)

    def _partition(self, asked: Iterable[date], scopes: frozenset[Scope] = frozenset()) -> Partition:
        return self.engine.partition(self, frozenset(asked), scopes)

    def _concerned(self, terms: Sequence[Term]) -> Iterator[tuple[Account, tuple[Term, ...]]]:
        for component, part in self.parts(terms):
            yield self.engine.account(component, part, self), part

    def _spoken_of(self) -> Sequence[date]:
        days = sorted({day for one in self.reading(()).statements for day in days_of(one)})
        return [*days, day_after(days[-1])] if days else days

    def breaches(self) -> list[Breach]:
        """Return everything by which a denial that counts may have been broken."""
        return breaches(self.admission.live, self.assumptions, self.entries)

    def without(self, claim: str, day: date) -> tuple[list[Rest], bool]:
        """Return what the others leave for each number that a claim gives, and whether it yields to them."""
        rests: list[Rest] = []
        yields = False
        for component in self._partition([day]).components:
            if claim in component.claims:
                account = self.engine.account(component, (), self)
                rests += account.without(claim, day)
                yields = yields or claim in account.set_aside
        return rests, yields

    def accounts(self) -> list[Account]:
        """Return the account of every component, with nothing asked.

        Plans that are taken as done are complete by the first day spoken of after they opened, at the latest
        by the day after all of them.
        """
        return [
            self.engine.account(component, (), self)
            for component in self._partition(self._spoken_of()).components
        ]
