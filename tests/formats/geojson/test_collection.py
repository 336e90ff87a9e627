"""States and comparisons as GeoJSON: what RFC 7946 asks, what the features say, what is reported as lost."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import troopmoves as tm
from troopmoves.errors import AcceptError, EntityError, UnknownNationError
from troopmoves.formats.geojson.collection import LOSSES, PROPERTIES, to_geojson
from troopmoves.formats.symbol import Identity

GOLDEN = Path(__file__).parents[1] / "golden"
DOCUMENT = Path(__file__).parents[3] / "examples" / "iraq-january-2020.yaml"
REMAKE = os.environ.get("TROOPMOVES_REMAKE") == "1"

IRAQ = tm.Country.of("IRQ")
ASAD = tm.Base(id="al-asad", name="Al Asad", within=IRAQ, latitude=33.8, longitude=42.44)
ARIFJAN = tm.Base(
    id="arifjan", name="Camp Arifjan", within=tm.Country.of("KWT"), latitude=28.9, longitude=48.2
)
NOWHERE = tm.Base(id="rou-base", name="a base", within=IRAQ)
WEEK = "2020-01-07"
LATER = "2020-01-15"
ON_THE_DAY = tm.Attribution(public=date(2020, 1, 7))


def collection(what: tm.DeploymentState | tm.Comparison, **options: Any) -> dict[str, Any]:  # noqa: ANN401
    return dict(to_geojson(what, accept="all", **options).content)


def features(what: tm.DeploymentState | tm.Comparison, **options: Any) -> dict[str, Any]:  # noqa: ANN401
    return {feature["id"]: feature for feature in collection(what, **options)["features"]}


def bases() -> tm.Ledger:
    """Return a ledger of people at bases with coordinates, some of whom move."""
    return tm.Ledger(
        [
            tm.Report(id="paper", publisher="The Paper", title="Moves", url="https://example.org/1").add(
                tm.present("USA", ASAD, "about 1000", when=WEEK, id="usa-asad", quote="around a thousand"),
                tm.relocate(
                    "USA",
                    "at least 200",
                    origin=ASAD,
                    to=ARIFJAN,
                    when="2020-01-08/2020-01-20",
                    id="usa-move",
                ),
            ),
            tm.present("ROU", NOWHERE, 14, when=WEEK, id="rou-there"),
        ],
        title="Bases",
    )


class TestCollection:
    def test_golden_files_are_what_is_written(self) -> None:
        """The whole text is as it was: of a state, a comparison, and a state whose bases have coordinates."""
        iraq = tm.read(DOCUMENT)
        before, after = (iraq.state(day, plans="done") for day in (WEEK, LATER))
        drawn: dict[str, tm.DeploymentState | tm.Comparison] = {
            "iraq-state.geojson": after,
            "iraq-comparison.geojson": tm.compare(before, after),
            "bases.geojson": bases().state(LATER),
        }
        for name, what in drawn.items():
            text = to_geojson(what, accept="all").text
            for digest in {iraq.digest, bases().digest}:
                text = text.replace(digest, "0123456789ab")
            if REMAKE:
                GOLDEN.mkdir(exist_ok=True)
                (GOLDEN / name).write_text(text, encoding="utf-8")
            assert text == (GOLDEN / name).read_text(encoding="utf-8"), name

    def test_text_is_the_content(self) -> None:
        """What is written to a file is what a program is given."""
        export = to_geojson(bases().state(LATER))
        assert json.loads(export.text) == export.content

    def test_it_tells_what_was_asked_under_which_assumptions(self) -> None:
        """Beside the features stand the day, the fingerprint of the ledger and every assumption."""
        ledger = bases()
        found = collection(ledger.state(LATER, plans="ignore", carry=tm.UNLIMITED, known="2020-01-16"))
        assert found["troopmoves"] == {
            "kind": "state",
            "title": "Bases",
            "digest": ledger.digest,
            "day": LATER,
            "known": "2020-01-16",
            "assumptions": {
                "convention": "press/1",
                "plans": "ignore",
                "carry_days": None,
                "stances": ["asserts"],
                "categories": ["reported"],
            },
        }

    def test_comparison_tells_both_sides(self) -> None:
        """Each state has its own day and assumptions; it is said whether they are one account."""
        ledger = bases()
        found = collection(tm.compare(ledger.state(WEEK), ledger.state(LATER, plans="done")))["troopmoves"]
        assert (found["before"]["day"], found["after"]["day"]) == (WEEK, LATER)
        assert (found["before"]["assumptions"]["plans"], found["after"]["assumptions"]["plans"]) == (
            "may",
            "done",
        )
        assert found["one_account"] is False

    def test_every_property_is_described(self) -> None:
        """No feature has a property that the table lacks, and the table has none that no feature has."""
        ledger = bases()
        state = ledger.state(LATER)
        compared = tm.compare(ledger.state(WEEK), state)
        found = [*features(state).values(), *features(compared).values()]
        assert {name for feature in found for name in feature["properties"]} == set(PROPERTIES)

    def test_empty_state_is_an_empty_collection(self) -> None:
        """Where nothing is said there is nothing to draw."""
        assert collection(tm.Ledger().state(LATER))["features"] == []


class TestHoldings:
    def test_holding_stands_where_its_base_is(self) -> None:
        """The point is the base's own."""
        found = features(bases().state(LATER))["holding?nation=USA&place=al-asad"]
        assert found["geometry"] == {"type": "Point", "coordinates": [42.44, 33.8]}

    def test_holding_without_coordinates_stands_nowhere(self) -> None:
        """A base in a country is not drawn in the middle of that country."""
        outline = {"type": "Point", "coordinates": [44, 33]}
        found = features(bases().state(LATER), geometries={"IRQ": outline})
        assert found["holding?nation=ROU&place=rou-base"]["geometry"] is None

    def test_open_end_is_null_and_never_zero(self) -> None:
        """Nothing limits how many have come to Kuwait."""
        found = features(bases().state(LATER, plans="done"))["holding?nation=USA&place=arifjan"]["properties"]
        assert (found["low"], found["high"], found["anyone"]) == (200, None, "certain")

    def test_holding_names_its_claims_words_and_sources(self) -> None:
        """A number on a map can be followed to who said what."""
        found = features(bases().state(WEEK))["holding?nation=USA&place=al-asad"]["properties"]
        assert found["because"] == ["usa-asad"]
        assert found["reasons"] == ['usa-asad: "around a thousand", read as 800-1200']
        assert (found["sources"], found["reports"]) == (["The Paper"], ["The Paper, Moves"])
        assert found["urls"] == ["https://example.org/1"]
        assert found["convention"] == "press/1"

    def test_who_is_only_planned_to_come_is_drawn_as_planned(self) -> None:
        """The status digit is 1 where every claim about the place is a plan to bring people there."""
        found = features(bases().state(LATER, plans="done"))
        status = {name: feature["properties"]["sidc"][6] for name, feature in found.items()}
        assert status["holding?nation=USA&place=arifjan"] == "1"
        assert status["holding?nation=USA&place=al-asad"] == "0"
        assert status["flow?claim=usa-move"] == "1"

    def test_who_is_to_leave_is_there(self) -> None:
        """A plan to leave a place says that people are at it."""
        state = tm.Ledger([tm.withdraw("DEU", origin="IRQ", when="2020-01-07/..")]).state(LATER)
        assert features(state)["holding?nation=DEU&place=IRQ"]["properties"]["sidc"][6] == "0"

    def test_being_there_weighs_more_than_planning_to_come(self) -> None:
        """People said to be present are drawn as present, others on their way or not."""
        come = tm.deploy("USA", 200, to="KWT", when="2020-01-07/..", id="come")
        there = tm.present("USA", ARIFJAN, "some", when=WEEK, id="there")
        nobody = tm.present("USA", "KWT", 0, when="2020-01-01", id="nobody")
        for claims, digit in ([come, there], "0"), ([come, nobody], "1"):
            found = features(tm.Ledger(claims).state(LATER))
            assert found["holding?nation=USA&place=KWT"]["properties"]["sidc"][6] == digit

    def test_unit_is_drawn_with_its_echelon_on_its_side(self) -> None:
        """The amplifier is the unit's; whose side it is on is the caller's to say."""
        unit = tm.Unit(id="1-rcr", name="1 RCR", nation=tm.Nation("CAN"), echelon=tm.Echelon.BATTALION)
        state = tm.Ledger([tm.present(unit, "LVA", 500, when=WEEK)]).state(WEEK)
        (plain,) = features(state).values()
        (sided,) = features(state, identities={"Canada": Identity.FRIEND}).values()
        assert plain["properties"]["sidc"] == "10011000160000000000"
        assert sided["properties"]["sidc"] == "10031000160000000000"

    def test_ids_tell_every_force_and_place_apart(self) -> None:
        """Facets, and places that are open, each have their own spelling."""
        nmi = tm.Operation(id="nmi", name="NATO Mission Iraq")
        operators: list[tm.Nation | tm.Organisation | tm.Operation | None] = [
            tm.Nation("ROU"),
            tm.Organisation(id="coalition"),
            nmi,
            None,
        ]
        places: list[tm.Place] = [
            *(tm.Unspecified(within=IRAQ, outside=ASAD, operated_by=operator) for operator in operators),
            tm.AnyOf((tm.Country.of("KWT"), tm.Unspecified())),
        ]
        nation = tm.Nation("FRA")
        forces = [
            tm.Force(operation=nmi),
            tm.Force(nation=nation, role="training"),
            tm.Force(nation=nation, role=tm.OtherThan("training")),
            tm.Force(nation=nation, personnel=tm.Personnel.CIVILIAN),
            tm.Force(nation=nation, tenure=tm.Tenure.PERMANENT, tasking=tm.Tasking.WITHOUT_MISSION),
        ]
        claims = [tm.present("FRA", place, 1, when=WEEK) for place in places]
        claims += [tm.present(force, "IRQ", 1, when=WEEK) for force in forces]
        assert set(features(tm.Ledger(claims).state(WEEK))) == {
            "holding?nation=FRA&place=unspecified(within:IRQ,outside:al-asad,nation:ROU)",
            "holding?nation=FRA&place=unspecified(within:IRQ,outside:al-asad,organisation:coalition)",
            "holding?nation=FRA&place=unspecified(within:IRQ,outside:al-asad,operation:nmi)",
            "holding?nation=FRA&place=unspecified(within:IRQ,outside:al-asad)",
            "holding?nation=FRA&place=any_of(KWT,unspecified())",
            "holding?operation=nmi&place=IRQ",
            "holding?nation=FRA&role=training&place=IRQ",
            "holding?nation=FRA&other_than=training&place=IRQ",
            "holding?nation=FRA&personnel=civilian&place=IRQ",
            "holding?nation=FRA&tenure=permanent&tasking=without_mission&place=IRQ",
        }


