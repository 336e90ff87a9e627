"""Cells become windows of days by the patterns of the mapping."""

from datetime import date

import pytest
from formats.mapping.tables import imported, levels, rules

from troopmoves.timing.when import When


def window(cells: dict[str, str], **when: object) -> When:
    """Return the window that a row of dates becomes."""
    done = imported([{"nation": "FRA", "troops": "5", **cells}], when={"column": list(cells), **when})
    return levels(done)[0].when


@pytest.mark.parametrize(
    ("text", "pattern", "edtf"),
    [
        ("1980-01-xx", "{year}-{month}-{day}", "1980-01"),
        ("1980-xx-xx", "{year}-{month}-{day}", "1980"),
        ("1980-XX-??", "{year}-{month}-{day}", "1980"),
        ("1980-02-29", "{year}-{month}-{day}", "1980-02-29"),
        ("5/30/2015", "{month}/{day}/{year}", "2015-05-30"),
        ("30.5.2015", "{day}.{month}.{year}", "2015-05-30"),
        ("June 2016", "{month_name} {year}", "2016-06"),
        ("Sept. 2016", "{month_name} {year}", "2016-09"),
        ("May 1948", "{month_name} {year}", "1948-05"),
        ("März 2019", "{month_name} {year}", "2019-03"),
        ("3 août 2019", "{day} {month_name} {year}", "2019-08-03"),
        ("as of Oct 1, 2009", "as of {month_name} {day}, {year}", "2009-10-01"),
        ("2014", "{year}", "2014"),
    ],
)
def test_patterns_read_dates(text: str, pattern: str, edtf: str) -> None:
    """A digit that is not known widens the window; months may be named in three languages."""
    assert window({"date": text}, patterns=pattern).edtf == edtf


def test_iso_dates_need_no_pattern() -> None:
    """Days, months and years in the common form are read as they are, and keep no text of their own."""
    assert window({"date": "2020-04-01"}) == When.of("2020-04-01")
    assert window({"date": "2020-04"}) == When.of("2020-04")
    assert window({"date": "2020"}) == When.of("2020")


def test_columns_are_read_together() -> None:
    """A year and a month in two columns are one date, whose words are kept."""
    read = window({"month": "September", "year": "2008"}, patterns="{month_name} {year}")
    assert (read.earliest, read.latest, read.text) == (date(2008, 9, 1), date(2008, 9, 30), "September 2008")


def test_day_that_is_meant_may_be_the_last() -> None:
    """A report as of the end of a month is about that day."""
    assert window({"date": "2016-02"}, day="last").edtf == "2016-02-29"
    assert window({"date": "2016-02"}, day="first").edtf == "2016-02-01"


@pytest.mark.parametrize(("text", "year"), [("31-Jan-21", 2021), ("31-Jan-50", 1950), ("31-Jan-49", 2049)])
def test_two_digits_mean_the_first_year_from_the_pivot_on(text: str, year: int) -> None:
    """A declared pivot tells the century."""
    assert window({"date": text}, patterns="{day}-{month_name}-{yy}", pivot=1950).edtf == f"{year}-01-31"


def test_window_may_open_earlier() -> None:
    """A change since a year before has a year to happen in."""
    assert window({"date": "2020-04-01"}, back="1 year").edtf == "2019-04-01/2020-04-01"
    assert window({"date": "2020-03-31"}, back="1 month").edtf == "2020-02-29/2020-03-31"


def test_window_may_have_two_ends() -> None:
    """From one column to another; a word may say that it is still going on."""
    ends = {"column": "end", "patterns": "{month_name} {year}", "words": {"Present": ".."}}
    when = {"from": {"column": "start", "patterns": "{month_name} {year}"}, "to": ends}
    rows = [
        {"nation": "FRA", "troops": "5", "start": "May 1948", "end": "present"},
        {"nation": "FRA", "troops": "5", "start": "May 1948", "end": "June 1949"},
        {"nation": "FRA", "troops": "5", "start": "June 1949", "end": "May 1948"},
    ]
    done = imported(rows, when=when)
    assert [level.when.edtf for level in levels(done)] == ["1948-05-01/..", "1948-05-01/1949-06-30"]
    assert rules(done) == ["a window ends on the day it begins, or later"]


def test_heading_may_be_the_date() -> None:
    """In a table with a column for each year, the heading says when."""
    when = {"column": "*", "patterns": "{year}"}
    done = imported([{"nation": "FRA", "2019": "5", "2020": "6"}], when=when, counts={"20*": {}})
    assert [level.when.edtf for level in levels(done)] == ["2019", "2020"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "there is no date"),
        ("30/5/2015", "no such day: month must be in 1..12"),
        ("2/30/2015", "no such day: day is out of range for month"),
        ("soon", "a date is written {month}/{day}/{year}, {year}, {month_name} {year}"),
        ("Smarch 2015", "a date is written {month}/{day}/{year}, {year}, {month_name} {year}"),
        ("xx/5/2015", "a day without its month is on no day in particular"),
        ("1" * 101, "a date has 100 letters at most"),
        ("0000", "no such day: year 0 is out of range"),
    ],
)
def test_dates_that_are_none_are_reported(text: str, rule: str) -> None:
    """A date that does not fit is not bent until it does."""
    when = {"column": "date", "patterns": ["{month}/{day}/{year}", "{year}", "{month_name} {year}"]}
    done = imported([{"nation": "FRA", "troops": "5", "date": text}], when=when)
    assert rules(done) == [rule]
    assert done.report.unclaimed == {1}
