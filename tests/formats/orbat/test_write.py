"""A ledger as a scenario: units, markers, days, symbols, numbers, losses."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from formats.orbat.example import (
    AL_ASAD,
    BATTALION,
    BRIGADE,
    COMPANY,
    LEDGER,
    SALEM,
    faults_in,
    unit_in,
    units_of,
)

import troopmoves as tm
from troopmoves.entities.force import Force
from troopmoves.entities.organisation import NATO, Operation
from troopmoves.entities.unit import Unit
from troopmoves.errors import EntityError, LossError, TimingError
from troopmoves.formats.orbat.write import to_orbat
from troopmoves.formats.symbol import Identity

SEVENTH = int(datetime(2020, 1, 7, tzinfo=UTC).timestamp() * 1000)


def scenario_of(ledger: tm.Ledger = LEDGER, *, plans: str = "may", **how: object) -> dict[str, Any]:
    days: dict[str, Any] = how or {"since": "2020-01-07", "until": "2020-01-14"}
    return to_orbat(ledger, assuming=tm.Assumptions.of(plans=plans), accept="all", **days).content


def test_scenario_has_the_keys_and_types_of_the_model() -> None:
    """Every key is one that orbat-mapper knows, of the type it takes, and none that it needs is missing."""
    assert list(faults_in(scenario_of())) == []


def test_structure_check_sees_faults() -> None:
    """The check of this file finds a key too many, one too few and one of the wrong type."""
    scenario = scenario_of() | {"colour": "red"}
    del scenario["events"]
    scenario["sides"][0]["name"] = 1
    assert sorted(faults_in(scenario)) == ["$.colour: no such key", "$.events: missing", "$.sides[0].name: 1"]


def test_units_keep_id_name_hierarchy_and_echelon() -> None:
    """A unit stands below the one it belongs to, under its own id, with its echelon in the symbol."""
    scenario = scenario_of(plans="ignore")
    brigade = unit_in(scenario, "2-cmbg")
    battalion = brigade["subUnits"][0]
    assert (battalion["id"], battalion["name"], battalion["shortName"]) == (
        "1-rcr",
        "1 RCR",
        "The Royal Canadian Regiment",
    )
    assert [unit["sidc"][8:10] for unit in (brigade, battalion, battalion["subUnits"][0])] == [
        "18",
        "16",
        "15",
    ]


def test_one_side_and_group_for_each_nation() -> None:
    """Sides are named after nations, and nobody's friend unless the caller says so."""
    scenario = scenario_of(since="2020-01-07", until="2020-01-07", identities={"CAN": Identity.FRIEND})
    sides = {side["name"]: side["standardIdentity"] for side in scenario["sides"]}
    assert sides == {"Canada": "3", "France": "1"}
    assert [group["id"] for side in scenario["sides"] for group in side["groups"]] == [
        "nation-CAN",
        "nation-FRA",
    ]
    assert unit_in(scenario, "1-rcr")["sidc"][3] == "3"


def test_identity_of_nobody_is_refused() -> None:
    """A slip in `identities` draws nobody unknown unnoticed; names of nations are read, and words."""
    for wrong in ({"Canda": "friend"}, {"CAN": "chum"}):
        with pytest.raises(EntityError):
            to_orbat(LEDGER, days=["2020-01-07"], identities=wrong, accept="all")
    sides = scenario_of(days=["2020-01-07"], identities={"Canada": "neutral"})["sides"]
    assert [side["standardIdentity"] for side in sides] == ["4", "1"]


def test_operation_without_a_nation_stands_with_who_leads_it() -> None:
    """An organisation's people are its operation's; an operation without one has a side of its own."""
    mission = Operation(id="nmi", name="NATO Mission Iraq", lead=NATO)
    other = Operation(id="other", name="Other Mission")
    ledger = tm.Ledger(
        [
            tm.present(mission, "IRQ", "some", when="2020-01-07", id="a"),
            tm.present(other, "IRQ", "some", when="2020-01-07", id="b"),
            tm.present(Force(), "IRQ", "at least 5", when="2020-01-07", id="c"),
        ]
    )
    sides = scenario_of(ledger, days=["2020-01-07"])["sides"]
    assert [side["name"] for side in sides] == ["All forces", "Other Mission", "NATO"]


