"""Vague words: their table says for each what press/1 makes of it, and who says so."""

import pytest

from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.vague import LITERAL_BOUNDS, VAGUE_WORDS, VagueWord


@pytest.mark.parametrize("row", VAGUE_WORDS.values(), ids=VAGUE_WORDS)
def test_word_is_narrower_than_its_letters(row: VagueWord) -> None:
    """Newsroom usage lies inside "two or more" and has an upper end."""
    assert row.press in LITERAL_BOUNDS
    assert row.press.high is not None
    assert row.source


@pytest.mark.parametrize("word", VAGUE_WORDS)
def test_word_is_a_headcount(word: str) -> None:
    """Every word of the table is in the notation, and is read by the table."""
    headcount = Headcount.of(word)
    assert headcount.bounds() == VAGUE_WORDS[word].press
    assert headcount.bounds("literal") == LITERAL_BOUNDS
    assert VAGUE_WORDS[word].word == word


def test_plurals_follow_one_another_without_a_hole() -> None:
    """Each plural ends where the next larger one begins."""
    plurals = ["dozens", "hundreds", "thousands", "tens of thousands", "hundreds of thousands"]
    rows = [VAGUE_WORDS[word].press for word in plurals]
    assert [row.high for row in rows[:-1]] == [row.low - 1 for row in rows[1:]]
