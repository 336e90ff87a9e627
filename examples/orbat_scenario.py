"""How does a ledger look in orbat-mapper, where units stand on a map?"""

import json
from typing import Any

import troopmoves as tm

canada = tm.Nation("CAN")
brigade = tm.Unit(id="2-cmbg", name="2 CMBG", nation=canada, echelon=tm.Echelon.BRIGADE)
battalion = tm.Unit(id="1-rcr", name="1 RCR", nation=canada, echelon=tm.Echelon.BATTALION, parent=brigade)
al_asad = tm.Base(
    id="al-asad", name="Al Asad", within=tm.Country.of("IRQ"), latitude=33.785, longitude=42.441
)
salem = tm.Base(
    id="salem", name="Ali Al Salem", within=tm.Country.of("KWT"), latitude=29.346, longitude=47.52
)

ledger = tm.Ledger(
    [
        tm.present(battalion, al_asad, 200, when="2020-01-07", id="rcr"),
        tm.relocate(battalion, "some", origin=al_asad, to=salem, when="2020-01-10/2020-01-12", id="move"),
        tm.present("FRA", "IRQ", "about 200", when="2020-01-07", id="fra"),
    ],
    title="Two nations in Iraq",
)

scenario = tm.to_orbat(
    ledger,
    since="2020-01-07",
    until="2020-01-14",
    identities={"CAN": tm.Identity.FRIEND, "FRA": tm.Identity.FRIEND},
    accept=["headcount", "ledger", "move", "place", "when"],  # what a scenario cannot keep
)


def show(unit: dict[str, Any], depth: int = 1) -> None:
    """Print a unit, its states and what belongs to it."""
    print("  " * depth + str(unit["name"]))
    for state in unit.get("state", []):
        where = "not on the map" if state["location"] is None else f"at {state['location']}"
        print("  " * depth + f"    {state['title']}, {where}")
    for below in unit["subUnits"]:
        show(below, depth + 1)


# `scenario.write("iraq.json")` writes the file that orbat-mapper opens.
for side in json.loads(scenario.text)["sides"]:
    print(side["name"])
    for unit in side["groups"][0]["subUnits"]:
        show(unit)

print(f"\n{scenario.losses.format} does not keep: {scenario.losses.counts}")

# The units come back; whose they are is said by the caller.
found = tm.from_orbat(scenario.text, nations={"Canada": "CAN"})
print("\nRead again:", ", ".join(f"{unit} ({unit.echelon})" for unit in found.ledger.units))