def test_marker_is_named_after_who_where_and_bounds() -> None:
    """A force without a unit stands as what is known of it, under an id that stays the same."""
    scenario = scenario_of(days=["2020-01-07"])
    marker = unit_in(scenario, "FRA in Iraq")
    assert marker["name"] == "FRA in Iraq: 160-240"
    later = scenario_of(
        LEDGER.add(tm.present("FRA", "IRQ", 170, when="2020-01-07", id="more")), days=["2020-01-07"]
    )
    assert unit_in(later, marker["id"])["name"] == "FRA in Iraq: 170"


def test_place_without_coordinates_is_no_point() -> None:
    """A country has no point on the map, least of all one in its middle."""
    states = unit_in(scenario_of(), "FRA in Iraq")["state"]
    assert [state["location"] for state in states] == [None]


def test_location_is_longitude_then_latitude() -> None:
    """The base's own coordinates are written, in the order that maps use."""
    states = unit_in(scenario_of(plans="ignore"), "1-rcr")["state"]
    assert [(state["t"], state["location"]) for state in states] == [(SEVENTH, [42.441, 33.785])]


def test_nothing_is_drawn_between_two_places() -> None:
    """No state lets the map interpolate: between two days nobody knows where they are."""
    states = [state for unit in units_of(scenario_of(plans="done")) for state in unit.get("state", [])]
    assert states
    assert {state["interpolate"] for state in states} == {False}


def test_facets_of_a_force_make_another_marker() -> None:
    """Those on a mission are not all; what says nothing of it keeps its old id."""
    tasked = tm.Force(nation=tm.Nation("USA"), tasking=tm.Tasking.WITH_MISSION)
    claims = [
        tm.present("USA", "JOR", 600, when="2020-01-07"),
        tm.present(tasked, "JOR", 91, when="2020-01-07"),
    ]
    scenario = scenario_of(tm.Ledger(claims), days=["2020-01-07"])
    assert unit_in(scenario, "USA (with mission) in Jordan")["id"] != unit_in(scenario, "USA in Jordan")["id"]
    assert unit_in(scenario, "USA in Jordan")["id"].endswith("usa-in-jordan-1f040cb1")


def test_plan_that_may_be_carried_out_has_markers_at_both_places() -> None:
    """The unit itself is nowhere then: a marker below it for each place, dashed and not counted."""
    battalion = unit_in(scenario_of(), "1-rcr")
    assert "state" not in battalion
    names = [unit["name"] for unit in battalion["subUnits"][1:]]
    assert names == [
        "1 RCR of CAN in Al Asad: 200, then 0-200",
        "1 RCR of CAN in Ali Al Salem: not known, then 0-? (planned)",
    ]
    arriving = battalion["subUnits"][2]["state"]
    assert [(state["sidc"][6], state["location"]) for state in arriving] == [
        ("1", None),
        ("1", [47.52, 29.346]),
    ]


def test_plan_taken_as_done_moves_the_unit_as_planned() -> None:
    """Where only a plan puts a unit somewhere, its symbol says so."""
    states = unit_in(scenario_of(plans="done"), "1-rcr")["state"]
    assert [(state["title"], state["sidc"][6]) for state in states] == [
        ("1 RCR of CAN in Al Asad: 200", "0"),
        ("1 RCR of CAN in Ali Al Salem: 200-? (planned)", "1"),
    ]


def test_plan_that_is_ignored_leaves_the_unit_in_place() -> None:
    """With plans ignored the unit stays where it was, and keeps its exact number."""
    battalion = unit_in(scenario_of(plans="ignore"), "1-rcr")
    assert len(battalion["state"]) == 1
    assert battalion["personnel"] == [{"name": "Persons", "count": 200}]


