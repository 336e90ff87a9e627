"""What to do with the rows of one sort: the columns that say how many, and what reads the rest of the claim.

A row is of a sort by the cases of the mapping that fit it; a plan is made once for each sort. What was read
from the same cells is kept, since most rows of a table repeat the names and dates of others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Generic, NamedTuple, NoReturn, TypeVar, final

from troopmoves.claims.axis import Basis, PostureKind, Progress
from troopmoves.entities.force import Force
from troopmoves.entities.place import Place
from troopmoves.formats.document.fault import near
from troopmoves.formats.mapping import cell, names
from troopmoves.formats.mapping.columns import columns_of_when, columns_of_where, columns_of_who, matching
from troopmoves.formats.mapping.dates import read_when
from troopmoves.formats.mapping.identity import Ids
from troopmoves.formats.mapping.names import Cells, Names
from troopmoves.formats.mapping.part import (
    ITEM,
    ListOf,
    Lookup,
    Measure,
    Where,
    Who,
    Window,
)
from troopmoves.formats.mapping.report import Outcome, Unread
from troopmoves.formats.mapping.spec import Case, Count, TableMapping
from troopmoves.formats.mapping.spelling import folded
from troopmoves.timing.when import When

_T = TypeVar("_T")

MEASURES: Final[Mapping[str, Measure]] = {
    **{str(basis): basis for basis in Basis},
    **{str(kind): kind for kind in PostureKind if kind is not PostureKind.RELOCATE},
}
"""What a column may measure, by its word; a relocation would need two places."""


@final
class Remembered(Generic[_T]):
    """Reads something from some columns of a row, once for each combination of cells."""

    def __init__(self, columns: Iterable[str], read: Callable[[Cells], _T]) -> None:
        self._columns = tuple(dict.fromkeys(columns))
        self._read = read
        self._known: dict[tuple[str, ...], _T | Unread] = {}

    def __call__(self, cells: Cells) -> _T:
        """Return what the cells say.

        Raises:
            Unread: If they say nothing that could be read.
        """
        key = tuple([cells[column] for column in self._columns])
        found = self._known.get(key)
        if found is None:
            try:
                found = self._read(cells)
            except Unread as trouble:
                found = trouble
            self._known[key] = found
        if isinstance(found, Unread):
            raise found.with_traceback(None)
        return found


class Column(NamedTuple):
    """What to do with one column that says how many."""

    heading: str
    """Its heading."""
    suffix: str
    """What tells its claims from those of other columns in the same row."""
    cells: cell.CellReader
    """Reads how many."""
    force: Remembered[tuple[Force, bool]]
    """Reads whose people, and whether their nation is not named."""
    place: Remembered[Place]
    """Reads where."""
    when: Remembered[When]
    """Reads when."""
    measure: Remembered[Measure]
    """Reads what is measured."""
    progress: Progress
    """How far a change has got."""


@final
class Plans:
    """The plans of a table, by sort of row."""

    def __init__(self, mapping: TableMapping, headings: Sequence[str]) -> None:
        self._mapping = mapping
        self._names = Names(mapping)
        self._counts = [
            (heading, count) for count in mapping.counts for heading in matching(count.column, headings)
        ]
        ids = Ids()
        several = len(self._counts) > 1
        self._suffixes = [f"-{ids.give(heading, heading)}" if several else "" for heading, _ in self._counts]
        self._known: dict[tuple[int, ...], tuple[Column, ...]] = {}
        self._sorts = Remembered((test.column for case in mapping.cases for test in case.tests), self._sort)

    def of(self, cells: Cells) -> tuple[Column, ...]:
        """Return what to do with a row.

        Raises:
            Unread: If a case of the mapping leaves it out.
        """
        sort = self._sorts(cells)
        found = self._known.get(sort)
        if found is None:
            cases = [self._mapping.cases[index] for index in sort]
            columns = zip(self._counts, self._suffixes, strict=True)
            found = tuple(self._column(*counted, suffix, cases) for counted, suffix in columns)
            self._known[sort] = found
        return found

    def _sort(self, cells: Cells) -> tuple[int, ...]:
        """Return the cases that fit a row."""
        fitting = [
            index
            for index, case in enumerate(self._mapping.cases)
            if all(test.holds(cells[test.column]) for test in case.tests)
        ]
        for index in fitting:
            case = self._mapping.cases[index]
            if case.skip:
                column = case.tests[0].column
                raise Unread(column, cells[column], case.skip, outcome=Outcome.SKIPPED)
        return tuple(fitting)

    def _column(self, heading: str, count: Count, suffix: str, cases: Sequence[Case]) -> Column:
        mapping = self._mapping
        parts: list[TableMapping | Count | Case] = [mapping, count, *cases]
        where = next((part.where for part in reversed(parts) if part.where is not None), None)
        when = next((part.when for part in reversed(parts) if part.when is not None), None)
        who = names.merged(*(part.who for part in parts))
        numbers = cell.merged(*(part.numbers for part in parts))
        if count.listed is not None:
            item = Lookup(columns=(ITEM,), values=count.listed.values)
            if count.listed.names is ListOf.NATIONS:
                who = names.merged(who, Who(nation=item))
            else:
                where = item
        measure = count.measure
        return Column(
            heading=heading,
            suffix=suffix,
            cells=cell.CellReader(heading, count, numbers, mapping.marks),
            force=Remembered(columns_of_who(who), lambda cells: self._names.force(who, cells)),
            place=self._place(where),
            when=self._when(when),
            measure=Remembered(
                measure.columns if isinstance(measure, Lookup) else (),
                lambda cells: self._measure(measure, cells),
            ),
            progress=count.progress,
        )

    def _measure(self, measure: Measure | Lookup, cells: Cells) -> Measure:
        found: Measure | None = self._names.taken(measure, cells, _measure)
        if found is None:
            column = measure.columns[0] if isinstance(measure, Lookup) else ""
            raise Unread(
                column, "", "nothing says what is measured", "say what an empty cell means under 'values'"
            )
        return found

    def _place(self, where: Where | None) -> Remembered[Place]:
        if where is None:
            return Remembered((), lambda _: _unsaid("where"))
        return Remembered(columns_of_where(where), lambda cells: self._names.place(where, cells))

    def _when(self, when: Window | None) -> Remembered[When]:
        if when is None:
            return Remembered((), lambda _: _unsaid("when"))
        return Remembered(columns_of_when(when), lambda cells: read_when(when, cells))


def _unsaid(key: str) -> NoReturn:
    raise Unread(
        "", "", f"the mapping does not say {key}", f"give {key!r} for the table, the column or a case"
    )


def _measure(column: str, text: str) -> Measure:
    if folded(text) not in MEASURES:
        raise Unread(column, text, "this is nothing that is measured", near(folded(text), MEASURES))
    return MEASURES[folded(text)]
