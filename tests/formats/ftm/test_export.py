"""Ledgers for FollowTheMoney: what stands where, hedges and retractions in sight, losses told."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import troopmoves as tm
from troopmoves.errors import EntityError
from troopmoves.formats.ftm.export import LOSSES, to_ftm, to_ftm_statements
from troopmoves.formats.ftm.territory import TERRITORIES

DOCUMENT = Path(__file__).parents[3] / "examples" / "iraq-january-2020.yaml"
IRAQ = tm.Country.of("IRQ")
WEEK = "2020-01-07"
ON_THE_DAY = tm.Attribution(public=date(2020, 1, 7))


def entities(*contents: tm.Report | tm.Claim, **options: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the entities of a ledger by their ids, without the dataset at the front of these."""
    export = to_ftm(tm.Ledger(contents, **options), accept="all")
    return {str(one["id"]).removeprefix("troopmoves-"): one for one in export.content}


def properties(name: str, *contents: tm.Report | tm.Claim, **options: Any) -> dict[str, Any]:  # noqa: ANN401
    found: dict[str, Any] = entities(*contents, **options)[name]["properties"]
    return found


def lost(*contents: tm.Report | tm.Claim, **options: Any) -> set[tuple[str, str]]:  # noqa: ANN401
    losses = to_ftm(tm.Ledger(contents, **options), accept="all").losses
    return {(loss.what, loss.claim) for loss in losses}


