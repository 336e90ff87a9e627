"""Rows of CSV, whatever limit the process has."""

import csv
import io
from collections.abc import Iterator

import pytest

from troopmoves.formats.csvrows import LONGEST_CELL, LONGEST_ROW, csv_rows


@pytest.fixture(autouse=True)
def _lifted() -> Iterator[None]:
    """Another package has lifted the limit of the process."""
    before = csv.field_size_limit(10**9)
    yield
    csv.field_size_limit(before)


def rows(text: str) -> list[tuple[int, list[str]]]:
    return list(csv_rows(io.StringIO(text, newline="")))


def test_row_comes_with_the_line_it_ends_on() -> None:
    """A line break inside quotes belongs to the row."""
    assert rows('a,b\n"1\n2",3\n4,5\n') == [(1, ["a", "b"]), (3, ["1\n2", "3"]), (4, ["4", "5"])]


def test_long_cell_is_refused_just_beyond_the_limit() -> None:
    """One character more is too many."""
    assert rows("x" * LONGEST_CELL) == [(1, ["x" * LONGEST_CELL])]
    with pytest.raises(csv.Error, match="a cell is longer"):
        rows("x" * (LONGEST_CELL + 1))


def test_many_cells_are_refused_beyond_the_limit_of_a_row() -> None:
    """A line without end is not taken into memory."""
    with pytest.raises(csv.Error, match="a row is longer"):
        rows("x," * LONGEST_ROW)


def test_unclosed_quote_ends_at_the_limit_of_a_row() -> None:
    """It swallows no more of a file."""
    stream = io.StringIO('"' + "a\n" * LONGEST_ROW * 3, newline="")
    with pytest.raises(csv.Error, match="a row is longer"):
        list(csv_rows(stream))
    assert stream.tell() <= LONGEST_ROW + 2


def test_rows_of_any_number_are_read() -> None:
    """The limit is that of a row, not of the file."""
    assert len(rows("a,b\n" * (LONGEST_ROW // 2))) == LONGEST_ROW // 2
