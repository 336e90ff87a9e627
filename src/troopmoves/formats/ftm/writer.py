"""Entities of FollowTheMoney as they are written: one of each, with ids that stay the same."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Final, final

import attrs

from troopmoves.formats.ftm.value import LONGEST, TYPES, Value, cleaned

_ID: Final = re.compile(r"[0-9A-Za-z.-]{0,119}[0-9A-Za-z]")
_TYPES_OF_TEXT: Final = frozenset({"name", "string", "text", "address"})


@final
@attrs.frozen(kw_only=True)
class Record:
    """One entity."""

    id: str
    """Its id."""
    schema: str
    """What it is, in FollowTheMoney's model."""
    values: tuple[Value, ...] = ()
    """The values of its properties, each once."""

    @property
    def properties(self) -> dict[str, list[str]]:
        """The values by property."""
        found: dict[str, list[str]] = {}
        for value in self.values:
            found.setdefault(value.prop, []).append(value.text)
        return found


@final
class Writer:
    """Takes entities, each once, and notes what is lost of them."""

    def __init__(self, dataset: str, *, originals: bool, aliases: Iterable[tuple[str, str]] = ()) -> None:
        self.dataset = dataset
        self.aliases: tuple[tuple[str, str], ...] = tuple(aliases)
        self.losses: list[tuple[str, str]] = []
        self._originals = originals
        self._records: dict[str, Record | None] = {}

    @property
    def records(self) -> Iterator[Record]:
        """Every entity, in the order in which each was first spoken of."""
        return (record for record in self._records.values() if record is not None)

    def lose(self, what: str, claim: str = "") -> None:
        """Note a loss, of a claim or of the ledger as a whole."""
        self.losses.append((what, claim))

    def id(self, kind: str, key: str) -> str:
        """Return the id of an entity; one that FollowTheMoney would refuse is replaced by its hash."""
        start = f"{self.dataset.replace('_', '-')}-{kind}"
        return f"{start}-{key}" if _ID.fullmatch(key) else f"{start}-h{_hash(key)}"

    def is_new(self, name: str) -> bool:
        """Return whether an entity has not been spoken of; from now on it has."""
        if name in self._records:
            return False
        self._records[name] = None
        return True

    def put(
        self, name: str, schema: str, *fields: tuple[str, str] | tuple[str, str, str], claim: str = ""
    ) -> None:
        """Write an entity; values that are empty are left out.

        Args:
            name: Its id.
            schema: What it is.
            *fields: Its values: the property, the text and, where there are any, the source's words for it.
            claim: The claim it is made of, if it is made of one.
        """
        values: dict[tuple[str, str], Value] = {}
        for prop, text, *words in fields:
            value = self._value(prop, text, "".join(words), claim)
            if value.text:
                values.setdefault((prop, value.text), value)
        self._records[name] = Record(id=name, schema=schema, values=tuple(values.values()))

    def link(self, schema: str, one: tuple[str, str], other: tuple[str, str], role: str) -> None:
        """Write a link between two entities, each given as the property that names it and its id."""
        name = self.id("link", _hash(f"{schema} {one[1]} {role} {other[1]}"))
        self.put(name, schema, one, other, ("role", role))

    def _value(self, prop: str, text: str, words: str, claim: str) -> Value:
        kind = TYPES[prop]
        if kind not in _TYPES_OF_TEXT:
            return Value(prop=prop, text=text, original=words)
        clean = cleaned(text, kind)
        if clean != text and (words or not clean or not self._originals):
            self.lose("spelling", claim)
        if len(clean) > LONGEST[kind]:
            self.lose("length", claim)
            clean = clean[: LONGEST[kind] - 1] + "\u2026"
        original = words or text
        return Value(prop=prop, text=clean, original="" if original == clean else original)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]
