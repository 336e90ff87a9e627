"""Names in cells are looked up as the mapping says, and never forced."""

import pytest
from formats.mapping.tables import imported, levels, notations, rules

from troopmoves.claims.proposition import PostureChange
from troopmoves.entities.organisation import Organisation
from troopmoves.entities.place import Base, Country, Region
from troopmoves.formats.mapping.report import Outcome


def who(cells: dict[str, str], **parts: object) -> str:
    """Return the force that a row becomes."""
    return str(levels(imported([{"troops": "5", **cells}], who=parts))[0].force)


def test_nations_are_read_by_code_name_and_alias() -> None:
    """Aliases and values of the mapping go before the names that the library knows."""
    rows = [{"nation": name, "troops": "5"} for name in ("FRA", "Crotia", "Congo", "Spain*", "U.S.")]
    nation = {"column": "nation", "values": {"congo": "COG"}}
    done = imported(rows, who={"nation": nation}, aliases={"Crotia": "HRV"}, marks=["*"])
    assert [str(level.force) for level in levels(done)] == ["FRA", "HRV", "COG", "ESP", "USA"]


def test_unknown_nation_is_reported_with_near_names() -> None:
    """A misspelt nation is not guessed at."""
    done = imported([{"nation": "Crotia", "troops": "290"}])
    [remark] = done.report.remarks
    assert (remark.column, remark.got, remark.outcome) == ("nation", "Crotia", Outcome.UNREAD)
    assert remark.way_out == "did you mean Croatia?"


def test_total_is_a_claim_of_the_whole() -> None:
    """A row of all nations is kept, so that contradictions with its parts can be found."""
    rows = [
        {"nation": "Italy", "troops": "60"},
        {"nation": "France", "troops": "50"},
        {"nation": "Total", "troops": "100"},
    ]
    nation = {"column": "nation", "values": {"total": "all"}}
    done = imported(rows, operations={"op": {"name": "Op"}}, who={"nation": nation, "operation": "op"})
    [finding] = done.ledger.check()
    assert (finding.gap, set(finding.claims)) == (10, {"table-row-1", "table-row-2", "table-row-3"})


def test_unnamed_nation_is_part_of_the_whole() -> None:
    """People whose nation is not named are at least so many of all; hedged ones are some."""
    rows = [{"nation": "", "troops": cell} for cell in ("252", ">300", "~80", "100-150", "<50", "0", "few")]
    patterns = {"~{n}": "about {n}", ">{n}": "more than {n}", "<{n}": "fewer than {n}", "{a}-{b}": "{a}..{b}"}
    numbers = {"patterns": patterns, "words": {"few": "some"}}
    done = imported(rows, who={"nation": {"column": "nation", "values": {"": "unnamed"}}}, numbers=numbers)
    assert notations(done) == ["at least 252", "more than 300", "some", "at least 100", "some"]
    assert rules(done) == ["of a nation that is not named this says nothing"] * 2


def test_blank_nation_is_reported_unless_the_mapping_says_what_it_is() -> None:
    """A lost name is not silently everybody."""
    done = imported([{"nation": " ", "troops": "252"}])
    assert rules(done) == ["there is no name of a nation"]


def test_what_is_left_out_has_its_reason_in_the_report() -> None:
    """Seas and sums can be skipped, and are told."""
    nation = {"column": "nation", "values": {"CARICOM": {"skip": "an organisation"}}}
    done = imported([{"nation": "Caricom", "troops": "5"}], who={"nation": nation})
    assert [(remark.rule, remark.outcome) for remark in done.report] == [("an organisation", Outcome.SKIPPED)]


def test_first_column_that_says_something_counts() -> None:
    """A declared spelling in any of the columns goes first, then the order of the columns."""
    where = {"column": ["iso3c", "Location"], "values": {"Indo-China": {"any_of": ["VNM", "LAO"]}}}
    rows = [
        {"troops": "5", "iso3c": "CHN", "Location": "Indo-China"},
        {"troops": "5", "iso3c": "RUS", "Location": "USSR"},
        {"troops": "5", "iso3c": "", "Location": "Iraq"},
        {"troops": "5", "iso3c": "NA", "Location": "Kuwait"},
    ]
    done = imported(rows, who="USA", where=where, numbers={"missing": ["NA"]})
    assert [str(level.place) for level in levels(done)] == ["Vietnam or Laos", "Russia", "Iraq", "Kuwait"]


