"""Words of output: what a claim says and how it was read, what does not count, tables."""

from datetime import date

import pytest

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.claim import Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import Whole
from troopmoves.claims.verb import (
    maintain,
    present,
    raise_protection,
    retract,
    rotate,
    suspend,
    withdraw,
)
from troopmoves.entities.force import Force
from troopmoves.entities.place import Country
from troopmoves.ledger.answer import Reason, reason_lines
from troopmoves.ledger.table import WIDTH, html_table, text_table, under
from troopmoves.ledger.wording import claim_lines, left_out_lines, plural, show_days, words_of
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.solve.admission import LeftOut

DAY = "2020-01-07"
WHOLE = Whole(Force.of("CAN"), Country.of("KWT"))


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (present("CAN", "IRQ", 14, when=DAY), "14"),
        (present("CAN", "IRQ", "about 500", when=DAY), "about 500, read as 400-600"),
        (present("CAN", "IRQ", "some", when=DAY), "some = at least 1"),
        (present("CAN", "IRQ", "zero", when=DAY), "zero"),
        (present("CAN", "IRQ", 14, when=DAY, quote="fourteen"), '"fourteen" = 14'),
        (
            present("CAN", "IRQ", Headcount.of("dozens", text="scores of them"), when=DAY),
            '"scores of them", read as 20-199',
        ),
        (withdraw("CAN", 14, origin="IRQ", when=DAY), "14, taken as a plan"),
        (withdraw("CAN", 14, origin="IRQ", when=DAY, progress="under_way"), "14, under way"),
        (withdraw("CAN", origin="IRQ", when=DAY), "unknown, read as 0-?, taken as a plan"),
        (withdraw("CAN", Share.of("half"), origin="IRQ", when=DAY), "1/2 of those there, taken as a plan"),
        (
            withdraw("CAN", Share.of("half"), origin="IRQ", when=DAY, quote="half of our people"),
            '"half of our people", 1/2 of those there, taken as a plan',
        ),
        (
            present("CAN", "IRQ", Share.of("most", text="the better part"), whole=WHOLE, when=DAY),
            '"the better part", most of CAN in Kuwait',
        ),
        (maintain("CAN", at="IRQ", when=DAY), "maintain CAN in Iraq, 7 Jan 2020, planned"),
        (rotate("CAN", at="IRQ", when=DAY, quote="a change of guard"), '"a change of guard"'),
        (
            withdraw("CAN", origin="IRQ", when=DAY, polarity="negated"),
            "denied: withdraw CAN from Iraq, 7 Jan 2020, planned",
        ),
        (
            withdraw("CAN", origin="IRQ", when=DAY, polarity="negated", quote="no intention"),
            'denied: "no intention"',
        ),
        (suspend("CAN", "IRQ", "training", when=DAY), "training suspended: CAN in Iraq, 7 Jan 2020"),
        (raise_protection("CAN", "IRQ", when=DAY, quote="on alert"), '"on alert"'),
        (retract("usa-letter", id="a"), "retracts usa-letter"),
    ],
)
def test_claim_is_told_in_its_own_words_and_as_it_was_read(claim: Claim, words: str) -> None:
    """The source's words if kept, else the notation; the reading only where it adds something."""
    assert words_of(claim, Assumptions()) == words


@pytest.mark.parametrize(("plans", "words"), [("done", "taken as done"), ("ignore", "not taken")])
def test_plan_is_told_as_it_is_taken(plans: str, words: str) -> None:
    """Under the assumptions made."""
    claim = withdraw("CAN", 14, origin="IRQ", when=DAY, progress="considered")
    assert words_of(claim, Assumptions.of(plans=plans)) == f"14, {words}"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (date(2020, 1, 7), date(2020, 1, 7), "7 Jan 2020"),
        (date(2020, 1, 7), date(2020, 1, 15), "7 -> 15 Jan 2020"),
        (date(2020, 1, 7), date(2020, 2, 7), "7 Jan -> 7 Feb 2020"),
        (date(2019, 1, 7), date(2020, 1, 7), "7 Jan 2019 -> 7 Jan 2020"),
    ],
)
def test_two_days_share_what_they_have_in_common(before: date, after: date, words: str) -> None:
    """Month and year are said once."""
    assert show_days(before, after) == words


