"""The text form of a window of days: a subset of EDTF (ISO 8601-2), read strictly and written canonically.

Read are level 0 and the common part of level 1:

==============================  ==========================================================
`2020-01-07` `2020-01` `2020`   a day, month or year
`2020-01-XX` `2020-XX` `202X`   the same with digits unknown: some day in that month, year, decade
`2020-01-07/2020-01-14`         from one to the other; either may be a month or year
`2020-01-07/..` `../2020-01`    open at one end
`2020-01~` `?` `%`              approximate, uncertain, both; on an interval at each end that is given
==============================  ==========================================================

Everything else is refused by name. Packages that read more pad by a year, or drop a mark without a word.
To support another form: one row above, one branch in `parse`, its refusal out of `_REFUSED`, one test.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, date
from typing import Final, NamedTuple, NoReturn

from troopmoves.errors import TimingError


class Window(NamedTuple):
    """Two days, either of them open, and the two marks that EDTF knows."""

    earliest: date | None
    """The first day; None when open."""
    latest: date | None
    """The last day; None when open."""
    approximate: bool = False
    """Marked `~` or `%`."""
    uncertain: bool = False
    """Marked `?` or `%`."""


def parse(text: str) -> Window:
    """Return the window that a text stands for.

    >>> parse("2020-02").latest
    datetime.date(2020, 2, 29)
    >>> parse("2020-01-07~/..")
    Window(earliest=datetime.date(2020, 1, 7), latest=None, approximate=True, uncertain=False)

    Raises:
        TimingError: If there is no such day, or the form is not among those supported.
    """
    if _DAY.fullmatch(text):
        # Nearly all dates of a large file are days, and no refusal can apply to one.
        day = parse_day(text, "When")
        return Window(day, day)
    for pattern, name, way_out in _REFUSED:
        if pattern.search(text):
            raise TimingError("When", text, f"{name} not supported", way_out)
    first, slash, last = text.partition("/")
    return _interval(text, first, last) if slash else _single(text)


def format_window(window: Window) -> str:
    """Return the text of a window: year or month where it is exactly one, else day or interval.

    >>> format_window(Window(date(2020, 1, 1), date(2020, 1, 31), approximate=True))
    '2020-01~'
    """
    earliest, latest, approximate, uncertain = window
    mark = _MARKS[approximate, uncertain]
    if earliest is None or latest is None:
        return f"{_end(earliest, mark)}/{_end(latest, mark)}"
    if earliest == latest:
        return f"{earliest.isoformat()}{mark}"
    if is_whole_year(earliest, latest):
        return f"{earliest.year:04}{mark}"
    if is_whole_month(earliest, latest):
        return f"{earliest.year:04}-{earliest.month:02}{mark}"
    return f"{_end(earliest, mark)}/{_end(latest, mark)}"


def is_whole_month(earliest: date, latest: date) -> bool:
    """Return whether two days are the first and last of one month."""
    return (earliest, latest) == _month(earliest.year, earliest.month)


def is_whole_year(earliest: date, latest: date) -> bool:
    """Return whether two days are the first and last of one year."""
    return (earliest, latest) == _years(earliest.year, earliest.year)


def parse_day(text: str, where: str = "day") -> date:
    """Return the day of a text in the form YYYY-MM-DD, and no other.

    Raises:
        TimingError: If there is no such day, or the text has another form.
    """
    match = _DATE.fullmatch(text)
    if match is None or match["day"] is None:
        raise TimingError(where, text, "a day is written YYYY-MM-DD", "write it like 2020-01-07")
    return _day(where, text, int(match["year"]), int(match["month"]), int(match["day"]))


_Mark = tuple[bool, bool]
_MARKS: Final[dict[_Mark, str]] = {
    (False, False): "",
    (True, False): "~",
    (False, True): "?",
    (True, True): "%",
}
_FLAGS: Final = {mark: flags for flags, mark in _MARKS.items()}

_DATE: Final = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_DAY: Final = re.compile(r"(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MASKED: Final = re.compile(
    r"(?P<century>[0-9]{2})XX|(?P<decade>[0-9]{3})X|(?P<year>[0-9]{4})-XX(?:-XX)?"
    r"|(?P<of_month>[0-9]{4})-(?P<month>[0-9]{2})-XX"
)

# In this order: the first form that a text shows is the one it is refused for.
_REFUSED: Final = tuple(
    (re.compile(pattern), name, way_out)
    for pattern, name, way_out in (
        (r"^\s*$", "an empty date is", "leave the date out, or write '../..' for any day"),
        (r"^\s|\s$", "spaces around a date are", "write it like 2020-01-07"),
        (r"[{}]", "sets ('all of', {...}) are", "make one claim for each date"),
        (r"[\[\]]", "choices ('one of', [...]) are", "write an interval that holds them all"),
        (r"[0-9]T[0-9]", "a time of day is", "write the day; a claim can say when it was made public"),
        (
            r"^Y|E[0-9]",
            "exponential years and years of more than four digits are",
            "write a year from 0001 to 9999",
        ),
        (r"S[0-9]+", "significant digits are", "write the interval of years, such as 1950/1959"),
        (r"(?:^|/)-[0-9]", "negative years are", "write a year from 0001 to 9999"),
        (r"(?:^|/)0000", "the year 0000 is", "write a year from 0001 to 9999"),
        (
            r"^/.|.[^/]*/$",
            "the unknown end of an interval is",
            "write '..' for an end that is open or unknown",
        ),
        (
            r"[0-9]{4}-(?:2[1-9]|3[0-9]|4[01])(?![0-9])",
            "seasons and quarters are",
            "write the months, 2020-03/2020-05",
        ),
        (
            r"[~?%][0-9X]|[~?%]-",
            "a mark on one part of a date is",
            "put the mark at the end, for the whole date",
        ),
        (
            r"X.*[~?%]|[~?%].*X",
            "a mark on a date with unknown digits is",
            "write the interval, such as 2020~/2029~",
        ),
        (
            r"X.*/|/.*X",
            "unknown digits in an interval are",
            "write the day, month or year where it begins and ends",
        ),
    )
)


def _interval(text: str, first: str, last: str) -> Window:
    opening, opening_flags = _split_mark(text, first)
    closing, closing_flags = _split_mark(text, last)
    marks = {flags for part, flags in ((opening, opening_flags), (closing, closing_flags)) if part != ".."}
    if len(marks) > 1:
        rule = "ends of an interval that are marked differently are not supported"
        raise TimingError("When", text, rule, "put the same mark at both ends")
    approximate, uncertain = marks.pop() if marks else (False, False)
    earliest = None if opening == ".." else _span(text, opening)[0]
    latest = None if closing == ".." else _span(text, closing)[1]
    return Window(earliest, latest, approximate, uncertain)


def _single(text: str) -> Window:
    masked = _MASKED.fullmatch(text)
    if masked is not None:
        return Window(*_masked_span(text, masked))
    part, (approximate, uncertain) = _split_mark(text, text)
    return Window(*_span(text, part), approximate, uncertain)


def _split_mark(text: str, part: str) -> tuple[str, _Mark]:
    mark = part[-1:] if part[-1:] in ("~", "?", "%") else ""
    bare = part.removesuffix(mark) if mark else part
    if mark and bare == "..":
        raise TimingError(
            "When", text, "an open end bears no mark", "put the mark at the end that has a date"
        )
    return bare, _FLAGS[mark]


def _span(text: str, part: str) -> tuple[date, date]:
    match = _DATE.fullmatch(part)
    if match is None:
        _refuse(text)
    year, month, day = match["year"], match["month"], match["day"]
    if month is None:
        return _years(int(year), int(year))
    if day is None:
        return _month_of(text, int(year), int(month))
    only = _day("When", text, int(year), int(month), int(day))
    return only, only


def _masked_span(text: str, masked: re.Match[str]) -> tuple[date, date]:
    if masked["month"] is not None:
        return _month_of(text, int(masked["of_month"]), int(masked["month"]))
    if masked["year"] is not None:
        return _years(int(masked["year"]), int(masked["year"]))
    digits = masked["decade"] or masked["century"]
    size = 10 ** (4 - len(digits))
    first = int(digits) * size
    if first == 0:
        raise TimingError("When", text, "the year 0000 is not supported", "write a year from 0001 to 9999")
    return _years(first, first + size - 1)


def _month_of(text: str, year: int, month: int) -> tuple[date, date]:
    if not 1 <= month <= _LAST_MONTH:
        raise TimingError("When", text, "no such month", "write a month from 01 to 12")
    return _month(year, month)


_LAST_MONTH: Final = 12


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _years(first: int, last: int) -> tuple[date, date]:
    return date(first, 1, 1), date(min(last, MAXYEAR), 12, 31)


def _day(where: str, text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as problem:
        raise TimingError(
            where, text, f"no such day: {problem}", "look at the calendar of that month"
        ) from None


def _end(day: date | None, mark: str) -> str:
    return ".." if day is None else f"{day.isoformat()}{mark}"


def _refuse(text: str) -> NoReturn:
    rule = "this is no date in the part of EDTF that is read"
    raise TimingError(
        "When", text, rule, "write 2020-01-07, 2020-01, 2020, 2020-01-07/2020-01-14 or 2020-01-07/.."
    )
