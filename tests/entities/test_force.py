"""Forces: what they stand for, what excludes what, and how they read."""

import pytest

from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import NATO, Operation
from troopmoves.entities.scope import Personnel, Setting, Tasking, Tenure
from troopmoves.entities.unit import Unit
from troopmoves.errors import ForceError, UnknownNationError

FRANCE, CANADA = Nation("FRA"), Nation("CAN")
CHAMMAL = Operation(id="chammal", name="Operation Chammal", lead=FRANCE)
MISSION = Operation(id="nmi", name="NATO Mission Iraq", lead=NATO)
RCR = Unit(id="1-rcr", name="1 RCR", nation=CANADA)


@pytest.mark.parametrize(
    ("force", "words"),
    [
        (Force(), "all forces"),
        (Force(nation=FRANCE), "FRA"),
        (Force(nation=FRANCE, operation=CHAMMAL), "FRA in Operation Chammal"),
        (Force(nation=FRANCE, role="training"), "FRA (training)"),
        (Force(nation=FRANCE, role=OtherThan("training")), "FRA (other than training)"),
        (Force(nation=FRANCE, personnel=Personnel.CIVILIAN), "FRA (civilian)"),
        (Force(role="training", personnel=Personnel.CONTRACTOR), "all forces (training, contractor)"),
        (Force(nation=FRANCE, tenure=Tenure.PERMANENT, setting=Setting.ASHORE), "FRA (permanent, ashore)"),
        (Force(nation=FRANCE, tasking=Tasking.WITHOUT_MISSION), "FRA (without mission)"),
        (Force(operation=MISSION), "NATO Mission Iraq"),
        (Force(operation=MISSION, role="training"), "NATO Mission Iraq (training)"),
        (Force(unit=RCR), "1 RCR of CAN"),
        (Force(nation=CANADA, unit=RCR, operation=MISSION), "1 RCR of CAN in NATO Mission Iraq"),
    ],
)
def test_force_reads_as_words(force: Force, words: str) -> None:
    """Parts that are left open are not spoken of."""
    assert str(force) == words


@pytest.mark.parametrize(
    ("value", "force"),
    [
        (FRANCE, Force(nation=FRANCE)),
        ("FRA", Force(nation=FRANCE)),
        ("France", Force(nation=FRANCE)),
        (CHAMMAL, Force(operation=CHAMMAL)),
        (RCR, Force(unit=RCR)),
        (Force(role="training"), Force(role="training")),
    ],
)
def test_force_is_read_from_what_has_people(value: Force | str, force: Force) -> None:
    """An entity, or a nation's code or name, stands for all of its people."""
    assert Force.of(value) == force


@pytest.mark.parametrize("value", [NATO, None, 3])
def test_force_of_other_things_is_refused(value: object) -> None:
    """An organisation has people through its operations only."""
    with pytest.raises(ForceError, match=r"^Force\.of: got"):
        Force.of(value)  # type: ignore[arg-type]


def test_force_of_an_unknown_name_lists_near_ones() -> None:
    """Reading a name is the work of `Nation.of`, and so are its errors."""
    with pytest.raises(UnknownNationError, match="Canada"):
        Force.of("Canda")


def test_sender_is_the_nation_named_or_the_unit_s() -> None:
    """A mission's people come from nations that the claim does not name."""
    assert Force(nation=FRANCE, operation=CHAMMAL).sender == FRANCE
    assert Force(unit=RCR).sender == CANADA
    assert Force(operation=MISSION).sender is None
    assert Force().sender is None


def test_only_the_force_without_parts_is_everyone() -> None:
    """Each part narrows."""
    assert Force().is_everyone
    assert not Force(nation=FRANCE).is_everyone
    assert not Force(role="training").is_everyone


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"nation": FRANCE, "unit": RCR}, "Force.nation"),
        ({"nation": "FRA"}, "Force.nation"),
        ({"operation": "chammal"}, "Force.operation"),
        ({"unit": "1-rcr"}, "Force.unit"),
        ({"role": ""}, "Force.role"),
        ({"role": 3}, "Force.role"),
        ({"personnel": "military"}, "Force.personnel"),
        ({"tenure": Personnel.NOT_SAID}, "Force.tenure"),
        ({"setting": None}, "Force.setting"),
        ({"tasking": "with_mission"}, "Force.tasking"),
        ({"operation": CHAMMAL, "tasking": Tasking.WITHOUT_MISSION}, "Force.tasking"),
    ],
)
def test_parts_that_exclude_each_other_are_refused(fields: dict[str, object], where: str) -> None:
    """A unit is not another nation's, an operation is a mission; parts are entities, not their ids."""
    with pytest.raises(ForceError) as caught:
        Force(**fields)  # type: ignore[arg-type]
    assert caught.value.where == where


def test_rest_needs_a_role() -> None:
    """All but nothing is no description."""
    with pytest.raises(ForceError, match=r"^OtherThan\.role"):
        OtherThan("")


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (Force(nation=Nation("FRA"), role="training"), Force.of("FRA"), True),
        (Force.of("FRA"), Force(nation=Nation("FRA"), role="training"), False),
        (Force.of("FRA"), Force(), True),
        (Force.of("FRA"), Force.of("CAN"), False),
        (Force(nation=Nation("FRA"), role="cooking"), Force(role=OtherThan("training")), True),
        (Force(nation=Nation("FRA"), role="training"), Force(role=OtherThan("training")), False),
        (Force(role=OtherThan("training")), Force(role=OtherThan("training")), True),
        (Force(), Force(role=OtherThan("training")), False),
        (Force(personnel=Personnel.MILITARY), Force(), True),
        (Force(), Force(personnel=Personnel.MILITARY), False),
        (Force(tenure=Tenure.PERMANENT), Force(), True),
        (Force(tenure=Tenure.PERMANENT), Force(tenure=Tenure.ROTATIONAL), False),
        (Force(setting=Setting.AFLOAT, role="training"), Force(setting=Setting.AFLOAT), True),
        (Force(operation=CHAMMAL), Force(tasking=Tasking.WITH_MISSION), True),
        (Force(tasking=Tasking.WITH_MISSION), Force(operation=CHAMMAL), False),
        (Force(operation=CHAMMAL), Force(tasking=Tasking.WITHOUT_MISSION), False),
        (Force(operation=CHAMMAL), Force(operation=CHAMMAL, tasking=Tasking.WITH_MISSION), True),
    ],
)
def test_force_is_part_of_another_by_every_axis(part: Force, whole: Force, expected: bool) -> None:  # noqa: FBT001
    """What is said of the whole is said of the part, and perhaps more."""
    assert part.is_part_of(whole) is expected


def test_unit_is_part_of_its_nation_and_its_parent() -> None:
    """A company's people are its battalion's, and its nation's."""
    battalion = Unit(id="battalion", name="battalion", nation=Nation("CAN"))
    company = Unit(id="company", name="company", nation=Nation("CAN"), parent=battalion)
    assert Force(unit=company).is_part_of(Force(unit=battalion))
    assert Force(unit=company).is_part_of(Force.of("CAN"))
    assert not Force(unit=battalion).is_part_of(Force(unit=company))
    assert not Force.of("CAN").is_part_of(Force(unit=company))