class TestClaims:
    def test_hedge_stands_in_the_text(self) -> None:
        """No value is the bare figure of a hedged count; the source's words are the original."""
        claim = tm.present("CAN", "IRQ", "about 500", when=WEEK, id="can", quote="an estimated 500")
        found = properties("claim-can", claim)
        assert found["name"] == ["about 500 CAN in Iraq, 7 Jan 2020"]
        assert found["summary"] == ["about 500"]
        assert found["description"] == ["an estimated 500"]
        assert "500" not in [value for values in found.values() for value in values]
        statements = to_ftm_statements(tm.Ledger([claim])).content
        assert [one["original_value"] for one in statements if one["prop"] == "summary"] == [
            "an estimated 500"
        ]

    def test_words_of_a_headcount_come_before_the_quote(self) -> None:
        """They are about the number alone."""
        count = tm.Headcount.of("about 500", text="some five hundred")
        claim = tm.present("CAN", "IRQ", count, when=WEEK, id="can", quote="some five hundred Canadians")
        statements = to_ftm_statements(tm.Ledger([claim])).content
        assert [one["original_value"] for one in statements if one["prop"] == "summary"] == [
            "some five hundred"
        ]
        words = ["some five hundred", "some five hundred Canadians"]
        assert properties("claim-can", claim)["description"] == words

    def test_change_without_a_number_has_no_summary(self) -> None:
        """Nothing is said, so nothing is written."""
        assert "summary" not in properties("claim-a", tm.withdraw("USA", origin="IRQ", when=WEEK, id="a"))

    def test_move_between_places_is_a_trip(self) -> None:
        """Origin and destination are told apart; one end alone, or an open one, makes an event."""
        both = tm.relocate("CAN", "some", origin="IRQ", to="KWT", when="2020-01-07/..", id="both")
        either = tm.AnyOf((tm.Country.of("KWT"), tm.Country.of("JOR")))
        one = tm.relocate("CAN", "some", origin="IRQ", to=either, when="2020-01-07/..", id="one")
        found = entities(both, one)
        assert found["claim-both"]["schema"] == "Trip"
        assert found["claim-both"]["properties"]["startLocation"] == ["troopmoves-place-IRQ"]
        assert found["claim-both"]["properties"]["endLocation"] == ["troopmoves-place-KWT"]
        assert found["claim-one"]["schema"] == "Event"
        assert found["claim-one"]["properties"]["location"] == ["Iraq", "Kuwait or Jordan"]
        assert found["claim-one"]["properties"]["addressEntity"] == ["troopmoves-place-IRQ"]
        assert "place-JOR" not in found["claim-one"]["properties"]

    @pytest.mark.parametrize(
        ("when", "dates"),
        [
            (WEEK, {"date": ["2020-01-07"]}),
            ("2020-01", {"date": ["2020-01"]}),
            ("2020", {"date": ["2020"]}),
            ("2020-01-07/2020-01-14", {"startDate": ["2020-01-07"], "endDate": ["2020-01-14"]}),
            ("2020-01-07/..", {"startDate": ["2020-01-07"]}),
            ("../2020-01-07", {"endDate": ["2020-01-07"]}),
            ("0999", {}),
            ("2020-01-07/3020-01-01", {"startDate": ["2020-01-07"]}),
        ],
    )
    def test_window_is_dates_of_the_same_breadth(self, when: str, dates: dict[str, list[str]]) -> None:
        """A month stays a month, an open end stays out."""
        found = properties("claim-a", tm.present("CAN", "IRQ", 5, when=when, id="a"))
        assert {name: value for name, value in found.items() if name.endswith(("date", "Date"))} == dates

    @pytest.mark.parametrize("when", ["2020-01~", "2020-01-07?"])
    def test_blurred_date_is_not_written_but_told(self, when: str) -> None:
        """It would be read as if it were certain: the name keeps it, and the loss is reported."""
        claim = tm.present("CAN", "IRQ", 5, when=when, id="a")
        found = properties("claim-a", claim)
        assert not {"date", "startDate", "endDate"} & set(found)
        assert str(tm.When.of(when)) in found["name"][0]
        assert lost(claim) == {("blurred_date", "a")}

    def test_words_of_a_window_are_kept(self) -> None:
        """The words are the original of the day, and the day they were counted from is noted."""
        when = tm.When.of("2020-01-07/..").with_text("in the coming days", anchored=date(2020, 1, 7))
        claim = tm.withdraw("CAN", origin="IRQ", when=when, id="a")
        notes = properties("claim-a", claim)["notes"]
        assert notes == ["when: in the coming days", "when counted from: 2020-01-07"]
        statements = to_ftm_statements(tm.Ledger([claim])).content
        assert [one["original_value"] for one in statements if one["prop"] == "startDate"] == [
            "in the coming days"
        ]

    def test_everything_a_claim_carries_stands_somewhere(self) -> None:
        """Who said it, when it was public, notes, further sources, ratings; each axis as a keyword."""
        claim = tm.present(
            tm.Force(nation=tm.Nation("CAN"), role="training"),
            "IRQ",
            5,
            when="2020-01",
            holds="throughout",
            basis="pledged",
            id="a",
            said=tm.Attribution(by="a general", role="chief", via="letter", public=date(2020, 1, 7)),
            stance="alleges",
            polarity="negated",
            category="inferred",
            credibility="2",
            status="reviewed",
            note="ours",
            also=("https://example.org/other", ""),
        )
        found = properties("claim-a", claim)
        assert found["name"] == ["inferred: alleges: not so: 5 CAN (training) in Iraq, Jan 2020, pledged"]
        assert found["keywords"] == ["present", "pledged", "throughout", "negated", "alleges", "inferred"]
        assert found["notes"] == [
            "said by: a general, chief, letter",
            "public: 2020-01-07",
            "ours",
            "also: https://example.org/other",
            "Admiralty credibility: 2",
            "status: reviewed",
        ]
        assert found["recordId"] == ["a"]

    def test_changes_that_move_nobody_are_events(self) -> None:
        """An activity and a protection each say what they are."""
        pause = tm.suspend("USA", "IRQ", "training", when=WEEK, id="pause")
        guard = tm.raise_protection("USA", "IRQ", when=WEEK, id="guard")
        assert properties("claim-pause", pause)["keywords"] == ["suspended", "completed"]
        assert properties("claim-guard", guard)["keywords"] == ["protection raised"]

    def test_retraction_is_in_sight_wherever_one_looks(self) -> None:
        """In the name, the keywords, the notes, and as a link from what retracts it."""
        letter = tm.withdraw("USA", origin="IRQ", when="2020-01-06/..", id="letter")
        said = tm.Attribution(by="Pentagon", public=date(2020, 1, 7))
        found = entities(letter, tm.retract("letter", id="mistake", said=said))
        told = found["claim-letter"]["properties"]
        assert told["name"] == ["retracted: withdraw USA from Iraq, from 6 Jan 2020, planned"]
        assert told["keywords"][0] == "retracted"
        assert told["notes"] == ["retracted by mistake, Pentagon, 7 Jan 2020"]
        assert found["claim-mistake"]["properties"]["name"] == ["retracts letter"]
        (link,) = [one for name, one in found.items() if name.startswith("link")]
        assert link["schema"] == "UnknownLink"
        assert link["properties"] == {
            "subject": ["troopmoves-claim-mistake"],
            "object": ["troopmoves-claim-letter"],
            "role": ["retracts"],
        }


