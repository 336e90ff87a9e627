"""Whatever a ledger holds, FollowTheMoney loads what we write as it stands, and finds it valid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws.strategies_claims import ledgers

from troopmoves.formats.ftm.export import to_ftm, to_ftm_statements
from troopmoves.formats.ftm.value import LONGEST, cleaned, web_address
from troopmoves.ledger.ledger import Ledger

ftm = pytest.importorskip("followthemoney")
statements = pytest.importorskip("followthemoney.statement")
registry = pytest.importorskip("followthemoney.types").registry

texts = st.text(st.characters(exclude_categories=())) | st.text("\"' ,.;<BR>\n\t\u200b\u2028ae\u0301")
addresses = st.text("htps:/.-_@?#;&=%[]: exampleЖ09\u200b", max_size=20).map("https://".__add__)


@given(ledgers())
def test_entities_are_valid_and_stay_as_they_are(ledger: Ledger) -> None:
    """Cleaned again they are the same, and none is refused; ids are no two entities'."""
    written = to_ftm(ledger, accept="all").content
    assert len({str(one["id"]) for one in written}) == len(written)
    for entity in written:
        proxy = ftm.model.get_proxy(dict(entity), cleaned=False)
        assert proxy.to_dict()["properties"] == entity["properties"]
        assert proxy.id == entity["id"]
        proxy.schema.validate(entity)
        assert all(proxy.has(name) for name in proxy.schema.required)


@given(ledgers())
def test_statements_have_the_keys_of_the_package(ledger: Ledger) -> None:
    """Each is read alone, and is called as the package would call it."""
    written = to_ftm_statements(ledger, accept="all").content
    assert len({str(one["id"]) for one in written}) == len(written)
    for one in written:
        statement = statements.Statement.from_dict(one)
        assert statement.id == statement.generate_key()
        assert statement.to_dict() == one


@given(texts, st.sampled_from([kind for kind in LONGEST if kind != "url"]))
def test_cleaned_text_is_left_as_it_is(text: str, kind: str) -> None:
    """What we clean, FollowTheMoney need not clean."""
    clean = cleaned(text, kind)
    assert (registry.get(kind).clean(clean) or "") == clean


@given(addresses)
def test_web_address_is_left_as_it_is(text: str) -> None:
    """What we take for an address, FollowTheMoney takes for the same one."""
    address = web_address(text)
    assert not address or registry.url.clean(address) == address
