"""One claim as a row and back: the mapping of a document, spread over flat cells.

A key that a document nests, such as `who: {nation: FRA, role: training}`, has a column for each part. What
has no shape of its own in a table (a place that is not named, the whole of a share, a list) is JSON text.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from troopmoves.claims.axis import LinkKind
from troopmoves.entities.place import Place
from troopmoves.entities.scope import SORTS
from troopmoves.formats.document.claim import KINDS
from troopmoves.formats.document.codec import Codec, Plain
from troopmoves.formats.document.entity import teach_entities
from troopmoves.formats.document.fault import below, fault, near
from troopmoves.formats.document.json import parse
from troopmoves.formats.document.reference import Tables
from troopmoves.formats.tables.column import Cell, Sort, named
from troopmoves.formats.tables.layout import STATED

_NESTED: Final = MappingProxyType(
    {"who": "nation", "count": "is", "share": "is", "when": "is", "until": "is", "said": ""}
)
"""The keys that a document may nest, with the part that its shorter form gives."""

_AS_JSON: Final = frozenset({"where", "from", "to", "of", "also"})
"""The keys whose values are JSON where they are no plain text."""

_MOMENTS: Final = ("said.public", "report.published")
"""The keys that hold a day or a moment, each of which has a column of its own."""


def spread(claim: Mapping[str, Plain]) -> dict[str, Cell]:
    """Return the cells of a claim of a document, by column, what is as by default told.

    >>> spread({"id": "a", "kind": "retracts", "claim": "b"})["links"]
    'retracts b'
    """
    flat: dict[str, Plain] = dict(_defaults(str(claim["kind"])))
    for key, value in claim.items():
        if key in _NESTED:
            parts = value if isinstance(value, dict) else {_NESTED[key]: value}
            flat |= {f"{key}.{part}": inner for part, inner in parts.items()}
        elif key in _AS_JSON:
            flat[key] = _text(value)
        elif key not in {"claim", "links"}:
            flat[key] = value
    flat["links"] = _links_in_words(claim)
    if "share.text" in flat:
        flat["count.text"] = flat.pop("share.text")
    return _cells(flat)


def spread_report(report: Mapping[str, Plain]) -> dict[str, Cell]:
    """Return the cells of a report of a document, by column."""
    return _cells({f"report.{key}": value for key, value in report.items() if key != "claims"})


def gathered(cells: Mapping[str, Cell]) -> dict[str, Plain]:
    """Return the claim of a document that the cells of a row, by key, stand for.

    Raises:
        DocumentError: If a cell cannot be taken apart; its path is the key.
    """
    claim: dict[str, Plain] = {}
    flat = _with_moment(cells, "said.public")
    if flat.get("share.is") is not None and "count.text" in flat:
        flat["share.text"] = flat.pop("count.text")
    for key, cell in flat.items():
        value = plain(cell)
        if value is None or key.startswith("report."):
            continue
        outer, _, part = key.partition(".")
        if part:
            inner = claim.setdefault(outer, {})
            assert isinstance(inner, dict)  # noqa: S101 (no key is both nested and not)
            inner[part] = value
        elif key == "links":
            claim |= _links_of(str(value), str(flat.get("kind")))
        elif key in _AS_JSON and isinstance(value, str) and value[:1] in {"{", "["}:
            claim[key] = _from_json(key, value)
        else:
            claim[key] = value
    return claim


def gathered_report(cells: Mapping[str, Cell]) -> dict[str, Plain]:
    """Return the report of a document, without claims, that the cells of a row, by key, stand for.

    Raises:
        DocumentError: If a cell cannot be taken apart; its path is the key.
    """
    own = {key: cell for key, cell in cells.items() if named(key) == "report"}
    flat = _with_moment(own, "report.published")
    return {key.removeprefix("report."): plain(cell) for key, cell in flat.items() if cell is not None}


def place_text(place: Place) -> str:
    """Return a place as the cell of a column names it.

    >>> from troopmoves.entities.place import AnyOf, Country
    >>> print(place_text(AnyOf((Country.of("KWT"), Country.of("JOR")))))
    {"any_of": ["KWT", "JOR"]}
    """
    return _text(_codec().write(place))


@functools.cache
def _codec() -> Codec:
    codec = Codec()
    teach_entities(codec, Tables())
    return codec


def _text(value: Plain) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@functools.cache
def _defaults(kind: str) -> Mapping[str, Plain]:
    """Return what claims of a kind say by default, by key."""
    shape = KINDS[kind]
    fields = [*attrs.fields(shape.record), *attrs.fields(KINDS["retracts"].record)]
    told = {shape.key(one.name): one.default for one in fields if isinstance(one.default, StrEnum | bool)}
    if kind not in set(LinkKind):
        told |= {f"who.{name}": kind("not_said") for name, kind in SORTS.items()}
    return MappingProxyType({key: str(word) if isinstance(word, str) else word for key, word in told.items()})


def _cells(flat: dict[str, Plain]) -> dict[str, Cell]:
    for key in _MOMENTS:
        moment = flat.get(key)
        if isinstance(moment, str) and "T" in moment:
            flat |= {key: moment.partition("T")[0], f"{key}_at": moment}
    return {STATED[key].name: _cell(value, STATED[key].sort) for key, value in flat.items()}


def _cell(value: Plain, sort: Sort) -> Cell:
    if sort is Sort.DAY and isinstance(value, str):
        return date.fromisoformat(value)
    return str(value) if sort is Sort.TEXT and isinstance(value, int) else value  # type: ignore[return-value]  # no other nests


def plain(cell: Cell) -> Plain:
    """Return a cell as documents hold it: a day as text."""
    return cell.isoformat() if isinstance(cell, date) else cell  # type: ignore[return-value]  # no column that is read holds lists


def _with_moment(cells: Mapping[str, Cell], key: str) -> dict[str, Cell]:
    """Return cells with the moment in the place of its day, where there is a moment."""
    flat = dict(cells)
    moment, day = flat.pop(f"{key}_at", None), flat.get(key)
    if moment is None:
        return flat
    if day is not None and plain(day) != str(moment).partition("T")[0]:
        raise fault(moment, f"it is a moment of the day beside it, {plain(day)}", step=f"{key}_at")
    return {**flat, key: moment}


def _links_in_words(claim: Mapping[str, Plain]) -> str | None:
    first = f"{claim['kind']} {claim['claim']}, " if "claim" in claim else ""
    links = claim.get("links", [])
    assert isinstance(links, list)  # noqa: S101 (as documents are written)
    pairs = [pair for link in links if isinstance(link, dict) for pair in link.items()]
    return (first + ", ".join(f"{kind} {other}" for kind, other in pairs)).removesuffix(", ") or None


def _links_of(text: str, kind: str) -> dict[str, Plain]:
    links: list[Plain] = []
    for part in text.split(", "):
        word, _, other = part.partition(" ")
        if word not in set(LinkKind) or not other:
            rule = "links are 'retracts that-id', with a comma and a space between two"
            raise fault(part, rule, near(word, LinkKind), step="links")
        links.append({word: other})
    if kind not in set(LinkKind):
        return {"links": links}
    first, *further = links
    assert isinstance(first, dict)  # noqa: S101 (built above)
    if kind not in first:
        raise fault(text, f"the first link is the claim itself, which {kind}", step="links")
    return {"claim": first[kind], **({"links": further} if further else {})}


def _from_json(key: str, text: str) -> Plain:
    with below(key):
        return parse(text)
