"""What the engine finds: contradictions, unexplained changes, broken denials, parts that do not fit a whole.

Every set of claims that cannot hold together bears one code: TM104 where one report gives a whole and its
parts, TM102 where unreported moves would explain it, TM101 else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, final

import attrs

from troopmoves.claims.axis import Polarity
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import PostureChange, Presence
from troopmoves.ledger.finding import Finding, FindingKind, Severity, persons
from troopmoves.ledger.rules.move import told_by_several
from troopmoves.ledger.rules.part import is_part
from troopmoves.ledger.rules.rule import Checked, Rule, firm
from troopmoves.quantity.bounds import Bounds, ChangeBounds
from troopmoves.quantity.convention import LITERAL
from troopmoves.solve.account import Account, Left
from troopmoves.solve.denying import Breach
from troopmoves.solve.engine import View
from troopmoves.solve.settle import Clash
from troopmoves.solve.statement import Term

_ONE_IS_WRONG: Final = "one of them must be wrong: every answer allows for each in turn"


@final
class Contradiction:
    """Claims that cannot all be true, even if people had moved unreported.

    **Why.** One of them must be wrong, and the claims alone do not say which.
    Answers allow for each in turn, so they are wider than they need be until somebody decides.

    **Example.** One report counts 500 Canadians in Iraq on 7 January, another 300 on the same day.

    **Way out.** See whether both count the same people (role, operation, military or all); then link the
    better claim to the worse with `corrects` or `supersedes`.
    """

    code: Final = FindingKind.CONTRADICTION
    name: Final = "contradiction"
    severity: Final = Severity.ERROR
    summary: Final = "claims that cannot all be true, even if people moved unreported"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the contradictions but those of a whole and its parts in one report."""
        for account, clash in _clashes(checked):
            if not clash.unexplained and _whole_of(checked, clash) is None:
                yield _of_clash(
                    self, checked, account, clash, because=_settled(checked, clash), look=_SAME_PEOPLE
                )


@final
class PartsAndWhole:
    """A whole and its parts, as one report gives them, that cannot all be true.

    **Why.** It is a contradiction, so answers allow for each claim in turn; since one report holds them
    all, it is more likely a slip than a disagreement.

    **Example.** "100 soldiers, of whom 160 train"; or a table whose columns add up to more than its total.
    Where the parts are all there is (a closed place, a role and all other roles), a total above their sum
    is found too.

    **Way out.** Compare with the report. If it is printed so, keep the figures and say in a note which is
    meant, or make the weaker one `questioned` and correct it.
    """

    code: Final = FindingKind.PARTS_AND_WHOLE
    name: Final = "parts and whole"
    severity: Final = Severity.ERROR
    summary: Final = "a whole and its parts, in one report, that cannot all be true"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the contradictions of a whole and its parts in one report."""
        for account, clash in _clashes(checked):
            whole = None if clash.unexplained else _whole_of(checked, clash)
            if whole is not None:
                yield _of_clash(self, checked, account, clash, because=_settled(checked, clash), look=_SLIP)


@final
class UnexplainedChange:
    """Claims that agree only if somebody moved and no claim tells of it.

    **Why.** Each may be right on its own day; then a move is missing. Nothing is set aside: between the
    two days anything may have happened.

    **Example.** 500 in Iraq on 7 January and 300 on 20 January, and no report of a withdrawal.

    **Way out.** Look for the report of the move. If nobody reported it, leave the finding: it is a lead.
    Where one move may have been told twice, settle that first (TM203, TM204).
    For a series of levels with no moves between them, ask with a short `carry`.
    """

    code: Final = FindingKind.UNEXPLAINED_CHANGE
    name: Final = "unexplained change"
    severity: Final = Severity.WARNING
    summary: Final = "claims that agree only if somebody moved unreported between their days"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the unexplained changes."""
        because = "nothing is set aside: if all are right, somebody moved unreported"
        for account, clash in _clashes(checked):
            if clash.unexplained:
                look = _lead_of(checked, clash)
                yield _of_clash(self, checked, account, clash, because=because, look=look)


