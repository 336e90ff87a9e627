"""Days that stand for many: a sum over every day of a year asks about a handful of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise

from troopmoves.claims.assumptions import UNLIMITED
from troopmoves.solve.moving import ONE_DAY, day_after
from troopmoves.solve.statement import Flow, Statement, days_of


def stretches(
    statements: Iterable[Statement], carry: timedelta, since: date, until: date
) -> list[tuple[date, int]]:
    """Return days that stand for all from one day up to but not including another, each with how many.

    Counts change only on days that claims speak of, and where the carry from such a day ends or gives way to
    that from another; so one day stands for all between two of these.
    """
    spoken = sorted({day for statement in statements for day in _spoken_of(statement)})
    turns = {edge for day in spoken for edge in (day, day_after(day))} | set(_ends_of_carry(spoken, carry))
    edges = sorted({since, until, *(day for day in turns if since < day < until)})
    return [(first, (last - first).days) for first, last in pairwise(edges)]


def _spoken_of(statement: Statement) -> Iterator[date]:
    yield from days_of(statement)
    if isinstance(statement, Flow) and statement.ends is not None:
        yield statement.ends


def _ends_of_carry(spoken: Iterable[date], carry: timedelta) -> Iterator[date]:
    if carry == UNLIMITED:
        return
    for day in spoken:
        if day - date.min >= carry:
            yield day - carry
        if date.max - day > carry:
            yield day + carry + ONE_DAY
    for earlier, later in combinations(spoken, 2):
        if carry < later - earlier <= 2 * carry:
            yield earlier + (later - earlier) // 2 + ONE_DAY
