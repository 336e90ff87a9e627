"""The census: every entity that claims speak of or that others are defined by, once."""

import pytest

from troopmoves.claims.claim import Claim
from troopmoves.claims.proposition import Whole
from troopmoves.claims.verb import present, raise_protection, relocate, retract, suspend, withdraw
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import NATO, Operation, Organisation
from troopmoves.entities.place import AnyOf, Area, Base, Country, Region, Unspecified
from troopmoves.entities.unit import Unit
from troopmoves.errors import RedefinitionError
from troopmoves.ledger.census import Entity, take_census
from troopmoves.quantity.share import Share

IRAQ, CLOSED = Country.of("IRQ"), Country(Nation("KWT"), closed=True)
COALITION = Organisation(id="coalition")
MISSION = Operation(id="nmi", name="NATO Mission Iraq", lead=NATO)
CHAMMAL = Operation(id="chammal", name="Operation Chammal", lead=Nation("FRA"))
BRIGADE = Unit(id="2-cmbg", name="2 CMBG", nation=Nation("CAN"))
BATTALION = Unit(id="1-rcr", name="1 RCR", nation=Nation("CAN"), parent=BRIGADE)
ANBAR = Area(id="anbar", name="Anbar", within=IRAQ)
AL_ASAD = Base(id="al-asad", name="Al Asad", within=ANBAR, operated_by=COALITION)
AFLOAT = Base(id="truman", name="USS Truman", operated_by=Nation("USA"))
GULF = Region(id="gulf", name="Gulf", members=(CLOSED, AFLOAT))
DAY = "2020-01-07"


@pytest.mark.parametrize(
    ("claim", "places", "others"),
    [
        (present(BATTALION, IRAQ, 14, when=DAY), [], ["1-rcr", "2-cmbg"]),
        (present(MISSION, AL_ASAD, 14, when=DAY), ["al-asad", "anbar"], ["coalition", "nato", "nmi"]),
        (present(CHAMMAL, GULF, 14, when=DAY), ["KWT", "gulf", "truman"], ["chammal"]),
        (relocate("CAN", origin=ANBAR, to=AFLOAT, when=DAY), ["anbar", "truman"], []),
        (
            relocate("CAN", to=Unspecified(within=CLOSED, operated_by=COALITION), when=DAY),
            ["KWT"],
            ["coalition"],
        ),
        (
            relocate("CAN", to=Unspecified(outside=ANBAR, operated_by=MISSION), when=DAY),
            ["anbar"],
            ["nato", "nmi"],
        ),
        (
            relocate("CAN", to=AnyOf((ANBAR, Unspecified(within=GULF))), when=DAY),
            ["KWT", "anbar", "gulf", "truman"],
            [],
        ),
        (suspend(MISSION, AL_ASAD, "training", when=DAY), ["al-asad", "anbar"], ["coalition", "nato", "nmi"]),
        (raise_protection("FRA", ANBAR, when=DAY), ["anbar"], []),
        (
            withdraw(
                "CAN",
                Share.of("half"),
                origin="IRQ",
                whole=Whole(Force(unit=BATTALION), ANBAR),
                when=DAY,
            ),
            ["anbar"],
            ["1-rcr", "2-cmbg"],
        ),
        (retract("something"), [], []),
    ],
)
def test_census_holds_what_a_claim_speaks_of(claim: Claim, places: list[str], others: list[str]) -> None:
    """With what these are defined by: countries only where they are closed."""
    census = take_census([claim], [])
    assert [place.key for place in census.places] == places
    named: list[Organisation | Operation | Unit] = [
        *census.organisations,
        *census.operations,
        *census.units,
    ]
    assert [one.id for one in named] == others


def test_census_holds_what_is_declared_and_sorts_it() -> None:
    """Also what no claim names."""
    declared: list[Entity] = [BATTALION, GULF, AL_ASAD, MISSION, CHAMMAL, IRAQ]
    census = take_census([], declared)
    assert census.places == (CLOSED, AL_ASAD, ANBAR, GULF, AFLOAT)
    assert census.organisations == (COALITION, NATO)
    assert census.operations == (CHAMMAL, MISSION)
    assert census.units == (BATTALION, BRIGADE)


@pytest.mark.parametrize(
    ("one", "other", "path"),
    [
        (ANBAR, Area(id="anbar", name="Al-Anbar", within=IRAQ), "places.anbar"),
        (ANBAR, Base(id="anbar", name="Anbar", within=IRAQ), "places.anbar"),
        (IRAQ, Country(Nation("IRQ"), closed=True), "places.IRQ"),
        (NATO, Organisation(id="nato", name="Nato"), "organisations.nato"),
        (MISSION, Operation(id="nmi", name="NMI"), "operations.nmi"),
        (BRIGADE, Unit(id="2-cmbg", name="2e GBMC", nation=Nation("CAN")), "units.2-cmbg"),
    ],
)
def test_census_refuses_two_things_of_one_id(one: Entity, other: Entity, path: str) -> None:
    """Also an open and a closed country, which would be counted differently."""
    with pytest.raises(RedefinitionError) as raised:
        take_census([], [one, other])
    assert raised.value.where == path


def test_census_takes_the_same_thing_twice() -> None:
    """Equal is equal."""
    assert take_census([], [ANBAR, ANBAR]) == take_census([], [ANBAR])


def test_things_of_different_kinds_may_share_an_id() -> None:
    """They stand in different tables."""
    unit = Unit(id="nato", name="NATO battlegroup", nation=Nation("CAN"))
    assert take_census([], [NATO, unit]).units == (unit,)
