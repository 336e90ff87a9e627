"""All findings of a check together: sorted, grouped where they are many, silenced ones kept apart.

Thousands of unexplained changes of one series are one line here, the largest first; the findings themselves
are all there, for a program to go through.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final, Self, final

import attrs

from troopmoves.claims.proposition import PostureChange
from troopmoves.ledger.finding import Finding, Severity
from troopmoves.ledger.table import Shown, html_table, text_table
from troopmoves.ledger.wording import plural

MOST_IN_FULL: Final = 20
"""Findings beyond which the text is a summary, and only the largest of each code is told in full."""
MOST_LINES: Final = 10
"""Lines of one code beyond which the summary only counts the rest."""


@final
@attrs.frozen(kw_only=True)
class FindingGroup:
    """The findings of one code about the same people and place."""

    code: str
    """The code of the rule."""
    name: str
    """The name of the rule."""
    subject: str
    """Whom and where they are about; empty where it is no matter of people."""
    findings: tuple[Finding, ...]
    """The findings, the largest gap first."""

    @property
    def severity(self) -> Severity:
        """The gravest severity among them."""
        return min((found.severity for found in self.findings), key=lambda severity: severity.rank)

    @property
    def largest(self) -> Finding:
        """The finding with the largest gap."""
        return self.findings[0]


@final
class Findings(tuple[Finding, ...], Shown):  # noqa: SLOT001 (a tuple cannot have slots)
    """What a check has found: a tuple of findings, by code and claims.

    It equals the tuple of its findings; those that somebody has silenced are in `silenced`.
    """

    silenced: tuple[Finding, ...]
    """The findings that somebody has silenced, each with the reason."""

    def __new__(cls, found: Iterable[Finding] = (), silenced: Iterable[Finding] = ()) -> Self:
        """Keep findings in their order: by code, then by the ids of claims, reports and places."""
        findings = super().__new__(cls, sorted(found, key=_reading_order))
        findings.silenced = tuple(sorted(silenced, key=_reading_order))
        return findings

    # -- choosing ---------------------------------------------------------------------------------------

    def of(self, *codes: str) -> Findings:
        """Return the findings whose codes are these, or begin like these: `of("TM1")` are all conflicts."""
        return Findings(
            (one for one in self if one.code.startswith(codes)),
            (one for one in self.silenced if one.code.startswith(codes)),
        )

    def at_least(self, severity: Severity | str) -> Findings:
        """Return the findings of a severity or a graver one."""
        most = Severity(severity).rank
        return Findings(
            (one for one in self if one.severity.rank <= most),
            (one for one in self.silenced if one.severity.rank <= most),
        )

    def groups(self) -> tuple[FindingGroup, ...]:
        """Return the findings by code, people and place: the gravest first, then the largest."""
        found: dict[tuple[str, str], list[Finding]] = {}
        for one in self:
            found.setdefault((one.code, _subject(one)), []).append(one)
        groups = [
            FindingGroup(
                code=code,
                name=alike[0].name,
                subject=subject,
                findings=tuple(sorted(alike, key=lambda one: (-one.gap, one.severity.rank, one.ids))),
            )
            for (code, subject), alike in found.items()
        ]
        return tuple(
            sorted(groups, key=lambda one: (one.severity.rank, one.code, -one.largest.gap, one.subject))
        )

    # -- showing ----------------------------------------------------------------------------------------

    @property
    def heading(self) -> str:
        """How many there are, by severity, and how many are silenced."""
        counts = [
            f"{number} {_NOUNS[severity] if number == 1 else plural(_NOUNS[severity], number)}"
            for severity in Severity
            if (number := sum(one.severity is severity for one in self))
        ]
        silent = [f"{len(self.silenced)} silenced"] if self.silenced else []
        return ", ".join([*(counts or ["nothing to look at"]), *silent])

    def summary(self) -> str:
        """Return one line per code, people and place, the gravest and largest first."""
        if not self:
            return self.heading
        by_code: dict[str, list[FindingGroup]] = {}
        for group in self.groups():
            by_code.setdefault(group.code, []).append(group)
        rows = [row for groups in by_code.values() for row in _rows(groups)]
        return "\n".join([self.heading, text_table(_HEAD, rows)])

    def to_rows(self) -> list[dict[str, object]]:
        """Return one row of plain values per finding and claim, silenced ones last."""
        return [row for one in (*self, *self.silenced) for row in one.to_rows()]

    def to_json(self) -> str:
        """Return all findings as JSON, silenced ones apart."""
        whole = {
            "findings": [one.to_dict() for one in self],
            "silenced": [one.to_dict() for one in self.silenced],
        }
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"

    def __str__(self) -> str:
        if len(self) <= MOST_IN_FULL:
            return "\n\n".join([self.heading, *map(str, self)])
        return "\n\n".join([self.summary(), "The largest of each code:", *map(str, _largest(self.groups()))])

    def __repr__(self) -> str:
        return f"<Findings: {self.heading}>"

    def _repr_html_(self) -> str:
        return html_table(self.heading, _HEAD, [_row(group) for group in self.groups()])


_HEAD: Final = ("code", "finding", "severity", "how many", "largest gap", "about", "claims of the largest")
_MOST_IDS: Final = 2
_NOUNS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "lead"}


def _reading_order(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.claims, finding.about, finding.message


def _rows(groups: Sequence[FindingGroup]) -> list[list[str]]:
    """Return the lines of one code, of which the last counts those that are too many."""
    rest = groups[MOST_LINES:]
    rows = [_row(group) for group in groups[:MOST_LINES]]
    if rest:
        more = sum(len(group.findings) for group in rest)
        rows.append([rest[0].code, "", "", str(more), "", f"and {len(rest)} more", ""])
    return rows


def _row(group: FindingGroup) -> list[str]:
    largest = group.largest
    return [
        group.code,
        group.name,
        str(group.severity),
        str(len(group.findings)),
        str(largest.gap) if largest.gap else "",
        group.subject,
        _few(largest.ids),
    ]


def _few(ids: Sequence[str]) -> str:
    more = [f"and {len(ids) - _MOST_IDS} more"] if len(ids) > _MOST_IDS + 1 else []
    return ", ".join([*ids[:_MOST_IDS], *more] if more else ids)


def _largest(groups: Sequence[FindingGroup]) -> list[Finding]:
    """Return the largest finding of each code, in the order of the groups."""
    by_code: dict[str, Finding] = {}
    for group in groups:
        by_code.setdefault(group.code, group.largest)
    return list(by_code.values())


def _subject(finding: Finding) -> str:
    """Return whom and where a finding is about: the force and place of its first claim."""
    said = finding.involved[0].entry.claim.proposition if finding.involved else None
    if said is None:
        return ""
    if isinstance(said, PostureChange):
        ends = [str(end) for end in (said.origin, said.destination) if end is not None]
        return f"{said.force}, {' to '.join(ends)}"
    return f"{said.force} in {said.place}"
