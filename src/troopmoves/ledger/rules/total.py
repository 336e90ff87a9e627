"""A printed total, and the parts printed with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias, final

import attrs

from troopmoves.claims.axis import Holds
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import Presence
from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.place import AnyOf, Country, Place, Region, Unspecified, parent_of
from troopmoves.ledger.finding import Finding, FindingKind, Severity, persons
from troopmoves.ledger.rules.part import wider_forces
from troopmoves.ledger.rules.rule import Checked, firm
from troopmoves.quantity.bounds import Bounds
from troopmoves.solve.overlap import is_within, share_ground

FEWEST_PARTS: Final = 3
"""Parts along one line from which on they are taken for a list, which a total should be the sum of."""

_Table: TypeAlias = "dict[tuple[Force, Place], list[_Figure]]"
"""What one report prints for one day, by who and where."""


@final
@attrs.frozen(kw_only=True)
class _Figure:
    """A claim of a report, and what it counts, by the convention and to the letter."""

    entry: Entry
    level: Presence
    bounds: Bounds
    literally: Bounds


@final
class NotTheSum:
    """A printed total is above the sum of the parts that the same report prints for the same day.

    **Why.** A row is missing, or a figure is a slip. A total *below* the sum is a contradiction (TM104);
    above it nothing need be wrong, since a list may leave somebody out, so this is a lead and no more.
    It is given only for three parts or more along one line (nations, places, units, roles and so on): one
    or two parts ("of whom 160 train") are no list, and neither is one beside which the report counts
    others of the whole ("at least 252" whose nation is not named). Hedged figures add up as bounds, so that
    a rounded total is none.

    **Example.** A table of ten nations adds up to 950, and the total under it says 1,050.

    **Way out.** Compare with the report, row by row. If it leaves people out, enter them (`OtherThan`, or a
    row for the rest) or silence the total with that reason. Where the parts are all there is, say so, by a
    closed place or a role and all others: the engine then adds them up itself.
    """

    code: Final = FindingKind.NOT_THE_SUM
    name: Final = "not the sum"
    severity: Final = Severity.INFO
    summary: Final = "a printed total above the sum of three or more parts printed with it"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the totals that are more than their parts."""
        for table in _tables(checked):
            for scope, parts in _lists(table):
                if not _has_others(table[scope]):
                    for total in table[scope]:
                        yield from self._short(checked, total, parts)

    def _short(self, checked: Checked, total: _Figure, parts: Sequence[_Figure]) -> Iterator[Finding]:
        missing = _missing(total.bounds, [part.bounds for part in parts])
        if not missing:
            return
        together = _sum(part.bounds for part in parts)
        to_the_letter = _missing(total.literally, [part.literally for part in parts])
        yield checked.finding(
            self,
            f"{len(parts)} parts add up to {together}, {persons(missing)} short of {total.bounds}",
            [
                checked.involved(total.entry, total.bounds, together),
                *(checked.involved(part.entry, part.bounds) for part in parts),
            ],
            gap=missing,
            firmness=firm(literally=bool(to_the_letter)),
            because="nothing is set aside: whoever is in no part may be somewhere else",
            look="a row that is missing in the list, or a slip in one",
        )


def _has_others(wholes: Iterable[_Figure]) -> bool:
    """Return whether a report says of some people only that they are part of a whole."""
    return any(whole.bounds.high is None for whole in wholes)


def _missing(total: Bounds, parts: Iterable[Bounds]) -> int:
    together = _sum(parts)
    return 0 if together.high is None else max(0, total.low - together.high)


def _sum(parts: Iterable[Bounds]) -> Bounds:
    return sum(parts, start=Bounds.exactly(0))


def _tables(checked: Checked) -> Iterator[_Table]:
    """Yield what each report says of each window of days."""
    tables: dict[tuple[str, date | None, date | None, Holds], _Table] = {}
    for entry, level, headcount in checked.levels():
        if entry.report is None or isinstance(level.place, AnyOf | Unspecified):
            continue
        figure = _Figure(
            entry=entry,
            level=level,
            bounds=checked.read(headcount),
            literally=checked.read(headcount, literally=True),
        )
        of_day = (entry.report.id, level.when.earliest, level.when.latest, level.holds)
        tables.setdefault(of_day, {}).setdefault((level.force, level.place), []).append(figure)
    yield from tables.values()


def _lists(table: _Table) -> Iterator[tuple[tuple[Force, Place], list[_Figure]]]:
    """Yield the wholes of a table, each with parts that share nobody and that the engine does not add up."""
    lists: dict[tuple[tuple[Force, Place], str], list[_Figure]] = {}
    regions = [place for _, place in table if isinstance(place, Region)]
    for (force, place), figures in table.items():
        wider = [(facet, (other, place)) for facet, other in wider_forces(force)]
        wider += [("place", (force, other)) for other in _wider_places(place, regions)]
        for line, scope in wider:
            if scope in table:
                lists.setdefault((scope, line), []).append(figures[0])  # of several alike, the first by id
    for (scope, line), parts in lists.items():
        apart = _apart(line, parts)
        if len(apart) >= FEWEST_PARTS and not _is_complete(line, scope[1], apart):
            yield scope, apart


def _wider_places(place: Place, regions: Sequence[Region]) -> list[Place]:
    above: list[Place] = [region for region in dict.fromkeys(regions) if region != place]
    wider = [region for region in above if is_within(place, region)]
    parent = parent_of(place)
    while parent is not None:
        wider.append(parent)
        parent = parent_of(parent)
    return wider


def _apart(line: str, parts: Sequence[_Figure]) -> list[_Figure]:
    """Return the parts without those that lie in another part; none if two overlap otherwise."""
    if line not in {"place", "unit"}:
        return list(parts)
    widest = [part for part in parts if not any(_lies_in(line, part, other) for other in parts)]
    overlap = any(
        line == "place" and share_ground(one.level.place, other.level.place)
        for index, one in enumerate(widest)
        for other in widest[:index]
    )
    return [] if overlap else widest


def _lies_in(line: str, part: _Figure, other: _Figure) -> bool:
    if part is other:
        return False
    if line == "place":
        return is_within(part.level.place, other.level.place)
    unit, above = part.level.force.unit, other.level.force.unit
    return unit is not None and above is not None and unit.is_part_of(above)


def _is_complete(line: str, place: Place, parts: Iterable[_Figure]) -> bool:
    """Return whether the parts are said to be all there is, so that the engine adds them up itself."""
    if line == "place":
        return isinstance(place, Region | Country) and place.closed
    return any(isinstance(part.level.force.role, OtherThan) for part in parts)
