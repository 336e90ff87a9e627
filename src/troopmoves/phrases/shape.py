"""An item of a phrase, and what a word that no lexicon lists is by its shape.

A name is known by its capital, a German compound by its last part ("Bundeswehrsoldaten"), an adjective by its
ending ("NATO-led", "grizzled") or its hyphen. Words that could change what a figure means are closed to this:
those with a stem of casualties, and those that the lexicon names ("than", "would-be"). Any other word is
open: it is accepted in what is said of place and task, and nowhere else.

To add a shape: one rule in `by_shape`, one test.
"""

from __future__ import annotations

import functools
from typing import Final, NamedTuple

from troopmoves.phrases.figures import Number
from troopmoves.phrases.lexicon import Lexicon, Senses
from troopmoves.phrases.people import is_demonym

NOTHING: Final = Senses({})
NUMBER: Final = Senses({"number": ""})
NAME: Final = Senses({"name": ""})
PEOPLE: Final = Senses({"people": ""})
PROPER: Final = Senses({"proper": ""})
SHAPED: Final = Senses({"modifier": "", "shaped": ""})
OPEN: Final = Senses({"open": ""})

_HEADS = ("noun", "one", "collective", "bodies", "echelon", "one_echelon", "asset", "context")
_SHORTEST_PART, _SHORTEST_HEAD = 3, 4


class Item(NamedTuple):
    """A number or an expression, its senses, and where it stands in the phrase."""

    senses: Senses
    key: str
    start: int
    end: int
    number: Number | None = None
    glued: bool = False
    """Whether nothing stands between it and the item before."""


@functools.lru_cache(maxsize=4_096)
def by_shape(text: str, known: Lexicon) -> Senses:
    """Return the senses of a word that the lexicon does not list, by its shape; none if it has none."""
    writing = known.writing
    key = text.lower()
    if known.refused.search(key) or _is_closed(key, known):
        return NOTHING
    if is_demonym(text, known.language):
        return PEOPLE
    compound = _compound(key, text, known)
    if compound is not None:
        return compound
    if text[0].isupper() or not text[text.rfind("-") + 1 :].islower():
        if key.endswith(writing.endings) and not writing.capitals_are_names:
            return SHAPED
        return NAME if writing.capitals_are_names else PROPER
    return SHAPED if key.endswith(writing.endings) and len(key) > _SHORTEST_HEAD else OPEN


def _is_closed(key: str, known: Lexicon) -> bool:
    """Return whether a word could change what a figure means: "than", "would-be", "thirty-something"."""
    parts = key.split("-")
    if not known.closed.isdisjoint((key, *parts)):
        return True
    if len(parts) == 1 or known.numbers.words.isdisjoint(parts):
        return False
    return not (key.endswith(known.writing.endings) or "context" in known.words.get(parts[-1], NOTHING))


def _compound(key: str, text: str, known: Lexicon) -> Senses | None:
    """Return what the last part of a word makes of it: "US-Soldaten", "Bundeswehrsoldaten"."""
    first, hyphen, last = key.rpartition("-")
    senses = known.words.get(last) if hyphen else None
    if senses is not None:
        if "refused" in senses:
            return senses
        heads = any(head in senses for head in _HEADS)
        if heads or "modifier" in senses or "people" in senses:
            if not heads or (_is_place(senses) and not _is_known(first, known)):
                return SHAPED
            return senses if _describes(first, text, known) else NOTHING
    if text.isupper() and len(text) > 1:
        return NAME
    if hyphen and text[len(first) + 1 :].islower():
        return SHAPED
    return _joined_word(key, known) if known.writing.joins_words else None


def _joined_word(key: str, known: Lexicon) -> Senses | None:
    """Return the senses of the last part of a word made of others without a hyphen."""
    for start in range(_SHORTEST_PART, len(key) - _SHORTEST_HEAD + 1):
        joined = known.words.get(key[start:])
        if joined is not None and any(head in joined for head in _HEADS):
            return joined
    return None


def _is_place(senses: Senses) -> bool:
    """Return whether a word is only said of places, tasks and times."""
    return "context" in senses and not any(head in senses for head in _HEADS if head != "context")


def _is_known(first: str, known: Lexicon) -> bool:
    """Return whether the first part counts or names people: "man-years" is not like "partner-nation"."""
    return first in known.words and any(head in known.words[first] for head in _HEADS)


def _describes(first: str, text: str, known: Lexicon) -> bool:
    """Return whether the parts before the last hyphen only tell which people are meant."""
    parts = first.split("-")
    return text[0].isupper() or all(
        part in known.writing.prefixes
        or any(sense in known.words.get(part, NOTHING) for sense in ("modifier", "people", *_HEADS))
        for part in parts
    )
