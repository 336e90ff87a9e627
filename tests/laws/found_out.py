"""What a check can be asked to find of what is planted, measured without the engine.

Nothing in a ledger can show that a claim is false if no other claim speaks of the same people and days. So
scipy's linear program is told the honest claims and one falsehood, the figures of the other falsehoods left
open. A falsehood is

* *contradicted* if no world fits, even if anything moved unreported between any two days;
* *exposed* if no world fits in which nothing moved unreported for as long as is assumed.

Whatever is contradicted is exposed. Of moves that nobody reports it is asked whether a finding is about their
people and days, and whether the bounds of what they changed still hold the truth.
"""

from collections.abc import Collection, Iterable

import attrs
from laws.linear_program import LinearProgram
from laws.planted_claims import Planted, Silent
from laws.true_world import (
    AL_ASAD,
    AZRAQ,
    GULF,
    HOMES,
    IRAQ,
    KUWAIT,
    NEVER_NAMED,
    TOWER_22,
    belongs,
    day,
    lies_in,
)

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.axis import Polarity, PostureKind, Progress
from troopmoves.claims.claim import Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import PostureChange, Presence
from troopmoves.entities.force import Force
from troopmoves.entities.place import DefinitePlace
from troopmoves.ledger.finding import Finding
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.quantity.headcount import Headcount
from troopmoves.solve.statement import Scope, Term
from troopmoves.timing.when import When

_NARROWEST: dict[str, DefinitePlace] = {
    "al-asad": AL_ASAD,
    "iraq": IRAQ,
    "kuwait": KUWAIT,
    "tower-22": TOWER_22,
    "azraq": AZRAQ,
    "gulf": GULF,
    **HOMES,
}
"""The smallest place that each spot of ground lies in; "elsewhere" lies in none."""


class AnythingMoved(LinearProgram):
    """The same claims where between any two days anything may have happened."""

    def _state_steps(self) -> None:
        self.claims.mentions.clear()
        super()._state_steps()


# -- what is false ------------------------------------------------------------------------------------------


def found_out(program: type[LinearProgram], planted: Planted, assumptions: Assumptions) -> frozenset[str]:
    """Return the falsehoods that the honest claims leave no room for."""
    ledger, false = planted.case.ledger, {*planted.false}
    return frozenset(one for one in false if not can_hold(program, ledger, false - {one}, assumptions))


def can_hold(
    program: type[LinearProgram], ledger: Ledger, dropped: Collection[str], assumptions: Assumptions
) -> bool:
    """Return whether scipy finds a world that fits the claims of a ledger without the figures of some."""
    return program(without_figures(ledger, dropped), assumptions, ()).is_feasible


def without_figures(ledger: Ledger, dropped: Collection[str]) -> list[Entry]:
    """Return the entries of a ledger, of which some say no number.

    These still name their people, places and days, as for the engine, whose frame is made of all claims.
    """
    return [
        entry if entry.id not in dropped else attrs.evolve(entry, claim=_open(entry.claim))
        for entry in ledger.entries
        if entry.id not in dropped or not _states_no_figure(entry.claim)
    ]


def _open(claim: Claim) -> Claim:
    said = claim.proposition
    assert isinstance(said, Presence | PostureChange)
    unknown = attrs.evolve(said, headcount=Headcount.of("unknown"), share=None, whole=None)
    return attrs.evolve(claim, proposition=unknown)


def _states_no_figure(claim: Claim) -> bool:
    """Return whether a claim binds without a figure: a denial, or a promise to stay."""
    said = claim.proposition
    stays = isinstance(said, PostureChange) and said.kind is PostureKind.MAINTAIN
    return said is None or stays or claim.polarity is Polarity.NEGATED


# -- what is silent -----------------------------------------------------------------------------------------


def report_of(silent: Silent) -> Claim:
    """Return the claim that would have told of a silent move."""
    code, origin, destination = silent.people.sender, *map(_NARROWEST.get, (silent.people.spot, silent.to))
    change = PostureChange(
        kind=PostureKind.RELOCATE,
        force=Force() if code == NEVER_NAMED else Force.of(code),
        origin=origin,
        destination=destination,
        headcount=Headcount.of(str(silent.number)),
        when=When(earliest=day(silent.on - 1), latest=day(silent.on)),
        progress=Progress.COMPLETED,
    )
    return Claim(
        id=f"report-{silent.people.spot}-{silent.to}-{silent.on}-{silent.number}", proposition=change
    )


def shown(planted: Planted, assumptions: Assumptions) -> frozenset[Silent]:
    """Return the silent moves without which the claims cannot hold, if the others were reported."""
    entries = planted.case.ledger.entries
    return frozenset(
        one
        for one in planted.silent
        if not LinearProgram(
            [*entries, *(Entry(report_of(other)) for other in planted.silent if other is not one)],
            assumptions,
            (),
        ).is_feasible
    )


def is_told_by(finding: Finding, silent: Silent) -> bool:
    """Return whether a finding is about numbers that a silent move changed, before it and after it."""
    numbers = [one for each in finding.involved if (one := _number_in(each.entry.claim)) is not None]
    days = [one for said in numbers for one in (said.when.earliest, said.when.latest) if one is not None]
    return any(_is_changed(said, silent) for said in numbers) and min(days) < day(silent.on) <= max(days)


def _number_in(claim: Claim) -> Presence | PostureChange | None:
    """Return what a claim says of a number of people who are there, or who stay; None if it does not."""
    said = claim.proposition
    if isinstance(said, PostureChange):
        return said if said.kind is PostureKind.MAINTAIN else None
    return said if isinstance(said, Presence) else None


def _is_changed(said: Presence | PostureChange, silent: Silent) -> bool:
    place = said.place if isinstance(said, Presence) else said.destination
    left, arrived = (lies_in(spot, place) for spot in (silent.people.spot, silent.to))
    return belongs(silent.people, said.force) and left != arrived


def questions_about(silent: Silent) -> Iterable[list[Term]]:
    """Yield the changes that a silent move made on the day it took place, where it began and ended."""
    code = silent.people.sender
    force = Force() if code == NEVER_NAMED else Force.of(code)
    for spot in (silent.people.spot, silent.to):
        scope = Scope(force, _NARROWEST.get(spot))
        yield [Term(1, scope, day(silent.on)), Term(-1, scope, day(silent.on - 1))]


def is_inside(number: int, bounds: ChangeBounds) -> bool:
    """Return whether bounds hold a number."""
    return (bounds.low is None or bounds.low <= number) and (bounds.high is None or number <= bounds.high)
