"""The page on tables shows every column and every loss as the code has them."""

from pathlib import Path

import pytest

from troopmoves.formats.document.claim import KINDS
from troopmoves.formats.tables.column import Column, Kind, Part
from troopmoves.formats.tables.csv import LOSSES
from troopmoves.formats.tables.layout import CLAIMS, LAYOUTS, STATED

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "tables.md").read_text(encoding="utf-8")


def line(column: Column, kind: Kind) -> str:
    """Return the line of the page that shows a column."""
    null = "" if column.nullable else "never"
    if kind is not Kind.CLAIMS:
        return f"| `{column.name}` | {column.sort} | {null} | {column.meaning} |"
    source = f"`{column.key}`" if column.part is Part.STATED else str(column.part)
    return f"| `{column.name}` | {column.sort} | {null} | {source} | {column.meaning} |"


@pytest.mark.parametrize("kind", Kind)
def test_page_shows_every_column(kind: Kind) -> None:
    """The lines of a table stand on the page one after the other, none more and none less."""
    assert "\n".join(line(column, kind) for column in LAYOUTS[kind]) + "\n\n" in PAGE


def test_page_shows_every_loss() -> None:
    """What CSV loses stands on the page with its reason."""
    assert "\n".join(f"| `{what}` | {why} |" for what, why in LOSSES.items()) + "\n" in PAGE


def test_every_key_of_a_claim_has_a_column() -> None:
    """Nothing that a document may say of a claim is without a column."""
    keys = {key for shape in KINDS.values() for key in shape.known}
    assert len(keys) > 20
    assert keys - {key.partition(".")[0] for key in STATED} == {"claim"}  # the first of the links


def test_names_of_columns_are_plain_in_sql() -> None:
    """No name needs quotes in SQL."""
    reserved = {"by", "from", "of", "to", "when", "where", "with", "order", "group", "end", "all", "any"}
    names = {column.name for layout in LAYOUTS.values() for column in layout}
    assert names & reserved == set()
    assert all(name.isidentifier() and name.islower() for name in names)
    assert len(CLAIMS) == len(LAYOUTS[Kind.CLAIMS])
