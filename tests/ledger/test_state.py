"""States: counting, explaining, the overview, time served, and how a state reads."""

import json
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest

from troopmoves.claims.assumptions import UNLIMITED
from troopmoves.claims.axis import LinkKind
from troopmoves.claims.claim import Attribution, Link
from troopmoves.claims.report import Report
from troopmoves.claims.verb import (
    present,
    raise_protection,
    relocate,
    resume,
    retract,
    rotate,
    suspend,
    withdraw,
)
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import AnyOf, Base, Country, Region, Unspecified
from troopmoves.errors import TimingError, UnknownNationError
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.units import QuantityBounds, person_days
from troopmoves.quantity.verdict import Verdict

VANCE = Attribution(by="Gen. Vance", public=date(2020, 1, 7))
IRAQ, KUWAIT = Country.of("IRQ"), Country.of("KWT")
AL_ASAD = Base(id="al-asad", name="Al Asad", within=IRAQ)
MISSION = Operation(id="nmi", name="NATO Mission Iraq")
NEW_ARAB = (
    Report(id="new-arab", publisher="The New Arab", published=date(2020, 1, 8))
    .present("CAN", "IRQ", "about 500", when="2020-01-07", id="can-iraq", quote="estimated 500")
    .relocate("CAN", "some", origin="IRQ", to="KWT", when="2020-01-07/..", id="can-kuwait", said=VANCE)
    .present("FRA", "IRQ", "about 200", when="2020-01-07", id="fra-iraq")
    .withdraw("USA", origin="IRQ", when="2020-01-06/..", id="usa-letter")
    .retract("usa-letter", id="usa-mistake", said=Attribution(by="Pentagon"))
)
LEDGER = Ledger([NEW_ARAB], title="Iraq, January 2020")


def state(day: str = "2020-01-15", plans: str = "done") -> DeploymentState:
    return LEDGER.state(day, plans=plans)


# -- counting -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("force", "place", "bounds"),
    [
        ("CAN", "IRQ", Bounds(0, 599)),
        ("Canada", "Iraq", Bounds(0, 599)),
        (Nation("CAN"), IRAQ, Bounds(0, 599)),
        (Force.of("CAN"), "Kuwait", Bounds.open_from(1)),
        ("CAN", ["IRQ", "KWT"], Bounds.open_from(400)),
        ("CAN", (IRAQ, "Kuwait"), Bounds.open_from(400)),
        ("CAN", None, Bounds.open_from(400)),
        (None, "IRQ", Bounds.open_from(160)),
        (None, None, Bounds.open_from(560)),
        ("DEU", "IRQ", Bounds.open_from(0)),
        ("FRA", "JOR", Bounds.open_from(0)),
    ],
)
def test_state_counts_whom_and_where_it_is_asked(force: str, place: str, bounds: Bounds) -> None:
    """Codes, names, models; several places together; everywhere; everyone; what nobody spoke of is open."""
    assert state().count(force, place).bounds == bounds


def test_state_counts_by_ids_of_the_ledger() -> None:
    """Operations and bases are called by their ids."""
    ledger = Ledger([present(MISSION, AL_ASAD, 14, when="2020-01-07")])
    assert ledger.state("2020-01-07").count("nmi", "al-asad").bounds == Bounds.exactly(14)
    assert ledger.state("2020-01-07").count("NATO Mission Iraq", "IRQ").low == 14


def test_state_does_not_guess_whom_it_is_asked_about() -> None:
    """A misspelled nation is an error, not an open count."""
    with pytest.raises(UnknownNationError):
        state().count("Canadia", "IRQ")


