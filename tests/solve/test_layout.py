from datetime import date, timedelta
from itertools import pairwise
from typing import Unpack

import pytest
from solve.frame import plots

from troopmoves.claims.assumptions import UNLIMITED, Assumptions, Choices
from troopmoves.claims.claim import Attribution, Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.verb import deploy, maintain, present, relocate, repatriate, withdraw
from troopmoves.entities.force import Force
from troopmoves.entities.place import AnyOf, Base, Country, Place, Region, Unspecified
from troopmoves.errors import TooHard
from troopmoves.ledger.ledger import Ledger
from troopmoves.solve import layout as module
from troopmoves.solve.layout import Layout
from troopmoves.solve.reading import read_claims
from troopmoves.solve.statement import Scope

IRAQ, KUWAIT, JORDAN = (Country.of(code) for code in ("IRQ", "KWT", "JOR"))
BASE = Base(id="al-asad", name="Al Asad", within=IRAQ)
CAN = Force.of("CAN")
START = date(2020, 1, 1)


def on(number: int) -> date:
    """Return a day, counted from 1 January 2020."""
    return START + timedelta(days=number)


def laid_out(*claims: Claim, asked: tuple[int, ...] = (), **choices: Unpack[Choices]) -> Layout:
    days = [on(number) for number in asked]
    assumptions = Assumptions.of(Assumptions(carry=timedelta(days=10)), **choices)
    statements = read_claims(list(map(Entry, claims)), assumptions, days).statements
    scopes = [Scope(CAN, IRAQ)]
    return Layout(
        "CAN",
        plots(["CAN"], statements, scopes),
        statements,
        scopes=scopes,
        carry=assumptions.carry,
    )


def held(
    *claims: Claim, asked: tuple[int, ...] = (), place: Place = IRAQ, **choices: Unpack[Choices]
) -> list[bool]:
    """Return for each day but the first whether a place is held together with the day before."""
    layout = laid_out(*claims, asked=asked, **choices)
    days = sorted({*layout.days, *map(on, asked)})
    return [
        all(
            layout.spell(cell, earlier) is not None
            and layout.spell(cell, earlier) == layout.spell(cell, later)
            for cell in layout.cells_of(Scope(CAN, place))
        )
        for earlier, later in pairwise(days)
    ]


def level(number: int, place: Place = IRAQ, name: str = "level") -> Claim:
    return present("CAN", place, 500, when=on(number), id=f"{name}-{number}")


# -- inertia ------------------------------------------------------------------------------------------------


def test_claim_carries_in_both_directions() -> None:
    """Ten days before and ten days after it, and no further."""
    assert held(level(20), asked=(9, 10, 30, 31)) == [False, True, True, False]


def test_carry_is_per_cell() -> None:
    """A level in Kuwait carries nothing in Iraq."""
    levels, asked = (level(20), level(0, KUWAIT)), (5, 25)
    assert held(*levels, asked=asked) == [False, False, True]
    assert held(*levels, asked=asked, place=KUWAIT) == [True, False, False]


def test_claims_near_each_other_hold_together_between() -> None:
    """Each carries to the next, and nothing needs to be asked in between."""
    assert held(level(0), level(10), level(20)) == [True, True]
    assert held(level(0), level(11)) == [False]


def test_day_between_two_spells_belongs_to_the_nearest_claim() -> None:
    """Within reach of both but nearer to the later, it is held with the later."""
    assert held(level(0), level(14), asked=(8,)) == [False, True]
    assert held(level(0), level(14), asked=(6,)) == [True, False]
    assert held(level(0), level(14), asked=(7,)) == [True, False]


def test_unlimited_carry_never_ends() -> None:
    """Whatever was once said of a cell holds it for ever; what was never spoken of stays open."""
    assert held(level(0), asked=(-9_000, 9_000), carry=UNLIMITED) == [True, True]
    assert held(level(0, KUWAIT), asked=(5,), carry=UNLIMITED) == [False]


def test_no_carry_leaves_every_day_open() -> None:
    """Anything may happen from day to day."""
    assert held(level(0), asked=(1, 2), carry=timedelta(0)) == [False, False]


def test_level_throughout_a_long_window_speaks_of_every_day_of_it() -> None:
    """It does not matter whether one asks about a day in the middle."""
    long = present("CAN", IRAQ, "some", when=f"{on(0)}/{on(100)}", holds="throughout", id="long")
    assert held(long) == [True]
    assert held(long, asked=(50,)) == [True, True]


def test_plan_taken_as_done_is_not_news_of_the_day_asked_about() -> None:
    """An old plan does not hold together the days on which one happens to ask."""
    plan = withdraw("CAN", "some", origin=IRAQ, when=f"{on(0)}/..", id="plan")
    assert held(plan, asked=(100, 105), plans="done") == [False, False]


def test_stay_speaks_of_the_day_it_was_said() -> None:
    """It binds for the length of the carry, and is not carried on from there."""
    stay = maintain("CAN", 500, at=IRAQ, when=on(0), said=Attribution(public=on(0)), id="stay")
    assert held(stay, asked=(15,)) == [True, False]


def test_move_speaks_of_both_its_ends() -> None:
    """Also if nothing of it takes place."""
    for progress in ("completed", "cancelled"):
        move = relocate("CAN", 5, origin=IRAQ, to=KUWAIT, when=on(5), progress=progress, id="move")
        assert all(held(move, asked=(1, 9)))
        assert all(held(move, asked=(1, 9), place=KUWAIT))


