"""No row is dropped in silence, whatever stands in a table; what a pattern prints is read back."""

import functools
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from troopmoves.claims.proposition import Presence
from troopmoves.entities.identity import is_id
from troopmoves.formats.document.file import dumps, loads
from troopmoves.formats.mapping.identity import slug
from troopmoves.formats.mapping.importer import import_table
from troopmoves.formats.mapping.read import read_mapping
from troopmoves.formats.mapping.spec import TableMapping
from troopmoves.formats.mapping.template import Template
from troopmoves.quantity.headcount import Headcount

MAPPING: Mapping[str, Any] = {
    "mapping": 1,
    "report": {"id": "t-{edition}"},
    "who": {
        "nation": {
            "column": "nation",
            "values": {"Total": "all", "": "unnamed", "CARICOM": {"skip": "several"}},
        },
        "operation": {"column": "mission", "lead": {"column": "lead"}},
    },
    "where": {"base": "place", "latitude": "lat", "longitude": "lon", "within": {"column": "iso"}},
    "when": {
        "column": "date",
        "patterns": ["{year}-{month}-{day}", "{month_name} {year}", "{yy}"],
        "pivot": 1950,
    },
    "marks": ["*", "{letter}/"],
    "numbers": {
        "thousands": ",",
        "missing": ["k.A.", ".."],
        "words": {"size unknown": "some"},
        "patterns": {
            "ca. {n}": "about {n}",
            "{a}-{b}": "{a}..{b}",
            "{n} (max. {m})": {"present": "{n}", "authorised": "{m}"},
        },
    },
    "counts": {
        "army": {},
        "navy": {"kind": {"column": "kind"}, "numbers": {"rounded": 10}},
        "all": {"list": {"item": "{name} ({count})", "values": {"Congo": "COG"}}, "who": {"role": "listed"}},
    },
    "cases": [
        {"if": {"place": {"ends": "*"}, "army": "0"}, "numbers": {"zero": "missing"}},
        {"if": {"place": {"begins": "Total"}}, "skip": "a total of places"},
    ],
}
CELLS: Mapping[str, tuple[str, ...]] = {
    "edition": ("2016", "2017", "", "../x"),
    "nation": ("France", "FRA", "Total", "", "CARICOM", "Narnia", "Congo"),
    "mission": ("UNIFIL", "unifil", "", "\x00"),
    "lead": ("UN", "France", ""),
    "place": ("Taji", "taji", "Taji*", "Total", ""),
    "lat": ("33.5", "", "91", "x"),
    "lon": ("44.2", "", "44.2"),
    "iso": ("IRQ", "KWT", "", "XXX"),
    "date": ("1980-01-xx", "June 2016", "16", "2016-02-30", "", "soon"),
    "army": (
        "0",
        "5",
        "1,400",
        "14,00",
        "k.A.",
        "",
        "-3",
        "ca. 5",
        "5-9",
        "9-5",
        "150 (max. 300)",
        "5*",
        "many",
    ),
    "navy": ("0", "10", "15", "", ".."),
    "kind": ("present", "reinforce", "reduce", "maintain", "nothing", ""),
    "all": ("Nepal (150), Jordan (size unknown)", "Narnia (5)", "", "Nepal", "Congo (0), "),
}


@functools.cache
def every_setting() -> TableMapping:
    """Return the mapping above, read once."""
    return read_mapping(MAPPING)


cells = st.fixed_dictionaries(
    {column: st.sampled_from(likely) | st.text(max_size=6) for column, likely in CELLS.items()}
)


@given(st.lists(cells, min_size=1, max_size=6))
def test_every_row_is_accounted_for(rows: list[dict[str, str]]) -> None:
    """A row made claims or stands in the report; claims lead back to it; the ledger can be written."""
    done = import_table(rows, every_setting())
    report = done.report
    assert report.rows == len(rows)
    assert len(report.claimed) + len(report.unclaimed) == len(rows)
    assert report.claimed | report.remarked == set(range(1, len(rows) + 1))
    assert report.claims == len(done.ledger.entries)
    located = {int(entry.claim.note.removeprefix("row ").partition(",")[0]) for entry in done.ledger.entries}
    assert located == report.claimed
    assert loads(dumps(done.ledger), "json") == done.ledger


@given(st.lists(cells, min_size=2, max_size=5))
def test_rows_are_read_one_by_one(rows: list[dict[str, str]]) -> None:
    """What a row becomes depends on the row alone, but for the spelling under which a thing was met first."""
    together = import_table(rows, every_setting())
    for number, row in enumerate(rows, start=1):
        alone = import_table([row], every_setting()).report
        made = [entry for entry in together.ledger.entries if entry.claim.note.startswith(f"row {number},")]
        assert len(made) == alone.claims
        told = [(one.column, one.outcome, one.rule) for one in together.report if one.row == number]
        assert told == [(one.column, one.outcome, one.rule) for one in alone]


FORMS = {
    "{n}": "{n}",
    "ca. {n}": "about {n}",
    "knapp {n}": "nearly {n}",
    ">{n}": "more than {n}",
    "<{n}": "fewer than {n}",
    "min. {n}": "at least {n}",
    "max. {n}": "at most {n}",
    "up to {n}": "up to {n}",
    "{a} - {b}": "{a}..{b}",
    "~{a}-{b}": "about {a}..{b}",
}


def grouped(number: int, separator: str) -> str:
    """Return a number as a table prints it."""
    return f"{number:,}".replace(",", separator)


@given(
    form=st.sampled_from(sorted(FORMS)),
    low=st.integers(2, 10**15),
    more=st.integers(1, 10**6),
    separator=st.sampled_from([",", ".", " ", "'"]),
    mark=st.sampled_from(["", "*", " a/", " b/*"]),
)
def test_what_a_pattern_prints_is_read_back(
    form: str, low: int, more: int, separator: str, mark: str
) -> None:
    """A headcount printed by a pattern, with separators and marks, is the same headcount again."""
    figures = {"n": low, "a": low, "b": low + more}
    wanted = Headcount.of(Template(FORMS[form]).filled(figures))
    printed = Template(form).filled({name: grouped(figure, separator) for name, figure in figures.items()})
    patterns = {written: says for written, says in FORMS.items() if written != "{n}"}
    mapping = {
        "mapping": 1,
        "report": {"id": "t"},
        "who": "FRA",
        "where": "IRQ",
        "when": "2020",
        "marks": ["*", "{letter}/"],
        "numbers": {"thousands": separator, "patterns": patterns},
        "counts": "troops",
    }
    [entry] = import_table([{"troops": f"{printed}{mark}"}], mapping).ledger.entries
    assert isinstance(entry.claim.proposition, Presence)
    assert entry.claim.proposition.headcount == wanted
    assert entry.claim.quote == f"{printed}{mark}"


@given(st.text())
def test_ids_are_ids_whatever_the_name(text: str) -> None:
    """What is made of a name is an id, or nothing."""
    made = slug(text)
    assert made == "" or is_id(made)
    assert slug(made) == made
