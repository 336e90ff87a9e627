"""Small words of output: plurals, bounds of a change, what a claim says and how it is read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from troopmoves.claims.assumptions import Assumptions, Plans
from troopmoves.claims.axis import PLANS, Polarity
from troopmoves.claims.claim import Claim
from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import PostureChange, Presence, amount_of
from troopmoves.quantity.convention import read
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.solve.admission import LeftOut
from troopmoves.timing.when import show_day


def plural(noun: str, number: int) -> str:
    """Return the noun for so many.

    >>> plural("entry", 1), plural("entry", 2), plural("report", 0)
    ('entry', 'entries', 'reports')
    """
    if number == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


_MOST_LISTED: Final = 3
"""Claims left out for one and the same reason beyond which they are only counted."""


def left_out_lines(left_out: Iterable[LeftOut]) -> list[str]:
    """Return which claims do not count and why; many with one reason are counted."""
    by_reason: dict[str, list[LeftOut]] = {}
    for out in left_out:
        by_reason.setdefault(out.reason, []).append(out)
    lines: list[str] = []
    for reason, outs in by_reason.items():
        lines += [f"{len(outs)} claims, {reason}"] if len(outs) > _MOST_LISTED else map(str, outs)
    return lines


_MOST_TOLD: Final = 12
"""Claims under one label beyond which the others are only counted."""


def claim_lines(claims: Iterable[Claim]) -> list[str]:
    """Return what claims say, one a line; of very many only how many more there are."""
    told = [str(claim) for claim in claims]
    more = len(told) - _MOST_TOLD
    return told if more <= 0 else [*told[:_MOST_TOLD], f"and {more} more"]


def show_days(before: date, after: date) -> str:
    """Return two days, saying month and year once where they are the same.

    >>> show_days(date(2020, 1, 7), date(2020, 1, 15)), show_days(date(2020, 1, 7), date(2020, 2, 1))
    ('7 -> 15 Jan 2020', '7 Jan -> 1 Feb 2020')
    """
    if before == after:
        return show_day(after)
    if before.year != after.year:
        return f"{show_day(before)} -> {show_day(after)}"
    first = str(before.day) if before.month == after.month else show_day(before, year=False)
    return f"{first} -> {show_day(after)}"


def words_of(claim: Claim, assumptions: Assumptions) -> str:
    """Return what a claim says, in the source's words where they are kept, and how it was read."""
    proposition = claim.proposition
    if not isinstance(proposition, Presence | PostureChange):
        return _quoted(claim) or str(claim).partition(": ")[2]
    if claim.polarity is Polarity.NEGATED:
        return f"denied: {_quoted(claim) or str(proposition)}"
    if isinstance(proposition, PostureChange) and not RULES[proposition.kind].moves:
        return _quoted(claim) or str(proposition)
    amount = amount_of(proposition)
    told = _quoted(claim) or (f'"{amount.text}"' if amount.text else "")
    if isinstance(amount, Headcount):
        words = told or amount.notation
        said = [f"{words}{_read_as(amount, words, assumptions)}"]
    else:
        said = [*([told] if told else []), f"{amount} of {proposition.whole or 'those there'}"]
    return ", ".join([*said, *_taken(proposition, assumptions)])


def _quoted(claim: Claim) -> str:
    return f'"{claim.quote}"' if claim.quote else ""


def _read_as(amount: Headcount, words: str, assumptions: Assumptions) -> str:
    bounds = read(amount, assumptions.convention)
    if amount.kind is HeadcountKind.UNSPECIFIED:
        return f" = at least {bounds.low}"
    if bounds.is_exact:
        return "" if words == amount.notation else f" = {bounds}"
    return f", read as {bounds}"


def _taken(proposition: Presence | PostureChange, assumptions: Assumptions) -> list[str]:
    if not isinstance(proposition, PostureChange):
        return []
    if proposition.progress not in PLANS:
        return [str(proposition.progress).replace("_", " ")]
    return [
        {Plans.DONE: "taken as done", Plans.MAY: "taken as a plan", Plans.IGNORE: "not taken"}[
            assumptions.plans
        ]
    ]
