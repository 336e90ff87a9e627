"""The flows through one cell, found by the days between which they move people."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate

from troopmoves.solve.statement import Flow


class Passages:
    """The flows through one cell, in the order in which they open."""

    def __init__(self, flows: Iterable[Flow]) -> None:
        """Keep some flows."""
        self.flows: Sequence[Flow] = tuple(sorted(flows, key=_opening))
        self._openings = tuple(map(_opening, self.flows))
        self._closed_by = tuple(accumulate((flow.closes or date.max for flow in self.flows), max))
        """The day by which each flow, and all that opened before it, are closed."""

    def between(self, since: date, by: date) -> Sequence[Flow]:
        """Return the flows that move people between two days: open after the first and before the second."""
        found: list[Flow] = []
        for place in range(bisect_left(self._openings, by) - 1, -1, -1):
            if self._closed_by[place] <= since:
                break
            flow = self.flows[place]
            if flow.closes is None or flow.closes > since:
                found.append(flow)
        return found


def _opening(flow: Flow) -> date:
    return flow.opens or date.min
