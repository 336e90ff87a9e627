"""Days, weeks, months and parts of them, for phrases that name a time: arithmetic without words.

Weeks run from Monday to Sunday (ISO 8601). Seasons are the meteorological ones of the north, spring being
March to May; "early", "mid" and "late" are thirds of a year, quarter or month. Seasons and thirds are
conventions, so the end that they set is blurred: the `When` is marked approximate.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, final

import attrs

from troopmoves.errors import PhraseError
from troopmoves.timing.when import When


class Unit(StrEnum):
    """A stretch of the calendar."""

    HOUR = "hour"
    """Counted up to whole days."""
    DAY = "day"
    """A day."""
    WEEK = "week"
    """Monday to Sunday."""
    MONTH = "month"
    """A month of the calendar."""
    QUARTER = "quarter"
    """Three months from January on."""
    YEAR = "year"
    """A year of the calendar."""


class Part(StrEnum):
    """Which third of a stretch, or its end."""

    EARLY = "early"
    """The first third."""
    MID = "mid"
    """The second third."""
    LATE = "late"
    """The last third."""
    END = "end"
    """Its end: the last third, or the last day where a phrase asks by when."""


@final
@attrs.frozen(kw_only=True)
class Span:
    """A window of days, each end open, stated or blurred."""

    earliest: date | None = None
    """The first day; None when open."""
    latest: date | None = None
    """The last day; None when open."""
    early_blurred: bool = False
    """Whether the first day is a convention, or near what was said."""
    late_blurred: bool = False
    """Whether the last day is."""
    is_end: bool = False
    """Whether it is the end of a stretch: before it means before its last day, not its first."""

    @classmethod
    def of(cls, day: date, *, blurred: bool = False) -> Span:
        """Return the window of one day."""
        return cls(earliest=day, latest=day, early_blurred=blurred, late_blurred=blurred)

    def is_before(self, day: date) -> bool:
        """Return whether all of it lies before a day."""
        return self.latest is not None and self.latest < day

    def is_after(self, day: date) -> bool:
        """Return whether all of it lies after a day."""
        return self.earliest is not None and self.earliest > day

    def when(self, text: str, said: date) -> When:
        """Return it as a `When` with the words and the day they were counted from."""
        blurred = (self.early_blurred and self.earliest is not None) or (
            self.late_blurred and self.latest is not None
        )
        return When(earliest=self.earliest, latest=self.latest, approximate=blurred, text=text, anchored=said)


def later(day: date, count: int, unit: Unit) -> date:
    """Return the day so many units on; a month on from the 31st is the last day of a shorter month.

    >>> later(date(2020, 1, 31), 1, Unit.MONTH), later(date(2020, 1, 7), 36, Unit.HOUR)
    (datetime.date(2020, 2, 29), datetime.date(2020, 1, 9))
    """
    if unit is Unit.HOUR:
        whole = -(-abs(count) // _HOURS)
        return day + timedelta(days=whole if count > 0 else -whole)
    if unit in _DAYS:
        return day + timedelta(days=count * _DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    if not 1 <= year <= _LAST_YEAR:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_HOURS: Final = 24
_DAYS: Final = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS: Final = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_LAST_YEAR: Final = 9999


def unit_around(day: date, offset: int, unit: Unit) -> Span:
    """Return the unit of the calendar that a day lies in, or one so many before or after it.

    >>> unit_around(date(2020, 1, 8), 1, Unit.WEEK).earliest
    datetime.date(2020, 1, 13)
    """
    moved = later(day, offset, unit) if unit is not Unit.HOUR else day
    if unit is Unit.WEEK:
        monday = moved - timedelta(days=moved.weekday())
        return Span(earliest=monday, latest=monday + timedelta(days=6))
    if unit is Unit.MONTH:
        return month_of(moved.year, moved.month)
    if unit is Unit.QUARTER:
        return quarter_of(moved.year, (moved.month + 2) // 3)
    return year_of(moved.year) if unit is Unit.YEAR else Span.of(moved)


def day_of_month(year: int, month: int, day: int) -> date:
    """Return a day; a ValueError says that there is none."""
    return date(year, month, day)


def month_of(year: int, month: int) -> Span:
    """Return a month."""
    return _months(year, month, month)


def quarter_of(year: int, quarter: int) -> Span:
    """Return a quarter of a year, from 1."""
    return _months(year, quarter * 3 - 2, quarter * 3)


def year_of(year: int) -> Span:
    """Return a year."""
    return _months(year, 1, 12)


def season_of(year: int, season: str) -> Span:
    """Return a season; its ends are a convention."""
    first = _SEASONS[season]
    return attrs.evolve(_months(year, first, first + 2), early_blurred=True, late_blurred=True)


_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9}
"""The first month of each; winter lies in two years, so that "winter 2021" says neither."""


def _months(year: int, first: int, last: int) -> Span:
    return Span(earliest=date(year, first, 1), latest=date(year, last, monthrange(year, last)[1]))


def part_of(whole: Span, part: Part) -> Span | None:
    """Return a third of a year, quarter or month, or its end; None for any other window.

    >>> part_of(year_of(2021), Part.EARLY).latest
    datetime.date(2021, 4, 30)
    """
    cuts = _thirds(whole)
    if cuts is None:
        return None
    first, second = cuts
    if part is Part.EARLY:
        return attrs.evolve(whole, latest=first - _ONE, late_blurred=True)
    if part is Part.MID:
        return Span(earliest=first, latest=second - _ONE, early_blurred=True, late_blurred=True)
    return attrs.evolve(whole, earliest=second, early_blurred=True, is_end=part is Part.END)


_ONE: Final = timedelta(days=1)
_A_MONTH: Final = 31
_A_QUARTER: Final = 92


def _thirds(whole: Span) -> tuple[date, date] | None:
    """Return the days on which the second and the last third begin."""
    if whole.earliest is None or whole.latest is None or whole.earliest.day != 1 or whole.late_blurred:
        return None
    days = (whole.latest - whole.earliest).days + 1
    if days <= _A_MONTH:
        return whole.earliest.replace(day=11), whole.earliest.replace(day=21)
    months = 1 if days <= _A_QUARTER else 4
    return later(whole.earliest, months, Unit.MONTH), later(whole.earliest, 2 * months, Unit.MONTH)


def weekday_near(day: date, weekday: int, weeks: int) -> date:
    """Return a day of the week on or before a day (-1), in its week (0), or on or after it (1).

    >>> weekday_near(date(2020, 1, 8), 2, -1), weekday_near(date(2020, 1, 8), 2, 1)
    (datetime.date(2020, 1, 7), datetime.date(2020, 1, 14))
    """
    ahead = (weekday - day.isoweekday()) % 7
    if weeks > 0:
        return day + timedelta(days=ahead)
    if weeks < 0:
        return day - timedelta(days=(7 - ahead) % 7)
    return day + timedelta(days=weekday - day.isoweekday())


def nearest(spans: tuple[Span, ...], said: date, *, ahead: bool | None) -> Span:
    """Return the one of several windows that a phrase without a year or week can mean.

    Args:
        spans: The windows, in order.
        said: The day on which the phrase was said.
        ahead: Whether it speaks of what is to come; None where nobody says.

    Raises:
        PhraseError: If it may be the last or the next one, and nobody says which; or there is none.
    """
    last = next((span for span in reversed(spans) if not span.is_after(said)), None)
    following = next((span for span in spans if not span.is_before(said)), None)
    chosen = following if ahead or last is None else last
    if chosen is None:
        raise PhraseError("read_when", None, "there is no such day")
    if ahead is None and last is not None and following is not None and last != following:
        raise ambiguous(last, following)
    return chosen


def ambiguous(one: Span, other: Span) -> PhraseError:
    """Return the error for a phrase that could mean two windows."""
    readings = " or ".join(When(earliest=span.earliest, latest=span.latest).edtf for span in (one, other))
    return PhraseError(
        "read_when", None, f"this could mean {readings}", "write the date, or say whether it looks ahead"
    )
