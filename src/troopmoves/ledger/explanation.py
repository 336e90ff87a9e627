"""Why a count is what it is: each end with its claims, their words and sources."""

from __future__ import annotations

from typing import final

import attrs

from troopmoves.claims.assumptions import Plans
from troopmoves.ledger.answer import PARTIAL, Answer, Reason, reason_lines
from troopmoves.ledger.table import Shown, html_table, under
from troopmoves.ledger.wording import left_out_lines, words_of
from troopmoves.quantity.bounds import Bounds
from troopmoves.solve.admission import LeftOut
from troopmoves.timing.when import show_day

INSTEAD = {
    Plans.MAY: "Without the plans",
    Plans.DONE: "Taken only as a plan",
    Plans.IGNORE: "With the plans as plans",
}
"""What asking with plans taken the other way means, in words."""


@final
@attrs.frozen(kw_only=True, repr=False)
class Explanation(Shown):
    """An answer, its reasons, and what it would be otherwise; prints as text."""

    answer: Answer
    """The answer."""
    literally: Bounds
    """What it would be with figures taken to the letter."""
    other_plans: Bounds
    """What it would be with plans taken the other way."""
    left_out: tuple[LeftOut, ...]
    """The claims that would bear on it if they counted."""

    def __str__(self) -> str:
        return self.told()

    def told(self, *, other_plans: str = "", literally: str = "") -> str:
        """Return the explanation as text.

        Args:
            other_plans: What else follows with plans taken the other way, in words.
            literally: What else follows with figures taken to the letter, in words.
        """
        answer = self.answer
        where = f"{answer.where} on {show_day(answer.day)}"
        lines = []
        if answer.high is not None:
            most = f"at most {answer.high}" if answer.high else "no"
            lines += [f"Why {most} {where}?", *self._lines(answer.high_because)]
        if answer.low > 0:
            lines += [f"Why at least {answer.low} {where}?", *self._lines(answer.low_because)]
        if not lines:
            lines.append(f"Any number of {where}: no claim limits it.")
        if answer.assumes:
            lines += under("Assuming:", ["; ".join(answer.assumes)])
        if answer.partial:
            lines.append(f"This is {PARTIAL}.")
        instead = INSTEAD[answer.assumptions.plans]
        otherwise = ", ".join(part for part in (str(self.other_plans), other_plans) if part)
        to_the_letter = ", ".join(part for part in (str(self.literally), literally) if part)
        lines.append(f"{instead}: {otherwise}.   Taken literally: {to_the_letter}.")
        return "\n".join([*lines, *under("Not counted:", left_out_lines(self.left_out))])

    def __repr__(self) -> str:
        return f"<Explanation of {self.answer!r}>"

    def _repr_html_(self) -> str:
        answer = self.answer
        ends = (("at most", answer.high, answer.high_because), ("at least", answer.low, answer.low_because))
        rows = [
            [
                f"{name} {end}",
                str(reason.contribution),
                reason.claim,
                self._words(reason),
                reason.entry.source,
            ]
            for name, end, reasons in ends
            for reason in reasons
        ]
        notes = [
            *([f"Assuming: {'; '.join(answer.assumes)}"] if answer.assumes else []),
            *([f"This is {PARTIAL}"] if answer.partial else []),
            f"{INSTEAD[answer.assumptions.plans]}: {self.other_plans}. Taken literally: {self.literally}",
            *(f"Not counted: {line}" for line in left_out_lines(self.left_out)),
        ]
        caption = f"{answer.where} on {show_day(answer.day)}: {answer.bounds}"
        return html_table(caption, ("end", "persons", "claim", "says", "source"), rows, notes)

    def _words(self, reason: Reason) -> str:
        return words_of(reason.entry.claim, self.answer.assumptions)

    def _lines(self, reasons: tuple[Reason, ...]) -> list[str]:
        return reason_lines(reasons, self.answer.assumptions)
