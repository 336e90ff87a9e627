"""Where a force stands on each day asked about, and how a scenario shows it.

A place is shown if people are there, may be there or are planned to be; only a base with coordinates has a
point on the map. The symbol is that of what is planned or suspected, unless someone is there for certain
without any plan being carried out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final, final

import attrs

from troopmoves.claims.assumptions import Plans
from troopmoves.claims.axis import PLANS, Polarity, Progress
from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import PostureChange
from troopmoves.entities.force import Force
from troopmoves.entities.place import Base, Place
from troopmoves.formats.document.codec import Plain
from troopmoves.ledger.answer import Answer, scope_words
from troopmoves.ledger.state import DeploymentState
from troopmoves.quantity.bounds import Bounds
from troopmoves.solve.statement import Scope


@final
@attrs.frozen(kw_only=True)
class Standing:
    """One force at one place on one day, as it is shown."""

    day: date
    """The day, at its beginning."""
    bounds: Bounds
    """How many."""
    shown: bool
    """Whether anyone is, may be or is planned to be there."""
    doubtful: bool
    """Whether nobody need be there: the symbol is that of what is planned, anticipated or suspected."""
    planned: bool
    """Whether it takes a plan for them to be there."""
    place: Place | None
    """Where."""
    who: str
    """Who and where, in words."""
    reasons: str
    """The claims behind the bounds, and what they assume."""

    @property
    def number(self) -> str:
        """Return how many, in words."""
        if not self.shown and not self.bounds.is_exact:
            return "not known"
        return f"{self.bounds} (planned)" if self.planned else str(self.bounds)

    @property
    def words(self) -> str:
        """Return who, where and how many."""
        return f"{self.who}: {self.number}"

    @property
    def count(self) -> int | None:
        """Return the number, if it is exact."""
        return self.bounds.low if self.bounds.is_exact else None

    @property
    def location(self) -> Plain:
        """Return longitude and latitude, if anyone is shown at a place that has them."""
        point = point_of(self.place)
        return list(point) if self.shown and point is not None else None

    def looks_like(self, other: Standing) -> bool:
        """Return whether the same is shown, on whatever day and for whatever reasons."""
        return attrs.evolve(self, day=other.day, reasons=other.reasons) == other


def point_of(place: Place | None) -> tuple[float, float] | None:
    """Return longitude and latitude of a place that is a point on the map."""
    if not isinstance(place, Base) or place.longitude is None or place.latitude is None:
        return None
    return place.longitude, place.latitude


def standings(states: Iterable[DeploymentState], scope: Scope) -> tuple[Standing, ...]:
    """Return how a force at a place is shown on each day."""
    return tuple(_standing(state, scope) for state in states)


def _standing(state: DeploymentState, scope: Scope) -> Standing:
    answer = state.count(scope.force, scope.place)
    certain = answer.low > 0
    planned = _leans_on_plans(answer) if certain else answer.high != 0 and _arrives(state, scope)
    return Standing(
        day=state.day,
        bounds=answer.bounds,
        shown=certain or planned or bool(answer.high),
        doubtful=planned or not certain,
        planned=planned,
        place=scope.place,
        who=scope_words(scope.force, scope.place),
        reasons=_reasons(answer),
    )


def _leans_on_plans(answer: Answer) -> bool:
    said = (reason.entry.claim.proposition for reason in answer.low_because)
    return any(isinstance(one, PostureChange) and one.progress in PLANS for one in said)


def _arrives(state: DeploymentState, scope: Scope) -> bool:
    """Return whether a move to the place has opened by the day and counts."""
    ignored = PLANS if state.assumptions.plans is Plans.IGNORE else frozenset[Progress]()
    changes = (
        entry.claim.proposition
        for entry in state.view.admission.live
        if entry.claim.polarity is Polarity.AFFIRMED
    )
    return any(
        isinstance(change, PostureChange)
        and RULES[change.kind].moves
        and (change.force, change.destination) == (scope.force, scope.place)
        and change.progress not in {Progress.CANCELLED, *ignored}
        and (change.when.earliest or date.min) < state.day
        for change in changes
    )


def _reasons(answer: Answer) -> str:
    claims = f"Claims: {', '.join(answer.because)}." if answer.because else "No claim limits it."
    assumed = f" Assuming {'; '.join(answer.assumes)}." if answer.assumes else ""
    return claims + assumed


_FEW: Final = 3


def named(scope: Scope, stood: Sequence[Standing]) -> str:
    """Return the name of a marker: who, where, and the bounds on all days."""
    numbers = [number for number, _ in groupby(standing.number for standing in stood)]
    if len(numbers) > _FEW:
        highs = [standing.bounds.high for standing in stood]
        high = None if None in highs else max(high for high in highs if high is not None)
        widest = Bounds(min(standing.bounds.low for standing in stood), high)
        numbers = [f"{widest} from {stood[0].day} to {stood[-1].day}"]
    return f"{scope_words(scope.force, scope.place)}: {', then '.join(numbers)}"


def place_on(force: Force, stands: Mapping[Scope, tuple[Standing, ...]]) -> tuple[Standing, ...] | None:
    """Return where a unit stands on each day; None if it may be at several places, or in parts.

    Args:
        force: The unit, all of it.
        stands: Where claims speak of it, each with what is shown there day by day.
    """
    if any(attrs.evolve(scope.force, nation=None) != force for scope in stands):
        return None
    chosen = []
    for each in zip(*stands.values(), strict=True):
        shown = [standing for standing in each if standing.shown]
        if len(shown) > 1:
            return None
        chosen.append((shown or each)[0])
    return tuple(chosen)
