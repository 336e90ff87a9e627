"""A claim of a ledger as one row: of plain values, as a dataframe takes it, or of a table in a notebook.

To add a column: one line here, one in the test of `Ledger.to_rows`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from troopmoves.claims.entry import Entry
from troopmoves.ledger.names import Label
from troopmoves.ledger.table import html_table
from troopmoves.ledger.wording import plural

_MOST_SHOWN: Final = 50
"""Claims of a ledger beyond which a notebook only counts them."""


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


def claims_html(label: Label, entries: Sequence[Entry]) -> str:
    """Return the claims of a ledger as a table; of many the first.

    Args:
        label: The ledger's title, size and fingerprint.
        entries: Its claims.
    """
    rows = [[entry.id, str(entry.claim).partition(": ")[2], entry.source] for entry in entries[:_MOST_SHOWN]]
    rest = len(entries) - len(rows)
    more = [f"and {rest} more {plural('claim', rest)}"] if rest else []
    caption = f"{label.title or 'Ledger'}: {label.size}"
    return html_table(caption, ("claim", "says", "source"), rows, [*more, f"digest {label.digest}"])
