"""Standings: what the others leave for a claim, and how it stands among them."""

from datetime import timedelta

import pytest

from troopmoves.claims.claim import Claim
from troopmoves.claims.proposition import Whole
from troopmoves.claims.verb import present, relocate, suspend
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import Country
from troopmoves.errors import LedgerError
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.standing import ClaimStanding, Standing
from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.quantity.share import Share
from troopmoves.quantity.verdict import Verdict

IRAQ = Country.of("IRQ")
TRAINERS = Force(nation=Nation("FRA"), role="training")


def french(count: str | int, name: str, day: str = "2020-01-07", force: Force | None = None) -> Claim:
    return present(force or "FRA", IRAQ, count, when=day, id=name)


def standing(name: str, *claims: Claim) -> ClaimStanding:
    return Ledger(claims).state("2020-01-15").without(name)


def test_only_word_is_limited_by_nobody() -> None:
    """Without the one figure there could be any number."""
    told = standing("all", french("about 200", "all"))
    assert (told.standing, told.verdict) == (Standing.ONLY_WORD, Verdict.POSSIBLE)
    assert (told.stated, told.left, told.because) == (ChangeBounds(160, 240), ChangeBounds(0, None), ())


def test_bounded_claim_says_more_than_the_others() -> None:
    """A part is no more than its whole; how many it is, only the claim itself says."""
    told = standing("part", french(200, "all"), french(160, "part", force=TRAINERS))
    assert (told.standing, told.left, told.because) == (Standing.BOUNDED, ChangeBounds(0, 200), ("all",))
    assert str(told) == "part: states 160; the others leave 0-200 (all): bounded"


def test_implied_claim_says_no_more_than_the_others() -> None:
    """Where a precise figure lies inside a vague one, the vague one adds nothing."""
    vague, precise = french("about 200", "vague"), french(190, "precise")
    told = standing("vague", vague, precise)
    assert (told.standing, told.verdict, told.gap) == (Standing.IMPLIED, Verdict.CERTAIN, 0)
    assert standing("precise", vague, precise).standing is Standing.BOUNDED


def test_claim_that_contradicts_is_set_aside_and_tells_the_gap() -> None:
    """Two figures of one day cannot both be right; each is set aside in turn."""
    claims = french(200, "one"), french(260, "other")
    told = standing("one", *claims)
    assert (told.standing, told.verdict, told.gap) == (Standing.SET_ASIDE, Verdict.RULED_OUT, 60)
    assert str(told) == "one: states 200; the others leave 260 (other), 60 persons apart: set aside"
    assert standing("other", *claims).standing is Standing.SET_ASIDE


def test_claim_that_only_an_unreported_move_explains_is_at_odds() -> None:
    """It is not set aside: both figures may be right, each on its day."""
    told = standing("later", french(200, "earlier"), french(260, "later", "2020-01-10"))
    assert (told.standing, told.verdict, told.gap) == (Standing.AT_ODDS, Verdict.RULED_OUT, 60)


def test_move_without_an_end_is_counted_by_the_day_of_the_state() -> None:
    """Of two hundred no more can have left than were there."""
    plan = relocate("FRA", "some", origin=IRAQ, to="KWT", when="2020-01-08/..", id="plan")
    told = standing("plan", french(200, "all"), plan)
    assert (told.standing, told.left) == (Standing.IMPLIED, ChangeBounds(0, 200))


def test_share_has_a_standing_and_no_figures() -> None:
    """Half is no number of persons by itself; that it is implied can still be said."""
    half = present(
        TRAINERS, IRAQ, Share.of("half"), whole=Whole(Force.of("FRA"), IRAQ), when="2020-01-07", id="half"
    )
    told = standing("half", french(200, "all"), french(100, "part", force=TRAINERS), half)
    assert (told.standing, told.stated, told.left) == (Standing.IMPLIED, None, None)
    assert str(told) == "half: implied"


def test_claim_without_a_number_and_claim_that_does_not_count() -> None:
    """An activity moves nobody; a plan that is ignored states nothing."""
    pause = suspend("FRA", IRAQ, "training", when="2020-01-05", id="pause")
    plan = relocate("FRA", "some", origin=IRAQ, to="KWT", when="2020-01-08/..", id="plan", stance="alleges")
    state = Ledger([pause, plan]).state("2020-01-15")
    assert [(told.claim, told.standing, told.verdict) for told in state.standings] == [
        ("pause", Standing.NO_NUMBER, None),
        ("plan", Standing.NOT_COUNTED, None),
    ]


def test_standing_depends_on_the_assumptions() -> None:
    """A figure of last month limits today's only as long as it is carried."""
    ledger = Ledger([french(200, "earlier"), french("about 200", "later", "2020-02-07")])
    assert ledger.state("2020-02-07").without("later").standing is Standing.IMPLIED
    assert ledger.state("2020-02-07", carry=timedelta(5)).without("later").standing is Standing.ONLY_WORD


def test_claim_not_known_yet_is_refused() -> None:
    """Nobody can ask how a claim stands that is not in the ledger, or was not public."""
    with pytest.raises(LedgerError, match="no claim that is known here has this id"):
        Ledger([french(200, "all")]).state("2020-01-15").without("some")


def test_rows_are_plain() -> None:
    """One row a claim; None is open."""
    (row,) = [told.to_row() for told in Ledger([french("about 200", "all")]).state("2020-01-15").standings]
    assert row == {
        "claim": "all",
        "standing": "only_word",
        "verdict": "possible",
        "states_low": 160,
        "states_high": 240,
        "left_low": 0,
        "left_high": None,
        "gap": 0,
        "because": [],
        "partial": False,
    }
