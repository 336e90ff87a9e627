"""January 2020 as six reports tell it: which of them disagree, about what, and which only seem to.

The ledger is read from examples/january-2020-six-reports.yaml. The table says of each nation which two
reports speak of it, and every finding that must come of it; where there is none, none may come.
"""

import random
from typing import Literal

import pytest
from stories.six_reports import (
    Found,
    about,
    counted,
    found,
    linked,
    otherwise,
    place,
    shuffled,
    story,
    told_by,
)

import troopmoves as tm

PLANS = ["may", "done", "ignore"]
CONVENTIONS = ["press/1", "literal"]
LATER = "2020-01-11"

every_plan = pytest.mark.parametrize("plans", PLANS)
every_convention = pytest.mark.parametrize("convention", CONVENTIONS)


def finding(code: str, *claims: str) -> Found:
    return code, frozenset(claims)


PAIRS: dict[tuple[str, str], set[Found]] = {
    # 14 in all, seven of them to Kuwait; or 14 to Kuwait. The seven who go home are told alike by both.
    ("HRV", "ab"): {
        finding("TM203", "hrv-a-kuwait", "hrv-b-kuwait"),
        finding("TM102", "hrv-a-iraq", "hrv-a-kuwait", "hrv-b-kuwait"),
    },
    # A part has left, all will leave: one move, of which one speaker tells more than the other.
    ("ROU", "bc"): set(),
    # About 30 of 120 are to go, and 32 and three have gone: the plan, and what became of it.
    ("DEU", "ad"): set(),
    # 90 to 100 go, around 100 go: these agree. They go from 130 or from 133.
    ("DNK", "df"): {finding("TM101", "dnk-d-base", "dnk-f-base")},
    # Around 200, of whom 160 train, and 160: if both are right, there are trainers alone.
    ("FRA", "ab"): set(),
    # About 550, then 506 and 45 of more than 550; of 13 in one place 10 had gone before.
    ("ESP", "ce"): set(),
    # Nobody is withdrawn; six are.
    ("SVN", "cf"): {finding("TM103", "svn-c-stay", "svn-f-go")},
}
ALL = set().union(*PAIRS.values())

every_pair = pytest.mark.parametrize(("nation", "reports"), PAIRS, ids="-".join)


# -- what must be found, and nothing else -----------------------------------------------------------------


@every_plan
@every_convention
def test_six_reports_give_these_findings(plans: str, convention: str) -> None:
    """Every finding names the claims that disagree and no other; no other finding comes."""
    assert found(story(), plans=plans, convention=convention) == ALL


@every_plan
@every_convention
@every_pair
def test_two_reports_give_theirs(nation: str, reports: str, plans: str, convention: str) -> None:
    """What two reports say of one nation gives the same findings by itself."""
    expected = PAIRS[nation, reports]
    assert found(about(nation, reports), plans=plans, convention=convention) == expected
    assert len({report for report in "abcdef" if about(nation, report).reports}) == len(reports)


@every_plan
@every_convention
@pytest.mark.parametrize("report", "abcdef")
def test_one_report_holds_together(report: str, plans: str, convention: str) -> None:
    """Nobody contradicts himself: it takes two to disagree."""
    assert found(told_by(report), plans=plans, convention=convention) == set()


@every_plan
@every_convention
@pytest.mark.parametrize("seed", range(4))
def test_order_of_reports_and_claims_does_not_matter(seed: int, plans: str, convention: str) -> None:
    """Reports and claims in any order give the same findings, figures and answers."""
    shuffle = random.Random(seed).shuffle  # noqa: S311 (an order, not a secret)
    other = shuffled(shuffle, shuffle)
    assert [report.id for report in other.reports] != [report.id for report in story().reports]
    findings = [
        [
            (
                one.code,
                one.firmness,
                one.gap,
                sorted((said.entry.id, said.states, said.left) for said in one.involved),
            )
            for one in ledger.check(plans=plans, convention=convention)
        ]
        for ledger in (story(), other)
    ]
    assert findings[0] == findings[1]
    states = [ledger.state(LATER, plans=plans, convention=convention) for ledger in (story(), other)]
    for nation, _ in PAIRS:
        for where in ("IRQ", "KWT"):
            answers = [state.count(nation, where) for state in states]
            assert answers[0].bounds == answers[1].bounds


@every_pair
def test_findings_stand_to_the_letter(nation: str, reports: str) -> None:
    """None of them is made by a convention: these figures are plain."""
    assert all(one.firmness is tm.Firmness.LITERAL for one in about(nation, reports).check())


@pytest.mark.parametrize("format", ["yaml", "json"])
def test_round_trip_loses_nothing(format: Literal["yaml", "json"]) -> None:  # noqa: A002 (as in tm.dumps)
    """Written and read again, the ledger is the same."""
    assert tm.loads(tm.dumps(story(), format), format) == story()


