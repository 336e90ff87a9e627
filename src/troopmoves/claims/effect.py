"""What a change does to the numbers, by how far it has got and how plans are taken.

The table is the specification of the `Progress` axis: the engine asks it and nothing else. The other axes
need no table: a stance or category counts if the assumptions admit it, and a negated claim denies.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from troopmoves.claims.assumptions import Plans
from troopmoves.claims.axis import PLANS, Progress


class Effect(StrEnum):
    """How much of a change of N people has taken place."""

    NOTHING = "nothing"
    """None of it, ever."""
    ANY_PART = "any_part"
    """0..N on every day after its window opens."""
    ANY_PART_THEN_ALL = "any_part_then_all"
    """0..N until the end of its window, N from then on."""
    ALL_WHEN_ASKED = "all_when_asked"
    """N on every day asked about after its window opens."""
    ALL_WHEN_SAID = "all_when_said"
    """N from the end of its window on, and at the latest when it is reported as complete."""


def _row(progress: Progress) -> Mapping[Plans, Effect]:
    if progress in PLANS:
        return {
            Plans.MAY: Effect.ANY_PART,
            Plans.DONE: Effect.ALL_WHEN_ASKED,
            Plans.IGNORE: Effect.NOTHING,
        }
    effect = {
        Progress.UNDER_WAY: Effect.ANY_PART_THEN_ALL,
        Progress.PAUSED: Effect.ANY_PART,
        Progress.COMPLETED: Effect.ALL_WHEN_SAID,
        Progress.CANCELLED: Effect.NOTHING,
    }[progress]
    return dict.fromkeys(Plans, effect)


EFFECTS: Final[Mapping[Progress, Mapping[Plans, Effect]]] = MappingProxyType(
    {progress: MappingProxyType(_row(progress)) for progress in Progress}
)
"""The effect of every progress under every way to take plans."""
