"""Cells become headcounts as the mapping says, and nothing else is guessed at."""

import time

import pytest
from formats.mapping.tables import imported, levels, notations, one_cell, rules

from troopmoves.formats.mapping.cell import LONGEST
from troopmoves.formats.mapping.report import Outcome


@pytest.mark.parametrize(
    ("cell", "thousands", "said"),
    [
        ("31,855", ",", "31855"),
        ("1.400", ".", "1400"),
        ("5 200", " ", "5200"),
        ("5\u00a0200", " ", "5200"),
        ("5\u202f200", " ", "5200"),
        ("1'234'567", "'", "1234567"),
        ("1\u2019234", "'", "1234"),
        ("31855", ",", "31855"),
        (" 12 ", ",", "12"),
    ],
)
def test_thousands_are_read_as_declared(cell: str, thousands: str, said: str) -> None:
    """The separator of the mapping stands between groups of three, or nowhere."""
    assert one_cell(cell, thousands=thousands) == [said]


@pytest.mark.parametrize("cell", ["31,85", "3,1855", ",855", "31,855,", "1,400.5", "31.855"])
def test_figures_grouped_otherwise_are_not_read(cell: str) -> None:
    """A separator in another place is another meaning, and is reported."""
    assert one_cell(cell, thousands=",") == []


def test_separators_are_not_read_undeclared() -> None:
    """Without a declaration 1.400 is neither 1400 nor 1."""
    assert one_cell("1.400") == []
    assert one_cell("31,855") == []


def test_decimals_are_exact_or_not_read() -> None:
    """A column of floats holds whole numbers of people."""
    assert one_cell("952600.0", decimal=".") == ["952600"]
    assert one_cell("1.400,00", decimal=",", thousands=".") == ["1400"]
    done = imported([{"nation": "FRA", "troops": "12.5"}], numbers={"decimal": "."})
    assert rules(done) == ["people are counted in whole numbers"]


def test_missing_words_are_no_zero() -> None:
    """Words for nothing reported make no claim, and are told as missing; 0 is a claim of nobody."""
    rows = [{"nation": "FRA", "troops": cell} for cell in ("k.A.", "K.A. ", "..", "-9", "", "0")]
    done = imported(rows, numbers={"missing": ["k.A.", "..", "-9"]})
    assert notations(done) == ["zero"]
    assert [remark.outcome for remark in done.report] == [Outcome.MISSING] * 5
    assert done.report.unclaimed == {1, 2, 3, 4, 5}


def test_zero_can_be_missing() -> None:
    """Where the mapping says so, a 0 says that nothing is reported."""
    done = imported([{"nation": "FRA", "troops": "0"}], numbers={"zero": "missing"})
    assert notations(done) == []
    assert rules(done) == ["0 says here that nothing is reported"]


def test_negatives_are_reported() -> None:
    """No people are negative; three sorts of minus are seen."""
    rows = [{"nation": "FRA", "troops": cell} for cell in ("-16", "\u221216", "-16.0")]
    done = imported(rows, numbers={"decimal": "."})
    assert rules(done) == ["a headcount is zero or more"] * 3


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("ca. 120", ["about 120"]),
        ("CA.120", ["about 120"]),
        ("~80", ["about 80"]),
        (">500", ["more than 500"]),
        ("<50", ["fewer than 50"]),
        ("up to 300", ["up to 300"]),
        ("100-150", ["100..150"]),
        ("100 - 1,150", ["100..1150"]),
        ("150 (max. 300)", ["150", "300"]),
        ("500+", ["at least 500"]),
        ("a few", ["some"]),
        ("none", ["zero"]),
    ],
)
def test_patterns_and_words_say_what_the_mapping_says(cell: str, said: list[str]) -> None:
    """Hedges are declared as pattern to notation, words as word to notation."""
    patterns = {
        "ca. {n}": "about {n}",
        "~{n}": "about {n}",
        ">{n}": "more than {n}",
        "<{n}": "fewer than {n}",
        "up to {n}": "up to {n}",
        "{low}-{high}": "{low}..{high}",
        "{n}+": "at least {n}",
        "{n} (max. {max})": {"present": "{n}", "authorised": "{max}"},
    }
    words = {"a few": "some", "None": "zero"}
    assert one_cell(cell, patterns=patterns, words=words, thousands=",") == said


