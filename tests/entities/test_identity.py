"""What an id and a name may look like."""

import pytest

from troopmoves.entities.identity import (
    checked_aliases,
    checked_distinct,
    checked_id,
    checked_name,
    checked_tuple,
    is_id,
)
from troopmoves.errors import ForceError, PlaceError


@pytest.mark.parametrize("text", ["a", "7", "al-asad", "Camp_Taji.2", "2-cmbg"])
def test_plain_text_is_an_id(text: str) -> None:
    """Letters, digits, dot, underscore and hyphen, after a letter or digit."""
    assert is_id(text)
    assert checked_id("Base.id", text, PlaceError) == text


@pytest.mark.parametrize("text", ["", " a", "al asad", "-a", ".a", "é", "a/b", "a\n", 7, None])
def test_other_text_is_no_id(text: str) -> None:
    """The error is of the caller's class and has the caller's path."""
    assert not is_id(text)
    with pytest.raises(PlaceError) as caught:
        checked_id("Base.id", text, PlaceError)
    assert (caught.value.where, caught.value.got) == ("Base.id", text)


@pytest.mark.parametrize("text", ["", " ", " padded", "padded ", None])
def test_empty_or_padded_text_is_no_name(text: object) -> None:
    """A name is what people read, to the letter."""
    with pytest.raises(ForceError, match=r"^Force\.role: got"):
        checked_name("Force.role", text, ForceError)


def test_name_keeps_its_letters() -> None:
    """Names may have any letters and signs inside."""
    assert checked_name("Base.name", "Ain al-'Assad", PlaceError) == "Ain al-'Assad"


@pytest.mark.parametrize(("aliases", "where"), [(("a", ""), "[1]"), (("a", "a"), ""), (["a"], "")])
def test_aliases_are_distinct_names_in_a_tuple(aliases: tuple[str, ...], where: str) -> None:
    """The error points at the alias that is wrong."""
    with pytest.raises(PlaceError) as caught:
        checked_aliases("Base.aliases", aliases, PlaceError)
    assert caught.value.where == f"Base.aliases{where}"


def test_tuples_of_distinct_values_pass() -> None:
    """Nothing is said about what is right."""
    checked_tuple("Operation.members", (1, 2), PlaceError)
    checked_distinct("Operation.members", (1, 2), PlaceError)
    checked_aliases("Base.aliases", ("a", "b"), PlaceError)