def test_hedged_number_is_never_a_count() -> None:
    """About 80 is a title, not a count of people."""
    company = unit_in(scenario_of(plans="ignore"), "a-coy")
    assert "personnel" not in company
    assert company["state"][0]["title"] == "A Company of CAN in Al Asad: 64-96"


def test_exact_numbers_follow_the_days() -> None:
    """A number that is exact on every day is counted on the first, and changed by later states."""
    ledger = tm.Ledger(
        [
            tm.present(BATTALION, AL_ASAD, 200, when="2020-01-07", id="one"),
            tm.present(BATTALION, AL_ASAD, 150, when="2020-02-07", id="two"),
        ]
    )
    battalion = unit_in(scenario_of(ledger, days=["2020-01-07", "2020-02-07"]), "1-rcr")
    assert battalion["personnel"] == [{"name": "Persons", "count": 200}]
    assert battalion["state"][1]["update"] == {"personnel": [{"name": "Persons", "count": 150}]}


def test_unit_that_has_moved_is_at_one_place_at_a_time() -> None:
    """A completed move takes the unit from base to base, one state each."""
    ledger = tm.Ledger(
        [
            tm.present(COMPANY, AL_ASAD, 80, when="2020-01-07", id="before"),
            tm.relocate(
                COMPANY,
                80,
                origin=AL_ASAD,
                to=SALEM,
                when="2020-01-10/2020-01-12",
                progress="completed",
                id="move",
            ),
            tm.present(COMPANY, SALEM, 80, when="2020-01-12", id="after"),
        ]
    )
    states = unit_in(scenario_of(ledger, days=["2020-01-07", "2020-01-12"]), "a-coy")["state"]
    assert [(state["location"], state["sidc"][6]) for state in states] == [
        ([42.441, 33.785], "0"),
        ([47.52, 29.346], "0"),
    ]


def test_nobody_left_is_off_the_map() -> None:
    """Zero at a base is a state without a place."""
    ledger = tm.Ledger(
        [
            tm.present("CAN", SALEM, 80, when="2020-01-07", id="some"),
            tm.present("CAN", SALEM, "zero", when="2020-02-07", id="none"),
        ]
    )
    states = unit_in(scenario_of(ledger, days=["2020-01-07", "2020-02-07"]), "CAN in Ali")["state"]
    assert [(state["title"], state["location"]) for state in states] == [
        ("CAN in Ali Al Salem: 80", [47.52, 29.346]),
        ("CAN in Ali Al Salem: 0", None),
    ]


def test_many_changes_are_named_by_the_widest_bounds() -> None:
    """A marker with more than three different bounds is named after all of them together."""
    days = [date(2020, month, 1) for month in (1, 2, 3, 4)]
    ledger = tm.Ledger(
        [
            tm.present("CAN", SALEM, str(100 + index), when=day, id=f"c{index}")
            for index, day in enumerate(days)
        ]
    )
    marker = unit_in(scenario_of(ledger, days=days), "CAN in Ali")
    assert marker["name"] == "CAN in Ali Al Salem: 100-103 from 2020-01-01 to 2020-04-01"


def test_days_are_those_on_which_counts_may_change() -> None:
    """Between first and last day only those are kept that begin or end something a claim says."""
    events = scenario_of()["events"]
    assert [event["title"] for event in events] == [
        "7 Jan 2020",
        "8 Jan 2020",
        "10 Jan 2020",
        "11 Jan 2020",
        "12 Jan 2020",
        "13 Jan 2020",
        "14 Jan 2020",
    ]


@pytest.mark.parametrize(
    "days",
    [
        {},
        {"since": "2020-01-07"},
        {"since": "2020-01-07", "days": ["2020-01-08"]},
        {"since": "2020-01-08", "until": "2020-01-07"},
    ],
)
def test_days_that_make_no_sense_are_refused(days: dict[str, Any]) -> None:
    """Either days, or a first and a last one in their order."""
    with pytest.raises(TimingError, match="to_orbat"):
        to_orbat(LEDGER, accept="all", **days)


