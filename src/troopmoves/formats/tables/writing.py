"""Ledgers, states and comparisons as the rows of a table, before it takes the form of Arrow or CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.place import Place
from troopmoves.entities.scope import SORTS
from troopmoves.errors import AssumptionError
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.tree import to_tree
from troopmoves.formats.tables.column import Cell, Kind, Rows
from troopmoves.formats.tables.derived import cow_of, derived, shown, where
from troopmoves.formats.tables.layout import LAYOUTS
from troopmoves.formats.tables.row import place_text, spread, spread_report
from troopmoves.ledger.answer import Answer, scope_words
from troopmoves.ledger.comparison import Comparison, ComparisonRow
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState
from troopmoves.quantity.headcount import DEFAULT_CONVENTION, Convention, convention


def rows_of(what: Ledger | DeploymentState | Comparison, by: str | Convention | None) -> Rows:
    """Return the rows of a ledger's claims, a state's holdings, or a comparison.

    Raises:
        AssumptionError: If a convention is named for what has been read by one already.
        DocumentError: If a text in a ledger is none that UTF-8 can hold.
    """
    if isinstance(what, Ledger):
        return _claims(what, convention(by or DEFAULT_CONVENTION))
    if by is not None:
        rule = "its figures have been read by a convention already"
        raise AssumptionError("convention", str(by), rule, "name it in ledger.state(..., convention=...)")
    if isinstance(what, DeploymentState):
        return _table(Kind.HOLDINGS, (_holding(what, answer) for answer in what.holdings))
    return _table(Kind.COMPARISON, (_compared(what, row) for row in what.rows))


def head_of(tree: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return a document without its claims; a report that had none from the beginning says so."""
    head = {key: part for key, part in tree.items() if key not in {"reports", "claims"}}
    headers = [
        {**{key: value for key, value in report.items() if key != "claims"}, **_emptiness(report)}
        for report in _mappings(tree, "reports")
    ]
    return {**head, **({"reports": [*headers]} if headers else {})}


def _emptiness(report: Mapping[str, Plain]) -> dict[str, Plain]:
    return {} if report.get("claims") else {"claims": []}


def _mappings(tree: Mapping[str, Plain], key: str) -> list[dict[str, Plain]]:
    parts = tree.get(key, [])
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


def _claims(ledger: Ledger, by: Convention) -> Rows:
    tree = to_tree(ledger)
    said = [
        ({**report_cells}, claim)
        for report in _mappings(tree, "reports")
        for report_cells in [spread_report(report)]
        for claim in _mappings(report, "claims")
    ]
    said += [({}, claim) for claim in _mappings(tree, "claims")]
    rows = (
        {**report, **spread(claim), **derived(entry, by), **shown(entry, ledger.paths[entry.id])}
        for (report, claim), entry in zip(said, ledger.entries, strict=True)
    )
    return _table(Kind.CLAIMS, rows, head_of(tree))


def _holding(state: DeploymentState, answer: Answer) -> dict[str, Cell]:
    return {
        **_scope(answer.force, answer.place),
        "cow": cow_of(answer.force, answer.day),
        "day": answer.day,
        "low": answer.low,
        "high": answer.high,
        "convention": state.assumptions.convention.name,
        "plans": str(state.assumptions.plans),
        "assumptions": str(state.assumptions),
        "assumes": answer.assumes,
        "because": answer.because,
        "oldest": answer.oldest,
        "partial": answer.partial,
        "ledger": answer.digest,
    }


def _compared(comparison: Comparison, row: ComparisonRow) -> dict[str, Cell]:
    before, after = comparison.before, comparison.after
    return {
        **_scope(row.who, row.where),
        "cow": cow_of(row.who, after.day),
        "day_before": before.day,
        "day_after": after.day,
        **row.figures,
        "therefore": row.therefore,
        "convention_before": before.assumptions.convention.name,
        "convention_after": after.assumptions.convention.name,
        "joint": comparison.joint,
        "assumes": row.assumes,
        "because": row.because,
        "ledger_before": before.label.digest,
        "ledger_after": after.label.digest,
    }


def _scope(force: Force, place: Place | None) -> dict[str, Cell]:
    rest = isinstance(force.role, OtherThan)
    return {
        "scope": scope_words(force, place),
        "iso3": force.sender and force.sender.code,
        "operation": force.operation and force.operation.id,
        "unit": force.unit and force.unit.id,
        "role": None if rest else str(force.role) if force.role is not None else None,
        "other_than": force.role.role if isinstance(force.role, OtherThan) else None,
        **{name: str(getattr(force, name)) for name in SORTS},
        "place": None if place is None else place_text(place),
        **where(place),
    }


def _table(kind: Kind, rows: Iterable[Mapping[str, Cell]], head: Mapping[str, Plain] | None = None) -> Rows:
    cells = list(rows)
    columns = {column.name: [row.get(column.name) for row in cells] for column in LAYOUTS[kind]}
    return Rows(kind=kind, columns=columns, head=head or {})
