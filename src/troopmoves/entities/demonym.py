"""Words for the people and things of a nation: Canadian, Canadians, kanadische, françaises.

A file a language, `names/demonyms_<language>.toml`, lists one form for each word and says what its end can
become, so that a speaker of the language adds words without reading this module. A word that the people of
two nations bear ("Korean") stands under `[either]` and is refused with both. Nothing is fuzzy.

To add a language: its file, and its name in `gazetteer.LANGUAGES` (see there).
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterator, Mapping
from typing import Final

from troopmoves.entities.gazetteer import LANGUAGES, read_table
from troopmoves.entities.nation import Nation
from troopmoves.entities.spelling import LONGEST, folded
from troopmoves.errors import EntityError, UnknownNationError


def read_demonym(word: str, language: str = "en") -> Nation:
    """Return the nation whose people or things a word names.

    Args:
        word: An adjective or noun, in any number, gender and case; "US" and "UK" too.
        language: "en", "de" or "fr".

    >>> read_demonym("Canadians").code, read_demonym("französischen", "de").code
    ('CAN', 'FRA')
    >>> read_demonym("Korean")
    Traceback (most recent call last):
    troopmoves.errors.UnknownNationError: read_demonym: got 'Korean'; use an ISO 3166-1 alpha-3 code or a \
name from the table; did you mean South Korea, North Korea?

    Raises:
        UnknownNationError: If it names none, or more than one; it lists which, or words that look alike.
        EntityError: If demonyms are not read in that language.
    """
    if not isinstance(word, str):
        raise UnknownNationError("read_demonym", word)
    by_word = _by_word(language)
    nations = by_word.get(folded(word, language), ()) if len(word) <= LONGEST else ()
    if len(nations) == 1:
        return nations[0]
    raise UnknownNationError(
        "read_demonym", word, tuple(one.name for one in nations) or _near(word, language)
    )


def demonyms(language: str = "en") -> Iterator[tuple[str, tuple[Nation, ...]]]:
    """Yield every word of a language, folded, with the nations whose people or things it names.

    >>> dict(demonyms("en"))["congolese"]
    (Nation(code='COD'), Nation(code='COG'))
    """
    yield from _by_word(language).items()


@functools.cache
def _by_word(language: str) -> Mapping[str, tuple[Nation, ...]]:
    """Return the nations that every folded word names; several where the word does not say which."""
    if language not in LANGUAGES:
        rule = f"demonyms are read in {', '.join(LANGUAGES)}"
        raise EntityError("language", language, rule, "use one of these")
    table = read_table(f"demonyms_{language}")
    nations: dict[str, tuple[Nation, ...]] = {}
    for word, codes in table["either"].items():
        nations[folded(word, language)] = tuple(map(Nation, codes.split()))
    for rows, endings in ((table["forms"], table["endings"]), (table["exact"], {"": [""]})):
        for code, words in rows.items():
            for form in words.split(", "):
                for inflected in _inflected(form, endings):
                    nations.setdefault(folded(inflected, language), (Nation(code),))
    return nations


def _inflected(form: str, endings: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield what a form can become by its end; the longest end in the table counts."""
    end = max((end for end in endings if form.endswith(end)), key=len)
    stem = form.removesuffix(end) if end else form
    yield from (stem + ending for ending in endings[end])


_MOST_NEAR: Final = 5


@functools.lru_cache(maxsize=256)
def _near(word: str, language: str) -> tuple[str, ...]:
    if len(word) > LONGEST:
        return ()
    nations = _by_word(language)
    close = difflib.get_close_matches(folded(word, language), nations, n=_MOST_NEAR, cutoff=0.7)
    return tuple(dict.fromkeys(nation.name for word in close for nation in nations[word]))[:_MOST_NEAR]
