"""Tables of claims lose nothing: through Arrow, Parquet and, beside what they refer to, CSV."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws.strategies_claims import ledgers

from troopmoves.errors import DocumentError, Problem
from troopmoves.formats.tables.csv import _unescaped, _written, from_csv, to_csv
from troopmoves.formats.tables.layout import CLAIMS
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.convention import LITERAL

arrow = pytest.importorskip("troopmoves.formats.tables.arrow", exc_type=ImportError)
parquet = pytest.importorskip("troopmoves.formats.tables.parquet", exc_type=ImportError)


@given(ledgers())
def test_ledger_survives_arrow(ledger: Ledger) -> None:
    """Made into a table and read again a ledger is the same, and so is its table."""
    table = arrow.to_arrow(ledger)
    table.validate(full=True)
    again = arrow.from_arrow(table)
    assert again == ledger
    assert arrow.to_arrow(again).equals(table, check_metadata=True)


@given(ledgers())
def test_ledger_survives_parquet(ledger: Ledger) -> None:
    """Written to a file and read again a ledger is the same."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "claims.parquet")
        parquet.write_parquet(ledger, path, convention=LITERAL)
        assert parquet.read_parquet(path) == ledger


@given(ledgers())
def test_ledger_survives_loss_of_metadata(ledger: Ledger) -> None:
    """What polars and pandas drop can be taken from the ledger again."""
    table = arrow.to_arrow(ledger).replace_schema_metadata(None)
    assert arrow.from_arrow(table, definitions=ledger) == ledger


@given(ledgers())
def test_ledger_survives_csv_beside_its_definitions(ledger: Ledger) -> None:
    """CSV holds the claims; with what they refer to at hand the ledger is the same."""
    export = to_csv(ledger, accept="all")
    assert from_csv(export.content, definitions=ledger) == ledger
    if not export.losses:
        assert from_csv(export.content) == ledger


@given(ledgers(), st.permutations(list(CLAIMS)))
def test_order_of_columns_does_not_matter(ledger: Ledger, names: list[str]) -> None:
    """Columns are found by name."""
    assert arrow.from_arrow(arrow.to_arrow(ledger).select(names)) == ledger


@given(st.text())
def test_cell_is_never_a_formula_and_always_comes_back(text: str) -> None:
    """Whatever a text begins with, no spreadsheet runs it and nothing is lost."""
    written = _written(text)
    assert not written.startswith(tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"))
    assert _unescaped(written) == text


@given(ledgers(), st.data())
def test_damaged_csv_is_read_or_told(ledger: Ledger, data: st.DataObject) -> None:
    """Whatever stands in a text, the answer is a ledger or a list of problems."""
    text = to_csv(ledger, accept="all").content
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    broken = text[:start] + data.draw(st.text(max_size=5)) + text[end:]
    try:
        found: Ledger | tuple[Problem, ...] = from_csv(broken, definitions=ledger)
    except DocumentError as error:
        found = error.problems
    assert isinstance(found, Ledger) or found
