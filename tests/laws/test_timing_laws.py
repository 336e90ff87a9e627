"""Windows of days agree with other readers of EDTF, and survive being written."""

import math
import warnings
from datetime import date
from time import struct_time

import attrs
from hypothesis import given
from laws.strategies_entities import any_days, edtf_texts, whens

from troopmoves.timing.when import When, day_of

with warnings.catch_warnings():
    # Both are built on old names of pyparsing, which warn of their end.
    warnings.simplefilter("ignore", DeprecationWarning)
    from edtf import parse_edtf
    from edtf_validate.valid_edtf import is_valid


def _said_by_edtf(strict: struct_time | float) -> date | None:
    if isinstance(strict, float):
        assert math.isinf(strict)
        return None
    return date(strict.tm_year, strict.tm_mon, strict.tm_mday)


@given(edtf_texts)
def test_what_is_read_is_valid_edtf(text: str) -> None:
    """Nothing is accepted that the standard's validator refuses."""
    When.of(text)
    assert is_valid(text)


@given(edtf_texts)
def test_days_are_those_of_the_edtf_package(text: str) -> None:
    """First and last day are the strict ones: neither padded by a mark nor cut."""
    when, oracle = When.of(text), parse_edtf(text)
    assert when.earliest == _said_by_edtf(oracle.lower_strict())
    assert when.latest == _said_by_edtf(oracle.upper_strict())


@given(whens())
def test_what_is_written_reads_back(when: When) -> None:
    """Days and marks survive; the source's words and the anchor are fields of their own."""
    again = When.of(when.edtf).with_text(when.text, anchored=when.anchored)
    assert again == when


@given(whens())
def test_what_is_written_is_valid_edtf(when: When) -> None:
    """Any window has a text that other readers of the standard take."""
    assert is_valid(when.edtf)


@given(edtf_texts)
def test_writing_is_canonical(text: str) -> None:
    """One window has one text, however it came in."""
    when = When.of(text)
    assert When.of(when.edtf).edtf == when.edtf


@given(whens(), any_days)
def test_window_covers_what_is_between_its_ends(when: When, day: date) -> None:
    """A day is covered unless an end shuts it out."""
    before = when.earliest is not None and day < when.earliest
    after = when.latest is not None and day > when.latest
    assert when.covers(day) is not (before or after)


@given(any_days)
def test_day_is_a_window_of_itself(day: date) -> None:
    """A date, its text and the window of it are interchangeable."""
    assert When.of(day) == When.of(day.isoformat())
    assert When.of(day).is_day
    assert day_of(day.isoformat()) == day


@given(whens())
def test_opening_an_end_covers_more(when: When) -> None:
    """The ends of a window are covered still when the other one opens."""
    for day in (when.earliest, when.latest):
        if day is not None:
            assert attrs.evolve(when, earliest=None, approximate=False, uncertain=False).covers(day)
            assert attrs.evolve(when, latest=None, approximate=False, uncertain=False).covers(day)
