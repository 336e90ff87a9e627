"""Records in a schema: their keys, each with what it takes, what it means and whether it is needed.

All of it comes from the `Shape` of a record and its class; `_REFINED` adds what a rule of the class says and
its annotations do not.

To add a field: nothing, if its class is in `TERMS`; else one entry there. To add an enumeration: nothing.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

import attrs

from troopmoves.claims.axis import Credibility
from troopmoves.claims.claim import Attribution, Claim, Link
from troopmoves.claims.proposition import ActivityChange, Whole
from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import AnyOf, Area, Base, Country, Place, Region, Unspecified
from troopmoves.entities.unit import Unit
from troopmoves.formats.document.codec import Plain, Shape
from troopmoves.formats.schema import meaning
from troopmoves.formats.schema.notation import ref
from troopmoves.ledger.note import Note
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.timing.when import When

_TRUTH: Final[dict[str, Plain]] = {"type": "boolean"}
_NUMBER: Final[dict[str, Plain]] = {"type": "number"}

TERMS: Final[Mapping[frozenset[Any], dict[str, Plain]]] = types.MappingProxyType(
    {
        frozenset(classes): term
        for classes, term in (
            ((str,), ref("text")),
            ((bool,), _TRUTH),
            ((float,), _NUMBER),
            ((date,), ref("day")),
            ((date, datetime), ref("moment")),
            ((When,), ref("when")),
            ((Headcount,), ref("headcount")),
            ((Share,), ref("share")),
            ((Nation,), ref("nation")),
            ((Operation,), ref("id")),
            ((Unit,), ref("id")),
            ((Nation, Organisation), ref("lead")),
            ((Nation, Organisation, Operation), ref("operator")),
            ((str, OtherThan), ref("name")),
            ((Force,), ref("force")),
            (typing.get_args(Place), ref("place")),
            ((Country, Area, Base, Region, Unspecified), ref("option")),
            ((Country, Area, Base, Region), ref("definite_place")),
            ((Country, Area), ref("definite_place")),
            ((Whole,), ref("whole")),
            ((Attribution,), ref("said")),
            ((Link,), ref("link")),
            ((Claim,), ref("claim")),
        )
    }
)
"""What stands for a class, or for one of several, in a document."""

_DISTINCT: Final[dict[str, Plain]] = {"uniqueItems": True}
_NAMES: Final[dict[str, Plain]] = {"items": ref("name"), **_DISTINCT}
_DEGREES: Final = {"latitude": 90, "longitude": 180}

_REFINED: Final[Mapping[tuple[type, str], dict[str, Plain]]] = types.MappingProxyType(
    {
        **{(record, "name"): ref("name") for record in (Operation, Unit, Area, Base, Region)},
        (Organisation, "name"): ref("name_or_nothing"),
        **{(record, "aliases"): _NAMES for record in (Operation, Unit, Base)},
        **{(Base, name): {"minimum": -most, "maximum": most} for name, most in _DEGREES.items()},
        (Operation, "members"): _DISTINCT,
        (Region, "members"): {"minItems": 1, **_DISTINCT},
        (AnyOf, "options"): {"minItems": 2, **_DISTINCT},
        (ActivityChange, "activity"): ref("words"),
        (Note, "text"): ref("words"),
        (Claim, "links"): _DISTINCT,
    }
)
"""What the rules of a class say of a field beside its type."""


def properties(shape: Shape) -> dict[str, Plain]:
    """Return the schema of each key that stands for a field of the record."""
    meanings = meaning.of_fields(shape.record, shape.keys)
    hints = typing.get_type_hints(shape.record)
    found: dict[str, Plain] = {}
    for field in _fields(shape):
        term: dict[str, Plain] = {"description": meanings[field.name], **_term(hints[field.name])}
        if field.name == "id":
            term |= ref("id")
        term |= _REFINED.get((shape.record, field.name), {})
        if isinstance(field.default, StrEnum | bool):
            term["default"] = str(field.default) if isinstance(field.default, StrEnum) else field.default
        found[shape.keys.get(field.name, field.name)] = term
    return found


def needed(shape: Shape) -> list[Plain]:
    """Return the keys that stand for fields without a default."""
    return [
        shape.keys.get(field.name, field.name) for field in _fields(shape) if field.default is attrs.NOTHING
    ]


def mapping(shape: Shape, **more: Plain) -> dict[str, Plain]:
    """Return the schema of a record that stands as a mapping of nothing but its fields."""
    return closed(meaning.of_class(shape.record), properties(shape), needed(shape), **more)


def closed(
    description: str, keys: Mapping[str, Plain], required: list[Plain], **more: Plain
) -> dict[str, Plain]:
    """Return the schema of a mapping that has these keys and no others."""
    found: dict[str, Plain] = {"description": description, "type": "object", "properties": dict(keys)}
    if required:
        found["required"] = required
    return {**found, "additionalProperties": False, **more}


def vocabulary(words: type[StrEnum]) -> dict[str, Plain]:
    """Return the schema of an enumeration: each word with its meaning."""
    plain = int if words is Credibility else str
    return {
        "description": meaning.of_class(words),
        **one_of({plain(word): said for word, said in _words(words)}),
    }


def one_of(words: Mapping[Any, str]) -> dict[str, Plain]:
    """Return the schema of a choice among words, each with its meaning."""
    return {"oneOf": [{"const": word, "description": said} for word, said in words.items()]}


def name_of(words: type) -> str:
    """Return what the definition of an enumeration is called.

    >>> name_of(Credibility)
    'credibility'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", words.__name__).lower()


def vocabularies(*shapes: Shape) -> dict[str, dict[str, Plain]]:
    """Return the definitions of all enumerations that the fields of records take, by name."""
    found = [
        member
        for shape in shapes
        for field in _fields(shape)
        for member in _members(typing.get_type_hints(shape.record)[field.name])
        if isinstance(member, type) and issubclass(member, StrEnum)
    ]
    return {name_of(words): vocabulary(words) for words in sorted(set(found), key=name_of)}


def _words(words: type[StrEnum]) -> list[tuple[Any, str]]:
    return [(word.value, said) for word, said in meaning.of_members(words).items()]


def _fields(shape: Shape) -> list[Any]:
    return [
        field
        for field in attrs.fields(shape.record)
        if field.name not in shape.without and shape.keys.get(field.name, field.name)
    ]


def _term(hint: Any) -> dict[str, Plain]:  # noqa: ANN401 (an annotation)
    if typing.get_origin(hint) is tuple:
        return {"type": "array", "items": _term(typing.get_args(hint)[0])}
    members = _members(hint)
    [*others, first] = members
    if not others and isinstance(first, type) and issubclass(first, StrEnum):
        return ref(name_of(first))
    return dict(TERMS[frozenset(members)])


def _members(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 (an annotation)
    """Return the classes that an annotation allows, None left out."""
    union = typing.get_origin(hint) in {typing.Union, types.UnionType}
    return tuple(one for one in (typing.get_args(hint) if union else (hint,)) if one is not types.NoneType)
