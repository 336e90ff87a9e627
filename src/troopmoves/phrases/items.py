"""The tokens of a phrase as items: numbers, and words with the senses that a lexicon gives them.

The longest expression wins: "more than" is not "more". A word that no lexicon lists may still be known by its
shape: a name by its capital, a German compound by its last part ("Bundeswehrsoldaten"), an adjective by its
ending ("NATO-led"); none that holds a stem of casualties is. Whatever remains has no sense, and is refused
where it stands.

To add a shape: one rule in `_by_shape`, one test.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from troopmoves.errors import PhraseError
from troopmoves.phrases.figures import FigureError, Number, fixed_at, number_at
from troopmoves.phrases.lexicon import Lexicon, Senses
from troopmoves.phrases.people import is_demonym
from troopmoves.phrases.tokens import Form, Token, tokens

WHERE = "read_phrase"
"""Where the errors of reading arise."""

NOTHING: Final = Senses({})
NUMBER: Final = Senses({"number": ""})
NAME: Final = Senses({"name": ""})
PEOPLE: Final = Senses({"people": ""})
PROPER: Final = Senses({"proper": ""})
SHAPED: Final = Senses({"modifier": "", "shaped": ""})

_HEADS = ("noun", "one", "collective", "bodies", "echelon", "one_echelon", "asset", "context")
_SHORTEST_PART, _SHORTEST_HEAD = 3, 4


_new = tuple.__new__  # makes an item in half the time of Item(...)


class Item(NamedTuple):
    """A number or an expression, its senses, and where it stands in the phrase."""

    senses: Senses
    key: str
    start: int
    end: int
    number: Number | None = None
    glued: bool = False
    """Whether nothing stands between it and the item before."""


def itemised(text: str, given: str, known: Lexicon) -> list[Item]:
    """Return the items of a cleaned phrase.

    Args:
        text: The phrase, cleaned.
        given: The phrase as it came, for errors.
        known: The words of its language.

    Raises:
        PhraseError: If digits in it are no figure.
    """
    found = tokens(text, elides=known.writing.elides)
    numbers, openings = known.numbers, known.openings
    items: list[Item] = []
    at, before = 0, -1
    count = len(found)
    while at < count:
        token = found[at]
        key = token.key
        plain = known.plain.get(key)
        if plain is not None and token.start != before:
            before = token.end
            items.append(_new(Item, (plain, key, token.start, before, None, False)))
            at += 1
            continue
        number: Number | None = None
        read = _expression(found, at, known, key) if key in openings else None
        if read is None and key not in numbers.words:
            read = _word(known, key, at)
        if key in numbers.fixed or read is None:
            try:
                if key in numbers.fixed:
                    number = fixed_at(found, at, known)
                if number is None and read is None:
                    number = number_at(found, at, known)
            except FigureError as error:
                raise _misfigured(given, token.text, token.start, str(error)) from None
        if number is not None:
            senses, end = NUMBER, number.end
        else:
            senses, end = read or _single(found, at, known)
        glued = token.start == before
        if glued and items[-1].number is not None and token.form is not Form.MARK:
            shown = text[items[-1].start : token.end]
            raise _misfigured(given, shown, items[-1].start, "a figure and a word run together")
        before = token.end if end == at + 1 else found[end - 1].end
        items.append(_new(Item, (senses, key, token.start, before, number, glued)))
        at = end
    return items


def _misfigured(given: str, shown: str, at: int, reason: str) -> PhraseError:
    rule = f"{shown!r} (character {at}): {reason}"
    return PhraseError(WHERE, given, rule, "write it plainly", word=shown, at=at)


def _expression(found: list[Token], at: int, known: Lexicon, key: str) -> tuple[Senses, int] | None:
    if at + 1 == len(found):
        return None
    for expression in known.expressions.get((key, found[at + 1].key), ()):
        words = expression.words
        end = at + len(words)
        if end == at + 2 or (end <= len(found) and tuple(each.key for each in found[at:end]) == words):
            return expression.senses, end
    return None


def _word(known: Lexicon, key: str, at: int) -> tuple[Senses, int] | None:
    """Return the senses of a word that begins no number; an article may."""
    senses = known.words.get(key)
    return None if senses is None or senses.get("link") == "article" else (senses, at + 1)


def _single(found: list[Token], at: int, known: Lexicon) -> tuple[Senses, int]:
    token = found[at]
    if (senses := known.words.get(token.key)) is not None:
        return senses, at + 1
    if token.form is Form.NAME:
        return NAME, at + 1
    if token.form is Form.WORD:
        return by_shape(token.text, known), at + 1
    return NOTHING, at + 1


def by_shape(text: str, known: Lexicon) -> Senses:
    """Return the senses of a word that the lexicon does not list, by its shape; none if it has none."""
    writing = known.writing
    key = text.lower()
    if known.refused.search(key):
        return NOTHING
    if is_demonym(text, known.language):
        return PEOPLE
    compound = _compound(key, text, known)
    if compound is not None:
        return compound
    if key.endswith(writing.endings) and len(key) > _SHORTEST_HEAD:
        return SHAPED
    if text[0].isupper():
        return NAME if writing.capitals_are_names else PROPER
    return NOTHING


def _compound(key: str, text: str, known: Lexicon) -> Senses | None:
    """Return what the last part of a word makes of it: "US-Soldaten", "Bundeswehrsoldaten"."""
    first, hyphen, last = key.rpartition("-")
    senses = known.words.get(last) if hyphen else None
    if senses is not None:
        if "refused" in senses:
            return senses
        heads = any(head in senses for head in _HEADS)
        if heads or "modifier" in senses or "people" in senses:
            found = senses if heads else SHAPED
            return found if _describes(first, text, known) else NOTHING
    if text.isupper() and len(text) > 1:
        return NAME
    if hyphen and (last.endswith(known.writing.compound_endings) or first in known.writing.prefixes):
        return SHAPED
    if known.writing.joins_words:
        for start in range(_SHORTEST_PART, len(key) - _SHORTEST_HEAD + 1):
            joined = known.words.get(key[start:])
            if joined is not None and any(head in joined for head in _HEADS):
                return joined
    return None


def _describes(first: str, text: str, known: Lexicon) -> bool:
    """Return whether the parts before the last hyphen only tell which people are meant."""
    parts = first.split("-")
    return text[0].isupper() or all(
        part in known.writing.prefixes
        or any(sense in known.words.get(part, NOTHING) for sense in ("modifier", "people", *_HEADS))
        for part in parts
    )
