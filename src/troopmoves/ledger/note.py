"""What a tracker keeps that is no claim about a posture: talks held, background, doubts."""

from __future__ import annotations

from typing import final

import attrs

from troopmoves.errors import LedgerError
from troopmoves.timing.when import When


@final
@attrs.frozen(kw_only=True)
class Note:
    """A free note of a ledger; it has no effect on any state."""

    text: str
    """What is noted."""
    when: When | None = None
    """When it was, if it was at a time."""

    def __attrs_post_init__(self) -> None:
        if not self.text.strip():
            raise LedgerError("Note.text", self.text, "a note has a text")

    def __str__(self) -> str:
        return self.text if self.when is None else f"{self.when}: {self.text}"
