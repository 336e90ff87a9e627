"""Who stands where on a map, and who on none, if nobody is put where no source puts them?"""

import sys
import tempfile
from pathlib import Path

import troopmoves as tm

al_asad = tm.Base(id="al-asad", name="Al Asad", within=tm.Country.of("IRQ"), latitude=33.79, longitude=42.44)
arifjan = tm.Base(
    id="arifjan", name="Camp Arifjan", within=tm.Country.of("KWT"), latitude=28.88, longitude=48.16
)
paper = tm.Report(id="paper", publisher="A paper", url="https://example.org/moves").add(
    tm.present("USA", al_asad, "about 1000", when="2020-01-07", id="usa-asad"),
    tm.relocate("USA", "up to 200", origin=al_asad, to=arifjan, when="2020-01-08/2020-01-31", id="usa-move"),
    tm.present("ROU", "IRQ", 14, when="2020-01-07", id="rou-iraq"),
    tm.relocate("ROU", 14, origin="IRQ", to=tm.Unspecified(), when="2020-01-07/..", id="rou-move"),
    tm.suspend("USA", al_asad, "training", when="2020-01-07", id="usa-pause"),
)
state = tm.Ledger([paper], title="An example").state("2020-01-15")

# What a map cannot hold is told before anything is written; here it is accepted, by its name.
try:
    tm.to_geojson(state)
except tm.LossError as error:
    print(f"{error.report}\n")

# A country has no point of its own: this outline is the caller's, and as rough as it looks.
iraq = {
    "type": "Polygon",
    "coordinates": [[[39, 33.5], [41, 34.5], [42.3, 37.2], [46, 35], [48.5, 30], [46.5, 29], [39, 33.5]]],
}
exported = tm.to_geojson(state, geometries={"IRQ": iraq}, accept=["activity"])

folder = Path(tempfile.mkdtemp()) if len(sys.argv) == 1 else Path(sys.argv[1])
exported.write(folder / "state.geojson")

print(f"{'who':5}{'where':34}{'people':9}{'status':9}drawn as")
for feature in exported.content["features"]:
    told, drawn = feature["properties"], feature["geometry"]
    where = told.get("where") or f"{told['from']} to {told['to']}"
    people = tm.Bounds(told["low"], told["high"])
    status = "planned" if told["sidc"][6] == "1" else "present"
    print(f"{told['who']:5}{where:34}{people!s:9}{status:9}{drawn['type'] if drawn else 'nothing'}")
