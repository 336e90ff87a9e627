"""Who may take a claim back, and when."""

import pytest
from ledger.rules.cases import paper, said

from troopmoves.claims.axis import LinkKind
from troopmoves.claims.claim import Attribution, Claim, Link
from troopmoves.claims.verb import deny, present, retract
from troopmoves.ledger.finding import Finding
from troopmoves.ledger.ledger import Ledger


def letter(said_by: Attribution) -> Claim:
    return present("CAN", "IRQ", 500, when="2020-01-07", id="letter", said=said_by)


def taken(of: Claim, by: Claim) -> list[Finding]:
    """Return the findings where a claim of one paper is taken back in another."""
    return list(Ledger([paper(8, "a").add(of), paper(9, "b").add(by)]).check(rules=["TM4"]))


def test_retraction_by_a_stranger_is_told_with_both_speakers() -> None:
    """It hides the claim all the same."""
    (found,) = taken(letter(said("a general")), retract("letter", id="r", said=said("an embassy")))
    assert found.title == "TM402 taken back by another: said by a general, retracted by an embassy"
    assert (found.claims, found.because) == (("letter", "r"), "letter is hidden from then on")


def test_correction_by_a_stranger_is_found_too() -> None:
    """The other paper speaks where nobody is named."""
    (found,) = taken(letter(said()), Claim.of(None, id="r", links=CORRECTS))
    assert found.message == "said by a, corrected by b"


CORRECTS = (Link(LinkKind.CORRECTS, "letter"),)


@pytest.mark.parametrize(
    "by",
    [
        retract("letter", id="r", said=said("A General")),
        present("CAN", "IRQ", 300, when="2020-01-09", links=(Link(LinkKind.SUPERSEDES, "letter"),)),
        deny("letter", id="r", said=said("an embassy")),
    ],
)
def test_what_others_may_do_is_no_finding(by: Claim) -> None:
    """The speaker's own retraction, a newer figure, a denial."""
    assert taken(letter(said("a general")), by) == []


def test_report_that_tells_of_both_vouches_for_both() -> None:
    """And so does a publisher."""
    claims = letter(said("a general")), retract("letter", id="r", said=said("the ministry"))
    assert Ledger([paper(8).add(*claims)]).check() == ()
    reports = paper(8, "a", "The Paper").add(claims[0]), paper(9, "b", "THE PAPER").add(claims[1])
    assert Ledger(reports).check() == ()


def test_speaker_that_is_not_known_is_passed_over() -> None:
    """Nobody can say that it is another."""
    assert Ledger([letter(said()), retract("letter", id="r", said=said("an embassy"))]).check() == ()


def test_link_against_time_is_told_with_both_days() -> None:
    """The older would hide the newer."""
    older = retract("letter", id="r", said=said("a general"))
    ledger = Ledger([paper(8, "a").add(letter(said("a general"))), paper(5, "b").add(older)])
    (found,) = ledger.check()
    assert found.title == "TM403 taken back too soon: retracted by a claim of an earlier day"
    assert [one.states for one in found.involved] == ["a general, 8 Jan 2020", "a general, 5 Jan 2020"]


def test_days_within_a_report_may_be_the_reports() -> None:
    """Of the letter only the report's day is known; that of the retraction is given."""
    claims = letter(said("a general")), retract("letter", id="r", said=said("a general", 5))
    assert Ledger([paper(8).add(*claims)]).check() == ()


def test_link_of_the_same_day_is_no_finding() -> None:
    """A letter and its denial can fall on one day."""
    claim = letter(said("a general", 7))
    assert taken(claim, retract("letter", id="r", said=said("a general", 7))) == []
