"""Ledgers that are as hard as can be end in an answer, or are refused by name: nothing hangs.

Each is built from a truth, so that an answer can be judged; the work is bounded by budgets (statements,
cells, pivots), not by time. To add one: a function that returns a `Hard`, and its sizes in `HARD`.
"""

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Final

import attrs
import pytest

from troopmoves.claims.claim import Claim
from troopmoves.claims.proposition import Presence, Whole
from troopmoves.claims.verb import present, relocate, withdraw
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import Base, Country, Region
from troopmoves.entities.unit import Unit
from troopmoves.errors import TooHard
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.bounds import ChangeBounds
from troopmoves.quantity.share import Share
from troopmoves.solve import effort, layout
from troopmoves.solve.statement import Scope, Term
from troopmoves.solve.tableau import Tableau
from troopmoves.timing.when import When

IRAQ: Final = Country.of("IRQ")
CAN: Final = Force.of("CAN")
START: Final = date(2020, 1, 1)
WHEN: Final = When.of(START)


@attrs.frozen(kw_only=True)
class Hard:
    """A ledger, and a count with what it truly is."""

    claims: list[Claim]
    place: Base | Country
    day: date = START
    truth: int

    def count(self) -> bool:
        """Return whether the bounds of the count hold the truth."""
        return self.truth in Ledger(self.claims).state(self.day).count(CAN, self.place).bounds


def on(number: int) -> date:
    """Return a day, counted from the start."""
    return START + timedelta(days=number)


def bases(number: int) -> list[Base]:
    """Return so many bases in Iraq."""
    return [Base(id=f"base-{one}", name=f"Base {one}", within=IRAQ) for one in range(number)]


# -- the worst that could be thought of ---------------------------------------------------------------------


def ring(size: int, rounds: int) -> Hard:
    """Return bases that send five people on to another, so many times, within one month."""
    places = bases(size)
    claims = [present(CAN, place, 50, when=START, id=place.id) for place in places[::2]]
    claims.append(present(CAN, IRAQ, 50 * size, when=START, id="all"))
    for step in range(1, rounds + 1):
        claims += [
            relocate(
                CAN,
                "some",
                origin=place,
                to=places[(number + step) % size],
                when=f"{on(step)}/{on(30 + number)}",
                progress="completed",
                id=f"move-{step}-{number}",
            )
            for number, place in enumerate(places)
        ]
    return Hard(claims=claims, place=places[1], day=on(20), truth=50)


def clique(places: int, totals: int, size: int) -> Hard:
    """Return totals over many sets of bases, drawn so that each overlaps most others."""
    chance, ground = Random(0), bases(places)  # noqa: S311 (draws a test case)
    truth = [chance.randint(0, 500) for _ in ground]
    claims = []
    for number in range(totals):
        members = sorted(chance.sample(range(places), size))
        region = Region(
            id=f"r{number}", name=f"R{number}", members=tuple(ground[one] for one in members), closed=True
        )
        there = sum(truth[one] for one in members)
        figure = f"{there - chance.randint(0, 30)}..{there + chance.randint(0, 30)}"
        claims.append(present(CAN, region, figure, when=START, id=f"total-{number}"))
    return Hard(claims=claims, place=ground[1], truth=truth[1])


def chain(length: int) -> Hard:
    """Return bases each of which holds a third to a half of the one before."""
    ground = bases(length)
    shares = [
        Presence(force=CAN, place=place, share=Share.of("1/3..1/2"), whole=Whole(CAN, before), when=WHEN)
        for before, place in pairwise(ground)
    ]
    claims = [Claim(id=f"share-{number}", proposition=share) for number, share in enumerate(shares)]
    first = present(CAN, ground[0], 2**length, when=START, id="first")
    return Hard(claims=[first, *claims], place=ground[-1], truth=2)


def quarrel(days: int, sources: int) -> Hard:
    """Return sources that all give another number, day after day; the first of them is right."""
    claims = [
        present(CAN, IRAQ, 100 + 10 * source, when=on(day), id=f"on-{day}-{source}")
        for day in range(days)
        for source in range(sources)
    ]
    return Hard(claims=claims, place=IRAQ, truth=100)


