"""The numbers of a page: states and their comparison as rows, each with the claims behind it.

A row knows the claims by id, so that the page can lead from each number to what was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import final

import attrs

from troopmoves.charts.report.facet import Facets, facets_of
from troopmoves.charts.rows.words import how_many, scope_label
from troopmoves.ledger.answer import PARTIAL, Answer, Reason, scope_words
from troopmoves.ledger.comparison import Comparison, ComparisonRow
from troopmoves.ledger.state import DeploymentState
from troopmoves.ledger.wording import words_of
from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.timing.when import show_day


@final
@attrs.frozen(kw_only=True)
class Share:
    """What one claim contributes to an end of a number."""

    contribution: str
    """In persons, with its sign."""
    claim: str
    """The id of the claim."""
    words: str
    """What it says, and how that was read."""
    source: str
    """Who says so, and when."""


@final
@attrs.frozen(kw_only=True)
class End:
    """One end of a number and the claims that force it."""

    told: str
    """The end in words."""
    shares: tuple[Share, ...]
    """The claims."""


@final
@attrs.frozen(kw_only=True)
class Holding:
    """How many of a force are at a place on a day."""

    anchor: str
    """Its name in the page."""
    label: str
    """Who and where."""
    facets: Facets
    """By what it is filtered."""
    told: str
    """How many."""
    because: tuple[str, ...]
    """The claims behind it."""
    ends: tuple[End, ...]
    """Each end that something forces."""
    assumes: tuple[str, ...]
    """Without what it would be another number."""


@final
@attrs.frozen(kw_only=True)
class StateTable:
    """Everything that is told of one day."""

    day: str
    """The day in words."""
    anchor: str
    """Its name in the page."""
    holdings: tuple[Holding, ...]
    """The numbers."""
    not_counted: tuple[tuple[str, tuple[str, ...]], ...]
    """Why claims do not count, and the ids of those."""
    without_numbers: tuple[str, ...]
    """The ids of the claims of activities and protection that hold on this day; they move nobody."""


@final
@attrs.frozen(kw_only=True)
class Changed:
    """One force at one place on two days."""

    anchor: str
    """Its name in the page."""
    label: str
    """Who and where."""
    facets: Facets
    """By what it is filtered."""
    before: str
    """How many on the first day."""
    before_anchor: str
    """Where the page says why; empty where it does not."""
    after: str
    """How many on the last day."""
    after_anchor: str
    """Where the page says why; empty where it does not."""
    change: str
    """The difference."""
    therefore: str
    """What follows."""
    certain: bool
    """Whether there are certainly fewer or more."""
    because: tuple[str, ...]
    """The claims behind the difference."""
    assumes: tuple[str, ...]
    """Without what it would be another one."""


def state_table(state: DeploymentState, anchor: str) -> StateTable:
    """Return a state as a page tells it.

    Raises:
        TooHard: If the claims linked to a count are beyond the budget.
    """
    return StateTable(
        day=show_day(state.day),
        anchor=anchor,
        holdings=tuple(
            _holding(answer, f"{anchor}-{number}") for number, answer in enumerate(state.holdings, start=1)
        ),
        not_counted=_not_counted(state),
        without_numbers=tuple(claim.id for claim in (*state.activities, *state.protection)),
    )


def _not_counted(state: DeploymentState) -> tuple[tuple[str, tuple[str, ...]], ...]:
    by_reason: dict[str, list[str]] = {}
    for out in state.not_counted:
        by_reason.setdefault(out.reason, []).append(out.entry.id)
    return tuple((reason, tuple(ids)) for reason, ids in by_reason.items())


def changes(comparison: Comparison, anchors: Iterable[Mapping[str, str]]) -> tuple[Changed, ...]:
    """Return a comparison as a page tells it.

    Args:
        comparison: The comparison.
        anchors: Where the page tells each number of the two states, by who and where.
    """
    first, last = anchors
    return tuple(
        _changed(row, f"change-{number}", first, last) for number, row in enumerate(comparison.rows, start=1)
    )


def anchors_of(state: DeploymentState, table: StateTable) -> Mapping[str, str]:
    """Return where the page tells each number of a state, by who and where."""
    told = zip(state.scopes, table.holdings, strict=True)
    return {scope_words(scope.force, scope.place): holding.anchor for scope, holding in told}


def change_words(change: ChangeBounds) -> str:
    """Return a difference as a reader says it.

    >>> ends = ((-600, -1), (1, None), (None, 0), (None, None), (0, 0), (5, 5))
    >>> [change_words(ChangeBounds(low, high)) for low, high in ends]
    ['-600 to -1', 'at least +1', 'at most 0', 'not limited', '0', '+5']
    """
    low, high = (None if end is None else f"{end:+d}" if end else "0" for end in (change.low, change.high))
    if low is None:
        return "not limited" if high is None else f"at most {high}"
    if high is None:
        return f"at least {low}"
    return low if low == high else f"{low} to {high}"


def _holding(answer: Answer, anchor: str) -> Holding:
    return Holding(
        anchor=anchor,
        label=scope_label(answer.force, answer.place),
        facets=facets_of(answer.force, [answer.place]),
        told=how_many(answer.bounds),
        because=answer.because,
        ends=tuple(_ends(answer)),
        assumes=(*answer.assumes, *([PARTIAL] if answer.partial else [])),
    )


def _ends(answer: Answer) -> Iterator[End]:
    """Yield what forces the upper end and the lower one; once where these are the same claims."""
    if answer.bounds.is_exact and answer.low_because == answer.high_because:
        yield _end(answer, f"Exactly {answer.low}", answer.low_because)
        return
    if answer.high_because:
        yield _end(answer, f"At most {answer.high}", answer.high_because)
    if answer.low_because:
        yield _end(answer, f"At least {answer.low}", answer.low_because)


def _end(answer: Answer, told: str, reasons: tuple[Reason, ...]) -> End:
    return End(
        told=told,
        shares=tuple(
            Share(
                contribution=_contribution(reason, first=number == 0),
                claim=reason.claim,
                words=words_of(reason.entry.claim, answer.assumptions),
                source=reason.entry.source,
            )
            for number, reason in enumerate(reasons)
        ),
    )


def _contribution(reason: Reason, *, first: bool) -> str:
    number = reason.contribution
    sign = "\u2212" if number < 0 else "" if first else "+"
    return f"{sign}{abs(number)}"


def _changed(row: ComparisonRow, anchor: str, first: Mapping[str, str], last: Mapping[str, str]) -> Changed:
    name = scope_words(row.who, row.where)
    return Changed(
        anchor=anchor,
        label=scope_label(row.who, row.where),
        facets=facets_of(row.who, [row.where]),
        before=how_many(row.before),
        before_anchor=first.get(name, ""),
        after=how_many(row.after),
        after_anchor=last.get(name, ""),
        change=change_words(row.change),
        therefore=row.therefore,
        certain=row.fewer.certain or row.more.certain,
        because=row.because,
        assumes=row.assumes,
    )
