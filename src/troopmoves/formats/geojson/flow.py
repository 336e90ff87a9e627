"""The flows of a map: who moves from where to where, or stays, as the claims say it.

To add a property of a flow: its value in `_flow`, its row in `collection.PROPERTIES`, one test.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from troopmoves.claims.axis import PLANS, LinkKind
from troopmoves.claims.claim import Link
from troopmoves.claims.effect import EFFECTS
from troopmoves.claims.entry import Entry
from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import PostureChange, Presence, amount_of
from troopmoves.formats.geojson.feature import (
    Drawing,
    Feature,
    Properties,
    feature_of,
    reasoned,
)
from troopmoves.formats.geojson.geometry import Geometry, line_between
from troopmoves.formats.geojson.naming import flow_id, key_of, who
from troopmoves.ledger.state import DeploymentState
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.headcount import Headcount, read
from troopmoves.timing.when import When

# -- flows ----------------------------------------------------------------------------------------------


def flows(states: tuple[DeploymentState, ...], drawing: Drawing) -> Iterator[Feature]:
    """Yield a feature for every posture change that counts; of two states, each that either one counts.

    The window of a change is seen from the day of the last state.
    """
    day = states[-1].day
    found = [
        [_flow(entry, change, state, day, drawing) for entry, change in state.view.moves] for state in states
    ]
    if len(found) == 1:
        yield from found[0]
        return
    before, after = found
    for flow in after:
        yield _accounted(flow, "both" if flow in before else "after")
    for flow in before:
        if flow not in after:
            yield _accounted(flow, "before")


def _accounted(flow: Feature, account: str) -> Feature:
    return {**flow, "properties": {**flow["properties"], "account": account}}


def _confirming(entry: Entry, state: DeploymentState) -> list[str]:
    """Return the live claims that confirm a change: nobody moves twice because two say so."""
    link = Link(LinkKind.CONFIRMS, entry.id)
    return [
        other.id
        for other in state.view.admission.live
        if link in other.claim.links and not isinstance(other.claim.proposition, Presence)
    ]


def _flow(
    entry: Entry, change: PostureChange, state: DeploymentState, day: date, drawing: Drawing
) -> Feature:
    amount = amount_of(change)
    bounds = read(amount, state.assumptions.convention) if isinstance(amount, Headcount) else Bounds(0, None)
    told: Properties = {
        "feature": "flow",
        **who(change.force),
        "move": str(change.kind),
        "from": None if change.origin is None else str(change.origin),
        "from_place": key_of(change.origin),
        "to": None if change.destination is None else str(change.destination),
        "to_place": key_of(change.destination),
        "said": amount.notation,
        "low": bounds.low,
        "high": bounds.high,
        **_timed(change.when, day),
        "progress": str(change.progress),
        "effect": str(EFFECTS[change.progress][state.assumptions.plans]),
        "temporary": change.temporary,
        "until": None if change.until is None else str(change.until),
        "condition": change.condition,
        **reasoned([entry.id, *_confirming(entry, state)], (state,)),
        "sidc": drawing.symbol(change.force, planned=change.progress in PLANS),
    }
    return feature_of(flow_id(entry.id), _course(change, drawing), told)


def _course(change: PostureChange, drawing: Drawing) -> Geometry | None:
    """Return the line people move along; for those who stay, where they are."""
    if not RULES[change.kind].moves:
        return drawing.geometry(change.destination)
    if change.origin is None or change.destination is None:
        return None
    return line_between(drawing.geometry(change.origin), drawing.geometry(change.destination))


def _timed(when: When, day: date) -> Properties:
    ahead = when.earliest is not None and day <= when.earliest
    over = when.latest is not None and when.latest <= day
    return {
        "when": str(when),
        "earliest": None if when.earliest is None else when.earliest.isoformat(),
        "latest": None if when.latest is None else when.latest.isoformat(),
        "window": "ahead" if ahead else "over" if over else "open",
    }
