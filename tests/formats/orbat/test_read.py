"""A scenario as a ledger: units, tracks, numbers, losses, and the two scenarios of the project itself."""

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from formats.orbat.example import AL_ASAD, SALEM, units_of
from formats.orbat.scenarios import BATTALION, HERE, THERE, scenario, state, unit

import troopmoves as tm
from troopmoves.entities.unit import Echelon
from troopmoves.errors import DocumentError
from troopmoves.formats.orbat.read import OrbatImport, from_orbat

PLANNED = "10031010160000000000"


def read(*units: object, **more: Any) -> OrbatImport:  # noqa: ANN401 (any key of the format)
    return from_orbat(scenario(*units, **more), nations={"Group": "CAN"})


def losses_of(found: OrbatImport) -> set[tuple[str, str]]:
    return {(loss.what, loss.claim) for loss in found.losses} - {("details", "sides[0]")}


UNIT = "sides[0].groups[0].subUnits[0]"
BETWEEN = "A of CAN from 33.7850 N, 42.4410 E to 29.3460 N, 47.5200 E"


def said(found: OrbatImport) -> list[str]:
    return [str(claim.proposition) for claim in found.ledger.claims()]


# Units.


def test_units_come_with_hierarchy_echelon_and_nation() -> None:
    """Id, name, short name, echelon and parent are read; the nation is the caller's."""
    company = unit("a-coy", sidc="10031000150000000000")
    found = read(unit("1-rcr", shortName="Royals", subUnits=[company]))
    low, high = found.ledger.units[1], found.ledger.units[0]
    assert (high.id, high.name, high.aliases, high.echelon) == (
        "1-rcr",
        "1-RCR",
        ("Royals",),
        Echelon.BATTALION,
    )
    assert (low.parent, low.echelon, low.nation.code) == (high, Echelon.COMPANY, "CAN")


@pytest.mark.parametrize("word", ["g", "Group", "s", "Side"])
def test_nation_is_said_of_group_or_side_by_id_or_name(word: str) -> None:
    """Any of the four words that name the group or its side will do."""
    found = from_orbat(scenario(unit("a")), nations={word: tm.Nation("NOR")})
    assert [one.nation.code for one in found.ledger.units] == ["NOR"]


def test_what_is_said_of_a_group_goes_before_its_side() -> None:
    """A side may hold groups of several nations."""
    found = from_orbat(scenario(unit("a")), nations={"Side": "NOR", "Group": "GBR"})
    assert [one.nation.code for one in found.ledger.units] == ["GBR"]


def test_nation_is_never_guessed() -> None:
    """A group called after a nation is still nobody's until the caller says so."""
    told = scenario(unit("a", state=[state("2020-01-07", location=HERE)]))
    told["sides"][0]["groups"][0]["name"] = "Norway"
    found = from_orbat(told)
    assert (found.ledger.units, found.ledger.entries, found.units, found.states) == ((), (), 1, 1)
    assert losses_of(found) == {("nation", UNIT), ("nation", f"{UNIT}.state[0]")}


def test_units_of_a_side_itself_are_read() -> None:
    """A unit may stand in a side without any group."""
    told = scenario()
    told["sides"][0]["subUnits"] = [unit("a")]
    assert [one.id for one in from_orbat(told, nations={"Side": "CAN"}).ledger.units] == ["a"]


def test_word_that_names_no_group_is_refused() -> None:
    """A slip in `nations` leaves no unit out unnoticed."""
    with pytest.raises(DocumentError, match=r"nations.Groop.*did you mean 'Group'"):
        from_orbat(scenario(unit("a")), nations={"Groop": "CAN"})
    with pytest.raises(DocumentError, match=r"nations\.Group: got 'CAX'"):
        from_orbat(scenario(unit("a")), nations={"Group": "CAX"})


