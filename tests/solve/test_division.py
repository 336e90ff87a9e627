import pytest
from solve.frame import plots

from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import Base, Country
from troopmoves.entities.scope import Personnel, Setting, Tasking, Tenure
from troopmoves.entities.unit import Unit
from troopmoves.solve.division import UNNAMED, Division
from troopmoves.solve.statement import Scope

CAN, FRA = Force.of("CAN"), Force.of("FRA")
IRAQ, KUWAIT = Country.of("IRQ"), Country.of("KWT")
BASE = Base(id="al-asad", name="Al Asad", within=IRAQ)
JORDAN = Country(Nation("JOR"), closed=True)
TOWER, AZRAQ = (Base(id=one, name=one, within=JORDAN) for one in ("tower-22", "azraq"))
MISSION = Operation(id="nmi", name="NATO Mission Iraq")


def divide(senders: list[str], scopes: list[Scope]) -> Division:
    return Division(plots(senders, scopes=scopes), scopes)


def test_country_is_its_bases_and_the_rest_of_it() -> None:
    """An open country has an implicit elsewhere."""
    divided = divide(["CAN"], [Scope(CAN, IRAQ), Scope(CAN, BASE)])
    iraq, base = divided.cells(Scope(CAN, IRAQ)), divided.cells(Scope(CAN, BASE))
    assert len(base) == 1
    assert len(iraq) == 2
    assert set(base) < set(iraq)


def test_total_is_the_sum_of_named_and_unnamed_nations() -> None:
    """Nobody is counted twice: an operation and its Canadians share their cells."""
    mission = Force(operation=MISSION)
    canadians = Force(nation=Nation("CAN"), operation=MISSION)
    divided = divide([UNNAMED, "CAN"], [Scope(mission, IRAQ), Scope(canadians, IRAQ)])
    total, part = divided.cells(Scope(mission, IRAQ)), divided.cells(Scope(canadians, IRAQ))
    assert set(part) < set(total)
    assert {cell.sender for cell in total} == {UNNAMED, "CAN"}
    assert {cell.sender for cell in divided.cells(Scope(mission, IRAQ, unnamed_only=True))} == {UNNAMED}


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
    divided = divide(["CAN"], [Scope(one, IRAQ) for one in (CAN, part, other)])
    first, second, whole = (set(divided.cells(Scope(one, IRAQ))) for one in (part, other, CAN))
    assert not first & second
    assert first | second <= whole


def test_role_and_the_rest_are_all() -> None:
    """Other than training and training leave nobody out."""
    forces = [Force(nation=Nation("CAN"), role=role) for role in ("training", OtherThan("training"), None)]
    divided = divide(["CAN"], [Scope(force, IRAQ) for force in forces])
    training, rest, everyone = (set(divided.cells(Scope(force, IRAQ))) for force in forces)
    assert training | rest == everyone


def test_ashore_and_afloat_are_all() -> None:
    """Everyone is one or the other, also where only one of them is spoken of."""
    forces = [Force(nation=Nation("CAN"), setting=setting) for setting in Setting]
    divided = divide(["CAN"], [Scope(force, None) for force in forces])
    everyone, ashore, afloat = (set(divided.cells(Scope(force, None))) for force in forces)
    assert ashore | afloat == everyone
    assert not ashore & afloat


def test_permanent_and_rotational_may_leave_some_out() -> None:
    """A visitor is neither."""
    forces = [Force(nation=Nation("CAN"), tenure=tenure) for tenure in Tenure]
    divided = divide(["CAN"], [Scope(force, None) for force in forces])
    everyone, permanent, rotational = (set(divided.cells(Scope(force, None))) for force in forces)
    assert permanent | rotational < everyone


def test_operation_is_a_mission_among_others() -> None:
    """Those with a mission are those of the operation and of others, and nobody of those without one."""
    forces = [
        Force(nation=Nation("CAN"), operation=MISSION),
        *(Force(nation=Nation("CAN"), tasking=tasking) for tasking in Tasking),
    ]
    divided = divide(["CAN"], [Scope(force, None) for force in forces])
    operation, everyone, tasked, rest = (set(divided.cells(Scope(force, None))) for force in forces)
    assert operation < tasked
    assert tasked | rest == everyone
    assert not tasked & rest


def test_facets_that_nobody_speaks_of_make_no_cells() -> None:
    """Four more axes cost nothing until a claim names one; then its words and the rest."""
    trainers = Force(nation=Nation("CAN"), role="training")
    assigned = Force(nation=Nation("CAN"), tenure=Tenure.PERMANENT)
    assert len(divide(["CAN"], [Scope(trainers, None)]).facets("CAN", trainers)) == 1
    assert len(divide(["CAN"], [Scope(trainers, None), Scope(assigned, None)]).facets("CAN", trainers)) == 2


def test_unit_counts_in_its_parent() -> None:
    """A company's people are its brigade's."""
    brigade = Unit(id="brigade", name="brigade", nation=Nation("CAN"))
    company = Unit(id="company", name="company", nation=Nation("CAN"), parent=brigade)
    scopes = [Scope(Force(unit=unit), IRAQ) for unit in (brigade, company)]
    divided = divide(["CAN"], scopes)
    assert set(divided.cells(scopes[1])) < set(divided.cells(scopes[0]))


def test_two_axes_make_their_combinations_and_one_rest() -> None:
    """Operation and role are told apart together."""
    forces = [
        Force(nation=Nation("CAN"), operation=MISSION),
        Force(nation=Nation("CAN"), role="training"),
        Force(nation=Nation("CAN"), operation=MISSION, role="training"),
    ]
    divided = divide(["CAN"], [Scope(force, None) for force in (*forces, CAN)])
    mission, training, both, everyone = (set(divided.cells(Scope(force, None))) for force in (*forces, CAN))
    assert mission & training == both
    assert len(everyone) == 4


def test_division_is_no_finer_than_needed() -> None:
    """Atoms that no scope tells apart are one."""
    assert len(divide(["CAN"], [Scope(CAN, IRAQ)]).every_cell) == 2


def test_order_of_scopes_and_senders_does_not_matter() -> None:
    """The same cells come out, in the same order."""
    scopes = [Scope(CAN, IRAQ), Scope(FRA, BASE), Scope(Force(), KUWAIT)]
    one, other = divide(["CAN", "FRA"], scopes), divide(["FRA", "CAN"], scopes[::-1])
    assert one.every_cell == other.every_cell
    assert [one.cells(scope) for scope in scopes] == [other.cells(scope) for scope in scopes]
