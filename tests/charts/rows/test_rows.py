"""The rows behind the charts, made without a drawing package."""

from datetime import date

import attrs
import pytest
from charts.material import iraq, six_reports, war_powers, week

import troopmoves as tm
from troopmoves.charts.rows.comparison import comparison_alt, comparison_finding, comparison_rows, days_of
from troopmoves.charts.rows.flows import flow_rows, flows_alt, flows_finding, moves_of
from troopmoves.charts.rows.series import series_alt, series_finding, series_rows
from troopmoves.charts.rows.state import state_alt, state_finding, state_rows
from troopmoves.charts.rows.timeline import claim_label, timeline_alt, timeline_finding, timeline_rows
from troopmoves.charts.rows.words import Row, scope_label, source_words, who_words
from troopmoves.errors import LedgerError

DAY = "2020-01-15"
CHAMMAL = tm.Operation(id="chammal", name="Operation Chammal")
ENGINEERS = tm.Unit(id="eng", name="USAF engineers", nation=tm.Nation("USA"))


def kinds(rows: list[Row], kind: str) -> list[Row]:
    return [row for row in rows if row["kind"] == kind]


# -- words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("force", "words"),
    [
        (tm.Force(nation=tm.Nation("FRA"), role="training"), "France (training)"),
        (tm.Force(nation=tm.Nation("FRA"), operation=CHAMMAL), "France in Operation Chammal"),
        (tm.Force(operation=CHAMMAL), "Operation Chammal"),
        (tm.Force(unit=ENGINEERS), "USAF engineers of United States"),
        (tm.Force(), "all forces"),
    ],
)
def test_nation_is_called_by_its_name(force: tm.Force, words: str) -> None:
    """A reader sees names, not codes; the name of a unit that looks like a code is left alone."""
    assert who_words(force) == words


def test_operation_and_place_do_not_run_together() -> None:
    """There is one "in" in a label."""
    force = tm.Force(nation=tm.Nation("FRA"), operation=CHAMMAL)
    assert scope_label(force, tm.Country.of("IRQ")) == "France in Operation Chammal, Iraq"


def test_source_names_three_publishers_at_most() -> None:
    """The source line stays a line."""
    words = source_words(six_reports().entries, six_reports().label)
    assert words.startswith("Source: Report A, Report B, Report C and 3 more (30 entries from 6 reports;")


# -- state ------------------------------------------------------------------------------------------------


def test_state_row_has_the_bounds_of_the_answer() -> None:
    """Numbers are those of the state, and None is open."""
    state = iraq().state(DAY, plans="done")
    got = [(row["low"], row["high"]) for row in state_rows(state)]
    assert got == [(answer.low, answer.high) for answer in state.holdings]


def test_state_finding_counts_what_is_known() -> None:
    """The title says how much the numbers are worth; that of one row says the number."""
    state = iraq().state(DAY, plans="done")
    told = state_finding(state, state_rows(state))
    assert told == "10 numbers for 15 Jan 2020: 2 exact, 4 between two limits, 4 without an upper limit"
    one = tm.Ledger([tm.present("FRA", "IRQ", "about 200", when="2020-01-07")]).state("2020-01-07")
    assert state_finding(one, state_rows(one)) == "France in Iraq: 160-240 on 7 Jan 2020"
    assert state_alt(one, state_rows(one)).endswith("France in Iraq: 160-240.")


# -- comparison -------------------------------------------------------------------------------------------


def test_comparison_finding_names_what_is_certain() -> None:
    """The first certain changes are named, the others counted."""
    rows = comparison_rows(week())
    told = comparison_finding(week(), rows)
    assert told == "Canada in Iraq: fewer, certain; Canada in Kuwait: more, certain; 2 more changes certain"
    assert "Canada in Iraq: 400-600, then 0-599, fewer: certain" in comparison_alt(week(), rows)