def test_pattern_of_two_measures_makes_two_claims() -> None:
    """Those who are there and those who may be there are never one number."""
    patterns = {"{n} (max. {max})": {"present": "{n}", "authorised": "{max}"}}
    done = imported([{"nation": "DEU", "troops": "150 (max. 300)"}], numbers={"patterns": patterns})
    assert [(str(one.headcount), str(one.basis)) for one in levels(done)] == [
        ("150", "present"),
        ("300", "authorised"),
    ]
    assert [entry.id for entry in done.ledger.entries] == ["table-row-1-present", "table-row-1-authorised"]


def test_column_may_always_be_hedged() -> None:
    """`as` says what a figure alone says; zero stays zero, which nothing can hedge."""
    assert one_cell("120", **{"as": "about {n}"}) == ["about 120"]
    assert one_cell("0", **{"as": "about {n}"}) == ["zero"]


def test_rounded_figure_is_every_number_it_may_stand_for() -> None:
    """Half a step either way, whichever way halves are rounded, and never below zero."""
    assert one_cell("139250", rounded=10) == ["139245..139255"]
    assert one_cell("15", rounded=5) == ["13..17"]
    assert one_cell("0", rounded=10) == ["0..5"]


def test_figure_that_is_not_rounded_is_reported() -> None:
    """A column that is rounded to 10 holds no 145."""
    done = imported([{"nation": "GBR", "troops": "145"}], numbers={"rounded": 10})
    assert rules(done) == ["the figures here are rounded to multiples of 10"]


def test_ranges_the_wrong_way_round_are_reported() -> None:
    """What the notation of headcounts refuses is told by its rule."""
    done = imported([{"nation": "FRA", "troops": "150-100"}], numbers={"patterns": {"{a}-{b}": "{a}..{b}"}})
    assert rules(done) == ["the upper figure of a range is above the lower, 150"]


@pytest.mark.parametrize(
    "cell", ["150*", "150 **", "150 a/", "150  d/ e/", "150 1)", "150 (1)", "150* b/", "150 d/e/"]
)
def test_footnote_marks_are_taken_off(cell: str) -> None:
    """Declared marks at the end of a cell say nothing."""
    marks = ["*", "{letter}/", "{digit})", "({digit})"]
    assert notations(imported([{"nation": "FRA", "troops": cell}], marks=marks)) == ["150"]


def test_marks_run_into_figures_are_not_guessed_apart() -> None:
    """1501) may be 150 with a mark or 1501 with half of one."""
    assert notations(imported([{"nation": "FRA", "troops": "1501)"}], marks=["{digit})"])) == []


def test_mark_alone_says_nothing() -> None:
    """A footnote without a number is missing, not zero."""
    done = imported([{"nation": "FRA", "troops": "*"}], marks=["*"])
    assert [remark.outcome for remark in done.report] == [Outcome.MISSING]


@pytest.mark.parametrize(
    "cell", ["about 120", "1e3", "0x10", "١٢", "12 troops", "=1+1", "12\x00", "NaN", "1" * 19]
)
def test_anything_else_is_reported(cell: str) -> None:
    """What the mapping does not explain is not read."""
    done = imported([{"nation": "FRA", "troops": cell}])
    assert notations(done) == []
    assert done.report.unclaimed == {1}


def test_huge_cell_is_reported() -> None:
    """A cell has an end."""
    done = imported([{"nation": "FRA", "troops": "1" * (LONGEST + 1)}])
    assert rules(done) == [f"a cell that is read has {LONGEST} letters at most"]
    assert len(done.report.remarks[0].got) < 100


