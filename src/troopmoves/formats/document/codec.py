"""Plain values to records and back, through cattrs: strict, with our own messages and paths.

Nothing is coerced: "14" is no number, True is no 1, a text is no list, and null is nothing that a document
holds. Every class is taught to a `Codec` once, in both directions: a record by its `Shape`, anything else by
a pair of functions (`teach`). This is the only module that imports cattrs.

To add a field to a record: nothing, if its key is its name and its class is known here; else one entry in the
`Shape` of the record.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar, final

import attrs
from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from troopmoves.errors import DocumentError, TroopmovesError
from troopmoves.formats.document.fault import Faults, fault, near_key, step_to
from troopmoves.formats.document.limit import LONGEST_TEXT, LONGEST_WORD, MOST_TOLD

Plain: TypeAlias = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None
"""What YAML and JSON hold."""

_T = TypeVar("_T")


@final
@attrs.frozen(kw_only=True, eq=False)
class Shape:
    """How a record stands in a document: as a mapping, a key for each attribute."""

    record: type
    """The class of the record."""
    keys: Mapping[str, str] = types.MappingProxyType({})
    """The key of each attribute that is not called by its own name; "" for what is put in by the reader."""
    without: tuple[str, ...] = ()
    """Attributes that do not stand in this shape."""
    reads: Mapping[str, Callable[[Any], object]] = types.MappingProxyType({})
    """What reads an attribute, where its class alone does not tell."""
    writes: Mapping[str, Callable[[Any], Plain]] = types.MappingProxyType({})
    """What writes an attribute, likewise."""
    beside: tuple[str, ...] = ()
    """Keys of other shapes that stand in the same mapping; proposed to those who misspell one."""

    def key(self, attribute: str) -> str:
        """Return the key of an attribute in the mapping that cattrs is given."""
        return self.keys.get(attribute) or attribute

    @property
    def known(self) -> list[str]:
        """The keys that a document may hold here."""
        names = [field.name for field in attrs.fields(self.record) if field.name not in self.without]
        keys = [self.keys.get(name, name) for name in names]
        return [key for key in dict.fromkeys([*keys, *self.beside]) if key]


@final
class Codec:
    """Reads plain values as records and writes records as plain values."""

    def __init__(self) -> None:
        self._converter = Converter(forbid_extra_keys=True)
        self._readers: dict[Shape, Callable[[Any, type], Any]] = {}
        self._writers: dict[Shape, Callable[[Any], dict[str, Plain]]] = {}
        self._choices: list[tuple[frozenset[type], Callable[[Plain, tuple[type, ...]], object]]] = []
        self.teach_reading(str, read_text)
        self.teach_reading(bool, read_flag)
        self.teach_reading(float, read_number)
        # StrEnum itself: cattrs would take the hook of `str` for the members, whose class is a text too.
        self._converter.register_structure_hook(StrEnum, read_word)
        self.teach_writing(StrEnum, lambda word: str(word.value))
        register = self._converter.register_structure_hook_func
        register(_is_tuple, self._read_tuple)
        register(_is_union, self._read_union)
        self._converter.register_unstructure_hook_func(
            _is_tuple,
            lambda values: [self._converter.unstructure(value) for value in values],
        )

    def teach_reading(self, wanted: type, read: Callable[[Plain], object]) -> None:
        """Have a class read by a function."""
        self._converter.register_structure_hook(wanted, lambda value, _: read(value))

    def teach_writing(self, wanted: type, write: Callable[[Any], Plain]) -> None:
        """Have a class written by a function."""
        self._converter.register_unstructure_hook(wanted, write)

    def teach(self, wanted: type, read: Callable[[Plain], object], write: Callable[[Any], Plain]) -> None:
        """Have a class read and written by two functions."""
        self.teach_reading(wanted, read)
        self.teach_writing(wanted, write)

    def teach_shape(self, shape: Shape) -> None:
        """Have a record read and written by its shape alone."""
        self.teach(
            shape.record,
            lambda value: self.read_shape(value, shape),
            lambda record: self.write_shape(record, shape),
        )

    def teach_choice(
        self, choices: tuple[type, ...], read: Callable[[Plain, tuple[type, ...]], object]
    ) -> None:
        """Have fields that hold one of several classes read by a function, told which ones they are."""
        self._choices.append((frozenset(choices), read))

    def read(self, value: Plain, wanted: type[_T]) -> _T:
        """Return what a plain value stands for.

        Raises:
            DocumentError: With every problem, each with its path from here.
        """
        return self._converter.structure(value, wanted)

    def write(self, value: object) -> Plain:
        """Return a value as plain ones."""
        plain: Plain = self._converter.unstructure(value)
        return plain

    def read_shape(self, value: Mapping[str, object] | Plain, shape: Shape) -> Any:  # noqa: ANN401 (a record of the shape)
        """Return the record that a mapping stands for.

        Raises:
            DocumentError: With every problem, each with its path from here.
        """
        mapping = read_mapping(value)
        if shape not in self._readers:
            self._readers[shape] = make_dict_structure_fn(shape.record, self._converter, **_overrides(shape))
        try:
            return self._readers[shape](mapping, shape.record)
        except ClassValidationError as error:
            raise _told(error, shape, mapping) from None

    def write_shape(self, record: object, shape: Shape) -> dict[str, Plain]:
        """Return a record as a mapping, without what is as by default."""
        if shape not in self._writers:
            self._writers[shape] = make_dict_unstructure_fn(
                shape.record, self._converter, _cattrs_omit_if_default=True, **_overrides(shape)
            )
        written = self._writers[shape](record)
        # In the order of the record's fields; cattrs writes those without a default first.
        return {key: written[key] for key in shape.known if key in written}

    def _read_tuple(self, value: Plain, wanted: Any) -> tuple[object, ...]:  # noqa: ANN401 (an annotation)
        each, _ = typing.get_args(wanted)
        return tuple(read_list(value, lambda one: self._converter.structure(one, each)))

    def _read_union(self, value: Plain, wanted: Any) -> object:  # noqa: ANN401 (an annotation)
        members = tuple(member for member in typing.get_args(wanted) if member is not types.NoneType)
        if len(members) == 1:
            return self._converter.structure(value, members[0])
        read = next(read for choices, read in self._choices if choices.issuperset(members))
        return read(value, members)


def read_text(value: Plain) -> str:
    """Return a text that is one."""
    if not isinstance(value, str):
        way_out = "put it in quotes" if isinstance(value, int | float) else ""
        raise fault(value, "here stands a text", _way_out(value, way_out))
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise fault(value, f"no text holds half a character, {value[error.start]!r}") from None
    if len(value) > LONGEST_TEXT:
        rule = f"a text has at most {LONGEST_TEXT:,} characters, not {len(value):,}"
        raise fault(value[:LONGEST_WORD], rule, "make several of it, or keep it elsewhere")
    return value


def read_short(value: Plain) -> str:
    """Return a text that is short enough to be looked up or taken apart."""
    text = read_text(value)
    if len(text) > LONGEST_WORD:
        rule = f"what stands here has at most {LONGEST_WORD} characters, not {len(text):,}"
        raise fault(text[:LONGEST_WORD], rule, "put the words of the source under 'text' or 'quote'")
    return text


def read_flag(value: Plain) -> bool:
    """Return a flag that is one."""
    if not isinstance(value, bool):
        raise fault(value, "here stands true or false", "write it without quotes")
    return value


def read_number(value: Plain) -> float:
    """Return a number that is one."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise fault(value, "here stands a number", "write it without quotes")
    return value


