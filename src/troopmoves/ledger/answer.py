"""The answer to "how many are there?": bounds, the claims that force each end, and what is assumed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from importlib.metadata import version
from typing import Final, final

import attrs

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.entry import Entry
from troopmoves.entities.force import Force
from troopmoves.entities.place import Place
from troopmoves.ledger.table import Shown
from troopmoves.ledger.wording import words_of
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.verdict import Verdict
from troopmoves.timing.when import show_day

PARTIAL: Final = "perhaps wider than need be, since contradictions could be settled in too many ways"
"""What is said of an answer that is sound but may not be tight."""


@final
@attrs.frozen(repr=False)
class Reason:
    """One claim behind an end of the bounds; the contributions of all add up to that end."""

    entry: Entry
    """The claim and its source."""
    contribution: int | Fraction
    """What it contributes, in persons."""

    @property
    def claim(self) -> str:
        """The id of the claim."""
        return self.entry.id

    def __str__(self) -> str:
        return f"{self.claim}: {self.contribution}"

    def __repr__(self) -> str:
        return f"<Reason {self}>"


@final
@attrs.frozen(kw_only=True, repr=False, order=False)
class Answer(Shown):
    """How many of a force the claims allow at a place on a day."""

    force: Force
    """Who is counted."""
    place: Place | None
    """Where; None for everywhere."""
    day: date
    """The day, at its beginning."""
    bounds: Bounds
    """The least and the greatest number allowed."""
    low_because: tuple[Reason, ...]
    """The claims that force the lower end; none where it is 0."""
    high_because: tuple[Reason, ...]
    """The claims that force the upper end; none where it is open."""
    assumes: tuple[str, ...]
    """The assumptions without which the answer would be another."""
    oldest: date | None
    """The oldest day spoken of by a claim that the answer leans on."""
    assumptions: Assumptions
    """Every assumption made."""
    digest: str
    """The fingerprint of the ledger asked."""
    partial: bool = False
    """Whether the bounds may be wider than need be: contradictions could be settled in too many ways."""

    @property
    def low(self) -> int:
        """The least number allowed."""
        return self.bounds.low

    @property
    def high(self) -> int | None:
        """The greatest number allowed; None if nothing limits it."""
        return self.bounds.high

    @property
    def because(self) -> tuple[str, ...]:
        """The ids of the claims that force either end, in order."""
        return tuple(sorted({reason.claim for reason in (*self.low_because, *self.high_because)}))

    def at_least(self, number: int) -> Verdict:
        """Say whether there are `number` or more."""
        return self.bounds.at_least(number)

    def at_most(self, number: int) -> Verdict:
        """Say whether there are `number` or fewer."""
        return self.bounds.at_most(number)

    @property
    def where(self) -> str:
        """Who and where, in words."""
        return scope_words(self.force, self.place)

    def cite(self) -> str:
        """Return one line that can be put under a figure and checked by others."""
        claims = ", ".join(self.because) or "none"
        return (
            f"{self.bounds} {self.where} on {show_day(self.day)} ({self.assumptions}); "
            f"claims: {claims}{self._caution}; ledger {self.digest}, troopmoves {version('troopmoves')}"
        )

    @property
    def _caution(self) -> str:
        return f"; {PARTIAL}" if self.partial else ""

    def to_row(self) -> dict[str, object]:
        """Return the answer as plain values; None is open."""
        return {
            "who": str(self.force),
            "where": place_words(self.place),
            "day": self.day.isoformat(),
            "low": self.low,
            "high": self.high,
            "assumes": list(self.assumes),
            "because": list(self.because),
            "partial": self.partial,
            "oldest": None if self.oldest is None else self.oldest.isoformat(),
        }

    def __str__(self) -> str:
        assumed = f" (assuming {'; '.join(self.assumes)})" if self.assumes else ""
        return f"{self.where} on {show_day(self.day)}: {self.bounds}{assumed}{self._caution}"

    def __repr__(self) -> str:
        return f"<Answer {self.where} on {show_day(self.day)}: {self.bounds}>"


def place_words(place: Place | None) -> str:
    """Return where, in words."""
    return "everywhere" if place is None else str(place)


def scope_words(force: Force, place: Place | None) -> str:
    """Return who and where in words."""
    return f"{force} everywhere" if place is None else f"{force} in {place}"


def reason_lines(reasons: tuple[Reason, ...], assumptions: Assumptions) -> list[str]:
    """Return one line per reason: what it contributes, the claim, its words, its source."""
    cells = [
        (str(abs(reason.contribution)), reason.claim, words_of(reason.entry.claim, assumptions))
        for reason in reasons
    ]
    widths = [max((len(row[column]) for row in cells), default=0) for column in range(3)]
    return [
        f"  {_sign(reason.contribution, first=index == 0)}{number:>{widths[0]}}  "
        f"{claim:<{widths[1]}}  {words:<{widths[2]}}  {reason.entry.source}"
        for index, ((number, claim, words), reason) in enumerate(zip(cells, reasons, strict=True))
    ]


def _sign(number: int | Fraction, *, first: bool) -> str:
    if number < 0:
        return "-"
    return " " if first else "+"
