"""Empty cells mean what stands above them where the mapping says so, and never more than that."""

from pathlib import Path

import pytest
from formats.mapping.tables import PLAIN, imported, levels, rules

from troopmoves.errors import DocumentError
from troopmoves.formats.mapping.importer import import_table

WHO = {"nation": {"column": "nation"}, "operation": {"column": "mission"}}


def rows(*lines: str) -> list[dict[str, object]]:
    """Return rows of mission, nation and troops."""
    return [dict(zip(("mission", "nation", "troops"), line.split("|"), strict=True)) for line in lines]


def test_merged_cells_are_filled_from_above() -> None:
    """A nation printed once stands for the rows below it, also where a case tests it."""
    table = rows("KFOR|Italy|5", "UNIFIL||6", "KFOR|Spain|7", "UNIFIL| |8")
    cases = [{"if": {"nation": "Spain"}, "who": {"personnel": "civilian"}}]
    done = imported(table, who=WHO, fill="nation", cases=cases)
    assert [str(level.force) for level in levels(done)] == [
        "ITA in KFOR",
        "ITA in UNIFIL",
        "ESP in KFOR (civilian)",
        "ESP in UNIFIL (civilian)",
    ]


def test_new_group_ends_what_stood_in_narrower_columns() -> None:
    """The last nation of one mission is not the first of the next."""
    table = rows("KFOR|Italy|5", "||6", "UNIFIL||7", "|Spain|8")
    done = imported(table, who=WHO, fill=["mission", "nation"])
    assert [str(level.force) for level in levels(done)] == ["ITA in KFOR", "ITA in KFOR", "ESP in UNIFIL"]
    assert [(remark.row, remark.rule) for remark in done.report] == [(3, "there is no name of a nation")]


def test_empty_row_ends_the_filling() -> None:
    """A figure below an empty line may be a total: it is nobody's in particular."""
    done = imported(rows("KFOR|Italy|5", "||", "||11"), who=WHO, fill=["mission", "nation"])
    assert rules(done) == ["no cell of it says how many", "there is no name of a nation"]


@pytest.mark.parametrize("between", [b"\n", b",\n", b"FRA,1,2\n"])
def test_gap_in_a_file_ends_the_filling(tmp_path: Path, between: bytes) -> None:
    """So do an empty line and a row that could not be read."""
    (tmp_path / "table.csv").write_bytes(b"nation,troops\nITA,5\n,6\n" + between + b",11\n")
    done = import_table(tmp_path / "table.csv", {**PLAIN, "fill": ["nation"]})
    assert [str(level) for level in levels(done)] == [
        "5 ITA in Iraq, 7 Jan 2020",
        "6 ITA in Iraq, 7 Jan 2020",
    ]
    assert rules(done)[-1] == "there is no name of a nation"


def test_filled_columns_are_looked_for() -> None:
    """A name that the table has not is told before any row is read."""
    with pytest.raises(DocumentError, match="fill: got 'state'"):
        imported(rows("KFOR|Italy|5"), fill="state")
