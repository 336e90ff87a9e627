"""The canonical form changes nothing that is said, loses no comment, and is its own canonical form."""

import random
import re

from hypothesis import given
from hypothesis import strategies as st
from laws.strategies_claims import ledgers

from troopmoves.formats.document.canonical import canonical
from troopmoves.formats.document.file import dumps, loads
from troopmoves.ledger.ledger import Ledger


def commented(text: str, chance: random.Random) -> str:
    """Return a YAML text with comments behind and above some of its lines, and empty ones."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        above = f"{' ' * chance.randrange(8)}#above-{number}" if chance.random() < 0.3 else ""
        beside = f"  #beside-{number}" if chance.random() < 0.3 else ""
        lines += [*([above] if above or chance.random() < 0.1 else []), f"{line}{beside}"]
    return "\n".join([*lines, "#last", ""])


@given(ledger=ledgers(), chance=st.randoms(use_true_random=False))
def test_canonical_form_keeps_claims_and_comments(ledger: Ledger, chance: random.Random) -> None:
    """Whatever the comments, each is kept, the ledger is the same, a second time changes nothing."""
    text = commented(dumps(ledger, "yaml"), chance)
    form = canonical(text)
    assert loads(form) == ledger
    assert sorted(comments(form)) == sorted(comments(text))
    assert canonical(form) == form


@given(ledgers())
def test_what_the_library_writes_is_canonical(ledger: Ledger) -> None:
    """A document written afresh is in canonical form."""
    for name in ("yaml", "json"):
        text = dumps(ledger, name)
        assert canonical(text, name) == text


def comments(text: str) -> list[str]:
    return re.findall(r"#(?:above-[0-9]+|beside-[0-9]+|last)$", text, re.MULTILINE)
