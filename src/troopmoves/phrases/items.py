"""The tokens of a phrase as items: numbers, and words with the senses that a lexicon gives them.

The longest expression wins: "more than" is not "more". A word that no lexicon lists may still be known by its
shape (`shape.py`). Whatever remains has no sense, and is refused where it stands.

To add a form of number: one branch in `itemised`, one test.
"""

from __future__ import annotations

from troopmoves.errors import PhraseError
from troopmoves.phrases.blanks import items_between_blanks
from troopmoves.phrases.figures import FigureError, Number, fixed_at, number_at
from troopmoves.phrases.lexicon import Lexicon, Senses
from troopmoves.phrases.shape import NAME, NOTHING, NUMBER, Item, by_shape
from troopmoves.phrases.tokens import Form, Token, tokens

WHERE = "read_phrase"
"""Where the errors of reading arise."""

_new = tuple.__new__  # makes an item in half the time of Item(...)


def itemised(text: str, given: str, known: Lexicon) -> list[Item]:
    """Return the items of a cleaned phrase.

    Args:
        text: The phrase, cleaned.
        given: The phrase as it came, for errors.
        known: The words of its language.

    Raises:
        PhraseError: If digits in it are no figure.
    """
    items = items_between_blanks(text, known)
    return items_by_tokens(text, given, known) if items is None else items


def items_by_tokens(text: str, given: str, known: Lexicon) -> list[Item]:
    """Return the items the long way, by tokens."""
    found = tokens(text, elides=known.writing.elides)
    numbers, openings = known.numbers, known.expressions
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
    for expression in known.expressions[key].get(found[at + 1].key, ()):
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
