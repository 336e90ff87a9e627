"""How two sides that say different things under one id are brought to one.

To add a way: its word in `Settlement`, what it does wherever `Judge.settle` is asked, its row in
docs/reference/merging.md.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Final, Literal, TypeAlias, final, get_args

import attrs

from troopmoves.errors import Collision, LedgerError, MergeError

Settlement: TypeAlias = Literal["error", "ours", "theirs", "rename"]
"""What becomes of a collision: it is an error, one side holds, or theirs gets an id of its own."""

OnCollision: TypeAlias = Settlement | Callable[[Collision], Settlement]
"""One settlement for every collision, or a function that returns the one for each."""

_WORDS: Final = get_args(Settlement)


@final
@attrs.define
class Judge:
    """Settles collisions as the caller wants it, and keeps those that remain."""

    on_collision: OnCollision
    suffix: str
    """What is put behind an id to make a new one of it."""
    settled: dict[str, Settlement] = attrs.Factory(dict)
    """What was settled so far, by path: the caller is asked about each once."""
    remaining: list[Collision] = attrs.Factory(list)

    def settle(self, collision: Collision, *, can_be_renamed: bool = True) -> Settlement:
        """Return what becomes of a collision; if it remains, ours is taken until all are found.

        Raises:
            LedgerError: If it is settled by a word that there is not.
        """
        if collision.path not in self.settled:
            wish = self.on_collision if isinstance(self.on_collision, str) else self.on_collision(collision)
            if wish not in _WORDS:
                ways = ", ".join(map(repr, _WORDS))
                raise LedgerError(
                    "merge.on_collision", wish, "no such way to settle a collision", f"use {ways}"
                )
            if wish == "error" or (wish == "rename" and not can_be_renamed):
                wish = "error"
                self.remaining.append(collision)
            self.settled[collision.path] = wish
        return self.settled[collision.path]

    def tell(self) -> None:
        """Raise what remains.

        Raises:
            MergeError: With every collision that remains.
        """
        if self.remaining:
            way_out = "choose on_collision='ours', 'theirs', 'rename' or a function"
            raise MergeError("merge", self.remaining, way_out)

    def renamed(self, name: str, taken: Container[str]) -> str:
        """Return an id made from another that nothing bears."""
        candidate, number = f"{name}{self.suffix}", 1
        while candidate in taken:
            number += 1
            candidate = f"{name}{self.suffix}-{number}"
        return candidate


def differing(ours: attrs.AttrsInstance, theirs: attrs.AttrsInstance) -> str:
    """Return in what two records differ, in words.

    >>> from troopmoves.entities.organisation import Organisation
    >>> differing(Organisation(id="nato", name="NATO"), Organisation(id="nato", name="OTAN"))
    'they differ in name'
    """
    if type(ours) is not type(theirs):
        return f"one is {type(ours).__name__.lower()}, the other {type(theirs).__name__.lower()}"
    fields = [field.name for field in attrs.fields(type(ours))]
    names = [name for name in fields if getattr(ours, name) != getattr(theirs, name)]
    return f"they differ in {', '.join(names)}"
