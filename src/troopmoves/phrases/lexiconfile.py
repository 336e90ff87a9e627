"""The lexicons, each read from its file once and checked key by key; all of its problems are told at once.

To add a key to the files: one field in a record of `lexicon.py`, and its reading here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, Final

import attrs

from troopmoves.errors import DocumentError, PhraseError, Problem
from troopmoves.phrases.lexicon import Entry, Expression, Fixed, Lexicon, Numbers, Senses, Wording, Writing
from troopmoves.phrases.sense import HEDGES, fault
from troopmoves.phrases.tokens import tokens
from troopmoves.quantity.vague import VAGUE_WORDS

LANGUAGES: Final = ("en", "de", "fr")
"""The languages that have a lexicon."""

_TABLES = ("writing", "numbers", "wording", "entry")
_FORMS = {
    **dict.fromkeys(HEDGES, "{number}"),
    "exact": "{number}",
    "range": "{low}{high}",
    "range_in_full": "{low}{high}",
    "range_about": "{range}",
    "unspecified": "",
    "unknown": "",
    "zero": "",
}
_ENTRY_KEYS = ("words", "example", "source")
_BLANK = re.compile(r"\{[a-z]+\}")
_NUMBER_KEYS = ("below_hundred", "scales", "bare_scales", "connectors", "fixed", "rounded")


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language; its file is read once.

    Raises:
        PhraseError: If there is no lexicon of that language.
        DocumentError: If the file is not as it should be.
    """
    if language not in LANGUAGES:
        way_out = f"use {', '.join(LANGUAGES)}, or None to try all"
        raise PhraseError("read_phrase.language", language, "no lexicon of that language", way_out)
    path = files("troopmoves.phrases") / "lexicons" / f"{language}.toml"
    return parse_lexicon(path.read_text(encoding="utf-8"), language)


