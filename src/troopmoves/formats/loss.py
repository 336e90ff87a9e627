"""What an export cannot keep, told before anything is lost.

A format that holds less than a ledger says so, claim by claim, in a `LossReport`. An export that would lose
something the caller has not accepted is refused with a `LossError` that carries the report.

Each format lists what it may lose in a table of `Losses`, from which its documentation is generated. To add a
loss: one entry in the table of the format, one test that meets it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Generic, Literal, TypeAlias, TypeVar, final

import attrs

from troopmoves.errors import AcceptError, Loss, LossError, LossReport
from troopmoves.formats.atomic import replace

T = TypeVar("T")

Accept: TypeAlias = "Collection[str] | Literal['all']"
"""The losses a caller accepts, by their words, or all of them."""

Losses: TypeAlias = Mapping[str, str]
"""What a format may lose: a word for each loss, and why it happens."""


@final
@attrs.frozen(kw_only=True, repr=False)
class Export(Generic[T]):
    """What was exported, and what it does not keep."""

    content: T
    """What the consumer takes: plain values, ready for its own writer."""
    text: str
    """The same as the text of a file."""
    losses: LossReport
    """What it does not keep; all of it was accepted."""

    def write(self, path: str | PathLike[str]) -> None:
        """Write the text to a file, whole or not at all.

        Raises:
            OSError: If the file cannot be written.
        """
        replace(Path(path).resolve(), self.text.encode())

    def __repr__(self) -> str:
        return f"<Export {self.losses.format}, {len(self.text)} characters, {len(self.losses)} losses>"


def checked(format: str, table: Losses, losses: Iterable[tuple[str, str]], accept: Accept) -> LossReport:  # noqa: A002 (the field's word)
    """Return the report of some losses, all of them accepted.

    Args:
        format: What the format is called.
        table: What the format may lose.
        losses: What is lost: a word of the table, and the id of the claim or "".
        accept: What the caller accepts.

    Raises:
        LossError: If the caller accepts less.
        AcceptError: If the caller accepts something that the format never loses.
    """
    met = tuple(Loss(what=what, claim=claim, why=table[what]) for what, claim in dict.fromkeys(losses))
    report = LossReport(format, met)
    if accept == "all":
        return report
    strangers = [accept] if isinstance(accept, str) else sorted(set(accept) - set(table))
    if strangers:
        rule = f"{format} loses {', '.join(table)}" if table else f"{format} loses nothing"
        raise AcceptError("accept", strangers[0], rule, "name some of these in a list, or 'all'")
    refused = tuple(loss for loss in met if loss.what not in accept)
    if refused:
        raise LossError(LossReport(format, refused))
    return report