def test_places_of_the_mapping_are_found_by_id_and_name() -> None:
    """A name that the mapping defines is a place; one that it does not is reported with near names."""
    places = {"ex-ussr": {"name": "Former Soviet Union", "members": ["RUS", "UKR"]}}
    rows = [
        {"troops": "5", "place": place} for place in ("ex-ussr", "former soviet union", "Former Soviet Onion")
    ]
    done = imported(rows, who="USA", where={"column": "place"}, places=places)
    assert all(isinstance(level.place, Region) for level in levels(done))
    assert [remark.way_out for remark in done.report] == ["did you mean 'Former Soviet Union'?"]


def test_sea_is_no_place_until_the_mapping_says_so() -> None:
    """Nothing is forced into a country."""
    done = imported([{"troops": "5", "place": "Mediterranean"}], who="USA", where={"column": "place"})
    assert rules(done) == ["neither a country nor a place of the mapping"]


def test_bases_are_defined_by_the_rows_that_name_them() -> None:
    """Name, country and coordinates make a base; the same three make the same one."""
    rows = [
        {"troops": "5", "name": "Bagram AB", "iso": "AFG", "lat": "34.946222", "lon": "69.264639"},
        {"troops": "6", "name": "bagram ab", "iso": "AFG", "lat": "34.946222", "lon": "69.264639"},
        {"troops": "7", "name": "Bagram AB", "iso": "AFG", "lat": "34.9", "lon": "69.2"},
        {"troops": "8", "name": "../../etc", "iso": "", "lat": "", "lon": "NA"},
    ]
    where = {"base": "name", "latitude": "lat", "longitude": "lon", "within": {"column": "iso"}}
    done = imported(rows, who="USA", where=where, numbers={"missing": ["NA"]})
    first, again, other, nowhere = (level.place for level in levels(done))
    assert first == Base(
        id="afg-bagram-ab",
        name="Bagram AB",
        within=Country.of("AFG"),
        latitude=34.946222,
        longitude=69.264639,
    )
    assert again == first
    assert isinstance(other, Base)
    assert other.id.startswith("afg-bagram-ab-")
    assert nowhere == Base(id="etc", name="../../etc")


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ({"lat": "north", "lon": "2"}, "degrees are a number"),
        ({"lat": "91", "lon": "2"}, "a latitude is in degrees, from -90 to 90"),
        ({"lat": "1", "lon": ""}, "latitude and longitude are given together"),
        ({"lat": "1", "lon": "2", "name": "Camp\x00X"}, "a name holds no control characters"),
        ({"lat": "1", "lon": "2", "name": "x" * 201}, "a name has 200 letters at most"),
        ({"lat": "1", "lon": "2", "name": " "}, "there is no name of a place"),
    ],
)
def test_bases_that_cannot_be_are_reported(cells: dict[str, str], rule: str) -> None:
    """A point is on the globe, a name is text on one line."""
    where = {"base": "name", "latitude": "lat", "longitude": "lon"}
    done = imported([{"troops": "5", "name": "Camp", **cells}], who="USA", where=where)
    assert rules(done) == [rule]


def test_operations_are_defined_by_the_rows_that_name_them() -> None:
    """A mission is what it is called; its leader is an organisation or a nation."""
    rows = [
        {"troops": "5", "mission": "UNIFIL", "org": "UN"},
        {"troops": "6", "mission": "unifil", "org": "un"},
        {"troops": "7", "mission": "Barkhane", "org": "France"},
        {"troops": "8", "mission": "", "org": ""},
    ]
    operation = {"column": "mission", "lead": {"column": "org"}}
    done = imported(rows, who={"nation": "FRA", "operation": operation})
    assert [str(level.force) for level in levels(done)] == [
        "FRA in UNIFIL",
        "FRA in UNIFIL",
        "FRA in Barkhane",
        "FRA",
    ]
    unifil = next(one for one in done.ledger.operations if one.id == "unifil")
    assert unifil.lead == Organisation(id="un", name="UN")
    assert [str(one.lead) for one in done.ledger.operations if one.id == "barkhane"] == ["FRA"]


