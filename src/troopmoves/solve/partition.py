"""The claims divided into components that can be solved apart, as finely as the claims allow.

A plot is one sender's people on one atom of ground. Claims that speak of the same plot belong together: a
total over all nations ties their plots on that ground, a move ties its two ends, a move to anywhere ties all
ground of its sender. Plots of which no claim speaks are free: any number may be there, so one of them stands
for all that a question does not tell apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias, final

from troopmoves.entities.force import Force
from troopmoves.entities.place import DefinitePlace
from troopmoves.solve.division import UNNAMED, Plot, sender_of
from troopmoves.solve.ground import REST, Ground, named_in
from troopmoves.solve.layout import scopes_of
from troopmoves.solve.statement import Scope, Statement, Term

Part: TypeAlias = tuple["Component", tuple[Term, ...]]
"""A component that a question concerns, and the terms that count people in it."""

_FEW: Final = 3


@final
class Component:
    """Plots whose claims are solved together, and those claims."""

    __slots__ = ("_hash", "claims", "forces", "plots", "statements")

    def __init__(self, plots: Iterable[Plot], statements: Iterable[Statement] = ()) -> None:
        self.plots: frozenset[Plot] = frozenset(plots)
        self.statements: tuple[Statement, ...] = tuple(statements)
        self.forces: frozenset[Force] = frozenset(scope.force for scope in scopes_of(self.statements))
        self.claims: frozenset[str] = frozenset(statement.claim for statement in self.statements)
        self._hash = hash((self.plots, self.statements))  # asked for with every question

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Component):
            return NotImplemented
        return self._hash == other._hash and (self.plots, self.statements) == (other.plots, other.statements)

    def __hash__(self) -> int:
        return self._hash

    @property
    def senders(self) -> frozenset[str]:
        """Whose people are counted."""
        return frozenset(plot.sender for plot in self.plots)

    @property
    def name(self) -> str:
        """The senders and the ground in words, as errors call it."""
        senders = sorted(sender or "unnamed nations" for sender in self.senders)
        ground = sorted({", ".join(sorted(plot.atom)) or "elsewhere" for plot in self.plots})
        return f"{_listed(senders, 'senders')} in {_listed(ground, 'places')}"


def _listed(words: Sequence[str], noun: str) -> str:
    return "; ".join(words) if len(words) <= _FEW else f"{len(words)} {noun}"


class Partition:
    """The components of some statements."""

    def __init__(
        self,
        statements: Sequence[Statement],
        known: Iterable[DefinitePlace] = (),
        *,
        asked: Iterable[Scope] = (),
    ) -> None:
        """Divide some statements.

        Args:
            statements: What the claims state.
            known: The places that closed ones consist of, beside those that claims name.
            asked: The scopes asked about, whose senders and places are to be told apart too.
        """
        claimed, wanted = list(scopes_of(statements)), list(asked)
        self._ground = Ground(
            (scope.place for scope in claimed), known, asked=(scope.place for scope in wanted)
        )
        self._senders = sorted({UNNAMED, *(sender_of(scope.force) for scope in (*claimed, *wanted))})
        self.components: tuple[Component, ...] = self._joined(statements)
        self._by_plot = {plot: one for one in self.components for plot in one.plots}
        self._reached: dict[Scope, tuple[tuple[Component, ...], tuple[Plot, ...]]] = {}

    def covers(self, scopes: Iterable[Scope]) -> bool:
        """Return whether the senders and places of some scopes are told apart."""
        return all(
            sender_of(scope.force) in self._senders
            and all(place.key in self._ground.named for place in named_in(scope.place))
            for scope in scopes
        )

    def parts(self, terms: Sequence[Term]) -> list[Part]:
        """Return the components that a question concerns, each with its part of the question."""
        concerned: dict[Component, list[Term]] = {}
        free: dict[Plot, list[Term]] = {}
        for term in terms:
            components, plots = self._reach(term.scope)
            for component in components:
                concerned.setdefault(component, []).append(term)
            for plot in plots:
                free.setdefault(plot, []).append(term)
        alike: dict[tuple[Term, ...], Plot] = {}
        for plot, counted_in in free.items():
            alike.setdefault(tuple(counted_in), plot)
        parts = [(component, tuple(counted_in)) for component, counted_in in concerned.items()]
        return [*parts, *((Component([plot]), counted_in) for counted_in, plot in alike.items())]

    def _reach(self, scope: Scope) -> tuple[tuple[Component, ...], tuple[Plot, ...]]:
        """Return the components that a scope counts people in, and the free plots."""
        if scope not in self._reached:
            plots = self._plots(scope)
            met = dict.fromkeys(self._by_plot[plot] for plot in plots if plot in self._by_plot)
            free = tuple(plot for plot in plots if plot not in self._by_plot)
            self._reached[scope] = tuple(met), free
        return self._reached[scope]

    def _plots(self, scope: Scope) -> list[Plot]:
        code = sender_of(scope.force)
        senders = self._senders if code == UNNAMED and not scope.unnamed_only else [code]
        return [Plot(sender, atom) for sender in senders for atom in self._ground.of(scope.place)]

    def _joined(self, statements: Sequence[Statement]) -> tuple[Component, ...]:
        groups = _Groups()
        first: list[Plot] = []
        for statement in statements:
            plots = [plot for scope in scopes_of([statement]) for plot in self._plots(scope)]
            # Where a place leaves no ground, people are said to be nowhere: that clashes with nobody else.
            plots = plots or [Plot(sender_of(statement.scope.force), REST)]
            groups.join(plots)
            first.append(plots[0])
        stated: dict[Plot, list[Statement]] = {}
        for plot, statement in zip(first, statements, strict=True):
            stated.setdefault(groups.of(plot), []).append(statement)
        members = groups.members()
        return tuple(Component(members[root], stated[root]) for root in stated)


class _Groups:
    """Plots in disjoint sets (union-find)."""

    def __init__(self) -> None:
        self._up: dict[Plot, Plot] = {}

    def of(self, plot: Plot) -> Plot:
        up = self._up
        while up.setdefault(plot, plot) != plot:
            up[plot] = up[up[plot]]
            plot = up[plot]
        return plot

    def join(self, plots: Sequence[Plot]) -> None:
        root = self.of(plots[0])
        for plot in plots[1:]:
            self._up[self.of(plot)] = root

    def members(self) -> dict[Plot, list[Plot]]:
        groups: dict[Plot, list[Plot]] = {}
        for plot in self._up:
            groups.setdefault(self.of(plot), []).append(plot)
        return groups