class TestChanges:
    def test_change_has_both_sides_and_verdicts(self) -> None:
        """The difference is bounded itself; verdicts are words."""
        ledger = bases()
        compared = tm.compare(ledger.state(WEEK, plans="done"), ledger.state(LATER, plans="done"))
        found = features(compared)["change?nation=USA&place=al-asad"]["properties"]
        assert [found[end] for end in ("before_low", "before_high")] == [800, 1200]
        assert [found[end] for end in ("change_low", "change_high")] == [-1200, -200]
        assert [found[verdict] for verdict in ("fewer", "same", "more")] == [
            "certain",
            "ruled_out",
            "ruled_out",
        ]
        assert (found["before_day"], found["after_day"]) == (WEEK, LATER)

    def test_two_ledgers_that_call_two_things_alike_keep_two_ids(self) -> None:
        """An id is one feature's, also where two ledgers name one base differently."""
        other = tm.Base(id="al-asad", name="Ayn al Asad", within=IRAQ)
        one = tm.Ledger([tm.present("USA", ASAD, 1, when=WEEK, id="one")]).state(WEEK)
        two = tm.Ledger([tm.present("USA", other, 2, when=WEEK, id="two")]).state(WEEK)
        names = [feature["id"] for feature in collection(tm.compare(one, two))["features"]]
        assert names == ["change?nation=USA&place=al-asad", "change?nation=USA&place=al-asad&number=2"]

    def test_flow_tells_in_which_state_it_counts(self) -> None:
        """What only one of two states counts is told from what both do."""
        before = tm.Ledger(
            [tm.deploy("USA", 5, to="KWT", when="2020-01-07/..", id="one", progress="completed")]
        )
        after = before.add(tm.deploy("GBR", 5, to="KWT", when="2020-01-07/..", id="two"))
        third = tm.Ledger(
            [tm.deploy("USA", 5, to="KWT", when="2020-01-07/..", id="two", progress="completed")]
        )

        def accounts(one: tm.Ledger, other: tm.Ledger) -> dict[str, str]:
            found = features(tm.compare(one.state(LATER), other.state(LATER)))
            return {
                name: feature["properties"]["account"] for name, feature in found.items() if "flow" in name
            }

        assert accounts(before, after) == {"flow?claim=one": "both", "flow?claim=two": "after"}
        assert accounts(after, third) == {
            "flow?claim=two": "after",
            "flow?claim=two&number=2": "before",
            "flow?claim=one": "before",
        }