class TestEntities:
    def test_report_is_an_article_that_its_claims_name_as_proof(self) -> None:
        """Publisher, title, day and address are its own."""
        report = tm.Report(
            id="paper",
            publisher="The Paper",
            title="Moves",
            published=date(2020, 1, 8),
            url="https://example.org",
            reliability=tm.Reliability.USUALLY_RELIABLE,
            note="kept",
        ).present("CAN", "IRQ", 5, when=WEEK, id="a")
        found = entities(report)
        assert found["report-paper"]["schema"] == "Article"
        assert found["report-paper"]["properties"] == {
            "title": ["Moves"],
            "publisher": ["The Paper"],
            "publishedAt": ["2020-01-08"],
            "sourceUrl": ["https://example.org/"],
            "notes": ["kept", "Admiralty reliability: B"],
        }
        claim = found["claim-a"]["properties"]
        assert claim["proof"] == ["troopmoves-report-paper"]
        assert (claim["publisher"], claim["sourceUrl"]) == (["The Paper"], ["https://example.org/"])

    def test_report_may_say_next_to_nothing(self) -> None:
        """What is not known is not there."""
        assert properties("report-r", tm.Report(id="r")) == {}

    def test_bodies_are_organisations_tied_to_each_other(self) -> None:
        """Who leads and who takes part is a membership; a unit stands under its parent."""
        nmi = tm.Operation(
            id="nmi",
            name="NATO Mission Iraq",
            lead=tm.Organisation(id="nato", name="NATO"),
            members=(tm.Nation("CAN"),),
            aliases=("NMI",),
        )
        canada = tm.Nation("CAN")
        brigade = tm.Unit(id="2-cmbg", name="2 CMBG", nation=canada, echelon=tm.Echelon.BRIGADE)
        battalion = tm.Unit(id="1-rcr", name="1 RCR", nation=canada, parent=brigade, aliases=("Royals",))
        found = entities(
            tm.present(tm.Force(unit=battalion, operation=nmi), "IRQ", 5, when=WEEK, id="a"),
            aliases={"Kanada": "CAN"},
        )
        nation = {"name": ["Canada"], "alias": ["Kanada"], "country": ["ca"]}
        assert found["nation-CAN"] | {"properties": nation} == found["nation-CAN"]
        assert found["unit-1-rcr"]["properties"] == {
            "name": ["1 RCR"],
            "alias": ["Royals"],
            "country": ["ca"],
            "classification": ["unit"],
            "topics": ["mil"],
            "parent": ["troopmoves-unit-2-cmbg"],
        }
        assert found["unit-2-cmbg"]["properties"]["classification"] == ["brigade"]
        assert found["operation-nmi"]["properties"]["alias"] == ["NMI"]
        roles = [
            (one["properties"]["member"], one["properties"]["role"])
            for one in found.values()
            if one["schema"] == "Membership"
        ]
        assert roles == [
            (["troopmoves-organisation-nato"], ["lead"]),
            (["troopmoves-nation-CAN"], ["member"]),
        ]
        who = ["troopmoves-nation-CAN", "troopmoves-operation-nmi", "troopmoves-unit-1-rcr"]
        assert found["claim-a"]["properties"]["involved"] == who

    def test_places_are_addresses_inside_each_other(self) -> None:
        """Coordinates, aliases, who operates it, and what it lies in."""
        province = tm.Area(id="anbar", name="Anbar", within=IRAQ, closed=True)
        nmi = tm.Operation(id="nmi", name="NATO Mission Iraq")
        base = tm.Base(
            id="al-asad",
            name="Al Asad",
            within=province,
            latitude=33.8,
            longitude=42.44,
            aliases=("Ain al-Asad",),
            operated_by=nmi,
        )
        gulf = tm.Region(id="gulf", name="Gulf", members=(base, tm.Country.of("KWT")))
        found = entities(tm.present("USA", gulf, 5, when=WEEK, id="a"))
        assert found["place-al-asad"]["properties"] == {
            "full": ["Al Asad"],
            "name": ["Al Asad"],
            "country": ["iq"],
            "alias": ["Ain al-Asad"],
            "latitude": ["33.8"],
            "longitude": ["42.44"],
        }
        assert found["place-anbar"]["properties"]["remarks"] == ["the places known in it are all there are"]
        assert "country" not in found["place-gulf"]["properties"]
        ties = {
            tuple(one["properties"][end][0].removeprefix("troopmoves-") for end in ("subject", "object"))
            for one in found.values()
            if one["schema"] == "UnknownLink"
        }
        assert ties == {
            ("place-anbar", "place-IRQ"),
            ("place-al-asad", "place-anbar"),
            ("place-al-asad", "place-gulf"),
            ("place-KWT", "place-gulf"),
            ("operation-nmi", "place-al-asad"),
        }

    def test_what_is_declared_alone_is_written_too(self) -> None:
        """Places, organisations, operations, units, aliases and notes that no claim speaks of."""
        found = entities(
            places=[tm.Base(id="camp", name="Camp", operated_by=tm.Nation("ROU"))],
            organisations=[tm.Organisation(id="coalition")],
            operations=[tm.Operation(id="chammal", name="Chammal", lead=tm.Nation("FRA"))],
            units=[tm.Unit(id="unit", name="Unit", nation=tm.Nation("GBR"))],
            aliases={"Kanada": "CAN"},
            notes=["They talked."],
        )
        kinds = {name for name in found if not name.startswith("link")}
        assert kinds == {
            "nation-CAN",
            "nation-ROU",
            "nation-FRA",
            "place-camp",
            "organisation-coalition",
            "operation-chammal",
            "unit-unit",
            "note-1",
        }
        assert found["note-1"]["properties"] == {"description": ["They talked."]}

    def test_ids_that_would_be_refused_are_hashed(self) -> None:
        """Each stays one id, the same in every export, and no two fall together."""
        names = ["a_b", "a-b", "ab.", "a" * 150]
        found = entities(*(tm.present("CAN", "IRQ", 5, when=WEEK, id=name) for name in names))
        claims = [name for name in found if name.startswith("claim")]
        assert claims[1] == "claim-a-b"
        assert [len(name) for name in claims] == [27, 9, 27, 27]
        assert len(set(claims)) == 4

    def test_name_that_nobody_sees_gives_way_to_the_id(self) -> None:
        """An entity has a name."""
        base = tm.Base(id="camp", name="\u200b")
        assert properties("place-camp", places=[base])["name"] == ["camp"]
        assert lost(places=[base]) == {("spelling", "")}


