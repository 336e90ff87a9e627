"""The news text of January 2020, fact by fact: what must follow from each, and what must not.

The ledger is read from examples/iraq-january-2020.yaml. Answers are under `press/1` unless a test says
otherwise; 7 January is the day of the announcements, 15 January a week later.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Literal

import attrs
import pytest
from stories.iraq import (
    DOCUMENT,
    FRENCH_CHAMMAL,
    FRENCH_REST,
    FRENCH_TRAINERS,
    IRAQ,
    NATO_MISSION,
    OLD_BASE,
    REGION_OUTSIDE_IRAQ,
    built_in_python,
)

import troopmoves as tm

BEFORE, AFTER = "2020-01-07", "2020-01-15"
PLANS = ["may", "done", "ignore"]
CONVENTIONS = ["literal", "press/1", "iiss/2020", "iiss/2010"]
UNREPORTED = "nothing unreported for 365 days"

every_plan = pytest.mark.parametrize("plans", PLANS)
every_convention = pytest.mark.parametrize("convention", CONVENTIONS)


@cache
def story() -> tm.Ledger:
    """Return the ledger of the document."""
    return tm.read(DOCUMENT)


def without(*claims: str, notes: bool = True) -> tm.Ledger:
    """Return the ledger without some claims, and if wanted without its notes."""
    ledger = story()
    reports = [
        attrs.evolve(report, claims=tuple(claim for claim in report.claims if claim.id not in claims))
        for report in ledger.reports
    ]
    return tm.Ledger(reports, title=ledger.title, notes=ledger.notes if notes else (), places=ledger.places)


def count(
    who: tm.Force | str, where: tm.Place | str | None, day: str = AFTER, *, convention: str = "press/1"
) -> tm.Bounds:
    """Return how many there are, with plans as plans."""
    return story().state(day, convention=convention).count(who, where).bounds


def change(
    who: tm.Force | tm.Operation | str,
    where: tm.Place | str | Iterable[str] | None,
    *,
    plans: str,
    ledger: tm.Ledger | None = None,
    known: str | None = None,
) -> tm.ComparisonRow:
    """Return the change from 7 to 15 January."""
    asked = story() if ledger is None else ledger
    before, after = (asked.state(day, plans=plans, known=known) for day in (BEFORE, AFTER))
    return tm.compare(before, after).row(who, where)


SCOPES: list[tuple[tm.Force | tm.Operation | str | None, tm.Place | str | None]] = [
    ("CAN", "IRQ"),
    ("CAN", "KWT"),
    ("DEU", "IRQ"),
    ("ROU", "IRQ"),
    ("ROU", OLD_BASE),
    ("FRA", "IRQ"),
    (FRENCH_TRAINERS, "IRQ"),
    (FRENCH_CHAMMAL, REGION_OUTSIDE_IRAQ),
    (NATO_MISSION, "IRQ"),
    ("USA", "IRQ"),
    (None, "IRQ"),
    (None, None),
]


def answers(ledger: tm.Ledger, plans: str) -> dict[str, tm.Bounds]:
    """Return many counts on both days, to compare two ledgers by."""
    return {
        f"{day} {answer.where}": answer.bounds
        for day in (BEFORE, AFTER)
        for state in [ledger.state(day, plans=plans)]
        for answer in (state.count(who, where) for who, where in SCOPES)
    }


# -- the document -----------------------------------------------------------------------------------------


def test_document_and_python_tell_the_same() -> None:
    """The document and the ledger built in Python are equal."""
    assert story() == built_in_python()
    assert story().digest == built_in_python().digest


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_round_trip_loses_nothing(format: Literal["yaml", "json"]) -> None:  # noqa: A002 (as in tm.dumps)
    """Written and read again, the ledger is the same."""
    assert tm.loads(tm.dumps(story(), format), format) == story()


@every_plan
def test_story_holds_together(plans: str) -> None:
    """No claim of the text contradicts another, and none needs unreported moves."""
    assert story().check(plans=plans) == ()


@every_plan
def test_order_of_claims_does_not_matter(plans: str) -> None:
    """The claims in reverse give the same answers."""
    [report] = story().reports
    backwards = tm.Ledger([attrs.evolve(report, claims=report.claims[::-1])])
    assert answers(backwards, plans) == answers(story(), plans)


# -- 1: an estimated 500 Canadians --------------------------------------------------------------------------


def test_estimated_five_hundred_is_four_to_six_hundred() -> None:
    """One significant digit: twenty per cent either way."""
    assert count("CAN", "IRQ", BEFORE) == tm.Bounds(400, 600)


# -- 2: some of them to Kuwait ------------------------------------------------------------------------------


def test_move_as_a_plan_may_leave_all_or_none() -> None:
    """While the move may happen, fewer in Iraq is possible."""
    row = change("CAN", "IRQ", plans="may")
    assert row.after == tm.Bounds(0, 600)
    assert row.fewer.possible
    assert row.more.ruled_out


def test_move_carried_out_leaves_fewer_in_iraq() -> None:
    """Once done, at least one has left, however many there were."""
    row = change("CAN", "IRQ", plans="done")
    assert row.after == tm.Bounds(0, 599)
    assert row.change == tm.ChangeBounds(-600, -1)
    assert row.fewer.certain
    assert row.literally.fewer().certain
    assert row.because == ("can-iraq", "can-kuwait")


def test_move_carried_out_leaves_more_in_kuwait() -> None:
    """Those who left Iraq are in Kuwait."""
    row = change("CAN", "KWT", plans="done")
    assert row.after == tm.Bounds(1, None)
    assert row.more.certain


def test_move_ignored_changes_nothing() -> None:
    """Without the plan the number in Iraq is what it was."""
    row = change("CAN", "IRQ", plans="ignore")
    assert row.after == tm.Bounds(400, 600)
    assert row.same.certain


@every_plan
def test_move_never_changes_both_ends_together(plans: str) -> None:
    """Iraq and Kuwait together keep their Canadians, whatever the size of the move."""
    row = change("CAN", ["IRQ", "KWT"], plans=plans)
    assert row.change == tm.ChangeBounds(0, 0)
    assert row.same.certain


def test_move_that_is_temporary_does_not_end_by_itself() -> None:
    """Nobody said when they come back, so they are not taken to be back a month later."""
    assert story().state("2020-02-15", plans="done").count("CAN", "KWT").low == 1
    assert story().entry("can-kuwait").claim.proposition.temporary  # type: ignore[union-attr]  # a move


# -- 3, 5, 12: pauses and protection move nobody ------------------------------------------------------------


@every_plan
@pytest.mark.parametrize("claim", ["can-pause", "nato-training", "fra-security"])
def test_what_moves_nobody_changes_no_number(claim: str, plans: str) -> None:
    """A pause, a suspended training and raised protection leave every count as it is without them."""
    assert answers(without(claim), plans) == answers(story(), plans)


def test_what_moves_nobody_is_shown_beside_the_numbers() -> None:
    """A state lists what is paused and who is better protected."""
    state = story().state(AFTER)
    assert [claim.id for claim in state.activities] == ["can-pause", "nato-training"]
    assert [claim.id for claim in state.protection] == ["fra-security"]


# -- 4: who announced it, how and why -----------------------------------------------------------------------


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_attribution_survives_every_format(format: Literal["yaml", "json"]) -> None:  # noqa: A002 (as in tm.dumps)
    """Who said it, in what role, by what means and when, and the note on the planning, come back."""
    claim = tm.loads(tm.dumps(story(), format), format).entry("can-kuwait").claim
    assert claim.said == tm.Attribution(
        by="Gen. Jonathan Vance",
        role="chief of defence staff",
        via="letter to families, posted on Twitter",
        public=date(2020, 1, 7),
    )
    assert "NATO" in claim.note


def test_attribution_is_what_the_reasons_cite() -> None:
    """The speaker is named where his claim decides."""
    assert "Gen. Jonathan Vance, 7 Jan 2020" in str(story().state(AFTER, plans="done").why("CAN", "IRQ"))


# -- 6: NATO repositions some, inside and outside Iraq ------------------------------------------------------


@every_plan
def test_repositioning_makes_a_fall_possible_never_certain(plans: str) -> None:
    """Those who move may all stay inside Iraq."""
    row = change(NATO_MISSION, "IRQ", plans=plans)
    assert row.fewer.possible
    assert not row.fewer.certain


@every_plan
def test_repositioning_of_unnamed_nations_moves_no_named_one(plans: str) -> None:
    """The Canadians and Romanians are where they are without it; the answer says that it assumes so."""
    ledger = without("nato-reposition")
    named: list[tuple[str, tm.Place | str]] = [
        ("CAN", "IRQ"),
        ("CAN", "KWT"),
        ("ROU", "IRQ"),
        ("ROU", OLD_BASE),
    ]
    for who, where in named:
        told, untold = change(who, where, plans=plans), change(who, where, plans=plans, ledger=ledger)
        assert (told.after, told.change) == (untold.after, untold.change)
    assert "nato-reposition moves no named nation" in change("CAN", "IRQ", plans=plans).assumes


# -- 7: Germany plans to move -------------------------------------------------------------------------------


@pytest.mark.parametrize("plans", ["may", "done"])
def test_german_plan_without_figures_makes_fewer_possible(plans: str) -> None:
    """Neither how many there are nor how many go is known."""
    row = change("DEU", "IRQ", plans=plans)
    assert row.after == tm.Bounds(0, None)
    assert row.fewer.possible
    assert row.more.ruled_out


def test_german_plan_ignored_changes_nothing() -> None:
    """Without the plan nobody leaves, if nothing went unreported."""
    assert change("DEU", "IRQ", plans="ignore").same.certain


# -- 8: Romania's fourteen ----------------------------------------------------------------------------------


@every_plan
def test_fourteen_stay_fourteen_over_all_places(plans: str) -> None:
    """Fourteen leave and fourteen arrive, wherever that is."""
    assert change("ROU", None, plans=plans).change == tm.ChangeBounds(0, 0)


def test_fourteen_may_leave_iraq_with_their_base() -> None:
    """The country of the new base is not named, so in Iraq there are none to fourteen."""
    row = change("ROU", "IRQ", plans="done")
    assert (row.before, row.after) == (tm.Bounds(14, 14), tm.Bounds(0, 14))
    assert row.fewer.possible


def test_fourteen_have_left_the_old_base() -> None:
    """All of them go, and they cannot go to where they were."""
    row = change("ROU", OLD_BASE, plans="done")
    assert row.after == tm.Bounds(0, 0)
    assert row.fewer.certain


@pytest.mark.parametrize(("plans", "left"), [("may", tm.Bounds(0, 14)), ("ignore", tm.Bounds(14, 14))])
def test_fourteen_in_iraq_without_the_move(plans: str, left: tm.Bounds) -> None:
    """As a plan it may take them out of Iraq; ignored, it does not."""
    assert change("ROU", "IRQ", plans=plans).after == left


# -- 9, 10: around 200 French, of whom 160 train ------------------------------------------------------------


def test_around_two_hundred_french() -> None:
    """One significant digit again."""
    assert count("FRA", "IRQ") == tm.Bounds(160, 240)


def test_french_who_do_not_train_are_the_rest() -> None:
    """160..240 less 160."""
    assert count(FRENCH_TRAINERS, "IRQ") == tm.Bounds(160, 160)
    assert count(FRENCH_REST, "IRQ") == tm.Bounds(0, 80)


@every_convention
@every_plan
def test_french_are_no_fewer_than_their_trainers(convention: str, plans: str) -> None:
    """The whole holds its part, whatever "around" means."""
    answer = story().state(AFTER, plans=plans, convention=convention).count("FRA", "IRQ")
    assert answer.at_least(160).certain


# -- 11: France has no intention to withdraw ----------------------------------------------------------------


@every_plan
def test_denied_withdrawal_rules_out_fewer(plans: str) -> None:
    """The denial alone rules it out, whatever went unreported; "unchanged" still assumes that nothing did."""
    row = change("FRA", "IRQ", plans=plans)
    assert row.fewer.ruled_out
    assert row.if_anything_moved.fewer().ruled_out
    assert row.denied_by == ("fra-stay",)
    assert UNREPORTED in row.assumes
    assert row.therefore == "fewer: ruled out (fra-stay); unchanged if nothing went unreported"


def test_confirmation_stands_beside_the_denial() -> None:
    """A government source says the same."""
    [link] = story().entry("fra-stay-source").claim.links
    assert (link.kind, link.claim) == (tm.LinkKind.CONFIRMS, "fra-stay")


def test_denial_that_is_broken_later_is_a_finding() -> None:
    """A later hundred supersedes the denial: no contradiction, and the denial was broken."""
    later = tm.Report(id="later", publisher="A later paper", published=date(2020, 1, 20))
    ledger = story().add(later.present("FRA", "IRQ", 100, when="2020-01-20", id="fra-hundred"))
    assert ledger.state("2020-01-20").count("FRA", "IRQ").bounds == tm.Bounds(100, 100)
    kinds = {finding.kind: finding for finding in ledger.check()}
    assert tm.FindingKind.CONTRADICTION not in kinds
    assert kinds[tm.FindingKind.BROKEN_DENIAL].claims == ("fra-stay", "fra-hundred")


# -- 13: around a thousand under Operation Chammal ----------------------------------------------------------


def test_chammal_outside_iraq_with_the_assumed_claim() -> None:
    """If all French in Iraq belong to it, 160 to 240 of its 800 to 1,200 are in Iraq."""
    state = story().state(BEFORE, categories={"reported", "assumed"})
    answer = state.count(FRENCH_CHAMMAL, REGION_OUTSIDE_IRAQ)
    assert answer.bounds == tm.Bounds(560, 1_040)
    assert "chammal-iraq is assumed, not reported" in answer.assumes


def test_chammal_outside_iraq_without_the_assumed_claim() -> None:
    """As reported, none of those in Iraq need belong to it."""
    state = story().state(BEFORE)
    assert state.count(FRENCH_CHAMMAL, REGION_OUTSIDE_IRAQ).bounds == tm.Bounds(560, 1_200)
    assert "chammal-iraq" in [out.entry.id for out in state.not_counted]


@pytest.mark.parametrize("categories", [{"reported"}, {"reported", "assumed"}])
@pytest.mark.parametrize("where", [REGION_OUTSIDE_IRAQ, tm.Unspecified(outside=IRAQ)])
def test_french_outside_iraq_are_at_least_those_of_chammal(categories: set[str], where: tm.Place) -> None:
    """Others than Chammal's may be there too, so the number is open above."""
    state = story().state(BEFORE, categories=categories)
    assert state.count("FRA", where).bounds == tm.Bounds(560, None)


