"""Rows to claims, each with its row and column as the locator.

The id of a claim tells the report, the row and, where several columns count, the column. The cell as printed
is its quote, the row and column are its note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, final

import attrs

from troopmoves.claims.axis import Basis
from troopmoves.claims.claim import Claim
from troopmoves.claims.kind import RULES, End
from troopmoves.claims.proposition import PostureChange, Presence, Proposition
from troopmoves.claims.report import Report
from troopmoves.formats.mapping.cell import Amount
from troopmoves.formats.mapping.columns import used_columns
from troopmoves.formats.mapping.dates import read_when
from troopmoves.formats.mapping.fill import FillDown
from troopmoves.formats.mapping.identity import Ids
from troopmoves.formats.mapping.names import Cells
from troopmoves.formats.mapping.part import HEADING, ITEM, Dates
from troopmoves.formats.mapping.plan import Column, Plans, Remembered
from troopmoves.formats.mapping.report import Outcome, Remark, Unread, glance
from troopmoves.formats.mapping.source import Row
from troopmoves.formats.mapping.spec import TableMapping
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.kind import HeadcountKind


@final
class RowReader:
    """Reads the rows of a table, and keeps their claims by report."""

    def __init__(self, mapping: TableMapping, headings: Sequence[str]) -> None:
        self._mapping = mapping
        self._used = [(column, headings.index(column)) for column in used_columns(mapping, headings)]
        self._plans = Plans(mapping, headings)
        self._ids = Ids()
        self._filled = FillDown(mapping.fill)
        source = mapping.report
        dated = source.published.columns if isinstance(source.published, Dates) else ()
        self._report = Remembered((*source.id.names, *dated), self._new_report)
        self._reports: dict[str, Report] = {}
        self._claims: dict[str, list[Claim]] = {}
        if not source.id.names and not dated:
            self._new_report({})

    def read(self, row: Row) -> tuple[int, list[Remark]]:
        """Read a row, and return how many claims it made and what made none; never neither of them."""
        if row.fault:
            self._filled.end()
            return 0, [_whole(row, row.fault)]
        cells = {column: row.cells[index] for column, index in self._used}
        self._filled.fill(row.number, cells)
        try:
            claims, troubles = self._read(row.number, cells)
        except Unread as trouble:
            return 0, [trouble.at(row.number)]
        remarks = list(dict.fromkeys(trouble.at(row.number) for trouble in troubles))
        if not claims and not remarks:
            remarks = [_whole(row, "no cell of it says how many", Outcome.MISSING)]
        return claims, remarks

    def reports(self) -> Iterator[Report]:
        """Yield the reports with their claims, in the order in which the rows named them."""
        for name, report in self._reports.items():
            yield attrs.evolve(report, claims=(*report.claims, *self._claims[name]))

    def _read(self, row: int, cells: dict[str, str]) -> tuple[int, list[Unread]]:
        made = 0
        troubles: list[Unread] = []
        report = ""
        for column in self._plans.of(cells):
            # A count that stands in no column is said by the row as a whole.
            found = column.cells.read(cells[column.heading] if column.heading else "row")
            troubles += found.troubles
            cells[HEADING] = column.heading
            for amount in found.amounts:
                cells[ITEM] = amount.name
                try:
                    report = report or self._report(cells)
                    claim = self._claim(f"{report}-row-{row}", row, column, amount, cells)
                except Unread as trouble:
                    troubles.append(_placed(trouble, column, amount))
                else:
                    self._claims[report].append(claim)
                    made += 1
        return made, troubles

    def _claim(self, name: str, row: int, column: Column, amount: Amount, cells: Cells) -> Claim:
        force, unnamed = column.force(cells)
        place, when = column.place(cells), column.when(cells)
        measure = amount.measure or column.measure(cells)
        headcount = _least(column, amount) if unnamed else amount.headcount
        proposition: Proposition
        if isinstance(measure, Basis):
            proposition = Presence(
                force=force,
                place=place,
                headcount=headcount,
                when=when,
                holds=self._mapping.holds,
                basis=measure,
            )
        else:
            arrives = RULES[measure].destination is End.REQUIRED
            proposition = PostureChange(
                kind=measure,
                force=force,
                origin=None if arrives else place,
                destination=place if arrives else None,
                headcount=headcount,
                when=when,
                progress=column.progress,
            )
        item = f"-{amount.item}" if amount.item else ""
        measured = f"-{measure}" if amount.measure else ""
        return Claim(
            id=f"{name}{column.suffix}{item}{measured}",
            proposition=proposition,
            quote=amount.quote if column.heading else "",
            note=self._note(row, column, amount, cells),
        )

    def _note(self, row: int, column: Column, amount: Amount, cells: Cells) -> str:
        where = f"row {row}" + (f", column {column.heading}" if column.heading else "")
        where += f", item {amount.item}" if amount.item else ""
        template = self._mapping.note
        if not template.text:
            return where
        return f"{where}; {template.filled({name: _plain(name, cells[name]) for name in template.names})}"

    def _new_report(self, cells: Cells) -> str:
        """Return the id of the report that a row stands in, which is kept if it is new."""
        source = self._mapping.report
        values = {name: _plain(name, cells[name]) for name in source.id.names}
        published = source.published
        if isinstance(published, Dates):
            published = _single_day(published, cells)
        text = source.id.filled(values)
        name = text if not values else self._ids.give(text, (text, published))
        if name not in self._reports:
            self._claims[name] = []
            self._reports[name] = Report(
                id=name,
                publisher=source.publisher,
                title=source.title.filled(values),
                published=published,
                url=source.url,
                reliability=source.reliability,
                note=source.note,
                claims=self._mapping.claims,
            )
        return name


_LOWEST: Final = {
    HeadcountKind.EXACT: "at least {0.number}",
    HeadcountKind.AT_LEAST: "at least {0.number}",
    HeadcountKind.MORE_THAN: "more than {0.number}",
    HeadcountKind.JUST_OVER: "more than {0.number}",
    HeadcountKind.UNSPECIFIED: "some",
    HeadcountKind.ABOUT: "some",
    HeadcountKind.NEARLY: "some",
    HeadcountKind.VAGUE: "some",
}
"""What people of an unnamed nation say of all of them together: at least so many."""


def _least(column: Column, amount: Amount) -> Headcount:
    headcount = amount.headcount
    if headcount.kind is HeadcountKind.RANGE and headcount.low and not headcount.about:
        return Headcount.of(f"at least {headcount.low}")
    if headcount.kind is HeadcountKind.RANGE and headcount.about:
        return Headcount.of("some")
    if headcount.kind not in _LOWEST:
        rule = "of a nation that is not named this says nothing"
        raise Unread(column.heading, amount.quote, rule, outcome=Outcome.MISSING)
    return Headcount.of(_LOWEST[headcount.kind].format(headcount))


def _single_day(published: Dates, cells: Cells) -> date:
    when = read_when(published, cells)
    if when.earliest is None or not when.is_day:
        column = " and ".join(published.columns)
        raise Unread(column, str(when), "a report is published on one day", "leave 'published' out")
    return when.earliest


def _plain(column: str, text: str) -> str:
    plain = " ".join(text.split())
    if not plain.isprintable():
        raise Unread(column, text, "a cell holds no control characters")
    return glance(plain)


def _placed(trouble: Unread, column: Column, amount: Amount) -> Unread:
    """Return a trouble with a heading, or with the item of a list, told of the column that it stands in."""
    if trouble.column not in {HEADING, ITEM}:
        return trouble
    got = amount.quote if trouble.column == ITEM else column.heading
    return Unread(column.heading, got, trouble.rule, trouble.way_out, trouble.outcome)


def _whole(row: Row, rule: str, outcome: Outcome = Outcome.UNREAD) -> Remark:
    got = glance(", ".join(row.cells))
    return Remark(row=row.number, got=got, outcome=outcome, rule=rule, way_out=row.way_out)
