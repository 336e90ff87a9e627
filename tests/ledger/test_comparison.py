"""Comparisons: joint and independent, their verdicts, and how they read."""

import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from troopmoves.claims.claim import Attribution
from troopmoves.claims.report import Report
from troopmoves.claims.verb import present, relocate, rotate, withdraw
from troopmoves.entities.place import AnyOf, Base, Country, Unspecified
from troopmoves.errors import UndecidedError
from troopmoves.ledger.comparison import INDEPENDENT, Comparison, ComparisonRow, compare
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.bounds import Bounds, ChangeBounds
from troopmoves.quantity.verdict import Verdict

CERTAIN, POSSIBLE, RULED_OUT = Verdict.CERTAIN, Verdict.POSSIBLE, Verdict.RULED_OUT
IRAQ = Country.of("IRQ")
ON_7 = Attribution(by="Gen. Vance", public=date(2020, 1, 7))
NEW_ARAB = (
    Report(id="new-arab", publisher="The New Arab", published=date(2020, 1, 8))
    .present("CAN", "IRQ", "about 500", when="2020-01-07", id="can-iraq", quote="estimated 500")
    .relocate("CAN", "some", origin="IRQ", to="KWT", when="2020-01-07/..", id="can-kuwait", said=ON_7)
    .present("FRA", "IRQ", "about 200", when="2020-01-07", id="fra-iraq")
    .withdraw("FRA", origin="IRQ", when="2020-01-07/..", polarity="negated", id="fra-stay", said=ON_7)
    .withdraw(
        "USA",
        origin="IRQ",
        when="2020-01-06/..",
        id="usa-letter",
        said=Attribution(by="Gen. Seely", public=date(2020, 1, 6)),
    )
    .retract("usa-letter", id="usa-mistake", said=Attribution(by="Pentagon", public=date(2020, 1, 7)))
)
LEDGER = Ledger([NEW_ARAB], title="Iraq, January 2020")


def week(plans: str = "done") -> Comparison:
    return compare(LEDGER.state("2020-01-07", plans=plans), LEDGER.state("2020-01-15", plans=plans))


def told(ledger: Ledger, before: str = "2020-01-07", after: str = "2020-01-15") -> str:
    """Return what follows for the Canadians in Iraq."""
    return compare(ledger.state(before), ledger.state(after)).row("CAN", "IRQ").therefore


# -- one account --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plans", "who", "where", "change", "verdicts"),
    [
        ("done", "CAN", "IRQ", ChangeBounds(-600, -1), (CERTAIN, RULED_OUT, RULED_OUT)),
        ("done", "CAN", "KWT", ChangeBounds(1, 600), (RULED_OUT, RULED_OUT, CERTAIN)),
        ("done", "CAN", ["IRQ", "KWT"], ChangeBounds(0, 0), (RULED_OUT, CERTAIN, RULED_OUT)),
        ("may", "CAN", "IRQ", ChangeBounds(-600, 0), (POSSIBLE, POSSIBLE, RULED_OUT)),
        ("may", "CAN", ["IRQ", "KWT"], ChangeBounds(0, 0), (RULED_OUT, CERTAIN, RULED_OUT)),
        ("ignore", "CAN", "IRQ", ChangeBounds(0, 0), (RULED_OUT, CERTAIN, RULED_OUT)),
        ("may", "FRA", "IRQ", ChangeBounds(0, 0), (RULED_OUT, CERTAIN, RULED_OUT)),
        ("may", "DEU", "IRQ", ChangeBounds(None, None), (POSSIBLE, POSSIBLE, POSSIBLE)),
    ],
)
def test_difference_is_bounded_itself(
    plans: str, who: str, where: str, change: ChangeBounds, verdicts: tuple[Verdict, Verdict, Verdict]
) -> None:
    """What both days share cancels: sharper than the difference of two bounds."""
    row = week(plans).row(who, where)
    assert row.change == change
    assert (row.fewer, row.same, row.more) == verdicts


