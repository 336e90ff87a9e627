"""Echelons and units: their order, and which parents a unit can have."""

import pytest

from troopmoves.entities.nation import Nation
from troopmoves.entities.unit import Echelon, Unit
from troopmoves.errors import UnitError

CANADA = Nation("CAN")
BRIGADE = Unit(id="2-cmbg", name="2 CMBG", nation=CANADA, echelon=Echelon.BRIGADE)
BATTALION = Unit(id="1-rcr", name="1 RCR", nation=CANADA, echelon=Echelon.BATTALION, parent=BRIGADE)
COMPANY = Unit(id="a-coy", name="A Company", nation=CANADA, parent=BATTALION)


def test_echelons_rank_as_in_app_6() -> None:
    """From team to command, each above the one before."""
    assert [echelon.value for echelon in sorted(Echelon, key=lambda echelon: echelon.rank)] == [
        *("team", "squad", "section", "platoon", "company", "battalion", "regiment", "brigade"),
        *("division", "corps", "army", "army_group", "theatre", "command"),
    ]


def test_echelon_is_above_smaller_ones_only() -> None:
    """An echelon is not above itself, and rank is not the alphabet."""
    assert Echelon.BRIGADE.is_above(Echelon.TEAM)
    assert not Echelon.TEAM.is_above(Echelon.BRIGADE)
    assert not Echelon.TEAM.is_above(Echelon.TEAM)


def test_unit_is_part_of_all_above() -> None:
    """A company is part of its battalion and brigade; no brigade is part of a company."""
    assert COMPANY.is_part_of(BRIGADE)
    assert COMPANY.is_part_of(COMPANY)
    assert not BRIGADE.is_part_of(COMPANY)


def test_unit_reads_as_its_name() -> None:
    """The name is what people read."""
    assert str(BATTALION) == "1 RCR"


def test_parent_may_be_of_another_nation() -> None:
    """Multinational brigades have battalions of several nations."""
    french = Unit(id="2-rima", name="2e RIMa", nation=Nation("FRA"), echelon=Echelon.REGIMENT, parent=BRIGADE)
    assert french.is_part_of(BRIGADE)


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"id": "1 rcr"}, "Unit.id"),
        ({"name": ""}, "Unit.name"),
        ({"nation": "CAN"}, "Unit.nation"),
        ({"aliases": ("x", "x")}, "Unit.aliases"),
        ({"parent": "2-cmbg"}, "Unit.parent"),
        ({"parent": COMPANY, "id": "1-rcr"}, "Unit.parent"),
        ({"parent": BATTALION, "echelon": Echelon.BRIGADE}, "Unit.parent"),
        ({"parent": BATTALION, "echelon": Echelon.BATTALION}, "Unit.parent"),
        ({"parent": COMPANY, "echelon": Echelon.DIVISION}, "Unit.parent"),
    ],
)
def test_unit_that_cannot_be_is_refused(fields: dict[str, object], where: str) -> None:
    """No unit is part of itself, or of one that is not higher anywhere up the chain."""
    with pytest.raises(UnitError) as caught:
        Unit(**({"id": "x", "name": "X", "nation": CANADA} | fields))  # type: ignore[arg-type]
    assert caught.value.where == where
