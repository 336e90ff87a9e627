"""Conventions: the built-in readings, users' own, and what no convention may do."""

import attrs
import pytest

from troopmoves.errors import ConventionError
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.convention import (
    BUILT_IN,
    DEFAULT_CONVENTION,
    IISS_2010,
    IISS_2020,
    LITERAL,
    PRESS,
    Convention,
    Tolerance,
    convention,
    read,
)
from troopmoves.quantity.headcount import Headcount, HeadcountKind


@attrs.frozen
class Contrarian:
    """A convention that reads whatever it is told to read."""

    answer: Bounds
    name: str = "contrarian/1"

    def bounds(self, headcount: Headcount) -> Bounds:
        """Return the answer, whatever was said."""
        assert isinstance(headcount, Headcount)
        return self.answer


class Unhashable:
    """A convention that cannot be a key."""

    name = "unhashable/1"
    __hash__ = None  # type: ignore[assignment]

    def bounds(self, headcount: Headcount) -> Bounds:
        """Return what the words literally say."""
        return LITERAL.bounds(headcount)


def test_built_in_conventions_are_these() -> None:
    """The names are fixed: documents and citations use them."""
    assert list(BUILT_IN) == ["literal", "press/1", "iiss/2010", "iiss/2020"]
    assert BUILT_IN[DEFAULT_CONVENTION] is PRESS


@pytest.mark.parametrize("name", BUILT_IN)
def test_convention_is_found_by_name(name: str) -> None:
    """A name gives the convention, and the convention gives itself."""
    found = convention(name)
    assert found.name == name
    assert convention(found) is found


def test_unknown_name_is_answered_with_the_known_ones() -> None:
    """The error lists what there is."""
    with pytest.raises(ConventionError, match=r"use literal, press/1, iiss/2010, iiss/2020"):
        convention("press/2")


@pytest.mark.parametrize("value", [None, 5, Tolerance, object()])
def test_what_is_no_convention_is_refused(value: Convention) -> None:
    """A convention has a name and reads headcounts; its class is not one."""
    with pytest.raises(ConventionError, match="a name and a method bounds"):
        convention(value)


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        (1, 0, 2),
        (7, 5, 9),
        (14, 12, 16),
        (200, 160, 240),
        (500, 400, 600),
        (1000, 800, 1200),
        (850, 765, 935),
        (2976, 2827, 3125),
        (100_001, 95_000, 105_002),
    ],
)
def test_press_tolerance_follows_the_significant_digits(number: int, low: int, high: int) -> None:
    """20, 10 and 5 per cent for 1, 2 and more significant digits, outward to whole persons."""
    assert PRESS.around(number) == (low, high)


def test_tolerance_is_computed_in_whole_numbers() -> None:
    """A figure beyond the precision of floats keeps its exact ends."""
    assert PRESS.around(10**18 - 1) == (949_999_999_999_999_999, 1_049_999_999_999_999_999)


def test_military_balance_reads_about_as_at_least() -> None:
    """There, "about" warns that the number could be higher."""
    assert Headcount.of("about 500").bounds(IISS_2020) == Bounds(500, None)
    assert Headcount.of("about 500").bounds("iiss/2010") == Bounds(500, None)


@pytest.mark.parametrize("text", ["some 500", "Some 500 troops"])
def test_military_balance_of_2010_reads_some_as_up_to(text: str) -> None:
    """In 2010 "some" meant "up to"; ten years later it was not defined."""
    some = Headcount.of("about 500", text=text)
    assert some.bounds(IISS_2010) == Bounds(0, 500)
    assert some.bounds(IISS_2020) == Bounds(500, None)


@pytest.mark.parametrize("text", ["something like 500", "awesome 500", ""])
def test_some_is_a_whole_first_word(text: str) -> None:
    """Only the word itself, at the beginning, is meant."""
    assert Headcount.of("about 500", text=text).bounds(IISS_2010) == Bounds(500, None)


@pytest.mark.parametrize("notation", ["nearly 500", "up to 850", "dozens", "some", "about 100..150"])
def test_military_balance_takes_other_words_literally(notation: str) -> None:
    """What it does not define sets no limit."""
    headcount = Headcount.of(notation)
    assert headcount.bounds(IISS_2020) == headcount.bounds(IISS_2010) == headcount.bounds("literal")


def test_own_tolerance_is_read_by_its_percentages() -> None:
    """A desk with other habits names its own convention."""
    desk = Tolerance(name="desk/1", percents=(50, 10, 1))
    assert Headcount.of("about 200").bounds(desk) == Bounds(100, 300)
    assert Headcount.of("about 210").bounds(desk) == Bounds(189, 231)
    assert Headcount.of("about 2121").bounds(desk) == Bounds(2099, 2143)


@pytest.mark.parametrize("percents", [(0, 10, 5), (20, 101, 5), (20, 10), (20, 10, 5.0), [20, 10, 5], None])
def test_tolerance_refuses_odd_percentages(percents: tuple[int, int, int]) -> None:
    """Three whole percentages, each from 1 to 100."""
    with pytest.raises(ConventionError, match=r"Tolerance\.percents"):
        Tolerance(name="desk/1", percents=percents)


@pytest.mark.parametrize("name", ["", "  ", None])
def test_tolerance_needs_a_name(name: str) -> None:
    """A number without the name of its convention cannot be checked."""
    with pytest.raises(ConventionError, match=r"Tolerance\.name"):
        Tolerance(name=name, percents=(20, 10, 5))


def test_built_in_name_cannot_be_taken() -> None:
    """Numbers that say press/1 are read by press/1."""
    with pytest.raises(ConventionError, match="belongs to a built-in"):
        convention(Tolerance(name="press/1", percents=(10, 10, 10)))
    same = Tolerance(name="press/1", percents=(20, 10, 5))
    assert convention(same) == PRESS


def test_convention_is_hashable() -> None:
    """Conventions are keys of what was solved."""
    with pytest.raises(ConventionError, match="hashable"):
        convention(Unhashable())


@pytest.mark.parametrize("answer", [Bounds(10, 20), Bounds(0, None), None, (14, 20)])
def test_convention_never_contradicts_the_words(answer: Bounds) -> None:
    """At least 14 is not 10, and not an odd object either; the error names convention and words."""
    with pytest.raises(ConventionError, match=r"contrarian/1 on 'at least 14': .* literally say, 14-\?"):
        read(Headcount.of("at least 14"), Contrarian(answer))


def test_convention_may_narrow_the_words() -> None:
    """Inside what the words say a convention is free."""
    assert read(Headcount.of("at least 14"), Contrarian(Bounds(14, 20))) == Bounds(14, 20)
    assert Headcount(kind=HeadcountKind.UNKNOWN).bounds(Contrarian(Bounds.exactly(3))) == Bounds.exactly(3)