# -- how far apart they are, and what to look at ----------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "gap", "severity"),
    [
        ("TM101", 3, tm.Severity.ERROR),
        ("TM102", 7, tm.Severity.WARNING),
        ("TM103", 6, tm.Severity.WARNING),
        ("TM203", 7, tm.Severity.WARNING),
    ],
)
def test_gap_is_told(code: str, gap: int, severity: tm.Severity) -> None:
    """130 and 133 are three apart, seven and 14 are seven, and of six nobody should have left."""
    [one] = story().check(rules=[code])
    assert (one.gap, one.severity) == (gap, severity)


def test_croatias_first_question_is_whether_it_is_one_move() -> None:
    """Before anybody looks for a third report: two reports may tell of one move."""
    [one] = story().check(rules=["TM102"])
    assert one.look.startswith("whether hrv-a-kuwait and hrv-b-kuwait tell of one move;")
    settled = linked("hrv-b-kuwait", tm.Link(tm.LinkKind.SUPERSEDES, "hrv-a-kuwait"))
    [other] = settled.check(rules=["TM102"])
    assert other.look == "reports of a move between the two days"


def test_frances_figures_are_a_tension_where_about_is_a_minimum() -> None:
    """Who reads "about 200" as 200 or more cannot have 160; it is the convention that says so."""
    [one] = about("FRA").check(convention="iiss/2020")
    assert (one.code, one.claims, one.firmness) == (
        "TM101",
        ("fra-a-iraq", "fra-b-iraq"),
        tm.Firmness.CONVENTION,
    )


# -- settled by an editor ---------------------------------------------------------------------------------


@every_plan
def test_croatia_settled_for_report_a(plans: str) -> None:
    """Once A is believed about Kuwait, 14 are 7 and 7, and none is left in Iraq."""
    settled = linked("hrv-a-kuwait", tm.Link(tm.LinkKind.SUPERSEDES, "hrv-b-kuwait"), ledger=about("HRV"))
    assert found(settled, plans=plans) == set()
    state = settled.state(LATER, plans=plans)
    assert state.count("HRV", "IRQ").bounds == tm.Bounds.exactly(0)
    assert state.count("HRV", "KWT").low == 7


@every_plan
def test_croatia_settled_for_report_b_leaves_the_whole(plans: str) -> None:
    """Once B is believed about Kuwait, A's 14 in all are too few for 14 and 7; with 21 it comes out."""
    settled = linked("hrv-b-kuwait", tm.Link(tm.LinkKind.SUPERSEDES, "hrv-a-kuwait"), ledger=about("HRV"))
    assert found(settled, plans=plans) == {finding("TM102", "hrv-a-iraq", "hrv-a-home", "hrv-b-kuwait")}
    whole = tm.present("HRV", "IRQ", 21, when="2020-01-07", id="hrv-a-iraq")
    assert found(otherwise(whole, settled), plans=plans) == set()


@every_plan
def test_denmarks_whole_settled(plans: str) -> None:
    """The newer count takes the place of the older, and nothing is left to look at."""
    settled = linked("dnk-f-base", tm.Link(tm.LinkKind.SUPERSEDES, "dnk-d-base"), ledger=about("DNK"))
    assert found(settled, plans=plans) == set()


def test_denmarks_whole_silenced() -> None:
    """Who takes 130 for a rounded 133 says so once; the reason is kept."""
    seen = {"dnk-d-base": {"TM101": "rounded"}}
    findings = about("DNK").check(silence=seen)
    assert (len(findings), [one.silenced for one in findings.silenced]) == (0, ["rounded"])


@every_plan
@every_convention
def test_denmarks_move_without_its_link_is_told_twice(plans: str, convention: str) -> None:
    """Two reports of one move count as two until one confirms the other; the check asks for that."""
    unlinked = found(linked("dnk-f-go"), plans=plans, convention=convention)
    counted_twice = {
        finding("TM102", base, "dnk-d-go", "dnk-f-go")
        for base in ("dnk-d-base", "dnk-f-base")
        if (plans, convention) == ("done", "press/1")  # only then are they more than there were
    }
    assert unlinked == ALL | {finding("TM204", "dnk-d-go", "dnk-f-go")} | counted_twice


# -- a figure more or less, and silence ends --------------------------------------------------------------


@every_convention
@pytest.mark.parametrize(
    ("claim", "count", "expected"),
    [
        ("deu-a-iraq", "34", finding("TM102", "deu-a-iraq", "deu-d-jordan", "deu-d-kuwait")),
        ("fra-b-iraq", "159", finding("TM101", "fra-a-training", "fra-b-iraq")),
        ("esp-c-go", "14", finding("TM102", "esp-c-baghdad", "esp-c-go")),
        ("esp-e-iraq", "550", finding("TM101", "esp-e-iraq", "esp-e-besmayah", "esp-e-elsewhere")),
        ("dnk-f-go", "80", finding("TM203", "dnk-d-go", "dnk-f-go")),
        ("dnk-d-stay", "134", finding("TM101", "dnk-d-stay", "dnk-f-base")),
    ],
)
def test_what_is_silent_is_not_blind(claim: str, count: str, expected: Found, convention: str) -> None:
    """Figures that agree by one person, or by few, give a finding when that person is missing."""
    assert expected in found(counted(claim, count), convention=convention)