def test_operations_of_the_mapping_go_first() -> None:
    """A name, id or alias that the mapping defines is that operation."""
    operations = {"rsm": {"name": "Resolute Support", "aliases": ["RSM (NATO)"]}}
    rows = [{"troops": "5", "mission": name} for name in ("RSM", "Resolute  support", "RSM (NATO)")]
    done = imported(rows, who={"operation": {"column": "mission"}}, operations=operations)
    assert {level.force.operation.id for level in levels(done) if level.force.operation} == {"rsm"}
    assert len(done.ledger.operations) == 1


def test_parts_of_a_force_come_from_columns_too() -> None:
    """Units, roles and sorts of people."""
    unit = {"column": "unit"}
    assert who({"unit": "1 RCR"}, nation="CAN", unit=unit) == "1 RCR of CAN"
    assert who({"doing": "training"}, nation="CAN", role={"column": "doing"}) == "CAN (training)"
    assert who({"sort": "Civilian"}, nation="CAN", personnel={"column": "sort"}) == "CAN (civilian)"
    assert who({"stay": "PERMANENT"}, nation="CAN", tenure={"column": "stay"}) == "CAN (permanent)"
    for said in ("without mission", "Without_Mission"):
        assert who({"task": said}, nation="CAN", tasking={"column": "task"}) == "CAN (without mission)"
    values = {"A": "ashore", "F": "afloat", "-": "not_said"}
    for cell, words in (("F", "CAN (afloat)"), ("-", "CAN"), ("", "CAN")):
        assert who({"at": cell}, nation="CAN", setting={"column": "at", "values": values}) == words
    assert who({}, nation="CAN", setting="ashore") == "CAN (ashore)"
    assert who({}, nation="CAN", other_than="training") == "CAN (other than training)"


def test_parts_that_are_none_are_reported() -> None:
    """A unit is of a nation, and people are of a sort that there is."""
    done = imported([{"troops": "5", "unit": "1 RCR"}], who={"unit": {"column": "unit"}})
    assert rules(done) == ["a unit is of a nation"]
    done = imported([{"troops": "5", "sort": "robots"}], who={"personnel": {"column": "sort"}})
    assert rules(done) == ["no such sort of people"]


def test_entities_of_the_mapping_are_used_where_cells_name_them() -> None:
    """A unit, an organisation and a base that are defined are not defined again."""
    tables: dict[str, object] = {
        "organisations": {"nato": {"name": "North Atlantic Treaty Organization"}},
        "units": {"army": {"name": "US Army", "nation": "USA"}},
        "places": {"taji": {"name": "Taji", "country": "IRQ"}},
    }
    done = imported(
        [{"troops": "5", "unit": "us army", "mission": "NMI", "org": "NATO", "base": "TAJI"}],
        who={"unit": {"column": "unit"}, "operation": {"column": "mission", "lead": {"column": "org"}}},
        where={"base": "base"},
        **tables,
    )
    [level] = levels(done)
    assert (level.force.unit, level.place) == (done.ledger.units[0], done.ledger.places[0])
    assert [one.id for one in done.ledger.organisations] == ["nato"]
    assert [one.key for one in done.ledger.places] == ["taji"]


def test_base_lies_in_a_country_or_an_area() -> None:
    """A region has no bases of its own; a mark is no name."""
    places = {"gulf": {"name": "Gulf", "members": ["KWT", "QAT"]}}
    where = {"base": "name", "within": {"column": "region"}}
    rows = [{"troops": "5", "name": "Camp", "region": "Gulf"}, {"troops": "5", "name": "*", "region": "KWT"}]
    done = imported(rows, who="USA", where=where, places=places, marks="*")
    assert rules(done) == ["a base lies in a country or an area, not in Gulf", "there is no name"]


