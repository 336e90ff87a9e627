"""Unicode in phrases: what looks alike is read alike, what is seen otherwise is refused."""

import pytest

from troopmoves.errors import PhraseError
from troopmoves.phrases.read import read_phrase


@pytest.mark.parametrize(
    "text",
    [
        "\uff15\uff10\uff10 troops",
        "500\u00a0troops",
        "500\u2009troops",
        "\u200f500 troops\u200e",
        "5\u200b00 tro\u00adops",
        "\ufeff500 troops",
        "\uff15\uff10\uff10\u3000\uff54\uff52\uff4f\uff4f\uff50\uff53",
        "500\ttroops\n",
        "“500” troops",
    ],
)
def test_what_shows_as_500_troops_is_read_so(text: str) -> None:
    """Full-width forms, blanks, quotation marks and characters that show nothing do not matter."""
    assert str(read_phrase(text).headcount) == "500"


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("5\u202f200 soldats", "fr", "5200"),
        ("jusqu\u2019\u00e0 400 soldats", "fr", "up to 400"),
        ("pre\u0300s de 700 soldats", "fr", "nearly 700"),
        ("60\u2011man team", "en", "60"),
        ("500\u2013600 troops", "en", "500..600"),
        ("FÜNF SOLDATEN", "de", "5"),
    ],
)
def test_typographic_forms_are_the_plain_ones(text: str, language: str, said: str) -> None:
    """Narrow blanks, curly apostrophes, separate accents, hyphens, dashes and capitals are read."""
    assert str(read_phrase(text, language).headcount) == said


@pytest.mark.parametrize(
    "text",
    [
        "\u202e005 troops",
        "\u2067500\u2069 troops",
        "500² troops",
        "\u0665\u0660\u0660 troops",
        "५०० troops",
        "½ of its troops",
        "Ⅻ men",
        "五百 troops",
    ],
)
def test_what_is_seen_otherwise_is_refused(text: str) -> None:
    """Overrides of direction, raised digits, fractions and digits of other scripts are refused by name."""
    with pytest.raises(PhraseError):
        read_phrase(text)


def test_a_raised_digit_is_not_part_of_the_figure() -> None:
    """A raised two after 500 is refused, not read as 5002."""
    with pytest.raises(PhraseError, match="not a digit from 0 to 9"):
        read_phrase("500² troops")


@pytest.mark.parametrize(
    "text", ["1" * 18, "1" * 19, "1" * 900, "9" * 15 + " million", "999 million million"]
)
def test_huge_numbers_are_read_or_refused(text: str) -> None:
    """Eighteen digits are read; more are refused, in figures and in words."""
    if len(text) == 18:
        assert str(read_phrase(text).headcount) == text
        return
    with pytest.raises(PhraseError):
        read_phrase(text)
