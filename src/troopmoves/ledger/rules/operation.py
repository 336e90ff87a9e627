"""Days outside the life of an operation, which is what claims say of its start and its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, final

from troopmoves.claims.axis import ActivityKind, Holds
from troopmoves.claims.proposition import ActivityChange, Presence
from troopmoves.entities.force import Force
from troopmoves.entities.organisation import Operation
from troopmoves.ledger.finding import Finding, FindingKind, Severity
from troopmoves.ledger.rules.activity import Told, changes_told, first_day, last_day
from troopmoves.ledger.rules.rule import Checked
from troopmoves.solve.overlap import is_within

_THE_WHOLE: Final = frozenset({"mission", "operation"})
"""What an activity is called that is all that an operation does, beside the operation's own names."""


@final
class OutsideItsOperation:
    """People are counted in an operation on a day on which it had not begun, or was over.

    **Why.** The day is mistyped, or they are in what came after it under another name. When an operation
    began and ended is what claims say of it: that the activity `operation`, `mission` or one called as the
    operation itself is `started` or `ended`. Those who come before its start or leave after its end are fine.

    **Example.** A mission ended on 31 December; 120 of it are counted in its country on 15 January.

    **Way out.** Correct the day, or the operation; or enter that it was resumed.
    """

    code: Final = FindingKind.OUTSIDE_ITS_OPERATION
    name: Final = "outside its operation"
    severity: Final = Severity.WARNING
    summary: Final = "people of an operation on a day before its start or after its end, as claims tell these"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the levels that lie outside, each with the claim of the start or the end."""
        lives = _lives(checked)
        for entry, level, headcount in checked.levels():
            told = lives.get(level.force.operation, ())
            bars = _start_to_come(told, level) or _end_gone_by(told, level)
            if bars is None or level.when.approximate or not checked.read(headcount).low:
                continue
            claim, change = bars
            told_of = f"{level.force.operation} {change.kind}: {change.when}"
            yield checked.finding(
                self,
                f"{told_of}; people of it are counted: {level.when}",
                [checked.involved(entry, level.when), checked.involved(claim, change.when)],
                because="both stand; activities move nobody",
                look="the day, and whether they were part of it",
            )


def _lives(checked: Checked) -> dict[Operation | None, list[Told]]:
    """Return what is told of each operation as a whole, by id of the claims."""
    lives: dict[Operation | None, list[Told]] = {}
    for entry, change in changes_told(checked):
        operation = change.force.operation
        if operation is not None and _is_the_whole(change.activity, operation):
            lives.setdefault(operation, []).append((entry, change))
    return lives


def _is_the_whole(activity: str, operation: Operation) -> bool:
    names = {name.casefold() for name in (operation.name, *operation.aliases)}
    return activity.casefold().strip() in _THE_WHOLE | names


def _start_to_come(told: Sequence[Told], level: Presence) -> Told | None:
    """Return the first start that lies after a level, if all that is told of the operation does."""
    last = first_day(level) if level.holds is Holds.THROUGHOUT else last_day(level)
    if any(first_day(change) <= last for _, change in told):
        return None
    starts = [one for one in told if one[1].kind is ActivityKind.STARTED and _bears_on(one[1], level)]
    return min(starts, key=lambda one: (first_day(one[1]), one[0].id), default=None)


def _end_gone_by(told: Sequence[Told], level: Presence) -> Told | None:
    """Return the last end that lies before a level, if the operation cannot have begun again."""
    first = last_day(level) if level.holds is Holds.THROUGHOUT else first_day(level)
    ends = [
        one
        for one in told
        if one[1].kind is ActivityKind.ENDED and last_day(one[1]) < first and _bears_on(one[1], level)
    ]
    latest = max(ends, key=lambda one: (last_day(one[1]), one[0].id), default=None)
    if latest is None or any(_may_begin_again(change, latest[1], first) for _, change in told):
        return None
    return latest


def _may_begin_again(change: ActivityChange, end: ActivityChange, by: date) -> bool:
    begins = change.kind in (ActivityKind.STARTED, ActivityKind.RESUMED)
    return begins and last_day(change) >= first_day(end) and first_day(change) <= by


def _bears_on(change: ActivityChange, level: Presence) -> bool:
    """Return whether a change is one of all whom a level counts, where they are."""
    ours, theirs = level.force, change.force
    everyone = theirs == Force(nation=theirs.nation, operation=theirs.operation)
    return everyone and theirs.sender in (None, ours.sender) and is_within(level.place, change.place)