def test_unit_of_another_nation_is_reported() -> None:
    """Parts of a force that exclude each other are told with their rule."""
    units = {"army": {"name": "US Army", "nation": "USA"}}
    who = {"nation": {"column": "nation"}, "unit": {"column": "unit"}}
    done = imported([{"troops": "5", "nation": "FRA", "unit": "US Army"}], who=who, units=units)
    assert rules(done) == ["the unit army is of USA"]


def test_place_or_day_may_come_from_cases_alone() -> None:
    """A row that no case fits has neither, and is told so."""
    cases = [{"if": {"series": {"ends": "in Germany"}}, "where": "DEU", "when": "2020"}]
    rows = [{"nation": "GBR", "troops": "5", "series": series} for series in ("in Germany", "overseas")]
    done = imported(rows, where=None, when=None, cases=cases)
    assert [str(level) for level in levels(done)] == ["5 GBR in Germany, 2020"]
    assert rules(done) == ["the mapping does not say where"]


def test_heading_may_be_the_place() -> None:
    """In a table with a column for each country, the heading says where."""
    done = imported([{"Jordan": "2976", "Narnia": "3"}], who="USA", where={"column": "*"}, counts={"*": {}})
    assert [str(level) for level in levels(done)] == ["2976 USA in Jordan, 7 Jan 2020"]
    assert [(remark.column, remark.got) for remark in done.report] == [("Narnia", "Narnia")]


def test_changes_are_flows_with_their_direction_from_a_column() -> None:
    """An increase arrives, a decrease leaves, and no change makes no claim."""
    kind = {
        "column": "word",
        "values": {"increase": "reinforce", "decrease": "reduce", "no change": {"skip": "nothing changed"}},
    }
    rows = [
        {"change": "3060", "word": "increase"},
        {"change": "2170", "word": "decrease"},
        {"change": "0", "word": "no change"},
        {"change": "5", "word": "doubled"},
        {"change": "5", "word": ""},
    ]
    done = imported(rows, who="GBR", counts={"change": {"kind": kind}})
    changes = [entry.claim.proposition for entry in done.ledger.entries]
    assert all(isinstance(change, PostureChange) for change in changes)
    assert list(map(str, changes)) == [
        "reinforce 3060 GBR to Iraq, 7 Jan 2020, completed",
        "reduce 2170 GBR from Iraq, 7 Jan 2020, completed",
    ]
    assert rules(done) == [
        "nothing changed",
        "this is nothing that is measured",
        "nothing says what is measured",
    ]


@pytest.mark.parametrize("word", ["Total", "TOTAL", "Sub-total", "Sub\u2013total", "Summe:", "Gesamt*"])
@pytest.mark.parametrize("key", ["operation", "unit", "role"])
def test_total_is_nothing_that_a_table_names(key: str, word: str) -> None:
    """A sum over missions is no mission of that name, and so for units and roles."""
    rows = [{"nation": "FRA", "troops": "5", "name": word}]
    done = imported(rows, who={"nation": {"column": "nation"}, key: {"column": "name"}}, marks="*")
    assert rules(done) == ["this is the word for a total, and no name"]


def test_total_is_no_base() -> None:
    """A sum over places is not one of them."""
    done = imported([{"nation": "FRA", "troops": "5", "name": "Grand total"}], where={"base": "name"})
    assert rules(done) == ["this is the word for a total, and no name"]


def test_total_over_operations_is_of_all() -> None:
    """`all` leaves the operation open, in some cells, in a case or for the table."""
    rows = [{"nation": "FRA", "troops": "5", "mission": one} for one in ("KFOR", "Total", "Sum")]
    operation = {"column": "mission", "values": {"Total": "all"}}
    cases = [{"if": {"mission": "Sum"}, "who": {"operation": "all"}}]
    done = imported(rows, who={"nation": "FRA", "operation": operation}, cases=cases)
    assert [str(level.force) for level in levels(done)] == ["FRA in KFOR", "FRA", "FRA"]