def test_cancelled_homecoming_speaks_of_no_third_place() -> None:
    """It names where people would have left and their home."""
    off = repatriate("CAN", 5, origin=IRAQ, when=on(5), progress="cancelled", id="off")
    claims, asked = (off, level(90, KUWAIT)), (1, 9)
    assert held(*claims, asked=asked)[0]
    assert not held(*claims, asked=asked, place=KUWAIT)[0]


# -- ways ---------------------------------------------------------------------------------------------------


def ends(claim: Claim, *beside: Claim) -> tuple[set[int], set[int]]:
    """Return the ground that people leave and where they arrive."""
    layout = laid_out(claim, *beside)
    (way,) = layout.ways[claim.id, False]
    return {cell.ground for cell in way.sources}, {cell.ground for cell in way.targets}


def ground(layout: Layout, place: Place | None) -> set[int]:
    return set(layout.division.ground("CAN", place))


def test_way_out_leads_anywhere_else() -> None:
    """A withdrawal without a destination ends everywhere but where it began."""
    claim = withdraw("CAN", origin=IRAQ, when=on(5), id="out")
    layout = laid_out(claim)
    assert ends(claim) == (ground(layout, IRAQ), ground(layout, None) - ground(layout, IRAQ))


def test_way_in_comes_from_anywhere_else() -> None:
    """A deployment without an origin begins everywhere but where it ends."""
    claim = deploy("CAN", to=IRAQ, when=on(5), id="in")
    layout = laid_out(claim)
    assert ends(claim) == (ground(layout, None) - ground(layout, IRAQ), ground(layout, IRAQ))


def test_way_to_a_place_left_open_may_begin_anywhere() -> None:
    """Reinforcements of an unspecified place outside Iraq may come from another such place."""
    claim = deploy("CAN", to=Unspecified(outside=IRAQ), when=on(5), id="in")
    layout = laid_out(claim)
    assert ends(claim)[0] == ground(layout, None)


def test_way_from_a_base_to_its_country_ends_outside_the_base() -> None:
    """The larger of two ends is the rest of it."""
    claim, beside = relocate("CAN", origin=BASE, to=IRAQ, when=on(5), id="out"), level(1, BASE)
    layout = laid_out(claim, beside)
    assert ends(claim, beside) == (ground(layout, BASE), ground(layout, IRAQ) - ground(layout, BASE))


def test_way_from_a_country_to_its_base_begins_outside_the_base() -> None:
    """Likewise for those who come in from the country."""
    claim = relocate("CAN", origin=IRAQ, to=BASE, when=on(5), id="in")
    layout = laid_out(claim)
    assert ends(claim) == (ground(layout, IRAQ) - ground(layout, BASE), ground(layout, BASE))


def test_way_to_one_of_several_places_may_stay_inside() -> None:
    """Inside or outside Iraq: where the origin holds an option, staying is one of the alternatives."""
    claim = relocate(
        "CAN",
        origin=IRAQ,
        to=AnyOf((Unspecified(within=IRAQ), Unspecified(outside=IRAQ))),
        when=on(5),
        id="about",
    )
    layout = laid_out(claim)
    assert ends(claim) == (ground(layout, IRAQ), ground(layout, None))


def test_way_home_leads_to_the_own_country() -> None:
    """Canadians go to Canada."""
    claim = repatriate("CAN", origin=IRAQ, when=on(5), id="home")
    assert ends(claim)[1] == ground(laid_out(claim), Country.of("CAN"))


# -- size ---------------------------------------------------------------------------------------------------


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the component and the way out; nothing is left away in silence."""
    monkeypatch.setattr(module, "MOST_CELLS", 3)
    gulf = Region(id="gulf", name="Gulf", members=(IRAQ, KUWAIT, JORDAN))
    with pytest.raises(TooHard, match="CAN"):
        laid_out(level(1), level(1, KUWAIT), level(1, gulf))


def test_too_many_claims_are_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A component beyond the budget of claims says which one it is, and degrades in no other way."""
    monkeypatch.setattr("troopmoves.solve.layout.MOST_STATEMENTS", 1)
    levels = [present("CAN", "IRQ", 5, when=day) for day in ("2020-01-07", "2020-01-08")]
    with pytest.raises(TooHard, match="CAN") as caught:
        Ledger(levels).state("2020-01-07").count("CAN")
    assert caught.value.got == 2


def together(*claims: Claim) -> list[str]:
    return sorted(laid_out(*claims).at_one_time([claim.id for claim in claims]))


def test_claims_of_one_day_can_clash_whatever_moved() -> None:
    """Those alone on their day cannot."""
    assert together(level(1), level(5), level(5, name="other"), level(9)) == ["level-5", "other-5"]


def test_cells_across_days_are_spoken_of_on_both_sides() -> None:
    """Of a country on one day and of its base on a later one, it is the base; of the base alone, none."""
    layout = laid_out(level(1), level(5, BASE, name="base"))
    across = layout.cells_across(["level-1", "base-5"], on(1), on(5))
    assert across == layout.cells_about(["base-5"])
    assert not layout.cells_across(["base-5"], on(1), on(5))


def test_move_bears_on_its_two_ends() -> None:
    """A level between them is not among those that it can clash with."""
    move = relocate("CAN", 10, origin=IRAQ, to=KUWAIT, when=f"{on(3)}/{on(8)}", progress="completed", id="m")
    assert together(move, level(3), level(5), level(20)) == ["level-3", "m"]


def test_move_without_an_end_bears_on_every_day() -> None:
    """Nobody knows by when it is complete."""
    move = relocate("CAN", 10, origin=IRAQ, to=KUWAIT, when=f"{on(3)}/..", progress="under_way", id="m")
    assert together(move, level(1), level(20)) == ["level-1", "level-20", "m"]