def test_odd_ids_and_names_are_told() -> None:
    """What a ledger cannot hold gets another id or name, which is reported."""
    found = read(unit("_a"), unit("unit-_a"), unit("b") | {"name": " B "}, unit("c") | {"name": ""})
    assert [(one.id, one.name) for one in found.ledger.units] == [
        ("b", "B"),
        ("c", "c"),
        ("unit-_a", "_A"),
        ("unit-_a_", "UNIT-_A"),
    ]
    assert losses_of(found) == {
        ("id", UNIT),
        ("id", "sides[0].groups[0].subUnits[1]"),
        ("name", "sides[0].groups[0].subUnits[2]"),
        ("name", "sides[0].groups[0].subUnits[3]"),
    } | {("symbol", f"sides[0].groups[0].subUnits[{index}]") for index in range(4)}


def test_scenario_without_a_usable_id_is_told() -> None:
    """The report that holds the claims is called after the scenario, if that is possible."""
    found = from_orbat(scenario() | {"id": "_x"})
    assert [report.id for report in found.ledger.reports] == ["scenario"]
    assert ("id", "id") in losses_of(found)


def test_echelon_that_is_not_below_its_parents_is_told() -> None:
    """A battalion below a battalion keeps its place and loses its echelon."""
    found = read(unit("a", subUnits=[unit("b")]))
    assert [one.echelon for one in found.ledger.units] == [Echelon.BATTALION, None]
    assert ("echelon", f"{UNIT}.subUnits[0]") in losses_of(found)


@pytest.mark.parametrize("symbol", ["SFGPUCI----E---", "", "10031500001101000000"])
def test_symbol_without_an_echelon_gives_none(symbol: str) -> None:
    """Symbols of older standards, in letters, and of equipment say no echelon of a unit."""
    found = read(unit("a", sidc=symbol))
    assert found.ledger.units[0].echelon is None
    assert losses_of(found) == {("symbol", UNIT)}


def test_other_keys_are_told() -> None:
    """Equipment, pictures and the like are reported once for each unit, empty ones not at all."""
    found = read(unit("a", equipment=[{"name": "gun", "count": 1}], media=[], reinforcedStatus="None"))
    assert ("details", UNIT) in losses_of(found)
    assert not [loss for loss in read(unit("a", media=[], _isOpen=True)).losses if loss.claim == UNIT][1:]


def test_events_layers_and_settings_are_told() -> None:
    """What is drawn and what happens besides is reported with its path."""
    found = read(
        events=[{"id": "e", "title": "Landing", "startTime": 0}],
        layerStack=[{"id": "l", "items": []}, {"id": "m", "items": [{}]}],
        settings={"map": {"baseMapId": "osm"}},
    )
    assert losses_of(found) == {("event", "events[0]"), ("layer", "layerStack[1]"), ("details", "settings")}


# Tracks.


def test_position_is_a_presence_on_its_day() -> None:
    """A unit at a position is there with some people, at a base with these coordinates."""
    (claim,) = read(unit("a", state=[state("2020-01-07", location=HERE)])).ledger.claims()
    assert str(claim.proposition) == "some A of CAN in 33.7850 N, 42.4410 E, 7 Jan 2020"
    assert (claim.id, claim.note) == ("a-2020-01-07", f"{UNIT}.state[0]")
    assert isinstance(claim.proposition, tm.Presence)
    assert isinstance(claim.proposition.place, tm.Base)
    assert (claim.proposition.place.latitude, claim.proposition.place.within) == (33.785, None)


def test_known_base_is_recognised_by_its_coordinates() -> None:
    """The caller's base is used where its coordinates are exactly those of a position."""
    told = scenario(unit("a", state=[state("2020-01-07", location=HERE)]))
    found = from_orbat(told, nations={"Group": "CAN"}, places=[AL_ASAD, SALEM])
    assert found.ledger.places == (AL_ASAD,)


def test_new_position_is_a_move() -> None:
    """A unit without parts leaves nobody behind; the count of both places says so, without any finding."""
    found = read(unit("a", state=[state("2020-01-07", location=HERE), state("2020-01-12", location=THERE)]))
    assert said(found) == [
        "some A of CAN in 33.7850 N, 42.4410 E, 7 Jan 2020",
        "some A of CAN in 29.3460 N, 47.5200 E, 12 Jan 2020",
        "relocate A of CAN from 33.7850 N, 42.4410 E to 29.3460 N, 47.5200 E, 7-12 Jan 2020, completed",
        "zero A of CAN in 33.7850 N, 42.4410 E, 12 Jan 2020",
    ]
    assert found.ledger.check() == ()


