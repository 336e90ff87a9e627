"""The axes: their words, and what happens to words that they do not have."""

from enum import StrEnum

import pytest

from troopmoves.claims import axis
from troopmoves.claims.axis import (
    BEGUN,
    HIDING,
    PLANS,
    LinkKind,
    Polarity,
    Progress,
    Stance,
    check_member,
    member,
)
from troopmoves.errors import AssumptionError, ClaimError

AXES = [
    kind
    for kind in vars(axis).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]
every_axis = pytest.mark.parametrize("kind", AXES, ids=lambda kind: kind.__name__)


def test_every_axis_is_looked_at() -> None:
    """The search above finds the axes."""
    assert {Progress, Polarity, Stance} <= set(AXES)


@every_axis
def test_axis_word_says_what_its_member_says(kind: type[StrEnum]) -> None:
    """Words are the members' names in small letters, so that documents read like the code."""
    admiralty = {"1", "2", "3", "4", "5", "6", "A", "B", "C", "D", "E", "F"}
    for one in kind:
        assert one.value == one.name.lower() or one.value in admiralty


@every_axis
def test_axis_reads_its_own_words(kind: type[StrEnum]) -> None:
    """Every word stands for its member, and a member for itself."""
    for one in kind:
        assert member(kind, one.value, "here") is one
        assert member(kind, one, "here") is one


def test_unknown_word_lists_the_words_there_are() -> None:
    """Whoever mistypes a word is shown all of them."""
    with pytest.raises(ClaimError, match="affirmed, negated") as raised:
        member(Polarity, "denied", "Claim.polarity")
    assert (raised.value.where, raised.value.got) == ("Claim.polarity", "denied")


def test_unknown_word_can_be_a_more_special_error() -> None:
    """Assumptions answer with their own error."""
    with pytest.raises(AssumptionError):
        member(Stance, "shouts", "Assumptions.stances", AssumptionError)


def test_record_holds_members_not_words() -> None:
    """A bare word equals its member but is not it, so a record that held one would be misread."""
    check_member(Polarity, Polarity.NEGATED, "Claim.polarity")
    with pytest.raises(ClaimError, match=r"use Polarity\(\.\.\.\)"):
        check_member(Polarity, "negated", "Claim.polarity")


def test_progress_is_a_plan_or_begun_or_neither() -> None:
    """No change is both planned and begun; only a cancelled one is neither."""
    assert not PLANS & BEGUN
    assert set(Progress) - PLANS - BEGUN == {Progress.CANCELLED}


def test_links_that_say_the_same_hide_nothing() -> None:
    """Confirming or denying a claim leaves it in sight."""
    assert set(LinkKind) - HIDING == {LinkKind.CONFIRMS, LinkKind.NEGATES}
