"""A state or a comparison as GeoJSON (RFC 7946): a feature for each holding, change and flow.

A map holds answers, not claims: bounds with the claims that force them. What of the claims is on no feature
is reported as a loss. Where nobody has said where a place is, the geometry is null: an outline of a country
or region is the caller's to bring, and no middle of it is ever taken for the place of its troops.

To add a property: one row in `PROPERTIES`, its value where the features that have it are built, one test.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType, NoneType
from typing import Any, Final, TypeAlias

from troopmoves.claims.assumptions import UNLIMITED, Assumptions
from troopmoves.claims.axis import Category, Polarity, Stance, Status
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import ActivityChange, PostureChange, ProtectionChange
from troopmoves.entities.nation import Nation
from troopmoves.errors import EntityError
from troopmoves.formats.geojson.feature import Drawing, Feature, changes, holdings
from troopmoves.formats.geojson.flow import flows
from troopmoves.formats.geojson.geometry import checked_geometries
from troopmoves.formats.jsontext import json_text
from troopmoves.formats.loss import Accept, Export, Losses, checked
from troopmoves.formats.symbol import Identity
from troopmoves.ledger.comparison import Comparison
from troopmoves.ledger.state import DeploymentState
from troopmoves.solve.happening import is_idle

FeatureCollection: TypeAlias = dict[str, Any]
"""A FeatureCollection object of RFC 7946, in plain values."""

LOSSES: Final[Losses] = MappingProxyType(
    {
        "activity": "a suspended or resumed activity moves nobody and is no number of people",
        "protection": "force protection that is raised or lowered moves nobody and is no number of people",
        "denial": "a map shows who is where and who moves, not what is said not to be so",
        "idle": "the move is cancelled or plans are ignored, so that nobody moves",
        "unneeded": "the bounds are what they are without this claim",
        "link": "a link between claims is at no place",
        "not_counted": "the claim does not count here: hidden by another, not admitted, or without effect",
        "details": "notes, ratings, further sources and how the speaker said it stay behind",
    }
)
"""What a map does not hold of the claims."""

PROPERTIES: Final = MappingProxyType(
    {
        "feature": "`holding`, `change` or `flow`",
        "who": "the force, in words",
        "nation": "whose people, ISO 3166-1 alpha-3; null for those of all or unnamed nations",
        "operation": "the id of the operation",
        "unit": "the id of the unit",
        "role": "the role, in words",
        "personnel": "the sort of people",
        "tenure": "whether they are stationed there, `permanent`, or there for a while, `rotational`",
        "setting": "whether they are `ashore` or `afloat`",
        "tasking": "whether they are there `with_mission` or `without_mission`",
        "where": "the place, in words",
        "place": "the key of the place; null where it is unspecified or one of several",
        "day": "the day asked about, at its beginning",
        "before_day": "the first day compared",
        "after_day": "the second day compared",
        "low": "the least number of people",
        "high": "the greatest number of people; null is open",
        "anyone": "the verdict whether anyone is there at all",
        "before_low": "the least number on the first day",
        "before_high": "the greatest number on the first day; null is open",
        "after_low": "the least number on the second day",
        "after_high": "the greatest number on the second day; null is open",
        "change_low": "the least the number changes by; null is open",
        "change_high": "the most the number changes by; null is open",
        "fewer": "the verdict whether there are fewer",
        "same": "the verdict whether there are as many",
        "more": "the verdict whether there are more",
        "gap": "persons between bounds that do not meet, else 0",
        "therefore": "what follows, in words",
        "move": "the kind of posture change",
        "from": "the origin, in words",
        "from_place": "the key of the origin",
        "to": "the destination, in words; for those who stay, where they are",
        "to_place": "the key of the destination",
        "said": "the headcount or share in the library's notation, hedge and all",
        "when": "the window, in words",
        "earliest": "the first day of the window; null is open",
        "latest": "the last day of the window; null is open",
        "window": "the day asked about stands before the window, in it or after it: `ahead`, `open`, `over`",
        "progress": "how far it has got",
        "effect": "how much of it counts, as the plans are taken",
        "temporary": "whether the people are to come back",
        "until": "when they are to come back, in words",
        "condition": "what it depends on, in words",
        "account": "in a comparison: whether it counts `before`, `after` or in `both`",
        "denied_by": "in a comparison: the claims that rule something out whatever went unreported",
        "assumes": "the assumptions without which the numbers would be others",
        "because": "the ids of the claims that force the numbers",
        "reasons": "for each of them, what it says and how that was read",
        "sources": "who says so, and on which day it was published",
        "reports": "the reports they stand in: publisher, title, day",
        "urls": "where these can be read",
        "oldest": "the oldest day spoken of by a claim that the numbers lean on",
        "partial": "whether the bounds may be wider than need be",
        "convention": "the convention by which hedges were read",
        "sidc": "the symbol code of APP-6(D), for who is there or would be there",
    }
)
"""Every property that a feature may have, and what it holds; the page on the format is made from it."""


def to_geojson(
    what: DeploymentState | Comparison,
    *,
    geometries: Mapping[str, object] = MappingProxyType({}),
    identities: Mapping[str, Identity] = MappingProxyType({}),
    accept: Accept = (),
) -> Export[FeatureCollection]:
    """Return a state or a comparison as a GeoJSON FeatureCollection.

    Args:
        what: What to draw.
        geometries: Geometries by the keys of places, such as outlines of countries: GeoJSON geometry objects,
            or anything with a `__geo_interface__`. A base that has coordinates needs none;
            places that nothing is said of may be among them.
        identities: Whose side a nation's symbols are drawn on, by its code or name; all others are unknown.
        accept: The losses accepted, by their words, or "all".

    Raises:
        LossError: If something would be lost that is not accepted.
        PlaceError: If a geometry is none.
        UnknownNationError: If an identity is given for no nation.
        TooHard: If the claims linked to a count are beyond the budget.
    """
    drawing = Drawing(
        brought=checked_geometries(geometries, "to_geojson.geometries"), identities=_sides(identities)
    )
    if isinstance(what, Comparison):
        states: tuple[DeploymentState, ...] = (what.before, what.after)
        features = [*changes(what, drawing), *flows(states, drawing)]
    else:
        states = (what,)
        features = [*holdings(what, drawing), *flows(states, drawing)]
    losses = checked("GeoJSON", LOSSES, _losses(states, features), accept)
    content: FeatureCollection = {
        "type": "FeatureCollection",
        "troopmoves": _headed(what),
        "features": list(_told_apart(features)),
    }
    return Export(content=content, text=json_text(content, indent=2) + "\n", losses=losses)


def _sides(identities: Mapping[str, Identity]) -> dict[str, Identity]:
    return {
        Nation.of(nation).code: _side(side, f"to_geojson.identities[{nation!r}]")
        for nation, side in identities.items()
    }


def _side(side: object, where: str) -> Identity:
    if not isinstance(side, Identity):
        raise EntityError(where, side, "this is a member of Identity", "use Identity.FRIEND or the like")
    return side


def _headed(what: DeploymentState | Comparison) -> dict[str, Any]:
    if isinstance(what, DeploymentState):
        return {"kind": "state", **_described(what)}
    before, after = _described(what.before), _described(what.after)
    return {"kind": "comparison", "before": before, "after": after, "one_account": what.joint}


def _described(state: DeploymentState) -> dict[str, Any]:
    return {
        "title": state.label.title,
        "digest": state.label.digest,
        "day": state.day.isoformat(),
        "known": None if state.view.known is None else state.view.known.isoformat(),
        "assumptions": _assumed(state.assumptions),
    }


def _assumed(assumptions: Assumptions) -> dict[str, Any]:
    unlimited = assumptions.carry == UNLIMITED
    return {
        "convention": assumptions.convention.name,
        "plans": str(assumptions.plans),
        "carry_days": None if unlimited else assumptions.carry // timedelta(days=1),
        "stances": [*sorted(assumptions.stances)],
        "categories": [*sorted(assumptions.categories)],
    }


def _told_apart(features: Iterable[Feature]) -> Iterator[Feature]:
    """Yield the features, those with one id numbered: two ledgers may call two things by one id."""
    seen: Counter[str] = Counter()
    for feature in features:
        name: str = feature["id"]
        seen[name] += 1
        yield feature if seen[name] == 1 else {**feature, "id": f"{name}&number={seen[name]}"}


def _losses(states: Iterable[DeploymentState], features: Iterable[Feature]) -> list[tuple[str, str]]:
    used = {claim for feature in features for claim in feature["properties"]["because"]}
    # What one state lacks and another uses is not lost; what none uses is told once, as of the last one.
    found: dict[Entry, list[str]] = {}
    for state in states:
        dead = {out.entry.id for out in state.not_counted}
        for entry in state.view.entries:
            unused = () if entry.id in used else (_why_unused(entry, state, dead),)
            found[entry] = [*unused, *_beside(entry)]
    return [(what, entry.id) for entry, words in found.items() for what in words]


_WITHOUT_NUMBERS: Final = MappingProxyType(
    {NoneType: "link", ActivityChange: "activity", ProtectionChange: "protection"}
)


def _why_unused(entry: Entry, state: DeploymentState, dead: Collection[str]) -> str:
    said = entry.claim.proposition
    if entry.id in dead:
        return "not_counted"
    if entry.claim.polarity is Polarity.NEGATED and said is not None:
        return "denial"
    if isinstance(said, PostureChange) and is_idle(said, state.assumptions.plans):
        return "idle"
    return _WITHOUT_NUMBERS.get(type(said), "unneeded")


def _beside(entry: Entry) -> Iterator[str]:
    """Yield what is lost of a claim even where the map uses it."""
    if entry.claim.links and entry.claim.proposition is not None:
        yield "link"
    if any(_details(entry)):
        yield "details"


def _details(entry: Entry) -> Iterator[object]:
    """Yield what a claim and its report carry that no property holds, empty where they do not."""
    claim, report = entry.claim, entry.report
    yield from (claim.note, claim.also, claim.credibility, claim.said.role, claim.said.via)
    yield claim.status is not Status.ENTERED
    yield claim.stance is not Stance.ASSERTS
    yield claim.category is not Category.REPORTED
    if report is not None:
        yield from (report.reliability, report.note)