def test_unit_with_parts_may_leave_some_behind() -> None:
    """Its parts may have stayed, so nothing is said of who is left."""
    states = [state("2020-01-07", location=HERE), state("2020-01-12", location=THERE)]
    found = read(unit("a", state=states, subUnits=[unit("b", sidc="10031000150000000000")]))
    assert [claim.id for claim in found.ledger.claims()] == [
        "a-2020-01-07",
        "a-2020-01-12",
        "a-2020-01-12-move",
    ]


def test_same_position_again_is_no_move() -> None:
    """Two states at one place are two presences."""
    found = read(unit("a", state=[state("2020-01-07", location=HERE), state("2020-01-12", location=HERE)]))
    assert [claim.id for claim in found.ledger.claims()] == ["a-2020-01-07", "a-2020-01-12"]


def test_planned_symbol_is_a_plan() -> None:
    """A position under a planned symbol is where the unit is to be by that day."""
    found = read(
        unit(
            "a",
            state=[
                state("2020-01-07", location=HERE),
                state("2020-01-12", location=THERE, sidc=PLANNED),
                state("2020-01-14", sidc=BATTALION),
            ],
        ),
        unit("b", sidc=PLANNED, state=[state("2020-01-07", location=HERE)]),
    )
    assert said(found) == [
        "some A of CAN in 33.7850 N, 42.4410 E, 7 Jan 2020",
        f"relocate some {BETWEEN}, until 12 Jan 2020, planned",
        "some A of CAN in 29.3460 N, 47.5200 E, 14 Jan 2020",
        "relocate A of CAN from 33.7850 N, 42.4410 E to 29.3460 N, 47.5200 E, 7-14 Jan 2020, completed",
        "zero A of CAN in 33.7850 N, 42.4410 E, 14 Jan 2020",
        "deploy some B of CAN to 33.7850 N, 42.4410 E, until 7 Jan 2020, planned",
    ]


def test_last_position_of_a_day_stands() -> None:
    """A claim knows the day: earlier positions on it, and the hour, are reported."""
    states = [
        {"id": "late", "t": "2020-01-07T15:00:00Z", "location": THERE},
        {"id": "early", "t": "2020-01-07T03:00:00Z", "location": HERE},
    ]
    found = read(unit("a", state=states))
    assert said(found) == ["some A of CAN in 29.3460 N, 47.5200 E, 7 Jan 2020"]
    assert {loss for loss in losses_of(found) if loss[0] == "hour"} == {
        ("hour", f"{UNIT}.state[0]"),
        ("hour", f"{UNIT}.state[1]"),
    }


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        ("2020-01-07T23:30:00Z", None, "2020-01-07"),
        ("2020-01-07T23:30:00Z", "Europe/Oslo", "2020-01-08"),
        ("2020-01-07T23:30:00-05:00", "UTC", "2020-01-08"),
        ("2020-01-07T23:30:00", "Europe/Oslo", "2020-01-07"),
        ("2020-01-07", "Asia/Tokyo", "2020-01-07"),
        (1578439800000, "Europe/Oslo", "2020-01-08"),
        (-939513600000, "UTC", "1940-03-25"),
    ],
)
def test_day_is_that_of_the_scenarios_time_zone(moment: object, zone: str | None, day: str) -> None:
    """Offsets are read, and the day is the one on the calendars of the scenario's own place."""
    found = read(unit("a", state=[{"t": moment, "location": HERE}]), timeZone=zone)
    assert [claim.id for claim in found.ledger.claims()] == [f"a-{day}"]


def test_first_location_holds_from_the_start() -> None:
    """A location outside any state is that of the day on which the scenario begins."""
    found = read(unit("a", location=HERE), startTime="2020-01-05T12:00:00Z")
    assert [claim.id for claim in found.ledger.claims()] == ["a-2020-01-05"]


@pytest.mark.parametrize("start", [None, "2020-01-07T00:00:00Z", "2020-02-01T00:00:00Z"])
def test_first_location_without_a_day_is_told(start: str | None) -> None:
    """It needs a beginning, and one before any other position."""
    found = read(unit("a", location=HERE, state=[state("2020-01-07", location=THERE)]), startTime=start)
    assert ("undated", f"{UNIT}.location") in losses_of(found)
    assert said(found) == ["some A of CAN in 29.3460 N, 47.5200 E, 7 Jan 2020"]