def test_cells_cannot_keep_a_pattern_busy() -> None:
    """Patterns are only tried where a number can be: a long cell of figures or marks is told at once."""
    patterns = {"{a}{b}{c} men": "{a}"}
    rows = [{"nation": "FRA", "troops": cell} for cell in ("1" * 251, "1" * 19_000, "1" + "*" * 19_000)]
    start = time.perf_counter()
    done = imported(
        [*rows, {"nation": "*" * 19_000, "troops": "1"}], numbers={"patterns": patterns}, marks="*"
    )
    assert time.perf_counter() - start < 5
    assert rules(done) == ["what says how many has 250 letters at most"] * 3 + [
        "no nation has this code or name"
    ]


LISTED = {
    "list": {
        "item": "{name} ({count})",
        "separator": ",",
        "values": {"Congo": "COG", "Korea (ROK)": "KOR", "TCC name unknown": "unnamed"},
    }
}


def test_list_in_a_cell_makes_a_claim_for_each_item() -> None:
    """Names may hold brackets and separators; an unknown size is present but unknown."""
    cell = "Nepal (150), Korea, South (35),Jordan (size unknown), Korea (ROK) (12), Congo (7)"
    done = imported(
        [{"list": cell}],
        who={},
        counts={"list": LISTED},
        numbers={"words": {"size unknown": "some"}},
    )
    assert [(str(one.force), str(one.headcount)) for one in levels(done)] == [
        ("NPL", "150"),
        ("KOR", "35"),
        ("JOR", "some"),
        ("KOR", "12"),
        ("COG", "7"),
    ]
    assert [entry.claim.quote for entry in done.ledger.entries][:2] == ["Nepal (150)", "Korea, South (35)"]
    assert done.ledger.entries[2].claim.note == "row 1, column list, item 3"


def test_list_is_read_in_part_and_the_rest_reported() -> None:
    """One bad item does not take the others with it."""
    cell = "Nepal (150), Narnia (20), TCC name unknown (35), Jordan, Ghana (many)"
    done = imported([{"list": cell}], who={}, counts={"list": LISTED})
    assert [str(one) for one in levels(done)] == [
        "150 NPL in Iraq, 7 Jan 2020",
        "at least 35 all forces in Iraq, 7 Jan 2020",
    ]
    assert done.report.partly == {1}
    assert sorted((remark.column, remark.got, remark.rule) for remark in done.report) == [
        ("list", "Narnia (20)", "no nation has this code or name"),
        ("list", "many", "no number of people as the mapping writes them"),
    ]


def test_item_that_is_none_is_reported() -> None:
    """What is not written as an item is told with the item."""
    done = imported([{"list": "Nepal (150), Jordan"}], who={}, counts={"list": LISTED})
    assert notations(done) == ["150"]
    assert [(remark.got, remark.rule) for remark in done.report] == [
        ("Jordan", "an item of the list is written '{name} ({count})'")
    ]


def test_list_of_places() -> None:
    """The names of a list may be places instead."""
    listed = {"list": {"item": "{count} in {name}", "separator": ";", "of": "places"}}
    done = imported(
        [{"spread": "120 in Iraq; 80 in Kuwait"}], who="CAN", where=None, counts={"spread": listed}
    )
    assert [str(one) for one in levels(done)] == [
        "120 CAN in Iraq, 7 Jan 2020",
        "80 CAN in Kuwait, 7 Jan 2020",
    ]


def test_names_alone_are_there_in_unknown_number() -> None:
    """A column of names says that they are there, and not how many."""
    counts = {"State*": {"list": {"item": "{name}", "separator": ";"}, "count": "some"}}
    rows = [{"StateA": "Norway", "StateB": "Canada; Denmark", "StateC": ""}]
    done = imported(rows, who={}, counts=counts)
    assert [str(one.force) for one in levels(done)] == ["NOR", "CAN", "DNK"]
    assert set(notations(done)) == {"some"}
