"""Which claims count: known by the day asked about, not hidden by another, admitted by the assumptions.

A retraction, correction or superseding claim that is itself admitted hides the claim it names from its own
publication on, and is undone when it is hidden. What does not count is listed with the reason, never dropped
in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import final

import attrs

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.axis import HIDING, Basis, LinkKind
from troopmoves.claims.entry import Entry, is_known
from troopmoves.claims.proposition import Presence


@final
@attrs.frozen
class LeftOut:
    """A claim that does not count, and why."""

    entry: Entry
    reason: str

    def __str__(self) -> str:
        return f"{self.entry.id}, {self.reason}"


@final
@attrs.frozen
class Admission:
    """The claims that count and those that do not."""

    live: tuple[Entry, ...]
    """Sorted by id, so that input order cannot matter."""
    left_out: tuple[LeftOut, ...]


def admit(entries: Iterable[Entry], assumptions: Assumptions, known: date | datetime | None) -> Admission:
    """Divide the entries into those that count and those that do not."""
    ordered = sorted(entries, key=lambda entry: entry.id)
    by_now = [entry for entry in ordered if is_known(entry.public, known)]
    hidden = hidden_by(entry for entry in by_now if not _refused(entry, assumptions))
    live: list[Entry] = []
    left_out = [LeftOut(entry, "not yet published") for entry in ordered if not is_known(entry.public, known)]
    for entry in by_now:
        reason = _hidden(hidden[entry.id]) if entry.id in hidden else _refused(entry, assumptions)
        if reason:
            left_out.append(LeftOut(entry, reason))
        else:
            live.append(entry)
    return Admission(tuple(live), tuple(sorted(left_out, key=lambda out: out.entry.id)))


def hidden_by(known: Iterable[Entry]) -> dict[str, tuple[LinkKind, Entry]]:
    """Return the hidden claims by id, each with what hides it.

    The links form no circle: a ledger refuses those that do.
    """
    entries = list(known)
    hiders: dict[str, list[tuple[LinkKind, Entry]]] = {}
    for entry in entries:
        for link in entry.claim.links:
            if link.kind in HIDING:
                hiders.setdefault(link.claim, []).append((link.kind, entry))
    state: dict[str, tuple[LinkKind, Entry] | None] = {}
    for start in sorted(hiders):
        _decide(start, hiders, state)
    return {claim: by for claim, by in state.items() if by is not None}


def _decide(
    start: str,
    hiders: Mapping[str, list[tuple[LinkKind, Entry]]],
    state: dict[str, tuple[LinkKind, Entry] | None],
) -> None:
    waiting = [start]
    while waiting:
        claim = waiting[-1]
        above = hiders.get(claim, [])
        open_questions = [entry.id for _, entry in above if entry.id not in state]
        if claim not in state and open_questions:
            waiting.extend(open_questions)
            continue
        state.setdefault(claim, next((by for by in above if state[by[1].id] is None), None))
        waiting.pop()


def _hidden(by: tuple[LinkKind, Entry]) -> str:
    kind, entry = by
    who = f" ({entry.claim.said.by})" if entry.claim.said.by else ""
    return f"{past_tense(kind)} by {entry.id}{who}"


def past_tense(kind: LinkKind) -> str:
    """Return what a hiding link has done to the claim it names, in a word."""
    return {
        LinkKind.RETRACTS: "retracted",
        LinkKind.CORRECTS: "corrected",
        LinkKind.SUPERSEDES: "superseded",
    }[kind]


def _refused(entry: Entry, assumptions: Assumptions) -> str:
    claim = entry.claim
    if claim.stance not in assumptions.stances:
        return f"the speaker {claim.stance} it (that stance is not admitted)"
    if claim.category not in assumptions.categories:
        return f"{claim.category} (that category is not admitted)"
    if isinstance(claim.proposition, Presence) and claim.proposition.basis is not Basis.PRESENT:
        return f"its figure is {claim.proposition.basis}, not a presence"
    return ""
