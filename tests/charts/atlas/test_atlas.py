"""Outlines out of an installed package, the window fitted round them, and where moves come to stand."""

import importlib.util
import json
from math import hypot
from pathlib import Path
from typing import Any

import pytest
from charts.material import iraq, six_reports
from hypothesis import given
from hypothesis import strategies as st

import troopmoves as tm
from troopmoves.charts.atlas import outlines as source
from troopmoves.charts.atlas.naming import names_at
from troopmoves.charts.atlas.outlines import Outline, Point, outlines, world_of
from troopmoves.charts.atlas.placing import Placed, courses, placed
from troopmoves.charts.atlas.view import fitted, label_point
from troopmoves.charts.rows.flows import moves_of
from troopmoves.errors import MissingExtraError, PlaceError

IRAQ = tm.Country.of("IRQ")
ASAD = tm.Base(id="al-asad", name="Al Asad", within=IRAQ, latitude=33.8, longitude=42.44)
NOWHERE = tm.Base(id="camp", name="a camp", within=tm.Area(id="anbar", name="Anbar", within=IRAQ))
WIDTH, STRIP = 584, 38
SQUARE: dict[str, Any] = {
    "type": "Polygon",
    "coordinates": [[[50, 25], [52, 25], [52, 27], [50, 27], [50, 25]]],
}


def country(code: str) -> Outline:
    return next(one for one in outlines({}) if one.key == code)


def map_of(*claims: tm.Claim) -> Placed:
    return map_of_state(tm.Ledger(claims).state("2020-02-01"))


def map_of_state(state: tm.DeploymentState) -> Placed:
    world = outlines({})
    return placed(courses(moves_of(state), world), world, WIDTH, STRIP)


def move(**ends: Any) -> tm.Claim:  # noqa: ANN401
    return tm.relocate("CAN", "some", when="2020-01-08", **ends)


def kinds(drawn: Placed) -> list[str]:
    return sorted({str(row["kind"]) for row in drawn.rows})


# -- outlines ---------------------------------------------------------------------------------------------


def test_outlines_come_with_the_codes_of_countries() -> None:
    """All but the two lands whose names are no nation's have a code, each once."""
    keys = [outline.key for outline in outlines({})]
    known = [key for key in keys if key is not None]
    assert len(keys) == 177
    assert keys.count(None) == 2
    assert len(set(known)) == len(known)
    assert {"IRQ", "KWT", "XKX", "COD", "COG", "FRA", "NOR"} <= set(known)


def test_rings_are_closed_and_in_degrees() -> None:
    """Every ring ends where it begins, on the globe."""
    rings = [ring for outline in outlines({}) for polygon in outline.polygons for ring in polygon]
    assert all(ring[0] == ring[-1] for ring in rings)
    assert all(abs(east) <= 180.001 and abs(north) <= 90.001 for ring in rings for east, north in ring)


@pytest.mark.parametrize(
    ("code", "inside"), [("IRQ", (44.4, 33.3)), ("CAN", (-106.0, 56.0)), ("HRV", (16.0, 45.8))]
)
def test_label_stands_in_its_country(code: str, inside: Point) -> None:
    """The point that stands for a country lies well inside it, near where a reader looks for it."""
    east, north = label_point(country(code))
    assert hypot(east - inside[0], north - inside[1]) < 12


def test_outline_of_the_caller_takes_the_place_of_the_packages() -> None:
    """An outline is brought by the key of the place: of a country, or of anything else."""
    own = outlines({"IRQ": SQUARE, "BHR": SQUARE})
    assert [one.key for one in own].count("IRQ") == 1
    assert next(one for one in own if one.key == "IRQ").polygons[0][0][0] == (50, 25)

    class Shape:
        __geo_interface__ = {"type": "MultiPolygon", "coordinates": [SQUARE["coordinates"]] * 2}  # noqa: RUF012

    assert len(next(one for one in outlines({"BHR": Shape()}) if one.key == "BHR").polygons) == 2