def test_row_holds_both_counts_and_what_it_leans_on() -> None:
    """Before and after, reasons, assumptions; and the difference under other ones."""
    row = week().row("CAN", "IRQ")
    assert (row.before, row.after) == (Bounds(400, 600), Bounds(0, 599))
    assert row.because == ("can-iraq", "can-kuwait")
    assert row.assumes == (
        "plans carried out",
        "figures read by press/1",
        "nothing unreported for 365 days",
    )
    assert row.other_plans == ChangeBounds(-600, 0)
    assert row.literally == ChangeBounds(None, -1)
    assert row.if_anything_moved == ChangeBounds(-600, None)


def test_states_of_one_ledger_stand_in_one_account() -> None:
    """Under the same assumptions, known by the same day."""
    assert week().joint
    assert compare(LEDGER.state("2020-01-07"), LEDGER.add().state("2020-01-15")).joint


def test_rows_are_what_either_state_speaks_of_and_both_ends_of_moves() -> None:
    """Each once, in reading order; a vague end has no row of its own."""
    assert [(str(row.who), str(row.where)) for row in week().rows] == [
        ("CAN", "Iraq"),
        ("CAN", "Kuwait"),
        ("CAN", "Iraq and Kuwait"),
        ("FRA", "Iraq"),
    ]
    base = Base(id="camp", name="Camp", within=Country.of("IRQ"))
    ledger = Ledger(
        [
            relocate("ROU", 14, origin=base, to=Unspecified(outside=base), when="2020-01-07/.."),
            rotate("CAN", at="IRQ", when="2020-01-07"),
        ]
    )
    rows = compare(ledger.state("2020-01-07"), ledger.state("2020-01-15")).rows
    assert [(str(row.who), str(row.where)) for row in rows] == [("CAN", "Iraq"), ("ROU", "Camp")]


def test_verdict_of_a_row_is_no_bool() -> None:
    """A careless `if` is an error."""
    with pytest.raises(UndecidedError):
        assert week().row("CAN", "IRQ").fewer


# -- two accounts -------------------------------------------------------------------------------------------

DATA_SET = Ledger([present("FRA", "IRQ", 100, when="2020-01-15", id="set-fra")], title="Data set")


def test_two_ledgers_are_compared_independently() -> None:
    """Press against data set: the bounds are subtracted, and the row says so."""
    found = compare(LEDGER.state("2020-01-15"), DATA_SET.state("2020-01-15"))
    assert not found.joint
    row = found.row("FRA", "IRQ")
    assert (row.before, row.after, row.change) == (
        Bounds(160, 240),
        Bounds.exactly(100),
        ChangeBounds(-140, -60),
    )
    assert (row.fewer, row.gap) == (CERTAIN, 60)
    assert row.because == ("fra-iraq", "set-fra")
    assert row.assumes == (
        "figures read by press/1",
        "nothing unreported for 365 days",
        INDEPENDENT,
    )
    assert row.denied_by == ()
    assert row.literally == ChangeBounds(None, 100)
    assert row.other_plans == row.change


def test_gap_is_zero_where_the_bounds_overlap() -> None:
    """Persons between disjoint bounds, else none."""
    assert week().row("CAN", "IRQ").gap == 0
    near = Ledger([present("FRA", "IRQ", 230, when="2020-01-15")])
    assert compare(LEDGER.state("2020-01-15"), near.state("2020-01-15")).row("FRA", "IRQ").gap == 0


def test_same_day_known_on_two_days_shows_what_became_known() -> None:
    """The letter and its retraction: before, a withdrawal is possible; after, it leaves no trace."""
    found = compare(
        LEDGER.state("2020-01-15", known="2020-01-06"), LEDGER.state("2020-01-15", known="2020-01-08")
    )
    assert not found.joint
    assert found.heading == (
        "Iraq, January 2020: 15 Jan 2020 as known on 6 Jan 2020 -> as known on 8 Jan 2020"
    )
    assert "USA" in {str(row.who) for row in found.rows}
    assert found.row("USA", "IRQ").therefore == "fewer or more: possible"
    assert str(found).splitlines()[-2:] == [
        "Not counted: 5 claims, not yet published",
        "             usa-letter, retracted by usa-mistake (Pentagon)",
    ]


