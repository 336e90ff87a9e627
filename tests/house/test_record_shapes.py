"""Records keep the shape that makes them fast to load and safe to share.

Frozen, slotted and flat; every field an argument that is stored as it came. Rules live in one
`__attrs_post_init__`, conversion lives in `troopmoves.formats`.

To add an attrs class that is no record, list it in NO_RECORDS with the reason.
"""

import importlib
import inspect
import pkgutil
import typing

import attrs
import pytest

import troopmoves

ROOMS = ("quantity", "entities", "timing", "claims")
NO_RECORDS: dict[str, str] = {}
"""Qualified name of an attrs class that is no record, and why."""


def in_room(name: str) -> bool:
    return name.split(".")[1] in ROOMS


def records() -> list[type]:
    """Return every attrs class that a module of the rooms defines."""
    found = []
    for module_info in pkgutil.walk_packages(troopmoves.__path__, "troopmoves."):
        if not in_room(module_info.name) or module_info.name.rpartition(".")[2].startswith("__"):
            continue
        module = importlib.import_module(module_info.name)
        for _, found_class in inspect.getmembers(module, inspect.isclass):
            name = f"{found_class.__module__}.{found_class.__qualname__}"
            is_here = found_class.__module__ == module.__name__
            if is_here and attrs.has(found_class) and name not in NO_RECORDS:
                found.append(found_class)
    return found


RECORDS = records()
every_record = pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__qualname__)


def test_there_are_records() -> None:
    """The search below finds something to look at."""
    assert RECORDS


@every_record
def test_record_is_frozen(record: type) -> None:
    """A record never changes once it is built."""
    blank: object = object.__new__(record)
    for field in attrs.fields(record):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(blank, field.name, 1)


@every_record
def test_record_has_slots_for_its_fields_alone(record: type) -> None:
    """No dict, no cached hash, no cached property: they would leak into what is written."""
    fields = {field.name for field in attrs.fields(record)}
    assert set(record.__dict__["__slots__"]) - {"__weakref__"} == fields
    assert "__dict__" not in dir(record)


@every_record
def test_record_inherits_from_nothing(record: type) -> None:
    """A record is flat; what two of them share is a function or a field."""
    assert record.__bases__ == (object,)


@every_record
def test_record_stores_its_arguments_as_they_came(record: type) -> None:
    """Fields have neither validators nor converters, and each is an argument of its own name."""
    for field in attrs.fields(record):
        assert (field.validator, field.converter) == (None, None), field.name
        assert field.init, field.name
        assert field.alias == field.name


@every_record
def test_record_holds_nothing_that_can_change(record: type) -> None:
    """Several values stand in a tuple, never in a list, dict or set."""
    for field in attrs.fields(record):
        parts = typing.get_type_hints(record)[field.name]
        assert not _mutable(parts), field.name


def _mutable(annotation: object) -> bool:
    if typing.get_origin(annotation) in {list, dict, set} or annotation in (list, dict, set):
        return True
    return any(_mutable(part) for part in typing.get_args(annotation))


@every_record
def test_record_of_many_fields_is_built_by_name(record: type) -> None:
    """Past two fields every argument is keyword-only."""
    fields = attrs.fields(record)
    assert len(fields) <= 2 or all(field.kw_only for field in fields)