@pytest.mark.parametrize("wrong", [{"type": "Point", "coordinates": [1, 2]}, 14, {}])
def test_outline_that_is_none_is_refused(wrong: object) -> None:
    """What is no polygon is told with its key."""
    with pytest.raises(PlaceError, match=r"geometries\['IRQ'\]"):
        outlines({"IRQ": wrong})


def test_missing_package_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package there are the caller's own outlines, or an error that says what to install."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(source, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"pip install 'troopmoves\[maps\]'"):
        outlines({})
    assert [one.key for one in outlines({"IRQ": SQUARE})] == ["IRQ"]


def test_topology_is_read_as_the_format_says(tmp_path: Path) -> None:
    """Steps are added up and scaled, a negative number is a line backwards, a shared end stands once."""
    topology = {
        "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
        "arcs": [[[0, 0], [2, 0], [0, 2]], [[0, 0], [0, 2], [2, 0]]],
        "objects": {
            "subunits": {
                "geometries": [
                    {"type": "Polygon", "arcs": [[0, -2]], "properties": {"name": "Iraq"}},
                    {"type": "MultiPolygon", "arcs": [[[0, ~1]]], "properties": {"name": "no such land"}},
                ]
            }
        },
    }
    (tmp_path / "world.json").write_text(json.dumps(topology), encoding="utf-8")
    iraq_there, other = world_of(tmp_path / "world.json")
    assert iraq_there == Outline("IRQ", ((((10, 20), (11, 20), (11, 21), (10, 21), (10, 20)),),))
    assert (other.key, other.polygons) == (None, iraq_there.polygons)


# -- the window -------------------------------------------------------------------------------------------

points = st.tuples(st.floats(-180, 180), st.floats(-80, 80))


@given(st.lists(points, min_size=1, max_size=6))
def test_every_point_is_in_the_window(given_points: list[Point]) -> None:
    """Wherever on the globe the ends of moves lie, the map shows them, also across the antimeridian."""
    view = fitted(given_points, [], WIDTH)
    assert view.width == WIDTH
    assert 0 < view.height <= WIDTH
    for x, y in map(view.at, given_points):
        assert -1 <= x <= view.width + 1
        assert -1 <= y <= view.height + 1


@given(st.lists(points, min_size=1, max_size=4))
def test_land_stays_in_the_window(given_points: list[Point]) -> None:
    """Outlines are cut at the edges of the map."""
    view = fitted(given_points, [], WIDTH)
    for outline in (country("IRQ"), country("RUS"), country("FJI")):
        for rings in view.pieces(outline):
            for x, y in (point for ring in rings for point in ring):
                assert -0.1 <= x <= view.width + 0.1
                assert -0.1 <= y <= view.height + 0.1


def test_window_across_the_antimeridian_is_narrow() -> None:
    """From Fiji to Samoa is no way round the world."""
    view = fitted([(178.0, -18.0), (-172.0, -14.0)], [], WIDTH)
    (fiji, _), (samoa, _) = view.at((178.0, -18.0)), view.at((-172.0, -14.0))
    assert 0 < fiji < samoa < WIDTH


# -- moves ------------------------------------------------------------------------------------------------


def test_base_stands_at_its_coordinates() -> None:
    """A base of which it is known where it lies is drawn there; the country it is in is not."""
    drawn = map_of(move(origin=ASAD, to="KWT"))
    spots = {row["key"]: row["sort"] for row in drawn.rows if row["kind"] == "spot"}
    assert spots == {"al-asad": "base", "KWT": "country"}


def test_base_without_coordinates_stands_for_its_country() -> None:
    """Of a camp somewhere in Anbar only the country can be drawn."""
    drawn = map_of(move(origin=NOWHERE, to="KWT"))
    assert {row["key"] for row in drawn.rows if row["kind"] == "spot"} == {"IRQ", "KWT"}


