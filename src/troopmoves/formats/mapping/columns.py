"""Which columns of a table a mapping speaks of, and where in it.

To take another part of a claim from columns: its columns here, so that a name that the table has not is told
before any row is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from troopmoves.entities.scope import SORTS
from troopmoves.formats.mapping.part import (
    HEADING,
    ITEM,
    Bases,
    Dates,
    Lookup,
    Missions,
    Span,
    Where,
    Who,
    Window,
)
from troopmoves.formats.mapping.spec import Case, Count, TableMapping


def matching(column: str, headings: Sequence[str]) -> list[str]:
    """Return the headings that the name of a column stands for.

    >>> matching("State*", ["StateA", "StateB", "Location"]), matching("Total", ["Total", "Total Afloat"])
    (['StateA', 'StateB'], ['Total'])
    """
    if column in headings or "*" not in column:
        return [column]
    fits = re.compile(".*".join(map(re.escape, column.split("*"))), re.DOTALL).fullmatch
    return [heading for heading in headings if fits(heading)] or [column]


def columns_of_who(who: Who) -> tuple[str, ...]:
    """Return the columns that a force is read from."""
    parts: list[object] = [who.nation, who.unit, who.role, *(getattr(who, name) for name in SORTS)]
    if isinstance(who.operation, Missions):
        parts += [who.operation.found, who.operation.lead]
    return tuple(column for part in parts if isinstance(part, Lookup) for column in part.columns)


def columns_of_where(where: Where) -> tuple[str, ...]:
    """Return the columns that a place is read from."""
    if isinstance(where, Bases):
        within = where.within.columns if isinstance(where.within, Lookup) else ()
        return tuple(filter(None, (*where.found.columns, where.latitude, where.longitude, *within)))
    return where.columns if isinstance(where, Lookup) else ()


def columns_of_when(when: Window) -> tuple[str, ...]:
    """Return the columns that a window is read from."""
    if isinstance(when, Span):
        return (*columns_of_when(when.opens), *columns_of_when(when.ends))
    return when.columns if isinstance(when, Dates) else ()


def used_columns(mapping: TableMapping, headings: Sequence[str]) -> dict[str, str]:
    """Return the columns that a mapping speaks of, each with where in it."""
    used: dict[str, str] = {}
    for path, columns in (
        *_of_table(mapping),
        *_of_cases(mapping.cases),
        *_of_counts(mapping.counts, headings),
    ):
        for column in columns:
            if column not in {HEADING, ITEM}:
                used.setdefault(column, path)
    return used


def _of_table(mapping: TableMapping) -> Iterator[tuple[str, Iterable[str]]]:
    yield "report.id", mapping.report.id.names
    if isinstance(mapping.report.published, Dates):
        yield "report.published.column", mapping.report.published.columns
    yield "note", mapping.note.names
    yield "fill", mapping.fill
    yield from _of_claim("", mapping)


def _of_cases(cases: Iterable[Case]) -> Iterator[tuple[str, Iterable[str]]]:
    for index, case in enumerate(cases):
        yield f"cases[{index}].if", [test.column for test in case.tests]
        yield from _of_claim(f"cases[{index}].", case)


def _of_counts(counts: Iterable[Count], headings: Sequence[str]) -> Iterator[tuple[str, Iterable[str]]]:
    for count in counts:
        if count.column:
            yield f"counts.{count.column}", matching(count.column, headings)
        if isinstance(count.measure, Lookup):
            yield f"counts.{count.column}.kind", count.measure.columns
        yield from _of_claim(f"counts.{count.column}.", count)


def _of_claim(path: str, part: TableMapping | Count | Case) -> Iterator[tuple[str, Iterable[str]]]:
    yield f"{path}who", columns_of_who(part.who)
    if part.where is not None:
        yield f"{path}where", columns_of_where(part.where)
    if part.when is not None:
        yield f"{path}when", columns_of_when(part.when)
