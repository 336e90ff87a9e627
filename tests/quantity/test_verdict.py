"""Verdicts: three members, and no way to take one for True or False."""

import pytest

from troopmoves.errors import UndecidedError
from troopmoves.quantity.verdict import Verdict


@pytest.mark.parametrize("verdict", Verdict)
def test_verdict_is_exactly_one_of_three(verdict: Verdict) -> None:
    """Exactly the question about the member itself is answered yes."""
    answers = {
        Verdict.CERTAIN: verdict.certain,
        Verdict.POSSIBLE: verdict.possible,
        Verdict.RULED_OUT: verdict.ruled_out,
    }
    assert [member for member, answer in answers.items() if answer] == [verdict]


@pytest.mark.parametrize("verdict", Verdict)
def test_verdict_refuses_to_be_a_condition(verdict: Verdict) -> None:
    """`if verdict:` raises for every member, and says what to ask instead."""
    with pytest.raises(UndecidedError, match=r"verdict\.certain, verdict\.possible or verdict\.ruled_out"):
        bool(verdict)


@pytest.mark.parametrize(
    ("always", "never", "expected"),
    [(True, False, Verdict.CERTAIN), (False, False, Verdict.POSSIBLE), (False, True, Verdict.RULED_OUT)],
)
def test_of_finds_the_verdict(*, always: bool, never: bool, expected: Verdict) -> None:
    """What holds always is certain, what holds never is ruled out, the rest is possible."""
    assert Verdict.of(always=always, never=never) is expected


def test_of_refuses_both() -> None:
    """A question about no state at all has no verdict."""
    with pytest.raises(UndecidedError, match="no state at all"):
        Verdict.of(always=True, never=True)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [(Verdict.CERTAIN, "certain"), (Verdict.POSSIBLE, "possible"), (Verdict.RULED_OUT, "ruled out")],
)
def test_words_are_prose(verdict: Verdict, words: str) -> None:
    """A verdict reads as it would in a sentence."""
    assert verdict.words == words


def test_value_is_the_word_of_documents() -> None:
    """Each verdict is written, and found again, by its lower case word."""
    assert [str(verdict) for verdict in Verdict] == ["certain", "possible", "ruled_out"]
    assert Verdict("ruled_out") is Verdict.RULED_OUT


@pytest.mark.parametrize("other", ["possible", True, None])
def test_verdict_combines_with_verdicts_only(other: Verdict) -> None:
    """A bool, or the bare word of a verdict, is refused."""
    with pytest.raises(UndecidedError, match="combine with verdicts only"):
        _ = Verdict.CERTAIN & other
    with pytest.raises(UndecidedError, match="combine with verdicts only"):
        _ = Verdict.CERTAIN | other
