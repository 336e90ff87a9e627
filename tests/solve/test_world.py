from datetime import date, timedelta

import pytest
from solve.frame import plots

from troopmoves.claims.assumptions import UNLIMITED, Assumptions
from troopmoves.claims.claim import Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import Whole
from troopmoves.claims.verb import present, relocate
from troopmoves.entities.force import Force
from troopmoves.entities.place import Country, Place, Region
from troopmoves.errors import TooHard
from troopmoves.quantity.share import Share
from troopmoves.solve import effort
from troopmoves.solve.gaps import Gap, Gaps
from troopmoves.solve.layout import Layout
from troopmoves.solve.reading import read_claims
from troopmoves.solve.statement import Scope, Term
from troopmoves.solve.world import Limit, World

IRAQ, KUWAIT = Country.of("IRQ"), Country.of("KWT")
BOTH = Region(id="both", name="both", members=(IRAQ, KUWAIT), closed=True)
CAN = Force.of("CAN")


def on(number: int) -> date:
    """Return a day of January 2020."""
    return date(2020, 1, number)


def laid_out(*claims: Claim, asked: tuple[int, ...] = (), carry: timedelta = UNLIMITED) -> Layout:
    days = [on(number) for number in asked]
    statements = read_claims(list(map(Entry, claims)), Assumptions.of(carry=carry), days).statements
    scopes = [Scope(CAN, place) for place in (IRAQ, KUWAIT, BOTH)]
    return Layout("CAN", plots(["CAN"], statements, scopes), statements, scopes=scopes, carry=carry)


def term(number: int, place: Place = IRAQ, factor: int = 1) -> Term:
    return Term(factor, Scope(CAN, place), on(number))


def limits(world: World, *terms: Term) -> tuple[int | None, int | None]:
    """Return both ends, which are the same with the reasons and without."""
    form = world.form(terms)
    low, high = world.limits(form)
    assert world.ends(form) == (low.value, high.value)
    return low.value, high.value


LEVEL = present("CAN", IRAQ, 500, when=on(1), id="level")
NONE = present("CAN", KUWAIT, 0, when=on(1), id="none")
MOVE = relocate(
    "CAN", "100..200", origin=IRAQ, to=KUWAIT, when="2020-01-05/2020-01-10", progress="completed", id="move"
)
CLAIMS = ("level", "none", "move")


def test_relocation_cancels_in_a_total() -> None:
    """The change of a place that holds both ends is zero, and needs no claim for it."""
    layout = laid_out(LEVEL, NONE, MOVE, asked=(15,))
    world = World(layout, CLAIMS)
    nothing = Limit(0, ())
    assert world.limits(world.form([term(15, BOTH), term(1, BOTH, -1)])) == (nothing, nothing)
    assert limits(world, term(15, BOTH)) == (500, 500)


def test_move_takes_place_between_its_days() -> None:
    """Nothing on the day it opens, ever more after, all of it on the day it closes."""
    layout = laid_out(LEVEL, NONE, MOVE, asked=(5, 7, 8, 10))
    world = World(layout, CLAIMS)
    assert limits(world, term(5)) == (500, 500)
    assert limits(world, term(7)) == (300, 500)
    assert limits(world, term(10)) == (300, 400)
    assert limits(world, term(8), term(7, factor=-1)) == (-200, 0)
    assert limits(world, term(10, KUWAIT)) == (100, 200)


def test_contributions_say_what_each_claim_gives() -> None:
    """The most there can be in Iraq: five hundred, less the hundred that left."""
    world = World(laid_out(LEVEL, NONE, MOVE, asked=(10,)), CLAIMS)
    _, high = world.limits(world.form([term(10)]))
    assert (high.value, high.shares) == (400, (("level", 500), ("move", -100)))


def test_claims_left_out_leave_their_freedom() -> None:
    """Without the amount of the move any number may have left: the frame stays."""
    world = World(laid_out(LEVEL, NONE, MOVE, asked=(10,)), ("level", "none"))
    assert limits(world, term(10)) == (0, 500)


