"""The command that checks: `check`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from troopmoves.claims.assumptions import Assumptions
from troopmoves.cli.assuming import ASSUMING, PRINTED, Assuming, Printed
from troopmoves.cli.finding_view import FileChecked, findings_view
from troopmoves.cli.reading import needs_files, read_ledger
from troopmoves.cli.screen import show, working
from troopmoves.cli.trouble import CommandError, Exit
from troopmoves.errors import DocumentError
from troopmoves.ledger.check import NO_SILENCE, Silence, chosen_rules, prepared
from troopmoves.ledger.check import check as check_by
from troopmoves.ledger.finding import Finding, Severity
from troopmoves.ledger.findings import Findings
from troopmoves.ledger.ledger import Ledger

FailOn: TypeAlias = Literal["error", "warning", "info", "never"]
"""The mildest severity on which a check fails."""


def check(
    *files: Path,
    fail_on: FailOn = "error",
    rules: str = "",
    silence: Path | None = None,
    today: str | None = None,
    assuming: Assuming = ASSUMING,
    printed: Printed = PRINTED,
) -> Exit:
    """Show what an editor should look at.

    The exit code is 1 if something is as grave as --fail-on, or graver.

    Args:
        files: The documents.
        fail_on: How grave a finding must be for the exit code to be 1.
        rules: Codes of rules or how they begin, as TM1,TM301; all of them if left out.
        silence: A YAML or JSON file of reasons not to tell something: {claim: {TM101: why}}.
        today: The day of the check; if left out, the last day on which something became public.
        assuming: What is assumed.
        printed: How it is printed.
    """
    needs_files(files)
    codes = [code.strip() for code in rules.split(",") if code.strip()] or None
    reasons = NO_SILENCE if silence is None else read_silence(silence)
    strangers = set(reasons)
    checked = []
    for file in files:
        ledger = read_ledger(file)
        known = _ids(ledger)
        strangers -= known
        own = {name: why for name, why in reasons.items() if name in known}
        found = findings_of(ledger, assuming.assumptions, rules=codes, silence=own, today=today)
        checked.append(FileChecked(file=file, findings=found))
    if strangers:
        rule = "no claim, report or place of these documents has this id"
        raise CommandError("--silence", min(strangers), rule, "check the spelling")
    failed = any(fails(one.findings, fail_on) for one in checked)
    show(findings_view(checked, failed=failed), printed.format)
    return Exit.FOUND if failed else Exit.FINE


def _ids(ledger: Ledger) -> set[str]:
    """Return the ids by which findings can be silenced."""
    reports, places = ({one.id for one in ledger.reports}, {place.key for place in ledger.places})
    return {entry.id for entry in ledger.entries} | reports | places


def fails(findings: Findings, fail_on: FailOn) -> bool:
    """Return whether something is as grave as the caller wants to fail on."""
    return fail_on != "never" and bool(findings.at_least(Severity(fail_on)))


def findings_of(
    ledger: Ledger,
    assumptions: Assumptions,
    *,
    rules: Iterable[str] | None = None,
    silence: Silence = NO_SILENCE,
    today: date | str | None = None,
) -> Findings:
    """Return what `Ledger.check` finds, one rule after the other, so that it can be watched."""
    chosen = chosen_rules(rules)
    found: list[Finding] = []
    silenced: list[Finding] = []
    with working("Checking", total=len(chosen)) as advance:
        view = ledger.view(assumptions)
        checked = prepared(view, ledger.reports, ledger.paths, ledger.names, ledger.label, today=today)
        for rule in chosen:
            told = check_by(checked, [rule], silence)
            advance(f"{rule.code} {rule.name}")
            found += told
            silenced += told.silenced
    return Findings(found, silenced)


def read_silence(file: Path) -> Silence:
    """Return reasons not to tell something, from a YAML or JSON file.

    Raises:
        DocumentError: If it is none that documents use, or holds something else.
    """
    from troopmoves.formats.document import json, yaml  # noqa: PLC0415 (imports ruamel.yaml)
    from troopmoves.formats.document.codec import read_mapping, read_text  # noqa: PLC0415
    from troopmoves.formats.document.fault import below, step_to  # noqa: PLC0415

    parse = json.parse if file.suffix.lower() == ".json" else yaml.parse
    found: dict[str, dict[str, str]] = {}
    try:
        for name, reasons in read_mapping(parse(file.read_text("utf-8"))).items():
            with below(step_to(name)):
                found[name] = {code: read_text(why) for code, why in read_mapping(reasons).items()}
    except DocumentError as error:
        raise DocumentError(str(file), error.problems) from None
    return found
