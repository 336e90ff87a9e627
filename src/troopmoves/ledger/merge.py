"""Two ledgers as one: what stands in both is taken once, what they say differently is settled, not guessed.

What is the same thing is told by its id. A report or row of one id and different content is a collision; so
is a claim of one id that says something else or stands in another report. The caller says how collisions are
settled (`troopmoves.ledger.settlement`); those that remain are raised together.

To merge a further part of a ledger: one function here that takes both sides and the judge, its field in
`Merged`, its law in tests/laws/test_merge_laws.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeAlias, final

import attrs

from troopmoves.claims.claim import Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.report import Report
from troopmoves.errors import Collision
from troopmoves.ledger.census import Census
from troopmoves.ledger.note import Note
from troopmoves.ledger.settlement import Judge, Settlement, differing
from troopmoves.ledger.swap import HoldsEntities, Swaps, agreed, swapped


class Held(HoldsEntities, Protocol):
    """The parts of a ledger that are merged."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """Its notes."""
        ...

    @property
    def aliases(self) -> tuple[tuple[str, str], ...]:
        """Its spellings of nations' names."""
        ...


@final
@attrs.frozen(kw_only=True)
class Merged:
    """What two ledgers hold together."""

    reports: tuple[Report, ...]
    """The reports of ours, then those that theirs adds."""
    loose: tuple[Claim, ...]
    """The claims in no report, likewise."""
    notes: tuple[Note, ...]
    """The notes, likewise."""
    aliases: Mapping[str, str]
    """The spellings of both."""
    census: Census
    """The entities of both, those of ours first; one may stand twice."""


def merged(ours: Held, theirs: Held, judge: Judge) -> Merged:
    """Return what two ledgers hold together.

    Raises:
        MergeError: With every collision that remains.
        LedgerError: If a collision is settled by a word that there is not.
    """
    left, right = agreed(ours, theirs, judge)
    mine, yours = _Contents.of(ours, left), _Contents.of(theirs, right)
    headers, names = _agreed_headers(mine, yours, judge)
    claims = _agreed_claims(mine, yours, names, judge)
    aliases = _agreed_aliases(dict(ours.aliases), dict(theirs.aliases), judge)
    judge.tell()
    held: dict[str | None, list[Claim]] = {name: [] for name in (None, *headers)}
    for claim, home in claims:
        held[home].append(claim)
    return Merged(
        reports=tuple(attrs.evolve(header, claims=tuple(held[name])) for name, header in headers.items()),
        loose=tuple(held[None]),
        notes=(*ours.notes, *_beyond(theirs.notes, ours.notes)),
        aliases=aliases,
        census=_united(swapped(ours.census, left), swapped(theirs.census, right)),
    )


_Placed: TypeAlias = tuple[Claim, str | None]
"""A claim and the id of the report it stands in."""


@final
@attrs.frozen
class _Contents:
    """Reports and claims of one side, by id."""

    reports: dict[str, Report]
    claims: dict[str, _Placed]

    @classmethod
    def of(cls, held: Held, swaps: Swaps) -> _Contents:
        reports, loose = swapped(held.reports, swaps), swapped(held.loose, swaps)
        claims: dict[str, _Placed] = {
            claim.id: (claim, report.id) for report in reports for claim in report.claims
        }
        claims.update({claim.id: (claim, None) for claim in loose})
        return cls({report.id: report for report in reports}, claims)

    def entry(self, claim: str) -> Entry:
        found, home = self.claims[claim]
        return Entry(found, None if home is None else self.reports[home])


def _header(report: Report) -> Report:
    return attrs.evolve(report, claims=())


def _agreed_headers(
    mine: _Contents, yours: _Contents, judge: Judge
) -> tuple[dict[str, Report], dict[str, str]]:
    """Return every report without its claims, ours first, and the new ids of theirs that are renamed."""
    headers = {name: _header(report) for name, report in mine.reports.items()}
    names: dict[str, str] = {}
    taken = {*mine.reports, *yours.reports}
    for name, report in yours.reports.items():
        header = _header(report)
        if headers.setdefault(name, header) == header:
            continue
        rule = differing(headers[name], header)
        collision = Collision(table="reports", id=name, ours=mine.reports[name], theirs=report, rule=rule)
        settlement = judge.settle(collision)
        if settlement == "theirs":
            headers[name] = header
        elif settlement == "rename":
            names[name] = judge.renamed(name, taken)
            taken.add(names[name])
            headers[names[name]] = attrs.evolve(header, id=names[name])
    return headers, names


def _agreed_claims(
    mine: _Contents, yours: _Contents, reports: Mapping[str, str], judge: Judge
) -> list[_Placed]:
    """Return the claims of both, ours first; what theirs say of renamed ones follows the new ids."""
    names: dict[str, str] = {}
    taken = {*mine.claims, *yours.claims}
    while True:  # a claim that links to a renamed one says something else from then on, and may collide too
        claims, known = dict(mine.claims), len(names)
        for name in yours.claims:
            claim, home = _following(yours.claims[name], reports, names)
            if name not in mine.claims or name in names:
                claims[claim.id] = claim, home
                continue
            settlement = _settled(mine, yours, (claim, home), judge)
            if settlement == "rename":
                names[name] = judge.renamed(name, taken)
                taken.add(names[name])
            elif settlement == "theirs":
                if mine.claims[name][1] != home:
                    del claims[name]  # it leaves its place, for one behind the others of the other report
                claims[name] = claim, home
        if len(names) == known:
            return list(claims.values())


def _following(placed: _Placed, reports: Mapping[str, str], names: Mapping[str, str]) -> _Placed:
    """Return a claim under its new id, in its report's and with its links to claims' new ids."""
    claim, home = placed
    links = tuple(attrs.evolve(link, claim=names.get(link.claim, link.claim)) for link in claim.links)
    if claim.id in names or links != claim.links:
        claim = attrs.evolve(claim, id=names.get(claim.id, claim.id), links=links)
    return claim, home if home is None else reports.get(home, home)


def _settled(mine: _Contents, yours: _Contents, theirs: _Placed, judge: Judge) -> Settlement:
    claim, home = theirs
    own, own_home = mine.claims[claim.id]
    if own == claim and own_home == home:
        return "ours"
    rule = differing(own, claim) if own != claim else "it stands in another report"
    entries = mine.entry(claim.id), attrs.evolve(yours.entry(claim.id), claim=claim)
    return judge.settle(Collision(table="claims", id=claim.id, ours=entries[0], theirs=entries[1], rule=rule))


def _agreed_aliases(ours: Mapping[str, str], theirs: Mapping[str, str], judge: Judge) -> Mapping[str, str]:
    found = {**theirs, **ours}
    for spelling, code in theirs.items():
        if found[spelling] != code:
            rule = "one spelling stands for one nation"
            collision = Collision(table="aliases", id=spelling, ours=ours[spelling], theirs=code, rule=rule)
            if judge.settle(collision, can_be_renamed=False) == "theirs":
                found[spelling] = code
    return found


def _beyond(theirs: Iterable[Note], ours: Iterable[Note]) -> Iterator[Note]:
    """Yield the notes of theirs that ours has not, or not so often."""
    there = Counter(ours)
    for note in theirs:
        if there[note]:
            there[note] -= 1
        else:
            yield note


def _united(ours: Census, theirs: Census) -> Census:
    return Census(
        places=(*ours.places, *theirs.places),
        organisations=(*ours.organisations, *theirs.organisations),
        operations=(*ours.operations, *theirs.operations),
        units=(*ours.units, *theirs.units),
    )
