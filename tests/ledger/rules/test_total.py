"""Totals and lists: what counts as a list, and what a rounded total is."""

import csv
import os
from pathlib import Path

import pytest
from ledger.rules.cases import CAMP_A, CAMP_B, IRAQ, paper, table, there

from troopmoves.claims.claim import Claim
from troopmoves.claims.report import Report
from troopmoves.claims.verb import present
from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import Area, Base, Country, Region
from troopmoves.entities.scope import Personnel
from troopmoves.entities.unit import Unit
from troopmoves.errors import UnknownNationError
from troopmoves.ledger.finding import Finding, Firmness, Severity
from troopmoves.ledger.ledger import Ledger


def short(*claims: Claim) -> list[Finding]:
    """Return the totals of one report that are above the sum."""
    return list(Ledger([paper(8).add(*claims)]).check(rules=["TM202"]))


def test_total_above_the_sum_is_a_lead() -> None:
    """With every part, what they add up to, and what is missing."""
    (found,) = Ledger([table(500, 100, 150, 200)]).check()
    assert found.title == "TM202 not the sum: 3 parts add up to 450, 50 persons short of 500"
    assert (found.severity, found.gap, found.set_aside) == (Severity.INFO, 50, ())
    assert found.claims == ("total", "can", "deu", "fra")
    assert (found.involved[0].states, found.involved[0].left) == ("500", "450")


@pytest.mark.parametrize(
    "report",
    [
        table(450, 100, 150, 200),
        table(500, 100, 150),
        table("about 470", 100, 150, 200),
        table(500, 100, "about 150", "about 200"),
        table(500, 100, 150, "at least 200"),
        table("at least 400", 100, 150, 200),
    ],
)
def test_sum_that_may_be_right_is_no_finding(report: Report) -> None:
    """It adds up, is no list, or is hedged."""
    assert Ledger([report]).check() == ()


def test_total_that_only_the_convention_puts_above_the_sum_is_a_tension() -> None:
    """Taken literally, "about 600" may be 450."""
    (found,) = Ledger([table("about 600", 100, 150, 200)]).check()
    assert (found.firmness, found.severity) == (Firmness.CONVENTION, Severity.INFO)


def test_parts_of_another_report_or_day_are_no_list() -> None:
    """They were not printed together."""
    parts = [there(number, who=who, name=who) for who, number in (("CAN", 1), ("DEU", 2), ("FRA", 3))]
    total = there(500, who=Force(), name="total")
    assert Ledger([paper(8).add(total), paper(9).add(*parts)]).check(rules=["TM202"]) == ()
    later = [there(number, 6, who=who, name=who) for who, number in (("CAN", 1), ("DEU", 2), ("FRA", 3))]
    assert short(total, *later) == []
    assert Ledger([total, *parts]).check() == ()


def test_parts_may_be_places() -> None:
    """Without those that lie in another of them."""
    anbar = Area(id="anbar", name="Anbar", within=IRAQ)
    inside = Base(id="inside", name="Inside", within=anbar)
    places = (CAMP_A, CAMP_B, anbar, inside)
    parts = [present("CAN", place, 10, when="2020-01-07", id=place.id) for place in places]
    (found,) = short(there(50, name="total"), *parts)
    assert found.claims == ("total", "anbar", "camp-a", "camp-b")
    assert short(there(50, name="total"), *parts[1:3]) == []


def test_places_that_may_overlap_are_no_list() -> None:
    """Nobody can say whom they share."""
    north, south = (
        Region(id=name, name=name, members=(CAMP_A, Country.of(code)))
        for name, code in (("north", "SYR"), ("south", "KWT"))
    )
    world = Region(id="world", name="world", members=(north, south, Country.of("JOR")))
    parts = [present("CAN", place, 10, when="2020-01-07") for place in (north, south, "JOR")]
    assert short(present("CAN", world, 90, when="2020-01-07"), *parts) == []


def test_parts_may_be_units_without_their_own_parts() -> None:
    """A brigade and its battalion are counted once."""
    nation = Nation("CAN")
    brigades = [Unit(id=f"b{number}", name=f"B{number}", nation=nation) for number in range(3)]
    battalion = Unit(id="b0-1", name="B0-1", nation=nation, parent=brigades[0])
    parts = [there(10, who=Force.of(unit), name=unit.id) for unit in (*brigades, battalion)]
    (found,) = short(there(50, name="total"), *parts)
    assert found.claims == ("total", "b0", "b1", "b2")


