"""The items of a phrase whose words and figures stand between blanks, as in most phrases: the short way.

It gives what the tokens of `items.py` give, or nothing at all: most marks inside a word, number words with
scales and figures in groups by blanks send the phrase the long way. A law compares the two.

To let another form of word go the short way: one branch in `_other`; the law says whether it may.
"""

from __future__ import annotations

from typing import Final

from troopmoves.phrases.figures import Number
from troopmoves.phrases.lexicon import Lexicon, Senses
from troopmoves.phrases.shape import NUMBER, Item, by_shape

_DIGITS: Final = frozenset("0123456789")
_TRIMMED: Final = frozenset(".,;:'")
_TRIMMED_BEFORE: Final = frozenset("('")
_new = tuple.__new__  # makes an item in half the time of Item(...)


def items_between_blanks(text: str, known: Lexicon) -> list[Item] | None:
    """Return the items of a cleaned phrase, or None if it needs the long way."""
    # Some marks at the ends are none of the phrase, and a bare apostrophe may be a quotation mark.
    if not text or text[-1] in _TRIMMED or text[0] in _TRIMMED_BEFORE or "' " in text or " '" in text:
        return None
    if ", " in text:
        if ", 0" in text:
            return None  # "30, 000" is one figure
        text = text.replace(", ", " , ")
    lowered = text.lower()
    if len(lowered) != len(text):
        return None
    chunks, keys = text.split(" "), lowered.split(" ")
    plain = known.plain
    items: list[Item] = []
    place = at = 0
    while place < len(keys):
        key = keys[place]
        senses = plain.get(key)
        if senses is not None and key != ",":
            items.append(_new(Item, (senses, key, at, at + len(key), None, False)))
            place += 1
        else:
            found, taken = _other(chunks, keys, place, at, known)
            if not taken:
                return None
            items += found
            place += taken
        at = items[-1].end + 1
    return items


def _other(  # noqa: PLR0911 (one return for each way in which a blank is filled)
    chunks: list[str], keys: list[str], place: int, at: int, known: Lexicon
) -> tuple[tuple[Item, ...], int]:
    """Return the items at a word that may be more than one, and how many words they take; 0 if unsure."""
    key = keys[place]
    follower = keys[place + 1] if place + 1 < len(keys) else ""
    if key[:1] in _DIGITS:
        if "-" in key:
            pieces = _sized(key, at, known)
            return pieces, 1 if pieces else 0
        number = _figure(key, follower, known)
        return (
            ((), 0) if number is None else ((_new(Item, (NUMBER, key, at, at + len(key), number, False)),), 1)
        )
    if key == "," and place:
        return (Item(known.words[key], key, at - 1, at, glued=True),), 1
    senses, size = _expression(keys, place, known) if key in known.short_openings else (None, 0)
    if senses is not None:
        words = keys[place : place + size]
        end = at + sum(map(len, words)) + size - 1 - words.count(",")
        return (_new(Item, (senses, key, at, end, None, False)),), size
    senses, number = known.opening_words.get(key), None
    if senses is None and key in known.numerals:
        senses, number = NUMBER, _numeral(key, follower, known)
        if number is None:
            return (), 0
    senses = senses or _word(chunks[place], key, follower, known)
    if senses is None:
        return (), 0
    return (_new(Item, (senses, key, at, at + len(key), number, False)),), 1


def _expression(keys: list[str], place: int, known: Lexicon) -> tuple[Senses | None, int]:
    """Return the senses of the longest expression at a word, and how many words it has."""
    if place + 1 == len(keys):
        return None, 0
    for words, senses in known.short_openings[keys[place]].get(keys[place + 1], ()):
        size = len(words)
        if size == 2 or tuple(keys[place : place + size]) == words:  # noqa: PLR2004
            return senses, size
    return None, 0


def _numeral(key: str, follower: str, known: Lexicon) -> Number | None:
    """Return a number word that stands alone."""
    alone = not follower or (follower in known.plain and follower not in known.fixed_seconds)
    return Number(known.numbers.below_hundred[key], 0) if alone else None


def _figure(key: str, follower: str, known: Lexicon) -> Number | None:
    """Return a figure that stands alone."""
    goes_on = follower not in known.plain and bool(follower)
    if goes_on and (not follower.isalpha() or follower in known.numbers.words):
        return None
    if known.figure.fullmatch(key) is None:
        return None
    value = int(key.replace(known.writing.thousands[0], ""))
    return _new(Number, (value, 0, False, False, 1, ""))


def _sized(key: str, at: int, known: Lexicon) -> tuple[Item, ...]:
    """Return the three items of "5,000-strong", or none."""
    first, _, last = key.partition("-")
    senses = known.plain.get(last)
    if senses is None or not last.isalpha() or known.figure.fullmatch(first) is None:
        return ()
    if last in known.expressions.get("-", ()):
        return ()
    number = Number(int(first.replace(known.writing.thousands[0], "")), 0)
    middle = at + len(first)
    return (
        Item(NUMBER, first, at, middle, number),
        Item(known.words["-"], "-", middle, middle + 1, glued=True),
        Item(senses, last, middle + 1, at + len(key), glued=True),
    )


def _word(word: str, key: str, follower: str, known: Lexicon) -> Senses | None:
    """Return the senses of a word that is no part of a number, or None if it may be one."""
    senses = known.words.get(key)
    if senses is not None and senses.get("link") == "article":
        return senses if follower in known.plain and follower not in known.fixed_seconds else None
    if not word.isalpha() or key in known.numbers.words or key in known.numbers.fixed:
        return None
    if senses is None and not known.writing.joins_words:
        return by_shape(word, known)
    return senses
