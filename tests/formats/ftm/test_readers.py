"""What we write for FollowTheMoney is loaded by the real package: unchanged, valid, without a warning."""

import logging
from itertools import product
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import pytest

import troopmoves as tm
from troopmoves.entities.nation import is_nation_code
from troopmoves.formats.ftm.export import to_ftm, to_ftm_statements
from troopmoves.formats.ftm.territory import TERRITORIES
from troopmoves.formats.ftm.value import LONGEST, TYPES

ftm = pytest.importorskip("followthemoney")
Dataset = pytest.importorskip("followthemoney.dataset").Dataset
statements = pytest.importorskip("followthemoney.statement")
registry = pytest.importorskip("followthemoney.types").registry

DOCUMENT = Path(__file__).parents[3] / "examples" / "iraq-january-2020.yaml"
READ_AS_ANOTHER = {"ANT", "BYS"}


@pytest.fixture(scope="module")
def ledger() -> tm.Ledger:
    return tm.read(DOCUMENT)


def proxies(ledger: tm.Ledger, *, cleaned: bool = True) -> list[Any]:
    export = to_ftm(ledger, accept="all")
    return [ftm.model.get_proxy(dict(entity), cleaned=cleaned) for entity in export.content]


def load_statements(ledger: tm.Ledger) -> list[Any]:
    return [statements.Statement.from_dict(one) for one in to_ftm_statements(ledger, accept="all").content]


@pytest.mark.parametrize("cleaned", [True, False])
def test_entities_are_loaded_as_they_were_written(
    ledger: tm.Ledger, caplog: pytest.LogCaptureFixture, *, cleaned: bool
) -> None:
    """Nothing is changed or dropped, whether the loader trusts the values or cleans them."""
    with caplog.at_level(logging.DEBUG, logger="followthemoney"):
        loaded = proxies(ledger, cleaned=cleaned)
    written = to_ftm(ledger, accept="all").content
    assert [one.to_dict()["properties"] for one in loaded] == [one["properties"] for one in written]
    assert not caplog.records


def test_entities_are_valid(ledger: tm.Ledger) -> None:
    """Every schema and property is FollowTheMoney's, every value of its type, every required one there."""
    for proxy in proxies(ledger):
        proxy.schema.validate(proxy.to_dict())
        assert all(proxy.has(name) for name in proxy.schema.required)


def test_every_reference_leads_somewhere_that_fits(ledger: tm.Ledger) -> None:
    """What a property names is in the export, and of a schema that the property takes."""
    by_id = {proxy.id: proxy for proxy in proxies(ledger)}
    checked = 0
    for proxy in by_id.values():
        for prop, value in proxy.itervalues():
            if prop.type == registry.entity:
                assert by_id[value].schema.is_a(prop.range), (proxy.id, prop.name)
                checked += 1
    assert checked > 50


def test_statements_become_the_same_entities(ledger: tm.Ledger) -> None:
    """Statements are read one by one, with the keys the package would give, and add up to the entities."""
    loaded = load_statements(ledger)
    assert all(one.id == one.generate_key() for one in loaded)
    by_id: dict[str, list[Any]] = {}
    for one in loaded:
        by_id.setdefault(one.entity_id, []).append(one)
    dataset = Dataset.make({"name": "troopmoves", "title": "Troops"})
    written = {one["id"]: one["properties"] for one in to_ftm(ledger, accept="all").content}
    for name, parts in by_id.items():
        entity = statements.StatementEntity.from_statements(dataset, parts)
        found = {prop: set(values) for prop, values in entity.to_dict()["properties"].items()}
        assert found == {prop: set(values) for prop, values in written[name].items()}


def test_hedge_is_in_the_statement_and_in_its_original(ledger: tm.Ledger) -> None:
    """The value has the notation, the original the source's words."""
    found = {one.value: one.original_value for one in load_statements(ledger) if one.prop == "summary"}
    assert found["about 500"] == "estimated 500"
    assert tm.Headcount.of("about 500") == tm.Headcount.of(next(value for value in found if "500" in value))


def test_types_are_those_of_the_model(ledger: tm.Ledger) -> None:
    """The table of properties says what FollowTheMoney's own model says, and its limits are no wider."""
    for proxy in proxies(ledger):
        for prop in proxy.iterprops():
            assert TYPES[prop.name] == prop.type.name
    assert all(limit <= registry.get(kind).max_length for kind, limit in LONGEST.items())


def test_territories_are_those_of_the_model() -> None:
    """Every nation that FollowTheMoney knows is in the table with its code there, and no other."""
    codes = {code for code in map("".join, product(ascii_uppercase, repeat=3)) if is_nation_code(code)}
    known = {code: registry.country.clean(code) for code in codes - READ_AS_ANOTHER}
    assert len(codes) > 270
    assert codes > READ_AS_ANOTHER
    assert dict(TERRITORIES) == {code: found for code, found in known.items() if found}
