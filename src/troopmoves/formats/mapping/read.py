"""Mappings from YAML, JSON or plain values: strictly, with every problem and its path, as documents are read.

Tables of entities, forces and places are those of the document format. To add a setting: its field in
`spec.py`; a line here only if its class alone does not tell how it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, Final, final

import attrs

from troopmoves.errors import DocumentError
from troopmoves.formats.document import json, yaml
from troopmoves.formats.document.claim import teach_claims
from troopmoves.formats.document.codec import Codec, Plain, Shape, read_text
from troopmoves.formats.document.codec import read_mapping as read_keys
from troopmoves.formats.document.entity import teach_entities
from troopmoves.formats.document.fault import Faults, fault, step_to
from troopmoves.formats.document.reference import Tables
from troopmoves.formats.document.table import TABLES, read_tables
from troopmoves.formats.document.value import read_day, teach_values
from troopmoves.formats.mapping import setting
from troopmoves.formats.mapping.part import (
    Numbers,
    Who,
)
from troopmoves.formats.mapping.reading import PartReader
from troopmoves.formats.mapping.spec import Case, Condition, Count, Sheet, Source, TableMapping
from troopmoves.formats.mapping.template import Template

VERSION: Final = 1
"""The version of the format of mappings."""


def read_mapping(source: Mapping[str, object] | str | PathLike[str]) -> TableMapping:
    """Return the mapping that a document, or the same as plain values, holds.

    Args:
        source: The path of a `.yaml`, `.yml` or `.json` file, or a mapping of keys to plain values.

    >>> values = {"mapping": 1, "report": {"id": "kfor"}, "where": "XKX", "when": "2017", "counts": "troops"}
    >>> print(read_mapping(values).where)
    Kosovo

    Raises:
        DocumentError: If anything in it is wrong; it lists every problem with its path.
        OSError: If the file cannot be read.
    """
    if isinstance(source, Mapping):
        return _told("mapping", lambda: _Reader().mapping(dict(source)))
    path = Path(source)
    return _told(str(path), lambda: _Reader().mapping(_parsed(path)))


def _told(where: str, read: Callable[[], TableMapping]) -> TableMapping:
    try:
        return read()
    except DocumentError as error:
        raise DocumentError(where, error.problems) from error.__cause__


def _parsed(path: Path) -> Plain:
    parsers = {".yaml": yaml.parse, ".yml": yaml.parse, ".json": json.parse}
    suffix = path.suffix.lower()
    if suffix not in parsers:
        raise fault(suffix, "the suffix tells the format", f"use {', '.join(parsers)}", step="suffix")
    try:
        return parsers[suffix](path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise fault(path.name, "a mapping is in UTF-8", "save it as UTF-8") from None


@final
class _Reader:
    """Reads one mapping."""

    def __init__(self) -> None:
        self._tables = Tables()
        codec = self._codec = Codec()
        teach_values(codec)
        teach_entities(codec, self._tables)
        teach_claims(codec)
        codec.teach_reading(Template, lambda value: setting.read_template(value, None, needed=False))
        parts = self._part = PartReader(codec, self._tables)
        codec.teach_reading(Who, parts.who)
        codec.teach_shape(Shape(record=Sheet, reads=setting.SHEET))
        numbers = Shape(record=Numbers, keys={"plain": "as"}, reads=setting.NUMBERS)
        codec.teach_reading(Numbers, self._checked(numbers, setting.check_numbers))
        source = Shape(record=Source, reads={"id": setting.read_report_id, "published": self._published})
        codec.teach_reading(Source, self._checked(source, setting.check_source))
        self._parts: dict[str, Callable[[Plain], object]] = {"where": parts.where, "when": parts.when}
        case = Shape(
            record=Case,
            keys={"tests": "if"},
            reads={"tests": self._tests, "skip": setting.read_reason, **self._parts},
        )
        codec.teach_reading(Case, self._checked(case, setting.check_case))

    def mapping(self, document: Plain | Mapping[str, object]) -> TableMapping:
        """Return the mapping that plain values hold."""
        keys = _of_known_version(document)
        faults = Faults()
        with faults.at(""):
            read_tables(keys, self._codec, self._tables)
        fields = {key: value for key, value in keys.items() if key not in {"mapping", *TABLES}}
        if {"count", "counts"} <= keys.keys():
            faults.add("count", fields.pop("count"), "a mapping has 'count' or 'counts', not both")
        key = "count" if "count" in fields else "counts"
        shape = Shape(
            record=TableMapping,
            keys={"counts": key},
            without=(*TABLES,),
            reads={
                **self._parts,
                "counts": self._constant if key == "count" else self._counts,
                "marks": setting.read_marks,
                "fill": setting.read_texts,
            },
            beside=("mapping", "count", "counts", *TABLES),
        )
        with faults.at(""):
            spec: TableMapping = self._codec.read_shape(fields, shape)
            setting.check_mapping(spec)
        faults.tell()
        return attrs.evolve(
            spec,
            places=tuple(self._tables.places.built.values()),
            organisations=tuple(self._tables.organisations.built.values()),
            operations=tuple(self._tables.operations.built.values()),
            units=tuple(self._tables.units.built.values()),
            aliases={spelling: nation.code for spelling, nation in self._tables.aliases.items()},
        )

    def _checked(self, shape: Shape, check: Callable[[Any], None]) -> Callable[[Plain], Any]:
        """Return what reads a record and then checks what its parts say together."""

        def read(value: Plain) -> Any:  # noqa: ANN401 (a record of the shape)
            record = self._codec.read_shape(value, shape)
            check(record)
            return record

        return read

    def _published(self, value: Plain) -> object:
        return self._part.dates(value) if isinstance(value, dict) else read_day(value)

    def _tests(self, value: Plain) -> tuple[Condition, ...]:
        faults, tests = Faults(), []
        for column, held in read_keys(value).items():
            with faults.at(step_to(column)):
                words = held if isinstance(held, dict) else {"is": held}
                shape = Shape(
                    record=Condition,
                    keys={"column": "", "equals": "is"},
                    reads=dict.fromkeys(_TESTS, setting.read_texts),
                )
                if not words:
                    raise fault(
                        held, "a case says what the column holds", "say 'is', 'begins', 'ends' or 'contains'"
                    )
                tests.append(self._codec.read_shape({**words, "column": column}, shape))
        faults.tell()
        if not tests:
            raise fault(value, "a case tests a column", "write {Location: {ends: '*'}}")
        return tuple(tests)

    def _constant(self, value: Plain) -> tuple[Count, ...]:
        return (Count(column="", says=setting.read_notation(value)),)

    def _counts(self, value: Plain) -> tuple[Count, ...]:
        if isinstance(value, str):
            return (Count(column=value),)
        faults, counts = Faults(), []
        for column, settings in read_keys(value).items():
            with faults.at(step_to(column)):
                counts.append(self._count(column, settings))
        faults.tell()
        if not counts:
            raise fault(value, "a table has a column that says how many", "or say 'count: some'")
        return tuple(counts)

    def _count(self, column: str, settings: Plain) -> Count:
        shape = Shape(
            record=Count,
            keys={"column": "", "measure": "kind", "says": "count", "listed": "list"},
            reads={
                "column": read_text,
                "measure": self._part.or_column(setting.read_measure),
                "says": setting.read_notation,
                "listed": self._part.listed,
                **self._parts,
            },
        )
        keys = read_keys(settings)
        count: Count = self._codec.read_shape({**keys, "column": column}, shape)
        setting.check_count(count)
        return count


_TESTS: Final = ("equals", "begins", "ends", "contains")


def _of_known_version(document: Plain | Mapping[str, object]) -> dict[str, Any]:
    keys = read_keys(document)
    if "mapping" not in keys:
        raise fault(
            None, "a mapping tells its version", f"begin it with 'mapping: {VERSION}'", step="mapping"
        )
    if keys["mapping"] != VERSION or isinstance(keys["mapping"], bool):
        rule = f"this library reads version {VERSION} of mappings"
        raise fault(keys["mapping"], rule, f"write 'mapping: {VERSION}'", step="mapping")
    return keys
