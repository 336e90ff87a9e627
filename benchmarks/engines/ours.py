"""troopmoves, as its users call it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import troopmoves as tm
from engines.plain import (
    EVERYBODY,
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
    last_day_of,
)
from troopmoves.claims.assumptions import UNLIMITED, Assumptions
from troopmoves.claims.claim import Claim as OurClaim
from troopmoves.claims.proposition import Whole
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation, is_nation_code
from troopmoves.entities.place import Base, Country, DefinitePlace, Region
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.share import Share
from troopmoves.solve.engine import View
from troopmoves.solve.statement import Scope, Term

ASSUMPTIONS: Final = Assumptions.of(carry=UNLIMITED)
"""Nothing happens unreported, plans may have been carried out."""

_IN_A_REPORT: Final = 10


class Ours:
    """troopmoves, asked through the engine for the bounds alone."""

    name = "troopmoves"

    def __init__(self) -> None:
        self.ledger = Ledger()
        self._places: Mapping[str, DefinitePlace] = {}

    # -- reading ----------------------------------------------------------------------------------------

    def read(self, drawn: Drawn) -> None:
        """Make a ledger of the claims, with nothing solved."""
        self._places = places_of(drawn.up)
        self.ledger = Ledger(report for one in drawn.components for report in self._reports(one))

    def _reports(self, component: Component) -> Iterable[tm.Report]:
        claims = sorted(component.claims, key=last_day_of)
        for first in range(0, len(claims), _IN_A_REPORT):
            some = claims[first : first + _IN_A_REPORT]
            yield tm.Report(
                id=f"{component.name}-report-{first}",
                publisher=f"paper {first % 7}",
                published=day_of(last_day_of(some[-1]) + 1),
                claims=tuple(self.claim(one) for one in some),
            )

    def claim(self, claim: Claim) -> OurClaim:
        """Return a plain claim as one of ours."""
        match claim:
            case Level():
                who, where = self._who(claim.people)
                return tm.present(who, where, claim.words, when=day_of(claim.day), id=claim.id)
            case Portion():
                who, where = self._who(claim.part)
                share, whole = Share(low=claim.low, high=claim.high), Whole(*self._who(claim.whole))
                return tm.present(who, where, share, whole=whole, when=day_of(claim.day), id=claim.id)
            case Move():
                return tm.relocate(
                    claim.nation,
                    claim.words,
                    origin=self._places[claim.origin],
                    to=self._places[claim.to],
                    when=f"{day_of(claim.opens)}/{day_of(claim.closes)}",
                    progress="planned" if claim.planned else "completed",
                    id=claim.id,
                )

    def _who(self, people: People) -> tuple[Force, DefinitePlace]:
        nation = None if people.nation == EVERYBODY else Nation(people.nation)
        return Force(nation=nation, role=people.role or None), self._places[people.place]

    # -- asking -----------------------------------------------------------------------------------------

    @property
    def view(self) -> View:
        """The claims under the assumptions of the benchmark."""
        return self.ledger.view(ASSUMPTIONS)

    def load(self) -> int:
        """Settle every component; return how many conflicts there are."""
        return sum(len(list(account.clashes())) for account in self.view.accounts())

    def bounds(self, component: Component, questions: Sequence[Question]) -> list[Ends]:  # noqa: ARG002 (found by itself)
        """Return what the claims allow."""
        return [self._ends(question) for question in questions]

    def _ends(self, question: Question) -> Ends:
        allowed = self.view.bounds(self._terms(question))
        return allowed.low, allowed.high

    def _terms(self, question: Question) -> list[Term]:
        return [Term(1, Scope(*self._who(question.people)), day_of(question.day))]


class Reasoned(Ours):
    """troopmoves, asked for an irreducible set of claims behind each end too."""

    name = "troopmoves, with reasons"

    def _ends(self, question: Question) -> Ends:
        allowed = self.view.ask(self._terms(question)).change
        return allowed.low, allowed.high


class Counted(Ours):
    """troopmoves as its users ask it: with reasons, and again without each assumption."""

    name = "troopmoves, state.count()"

    def _ends(self, question: Question) -> Ends:
        state = self.ledger.state(day_of(question.day), assuming=ASSUMPTIONS)
        answer = state.count(*self._who(question.people))
        return answer.low, answer.high


def places_of(up: Mapping[str, str]) -> dict[str, DefinitePlace]:
    """Return the places of a drawn ledger: regions of countries with bases."""
    places: dict[str, DefinitePlace] = {}

    def made(key: str) -> DefinitePlace:
        if key not in places:
            inside = [one for one, above in up.items() if above == key]
            if is_nation_code(key):
                places[key] = Country.of(key)
            elif inside:
                places[key] = Region(id=key, name=key, members=tuple(made(one) for one in inside))
            else:
                places[key] = Base(id=key, name=key, within=Country.of(up[key]))
        return places[key]

    for key in {*up, *up.values()}:
        made(key)
    return places
