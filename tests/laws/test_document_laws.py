"""Documents lose nothing, and a change leaves the lines alone that it does not concern."""

import difflib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws.strategies_claims import claims, ledgers

from troopmoves.claims.claim import Claim
from troopmoves.errors import RedefinitionError
from troopmoves.formats.document import to_ledger, to_tree
from troopmoves.formats.file import dumps, loads, read, write
from troopmoves.ledger.ledger import Ledger


@given(ledgers())
def test_ledger_survives_plain_values(ledger: Ledger) -> None:
    """Turned into plain values and back, a ledger is the same."""
    assert to_ledger(to_tree(ledger)) == ledger


@pytest.mark.parametrize("name", ["yaml", "json"])
@given(ledger=ledgers())
def test_ledger_survives_text(name: str, ledger: Ledger) -> None:
    """Written as text and read again, a ledger is the same, and is written alike again."""
    text = dumps(ledger, name)
    again = loads(text, name)
    assert again == ledger
    assert dumps(again, name) == text


@given(ledgers())
def test_json_is_read_as_yaml_too(ledger: Ledger) -> None:
    """The JSON form of a document is YAML with the same meaning."""
    assert loads(dumps(ledger, "json"), "yaml") == ledger