def test_parts_may_be_sorts_of_personnel() -> None:
    """Military, civilian, contractor."""
    sorts = (Personnel.MILITARY, Personnel.CIVILIAN, Personnel.CONTRACTOR)
    parts = [there(10, who=Force(nation=Nation("CAN"), personnel=sort), name=sort) for sort in sorts]
    assert [found.gap for found in short(there(50, name="total"), *parts)] == [20]


def test_parts_along_two_lines_are_two_lists() -> None:
    """Two roles and a nation are no list of three."""
    canadians = [there(10, who=Force(nation=Nation("CAN"), role=role), name=role) for role in ("a", "b")]
    assert short(there(90, name="total"), *canadians, there(5, where=CAMP_A)) == []


def test_roles_with_all_others_are_left_to_the_engine() -> None:
    """Which adds them up itself, and tells it once."""
    nation = Nation("CAN")
    roles: list[str | OtherThan] = ["a", "b", OtherThan("a")]
    parts = [there(10, who=Force(nation=nation, role=role), name=f"r{n}") for n, role in enumerate(roles)]
    assert short(there(90, name="total"), *parts) == []


def test_part_told_twice_is_added_once() -> None:
    """Of two figures for one part, the first by id."""
    report = table(500, 100, 150, 200).add(there(100, who="CAN", name="can-again"))
    assert [found.gap for found in Ledger([report]).check(rules=["TM202"])] == [50]


# -- real tables --------------------------------------------------------------------------------------------

DATA = Path(os.environ.get("TROOPMOVES_SHARED_DATA", ""))
needs_data = pytest.mark.skipif(
    "TROOPMOVES_SHARED_DATA" not in os.environ, reason="TROOPMOVES_SHARED_DATA names no folder"
)


def placemat(name: str, total: str, where: str, when: str) -> Ledger:
    """Return one report: a total over all nations, and the troops of each as printed."""
    with (DATA / "coalition-placemats" / f"{name}.csv").open(encoding="utf-8") as file:
        rows = [(row["nation_as_printed"], row["troops_as_printed"]) for row in csv.DictReader(file)]
    parts = [
        present(_force(printed, number), where, troops.replace(",", ""), when=when, id=f"row-{number}")
        for number, (printed, troops) in enumerate(rows)
    ]
    return Ledger([Report(id=name).add(present(Force(), where, total, when=when, id="total"), *parts)])


def _force(printed: str, number: int) -> Force:
    """Return the force of a printed name; one that is lost or misprinted gets a nation of its own."""
    spare = ("AND", "LIE", "MCO", "SMR", "VAT", "NRU", "TUV")
    try:
        return Force.of(Nation.of(printed))
    except UnknownNationError:
        return Force.of(Nation(spare[number % len(spare)]))


@needs_data
def test_kfor_of_2017_closes() -> None:
    """Thirty nations, four names lost by the text extraction: the printed 4,273 is their sum."""
    ledger = placemat("kfor_2017-02", "4273", "XKX", "2017-02-01")
    assert len(ledger.entries) == 31
    assert ledger.check() == ()
    assert [one.code for one in placemat("kfor_2017-02", "4274", "XKX", "2017-02-01").check()] == ["TM202"]
    assert [one.code for one in placemat("kfor_2017-02", "4272", "XKX", "2017-02-01").check()] == ["TM104"]


@needs_data
def test_isaf_of_2009_fits_approximately_67700() -> None:
    """Forty-two nations against a rounded total: no false contradiction, and no missing row."""
    ledger = placemat("isaf_2009-10-01", "about 67700", "AFG", "2009-10-01")
    assert ledger.check() == ()


def test_list_beside_which_others_are_counted_is_none() -> None:
    """Troops whose nation is not named are part of the total, and of no row."""
    mission = Operation(id="kfor", name="KFOR")
    rows = [
        present(Force(nation=Nation(code), operation=mission), "XKX", 10, when="2020-01-07", id=code)
        for code in ("CAN", "FRA", "ITA")
    ]
    total = present(mission, "XKX", 40, when="2020-01-07", id="total")
    unnamed = present(mission, "XKX", "at least 10", when="2020-01-07", id="unnamed")
    short = Report(id="placemat", claims=(*rows, total))
    assert [one.code for one in Ledger([short]).check(rules=["TM202"])] == ["TM202"]
    assert Ledger([short.add(unnamed)]).check(rules=["TM202"]) == ()
