"""Windows of days: what they refuse, and how they read."""

from datetime import UTC, date, datetime

import pytest

from troopmoves.errors import TimingError
from troopmoves.timing.when import When, day_of, show_day

SEVENTH = date(2020, 1, 7)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2020-01-07", "7 Jan 2020"),
        ("2020-01", "Jan 2020"),
        ("2020", "2020"),
        ("2020-01-07/2020-01-14", "7-14 Jan 2020"),
        ("2020-01-28/2020-02-03", "28 Jan to 3 Feb 2020"),
        ("2019-12-28/2020-01-03", "28 Dec 2019 to 3 Jan 2020"),
        ("2020-01-07/..", "from 7 Jan 2020"),
        ("../2020-01-14", "until 14 Jan 2020"),
        ("../..", "any day"),
        ("2020-01-07~", "about 7 Jan 2020"),
        ("2020-01-07~/..", "from about 7 Jan 2020"),
        ("../2020-01-14~", "until about 14 Jan 2020"),
        ("2020-01?", "Jan 2020 (uncertain)"),
        ("2020%", "about 2020 (uncertain)"),
    ],
)
def test_window_reads_as_words(text: str, words: str) -> None:
    """Days are printed with English month names, whatever the locale."""
    assert str(When.of(text)) == words


def test_window_without_days_is_any_day() -> None:
    """A source that says nothing of the time leaves both ends open."""
    assert When() == When.of("../..")
    assert When().is_open
    assert not When().is_day


def test_one_day_is_a_day_and_not_open() -> None:
    """A single day is both ends of its window."""
    when = When.of(SEVENTH)
    assert when.is_day
    assert not when.is_open
    assert (when.earliest, when.latest) == (SEVENTH, SEVENTH)


def test_open_end_is_open() -> None:
    """In the coming days: from today, no last day."""
    assert When.of("2020-01-07/..").is_open
    assert not When.of("2020-01-07/..").is_day


def test_window_is_read_as_itself() -> None:
    """What is a window already is not copied."""
    when = When.of("2020-01").with_text("this month", anchored=SEVENTH)
    assert When.of(when) is when


def test_words_of_the_source_are_kept_beside_the_days() -> None:
    """The phrase and the day it was counted from are part of the value, not of its text form."""
    when = When.of("2020-01-06").with_text("yesterday", anchored=SEVENTH)
    assert (when.text, when.anchored) == ("yesterday", SEVENTH)
    assert when.edtf == "2020-01-06"
    assert when != When.of("2020-01-06")


def test_window_that_ends_before_it_begins_is_refused() -> None:
    """The error shows both days and proposes to swap them."""
    with pytest.raises(TimingError, match=r"got '2020-01-14/2020-01-07'; .*; swap the two days"):
        When.of("2020-01-14/2020-01-07")


@pytest.mark.parametrize("mark", ["approximate", "uncertain"])
def test_window_open_at_both_ends_has_nothing_to_doubt(mark: str) -> None:
    """A mark needs a day: EDTF could not write it either."""
    with pytest.raises(TimingError, match=f"got '{mark}'; a window open at both ends"):
        When(approximate=mark == "approximate", uncertain=mark == "uncertain")


@pytest.mark.parametrize("field", ["earliest", "latest", "anchored"])
@pytest.mark.parametrize("value", [datetime(2020, 1, 7, 12, tzinfo=UTC), "2020-01-07", 2020])
def test_window_takes_plain_dates_only(field: str, value: object) -> None:
    """A datetime would smuggle in a time of day, and compares with no date."""
    with pytest.raises(TimingError, match=rf"When\.{field}: got .*; a day is a datetime.date"):
        When(**{field: value})  # type: ignore[arg-type]


def test_day_is_read_from_text_or_date() -> None:
    """Both ways of giving a day are the same day."""
    assert day_of("2020-01-07") == day_of(SEVENTH) == SEVENTH


@pytest.mark.parametrize("value", ["2020-01", datetime(2020, 1, 7, tzinfo=UTC), None, 7])
def test_day_of_anything_else_is_refused(value: object) -> None:
    """The caller's path is in the error."""
    with pytest.raises(TimingError, match=r"^Report\.published: "):
        day_of(value, "Report.published")  # type: ignore[arg-type]


def test_day_is_shown_with_or_without_year() -> None:
    """Column heads leave the year out where the title has it."""
    assert show_day(SEVENTH) == "7 Jan 2020"
    assert show_day(SEVENTH, year=False) == "7 Jan"
