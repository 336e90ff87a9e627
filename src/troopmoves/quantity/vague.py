"""Words that name an order of magnitude instead of a figure.

Taken literally each of them says two or more. Newsroom usage narrows that: a plural such as "hundreds"
starts at twice its unit and ends where the next plural, "thousands", would have been said instead; with
"several" or "a few" it ends before the next power of ten would be named, and with "a couple" below four of
its unit. No reference work that was found gives figures, so the source of every row is "convention": the
rule just stated, part of `press/1`.

To add a word: one row in `VAGUE_WORDS`, one line in docs/words.md.
"""

from __future__ import annotations

from typing import final

import attrs

from troopmoves.quantity.bounds import Bounds

LITERAL_BOUNDS = Bounds.open_from(2)
"""What every vague word says at the least: it is a plural."""


@final
@attrs.frozen(kw_only=True)
class VagueWord:
    """A word for an order of magnitude, and how `press/1` reads it."""

    word: str
    """The word, as the notation has it."""
    press: Bounds
    """The numbers it stands for in newsroom usage."""
    source: str = "convention"
    """Who defines it so; "convention" for the rule at the top of this module."""


def _row(word: str, low: int, high: int) -> tuple[str, VagueWord]:
    return word, VagueWord(word=word, press=Bounds(low, high))


VAGUE_WORDS: dict[str, VagueWord] = dict(
    (
        _row("a handful", 2, 19),
        _row("a few", 2, 19),
        _row("several", 2, 19),
        _row("a couple", 2, 3),
        _row("tens", 20, 199),
        _row("dozens", 20, 199),  # two dozen, rounded outward
        _row("scores", 40, 199),
        _row("a few tens", 20, 99),
        _row("several tens", 20, 99),
        _row("a few dozen", 20, 99),
        _row("several dozen", 20, 99),
        _row("a couple of dozen", 20, 47),
        _row("hundreds", 200, 1_999),
        _row("a few hundred", 200, 999),
        _row("several hundred", 200, 999),
        _row("a couple of hundred", 200, 399),
        _row("thousands", 2_000, 19_999),
        _row("a few thousand", 2_000, 9_999),
        _row("several thousand", 2_000, 9_999),
        _row("a couple of thousand", 2_000, 3_999),
        _row("tens of thousands", 20_000, 199_999),
        _row("hundreds of thousands", 200_000, 1_999_999),
    )
)
"""Every vague word the notation knows, by the word."""