def test_comparison_without_certainty_says_so() -> None:
    """No title claims what no verdict holds."""
    before, after = (iraq().state(day) for day in ("2020-01-07", DAY))
    comparison = tm.compare(before, after)
    assert comparison_finding(comparison, comparison_rows(comparison)).startswith("No change is certain; ")
    [row] = comparison_rows(attrs.evolve(comparison, rows=comparison.rows[:1]))
    assert comparison_finding(comparison, [row]) == "Canada in Iraq: fewer: possible"


def test_star_stands_where_silence_decides() -> None:
    """What is settled only if nothing went unreported is marked; what a denial settles is not."""
    france = next(row for row in comparison_rows(week()) if row["label"] == "France in Iraq")
    assert [france[f"{name}_leans"] for name in ("fewer", "same", "more")] == [False, True, True]


def test_sides_of_one_day_are_before_and_after() -> None:
    """Two accounts of one day cannot be told apart by it; days of two years are written with them."""
    one, other = iraq().state(DAY), six_reports().state(DAY)
    assert days_of(tm.compare(one, other)) == ("before", "after")
    assert days_of(tm.compare(iraq().state("2019-12-31"), one)) == ("31 Dec 2019", "15 Jan 2020")


# -- series -----------------------------------------------------------------------------------------------


def test_span_holds_until_the_next_point() -> None:
    """Spans cover all days asked about, without gap or overlap."""
    series = war_powers().series("USA", "LBN", "2021-06-08", "2023-12-08")
    spans = kinds(series_rows(series), "span")
    assert [row["until"] for row in spans[:-1]] == [row["since"] for row in spans[1:]]
    assert (spans[0]["since"], spans[-1]["until"]) == ("2021-06-08", "2023-12-08")


def test_step_says_which_way_and_how_surely() -> None:
    """Steps are certain, possible, or unchanged if nothing went unreported."""
    series = war_powers().series("USA", "LBN", "2021-06-08", "2023-12-08")
    told = [(row["told"], row["unexplained"]) for row in kinds(series_rows(series), "step")]
    assert told == [
        ("unchanged*", False),
        ("unchanged*", False),
        ("fewer, certain", True),
        ("more, certain", True),
    ]


def steps_of(*counts: str) -> tm.Ledger:
    days = (date(2020, month, 1) for month in range(1, 1 + len(counts)))
    return tm.Ledger(
        [tm.present("CAN", "IRQ", count, when=day) for day, count in zip(days, counts, strict=True)]
    )


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((), "no level is reported"),
        (("14",), "14 on 1 Jan 2020, the only level reported"),
        (("500", "100"), "fell for certain once, unexplained"),
        (
            ("500", "100", "90", "500"),
            "fell for certain twice and rose for certain once, each time unexplained",
        ),
        (("14", "14"), "unchanged if nothing went unreported"),
        (("300", "200", "100"), "fell for certain twice, each time unexplained"),
        (("10..20", "some"), "unchanged if nothing went unreported"),
    ],
)
def test_series_finding(counts: tuple[str, ...], told: str) -> None:
    """The title says how often the number certainly changed, and whether moves explain it."""
    series = steps_of(*counts).series("CAN", "IRQ", "2020-01-01", "2020-06-01")
    assert series_finding(series) == f"Canada in Iraq: {told}"


def test_explained_changes_are_told_apart() -> None:
    """A change that a move explains is not called unexplained beside one that nothing does."""
    leave = tm.withdraw("CAN", 100, origin="IRQ", when="2020-01-10/2020-01-20", progress="completed")
    explained = steps_of("300", "200").add(leave).series("CAN", "IRQ", "2020-01-01", "2020-02-01")
    assert series_finding(explained) == "Canada in Iraq: fell for certain once"
    both = steps_of("300", "200", "50").add(leave).series("CAN", "IRQ", "2020-01-01", "2020-03-01")
    assert series_finding(both) == "Canada in Iraq: fell for certain twice, once unexplained"


def test_everywhere_is_a_place() -> None:
    """A count without a place is one of everywhere."""
    assert scope_label(tm.Force.of("CAN"), None) == "Canada everywhere"


