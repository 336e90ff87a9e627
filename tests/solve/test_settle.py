from datetime import date, timedelta

from solve.frame import plots

from troopmoves.claims.assumptions import UNLIMITED, Assumptions
from troopmoves.claims.claim import Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.verb import present, relocate
from troopmoves.entities.place import Base, Country, Place
from troopmoves.solve.inertia import ALWAYS, Span
from troopmoves.solve.layout import Layout
from troopmoves.solve.reading import read_claims
from troopmoves.solve.settle import Outcome, settle

IRAQ = Country.of("IRQ")
BASE = Base(id="al-asad", name="Al Asad", within=IRAQ)


def settled(*claims: Claim, carry: timedelta = UNLIMITED, most: int = 16) -> Outcome:
    statements = read_claims(list(map(Entry, claims)), Assumptions.of(carry=carry), ()).statements
    return settle(Layout("CAN", plots(["CAN"], statements), statements, scopes=(), carry=carry), most)


def level(name: str, count: int | str, day: int, place: Place = IRAQ) -> Claim:
    return present("CAN", place, count, when=date(2020, 1, day), id=name)


def test_claims_that_agree_need_no_settling() -> None:
    """One alternative, nothing set aside, nothing opened."""
    outcome = settled(level("a", 500, 1), level("b", "about 500", 5))
    (only,) = outcome.settlements
    assert not any((only.aside, only.gaps, only.unexplained))
    assert outcome.contradictions == ()


def test_two_numbers_on_one_day_contradict_each_other() -> None:
    """Either may be wrong: there is one alternative for each."""
    outcome = settled(level("a", 500, 1), level("b", 300, 1))
    assert [clash.claims for clash in outcome.contradictions] == [("a", "b")]
    assert sorted(sorted(one.aside) for one in outcome.settlements) == [["a"], ["b"]]


def test_part_larger_than_its_whole_is_a_contradiction() -> None:
    """Six hundred at a base are not among five hundred in its country."""
    outcome = settled(level("whole", 500, 1), level("part", 600, 1, BASE), level("fine", 100, 9, BASE))
    assert [clash.claims for clash in outcome.contradictions] == [("part", "whole")]


def test_conflict_sets_are_irreducible() -> None:
    """Claims that are not needed for the clash are not in it."""
    outcome = settled(
        level("a", 500, 1), level("b", 300, 1), level("c", "at least 200", 1), level("d", "some", 1)
    )
    assert [clash.claims for clash in outcome.contradictions] == [("a", "b")]


def test_two_numbers_on_two_days_are_an_unexplained_change() -> None:
    """Somebody moved unreported: a lead, and nothing is set aside."""
    (only,) = settled(level("a", 500, 1), level("b", 300, 5)).settlements
    (iraq,) = only.world._layout.cells_about(["a"])
    assert only.aside == frozenset()
    assert only.gaps.unbroken(iraq, date(2020, 1, 5), ALWAYS) == Span(date(2020, 1, 5), date.max)
    assert [(clash.claims, clash.unexplained) for clash in only.unexplained] == [(("a", "b"), True)]


def test_gap_is_opened_only_where_something_must_have_changed() -> None:
    """Of the rest of the country nothing is said later, so nothing there need have changed."""
    (only,) = settled(level("whole", 500, 1), level("part", 600, 5, BASE)).settlements
    layout = only.world._layout
    (base,) = layout.cells_about(["part"])
    (rest,) = layout.cells_about(["whole"]) - {base}
    opened = {cell: only.gaps.unbroken(cell, date(2020, 1, 3), ALWAYS) for cell in (base, rest)}
    assert opened == {base: None, rest: ALWAYS}


def test_two_numbers_beyond_the_carry_are_no_finding() -> None:
    """Nothing holds them together."""
    (only,) = settled(level("a", 500, 1), level("b", 300, 20), carry=timedelta(days=5)).settlements
    assert only.unexplained == ()


def test_contradictions_are_settled_before_unexplained_changes() -> None:
    """A change is looked for in every alternative, with what is set aside there away."""
    outcome = settled(level("a", 500, 1), level("b", 300, 1), level("c", 300, 5))
    changes = {
        tuple(sorted(one.aside)): [clash.claims for clash in one.unexplained] for one in outcome.settlements
    }
    assert changes == {("a",): [], ("b",): [("a", "c")]}


def test_clash_by_the_words_is_told_from_one_by_the_convention() -> None:
    """About 500 and 700 agree to the letter; at least 500 and 300 do not."""
    (tension,) = settled(level("a", "about 500", 1), level("b", 700, 1)).contradictions
    (firm,) = settled(level("a", "at least 500", 1), level("b", 300, 1)).contradictions
    assert (tension.literal, firm.literal) == (False, True)


def test_set_aside_move_keeps_its_freedom() -> None:
    """Only amounts can be dropped: the way stays open, or other claims would clash that do not."""
    move = relocate("CAN", 900, origin=IRAQ, to="KWT", when="2020-01-03", progress="completed", id="move")
    outcome = settled(level("a", 500, 1), level("b", 400, 5), move)
    assert [clash.claims for clash in outcome.contradictions] == []
    (only,) = outcome.settlements
    assert [clash.claims for clash in only.unexplained] == [("a", "move")]


def test_alternatives_are_at_most_as_many_as_allowed() -> None:
    """Beyond that both sides of a contradiction are set aside, and the outcome is marked partial."""
    pairs = [level(f"{name}{day}", count, day) for day in range(1, 6) for name, count in (("x", 5), ("y", 9))]
    places = [Base(id=f"base-{number}", name="base", within=IRAQ) for number in range(5)]
    claims = [
        present("CAN", places[index // 2], index % 2, when="2020-01-01", id=claim.id)
        for index, claim in enumerate(pairs)
    ]
    outcome = settled(*claims)
    assert outcome.partial
    assert len(outcome.settlements) <= 16
    assert len(outcome.contradictions) == 5
    every = settled(*claims, most=32)
    assert not every.partial
    assert len(every.settlements) == 32


def test_partial_outcome_is_wider_never_wrong() -> None:
    """What every alternative keeps is all that is kept."""
    claims = [level("a", 500, 1), level("b", 300, 1)]
    (only,) = settled(*claims, most=1).settlements
    assert only.aside == {"a", "b"}
