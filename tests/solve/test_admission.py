from datetime import UTC, date, datetime

import pytest

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.axis import Basis, Category, LinkKind, Stance
from troopmoves.claims.claim import Attribution, Claim, Link
from troopmoves.claims.entry import Entry
from troopmoves.claims.verb import present, retract
from troopmoves.solve.admission import admit, hidden_by

LEVEL = present("CAN", "IRQ", 500, when="2020-01-07", said=Attribution(public=date(2020, 1, 7)), id="level")


def admitted(*claims: Claim, known: date | datetime | None = None) -> tuple[list[str], list[str]]:
    """Return the ids of the claims that count, and the others with the reason."""
    admission = admit(map(Entry, claims), Assumptions(), known)
    return [entry.id for entry in admission.live], [str(left) for left in admission.left_out]


def test_claims_count_by_default() -> None:
    """What is asserted of people present counts."""
    assert admitted(LEVEL) == (["level"], [])


def test_not_yet_published_claim_is_left_out() -> None:
    """Known is inclusive: on the day itself a claim counts, the day before it does not."""
    assert admitted(LEVEL, known=date(2020, 1, 7)) == (["level"], [])
    assert admitted(LEVEL, known=date(2020, 1, 6)) == ([], ["level, not yet published"])


def test_minutes_decide_between_a_letter_and_its_denial_on_one_day() -> None:
    """Between two moments the minute decides."""
    letter = present(
        "USA",
        "IRQ",
        0,
        when="2020-01-07",
        said=Attribution(public=datetime(2020, 1, 6, 18, tzinfo=UTC)),
        id="a",
    )
    mistake = retract("a", said=Attribution(public=datetime(2020, 1, 6, 20, tzinfo=UTC)), id="b")
    assert admitted(letter, mistake, known=datetime(2020, 1, 6, 19, tzinfo=UTC))[0] == ["a"]
    assert admitted(letter, mistake, known=datetime(2020, 1, 6, 21, tzinfo=UTC))[0] == ["b"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (LinkKind.RETRACTS, "retracted by other (Pentagon)"),
        (LinkKind.CORRECTS, "corrected by other (Pentagon)"),
        (LinkKind.SUPERSEDES, "superseded by other (Pentagon)"),
    ],
)
def test_hidden_claim_says_by_whom(kind: LinkKind, words: str) -> None:
    """The reason names the claim that hides it, and who made it."""
    other = Claim(id="other", links=(Link(kind, "level"),), said=Attribution(by="Pentagon"))
    assert admitted(LEVEL, other) == (["other"], [f"level, {words}"])


def test_hiding_is_undone_along_the_chain() -> None:
    """Of three retractions in a row the first and the third stand, however they are listed."""
    chain = [LEVEL, retract("level", id="b"), retract("b", id="a"), retract("a", id="c")]
    assert admitted(*chain)[0] == admitted(*reversed(chain))[0] == ["b", "c"]


def test_claim_hidden_by_either_of_two_is_hidden() -> None:
    """It is enough that one of those who retract it stands."""
    claims = [LEVEL, retract("level", id="one"), retract("level", id="two"), retract("one", id="three")]
    assert set(hidden_by(map(Entry, claims))) == {"level", "one"}


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (present("CAN", "IRQ", 5, when="2020", stance=Stance.DEMANDS, id="x"), "stance"),
        (present("CAN", "IRQ", 5, when="2020", category=Category.ASSUMED, id="x"), "category"),
        (present("CAN", "IRQ", 5, when="2020", basis=Basis.AUTHORISED, id="x"), "authorised"),
    ],
)
def test_claim_that_is_not_admitted_says_why(claim: Claim, reason: str) -> None:
    """Nothing is dropped in silence."""
    live, left_out = admitted(claim)
    assert live == []
    assert reason in left_out[0]