def test_possible_change_is_no_finding() -> None:
    """Moves both ways between two levels that overlap make no change certain."""
    planned = (
        tm.withdraw("CAN", "some", origin="IRQ", when="2020-01-10"),
        tm.deploy("CAN", "some", to="IRQ", when="2020-01-10"),
    )
    ledger = steps_of("about 100", "about 100").add(*planned)
    series = ledger.series("CAN", "IRQ", "2020-01-01", "2020-02-01")
    assert [row["told"] for row in kinds(series_rows(series), "step")] == ["fewer or more, possible"]
    assert series_finding(series) == "Canada in Iraq: no change is certain"


def test_what_is_not_listed_is_no_zero() -> None:
    """A report that leaves a force out is a sign of its own, with the reports."""

    def report(day: str, **counts: int) -> tm.Report:
        given = tm.Report(id=f"report-{day}", publisher="The White House", published=date.fromisoformat(day))
        for place, count in counts.items():
            given = given.present("USA", place, count, when=day)
        return given

    ledger = tm.Ledger([report("2021-06-08", LBN=83, JOR=2976), report("2021-12-07", JOR=3147)])
    series = ledger.series("USA", "LBN", "2021-06-08", "2021-12-31")
    [gone] = kinds(series_rows(series), "not_listed")
    assert (gone["day"], gone["reports"]) == ("2021-12-07", "report-2021-12-07")
    assert "Not listed on 7 Dec 2021." in series_alt(series)


def windows(ledger: tm.Ledger) -> list[Row]:
    return kinds(series_rows(ledger.series("CAN", "IRQ", "2020-01-01", "2020-03-01"), ledger), "window")


def test_window_of_a_move_has_the_ends_that_are_said() -> None:
    """An open end is open at the edge of the days asked about."""
    [row] = windows(iraq())
    assert (row["claim"], row["since"], row["until"]) == ("can-kuwait", "2020-01-07", "2020-03-01")
    assert (row["starts_open"], row["ends_open"], row["of"]) == (False, True, "move")


def test_level_of_a_month_is_fuzzy() -> None:
    """A level that is dated by a window, or about a day, is drawn as such; one of a day is not."""
    for when, fuzzy in (("2020-02", True), ("2020-02-03~", True), ("2020-02-03", False)):
        ledger = tm.Ledger([tm.present("CAN", "IRQ", 14, when=when, id="can")])
        rows = series_rows(ledger.series("CAN", "IRQ", "2020-01-01", "2020-03-01"), ledger)
        assert {row["fuzzy"] for row in kinds(rows, "level")} == {fuzzy}
        assert bool(windows(ledger)) == fuzzy


def test_window_outside_the_days_is_left_out() -> None:
    """What lies before or after the days asked about is no part of the chart."""
    ledger = steps_of("100").add(tm.withdraw("CAN", 10, origin="IRQ", when="2021-05/2021-06"))
    assert windows(ledger) == []


def test_another_ledger_is_refused() -> None:
    """Windows of another ledger's claims would say what nobody said."""
    series = war_powers().series("USA", "LBN", "2021-06-08", "2023-12-08")
    with pytest.raises(LedgerError, match=r"chart_series\.ledger"):
        series_rows(series, iraq())


# -- flows ------------------------------------------------------------------------------------------------


def test_move_that_is_only_confirmed_is_told_once() -> None:
    """Nobody moves twice because two say so."""
    claims = {row["claim"] for row in flow_rows(six_reports().state(DAY))}
    assert {"deu-d-jordan", "dnk-d-go"} <= claims
    assert claims.isdisjoint({"deu-d-go", "dnk-f-go", "hrv-b-home", "svn-c-stay", "deu-a-go"})


def test_plans_that_are_ignored_are_no_moves() -> None:
    """What does not count in the state is not on its map."""
    assert [move.entry.id for move in moves_of(iraq().state(DAY, plans="ignore"))] == ["nato-reposition"]


