"""What we write as GeoJSON is read by programs that read it: GDAL through pyogrio, geopandas, shapely."""

from pathlib import Path

import pytest

import troopmoves as tm
from troopmoves.formats.geojson.collection import to_geojson

geopandas = pytest.importorskip("geopandas")
pyogrio = pytest.importorskip("pyogrio")
shapely = pytest.importorskip("shapely")

SUVA = tm.Base(id="suva", name='Suva "port" </script>', latitude=-18.1, longitude=178.4)
PAGO = tm.Base(id="pago-pago", name="Pago Pago", latitude=-14.3, longitude=-170.7)


def state() -> tm.DeploymentState:
    return tm.Ledger(
        [
            tm.present("USA", SUVA, "about 200", when="2020-01-07", id="there"),
            tm.relocate("USA", 50, origin=SUVA, to=PAGO, when="2020-01-08/2020-01-20", id="move"),
            tm.present("FRA", "VUT", "some", when="2020-01-07", id="somewhere"),
        ],
        title="Pacific",
    ).state("2020-01-15")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file that the export wrote."""
    written = tmp_path / "state.geojson"
    to_geojson(state()).write(written)
    return written


def test_gdal_reads_every_feature_with_its_place(path: Path) -> None:
    """Features, ids, points, the line cut at the antimeridian, and places that are nowhere."""
    frame = geopandas.read_file(path, engine="pyogrio")
    by_id = dict(zip(frame["id"], frame.geometry, strict=True))
    assert frame.crs.to_epsg() == 4326
    assert by_id["holding?nation=USA&place=suva"].equals(shapely.Point(178.4, -18.1))
    assert by_id["holding?nation=FRA&place=VUT"] is None
    assert by_id["flow?claim=move"].geom_type == "MultiLineString"
    assert all(shape is None or shape.is_valid for shape in by_id.values())


def test_gdal_reads_open_ends_as_missing(path: Path) -> None:
    """A number that nothing limits is no number; names come back as they were."""
    frame = geopandas.read_file(path, engine="pyogrio").set_index("id")
    there, come = (frame.loc[f"holding?nation=USA&place={place}"] for place in ("suva", "pago-pago"))
    assert (there["low"], there["high"], there["where"]) == (110, 240, SUVA.name)
    assert (come["low"], bool(come.isna()["high"])) == (0, True)
    assert list(there["because"]) == ["move", "there"]


def test_gdal_knows_the_driver(path: Path) -> None:
    """GDAL takes the file for GeoJSON without being told so, and finds no fault."""
    about = pyogrio.read_info(path)
    assert (about["driver"], about["features"]) == ("GeoJSON", 4)


def test_outline_that_geopandas_brings_is_taken() -> None:
    """A shape is handed over as it is, by the key of its country."""
    outline = shapely.box(166, -21, 171, -13)
    content = to_geojson(state(), geometries={"VUT": outline}).content
    frame = geopandas.GeoDataFrame.from_features(content)
    assert frame.set_index("place").geometry["VUT"].equals(outline)


def test_shapely_reads_each_geometry() -> None:
    """Every geometry is one, whichever way a program gets at it."""
    content = to_geojson(state()).content
    frame = geopandas.GeoDataFrame.from_features(content)
    assert list(frame.geometry.isna()) == [True, False, False, False]
