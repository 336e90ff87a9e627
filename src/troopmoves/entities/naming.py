"""Names of nations and places as people and data sets write them, read whole or refused.

A name is looked up first (`troopmoves.entities.gazetteer`). What is in no table is taken apart by a few
rules: totals and rests, brackets that say a name twice or say what is counted with it, lists of several
hosts, lands of what ceased. Every piece must be understood. Nothing is fuzzy; the error proposes names that
look alike.

To add a rule: one function here that returns a `Name` or None, its place in `_RULES`, one test.
"""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Callable, Iterable
from typing import Final

import attrs

from troopmoves.entities.agreement import agreed, less, together
from troopmoves.entities.gazetteer import LANGUAGES, Lexicon, island_nations, lexicon, name_of
from troopmoves.entities.name import Name, NameKind
from troopmoves.entities.nation import Nation, is_nation_code
from troopmoves.entities.spelling import LONGEST, bracketed, folded, spellings
from troopmoves.errors import UnknownNationError


def read_name(text: str, language: str | None = "en") -> Name:
    """Return what a name stands for, a nation or not.

    Args:
        text: A name as news or a table writes it, or the code of a nation.
        language: "en", "de" or "fr"; None tries all, and refuses where they disagree.

    >>> print(read_name("Iran (Islamic Republic of)"), read_name("Mittelmeer", "de"), sep=", ")
    Iran (nation), Mediterranean Sea (sea)
    >>> read_name("Atlantis")
    Traceback (most recent call last):
    troopmoves.errors.UnknownNationError: read_name: got 'Atlantis'; use an ISO 3166-1 alpha-3 code or a \
name from the table; did you mean Atlantic Ocean?

    Raises:
        UnknownNationError: If not all of it is understood; it lists names that look alike.
        EntityError: If names are not read in that language.
    """
    if not isinstance(text, str):
        raise UnknownNationError("read_name", text)
    if language is not None:
        found = _read_in(text, lexicon(language))
        if found is None:
            raise UnknownNationError("read_name", text, _near(text, language))
        return attrs.evolve(found, text=text)
    meanings = {found for one in LANGUAGES if (found := _read_in(text, lexicon(one))) is not None}
    if len(meanings) != 1:
        titles = sorted({meaning.title for meaning in meanings})
        raise UnknownNationError("read_name", text, tuple(titles) or _near(text, "en"))
    return attrs.evolve(meanings.pop(), text=text)


def _read_in(text: str, words: Lexicon) -> Name | None:
    if len(text) > LONGEST:
        return None
    if is_nation_code(text.strip()):
        return name_of(Nation(text.strip()))
    return _read(folded(text, words.language), words)


@functools.lru_cache(maxsize=4096)
def _looked_up(name: str, language: str) -> Name | None:
    names = lexicon(language).names
    return next((names[form] for form in spellings(name) if form in names), None)


def _read(name: str, words: Lexicon) -> Name | None:
    """Return the meaning of a folded name; every rule reads something shorter, so this ends."""
    found = _looked_up(name, words.language)
    if found is not None:
        return found
    return next((found for rule in _RULES if (found := rule(name, words)) is not None), None)


def _sum(name: str, words: Lexicon) -> Name | None:
    """Total - Former Soviet Union; Total (in/around Afghanistan as of September 30, 2007) -."""
    return _counted(name, words, "total", NameKind.TOTAL)


def _rest(name: str, words: Lexicon) -> Name | None:
    """Other Europe."""
    return _counted(name, words, "rest", NameKind.UNKNOWN)


def _counted(name: str, words: Lexicon, use: str, kind: NameKind) -> Name | None:
    for word in words.words[use]:
        for whole in (_after(name, word), _before(name, word)):
            if whole is None:
                continue
            bare = _without_date(whole.strip("(), :"), words)
            for around in words.words["around"]:
                bare = bare.removeprefix(f"{around} ")
            if bare and (part := _read(bare, words)) is not None:
                return Name(kind=kind, title=f"{use} of {part.title}", parts=(part,))
    return None


def _without_date(name: str, words: Lexicon) -> str:
    for word in words.words["as_of"]:
        name = re.sub(rf" {re.escape(word)} [a-z0-9, ]*[0-9]{{4}}$", "", name)
    return name


def _in_brackets(name: str, words: Lexicon) -> Name | None:
    """Sri Lanka (Ceylon); Cuba (Guantanamo); Israel (Incl. Jerusalem); Kuwait (not available)."""
    both = bracketed(name)
    if both is None:
        return None
    outer, inner = both
    if any(inner == note or inner.startswith(f"{note} ") for note in words.words["notes"]):
        return _read(outer, words)
    for use, combine in (("including", together), ("and", together), ("excluding", less)):
        for word in words.words[use]:
            if (more := _after(inner, word)) is not None:
                return _with(_read(outer, words), _several(more, words, outer), combine)
    first, second = _read(outer, words), _read(inner, words)
    if first is None:
        is_named = any(_after(outer, word) is not None for word in words.words["operation"])
        return second if is_named else None
    if second is not None:
        return agreed(first, second)
    # One stretch of a country, "(Interior)", is not the country.
    items = () if inner in words.words["stretches"] else _several(inner, words, outer)
    return _with(first, items, _made_of)


