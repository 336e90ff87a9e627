"""The effect table, value by value, as the design states it."""

import pytest

from troopmoves.claims.assumptions import Plans
from troopmoves.claims.axis import Progress
from troopmoves.claims.effect import EFFECTS, Effect

PLAN = {
    Plans.MAY: Effect.ANY_PART,
    Plans.DONE: Effect.ALL_WHEN_ASKED,
    Plans.IGNORE: Effect.NOTHING,
}


@pytest.mark.parametrize("progress", [Progress.CONSIDERED, Progress.PLANNED, Progress.ORDERED])
def test_plan_has_the_effect_that_plans_are_taken_to_have(progress: Progress) -> None:
    """A plan is 0..N, N or nothing, as the caller assumes."""
    assert EFFECTS[progress] == PLAN


@pytest.mark.parametrize(
    ("progress", "effect"),
    [
        (Progress.UNDER_WAY, Effect.ANY_PART_THEN_ALL),
        (Progress.PAUSED, Effect.ANY_PART),
        (Progress.COMPLETED, Effect.ALL_WHEN_SAID),
        (Progress.CANCELLED, Effect.NOTHING),
    ],
)
@pytest.mark.parametrize("plans", Plans)
def test_what_is_no_plan_has_one_effect_in_every_mode(
    progress: Progress, effect: Effect, plans: Plans
) -> None:
    """How plans are taken says nothing about what has begun or been cancelled."""
    assert EFFECTS[progress][plans] is effect


def test_every_progress_stands_in_the_table() -> None:
    """The table has a row for every progress and a column for every way to take plans."""
    assert set(EFFECTS) == set(Progress)
    assert all(set(row) == set(Plans) for row in EFFECTS.values())


def test_table_cannot_be_changed() -> None:
    """The table is the specification, not a setting."""
    with pytest.raises(TypeError):
        EFFECTS[Progress.PLANNED][Plans.MAY] = Effect.NOTHING  # type: ignore[index]