class TestFlows:
    def test_flow_is_a_line_from_base_to_base(self) -> None:
        """Origin first, with its hedge, its window and its progress."""
        found = features(bases().state(LATER))["flow?claim=usa-move"]
        assert found["geometry"] == {"type": "LineString", "coordinates": [[42.44, 33.8], [48.2, 28.9]]}
        told = found["properties"]
        assert (told["said"], told["low"], told["high"]) == ("at least 200", 200, None)
        assert (told["earliest"], told["latest"], told["window"]) == ("2020-01-08", "2020-01-20", "open")
        assert (told["progress"], told["effect"]) == ("planned", "any_part")

    @pytest.mark.parametrize(
        ("day", "window"), [("2020-01-08", "ahead"), (LATER, "open"), ("2020-01-20", "over")]
    )
    def test_flow_tells_where_the_day_stands_in_its_window(self, day: str, window: str) -> None:
        """Nothing has moved on the day it opens; all has by the day it ends."""
        assert features(bases().state(day))["flow?claim=usa-move"]["properties"]["window"] == window

    def test_flow_to_nowhere_has_no_line(self) -> None:
        """A destination that is not named is not drawn."""
        move = tm.relocate(
            "ROU", 14, origin=ASAD, to=tm.Unspecified(outside=ASAD), when="2020-01-07/..", id="m"
        )
        leave = tm.withdraw("ROU", 14, origin=ASAD, when="../2020-01-07", id="w")
        found = features(tm.Ledger([move, leave]).state(LATER))
        assert found["flow?claim=m"]["geometry"] is found["flow?claim=w"]["geometry"] is None

    def test_those_who_stay_are_drawn_where_they_are(self) -> None:
        """A rotation moves nobody on a map."""
        state = tm.Ledger([tm.rotate("USA", 200, at=ASAD, when="2020-01-07/2020-01-09", id="r")]).state(LATER)
        assert features(state)["flow?claim=r"]["geometry"] == {"type": "Point", "coordinates": [42.44, 33.8]}

    def test_share_moves_a_number_that_is_not_said(self) -> None:
        """Half of those there is no headcount: the bounds stay open and the words are kept."""
        claim = tm.reduce("USA", tm.Share.of("1/2"), origin=ASAD, when="2020-01-07/..", id="half")
        told = features(tm.Ledger([claim]).state(LATER))["flow?claim=half"]["properties"]
        assert (told["said"], told["low"], told["high"]) == ("1/2", 0, None)

    def test_one_move_said_twice_is_one_flow(self) -> None:
        """Nobody moves twice because two say so."""
        first = tm.withdraw("DEU", origin="IRQ", when="2020-01-07/..", id="first")
        again = tm.withdraw(
            "DEU",
            origin="IRQ",
            when="2020-01-07/..",
            id="again",
            links=(tm.Link(tm.LinkKind.CONFIRMS, "first"),),
        )
        plain = tm.confirm("first", id="plain", said=tm.Attribution(by="a source"))
        state = tm.Ledger([first, again, plain]).state(LATER)
        flows = [feature for name, feature in features(state).items() if "flow" in name]
        assert [flow["properties"]["because"] for flow in flows] == [["first", "again", "plain"]]
        assert [(loss.what, loss.claim) for loss in to_geojson(state, accept="all").losses] == [
            ("link", "again")
        ]

    def test_temporary_move_tells_its_return(self) -> None:
        """When people are to come back stands beside it, in words."""
        claim = tm.relocate(
            "CAN", 5, origin="IRQ", to="KWT", when="2020-01-07/..", temporary=True, until="2020-03", id="t"
        )
        told = features(tm.Ledger([claim]).state(LATER))["flow?claim=t"]["properties"]
        assert (told["temporary"], told["until"]) == (True, "Mar 2020")


