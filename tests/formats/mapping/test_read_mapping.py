"""Mappings are read strictly: every problem at once, each with its path and a way out."""

from pathlib import Path
from typing import Any

import pytest
from formats.mapping.tables import PLAIN, claims_of

from troopmoves.errors import DocumentError
from troopmoves.formats.mapping.importer import import_table
from troopmoves.formats.mapping.read import read_mapping


def problems(**changes: object) -> list[str]:
    """Return the problems of the plain mapping with some keys changed; None takes a key away."""
    values = {key: value for key, value in {**PLAIN, **changes}.items() if value is not None}
    with pytest.raises(DocumentError) as caught:
        read_mapping(values)
    return [f"{problem.path}: {problem.rule}" for problem in caught.value.problems]


def problem(**changes: object) -> str:
    """Return the only problem likewise."""
    [one] = problems(**changes)
    return one


def test_every_problem_is_told_at_once() -> None:
    """One reading finds all, with paths from the top."""
    told = problems(
        wheres="IRQ",
        who={"nation": {"column": "nation", "values": {"Congo": "CGO"}}, "personnels": "military"},
        counts={"a": {"kind": "presence"}, "b": {"numbers": {"thousand": ","}}},
        cases=[{"if": {"x": {"start": "y"}}, "skip": "z"}],
        places={"gulf": {"name": "Gulf", "members": ["Q"]}},
    )
    assert sorted(told) == [
        "cases[0].if.x.start: no such key here",
        "counts.a.kind: nothing of this name is measured",
        "counts.b.numbers.thousand: no such key here",
        "places.gulf.members[0]: neither a country nor a place of the document",
        "wheres: no such key here",
        "who.nation.values.Congo: use an ISO 3166-1 alpha-3 code or a name from the table",
        "who.personnels: no such key here",
    ]


