"""Phrases as the press writes them, and what they are read as; each line was looked at by a person."""

import pytest
from phrases.telling import expected, read_or_refused

from troopmoves.phrases.lexiconfile import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_read_as_its_line_says(language: str) -> None:
    """The whole table reads as written; a change of the reader shows as changed lines."""
    wanted = expected(language)
    assert {phrase: read_or_refused(phrase, language) for phrase in wanted} == wanted
