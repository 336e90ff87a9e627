"""Plans and returns whose time is over without a word of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias, final

from troopmoves.claims.axis import PLANS, Polarity, Progress
from troopmoves.claims.entry import Entry, comes_after
from troopmoves.claims.proposition import ActivityChange, PostureChange, Proposition
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import Place
from troopmoves.ledger.finding import Finding, FindingKind, Severity
from troopmoves.ledger.rules.rule import Checked
from troopmoves.solve.overlap import counts_in, share_ground
from troopmoves.timing.when import When, show_day

_Change: TypeAlias = PostureChange | ActivityChange
_BySender: TypeAlias = "Mapping[Nation | None, list[tuple[Entry, Proposition]]]"


@final
class OverduePlan:
    """The time of a plan, or of a return, is over, and no later claim tells of it.

    **Why.** Whether it was carried out is the next thing to find out; until then every answer allows for
    both. The day of the check is the last day of publication in the ledger, unless `today` is given. A later
    claim about the same people on the same ground answers it, and so does any claim that links to it.

    **Example.** "They will have left by 31 March", and the ledger goes on to June without a word of them.

    **Way out.** Enter what was reported: a level, the completed move, or that it was cancelled.
    """

    code: Final = FindingKind.OVERDUE_PLAN
    name: Final = "overdue plan"
    severity: Final = Severity.INFO
    summary: Final = "a plan, or a return, whose time is over, and no later claim tells of it"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the plans and returns of which nothing more is heard."""
        if checked.today is None:
            return
        linked = {link.claim for entry in checked.entries for link in entry.claim.links}
        by_sender = _by_sender(checked)
        for entry in checked.standing:
            if entry.id in linked:
                continue
            for change, what, window in _promised(entry):
                over = window.latest is not None and window.latest < checked.today
                if over and not _answered(entry, change, window, by_sender):
                    yield self._of(checked, entry, what, window, checked.today)

    def _of(self, checked: Checked, entry: Entry, what: str, window: When, today: date) -> Finding:
        return checked.finding(
            self,
            f"{what} {window}, and by {show_day(today)} nothing more is said",
            [checked.involved(entry)],
            because="answers allow for both: that it happened, and that it did not",
            look="reports from then on",
        )


def _promised(entry: Entry) -> Iterator[tuple[_Change, str, When]]:
    """Yield the windows in which something is to happen."""
    change = entry.claim.proposition
    if entry.claim.polarity is Polarity.NEGATED or not isinstance(change, PostureChange | ActivityChange):
        return
    if change.progress in PLANS:
        yield change, "it was due", change.when
    if isinstance(change, PostureChange) and change.until and change.progress is not Progress.CANCELLED:
        yield change, "the return was due", change.until


def _by_sender(checked: Checked) -> _BySender:
    found: dict[Nation | None, list[tuple[Entry, Proposition]]] = {}
    for entry in checked.standing:
        said = entry.claim.proposition
        if said is not None:
            found.setdefault(said.force.sender, []).append((entry, said))
    return found


def _answered(entry: Entry, change: _Change, window: When, by_sender: _BySender) -> bool:
    """Return whether a claim of later publication speaks of the same people and ground, then or later."""
    return any(
        comes_after(other.public, entry.public) and _is_about(change, said) and _not_before(said, window)
        for sender in dict.fromkeys([change.force.sender, None])
        for other, said in by_sender.get(sender, ())
    )


def _not_before(said: Proposition, window: When) -> bool:
    latest = said.when.latest
    return latest is None or window.earliest is None or latest >= window.earliest


def _is_about(change: _Change, said: Proposition) -> bool:
    people = counts_in(change.force, said.force) or counts_in(said.force, change.force)
    ground = any(share_ground(here, there) for here in _ends(change) for there in _ends(said))
    return people and ground and (isinstance(change, PostureChange) or _same_activity(change, said))


def _same_activity(change: ActivityChange, said: Proposition) -> bool:
    return isinstance(said, ActivityChange) and change.activity.casefold() == said.activity.casefold()


def _ends(said: Proposition) -> list[Place]:
    if isinstance(said, PostureChange):
        return [end for end in (said.origin, said.destination) if end is not None]
    return [said.place]
