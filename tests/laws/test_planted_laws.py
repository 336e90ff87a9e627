"""What is planted comes to light: false claims are in findings, silent moves are leads, the truth is kept.

`laws.found_out` says, without the engine, which of the planted falsehoods other claims can show.
"""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws.found_out import (
    AnythingMoved,
    can_hold,
    found_out,
    is_inside,
    is_told_by,
    questions_about,
    without_figures,
)
from laws.linear_program import LinearProgram
from laws.planted_claims import Planted, case_with_falsehoods, case_with_silent_moves
from laws.strategies_accounts import ledger_of, randoms
from laws.true_world import drawn_terms

from troopmoves.claims.assumptions import UNLIMITED, Assumptions
from troopmoves.claims.claim import Claim
from troopmoves.ledger.finding import Finding, FindingKind
from troopmoves.ledger.inquiry import inquire
from troopmoves.ledger.ledger import Ledger
from troopmoves.solve.account import Account
from troopmoves.solve.settle import Clash
from troopmoves.solve.world import World

TWENTY_DAYS = timedelta(days=20)
CARRIES = (timedelta(0), TWENTY_DAYS, UNLIMITED)
CONTRADICTIONS = (FindingKind.CONTRADICTION, FindingKind.PARTS_AND_WHOLE)

falsehoods: st.SearchStrategy[Planted] = randoms.map(case_with_falsehoods)
silent_moves: st.SearchStrategy[Planted] = randoms.map(case_with_silent_moves)


def assumed(planted: Planted, carry: timedelta) -> Assumptions:
    return Assumptions.of(plans=planted.case.plans, carry=carry)


def conflicts(ledger: Ledger, assumptions: Assumptions) -> list[Finding]:
    return list(ledger.check(rules=["TM1"], assuming=assumptions))


def named_in(findings: list[Finding]) -> set[str]:
    return {claim for found in findings for claim in found.claims}


# -- false claims are found ---------------------------------------------------------------------------------


def check_contradicted(planted: Planted, assumptions: Assumptions, contradicted: frozenset[str]) -> None:
    """Whatever honest claims contradict is in a contradiction, whatever else is false."""
    found = [one for one in conflicts(planted.case.ledger, assumptions) if one.code in CONTRADICTIONS]
    assert contradicted <= named_in(found)


def check_exposed(planted: Planted, assumptions: Assumptions, exposed: frozenset[str]) -> None:
    """Whatever inertia exposes is in a finding, at the latest once those that hide it are put right.

    Two falsehoods of one day may need the same unreported move; then the second is found after the first.
    """
    assert exposed <= found_in_turn(planted, assumptions)


def found_in_turn(planted: Planted, assumptions: Assumptions) -> set[str]:
    """Return the falsehoods that are found if those found are put right and the ledger is checked again."""
    false, ledger = {*planted.false}, planted.case.ledger
    while found := false & named_in(conflicts(ledger, assumptions)):
        false -= found
        ledger = ledger_of([entry.claim for entry in without_figures(ledger, found)])
    return {*planted.false} - false


@given(falsehoods)
def test_falsehood_that_honest_claims_contradict_is_in_a_contradiction(planted: Planted) -> None:
    """One to three of them, though anything may have gone unreported."""
    assumptions = assumed(planted, timedelta(0))
    check_contradicted(planted, assumptions, found_out(AnythingMoved, planted, assumptions))


@given(falsehoods)
def test_falsehood_that_is_exposed_is_in_a_finding(planted: Planted) -> None:
    """Where nothing moved unreported, a level of another day can be enough to show that one is false."""
    assumptions = assumed(planted, TWENTY_DAYS)
    check_exposed(planted, assumptions, found_out(LinearProgram, planted, assumptions))


@given(falsehoods)
def test_every_finding_names_a_falsehood(planted: Planted) -> None:
    """Honest claims agree, so that whoever follows up a finding never does so in vain."""
    for found in conflicts(planted.case.ledger, assumed(planted, UNLIMITED)):
        assert {*found.claims} & {*planted.false}


# -- the truth stays possible -------------------------------------------------------------------------------


def check_truth(
    planted: Planted, assumptions: Assumptions, contradicted: frozenset[str], chance: Random
) -> None:
    """The truth is inside the bounds, unless a falsehood that nothing contradicts says otherwise."""
    case, view = planted.case, planted.case.ledger.view(assumptions)
    for terms in (drawn_terms(chance), drawn_terms(chance), drawn_terms(chance)):
        if not is_inside(case.world.answer(terms), view.bounds(terms)):
            assert contradicted < {*planted.false}
            assert view.ask(terms).because & {*planted.false}


@pytest.mark.slow
@given(falsehoods, randoms)
def test_truth_is_inside_the_bounds_in_spite_of_falsehoods(planted: Planted, chance: Random) -> None:
    """Of contradicted claims each is set aside in turn, so that one of the alternatives is the truth."""
    assumptions = assumed(planted, UNLIMITED)
    check_truth(planted, assumptions, found_out(AnythingMoved, planted, assumptions), chance)


# -- conflict sets are irreducible --------------------------------------------------------------------------


def clashes(ledger: Ledger, assumptions: Assumptions) -> Iterator[tuple[Account, Clash]]:
    for account in ledger.view(assumptions).accounts():
        for clash in account.clashes():
            yield account, clash