# -- 14, 15: a letter, and that it was a mistake ------------------------------------------------------------


def test_letter_makes_fewer_possible_while_it_stands() -> None:
    """As known on 6 January, US troops may leave."""
    row = change("USA", "IRQ", plans="may", known="2020-01-06")
    assert row.fewer.possible
    assert row.more.ruled_out


@every_plan
def test_letter_leaves_no_trace_once_retracted(plans: str) -> None:
    """As known on 8 January nothing is known of US troops: any number, either way."""
    row = change("USA", "IRQ", plans=plans, known="2020-01-08")
    assert row.after == tm.Bounds(0, None)
    assert row.fewer.possible
    assert row.more.possible
    assert row.because == ()
    assert answers(without("usa-letter", "usa-mistake"), plans) == answers(story(), plans)


def test_letter_stays_in_the_ledger() -> None:
    """Hidden from states, it is still listed with what hides it."""
    state = story().state(AFTER, known="2020-01-08")
    assert story().entry("usa-letter").claim.said.by == "a US general"
    assert "usa-letter, retracted by usa-mistake (Pentagon)" in map(str, state.not_counted)
    assert [str(answer.force) for answer in state.holdings].count("USA") == 0
    assert "gives no day" in story().entry("usa-mistake").claim.note


# -- 16, 17: a talk, and several other countries ------------------------------------------------------------


