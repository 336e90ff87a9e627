"""Reports entered twice or left empty, and claims that nobody said."""

from datetime import date

import pytest
from ledger.rules.cases import paper, said, there

from troopmoves.claims.claim import Claim
from troopmoves.claims.report import Report
from troopmoves.claims.verb import present
from troopmoves.ledger.finding import Severity
from troopmoves.ledger.ledger import Ledger


def twin(name: str, title: str, claim: str) -> Report:
    report = Report(id=name, publisher="The Paper", title=title, published=date(2020, 1, 8))
    return report.add(there(500, name=claim))


def test_reports_alike_are_told_with_what_both_say() -> None:
    """It can be silenced by report or claim."""
    (found,) = Ledger([twin("b", "Title", "b-500"), twin("a", "title!", "a-500")]).check()
    assert found.title == "TM401 report twice: a and b: one publisher, day and title"
    assert (found.about, found.claims, found.severity) == (("a", "b"), ("a-500", "b-500"), Severity.WARNING)
    assert found.ids == ("a-500", "b-500", "a", "b")


def test_one_claim_in_two_reports_of_a_day_is_only_a_lead() -> None:
    """Two articles may share it."""
    (found,) = Ledger([twin("a", "One", "a-500"), twin("b", "Other", "b-500")]).check()
    assert (found.code, found.severity) == ("TM401", Severity.INFO)


def test_reports_of_two_papers_are_no_finding() -> None:
    """Though they say the same."""
    assert Ledger([paper(8).add(there(500)), paper(9).add(there(500, name="again"))]).check() == ()


def test_empty_report_with_a_note_is_no_finding() -> None:
    """Somebody read it, and says so."""
    (found,) = Ledger([paper(8)]).check()
    assert found.message == "nothing is entered from paper-1-8 (paper-1-8, 8 Jan 2020)"
    assert Ledger([Report(id="a", note="nothing about troops")]).check() == ()


@pytest.mark.parametrize(
    "claim",
    [
        present("ROU", "IRQ", 14, when="2020-01-07", said=said("a ministry")),
        present("ROU", "IRQ", 14, when="2020-01-07", also=("https://example.org",)),
        present("ROU", "IRQ", 14, when="2020-01-07", category="inferred"),
    ],
)
def test_claim_with_a_source_or_of_the_tracker_is_no_finding(claim: Claim) -> None:
    """Said by somebody, somewhere, or concluded."""
    assert Ledger([paper(8).add(there(500)), claim]).check() == ()


def test_ledger_without_reports_is_passed_over() -> None:
    """One may work without sources at hand."""
    assert Ledger([there(500), there(14, who="ROU")]).check() == ()
