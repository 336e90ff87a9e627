"""When something was so, happens or will happen, as far as the source says.

A `When` is a window of days: a day, a month, "in the coming days" (open at the end), "by spring" (open at the
beginning). It stores days and the source's words; the text form is in `troopmoves.timing.edtf`.

To add a mark of doubt: one field of `When`, its letter in `edtf`, its word in `_in_words`, one test.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, final

import attrs

from troopmoves.errors import TimingError
from troopmoves.timing.edtf import Window, format_window, is_whole_month, is_whole_year, parse, parse_day


@final
@attrs.frozen(kw_only=True)
class When:
    """A window of days, either end of which may be open.

    >>> print(When.of("2020-01-07/2020-01-14"))
    7-14 Jan 2020
    >>> print(When.of("2020-01~"))
    about Jan 2020
    """

    earliest: date | None = None
    """The first day it can be; None when open."""
    latest: date | None = None
    """The last day it can be; None when open."""
    approximate: bool = False
    """Whether the source blurs it ("around 7 January"): the stated days are near, not limits."""
    uncertain: bool = False
    """Whether the source doubts it ("7 January, it seems")."""
    text: str = ""
    """The source's own words, such as `in the coming days`."""
    anchored: date | None = None
    """The day from which words such as `yesterday` were counted."""

    def __attrs_post_init__(self) -> None:
        _check_days(self)
        _check_order(self.earliest, self.latest)
        _check_doubt(self)

    @classmethod
    def of(cls, value: str | date | When) -> When:
        """Return the window that a text in our part of EDTF, or one day, stands for.

        >>> When.of("2020-01-07/..").earliest
        datetime.date(2020, 1, 7)

        Raises:
            TimingError: If there is no such day, or the form is not supported; it names the form.
        """
        if isinstance(value, When):
            return value
        if isinstance(value, str):
            earliest, latest, approximate, uncertain = parse(value)
            return cls(earliest=earliest, latest=latest, approximate=approximate, uncertain=uncertain)
        return cls(earliest=value, latest=value)

    @property
    def edtf(self) -> str:
        """Return the text that `When.of` reads back to the same days and marks.

        A month or year is written as one where the window is exactly that; decades become intervals.
        """
        return format_window(Window(self.earliest, self.latest, self.approximate, self.uncertain))

    @property
    def is_day(self) -> bool:
        """Return whether the window is one single day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_open(self) -> bool:
        """Return whether either end is open."""
        return self.earliest is None or self.latest is None

    def covers(self, day: date) -> bool:
        """Return whether a day lies in the window, its ends included.

        >>> When.of("2020-01-07/..").covers(date(2020, 2, 1))
        True
        """
        begun = self.earliest is None or self.earliest <= day
        return begun and (self.latest is None or day <= self.latest)

    def with_text(self, text: str, *, anchored: date | None = None) -> When:
        """Return the same window with the source's words and the day they were counted from."""
        return attrs.evolve(self, text=text, anchored=anchored)

    def __str__(self) -> str:
        return _in_words(self)


def day_of(value: str | date, where: str = "day") -> date:
    """Return a day, given as one or as YYYY-MM-DD.

    >>> day_of("2020-01-07")
    datetime.date(2020, 1, 7)

    Raises:
        TimingError: If there is no such day, the text has another form, or a time of day comes with it.
    """
    if isinstance(value, str):
        return parse_day(value, where)
    _check_day(where, value)
    return value


_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def show_day(day: date, *, year: bool = True) -> str:
    """Return a day as it is printed everywhere, whatever the locale.

    >>> show_day(date(2020, 1, 7)), show_day(date(2020, 1, 7), year=False)
    ('7 Jan 2020', '7 Jan')
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if year else f"{day.day} {_MONTHS[day.month - 1]}"


def _in_words(when: When) -> str:
    about = "about " if when.approximate else ""
    doubt = " (uncertain)" if when.uncertain else ""
    if when.earliest is None:
        return "any day" if when.latest is None else f"until {about}{show_day(when.latest)}{doubt}"
    if when.latest is None:
        return f"from {about}{show_day(when.earliest)}{doubt}"
    return f"{about}{_show_span(when.earliest, when.latest)}{doubt}"


def _show_span(earliest: date, latest: date) -> str:
    if earliest == latest:
        return show_day(latest)
    if is_whole_year(earliest, latest):
        return str(latest.year)
    if is_whole_month(earliest, latest):
        return f"{_MONTHS[latest.month - 1]} {latest.year}"
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}-{show_day(latest)}"
    return f"{show_day(earliest, year=earliest.year != latest.year)} to {show_day(latest)}"


def _check_days(when: When) -> None:
    for name in ("earliest", "latest", "anchored"):
        day = getattr(when, name)
        if day is not None:
            _check_day(f"When.{name}", day)


def _check_day(where: str, day: object) -> None:
    # A datetime is a date to Python, but compares with none and would smuggle a time of day in.
    if isinstance(day, datetime) or not isinstance(day, date):
        raise TimingError(
            where, day, "a day is a datetime.date without a time", "use date(2020, 1, 7) or .date()"
        )


def _check_order(earliest: date | None, latest: date | None) -> None:
    if earliest is not None and latest is not None and earliest > latest:
        span = f"{earliest.isoformat()}/{latest.isoformat()}"
        raise TimingError(
            "When.latest", span, "a window ends on the day it begins, or later", "swap the two days"
        )


def _check_doubt(when: When) -> None:
    if when.earliest is None and when.latest is None and (when.approximate or when.uncertain):
        mark = "approximate" if when.approximate else "uncertain"
        rule = "a window open at both ends has no day to doubt"
        raise TimingError("When", mark, rule, "give a day, or leave the mark out")
