"""What a page holds: every question asked once, and the answers in the order in which they are read.

To add a section: its part here, its block in `templates/page.html`, its line in the list of contents there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from typing import Final, TypeAlias, final

import attrs

from troopmoves.charts.comparison import chart_comparison
from troopmoves.charts.flows import chart_flows
from troopmoves.charts.report.answered import Changed, StateTable, anchors_of, changes, state_table
from troopmoves.charts.report.days import Days
from troopmoves.charts.report.facet import Choice, Facets, choices_of, facets_of, facets_of_claims
from troopmoves.charts.report.picture import Figure, figure
from troopmoves.charts.report.said import ClaimCard, ReportCard, claim_cards, report_cards
from troopmoves.charts.rows.comparison import comparison_finding, comparison_rows
from troopmoves.charts.rows.flows import moves_of
from troopmoves.charts.rows.words import how_many, scope_label
from troopmoves.charts.series import chart_series
from troopmoves.charts.state import chart_state
from troopmoves.charts.timeline import chart_timeline
from troopmoves.claims.axis import Polarity
from troopmoves.claims.proposition import Presence
from troopmoves.claims.verb import ForceLike, PlaceLike
from troopmoves.ledger.comparison import Comparison, compare
from troopmoves.ledger.counted import Identity, identity_of
from troopmoves.ledger.finding import Finding
from troopmoves.ledger.findings import Findings
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.series import Series
from troopmoves.ledger.state import DeploymentState
from troopmoves.ledger.wording import show_days
from troopmoves.solve.statement import Scope
from troopmoves.timing.when import show_day

Question: TypeAlias = tuple[ForceLike | None, PlaceLike | Iterable[PlaceLike] | None]
"""A force (none: all) and a place (none: anywhere) to follow through time."""

MOST_DRAWN: Final = 60
"""Rows beyond which a chart cannot be read, so that only the table is shown."""
MOST_SERIES: Final = 4
"""Series that are chosen where nobody chooses any."""


@final
@attrs.frozen(kw_only=True)
class FindingCard:
    """One finding as a page tells it."""

    found: Finding
    """The finding."""
    facets: Facets
    """By what it is filtered."""


@final
@attrs.frozen(kw_only=True)
class PointRow:
    """One day of a series as a page tells it."""

    day: str
    """The day in words."""
    told: str
    """How many."""
    mention: str
    """Whether anybody speaks of that day."""
    therefore: str
    """What the step from the reported day before makes of it."""
    because: tuple[str, ...]
    """The claims behind it."""


@final
@attrs.frozen(kw_only=True)
class Course:
    """A series as a page tells it."""

    label: str
    """Who and where."""
    facets: Facets
    """By what it is filtered."""
    picture: Figure
    """The chart."""
    points: tuple[PointRow, ...]
    """The days."""


@final
@attrs.frozen(kw_only=True)
class Content:
    """Everything that a page holds."""

    title: str
    """What stands above it."""
    days: Days
    """The days compared."""
    days_told: str
    """The same in words."""
    finding: str
    """What the comparison comes to, or the state where there is one day."""
    size: str
    """How much the ledger holds."""
    known: str
    """By when the claims were known; empty where that is no matter."""
    assumptions: tuple[str, ...]
    """What is assumed, in words."""
    digest: str
    """The fingerprint of the ledger."""
    version: str
    """The version of the library."""
    states: tuple[StateTable, ...]
    """The days, the last one first."""
    changes: tuple[Changed, ...]
    """The comparison; empty where there is one day."""
    pictures: Mapping[str, Figure]
    """The charts by their names."""
    courses: tuple[Course, ...]
    """The series."""
    findings: tuple[FindingCard, ...]
    """What the check has found."""
    findings_told: str
    """How much that is."""
    claims: tuple[ClaimCard, ...]
    """What was said."""
    reports: tuple[ReportCard, ...]
    """Where it was said."""
    notes: tuple[str, ...]
    """The free notes of the ledger."""
    nations: tuple[Choice, ...]
    """The nations to filter by."""
    places: tuple[Choice, ...]
    """The places to filter by."""

    @property
    def certain(self) -> tuple[Changed, ...]:
        """The rows that certainly changed."""
        return tuple(row for row in self.changes if row.certain)


def content_of(
    ledger: Ledger,
    states: Sequence[DeploymentState],
    days: Days,
    *,
    title: str | None,
    series: Iterable[Question] | None,
    geometries: Mapping[str, object],
) -> Content:
    """Ask everything that a page tells.

    Args:
        ledger: The ledger.
        states: The state of each day.
        days: The days.
        title: What stands above the page; none: the ledger's title.
        series: What is followed through time; none: what is counted on several days.
        geometries: Outlines for the map.

    Raises:
        MissingExtraError: If a package that draws is not installed.
        TooHard: If the claims linked to a count are beyond the budget.
    """
    first, last = states[0], states[-1]
    tables = [state_table(state, f"day-{number}") for number, state in enumerate(states, start=1)]
    comparison = compare(first, last) if first.day != last.day else None
    found = ledger.check(assuming=last.assumptions)
    fates = {out.entry.id: out.reason for out in last.not_counted}
    claims = claim_cards(ledger, fates)
    offered = facets_of_claims(entry.claim for entry in ledger.entries)
    asked = _chosen_series(last) if series is None else series
    return Content(
        title=(ledger.title or "Who is where") if title is None else title,
        days=days,
        days_told=_from_to(first, last),
        finding=_finding(last, comparison),
        size=last.size,
        known=last.known_words.strip(),
        assumptions=last.assumptions.words,
        digest=ledger.digest,
        version=version("troopmoves"),
        states=tuple(reversed(tables)),
        changes=() if comparison is None else _changes(comparison, states, tables),
        pictures=_pictures(ledger, last, comparison, geometries),
        courses=tuple(_course(ledger, first, last, one, number) for number, one in enumerate(asked, start=1)),
        findings=_cards(found),
        findings_told=found.heading,
        claims=claims,
        reports=report_cards(ledger.reports),
        notes=tuple(map(str, ledger.notes)),
        nations=choices_of(offered.nations),
        places=choices_of(offered.places),
    )


def _from_to(first: DeploymentState, last: DeploymentState) -> str:
    """Return the days of two states as a reader says them."""
    return show_days(first.day, last.day).replace("->", "to")


def _finding(state: DeploymentState, comparison: Comparison | None) -> str:
    if comparison is not None:
        return comparison_finding(comparison, comparison_rows(comparison))
    return f"What the claims allow on {show_day(state.day)}"


def _changes(
    comparison: Comparison, states: Sequence[DeploymentState], tables: Sequence[StateTable]
) -> tuple[Changed, ...]:
    anchors = [anchors_of(state, table) for state, table in zip(states, tables, strict=True)]
    return changes(comparison, anchors)


def _cards(found: Findings) -> tuple[FindingCard, ...]:
    """Return the findings, the gravest first."""
    ordered = sorted(found, key=lambda one: (one.severity.rank, one.code, -one.gap, one.ids))
    return tuple(
        FindingCard(found=one, facets=facets_of_claims(each.entry.claim for each in one.involved))
        for one in ordered
    )


# -- charts -------------------------------------------------------------------------------------------------


def _pictures(
    ledger: Ledger,
    last: DeploymentState,
    comparison: Comparison | None,
    geometries: Mapping[str, object],
) -> Mapping[str, Figure]:
    day = show_day(last.day)
    drawn = [
        _drawn("state", f"Who is where on {day}", len(last.scopes), lambda: chart_state(last)),
        _drawn(
            "flows",
            f"Moves by {day}",
            len(moves_of(last)),
            lambda: chart_flows(last, geometries=geometries),
        ),
        _drawn("timeline", "When it was said", len(ledger.entries), lambda: chart_timeline(ledger)),
    ]
    if comparison is not None:
        compared = comparison
        heading = f"What changed, {_from_to(compared.before, compared.after)}"
        drawn.append(_drawn("comparison", heading, len(compared.rows), lambda: chart_comparison(compared)))
    return {one.slug.removeprefix("chart-"): one for one in drawn}


def _drawn(slug: str, heading: str, rows: int, draw: Callable[[], object]) -> Figure:
    """Return a picture, or why there is none: nothing to draw, or more rows than anybody can read."""
    if 0 < rows <= MOST_DRAWN:
        return figure(f"chart-{slug}", heading, draw())
    why = f"{heading}: nothing to draw."
    if rows:
        why = f"Not drawn: {rows} rows are more than one picture can show; the lists have them all."
    return Figure(slug=f"chart-{slug}", heading=heading, svg=None, instead=why)


# -- series -------------------------------------------------------------------------------------------------


def _chosen_series(state: DeploymentState) -> tuple[Question, ...]:
    """Return what claims count on several days: those with the most days, in reading order."""
    days: dict[Identity, set[date]] = {}
    for entry in state.view.admission.live:
        said = entry.claim.proposition
        if isinstance(said, Presence) and entry.claim.polarity is Polarity.AFFIRMED and said.when.earliest:
            days.setdefault(identity_of(Scope(said.force, said.place)), set()).add(said.when.earliest)
    counted = [scope for scope in state.scopes if len(days.get(identity_of(scope), ())) > 1]
    most = sorted(counted, key=lambda scope: -len(days[identity_of(scope)]))[:MOST_SERIES]
    return tuple((scope.force, scope.place) for scope in counted if scope in most)


def _course(
    ledger: Ledger, first: DeploymentState, last: DeploymentState, question: Question, number: int
) -> Course:
    force, place = question
    found = ledger.series(
        force, place, first.day, last.day, known=first.view.known, assuming=first.assumptions
    )
    label = scope_label(found.force, found.place)
    return Course(
        label=label,
        facets=facets_of(found.force, [found.place]),
        picture=figure(f"chart-series-{number}", label, chart_series(found, ledger)),
        points=_points(found),
    )


def _points(found: Series) -> tuple[PointRow, ...]:
    steps = {step.after.day: step for step in found.steps}
    return tuple(
        PointRow(
            day=show_day(point.day),
            told=how_many(point.bounds),
            mention=point.mention.words,
            therefore=steps[point.day].therefore if point.day in steps else "",
            because=point.because,
        )
        for point in found.points
    )
