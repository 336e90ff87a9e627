"""Scenarios from anywhere: wrong types, sizes, depths and tricks are told with their paths."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from formats.orbat.scenarios import BATTALION, HERE, scenario, state, unit

from troopmoves.errors import DocumentError
from troopmoves.formats.orbat import parse, source
from troopmoves.formats.orbat.read import from_orbat


def problems_of(given: Any) -> dict[str, object]:  # noqa: ANN401 (anything may be handed in)
    with pytest.raises(DocumentError) as refused:
        from_orbat(given)
    return {problem.path: problem.got for problem in refused.value.problems}


def test_every_wrong_type_is_told_with_its_path() -> None:
    """One reading finds all problems, in units, states, positions and numbers alike."""
    told = scenario(
        {"id": 1, "name": ["x"], "sidc": None},
        unit("a", state={}, personnel=[{"name": "x", "count": True}], location=[1, 2, 3, 4]),
        unit("b", state=["now", {"t": True}, state("2020-01-07", location=[200, 95])]),
        unit("c", subUnits="many", state=[state("2020-01-07", update=[], sidc=10)]),
        unit("d", personnel=[{"count": 1.5}], location=[math.nan, 0]),
        "unit",
        unit("e", location=[10**400, 0]),
    )
    top = "sides[0].groups[0].subUnits"
    assert problems_of(told) == {
        f"{top}[0].id": 1,
        f"{top}[0].name": "list",
        f"{top}[0].sidc": None,
        f"{top}[1].state": "dict",
        f"{top}[1].personnel[0].count": True,
        f"{top}[1].location": "list",
        f"{top}[2].state[0]": "now",
        f"{top}[2].state[1].t": True,
        f"{top}[2].state[2].location": "list",
        f"{top}[3].subUnits": "many",
        f"{top}[3].state[0].update": "list",
        f"{top}[3].state[0].sidc": 10,
        f"{top}[4].personnel[0].name": None,
        f"{top}[4].personnel[0].count": 1.5,
        f"{top}[4].location": "list",
        f"{top}[5]": "unit",
        f"{top}[6].location": "list",
    }


@pytest.mark.parametrize("moment", ["soon", "2020-13-01", "x" * 1_000_000, 1e300, math.inf, -1e18, None, []])
def test_time_that_no_calendar_has_is_told(moment: object) -> None:
    """A moment is a text or a number that some calendar has."""
    told = problems_of(scenario(unit("a", state=[{"t": moment}])))
    assert list(told) == ["sides[0].groups[0].subUnits[0].state[0].t"]


@pytest.mark.parametrize(
    "zone", ["../../../etc/passwd", "/etc/passwd", "Europe/Atlantis", "UTC\0", "x" * 10_000, 1, "Europe", ""]
)
def test_time_zone_is_no_path(zone: object) -> None:
    """What is no time zone is refused, be it a path out of the folder that holds them or a folder in it."""
    assert list(problems_of(scenario(timeZone=zone))) == ["timeZone"]


def test_text_is_never_taken_for_a_path(tmp_path: Path) -> None:
    """A text that names a file is no JSON; the file stays unread."""
    file = tmp_path / "scenario.json"
    file.write_text(json.dumps(scenario(unit("a"))), encoding="utf-8")
    assert list(problems_of(str(file))) == ["line 1, column 1"]
    assert from_orbat(file).units == 1


def test_text_and_mapping_are_read_alike() -> None:
    """A scenario is given as its text, with a byte order mark or without, or as plain values."""
    told = scenario(unit("a"))
    assert from_orbat("\ufeff" + json.dumps(told)).losses.to_rows() == from_orbat(told).losses.to_rows()


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", "line 1, column 1"),
        ("[]", "scenario"),
        ("{", "line 1, column 2"),
        ('{"type": NaN}', "scenario"),
        ('{"type": "ORBAT-mapper", "type": "x"}', "scenario"),
        ("[" * 100_000, "scenario"),
        ('{"type": "MSDL"}', "type"),
        ('{"type": "ORBAT-mapper-encrypted"}', "type"),
        ('{"type": "ORBAT-mapper"}', "sides"),
    ],
)
def test_what_is_no_scenario_is_refused(text: str, path: str) -> None:
    """No JSON, another format, an encrypted scenario: one clear problem each, or more."""
    assert path in problems_of(text)


def test_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are told with the file's name."""
    file = tmp_path / "scenario.json"
    file.write_bytes(b"\xff\xfe{}")
    with pytest.raises(DocumentError, match=r"scenario\.json"):
        from_orbat(file)


def test_ids_that_come_twice_are_told() -> None:
    """Two units cannot be one; the problem names the place of the first."""
    with pytest.raises(DocumentError, match=r"subUnits\[1\]\.id: got 'a'; this is the id of .*subUnits\[0\]"):
        from_orbat(scenario(unit("a"), unit("a")))


def test_units_nested_too_deep_are_refused() -> None:
    """Neither a deep hierarchy nor one that contains itself exhausts the stack."""
    circle = unit("a")
    circle["subUnits"] = [circle]
    assert list(problems_of(scenario(circle)).values()) == ["..."]
    deep = unit("u0")
    for index in range(1, 33):
        deep = unit(f"u{index}", subUnits=[deep])
    assert list(problems_of(scenario(deep)).values()) == ["..."]


def test_number_of_units_and_states_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists that share their parts unfold to no more than the limits allow."""
    monkeypatch.setattr(parse, "_MOST_UNITS", 50)
    shared: list[dict[str, Any]] = [unit("x"), unit("y")]
    for _ in range(20):
        shared = [unit("x", subUnits=shared), unit("y", subUnits=shared)]
    with pytest.raises(DocumentError, match="50 units at most"):
        from_orbat(scenario(*shared))
    monkeypatch.setattr(parse, "_MOST_STATES", 3)
    with pytest.raises(DocumentError, match="3 states at most"):
        from_orbat(scenario(unit("a", state=[state("2020-01-07")] * 4)))


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither a text nor a file is read beyond the limit."""
    monkeypatch.setattr(source, "_LARGEST", 100)
    file = tmp_path / "large.json"
    file.write_text(" " * 101, encoding="utf-8")
    for given in (file, " " * 101):
        with pytest.raises(DocumentError, match="at most"):
            from_orbat(given)


def test_long_and_broken_texts_are_refused_shortly() -> None:
    """A name of megabytes, or with half a character, is refused by a message of one line."""
    for name in ("x" * 5_000_000, "\ud800"):
        with pytest.raises(DocumentError) as refused:
            from_orbat(scenario({"id": "a", "name": name, "sidc": BATTALION}))
        assert len(str(refused.value)) < 300


def test_key_of_a_hostile_name_is_told_shortly() -> None:
    """Unknown keys are reported by their first letters."""
    (loss,) = [loss for loss in from_orbat(scenario() | {"k" * 1_000: 1}).losses if loss.claim[0] == "k"]
    assert loss.claim == "k" * 40


def test_position_with_height_is_read_without_it() -> None:
    """A third number is the height, of which a ledger knows nothing."""
    told = scenario(unit("a", state=[state("2020-01-07", location=[*HERE, 100])]))
    (claim,) = from_orbat(told, nations={"Group": "CAN"}).ledger.claims()
    assert "33.7850 N, 42.4410 E" in str(claim)
