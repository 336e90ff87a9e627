"""Figures and number words of the three languages."""

from fractions import Fraction

import pytest

from troopmoves.phrases.figures import FigureError, figure, number_at
from troopmoves.phrases.lexiconfile import lexicon
from troopmoves.phrases.tokens import tokens


def _number(words: str, language: str) -> int | None:
    known = lexicon(language)
    found = tokens(words, elides=known.writing.elides)
    number = number_at(found, 0, known)
    assert number is None or number.end == len(found)
    return None if number is None else number.value


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("one hundred and fifty thousand", "en", 150_000),
        ("two million three hundred thousand", "en", 2_300_000),
        ("twelve hundred", "en", 1_200),
        ("two-hundred-fifty", "en", 250),
        ("three score", "en", 60),
        ("zweihundertfünfundfünfzigtausenddreihundertzwölf", "de", 255_312),
        ("zweitausendundeins", "de", 2_001),
        ("zwei Millionen", "de", 2_000_000),
        ("deux cent cinquante-six mille", "fr", 256_000),
        ("quatre-vingt-dix-sept", "fr", 97),
        ("deux-cent-trente-quatre", "fr", 234),
        ("mille neuf cents", "fr", 1_900),
    ],
)
def test_number_words_add_up(words: str, language: str, value: int) -> None:
    """Number words of each language come to their value, to the last word."""
    assert _number(words, language) == value


@pytest.mark.parametrize("words", ["hundred", "thousand", "and", "troops", "dozens"])
def test_a_scale_alone_is_no_number_in_english(words: str) -> None:
    """A scale needs something before it, unless the lexicon says otherwise."""
    assert _number(words, "en") is None


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("5,200", "en", 5200),
        ("5 200", "en", 5200),
        ("5.200", "de", 5200),
        ("5'200", "de", 5200),
        ("5 200", "fr", 5200),
        ("30, 000", "en", 30000),
    ],
)
def test_separators_follow_the_language(text: str, language: str, value: int) -> None:
    """Thousands are set apart as the language writes them."""
    assert figure(text, lexicon(language).writing, scaled=False) == value


def test_decimals_need_a_scale() -> None:
    """Decimals are read before "thousand" only."""
    english = lexicon("en").writing
    assert figure("5.5", english, scaled=True) == Fraction(11, 2)
    with pytest.raises(FigureError, match="whole numbers"):
        figure("5.5", english, scaled=False)


@pytest.mark.parametrize(
    "text", ["5.200", "1,00,000", "12,34", "0500", "1,234.5", "0,500", "5,20", "1234,567"]
)
def test_other_forms_are_refused(text: str) -> None:
    """What the language does not write so is no figure."""
    with pytest.raises(FigureError):
        figure(text, lexicon("en").writing, scaled=False)


def test_a_comma_before_three_digits_is_ambiguous_before_a_scale() -> None:
    """The figure of "1,500 million" could be 1,500 or 1.5."""
    with pytest.raises(FigureError, match="it could be"):
        figure("1,500", lexicon("en").writing, scaled=True)
