"""Findings: contradictions, unexplained changes, broken denials; what they say and how they read."""

import json
from datetime import date
from itertools import permutations
from xml.etree import ElementTree as ET

import pytest

from troopmoves.claims.claim import Attribution, Claim
from troopmoves.claims.proposition import Whole
from troopmoves.claims.report import Report
from troopmoves.claims.verb import deny, deploy, maintain, present, relocate, withdraw
from troopmoves.entities.force import Force
from troopmoves.entities.place import Country
from troopmoves.ledger.finding import Finding, FindingKind, Firmness
from troopmoves.ledger.findings import Findings
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.share import Share

ON_7, ON_21 = (Attribution(public=date(2020, 1, day)) for day in (7, 21))
CONTRADICTION = FindingKind.CONTRADICTION
UNEXPLAINED = FindingKind.UNEXPLAINED_CHANGE
BROKEN = FindingKind.BROKEN_DENIAL
LITERAL, CONVENTION = Firmness.LITERAL, Firmness.CONVENTION


def there(number: int | str, day: int = 7, *, name: str = "", said: Attribution = ON_7) -> Claim:
    """Return a claim that so many Canadians are in Iraq."""
    return present("CAN", "IRQ", number, when=date(2020, 1, day), id=name or f"n{number}", said=said)


def only(*claims: Claim, kind: FindingKind | None = None) -> Finding:
    """Return the one conflict (of a kind) among some claims."""
    (found,) = [one for one in conflicts(*claims) if kind in (None, one.kind)]
    return found


def conflicts(*claims: Claim) -> Findings:
    """Return what the engine finds."""
    return Ledger(claims).check(rules=["TM1"])


def figures(finding: Finding) -> list[tuple[str, str, str]]:
    return [(one.claim, one.states, one.left) for one in finding.involved]


# -- the kinds ----------------------------------------------------------------------------------------------


def test_claims_that_agree_give_no_finding() -> None:
    """Nothing to look at."""
    assert Ledger([there(500), there("about 500", name="b")]).check() == ()
    assert Ledger().check() == ()


def test_two_figures_of_one_day_contradict_each_other() -> None:
    """Whatever moved unreported: one of them must be wrong."""
    found = only(there(500), there(300))
    assert (found.kind, found.code, found.firmness) == (CONTRADICTION, "TM101", LITERAL)
    assert figures(found) == [("n300", "300", "500"), ("n500", "500", "300")]
    assert (found.gap, found.claims, found.set_aside) == (200, ("n300", "n500"), ("n300", "n500"))
    assert found.because == "one of them must be wrong: every answer allows for each in turn"


def test_contradiction_by_the_convention_alone_is_a_tension() -> None:
    """Taken literally, "about 500" allows for 300."""
    found = only(there("about 500", name="about"), there(300))
    assert (found.kind, found.firmness, found.gap) == (CONTRADICTION, CONVENTION, 100)
    assert found.title == "TM101 tension (contradiction only by convention): apart by 100 persons"
    assert Ledger([there("about 500", name="about"), there(300)]).check(convention="literal") == ()


def test_contradiction_is_settled_in_each_way() -> None:
    """An answer is the hull over the alternatives, whatever order the claims came in."""
    claims = [there(500), there(300), there("about 400", name="about")]
    for order in permutations(claims):
        asked = Ledger(order).state("2020-01-07").count("CAN", "IRQ")
        assert asked.bounds == Bounds(300, 500)
    found = [Ledger(order).check() for order in permutations(claims)]
    assert {tuple(one.claims for one in findings) for findings in found} == {
        tuple(one.claims for one in found[0])
    }


def test_two_figures_of_two_days_are_an_unexplained_change() -> None:
    """Nothing is set aside: each holds on its own day."""
    claims = there(500), there(300, 20)
    found = only(*claims)
    assert (found.kind, found.firmness, found.gap, found.set_aside) == (UNEXPLAINED, LITERAL, 200, ())
    assert figures(found) == [("n500", "500", "300"), ("n300", "300", "500")]
    assert found.title == "TM102 unexplained change: apart by 200 persons"
    counts = [Ledger(claims).state(f"2020-01-{day:02}").count("CAN", "IRQ").bounds for day in (7, 10, 20)]
    assert counts == [Bounds.exactly(500), Bounds.open_from(0), Bounds.exactly(300)]


def test_unexplained_change_by_the_convention_alone_is_a_tension() -> None:
    """It reads as English."""
    found = only(there("about 500", name="about"), there(399, 20))
    assert found.title == "TM102 tension (unexplained change only by convention): apart by 1 person"