def test_answer_carries_what_it_was_asked_and_what_it_leans_on() -> None:
    """Force, place, day, reasons of both ends, assumptions, fingerprint."""
    answer = state().count("CAN", "IRQ")
    assert (answer.force, answer.place, answer.day) == (Force.of("CAN"), IRAQ, date(2020, 1, 15))
    assert (answer.low, answer.high) == (0, 599)
    assert [(reason.claim, reason.contribution) for reason in answer.high_because] == [
        ("can-iraq", 600),
        ("can-kuwait", -1),
    ]
    assert answer.low_because == ()
    assert answer.because == ("can-iraq", "can-kuwait")
    assert answer.assumes == (
        "plans carried out",
        "figures read by press/1",
        "nothing unreported for 365 days",
    )
    assert (answer.oldest, answer.digest, answer.partial) == (date(2020, 1, 7), LEDGER.digest, False)


def test_contributions_add_up_to_the_end() -> None:
    """What each claim contributes is its part of the figure."""
    answer = state().count("CAN", ["IRQ", "KWT"])
    assert sum(reason.contribution for reason in answer.low_because) == answer.low == 400


def test_answer_is_asked_further() -> None:
    """Verdicts on the count."""
    answer = state().count("CAN", "IRQ")
    assert answer.at_most(599) is Verdict.CERTAIN
    assert answer.at_least(600) is Verdict.RULED_OUT
    assert answer.at_least(1) is Verdict.POSSIBLE


def test_answer_without_claims_leans_on_nothing() -> None:
    """Open, for no reason, under no assumption."""
    answer = state().count("DEU", "IRQ")
    assert (answer.because, answer.assumes, answer.oldest) == ((), (), None)


def test_answer_says_what_it_takes_as_written() -> None:
    """An approximate date, an assumed claim, a move of nobody named."""
    ledger = Ledger(
        [
            present("CAN", "IRQ", 20, when="2020-01-07~", id="level", category="assumed"),
            relocate(MISSION, "some", origin="IRQ", when="2020-01-07/..", id="move", progress="under_way"),
        ]
    )
    assert ledger.state("2020-01-08", categories=["assumed", "reported"]).count("CAN", "IRQ").assumes == (
        "nothing unreported for 365 days",
        "level is assumed, not reported",
        "the date of level is taken as written",
        "move moves no named nation",
    )
    assert "move moves unnamed nations only" in ledger.state("2020-01-08").count(None, "IRQ").assumes
    assert ledger.state("2020-01-08").count("CAN").assumes == ()
    assert ledger.state("2020-01-07").count("CAN", "IRQ").assumes == ()


def test_answer_tells_the_oldest_day_it_leans_on() -> None:
    """The first day a claim behind it speaks of, else the day it was said."""
    ledger = Ledger(
        [
            present("CAN", "IRQ", 20, when="../2020-01-07", holds="throughout", id="a"),
            relocate("CAN", 5, origin="IRQ", when="2020-01-05/2020-01-06", progress="completed", id="b"),
        ]
    )
    assert ledger.state("2020-01-07").count("CAN", "IRQ").oldest == date(2020, 1, 7)


def test_answer_says_that_it_may_be_wider_than_need_be() -> None:
    """With more contradictions than can be settled in every way, the bounds are sound and not tight."""
    ledger = Ledger([present("CAN", "IRQ", n, when="2020-01-07", id=f"n{n}") for n in range(1, 19)])
    why = ledger.state("2020-01-07").why("CAN", "IRQ")
    assert why.answer.partial
    assert why.answer.bounds == Bounds.open_from(0)
    assert "perhaps wider than need be" in str(why.answer)
    assert "perhaps wider than need be" in why.answer.cite()
    assert "This is perhaps wider than need be" in str(why)
    assert why.answer.to_row()["partial"] is True


# -- citing and explaining ----------------------------------------------------------------------------------


def test_answer_reads_in_a_line() -> None:
    """Who, where, when, how many, under which assumptions."""
    assert str(state().count("CAN", "KWT")) == (
        "CAN in Kuwait on 15 Jan 2020: 1-? (assuming plans carried out; nothing unreported for 365 days)"
    )
    assert str(state().count()).startswith("all forces everywhere on 15 Jan 2020: 560-?")
    assert str(state().count("DEU", "IRQ")) == "DEU in Iraq on 15 Jan 2020: 0-?"