@every_plan
def test_note_has_no_effect(plans: str) -> None:
    """What politicians said to each other is kept and counts nobody."""
    assert len(story().notes) == 1
    assert answers(without(notes=False), plans) == answers(story(), plans)


@every_plan
def test_plan_of_unnamed_countries_moves_no_named_one(plans: str) -> None:
    """It is kept; a named nation's people are where they are without it."""
    told, untold = answers(story(), plans), answers(without("others-move"), plans)
    assert story().entry("others-move").claim.proposition
    assert {where: bounds for where, bounds in told.items() if "all forces" not in where} == {
        where: bounds for where, bounds in untold.items() if "all forces" not in where
    }


# -- unchanged is never a bare certainty --------------------------------------------------------------------


@every_plan
def test_unchanged_says_that_nothing_went_unreported(plans: str) -> None:
    """Every row that is certainly unchanged lists that assumption and prints it."""
    before, after = (story().state(day, plans=plans) for day in (BEFORE, AFTER))
    unchanged = [row for row in tm.compare(before, after).rows if row.same.certain]
    assert unchanged
    for row in unchanged:
        assert UNREPORTED in row.assumes
        assert "if nothing went unreported" in row.therefore


def test_nothing_is_carried_where_anything_may_have_gone_unreported() -> None:
    """Without a carry, a week later any number is possible; the denial still holds."""
    state = story().state(AFTER, carry=timedelta(0))
    assert state.count("CAN", "IRQ").bounds == tm.Bounds(0, None)