def test_states_that_move_nobody_are_told() -> None:
    """A title, a change of parent, a route, being hidden or destroyed: each is reported for its state."""
    states = [
        state("2020-01-01", title="Alarm"),
        state("2020-01-02", hierarchy={"targetId": "g", "placement": "on"}),
        state("2020-01-03", location=HERE, via=[[1, 2]]),
        state("2020-01-04", location=None),
        state("2020-01-05", sidc="10031040160000000000"),
        state("2020-01-06", status="Moving"),
        state("2020-01-07"),
        state("2020-01-08", update={"equipment": [{"name": "gun", "onHand": 3}]}),
        state("2020-01-09", sidc="SFGPUCI----E---"),
    ]
    told = [(what, path.removeprefix(UNIT)) for what, path in losses_of(read(unit("a", state=states)))]
    assert sorted(told, key=lambda loss: loss[1]) == [
        ("symbol", ""),
        ("event", ".state[0]"),
        ("hierarchy", ".state[1]"),
        ("route", ".state[2]"),
        ("hidden", ".state[3]"),
        ("symbol", ".state[4]"),
        ("details", ".state[5]"),
        ("event", ".state[6]"),
        ("details", ".state[7]"),
        ("symbol", ".state[8]"),
    ]


# Numbers.


def people(count: int, **more: int) -> list[dict[str, Any]]:
    return [{"name": "Persons", "count": count, **more}]


def test_personnel_is_an_exact_count() -> None:
    """All kinds of people together; those at hand where that is said."""
    kinds = [*people(200, onHand=150), {"name": "Officers", "count": 10.0}]
    found = read(unit("a", personnel=kinds, state=[state("2020-01-07", location=HERE)]))
    assert said(found) == ["160 A of CAN in 33.7850 N, 42.4410 E, 7 Jan 2020"]


def test_personnel_of_a_unit_with_parts_is_the_least() -> None:
    """Those of its parts come on top of its own."""
    part = unit("b", sidc="10031000150000000000")
    found = read(unit("a", personnel=people(30), subUnits=[part], state=[state("2020-01-07", location=HERE)]))
    assert said(found) == ["at least 30 A of CAN in 33.7850 N, 42.4410 E, 7 Jan 2020"]


def test_personnel_changes_with_the_states() -> None:
    """An update replaces, a difference adds, at the place where the unit is."""
    found = read(
        unit(
            "a",
            personnel=people(200),
            state=[
                state("2020-01-07", location=HERE),
                state("2020-02-07", update={"personnel": people(150)}),
                state("2020-03-07", diff={"personnel": people(-50)}),
                state("2020-04-07", update={"personnel": [{"name": "Cooks"}]}),
            ],
        )
    )
    counts = [str(claim.proposition).split()[0] for claim in found.ledger.claims()]
    assert counts == ["200", "150", "100", "some"]


def test_difference_from_a_number_that_is_not_given_is_no_number() -> None:
    """Fifty fewer than nobody knows are some, and not nobody; what cannot be taken over is told."""
    fewer = {"personnel": people(-50)}
    found = read(
        unit("a", state=[state("2020-01-07", location=HERE), state("2020-01-08", diff=fewer)]),
        unit("b", personnel=people(30), state=[state("2020-01-07", location=HERE, diff=fewer)]),
        unit("c", personnel=people(-5), state=[state("2020-01-07", location=HERE)]),
        unit(
            "d",
            personnel=people(200),
            state=[
                state("2020-01-07", location=HERE, diff={"personnel": [{"name": "Persons", "onHand": -20}]})
            ],
        ),
    )
    counts = [str(claim.proposition).split()[0] for claim in found.ledger.claims()]
    assert counts == ["some", "some", "some", "some", "200"]
    top = UNIT.removesuffix("[0]")
    paths = (f"{top}[0].state[1]", f"{top}[1].state[0]", f"{top}[2].personnel", f"{top}[3].state[0]")
    assert {path for what, path in losses_of(found) if what == "number"} == set(paths)


