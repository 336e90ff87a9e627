"""A ledger with units, places and plans for the tests of scenarios, and what a scenario must look like.

`FIELDS` are facts about orbat-mapper's own model: which keys each part must and may have, and of what type.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import troopmoves as tm
from troopmoves.entities.unit import Echelon, Unit

CANADA = tm.Nation("CAN")
BRIGADE = Unit(id="2-cmbg", name="2 CMBG", nation=CANADA, echelon=Echelon.BRIGADE)
BATTALION = Unit(
    id="1-rcr",
    name="1 RCR",
    nation=CANADA,
    echelon=Echelon.BATTALION,
    parent=BRIGADE,
    aliases=("The Royal Canadian Regiment",),
)
COMPANY = Unit(id="a-coy", name="A Company", nation=CANADA, echelon=Echelon.COMPANY, parent=BATTALION)
AL_ASAD = tm.Base(
    id="al-asad", name="Al Asad", within=tm.Country.of("IRQ"), latitude=33.785, longitude=42.441
)
SALEM = tm.Base(
    id="ali-al-salem", name="Ali Al Salem", within=tm.Country.of("KWT"), latitude=29.346, longitude=47.52
)

LEDGER = tm.Ledger(
    [
        tm.present(BATTALION, AL_ASAD, 200, when="2020-01-07", id="rcr"),
        tm.relocate(BATTALION, 200, origin=AL_ASAD, to=SALEM, when="2020-01-10/2020-01-12", id="rcr-move"),
        tm.present(COMPANY, AL_ASAD, "about 80", when="2020-01-07", id="company"),
        tm.present("FRA", "IRQ", "about 200", when="2020-01-07", id="fra"),
    ],
    title="Two nations",
)


def units_of(scenario: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield every unit of a scenario, those of sides and groups before their own."""
    waiting = [
        unit
        for side in scenario["sides"]
        for holder in (side, *side["groups"])
        for unit in holder.get("subUnits", [])
    ]
    while waiting:
        unit = waiting.pop(0)
        yield unit
        waiting += unit.get("subUnits") or []


def unit_in(scenario: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return the unit whose id or name begins with a text."""
    return next(unit for unit in units_of(scenario) if unit["id"] == name or unit["name"].startswith(name))


TEXT, NUMBER = (str,), (int, float)

FIELDS: Mapping[str, Mapping[str, Any]] = {
    "scenario": {
        "id": TEXT,
        "type": TEXT,
        "version": TEXT,
        "name": TEXT,
        "description?": TEXT,
        "startTime?": NUMBER,
        "timeZone?": TEXT,
        "sides": ["side"],
        "events": ["event"],
        "layerStack": ["layer"],
        "equipment?": ["named"],
        "personnel?": ["named"],
    },
    "side": {"id": TEXT, "name": TEXT, "standardIdentity": TEXT, "groups": ["group"]},
    "group": {"id": TEXT, "name": TEXT, "subUnits": ["unit"]},
    "unit": {
        "id": TEXT,
        "name": TEXT,
        "sidc": TEXT,
        "shortName?": TEXT,
        "subUnits?": ["unit"],
        "personnel?": ["counted"],
        "state?": ["state"],
    },
    "state": {
        "id": TEXT,
        "t": NUMBER,
        "title?": TEXT,
        "description?": TEXT,
        "location?": (list, type(None)),
        "sidc?": TEXT,
        "interpolate?": (bool,),
        "update?": "update",
    },
    "update": {"personnel?": ["counted"]},
    "counted": {"name": TEXT, "count": NUMBER},
    "named": {"name": TEXT},
    "event": {"id?": TEXT, "title": TEXT, "startTime": NUMBER},
    "layer": {"id": TEXT, "kind": TEXT, "name": TEXT, "items": ["item"]},
    "item": {},
}


def faults_in(value: Mapping[str, Any], part: str = "scenario", path: str = "$") -> Iterator[str]:
    """Yield what is wrong with a part of a scenario by the facts above."""
    known = {key.removesuffix("?"): wanted for key, wanted in FIELDS[part].items()}
    yield from (f"{path}.{key}: no such key" for key in value if key not in known)
    for key, wanted in FIELDS[part].items():
        where = f"{path}.{key.removesuffix('?')}"
        if key.removesuffix("?") not in value:
            if not key.endswith("?"):
                yield f"{where}: missing"
            continue
        found = value[key.removesuffix("?")]
        if isinstance(wanted, tuple):
            if not isinstance(found, wanted) or (isinstance(found, bool) and bool not in wanted):
                yield f"{where}: {found!r}"
        elif isinstance(wanted, str):
            yield from faults_in(found, wanted, where)
        else:
            for index, entry in enumerate(found):
                yield from faults_in(entry, wanted[0], f"{where}[{index}]")
