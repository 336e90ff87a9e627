"""A ledger for FollowTheMoney: as entities, or as statements that keep the source's words for each value.

FollowTheMoney knows who is tied to whom. It has no count of people, no hedge, no plan and no denial, so these
stand in words (see `event`). What it would change or drop in silence is reported as a loss instead.

To add a loss: one row in `LOSSES`, one test that meets it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any, Final

from troopmoves.entities.nation import Nation
from troopmoves.errors import EntityError
from troopmoves.formats.ftm.actor import nation_id, operation_id, organisation_id, place_id, unit_id
from troopmoves.formats.ftm.event import put_claim, put_note, put_report
from troopmoves.formats.ftm.writer import Record, Writer
from troopmoves.formats.jsontext import json_text
from troopmoves.formats.loss import Accept, Export, Losses, checked
from troopmoves.ledger.ledger import Ledger
from troopmoves.solve.admission import hidden_by

LOSSES: Final[Losses] = MappingProxyType(
    {
        "title": "entities have no ledger; its title belongs into the metadata of the dataset",
        "blurred_date": "a date that is about so or perhaps so would be read as it stands; the name tells it",
        "date": "dates are of the years 1001 to 2998",
        "country": "FollowTheMoney has no code for this state; its name is kept",
        "spelling": "quotes around a name, double spaces and characters that nobody sees are cleaned away",
        "length": "the text is longer than a value of its property may be, and is cut",
        "url": "this is no address that a browser could open",
    }
)
"""What FollowTheMoney does not hold of a ledger."""

_DATASET: Final = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
_LONGEST_DATASET: Final = 50


def to_ftm(
    ledger: Ledger, *, dataset: str = "troopmoves", accept: Accept = ()
) -> Export[list[dict[str, Any]]]:
    """Return a ledger as entities of FollowTheMoney, in the text one a line.

    Args:
        ledger: What to export.
        dataset: The name of the dataset, in small letters, digits and underscores; every id begins with it.
        accept: The losses accepted, by their words, or "all".

    Raises:
        LossError: If something would be lost that is not accepted.
        EntityError: If no dataset can have this name.
    """
    writer = _written(ledger, dataset, originals=False)
    entities: list[dict[str, Any]] = [
        {"id": record.id, "schema": record.schema, "properties": record.properties, "datasets": [dataset]}
        for record in writer.records
    ]
    return _exported("FollowTheMoney", entities, writer, accept)


def to_ftm_statements(
    ledger: Ledger, *, dataset: str = "troopmoves", accept: Accept = ()
) -> Export[list[dict[str, Any]]]:
    """Return a ledger as statements of FollowTheMoney, in the text one a line.

    A statement is one value of one entity; its `original_value` holds the source's own words for it.

    Args:
        ledger: What to export.
        dataset: The name of the dataset, in small letters, digits and underscores; every id begins with it.
        accept: The losses accepted, by their words, or "all".

    Raises:
        LossError: If something would be lost that is not accepted.
        EntityError: If no dataset can have this name.
    """
    writer = _written(ledger, dataset, originals=True)
    statements: list[dict[str, Any]] = [
        statement for record in writer.records for statement in _statements(record, dataset)
    ]
    return _exported("FollowTheMoney statements", statements, writer, accept)


def _exported(
    name: str, content: list[dict[str, Any]], writer: Writer, accept: Accept
) -> Export[list[dict[str, Any]]]:
    losses = checked(name, LOSSES, writer.losses, accept)
    return Export(content=content, text="".join(f"{json_text(line)}\n" for line in content), losses=losses)


def _written(ledger: Ledger, dataset: str, *, originals: bool) -> Writer:
    """Return what has been written of everything that a ledger holds."""
    if not _DATASET.fullmatch(dataset) or len(dataset) > _LONGEST_DATASET:
        rule = f"a dataset is named by up to {_LONGEST_DATASET} small letters, digits and underscores"
        raise EntityError("to_ftm.dataset", dataset, rule, "write it like 'iraq_2020'")
    writer = Writer(dataset, originals=originals, aliases=ledger.aliases)
    if ledger.title:
        writer.lose("title")
    for report in ledger.reports:
        put_report(report, writer)
    for _, code in ledger.aliases:
        nation_id(Nation(code), writer)
    hidden = hidden_by(ledger.entries)
    for entry in ledger.entries:
        put_claim(entry, hidden, writer)
    _put_entities(ledger, writer)
    for number, note in enumerate(ledger.notes, start=1):
        put_note(note, number, writer)
    return writer


def _put_entities(ledger: Ledger, writer: Writer) -> None:
    """Write what is declared, whether a claim speaks of it or not."""
    for place in ledger.places:
        place_id(place, writer)
    for organisation in ledger.organisations:
        organisation_id(organisation, writer)
    for operation in ledger.operations:
        operation_id(operation, writer)
    for unit in ledger.units:
        unit_id(unit, writer)


def _statements(record: Record, dataset: str) -> Iterable[dict[str, Any]]:
    yield _statement(record, dataset, "id", record.id, "")
    for value in record.values:
        yield _statement(record, dataset, value.prop, value.text, value.original)


def _statement(record: Record, dataset: str, prop: str, text: str, original: str) -> dict[str, Any]:
    key = f"{dataset}.{record.id}.{prop}.{text}"
    return {
        "canonical_id": record.id,
        "entity_id": record.id,
        "prop": prop,
        "schema": record.schema,
        "value": text,
        "dataset": dataset,
        "lang": None,
        "original_value": original or None,
        "first_seen": None,
        "last_seen": None,
        "external": False,
        "origin": None,
        "id": hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(),
    }
