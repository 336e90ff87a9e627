import pytest

from troopmoves.entities.force import Force, OtherThan, Personnel
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import AnyOf, Area, Base, Country, Region, Unspecified
from troopmoves.entities.unit import Unit
from troopmoves.solve.division import UNNAMED, Division, in_closed
from troopmoves.solve.statement import Scope

CAN, FRA = Force.of("CAN"), Force.of("FRA")
IRAQ, KUWAIT = Country.of("IRQ"), Country.of("KWT")
BASE = Base(id="al-asad", name="Al Asad", within=IRAQ)
JORDAN = Country(Nation("JOR"), closed=True)
TOWER, AZRAQ = (Base(id=one, name=one, within=JORDAN) for one in ("tower-22", "azraq"))
MISSION = Operation(id="nmi", name="NATO Mission Iraq")


def test_country_is_its_bases_and_the_rest_of_it() -> None:
    """An open country has an implicit elsewhere."""
    division = Division(["CAN"], [Scope(CAN, IRAQ), Scope(CAN, BASE)])
    iraq, base = division.cells(Scope(CAN, IRAQ)), division.cells(Scope(CAN, BASE))
    assert len(base) == 1
    assert len(iraq) == 2
    assert set(base) < set(iraq)


def test_closed_country_is_its_bases() -> None:
    """A closed one has none: the places known in it are all there are."""
    scopes = [Scope(CAN, place) for place in (JORDAN, TOWER, AZRAQ)]
    division = Division(["CAN"], scopes)
    assert set(division.ground(JORDAN)) == {*division.ground(TOWER), *division.ground(AZRAQ)}


def test_closed_country_holds_the_bases_that_no_claim_in_question_names() -> None:
    """What another nation's claims name, or the ledger declares, is known too."""
    scopes = [Scope(CAN, JORDAN), Scope(CAN, TOWER)]
    assert len(Division(["CAN"], scopes).ground(JORDAN)) == 1
    assert len(Division(["CAN"], scopes, [AZRAQ]).ground(JORDAN)) == 2


def test_only_what_is_closed_or_lies_in_it_matters_to_closed_places() -> None:
    """The others need not be handed on."""
    area = Area(id="north", name="north", within=JORDAN)
    inside = Base(id="camp", name="camp", within=area)
    assert in_closed([IRAQ, BASE, JORDAN, TOWER, area, inside]) == (JORDAN, TOWER, area, inside)


def test_region_is_its_members_and_the_rest_of_it() -> None:
    """An open region has an elsewhere in it; a closed one is the sum of its members."""
    gulf = Region(id="gulf", name="Gulf", members=(IRAQ, KUWAIT))
    both = Region(id="both", name="both", members=(IRAQ, KUWAIT), closed=True)
    division = Division(["CAN"], [Scope(CAN, place) for place in (gulf, both, IRAQ, KUWAIT)])
    members = {*division.ground(IRAQ), *division.ground(KUWAIT)}
    assert set(division.ground(both)) == members
    assert set(division.ground(gulf)) > members


def test_everywhere_is_more_than_what_is_named() -> None:
    """There is always an elsewhere in the world."""
    division = Division(["CAN"], [Scope(CAN, IRAQ)])
    assert len(division.everywhere) == 2
    assert division.ground(None) == division.everywhere


def test_vague_places_are_where_they_may_be() -> None:
    """Outside means the rest, one of several means all of them together."""
    division = Division(["CAN"], [Scope(CAN, Unspecified(outside=IRAQ)), Scope(CAN, AnyOf((IRAQ, KUWAIT)))])
    outside = division.ground(Unspecified(outside=IRAQ))
    assert set(outside) == set(division.everywhere) - set(division.ground(IRAQ))
    assert len(division.ground(AnyOf((IRAQ, KUWAIT)))) == 2


def test_total_is_the_sum_of_named_and_unnamed_nations() -> None:
    """Nobody is counted twice: an operation and its Canadians share their cells."""
    mission = Force(operation=MISSION)
    canadians = Force(nation=Nation("CAN"), operation=MISSION)
    division = Division([UNNAMED, "CAN"], [Scope(mission, IRAQ), Scope(canadians, IRAQ)])
    total, part = division.cells(Scope(mission, IRAQ)), division.cells(Scope(canadians, IRAQ))
    assert set(part) < set(total)
    assert {cell.sender for cell in total} == {UNNAMED, "CAN"}
    assert {cell.sender for cell in division.cells(Scope(mission, IRAQ, unnamed_only=True))} == {UNNAMED}


@pytest.mark.parametrize(
    ("part", "other"),
    [
        (
            Force(nation=Nation("CAN"), role="training"),
            Force(nation=Nation("CAN"), role=OtherThan("training")),
        ),
        (
            Force(nation=Nation("CAN"), personnel=Personnel.CIVILIAN),
            Force(nation=Nation("CAN"), personnel=Personnel.MILITARY),
        ),
    ],
)
def test_parts_of_a_force_are_disjoint_and_within_it(part: Force, other: Force) -> None:
    """Facets divide a nation's people."""
    division = Division(["CAN"], [Scope(one, IRAQ) for one in (CAN, part, other)])
    first, second, whole = (set(division.cells(Scope(one, IRAQ))) for one in (part, other, CAN))
    assert not first & second
    assert first | second <= whole


def test_role_and_the_rest_are_all() -> None:
    """Other than training and training leave nobody out."""
    forces = [Force(nation=Nation("CAN"), role=role) for role in ("training", OtherThan("training"), None)]
    division = Division(["CAN"], [Scope(force, IRAQ) for force in forces])
    training, rest, everyone = (set(division.cells(Scope(force, IRAQ))) for force in forces)
    assert training | rest == everyone


def test_unit_counts_in_its_parent() -> None:
    """A company's people are its brigade's."""
    brigade = Unit(id="brigade", name="brigade", nation=Nation("CAN"))
    company = Unit(id="company", name="company", nation=Nation("CAN"), parent=brigade)
    scopes = [Scope(Force(unit=unit), IRAQ) for unit in (brigade, company)]
    division = Division(["CAN"], scopes)
    assert set(division.cells(scopes[1])) < set(division.cells(scopes[0]))


def test_two_axes_make_their_combinations_and_one_rest() -> None:
    """Operation and role are told apart together."""
    forces = [
        Force(nation=Nation("CAN"), operation=MISSION),
        Force(nation=Nation("CAN"), role="training"),
        Force(nation=Nation("CAN"), operation=MISSION, role="training"),
    ]
    division = Division(["CAN"], [Scope(force, None) for force in (*forces, CAN)])
    mission, training, both, everyone = (set(division.cells(Scope(force, None))) for force in (*forces, CAN))
    assert mission & training == both
    assert len(everyone) == 4


def test_division_is_no_finer_than_needed() -> None:
    """Atoms that no scope tells apart are one."""
    assert len(Division(["CAN"], [Scope(CAN, IRAQ)]).every_cell) == 2


def test_order_of_scopes_and_senders_does_not_matter() -> None:
    """The same cells come out, in the same order."""
    scopes = [Scope(CAN, IRAQ), Scope(FRA, BASE), Scope(Force(), KUWAIT)]
    one, other = Division(["CAN", "FRA"], scopes), Division(["FRA", "CAN"], scopes[::-1])
    assert one.every_cell == other.every_cell
    assert [one.cells(scope) for scope in scopes] == [other.cells(scope) for scope in scopes]