def test_knowledge_is_compared_with_all_that_is_known() -> None:
    """A state without a day of knowledge holds everything."""
    found = compare(LEDGER.state("2020-01-15", known="2020-01-07"), LEDGER.state("2020-01-15"))
    assert found.heading == "Iraq, January 2020: 15 Jan 2020 as known on 7 Jan 2020 -> all known"
    both = compare(
        LEDGER.state("2020-01-07", known="2020-01-07"), LEDGER.state("2020-01-15", known="2020-01-07")
    )
    assert both.heading == "Iraq, January 2020: 7 -> 15 Jan 2020 as known on 7 Jan 2020"
    assert both.joint


def test_other_assumptions_make_another_account() -> None:
    """Both are shown."""
    found = compare(LEDGER.state("2020-01-15", plans="ignore"), LEDGER.state("2020-01-15", plans="done"))
    assert not found.joint
    assert str(found).splitlines()[1:4] == [
        "Assuming before: plans ignored; figures read by press/1; nothing unreported for 365 days",
        "Assuming after: plans carried out; figures read by press/1; nothing unreported for 365 days",
        f"Note: {INDEPENDENT}",
    ]


# -- what follows, in words ---------------------------------------------------------------------------------


def test_denial_is_named_where_it_rules_something_out() -> None:
    """It holds whatever went unreported, so it comes before what does not."""
    assert week("may").row("FRA", "IRQ").therefore == (
        "fewer: ruled out (fra-stay); unchanged if nothing went unreported"
    )
    row = week("may").row("FRA", "IRQ")
    assert (row.denied_by, row.if_anything_moved) == (("fra-stay",), ChangeBounds(0, None))


TEN = present("CAN", "IRQ", 10, when="2020-01-07", id="ten")


@pytest.mark.parametrize(
    ("ledger", "words"),
    [
        (Ledger(), "fewer or more: possible"),
        (Ledger([TEN]), "unchanged if nothing went unreported"),
        (Ledger([TEN, withdraw("CAN", 4, origin="IRQ", when="2020-01-08/..")]), "fewer: possible"),
        (Ledger([relocate("CAN", 4, to="IRQ", when="2020-01-08/.."), TEN]), "more: possible"),
        (Ledger([TEN, present("CAN", "IRQ", 9, when="2020-01-15")]), "fewer: certain"),
        (Ledger([TEN, present("CAN", "IRQ", 11, when="2020-01-15")]), "more: certain"),
        (Ledger([TEN, present("CAN", "IRQ", 10, when="2020-01-15")]), "unchanged"),
        (
            Ledger([present("CAN", "IRQ", 10, when="2020-01-07/2020-01-15", holds="throughout")]),
            "unchanged",
        ),
        (
            Ledger([TEN, present("CAN", "IRQ", "at least 10", when="2020-01-15", id="least")]),
            "fewer: ruled out (least, ten); unchanged if nothing went unreported",
        ),
        (
            Ledger([TEN, present("CAN", "IRQ", "at most 10", when="2020-01-15", id="most")]),
            "more: ruled out (most, ten); unchanged if nothing went unreported",
        ),
        (
            Ledger([present("CAN", "IRQ", "zero", when="2020-01-07", id="none")]),
            "fewer: ruled out (none); unchanged if nothing went unreported",
        ),
    ],
)
def test_row_says_what_follows_and_never_more(ledger: Ledger, words: str) -> None:
    """No bare certainty that things stayed as they were, unless both days are told."""
    assert told(ledger) == words


def test_row_says_what_is_ruled_out_and_what_is_open() -> None:
    """Nobody may have left, some may have come: the first is not to be doubted, the second is a plan."""
    stay = withdraw("CAN", origin="IRQ", when="2020-01-07/..", polarity="negated", id="stay", said=ON_7)
    come = relocate("CAN", 4, to="IRQ", when="2020-01-08/..", id="come")
    assert told(Ledger([TEN, stay, come])) == "fewer: ruled out (stay); more: possible"


# -- explaining ---------------------------------------------------------------------------------------------


def test_why_tells_what_else_might_follow() -> None:
    """The reasons of the second state, and the verdicts under other assumptions."""
    assert week().why("CAN", "IRQ").splitlines() == [
        "Why at most 599 CAN in Iraq on 15 Jan 2020?",
        '   600  can-iraq    "estimated 500", read as 400-600  The New Arab, 8 Jan 2020',
        "  -  1  can-kuwait  some = at least 1, taken as done  Gen. Vance, 7 Jan 2020",
        "Assuming: plans carried out; figures read by press/1; nothing unreported for 365 days",
        "Taken only as a plan: 0-600, fewer: possible.   Taken literally: 0-?, fewer: certain.",
    ]