@every_convention
def test_more_romanians_cannot_have_left_than_were_there(convention: str) -> None:
    """A part of 14 agrees with 14; 15 who have left the country do not."""
    gone = tm.relocate(
        "ROU",
        15,
        origin="IRQ",
        to=tm.Unspecified(outside=tm.Country.of("IRQ")),
        when="2020-01-07",
        progress="completed",
        id="rou-b-part",
    )
    assert found(otherwise(gone, about("ROU")), convention=convention) == {
        finding("TM102", "rou-b-part", "rou-c-iraq")
    }


# -- what follows for the numbers -------------------------------------------------------------------------


@every_plan
@every_convention
@pytest.mark.parametrize(
    ("nation", "where", "expected"),
    [
        ("FRA", "IRQ", tm.Bounds.exactly(160)),
        ("DEU", "IRQ", tm.Bounds.exactly(85)),
        ("DEU", "JOR", tm.Bounds.open_from(32)),
        ("DEU", "KWT", tm.Bounds.open_from(3)),
        ("ESP", "KWT", tm.Bounds.open_from(10)),
        ("ROU", "IRQ", tm.Bounds(0, 14)),
    ],
)
def test_what_agrees_adds_up(
    nation: str, where: str, expected: tm.Bounds, plans: str, convention: str
) -> None:
    """Reports that agree give one number, each leaving what the other leaves open."""
    state = story().state(LATER, plans=plans, convention=convention)
    assert state.count(nation, where).bounds == expected


@every_plan
@every_convention
def test_spains_whole_is_more_than_its_parts(plans: str, convention: str) -> None:
    """506 and 45 are more than 550 and not far from it; the most is that of "about 550", less ten."""
    bounds = story().state(LATER, plans=plans, convention=convention).count("ESP", "IRQ").bounds
    assert bounds == tm.Bounds(551, 595 if convention == "press/1" else None)


def test_nobody_trains_not() -> None:
    """If both reports of France are right, the rest of the 200 is nobody."""
    rest = tm.Force(nation=tm.Nation("FRA"), role=tm.OtherThan("training"))
    assert story().state(LATER).count(rest, "IRQ").bounds == tm.Bounds.exactly(0)


@every_plan
def test_romania_has_begun_and_not_lost_anybody(plans: str) -> None:
    """Wherever they are, all 14 are somewhere: over all places nothing changes."""
    days = [story().state(day, plans=plans) for day in ("2020-01-07", LATER)]
    assert tm.compare(*days).row("ROU", None).change == tm.ChangeBounds(0, 0)


@every_plan
def test_slovenia_stays_until_it_goes(plans: str) -> None:
    """The denial holds until what came later; then nobody is left at the base."""
    counts = [
        story().state(day, plans=plans).count("SVN", place("erbil")).bounds
        for day in ("2020-01-09", "2020-01-10", LATER)
    ]
    assert counts == [tm.Bounds.exactly(6), tm.Bounds.exactly(0), tm.Bounds.exactly(0)]


def test_report_f_is_not_known_before_it_is_published() -> None:
    """On the evening of 8 January Denmark and Slovenia are as one report has them."""
    state = story().state("2020-01-09", plans="ignore", known="2020-01-08")
    assert state.count("DNK", place("al-asad")).bounds == tm.Bounds.exactly(130)
    assert state.count("SVN", place("erbil")).bounds == tm.Bounds.exactly(6)


@pytest.mark.parametrize(
    ("plans", "stay"), [("may", tm.Bounds(30, 133)), ("done", tm.Bounds(30, 43))], ids=["may", "done"]
)
def test_denmarks_rest_goes(plans: str, stay: tm.Bounds) -> None:
    """30 to 40 stay of 130 (or 133), so that 90 to 100 may go, and have gone once the plan is done."""
    state = story().state(LATER, plans=plans)
    assert state.count("DNK", place("al-asad")).bounds == stay
    assert state.count("DNK", "KWT").low == (90 if plans == "done" else 0)


def test_links_of_the_document_are_the_trackers_own() -> None:
    """Four claims are tied to others: what is the same move, and what has become of a plan."""
    links = {
        claim.id: {(str(link.kind), link.claim) for link in claim.links}
        for report in story().reports
        for claim in report.claims
        if claim.links
    }
    assert links == {
        "hrv-b-home": {("confirms", "hrv-a-home")},
        "deu-d-jordan": {("supersedes", "deu-a-go")},
        "deu-d-go": {("confirms", "deu-d-jordan"), ("confirms", "deu-d-kuwait")},
        "dnk-f-go": {("confirms", "dnk-d-go")},
    }
