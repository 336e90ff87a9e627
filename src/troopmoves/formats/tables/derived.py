"""What a row of claims tells beside the claim itself: figures, days, codes and names that follow from it.

To add a column: its row in `layout.py`, its value in `derived` if it follows by rules that never change,
else in `shown`.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Final

from troopmoves.claims.claim import Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import PostureChange, Presence
from troopmoves.entities.cow import cow_code
from troopmoves.entities.force import Force
from troopmoves.entities.place import AnyOf, Area, Base, Country, Place, Region, Unspecified, parent_of
from troopmoves.formats.tables.column import Cell
from troopmoves.ledger.answer import place_words, scope_words
from troopmoves.quantity.headcount import Convention, Headcount


def derived(entry: Entry, by: Convention) -> dict[str, Cell]:
    """Return the cells that follow from a claim by rules that never change."""
    said = entry.claim.proposition
    cells: dict[str, Cell] = {"public": entry.public_day}
    if said is None:
        return cells
    sender = said.force.sender
    cells |= {"iso3": sender and sender.code, "earliest": said.when.earliest, "latest": said.when.latest}
    if isinstance(said, Presence | PostureChange) and said.headcount is not None:
        cells |= _figures(said.headcount, by)
    return cells


def shown(entry: Entry, path: str) -> dict[str, Cell]:
    """Return the cells that are looked up for those who read the table."""
    cells: dict[str, Cell] = {"source": _source(entry), "locator": path}
    said = entry.claim.proposition
    if said is None:
        return cells
    when = said.when
    cells |= {"scope": _scope(entry.claim), "cow": cow_of(said.force, when.earliest or when.latest)}
    place = _where(entry.claim)
    return cells if place is None else cells | where(place)


def cow_of(force: Force, day: date | None) -> int | None:
    """Return the Correlates of War number of the nation whose people a force is."""
    return None if force.sender is None else cow_code(force.sender, day)


def where(place: Place | None) -> dict[str, Cell]:
    """Return the cells that describe a place."""
    base = place if isinstance(place, Base) else None
    return {
        "place_name": place_words(place),
        "place_kind": None if place is None else _KINDS[type(place)],
        "country": None if place is None else _country(place),
        "lat": base and base.latitude,
        "lon": base and base.longitude,
    }


_KINDS: Final = MappingProxyType(
    {
        Country: "country",
        Area: "area",
        Base: "base",
        Region: "region",
        Unspecified: "unspecified",
        AnyOf: "any_of",
    }
)


def _figures(headcount: Headcount, by: Convention) -> dict[str, Cell]:
    bounds = headcount.bounds(by)
    return {
        "kind": str(headcount.kind),
        "nominal": headcount.nominal,
        "low": bounds.low,
        "high": bounds.high,
        "convention": by.name,
    }


def _source(entry: Entry) -> str | None:
    return entry.claim.said.by or (None if entry.report is None else entry.report.source_name)


def _where(claim: Claim) -> Place | None:
    """Return the one place that a claim is about, if it is about one."""
    said = claim.proposition
    if isinstance(said, PostureChange):
        return None if RULES[said.kind].moves else said.destination
    return None if said is None else said.place


def _scope(claim: Claim) -> str:
    said = claim.proposition
    if isinstance(said, PostureChange) and RULES[said.kind].moves:
        ends = [f"from {said.origin}"] if said.origin is not None else []
        ends += [f"to {said.destination}"] if said.destination is not None else []
        return " ".join([str(said.force), *ends])
    return scope_words(said.force, _where(claim)) if said is not None else ""


def _country(place: Place) -> str | None:
    """Return the code of the country that a place certainly lies in."""
    if isinstance(place, AnyOf):
        codes = {_country(option) for option in place.options}
        return codes.pop() if len(codes) == 1 else None
    if isinstance(place, Country):
        return place.code
    parent = parent_of(place)
    return None if parent is None else _country(parent)
