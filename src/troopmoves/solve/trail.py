"""What was done, so that it can be undone: the latest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import final


@final
class Trail:
    """Undoings, in the order in which things were done; none are kept once it is closed."""

    __slots__ = ("_steps",)

    def __init__(self) -> None:
        """Begin with nothing done."""
        self._steps: list[Callable[[], object]] | None = []

    def did(self, undo: Callable[[], object]) -> None:
        """Remember how to undo what was just done."""
        if self._steps is not None:
            self._steps.append(undo)

    @property
    def mark(self) -> int:
        """Where the trail has got to."""
        return 0 if self._steps is None else len(self._steps)

    def back_to(self, mark: int) -> None:
        """Undo everything that was done since a mark."""
        while self._steps is not None and len(self._steps) > mark:
            self._steps.pop()()

    def close(self) -> None:
        """Forget it: what was done stays."""
        self._steps = None
