"""The six laws of what claims allow: true, orderly, monotone, conserving, reasoned, and equal to scipy's."""

from datetime import timedelta
from math import ceil, floor
from random import Random

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from laws.linear_program import LinearProgram
from laws.strategies_accounts import (
    Case,
    any_ledger,
    any_ledgers,
    any_number,
    honest_case,
    honest_cases,
    ledger_of,
    randoms,
    unreported_cases,
)
from laws.true_world import AL_ASAD, GULF, IRAQ, KUWAIT, day, drawn_terms

from troopmoves.claims.assumptions import UNLIMITED, Assumptions, Plans
from troopmoves.claims.axis import Polarity, PostureKind, Progress
from troopmoves.claims.claim import Claim
from troopmoves.claims.proposition import PostureChange, Presence
from troopmoves.claims.verb import present, relocate
from troopmoves.entities.force import Force
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.solve.account import Account, Allowed, End
from troopmoves.solve.division import sender_of
from troopmoves.solve.engine import View
from troopmoves.solve.gaps import ANY_GAP
from troopmoves.solve.statement import Scope, Term
from troopmoves.solve.world import World
from troopmoves.timing.when import When

QUESTIONS = 3
CARRIES = (UNLIMITED, timedelta(days=365), timedelta(days=10), timedelta(days=3), timedelta(0))
plans = st.sampled_from(Plans)


def asked(ledger: Ledger, assumptions: Assumptions, terms: list[Term]) -> ChangeBounds:
    return ledger.view(assumptions).bounds(terms)


def is_inside(number: int, bounds: ChangeBounds) -> bool:
    return (bounds.low is None or bounds.low <= number) and (bounds.high is None or number <= bounds.high)


def is_within(narrow: ChangeBounds, wide: ChangeBounds) -> bool:
    low = wide.low is None or (narrow.low is not None and wide.low <= narrow.low)
    return low and (wide.high is None or (narrow.high is not None and narrow.high <= wide.high))


# -- 1. the truth -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("convention", ["press/1", "literal"])
@given(case=honest_cases, chance=randoms)
def test_truth_is_inside_the_bounds(convention: str, case: Case, chance: Random) -> None:
    """No question about honest claims has an answer that excludes what is so."""
    for carry in CARRIES[:2]:
        assumptions = Assumptions.of(plans=case.plans, convention=convention, carry=carry)
        for _ in range(QUESTIONS):
            terms = drawn_terms(chance)
            assert is_inside(case.world.answer(terms), asked(case.ledger, assumptions, terms))


@given(honest_cases, randoms)
def test_truth_is_inside_the_bounds_if_plans_may_be_carried_out(case: Case, chance: Random) -> None:
    """However plans turned out, that they may or may not is true of them."""
    assume(case.plans is not Plans.MAY)
    for _ in range(QUESTIONS):
        terms = drawn_terms(chance)
        assert is_inside(case.world.answer(terms), asked(case.ledger, Assumptions(), terms))


@given(unreported_cases, randoms)
def test_truth_is_inside_the_bounds_if_anything_may_go_unreported(case: Case, chance: Random) -> None:
    """Without inertia, honest claims exclude nothing that is so, even if moves are concealed."""
    assumptions = Assumptions.of(plans=case.plans, carry=timedelta(0))
    for _ in range(QUESTIONS):
        terms = drawn_terms(chance)
        assert is_inside(case.world.answer(terms), asked(case.ledger, assumptions, terms))


@given(honest_cases)
def test_honest_ledger_has_no_findings(case: Case) -> None:
    """What is true of one world cannot contradict itself."""
    assert case.ledger.check(rules=["TM1"], plans=case.plans) == ()


# -- 2. the order -------------------------------------------------------------------------------------------


def claims_of(ledger: Ledger) -> list[Claim]:
    return [entry.claim for entry in ledger.entries]


@given(any_ledgers, randoms, plans)
def test_input_order_never_matters(ledger: Ledger, chance: Random, taken: Plans) -> None:
    """Bounds, reasons and findings are the same in whatever order the claims stand."""
    assumptions, claims = Assumptions.of(plans=taken), claims_of(ledger)
    shuffled = chance.sample(claims, len(claims))
    one, other = ledger_of(claims), ledger_of(shuffled)
    for _ in range(2):
        terms = drawn_terms(chance)
        assert one.view(assumptions).ask(terms) == other.view(assumptions).ask(terms[::-1])
    findings = [
        [
            attrs.evolve(found, involved=tuple(attrs.evolve(each, path="") for each in found.involved))
            for found in all_of
        ]
        for all_of in (one.check(rules=["TM1"], plans=taken), other.check(rules=["TM1"], plans=taken))
    ]
    assert findings[0] == findings[1]