def test_number_without_a_place_is_told() -> None:
    """A number is claimed of a place; where none is given it is reported."""
    found = read(unit("a", personnel=people(5), state=[state("2020-01-07", update={"personnel": people(4)})]))
    assert {("unplaced", f"{UNIT}.personnel"), ("unplaced", f"{UNIT}.state[0]")} <= losses_of(found)
    assert found.ledger.entries == ()


# Markers.


def test_markers_are_no_units() -> None:
    """What `to_orbat` made of a force at a place is not read as a unit."""
    found = read(unit("troopmoves:fra-in-iraq-1", state=[state("2020-01-07", location=HERE)]))
    assert (found.ledger.units, losses_of(found)) == (
        (),
        {("marker", UNIT), ("marker", f"{UNIT}.state[0]")},
    )


def test_repr_tells_how_much_was_read() -> None:
    """An import shows its size."""
    assert repr(read(unit("a"))) == "<OrbatImport 1 of 1 units, 2 losses>"


# The project's own scenarios.

DATA = Path(os.environ.get("TROOPMOVES_SHARED_DATA", "")) / "orbat-scenarios"
needs_data = pytest.mark.skipif(
    "TROOPMOVES_SHARED_DATA" not in os.environ, reason="TROOPMOVES_SHARED_DATA names no folder"
)

SCENARIOS: Mapping[str, Mapping[str, str]] = {
    "narvik40.json": {"Norwegian units": "NOR", "British forces": "GBR", "Axis forces": "DEU"},
    "issue663Scenario.json": {"Blue force": "NOR"},
}


def steps_of(told: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the path of every unit, found without the library."""
    waiting = [
        (f"sides[{s}].groups[{g}].subUnits[{u}]", found)
        for s, side in enumerate(told["sides"])
        for g, group in enumerate(side["groups"])
        for u, found in enumerate(group["subUnits"])
    ]
    while waiting:
        path, found = waiting.pop()
        yield path, found
        waiting += [(f"{path}.subUnits[{u}]", below) for u, below in enumerate(found.get("subUnits", []))]


@needs_data
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_unit_and_state_of_a_real_scenario_is_accounted_for(name: str) -> None:
    """Each unit is in the ledger, and each state is a claim or among the losses."""
    told = json.loads((DATA / name).read_text(encoding="utf-8"))
    found = from_orbat(DATA / name, nations=SCENARIOS[name])
    units = dict(steps_of(told))
    assert {one["id"] for one in units.values()} == {one.id for one in found.ledger.units}
    assert found.units == len(units) == len(list(units_of(told)))
    states = {f"{path}.state[{i}]" for path, one in units.items() for i in range(len(one.get("state", [])))}
    kept = {claim.note for claim in found.ledger.claims()}
    assert states <= kept | {loss.claim for loss in found.losses}
    assert found.states == len(states)
    assert found.ledger.check() == ()


@needs_data
def test_narvik_is_read_as_what_it_shows() -> None:
    """The German destroyers left Germany on 6 April 1940 and were off Narvik on the ninth."""
    found = from_orbat(DATA / "narvik40.json", nations=SCENARIOS["narvik40.json"])
    ledger = found.ledger
    assert (len(ledger.units), found.states, len(ledger.entries)) == (39, 24, 34)
    names = {one.id: one for one in ledger.units}
    battalion = names["KUSutyL3Xc"]
    assert battalion.parent is not None
    assert (battalion.echelon, battalion.parent.name, battalion.nation.code) == (
        Echelon.BATTALION,
        "14th Infantry Regiment",
        "NOR",
    )
    days = {
        claim.id[-10:] for claim in ledger.claims(nation="DEU") if not claim.id.endswith(("move", "left"))
    }
    assert days == {"1940-04-06", "1940-04-09"}
    kuenne = ledger.state(date(1940, 4, 9)).count("Künne")
    assert kuenne.at_least(1).certain


@needs_data
def test_narvik_without_nations_reports_every_unit() -> None:
    """Nobody is Norwegian until the caller says so, and nothing goes missing."""
    found = from_orbat(DATA / "narvik40.json")
    assert (found.ledger.units, found.losses.counts["nation"]) == ((), 39 + 24)
