"""Where a map draws places and moves: only where somebody said, by the rules of RFC 7946."""

from typing import Any

import pytest

from troopmoves.entities.place import Base, Country, Unspecified
from troopmoves.errors import PlaceError
from troopmoves.formats.geojson.geometry import checked_geometries, geometry_of, line_between

COUNTERCLOCKWISE = [[0, 0], [4, 0], [4, 4], [0, 0]]
HOLE_CLOCKWISE = [[1, 1], [2, 2], [2, 1], [1, 1]]


def point(*coordinates: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": list(coordinates)}


def read(value: object) -> dict[str, Any]:
    return checked_geometries({"IRQ": value}, "geometries")["IRQ"]


class TestPlaces:
    def test_base_is_drawn_at_its_coordinates(self) -> None:
        """The longitude comes first."""
        base = Base(id="al-asad", name="Al Asad", latitude=33.8, longitude=42.44)
        assert geometry_of(base, {}) == point(42.44, 33.8)

    @pytest.mark.parametrize(
        "place", [None, Country.of("IRQ"), Unspecified(within=Country.of("IRQ")), Base(id="b", name="b")]
    )
    def test_place_without_coordinates_is_drawn_nowhere(self, place: Country | None) -> None:
        """No middle of anything is taken for it."""
        assert geometry_of(place, {}) is None

    def test_geometry_that_is_brought_comes_first(self) -> None:
        """A caller may know a place better than the ledger does."""
        base = Base(id="al-asad", name="Al Asad", latitude=33.8, longitude=42.44)
        assert geometry_of(base, {"al-asad": point(1, 2)}) == point(1, 2)


class TestLines:
    def test_line_joins_two_points(self) -> None:
        """It is straight, as RFC 7946 has it, and level even if its ends are not."""
        line = {"type": "LineString", "coordinates": [[44, 33], [48, 29]]}
        assert line_between(point(44, 33, 100), point(48, 29)) == line

    @pytest.mark.parametrize(
        ("one", "other"),
        [(None, point(1, 2)), (point(1, 2), None), (point(1, 2), point(1, 2))],
        ids=["no origin", "no destination", "one point"],
    )
    def test_there_is_no_line_without_two_points(
        self, one: dict[str, Any] | None, other: dict[str, Any] | None
    ) -> None:
        """An end that is nowhere is not guessed."""
        assert line_between(one, other) is None

    def test_there_is_no_line_to_an_area(self) -> None:
        """An outline has no point that a line could go to."""
        polygon = {"type": "Polygon", "coordinates": [COUNTERCLOCKWISE]}
        assert line_between(point(9, 9), polygon) is None

    def test_line_is_cut_at_the_antimeridian(self) -> None:
        """It goes the shorter way round, in two pieces that meet the meridian at one latitude."""
        assert line_between(point(170, 10), point(-170, 20)) == {
            "type": "MultiLineString",
            "coordinates": [[[170, 10], [180.0, 15.0]], [[-180.0, 15.0], [-170, 20]]],
        }

    def test_line_is_cut_westward_too(self) -> None:
        """From west to east of the date line, the pieces come in the order of the journey."""
        assert line_between(point(-175, 0), point(170, 30)) == {
            "type": "MultiLineString",
            "coordinates": [[[-175, 0], [-180.0, 10.0]], [[180.0, 10.0], [170, 30]]],
        }

    def test_line_from_the_antimeridian_is_one_piece(self) -> None:
        """An end on the meridian itself is written on the side that the line is on."""
        line = {"type": "LineString", "coordinates": [[-180.0, 1.23456789], [-170, 0]]}
        found = line_between(point(180, 1.23456789), point(-170, 0))
        assert found is not None
        assert found["coordinates"][0] == pytest.approx(line["coordinates"][0])
        assert (found["type"], found["coordinates"][1]) == ("LineString", [-170, 0])

    def test_line_along_the_antimeridian_stays_on_one_side(self) -> None:
        """180 degrees east and west are one meridian."""
        line = {"type": "LineString", "coordinates": [[180, 1], [180.0, 2]]}
        assert line_between(point(180, 1), point(-180, 2)) == line
        assert line_between(point(180, 1), point(-180, 1)) is None


class TestGeometriesBrought:
    @pytest.mark.parametrize(
        "value",
        [
            point(1, 2, 3),
            {"type": "MultiPoint", "coordinates": []},
            {"type": "LineString", "coordinates": [[0, 0], [1, 1]]},
            {"type": "MultiLineString", "coordinates": [[[0, 0], [1, 1]]]},
            {"type": "Polygon", "coordinates": [COUNTERCLOCKWISE, HOLE_CLOCKWISE]},
            {"type": "MultiPolygon", "coordinates": [[COUNTERCLOCKWISE], [COUNTERCLOCKWISE, HOLE_CLOCKWISE]]},
            {"type": "GeometryCollection", "geometries": [point(1, 2)]},
        ],
        ids=lambda value: str(value["type"]),
    )
    def test_geometry_of_every_type_is_taken(self, value: dict[str, Any]) -> None:
        """What is right stays as it is."""
        assert read(value) == value

    def test_tuples_become_lists(self) -> None:
        """What packages hand over as `__geo_interface__` is taken."""

        class Shape:
            __geo_interface__ = {"type": "Point", "coordinates": (1, 2)}  # noqa: RUF012 (as packages have it)

        assert read(Shape()) == point(1, 2)

    def test_rings_are_wound_by_the_right_hand_rule(self) -> None:
        """Outside counterclockwise, holes clockwise, whichever way they came."""
        value = {"type": "Polygon", "coordinates": [COUNTERCLOCKWISE[::-1], HOLE_CLOCKWISE[::-1]]}
        assert read(value)["coordinates"] == [COUNTERCLOCKWISE, HOLE_CLOCKWISE]

    @pytest.mark.parametrize(
        ("value", "where", "rule"),
        [
            (None, "geometries['IRQ']", "one of the types"),
            ({"type": "Feature", "geometry": None}, "geometries['IRQ']", "one of the types"),
            ({"type": ["Point"]}, "geometries['IRQ']", "one of the types"),
            ({"type": "Point"}, "geometries['IRQ']", "nothing else"),
            ({**point(1, 2), "crs": {}}, "geometries['IRQ']", "nothing else"),
            (point(1), "geometries['IRQ'].coordinates", "two or three numbers"),
            (point(1, float("nan")), "geometries['IRQ'].coordinates", "two or three numbers"),
            ({"type": "Point", "coordinates": [True, 2]}, "geometries['IRQ'].coordinates", "two or three"),
            ({"type": "Point", "coordinates": "12"}, "geometries['IRQ'].coordinates", "a list"),
            (point(10**400, 0), "geometries['IRQ'].coordinates", "from -180 to 180"),
            (point(3_500_000, 4_000_000), "geometries['IRQ'].coordinates", "from -180 to 180"),
            (point(44, 133), "geometries['IRQ'].coordinates", "latitudes from -90 to 90"),
            (
                {"type": "LineString", "coordinates": [[0, 0], 7]},
                "geometries['IRQ'].coordinates[1]",
                "a list",
            ),
            ({"type": "LineString", "coordinates": [[0, 0]]}, "geometries['IRQ']", "two positions"),
            ({"type": "MultiLineString", "coordinates": [[]]}, "geometries['IRQ']", "two positions"),
            (
                {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]},
                "['IRQ']",
                "the last one",
            ),
            ({"type": "MultiPolygon", "coordinates": [[[[0, 0]]]]}, "geometries['IRQ']", "four positions"),
            (
                {"type": "GeometryCollection", "geometries": [point(1)]},
                "geometries['IRQ'].geometries[0].coordinates",
                "two or three numbers",
            ),
            ({"type": "GeometryCollection", "geometries": None}, "geometries['IRQ']", "a list"),
            (
                {
                    "type": "GeometryCollection",
                    "geometries": [{"type": "GeometryCollection", "geometries": []}],
                },
                "geometries['IRQ']",
                "holds no collection",
            ),
        ],
    )
    def test_what_is_no_geometry_is_told_with_its_path(self, value: object, where: str, rule: str) -> None:
        """Nothing is repaired or passed over."""
        with pytest.raises(PlaceError) as caught:
            read(value)
        assert caught.value.where.endswith(where)
        assert rule in caught.value.rule
