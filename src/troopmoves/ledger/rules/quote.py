"""A figure that differs from the quotation by a slip of the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, final

from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import PostureChange, Presence
from troopmoves.ledger.finding import Finding, FindingKind, Severity
from troopmoves.ledger.rules.rule import Checked
from troopmoves.quantity.headcount import Headcount

_FIGURE: Final = re.compile(
    r"(?<![\w.,/-])\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?![\w])|(?<![\w.,/-])\d+(?![\w%/-])"
)
_PART: Final = re.compile(r"%|per ?cent", re.IGNORECASE)
_YEARS: Final = range(1900, 2101)
_FEWEST_FIGURES: Final = 2


@final
class CountAndQuote:
    """The figure of a claim is not in its quotation, but one that a slip makes of it is.

    **Why.** 5000 for 500, 250 for 520: figures are typed by hand. Only the two slips that can be told for
    certain are looked for, digits that changed places and noughts too many or too few, and only where the
    quotation holds no other figure of people; years are passed over. Figures in words, shares and sums are
    not compared.

    **Example.** `count: 5000`, with the quotation "some 500 soldiers".

    **Way out.** Correct the count, or the quotation. If both are right, silence it and say why.
    """

    code: Final = FindingKind.COUNT_AND_QUOTE
    name: Final = "count and quote"
    severity: Final = Severity.WARNING
    summary: Final = "a figure that differs from its quotation by digits swapped or noughts too many or few"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the claims whose figure and words differ by a slip."""
        for entry in checked.standing:
            headcount = _headcount_of(entry)
            if headcount is None:
                continue
            slip = _slip(headcount, f"{entry.claim.quote} {headcount.text}")
            if slip is not None:
                counted, quoted = slip
                yield checked.finding(
                    self,
                    f"{counted} is counted, {quoted} is quoted",
                    [checked.involved(entry, counted, quoted)],
                    because="the count is taken",
                    look="the report itself",
                )


def _headcount_of(entry: Entry) -> Headcount | None:
    said = entry.claim.proposition
    return said.headcount if isinstance(said, Presence | PostureChange) else None


def _slip(headcount: Headcount, words: str) -> tuple[int, int] | None:
    """Return the figure counted and the one quoted that a slip would make of it."""
    counted = [figure for figure in (headcount.number, headcount.low, headcount.high) if figure is not None]
    quoted = sorted({int(re.sub(r"\D", "", match)) for match in _FIGURE.findall(words)})
    quoted = [figure for figure in quoted if figure not in _YEARS]
    if len(counted) != 1 or len(quoted) != 1 or _PART.search(words):
        return None
    return (counted[0], quoted[0]) if _is_slip(counted[0], quoted[0]) else None


def _is_slip(one: int, other: int) -> bool:
    if one == other or min(one, other) == 0 or len(str(max(one, other))) < _FEWEST_FIGURES:
        return False
    if len(str(one)) == len(str(other)):
        return sorted(str(one)) == sorted(str(other))
    return str(one).rstrip("0") == str(other).rstrip("0")
