"""Which changes take place: each told once, those denied or idle not at all."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from troopmoves.claims.assumptions import Plans
from troopmoves.claims.axis import LinkKind, Polarity, Progress
from troopmoves.claims.claim import Attribution, Claim, Link
from troopmoves.claims.verb import withdraw
from troopmoves.ledger.ledger import Ledger


def change(name: str, progress: Progress, *, confirms: str = "", denied: bool = False) -> Claim:
    claim = withdraw("CAN", 10, origin="IRQ", when=date(2020, 1, 3), progress=progress, id=name)
    links = (Link(LinkKind.CONFIRMS, confirms),) if confirms else ()
    polarity = Polarity.NEGATED if denied else Polarity.AFFIRMED
    return attrs.evolve(claim, links=links, polarity=polarity)


@pytest.mark.parametrize(("plans", "told"), [(Plans.MAY, ["plan"]), (Plans.IGNORE, ["done"])])
def test_report_that_confirms_a_plan_is_told_where_the_plan_is_not(plans: Plans, told: list[str]) -> None:
    """Nobody moves twice because two say so; nobody stays because the plan they confirm is ignored."""
    claims = [
        change("plan", Progress.PLANNED),
        change("done", Progress.COMPLETED, confirms="plan"),
        change("off", Progress.CANCELLED),
    ]
    state = Ledger(claims).state("2020-01-09", plans=plans)
    assert [entry.id for entry, _ in state.view.moves] == told


def test_denied_move_does_not_take_place() -> None:
    """Also where it says so of itself."""
    said = Attribution(public=date(2020, 1, 5))
    denied = attrs.evolve(change("no", Progress.COMPLETED, denied=True), said=said)
    assert Ledger([denied]).state("2020-01-09").view.moves == ()