def test_move_is_told_with_its_hedge() -> None:
    """How many is what was said, and in brackets how it was read, where the words are a hedge."""
    ledger = tm.Ledger(
        [
            tm.relocate("CAN", "about 200", origin="IRQ", to="KWT", when="2020-01-01", id="a"),
            tm.relocate("FRA", 14, origin="IRQ", to="KWT", when="2020-01-01", id="b"),
            tm.relocate("DEU", tm.Share.of("1/2"), origin="IRQ", to="KWT", when="2020-01-01", id="c"),
            tm.withdraw("ROU", origin="IRQ", when="2020-01-01", id="d"),
            tm.repatriate("ITA", "30..40", origin="IRQ", when="2020-01-01", id="e"),
        ]
    )
    told = [(row["told"], row["words"]) for row in flow_rows(ledger.state(DAY))]
    assert [words for words, _ in told] == [
        "about 200 (160-240)",
        "14",
        "1/2 of those there",
        "no number said",
        "30-40",
    ]
    assert told[3][1] == "Romania: no number said, Iraq to a place not said; 1 Jan 2020, planned"
    assert "Italy: 30-40, Iraq to Italy" in str(told[4][1])


def test_flows_finding_counts_plans_and_unnamed_ends() -> None:
    """The title says what is certain of nothing: how many are plans, how many lead to no named place."""
    state = iraq().state(DAY)
    moves = moves_of(state)
    told = flows_finding(state, moves, 4)
    assert told == "5 moves by 15 Jan 2020, 4 of them plans; 4 have an end that no source names"
    assert flows_finding(state, moves[:1], 1).endswith(
        "1 move by 15 Jan 2020, all of them plans; 1 has an end that no source names"
    )
    assert flows_finding(state, [], 0) == "No move counts on 15 Jan 2020"
    assert flows_alt(state, moves).count("planned.") == 4


# -- timeline ---------------------------------------------------------------------------------------------


def test_timeline_holds_every_claim_in_the_order_said() -> None:
    """Each claim is a row; those without a day of publication come last."""
    ledger = iraq().add(tm.present("ITA", "IRQ", 14, when="2020-01-01", id="undated"))
    rows = timeline_rows(ledger)
    assert {row["claim"] for row in rows} == {entry.id for entry in ledger.entries}
    said = [row["said"] for row in rows]
    assert said[:-1] == sorted(str(day) for day in said[:-1])
    assert (rows[-1]["claim"], rows[-1]["said"]) == ("undated", None)
    assert "said on no day given" in timeline_alt(rows)


def test_timeline_tells_what_was_taken_back() -> None:
    """A retracted claim says by what and on which day."""
    rows = {row["claim"]: row for row in timeline_rows(iraq())}
    letter = rows["usa-letter"]
    assert (letter["hidden"], letter["hidden_by"], letter["hidden_on"]) == (
        "retracted",
        "usa-mistake",
        "2020-01-07",
    )
    assert rows["usa-mistake"]["dated"] is False
    assert rows["fra-stay"]["denied"] is True
    told = timeline_finding(iraq(), list(rows.values()))
    ahead = "8 about days still to come when said"
    assert told == f"Iraq, January 2020, 18 claims: {ahead}, 7 about days gone by, 1 retracted"
    assert timeline_finding(tm.Ledger(), []) == "Ledger: no claims"


def test_claim_of_each_kind_has_a_label() -> None:
    """Levels, moves, activities, protection and bare links are told in few words."""
    labels = {claim.id: claim_label(claim) for claim in iraq().claims()}
    assert labels["can-iraq"] == "Canada: about 500, Iraq"
    assert labels["rou-move"] == "Romania: relocate 14, Romanians' base to a place not named"
    assert labels["can-pause"] == "Canada: operations suspended, Iraq"
    assert labels["fra-security"] == "France: protection raised, Iraq"
    assert labels["usa-mistake"] == "retracts usa-letter"
    assert labels["chammal-iraq"] == "France in Operation Chammal: all, Iraq"
