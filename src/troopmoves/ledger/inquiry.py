"""Asking the engine: a question under the assumptions, and again without each, to see what it leans on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Final, final

import attrs

from troopmoves.claims.assumptions import Assumptions, Plans
from troopmoves.claims.axis import Category
from troopmoves.claims.entry import Entry
from troopmoves.ledger.answer import Reason
from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.quantity.convention import LITERAL
from troopmoves.solve.account import Allowed, End
from troopmoves.solve.engine import View
from troopmoves.solve.overlap import touches
from troopmoves.solve.statement import Term

OTHER_PLANS: Final = {Plans.MAY: Plans.IGNORE, Plans.DONE: Plans.MAY, Plans.IGNORE: Plans.MAY}
"""How plans are taken instead, to see whether that decides."""


@final
@attrs.frozen(kw_only=True)
class Inquiry:
    """What one question came to."""

    allowed: Allowed
    literally: ChangeBounds
    """With figures taken to the letter."""
    if_anything_moved: Allowed
    """With anything allowed to have happened unreported."""
    other_plans: ChangeBounds
    """With plans taken the other way."""
    assumes: tuple[str, ...]
    """The assumptions that decide, in words."""

    @property
    def bounds(self) -> ChangeBounds:
        """What the claims allow."""
        return self.allowed.change


def inquire(view: View, terms: Sequence[Term]) -> Inquiry:
    """Ask a question, and ask it again without each assumption."""
    assumed = view.assumptions
    allowed = view.ask(terms)
    literally = _under(view, terms, attrs.evolve(assumed, convention=LITERAL))
    moved = attrs.evolve(view, anything_moved=True).ask(terms)
    plans = _under(view, terms, attrs.evolve(assumed, plans=OTHER_PLANS[assumed.plans]))
    decides = [plans != allowed.change, literally != allowed.change, moved.change != allowed.change]
    assumes = [words for words, counts in zip(assumed.words, decides, strict=False) if counts]
    return Inquiry(
        allowed=allowed,
        literally=literally,
        if_anything_moved=moved,
        other_plans=plans,
        assumes=(*assumes, *_leans_on(view, allowed), *_clashing(allowed), *_unnamed(view, terms)),
    )


def _under(view: View, terms: Sequence[Term], assumptions: Assumptions) -> ChangeBounds:
    return attrs.evolve(view, assumptions=assumptions).bounds(terms)


def reasons(view: View, end: End) -> tuple[Reason, ...]:
    """Return the claims behind an end, the largest contribution first."""
    ordered = sorted(end.because, key=lambda share: (-abs(Fraction(share.contribution)), share.claim))
    return tuple(Reason(view.by_id[share.claim], share.contribution) for share in ordered)


def _leans_on(view: View, allowed: Allowed) -> Iterable[str]:
    for entry in _behind(view, allowed):
        if entry.claim.category is not Category.REPORTED:
            yield f"{entry.id} is {entry.claim.category}, not reported"
        when = getattr(entry.claim.proposition, "when", None)
        if when is not None and (when.approximate or when.uncertain):
            yield f"the date of {entry.id} is taken as written"


def _clashing(allowed: Allowed) -> Iterable[str]:
    """Say which claims about the same people and places do not agree, and what is done about it."""
    for clash in allowed.clashes:
        claims = " and ".join(clash.claims)
        if clash.unexplained:
            yield f"something moved unreported between {claims}"
        else:
            yield f"{claims} contradict each other, and each is set aside in turn"


def _behind(view: View, allowed: Allowed) -> list[Entry]:
    return [view.by_id[claim] for claim in sorted(allowed.because)]


def oldest_day(view: View, allowed: Allowed) -> date | None:
    """Return the oldest day that a claim behind the answer speaks of."""
    days = []
    for entry in _behind(view, allowed):
        when = getattr(entry.claim.proposition, "when", None)
        day = entry.public_day if when is None else when.earliest or when.latest or entry.public_day
        days += [] if day is None else [day]
    return min(days, default=None)


def _unnamed(view: View, terms: Sequence[Term]) -> Iterable[str]:
    """Say that moves of unnamed nations were not applied to a named one, where they could be its own."""
    for claim, change in view.unnamed_changes:
        opens = change.when.earliest
        if any(
            term.scope.place is not None
            and touches(change, term.scope.place)
            and (opens is None or opens < term.day)
            for term in terms
        ):
            named = any(term.scope.force.sender is not None for term in terms)
            yield f"{claim} moves {'no named nation' if named else 'unnamed nations only'}"