def test_citation_can_be_checked_by_others() -> None:
    """Bounds, who, where, when, every assumption, the claims, the ledger, the version."""
    cited = state().cite("CAN", "IRQ")
    assert cited.startswith(
        "0-599 CAN in Iraq on 15 Jan 2020 "
        "(plans carried out; figures read by press/1; nothing unreported for 365 days); "
        f"claims: can-iraq, can-kuwait; ledger {LEDGER.digest}, troopmoves "
    )
    assert "\n" not in cited
    assert "claims: none;" in state().cite("DEU", "IRQ")


def test_why_tells_each_end_with_claims_words_and_sources() -> None:
    """And what the count would be otherwise."""
    assert str(state().why("CAN", "IRQ")).splitlines() == [
        "Why at most 599 CAN in Iraq on 15 Jan 2020?",
        '   600  can-iraq    "estimated 500", read as 400-600  The New Arab, 8 Jan 2020',
        "  -  1  can-kuwait  some = at least 1, taken as done  Gen. Vance, 7 Jan 2020",
        "Assuming: plans carried out; figures read by press/1; nothing unreported for 365 days",
        "Taken only as a plan: 0-600.   Taken literally: 0-?.",
    ]


def test_why_tells_the_lower_end_too() -> None:
    """Where there is one."""
    told = str(state(plans="ignore").why("FRA", "IRQ"))
    assert "Why at most 240 FRA in Iraq on 15 Jan 2020?" in told
    assert "Why at least 160 FRA in Iraq on 15 Jan 2020?" in told
    assert "With the plans as plans: 160-240.   Taken literally: 0-?." in told


def test_why_says_that_nothing_limits_a_count() -> None:
    """No claim, no reasons."""
    assert str(state(plans="may").why("DEU", "IRQ")).splitlines() == [
        "Any number of DEU in Iraq on 15 Jan 2020: no claim limits it.",
        "Without the plans: 0-?.   Taken literally: 0-?.",
    ]


def test_why_none_is_asked_as_none() -> None:
    """Nobody asks why there are at most 0."""
    ledger = Ledger([present("CAN", "IRQ", "zero", when="2020-01-07", id="gone")])
    assert str(ledger.state("2020-01-07").why("CAN", "IRQ")).startswith("Why no CAN in Iraq on 7 Jan 2020?")


def test_why_tells_what_does_not_count_though_it_bears_on_the_count() -> None:
    """What is about others is not mentioned."""
    ledger = Ledger(
        [
            present("CAN", "IRQ", 500, when="2020-01-07", id="a", stance="alleges"),
            present("CAN", "IRQ", 300, when="2020-01-07", id="b", basis="authorised"),
            present("CAN", "IRQ", 200, when="2020-01-07", id="c", category="assumed"),
            present("CAN", "IRQ", 200, when="2020-01-07", id="d", said=Attribution(public=date(2020, 1, 9))),
            withdraw("CAN", 100, origin="IRQ", when="2020-01-07/..", id="e", stance="demands"),
            present("CAN", "KWT", 100, when="2020-01-07", id="kuwait", stance="alleges"),
            withdraw("CAN", 100, origin="KWT", to="JOR", when="2020-01-07/..", id="f", stance="demands"),
            present("FRA", "IRQ", 100, when="2020-01-07", id="france", stance="alleges"),
        ]
    )
    asked = ledger.state("2020-01-07", known="2020-01-08")
    assert [out.entry.id for out in asked.why("CAN", "IRQ").left_out] == ["a", "b", "c", "d", "e"]
    assert [out.entry.id for out in asked.why("CAN").left_out] == ["a", "b", "c", "d", "e", "f", "kuwait"]
    assert str(asked.why("CAN", "IRQ")).splitlines()[-5:] == [
        "Not counted: a, the speaker alleges it (that stance is not admitted)",
        "             b, its figure is authorised, not a presence",
        "             c, assumed (that category is not admitted)",
        "             d, not yet published",
        "             e, the speaker demands it (that stance is not admitted)",
    ]
    assert [out.entry.id for out in asked.not_counted] == [*"abcdef", "france", "kuwait"]


