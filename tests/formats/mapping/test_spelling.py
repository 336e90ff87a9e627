"""Two spellings of one text are one, and no more than that."""

import pytest
from formats.mapping.tables import imported, levels, notations, one_cell, rules

from troopmoves.formats.mapping.spelling import DASHES, folded


@pytest.mark.parametrize("dash", DASHES)
def test_dashes_of_any_length_are_one(dash: str) -> None:
    """Print has dashes that no keyboard has: in ranges, in words for nothing, in names and in signs."""
    assert one_cell(f"100{dash}150", patterns={"{a}-{b}": "{a}..{b}"}) == ["100..150"]
    assert one_cell("100-150", patterns={f"{{a}}{dash}{{b}}": "{a}..{b}"}) == ["100..150"]
    assert one_cell(f"{dash}9", missing=["-9"]) == []
    assert rules(imported([{"nation": "FRA", "troops": f"{dash}16"}])) == ["a headcount is zero or more"]
    [level] = levels(imported([{"nation": f"Guinea{dash}Bissau", "troops": "5"}]))
    assert str(level.force) == "GNB"


def test_other_signs_are_told_apart() -> None:
    """A slash, a tilde and an underscore are no dashes."""
    assert len({folded(text) for text in ("a-b", "a/b", "a~b", "a_b", "a b")}) == 5


@pytest.mark.parametrize("mark", ["¹", "²", "ᵃ"])
def test_raised_marks_may_touch_figures_and_names(mark: str) -> None:
    """Nobody takes 519¹ for 5191."""
    rows = [{"nation": f"Czechia{mark}", "troops": f"519{mark}"}]
    assert notations(imported(rows, marks=[mark])) == ["519"]
    assert rules(imported([{"nation": "CZE", "troops": f"519{mark}"}])) == [
        "no number of people as the mapping writes them"
    ]


def test_mark_closes_no_bracket_of_the_cell() -> None:
    """The 5) of a ceiling is no footnote."""
    patterns = {"{n} (max. {max})": {"present": "{n}", "authorised": "{max}"}}
    rows = [{"nation": "FRA", "troops": cell} for cell in ("1 (max. 5)", "1 (max. 5) 2)")]
    done = imported(rows, numbers={"patterns": patterns}, marks=["{digit})"])
    assert notations(done) == ["1", "5", "1", "5"]
