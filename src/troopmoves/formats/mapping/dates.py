"""Cells to windows of days, by the patterns that a mapping gives; digits that are not known widen the window.

To read another part of a date: one entry in `PARTS`, its use in `_window`, one row in
docs/reference/mapping.md, one test.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import MINYEAR, date
from typing import Final

from troopmoves.errors import TimingError
from troopmoves.formats.mapping.columns import columns_of_when
from troopmoves.formats.mapping.part import Dates, End, Span, Window
from troopmoves.formats.mapping.report import Unread
from troopmoves.formats.mapping.spelling import folded
from troopmoves.timing.when import When

_LONGEST: Final = 100
_UNKNOWN: Final = "[x?]{1,2}"
PARTS: Final = {
    "year": "[0-9]{4}",
    "yy": "[0-9]{2}",
    "month": f"[0-9]{{1,2}}|{_UNKNOWN}",
    "day": f"[0-9]{{1,2}}|{_UNKNOWN}",
    "month_name": r"[^\W\d_]+\.?",
}
"""What the names in the pattern of a date stand for."""

_NAMES: Final = (
    "january jan januar jänner janvier janv",
    "february feb februar februar février fevrier févr",
    "march mar märz maerz mrz mars",
    "april apr avril avr",
    "may mai",
    "june jun juni juin",
    "july jul juli juillet juil",
    "august aug août aout",
    "september sep sept septembre",
    "october oct oktober okt octobre",
    "november nov novembre",
    "december dec dezember dez décembre decembre déc",
)
_MONTHS: Final = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}


def read_when(when: Window, cells: Mapping[str, str]) -> When:
    """Return the window of a row.

    Raises:
        Unread: If the cells hold no date, or none of the patterns.
    """
    match when:
        case When():
            return when
        case Dates():
            return _read(when, cells)
        case Span():
            opens, ends = read_when(when.opens, cells), read_when(when.ends, cells)
            columns = " and ".join(columns_of_when(when))
            text = " to ".join(part.text or part.edtf for part in (opens, ends))
            return _checked(columns, text, opens.earliest, ends.latest)


def _read(dates: Dates, cells: Mapping[str, str]) -> When:
    column = " and ".join(dates.columns)
    text = " ".join(" ".join(cells[column] for column in dates.columns).split())
    if not text:
        raise Unread(column, text, "there is no date", "name a date for it under 'cases'")
    if len(text) > _LONGEST:
        raise Unread(column, text, f"a date has {_LONGEST} letters at most")
    if folded(text) in dates.words:
        return dates.words[folded(text)].with_text(text)
    for pattern in dates.patterns:
        found = pattern.matcher(PARTS).fullmatch(text)
        parts = dict(zip(pattern.names, found.groups(), strict=True)) if found else {}
        if found and _has_month(parts):
            first, last = _window(column, text, parts, dates.pivot)
            first, last = (first, first) if dates.day is End.FIRST else (first, last)
            first, last = (last, last) if dates.day is End.LAST else (first, last)
            return _checked(column, text, _earlier(first, dates.back), last)
    patterns = ", ".join(pattern.text for pattern in dates.patterns)
    raise Unread(column, text, f"a date is written {patterns}", "add its form to 'patterns'")


def _has_month(parts: Mapping[str, str]) -> bool:
    return "month_name" not in parts or _named(parts["month_name"]) in _MONTHS


def _named(text: str) -> str:
    return text.removesuffix(".").casefold()


def _window(column: str, text: str, parts: Mapping[str, str], pivot: int | None) -> tuple[date, date]:
    """Return the first and last day that a date may mean."""
    year = int(parts["year"]) if "year" in parts else _full_year(int(parts["yy"]), pivot or MINYEAR)
    month = _MONTHS[_named(parts["month_name"])] if "month_name" in parts else _known(parts.get("month"))
    day = _known(parts.get("day"))
    try:
        if month is None:
            if day is not None:
                raise Unread(column, text, "a day without its month is on no day in particular")
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError as error:  # IllegalMonthError is one
        raise Unread(column, text, f"no such day: {error}", "look at the order of the pattern") from None


def _known(digits: str | None) -> int | None:
    return None if digits is None or re.fullmatch(_UNKNOWN, digits, re.IGNORECASE) else int(digits)


def _full_year(last_two: int, pivot: int) -> int:
    """Return the first year from the pivot on that ends in these two digits."""
    return pivot + (last_two - pivot) % 100


def _earlier(day: date, months: int) -> date:
    """Return the day some months earlier, or the last one of that month."""
    count = day.year * 12 + day.month - 1 - months
    year, month = max(count // 12, MINYEAR), count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _checked(column: str, text: str, earliest: date | None, latest: date | None) -> When:
    try:
        when = When(earliest=earliest, latest=latest)
    except TimingError as error:
        raise Unread(column, text, error.rule, error.way_out) from None
    return when if when.edtf == text else when.with_text(text)
