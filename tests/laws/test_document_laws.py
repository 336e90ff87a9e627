"""Documents lose nothing; a change leaves the lines alone that it does not concern; damage is always told."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from laws.strategies_claims import claims, ledgers
from laws.strategies_documents import damaged, junk

from troopmoves.claims.claim import Claim
from troopmoves.errors import DocumentError, Problem, RedefinitionError
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.edit import edited
from troopmoves.formats.document.file import dumps, loads, read, write
from troopmoves.formats.document.node import parse
from troopmoves.formats.document.tree import to_ledger, to_tree
from troopmoves.ledger.ledger import Ledger


@pytest.mark.parametrize("name", ["yaml", "json"])
@given(ledger=ledgers())
def test_ledger_survives_a_document(name: str, ledger: Ledger) -> None:
    """Written and read again a ledger is the same, and is written alike again."""
    text = dumps(ledger, name)
    again = loads(text, name)
    assert again == ledger
    assert dumps(again, name) == text


@given(ledgers())
def test_json_is_read_as_yaml_too(ledger: Ledger) -> None:
    """The JSON form of a document is YAML with the same meaning."""
    assert loads(dumps(ledger, "json"), "yaml") == ledger


def commented(text: str) -> str:
    """Return a YAML text with comments behind, between and before its lines, indented anyhow."""
    lines = [
        f"{line}  # {number}\n{' ' * (number % 7)}# {number}" for number, line in enumerate(text.splitlines())
    ]
    return "\n".join(["# first", *lines, ""])


@given(ledgers())
def test_writing_what_was_read_changes_no_byte(ledger: Ledger) -> None:
    """A document in whatever form stays as it is while its ledger does."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "document.yaml")
        for text in (commented(dumps(ledger, "yaml")), dumps(ledger, "json")):
            path.write_bytes(text.encode())
            write(read(path), path)
            assert path.read_bytes() == text.encode()


@given(ledger=ledgers(), claim=claims("added"), loose=st.booleans())
def test_added_claim_changes_no_other_line(ledger: Ledger, claim: Claim, *, loose: bool) -> None:
    """All lines that were there still are, comments and all, in their order."""
    assume(all(entry.id != "added" for entry in ledger.entries))
    before = commented(dumps(ledger, "yaml"))
    try:
        after = grown(ledger, claim, loose=loose)
    except RedefinitionError:  # one country drawn as closed and as open
        assume(condition=False)
    with TemporaryDirectory() as folder:
        path = Path(folder, "document.yaml")
        path.write_bytes(before.encode())
        write(after, path)
        content = path.read_bytes().decode()
    assert loads(content) == after
    lines = iter(content.split("\n"))
    assert all(line in lines for line in before.split("\n"))


def grown(ledger: Ledger, claim: Claim, *, loose: bool) -> Ledger:
    """Return a ledger with a claim more, loose or in its last report."""
    if loose or not ledger.reports:
        return ledger.add(claim)
    *others, last = ledger.reports
    return Ledger(
        [*others, last.add(claim), *ledger.loose],
        title=ledger.title,
        notes=ledger.notes,
        places=ledger.places,
        organisations=ledger.organisations,
        operations=ledger.operations,
        units=ledger.units,
        aliases=dict(ledger.aliases),
    )


@given(ledgers(), ledgers(), st.sampled_from(["yaml", "json", "commented"]))
def test_any_change_can_be_made_in_place(old: Ledger, new: Ledger, form: str) -> None:
    """One document edited into another reads as the other."""
    text = commented(dumps(old, "yaml")) if form == "commented" else dumps(old, form)
    after = edited(text, parse(text), to_tree(old), to_tree(new))
    assert after is not None
    assert loads(after) == new


@given(ledgers(), st.data(), junk)
def test_damaged_document_is_read_or_told(ledger: Ledger, data: st.DataObject, wrong: Plain) -> None:
    """Whatever stands at whatever place, the answer is a ledger or a list of problems."""
    tree: Plain = damaged(to_tree(ledger), data, wrong)
    assert isinstance(read_or_told(tree), Ledger) or read_or_told(tree)


def read_or_told(tree: Plain) -> Ledger | tuple[Problem, ...]:
    """Return a ledger, or what stands in the way."""
    try:
        return to_ledger(tree)
    except DocumentError as error:
        return error.problems
