"""The document as a whole: a ledger to plain values and back.

What comes in is read part by part, and every problem of every part is told at once; the ledger is built only
when there is none. What goes out is canonical: one order of keys, nothing that is as by default.

The format has a version, the first key of a document. What may be added to it, and when there must be a new
one, stands in docs/reference/documents.md; how to make a new one, in `troopmoves.formats.document.migration`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from troopmoves.claims.claim import Claim
from troopmoves.claims.report import Report
from troopmoves.errors import LedgerError
from troopmoves.formats.document.claim import teach_claims
from troopmoves.formats.document.codec import Codec, Plain, Shape, read_list, read_text, tell_strangers
from troopmoves.formats.document.entity import teach_entities
from troopmoves.formats.document.fault import Faults, fault, joined, near, step_to
from troopmoves.formats.document.migration import VERSION, migrated
from troopmoves.formats.document.reference import Tables
from troopmoves.formats.document.table import TABLES, read_tables, write_tables
from troopmoves.formats.document.value import teach_values
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.note import Note

KEYS: Final = ("troopmoves", "title", *TABLES, "notes", "reports", "claims")
"""The keys of a document, in the order in which they are written."""


def to_ledger(tree: Plain) -> Ledger:
    """Return the ledger that plain values stand for.

    >>> to_ledger({"troopmoves": 1, "title": "Iraq, January 2020"}).title
    'Iraq, January 2020'

    Raises:
        DocumentError: With every problem.
    """
    document = migrated(tree)
    tables = Tables()
    codec = _codec(tables)
    faults = Faults()
    tell_strangers(document.keys() - set(KEYS), document, KEYS, faults)
    with faults.at(""):
        read_tables(document, codec, tables)
    with faults.at("title"):
        title = read_text(document.get("title", ""))
    with faults.at("notes"):
        notes = read_list(document.get("notes", []), lambda note: _read_note(codec, note))
    with faults.at("reports"):
        reports = read_list(document.get("reports", []), lambda report: codec.read(report, Report))
    with faults.at("claims"):
        claims = read_list(document.get("claims", []), lambda claim: codec.read(claim, Claim))
    _check_ids(document, faults)
    faults.tell()
    try:
        return Ledger(
            [*reports, *claims],
            title=title,
            notes=notes,
            places=tables.places.built.values(),
            organisations=tables.organisations.built.values(),
            operations=tables.operations.built.values(),
            units=tables.units.built.values(),
            aliases={spelling: nation.code for spelling, nation in tables.aliases.items()},
        )
    except LedgerError as error:
        raise fault(error.got, error.rule, error.way_out, step=error.where) from error


def to_tree(ledger: Ledger) -> dict[str, Plain]:
    """Return a ledger as plain values, in canonical order.

    Raises:
        DocumentError: If a text in it is none that UTF-8 can hold.
    """
    codec = _codec(Tables())
    parts: dict[str, Plain] = {
        "title": ledger.title,
        **write_tables(ledger, codec),
        "notes": [_write_note(codec, note) for note in ledger.notes],
        "reports": [codec.write(report) for report in ledger.reports],
        "claims": [codec.write(claim) for claim in ledger.loose],
    }
    tree: dict[str, Plain] = {"troopmoves": VERSION, **{key: part for key, part in parts.items() if part}}
    faults = Faults()
    _check_texts("", tree, faults)
    faults.tell()
    return tree


NOTE: Final = Shape(record=Note)


def _read_note(codec: Codec, value: Plain) -> Note:
    note: Note = codec.read_shape(value if isinstance(value, dict) else {"text": read_text(value)}, NOTE)
    return note


def _write_note(codec: Codec, note: Note) -> Plain:
    return note.text if note.when is None else codec.write_shape(note, NOTE)


def _check_texts(path: str, value: Plain, faults: Faults) -> None:
    """Find half characters, which Python's texts can hold and no document can."""
    if isinstance(value, str):
        with faults.at(path):
            read_text(value)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _check_texts(joined(path, f"[{index}]"), item, faults)
    elif isinstance(value, dict):
        for key, part in value.items():
            _check_texts(path, key, faults)
            _check_texts(joined(path, step_to(key)), part, faults)


def _check_ids(document: Mapping[str, Plain], faults: Faults) -> None:
    """Find ids that stand twice and links that lead nowhere, whatever else is wrong with the document."""
    claims = list(_claims(document))
    _check_doubled(
        _ids((f"reports[{index}]", report) for index, report in _items(document, "reports")), faults
    )
    _check_doubled(_ids(claims), faults)
    known = {name for _, name in _ids(claims)}
    for path, claim in claims:
        for step, name in _links(claim):
            if name not in known and not faults.full:
                faults.add(
                    joined(path, step), name, "no claim has this id", near(name, known, "check the spelling")
                )


def _check_doubled(ids: Iterable[tuple[str, str]], faults: Faults) -> None:
    first: dict[str, str] = {}
    for path, name in ids:
        if name in first:
            faults.add(path, name, f"this id stands at {first[name]} too", "give each its own id")
        first.setdefault(name, path)


def _claims(document: Mapping[str, Plain]) -> Iterator[tuple[str, Plain]]:
    """Yield every claim as it stands, with its path."""
    for number, report in _items(document, "reports"):
        for index, claim in _items(report, "claims"):
            yield f"reports[{number}].claims[{index}]", claim
    for index, claim in _items(document, "claims"):
        yield f"claims[{index}]", claim


def _items(parent: Plain | Mapping[str, Plain], key: str) -> Iterable[tuple[int, Plain]]:
    items = parent.get(key) if isinstance(parent, Mapping) else None
    return enumerate(items) if isinstance(items, list) else ()


def _ids(parts: Iterable[tuple[str, Plain]]) -> Iterator[tuple[str, str]]:
    for path, part in parts:
        name = part.get("id") if isinstance(part, dict) else None
        if isinstance(name, str):
            yield f"{path}.id", name


def _links(claim: Plain) -> Iterator[tuple[str, str]]:
    """Yield the ids that a claim names, each with its path in the claim."""
    named = claim.get("claim") if isinstance(claim, dict) else None
    if isinstance(named, str):
        yield "claim", named
    for index, link in _items(claim, "links"):
        for kind, name in link.items() if isinstance(link, dict) else ():
            if isinstance(name, str):
                yield f"links[{index}].{kind}", name


def _codec(tables: Tables) -> Codec:
    codec = Codec()
    teach_values(codec)
    teach_entities(codec, tables)
    teach_claims(codec)
    return codec
