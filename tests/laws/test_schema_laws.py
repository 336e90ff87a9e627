"""The schema takes every document that is written, and refuses nothing that the reader takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws.strategies_claims import ledgers, published
from laws.strategies_documents import damaged, junk, maimed
from laws.strategies_entities import edtf_texts
from laws.strategies_quantity import headcounts, shares

from troopmoves.errors import DocumentError, TroopmovesError
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.tree import to_ledger, to_tree
from troopmoves.formats.document.value import read_moment, write_moment
from troopmoves.formats.schema import notation
from troopmoves.formats.schema.published import schema
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.timing.when import When

jsonschema = pytest.importorskip("jsonschema")
VALIDATOR = jsonschema.Draft202012Validator(schema())


def complaints(tree: Plain) -> list[str]:
    """Return what the schema has against plain values."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(tree)]


def is_read(tree: Plain) -> bool:
    """Return whether the reader takes plain values as a document."""
    try:
        to_ledger(tree)
    except DocumentError:
        return False
    return True


@given(ledgers())
def test_every_document_that_is_written_is_valid(ledger: Ledger) -> None:
    """Whatever the ledger holds, its document obeys the schema."""
    assert complaints(to_tree(ledger)) == []


@given(ledgers(), st.data(), junk)
def test_document_with_a_wrong_value_that_is_read_is_valid(
    ledger: Ledger, data: st.DataObject, wrong: Plain
) -> None:
    """Something else at some place: what the schema refuses the reader refuses too."""
    tree = damaged(to_tree(ledger), data, wrong)
    assert not is_read(tree) or complaints(tree) == []


@given(ledgers(), st.data())
def test_document_with_parts_out_of_place_that_is_read_is_valid(ledger: Ledger, data: st.DataObject) -> None:
    """A key left out or called otherwise, an item left out or doubled: likewise."""
    tree = maimed(to_tree(ledger), data)
    assert not is_read(tree) or complaints(tree) == []


def matches(pattern: str, text: str) -> bool:
    """Return whether a text is what a pattern of the schema allows."""
    return re.search(f"^(?:{pattern})$", text) is not None


@given(edtf_texts)
def test_window_that_is_read_matches(text: str) -> None:
    """Every form of date that is read is one that the schema allows."""
    assert matches(notation.WINDOW, text)


@given(headcounts())
def test_headcount_matches(headcount: Headcount) -> None:
    """Every notation of a headcount is one that the schema allows."""
    assert matches(notation.HEADCOUNT, headcount.notation)


@given(shares)
def test_share_matches(share: Share) -> None:
    """Every notation of a share is one that the schema allows."""
    assert matches(notation.SHARE, share.notation)


@given(published.map(write_moment))
def test_moment_matches(text: str) -> None:
    """Every day and moment is one that the schema allows."""
    assert matches(notation.MOMENT, text)


def refusal(read: object, text: str) -> str:
    """Return the rule for which a reader refuses a text, or nothing."""
    assert callable(read)
    try:
        read(text)
    except TroopmovesError as error:
        return error.rule
    return ""


def drawn(pattern: str) -> st.SearchStrategy[str]:
    """Draw texts that a pattern allows."""
    return st.from_regex(re.compile(f"(?:{pattern})"), fullmatch=True)


@given(drawn(notation.WINDOW))
def test_window_that_matches_is_read_if_there_are_such_days(text: str) -> None:
    """Only what the calendar, the order of two days or the marks at two ends forbid is left to the reader."""
    rule = refusal(When.of, text)
    assert re.match(r"no such day|a window ends|ends of an interval that are marked differently|$", rule)


@given(drawn(notation.HEADCOUNT))
def test_headcount_that_matches_is_read_if_it_makes_sense(text: str) -> None:
    """Only the order of two figures, and nearly one person, are left to the reader."""
    assert re.match(r"the upper figure of a range|a headcount of kind nearly|$", refusal(Headcount.of, text))


@given(drawn(notation.SHARE))
def test_share_that_matches_is_read_if_it_makes_sense(text: str) -> None:
    """Only what the fractions forbid is left to the reader."""
    assert "notation" not in refusal(Share.of, text)


@given(drawn(notation.MOMENT))
def test_moment_that_matches_is_read_if_there_is_such_a_moment(text: str) -> None:
    """Only what the calendar and the clock forbid is left to the reader."""
    assert re.match(r"no such|$", refusal(read_moment, text))
