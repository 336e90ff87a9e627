"""A map is GeoJSON whatever the ledger holds, and what of the claims it does not hold is told."""

import json
import re
from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from laws.strategies_claims import ledgers

from troopmoves.claims.assumptions import Plans
from troopmoves.errors import TooHard
from troopmoves.formats.geojson.collection import PROPERTIES, to_geojson
from troopmoves.formats.loss import Export
from troopmoves.ledger.comparison import Comparison, compare
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState

days = st.dates(date(2000, 1, 1), date(2030, 1, 1))
plans = st.sampled_from(Plans)


def drawn(what: DeploymentState | Comparison) -> Export[dict[str, Any]]:
    """Return the map, or give the draw up where the question is too hard."""
    try:
        return to_geojson(what, accept="all")
    except TooHard:
        assume(condition=False)
        raise


@given(ledgers(), days, plans)
def test_state_is_a_feature_collection(ledger: Ledger, day: date, taken: Plans) -> None:
    """Features are as they should be, and no claim leaves without a word."""
    export = drawn(ledger.state(day, plans=taken))
    check(export)
    used = {claim for feature in export.content["features"] for claim in feature["properties"]["because"]}
    told = {loss.claim for loss in export.losses if loss.what != "details"}
    assert {entry.id for entry in ledger.entries} <= used | told


@given(ledgers(most_claims=3), days, days)
def test_comparison_is_a_feature_collection(ledger: Ledger, one: date, other: date) -> None:
    """So is a comparison of two days."""
    try:
        compared = compare(ledger.state(one), ledger.state(other))
    except TooHard:
        assume(condition=False)
        raise
    check(drawn(compared))


def check(export: Export[dict[str, Any]]) -> None:
    """Check what RFC 7946 asks, and what the page on the format says."""
    assert json.loads(export.text) == export.content
    assert export.content["type"] == "FeatureCollection"
    features = export.content["features"]
    assert len({feature["id"] for feature in features}) == len(features)
    for feature in features:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"
        assert feature["properties"].keys() <= PROPERTIES.keys()
        assert re.fullmatch("[0-9]{20}", feature["properties"]["sidc"])
        if feature["geometry"] is not None:
            check_geometry(feature["geometry"])


def check_geometry(geometry: dict[str, Any]) -> None:
    """Check that positions are degrees and that no line is longer than half the way round."""
    assert set(geometry) == {"type", "coordinates"}
    coordinates = geometry["coordinates"]
    lines = {"Point": [[coordinates]], "LineString": [coordinates], "MultiLineString": coordinates}
    for line in lines[geometry["type"]]:
        assert all(abs(east) <= 180 and abs(north) <= 90 for east, north in line)
        assert all(abs(end[0] - start[0]) <= 180 for start, end in pairwise(line))
        assert geometry["type"] == "Point" or len(line) > 1