@given(any_ledgers, randoms)
def test_earlier_questions_never_matter(ledger: Ledger, chance: Random) -> None:
    """An answer does not depend on what was asked before it."""
    terms = drawn_terms(chance)
    days = sorted({term.day for term in terms})
    view = ledger.view(Assumptions())
    for _ in range(2):
        view.ask(
            [attrs.evolve(term, day=days[0]) for term in drawn_terms(chance)]
            + [attrs.evolve(terms[0], day=d) for d in days]
        )
    assert view.ask(terms) == ledger_of(claims_of(ledger)).view(Assumptions()).ask(terms)


# -- 3. more claims -----------------------------------------------------------------------------------------


def states_no_move(claim: Claim) -> bool:
    said = claim.proposition
    if isinstance(said, PostureChange):
        return claim.polarity is Polarity.NEGATED or said.kind is PostureKind.MAINTAIN
    return isinstance(said, Presence)


@given(honest_cases, randoms)
def test_more_levels_shares_and_denials_never_widen(case: Case, chance: Random) -> None:
    """Of claims that agree, one more presence, share or denial leaves less room.

    The claim names no nation for the first time, since that takes it out of the unnamed ones; and it ends no
    denial, since the laws draw levels without a day of publication.
    """
    assumptions, claims = Assumptions.of(plans=case.plans), claims_of(case.ledger)
    added = [claim for claim in claims if states_no_move(claim)]
    assume(added)
    one = chance.choice(added)
    about_it = {claim.id for claim in claims if one.id in {link.claim for link in claim.links}}
    fewer = ledger_of([claim for claim in claims if claim.id not in about_it | {one.id}])
    assert (
        case.ledger.check(rules=["TM1"], plans=case.plans),
        fewer.check(rules=["TM1"], plans=case.plans),
    ) == ((), ())
    for _ in range(QUESTIONS):
        terms = drawn_terms(chance)
        named = {sender_of(term.scope.force) for term in terms}
        assume(senders(case.ledger, assumptions, terms) <= senders(fewer, assumptions, terms) | named)
        assert is_within(asked(case.ledger, assumptions, terms), asked(fewer, assumptions, terms))


def senders(ledger: Ledger, assumptions: Assumptions, terms: list[Term]) -> set[str]:
    statements = ledger.view(assumptions).reading({term.day for term in terms}).statements
    return {sender_of(one.scope.force) for one in statements}


# -- 4. conservation ----------------------------------------------------------------------------------------


@given(randoms, plans, st.sampled_from(Progress), st.sampled_from((None, 3, 9)))
def test_relocation_never_changes_the_total_of_a_place_that_holds_both_ends(
    chance: Random, taken: Plans, progress: Progress, until: int | None
) -> None:
    """Whoever goes from one part of a place to another stays in it, however many they are."""
    origin, to = chance.choice(((IRAQ, KUWAIT), (KUWAIT, AL_ASAD), (AL_ASAD, IRAQ)))
    move = relocate(
        "CAN", any_number(chance), origin=origin, to=to, when="2020-01-02/2020-01-04", progress=progress
    )
    if until is not None:
        change = attrs.evolve(move.proposition, temporary=True, until=When.of(day(until)))  # type: ignore[misc]
        move = attrs.evolve(move, proposition=change)
    part = present("CAN", origin, any_number(chance), when=day(chance.randint(0, 9)))
    ledger = ledger_of([present("CAN", GULF, any_number(chance), when=day(0)), part, move])
    assumptions, total = Assumptions.of(plans=taken), Scope(Force.of("CAN"), GULF)
    one, two = sorted(chance.sample(range(15), 2))
    terms = [Term(1, total, day(two)), Term(-1, total, day(one))]
    assume(agrees(ledger.view(assumptions), terms))
    assert asked(ledger, assumptions, terms) == ChangeBounds(0, 0)


@given(any_ledgers, plans)
def test_claims_of_other_days_never_clash_where_anything_moved(ledger: Ledger, taken: Plans) -> None:
    """So only those that speak of days together are asked whether they contradict each other."""
    for account in ledger.view(Assumptions.of(plans=taken)).accounts():
        claims = [statement.claim for statement in account.layout.statements]
        together = account.layout.at_one_time(claims)
        for literally in (True, False):
            whole, part = (
                World(account.layout, some, ANY_GAP, literally=literally) for some in (claims, together)
            )
            assert bool(whole.clash) == bool(part.clash)


