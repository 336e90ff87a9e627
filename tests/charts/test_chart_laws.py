"""Whatever a ledger holds, charts have all of its rows and no number that the library did not give."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from laws.strategies_claims import ledgers

from troopmoves.charts.atlas.outlines import outlines
from troopmoves.charts.atlas.placing import courses, placed
from troopmoves.charts.rows.flows import moves_of
from troopmoves.charts.rows.state import state_rows
from troopmoves.charts.rows.timeline import timeline_rows
from troopmoves.charts.timeline import days_seen
from troopmoves.errors import TooHard
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState

days = st.dates(date(2000, 1, 1), date(2030, 1, 1))


def rows_of(state: DeploymentState) -> list[dict[str, Any]]:
    """Return the rows of a state, or give the draw up where the question is too hard."""
    try:
        return state_rows(state)
    except TooHard:
        assume(condition=False)
        raise


@pytest.mark.slow
@given(ledgers(), days)
def test_state_is_drawn_with_its_own_numbers(ledger: Ledger, day: date) -> None:
    """Every holding is a row with the bounds of its answer, and every number of the row is one of these."""
    state = ledger.state(day)
    rows = rows_of(state)
    assert [(row["low"], row["high"]) for row in rows] == [(one.low, one.high) for one in state.holdings]
    numbers = {value for row in rows for value in row.values() if type(value) is int}
    allowed = {end for one in state.holdings for end in (one.low, one.high)} | set(range(len(rows)))
    assert numbers <= allowed


@pytest.mark.slow
@given(ledgers())
def test_timeline_has_a_row_for_every_claim(ledger: Ledger) -> None:
    """No claim is left out, whatever is said of its days; and what is drawn is JSON."""
    rows = timeline_rows(ledger)
    assert sorted(str(row["claim"]) for row in rows) == sorted(entry.id for entry in ledger.entries)
    json.dumps(rows, allow_nan=False)
    first, last = days_seen(rows)
    assert all(str(first) <= str(row["since"] or first) <= str(last) for row in rows)


@pytest.mark.slow
@given(ledgers(), days)
def test_map_numbers_every_move_that_it_can_draw(ledger: Ledger, day: date) -> None:
    """Each move with an end on the map has its number there, and no other."""
    state = ledger.state(day)
    world = outlines({})
    found = courses(moves_of(state), world)
    drawn = {row["number"] for row in placed(found, world, 584, 38).rows if row["kind"] == "number"}
    assert drawn == {one.move.number for one in found if one.origins or one.destinations}
