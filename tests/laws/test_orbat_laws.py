"""Laws of scenarios: what is written has the shape of the model, and units come back."""

from datetime import date

import attrs
from formats.orbat.example import faults_in
from hypothesis import given
from hypothesis import strategies as st
from laws.strategies_claims import ledgers
from laws.strategies_entities import units

from troopmoves.entities.nation import Nation
from troopmoves.entities.unit import Unit
from troopmoves.formats.orbat.model import MARKER, echelon_of, is_planned
from troopmoves.formats.orbat.read import OrbatImport, from_orbat
from troopmoves.formats.orbat.write import to_orbat
from troopmoves.formats.symbol import symbol_code
from troopmoves.ledger.ledger import Ledger

days = st.lists(st.dates(date(2019, 12, 1), date(2020, 3, 1)), min_size=1, max_size=2, unique=True)


def come_back(ledger: Ledger, asked: list[date]) -> OrbatImport:
    scenario = to_orbat(ledger, days=asked, accept="all").content
    groups = {f"nation-{one.nation.code}": one.nation.code for one in ledger.units if one.parent is None}
    return from_orbat(scenario, nations=groups)


def as_it_comes_back(unit: Unit, nation: Nation | None = None) -> Unit:
    """Return a unit as a scenario can hold it: of the nation of the highest unit above, one other name."""
    top = unit
    while top.parent is not None:
        top = top.parent
    nation = nation or top.nation
    parent = None if unit.parent is None else as_it_comes_back(unit.parent, nation)
    short = tuple(alias for alias in unit.aliases[:1] if alias != unit.name)
    return attrs.evolve(unit, nation=nation, parent=parent, aliases=short)


@given(drawn=st.lists(units, min_size=1, max_size=4))
def test_units_come_back(drawn: list[Unit]) -> None:
    """Ids, names, hierarchy and echelons survive a scenario, and nations by their group."""
    ledger = Ledger(units=drawn)
    found = come_back(ledger, [date(2020, 1, 7)])
    assert found.ledger.units == tuple(as_it_comes_back(unit) for unit in ledger.units)
    assert not [loss for loss in found.losses if loss.what in {"id", "name", "echelon", "symbol", "nation"}]


@given(ledger=ledgers(), asked=days)
def test_any_ledger_becomes_a_scenario_of_the_right_shape(ledger: Ledger, asked: list[date]) -> None:
    """Whatever is claimed, every key is known to the model and of the type it takes."""
    scenario = to_orbat(ledger, days=asked, accept="all").content
    assert list(faults_in(scenario)) == []


@given(ledger=ledgers(), asked=days)
def test_units_of_any_ledger_come_back(ledger: Ledger, asked: list[date]) -> None:
    """Units come back beside whatever else a scenario shows; markers never become units."""
    found = come_back(ledger, asked)
    assert {unit.id for unit in found.ledger.units} == {unit.id for unit in ledger.units}
    assert not [unit for unit in found.ledger.units if unit.id.startswith(MARKER)]


@given(unit=units, planned=st.booleans())
def test_symbol_tells_what_was_put_into_it(unit: Unit, planned: bool) -> None:  # noqa: FBT001 (drawn by name)
    """Echelon and plan are read from the digits that `symbol_code` writes."""
    symbol = symbol_code(planned=planned, echelon=unit.echelon)
    assert (echelon_of(symbol), is_planned(symbol)) == (unit.echelon, planned)
