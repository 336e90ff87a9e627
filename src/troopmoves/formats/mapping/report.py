"""What became of each row of a table: the claims it made, or why it made none or not all.

To add an outcome: one member of `Outcome`, the place that tells it, one row in docs/reference/mapping.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, final

import attrs

from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.wording import plural


@final
class Outcome(StrEnum):
    """Why a cell or row made no claim."""

    UNREAD = "unread"
    """It could not be read: the mapping or the table wants a look."""
    MISSING = "missing"
    """It says that nothing is reported, or says nothing."""
    SKIPPED = "skipped"
    """The mapping leaves it out, and says why."""


@final
@attrs.frozen(kw_only=True)
class Remark:
    """One cell or row that made no claim.

    >>> print(Remark(row=8, column="troops", got="-16", outcome=Outcome.UNREAD, rule="zero or more"))
    row 8, troops: got '-16'; zero or more
    """

    row: int
    """The row, counted as spreadsheets do."""
    column: str = ""
    """The column; empty where it is the row as a whole."""
    got: str
    """What stood there, cut to a glance."""
    outcome: Outcome
    """Why it made no claim."""
    rule: str
    """What should stand there, or why it is left out."""
    way_out: str = ""
    """What to do about it."""

    @property
    def told(self) -> str:
        """What stood where, and what is to be done, without the row."""
        column = f", {self.column}" if self.column else ""
        message = f"{column}: got {self.got!r}; {self.rule}"
        return f"{message}; {self.way_out}" if self.way_out else message

    def __str__(self) -> str:
        return f"row {self.row}{self.told}"


@final
@attrs.frozen(kw_only=True, repr=False)
class ImportReport:
    """Every row of a table accounted for.

    A row made claims, or stands in the remarks, or both where only a part of it could be read:
    `len(claimed) + len(unclaimed) == rows`.
    """

    table: str
    """What was read."""
    rows: int
    """How many rows it has, headings and blank lines apart."""
    claims: int
    """How many claims they made."""
    claimed: frozenset[int] = attrs.field(repr=False)
    """The rows that made a claim or more."""
    remarks: tuple[Remark, ...]
    """What made no claim, in the order of the rows."""
    unused: tuple[str, ...] = ()
    """The columns that the mapping does not speak of."""

    @property
    def remarked(self) -> frozenset[int]:
        """The rows that have a remark."""
        return frozenset(remark.row for remark in self.remarks)

    @property
    def unclaimed(self) -> frozenset[int]:
        """The rows that made no claim; each has a remark."""
        return self.remarked - self.claimed

    @property
    def partly(self) -> frozenset[int]:
        """The rows of which only a part made claims."""
        return self.remarked & self.claimed

    @property
    def counts(self) -> dict[str, int]:
        """How many remarks there are of each outcome."""
        return dict(Counter(str(remark.outcome) for remark in self.remarks).most_common())

    def of(self, outcome: Outcome | str) -> tuple[Remark, ...]:
        """Return the remarks of one outcome."""
        return tuple(remark for remark in self.remarks if remark.outcome == outcome)

    def to_rows(self) -> list[dict[str, object]]:
        """Return one plain row for each remark."""
        return [{**attrs.asdict(remark), "outcome": str(remark.outcome)} for remark in self.remarks]

    def __len__(self) -> int:
        return len(self.remarks)

    def __iter__(self) -> Iterator[Remark]:
        return iter(self.remarks)

    def __str__(self) -> str:
        made = f"{len(self.claimed)} made {self.claims} {plural('claim', self.claims)}"
        part = f", {len(self.partly)} only in part" if self.partly else ""
        none = f", {len(self.unclaimed)} made none" if self.unclaimed else ""
        head = f"{self.table}: {self.rows} {plural('row', self.rows)}, {made}{none}{part}"
        unused = [f"  columns not read: {', '.join(map(repr, self.unused))}"] if self.unused else []
        return "\n".join([head, *unused, *self._grouped()])

    def __repr__(self) -> str:
        return f"<ImportReport {self.table}: {self.rows} rows, {self.claims} claims, {self.counts}>"

    def _grouped(self) -> Iterator[str]:
        """Yield a line for remarks that differ in the row alone, unread ones first."""
        alike: dict[Remark, list[int]] = {}
        for remark in self.remarks:
            alike.setdefault(attrs.evolve(remark, row=0), []).append(remark.row)
        order = list(Outcome)
        for remark, rows in sorted(alike.items(), key=lambda one: order.index(one[0].outcome)):
            more = f" and {len(rows) - _MOST_SHOWN} more" if len(rows) > _MOST_SHOWN else ""
            where = f"{plural('row', len(rows))} {', '.join(map(str, rows[:_MOST_SHOWN]))}{more}"
            yield f"  {remark.outcome}, {where}{remark.told}"


_MOST_SHOWN: Final = 5


@final
@attrs.frozen
class Imported:
    """What a table was read as."""

    ledger: Ledger
    """The claims, in their reports."""
    report: ImportReport
    """What became of each row."""


@final
class Unread(Exception):  # noqa: N818 (it never leaves this package: it ends as a remark)
    """A cell that makes no claim, and why."""

    def __init__(
        self, column: str, got: str, rule: str, way_out: str = "", outcome: Outcome = Outcome.UNREAD
    ) -> None:
        super().__init__(column, got, rule, way_out)
        self.column: str = column
        self.got: str = got
        self.rule: str = rule
        self.way_out: str = way_out
        self.outcome: Outcome = outcome

    def at(self, row: int) -> Remark:
        """Return it as the remark on a row."""
        return Remark(
            row=row, column=self.column, got=glance(self.got), outcome=self.outcome,
            rule=self.rule, way_out=self.way_out,
        )  # fmt: skip


_LONGEST: Final = 80


def glance(text: str) -> str:
    """Return a text, cut if it is long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