def test_unchanged_in_two_accounts_is_no_bare_certainty_either() -> None:
    """Two equal numbers that are both carried from an earlier day still assume that nothing happened."""
    planned, done = (story().state(AFTER, plans=plans) for plans in ("may", "done"))
    assert tm.compare(planned, done).row(FRENCH_TRAINERS, "IRQ").therefore == (
        "unchanged if nothing went unreported"
    )


# -- how it prints -------------------------------------------------------------------------------------------


def test_comparison_fits_a_terminal() -> None:
    """No line is longer than 120 columns, and the rows are ordered by sender, regions after their places."""
    comparison = tm.compare(*(story().state(day, plans="done") for day in (BEFORE, AFTER)))
    assert max(map(len, str(comparison).splitlines())) <= 120
    canadian = [str(row.where) for row in comparison.rows if str(row.who) == "CAN"]
    assert canadian == ["Iraq", "Kuwait", "Iraq and Kuwait"]


def test_state_as_known_early_counts_what_was_not_yet_published() -> None:
    """The one claim known on 6 January is not drowned by the seventeen that came later."""
    printed = str(story().state(AFTER, known="2020-01-06"))
    assert printed.startswith("Iraq, January 2020: 15 Jan 2020 as known on 6 Jan 2020")
    assert "Not counted: 17 claims, not yet published" in printed


def test_why_leaves_out_what_has_no_bearing() -> None:
    """A retracted letter about US troops is not mentioned where Canadians are explained."""
    state = story().state(AFTER)
    assert "usa-letter" not in str(state.why("CAN", "IRQ"))
    assert "usa-letter" in str(state.why("USA", "IRQ"))
