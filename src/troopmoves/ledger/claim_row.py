"""A claim of a ledger as one row of plain values, as a dataframe takes it.

To add a column: one line here, one in the test of `Ledger.to_rows`.
"""

from __future__ import annotations

from troopmoves.claims.entry import Entry


def claim_row(entry: Entry) -> dict[str, object]:
    """Return a claim and its source as plain values."""
    claim, report = entry.claim, entry.report
    return {
        "claim": entry.id,
        "report": None if report is None else report.id,
        "says": str(claim),
        "by": claim.said.by or (report.source_name if report else None),
        "public": None if entry.public is None else entry.public.isoformat(),
        "stance": str(claim.stance),
        "polarity": str(claim.polarity),
        "category": str(claim.category),
    }