@pytest.mark.parametrize(
    ("plans", "who", "where", "otherwise", "literally"),
    [
        (
            "ignore",
            "CAN",
            "IRQ",
            "With the plans as plans: 0-600, fewer: possible.",
            "Taken literally: 0-?, unchanged if nothing went unreported.",
        ),
        (
            "may",
            "CAN",
            "KWT",
            "Without the plans: 0-?, unchanged if nothing went unreported.",
            "Taken literally: 0-?, more: possible.",
        ),
        (
            "done",
            "CAN",
            "KWT",
            "Taken only as a plan: 0-?, more: possible.",
            "Taken literally: 1-?, more: certain.",
        ),
        (
            "may",
            "DEU",
            "IRQ",
            "Without the plans: 0-?, fewer or more: possible.",
            "Taken literally: 0-?, fewer or more: possible.",
        ),
    ],
)
def test_why_words_the_other_verdicts(
    plans: str, who: str, where: str, otherwise: str, literally: str
) -> None:
    """Never as a bare certainty where that needs nothing to have gone unreported."""
    assert week(plans).why(who, where).splitlines()[-1] == f"{otherwise}   {literally}"


# -- showing ------------------------------------------------------------------------------------------------


def test_comparison_prints_as_a_table() -> None:
    """Heading, size, assumptions, rows, what does not count."""
    stays = "fewer: ruled out (fra-stay); unchanged if nothing went unreported"
    assert str(week()).splitlines() == [
        "Iraq, January 2020: 7 -> 15 Jan 2020    6 entries from 1 report, 1 retracted",
        "Assuming: plans carried out; figures read by press/1; nothing unreported for 365 days",
        "",
        "who  where            7 Jan    15 Jan   change    therefore",
        "CAN  Iraq             400-600  0-599    -600..-1  fewer: certain",
        "CAN  Kuwait           0-?      1-?      +1..+600  more: certain",
        "CAN  Iraq and Kuwait  400-?    400-?    0         unchanged if nothing went unreported",
        f"FRA  Iraq             160-240  160-240  0         {stays}",
        "",
        "Not counted: usa-letter, retracted by usa-mistake (Pentagon)",
    ]


def test_comparison_of_two_ledgers_is_headed_before_and_after() -> None:
    """On one day the days would say nothing."""
    lines = str(compare(LEDGER.state("2020-01-15"), DATA_SET.state("2020-01-15"))).splitlines()
    assert lines[0] == (
        "Iraq, January 2020 and Data set: 15 Jan 2020    6 entries from 1 report, 1 retracted and 1 entry"
    )
    assert lines[4].split() == ["who", "where", "before", "after", "change", "therefore"]
    untitled = compare(Ledger().state("2020-01-15"), Ledger([TEN]).state("2020-01-15"))
    assert untitled.heading == "one ledger and another: 15 Jan 2020"


def test_comparison_of_nothing_says_so() -> None:
    """A table without rows would look like a mistake."""
    lines = str(compare(Ledger().state("2019-12-31"), Ledger().state("2020-01-15"))).splitlines()
    assert lines[0] == "Deployment states: 31 Dec 2019 -> 15 Jan 2020    0 entries"
    assert lines[-1] == "No claim that counts says who is where."


def test_comparison_shows_itself_in_short() -> None:
    """In a debugger a line is enough."""
    assert repr(week()) == "<Comparison Iraq, January 2020: 7 -> 15 Jan 2020: 4 rows>"


def test_row_reads_in_a_line() -> None:
    """Who, where, before, after, change, and what follows."""
    assert str(week().row("CAN", "IRQ")) == "CAN in Iraq: 400-600 -> 0-599, change -600..-1; fewer: certain"
    assert str(week().row("CAN")).startswith("CAN everywhere: 400-? -> 400-?, change ?..?;")


