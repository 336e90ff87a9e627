"""A small mapping to start from, and what a table of it becomes."""

from collections.abc import Mapping, Sequence
from typing import Any

from troopmoves.claims.claim import Claim
from troopmoves.claims.proposition import Presence
from troopmoves.formats.mapping.importer import import_table
from troopmoves.formats.mapping.report import Imported

PLAIN: dict[str, Any] = {
    "mapping": 1,
    "report": {"id": "table"},
    "who": {"nation": {"column": "nation"}},
    "where": "IRQ",
    "when": "2020-01-07",
    "counts": "troops",
}
"""Nations and troops in Iraq on one day."""


def imported(rows: Sequence[Mapping[str, object]], **changes: object) -> Imported:
    """Return what rows become by the plain mapping with some keys changed; None takes a key away."""
    values = {key: value for key, value in {**PLAIN, **changes}.items() if value is not None}
    return import_table(rows, values)


def claims_of(done: Imported) -> list[Claim]:
    """Return the claims in the order of the rows."""
    return [entry.claim for entry in done.ledger.entries]


def levels(done: Imported) -> list[Presence]:
    """Return what the claims say, all of which are levels."""
    said = [claim.proposition for claim in claims_of(done)]
    assert all(isinstance(one, Presence) for one in said)
    return [one for one in said if isinstance(one, Presence)]


def notations(done: Imported) -> list[str]:
    """Return the headcounts of the claims, in their notation."""
    return [str(level.headcount) for level in levels(done)]


def one_cell(cell: object, **numbers: object) -> list[str]:
    """Return the headcounts that one cell becomes under some settings of numbers."""
    return notations(imported([{"nation": "FRA", "troops": cell}], numbers=numbers))


def rules(done: Imported) -> list[str]:
    """Return the rules of the remarks."""
    return [remark.rule for remark in done.report.remarks]
