"""Activities that change twice in the same way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, TypeAlias, final

from troopmoves.claims.axis import BEGUN, Polarity
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import ActivityChange, Presence
from troopmoves.ledger.finding import Finding, FindingKind, Severity
from troopmoves.ledger.rules.rule import Checked

Told: TypeAlias = "tuple[Entry, ActivityChange]"
"""A change of an activity, with its claim."""


@final
class ChangedTwice:
    """An activity is suspended, resumed, started or ended twice, with nothing between.

    **Why.** Either a claim is missing (it was resumed and suspended again), or the second source tells of
    the first change and is dated by its own day. Two windows that overlap are one change told twice, which
    is fine.

    **Example.** Training suspended on 5 January, and suspended on 20 February.

    **Way out.** Look for the report of what came between; or date the later claim by the change it tells
    of, or let it `confirm` the earlier.
    """

    code: Final = FindingKind.CHANGED_TWICE
    name: Final = "changed twice"
    severity: Final = Severity.INFO
    summary: Final = "an activity suspended, resumed, started or ended twice with nothing between"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield each two changes of one kind that follow each other."""
        for told in _by_activity(checked):
            for (one, first), (two, second) in pairwise(told):
                if _repeats(first, second) and not _linked(one, two) and not _between(told, first, second):
                    yield checked.finding(
                        self,
                        f"{second.activity} {second.kind} twice, and nothing between",
                        [checked.involved(one, first.when), checked.involved(two, second.when)],
                        because="both stand; activities move nobody",
                        look=f"what became of the {first.activity} between the two days",
                    )


def changes_told(checked: Checked) -> Iterator[Told]:
    """Yield the changes of activities that are said to have begun, by id of the claims."""
    for entry in checked.counted:
        change = entry.claim.proposition
        if not isinstance(change, ActivityChange) or entry.claim.polarity is Polarity.NEGATED:
            continue
        if change.progress in BEGUN:
            yield entry, change


def _by_activity(checked: Checked) -> Iterator[list[Told]]:
    """Yield the changes of each activity in the order of their days."""
    found: dict[object, list[Told]] = {}
    for entry, change in changes_told(checked):
        activity = change.force, change.place, change.activity.casefold().strip()
        found.setdefault(activity, []).append((entry, change))
    for told in found.values():
        yield sorted(told, key=lambda one: (first_day(one[1]), last_day(one[1]), one[0].id))


def _repeats(first: ActivityChange, second: ActivityChange) -> bool:
    return first.kind is second.kind and last_day(first) < first_day(second)


def _between(told: Sequence[Told], first: ActivityChange, second: ActivityChange) -> bool:
    """Return whether a change of another kind may lie between two."""
    return any(
        change.kind is not first.kind
        and first_day(change) <= last_day(second)
        and last_day(change) >= first_day(first)
        for _, change in told
    )


def first_day(told: ActivityChange | Presence) -> date:
    """Return the first day on which something may have been so."""
    return told.when.earliest or date.min


def last_day(told: ActivityChange | Presence) -> date:
    """Return the last day on which something may have been so."""
    return told.when.latest or date.max


def _linked(one: Entry, other: Entry) -> bool:
    links = {*(link.claim for link in one.claim.links), *(link.claim for link in other.claim.links)}
    return bool(links & {one.id, other.id})