@pytest.mark.parametrize(
    ("ends", "styles"),
    [
        ({"origin": "IRQ", "to": "KWT"}, {"dashed"}),
        ({"origin": "IRQ", "to": "KWT", "progress": "completed"}, {"solid"}),
        ({"origin": "IRQ", "to": tm.Unspecified()}, {"dotted"}),
        ({"origin": "IRQ", "to": tm.middle_east()}, {"dotted"}),
        ({"origin": "IRQ", "to": tm.AnyOf((tm.Country.of("KWT"), tm.Country.of("JOR")))}, {"dotted"}),
        ({"to": "KWT"}, {"dotted"}),
        ({"origin": tm.Unspecified(), "to": tm.Unspecified(within=IRAQ)}, set()),
        ({"origin": NOWHERE, "to": "IRQ"}, set()),
    ],
)
def test_line_tells_what_is_known_of_a_move(ends: dict[str, Any], styles: set[str]) -> None:
    """Solid is begun, dashed planned, dotted what leads to one of several places or to none that is named."""
    assert {"solid", "dashed", "dotted"} & set(kinds(map_of(move(**ends)))) == styles


def test_unnamed_place_is_drawn_nowhere() -> None:
    """A line to a place that is not named leaves the map, and ends in the strip under it."""
    drawn = map_of(move(origin="IRQ", to=tm.Unspecified(outside=IRAQ)))
    assert drawn.view is not None
    assert {row["key"] for row in drawn.rows if row["kind"] == "spot"} == {"IRQ"}
    [number] = [row for row in drawn.rows if row["kind"] == "number"]
    assert number["y"] == drawn.view.height + STRIP / 2


def test_one_of_several_places_is_a_line_to_each() -> None:
    """Kuwait or Jordan: two dotted lines with one number."""
    drawn = map_of(move(origin="IRQ", to=tm.AnyOf((tm.Country.of("KWT"), tm.Country.of("JOR")))))
    assert len({row["path"] for row in drawn.rows if row["kind"] == "dotted"}) == 2
    assert {row["number"] for row in drawn.rows if row["kind"] == "number"} == {1}


def test_nothing_that_can_be_drawn_is_no_map() -> None:
    """Without a single place on the map there is only the list."""
    drawn = map_of(move(origin=tm.Unspecified(), to=tm.Unspecified(within=IRAQ)))
    assert (drawn.view, drawn.land, drawn.rows) == (None, [], [])


def test_unnamed_is_not_the_same_as_not_drawable() -> None:
    """A region has a name, though no place on the map; an option that is not named has none."""
    ends = (tm.middle_east(), tm.Unspecified(), tm.AnyOf((tm.Country.of("JOR"), tm.Unspecified(within=IRAQ))))
    told = [
        courses(moves_of(tm.Ledger([move(origin="IRQ", to=to)]).state("2020-02-01")), outlines({}))
        for to in ends
    ]
    assert [(one.leaves_the_map, one.unnamed) for [one] in told] == [
        (True, False),
        (True, True),
        (False, True),
    ]


@pytest.mark.parametrize(
    "state", [iraq().state("2020-01-15"), six_reports().state("2020-01-12")], ids=["one", "six"]
)
def test_numbers_can_be_told_apart(state: tm.DeploymentState) -> None:
    """No number of a move lies on another one's."""
    drawn = map_of_state(state)
    spots = [(row["x"], row["y"]) for row in drawn.rows if row["kind"] == "number"]
    assert len(spots) == len(moves_of(state))
    for index, (x, y) in enumerate(spots):
        for other_x, other_y in spots[:index]:
            assert isinstance(x, float)
            assert isinstance(y, float)
            assert isinstance(other_x, float)
            assert isinstance(other_y, float)
            assert hypot(x - other_x, y - other_y) > 12


def test_name_goes_where_there_is_room() -> None:
    """A name avoids lines, numbers and the edges of the map."""
    size = (200.0, 200.0)
    [free] = names_at([("Iraq", (100.0, 100.0))], [], size)
    [crowded] = names_at([("Iraq", (100.0, 100.0))], [(120.0, 100.0)], size)
    [edge] = names_at([("Iraq", (195.0, 100.0))], [], size)
    assert free[0] > 100
    assert crowded[0] < 100
    assert edge[0] < 195
