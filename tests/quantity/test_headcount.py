"""Headcounts: what each kind holds, what it refuses, and what it answers."""

import pickle
from typing import Any

import pytest

from troopmoves.errors import BoundsError, NotationError
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.quantity.verdict import Verdict

KIND = HeadcountKind


@pytest.mark.parametrize(
    ("notation", "literal", "press", "nominal", "approximate"),
    [
        ("500", "500", "500", 500, False),
        ("about 500", "0-?", "400-600", 500, True),
        ("about 200", "0-?", "160-240", 200, True),
        ("about 2976", "0-?", "2827-3125", 2976, True),
        ("about 1000", "0-?", "800-1200", 1000, True),
        ("about 1", "0-?", "0-2", 1, True),
        ("nearly 500", "0-?", "400-499", 500, True),
        ("just over 500", "500-?", "501-600", 500, True),
        ("at least 14", "14-?", "14-?", None, False),
        ("more than 5000", "5001-?", "5001-?", None, False),
        ("at most 80", "0-80", "0-80", None, False),
        ("fewer than 80", "0-79", "0-79", None, False),
        ("up to 850", "0-?", "0-850", None, False),
        ("100..150", "100-150", "100-150", None, False),
        ("about 100..150", "0-?", "100-150", None, True),
        ("dozens", "2-?", "20-199", None, True),
        ("some", "1-?", "1-?", None, False),
        ("unknown", "0-?", "0-?", None, False),
        ("zero", "0", "0", 0, False),
    ],
)
def test_kind_follows_the_table(
    notation: str,
    literal: str,
    press: str,
    nominal: int | None,
    approximate: bool,  # noqa: FBT001 (a column)
) -> None:
    """Each kind is read literally and by press/1 as the table of kinds says."""
    headcount = Headcount.of(notation)
    assert str(headcount.bounds("literal")) == literal
    assert str(headcount.bounds()) == str(headcount.bounds("press/1")) == press
    assert headcount.nominal == nominal
    assert headcount.approximate is approximate


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("Headcount.number", {"kind": KIND.EXACT}),
        ("Headcount.number", {"kind": KIND.EXACT, "number": 0}),
        ("Headcount.number", {"kind": KIND.EXACT, "number": True}),
        ("Headcount.number", {"kind": KIND.EXACT, "number": 5.0}),
        ("Headcount.number", {"kind": KIND.EXACT, "number": 10**18}),
        ("Headcount.number", {"kind": KIND.ABOUT, "number": 0}),
        ("Headcount.number", {"kind": KIND.NEARLY, "number": 1}),
        ("Headcount.number", {"kind": KIND.AT_LEAST, "number": -3}),
        ("Headcount.number", {"kind": KIND.ZERO, "number": 0}),
        ("Headcount.number", {"kind": KIND.RANGE, "number": 5, "low": 1, "high": 9}),
        ("Headcount.low", {"kind": KIND.RANGE, "high": 9}),
        ("Headcount.high", {"kind": KIND.RANGE, "low": 9}),
        ("Headcount.low", {"kind": KIND.RANGE, "low": -1, "high": 9}),
        ("Headcount.high", {"kind": KIND.RANGE, "low": 9, "high": 9}),
        ("Headcount.high", {"kind": KIND.RANGE, "low": 9, "high": 8}),
        ("Headcount.low", {"kind": KIND.ABOUT, "number": 5, "low": 1}),
        ("Headcount.high", {"kind": KIND.UNKNOWN, "high": 5}),
        ("Headcount.about", {"kind": KIND.ABOUT, "number": 5, "about": True}),
        ("Headcount.about", {"kind": KIND.RANGE, "low": 1, "high": 5, "about": 1}),
        ("Headcount.word", {"kind": KIND.VAGUE}),
        ("Headcount.word", {"kind": KIND.VAGUE, "word": "umpteen"}),
        ("Headcount.word", {"kind": KIND.UNSPECIFIED, "word": "dozens"}),
        ("Headcount.kind", {"kind": "exact", "number": 5}),
        ("Headcount.text", {"kind": KIND.UNKNOWN, "text": None}),
    ],
)
def test_headcount_refuses_what_its_kind_cannot_hold(path: str, fields: dict[str, Any]) -> None:
    """A figure too many, too few or too small is refused, with its path."""
    with pytest.raises(BoundsError) as caught:
        Headcount(**fields)
    assert caught.value.where == path


