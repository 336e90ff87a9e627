"""The senses that a word of a phrase can have, and what each may mean.

To add a sense: one row in `SENSES`, its reading in `grammar.py` or `amount.py`, one row in
docs/reference/phrases.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, final

import attrs

from troopmoves.entities.unit import Echelon
from troopmoves.errors import NotationError
from troopmoves.phrases.phrase import Measure, Relation
from troopmoves.quantity.share import Share
from troopmoves.quantity.vague import VAGUE_WORDS

HEDGES: Final = ("about", "nearly", "just_over", "at_least", "more_than", "at_most", "fewer_than", "up_to")
"""The kinds of headcount that a hedge and a figure make."""

LINKS: Final = (
    *("and", "apposition", "article", "auxiliary", "before", "comma", "compared", "determiner"),
    *("including", "of", "of_the", "or", "percent", "possessive", "preposition", "relative", "strong"),
    "with",
)
"""The small words that hold a phrase together."""


@final
@attrs.frozen
class Sense:
    """A sense of words, as a lexicon gives it."""

    about: str
    """What words have it."""
    meanings: tuple[str, ...] = ()
    """What it may mean; empty if any text will do."""

    def rejects(self, means: str) -> str:
        """Return why a meaning is not one of this sense, or nothing."""
        if self.meanings and means not in self.meanings:
            return f"one of {', '.join(self.meanings)}"
        return ""


SENSES: Final[Mapping[str, Sense]] = MappingProxyType(
    {
        "hedge": Sense("blurs or bounds the figure after it", HEDGES),
        "hedge_after": Sense("blurs or bounds the figure before it", HEDGES),
        "range": Sense(
            "stands before, or between, the ends of a range", ("between", "joiner", "from", "to", "target")
        ),
        "vague": Sense("an order of magnitude, by its word in the notation", tuple(VAGUE_WORDS)),
        "quantity": Sense("says whether there are any, not how many", ("unspecified", "unknown", "zero")),
        "share": Sense("a fraction of a whole, in the notation of shares"),
        "part": Sense("some of a whole, how many is not said", ("unspecified",)),
        "relation": Sense("how the number stands to another one", tuple(Relation)),
        "measure": Sense("in which sense the number is meant", tuple(Measure)),
        "verb": Sense("leads to a figure, with the sense that it gives it", ("level", "change")),
        "noun": Sense("what people are called, by its plural in English"),
        "one": Sense("what one person is called, by its plural in English"),
        "collective": Sense("a body of people of no set size, by its name in English"),
        "bodies": Sense("several bodies of people of no set size, by their name in English"),
        "echelon": Sense("a military unit of a set level", tuple(Echelon)),
        "one_echelon": Sense("the same in the singular", tuple(Echelon)),
        "asset": Sense("what is counted and is no person, by its plural in English"),
        "modifier": Sense("tells which people, not how many"),
        "people": Sense("an adjective or noun of nationality"),
        "context": Sense("what is said of a place, task or time after the people"),
        "neutral": Sense("stands before a figure and leaves it as it is"),
        "link": Sense("holds the phrase together", LINKS),
        "refused": Sense("what no presence is, with the reason"),
    }
)
"""Every sense a word can have."""


def fault(sense: str, means: str) -> str:
    """Return what is wrong with a meaning of a sense, or nothing.

    >>> fault("link", "glue")[:10], fault("share", "1/2"), fault("shared", "1/2")
    ('one of and', '', 'no such sense')
    """
    known = SENSES.get(sense)
    if known is None:
        return "no such sense"
    if sense != "share":
        return known.rejects(means)
    try:
        Share.of(means)
    except NotationError as error:
        return error.rule
    return ""