def test_explained_change_is_no_finding() -> None:
    """A withdrawal between the two days is what happened."""
    gone = withdraw("CAN", 200, origin="IRQ", when="2020-01-10/2020-01-12", progress="completed", id="gone")
    assert conflicts(there(500), there(300, 20), gone) == ()


def test_more_leave_than_are_there() -> None:
    """A move and a level stand against each other with counts, not changes."""
    gone = withdraw("CAN", 20, origin="IRQ", when="2020-01-10/2020-01-12", progress="completed", id="gone")
    found = only(there(14), gone)
    assert figures(found) == [("n14", "14", "20-?"), ("gone", "20", "0-14")]
    assert found.gap == 6


def test_later_figure_breaks_a_denial() -> None:
    """A denial that does not come true is no contradiction: it is superseded."""
    denial = withdraw("CAN", origin="IRQ", when="2020-01-07/..", polarity="negated", id="stay", said=ON_7)
    later = there(300, 20, said=ON_21)
    found = only(there(500), denial, later, kind=BROKEN)
    assert (found.code, found.firmness, found.gap) == ("TM103", LITERAL, 200)
    assert figures(found) == [("stay", "0..?", "-200"), ("n300", "-200", "0..?")]
    assert found.title == "TM103 broken denial: apart by 200 persons"
    assert found.because == "the denial counts until the day before; what came later counts from there"
    kinds = {one.kind for one in conflicts(there(500), denial, later)}
    assert kinds == {UNEXPLAINED, BROKEN}


def test_move_that_begins_breaks_a_denial() -> None:
    """They said that nobody would leave, and somebody left."""
    denial = withdraw("CAN", origin="IRQ", when="2020-01-07/..", polarity="negated", id="stay", said=ON_7)
    gone = withdraw(
        "CAN", 5, origin="IRQ", when="2020-01-20/2020-01-21", progress="completed", id="gone", said=ON_21
    )
    found = only(denial, gone)
    assert (found.kind, figures(found)) == (BROKEN, [("stay", "0..?", "-5"), ("gone", "-5", "0..?")])


def test_rise_breaks_the_denial_of_a_deployment() -> None:
    """Denied by a bare link to the plan."""
    plan = deploy("CAN", to="IRQ", when="2020-01-08/..", id="plan", said=ON_7)
    denial = deny("plan", id="no", said=Attribution(public=date(2020, 1, 8)))
    found = only(plan, denial, there(10, 8), there(14, 20, said=ON_21), kind=BROKEN)
    assert figures(found) == [("no", "?..0", "+4"), ("n14", "+4", "?..0")]
    assert found.involved[0].words == "negates plan"


def test_denial_broken_by_the_convention_alone_is_a_tension() -> None:
    """Taken literally, "about 300" may be 500 still."""
    denial = withdraw("CAN", origin="IRQ", when="2020-01-07/..", polarity="negated", id="stay", said=ON_7)
    later = there("about 300", 20, name="about", said=ON_21)
    found = only(there(500), denial, later, kind=BROKEN)
    assert found.title == "TM103 tension (broken denial only by convention): apart by 140 persons"


def test_denial_that_came_true_is_no_finding() -> None:
    """As many as before, or more."""
    denial = withdraw("CAN", origin="IRQ", when="2020-01-07/..", polarity="negated", id="stay", said=ON_7)
    assert conflicts(there(500), denial, there(500, 20, name="b", said=ON_21)) == ()


def test_stay_that_does_not_come_true_is_told_as_a_change() -> None:
    """Who stays does not become fewer."""
    stay = maintain("CAN", at="IRQ", when="2020-01-07", id="stay", said=ON_7)
    gone = withdraw(
        "CAN", 50, origin="IRQ", when="2020-01-08/2020-01-12", progress="completed", id="gone", said=ON_7
    )
    found = only(there(100), stay, gone)
    assert ("stay", "0..?", "-50") in figures(found)
    assert found.involved[0].words == "maintain CAN in Iraq, 7 Jan 2020, planned"


def test_share_is_told_as_a_share() -> None:
    """Half of 150 are not 100."""
    whole = Whole(Force.of("CAN"), Country.of("KWT"))
    part = present("CAN", "IRQ", Share.of("half"), whole=whole, when="2020-01-07", id="part")
    in_kuwait = present("CAN", "KWT", 150, when="2020-01-07", id="whole")
    found = only(there(100), in_kuwait, part)
    assert figures(found) == [
        ("n100", "100", "75"),
        ("part", "1/2", "another share"),
        ("whole", "150", "199-201"),
    ]
    assert found.involved[1].words == "1/2 of CAN in Kuwait"


