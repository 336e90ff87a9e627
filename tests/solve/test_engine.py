from datetime import date, timedelta
from typing import Unpack

import pytest

from troopmoves.claims.assumptions import UNLIMITED, Assumptions, Choices
from troopmoves.claims.axis import LinkKind, Reliability
from troopmoves.claims.claim import Claim, Link
from troopmoves.claims.entry import Entry
from troopmoves.claims.ranking import RankOf
from troopmoves.claims.report import Report
from troopmoves.claims.verb import present, relocate, withdraw
from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import Base, Country, DefinitePlace, Place
from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.solve.division import UNNAMED
from troopmoves.solve.engine import Engine, View
from troopmoves.solve.statement import Scope, Term

IRAQ = Country.of("IRQ")
CAN, FRA, EVERYONE = Force.of("CAN"), Force.of("FRA"), Force()
MISSION = Operation(id="nmi", name="NATO Mission Iraq")
FREE = ChangeBounds(0, None)


def on(number: int) -> date:
    """Return a day, counted from 1 January 2020."""
    return date(2019, 12, 31) + timedelta(days=number)


def view(*claims: Claim, places: tuple[DefinitePlace, ...] = (), **choices: Unpack[Choices]) -> View:
    assumptions = Assumptions.of(**choices)
    return View(tuple(map(Entry, claims)), assumptions, None, Engine(), places=places)


def term(force: Force, number: int, place: Place | None = IRAQ, factor: int = 1) -> Term:
    return Term(factor, Scope(force, place), on(number))


def bounds(asked: View, *terms: Term) -> ChangeBounds:
    found = asked.bounds(terms)
    assert found == asked.ask(terms).change
    return found


def level(force: Force, count: int | str, day: int = 1, place: Place = IRAQ) -> Claim:
    return present(force, place, count, when=on(day), id=f"{force.sender or 'all'}-{day}".lower())


LEAVING = withdraw(EVERYONE, "some", origin=IRAQ, when=on(3), progress="completed", id="leaving")


# -- components ---------------------------------------------------------------------------------------------


def tied(asked: View, *terms: Term) -> list[set[tuple[str, str]]]:
    """Return who is where in each component that a question concerns."""
    return sorted(
        (
            {(plot.sender, "+".join(sorted(plot.atom))) for plot in component.plots}
            for component, _ in asked.parts(terms)
        ),
        key=sorted,
    )


def test_nations_are_solved_apart() -> None:
    """No claim ties Canadians to the French."""
    asked = view(level(CAN, 500), level(FRA, 200))
    assert tied(asked, term(CAN, 1)) == [{("CAN", "IRQ")}]
    assert tied(asked, term(EVERYONE, 1)) == [{("", "IRQ")}, {("CAN", "IRQ")}, {("FRA", "IRQ")}]


def test_places_are_solved_apart() -> None:
    """What is said of Iraq does not bear on Kuwait, unless people move between them."""
    there = level(CAN, 20, 2, Country.of("KWT"))
    apart = view(level(CAN, 500), there)
    assert tied(apart, term(CAN, 1)) == [{("CAN", "IRQ")}]
    move = relocate("CAN", "some", origin=IRAQ, to="KWT", when=on(3), progress="completed", id="move")
    assert tied(view(level(CAN, 500), there, move), term(CAN, 1)) == [{("CAN", "IRQ"), ("CAN", "KWT")}]


def test_move_to_anywhere_ties_all_ground_of_its_sender() -> None:
    """They may have gone wherever else some of them are."""
    leave = withdraw("CAN", "some", origin=IRAQ, when=on(3), progress="completed", id="leave")
    asked = view(level(CAN, 500), level(CAN, 20, 2, Country.of("KWT")), level(FRA, 200), leave)
    assert tied(asked, term(CAN, 1)) == [{("CAN", ""), ("CAN", "IRQ"), ("CAN", "KWT")}]
    assert tied(asked, term(FRA, 1)) == [{("FRA", "IRQ")}]


