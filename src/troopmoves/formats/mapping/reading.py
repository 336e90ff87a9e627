"""The parts of a mapping, read strictly: columns, people, places, days, lists.

To read another part from a column: one method here, its line in the shape that holds it, its columns in
`columns.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final, final

from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Organisation
from troopmoves.entities.place import AnyOf, Area, Base, Country, Region, Unspecified
from troopmoves.entities.scope import SORTS
from troopmoves.entities.unit import Unit
from troopmoves.formats.document.codec import Codec, Plain, Shape, read_mapping, read_text, read_word
from troopmoves.formats.document.fault import below, fault
from troopmoves.formats.document.reference import Tables
from troopmoves.formats.mapping import setting
from troopmoves.formats.mapping.part import (
    Bases,
    Dates,
    Listed,
    ListOf,
    Lookup,
    Missions,
    Span,
    Where,
    Who,
    Whose,
    Window,
)
from troopmoves.timing.when import When

_PLACE: Final[Any] = Country | Area | Base | Region | Unspecified | AnyOf


@final
class PartReader:
    """Reads the parts of one mapping, with the entities that it defines."""

    def __init__(self, codec: Codec, tables: Tables) -> None:
        """Take a codec that knows the entities of the tables."""
        self._codec = codec
        self._tables = tables

    def _lookup(self, value: Plain, read: Callable[[Plain], object]) -> Lookup:
        shape = Shape(
            record=Lookup,
            keys={"columns": "column"},
            reads={"columns": setting.read_texts, "values": lambda values: setting.read_values(values, read)},
        )
        lookup: Lookup = self._codec.read_shape(value, shape)
        return lookup

    def or_column(self, read: Callable[[Plain], object]) -> Callable[[Plain], Any]:
        """Return what reads a value, or a column to take it from."""

        def either(value: Plain) -> object:
            return self._lookup(value, read) if isinstance(value, dict) and "column" in value else read(value)

        return either

    # -- who --------------------------------------------------------------------------------------------

    def who(self, value: Plain) -> Who:
        """Return whose people, from the code of a nation or from parts."""
        if isinstance(value, str):
            return Who(nation=self._nation(value))
        keys = dict(read_mapping(value))
        if "other_than" in keys:
            if "role" in keys:
                raise fault(
                    keys["other_than"], "a force has 'role' or 'other_than', not both", step="other_than"
                )
            with below("other_than"):
                keys["role"] = {"other_than": read_text(keys.pop("other_than"))}
        shape = Shape(
            record=Who,
            reads={
                "nation": self.or_column(self._nation),
                "operation": self._mission,
                "unit": self.or_column(lambda one: self._codec.read(one, Unit)),
                "role": self.or_column(setting.read_role),
                **{name: self.or_column(partial(read_word, words=kind)) for name, kind in SORTS.items()},
            },
            beside=("other_than",),
        )
        who: Who = self._codec.read_shape(keys, shape)
        return who

    def _nation(self, value: Plain) -> Nation | Whose:
        if isinstance(value, str) and value in set(Whose):
            return Whose(value)
        return self._codec.read(value, Nation)

    def _mission(self, value: Plain) -> object:
        if not isinstance(value, dict) or "column" not in value:
            return self._operation(value)
        own = {key: part for key, part in value.items() if key != "lead"}
        found = self._lookup(own, self._operation)
        if "lead" not in value:
            return Missions(found=found)
        with below("lead"):
            read = self.or_column(lambda one: self._tables.party(one, (Nation, Organisation)))
            return Missions(found=found, lead=read(value["lead"]))

    def _operation(self, value: Plain) -> object:
        return Whose.ALL if value == Whose.ALL else self._tables.operations.find(value)

    # -- where ------------------------------------------------------------------------------------------

    def _place(self, value: Plain) -> object:
        return self._codec.read(value, _PLACE)

    def where(self, value: Plain) -> Where:
        """Return a place, or where the rows say it."""
        if not isinstance(value, dict) or "base" not in value:
            place: Where = self.or_column(self._place)(value)
            return place
        shape = Shape(
            record=Bases,
            keys={"found": "base"},
            reads={"found": self._bases, "within": self.or_column(self._place)},
        )
        bases: Bases = self._codec.read_shape(value, shape)
        if bool(bases.latitude) != bool(bases.longitude):
            raise fault(value, "latitude and longitude are given together", "name both columns or none")
        return bases

    def _bases(self, value: Plain) -> Lookup:
        if isinstance(value, str):
            return Lookup(columns=(value,))
        return self._lookup(value, self._place)

    # -- when -------------------------------------------------------------------------------------------

    def when(self, value: Plain) -> Window:
        """Return a window, or where the rows say it."""
        if isinstance(value, dict) and ("from" in value or "to" in value):
            shape = Shape(
                record=Span,
                keys={"opens": "from", "ends": "to"},
                reads={"opens": self.when, "ends": self.when},
            )
            span: Span = self._codec.read_shape(value, shape)
            return span
        return self.dates(value) if isinstance(value, dict) and "column" in value else self._window(value)

    def dates(self, value: Plain) -> Dates:
        """Return the columns and patterns of dates."""
        shape = Shape(
            record=Dates,
            keys={"columns": "column"},
            reads={
                "columns": setting.read_texts,
                "patterns": setting.read_date_patterns,
                "pivot": lambda one: setting.read_whole(
                    one, 1000, "a pivot is the first year that two digits can mean"
                ),
                "words": lambda words: setting.read_values(words, self._window, skips=False),
                "back": setting.read_months,
            },
        )
        dates: Dates = self._codec.read_shape(value, shape)
        if dates.pivot is None and any("yy" in pattern.names for pattern in dates.patterns):
            rule = "years of two digits need a century"
            raise fault(None, rule, "give the first year they can mean, such as 1950", step="pivot")
        return dates

    def _window(self, value: Plain) -> When:
        return When() if value == ".." else self._codec.read(value, When)

    # -- lists ------------------------------------------------------------------------------------------

    def listed(self, value: Plain) -> Listed:
        """Return how a list is written."""
        keys = read_mapping(value)
        places = keys.get("of") == ListOf.PLACES
        shape = Shape(
            record=Listed,
            keys={"names": "of"},
            reads={
                "item": lambda one: setting.read_template(one, ("name", "count")),
                "separator": _separator,
                "values": lambda values: setting.read_values(values, self._place if places else self._nation),
            },
        )
        listed: Listed = self._codec.read_shape(keys, shape)
        if "name" not in listed.item.names:
            raise fault(listed.item.text, "an item has a name", "write {name} where it stands", step="item")
        return listed


def _separator(value: Plain) -> str:
    text = read_text(value)
    if not text.strip():
        raise fault(value, "something stands between the items", "write ',' or ';'")
    return text
