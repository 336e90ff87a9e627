from datetime import date

from solve.frame import plots

from troopmoves.claims.assumptions import UNLIMITED, Assumptions
from troopmoves.claims.claim import Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.verb import present, relocate
from troopmoves.entities.force import Force
from troopmoves.entities.place import Country
from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.solve.account import NOTHING, Account, Allowed, End
from troopmoves.solve.layout import Layout
from troopmoves.solve.reading import read_claims
from troopmoves.solve.statement import Scope, Term
from troopmoves.solve.world import Share

IRAQ = Country.of("IRQ")
CAN = Force.of("CAN")
COUNT = (Term(1, Scope(CAN, IRAQ), date(2020, 1, 9)),)


def account(*claims: Claim) -> Account:
    statements = read_claims(list(map(Entry, claims)), Assumptions(), ()).statements
    scopes = [Scope(CAN, IRAQ)]
    return Account(
        Layout("CAN", plots(["CAN"], statements, scopes), statements, scopes=scopes, carry=UNLIMITED)
    )


def level(name: str, count: int | str, day: int = 1) -> Claim:
    return present("CAN", IRAQ, count, when=date(2020, 1, day), id=name)


def test_open_world_without_claims() -> None:
    """Zero must be stated."""
    assert account().allowed(COUNT) == Allowed(End(0), End(None))


def test_each_end_has_its_own_claims() -> None:
    """What forces the least number need not force the greatest."""
    allowed = account(level("most", "at most 600"), level("least", "at least 400")).allowed(COUNT)
    assert allowed.low == End(400, (Share("least", 400),))
    assert allowed.high == End(600, (Share("most", 600),))


def test_reasons_hold_no_more_than_needed() -> None:
    """Of two claims that say the same, one is enough."""
    allowed = account(level("a", 500), level("b", 500)).allowed(COUNT)
    assert len(allowed.low.because) == len(allowed.high.because) == 1


def test_contributions_add_up() -> None:
    """What was there less what left is what is there."""
    move = relocate("CAN", 120, origin=IRAQ, to="KWT", when="2020-01-05", progress="completed", id="move")
    allowed = account(level("level", 500), move).allowed(COUNT)
    assert allowed.high == End(380, (Share("level", 500), Share("move", -120)))


def test_alternatives_give_their_hull() -> None:
    """Where sources contradict each other, the answer allows for each in turn."""
    contradicting = account(level("a", "about 500"), level("b", 100))
    allowed = contradicting.allowed(COUNT)
    assert allowed.change == ChangeBounds(100, 600)
    assert [share.claim for share in allowed.low.because] == ["b"]
    assert [share.claim for share in allowed.high.because] == ["a"]
    assert contradicting.set_aside == {"a", "b"}
    assert contradicting.bounds(COUNT) == allowed.change


def test_input_order_does_not_change_the_hull() -> None:
    """First come does not win."""
    claims = [level("a", "about 500"), level("b", 100), level("c", 300)]
    assert account(*claims).allowed(COUNT) == account(*claims[::-1]).allowed(COUNT)


def test_clash_shows_what_the_others_leave_and_the_gap() -> None:
    """Each claim with what it states, what is left for it, and how far that is apart."""
    contradicting = account(level("a", "about 500"), level("b", 100))
    (clash,) = contradicting.clashes()
    left = {one.claim: one for one in contradicting.left_for(clash)}
    assert (left["a"].stated, left["a"].left, left["a"].gap) == (
        ChangeBounds(400, 600),
        ChangeBounds(100, 100),
        300,
    )
    assert (left["b"].stated, left["b"].left, left["b"].gap) == (
        ChangeBounds(100, 100),
        ChangeBounds(400, 600),
        300,
    )


def test_clash_met_in_several_alternatives_is_told_once() -> None:
    """The same unexplained change is one finding."""
    claims = [level("a", 500), level("b", 300, 5), level("x", 700, 9), level("y", 900, 9)]
    told = [clash.claims for clash in account(*claims).clashes()]
    assert len(told) == len(set(told))
    assert told[0] == ("x", "y")
    assert ("a", "b") in told


def test_sums_of_components_add_up() -> None:
    """An open end stays open, and what is partial makes the sum partial."""
    some, open_end = Allowed(End(1, (Share("a", 1),)), End(5)), Allowed(End(2), End(None), partial=True)
    assert some + NOTHING == some
    assert (some + open_end).change == ChangeBounds(3, None)
    assert (some + open_end).partial
    assert (some + open_end).low.because == (Share("a", 1),)