# -- overview -----------------------------------------------------------------------------------------------


def test_holdings_are_every_force_and_place_that_a_live_claim_names() -> None:
    """Levels and named ends of moves; not what is retracted, vague, or moves nobody."""
    assert [(str(one.force), str(one.place), str(one.bounds)) for one in state().holdings] == [
        ("CAN", "Iraq", "0-599"),
        ("CAN", "Kuwait", "1-?"),
        ("FRA", "Iraq", "160-240"),
    ]


def test_holdings_come_in_reading_order() -> None:
    """Named nations before others, wide places after narrow ones."""
    gulf = Region(id="gulf", name="Gulf", members=(IRAQ, KUWAIT))
    vague = AnyOf((IRAQ, Unspecified(outside=IRAQ)))
    ledger = Ledger(
        [
            present(Force(), "IRQ", 900, when="2020-01-07"),
            present(MISSION, "IRQ", 500, when="2020-01-07"),
            present("USA", gulf, 500, when="2020-01-07"),
            present("USA", "KWT", 14, when="2020-01-07"),
            present("CAN", "KWT", 14, when="2020-01-07"),
            relocate("CAN", 4, origin="KWT", to=vague, when="2020-01-07/.."),
            present(Force(nation=Nation("CAN"), role="training"), "KWT", 9, when="2020-01-07"),
            suspend("DEU", "JOR", "training", when="2020-01-07"),
        ]
    )
    assert [str(scope) for scope in ledger.state("2020-01-07").scopes] == [
        "CAN in Kuwait",
        "CAN (training) in Kuwait",
        "USA in Kuwait",
        "USA in Gulf",
        "NATO Mission Iraq in Iraq",
        "all forces in Iraq",
    ]


def test_changes_that_move_nobody_are_listed_when_they_have_come_about() -> None:
    """What is denied, cancelled, only planned or still to come has not."""
    ledger = Ledger(
        [
            suspend("CAN", "IRQ", "training", when="2020-01-07", id="a"),
            resume("CAN", "IRQ", "training", when="2020-01-20", id="b"),
            suspend("CAN", "IRQ", "patrols", when="2020-01-07", id="c", progress="planned"),
            suspend("CAN", "IRQ", "patrols", when="2020-01-07", id="d", progress="cancelled"),
            suspend("CAN", "IRQ", "patrols", when="2020-01-07", id="e", polarity="negated"),
            suspend("CAN", "IRQ", "patrols", when="../2020-01-07", id="f", progress="under_way"),
            raise_protection("FRA", "IRQ", when="2020-01-03", id="p"),
            raise_protection("FRA", "IRQ", when="2020-01-30", id="q"),
            rotate("FRA", at="IRQ", when="2020-01-03", id="r"),
        ]
    )
    asked = ledger.state("2020-01-07")
    assert [claim.id for claim in asked.activities] == ["a", "f"]
    assert [claim.id for claim in ledger.state("2020-01-07", plans="done").activities] == ["a", "c", "f"]
    assert [claim.id for claim in asked.protection] == ["p"]
    assert asked.count("CAN", "IRQ").bounds == Bounds.open_from(0)


# -- time ---------------------------------------------------------------------------------------------------

FOURTEEN = Ledger([present("ROU", "IRQ", 14, when="2020-01-07", id="rou")])