def test_losses_are_refused_until_accepted() -> None:
    """An export tells, claim by claim, what it would lose."""
    with pytest.raises(LossError) as refused:
        to_orbat(LEDGER, days=["2020-01-07"])
    assert {(loss.what, loss.claim) for loss in refused.value.report} == {
        ("headcount", "company"),
        ("headcount", "fra"),
        ("ledger", ""),
        ("move", "rcr-move"),
        ("place", "fra"),
        ("when", "rcr-move"),
    }
    export = to_orbat(LEDGER, days=["2020-01-07"], accept=("headcount", "ledger", "move", "place", "when"))
    assert len(export.losses) == 6


def test_every_other_loss_is_told() -> None:
    """Sources, denials, roles, further names and parents of another nation are told as well."""
    american = Unit(id="usa-unit", name="Americans", nation=tm.Nation("USA"), parent=BRIGADE)
    named_often = Unit(id="often", name="Often", nation=tm.Nation("CAN"), aliases=("One", "Two"))
    ledger = tm.Ledger(
        [
            tm.present("CAN", SALEM, 80, when="2020-01-07", quote="eighty", id="quoted"),
            tm.withdraw("CAN", origin=SALEM, when="2020-01-07/..", polarity="negated", id="denied"),
            tm.present(
                Force(nation=tm.Nation("CAN"), role="training"), SALEM, 8, when="2020-01-07", id="part"
            ),
        ],
        units=[american, named_often],
    )
    report = to_orbat(ledger, days=["2020-01-07"], accept="all").losses
    assert {(loss.what, loss.claim) for loss in report} == {
        ("claim", "denied"),
        ("force", "part"),
        ("ledger", ""),
        ("names", "often"),
        ("nation", "usa-unit"),
        ("source", "quoted"),
    }


def test_text_is_the_scenario_and_is_written_whole(tmp_path: Path) -> None:
    """The text of an export is the JSON of its content, always the same for the same ledger."""
    export = to_orbat(LEDGER, days=["2020-01-07"], accept="all")
    export.write(tmp_path / "scenario.json")
    assert json.loads((tmp_path / "scenario.json").read_text(encoding="utf-8")) == export.content
    assert export.text == to_orbat(LEDGER, days=["2020-01-07"], accept="all").text


def test_text_can_be_written_whatever_a_source_is_called(tmp_path: Path) -> None:
    """Half a character in a name is an escape in the file."""
    export = to_orbat(tm.Ledger(title="\udfff</script>"), days=["2020-01-07"], accept="all")
    export.write(tmp_path / "scenario.json")
    assert json.loads(export.text)["name"] == "\udfff</script>"
    assert "<" not in export.text


def test_ids_are_all_different() -> None:
    """No unit, state or event shares an id with another."""
    scenario = scenario_of()
    ids = [scenario["id"], *(event["id"] for event in scenario["events"])]
    for unit in units_of(scenario):
        ids += [unit["id"], *(state["id"] for state in unit.get("state", []))]
    assert len(ids) == len(set(ids))


def test_unit_in_parts_has_a_marker_for_each() -> None:
    """A role within a unit is no whole unit, so the unit has markers and no place of its own."""
    trainers = Force(unit=COMPANY, role="training")
    ledger = tm.Ledger([tm.present(trainers, AL_ASAD, 8, when="2020-01-07", id="part")])
    company = unit_in(scenario_of(ledger, days=["2020-01-07"]), "a-coy")
    assert "state" not in company
    assert [unit["name"] for unit in company["subUnits"]] == ["A Company of CAN (training) in Al Asad: 8"]


def test_base_known_by_name_alone_is_no_point() -> None:
    """A base without coordinates is shown in words."""
    bare = attrs.evolve(SALEM, latitude=None, longitude=None)
    ledger = tm.Ledger([tm.present(COMPANY, bare, 80, when="2020-01-07", id="bare")])
    (state,) = unit_in(scenario_of(ledger, days=["2020-01-07"]), "a-coy")["state"]
    assert (state["location"], state["sidc"][6]) == (None, "0")