def parse_lexicon(text: str, language: str) -> Lexicon:
    """Return the lexicon that a TOML text holds.

    Raises:
        DocumentError: With every problem of the text.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DocumentError(f"lexicon {language}", [Problem("", "the text", str(error))]) from error
    problems = [*_problems(table)]
    if problems:
        raise DocumentError(f"lexicon {language}", problems)
    writing = Writing(**{key: _frozen(value) for key, value in table["writing"].items()})
    entries = tuple(_entry(row) for row in table["entry"])
    words, expressions = _indexed(entries, problems, elides=writing.elides)
    if problems:
        raise DocumentError(f"lexicon {language}", problems)
    numbers = _numbers(table["numbers"], elides=writing.elides)
    counting = numbers.words | numbers.fixed.keys()
    articles = {word for word, senses in words.items() if senses.get("link") == "article"}
    special = expressions.keys() | counting | articles
    alone = {each.words[0] for found in numbers.fixed.values() for each in found if len(each.words) == 1}
    return Lexicon(
        language=language,
        writing=writing,
        refused=writing.refused,
        closed=frozenset(writing.closed),
        numbers=numbers,
        wording=_wording(table["wording"]),
        entries=entries,
        words=words,
        plain={word: senses for word, senses in words.items() if word not in special},
        short_openings={first: found for first, found in expressions.items() if first not in alone},
        opening_words={word: words[word] for word in expressions.keys() & words.keys() - counting - articles},
        figure=re.compile(
            rf"[1-9][0-9]{{0,2}}(?:{re.escape(writing.thousands[0])}[0-9]{{3}}){{0,5}}|[1-9][0-9]{{0,17}}"
        ),
        numerals=frozenset(numbers.below_hundred.keys() - articles),
        fixed_seconds=frozenset(
            each.words[1] for found in numbers.fixed.values() for each in found if len(each.words) > 1
        ),
        expressions=expressions,
    )


def _frozen(value: Any) -> Any:  # noqa: ANN401 (TOML values)
    return tuple(value) if isinstance(value, list) else value


def _problems(table: Mapping[str, Any]) -> Iterable[Problem]:
    for key in table.keys() - set(_TABLES):
        yield Problem(key, table[key], "no such table", f"understood are {', '.join(_TABLES)}")
    for key in set(_TABLES) - table.keys():
        yield Problem(key, None, "every lexicon has this table")
    known = {field.name for field in attrs.fields(Writing)}
    for key, value in table.get("writing", {}).items():
        if key not in known:
            yield Problem(
                f"writing.{key}", value, "no such key", f"understood are {', '.join(sorted(known))}"
            )
    for key in {"thousands", "decimal"} - table.get("writing", {}).keys():
        yield Problem(f"writing.{key}", None, "every lexicon says this")
    yield from _number_problems(table.get("numbers", {}))
    yield from _wording_problems(table.get("wording", {}))
    for index, row in enumerate(table.get("entry", ())):
        yield from _entry_problems(f"entry[{index}]", row)


def _number_problems(numbers: Mapping[str, Any]) -> Iterable[Problem]:
    for key in numbers.keys() - set(_NUMBER_KEYS):
        yield Problem(
            f"numbers.{key}", numbers[key], "no such key", f"understood are {', '.join(_NUMBER_KEYS)}"
        )
    for key in set(_NUMBER_KEYS) - numbers.keys():
        yield Problem(f"numbers.{key}", None, "every lexicon has this key")
    for key, allowed in (("below_hundred", range(1, 100)), ("scales", range(2, 10**10))):
        for value in numbers.get(key, {}):
            if not (value.isdecimal() and int(value) in allowed):
                yield Problem(f"numbers.{key}", value, f"a number from {allowed[0]} to {allowed[-1]}")


def _wording_problems(wording: Mapping[str, Any]) -> Iterable[Problem]:
    for key in wording.keys() - _FORMS.keys() - {"vague"}:
        yield Problem(f"wording.{key}", wording[key], "no such kind", f"understood are {', '.join(_FORMS)}")
    for key, blanks in _FORMS.items():
        form = wording.get(key)
        if not isinstance(form, str) or "".join(_BLANK.findall(form)) != blanks:
            yield Problem(
                f"wording.{key}", form, f"every lexicon words this kind, with {blanks or 'no blank'}"
            )
    vague = wording.get("vague", {})
    for word in VAGUE_WORDS.keys() ^ vague.keys():
        yield Problem(
            f"wording.vague.{word}", vague.get(word), "one form for each vague word of the notation"
        )


def _entry_problems(path: str, row: Mapping[str, Any]) -> Iterable[Problem]:
    words = row.get("words")
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        yield Problem(f"{path}.words", words, "an entry has a list of words")
    if not isinstance(row.get("example"), str):
        yield Problem(f"{path}.example", row.get("example"), "an entry has a phrase as its example")
    senses = {key: value for key, value in row.items() if key not in _ENTRY_KEYS}
    if not senses:
        yield Problem(path, words, "an entry has a sense", "see troopmoves.phrases.sense")
    for sense, means in senses.items():
        if not isinstance(means, str):
            yield Problem(f"{path}.{sense}", means, "the meaning of a sense is text")
        elif rule := fault(sense, means):
            yield Problem(f"{path}.{sense}", means, rule)


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(
        words=tuple(row["words"]),
        senses=Senses({key: value for key, value in row.items() if key not in _ENTRY_KEYS}),
        example=row["example"],
        source=row.get("source", ""),
    )


def _wording(table: Mapping[str, Any]) -> Wording:
    return Wording(forms={key: table[key] for key in _FORMS}, vague=dict(table["vague"]))


def _keys(words: str, *, elides: bool) -> tuple[str, ...]:
    if words.endswith((".", "'", ",", ";", ":")):
        # A mark at the end of a text is no token, and an elided word needs another after its apostrophe.
        follower = "x" if elides and words.endswith("'") else " x"
        return tuple(token.key for token in tokens(words + follower, elides=elides))[:-1]
    return tuple(token.key for token in tokens(words, elides=elides))


def _indexed(
    entries: tuple[Entry, ...], problems: list[Problem], *, elides: bool
) -> tuple[dict[str, Senses], dict[str, dict[str, tuple[Expression, ...]]]]:
    gathered: dict[tuple[str, ...], dict[str, str]] = {}
    for index, entry in enumerate(entries):
        for words in entry.words:
            keys = _keys(words, elides=elides)
            senses = gathered.setdefault(keys, {})
            for sense, means in entry.senses.items():
                if senses.setdefault(sense, means) != means:
                    rule = f"{words!r} already means {senses[sense]!r} in this sense"
                    problems.append(Problem(f"entry[{index}].{sense}", means, rule))
    single = {keys[0]: Senses(senses) for keys, senses in gathered.items() if len(keys) == 1}
    several: dict[str, dict[str, tuple[Expression, ...]]] = {}
    for keys in sorted(gathered, key=len, reverse=True):
        if len(keys) > 1:
            seconds = several.setdefault(keys[0], {})
            expression = Expression(keys, Senses(gathered[keys]))
            seconds[keys[1]] = (*seconds.get(keys[1], ()), expression)
    return single, several


def _numbers(table: Mapping[str, Any], *, elides: bool) -> Numbers:
    below_hundred = {word: int(value) for value, words in table["below_hundred"].items() for word in words}
    scales = {word: int(value) for value, words in table["scales"].items() for word in words}
    fixed: dict[str, list[Fixed]] = {}
    for key in ("fixed", "rounded"):
        for value, several in table[key].items():
            for words in several:
                keys = _keys(words, elides=elides)
                fixed.setdefault(keys[0], []).append(Fixed(keys, Fraction(value), key == "rounded"))
    return Numbers(
        below_hundred=below_hundred,
        scales=scales,
        bare_scales=frozenset(table["bare_scales"]),
        connectors=frozenset(table["connectors"]),
        fixed={
            first: tuple(sorted(found, key=lambda each: -len(each.words))) for first, found in fixed.items()
        },
        words=frozenset((*below_hundred, *scales)),
        beginnings=frozenset(word[:3] for word in (*below_hundred, *scales)),
        longest=max(len(word) for word in (*below_hundred, *scales)),
    )
