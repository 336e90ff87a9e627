"""What was said, as a page lists it: each claim with its source, and each report.

Only an address of the web becomes a link; any other text that stands where an address is expected is shown as
text, so that no page runs what a document says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, final
from urllib.parse import urlsplit

import attrs

from troopmoves.charts.report.facet import Facets, facets_of_claims
from troopmoves.charts.rows.timeline import claim_label
from troopmoves.claims.axis import Category, Polarity, Stance, Status
from troopmoves.claims.claim import NOBODY, Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.report import Report
from troopmoves.ledger.ledger import Ledger
from troopmoves.timing.when import show_day

_WEB: Final = frozenset({"http", "https"})


@final
@attrs.frozen
class Address:
    """A text that may be an address."""

    text: str
    """The text."""

    @property
    def url(self) -> str:
        """The text if it is an address of the web, else nothing.

        >>> Address("https://example.org/a").url, Address("javascript:alert(1)").url, Address("Reuters").url
        ('https://example.org/a', '', '')
        """
        try:
            parts = urlsplit(self.text)
        except ValueError:
            return ""
        return self.text if parts.scheme in _WEB and parts.netloc else ""


@final
@attrs.frozen(kw_only=True)
class ClaimCard:
    """One claim as a page tells it."""

    id: str
    """The id of the claim."""
    label: str
    """What it is about, in few words."""
    says: str
    """What it says, in full; empty for a bare link."""
    marks: tuple[str, ...]
    """What else it is: a denial, an allegation, the tracker's own inference."""
    links: tuple[tuple[str, str], ...]
    """What it does to other claims, and their ids."""
    quote: str
    """The source's words."""
    said: str
    """Who said it, in what role, by what means, when; empty where the report itself speaks."""
    report: str
    """The id of its report; empty where it has none."""
    source: str
    """Its report as a reader would cite it; empty where it has none."""
    address: Address
    """Where that can be read."""
    also: tuple[Address, ...]
    """Where else the same was said."""
    note: str
    """The tracker's words."""
    fate: str
    """Why it does not count; empty where it does."""
    facets: Facets
    """By what it is filtered."""


@final
@attrs.frozen(kw_only=True)
class ReportCard:
    """One report as a page tells it."""

    id: str
    """The id of the report."""
    name: str
    """Who published it."""
    title: str
    """What it is called."""
    published: str
    """The day in words; empty where it is not said."""
    address: Address
    """Where it can be read."""
    reliability: str
    """The Admiralty letter; empty where there is none."""
    note: str
    """The tracker's words."""
    claims: tuple[str, ...]
    """The ids of its claims."""


def claim_cards(ledger: Ledger, fates: Mapping[str, str]) -> tuple[ClaimCard, ...]:
    """Return every claim in the order given.

    Args:
        ledger: The ledger.
        fates: Why claims do not count, by their ids.
    """
    return tuple(_card(entry, fates.get(entry.id, ""), _about(entry, ledger)) for entry in ledger.entries)


def _about(entry: Entry, ledger: Ledger) -> Facets:
    """Return what a claim is about; one that only speaks of another claim is about the same as that."""
    linked = [ledger.entry(link.claim).claim for link in entry.claim.links]
    return facets_of_claims([entry.claim, *linked])


def report_cards(reports: Iterable[Report]) -> tuple[ReportCard, ...]:
    """Return every report in the order given."""
    return tuple(
        ReportCard(
            id=report.id,
            name=report.source_name,
            title=report.title if report.publisher else "",
            published="" if report.published is None else show_day(report.published),
            address=Address(report.url),
            reliability="" if report.reliability is None else str(report.reliability),
            note=report.note,
            claims=tuple(claim.id for claim in report.claims),
        )
        for report in reports
    )


def _card(entry: Entry, fate: str, facets: Facets) -> ClaimCard:
    claim, report = entry.claim, entry.report
    return ClaimCard(
        id=entry.id,
        label=claim_label(claim),
        says="" if claim.proposition is None else str(claim.proposition),
        marks=_marks(claim),
        links=tuple((str(link.kind), link.claim) for link in claim.links),
        quote=claim.quote,
        said="" if claim.said == NOBODY else str(claim.said),
        report="" if report is None else report.id,
        source="" if report is None else report.source,
        address=Address("" if report is None else report.url),
        also=tuple(map(Address, claim.also)),
        note=claim.note,
        fate=fate,
        facets=facets,
    )


def _marks(claim: Claim) -> tuple[str, ...]:
    marks = ["said not to be so"] if claim.polarity is Polarity.NEGATED else []
    marks += [f"the speaker {claim.stance} it"] if claim.stance is not Stance.ASSERTS else []
    marks += [f"{claim.category}, not reported"] if claim.category is not Category.REPORTED else []
    marks += [f"credibility {claim.credibility}"] if claim.credibility is not None else []
    marks += [str(claim.status)] if claim.status is not Status.ENTERED else []
    return tuple(marks)
