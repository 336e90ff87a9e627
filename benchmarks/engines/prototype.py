"""An engine with the interface of the prototype that troopmoves grew out of: a folder with a `core.py`.

`core.py` has `Account(places, claims, facets=..., dates=...)` over `Level`, `Move` and `Share` claims whose
`Scope`s are names of nations, places and facets. It solves one component; the adapter gives it one at a time.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from engines.plain import (
    Claim,
    Component,
    Drawn,
    Ends,
    Level,
    Move,
    People,
    Portion,
    Question,
    day_of,
    peoples_of,
)

_BUDGET = 10_000_000


class Prototype:
    """The engine in a folder."""

    def __init__(self, folder: Path) -> None:
        """Import the engine.

        Args:
            folder: Where its `core.py` is.
        """
        sys.path.insert(0, str(folder))
        self._core: Any = importlib.import_module("core")
        self.name = folder.name
        self._drawn = Drawn({}, ())
        self._claims: dict[str, list[Any]] = {}
        self._accounts: dict[str, Any] = {}

    def read(self, drawn: Drawn) -> None:
        """Make their claims."""
        self._drawn = drawn
        self._claims = {one.name: [self._claim(claim) for claim in one.claims] for one in drawn.components}

    def load(self) -> int:
        """Open an account for each component, and settle it."""
        self._accounts = {one.name: self._account(self._drawn.up, one) for one in self._drawn.components}
        return sum(len(account.findings) for account in self._accounts.values())

    def _account(self, up: Mapping[str, str], component: Component) -> Any:  # noqa: ANN401 (theirs)
        peoples = [people for claim in component.claims for people in peoples_of(claim)]
        facets = sorted({people.role for people in peoples if people.role})
        return self._core.Account(
            _around(up, {people.place for people in peoples}),
            self._claims[component.name],
            facets=[*facets, "other"] if facets else [],
            dates=sorted({day_of(question.day) for question in component.questions}),
            max_pivots=_BUDGET,
        )

    def _claim(self, claim: Claim) -> Any:  # noqa: ANN401 (theirs)
        core = self._core
        match claim:
            case Level():
                scope, at = self._scope(claim.people), day_of(claim.day)
                return core.Level(id=claim.id, scope=scope, at=at, amount=(claim.low, claim.high))
            case Portion():
                return core.Share(
                    id=claim.id,
                    part=self._scope(claim.part),
                    whole=self._scope(claim.whole),
                    at=day_of(claim.day),
                    lo=(claim.low.numerator, claim.low.denominator),
                    hi=(claim.high.numerator, claim.high.denominator),
                )
            case Move():
                return core.Move(
                    id=claim.id,
                    nation=claim.nation,
                    origin=claim.origin,
                    targets=(claim.to,),
                    start=day_of(claim.opens),
                    end=day_of(claim.closes),
                    amount=(claim.low, claim.high),
                    planned=claim.planned,
                )

    def _scope(self, people: People) -> Any:  # noqa: ANN401 (theirs)
        return self._core.Scope(people.nation or None, people.place, people.role or None)

    def bounds(self, component: Component, questions: Sequence[Question]) -> list[Ends]:
        """Return what the claims allow."""
        account = self._accounts[component.name]
        found = [account.count(self._scope(one.people), day_of(one.day)) for one in questions]
        return [(one.lo, one.hi) for one in found]


def _around(up: Mapping[str, str], named: set[str]) -> dict[str, str]:
    """Return the part of the ground that some places lie in or hold."""

    def lies_in_named(place: str) -> bool:
        while place and place not in named:
            place = up.get(place, "")
        return bool(place)

    return {place: above for place, above in up.items() if lies_in_named(place)}
