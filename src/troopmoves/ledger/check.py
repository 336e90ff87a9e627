"""Checking a ledger: the rules chosen, what they find, and what of it somebody has silenced.

The rules stand in `troopmoves.ledger.rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from troopmoves.claims.entry import Entry
from troopmoves.claims.report import Report
from troopmoves.errors import LedgerError
from troopmoves.ledger.finding import Finding
from troopmoves.ledger.findings import Findings
from troopmoves.ledger.names import Label, Names
from troopmoves.ledger.rules.day import printed_day
from troopmoves.ledger.rules.every import RULES
from troopmoves.ledger.rules.rule import Checked, Rule
from troopmoves.solve.engine import View
from troopmoves.timing.when import day_of

Silence: TypeAlias = Mapping[str, Mapping[str, str]]
"""Reasons not to report a code, by the id of a claim, report or place, and by code."""

_CODE: Final = re.compile("[A-Z]+[0-9]+")
NO_SILENCE: Final[Silence] = MappingProxyType({})
"""Everything is told."""


def check(
    checked: Checked, rules: Iterable[Rule | str] | None = None, silence: Silence = NO_SILENCE
) -> Findings:
    """Return what the rules find.

    Args:
        checked: The ledger.
        rules: The rules, or codes or beginnings of codes of the library's own; none: all of the library's.
        silence: What somebody does not want to be told again, and why.

    Raises:
        LedgerError: If a rule or a silence makes no sense.
    """
    chosen = chosen_rules(rules)
    _check_silence(checked, silence, {str(rule.code) for rule in (*RULES, *chosen)})
    found: list[Finding] = []
    silenced: list[Finding] = []
    for rule in chosen:
        for one in rule.findings(checked):
            _check_finding(rule, one)
            reason = _reason(one, silence)
            if reason:
                silenced.append(attrs.evolve(one, silenced=reason))
            else:
                found.append(one)
    return Findings(found, silenced)


def chosen_rules(rules: Iterable[Rule | str] | None) -> tuple[Rule, ...]:
    """Return the rules that somebody has chosen, each once; none chosen: all of the library's.

    Raises:
        LedgerError: If a code is no rule's, or a rule's code could be taken for another's.
    """
    if rules is None:
        return RULES
    if isinstance(rules, str):
        raise LedgerError("Ledger.check.rules", rules, "several rules are meant", f"use [{rules!r}]")
    chosen: dict[str, Rule] = {}
    for one in rules:
        for rule in _named(one) if isinstance(one, str) else [one]:
            _check_code(rule)
            if chosen.setdefault(str(rule.code), rule) is not rule:
                raise LedgerError("Ledger.check.rules", rule.code, "two rules have this code")
    return tuple(chosen.values())


def _named(code: str) -> list[Rule]:
    named = [rule for rule in RULES if code and rule.code.startswith(code)]
    if not named:
        known = ", ".join(rule.code for rule in RULES)
        raise LedgerError("Ledger.check.rules", code, "no rule has this code", f"the codes are {known}")
    return named


def _check_code(rule: Rule) -> None:
    if any(rule is own for own in RULES):
        return
    if not _CODE.fullmatch(rule.code) or rule.code.startswith("TM"):
        raise LedgerError(
            f"{type(rule).__name__}.code",
            rule.code,
            "a code is capital letters, then figures; TM is the library's own",
            "write something like DESK1",
        )


def _check_finding(rule: Rule, finding: Finding) -> None:
    if finding.code != rule.code:
        where = f"{type(rule).__name__}.findings"
        raise LedgerError(
            where, finding.code, f"the rule's code is {rule.code}", "use checked.finding(self, ...)"
        )


# -- silence ------------------------------------------------------------------------------------------------


def _check_silence(checked: Checked, silence: Mapping[str, object], codes: AbstractSet[str]) -> None:
    known = {
        *checked.paths,
        *(report.id for report in checked.reports),
        *(place.key for place in checked.places),
    }
    for name, reasons in silence.items():
        where = f"Ledger.check.silence[{name!r}]"
        if name not in known:
            raise LedgerError(where, name, "no claim, report or place has this id", "check the spelling")
        if not isinstance(reasons, Mapping):
            raise LedgerError(where, reasons, "each code has a reason", 'use {"TM102": "why"}')
        for code, reason in reasons.items():
            if code not in codes:
                raise LedgerError(where, code, "no rule has this code", "check the spelling")
            if not isinstance(reason, str) or not reason.strip():
                raise LedgerError(f"{where}[{code!r}]", reason, "what is silenced has a reason", "say why")


def _reason(finding: Finding, silence: Silence) -> str:
    """Return why somebody has silenced a finding, by the first of its ids that says so."""
    reasons = [silence[name][finding.code] for name in finding.ids if finding.code in silence.get(name, {})]
    return reasons[0] if reasons else ""


# -- what is looked at --------------------------------------------------------------------------------------


def prepared(
    view: View,
    reports: Iterable[Report],
    paths: Mapping[str, str],
    names: Names,
    label: Label,
    *,
    today: date | str | None = None,
) -> Checked:
    """Return a ledger as rules see it; the order of its reports is forgotten.

    Args:
        view: The claims, under some assumptions.
        reports: The reports.
        paths: Where each claim stands in a document.
        names: How forces and places are called.
        label: What the ledger is called.
        today: The day of the check; none: the last day of publication.
    """
    known = tuple(sorted(reports, key=lambda report: report.id))
    return Checked(
        view=view,
        reports=known,
        places=names.census.places,
        paths=paths,
        names=names,
        label=label,
        today=_last_publication(view.entries, known) if today is None else day_of(today, "today"),
    )


def _last_publication(entries: Iterable[Entry], reports: Iterable[Report]) -> date | None:
    days = [entry.public_day for entry in entries if entry.public_day is not None]
    days += [printed_day(report.published) for report in reports if report.published is not None]
    return max(days, default=None)
