"""Days that cannot be: told before it happened, said after the report, or on no day that counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final, final

from troopmoves.claims.axis import BEGUN, Basis, Polarity
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import ActivityChange, PostureChange, Presence
from troopmoves.ledger.finding import Finding, FindingKind, Severity
from troopmoves.ledger.rules.rule import Checked
from troopmoves.timing.when import When, show_day

_A_DAY: Final = timedelta(days=1)


def printed_day(published: date | datetime) -> date:
    """Return the day that is printed on a publication."""
    return published.date() if isinstance(published, datetime) else published


@final
class ToldTooSoon:
    """A claim tells as present or begun what lies wholly after the day on which it was told.

    **Why.** Nobody can report what has not happened: a day or the progress is mistyped. One day is let
    pass, since the same hour bears two dates around the world. Plans, denials and blurred days are fine, and
    so is a presence that is expected or demanded (its stance).

    **Example.** Published on 8 January: "withdrew 200", dated 12 January and `completed`.

    **Way out.** Correct the day; or make it a plan (`progress: planned`), or a level that the speaker
    `expects`.
    """

    code: Final = FindingKind.TOLD_TOO_SOON
    name: Final = "told too soon"
    severity: Final = Severity.WARNING
    summary: Final = "told as present or begun, and dated after the day on which it was told"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the claims about the future that are told as past or present."""
        for entry in checked.standing:
            when, public = _told_as_so(entry), entry.public_day
            if when is None or when.earliest is None or public is None or when.approximate:
                continue
            if (when.earliest - public) > _A_DAY:
                yield checked.finding(
                    self,
                    f"it is told on {show_day(public)} of {when}",
                    [checked.involved(entry, when)],
                    because="it counts from the day it is dated",
                    look="the day, and whether it is a plan",
                )


def _told_as_so(entry: Entry) -> When | None:
    """Return the window of what is told as present or begun; None of anything else."""
    if entry.claim.polarity is Polarity.NEGATED:
        return None
    match entry.claim.proposition:
        case Presence(basis=Basis.PRESENT, when=when):
            return when
        case PostureChange(progress=progress, when=when) | ActivityChange(progress=progress, when=when) if (
            progress in BEGUN
        ):
            return when
        case _:
            return None


@final
class SaidAfterReport:
    """Somebody is quoted with words said on a later day than the report was published.

    **Why.** One of the two days is mistyped; which claims count on which day hangs on both. One day is let
    pass, since the same hour bears two dates around the world.

    **Example.** A report of 8 January quotes a letter that became public on 18 January.

    **Way out.** Correct the day. If the page was changed later, enter the later version as a report of its
    own.
    """

    code: Final = FindingKind.SAID_AFTER_REPORT
    name: Final = "said after the report"
    severity: Final = Severity.WARNING
    summary: Final = "said on a later day than the report that quotes it was published"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the claims that are younger than their report."""
        for entry in checked.entries:
            published = None if entry.report is None else entry.report.published
            if published is None or entry.public_day is None or entry.claim.said.public is None:
                continue
            printed = printed_day(published)
            if entry.public_day - printed > _A_DAY:
                yield checked.finding(
                    self,
                    f"said on {show_day(entry.public_day)}, printed on {show_day(printed)}",
                    [checked.involved(entry)],
                    because="the day on which it was said counts",
                    look="both days",
                )


@final
class NeverCounts:
    """A claim is admitted, and yet it counts on no day or in no number.

    **Why.** It stands in the ledger and changes no answer, which is easily overlooked: it bears no day, or
    a move falls into its window and nobody says whether it holds before or after.

    **Example.** "In January there were 500", with a withdrawal on 10 January.

    **Way out.** Narrow its window, or say that it holds throughout (`holds: throughout`). If it cannot be
    known, leave it.
    """

    code: Final = FindingKind.NEVER_COUNTS
    name: Final = "never counts"
    severity: Final = Severity.INFO
    summary: Final = "admitted, and yet it changes no answer on any day"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the claims of which the engine can make nothing."""
        for out in checked.view.reading(()).left_out:
            yield checked.finding(
                self,
                out.reason,
                [checked.involved(out.entry)],
                because="it is left out of every count",
                look="its window, and what it says of it",
            )
