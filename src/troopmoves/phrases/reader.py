"""Where the reading of a phrase stands: its items, the place reached, and the segments so far.

The reader looks ahead but never goes back, so that time is linear in the length of the phrase. What is done
at each item stands in `before.py` and `after.py`; `grammar.py` says which of them an item calls.
"""

from __future__ import annotations

from typing import Final, NoReturn, final

from troopmoves.errors import PhraseError
from troopmoves.phrases.items import WHERE, Item, itemised
from troopmoves.phrases.lexicon import Lexicon
from troopmoves.phrases.segment import Segment, State

LEADING: Final = frozenset({"article", "determiner", "possessive"})
"""The small words that may lead to an amount."""

_REACH = 12
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

    def __init__(self, text: str, given: str, known: Lexicon) -> None:
        self.text = text
        self.given = given
        self.known = known
        self.items = itemised(text, given, known)
        self.at = 0
        self.segment = Segment(0)
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

    def places_follow(self, steps: int = 1) -> bool:
        """Return whether a number of places, times or units follows, which counts no people."""
        number, place = self.ahead(steps), self.ahead(steps + 1)
        if number is None or number.number is None or place is None:
            return False
        return any(sense in place.senses for sense in _PLACES)

    def refuse(self, item: Item, rule: str = "", way_out: str = "") -> NoReturn:
        """Refuse the phrase for one of its words."""
        shown = self.text[item.start : item.end]
        if not rule:
            known = "not understood" if not item.senses else "not understood in this place"
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
        doubtful = segment.loose or (None if segment.head or segment.heads else segment.described)
        if doubtful is not None:
            shown = self.text[doubtful.start : doubtful.end]
            rule = f"{shown!r} (character {doubtful.start}) does not say who is counted"
            self.refuse(doubtful, rule, "name them: troops, soldiers, personnel, or a unit")

    def complement(self) -> bool:
        """Go on to what is said of place and task."""
        self.close()
        self.segment.state = State.COMPLEMENT
        return True