def served(since: str, until: str, **choices: object) -> tuple[object, object]:
    asked = FOURTEEN.state("2020-01-07", **choices)  # type: ignore[arg-type]
    found = asked.person_time(since, until, "ROU", "IRQ")
    assert isinstance(found, QuantityBounds)
    return found.low, found.high


def test_person_time_is_a_pint_quantity() -> None:
    """It can be converted."""
    time = FOURTEEN.state("2020-01-07").person_time("2020-01-07", date(2020, 1, 17), "ROU", "IRQ")
    assert time == QuantityBounds(person_days(140), person_days(140))
    assert time.low.to("person_year").magnitude == pytest.approx(140 / 365.25)


def test_person_time_of_one_day_is_the_count() -> None:
    """Days count at their beginning, the last one is not in."""
    assert served("2020-01-07", "2020-01-08") == (person_days(14), person_days(14))


def test_person_time_is_open_where_nothing_limits_the_count() -> None:
    """The high end is None, the low end is what is known."""
    time = state().person_time("2020-01-07", "2020-01-09", "CAN", "KWT")
    assert time == QuantityBounds(person_days(1), None)
    everyone = state().person_time("2020-01-07", "2020-01-09")
    assert everyone.high is None
    assert everyone.low == person_days(2 * 560)


def test_person_time_takes_the_days_together() -> None:
    """Who is in Kuwait is not in Iraq: the sum over both is exact where each alone is not."""
    ledger = Ledger(
        [
            present("CAN", "IRQ", 10, when="2020-01-01"),
            present("CAN", "KWT", "zero", when="2020-01-01"),
            relocate("CAN", 10, origin="IRQ", to="KWT", when="2020-01-01/2020-01-11", progress="completed"),
        ]
    )
    asked = ledger.state("2020-01-01")
    both = asked.person_time("2020-01-01", "2020-01-21", "CAN", ["IRQ", "KWT"])
    assert both == QuantityBounds(person_days(200), person_days(200))
    here = asked.person_time("2020-01-01", "2020-01-21", "CAN", "IRQ")
    assert here == QuantityBounds(person_days(10), person_days(100))


@pytest.mark.parametrize(
    ("carry", "since", "until", "expected"),
    [
        (timedelta(days=9), "2020-01-07", "2020-01-17", (140, 140)),
        (timedelta(days=9), "2020-01-07", "2020-01-18", (140, None)),
        (timedelta(days=9), "2019-12-29", "2020-01-17", (266, 266)),
        (timedelta(days=9), "2019-12-28", "2020-01-17", (266, None)),
        (timedelta(0), "2020-01-07", "2020-01-09", (14, None)),
        (UNLIMITED, "2000-01-01", "2040-01-01", (14 * 14610, 14 * 14610)),
    ],
)
def test_person_time_reaches_as_far_as_the_carry(
    carry: timedelta, since: str, until: str, expected: tuple[int, int | None]
) -> None:
    """Beyond it the count is open, and so is the time."""
    low, high = expected
    assert served(since, until, carry=carry) == (
        person_days(low),
        None if high is None else person_days(high),
    )


@pytest.mark.parametrize("until", ["2020-01-07", "2020-01-06"])
def test_person_time_goes_forward(until: str) -> None:
    """An empty span has no time."""
    with pytest.raises(TimingError, match=r"person_time\.until: got .*it comes after 2020-01-07"):
        served("2020-01-07", until)


# -- showing ------------------------------------------------------------------------------------------------


def test_state_prints_as_a_table() -> None:
    """Heading and size, assumptions, holdings, what does not count."""
    assert str(state()).splitlines() == [
        "Iraq, January 2020: 15 Jan 2020    5 entries from 1 report, 1 retracted",
        "Assuming: plans carried out; figures read by press/1; nothing unreported for 365 days",
        "",
        "who  where   how many  because",
        "CAN  Iraq    0-599     can-iraq, can-kuwait",
        "CAN  Kuwait  1-?       can-kuwait",
        "FRA  Iraq    160-240   fra-iraq",
        "",
        "Not counted: usa-letter, retracted by usa-mistake (Pentagon)",
    ]


