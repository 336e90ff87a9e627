"""The ledger of examples/january-2020-six-reports.yaml, and ledgers that differ from it by a claim or two."""

from collections.abc import Callable, Collection, Iterable
from functools import cache
from pathlib import Path
from typing import TypeAlias

import attrs

import troopmoves as tm

DOCUMENT = Path(__file__).parents[2] / "examples" / "january-2020-six-reports.yaml"

Found: TypeAlias = tuple[str, frozenset[str]]
"""The code of a finding, and the ids of its claims."""


@cache
def story() -> tm.Ledger:
    """Return the ledger of the document."""
    return tm.read(DOCUMENT)


def found(ledger: tm.Ledger, *, plans: str = "may", convention: str = "press/1") -> set[Found]:
    """Return the findings of a check by code and claims."""
    findings = ledger.check(plans=plans, convention=convention)
    assert len({(one.code, one.claims) for one in findings}) == len(findings)
    return {(one.code, frozenset(one.claims)) for one in findings}


def place(key: str) -> tm.Place:
    """Return a place of the document."""
    [found] = [place for place in story().places if place.key == key]
    return found


def about(nation: str, reports: Collection[str] = "abcdef") -> tm.Ledger:
    """Return the ledger with the claims about one nation alone, as some of the reports tell of it."""
    prefixes = tuple(f"{nation.lower()}-{report}-" for report in reports)
    return _with_claims(lambda claim: claim if claim.id.startswith(prefixes) else None)


def told_by(report: str) -> tm.Ledger:
    """Return the ledger with the claims of one report alone."""
    return _with_claims(lambda claim: claim if claim.id.split("-")[1] == report else None)


def otherwise(told: tm.Claim, ledger: tm.Ledger | None = None) -> tm.Ledger:
    """Return the ledger with a claim in the place of the one that bears its id."""
    return _with_claims(lambda claim: told if claim.id == told.id else claim, ledger)


def counted(claim: str, count: str) -> tm.Ledger:
    """Return the ledger with another figure in one claim."""
    told = story().entry(claim).claim
    proposition = told.proposition
    assert isinstance(proposition, tm.Presence | tm.PostureChange)
    figure = attrs.evolve(proposition, headcount=tm.Headcount.of(count))
    return otherwise(attrs.evolve(told, proposition=figure))


def linked(claim: str, *links: tm.Link, ledger: tm.Ledger | None = None) -> tm.Ledger:
    """Return the ledger with other links in one claim."""
    return otherwise(attrs.evolve(story().entry(claim).claim, links=links), ledger)


def shuffled(order: Callable[[list[tm.Report]], None], claims: Callable[[list[tm.Claim]], None]) -> tm.Ledger:
    """Return the ledger with its reports, and the claims within each, in another order."""
    reports = [attrs.evolve(report, claims=_reordered(report.claims, claims)) for report in story().reports]
    order(reports)
    return tm.Ledger(reports, title=story().title, places=story().places)


def _reordered(claims: Iterable[tm.Claim], order: Callable[[list[tm.Claim]], None]) -> tuple[tm.Claim, ...]:
    ordered = list(claims)
    order(ordered)
    return tuple(ordered)


def _with_claims(change: Callable[[tm.Claim], tm.Claim | None], ledger: tm.Ledger | None = None) -> tm.Ledger:
    """Return the ledger with its claims changed or left out; links to what is left out go with it."""
    reports = story().reports if ledger is None else ledger.reports
    kept = [
        attrs.evolve(report, claims=tuple(new for claim in report.claims if (new := change(claim))))
        for report in reports
    ]
    ids = {claim.id for report in kept for claim in report.claims}
    return tm.Ledger(
        [
            attrs.evolve(
                report,
                claims=tuple(
                    attrs.evolve(claim, links=tuple(link for link in claim.links if link.claim in ids))
                    for claim in report.claims
                ),
            )
            for report in kept
            if report.claims
        ],
        title=story().title,
        places=story().places,
    )