def test_nobody_leaves_who_is_not_there() -> None:
    """A count is never below zero, so fifty cannot send a hundred."""
    few = present("CAN", IRAQ, 50, when=on(1), id="level")
    assert World(laid_out(few, NONE, MOVE, asked=(10,)), CLAIMS).clash == {"level", "move"}


def test_gap_makes_a_count_start_anew() -> None:
    """Between two levels that differ something must have moved; a gap allows for it."""
    fewer = present("CAN", IRAQ, 300, when=on(9), id="fewer")
    layout = laid_out(LEVEL, fewer, asked=(5,))
    assert World(layout, ("level", "fewer")).clash == {"level", "fewer"}
    (cell,) = layout.cells_of(Scope(CAN, IRAQ))
    world = World(layout, ("level", "fewer"), Gaps(Gap(frozenset([cell]), on(8), on(9))))
    assert not world.clash
    assert limits(world, term(5)) == (500, 500)


def test_shares_are_rounded_outward_to_whole_persons() -> None:
    """Half of 501 are 250 or 251."""
    level = present("CAN", IRAQ, 501, when=on(1), id="level")
    force = Force(nation=CAN.nation, role="training")
    half = present(force, IRAQ, Share.of("half"), whole=Whole(CAN, IRAQ), when=on(1), id="half")
    world = World(laid_out(level, half), ("level", "half"))
    assert limits(world, Term(1, Scope(force, IRAQ), on(1))) == (250, 251)


def test_share_of_a_move_is_one_of_those_there_when_it_opens() -> None:
    """A fifth of five hundred leave."""
    fifth = relocate(
        "CAN",
        Share.of("1/5"),
        origin=IRAQ,
        to=KUWAIT,
        when="2020-01-05/2020-01-10",
        progress="completed",
        id="move",
    )
    low, high = limits(World(laid_out(LEVEL, NONE, fifth, asked=(10,)), CLAIMS), term(10, KUWAIT))
    assert (low, high) == (100, 100)


def test_return_brings_back_no_more_than_went() -> None:
    """On any later day between all and none of them are back."""
    away = relocate(
        "CAN",
        100,
        origin=IRAQ,
        to=KUWAIT,
        when="2020-01-05",
        progress="completed",
        temporary=True,
        until="2020-01-10",
        id="move",
    )
    world = World(laid_out(LEVEL, NONE, away, asked=(10, 20)), CLAIMS)
    assert limits(world, term(10)) == (400, 400)
    assert limits(world, term(20)) == (400, 500)
    assert limits(world, term(20, KUWAIT)) == (0, 100)


def test_spent_budget_is_an_error_that_names_the_component(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing degrades in silence: neither while stating nor while asking."""
    total = present("CAN", BOTH, 600, when=on(1), id="total")
    layout = laid_out(total)
    whole = World(layout, ["total"])
    monkeypatch.setattr(effort, "MOST_PIVOTS", 0)
    with pytest.raises(TooHard, match="CAN"):
        World(layout, ["total"])
    with pytest.raises(TooHard, match="CAN"):
        whole.limits(whole.form([term(1), term(1, KUWAIT, -1)]))


def test_world_goes_on_from_the_claim_that_a_gap_concerns() -> None:
    """Opened on the way or from the first, a gap leaves the same bounds."""
    levels = [present("CAN", IRAQ, count, when=on(number), id=f"on-{number}") for number, count in NUMBERS]
    layout = laid_out(*levels, NONE, MOVE)
    (cell,) = layout.cells_of(Scope(CAN, IRAQ))
    claims, gap = (
        [f"on-{number}" for number, _ in NUMBERS] + ["none", "move"],
        Gap(frozenset([cell]), on(3), on(4)),
    )
    world = World(layout, claims)
    assert world.clash == {"on-1", "on-4"}
    world.open(gap)
    again = World(layout, claims, Gaps(gap))
    assert not world.clash
    assert not again.clash
    for number in range(1, 15):
        for place in (IRAQ, KUWAIT, BOTH):
            assert limits(world, term(number, place)) == limits(again, term(number, place))


NUMBERS: list[tuple[int, int | str]] = [(1, 500), (3, "about 500"), (4, 650), (12, "at most 560")]