def check_irreducible(planted: Planted, assumptions: Assumptions) -> None:
    """The claims of a clash cannot hold together; without any of them they can."""
    for account, clash in clashes(planted.case.ledger, assumptions):
        assert not holds(planted, account, clash, {*clash.claims}, assumptions)
        for claim in clash.claims:
            assert holds(planted, account, clash, {*clash.claims} - {claim}, assumptions)


def holds(
    planted: Planted, account: Account, clash: Clash, claims: set[str], assumptions: Assumptions
) -> bool:
    """Return whether some claims of a clash can hold; of a contradiction it is scipy that says so.

    Where unexplained changes have been found before, only the engine knows which days are open already.
    """
    if clash.unexplained:
        world = World(account.layout, claims, clash.gaps, literally=clash.literal)
        return not world.clash
    read = attrs.evolve(assumptions, convention=Assumptions.of(convention="literal").convention)
    dropped = {entry.id for entry in planted.case.ledger.entries} - claims
    return can_hold(AnythingMoved, planted.case.ledger, dropped, read if clash.literal else assumptions)


@pytest.mark.slow
@given(falsehoods)
def test_conflict_sets_are_irreducible(planted: Planted) -> None:
    """Nobody is named who has nothing to do with it."""
    check_irreducible(planted, assumed(planted, UNLIMITED))


# -- input order --------------------------------------------------------------------------------------------


def check_order(planted: Planted, assumptions: Assumptions, chance: Random) -> None:
    """Answers with their reasons, and findings, are the same in whatever order the claims are given."""
    ledger = planted.case.ledger
    claims: list[Claim] = [entry.claim for entry in ledger.entries]
    one, other = ledger_of(claims), ledger_of(chance.sample(claims, len(claims)))
    terms = drawn_terms(chance)
    assert one.view(assumptions).ask(terms) == other.view(assumptions).ask(terms)
    assert told(one, assumptions) == told(other, assumptions)


def told(ledger: Ledger, assumptions: Assumptions) -> list[object]:
    """Return the findings without the places of their claims in a document."""
    return [
        attrs.evolve(found, involved=tuple(attrs.evolve(one, path="") for one in found.involved))
        for found in conflicts(ledger, assumptions)
    ]


@pytest.mark.slow
@given(falsehoods, randoms)
def test_input_order_never_matters_where_claims_are_false(planted: Planted, chance: Random) -> None:
    """Who came first decides nothing, least of all who is set aside."""
    check_order(planted, assumed(planted, UNLIMITED), chance)


# -- moves that nobody reports ------------------------------------------------------------------------------


def check_silent(planted: Planted, assumptions: Assumptions) -> None:
    """Claims that need a silent move give a lead to one, and a wrong bound says what it assumes."""
    case = planted.case
    found = conflicts(case.ledger, assumptions)
    assert found or LinearProgram(case.ledger.entries, assumptions, ()).is_feasible
    for one in found:
        assert one.code == FindingKind.UNEXPLAINED_CHANGE
        assert any(is_told_by(one, silent) for silent in planted.silent)
    view, nothing_unreported = case.ledger.view(assumptions), assumptions.words[2]
    for silent in planted.silent:
        for terms in questions_about(silent):
            if not is_inside(case.world.answer(terms), view.bounds(terms)):
                assert assumptions.carry
                assert nothing_unreported in inquire(view, terms).assumes


@given(silent_moves, st.sampled_from(CARRIES))
def test_silent_move_is_a_lead_or_inside_the_bounds_or_against_what_is_assumed(
    planted: Planted, carry: timedelta
) -> None:
    """With a carry of no day nothing is excluded; else the answer says that it leans on silence."""
    check_silent(planted, assumed(planted, carry))


# -- three hundred ------------------------------------------------------------------------------------------

LEDGERS = min(300, settings.default.max_examples)  # type: ignore[union-attr]  # a profile is loaded
"""Three hundred with the profile "fuzz", a hundred of them without."""


@pytest.mark.slow
def test_ledgers_by_number_with_falsehoods() -> None:
    """Drawn by number; most falsehoods can be found out, so that this is no idle test."""
    planted_in_all = can_be_found = 0
    for number in range(LEDGERS):
        chance = Random(number)  # noqa: S311 (draws test cases)
        planted = case_with_falsehoods(chance)
        assumptions = assumed(planted, UNLIMITED)
        contradicted, exposed = (
            found_out(program, planted, assumptions) for program in (AnythingMoved, LinearProgram)
        )
        check_contradicted(planted, assumptions, contradicted)
        check_exposed(planted, assumptions, exposed)
        check_truth(planted, assumptions, contradicted, chance)
        check_irreducible(planted, assumptions)
        check_order(planted, assumptions, chance)
        planted_in_all += len(planted.false)
        can_be_found += len(exposed)
    assert planted_in_all >= LEDGERS * 5 / 3
    assert can_be_found >= planted_in_all / 2


@pytest.mark.slow
@pytest.mark.parametrize("carry", CARRIES)
def test_ledgers_by_number_with_silent_moves(carry: timedelta) -> None:
    """Drawn by number, like the ledgers of `benchmarks/planted.py`."""
    for number in range(LEDGERS):
        planted = case_with_silent_moves(Random(number))  # noqa: S311 (draws test cases)
        check_silent(planted, assumed(planted, carry))
