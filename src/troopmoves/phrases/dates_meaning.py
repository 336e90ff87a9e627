"""What a phrase for a time means in days: one function for each row of the phrase tables.

A function takes the words that stood in the placeholders of the pattern, and what the phrase is read against;
it returns the days, or None where the words do not fit after all, so that other patterns are tried.

To add a meaning: one function here, its place in `MEANINGS`, its row in each file of phrases, one test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias, final

import attrs

from troopmoves.errors import PhraseError
from troopmoves.phrases.dates_calendar import (
    Part,
    Span,
    Unit,
    ambiguous,
    day_of_month,
    later,
    month_of,
    nearest,
    part_of,
    quarter_of,
    season_of,
    unit_around,
    weekday_near,
    year_of,
)

Slots: TypeAlias = Mapping[str, str]
"""What stood in the placeholders of a pattern."""


@final
@attrs.frozen(kw_only=True)
class Reading:
    """What a phrase is read against."""

    said: date
    """The day on which it was said."""
    words: Mapping[str, Mapping[str, str]]
    """For each placeholder, what its words stand for."""
    ahead: bool | None
    """Whether it speaks of what is to come; None where nobody says."""
    inner: Callable[[str, Reading], Span | None]
    """How a phrase within the phrase is read."""
    depth: int = 0
    """How many phrases it stands in."""


def _inner(slots: Slots, reading: Reading, name: str = "when") -> Span | None:
    return reading.inner(slots[name], attrs.evolve(reading, depth=reading.depth + 1))


def _number(slots: Slots, reading: Reading) -> int:
    return int(slots["n"]) if slots["n"].isdecimal() else int(reading.words["n"][slots["n"]])


def _unit(slots: Slots, reading: Reading) -> Unit:
    return Unit(reading.words["unit"][slots["unit"]])


def _word(name: str, slots: Slots, reading: Reading) -> int:
    return int(reading.words[name][slots[name]])


def _year(slots: Slots, reading: Reading) -> int:
    word = slots["year"]
    return int(word) if word.isdecimal() else reading.said.year + int(reading.words["year"][word])


def _day_off(days: int) -> Callable[[Slots, Reading], Span]:
    return lambda _, reading: Span.of(later(reading.said, days, Unit.DAY))


def _overnight(_: Slots, reading: Reading) -> Span:
    return Span(earliest=later(reading.said, -1, Unit.DAY), latest=reading.said)


def _ahead(_: Slots, reading: Reading) -> Span:
    return Span(earliest=reading.said)


def _behind(_: Slots, reading: Reading) -> Span:
    return Span(latest=reading.said)


def _unit_off(units: int) -> Callable[[Slots, Reading], Span]:
    return lambda slots, reading: unit_around(reading.said, units, _unit(slots, reading))


def _rest_of(slots: Slots, reading: Reading) -> Span:
    return Span(earliest=reading.said, latest=_unit_off(0)(slots, reading).latest)


def _start_of(slots: Slots, reading: Reading) -> Span:
    return Span(earliest=_unit_off(0)(slots, reading).earliest, latest=reading.said)


def _within(slots: Slots, reading: Reading) -> Span:
    last = later(reading.said, _number(slots, reading), _unit(slots, reading))
    return Span(earliest=reading.said, latest=last)


def _over_past(slots: Slots, reading: Reading) -> Span:
    first = later(reading.said, -_number(slots, reading), _unit(slots, reading))
    return Span(earliest=first, latest=reading.said)


def _in(slots: Slots, reading: Reading, sign: int = 1) -> Span:
    unit = _unit(slots, reading)
    day = later(reading.said, sign * _number(slots, reading), unit)
    return Span.of(day, blurred=unit is not Unit.DAY)


def _ago(slots: Slots, reading: Reading) -> Span:
    return _in(slots, reading, sign=-1)


def _day_month_year(slots: Slots, reading: Reading) -> Span:
    day = day_of_month(_year(slots, reading), _word("month", slots, reading), int(slots["day"]))
    if "weekday" in slots and day.isoweekday() != _word("weekday", slots, reading):
        raise PhraseError("read_when", slots["weekday"], f"{day.isoformat()} is another day of the week")
    return Span.of(day)


def _day_month(slots: Slots, reading: Reading) -> Span:
    month, day = _word("month", slots, reading), int(slots["day"])
    wanted = _word("weekday", slots, reading) if "weekday" in slots else None
    spans = (
        Span.of(found) for year in _years_near(reading) if (found := _existing(year, month, day, wanted))
    )
    return nearest(tuple(spans), reading.said, ahead=reading.ahead)


def _existing(year: int, month: int, day: int, weekday: int | None) -> date | None:
    try:
        found = day_of_month(year, month, day)
    except ValueError:
        return None
    return found if weekday in (None, found.isoweekday()) else None


def _years_near(reading: Reading) -> range:
    # Eight years reach the next 29 February on both sides, also across a year such as 1900.
    return range(max(1, reading.said.year - 8), min(9999, reading.said.year + 8) + 1)


def _month_year(slots: Slots, reading: Reading) -> Span:
    return month_of(_year(slots, reading), _word("month", slots, reading))


def _month(slots: Slots, reading: Reading) -> Span:
    month = _word("month", slots, reading)
    return nearest(
        tuple(month_of(year, month) for year in _years_near(reading)), reading.said, ahead=reading.ahead
    )


def _next_month_named(slots: Slots, reading: Reading) -> Span:
    month = _word("month", slots, reading)
    if month > reading.said.month:
        raise ambiguous(month_of(reading.said.year, month), month_of(reading.said.year + 1, month))
    return month_of(reading.said.year + 1, month)


def _last_month_named(slots: Slots, reading: Reading) -> Span:
    month = _word("month", slots, reading)
    if month < reading.said.month:
        return month_of(reading.said.year, month)
    return month_of(reading.said.year - 1, month)


def _whole_year(slots: Slots, reading: Reading) -> Span:
    return year_of(_year(slots, reading))


def _quarter_year(slots: Slots, reading: Reading) -> Span:
    return quarter_of(_year(slots, reading), _word("quarter", slots, reading))


def _season_year(slots: Slots, reading: Reading) -> Span:
    return season_of(_year(slots, reading), reading.words["season"][slots["season"]])


def _season_off(years: int | None) -> Callable[[Slots, Reading], Span]:
    def read(slots: Slots, reading: Reading) -> Span:
        season = reading.words["season"][slots["season"]]
        this = season_of(reading.said.year, season)
        if years is None:
            spans = tuple(season_of(year, season) for year in _years_near(reading))
            return nearest(spans, reading.said, ahead=reading.ahead)
        is_over, is_to_come = this.is_before(reading.said), this.is_after(reading.said)
        if (years == 1 and is_to_come) or (years == -1 and is_over):
            # "next spring", said in January: that of this year or of the next one.
            raise ambiguous(this, season_of(reading.said.year + years, season))
        return season_of(reading.said.year + years, season)

    return read


def _weekday(slots: Slots, reading: Reading) -> Span:
    weekday = _word("weekday", slots, reading)
    spans = tuple(Span.of(weekday_near(reading.said, weekday, weeks)) for weeks in (-1, 0, 1))
    return nearest(spans, reading.said, ahead=reading.ahead)


def _coming(slots: Slots, reading: Reading) -> date:
    """Return the first such day of the week after the day it was said."""
    return weekday_near(later(reading.said, 1, Unit.DAY), _word("weekday", slots, reading), 1)


def _coming_weekday(slots: Slots, reading: Reading) -> Span:
    return Span.of(_coming(slots, reading))


def _past_weekday(slots: Slots, reading: Reading) -> Span:
    return Span.of(weekday_near(later(reading.said, -1, Unit.DAY), _word("weekday", slots, reading), -1))


def _next_weekday(slots: Slots, reading: Reading) -> Span:
    day = _coming(slots, reading)
    raise ambiguous(Span.of(day), Span.of(later(day, 1, Unit.WEEK)))


def _part(slots: Slots, reading: Reading) -> Span | None:
    whole = _inner(slots, reading)
    return None if whole is None else part_of(whole, Part(reading.words["part"][slots["part"]]))


def _end_of(unit: Unit) -> Callable[[Slots, Reading], Span | None]:
    return lambda _, reading: part_of(unit_around(reading.said, 0, unit), Part.END)


def _whole_unit(slots: Slots, reading: Reading) -> Span | None:
    """Return the unit of "the end of the month"; alone, "the month" says nothing."""
    return unit_around(reading.said, 0, _unit(slots, reading)) if reading.depth else None


def _closed(slots: Slots, reading: Reading, name: str = "when") -> tuple[Span, date, date] | None:
    """Return what the phrase within a phrase means, with its two ends; None where either is open."""
    inner = _inner(slots, reading, name)
    if inner is None or inner.earliest is None or inner.latest is None:
        return None
    return inner, inner.earliest, inner.latest


def _looking(reading: Reading, *, ahead: bool) -> Reading:
    """Return the reading of a phrase whose first word says where it looks, unless the caller does."""
    return attrs.evolve(reading, ahead=ahead if reading.ahead is None else reading.ahead)


def _by(slots: Slots, reading: Reading) -> Span | None:
    found = _closed(slots, _looking(reading, ahead=True))
    if found is None:
        return None
    inner, _, latest = found
    return Span(latest=latest, late_blurred=inner.late_blurred)


def _before(slots: Slots, reading: Reading) -> Span | None:
    found = _closed(slots, reading)
    if found is None:
        return None
    inner, earliest, latest = found
    if inner.is_end:
        return Span(latest=latest)
    return Span(latest=later(earliest, -1, Unit.DAY), late_blurred=inner.early_blurred)


def _until(slots: Slots, reading: Reading) -> Span | None:
    inner = _by(slots, reading)
    if inner is None or inner.is_before(reading.said):
        return inner
    return attrs.evolve(inner, earliest=reading.said)


def _since(slots: Slots, reading: Reading) -> Span | None:
    return _from(slots, _looking(reading, ahead=False))


def _from(slots: Slots, reading: Reading) -> Span | None:
    found = _closed(slots, reading)
    if found is None:
        return None
    inner, earliest, _ = found
    return Span(earliest=earliest, early_blurred=inner.early_blurred)


def _after(slots: Slots, reading: Reading) -> Span | None:
    found = _closed(slots, reading)
    if found is None:
        return None
    inner, _, latest = found
    return Span(earliest=later(latest, 1, Unit.DAY), early_blurred=inner.late_blurred)


def _between(slots: Slots, reading: Reading) -> Span | None:
    first, last = _closed(slots, reading), _closed(slots, reading, "other")
    if first is None or last is None:
        return None
    if last[2] < first[1]:
        raise PhraseError("read_when", slots["other"], "a window ends on the day it begins, or later")
    return attrs.evolve(first[0], latest=last[2], late_blurred=last[0].late_blurred)


def _about(slots: Slots, reading: Reading) -> Span | None:
    found = _closed(slots, reading)
    return None if found is None else attrs.evolve(found[0], early_blurred=True, late_blurred=True)


MEANINGS: Final[Mapping[str, Callable[[Slots, Reading], Span | None]]] = MappingProxyType(
    {
        "today": _day_off(0),
        "yesterday": _day_off(-1),
        "tomorrow": _day_off(1),
        "before_yesterday": _day_off(-2),
        "after_tomorrow": _day_off(2),
        "overnight": _overnight,
        "now": _day_off(0),
        "ahead": _ahead,
        "behind": _behind,
        "this": _unit_off(0),
        "next": _unit_off(1),
        "last": _unit_off(-1),
        "rest_of": _rest_of,
        "start_of": _start_of,
        "within": _within,
        "over_past": _over_past,
        "in": _in,
        "ago": _ago,
        "day_month_year": _day_month_year,
        "day_month": _day_month,
        "month_year": _month_year,
        "month": _month,
        "next_month_named": _next_month_named,
        "last_month_named": _last_month_named,
        "year": _whole_year,
        "quarter_year": _quarter_year,
        "season_year": _season_year,
        "next_season": _season_off(1),
        "this_season": _season_off(0),
        "last_season": _season_off(-1),
        "season": _season_off(None),
        "weekday": _weekday,
        "coming_weekday": _coming_weekday,
        "past_weekday": _past_weekday,
        "next_weekday": _next_weekday,
        "part": _part,
        "year_end": _end_of(Unit.YEAR),
        "month_end": _end_of(Unit.MONTH),
        "whole": _whole_unit,
        "between": _between,
        "by": _by,
        "before": _before,
        "until": _until,
        "since": _since,
        "from": _from,
        "after": _after,
        "about": _about,
    }
)
"""What phrases mean, in the order in which they are tried."""
