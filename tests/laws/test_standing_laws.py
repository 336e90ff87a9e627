"""The laws of what the others leave for a claim."""

from datetime import date
from random import Random

from hypothesis import assume, given
from laws.strategies_accounts import any_ledgers, randoms
from laws.true_world import drawn_terms

from troopmoves.claims.assumptions import Assumptions
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.standing import ClaimStanding, Standing
from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.solve.account import Account
from troopmoves.solve.settle import settle

LAST = date(2020, 1, 20)


def accounts_of(ledger: Ledger) -> list[Account]:
    return ledger.view(Assumptions()).accounts()


def in_harmony(account: Account) -> bool:
    (settled, *others) = account.outcome.settlements
    return not others and not settled.gaps and not settled.aside


@given(any_ledgers, randoms)
def test_what_all_allow_is_what_a_claim_and_the_others_have_in_common(ledger: Ledger, chance: Random) -> None:
    """What the others leave, cut down to what the claim states, is what all together allow of its number."""
    for account in filter(in_harmony, accounts_of(ledger)):
        claims = sorted({statement.claim for statement in account.layout.statements})
        claim = chance.choice(claims)
        day = max(account.layout.days, default=LAST)
        (world,) = (settled.world for settled in account.outcome.settlements)
        rests = list(account.without(claim, day))
        numbers = [
            number for one in account.layout.stated_by([claim]) for number in world.numbers_of(one, day)
        ]
        if len(rests) == len(numbers) == 1:
            low, high = world.limits(numbers[0].form)
            assert rests[0].stated.intersect(rests[0].left.change) == ChangeBounds(low.value, high.value)


@given(any_ledgers, randoms)
def test_claim_that_is_implied_changes_no_answer(ledger: Ledger, chance: Random) -> None:
    """Without the figures of an implied claim every bound stays as it is."""
    for account in filter(in_harmony, accounts_of(ledger)):
        day = max(account.layout.days, default=LAST)
        implied = [told for told in _standings(ledger, day.isoformat()) if told.standing is Standing.IMPLIED]
        for told in implied:
            others = settle(account.layout, without=frozenset([told.claim]))
            for _ in range(3):
                terms = drawn_terms(chance)
                cells = [cell for term in terms for cell in account.layout.cells_of(term.scope)]
                assume(cells)
                (world,) = (settled.world for settled in others.settlements)
                low, high = world.limits(world.form(terms))
                assert account.bounds(terms) == ChangeBounds(low.value, high.value)


def _standings(ledger: Ledger, day: str) -> tuple[ClaimStanding, ...]:
    return ledger.state(day).standings
