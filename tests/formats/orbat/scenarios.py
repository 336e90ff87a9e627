"""Scenarios written by hand, key by key."""

from typing import Any

BATTALION = "10031000160000000000"
HERE, THERE = [42.441, 33.785], [47.52, 29.346]


def scenario(*units: object, **more: Any) -> dict[str, Any]:  # noqa: ANN401 (any key of the format)
    group = {"id": "g", "name": "Group", "subUnits": list(units)}
    side = {"id": "s", "name": "Side", "standardIdentity": "3", "groups": [group]}
    return {
        "id": "scenario-1",
        "type": "ORBAT-mapper",
        "version": "3.0.0",
        "name": "Made up",
        "sides": [side],
        "events": [],
        "layerStack": [],
        **more,
    }


def unit(name: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 (any key of the format)
    return {"id": name, "name": name.upper(), "sidc": BATTALION, **more}


def state(day: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 (any key of the format)
    return {"id": f"at-{day}", "t": f"{day}T00:00:00Z", **more}