def test_what_one_ledger_closes_the_other_does_not() -> None:
    """A table of all there is in Iraq does not make of a base in the press all there is in Iraq."""
    taji = Base(id="taji", name="Taji", within=IRAQ)
    closed = Country(IRAQ.nation, closed=True)
    press = Ledger([present("USA", taji, 100, when="2020-01-07")]).state("2020-01-08")
    table = Ledger([present("USA", closed, 500, when="2020-01-07")]).state("2020-01-08")
    rows = {str(row.where): (str(row.before), str(row.after)) for row in compare(press, table).rows}
    assert rows == {"Iraq": ("100-?", "500"), "Taji": ("100", "0-500")}


def test_two_places_of_one_name_have_a_row_each() -> None:
    """Camp Victory stood in Iraq and in Kuwait; nobody in either is left out."""
    camps = [
        Base(id=f"victory-{code.lower()}", name="Camp Victory", within=Country.of(code))
        for code in ("IRQ", "KWT")
    ]
    claims = [present("USA", camp, 100 + number, when="2020-01-07") for number, camp in enumerate(camps)]
    ledger = Ledger(claims)
    compared = compare(ledger.state("2020-01-07"), ledger.state("2020-01-08"))
    assert len(compared.rows) == 2
    assert {row.where: row.after.low for row in compared.rows} == {camps[0]: 100, camps[1]: 101}


def test_comparison_is_rows_of_plain_values() -> None:
    """Any dataframe takes them, and so does JSON."""
    rows = week().to_rows()
    assert json.loads(json.dumps(rows)) == rows
    assert rows[1] == {
        "who": "CAN",
        "where": "Kuwait",
        "before_low": 0,
        "before_high": None,
        "after_low": 1,
        "after_high": None,
        "change_low": 1,
        "change_high": 600,
        "fewer": "ruled_out",
        "same": "ruled_out",
        "more": "certain",
        "gap": 0,
        "assumes": list(week().row("CAN", "KWT").assumes),
        "because": ["can-iraq", "can-kuwait"],
    }
    assert week().row().to_row()["where"] == "everywhere"


def test_comparison_in_a_notebook_is_well_formed_and_escaped() -> None:
    """Whatever a title holds stays text."""
    titled = Ledger([NEW_ARAB], title="<b>Iraq & beyond</b>")
    html = compare(titled.state("2020-01-07"), titled.state("2020-01-15"))._repr_html_()
    assert "<b>" not in html
    tree = ET.fromstring(f"<div>{html}</div>")  # noqa: S314 (our own words)
    assert tree.findtext("table/caption") == "<b>Iraq & beyond</b>: 7 -> 15 Jan 2020"
    assert [cell.text for cell in tree.iterfind("table/thead/tr/th")] == [
        "who",
        "where",
        "7 Jan",
        "15 Jan",
        "change",
        "therefore",
    ]
    assert len(tree.findall("table/tbody/tr")) == 4
    assert [note.text for note in tree.iterfind("p")] == [
        "Assuming: plans may have been carried out; figures read by press/1; nothing unreported for 365 days",
        "Not counted: usa-letter, retracted by usa-mistake (Pentagon)",
    ]


def test_rows_are_values() -> None:
    """The same comparison gives equal rows."""
    assert week().rows == week().rows
    assert isinstance(week().rows[0], ComparisonRow)
    assert hash(week().rows[0]) == hash(week().rows[0])


def test_row_shows_itself_in_short() -> None:
    """At a prompt, a line is enough."""
    row = week().row("CAN", "IRQ")
    assert repr(row) == f"<ComparisonRow {row}>"


def test_moves_without_a_row_are_told_below_the_table() -> None:
    """What counts somewhere and stands in no row is told once, as text and in a notebook."""
    either = AnyOf(options=(Country.of("KWT"), Country.of("JOR")))
    ledger = Ledger(
        [
            present("FRA", "IRQ", "about 200", when="2020-01-07"),
            relocate("CAN", "some", to=either, when="2020-01-06/..", id="either"),
        ]
    )
    comparison = compare(ledger.state("2020-01-07"), ledger.state("2020-01-15"))
    line = "Also counted: either: relocate some CAN to Kuwait or Jordan, from 6 Jan 2020, planned"
    assert str(comparison).splitlines()[-2:] == ["", line]
    assert comparison._repr_html_().count(line) == 1
