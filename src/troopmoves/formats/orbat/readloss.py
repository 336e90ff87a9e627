"""What a ledger cannot keep of a scenario, path by path.

To add a loss: one row in `LOSSES`, the line in the reader that meets it, one test.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, final

import attrs

from troopmoves.errors import Loss, LossReport
from troopmoves.formats.loss import Losses
from troopmoves.formats.orbat.model import FORMAT

LOSSES: Final[Losses] = MappingProxyType(
    {
        "nation": "its group and side stand for no nation in `nations`, and a unit belongs to one",
        "marker": "it is no unit, but stands for what a ledger said of a force at a place",
        "id": "the id is none that a ledger can hold, so it has another",
        "name": "the name is empty or padded with spaces, so it is written differently",
        "echelon": "the unit above has no higher echelon, so this one has none",
        "symbol": "of a symbol a unit has the echelon alone: no branch, no identity, no condition",
        "hour": "a claim knows the day; of several positions on one day the last stands",
        "undated": "the scenario does not say when it begins, or there is a position on that day already",
        "hidden": "taken off the map is neither gone nor zero",
        "route": "a move has two ends and no points between them",
        "hierarchy": "a unit belongs to one unit for good",
        "unplaced": "a number is claimed of a place, and none is given",
        "number": "it is below zero, or a difference from a number that is not given",
        "event": "a ledger holds claims about people, not what else happened",
        "details": "a ledger has no room for equipment, pictures, descriptions, styles and the like",
        "layer": "a ledger draws nothing",
    }
)
"""What `from_orbat` may lose."""


@final
@attrs.define
class Lost:
    """The losses met so far."""

    met: dict[tuple[str, str], None] = attrs.Factory(dict)
    """The word and the path of each, in the order of the scenario."""

    def add(self, what: str, path: str) -> None:
        """Keep a loss."""
        self.met[what, path] = None

    def report(self) -> LossReport:
        """Return all of them."""
        losses = (Loss(what=what, claim=path, why=LOSSES[what]) for what, path in self.met)
        return LossReport(FORMAT, tuple(losses))
