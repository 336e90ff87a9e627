"""What the words of a document refer to: nations by code, name or alias, the rest by the ids of its tables.

A word is looked up, never guessed. Where one word could mean several things the order is: the code of a
nation, an id of the document, a name or alias of a nation. What is written never needs that order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, TypeAlias, TypeVar, final

import attrs

from troopmoves.entities.nation import Nation, is_nation_code
from troopmoves.entities.organisation import EU, NATO, UN, Operation, Organisation
from troopmoves.entities.place import Country, DefinitePlace
from troopmoves.entities.unit import Unit
from troopmoves.errors import UnknownNationError
from troopmoves.formats.document.codec import Plain, read_short, read_text
from troopmoves.formats.document.fault import fault, near, untold

_T = TypeVar("_T")

Party: TypeAlias = Nation | Organisation | Operation
"""Who can lead an operation or run a base."""


@final
@attrs.define
class Table(Generic[_T]):
    """The entities that one table of a document defines, by id."""

    title: str
    """The key of the table."""
    noun: str
    """What one row is."""
    declared: frozenset[str] = frozenset()
    """The ids of all rows, also of those that could not be read."""
    built: dict[str, _T] = attrs.Factory(dict)
    """What could be read."""

    def find(self, value: Plain) -> _T:
        """Return the entity of an id.

        Raises:
            DocumentError: If there is no such row, or, without a problem of its own, if the row is faulty.
        """
        name = read_text(value)
        if name in self.built:
            return self.built[name]
        if name in self.declared:
            raise untold()
        rule = f"no {self.noun} of this id stands under {self.title!r}"
        raise fault(name, rule, near(name, self.declared, f"declare it under {self.title!r}"))


_DECLARE: Final = "declare one under 'operations', and write {operation: its id}"


def _is(party: Nation | Organisation | None, text: str) -> bool:
    """Return whether a text is the id or name of an organisation."""
    return isinstance(party, Organisation) and text.casefold() in {party.id.casefold(), party.name.casefold()}


@final
@attrs.define
class Tables:
    """What a document defines before its reports."""

    aliases: dict[str, Nation] = attrs.Factory(dict)
    strangers: dict[str, UnknownNationError] = attrs.Factory(dict)
    """Names that are no nation's; looking for near ones takes a while, and a slip is often repeated."""
    organisations: Table[Organisation] = attrs.Factory(lambda: Table("organisations", "organisation"))
    operations: Table[Operation] = attrs.Factory(lambda: Table("operations", "operation"))
    units: Table[Unit] = attrs.Factory(lambda: Table("units", "unit"))
    places: Table[DefinitePlace] = attrs.Factory(lambda: Table("places", "place"))

    def nation(self, value: Plain) -> Nation:
        """Return a nation from its code, an alias of the document, or a name.

        Raises:
            UnknownNationError: If the text names none.
            DocumentError: If it names something else of the document.
        """
        text = read_short(value)
        try:
            return self._nation(text)
        except UnknownNationError:
            self._refuse_other(text)
            raise

    def _nation(self, text: str) -> Nation:
        if text in self.aliases and not is_nation_code(text):
            return self.aliases[text]
        if text not in self.strangers:
            try:
                return Nation.of(text)
            except UnknownNationError as error:
                self.strangers[text] = error
        raise self.strangers[text]

    def place(self, value: Plain, allowed: tuple[type, ...]) -> DefinitePlace:
        """Return a country or a place of the document, of one of the classes allowed."""
        found = self._any_place(read_short(value))
        if not isinstance(found, allowed):
            kinds = " or ".join(kind.__name__.lower() for kind in allowed)
            raise fault(value, f"this is a {type(found).__name__.lower()}; here stands a {kinds}")
        return found

    def party(self, value: Plain, allowed: tuple[type, ...]) -> Party:
        """Return who leads or operates something: a nation or organisation, by key also an operation."""
        if isinstance(value, dict):
            return self._named_party(value, allowed)
        text = read_short(value)
        if text in self.organisations.declared and not is_nation_code(text):
            return self.organisations.find(text)
        try:
            return self._nation(text)
        except UnknownNationError as error:
            rule = "neither a nation nor an organisation of the document"
            way_out = error.way_out if error.near else "declare it under 'organisations'"
            way_out = near(text, self.organisations.declared, way_out)
            if text in self.operations.declared and Operation in allowed:
                way_out = f"write {{operation: {text}}}"
            raise fault(text, rule, way_out) from None

    def _refuse_other(self, text: str) -> None:
        """Tell how people are named who are sent by what is no nation."""
        for key, table in (("operation", self.operations), ("unit", self.units)):
            if text in table.declared:
                rule = f"this is an id under {table.title!r} and no nation"
                raise fault(text, rule, f"where people are named write {{{key}: {text}}}")
        body = next(
            (one for one in (*self.organisations.built.values(), NATO, UN, EU) if _is(one, text)), None
        )
        if body is not None:
            rule = f"{body} is an organisation: its people are those of an operation that it leads"
            led = [one.id for one in self.operations.built.values() if _is(one.lead, text)]
            raise fault(text, rule, f"write {{operation: {led[0]}}}" if led else _DECLARE)

    def _any_place(self, text: str) -> DefinitePlace:
        if text in self.places.declared:
            return self.places.find(text)
        try:
            country = Country.of(self._nation(text))
        except UnknownNationError as error:
            rule = "neither a country nor a place of the document"
            way_out = error.way_out if error.near else "declare it under 'places'"
            raise fault(text, rule, near(text, self.places.declared, way_out)) from None
        return self.places.find(country.key) if country.key in self.places.declared else country

    def _named_party(self, value: dict[str, Plain], allowed: tuple[type, ...]) -> Party:
        finders: dict[str, Callable[[Plain], Party]]
        finders = {"nation": self.nation, "organisation": self.organisations.find}
        if Operation in allowed:
            finders["operation"] = self.operations.find
        [*others, key] = value or [""]
        if others or key not in finders:
            rule = f"a mapping here has one key: {', '.join(finders)}"
            raise fault(value, rule, "or write the code or id alone")
        return finders[key](value[key])