def _with(
    name: Name | None, others: tuple[Name, ...], combine: Callable[[Name, tuple[Name, ...]], Name | None]
) -> Name | None:
    return combine(name, others) if name is not None and others else None


def _made_of(name: Name, others: tuple[Name, ...]) -> Name | None:
    """Return the whole of which a bracket lists members or parts, or None."""
    lands = {nation for other in others for nation in other.land}
    return name if lands <= set(name.land) else None


def _several(text: str, words: Lexicon, whole: str = "") -> tuple[Name, ...]:
    """Return what a list names, or nothing where a piece is not understood; longest pieces first."""
    pieces = re.split(rf"( ?[,;/] ?(?:{words.words['and'][0]} )?| (?:{'|'.join(words.words['and'])}) )", text)
    return _joined(tuple(pieces), words, whole) if len(pieces) < _MOST_PIECES else ()


_MOST_PIECES: Final = 40


def _joined(pieces: tuple[str, ...], words: Lexicon, whole: str) -> tuple[Name, ...]:
    if not pieces:
        return ()
    for end in range(len(pieces), 0, -2):
        found = _piece("".join(pieces[:end]).strip(), words, whole)
        if found is not None:
            rest = _joined(pieces[end + 1 :], words, whole)
            return (found, *rest) if rest or end == len(pieces) else ()
    return ()


def _piece(text: str, words: Lexicon, whole: str) -> Name | None:
    """Return what a piece of a list names, if need be with the name that the list stands behind."""
    found = _looked_up(text, words.language)
    if whole and (found is None or text in words.words["stretches"]):
        # "Germany (Federal Republic and West Berlin)", "Spain (Interior and Mediterranean)".
        if text in words.words["stretches"]:
            return _looked_up(whole, words.language)
        joins = (f"{text} {whole}", *(f"{text} {of} {whole}" for of in words.words["around"]))
        return next((one for join in joins if (one := _looked_up(join, words.language))), None)
    return found


def _list(name: str, words: Lexicon) -> Name | None:
    """Fiji & Tonga; USSR and East Europe; Azores, Portugal."""
    before, comma, after = name.partition(", ")
    if (
        comma
        and (place := _looked_up(before, words.language))
        and (land := _looked_up(after, words.language))
    ):
        found = agreed(place, land)
        if found is not None and found.kind is not NameKind.EITHER:
            return found
    names = _several(name, words)
    return together(names[0], names[1:]) if len(names) > 1 else None


def _former(name: str, words: Lexicon) -> Name | None:
    """Former East Germany: the land of what ceased."""
    for word in words.words["former"]:
        rest = _after(name, word)
        gone = None if rest is None else _looked_up(rest, words.language)
        if gone is not None and gone.kind is NameKind.HISTORIC:
            return Name(kind=NameKind.REGION, title=f"former {gone.title}", within=gone.within)
    return None


def _region_behind(name: str, words: Lexicon) -> Name | None:
    """Trinidad BWI."""
    rests = (_before(name, word) for word in words.words["behind"])
    return next((found for rest in rests if rest and (found := _looked_up(rest, words.language))), None)


def _island(name: str, words: Lexicon) -> Name | None:
    """Bahrein Island."""
    for word in words.words["islands"]:
        rest = _before(name, word)
        found = None if rest is None else _looked_up(rest, words.language)
        if found is not None and found.nation in island_nations():
            return found
    return None


def _pair(name: str, words: Lexicon) -> Name | None:
    """Iraq-Kuwait: the dash between two nations is folded to a space."""
    for space in re.finditer(" ", name):
        first, second = (
            _looked_up(part, words.language) for part in (name[: space.start()], name[space.end() :])
        )
        if first and second and first.nation is not None and second.nation is not None:
            return together(first, (second,))
    return None


_RULES: Final = (_sum, _rest, _in_brackets, _former, _region_behind, _island, _list, _pair)
"""The rules by which a name is taken apart, in the order in which they are tried."""


def _after(name: str, word: str) -> str | None:
    """Return what follows a word at the beginning of a name."""
    return name[len(word) :].strip() if name.startswith((f"{word} ", f"{word}(")) else None


def _before(name: str, word: str) -> str | None:
    """Return what stands before a word at the end of a name."""
    return name.removesuffix(f" {word}").strip(", ") if name.endswith(f" {word}") else None


_MOST_NEAR: Final = 5


@functools.lru_cache(maxsize=256)
def _near(text: str, language: str) -> tuple[str, ...]:
    """Return the plain names of what the text may have meant."""
    if len(text) > LONGEST:
        return ()
    names = lexicon(language).names
    close: Iterable[str] = difflib.get_close_matches(folded(text, language), names, n=_MOST_NEAR, cutoff=0.7)
    return tuple(dict.fromkeys(names[name].title for name in close))