def test_plural_of_one_is_the_noun() -> None:
    """One claim, no claims, three entries."""
    assert [plural("claim", n) for n in (1, 0, 3)] == ["claim", "claims", "claims"]
    assert plural("entry", 3) == "entries"


def test_claims_left_out_for_one_reason_are_counted_when_they_are_many() -> None:
    """Three are listed, four are counted."""
    outs = [LeftOut(Entry(retract("x", id=f"c{n}")), "not yet published") for n in range(4)]
    other = LeftOut(Entry(retract("x", id="d")), "retracted by y")
    assert left_out_lines(outs[:3]) == [f"c{n}, not yet published" for n in range(3)]
    assert left_out_lines([*outs, other]) == ["4 claims, not yet published", "d, retracted by y"]


def test_reasons_stand_below_each_other_with_their_signs() -> None:
    """The first one without a plus; all of one width."""
    reasons = tuple(
        Reason(Entry(retract("x", id=name)), number) for name, number in (("a", 600), ("bb", -1), ("c", 20))
    )
    assert reason_lines(reasons, Assumptions()) == [
        "   600  a   retracts x  no source",
        "  -  1  bb  retracts x  no source",
        "  + 20  c   retracts x  no source",
    ]
    assert reason_lines((), Assumptions()) == []
    negative = (Reason(Entry(retract("x", id="a")), -3),)
    assert reason_lines(negative, Assumptions()) == ["  -3  a  retracts x  no source"]


# -- tables -------------------------------------------------------------------------------------------------


def test_table_breaks_its_last_column_where_it_is_too_long() -> None:
    """At its clauses first, then between words; never inside a word."""
    long = "; ".join(["fewer: ruled out (" + "x" * 40 + ")", "unchanged " + "y" * 60])
    table = text_table(["who", "therefore"], [["CAN", long], ["FRA", "short"]])
    assert table.splitlines() == [
        "who  therefore",
        "CAN  fewer: ruled out (" + "x" * 40 + ");",
        "     unchanged " + "y" * 60,
        "FRA  short",
    ]
    assert all(len(line) <= WIDTH for line in table.splitlines())


def test_table_has_room_for_its_last_column_however_wide_the_others_are() -> None:
    """It is never squeezed to nothing."""
    table = text_table(["who", "why"], [["w" * 150, "one two three four five six seven"]])
    assert [line.strip() for line in table.splitlines()[2:]] == ["five six seven"]


def test_long_word_stays_whole() -> None:
    """An id that is cut in two cannot be looked for."""
    ids = [f"uk-mod-2020-04-01-row-{number}-strength" for number in range(6)]
    table = text_table(["who" * 30, "because"], [["w" * 90, ", ".join(ids)]])
    assert all(one in table for one in ids)


def test_table_keeps_an_empty_cell() -> None:
    """No reasons, no trailing spaces."""
    assert text_table(["who", "because"], [["CAN", ""]]) == "who  because\nCAN"


def test_table_without_rows_says_so() -> None:
    """A heading alone would look like a mistake."""
    assert text_table(["who", "because"], []) == "No claim that counts says who is where."


def test_lines_under_a_label_are_broken_and_indented() -> None:
    """What goes on is set in, what begins is not."""
    told = under("Note:", [" ".join(["word"] * 30), "next"])
    assert [line[: len("Note:   w")].rstrip() for line in told] == ["Note: wor", "        w", "      nex"]
    assert under("Note:", []) == []


def test_html_escapes_every_part() -> None:
    """Caption, headings, cells, notes."""
    html = html_table("<1>", ["<2>"], [["<3>"]], ["<4> & 'five'"])
    assert all(f"&lt;{number}&gt;" in html for number in range(1, 5))
    assert "&amp; &#x27;five&#x27;" in html


@pytest.mark.parametrize(
    ("number", "last"), [(1, "c0"), (12, "c11"), (13, "and 1 more"), (500, "and 488 more")]
)
def test_very_many_claims_are_told_in_part(number: int, last: str) -> None:
    """Twelve claims are told, and how many more there are."""
    lines = claim_lines(present("CAN", "IRQ", 14, when=DAY, id=f"c{index}") for index in range(number))
    assert lines[-1].partition(":")[0] == last
    assert len(lines) == min(number, 13)
