"""Reports and speakers: entered twice, left empty, missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, final

from troopmoves.claims.axis import Category
from troopmoves.ledger.double import DoubleKind, doubles
from troopmoves.ledger.finding import Finding, FindingKind, Severity
from troopmoves.ledger.rules.rule import Checked


@final
class ReportTwice:
    """Two reports look like one that was entered twice.

    **Why.** What it says of moves is counted twice, and a claim seems to have two sources. `Ledger.doubles`
    says by which signs they are found: one address; one publisher, day and title; else one publisher, day
    and claim, which two articles of a busy day may share and which is therefore only a lead.

    **Example.** The same page with and without `www.`, entered by two editors.

    **Way out.** Keep one of them, and move over what only the other says. If they are two, silence one of
    the reports with that reason.
    """

    code: Final = FindingKind.REPORT_TWICE
    name: Final = "report twice"
    severity: Final = Severity.WARNING
    summary: Final = "two reports that look like one entered twice"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the reports that look alike."""
        for double in doubles(checked.reports):
            sure = double.kind is not DoubleKind.CLAIM
            shared = [claim for pair in double.shared for claim in pair]
            yield checked.finding(
                self,
                f"{double.reports[0]} and {double.reports[1]}: {double.because}",
                [checked.involved(checked.entry(claim)) for claim in dict.fromkeys(shared)],
                about=double.reports,
                severity=self.severity if sure else Severity.INFO,
                because="nothing is dropped: what both say counts twice",
                look="both reports, side by side",
            )


@final
class EmptyReport:
    """A report in which no claim and no note stands.

    **Why.** Somebody meant to read it. A report that says nothing about troops is worth keeping with a note
    that says so; then it is silent.

    **Example.** An address and a title, entered in a hurry.

    **Way out.** Enter its claims, or a note, or take it out.
    """

    code: Final = FindingKind.EMPTY_REPORT
    name: Final = "empty report"
    severity: Final = Severity.INFO
    summary: Final = "a report without claims and without a note"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the reports that hold nothing."""
        for report in checked.reports:
            if not report.claims and not report.note.strip():
                yield checked.finding(
                    self,
                    f"nothing is entered from {report.id} ({report.source})",
                    about=[report.id],
                    because="it bears on no answer",
                    look="the report itself",
                )


@final
class NoSource:
    """A claim stands in no report and names nobody who said it.

    **Why.** Nobody can check it. Claims of a ledger that holds no report at all are passed over, since that
    is how one works without sources at hand; and so are claims that the tracker infers or assumes.

    **Example.** A claim under `claims:` of a document that has reports, without `said`.

    **Way out.** Put it into its report, say who said it, or give the place where it was said (`also`). If it
    is your own conclusion, make its category `inferred` or `assumed`.
    """

    code: Final = FindingKind.NO_SOURCE
    name: Final = "no source"
    severity: Final = Severity.INFO
    summary: Final = "a claim outside all reports that names nobody, in a ledger that has reports"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the claims that nobody said."""
        if not checked.reports:
            return
        for entry in checked.entries:
            claim = entry.claim
            named = entry.report or claim.said.by or claim.said.via or claim.also
            if not named and claim.category is Category.REPORTED:
                yield checked.finding(
                    self,
                    "no report, and nobody is named",
                    [checked.involved(entry)],
                    because="it counts like any other",
                    look="where it comes from",
                )
