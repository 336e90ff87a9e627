"""The command that tells everything on one page: `report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, final

import attrs
from cyclopts import Parameter

from troopmoves.cli.assuming import ASSUMING, Assuming, known_of
from troopmoves.cli.question import scope_of
from troopmoves.cli.reading import answered, read_ledger
from troopmoves.cli.screen import say
from troopmoves.cli.trouble import CommandError, Exit
from troopmoves.ledger.ledger import Ledger

if TYPE_CHECKING:
    from troopmoves.charts.report.content import Question

_SUFFIXES: Final = (".html", ".htm")


@Parameter(name="*")
@final
@attrs.frozen(kw_only=True)
class Told:
    """What a page tells of a ledger."""

    since: str | None = None
    """The first day compared; if left out, the first that a claim with a number speaks of."""
    until: str | None = None
    """The last day compared; if left out, the day after the last that is spoken of."""
    of: Annotated[tuple[str, ...], Parameter(negative=())] = ()
    """Who and where is followed through time, as "CAN in IRQ"; several times for several."""
    title: str | None = None
    """What stands above the page; if left out, the title of the ledger."""
    known: str | None = None
    """The day, or moment with its offset, by which claims were public."""


NOTHING_CHOSEN: Final = Told()


def report(
    file: Path,
    /,
    *,
    output: Annotated[Path, Parameter(alias="-o")],
    told: Told = NOTHING_CHOSEN,
    assuming: Assuming = ASSUMING,
) -> Exit:
    """Tell a ledger on one page, to be read, printed or sent: comparison, charts, findings and sources.

    Args:
        file: The document.
        output: The page, an .html file that needs no network.
        told: What is told of it.
        assuming: What is assumed.
    """
    from troopmoves.formats.atomic import replace  # noqa: PLC0415 (only where a file is written)

    if output.suffix.lower() not in _SUFFIXES:
        raise CommandError("--output", str(output), "a report is a page", "write --output report.html")
    ledger = read_ledger(file)
    page = answered(f"Writing {output.name}", lambda: _page(ledger, told, assuming))
    replace(output.resolve(), page.encode())
    say(f"{output}: report on {ledger.label.size}")
    return Exit.FINE


def _page(ledger: Ledger, told: Told, assuming: Assuming) -> str:
    from troopmoves.charts.report.page import report_html  # noqa: PLC0415 (imports Altair and Jinja)

    return report_html(
        ledger,
        since=told.since,
        until=told.until,
        series=_followed(ledger, told, assuming),
        title=told.title,
        known=known_of(told.known),
        assuming=assuming.assumptions,
    )


def _followed(ledger: Ledger, told: Told, assuming: Assuming) -> list[Question] | None:
    """Return who and where is followed through time, if anybody says so."""
    if not told.of:
        return None
    some_day = "2000-01-01"  # names are the same on every day
    state = ledger.state(some_day, known=known_of(told.known), assuming=assuming.assumptions)
    scopes = [scope_of(state, question) for question in told.of]
    return [(scope.force, scope.place) for scope in scopes]
