from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import AnyOf, Area, Base, Country, Place, Region, Unspecified
from troopmoves.solve.ground import Ground, in_closed

CAN, FRA = Force.of("CAN"), Force.of("FRA")
IRAQ, KUWAIT = Country.of("IRQ"), Country.of("KWT")
BASE = Base(id="al-asad", name="Al Asad", within=IRAQ)
JORDAN = Country(Nation("JOR"), closed=True)
TOWER, AZRAQ = (Base(id=one, name=one, within=JORDAN) for one in ("tower-22", "azraq"))
MISSION = Operation(id="nmi", name="NATO Mission Iraq")


def test_closed_country_is_its_bases() -> None:
    """A closed one has none: the places known in it are all there are."""
    places: list[Place] = [JORDAN, TOWER, AZRAQ]
    ground = Ground(places)
    assert set(ground.of(JORDAN)) == {*ground.of(TOWER), *ground.of(AZRAQ)}


def test_closed_country_holds_the_bases_that_no_claim_in_question_names() -> None:
    """What another nation's claims name, or the ledger declares, is known too."""
    places: list[Place] = [JORDAN, TOWER]
    assert len(Ground(places).of(JORDAN)) == 1
    assert len(Ground(places, [AZRAQ]).of(JORDAN)) == 2


def test_question_closes_nothing() -> None:
    """A base asked about is not all there is in a closed country, and an open country stays open."""
    assert len(Ground([JORDAN], asked=[TOWER]).of(JORDAN)) == 2
    closed = Country(IRAQ.nation, closed=True)
    assert len(Ground([BASE], asked=[closed]).of(closed)) == 2


def test_only_what_is_closed_or_lies_in_it_matters_to_closed_places() -> None:
    """The others need not be handed on."""
    area = Area(id="north", name="north", within=JORDAN)
    inside = Base(id="camp", name="camp", within=area)
    assert in_closed([IRAQ, BASE, JORDAN, TOWER, area, inside]) == (JORDAN, TOWER, area, inside)


def test_region_is_its_members_and_the_rest_of_it() -> None:
    """An open region has an elsewhere in it; a closed one is the sum of its members."""
    gulf = Region(id="gulf", name="Gulf", members=(IRAQ, KUWAIT))
    both = Region(id="both", name="both", members=(IRAQ, KUWAIT), closed=True)
    ground = Ground([gulf, both, IRAQ, KUWAIT])
    members = {*ground.of(IRAQ), *ground.of(KUWAIT)}
    assert set(ground.of(both)) == members
    assert set(ground.of(gulf)) > members


def test_everywhere_is_more_than_what_is_named() -> None:
    """There is always an elsewhere in the world."""
    ground = Ground([IRAQ])
    assert len(ground.atoms) == 2
    assert ground.of(None) == ground.atoms


def test_vague_places_are_where_they_may_be() -> None:
    """Outside means the rest, one of several means all of them together."""
    ground = Ground([Unspecified(outside=IRAQ), AnyOf((IRAQ, KUWAIT))])
    outside = ground.of(Unspecified(outside=IRAQ))
    assert set(outside) == set(ground.atoms) - set(ground.of(IRAQ))
    assert len(ground.of(AnyOf((IRAQ, KUWAIT)))) == 2