def test_base_asked_about_splits_only_its_country() -> None:
    """Everything else is the same component as before, and is not solved again."""
    asked = view(level(CAN, 500), level(CAN, 20, 2, Country.of("KWT")))
    base = Base(id="al-asad", name="Al Asad", within=IRAQ)
    assert tied(asked, term(CAN, 1, base)) == [{("CAN", "IRQ"), ("CAN", "IRQ+al-asad")}]
    [before], [after] = (
        asked.parts([term(CAN, 1, Country.of("KWT"))]),
        asked.parts([term(CAN, 1, Country.of("KWT")), term(CAN, 1, base)])[:1],
    )
    assert before[0] == after[0]


def test_free_ground_is_one_whatever_its_size() -> None:
    """Where no claim speaks any number may be: one plot stands for all that are not told apart."""
    asked = view(*(level(FRA, 5, 1, Country.of(code)) for code in ("KWT", "JOR", "QAT", "SAU")))
    assert len(tied(asked, term(CAN, 1, None))) == 1
    assert len(tied(asked, term(CAN, 1, None), term(CAN, 1))) == 2


def test_total_over_nations_ties_all_together() -> None:
    """What is left for one depends on the others."""
    asked = view(level(CAN, 500), level(FRA, 200), level(EVERYONE, 900))
    assert tied(asked, term(CAN, 1)) == [{(UNNAMED, "IRQ"), ("CAN", "IRQ"), ("FRA", "IRQ")}]


def test_moves_of_unnamed_nations_tie_nobody() -> None:
    """Else they would dissolve the named nations' numbers."""
    assert tied(view(level(CAN, 500), LEAVING), term(CAN, 1)) == [{("CAN", "IRQ")}]


def test_nation_asked_about_has_a_component() -> None:
    """Also without claims."""
    assert tied(view(level(CAN, 500)), term(FRA, 1)) == [{("FRA", "IRQ")}]


def test_contradiction_elsewhere_does_not_widen_an_answer() -> None:
    """French sources that disagree say nothing of Canadians."""
    asked = view(level(CAN, 500), level(FRA, 200), present(FRA, IRAQ, 900, when=on(1), id="other"))
    assert bounds(asked, term(CAN, 1)) == ChangeBounds(500, 500)
    assert bounds(asked, term(FRA, 1)) == ChangeBounds(200, 900)
    assert bounds(asked, term(FRA, 1), term(CAN, 1)) == ChangeBounds(700, 1_400)


# -- open world ---------------------------------------------------------------------------------------------


def test_nothing_claimed_is_nothing_known() -> None:
    """A count is open, a change even more so."""
    assert bounds(view(), term(CAN, 1)) == FREE
    assert bounds(view(), term(CAN, 9), term(CAN, 1, factor=-1)) == ChangeBounds(None, None)


def test_what_is_no_longer_listed_is_not_zero() -> None:
    """A later report about others does not end a presence."""
    assert bounds(view(level(CAN, 500), level(FRA, 200, 9)), term(CAN, 9)) == ChangeBounds(500, 500)


def test_two_year_old_claim_leaves_everything_open() -> None:
    """Beyond the carry nobody knows; with carry without end, it still holds."""
    assert bounds(view(level(CAN, 500)), term(CAN, 730)) == FREE
    assert bounds(view(level(CAN, 500), carry=UNLIMITED), term(CAN, 730)) == ChangeBounds(500, 500)
    assert bounds(view(level(CAN, 500, 730)), term(CAN, 1)) == FREE


def test_two_year_old_plan_leaves_everything_open() -> None:
    """Taking it as done makes it no news: nothing is known of the change between two later days."""
    plan = relocate("CAN", "some", origin=IRAQ, to="KWT", when=f"{on(1)}/..", progress="planned", id="plan")
    asked = view(level(CAN, 500), plan, plans="done")
    assert bounds(asked, term(CAN, 800), term(CAN, 730, factor=-1)) == ChangeBounds(None, None)


# -- unnamed nations ----------------------------------------------------------------------------------------


def test_unnamed_nations_never_free_or_bind_a_named_one() -> None:
    """Several countries leave; the Canadians do not."""
    assert bounds(view(level(CAN, 500), LEAVING), term(CAN, 9)) == ChangeBounds(500, 500)


def test_total_counts_unnamed_nations_too() -> None:
    """Of nine hundred, five hundred are Canadians: four hundred others could leave, and some do."""
    asked = view(level(CAN, 500), level(EVERYONE, 900), LEAVING)
    assert bounds(asked, term(EVERYONE, 9)) == ChangeBounds(500, 899)


