"""`report_html`: a ledger as one page, with everything that it needs inside.

All packages are looked for before any is imported, so that who lacks several is told of one extra.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from importlib.util import find_spec
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Unpack

from troopmoves.charts.report.days import days_of
from troopmoves.claims.assumptions import Assumptions, Choices
from troopmoves.errors import MissingExtraError
from troopmoves.ledger.known import limit_of
from troopmoves.ledger.ledger import Ledger

if TYPE_CHECKING:
    from troopmoves.charts.report.content import Question

_PACKAGES: Final = ("altair", "vl_convert", "jinja2")
_OUTLINES: Final = "bqplot"
"""What is needed where nobody brings outlines for the map."""


def report_html(
    ledger: Ledger,
    *,
    since: date | str | None = None,
    until: date | str | None = None,
    series: Iterable[Question] | None = None,
    title: str | None = None,
    known: date | datetime | str | None = None,
    geometries: Mapping[str, object] = MappingProxyType({}),
    assuming: Assumptions | None = None,
    **choices: Unpack[Choices],
) -> str:
    """Return a ledger as one page of HTML: comparison, states, charts, findings, claims and sources.

    Args:
        ledger: The ledger.
        since: The first day compared; none: the first that a claim with a number speaks of.
        until: The last day compared, which may be the first; none: the day after the last that is spoken of
            and was not still to come when the last claim was published.
        series: Pairs of a force and a place to follow through time; none: what is counted on several days.
        title: What stands above the page; none: the ledger's title.
        known: The day (inclusive) or moment by which claims must be public; none: all count.
        geometries: Outlines for the map, as `chart_flows` takes them.
        assuming: Assumptions to start from; none: the defaults.
        **choices: Assumptions by name, as `Ledger.state` takes them.

    Raises:
        MissingExtraError: If a package that draws is not installed.
        TimingError: If there is no such day, or no claim speaks of any.
        TooHard: If the claims linked to a count are beyond the budget.
    """
    _check_packages(_PACKAGES if geometries else (*_PACKAGES, _OUTLINES))
    from troopmoves.charts.report.content import content_of  # noqa: PLC0415 (imports Altair)
    from troopmoves.charts.report.writing import written  # noqa: PLC0415 (imports Jinja)

    assumed = Assumptions.of(assuming, **choices)
    view = ledger.view(assumed, None if known is None else limit_of(known))
    days = days_of(view.admission.live, since, until)
    states = [ledger.state(day, known=known, assuming=assumed) for day in days.each]
    return written(content_of(ledger, states, days, title=title, series=series, geometries=geometries))


def _check_packages(packages: Iterable[str]) -> None:
    for package in packages:
        if find_spec(package) is None:
            raise MissingExtraError.of(package, "a report needs it", "report")
