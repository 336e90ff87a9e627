"""Claims taken back by others than those who made them, or before they were made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, final

from troopmoves.claims.axis import HIDING, LinkKind
from troopmoves.claims.entry import Entry, comes_after
from troopmoves.ledger.double import folded
from troopmoves.ledger.finding import Finding, FindingKind, Severity
from troopmoves.ledger.rules.rule import Checked
from troopmoves.solve.admission import past_tense


@final
class TakenBackByAnother:
    """A claim is retracted or corrected by somebody who had not made it, in another publication.

    **Why.** Only who said a thing can take it back; what others say against it is a denial, and a better
    figure of theirs `supersedes` nothing of somebody else's by itself. It hides the claim all the same.
    A newspaper that tells of a statement and of its correction vouches for both, so claims of one report or
    of one publisher are passed over, as are those of which no speaker is known.

    **Example.** An embassy's statement "retracts" a general's interview in a newspaper.

    **Way out.** Make it a denial (`negates`), or name the speaker who speaks for both. If they may speak for
    each other (a ministry for its general), silence it with that reason.
    """

    code: Final = FindingKind.TAKEN_BACK_BY_ANOTHER
    name: Final = "taken back by another"
    severity: Final = Severity.WARNING
    summary: Final = "a claim retracted or corrected by somebody else, in another publication"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the retractions and corrections by strangers."""
        for by, kind, of in _taken_back(checked):
            if kind is not LinkKind.SUPERSEDES and _are_strangers(by, of):
                yield checked.finding(
                    self,
                    f"said by {_speaker(of)}, {past_tense(kind)} by {_speaker(by)}",
                    [checked.involved(of), checked.involved(by)],
                    because=f"{of.id} is hidden from then on",
                    look="whether the one speaks for the other; else it is a denial",
                )


@final
class TakenBackTooSoon:
    """A claim is retracted, corrected or superseded by one that was published before it.

    **Why.** A day is mistyped, or the link points the wrong way: the older claim would hide the newer.
    Within one report the days of the speakers are often not given, so that is passed over.

    **Example.** A report of 5 January `supersedes` the figure of a report of 8 January.

    **Way out.** Correct the day, or turn the link around.
    """

    code: Final = FindingKind.TAKEN_BACK_TOO_SOON
    name: Final = "taken back too soon"
    severity: Final = Severity.WARNING
    summary: Final = "a claim retracted, corrected or superseded by one published before it"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the links that run against time."""
        for by, kind, of in _taken_back(checked):
            if comes_after(of.public, by.public) and not _in_one_report(by, of):
                yield checked.finding(
                    self,
                    f"{past_tense(kind)} by a claim of an earlier day",
                    [checked.involved(of, of.source), checked.involved(by, by.source)],
                    because=f"{of.id} is hidden from its own publication on",
                    look="both days, and which claim should name the other",
                )


def _taken_back(checked: Checked) -> Iterator[tuple[Entry, LinkKind, Entry]]:
    """Yield what takes back, how, and what is taken back."""
    for entry in checked.entries:
        for link in sorted(entry.claim.links, key=lambda link: (link.claim, link.kind)):
            if link.kind in HIDING:
                yield entry, link.kind, checked.entry(link.claim)


def _speaker(entry: Entry) -> str:
    return entry.claim.said.by or _publisher(entry)


def _publisher(entry: Entry) -> str:
    return "" if entry.report is None else entry.report.publisher


def _are_strangers(one: Entry, other: Entry) -> bool:
    speakers = folded(_speaker(one)), folded(_speaker(other))
    publishers = folded(_publisher(one)), folded(_publisher(other))
    if _in_one_report(one, other) or not all(speakers) or speakers[0] == speakers[1]:
        return False
    return not all(publishers) or publishers[0] != publishers[1]


def _in_one_report(one: Entry, other: Entry) -> bool:
    return one.report is not None and other.report is not None and one.report.id == other.report.id