def test_total_is_at_least_the_sum_of_its_nations() -> None:
    """There may always be others."""
    assert bounds(view(level(CAN, 500), level(FRA, 200)), term(EVERYONE, 1)) == ChangeBounds(700, None)


def test_total_leaves_for_one_nation_what_the_others_are_not() -> None:
    """At most two hundred French, where seven hundred are all there are and five hundred are Canadians."""
    asked = view(level(CAN, 500), level(EVERYONE, 700))
    assert bounds(asked, term(FRA, 1)) == ChangeBounds(0, 200)


def test_operation_is_the_people_of_all_nations_in_it() -> None:
    """The mission and its Canadians are never added twice."""
    mission = Force(operation=MISSION)
    canadians = Force(nation=Nation("CAN"), operation=MISSION)
    asked = view(level(mission, 300), present(canadians, IRAQ, 200, when=on(1), id="part"))
    assert bounds(asked, term(mission, 1)) == ChangeBounds(300, 300)
    assert bounds(asked, term(CAN, 1)) == ChangeBounds(200, None)
    assert bounds(asked, term(mission, 1), term(canadians, 1, factor=-1)) == ChangeBounds(100, 100)


def test_rest_of_a_force_is_the_whole_less_its_part() -> None:
    """Of around 200, 160 train: up to 80 do something else."""
    training, other = (Force(nation=Nation("FRA"), role=one) for one in ("training", OtherThan("training")))
    asked = view(level(FRA, "about 200"), present(training, IRAQ, 160, when=on(1), id="train"))
    assert bounds(asked, term(other, 1)) == ChangeBounds(0, 80)


# -- closed places ------------------------------------------------------------------------------------------


def test_closed_country_holds_what_the_ledger_knows() -> None:
    """A base that only another nation's claims name is part of it all the same."""
    jordan = Country(Nation("JOR"), closed=True)
    tower, azraq = (Base(id=one, name=one, within=jordan) for one in ("tower-22", "azraq"))
    total = present("USA", jordan, 300, when=on(1), id="total")
    asked = view(total, present("FRA", azraq, 20, when=on(1), id="other"), places=(jordan, tower, azraq))
    usa = Force.of("USA")
    assert bounds(asked, term(usa, 1, tower)) == ChangeBounds(0, 300)
    assert bounds(asked, term(usa, 1, tower), term(usa, 1, azraq)) == ChangeBounds(300, 300)
    alone = view(total, places=(jordan, tower))
    assert bounds(alone, term(usa, 1, tower)) == ChangeBounds(300, 300)
    assert bounds(alone, term(usa, 1, Country.of("JOR"))) == ChangeBounds(300, 300)


# -- keeping ------------------------------------------------------------------------------------------------


def test_answers_are_kept() -> None:
    """The same question twice is solved once."""
    asked = view(level(CAN, 500))
    first, second = (next(iter(asked._concerned([term(CAN, 5)])))[0] for _ in range(2))
    assert first is second


def test_questions_about_the_same_days_share_an_account() -> None:
    """Unless they need the world divided more finely."""
    asked = view(level(CAN, 500))
    base = Base(id="al-asad", name="Al Asad", within=IRAQ)
    accounts = [next(iter(asked._concerned([term(CAN, 5, place)])))[0] for place in (IRAQ, None, base)]
    assert accounts[0] is accounts[1]
    assert accounts[2] is not accounts[0]