def test_nobody_is_a_kind_of_its_own() -> None:
    """An exact zero is refused, and the way out is named."""
    with pytest.raises(BoundsError, match=r"use HeadcountKind\.ZERO"):
        Headcount(kind=KIND.EXACT, number=0)


def test_of_takes_whole_numbers() -> None:
    """A plain int is an exact count, and 0 is nobody."""
    assert Headcount.of(14) == Headcount(kind=KIND.EXACT, number=14)
    assert Headcount.of(0) == Headcount.of("0") == Headcount(kind=KIND.ZERO)


def test_of_keeps_the_publishers_words() -> None:
    """Text stands beside the notation, and is part of what was said."""
    said = Headcount.of("about 500", text="an estimated 500")
    assert said.text == "an estimated 500"
    assert said != Headcount.of("about 500")
    assert str(said) == "about 500"


def test_of_returns_a_headcount_as_it_is() -> None:
    """A headcount passes through; a new text replaces the old."""
    said = Headcount.of("about 500", text="some 500")
    assert Headcount.of(said) is said
    assert Headcount.of(said, text="500 or so") == said.with_text("500 or so")


@pytest.mark.parametrize(
    "notation", [True, None, 5.0, -3, b"5", 10**18, "about 0", "nearly 1", "9..9", "9..8"]
)
def test_of_refuses_with_one_error(notation: str) -> None:
    """Whatever is wrong with the notation, NotationError says so."""
    with pytest.raises(NotationError) as caught:
        Headcount.of(notation)
    assert caught.value.got == notation or str(caught.value.got) == str(notation)
    assert caught.value.where == "Headcount.of"


def test_equality_is_of_statements() -> None:
    """Two wordings with the same bounds are two statements."""
    assert Headcount.of("at most 80").bounds() == Headcount.of("up to 80").bounds()
    assert Headcount.of("at most 80") != Headcount.of("up to 80")
    assert len({Headcount.of("~500"), Headcount.of("about 500")}) == 1


def test_headcounts_have_no_order() -> None:
    """About 200 is neither smaller nor larger than 210; a sort needs a key."""
    some = [Headcount.of("about 200"), Headcount.of("dozens"), Headcount.of(210), Headcount.of(200)]
    with pytest.raises(TypeError, match="not supported"):
        sorted(some)  # type: ignore[type-var]
    assert [str(each) for each in sorted(some, key=Headcount.sort_key)] == [
        "dozens",
        "about 200",
        "200",
        "210",
    ]


def test_questions_have_verdicts() -> None:
    """Headcounts are compared by what their words allow, under the convention asked for."""
    about, exact = Headcount.of("about 500"), Headcount.of(650)
    assert about.same_as(exact) is Verdict.RULED_OUT
    assert about.same_as(exact, convention="literal") is Verdict.POSSIBLE
    assert about.fewer_than(exact) is Verdict.CERTAIN
    assert exact.more_than(about) is Verdict.CERTAIN
    assert about.at_least(400) is Verdict.CERTAIN
    assert about.at_least(400, convention="literal") is Verdict.POSSIBLE
    assert about.at_most(399) is Verdict.RULED_OUT


def test_headcount_survives_pickling_and_repr() -> None:
    """A headcount comes back equal from a pickle and from its repr."""
    said = Headcount.of("about 100..150", text="100 to 150 or so")
    assert pickle.loads(pickle.dumps(said)) == said  # noqa: S301 (our own bytes)
    names = {"Headcount": Headcount, "HeadcountKind": HeadcountKind}
    pasted = repr(said).replace(repr(said.kind), "HeadcountKind.RANGE")
    assert eval(pasted, names) == said  # noqa: S307 (our own text)