def parts(number: int) -> Hard:
    """Return many parts, which are right, each of them more than either of two printed totals."""
    ground = bases(number)
    claims = [present(CAN, place, 100, when=START, id=place.id) for place in ground]
    totals = [present(CAN, IRAQ, total, when=START, id=f"total-{total}") for total in (50, 20)]
    return Hard(claims=[*claims, *totals], place=ground[0], truth=100)


def changing(days: int) -> Hard:
    """Return another level every day and no move."""
    claims = [
        present(CAN, IRAQ, 100 + day * 37 % 90, when=on(day), id=f"level-{day:04}") for day in range(days)
    ]
    return Hard(claims=claims, place=IRAQ, truth=100)


def to_and_fro(moves: int) -> Hard:
    """Return so many people who left one of two bases for the other, or for anywhere, nobody says when."""
    ground = bases(2)
    claims = [present(CAN, place, 1000, when=START, id=place.id) for place in ground]
    for number in range(moves):
        origin, to = ground[number % 2], ground[1 - number % 2]
        when = f"{on(number)}/.."
        away = withdraw(CAN, "some", origin=origin, when=when, progress="under_way", id=f"away-{number}")
        move = relocate(
            CAN, "some", origin=origin, to=to, when=when, progress="under_way", id=f"move-{number}"
        )
        claims += [away, move]
    return Hard(claims=claims, place=ground[0], day=on(moves), truth=1000)


def facets(number: int) -> Hard:
    """Return so many operations, units and roles, any of which may share people with any other."""
    nation = Nation("CAN")
    operations = [Operation(id=f"operation-{one}", name=f"Operation {one}") for one in range(number)]
    units = [Unit(id=f"unit-{one}", name=f"Unit {one}", nation=nation) for one in range(number)]
    forces = [
        *(Force(nation=nation, operation=operation) for operation in operations),
        *map(Force.of, units),
        *(Force(nation=nation, role=f"role {one}") for one in range(number)),
    ]
    claims = [present(force, IRAQ, 10, when=START, id=f"c{one}") for one, force in enumerate(forces)]
    return Hard(claims=claims, place=IRAQ, truth=10 * number)


HARD: Final[dict[str, Callable[[], Hard]]] = {
    "ring of 12 twice": lambda: ring(12, 2),
    "clique of 12 totals": lambda: clique(12, 12, 6),
    "chain of 24 shares": lambda: chain(24),
    "quarrel of 4 sources for 8 days": lambda: quarrel(8, 4),
    "two totals against 20 parts": lambda: parts(20),
    "another level every day for 60 days": lambda: changing(60),
    "to and fro 20 times": lambda: to_and_fro(20),
    "6 operations, 6 units and 6 roles": lambda: facets(6),
}


# -- they end -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", HARD)
def test_hard_ledger_has_an_answer_that_holds_the_truth(name: str) -> None:
    """Within the budgets as they are."""
    assert HARD[name]().count()


@pytest.mark.parametrize("name", HARD)
def test_hard_ledger_can_be_checked(name: str) -> None:
    """Every finding names claims of the ledger, each set once."""
    claims = HARD[name]().claims
    found = [one.claims for one in Ledger(claims).check(rules=["TM1"])]
    assert len(set(found)) == len(found)
    assert {claim for one in found for claim in one} <= {claim.id for claim in claims}


def test_too_many_alternatives_are_told() -> None:
    """Four sources for eight days leave more ways out than are followed: the bounds are wider, and say so."""
    answer = Ledger(quarrel(8, 4).claims).state(START).count(CAN, IRAQ)
    assert answer.partial
    assert 100 in answer.bounds