def test_claims_that_no_finding_needs_are_left_out_of_it() -> None:
    """Take any away, and the rest agree."""
    found = only(there(500), there(300), present("FRA", "IRQ", 14, when="2020-01-07"), there("some"))
    assert found.claims == ("n300", "n500")


# -- asking -------------------------------------------------------------------------------------------------


def test_check_takes_assumptions() -> None:
    """By name or as a whole; what is not admitted breaks nothing."""
    ledger = Ledger([there(500), present("CAN", "IRQ", 9, when="2020-01-07", id="x", stance="alleges")])
    assert ledger.check() == ()
    admitted = ledger.state("2020-01-07", stances=["asserts", "alleges"]).assumptions
    assert [one.code for one in ledger.check(assuming=admitted)] == ["TM101"]


def test_contradictions_come_first() -> None:
    """Then by claims, so that the order is always the same."""
    claims = [there(500), there(300), there(100, 20), present("FRA", "IRQ", 1, when="2020-01-07", id="f1")]
    more = [present("FRA", "IRQ", 2, when="2020-01-07", id="f2")]
    codes = [one.code for one in Ledger([*claims, *more]).check()]
    assert codes == sorted(codes)
    assert codes[:2] == ["TM101", "TM101"]


# -- showing ------------------------------------------------------------------------------------------------

REPORT = (
    Report(id="new-arab", publisher="The New Arab", published=date(2020, 1, 8))
    .present("FRA", "IRQ", "about 200", when="2020-01-07", id="fra-200", quote='"some" <b>200</b>')
    .present("FRA", "IRQ", 100, when="2020-01-07", id="fra-100")
)


def shown() -> Finding:
    (found,) = Ledger([REPORT]).check()
    return found


def test_finding_prints_claims_words_sources_and_figures() -> None:
    """What each states, what the others leave for it, and what was done."""
    assert str(shown()).splitlines() == [
        "TM101 tension (contradiction only by convention): apart by 60 persons",
        "  fra-100 (reports[0].claims[1]): 100    The New Arab, 8 Jan 2020",
        "      states 100; the others leave 160-240",
        '  fra-200 (reports[0].claims[0]): ""some" <b>200</b>", read as 160-240    The New Arab, 8 Jan 2020',
        "      states 160-240; the others leave 100",
        "  one of them must be wrong: every answer allows for each in turn",
        "  look at: whether they count the same people on the same day; then whose figure is the better",
    ]


def test_finding_is_rows_of_plain_values() -> None:
    """One row per claim; any dataframe takes them, and so does JSON."""
    rows = shown().to_rows()
    assert json.loads(json.dumps(rows)) == rows
    assert rows[0] == {
        "code": "TM101",
        "kind": "contradiction",
        "severity": "warning",
        "firmness": "convention",
        "message": "apart by 60 persons",
        "gap": 60,
        "claim": "fra-100",
        "path": "reports[0].claims[1]",
        "says": "100",
        "source": "The New Arab, 8 Jan 2020",
        "states": "100",
        "left": "160-240",
        "set_aside": True,
        "about": "",
        "silenced": "",
    }


def test_finding_in_a_notebook_is_well_formed_and_escaped() -> None:
    """Whatever a quotation holds stays text."""
    html = shown()._repr_html_()
    assert "<b>" not in html
    tree = ET.fromstring(f"<div>{html}</div>")  # noqa: S314 (our own words)
    assert tree.findtext("table/caption") == shown().title
    assert [cell.text for cell in tree.findall("table/tbody/tr/td")][
        6
    ] == '""some" <b>200</b>", read as 160-240'
    assert [note.text for note in tree.findall("p")] == [shown().because, f"look at: {shown().look}"]


@pytest.mark.parametrize("kind", FindingKind)
def test_kind_of_finding_has_a_stable_code_and_words(kind: FindingKind) -> None:
    """Codes are what editors suppress and count; words are what they read."""
    assert kind.startswith("TM")
    assert kind.words == kind.name.lower().replace("_", " ")


def test_relocation_within_a_total_is_no_finding() -> None:
    """Who moves inside a place stays in it."""
    moved = relocate(
        "CAN", 5, origin="IRQ", to="KWT", when="2020-01-08/2020-01-09", progress="completed", id="m"
    )
    assert conflicts(there(14), moved, there(9, 10)) == ()


def test_finding_shows_itself_in_short() -> None:
    """At a prompt, a line is enough."""
    assert repr(only(there(500), there(300))) == (
        "<Finding TM101 contradiction: apart by 200 persons (n300, n500)>"
    )