def test_state_says_by_when_its_claims_were_known() -> None:
    """What came later does not count, and many such claims are only counted."""
    told = str(LEDGER.state("2020-01-15", known="2020-01-07"))
    assert (
        told.splitlines()[0]
        == "Iraq, January 2020: 15 Jan 2020 as known on 7 Jan 2020    5 entries from 1 report"
    )
    assert told.endswith("Not counted: 4 claims, not yet published")


def untold() -> Ledger:
    """Return a ledger of claims that are in no row of a state."""
    either = AnyOf(options=(KUWAIT, Country.of("JOR")))
    return Ledger(
        [
            relocate(Force(operation=MISSION), "some", to=either, when="2020-01-08/..", id="either"),
            relocate("FRA", "some", to=Unspecified(within=IRAQ), when="2020-01-20/..", id="later"),
            relocate("CAN", "some", origin="IRQ", to=either, when="2020-01-08/..", id="from-iraq"),
            suspend("ITA", "IRQ", activity="training", when="2020-01-09", id="pause"),
            raise_protection("FRA", "IRQ", when="2020-01-09", id="guard"),
            present("DEU", "IRQ", 14, when="2020-01-07", id="rumour", stance="alleges"),
        ]
    )


def test_state_tells_below_the_table_what_is_in_no_row() -> None:
    """Moves between places that nobody names, and changes that move nobody, are told by their claims."""
    assert str(untold().state("2020-01-15")).splitlines()[3:] == [
        "who  where  how many  because",
        "CAN  Iraq   0-?",
        "",
        "Also counted: either: relocate some NATO Mission Iraq to Kuwait or Jordan, from 8 Jan 2020, planned",
        "Activities: pause: training suspended: ITA in Iraq, 9 Jan 2020",
        "Protection: guard: protection raised: FRA in Iraq, 9 Jan 2020",
        "Not counted: rumour, the speaker alleges it (that stance is not admitted)",
    ]


def test_state_in_a_notebook_tells_the_same() -> None:
    """What stands below the table stands below it there too."""
    told = untold().state("2020-01-15")._repr_html_()
    assert all(label in told for label in ("Also counted: either", "Activities: pause", "Protection: guard"))


@pytest.mark.parametrize(
    ("day", "ids"), [("2020-01-08", []), ("2020-01-09", ["either"]), ("2020-01-21", ["either", "later"])]
)
def test_moves_without_a_row_are_told_from_the_day_after_they_may_begin(day: str, ids: list[str]) -> None:
    """A move counts for nothing on the day on which its window opens."""
    assert [claim.id for claim in untold().state(day).also_counted] == ids


def test_state_of_nothing_says_so() -> None:
    """A table without rows would look like a mistake."""
    told = str(Ledger().state("2020-01-15")).splitlines()
    assert told[0] == "Deployment state: 15 Jan 2020    0 entries"
    assert told[-1] == "No claim that counts says who is where."


def test_state_shows_itself_in_short() -> None:
    """In a debugger a line is enough."""
    assert repr(state()).startswith("<DeploymentState Iraq, January 2020: 15 Jan 2020: plans carried out;")


def test_state_is_rows_of_plain_values() -> None:
    """Any dataframe takes them, and so does JSON."""
    rows = state().to_rows()
    assert json.loads(json.dumps(rows)) == rows
    assert rows[1] == {
        "who": "CAN",
        "where": "Kuwait",
        "day": "2020-01-15",
        "low": 1,
        "high": None,
        "assumes": ["plans carried out", "nothing unreported for 365 days"],
        "because": ["can-kuwait"],
        "partial": False,
        "oldest": "2020-01-07",
    }
    assert state().count().to_row()["where"] == "everywhere"
    assert state().count("DEU").to_row()["oldest"] is None


