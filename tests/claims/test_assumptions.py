"""Assumptions: their defaults, how they are chosen, and how they read."""

from datetime import timedelta

import pytest

from troopmoves.claims.assumptions import UNLIMITED, Assumptions, Plans
from troopmoves.claims.axis import Category, Stance
from troopmoves.errors import AssumptionError, ConventionError
from troopmoves.quantity.convention import LITERAL, PRESS


def test_defaults_are_the_cautious_ones() -> None:
    """Plans are plans, sources assert, nothing goes unreported for a year."""
    assert Assumptions.of() == Assumptions(
        convention=PRESS,
        plans=Plans.MAY,
        carry=timedelta(days=365),
        stances=frozenset({Stance.ASSERTS}),
        categories=frozenset({Category.REPORTED}),
    )


def test_choices_are_made_by_value_or_by_word() -> None:
    """A word chooses what the member chooses."""
    by_word = Assumptions.of(
        convention="literal", plans="done", stances=["asserts", "alleges"], categories={"assumed"}
    )
    by_value = Assumptions.of(
        convention=LITERAL,
        plans=Plans.DONE,
        stances={Stance.ALLEGES, Stance.ASSERTS},
        categories=[Category.ASSUMED],
    )
    assert by_word == by_value
    assert hash(by_word) == hash(by_value)


def test_choices_leave_the_rest_of_the_base_as_it_is() -> None:
    """Some choices are made, the others stay."""
    base = Assumptions.of(plans="ignore", carry=UNLIMITED, stances=["alleges"], categories=["inferred"])
    changed = Assumptions.of(base, convention="literal")
    assert changed == Assumptions(
        convention=LITERAL,
        plans=Plans.IGNORE,
        carry=UNLIMITED,
        stances=frozenset({Stance.ALLEGES}),
        categories=frozenset({Category.INFERRED}),
    )
    assert Assumptions.of(base) == base


def test_unknown_choice_names_those_there_are() -> None:
    """A misspelled assumption is not passed over."""
    with pytest.raises(AssumptionError, match="categories, convention, plans") as raised:
        Assumptions.of(plan="done")  # type: ignore[call-arg]
    assert raised.value.got == "plan"


@pytest.mark.parametrize(
    ("choices", "where"),
    [
        ({"plans": "perhaps"}, "Assumptions.plans"),
        ({"stances": ["shouts"]}, "Assumptions.stances"),
        ({"categories": ["rumoured"]}, "Assumptions.categories"),
        ({"stances": "asserts"}, "Assumptions.stances"),
        ({"categories": "assumed"}, "Assumptions.categories"),
        ({"carry": timedelta(days=-1)}, "Assumptions.carry"),
        ({"carry": timedelta(hours=36)}, "Assumptions.carry"),
        ({"carry": 30}, "Assumptions.carry"),
    ],
)
def test_wrong_choice_is_refused_where_it_was_made(choices: dict[str, object], where: str) -> None:
    """The error says which assumption it is about."""
    with pytest.raises(AssumptionError) as raised:
        Assumptions.of(**choices)  # type: ignore[arg-type]
    assert raised.value.where == where
    assert raised.value.way_out or "whole days" in raised.value.rule


def test_one_word_for_several_is_shown_as_a_set() -> None:
    """A text would be taken letter by letter; the way out shows what is meant."""
    with pytest.raises(AssumptionError, match=r"use \{'asserts'\}"):
        Assumptions.of(stances="asserts")


def test_unknown_convention_is_the_error_of_conventions() -> None:
    """The name of a convention is looked up where conventions live."""
    with pytest.raises(ConventionError):
        Assumptions.of(convention="press/9")


@pytest.mark.parametrize(
    ("assumptions", "words"),
    [
        (Assumptions(), "plans may have been carried out; figures read by press/1"),
        (Assumptions.of(plans="ignore"), "plans ignored"),
        (Assumptions.of(plans="done"), "plans carried out"),
        (Assumptions.of(carry=UNLIMITED), "nothing ever unreported"),
        (Assumptions.of(carry=timedelta(days=30)), "nothing unreported for 30 days"),
        (Assumptions.of(carry=timedelta(0)), "anything may go unreported"),
        (Assumptions.of(stances=["threatens", "alleges"]), "stances admitted: alleges, threatens"),
        (Assumptions.of(stances=[]), "stances admitted: none"),
        (Assumptions.of(categories=["inferred"]), "categories admitted: inferred"),
        (Assumptions.of(categories=[]), "categories admitted: none"),
    ],
)
def test_assumptions_read_as_a_sentence_could(assumptions: Assumptions, words: str) -> None:
    """Each assumption has its words; those that are not the default are added."""
    assert words in str(assumptions)


def test_defaults_say_nothing_of_stances() -> None:
    """What goes without saying is not said."""
    assert "admitted" not in str(Assumptions())