def test_oldest_answers_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept has a limit."""
    monkeypatch.setattr("troopmoves.solve.engine.MOST_READINGS", 3)
    asked = view(level(CAN, 500))
    for number in range(1, 9):
        assert bounds(asked, term(CAN, number)) == ChangeBounds(500, 500)
    assert len(asked.engine._accounts) <= 3


def test_anything_moved_leaves_only_the_day_itself() -> None:
    """Asked without inertia, a level says nothing of the next day."""
    still = view(level(CAN, 500))
    moved = View(still.entries, still.assumptions, None, Engine(), anything_moved=True)
    assert bounds(moved, term(CAN, 1)) == ChangeBounds(500, 500)
    assert bounds(moved, term(CAN, 2)) == FREE


def test_left_out_claims_come_with_reasons() -> None:
    """Those not admitted and those that state nothing."""
    asked = view(present("CAN", IRAQ, 5, when="../..", id="undated"), level(FRA, 5))
    assert [str(left) for left in asked.left_out([])] == ["undated, it bears no day"]


# -- what bears on an answer --------------------------------------------------------------------------------


def clashing(asked: View, *terms: Term) -> list[tuple[str, ...]]:
    return [clash.claims for clash in asked.ask(terms).clashes]


def test_unexplained_change_is_named_only_between_its_days() -> None:
    """On a day that a claim speaks of the number is said, however it came about."""
    asked = view(level(CAN, 500), level(CAN, 700, 9), level(CAN, 300, 20))
    assert clashing(asked, term(CAN, 9)) == []
    assert clashing(asked, term(CAN, 12)) == [("can-9", "can-20")]
    assert clashing(asked, term(CAN, 9), term(CAN, 1, factor=-1)) == [("can-1", "can-9")]


def test_contradiction_is_named_on_its_days_and_where_an_answer_leans_on_it() -> None:
    """Two figures for one day widen that day, and every later one that rests on them."""
    other = present(CAN, IRAQ, 900, when=on(1), id="other")
    asked = view(level(CAN, 500), other, level(CAN, 700, 300), carry=timedelta(30))
    assert clashing(asked, term(CAN, 1)) == [("can-1", "other")]
    assert clashing(asked, term(CAN, 20)) == [("can-1", "other")]
    assert clashing(asked, term(CAN, 300)) == []


# -- who yields ---------------------------------------------------------------------------------------------


def rated(letter: str, count: int, day: int) -> Entry:
    claim = present(CAN, IRAQ, count, when=on(1), id=f"{letter}-{count}".lower())
    return Entry(
        claim, Report(id=f"report-{letter}-{count}", reliability=Reliability(letter), published=on(day))
    )


@pytest.mark.parametrize(
    ("ranking", "expected"),
    [
        ("equal", ChangeBounds(300, 900)),
        ("admiralty", ChangeBounds(300, 300)),
        ("recency", ChangeBounds(900, 900)),
        (lambda entry: 0 if entry.id == "b-500" else 1, ChangeBounds(500, 500)),
    ],
)
def test_last_in_rank_yield(ranking: str | RankOf, expected: ChangeBounds) -> None:
    """Three papers, three numbers for one day; among equals each is allowed for."""
    entries = (rated("A", 300, 7), rated("B", 500, 8), rated("C", 900, 9))
    asked = View(entries, Assumptions.of(ranking=ranking), None, Engine())
    assert bounds(asked, term(CAN, 1)) == expected


def test_equals_among_the_last_yield_in_turn() -> None:
    """A better source stands; which of the two others is wrong does not matter then."""
    entries = (rated("A", 300, 7), rated("C", 500, 8), rated("C", 900, 9))
    asked = View(entries, Assumptions.of(ranking="admiralty"), None, Engine())
    assert bounds(asked, term(CAN, 1)) == ChangeBounds(300, 300)


# -- plans as done, and what confirms them ------------------------------------------------------------------


def test_check_completes_plans_that_are_taken_as_done() -> None:
    """Twenty cannot leave where fourteen are; a check finds it on the day after all that is spoken of."""
    plan = withdraw("CAN", 20, origin=IRAQ, when=f"{on(2)}/{on(3)}", progress="planned", id="plan")
    asked = view(level(CAN, 14), plan, plans="done")
    clashes = [clash.claims for account in asked.accounts() for clash in account.clashes()]
    assert clashes == [("can-1", "plan")]
    assert all(not list(one.clashes()) for one in view(level(CAN, 14), plan).accounts())


def test_move_that_confirms_an_ignored_plan_takes_place() -> None:
    """What has happened has happened, whatever is thought of the plan."""
    plan = withdraw("CAN", 14, origin=IRAQ, when=f"{on(2)}/..", progress="planned", id="plan")
    links = (Link(LinkKind.CONFIRMS, "plan"),)
    done = withdraw("CAN", 5, origin=IRAQ, when=on(3), progress="completed", id="done", links=links)
    assert bounds(view(level(CAN, 14), plan, done, plans="ignore"), term(CAN, 9)) == ChangeBounds(9, 9)
