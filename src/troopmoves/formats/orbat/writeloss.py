"""What a scenario cannot keep of a ledger, claim by claim.

To add a loss: one row in `LOSSES`, one condition in `_of_claim`, one test that meets it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from troopmoves.claims.axis import Basis, Polarity
from troopmoves.claims.claim import NOBODY, Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import PostureChange, Presence
from troopmoves.entities.force import Force
from troopmoves.formats.loss import Losses
from troopmoves.formats.orbat.placing import point_of
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState

LOSSES: Final[Losses] = MappingProxyType(
    {
        "claim": "a scenario shows what counts: no denial, link, activity, protection or what is left out",
        "source": "a state names the claims behind it, not who published or said them or in what words",
        "headcount": "only one exact number is a count; bounds stand in names and titles, as words",
        "when": "a state begins on a day asked about; it is no window of days and no doubt about them",
        "move": "a scenario has positions on days, not moves with their kind, number and progress",
        "place": "only a base with coordinates is a point on the map",
        "force": "operation, role and sort of people stand in the name of a marker alone",
        "names": "a unit has one short name beside its name",
        "nation": "a unit below one of another nation stands in the group of that nation",
        "ledger": "notes, spellings, and places, organisations and operations themselves have no room in it",
    }
)
"""What `to_orbat` may lose."""


def losses_of(ledger: Ledger, states: Sequence[DeploymentState]) -> Iterator[tuple[str, str]]:
    """Yield what a scenario of some days does not keep: the word, and the id of the claim or unit."""
    live = {entry.id for entry in states[0].view.admission.live}
    counted = live - {out.entry.id for state in states for out in state.not_counted}
    days = {state.day for state in states}
    for entry in ledger.entries:
        said = entry.claim.proposition
        counts = entry.id in counted and not entry.claim.links
        if counts and isinstance(said, Presence | PostureChange) and _is_shown(entry.claim, said):
            yield from ((what, entry.id) for what in _of_claim(entry, said, days))
        else:
            yield "claim", entry.id
    for unit in ledger.units:
        if unit.aliases[1:]:
            yield "names", unit.id
        if unit.parent is not None and unit.parent.nation != unit.nation:
            yield "nation", unit.id
    if ledger.notes or ledger.aliases or ledger.places or ledger.organisations or ledger.operations:
        yield "ledger", ""


def _is_shown(claim: Claim, said: Presence | PostureChange) -> bool:
    """Return whether a claim that counts says how many are somewhere, or that some go there."""
    if isinstance(said, Presence):
        return said.basis is Basis.PRESENT
    return claim.polarity is Polarity.AFFIRMED


def _of_claim(entry: Entry, said: Presence | PostureChange, days: set[date]) -> Iterator[str]:
    claim = entry.claim
    if entry.report is not None or claim.said != NOBODY or claim.quote or claim.note or claim.also:
        yield "source"
    if isinstance(said, PostureChange):
        yield "move"
        places = [place for place in (said.origin, said.destination) if place is not None]
    else:
        places = [said.place]
    if said.share is not None or said.headcount is None or not said.headcount.bounds("literal").is_exact:
        yield "headcount"
    if not (said.when.is_day and said.when.earliest in days) or said.when.approximate or said.when.uncertain:
        yield "when"
    if None in map(point_of, places):
        yield "place"
    if _is_part(said.force):
        yield "force"


def _is_part(force: Force) -> bool:
    return force != Force(nation=force.nation, unit=force.unit)
