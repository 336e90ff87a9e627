"""The numbers of the Correlates of War project, alone and against a data set that uses them."""

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from troopmoves.entities.cow import _NUMBERS, _SUCCESSIONS, cow_code
from troopmoves.entities.nation import Nation, is_nation_code
from troopmoves.errors import UnknownNationError

CHANGED = [
    ("DEU", date(1914, 8, 1), 255),
    ("DEU", date(1945, 5, 8), 255),
    ("DEU", date(1945, 5, 9), 260),
    ("DEU", date(1990, 10, 2), 260),
    ("DEU", date(1990, 10, 3), 255),
    ("DDR", date(1980, 1, 1), 265),
    ("YEM", date(1990, 5, 21), 678),
    ("YEM", date(1990, 5, 22), 679),
    ("YMD", date(1985, 1, 1), 680),
    ("VNM", date(1975, 4, 30), 817),
    ("VNM", date(1975, 5, 1), 816),
    ("VDR", date(1970, 1, 1), 816),
    ("CZE", date(1993, 1, 1), 316),
    ("CSK", date(1980, 1, 1), 315),
    ("SUN", date(1980, 1, 1), 365),
    ("RUS", date(2020, 1, 1), 365),
    ("YUG", date(1985, 1, 1), 345),
    ("SCG", date(2005, 1, 1), 345),
    ("SRB", date(2020, 1, 1), 345),
    ("XKX", date(2020, 1, 1), 347),
]


@pytest.mark.parametrize(("code", "day", "number"), CHANGED)
def test_number_is_that_of_the_day(code: str, day: date, number: int) -> None:
    """A state that became another one of the project changes its number on that day."""
    assert cow_code(Nation(code), day) == number


@pytest.mark.parametrize(("code", "number"), [("DEU", 255), ("YEM", 679), ("VNM", 816), ("USA", 2)])
def test_number_without_a_day_is_the_latest(code: str, number: int) -> None:
    """Without a day the number is the one borne last."""
    assert cow_code(code) == number


def test_names_are_read_as_nations_are() -> None:
    """A name is read like that of any nation, and what is none is refused."""
    assert cow_code("South Korea") == 732
    with pytest.raises(UnknownNationError):
        cow_code("Atlantis")


@pytest.mark.parametrize("code", ["HKG", "PSE", "PRI", "GRL", "VAT", "ESH", "ANT"])
def test_territories_have_no_number(code: str) -> None:
    """What never was a member of the state system has no number."""
    assert cow_code(code) is None


def test_every_row_is_a_nation() -> None:
    """The table holds codes of nations only, and numbers in the range of the project."""
    assert all(map(is_nation_code, _NUMBERS))
    assert set(_SUCCESSIONS) <= set(_NUMBERS)
    assert all(2 <= number <= 990 for number in _NUMBERS.values())


def test_numbers_are_shared_only_by_names_of_one_state() -> None:
    """Two codes bear one number only where one is an older or another name of the same state."""
    sharing = {
        frozenset(code for code, other in _NUMBERS.items() if other == number) for number in _NUMBERS.values()
    }
    assert {codes for codes in sharing if len(codes) > 1} == {
        frozenset(codes)
        for codes in (
            {"YUG", "SCG", "SRB"},
            {"RUS", "SUN"},
            {"FRA", "FXX"},
            {"BEN", "DHY"},
            {"BFA", "HVO"},
            {"COD", "ZAR"},
            {"ZWE", "RHO"},
            {"MMR", "BUR"},
            {"VNM", "VDR"},
        )
    }


# What troopdata numbers in another way, and why.
_ELSEWHERE = {
    "SRB": "Gleditsch and Ward's list gives Serbia 340; here it goes on as Yugoslavia's 345",
    "VAT": "327 is the Papal States, which ended in 1860",
    "PRI": "6 is theirs; a territory of the United States is no member",
    "DEU": "260 is kept after 1990, though the project goes back to 255",
    "VNM": "817 is kept after 1975, though the project goes on with 816",
}
_OWN_NUMBERS_FROM = 1000  # troopdata's own, for territories such as 1041, American Samoa
_MISTAKES = {("CHN", 817)}  # "Indochina" of 1954 and 1955 was taken for China there

_SHARED = Path(os.environ.get("TROOPMOVES_SHARED_DATA", ""), "troopdata-dmdc")
_needs_data = pytest.mark.skipif(
    not os.environ.get("TROOPMOVES_SHARED_DATA"), reason="TROOPMOVES_SHARED_DATA names no folder of data sets"
)


def rows(file: str, nation: str, number: str, year: str) -> set[tuple[str, int, int]]:
    """Return every code, number and year that a file of troopdata puts together."""
    with (_SHARED / file).open(encoding="utf-8", newline="") as stream:
        found = [(row[nation], row[number], row[year]) for row in csv.DictReader(stream)]
    return {(code, int(cow), int(when)) for code, cow, when in found if code and cow}


@_needs_data
def test_numbers_are_those_of_troopdata() -> None:
    """Every state of 74 years of reports has its number here, except where troopdata goes its own way."""
    told = rows("dmdc_reports_1950_2016.csv", "iso3c", "ccode", "year")
    told |= rows("location_strings_dev.csv", "upstream_iso3", "upstream_cow", "last_year")
    others = {
        (code, cow)
        for code, cow, year in told
        if cow < _OWN_NUMBERS_FROM and cow_code(code, date(year, 7, 1)) != cow
    }
    assert len({code for code, _, _ in told}) > 150
    assert {code for code, _ in others - _MISTAKES} == set(_ELSEWHERE)


@_needs_data
def test_territories_of_troopdata_have_no_number() -> None:
    """What troopdata numbers from 1000 on is no state here, except where it was one by then."""
    told = rows("dmdc_reports_1950_2016.csv", "iso3c", "ccode", "year")
    numbered = {code for code, cow, _ in told if cow >= _OWN_NUMBERS_FROM and cow_code(code) is not None}
    assert numbered == {"MHL"}  # before its independence; the number follows the nation, not the day
