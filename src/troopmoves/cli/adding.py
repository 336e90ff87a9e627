"""The command that enters a claim: `add`.

Its options are in `troopmoves.cli.said`; what asks for the rest is in `troopmoves.cli.interview`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from troopmoves.claims.claim import Claim
from troopmoves.cli.assuming import PRINTED, Printed
from troopmoves.cli.reading import read_ledger
from troopmoves.cli.said import NO_PLACE, NO_SOURCE, NOTHING_SAID, NewPlace, Said, Source
from troopmoves.cli.screen import say, show, working
from troopmoves.cli.trouble import Exit
from troopmoves.cli.view import Column, Section, View, text_of
from troopmoves.ledger.claim_row import claim_row
from troopmoves.ledger.ledger import Ledger


def add(
    file: Path,
    /,
    *,
    said: Said = NOTHING_SAID,
    place: NewPlace = NO_PLACE,
    source: Source = NO_SOURCE,
    yes: Annotated[bool, Parameter(alias="-y", negative=())] = False,
    printed: Printed = PRINTED,
) -> Exit:
    """Enter a claim into a document; what the options leave out is asked for.

    No other line of the document changes. A document that is not there yet is made.

    Args:
        file: The document.
        said: What is claimed.
        place: A place that comes into the document with it.
        source: Who said it.
        yes: Ask for nothing but what is needed, and write without asking.
        printed: How the claim that was entered is printed.
    """
    from troopmoves.cli.interview import Interview, draft_of, lines_of, report_of, with_claim  # noqa: PLC0415 (cattrs, ruamel)
    from troopmoves.formats.document.file import write as write_document  # noqa: PLC0415 (likewise)

    ledger = read_ledger(file) if file.exists() else Ledger()
    interview = Interview(quick=yes)
    report = None if source.loose else report_of(ledger, source, interview)
    draft = draft_of(ledger, report, said, place, source, interview)
    claim = draft.claim()
    whole = with_claim(draft.ledger, report, claim)
    new = [f"new place {place.key}: {place}, in {place.within}" for place in draft.new_places]
    if not yes and not interview.agrees([str(claim), *lines_of(claim), *new]):
        say("nothing is written")
        return Exit.WRONG
    with working(f"Writing {file.name}"):
        write_document(whole, file)
    show(added_view(file, whole, claim), printed.format)
    return Exit.FINE


def added_view(file: Path, ledger: Ledger, claim: Claim) -> View:
    """Return a claim that was entered."""
    rows = [claim_row(ledger.entry(claim.id))]
    columns = (
        Column("report", text_of("report")),
        Column("says", text_of("says")),
        Column("by", text_of("by")),
    )
    return View(
        heading=f"{file}: {claim.id} entered",
        sections=(Section(rows=rows, columns=columns),),
        data={"file": str(file), "rows": rows},
    )
