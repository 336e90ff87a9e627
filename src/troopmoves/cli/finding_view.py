"""What a check has found, as a view: each finding with its claims, or of very many a summary by code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, final

import attrs

from troopmoves.cli.trouble import Lines
from troopmoves.cli.view import Column, Row, Section, View, list_of, text_of
from troopmoves.ledger.finding import Finding
from troopmoves.ledger.findings import MOST_IN_FULL, FindingGroup, Findings

SEVERITIES: Final[Mapping[str, str]] = {"error": "bold red", "warning": "yellow", "info": "blue"}
"""Styles of severities; the words stand there too."""


@final
@attrs.frozen(kw_only=True)
class FileChecked:
    """One document and what was found in it."""

    file: Path
    """The document."""
    findings: Findings
    """What was found."""


def findings_view(checked: Sequence[FileChecked], *, failed: bool) -> View:
    """Return what was found in each document.

    Args:
        checked: The documents with their findings.
        failed: Whether something is as grave as the caller wanted to fail on.
    """
    files: list[dict[str, Any]] = [_file_data(one) for one in checked]
    sections = [section for data in files for section in _sections(data)]
    headings = [f"{data['file']}: {data['heading']}" for data in files]
    return View(
        heading=headings[0] if len(headings) == 1 else f"{len(files)} documents",
        notes=() if len(headings) == 1 else (("", tuple(headings)),),
        sections=tuple(sections),
        data={"files": files, "failed": failed},
    )


def _file_data(one: FileChecked) -> dict[str, Any]:
    findings = one.findings
    lines = Lines.of(one.file) if findings else Lines()
    return {
        "file": str(one.file),
        "heading": findings.heading,
        "findings": [_finding_data(finding, lines) for finding in findings],
        "silenced": [_finding_data(finding, lines) for finding in findings.silenced],
        "groups": [_group_data(group) for group in findings.groups()],
    }


def _finding_data(finding: Finding, lines: Lines) -> dict[str, Any]:
    plain = finding.to_dict()
    claims = [{**one.to_dict(), "line": lines.number(one.path)} for one in finding.involved]
    return {"title": finding.title, **plain, "claims": claims}


def _group_data(group: FindingGroup) -> dict[str, object]:
    return {
        "code": group.code,
        "finding": group.name,
        "severity": str(group.severity),
        "how_many": len(group.findings),
        "largest_gap": group.largest.gap,
        "about": group.subject,
        "claims_of_the_largest": list(group.largest.ids),
    }


def _sections(data: Mapping[str, Any]) -> Iterable[Section]:
    """Yield a table for each finding; of very many a summary, and the largest of each code."""
    findings: Sequence[Mapping[str, Any]] = data["findings"]
    if len(findings) > MOST_IN_FULL:
        yield Section(
            heading=f"{data['file']}, by code, people and place", rows=data["groups"], columns=_GROUP
        )
        largest = {group["code"]: group["claims_of_the_largest"] for group in reversed(data["groups"])}
        findings = [one for one in findings if _ids(one) == largest[one["code"]]]
    for finding in findings:
        yield Section(
            heading=f"{finding['severity']} {finding['title']}",
            style=SEVERITIES[finding["severity"]],
            rows=finding["claims"],
            columns=_CLAIM,
            empty=f"about: {', '.join(finding['about'])}" if finding["about"] else "",
            notes=tuple(_notes(finding)),
        )


def _ids(finding: Mapping[str, Any]) -> list[str]:
    return [*(claim["claim"] for claim in finding["claims"]), *finding["about"]]


def _notes(finding: Mapping[str, Any]) -> Iterable[str]:
    if finding["because"]:
        yield finding["because"]
    if finding["look"]:
        yield f"look at: {finding['look']}"


def _place(row: Row) -> str:
    return row["path"] if row["line"] is None else f"line {row['line']}"


_CLAIM: Final = (
    Column("claim", text_of("claim")),
    Column("at", _place),
    Column("states", text_of("states")),
    Column("others leave", text_of("left")),
    Column("says", text_of("says")),
    Column("source", text_of("source")),
)
_GROUP: Final = (
    Column("code", text_of("code"), whole=True),
    Column("finding", text_of("finding")),
    Column("severity", text_of("severity"), whole=True, styles=SEVERITIES),
    Column("how many", text_of("how_many"), right=True),
    Column("largest gap", lambda row: str(row["largest_gap"] or ""), right=True),
    Column("about", text_of("about")),
    Column("claims of the largest", list_of("claims_of_the_largest")),
)
