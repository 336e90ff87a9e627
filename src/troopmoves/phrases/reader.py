"""Where the reading of a phrase stands: its items, the place reached, and the segments so far.

The reader looks ahead but never goes back, so that time is linear in the length of the phrase. What is done
at each item stands in `before.py` and `after.py`; `grammar.py` says which of them an item calls.
"""

from __future__ import annotations

from typing import Final, NoReturn, final

from troopmoves.errors import PhraseError
from troopmoves.phrases.items import WHERE, itemised
from troopmoves.phrases.lexicon import Lexicon
from troopmoves.phrases.segment import COMPLEMENT, Segment
from troopmoves.phrases.shape import Item

LEADING: Final = frozenset({"article", "determiner", "possessive"})
"""The small words that may lead to an amount."""

_REACH = 12
_OF_AMOUNTS: Final = ("hedge", "vague", "share", "part", "quantity", "neutral", "noun")
_DESCRIBE: Final = ("modifier", "people", "name")
_PLACES: Final = ("context", "echelon", "one_echelon", "bodies")
_UNDERSTOOD: Final = (
    (
        "words that only describe (British, armed, U.S.), people (troops, soldiers), units (brigades), "
        "hedges before the figure (about, at least), and what leads to it (the, its, a total of)"
    ),
    (
        "after the figure: people (troops), units (brigades), what describes them (British, armed), or "
        "what is said of them (in Iraq, in total, of the 500)"
    ),
    "after the people: a place or task (in Iraq, of the armed forces), in total, of the 500",
)


@final
class Reader:
    """The reading of one phrase."""

    __slots__ = ("at", "given", "items", "known", "segment", "segments", "text")

    def __init__(self, text: str, given: str, known: Lexicon) -> None:
        self.text: str = text
        self.given: str = given
        self.known: Lexicon = known
        self.items: list[Item] = itemised(text, given, known)
        self.at: int = 0
        self.segment: Segment = Segment(0)
        self.segments: list[tuple[str, Segment]] = [("", self.segment)]

    def ahead(self, steps: int = 1) -> Item | None:
        """Return the item so many steps ahead."""
        place = self.at + steps
        return self.items[place] if 0 <= place < len(self.items) else None

    def amount_follows(self, steps: int = 1) -> bool:
        """Return whether an amount begins so many steps ahead, after words that only lead to it."""
        start = self.at + steps
        for item in self.items[start : start + _REACH]:
            senses = item.senses
            if item.number is not None or "vague" in senses or "share" in senses:
                return True
            if any(sense in senses for sense in ("hedge", "relation", "measure", "neutral")):
                continue
            if senses.get("range") != "between" and senses.get("link") not in LEADING:
                return False
        return False

    def part_follows(self) -> bool:
        """Return whether the amount ahead is said to be of those before: "160 of whom", "half of them"."""
        for item in self.items[self.at + 1 : self.at + 1 + _REACH]:
            senses = item.senses
            if senses.get("link") == "including":
                return senses.get("relation") == "part"
            if item.number is None and not any(sense in senses for sense in _OF_AMOUNTS):
                return False
        return False

    def assets_follow(self) -> bool:
        """Return whether the amount ahead is of things: "with 85 tanks" says nothing of a brigade's size."""
        for item in self.items[self.at + 1 : self.at + 1 + _REACH]:
            if "asset" in item.senses:
                return True
            if "noun" in item.senses or "link" in item.senses:
                return False
        return False

    def places_follow(self, steps: int = 1) -> bool:
        """Return whether a number of places, times or units follows, which counts no people."""
        number = self.ahead(steps)
        if number is None or number.number is None:
            return False
        start = self.at + steps + 1
        for item in self.items[start : start + _REACH]:
            senses = item.senses
            if any(sense in senses for sense in _PLACES):
                return True
            hyphen = item.glued and item.key == "-"
            if not (hyphen or senses.get("link") == "and" or any(sense in senses for sense in _DESCRIBE)):
                return False
        return False

    def refuse(self, item: Item, rule: str = "", way_out: str = "") -> NoReturn:
        """Refuse the phrase for one of its words."""
        shown = self.text[item.start : item.end]
        if not rule:
            known = "not understood in this place" if item.senses.keys() - {"open"} else "not understood"
            rule = f"{shown!r} (character {item.start}) is {known}"
            way_out = f"understood are {_UNDERSTOOD[self.segment.state]}"
        raise PhraseError(WHERE, self.given, rule, way_out, word=shown, at=item.start)

    def begin(self, connector: str) -> bool:
        """Begin another segment after the item that joins it."""
        self.close()
        self.segment = Segment(self.items[self.at].end)
        self.segments.append((connector, self.segment))
        return True

    def close(self) -> None:
        """Check that the nouns of the segment say who is counted."""
        segment = self.segment
        if segment.closed:
            return
        segment.closed = True
        if segment.parted and segment.loose is None:
            return
        doubtful = segment.loose or (None if segment.head or segment.heads else segment.described)
        if doubtful is not None:
            shown = self.text[doubtful.start : doubtful.end]
            rule = f"{shown!r} (character {doubtful.start}) does not say who is counted"
            self.refuse(doubtful, rule, "name them: troops, soldiers, personnel, or a unit")

    def complement(self) -> bool:
        """Go on to what is said of place and task."""
        self.close()
        self.segment.state = COMPLEMENT
        return True
