"""Questions to answers: the claims read, divided into components, solved apart, lazily, and kept.

A component is a set of senders whose claims speak of common cells. A total over all nations ties them all
together; a move of unnamed nations ties nobody but them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, TypeAlias, TypeVar, final

import attrs

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.entry import Entry
from troopmoves.entities.force import Force
from troopmoves.entities.place import DefinitePlace
from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.solve.account import NOTHING, Account, Allowed
from troopmoves.solve.admission import Admission, LeftOut, admit
from troopmoves.solve.denying import Breach, breaches
from troopmoves.solve.division import UNNAMED, named_in, sender_of
from troopmoves.solve.layout import Layout, scopes_of
from troopmoves.solve.reading import Reading, read_claims
from troopmoves.solve.statement import Scope, Statement, Term

MOST_KEPT: Final = 1_000
"""Readings, and accounts, that are kept for the next question."""

ReadingKey: TypeAlias = tuple[int, Assumptions, date | datetime | None, frozenset[date]]
AccountKey: TypeAlias = (
    "tuple[Component, frozenset[date], frozenset[Scope], timedelta, tuple[DefinitePlace, ...]]"
)
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@final
@attrs.frozen
class Component:
    """Senders whose claims are solved together, and those claims."""

    senders: frozenset[str]
    statements: tuple[Statement, ...]

    def tells_apart(self, scope: Scope) -> bool:
        """Return whether the claims divide the world finely enough to count in a scope."""
        forces, places = _told_apart(self.statements)
        return scope.force in forces and all(place.key in places for place in named_in(scope.place))

    @property
    def name(self) -> str:
        """The senders in words."""
        return ", ".join(sorted(sender or "unnamed nations" for sender in self.senders))


@lru_cache(maxsize=1_000)
def _told_apart(statements: tuple[Statement, ...]) -> tuple[frozenset[Force], frozenset[str]]:
    scopes = list(scopes_of(statements))
    places = frozenset(place.key for scope in scopes for place in named_in(scope.place))
    return frozenset(scope.force for scope in scopes), places


class Engine:
    """What has been read and solved, shared by a ledger and every ledger that grows out of it."""

    def __init__(self) -> None:
        self._readings: dict[ReadingKey, tuple[Sequence[Entry], Admission, Reading]] = {}
        self._accounts: dict[AccountKey, Account] = {}

    def reading(self, view: View, asked: frozenset[date]) -> tuple[Admission, Reading]:
        """Return which claims of a view count and what they state, read once for the days asked about."""
        key = (id(view.entries), view.assumptions, view.known, asked)
        if key not in self._readings:
            admission = admit(view.entries, view.assumptions, view.known)
            reading = read_claims(admission.live, view.assumptions, asked, view.entries)
            _remember(self._readings, key, (view.entries, admission, reading))
        return self._readings[key][1:]

    def account(self, component: Component, terms: Sequence[Term], view: View) -> Account:
        """Return the account of a component that can answer a question.

        Questions about the same days share an account, unless they need the world divided more finely.
        """
        days = frozenset(term.day for term in terms)
        scopes = frozenset(term.scope for term in terms if not component.tells_apart(term.scope))
        key = (component, days, scopes, view.carry, view.places)
        if key not in self._accounts:
            layout = Layout(
                component.name,
                component.senders,
                component.statements,
                days=days,
                scopes=scopes,
                carry=view.carry,
                places=view.places,
            )
            _remember(self._accounts, key, Account(layout))
        return self._accounts[key]


def _remember(kept: dict[_Key, _Value], key: _Key, value: _Value) -> None:
    """Keep a value, and forget the oldest where there are too many."""
    if len(kept) >= MOST_KEPT:
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

    def _concerned(self, terms: Sequence[Term]) -> Iterator[tuple[Account, tuple[Term, ...]]]:
        statements = self.reading(term.day for term in terms).statements
        for component, part in questions(statements, terms):
            yield self.engine.account(component, part, self), part

    def breaches(self) -> list[Breach]:
        """Return everything by which a denial that counts may have been broken."""
        return breaches(self.admission.live, self.assumptions, self.entries)

    def accounts(self) -> list[Account]:
        """Return the account of every component, with nothing asked."""
        statements = self.reading(()).statements
        return [self.engine.account(component, (), self) for component in components(statements, ())]


def questions(
    statements: Sequence[Statement], terms: Sequence[Term]
) -> list[tuple[Component, tuple[Term, ...]]]:
    """Return the components that a question concerns, each with its part of the question."""
    parts = []
    for component in components(statements, terms):
        part = tuple(term for term in terms if _concerns(term.scope, component))
        if part:
            parts.append((component, part))
    return parts


def _concerns(scope: Scope, component: Component) -> bool:
    sender = sender_of(scope.force)
    return sender in component.senders or (sender == UNNAMED and not scope.unnamed_only)


def components(statements: Sequence[Statement], terms: Iterable[Term]) -> list[Component]:
    """Divide the claims into sets that share no sender."""
    asked = [sender_of(term.scope.force) for term in terms]
    groups = _Groups({UNNAMED, *asked, *(sender for one in statements for sender in _senders(one))})
    for statement in statements:
        if _totals(statement):
            groups.join_all()
        else:
            groups.join(_senders(statement))
    by_group: dict[str, list[Statement]] = {}
    for statement in statements:
        by_group.setdefault(groups.of(_senders(statement)[0]), []).append(statement)
    return [
        Component(frozenset(members), tuple(by_group.get(group, ())))
        for group, members in sorted(groups.members().items())
    ]


def _senders(statement: Statement) -> list[str]:
    return [sender_of(scope.force) for scope in scopes_of([statement])]


def _totals(statement: Statement) -> bool:
    """Return whether a statement speaks of all nations together."""
    return any(
        sender_of(scope.force) == UNNAMED and not scope.unnamed_only for scope in scopes_of([statement])
    )


class _Groups:
    """Senders in disjoint sets (union-find)."""

    def __init__(self, senders: Iterable[str]) -> None:
        self._up = {sender: sender for sender in senders}

    def of(self, sender: str) -> str:
        while self._up[sender] != sender:
            sender = self._up[sender]
        return sender

    def join(self, senders: Sequence[str]) -> None:
        roots = sorted(self.of(sender) for sender in senders)
        for root in roots[1:]:
            self._up[root] = roots[0]

    def join_all(self) -> None:
        self.join(list(self._up))

    def members(self) -> dict[str, set[str]]:
        groups: dict[str, set[str]] = {}
        for sender in self._up:
            groups.setdefault(self.of(sender), set()).add(sender)
        return groups
