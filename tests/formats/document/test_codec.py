"""What cattrs does for documents, and what it must not do."""

from enum import StrEnum

import attrs
import pytest

from troopmoves.errors import DocumentError
from troopmoves.formats.document.codec import Codec, Plain, Shape


class Colour(StrEnum):
    """A vocabulary."""

    RED = "red"


@attrs.frozen(kw_only=True)
class Thing:
    """A record with a field of every plain sort."""

    name: str
    heavy: bool = False
    weight: float | None = None
    colour: Colour | None = None
    parts: tuple[str, ...] = ()


SHAPE = Shape(record=Thing, keys={"name": "called"})


def test_record_is_read_and_written_by_its_shape() -> None:
    """Keys may differ from names; defaults are left out."""
    tree: Plain = {"called": "x", "heavy": True, "weight": 1.5, "colour": "red", "parts": ["a"]}
    thing = Thing(name="x", heavy=True, weight=1.5, colour=Colour.RED, parts=("a",))
    assert Codec().read_shape(tree, SHAPE) == thing
    assert Codec().write_shape(thing, SHAPE) == tree
    assert Codec().write_shape(Thing(name="x"), SHAPE) == {"called": "x"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("called", 5),
        ("called", None),
        ("called", ["a"]),
        ("heavy", 1),
        ("heavy", "true"),
        ("heavy", None),
        ("weight", "1.5"),
        ("weight", True),
        ("weight", None),
        ("colour", "RED"),
        ("colour", 0),
        ("parts", "abc"),
        ("parts", {"a": 1}),
        ("parts", None),
    ],
)
def test_nothing_is_coerced(key: str, value: Plain) -> None:
    """Each sort takes its own values, and null is none of them."""
    with pytest.raises(DocumentError) as caught:
        Codec().read_shape({"called": "x", key: value}, SHAPE)
    assert [problem.path for problem in caught.value.problems] == [key]


def test_whole_number_is_a_number_and_stays_whole() -> None:
    """33 and 33.0 are one number; neither is changed into the other."""
    assert isinstance(Codec().read_shape({"called": "x", "weight": 33}, SHAPE).weight, int)


def test_attribute_without_a_key_is_no_key() -> None:
    """The name of an attribute is not a key where the shape has another one."""
    with pytest.raises(DocumentError) as caught:
        Codec().read_shape({"name": "x"}, SHAPE)
    assert [problem.path for problem in caught.value.problems] == ["called", "name"]


def test_mistake_of_the_library_is_not_blamed_on_the_document() -> None:
    """An error that no rule foresees comes through as it is."""

    def fail(_: object) -> object:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Codec().read_shape(
            {"called": "x"}, Shape(record=Thing, keys={"name": "called"}, reads={"name": fail})
        )
