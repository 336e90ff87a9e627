"""The rules that claims must keep to stand in one ledger: ids, links, and days that denials need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from troopmoves.claims.axis import HIDING, LinkKind, Polarity, PostureKind
from troopmoves.claims.claim import Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import PostureChange
from troopmoves.claims.report import Report
from troopmoves.errors import (
    DanglingReferenceError,
    DuplicateIdError,
    RetractionLoopError,
    UndatedDenialError,
)


def paths_of(reports: Sequence[Report], loose: Sequence[Claim]) -> list[tuple[str, Entry]]:
    """Return every entry with its path, as documents have it."""
    paths = [
        (f"reports[{number}].claims[{index}]", Entry(claim, report))
        for number, report in enumerate(reports)
        for index, claim in enumerate(report.claims)
    ]
    return paths + [(f"claims[{index}]", Entry(claim)) for index, claim in enumerate(loose)]


def check_integrity(reports: Sequence[Report], entries: Sequence[tuple[str, Entry]]) -> None:
    """Raise if the reports and claims cannot stand in one ledger.

    Raises:
        DuplicateIdError: If two reports or two claims have one id.
        DanglingReferenceError: If a link names a claim that is not there.
        RetractionLoopError: If claims hide each other in a circle.
        UndatedDenialError: If a denial bears no day at all.
    """
    _ids_differ((f"reports[{number}].id", report.id) for number, report in enumerate(reports))
    _ids_differ((f"{path}.id", entry.id) for path, entry in entries)
    by_id = {entry.id: entry for _, entry in entries}
    _links_lead_somewhere(entries, by_id)
    _nothing_hides_itself(entries)
    _denials_have_days(entries, by_id)


def _ids_differ(ids: Iterable[tuple[str, str]]) -> None:
    seen: dict[str, str] = {}
    for path, name in ids:
        if name in seen:
            raise DuplicateIdError(path, name, f"this id stands at {seen[name]} too", "give each its own id")
        seen[name] = path


def _links_lead_somewhere(entries: Sequence[tuple[str, Entry]], by_id: Mapping[str, Entry]) -> None:
    for path, entry in entries:
        for link in entry.claim.links:
            if link.claim not in by_id:
                raise DanglingReferenceError(
                    path, link.claim, f"no claim has this id, so nothing {link.kind} it", "check the spelling"
                )


def _nothing_hides_itself(entries: Sequence[tuple[str, Entry]]) -> None:
    hides = {
        entry.id: [link.claim for link in entry.claim.links if link.kind in HIDING] for _, entry in entries
    }
    try:
        TopologicalSorter(hides).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        path = next(path for path, entry in entries if entry.id == min(circle))
        raise RetractionLoopError(
            path, " - ".join(circle), "claims hide each other in a circle", "drop one of the links"
        ) from None


def _denials_have_days(entries: Sequence[tuple[str, Entry]], by_id: Mapping[str, Entry]) -> None:
    for path, entry in entries:
        for change in _denied_or_kept(entry, by_id):
            if entry.public_day is None and change.when.earliest is None:
                raise UndatedDenialError(
                    path,
                    entry.id,
                    "it holds from the day it was said",
                    "give said.public or report.published",
                )


def _denied_or_kept(entry: Entry, by_id: Mapping[str, Entry]) -> Iterable[PostureChange]:
    own = entry.claim.proposition
    if isinstance(own, PostureChange) and (
        entry.claim.polarity is Polarity.NEGATED or own.kind is PostureKind.MAINTAIN
    ):
        yield own
    for link in entry.claim.links:
        other = by_id[link.claim].claim.proposition
        if link.kind is LinkKind.NEGATES and own is None and isinstance(other, PostureChange):
            yield other