def test_near_words_are_proposed() -> None:
    """A misspelt key or word is told with what it may have been."""
    with pytest.raises(DocumentError, match="did you mean 'counts'"):
        read_mapping({**PLAIN, "count s": "troops"})


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ({"thousands": "_"}, "numbers.thousands: no such separator of figures"),
        (
            {"thousands": ".", "decimal": "."},
            "numbers.decimal: thousands and decimals are set off by two signs",
        ),
        ({"rounded": 10, "as": "about {n}"}, "numbers.as: a column has 'as' or 'rounded', not both"),
        ({"rounded": 1}, "numbers.rounded: figures are rounded to a multiple"),
        ({"rounded": "10"}, "numbers.rounded: figures are rounded to a multiple"),
        ({"rounded": True}, "numbers.rounded: figures are rounded to a multiple"),
        ({"as": "circa {n}"}, "numbers.as: 'circa' is not in the notation"),
        ({"as": "about {m}"}, "numbers.as: no such name in a pattern here"),
        (
            {"patterns": {"ca. {n}": "about {m}"}},
            "numbers.patterns['ca. {n}']: no such name in a pattern here",
        ),
        ({"patterns": {"ca. {n": "about 5"}}, "numbers.patterns['ca. {n']: braces go in pairs around a name"),
        ({"patterns": {"{n}/{n}": "{n}"}}, "numbers.patterns['{n}/{n}']: a name stands in a pattern once"),
        ({"patterns": {"{n}!": {}}}, "numbers.patterns['{n}!']: a pattern says how many"),
        (
            {"patterns": {"{n}!": {"max": "{n}"}}},
            "numbers.patterns['{n}!'].max: nothing of this name is measured",
        ),
        ({"words": {"few": "umpteen"}}, "numbers.words.few: 'umpteen' is not in the notation"),
        ({"words": {"few": "some", "FEW": "dozens"}}, "numbers.words.FEW: this spelling stands twice"),
        ({"zero": "nil"}, "numbers.zero: no such word here"),
        ({"missing": []}, "numbers.missing: here stands one text or more"),
        ({"missing": [0]}, "numbers.missing[0]: here stands a text"),
    ],
)
def test_numbers_are_checked(numbers: dict[str, Any], told: str) -> None:
    """Patterns say headcounts whatever the figures, and settings do not exclude each other."""
    assert problem(numbers=numbers) == told


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ({"column": "d", "patterns": "{yy}"}, "when.pivot: years of two digits need a century"),
        (
            {"column": "d", "patterns": "{yy}", "pivot": 50},
            "when.pivot: a pivot is the first year that two digits can mean",
        ),
        ({"column": "d", "patterns": "{month}"}, "when.patterns[0]: a date has one year"),
        ({"column": "d", "patterns": "{year} {day}"}, "when.patterns[0]: a day has its month"),
        (
            {"column": "d", "patterns": "{year} {month} {month_name}"},
            "when.patterns[0]: a date has one month",
        ),
        ({"column": "d", "patterns": "{jahr}"}, "when.patterns[0]: no such name in a pattern here"),
        ({"column": "d", "back": "1 day"}, "when.back: this is a number of months or years"),
        ({"column": "d", "day": "middle"}, "when.day: no such word here"),
        ({"from": "2020"}, "when.to: this key is needed"),
        (2020, "when: a date is a text"),
    ],
)
def test_dates_are_checked(when: object, told: str) -> None:
    """Every date has a year, and a century."""
    assert problem(when=when) == told


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"mapping": 2}, "mapping: this library reads version 1 of mappings"),
        ({"mapping": None}, "mapping: a mapping tells its version"),
        ({"where": None}, "where: this key is needed"),
        ({"when": None}, "when: this key is needed"),
        ({"counts": None}, "counts: this key is needed"),
        ({"counts": {}}, "counts: a table has a column that says how many"),
        ({"count": "some"}, "count: a mapping has 'count' or 'counts', not both"),
        ({"count": "umpteen", "counts": None}, "count: 'umpteen' is not in the notation"),
        ({"report": {"id": "a b"}}, "report.id: an id is ASCII letters, digits, '.', '_' and '-'"),
        ({"report": {"id": "a-{x}", "title": "{y}"}}, "report: no such name in a pattern here"),
        (
            {"report": {"id": "a-{x}"}, "claims": [{"id": "b", "kind": "retracts", "claim": "c"}]},
            "claims: what is printed beside a table stands in its one report",
        ),
        ({"csv": {"encoding": "utf8mb4"}}, "csv.encoding: no such encoding here"),
        ({"csv": {"delimiter": ",,"}}, "csv.delimiter: one sign stands between cells"),
        ({"csv": {"skip": -1}}, "csv.skip: this is how many rows stand before the headings"),
        ({"marks": [" "]}, "marks[0]: a footnote mark is something that is printed"),
        ({"marks": ["{figure})"]}, "marks[0]: no such name in a pattern here"),
        ({"cases": [{"if": {"x": "y"}}]}, "cases[0]: a case says what is different"),
        ({"cases": [{"if": {}, "skip": "z"}]}, "cases[0].if: a case tests a column"),
        ({"cases": [{"if": {"x": {}}, "skip": "z"}]}, "cases[0].if.x: a case says what the column holds"),
        ({"cases": [{"if": {"x": "y"}, "skip": " "}]}, "cases[0].skip: what is left out has a reason"),
        (
            {"who": {"nation": {"column": "n", "values": {"x": {"skip": ""}}}}},
            "who.nation.values.x.skip: what is left out has a reason",
        ),
        ({"who": {"nation": None}}, "who.nation: here stands a text"),
        ({"who": {"operation": "kfor"}}, "who.operation: no operation of this id stands under 'operations'"),
        (
            {"who": {"role": "a", "other_than": "b"}},
            "who.other_than: a force has 'role' or 'other_than', not both",
        ),
        ({"where": {"base": "b", "latitude": "l"}}, "where: latitude and longitude are given together"),
        ({"where": "Atlantis"}, "where: neither a country nor a place of the document"),
        ({"counts": {"a": {"list": {"item": "({count})"}}}}, "counts.a.list.item: an item has a name"),
        ({"counts": {"a": {"list": {"item": "{name}"}}}}, "counts.a.count: the items do not say how many"),
        (
            {"counts": {"a": {"list": {"item": "{name} {count}"}, "count": "some"}}},
            "counts.a.count: the items say how many",
        ),
        (
            {"counts": {"a": {"list": {"item": "{name}", "separator": " "}, "count": 1}}},
            "counts.a.list.separator: something stands between the items",
        ),
        (
            {"counts": {"a": {"who": "FRA", "list": {"item": "{name} {count}"}}}},
            "counts.a.who.nation: the items name the nations",
        ),
        ({"counts": {"a": {"kind": "relocate"}}}, "counts.a.kind: nothing of this name is measured"),
    ],
)
def test_rules_of_a_mapping(changes: dict[str, Any], told: str) -> None:
    """What could not mean anything is told where it stands."""
    assert problem(**changes) == told


def test_documents_hold_mappings(tmp_path: Path) -> None:
    """YAML and JSON hold the same; a wrong one is told of by its name."""
    yaml, json, text = tmp_path / "m.yaml", tmp_path / "m.json", tmp_path / "m.txt"
    yaml.write_text(
        "mapping: 1\nreport: {id: t}\nwho: FRA\nwhere: IRQ\nwhen: 2020-01\ncounts: n\n", encoding="utf-8"
    )
    json.write_text(
        '{"mapping": 1, "report": {"id": "t"}, "who": "FRA", "where": "IRQ",'
        ' "when": "2020-01", "counts": "n"}',
        encoding="utf-8",
    )
    assert read_mapping(yaml) == read_mapping(json)
    text.write_text("mapping: 1", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"the suffix tells the format; use \.yaml"):
        read_mapping(text)
    yaml.write_bytes(b"\xff")
    with pytest.raises(DocumentError, match="a mapping is in UTF-8"):
        read_mapping(yaml)
    yaml.write_text("mapping: 1\nreport: {id: t}\nreport: {id: u}\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="this key stands twice") as caught:
        import_table([{"n": 1}], yaml)
    assert caught.value.where == str(yaml)


def test_mapping_that_was_read_is_used_as_it_is() -> None:
    """One reading serves many tables."""
    mapping = read_mapping(PLAIN)
    for troops in ("5", "6"):
        done = import_table([{"nation": "FRA", "troops": troops}], mapping)
        assert [str(claim.proposition) for claim in claims_of(done)] == [f"{troops} FRA in Iraq, 7 Jan 2020"]
