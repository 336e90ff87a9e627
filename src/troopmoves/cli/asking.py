"""The commands that ask a ledger: `state`, `why`, `series`, `compare`.

Each reads, asks the library, makes a view and prints it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from troopmoves.cli.assuming import ASSUMING, PRINTED, Assuming, Printed, known_of
from troopmoves.cli.question import scope_of
from troopmoves.cli.reading import answered, read_ledger
from troopmoves.cli.screen import show
from troopmoves.cli.shown import comparison_view, series_view, state_view, why_view
from troopmoves.cli.trouble import CommandError, Exit
from troopmoves.ledger.comparison import compare as compare_states
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState

# -- state, why, series -------------------------------------------------------------------------------------


def state(
    file: Path,
    /,
    *,
    on: str,
    known: str | None = None,
    assuming: Assuming = ASSUMING,
    printed: Printed = PRINTED,
) -> Exit:
    """Show who has how many where on a day.

    Args:
        file: The document.
        on: The day, as 2020-01-15.
        known: The day, or moment with its offset, by which claims were public.
        assuming: What is assumed.
        printed: How it is printed.
    """
    asked = _state(read_ledger(file), on, known, assuming)
    show(answered("Working out the state", lambda: state_view(asked)), printed.format)
    return Exit.FINE


def why(
    file: Path,
    question: str,
    /,
    *,
    on: str,
    known: str | None = None,
    assuming: Assuming = ASSUMING,
    printed: Printed = PRINTED,
) -> Exit:
    """Show each end of a count with the claims behind it, their words and sources.

    Args:
        file: The document.
        question: Who and where, as "CAN in IRQ" or as the tables print them.
        on: The day, as 2020-01-15.
        known: The day, or moment with its offset, by which claims were public.
        assuming: What is assumed.
        printed: How it is printed.
    """
    asked = _state(read_ledger(file), on, known, assuming)
    scope = scope_of(asked, question)
    show(
        answered("Looking for reasons", lambda: why_view(asked.why(scope.force, scope.place))), printed.format
    )
    return Exit.FINE


def series(
    file: Path,
    question: str,
    /,
    *,
    since: str,
    until: str,
    known: str | None = None,
    assuming: Assuming = ASSUMING,
    printed: Printed = PRINTED,
) -> Exit:
    """Show a force at a place through time.

    Args:
        file: The document.
        question: Who and where, as "CAN in IRQ" or as the tables print them.
        since: The first day.
        until: The last day.
        known: The day, or moment with its offset, by which claims were public.
        assuming: What is assumed.
        printed: How it is printed.
    """
    ledger = read_ledger(file)
    scope = scope_of(_state(ledger, since, known, assuming), question)
    force, place, limit, assumed = scope.force, scope.place, known_of(known), assuming.assumptions
    found = answered(
        "Following it through time",
        lambda: ledger.series(force, place, since, until, known=limit, assuming=assumed),
    )
    show(series_view(found), printed.format)
    return Exit.FINE


def _state(ledger: Ledger, day: str, known: str | None, assuming: Assuming) -> DeploymentState:
    return ledger.state(day, known=known_of(known), assuming=assuming.assumptions)


# -- compare ------------------------------------------------------------------------------------------------


def compare(
    file: Path,
    a: str,
    b: str | None = None,
    /,
    *,
    on: str | None = None,
    common: Annotated[bool, Parameter(negative=())] = False,
    known: str | None = None,
    assuming: Assuming = ASSUMING,
    printed: Printed = PRINTED,
) -> Exit:
    """Show what changed between two days, or differs between two documents.

    Args:
        file: The document.
        a: The first day; or another document, with --on.
        b: The second day.
        on: The day on which two documents are compared.
        common: List only what both speak of, as is best where one is a data set of the whole world.
        known: The day, or moment with its offset, by which claims were public.
        assuming: What is assumed.
        printed: How it is printed.
    """
    if (b is None) == (on is None):
        way_out = "write compare FILE DAY DAY, or compare FILE FILE --on DAY"
        raise CommandError(
            "compare", a if b is None else b, "two days of one document, or two documents on one day", way_out
        )
    first = read_ledger(file)
    second = first if on is None else read_ledger(Path(a))
    before = _state(first, on or a, known, assuming)
    after = _state(second, on or b or a, known, assuming)
    show(
        answered("Comparing", lambda: comparison_view(compare_states(before, after, common=common))),
        printed.format,
    )
    return Exit.FINE
