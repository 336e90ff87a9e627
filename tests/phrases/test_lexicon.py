"""The lexicons: every entry has an example that reads, and a faulty file tells all of its problems."""

import pytest
from phrases.telling import read_or_refused

from troopmoves.errors import DocumentError
from troopmoves.phrases.lexiconfile import LANGUAGES, lexicon, parse_lexicon
from troopmoves.phrases.people import is_demonym
from troopmoves.phrases.sense import SENSES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_reads_unless_it_shows_a_refusal(language: str) -> None:
    """The example of each entry is understood; that of a refused word is refused."""
    wrong = {
        entry.example: said
        for entry in lexicon(language).entries
        if (said := read_or_refused(entry.example, language)).startswith("refused")
        != ("refused" in entry.senses)
    }
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_noun_is_read_as_its_entry_says(language: str) -> None:
    """A number before any noun of the lexicon counts those people, units or things."""
    known = lexicon(language)
    nouns = [
        (word, means)
        for entry in known.entries
        for sense, means in entry.senses.items()
        if sense in {"noun", "asset"}
        for word in entry.words
    ]
    unread = {word for word, means in nouns if means not in read_or_refused(f"500 {word}", language)}
    assert not unread


def test_every_sense_of_the_table_is_used() -> None:
    """No sense is listed that no lexicon gives."""
    used = {sense for language in LANGUAGES for entry in lexicon(language).entries for sense in entry.senses}
    assert used == set(SENSES)


def test_a_lexicon_is_read_once() -> None:
    """Reading a lexicon again gives the same object."""
    assert lexicon("en") is lexicon("en")


def test_a_faulty_file_tells_all_of_its_problems() -> None:
    """Missing tables, unknown senses, wrong meanings and missing examples are told together."""
    text = """
    [writing]
    thousands = [","]
    decimal = "."
    speed = 3
    [[entry]]
    words = ["about"]
    hedge = "roughly"
    [[entry]]
    words = []
    glue = "x"
    example = "x"
    """
    with pytest.raises(DocumentError) as caught:
        parse_lexicon(text, "xx")
    paths = {problem.path for problem in caught.value.problems}
    assert paths >= {
        "numbers",
        "wording",
        "writing.speed",
        "entry[0].hedge",
        "entry[0].example",
        "entry[1].words",
        "entry[1].glue",
    }


def test_text_that_is_no_toml_is_refused() -> None:
    """A broken file is told with the place."""
    with pytest.raises(DocumentError, match="table declaration"):
        parse_lexicon("[writing", "xx")


@pytest.mark.parametrize(("word", "language"), [("British", "en"), ("französische", "de"), ("belges", "fr")])
def test_nationalities_are_known(word: str, language: str) -> None:
    """Adjectives of nationality are known in each language."""
    assert is_demonym(word, language)
