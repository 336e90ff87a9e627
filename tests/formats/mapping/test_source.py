"""Rows come from files as they are written there; what is no table is told, whatever it is."""

import tracemalloc
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from formats.mapping.tables import PLAIN, claims_of, imported, levels, notations, rules

from troopmoves.errors import DocumentError
from troopmoves.formats.mapping.importer import import_table
from troopmoves.formats.mapping.report import Imported


def from_file(tmp_path: Path, content: bytes, **changes: object) -> Imported:
    """Return what a file becomes by the plain mapping with some keys changed."""
    file = tmp_path / "table.csv"
    file.write_bytes(content)
    return import_table(file, {**PLAIN, **changes})


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("latin-1", "latin-1"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
    ],
)
def test_encodings_are_read_as_declared(tmp_path: Path, encoding: str, declared: str) -> None:
    """Accents arrive, and a byte order mark is read over."""
    content = "nation,troops\nTürkiye,5\n".encode(encoding)
    assert notations(from_file(tmp_path, content, csv={"encoding": declared})) == ["5"]


def test_wrong_encoding_is_told(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are not replaced by question marks."""
    with pytest.raises(DocumentError, match="name the one that it is in"):
        from_file(tmp_path, "nation,troops\nTürkiye,5\n".encode("latin-1"))
    with pytest.raises(DocumentError, match="no utf-16"):
        from_file(tmp_path, b"nation,troops\n", csv={"encoding": "utf-16"})


def test_delimiter_and_lines_before_the_headings(tmp_path: Path) -> None:
    """Semicolons, a title above the headings, and rows counted as a spreadsheet does."""
    content = b"Table 1\n\nnation;troops\nFRA;5\n\nDEU;6\n"
    done = from_file(tmp_path, content, csv={"delimiter": ";", "skip": 1})
    assert [(claim.id, claim.note) for claim in claims_of(done)] == [
        ("table-row-4", "row 4, column troops"),
        ("table-row-6", "row 6, column troops"),
    ]
    assert done.report.rows == 2


def test_headings_may_be_given(tmp_path: Path) -> None:
    """A file without headings gets them from the mapping."""
    assert notations(from_file(tmp_path, b"FRA,5\n", csv={"columns": ["nation", "troops"]})) == ["5"]


def test_rows_of_another_width_are_reported(tmp_path: Path) -> None:
    """A row with a cell too many or too few is not read, since nobody knows which one."""
    done = from_file(tmp_path, b"nation,troops\nFRA\nFRA,5,6\nDEU,7\n,\n")
    assert notations(done) == ["7"]
    assert [(remark.row, remark.rule) for remark in done.report] == [
        (2, "1 cell under 2 headings"),
        (3, "3 cells under 2 headings"),
        (5, "no cell of it says how many"),
    ]
    assert len(done.report.claimed) + len(done.report.unclaimed) == done.report.rows == 4


def test_cells_may_hold_line_breaks(tmp_path: Path) -> None:
    """A cell in quotes is one cell, and its row one row."""
    done = from_file(tmp_path, b'nation,troops,note\n"United\nKingdom",5,"a\nb"\nFRA,6,\n')
    assert [claim.id for claim in claims_of(done)] == ["table-row-2", "table-row-3"]


def test_empty_file_is_told(tmp_path: Path) -> None:
    """A table has headings."""
    with pytest.raises(DocumentError, match="there is no row of headings"):
        from_file(tmp_path, b"")
    with pytest.raises(DocumentError, match="there are no rows"):
        imported([])


def test_headings_alone_make_an_empty_ledger(tmp_path: Path) -> None:
    """No rows are no claims."""
    done = from_file(tmp_path, b"nation,troops\n")
    assert (done.report.rows, done.report.claims, len(done.ledger.entries)) == (0, 0, 0)


def test_missing_and_doubled_columns_are_told_all_at_once(tmp_path: Path) -> None:
    """The mapping's columns are looked for before any row is read, with near names."""
    with pytest.raises(DocumentError) as caught:
        from_file(tmp_path, b"nations,troops,troops\nFRA,5,5\n")
    way_out = "name all headings under 'csv.columns', and 'skip' those of the file"
    assert [str(problem) for problem in caught.value.problems] == [
        "who: got 'nation'; the table has no such column; did you mean 'nations'?",
        f"counts.troops: got 'troops'; the table has this column twice; {way_out}",
    ]
    assert caught.value.where == "table.csv"


def test_columns_that_are_not_read_are_named(tmp_path: Path) -> None:
    """What the mapping does not speak of stands in the report, even twice or without a heading."""
    done = from_file(tmp_path, b"nation,troops,x,x,\nFRA,5,1,2,3\n")
    assert done.report.unused == ("x", "x", "")


def test_nul_bytes_are_reported(tmp_path: Path) -> None:
    """A cell with a NUL is not read; the other rows are."""
    done = from_file(tmp_path, b"nation,troops\nFRA,5\x00\nFR\x00A,5\nDEU,6\n")
    assert notations(done) == ["6"]
    assert done.report.unclaimed == {2, 3}


def test_unclosed_quote_is_told_within_bounded_memory(tmp_path: Path) -> None:
    """A quote that swallows the file ends at the limit of a field, not with the memory."""
    content = b'nation,troops\nFRA,"5\n' + b"FRA,5\n" * 2_000_000
    tracemalloc.start()
    with pytest.raises(DocumentError, match="a quote that is not closed"):
        from_file(tmp_path, content)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_names_that_look_like_paths_stay_plain_text(tmp_path: Path) -> None:
    """An id is letters and figures; a name of dots and slashes reads as it stands."""
    content = b"nation,troops,mission,edition\nFRA,5,../../etc/passwd,../x\n"
    content += b"FRA,5,..,\xe2\x80\xae\nFRA,5,\x1b[2J,a\n"
    done = from_file(
        tmp_path,
        content,
        report={"id": "t-{edition}", "title": "{edition}"},
        who={"nation": {"column": "nation"}, "operation": {"column": "mission"}},
    )
    assert [one.id for one in done.ledger.operations] == ["etc-passwd"]
    assert [report.id for report in done.ledger.reports] == ["t-x", "t-a"]
    assert done.report.unclaimed == {3, 4}


def test_rows_in_memory_are_plain_values() -> None:
    """Text and numbers are cells; whole floats are whole numbers, and what is no number is an empty cell."""
    rows = [
        {"nation": "FRA", "troops": value}
        for value in (5, 6.0, "7", None, float("nan"), 8.5, True, Decimal(9))
    ]
    done = imported(rows)
    assert notations(done) == ["5", "6", "7"]
    assert rules(done) == [
        "no cell of it says how many",
        "no cell of it says how many",
        "no number of people as the mapping writes them",
        "neither text, a number nor a day in 'troops'",
        "neither text, a number nor a day in 'troops'",
    ]


def test_rows_in_memory_have_the_columns_of_the_first() -> None:
    """A row with other keys is reported."""
    rows: list[dict[str, object]]
    rows = [{"nation": "FRA", "troops": 5}, {"nation": "DEU"}, {"troops": 5, "nation": "ITA"}]
    done = imported(rows)
    assert notations(done) == ["5", "5"]
    assert rules(done) == ["1 cells, not those of the first row"]


def test_days_in_memory_are_written_as_iso_does() -> None:
    """Dataframes hold days as dates or as midnights; another time of day is no day."""
    rows = [
        {"nation": "FRA", "troops": 5, "day": day}
        for day in (date(2020, 1, 7), datetime(2020, 1, 8), datetime(2020, 1, 9, 12))  # noqa: DTZ001 (no zone)
    ]
    done = imported(rows, when={"column": "day"})
    assert [str(level.when) for level in levels(done)] == ["7 Jan 2020", "8 Jan 2020"]
    assert rules(done) == ["a date is written {year}-{month}-{day}, {year}-{month}, {year}"]


@pytest.mark.parametrize("rows", [["nation", "troops"], [["FRA", 5]]])
def test_dataframes_and_lists_are_no_rows(rows: list[object]) -> None:
    """What names no columns is refused with the call that does."""
    with pytest.raises(DocumentError, match=r"to_dicts\(\) of polars"):
        imported(rows)  # type: ignore[arg-type]


def test_headings_are_told_apart_by_their_words(tmp_path: Path) -> None:
    """A line break or several spaces in a heading are one space."""
    done = from_file(tmp_path, b'nation,"troops\n  (2019)"\nFRA,5\n', counts="troops (2019)")
    assert notations(done) == ["5"]


def test_headings_may_be_renamed(tmp_path: Path) -> None:
    """Where two columns have one heading, or a cell has none, the mapping names them all."""
    csv = {"skip": 1, "columns": ["nation", "other", "troops", ""]}
    assert notations(from_file(tmp_path, b"nation,troops,troops\nFRA,5,6,\n", csv=csv)) == ["6"]