class TestLosses:
    def test_every_loss_is_met(self) -> None:
        """Each word of the table is reported for the claim that it is about, and for no other."""
        ledger = bases().add(
            tm.suspend("USA", ASAD, "training", when=WEEK, id="pause"),
            tm.raise_protection("USA", ASAD, when=WEEK, id="guard"),
            tm.withdraw(
                "FRA", origin="IRQ", when="2020-01-07/..", id="stay", polarity="negated", said=ON_THE_DAY
            ),
            tm.withdraw("USA", origin=ASAD, when="2020-01-07/..", id="off", progress="cancelled"),
            tm.present("USA", ASAD, "at least 1", when=WEEK, id="more"),
            tm.present("USA", ASAD, 7, when=WEEK, id="wrong"),
            tm.retract("wrong", id="mistake", said=ON_THE_DAY),
            tm.present("GBR", ASAD, 7, when=WEEK, id="noted", note="as far as we know"),
        )
        report = to_geojson(ledger.state(LATER), accept="all").losses
        assert {(loss.what, loss.claim) for loss in report} == {
            ("activity", "pause"),
            ("protection", "guard"),
            ("denial", "stay"),
            ("idle", "off"),
            ("unneeded", "more"),
            ("link", "mistake"),
            ("not_counted", "wrong"),
            ("details", "noted"),
        }
        assert {loss.what for loss in report} == set(LOSSES)

    def test_loss_that_is_not_accepted_is_refused(self) -> None:
        """The error names what would be lost, and a word that is none is refused too."""
        state = tm.Ledger([tm.suspend("USA", "IRQ", "training", when=WEEK, id="pause")]).state(LATER)
        with pytest.raises(tm.LossError) as caught:
            to_geojson(state)
        assert [str(loss.what) for loss in caught.value.report] == ["activity"]
        assert to_geojson(state, accept=["activity"]).losses.counts == {"activity": 1}
        with pytest.raises(AcceptError):
            to_geojson(state, accept=["colour"])

    def test_claim_that_one_of_two_states_needs_is_not_lost(self) -> None:
        """A comparison holds what either of its states holds."""
        ledger = tm.Ledger([tm.deploy("USA", 5, to="KWT", when="2020-01-07/..", id="come")])
        ignored, done = ledger.state(WEEK, plans="ignore"), ledger.state(LATER, plans="done")
        assert not to_geojson(tm.compare(ignored, done)).losses
        assert to_geojson(ignored, accept="all").losses.counts == {"idle": 1}


class TestMisuse:
    def test_hostile_names_are_text_and_nothing_else(self) -> None:
        """Quotes, elements and control characters come back as they were."""
        name = 'x" onload="alert(1)</script>\x01\u2028\ud83d'
        base = tm.Base(id="base", name=name, latitude=1, longitude=2)
        text = to_geojson(tm.Ledger([tm.present("USA", base, 1, when=WEEK)]).state(WEEK)).text
        assert "</script>" not in text
        assert json.loads(text.encode())["features"][0]["properties"]["where"] == name

    def test_identity_that_is_none_is_refused(self) -> None:
        """Neither a word nor a nation is guessed."""
        state = bases().state(WEEK)
        with pytest.raises(EntityError, match=r"identities\['USA'\]"):
            to_geojson(state, identities={"USA": "friend"})  # type: ignore[dict-item]  # the point
        with pytest.raises(UnknownNationError):
            to_geojson(state, identities={"Atlantis": Identity.FRIEND})
