"""The names of one language and what they stand for, loaded from the tables in `names/` when first needed.

`gazetteer.toml` says what there is and whose land it is, for every language; `names_<language>.toml` says how
that language calls it, and which of its words make totals, lists and exceptions. pycountry's translations
give the names of nations, so that a language file holds only what news and tables write beside these.

To add a language: a file `names_<language>.toml` like the others, its abbreviations and articles in
`troopmoves.entities.spelling`, its name in `LANGUAGES`. To add a place: see `gazetteer.toml`.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, Final, final

import attrs

from troopmoves.entities.aliases import AMBIGUOUS
from troopmoves.entities.name import Name, NameKind
from troopmoves.entities.nation import Nation, standard_names
from troopmoves.entities.spelling import folded, spellings
from troopmoves.errors import EntityError

LANGUAGES: Final = ("en", "de", "fr")
"""The languages in which names are read."""

_TABLES: Final = {
    "historic": NameKind.HISTORIC,
    "parts": NameKind.PART,
    "disputed": NameKind.DISPUTED,
    "regions": NameKind.REGION,
    "seas": NameKind.SEA,
    "organisations": NameKind.ORGANISATION,
    "totals": NameKind.TOTAL,
    "afloat": NameKind.AFLOAT,
    "transit": NameKind.TRANSIT,
    "unknown": NameKind.UNKNOWN,
}
"""The tables of the gazetteer that list what is no nation, by what they list."""


@final
@attrs.frozen(kw_only=True)
class Lexicon:
    """The names and words of one language, folded."""

    language: str
    """Its code: en, de, fr."""
    names: Mapping[str, Name]
    """What every name stands for."""
    words: Mapping[str, tuple[str, ...]]
    """The words that make totals, lists and exceptions, by what they do, longest first."""


@functools.cache
def lexicon(language: str) -> Lexicon:
    """Return the names and words of a language.

    Raises:
        EntityError: If names are not read in that language.
    """
    if language not in LANGUAGES:
        rule = f"names are read in {', '.join(LANGUAGES)}"
        raise EntityError("language", language, rule, "use one of these")
    table = read_table(f"names_{language}")
    words = {
        use: tuple(sorted((folded(word, language) for word in words), key=len, reverse=True))
        for use, words in table["words"].items()
    }
    return Lexicon(language=language, names=_by_name(language, table), words=words)


@functools.cache
def island_nations() -> frozenset[Nation]:
    """Return the nations whose names are also written with "Island" or "Islands"."""
    return frozenset(map(Nation, _gazetteer()["islands"]["nations"].split()))


@functools.cache
def name_of(nation: Nation) -> Name:
    """Return what the name of a nation stands for: a nation of today, a territory or what ceased.

    >>> print(name_of(Nation("GUM")), "of", name_of(Nation("GUM")).within[0])
    Guam (territory) of USA
    """
    owner = _owners().get(nation.code)
    if owner is not None:
        kind, within = NameKind.TERRITORY, owner
    elif nation.is_historic:
        kind, within = NameKind.HISTORIC, _nations(_gazetteer()["ceased"].get(nation.code, ""))
    else:
        kind, within = NameKind.NATION, ()
    return Name(kind=kind, title=nation.name, nations=(nation,), within=within)


def read_table(name: str) -> dict[str, Any]:
    """Return a table of `names/`."""
    path = files("troopmoves.entities").joinpath("names", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@functools.cache
def _gazetteer() -> dict[str, Any]:
    return read_table("gazetteer")


@functools.cache
def _owners() -> dict[str, tuple[Nation, ...]]:
    rows = _gazetteer()["territories"].items()
    return {
        code: () if owner == "none" else (Nation(owner),) for owner, codes in rows for code in codes.split()
    }


def _by_name(language: str, table: Mapping[str, Any]) -> dict[str, Name]:
    """Return every name of a language; our own tables win over pycountry's, and a first row over a later."""
    names: dict[str, Name] = {}
    for spelling, meaning in _rows(language, table):
        for form in spellings(folded(spelling, language)):
            names.setdefault(form, meaning)
    return names


def _rows(language: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Name]]:
    yield from _either(language, table)
    yield from _places(table["places"])
    for code, spelt in table.get("nations", {}).items():
        yield from ((spelling, name_of(Nation(code))) for spelling in spelt)
    for spelling, code in table.get("misprints", {}).items():
        yield spelling, name_of(Nation(code))
    for spelling, code in standard_names(language):
        yield spelling, name_of(Nation(code))


def _either(language: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Name]]:
    rows = {name: " ".join(codes) for name, codes in AMBIGUOUS.items()} if language == "en" else {}
    for spelling, codes in (rows | table.get("either", {})).items():
        yield spelling, Name(kind=NameKind.EITHER, title=spelling, nations=_nations(codes))


def _places(spelt: Mapping[str, list[str]]) -> Iterator[tuple[str, Name]]:
    for place, names in spelt.items():
        meaning = _named_places()[place]
        yield from ((spelling, meaning) for spelling in names)


@functools.cache
def _named_places() -> dict[str, Name]:
    titles = read_table("names_en")["places"]
    return {
        place: Name(kind=kind, title=titles[place][0], within=_nations(codes))
        for table, kind in _TABLES.items()
        for place, codes in _gazetteer()[table].items()
    }


def _nations(codes: str) -> tuple[Nation, ...]:
    return tuple(map(Nation, codes.split()))
