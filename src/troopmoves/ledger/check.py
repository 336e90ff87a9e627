"""The rules of `check`: contradictions, unexplained changes, broken denials.

To add a rule: one member of `FindingKind`, one function here that yields findings, its call in `check`, its
row in docs/reference/findings.md and its tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import PostureChange, Presence
from troopmoves.ledger.finding import Finding, FindingKind, Firmness, Involved
from troopmoves.ledger.wording import words_of
from troopmoves.quantity.bounds import Bounds, ChangeBounds
from troopmoves.quantity.convention import LITERAL
from troopmoves.solve.account import Account, Left
from troopmoves.solve.denying import Breach
from troopmoves.solve.engine import View
from troopmoves.solve.settle import Clash
from troopmoves.solve.statement import Term

_SETTLED: Final = {
    FindingKind.CONTRADICTION: "one of them must be wrong: every answer allows for each in turn",
    FindingKind.UNEXPLAINED_CHANGE: "nothing is set aside: if all are right, somebody moved unreported",
    FindingKind.BROKEN_DENIAL: "the denial counts until the day before; what came later counts from there",
}


def check(view: View, paths: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return the findings of all rules, contradictions first."""
    found = [*_clashes(view, paths), *_broken_denials(view, paths)]
    return tuple(sorted(found, key=lambda finding: (finding.code, finding.claims)))


# -- contradictions and unexplained changes -----------------------------------------------------------------


def _clashes(view: View, paths: Mapping[str, str]) -> Iterator[Finding]:
    for account in view.accounts():
        for clash in account.clashes():
            yield _of_clash(view, account, clash, paths)


def _of_clash(view: View, account: Account, clash: Clash, paths: Mapping[str, str]) -> Finding:
    kind = FindingKind.UNEXPLAINED_CHANGE if clash.unexplained else FindingKind.CONTRADICTION
    left = list(account.left_for(clash))
    return Finding(
        kind=kind,
        involved=tuple(_involved(view, one.claim, *_figures(view, one), paths) for one in left),
        gap=min((one.gap for one in left), default=0),
        firmness=Firmness.LITERAL if clash.literal else Firmness.CONVENTION,
        set_aside=() if clash.unexplained else tuple(sorted(clash.claims)),
        because=_SETTLED[kind],
    )


def _entry(view: View, claim: str) -> Entry:
    return next(entry for entry in view.entries if entry.id == claim)


def _involved(view: View, claim: str, states: str, left: str, paths: Mapping[str, str]) -> Involved:
    entry = _entry(view, claim)
    return Involved(
        entry=entry,
        path=paths.get(claim, claim),
        words=words_of(entry.claim, view.assumptions),
        states=states,
        left=left,
    )


def _figures(view: View, one: Left) -> tuple[str, str]:
    """Return what a claim states and what the others leave: of a share, a number, or a change of one."""
    proposition = _entry(view, one.claim).claim.proposition
    if isinstance(proposition, Presence | PostureChange) and proposition.share is not None:
        return str(proposition.share), "another share"
    stated, left = one.stated, one.left
    if stated.low is None or left.low is None or min(stated.low, left.low) < 0:
        return str(stated), str(left)
    return str(Bounds(stated.low, stated.high)), str(Bounds(left.low, left.high))


# -- broken denials -----------------------------------------------------------------------------------------


def _broken_denials(view: View, paths: Mapping[str, str]) -> Iterator[Finding]:
    literally = attrs.evolve(view, assumptions=attrs.evolve(view.assumptions, convention=LITERAL))
    for breach in view.breaches():
        change = _change_over(view, breach)
        if _breaks(breach, change):
            firm = _breaks(breach, _change_over(literally, breach))
            gap = -(change.high or 0) if breach.falls else change.low or 0
            denied = "0..?" if breach.falls else "?..0"
            yield Finding(
                kind=FindingKind.BROKEN_DENIAL,
                involved=(
                    _involved(view, breach.denial, denied, str(change), paths),
                    _involved(view, breach.by, str(change), denied, paths),
                ),
                gap=gap,
                firmness=Firmness.LITERAL if firm else Firmness.CONVENTION,
                set_aside=(),
                because=_SETTLED[FindingKind.BROKEN_DENIAL],
            )


def _change_over(view: View, breach: Breach) -> ChangeBounds:
    terms = [Term(1, breach.scope, breach.day), Term(-1, breach.scope, breach.since)]
    return view.bounds(terms)


def _breaks(breach: Breach, change: ChangeBounds) -> bool:
    return change.fewer().certain if breach.falls else change.more().certain
