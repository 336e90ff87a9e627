"""The symbol code of APP-6(D): digit by digit, as the standard's tables have them."""

import pytest

from troopmoves.entities.unit import Echelon
from troopmoves.formats.symbol import Identity, SymbolSet, symbol_code

AMPLIFIERS = {
    Echelon.TEAM: "11",
    Echelon.SQUAD: "12",
    Echelon.SECTION: "13",
    Echelon.PLATOON: "14",
    Echelon.COMPANY: "15",
    Echelon.BATTALION: "16",
    Echelon.REGIMENT: "17",
    Echelon.BRIGADE: "18",
    Echelon.DIVISION: "21",
    Echelon.CORPS: "22",
    Echelon.ARMY: "23",
    Echelon.ARMY_GROUP: "24",
    Echelon.THEATRE: "25",
    Echelon.COMMAND: "26",
}


def test_code_of_nothing_known_is_a_present_land_unit_of_unknown_identity() -> None:
    """Version 10, reality, unknown, land unit, present, no headquarters, no echelon, no icon."""
    assert symbol_code() == "10011000000000000000"


@pytest.mark.parametrize("echelon", Echelon)
def test_echelon_is_drawn_by_its_amplifier(echelon: Echelon) -> None:
    """Digits nine and ten are those of the standard's table of echelons."""
    assert symbol_code(echelon=echelon)[8:10] == AMPLIFIERS[echelon]


@pytest.mark.parametrize(("identity", "digit"), list(zip(Identity, "0123456", strict=True)))
def test_identity_is_the_fourth_digit(identity: Identity, digit: str) -> None:
    """From pending, 0, to hostile, 6."""
    assert symbol_code(identity=identity)[3] == digit


def test_what_is_planned_has_another_status() -> None:
    """The seventh digit is 1 where it is planned, 0 where it is present."""
    assert (symbol_code(planned=True)[6], symbol_code()[6]) == ("1", "0")


def test_place_of_its_own_is_an_installation() -> None:
    """Digits five and six tell a land unit from a land installation."""
    assert symbol_code(symbol_set=SymbolSet.LAND_INSTALLATION)[4:6] == "20"


@pytest.mark.parametrize("planned", [True, False])
@pytest.mark.parametrize("echelon", [None, *Echelon])
@pytest.mark.parametrize("identity", Identity)
@pytest.mark.parametrize("symbol_set", SymbolSet)
def test_every_code_has_twenty_digits(
    *, planned: bool, echelon: Echelon | None, identity: Identity, symbol_set: SymbolSet
) -> None:
    """Whatever is asked for, the code is as long as the standard has it."""
    code = symbol_code(planned=planned, echelon=echelon, identity=identity, symbol_set=symbol_set)
    assert len(code) == 20
    assert code.isdecimal()
