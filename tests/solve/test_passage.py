"""The flows through a cell, by their days."""

from datetime import date

from troopmoves.entities.force import Force
from troopmoves.solve.passage import Passages
from troopmoves.solve.statement import Flow, Scope


def on(number: int) -> date:
    return date(2020, 1, number)


def flow(name: str, opens: int | None, closes: int | None) -> Flow:
    return Flow(
        claim=name,
        scope=Scope(Force()),
        destination=None,
        homeward=False,
        opens=None if opens is None else on(opens),
        closes=None if closes is None else on(closes),
        ends=None,
        low=0,
        high=None,
    )


FLOWS = Passages([flow("open", 3, None), flow("short", 5, 6), flow("long", 2, 9), flow("ever", None, 4)])


def between(since: int, by: int) -> set[str]:
    return {one.claim for one in FLOWS.between(on(since), on(by))}


def test_flows_between_two_days_are_those_that_can_move_people_then() -> None:
    """Opened before the later day, and not yet closed on the earlier."""
    assert between(1, 2) == {"ever"}
    assert between(1, 3) == {"ever", "long"}
    assert between(4, 6) == {"open", "short", "long"}
    assert between(6, 8) == {"open", "long"}
    assert between(9, 12) == {"open"}


def test_flow_opens_after_its_own_day() -> None:
    """Nothing has moved on the day it opens, everything on the day it closes."""
    assert "short" not in between(4, 5)
    assert "short" not in between(6, 7)