class TestExport:
    def test_text_is_one_entity_a_line(self) -> None:
        """As the programs of FollowTheMoney read it."""
        export = to_ftm(tm.read(DOCUMENT), accept=["title"])
        assert [json.loads(line) for line in export.text.splitlines()] == export.content

    def test_statements_say_the_same_as_the_entities(self) -> None:
        """Value for value, with one statement more for each entity."""
        ledger = tm.read(DOCUMENT)
        found: dict[object, dict[object, list[object]]] = {}
        for one in to_ftm_statements(ledger, accept="all").content:
            values = found.setdefault(one["entity_id"], {})
            if one["prop"] != "id":
                values.setdefault(one["prop"], []).append(one["value"])
        assert found == {one["id"]: one["properties"] for one in to_ftm(ledger, accept="all").content}

    def test_dataset_names_itself_in_every_id(self) -> None:
        """Two trackers that both have a claim called one do not meet."""
        claim = tm.present("CAN", "IRQ", 5, when=WEEK, id="one")
        export = to_ftm(tm.Ledger([claim]), dataset="iraq_2020")
        assert all(str(one["id"]).startswith("iraq-2020-") for one in export.content)
        assert all(one["datasets"] == ["iraq_2020"] for one in export.content)

    @pytest.mark.parametrize("dataset", ["", "Iraq", "a-b", "_a", "a__b", "x" * 51])
    def test_dataset_that_cannot_be_is_refused(self, dataset: str) -> None:
        """FollowTheMoney would refuse it later, where the ledger is out of sight."""
        with pytest.raises(EntityError, match="dataset"):
            to_ftm(tm.Ledger(), dataset=dataset)

    def test_every_loss_is_met(self) -> None:
        """Each word of the table is reported for the claim, or the ledger, that it is about."""
        long_ago = tm.Report(id="old", published=date(900, 1, 1), url="not an address")
        assert lost(
            long_ago,
            tm.present("CAN", "IRQ", 5, when="2020-01~", id="blurred"),
            tm.present("YMD", "IRQ", 5, when="0800-01-01", id="unknown"),
            tm.present("CAN", "IRQ", 5, when=WEEK, id="spelt", note="two words \x00"),
            tm.suspend("CAN", "IRQ", "x" * 400, when=WEEK, id="long"),
            title="Iraq",
        ) == {
            ("title", ""),
            ("date", ""),
            ("url", ""),
            ("country", ""),
            ("date", "unknown"),
            ("blurred_date", "blurred"),
            ("spelling", "spelt"),
            ("length", "long"),
        }
        assert {what for what, _ in lost(long_ago)} < set(LOSSES)

    def test_statements_keep_the_spelling(self) -> None:
        """What was cleaned stands beside it, unless the place is taken or nothing is left."""
        base = tm.Base(id="camp", name='"Camp"')
        ledger = tm.Ledger(places=[base])
        assert to_ftm(ledger, accept="all").losses.counts == {"spelling": 1}
        export = to_ftm_statements(ledger)
        originals = {one["prop"]: (one["value"], one["original_value"]) for one in export.content}
        assert originals["name"] == ("Camp", '"Camp"')
        gone = tm.Ledger([tm.present("CAN", "IRQ", 5, when=WEEK, id="a", note="\x00")])
        assert to_ftm_statements(gone, accept="all").losses.counts == {"spelling": 1}

    def test_long_text_is_cut_with_a_mark(self) -> None:
        """As long as it may be, the last character telling that there was more."""
        claim = tm.suspend("CAN", "IRQ", "x" * 400, when=WEEK, id="long")
        (name,) = properties("claim-long", claim)["name"]
        assert (len(name), name[-1]) == (384, "\u2026")

    def test_hostile_text_stays_text(self) -> None:
        """Quotes and elements come back as they were; nothing ends a line."""
        claim = tm.present("CAN", "IRQ", 5, when=WEEK, id="a", quote='</script>"\n\u2028x')
        export = to_ftm(tm.Ledger([claim]), accept="all")
        assert "<" not in export.text
        assert len(export.text.splitlines()) == len(export.content)

    def test_nation_without_a_code_keeps_its_name(self) -> None:
        """South Yemen is in no table of FollowTheMoney."""
        assert "YMD" not in TERRITORIES
        assert properties("nation-YMD", tm.present("YMD", "YMD", 5, when=WEEK)) == {"name": ["South Yemen"]}
