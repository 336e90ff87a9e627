"""Plain SQL on the tables, in DuckDB: who has how many where, and what changed between two days."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from formats.tables.story import story

import troopmoves as tm
from troopmoves.errors import DocumentError

pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")

from troopmoves.formats.tables.arrow import from_arrow, to_arrow  # noqa: E402 (only where pyarrow is)
from troopmoves.formats.tables.csv import to_csv  # noqa: E402 (with the rest)
from troopmoves.formats.tables.parquet import write_parquet  # noqa: E402 (likewise)

IRAQ = tm.read(Path(__file__).parents[3] / "examples" / "iraq-january-2020.yaml")
BEFORE = IRAQ.state("2020-01-07", plans="done")
AFTER = IRAQ.state("2020-01-15", plans="done")


def rows(query: str, **tables: Any) -> list[tuple[object, ...]]:  # noqa: ANN401 (whatever DuckDB reads)
    """Return what a query finds in some tables."""
    with duckdb.connect() as connection:
        for name, table in tables.items():
            connection.register(name, table)
        found: list[tuple[object, ...]] = connection.sql(query).fetchall()
    return found


def test_who_has_how_many_where() -> None:
    """Holdings are asked by nation and country; an open end is null."""
    found = rows(
        "SELECT iso3, country, low, high FROM holdings WHERE iso3 IN ('CAN', 'ROU') ORDER BY iso3, scope",
        holdings=to_arrow(AFTER),
    )
    assert found == [
        ("CAN", "IRQ", 0, 599),
        ("CAN", "KWT", 1, None),
        ("ROU", "IRQ", 0, 14),
        ("ROU", "IRQ", 0, 0),
    ]


def test_who_says_so() -> None:
    """The claims behind a holding are found by their ids."""
    found = rows(
        """
        SELECT claim, claims.count, source, public
        FROM (SELECT unnest(because) AS claim FROM holdings WHERE scope = 'CAN in Iraq')
        JOIN claims USING (claim) ORDER BY claim
        """,
        holdings=to_arrow(AFTER),
        claims=to_arrow(IRAQ),
    )
    assert found == [
        ("can-iraq", "about 500", "The New Arab", date(2020, 1, 8)),
        ("can-kuwait", "some", "Gen. Jonathan Vance", date(2020, 1, 7)),
    ]


def test_diff_of_two_days() -> None:
    """Two tables of holdings are joined by scope; an end that is open on either side stays open."""
    found = rows(
        """
        SELECT scope, a.low - b.high AS least, a.high - b.low AS most
        FROM before AS b JOIN after AS a USING (scope)
        WHERE b.low IS DISTINCT FROM a.low OR b.high IS DISTINCT FROM a.high
        ORDER BY scope
        """,
        before=to_arrow(BEFORE),
        after=to_arrow(AFTER),
    )
    assert ("CAN in Iraq", -600, 199) in found
    assert ("CAN in Kuwait", None, None) in found
    assert all(scope != "FRA in Iraq" for scope, *_ in found)


def test_diff_inside_one_account() -> None:
    """The comparison bounds the difference itself, and so knows more than two tables do."""
    found = rows(
        "SELECT scope, change_low, change_high FROM comparison WHERE fewer = 'certain' ORDER BY scope",
        comparison=to_arrow(tm.compare(BEFORE, AFTER)),
    )
    assert found == [
        ("CAN in Iraq", -600, -1),
        ("ROU in Romanians' base", -14, -14),
        ("all forces in Iraq", None, -1),
    ]


def test_files_are_read(tmp_path: Path) -> None:
    """DuckDB reads the Parquet file and the CSV file by itself, to the same rows."""
    write_parquet(IRAQ, tmp_path / "claims.parquet")
    to_csv(IRAQ, accept="all").write(tmp_path / "claims.csv")
    query = "SELECT claim, low, high, earliest FROM '{}' WHERE verb = 'present' ORDER BY claim"
    parquet = rows(query.format(tmp_path / "claims.parquet"))
    assert len(parquet) > 4
    assert rows(query.format(tmp_path / "claims.csv")) == parquet


def test_result_is_read_back() -> None:
    """What a query leaves of a table of claims is a table of claims."""
    with duckdb.connect() as connection:
        connection.register("claims", to_arrow(story()))
        chosen = connection.sql("SELECT * FROM claims WHERE verb = 'present'")
        ledger = from_arrow(chosen, definitions=story())
        assert [entry.id for entry in ledger.entries] == ["can", "fra", "rou"]
        with pytest.raises(DocumentError, match="no such column here"):
            from_arrow(connection.sql("SELECT *, low AS least FROM claims"), definitions=story())