# -- or they are refused ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ring of 12 twice", "clique of 12 totals", "chain of 24 shares"])
def test_spent_pivots_are_refused_by_name_and_size(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The component, how many statements over how many cells, and what to do."""
    monkeypatch.setattr(effort, "MOST_PIVOTS", 0)
    hard = HARD[name]()
    with pytest.raises(TooHard, match="CAN") as refused:
        hard.count()
    assert "statements over" in str(refused.value)
    assert "at most 0 pivots" in str(refused.value)
    assert "split the ledger" in str(refused.value)


def test_too_many_statements_are_refused_before_any_is_solved(monkeypatch: pytest.MonkeyPatch) -> None:
    """A component of more than ten thousand, with its name and number."""
    monkeypatch.setattr(effort, "MOST_PIVOTS", -1)
    hard = changing(layout.MOST_STATEMENTS + 1)
    with pytest.raises(TooHard, match="10001") as refused:
        hard.count()
    assert "CAN in IRQ" in str(refused.value)


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven to the third combinations of operation, unit and role, each with none of those named."""
    monkeypatch.setattr(layout, "MOST_CELLS", 300)
    with pytest.raises(TooHard, match="343"):
        facets(6).count()


def test_other_components_of_a_hard_ledger_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is refused is one component, not the ledger."""
    ledger = Ledger([*clique(12, 12, 6).claims, present("FRA", "KWT", 200, when=START, id="fra")])
    monkeypatch.setattr(effort, "MOST_PIVOTS", 0)
    assert str(ledger.state(START).count("FRA", "KWT").bounds) == "200"
    with pytest.raises(TooHard, match="CAN"):
        ledger.state(START).count("CAN", bases(2)[1])


def bounds_of_bases(ledger: Ledger) -> list[ChangeBounds]:
    """Return what the claims allow at each of twelve bases, as the engine is asked."""
    view = ledger.state(START).view
    return [view.bounds([Term(1, Scope(CAN, place), START)]) for place in bases(12)]


@pytest.mark.parametrize("pivots", [0, 1, 5, 20])
def test_question_that_was_refused_leaves_nothing_behind(
    pivots: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked again with enough left, it is answered as if it had never been asked."""
    ledger, fresh = (Ledger(clique(12, 12, 6).claims) for _ in range(2))
    assert not list(ledger.check(rules=["TM1"]))
    monkeypatch.setattr(effort, "MOST_PIVOTS", pivots)
    with pytest.raises(TooHard, match="CAN"):
        bounds_of_bases(ledger)
    monkeypatch.undo()
    assert bounds_of_bases(ledger) == bounds_of_bases(fresh)


@pytest.mark.parametrize("pivots", [0, 1, 5, 20])
def test_question_that_was_broken_off_by_hand_leaves_nothing_behind(
    pivots: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even in the middle of a pivot: who stops a notebook's cell may ask again."""
    ledger, fresh = (Ledger(clique(12, 12, 6).claims) for _ in range(2))
    assert not list(ledger.check(rules=["TM1"]))
    left = iter(range(pivots))
    write_out = Tableau._write_out

    def stopped(self: Tableau, variable: int, users: Iterable[int], rise: int) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        write_out(self, variable, users, rise)

    monkeypatch.setattr(Tableau, "_write_out", stopped)
    with pytest.raises(KeyboardInterrupt):
        bounds_of_bases(ledger)
    monkeypatch.undo()
    assert bounds_of_bases(ledger) == bounds_of_bases(fresh)


def test_budget_is_that_of_all_worlds_of_a_settlement_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many small ones cost as much as a large one; the questions afterwards have budgets of their own."""
    claims = [*clique(12, 12, 6).claims, present(CAN, IRAQ, 1, when=START, id="false")]
    (account,) = Ledger(claims).state(START).view.accounts()
    assert len(account.outcome.settlements) > 1
    spent = account.layout.effort.pivots
    for allowed, refused in ((spent, False), (spent - 1, True)):
        monkeypatch.setattr(effort, "MOST_PIVOTS", allowed)
        with pytest.raises(TooHard, match="CAN") if refused else nullcontext():
            assert Ledger(claims).check(rules=["TM1"])
