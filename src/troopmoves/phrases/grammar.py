"""The order of words in a troop phrase: a pass from left to right over its items, without going back.

A phrase is a chain of segments, each an amount with the words around it, joined by small words that say how
the amounts stand to each other: "of the" (a whole), "and" (a sum), "including" (a part), "to" (the level
after "from"). In a segment the words before the amount, among the nouns and after them are told apart by
`State`; a word that its place does not allow ends the reading, with an error that names it.

To read a new sense: one function in `before.py` or `after.py`, and one row here, at its place in the order in
which a word of several senses is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from troopmoves.phrases import after, before
from troopmoves.phrases.lexicon import Lexicon, Senses
from troopmoves.phrases.reader import Reader
from troopmoves.phrases.segment import BEFORE, HEADS, Segment
from troopmoves.phrases.shape import Item

_Step = Callable[[Reader, Item], bool]
_Steps = tuple[tuple[_Step, ...], tuple[_Step, ...]]

_NOUNS: Final[tuple[tuple[str, _Step], ...]] = (
    *((sense, after.counted) for sense in HEADS),
    ("people", after.describing),
    ("modifier", after.describing),
    ("context", after.situating),
    ("name", after.situating),
    ("proper", after.proper),
    ("open", after.opened),
)
_BEFORE: Final[tuple[tuple[str, _Step], ...]] = (
    ("number", before.number),
    ("refused", before.refused),
    ("range", before.between),
    ("vague", before.vague),
    ("share", before.share),
    ("part", before.portion),
    ("quantity", before.quantity),
    ("hedge", before.hedge),
    ("relation", before.apply),
    ("measure", before.apply),
    ("verb", before.verb),
    ("neutral", before.pass_over),
    ("link", before.link),
    *_NOUNS,
)
_AFTER: Final[tuple[tuple[str, _Step], ...]] = (
    ("number", after.number),
    ("refused", before.refused),
    ("range", after.range_),
    ("link", after.link),
    ("hedge_after", after.hedge_after),
    ("relation", after.described),
    ("measure", after.described),
    ("verb", after.done),
    *_NOUNS,
    ("neutral", before.pass_over),
)


def segments_of(text: str, given: str, known: Lexicon) -> list[tuple[str, Segment]]:
    """Return the segments of a phrase, each with the word that joins it to those before.

    Args:
        text: The phrase, cleaned.
        given: The phrase as it came, for errors.
        known: The words of its language.

    Raises:
        PhraseError: If a word is not understood where it stands.
    """
    reader = Reader(text, given, known)
    items = reader.items
    while reader.at < len(items):
        item = items[reader.at]
        steps = item.senses.steps or _steps(item.senses)
        for step in steps[reader.segment.state is not BEFORE]:
            if step(reader, item):
                break
        else:
            reader.refuse(item)
        reader.at += 1
    reader.close()
    return reader.segments


def _steps(senses: Senses) -> _Steps:
    """Return what is done at a word before the amount and after it, and keep it with the word."""
    steps = (
        tuple(step for sense, step in _BEFORE if sense in senses),
        tuple(step for sense, step in _AFTER if sense in senses),
    )
    senses.steps = steps
    return steps