def read_mapping(value: Mapping[str, object] | Plain) -> dict[str, Any]:
    """Return a mapping that is one."""
    if not isinstance(value, dict):
        raise fault(value, "here stands a mapping of keys to values", _way_out(value, ""))
    return value


def read_list(value: Plain, read: Callable[[Plain], _T]) -> list[_T]:
    """Return what the items of a list stand for.

    Raises:
        DocumentError: If it is no list, or with the problems of every item.
    """
    if not isinstance(value, list):
        raise fault(value, "here stands a list", _way_out(value, "put it in brackets, also if it is one"))
    faults, items = Faults(), []
    for index, item in enumerate(value):
        with faults.at(f"[{index}]"):
            items.append(read(item))
        if faults.full:
            break
    faults.tell()
    return items


def read_word(value: Plain, words: type[StrEnum]) -> StrEnum:
    """Return the member of a vocabulary whose value is this word."""
    known = {str(member.value): member for member in words}
    if not isinstance(value, str) or value not in known:
        raise fault(value, "no such word here", near_key(value, known))
    return known[value]


def _way_out(value: object, otherwise: str) -> str:
    return "leave the key out where there is nothing to say" if value is None else otherwise


def _is_tuple(wanted: object) -> bool:
    origin: object = typing.get_origin(wanted)
    return origin is tuple


def _is_union(wanted: object) -> bool:
    return typing.get_origin(wanted) in {typing.Union, types.UnionType}


def _overrides(shape: Shape) -> dict[str, Any]:
    return {
        field.name: override(
            rename=shape.key(field.name),
            omit=field.name in shape.without,
            struct_hook=_ignoring_type(shape.reads.get(field.name)),
            unstruct_hook=shape.writes.get(field.name),
        )
        for field in attrs.fields(shape.record)
    }


def _ignoring_type(read: Callable[[Any], object] | None) -> Callable[[Any, Any], object] | None:
    return None if read is None else lambda value, _: read(value)


def _told(error: ClassValidationError, shape: Shape, mapping: Mapping[str, object]) -> DocumentError:
    """Return the problems that cattrs gathered, in our words and with our paths."""
    faults = Faults()
    named, unnamed = error.group_exceptions()
    for problem, note in named:
        step = shape.keys.get(note.name, note.name)
        if isinstance(problem, KeyError):
            faults.add(step, None, "this key is needed")
        else:
            faults.keep(step, _foreseen(problem))
    for problem in unnamed:
        if isinstance(problem, ForbiddenExtraKeysError):
            tell_strangers(problem.extra_fields, mapping, shape.known, faults)
        else:
            faults.keep(_step_of_rule(_foreseen(problem), shape), _foreseen(problem))
    return DocumentError("document", faults.problems)


def tell_strangers(
    strangers: Iterable[str], mapping: Mapping[str, object], known: Iterable[str], faults: Faults
) -> None:
    """Keep a problem for each key that the format does not know."""
    for key in sorted(strangers)[: MOST_TOLD + 1]:
        faults.add(step_to(key), mapping[key], "no such key here", near_key(key, known))


def _foreseen(problem: Exception) -> TroopmovesError:
    """Return a problem of the document; a mistake of ours is not told as one."""
    if not isinstance(problem, TroopmovesError):
        raise problem
    return problem


def _step_of_rule(error: TroopmovesError, shape: Shape) -> str:
    """Return the key that a rule of the record is about, from `Record.attribute` or `Record.many[1]`."""
    _, _, attribute = error.where.partition(".")
    name, bracket, index = attribute.partition("[")
    step = shape.keys.get(name, name) if name in {field.name for field in attrs.fields(shape.record)} else ""
    return f"{step}{bracket}{index}" if step else ""
