"""Rows put together as a document, and the paths of its problems as rows and columns.

Rows are counted from 1. What a table has no column for is taken from its head: a document without claims.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final, final

import attrs

from troopmoves.errors import DocumentError, Problem
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.fault import Faults
from troopmoves.formats.tables.column import Cell
from troopmoves.formats.tables.layout import STATED
from troopmoves.formats.tables.row import gathered, gathered_report


def place_of(row: int, column: str) -> str:
    """Return how a problem says where it stands.

    >>> place_of(0, "count")
    'row 1, column count'
    """
    return f"row {row + 1}, column {column}"


def column_of(path: str) -> str:
    """Return the column that holds what stands at a path in a claim or, with `report.`, in a report.

    >>> column_of("when.is"), column_of("from.unspecified.within"), column_of("who"), column_of("claim")
    ('dates', 'origin', 'nation', 'links')
    """
    key = path.partition("[")[0]
    while key:
        if key in STATED:
            return STATED[key].name
        inner = [column.name for at, column in STATED.items() if at.startswith(f"{key}.")]
        if inner:
            return inner[0]
        key = key.rpartition(".")[0]
    return "links"  # the one key of a document without a column of its own: what a bare link names


@final
@attrs.frozen(kw_only=True)
class Assembled:
    """The document that rows make up, and which of its paths are which rows."""

    tree: dict[str, Plain]
    """The document."""
    rows: Mapping[str, int]
    """The row of every claim, and the first row of every report, by path."""

    def told(self, problem: Problem) -> Problem:
        """Return a problem of the document as one of the table."""
        found = _PATH.fullmatch(problem.path)
        place = None if found is None else self._place(found)
        return attrs.evolve(
            problem,
            path=place or ("table" if problem.path in {"", "document"} else f"definitions: {problem.path}"),
            rule=_PATH.sub(lambda one: self._place(one) or one[0], problem.rule),
        )

    def _place(self, found: re.Match[str]) -> str | None:
        if found["at"] not in self.rows:
            return None
        of = "" if "claims[" in found["at"] else "report."
        return place_of(self.rows[found["at"]], column_of(f"{of}{found['rest'] or 'id'}"))


_PATH: Final = re.compile(
    r"(?P<at>reports\[[0-9]+\]\.claims\[[0-9]+\]|(?:reports|claims)\[[0-9]+\])(?:\.(?P<rest>[^\s,;]+))?"
)


@final
@attrs.define
class Assembly:
    """The reports and claims of a table, put together row by row."""

    head: Mapping[str, Plain]
    """What the rows refer to: a document without claims."""
    _headers: dict[str, dict[str, Plain]] = attrs.field(factory=dict, init=False)
    _first: dict[str, int] = attrs.field(factory=dict, init=False)
    _claims: dict[str, list[tuple[int, Plain]]] = attrs.field(factory=dict, init=False)
    _faults: Faults = attrs.field(factory=Faults, init=False)

    def add(self, row: int, cells: Mapping[str, Cell]) -> None:
        """Add the cells of a row, by key; its problems are kept until the document is asked for."""
        try:
            claim, report = gathered(cells), gathered_report(cells)
        except DocumentError as error:
            for problem in error.problems:
                column = column_of(problem.path)
                self._faults.add(place_of(row, column), problem.got, problem.rule, problem.way_out)
            return
        name = report.get("id")
        self._check_report(row, report)
        key = "" if name is None else str(name)
        self._first.setdefault(key, row)
        self._claims.setdefault(key, []).append((row, claim))

    def _check_report(self, row: int, report: dict[str, Plain]) -> None:
        """Keep what a row says of its report; all rows of one report say the same."""
        name = report.get("id")
        if name is None:
            rule, way_out = "this row names no report to say it of", "name the report in the column 'report'"
            for key, value in report.items():
                self._faults.add(place_of(row, column_of(f"report.{key}")), value, rule, way_out)
            return
        known = self._headers.setdefault(str(name), report)
        if known == report:
            return
        for key in sorted(known.keys() | report.keys()):
            if known.get(key) != report.get(key):
                rule = f"row {self._first[str(name)] + 1} says {known.get(key)!r} of this report"
                step = place_of(row, column_of(f"report.{key}"))
                self._faults.add(step, report.get(key), rule, "say the same in all rows of a report")

    def document(self, columns: Collection[str]) -> Assembled:
        """Return the document that all rows make up.

        Args:
            columns: The columns of reports that the table has; for the others the head is asked.

        Raises:
            DocumentError: With the problems of every row.
        """
        self._faults.tell("table")
        reports: list[Plain] = []
        rows: dict[str, int] = {}
        for name, header in self._with_headers(columns):
            path = f"reports[{len(reports)}]"
            claims = self._claims.get(name, [])
            rows |= {f"{path}.claims[{index}]": row for index, (row, _) in enumerate(claims)}
            if claims:
                rows[path] = claims[0][0]
            reports.append({**header, "claims": [claim for _, claim in claims]})
        loose = self._claims.get("", [])
        rows |= {f"claims[{index}]": row for index, (row, _) in enumerate(loose)}
        rest = {key: part for key, part in self.head.items() if key != "reports"}
        tree = {**rest, "reports": reports, "claims": [claim for _, claim in loose]}
        return Assembled(tree=tree, rows=rows)

    def _with_headers(self, columns: Collection[str]) -> Iterable[tuple[str, dict[str, Plain]]]:
        """Yield every report: those of the head that have rows or never had claims, then the others."""
        told = {key.removeprefix("report.") for key, column in STATED.items() if column.name in columns}
        listed = self.head.get("reports", [])
        headers = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        left = dict(self._headers)
        for header in headers:
            name = str(header.get("id"))
            if name in left:
                rest = {key: value for key, value in header.items() if key not in told | {"claims"}}
                yield name, {**rest, **left.pop(name)}
            elif "claims" in header:
                yield name, header
        yield from left.items()