def test_state_in_a_notebook_is_well_formed_and_escaped() -> None:
    """Whatever a title or a name holds stays text."""
    camp = Base(id="camp", name="Camp <b>A&B</b>", within=IRAQ)
    ledger = Ledger(
        [
            present("CAN", camp, 14, when="2020-01-07", id="level"),
            present("CAN", camp, 15, when="2020-01-07", id="rumour", stance="alleges"),
        ],
        title="<script>alert('x')</script>",
    )
    html = ledger.state("2020-01-07")._repr_html_()
    assert "<script>" not in html
    assert "<b>" not in html
    tree = ET.fromstring(f"<div>{html}</div>")  # noqa: S314 (our own words)
    assert tree.findtext("table/caption") == "<script>alert('x')</script>: 7 Jan 2020"
    assert [cell.text for cell in tree.iterfind("table/tbody/tr/td")] == [
        "CAN",
        "Camp <b>A&B</b>",
        "14",
        "level",
    ]
    assert [note.text for note in tree.iterfind("p")] == [
        "Assuming: plans may have been carried out; figures read by press/1; nothing unreported for 365 days",
        "Not counted: rumour, the speaker alleges it (that stance is not admitted)",
    ]


def test_answer_and_its_reasons_show_themselves_in_short() -> None:
    """At a prompt, a line is enough."""
    why = state().why("CAN", "IRQ")
    assert repr(why.answer) == "<Answer CAN in Iraq on 15 Jan 2020: 0-599>"
    assert repr(why) == "<Explanation of <Answer CAN in Iraq on 15 Jan 2020: 0-599>>"
    assert [str(reason) for reason in why.answer.high_because] == ["can-iraq: 600", "can-kuwait: -1"]
    assert repr(why.answer.high_because[0]) == "<Reason can-iraq: 600>"


def test_retraction_that_is_not_admitted_hides_nothing() -> None:
    """What somebody merely alleges takes no claim away, unless the caller admits allegations."""
    ledger = Ledger(
        [
            present("FRA", "IRQ", 200, when="2020-01-07", id="level"),
            retract("level", id="rumour", stance="alleges"),
        ]
    )
    assert ledger.state("2020-01-07").count("FRA", "IRQ").bounds == Bounds(200, 200)
    admitted = ledger.state("2020-01-07", stances={"asserts", "alleges"})
    assert admitted.count("FRA", "IRQ").bounds == Bounds(0, None)


def test_answer_over_clashing_claims_says_so() -> None:
    """Nobody reads a hull over contradictions, or a gap, without being told where it comes from."""
    ledger = Ledger(
        [
            present("FRA", "IRQ", 200, when="2020-01-07", id="one"),
            present("FRA", "IRQ", 300, when="2020-01-07", id="other"),
            present("DEU", "IRQ", 100, when="2020-01-07", id="first"),
            present("DEU", "IRQ", 50, when="2020-01-17", id="second"),
        ]
    )
    state = ledger.state("2020-01-12")
    assert "one and other contradict each other, and each is set aside in turn" in state.count("FRA").assumes
    assert "something moved unreported between first and second" in state.count("DEU").assumes
    assert not any("contradict" in words for words in state.count("DEU").assumes)


def test_move_that_confirms_another_moves_nobody_twice() -> None:
    """Two sources that tell of one withdrawal tell of one withdrawal."""
    first = withdraw("FRA", 100, origin="IRQ", when="2020-01-08", progress="completed", id="first")
    again = withdraw(
        "FRA",
        100,
        origin="IRQ",
        when="2020-01-08",
        progress="completed",
        id="again",
        links=(Link(LinkKind.CONFIRMS, "first"),),
    )
    ledger = Ledger([present("FRA", "IRQ", 500, when="2020-01-07"), first, again])
    assert ledger.state("2020-01-15").count("FRA", "IRQ").bounds == Bounds(400, 400)
