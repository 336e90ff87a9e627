"""The features of a map: who is held where, what changed between two states, who moves from where to where.

A feature has an id made from what it is about, so that it keeps it from one export to the next. What its
properties mean stands in `collection.PROPERTIES`.

To add a sort of feature: one function that yields it, its properties in that table, one test.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias, final

import attrs

from troopmoves.claims.axis import PLANS, Polarity
from troopmoves.claims.claim import NOBODY
from troopmoves.claims.proposition import PostureChange, Presence, amount_of
from troopmoves.claims.report import Report
from troopmoves.entities.force import Force
from troopmoves.entities.place import DefinitePlace, Place, contains
from troopmoves.formats.geojson.geometry import Geometry, geometry_of
from troopmoves.formats.geojson.naming import key_of, scope_id, who
from troopmoves.formats.symbol import Identity, symbol_code
from troopmoves.ledger.answer import Answer, place_words
from troopmoves.ledger.comparison import Comparison
from troopmoves.ledger.state import DeploymentState
from troopmoves.ledger.wording import words_of
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.solve.overlap import counts_in
from troopmoves.timing.when import show_day

Feature: TypeAlias = dict[str, Any]
"""A feature object: its id, its geometry or None, its properties."""
Properties: TypeAlias = dict[str, Any]


@final
@attrs.frozen(kw_only=True)
class Drawing:
    """What a caller brings to a map: geometries, and who is on whose side."""

    brought: Mapping[str, Geometry] = MappingProxyType({})
    """Geometries by the keys of places."""
    identities: Mapping[str, Identity] = MappingProxyType({})
    """Whose side the symbols of nations are drawn on, by their codes; all others are unknown."""

    def geometry(self, place: Place | None) -> Geometry | None:
        """Return where a place is drawn, None where nobody has said."""
        return geometry_of(place, self.brought)

    def symbol(self, force: Force, *, planned: bool) -> str:
        """Return the symbol code of a force."""
        sender = force.sender
        return symbol_code(
            identity=self.identities.get("" if sender is None else sender.code, Identity.UNKNOWN),
            planned=planned,
            echelon=None if force.unit is None else force.unit.echelon,
        )


# -- holdings and changes -------------------------------------------------------------------------------


def holdings(state: DeploymentState, drawing: Drawing) -> Iterator[Feature]:
    """Yield a feature for every force and place that a live claim speaks of."""
    for answer in state.holdings:
        counted: Properties = {
            "day": answer.day.isoformat(),
            "low": answer.low,
            "high": answer.high,
            "anyone": str(answer.at_least(1)),
            **reasoned(answer.because, (state,)),
            **_assumed(answer),
        }
        yield _held(
            feature="holding",
            force=answer.force,
            place=answer.place,
            properties=counted,
            state=state,
            drawing=drawing,
        )


def _assumed(answer: Answer) -> Properties:
    return {
        "assumes": list(answer.assumes),
        "oldest": None if answer.oldest is None else answer.oldest.isoformat(),
        "partial": answer.partial,
    }


def changes(comparison: Comparison, drawing: Drawing) -> Iterator[Feature]:
    """Yield a feature for every row of a comparison."""
    before, after = comparison.before, comparison.after
    for row in comparison.rows:
        compared: Properties = {
            "before_day": before.day.isoformat(),
            "after_day": after.day.isoformat(),
            **row.figures,
            "therefore": row.therefore,
            **reasoned((*row.because, *row.denied_by), (before, after)),
            "denied_by": list(row.denied_by),
            "assumes": list(row.assumes),
        }
        yield _held(
            feature="change",
            force=row.who,
            place=row.where,
            properties=compared,
            state=after,
            drawing=drawing,
        )


def _held(
    *,
    feature: str,
    force: Force,
    place: Place | None,
    properties: Properties,
    state: DeploymentState,
    drawing: Drawing,
) -> Feature:
    planned = _is_only_planned(force, place, state)
    return feature_of(
        scope_id(feature, force, place),
        drawing.geometry(place),
        {
            "feature": feature,
            **who(force),
            "where": place_words(place),
            "place": key_of(place),
            **properties,
            "sidc": drawing.symbol(force, planned=planned),
        },
    )


def _is_only_planned(force: Force, place: Place | None, state: DeploymentState) -> bool:
    """Return whether every claim that has people of the force at the place is a plan to bring them there."""
    known = [
        said
        for entry in state.view.admission.live
        if isinstance(said := entry.claim.proposition, Presence | PostureChange)
        and entry.claim.polarity is Polarity.AFFIRMED
        and counts_in(said.force, force)
        and amount_of(said) != _NOBODY
    ]
    there = [said for said in known if isinstance(said, Presence) and _is_inside(said.place, place)]
    changes = [said for said in known if isinstance(said, PostureChange)]
    leaving = [said for said in changes if _is_inside(said.origin, place)]
    coming = [said for said in changes if _is_inside(said.destination, place) and said not in leaving]
    return bool(coming) and not there and not leaving and all(said.progress in PLANS for said in coming)


_NOBODY: Final = Headcount(kind=HeadcountKind.ZERO)


def _is_inside(inner: Place | None, outer: Place | None) -> bool:
    if inner is None or outer is None or inner == outer:
        return inner is not None
    return isinstance(inner, DefinitePlace) and isinstance(outer, DefinitePlace) and contains(outer, inner)


# -- what all features have -----------------------------------------------------------------------------


def feature_of(name: str, geometry: Geometry | None, properties: Properties) -> Feature:
    """Return a feature of its parts."""
    return {"type": "Feature", "id": name, "geometry": geometry, "properties": properties}


def reasoned(claims: Iterable[str], states: tuple[DeploymentState, ...]) -> Properties:
    """Return which claims force something, what they say, who says so, and how their hedges were read."""
    ids = list(dict.fromkeys(claims))
    known = [({entry.id: entry for entry in state.view.entries}, state.assumptions) for state in states]
    found = [(entries[name], assumed) for name in ids for entries, assumed in known if name in entries]
    return {
        "because": list(ids),
        "reasons": _once(f"{entry.id}: {words_of(entry.claim, assumed)}" for entry, assumed in found),
        "sources": _once(entry.source for entry, _ in found if entry.report or entry.claim.said != NOBODY),
        "reports": _once(_cited(entry.report) for entry, _ in found if entry.report),
        "urls": _once(entry.report.url for entry, _ in found if entry.report and entry.report.url),
        "convention": "; ".join(dict.fromkeys(state.assumptions.convention.name for state in states)),
    }


def _cited(report: Report) -> str:
    day = "" if report.published is None else show_day(report.published)
    return ", ".join(part for part in (report.publisher, report.title, day) if part) or report.id


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
