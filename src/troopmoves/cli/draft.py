"""A claim on its way into a document: what is asked of each kind, and what a draft still lacks.

A draft is a claim as documents hold it, key by key. It is read by the same code as a document, so that the
problems are the same too. Which keys a kind needs follows from the table of kinds in
`troopmoves.claims.kind`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final, TypeAlias, final

import attrs

from troopmoves.claims.axis import PostureKind
from troopmoves.claims.claim import Claim
from troopmoves.claims.kind import RULES, End
from troopmoves.claims.report import Report
from troopmoves.cli.typed import place_of, plain_value
from troopmoves.entities.identity import is_id
from troopmoves.entities.place import Base, DefinitePlace
from troopmoves.errors import DocumentError, Problem
from troopmoves.formats.document.claim import ACTIVITIES, KINDS, LINK, PROTECTIONS
from troopmoves.formats.document.fault import fault
from troopmoves.formats.document.migration import VERSION
from troopmoves.formats.document.tree import to_ledger, to_tree
from troopmoves.ledger.ledger import Ledger

Fields: TypeAlias = dict[str, Any]
"""The keys and plain values of a claim."""

SAID: Final = ("by", "role", "via", "public")
"""The keys that stand under `said`."""


@final
@attrs.frozen
class Wanted:
    """A key that a kind of claim asks for."""

    key: str
    needed: bool


def wanted(kind: str) -> tuple[Wanted, ...]:
    """Return the keys that a kind of claim asks for, in the order of asking.

    >>> [one.key for one in wanted("withdraw") if one.needed]
    ['who', 'from', 'when']
    """
    if KINDS[kind] is LINK:
        return (Wanted("claim", needed=True),)
    if kind in ACTIVITIES:
        return tuple(Wanted(key, needed=True) for key in ("who", "where", "activity", "when"))
    if kind in PROTECTIONS:
        return tuple(Wanted(key, needed=True) for key in ("who", "where", "when"))
    if kind == "present":
        return tuple(Wanted(key, needed=True) for key in ("who", "where", "count", "when"))
    rule = RULES[PostureKind(kind)]
    ends = [
        Wanted("from", needed=rule.origin is End.REQUIRED),
        Wanted("to", needed=rule.destination is End.REQUIRED),
    ]
    if not rule.moves:
        ends = [Wanted("where", needed=True)]
    count, when, progress = (
        Wanted("count", needed=False),
        Wanted("when", needed=True),
        Wanted("progress", needed=False),
    )
    return (Wanted("who", needed=True), *ends, count, when, progress)


# -- the draft ----------------------------------------------------------------------------------------------


@final
@attrs.define
class Draft:
    """A claim that is being entered."""

    ledger: Ledger
    """Where it is to stand, with the places that come into it with the claim."""
    said: date | None = None
    """The day from which words for a time are counted, if it is known."""
    fields: Fields = attrs.Factory(dict)
    """What is known of it."""
    _tables: Mapping[str, Any] = attrs.field(init=False)
    _new: list[str] = attrs.field(init=False, factory=list)

    def __attrs_post_init__(self) -> None:
        self._tables = _tables_of(self.ledger)

    def put(self, key: str, text: str) -> None:
        """Put under a key what somebody typed.

        Raises:
            TroopmovesError: If it is not understood.
        """
        self.fields[key] = plain_value(key, text, self.ledger, self.said)

    def knows_place(self, text: str) -> bool:
        """Return whether a text names a place that is there already."""
        return text.startswith("{") or place_of(text, self.ledger) is not None

    def declare(self, called: str, name: str, country: str) -> str:
        """Give the document a place that it has not got yet, and return its id.

        Args:
            called: What the claim calls it; its id, if it can be one.
            name: What people read.
            country: The country that it is in, by any name.

        Raises:
            DocumentError: If it cannot be, or its id is that of another place.
        """
        key = called if is_id(called) else _word(called)
        there = self._tables.get("places", {})
        if key in there:
            raise fault(called, "another place has this id", f"write {key} if it is meant", step=key)
        row = {"name": name, "country": place_of(country, self.ledger) or country}
        tables = {**self._tables, "troopmoves": VERSION, "places": {**there, key: row}}
        place = next(one for one in to_ledger(tables).places if one.key == key)
        self.ledger = rebuilt(self.ledger, [*self.ledger.reports, *self.ledger.loose], [place])
        self._tables = _tables_of(self.ledger)
        self._new.append(key)
        return key

    @property
    def new_places(self) -> tuple[Base, ...]:
        """The places that come into the document with the claim."""
        return tuple(one for one in self.ledger.places if isinstance(one, Base) and one.key in self._new)

    @property
    def plain(self) -> Fields:
        """The claim as a document holds it."""
        said = {key: self.fields[key] for key in SAID if key in self.fields}
        own = {key: value for key, value in self.fields.items() if key not in SAID}
        return {"id": self.fields.get("id", _UNNAMED), **own, **({"said": said} if said else {})}

    def claim(self) -> Claim:
        """Return the claim.

        Raises:
            DocumentError: With every problem of it, by key.
        """
        try:
            return to_ledger(self._document()).loose[0]
        except DocumentError as error:
            own = [attrs.evolve(one, path=_own_path(one.path)) for one in error.problems]
            raise DocumentError("the claim", own) from None

    def problems(self, key: str) -> list[Problem]:
        """Return what is wrong with one key, whatever else is still missing."""
        try:
            self.claim()
        except DocumentError as error:
            path = f"said.{key}" if key in SAID else key
            return [one for one in error.problems if re.match(rf"{re.escape(path)}(?![A-Za-z_])", one.path)]
        return []

    def _document(self) -> dict[str, Any]:
        claims = [self.plain]
        target = self.fields.get("claim")
        if isinstance(target, str) and target in {entry.id for entry in self.ledger.entries}:
            claims.append({"id": target, **_STAND_IN})
        return {**self._tables, "troopmoves": VERSION, "claims": claims}

    def free_id(self) -> str:
        """Return an id that tells what the claim is about and that no other claim has."""
        parts = [self.fields.get(key) for key in ("who", "kind", "where", "to", "from", "claim")]
        words = [part for part in map(_word, parts) if part and part != "present"][:3]
        stem = "-".join(words) or "claim"
        taken = {entry.id for entry in self.ledger.entries}
        names = (f"{stem}-{number}" if number else stem for number in (0, *range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)


def rebuilt(
    ledger: Ledger, entries: Iterable[Report | Claim], places: Iterable[DefinitePlace] = ()
) -> Ledger:
    """Return a ledger with other reports and claims, and with places more."""
    return Ledger(
        entries,
        title=ledger.title,
        notes=ledger.notes,
        places=[*ledger.places, *places],
        organisations=ledger.organisations,
        operations=ledger.operations,
        units=ledger.units,
        aliases=dict(ledger.aliases),
        engine=ledger.engine,
    )


def _tables_of(ledger: Ledger) -> Mapping[str, Any]:
    """Return what a document defines before its reports."""
    return to_tree(
        Ledger(
            places=ledger.places,
            organisations=ledger.organisations,
            operations=ledger.operations,
            units=ledger.units,
            aliases=dict(ledger.aliases),
        )
    )


_UNNAMED: Final = "new-claim"
_STAND_IN: Final = {"kind": "present", "who": "USA", "where": "USA", "count": "some", "when": "2000-01-01"}
"""What stands for the claim that a link names, where only the link is looked at."""


def _word(value: object) -> str:
    """Return a value as a part of an id."""
    if isinstance(value, dict):
        return _word(next((part for part in value.values() if isinstance(part, str)), ""))
    plain = unicodedata.normalize("NFKD", str(value or "")).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")


def _own_path(path: str) -> str:
    return re.sub(r"^claims\[0\]\.?", "", path)
