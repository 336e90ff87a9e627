"""What spellings of one name differ in, and what stays."""

import pytest

from troopmoves.entities.spelling import bracketed, folded, spellings, without_marks


@pytest.mark.parametrize(
    ("name", "language", "bare"),
    [
        ("Côte d\u2019Ivoire", "en", "cote divoire"),
        ("Trinidad & Tobago", "en", "trinidad and tobago"),
        ("Bosnien & Herzegowina", "de", "bosnien und herzegowina"),
        ("Antigua & Barbuda", "fr", "antigua et barbuda"),
        ("The Gambia", "en", "gambia"),
        ("die Niederlande", "de", "niederlande"),
        ("l\u2019Allemagne", "fr", "allemagne"),
        ("St. Lucia", "en", "saint lucia"),
        ("Korea, Rep. of", "en", "korea, republic of"),
        ("U. S. Virgin Is.", "en", "us virgin islands"),
        ("Viet-Nam", "en", "viet nam"),
        ("\uff2a\uff21\uff30\uff21\uff2e", "en", "japan"),
        ("I\u200braq", "en", "iraq"),
        ("\u202eIraq", "en", "iraq"),
        ("the", "en", "the"),
        ("", "en", ""),
    ],
)
def test_folding_takes_away_what_is_no_difference(name: str, language: str, bare: str) -> None:
    """Case, accents, articles, abbreviations, signs that show nothing."""
    assert folded(name, language) == bare


@pytest.mark.parametrize(
    "marked",
    [
        *(
            "iraq*",
            "iraq **",
            "iraq a/",
            "iraq d/ e/",
            "iraq 1/",
            "iraq [2]",
            "iraq (1)",
            "iraq (a)",
            "* iraq",
        ),
        *(
            "iraq (see note)",
            "iraq - see note",
            "iraq (1990 - 2003)",
            "iraq (2003-present)",
            "iraq (since 1990)",
        ),
    ],
)
def test_marks_are_taken_off(marked: str) -> None:
    """Footnotes, notes and spans of years are no part of a name."""
    assert without_marks(marked) == "iraq"


@pytest.mark.parametrize("name", ["virgin islands (us)", "congo (drc)", "iraq (to 2003)", "iraq 2003"])
def test_what_tells_names_apart_stays(name: str) -> None:
    """Two letters in brackets name something."""
    assert without_marks(name) == name


def test_order_around_commas_and_brackets_is_turned() -> None:
    """Each order is one more spelling."""
    assert list(spellings("korea (south)")) == ["korea (south)", "south korea"]
    assert list(spellings("iraq")) == ["iraq"]
    assert bracketed("formosa ( and pescadores)") == ("formosa", "and pescadores")
    assert bracketed("iraq") is None