@given(any_ledgers, plans)
def test_unexplained_changes_are_mended_by_the_gaps(ledger: Ledger, taken: Plans) -> None:
    """Those clashes stand with the gaps opened before them, and not with all that were opened in the end."""
    for account in ledger.view(Assumptions.of(plans=taken)).accounts():
        for settled in account.outcome.settlements:
            for clash in settled.unexplained:
                layout, literally = account.layout, clash.literal
                assert World(layout, clash.claims, clash.gaps, literally=literally).clash
                assert not World(layout, clash.claims, settled.gaps, literally=literally).clash


# -- 5. the reasons -----------------------------------------------------------------------------------------


def accounts(view: View, terms: list[Term]) -> list[tuple[Account, tuple[Term, ...]]]:
    return [(view.engine.account(component, part, view), part) for component, part in view.parts(terms)]


def limit(
    account: Account, terms: tuple[Term, ...], number: int, claims: set[str], *, low_end: bool
) -> int | None:
    """Return an end of the bounds by some claims alone, in one of the alternatives."""
    world = World(account.layout, claims, account.outcome.settlements[number].gaps)
    low, high = world.limits(world.form(terms))
    return low.value if low_end else high.value


@given(any_ledgers, randoms, plans)
def test_reasons_are_sufficient_and_irreducible(ledger: Ledger, chance: Random, taken: Plans) -> None:
    """The claims given as reasons force the end by themselves, and without any of them it is weaker."""
    for _ in range(2):
        terms = drawn_terms(chance)
        for account, part in accounts(ledger.view(Assumptions.of(plans=taken)), terms):
            allowed: Allowed = account.allowed(part)
            for end, low_end in ((allowed.low, True), (allowed.high, False)):
                check_reasons(account, part, end, low_end=low_end)


def check_reasons(account: Account, terms: tuple[Term, ...], end: End, *, low_end: bool) -> None:
    if end.value is None:
        assert end.because == ()
        return
    contributed = sum(share.contribution for share in end.because)
    assert (ceil if low_end else floor)(contributed) == end.value
    claims = {share.claim for share in end.because}
    sufficient = [
        number
        for number, settled in enumerate(account.outcome.settlements)
        if not claims & settled.aside and limit(account, terms, number, claims, low_end=low_end) == end.value
    ]
    assert sufficient
    for claim in claims:
        without = [
            limit(account, terms, number, claims - {claim}, low_end=low_end) != end.value
            for number in sufficient
        ]
        assert any(without)


# -- 6. scipy -----------------------------------------------------------------------------------------------


def drawn_assumptions(chance: Random) -> Assumptions:
    convention = chance.choice(("press/1", "literal"))
    return Assumptions.of(
        plans=chance.choice(tuple(Plans)), convention=convention, carry=chance.choice(CARRIES)
    )


def agrees(view: View, terms: list[Term]) -> bool:
    """Return whether the engine finds that all claims hold together, and nothing moved unreported."""
    everyone = [Term(1, Scope(Force()), term.day) for term in terms]
    outcomes = [account.outcome for account, _ in accounts(view, everyone)]
    return not any(found.contradictions or found.settlements[0].unexplained for found in outcomes)


def compared(ledger: Ledger, chance: Random) -> int:
    """Compare the engine with scipy on some questions; return how many ends were the same."""
    assumptions, number = drawn_assumptions(chance), 0
    view = ledger.view(assumptions)
    for _ in range(QUESTIONS):
        terms = drawn_terms(chance)
        program = LinearProgram(ledger.entries, assumptions, terms)
        assert program.is_feasible == agrees(view, terms)
        if program.is_feasible:
            bounds = view.bounds(terms)
            assert (bounds.low, bounds.high) == program.bounds(terms)
            number += 2
    return number


@given(honest_cases, any_ledgers, randoms)
def test_bounds_equal_those_of_scipy(case: Case, ledger: Ledger, chance: Random) -> None:
    """A plain linear program over peoples and days has the same bounds, and fails on the same claims."""
    compared(chance.choice((case.ledger, ledger)), chance)


@pytest.mark.slow
@pytest.mark.parametrize("thousand", range(6))
def test_six_thousand_bounds_equal_those_of_scipy(thousand: int) -> None:
    """Accounts drawn by number, half of them honest, agree with scipy in every single bound."""
    ends = 0
    for number in range(200 * thousand, 200 * (thousand + 1)):
        chance = Random(number)  # noqa: S311 (draws test cases)
        ledger = any_ledger(chance) if number % 2 else honest_case(chance).ledger
        ends += compared(ledger, chance)
    assert ends >= 1_000
