"""Cells to nations, operations, units and places: looked up, never guessed.

What the mapping says of a spelling goes before everything else; then come the mapping's own entities by id,
name or alias, then the nations. Operations and bases have no list that a name could be missing from: a cell
that names one defines it. Any other unknown name is refused with the names that look like it.

To take another part of a force from a column: one field of `Who`, one method here, its line in `force`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from enum import StrEnum
from functools import partial
from typing import Any, Final, TypeVar, final

from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation, is_nation_code
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import Area, Base, Country, DefinitePlace, Place
from troopmoves.entities.scope import SORTS
from troopmoves.entities.unit import Unit
from troopmoves.errors import EntityError, UnknownNationError
from troopmoves.formats.document.fault import near
from troopmoves.formats.mapping.cell import without_marks
from troopmoves.formats.mapping.columns import columns_of_who
from troopmoves.formats.mapping.identity import Ids, new_name, plain_name
from troopmoves.formats.mapping.part import Bases, Lookup, Missions, Skip, Where, Who, Whose
from troopmoves.formats.mapping.report import Outcome, Unread
from troopmoves.formats.mapping.spec import TableMapping
from troopmoves.formats.mapping.spelling import dashed, folded

_T = TypeVar("_T")
Cells = Mapping[str, str]
"""The cells of a row that the mapping speaks of, by column."""


@final
class Names:
    """Everything that the names in a table stand for."""

    def __init__(self, mapping: TableMapping) -> None:
        self._marks = mapping.marks
        self._missing = frozenset(map(folded, mapping.numbers.missing or ()))
        self._aliases = {folded(spelling): Nation(code) for spelling, code in mapping.aliases.items()}
        self._operations = _by_name((one, one.id, one.name, one.aliases) for one in mapping.operations)
        self._organisations = _by_name((one, one.id, one.name, ()) for one in mapping.organisations)
        self._units = _by_name((one, one.id, one.name, one.aliases) for one in mapping.units)
        self._places = _by_name(
            (place, place.key, str(place), place.aliases if isinstance(place, Base) else ())
            for place in mapping.places
        )
        self._place_names = [str(place) for place in mapping.places]
        self._ids = {
            Operation: Ids(one.id for one in mapping.operations),
            Organisation: Ids(one.id for one in mapping.organisations),
            Unit: Ids(one.id for one in mapping.units),
            Base: Ids(place.key for place in mapping.places),
        }
        self._spellings: dict[Hashable, str] = {}

    # -- forces -----------------------------------------------------------------------------------------

    def force(self, who: Who, cells: Cells) -> tuple[Force, bool]:
        """Return whose people a row counts, and whether they are those of a nation that is not named.

        Raises:
            Unread: If a cell names nothing known.
        """
        nation = self.nation(who.nation, cells)
        named = nation if isinstance(nation, Nation) else None
        unit = self.taken(who.unit, cells, lambda column, text: self._unit(column, text, named))
        role = self.taken(who.role, cells, self._role)
        sorts = {
            name: self.taken(getattr(who, name), cells, partial(_sort, kind)) for name, kind in SORTS.items()
        }
        try:
            force = Force(
                nation=named,
                operation=self._operation(who.operation, cells),
                unit=unit,
                role=role,
                **{name: sort for name, sort in sorts.items() if sort is not None},
            )
        except EntityError as error:
            column = " and ".join(columns_of_who(who)) or "who"
            raise Unread(column, str(error.got), error.rule, error.way_out) from None
        return force, nation is Whose.UNNAMED

    def _role(self, column: str, text: str) -> str:
        return new_name(column, without_marks(text, self._marks))

    def nation(self, nation: Nation | Whose | Lookup | None, cells: Cells) -> Nation | Whose | None:
        """Return the nation of a row.

        Raises:
            Unread: If a cell is empty or names none.
        """
        found: Nation | Whose | None = self.taken(nation, cells, self.nation_of)
        if found is None and isinstance(nation, Lookup):
            raise _empty(nation, "there is no name of a nation")
        return found

    def nation_of(self, column: str, text: str) -> Nation:
        """Return the nation of a code, name or alias.

        Raises:
            Unread: If it names none.
        """
        bare = without_marks(text, self._marks)
        alias = self._aliases.get(folded(bare))
        if alias is not None and not is_nation_code(bare):
            return alias
        try:
            return Nation.of(dashed(bare))
        except UnknownNationError as error:
            way_out = error.way_out if error.near else "say what it is under 'values'"
            raise Unread(column, text, "no nation has this code or name", way_out) from None

    def _operation(self, operation: Operation | Missions | Whose | None, cells: Cells) -> Operation | None:
        found: Operation | Whose | None
        if isinstance(operation, Missions):
            found = self.taken(
                operation.found, cells, lambda column, text: self._mission(column, text, operation, cells)
            )
        else:
            found = operation
        return None if isinstance(found, Whose) else found

    def _mission(self, column: str, text: str, missions: Missions, cells: Cells) -> Operation:
        name = plain_name(column, without_marks(text, self._marks))
        if found := self._operations.get(folded(name)):
            return found
        name = new_name(column, name)
        lead = self.taken(missions.lead, cells, self._leader)
        key = ("operation", folded(name), lead)
        return Operation(id=self._ids[Operation].give(name, key), name=self._spelling(key, name), lead=lead)

    def _leader(self, column: str, text: str) -> Nation | Organisation:
        name = plain_name(column, without_marks(text, self._marks))
        if found := self._organisations.get(folded(name)):
            return found
        try:
            return self.nation_of(column, text)
        except Unread:
            key = ("organisation", folded(name))
            return Organisation(id=self._ids[Organisation].give(name, key), name=self._spelling(key, name))

    def _unit(self, column: str, text: str, nation: Nation | None) -> Unit:
        name = plain_name(column, without_marks(text, self._marks))
        if found := self._units.get(folded(name)):
            return found
        if nation is None:
            raise Unread(column, text, "a unit is of a nation", "define it under 'units'")
        name = new_name(column, name)
        key = ("unit", folded(name), nation)
        return Unit(
            id=self._ids[Unit].give(f"{nation.code} {name}", key),
            name=self._spelling(key, name),
            nation=nation,
        )

    # -- places -----------------------------------------------------------------------------------------

    def place(self, where: Where, cells: Cells) -> Place:
        """Return where a row says that people are.

        Raises:
            Unread: If a cell is empty or names no place known.
        """
        if isinstance(where, Bases):
            found = self.taken(
                where.found, cells, lambda column, text: self._base(column, text, where, cells)
            )
            lookup: Lookup | None = where.found
        else:
            found = self.taken(where, cells, self.place_of)
            lookup = where if isinstance(where, Lookup) else None
        if found is None and lookup is not None:
            raise _empty(lookup, "there is no name of a place")
        place: Place = found
        return place

    def place_of(self, column: str, text: str) -> DefinitePlace:
        """Return the country of a code or name, or a place that the mapping defines.

        Raises:
            Unread: If it is neither.
        """
        bare = without_marks(text, self._marks)
        if found := self._places.get(folded(bare)):
            return found
        try:
            country = Country.of(self.nation_of(column, bare))
        except Unread as trouble:
            rule = "neither a country nor a place of the mapping"
            way_out = near(bare, self._place_names, trouble.way_out)
            raise Unread(column, text, rule, way_out) from None
        return self._places.get(folded(country.key), country)

    def _base(self, column: str, text: str, bases: Bases, cells: Cells) -> DefinitePlace:
        name = plain_name(column, without_marks(text, self._marks))
        if found := self._places.get(folded(name)):
            return found
        name = new_name(column, name)
        within = self.taken(bases.within, cells, self.place_of)
        if within is not None and not isinstance(within, Country | Area):
            raise Unread(column, text, f"a base lies in a country or an area, not in {within}")
        latitude, longitude = (self._degrees(one, cells) for one in (bases.latitude, bases.longitude))
        key = ("base", folded(name), within, latitude, longitude)
        label = f"{within.key} {name}" if within is not None else name
        try:
            return Base(
                id=self._ids[Base].give(label, key),
                name=self._spelling(key, name),
                within=within,
                latitude=latitude,
                longitude=longitude,
            )
        except EntityError as error:
            raise Unread(column, str(error.got), error.rule, error.way_out) from None

    def _spelling(self, key: Hashable, name: str) -> str:
        """Return the spelling under which a thing was met first: one thing has one name."""
        return self._spellings.setdefault(key, name)

    # -- columns ----------------------------------------------------------------------------------------

    def taken(self, value: Any, cells: Cells, read: Callable[[str, str], Any]) -> Any:  # noqa: ANN401 (as read)
        """Return what stands in the mapping, or in the columns that it names; None where they are empty."""
        if not isinstance(value, Lookup):
            return value
        filled = [(column, cells[column]) for column in value.columns if cells[column].strip()]
        for column, text in filled or [(value.columns[0], "")]:
            for spelling in (text, without_marks(text, self._marks)):
                meaning = value.values.get(folded(spelling))
                if meaning is not None:
                    return _meant(meaning, column, text)
        said = next(((column, text) for column, text in filled if not self._is_missing(text)), None)
        return read(*said) if said else None

    def _is_missing(self, text: str) -> bool:
        return not text.strip() or folded(text) in self._missing

    def _degrees(self, column: str, cells: Cells) -> float | None:
        if not column or self._is_missing(cells[column]):
            return None
        if _DEGREES.fullmatch(cells[column].strip()) is None:
            raise Unread(column, cells[column], "degrees are a number", "use a point for decimals")
        return float(cells[column])


def _meant(meaning: object, column: str, text: str) -> object:
    if isinstance(meaning, Skip):
        raise Unread(column, text, meaning.reason, outcome=Outcome.SKIPPED)
    return meaning


def _empty(lookup: Lookup, rule: str) -> Unread:
    return Unread(" or ".join(lookup.columns), "", rule, "say what an empty cell means under 'values'")


def _sort(kind: type[StrEnum], column: str, text: str) -> StrEnum:
    known = {str(one).replace("_", " "): one for one in kind}
    said = folded(text).replace("_", " ")
    if said not in known:
        raise Unread(column, text, "no such sort of people", near(said, known))
    return known[said]


_DEGREES: Final = re.compile(r"[-+]?[0-9]{1,3}(?:\.[0-9]{1,20})?")


def _by_name(things: Iterable[tuple[_T, str, str, tuple[str, ...]]]) -> dict[str, _T]:
    """Return things by their folded ids, names and aliases; an id goes before a name."""
    found: dict[str, _T] = {}
    known = list(things)
    for thing, key, _, _ in known:
        found[folded(key)] = thing
    for thing, _, name, aliases in known:
        for spelling in (name, *aliases):
            found.setdefault(folded(spelling), thing)
    return found


def merged(*parts: Who) -> Who:
    """Return a force described in parts, of which the later ones win, one by one."""
    said = {
        name: value
        for part in parts
        for name in ("nation", "operation", "unit", "role", *SORTS)
        if (value := getattr(part, name)) is not None
    }
    return Who(**said)