@final
class BrokenDenial:
    """What somebody had said would not happen is certain to have happened.

    **Why.** The denial was true when it was said, or it was not; an editor will want to print that.

    **Example.** "We will not withdraw", and two weeks later 200 fewer are there.

    **Way out.** None is needed. If the denial was of something else (all of them, not some), say so in its
    proposition.
    """

    code: Final = FindingKind.BROKEN_DENIAL
    name: Final = "broken denial"
    severity: Final = Severity.WARNING
    summary: Final = "what was denied is certain to have happened later"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the denials that something said later breaks."""
        view = checked.view
        literally = attrs.evolve(view, assumptions=attrs.evolve(view.assumptions, convention=LITERAL))
        for breach in view.breaches():
            change = _change_over(view, breach)
            if not _breaks(breach, change):
                continue
            gap = -(change.high or 0) if breach.falls else change.low or 0
            denied = "0..?" if breach.falls else "?..0"
            involved = (
                checked.involved(checked.entry(breach.denial), denied, change),
                checked.involved(checked.entry(breach.by), change, denied),
            )
            yield checked.finding(
                self,
                f"apart by {persons(gap)}",
                involved,
                gap=gap,
                firmness=firm(literally=_breaks(breach, _change_over(literally, breach))),
                because="the denial counts until the day before; what came later counts from there",
                look="whether both speak of the same people, and what the speaker says now",
            )


_SAME_PEOPLE: Final = "whether they count the same people on the same day; then whose figure is the better"
_SLIP: Final = "the report itself: a slip of the pen, or parts that share people"
_MISSING_MOVE: Final = "reports of a move between the two days"


def _lead_of(checked: Checked, clash: Clash) -> str:
    """Return what to look at; moves that may be one are the nearest reason for more people than there are."""
    told = told_by_several(checked.entry(claim) for claim in clash.claims)
    return f"whether {' and '.join(told)} tell of one move; else {_MISSING_MOVE}" if told else _MISSING_MOVE


def _clashes(checked: Checked) -> Iterator[tuple[Account, Clash]]:
    for account in checked.accounts:
        for clash in account.clashes():
            yield account, clash


def _of_clash(
    rule: Rule, checked: Checked, account: Account, clash: Clash, *, because: str, look: str
) -> Finding:
    left = list(account.left_for(clash))
    gap = min((one.gap for one in left), default=0)
    involved = [checked.involved(checked.entry(one.claim), *_figures(checked, one)) for one in left]
    return checked.finding(
        rule,
        f"apart by {persons(gap)}",
        involved,
        gap=gap,
        firmness=firm(literally=clash.literal),
        set_aside=clash.yielding,
        because=because,
        look=look,
    )


def _settled(checked: Checked, clash: Clash) -> str:
    """Return which claim of a contradiction yields, in words."""
    if len(clash.yielding) == len(clash.claims):
        return _ONE_IS_WRONG
    how = "yields" if len(clash.yielding) == 1 else "yield in turn"
    return f"{' and '.join(clash.yielding)} {how}: {checked.assumptions.yields}"


def _figures(checked: Checked, one: Left) -> tuple[str, str]:
    """Return what a claim states and what the others leave: of a share, a number, or a change of one."""
    proposition = checked.entry(one.claim).claim.proposition
    if isinstance(proposition, Presence | PostureChange) and proposition.share is not None:
        return str(proposition.share), "another share"
    stated, left = one.stated, one.left
    if stated.low is None or left.low is None or min(stated.low, left.low) < 0:
        return str(stated), str(left)
    return str(Bounds(stated.low, stated.high)), str(Bounds(left.low, left.high))


def _whole_of(checked: Checked, clash: Clash) -> Entry | None:
    """Return the claim of a whole of which all others are parts, where one report makes them all."""
    entries = [checked.entry(claim) for claim in clash.claims]
    levels = _levels_of_one_report(entries)
    for entry, level in levels:
        if all(other is level or is_part(other, level) for _, other in levels):
            return entry
    return None


def _levels_of_one_report(entries: Sequence[Entry]) -> list[tuple[Entry, Presence]]:
    levels = [
        (entry, entry.claim.proposition)
        for entry in entries
        if isinstance(entry.claim.proposition, Presence) and entry.claim.polarity is Polarity.AFFIRMED
    ]
    reports = {entry.report.id if entry.report else None for entry in entries}
    is_one = len(reports) == 1 and None not in reports and len(levels) == len(entries)
    return levels if is_one else []


def _change_over(view: View, breach: Breach) -> ChangeBounds:
    terms = [Term(1, breach.scope, breach.day), Term(-1, breach.scope, breach.since)]
    return view.bounds(terms)


def _breaks(breach: Breach, change: ChangeBounds) -> bool:
    return change.fewer().certain if breach.falls else change.more().certain
