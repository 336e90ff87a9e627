"""Choosing rules, adding one's own, silencing with a reason, and the day of the check."""

from collections.abc import Iterable

import pytest
from ledger.rules.cases import FIRES, checked, paper, there

from troopmoves.claims.verb import withdraw
from troopmoves.errors import LedgerError
from troopmoves.ledger.finding import Finding, Severity
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.rules.every import RULES
from troopmoves.ledger.rules.rule import Checked, Rule

LEDGER = Ledger([paper(8).add(there(500)), paper(9).add(there(300, name="n300")), paper(10)])


class Large:
    """A rule of somebody's own."""

    code = "DESK1"
    name = "large"
    severity = Severity.INFO
    summary = "a figure of 400 or more"

    def findings(self, checked: Checked) -> Iterable[Finding]:
        """Yield the large figures."""
        for entry, _, headcount in checked.levels():
            bounds = checked.read(headcount)
            if bounds.low >= 400:
                yield checked.finding(self, "large", [checked.involved(entry, bounds)])


def codes(found: Iterable[Finding]) -> list[str]:
    return [one.code for one in found]


# -- choosing -----------------------------------------------------------------------------------------------


def test_rules_are_chosen_by_code_or_by_its_beginning() -> None:
    """And by none, all are."""
    assert codes(LEDGER.check()) == ["TM101", "TM404"]
    assert codes(LEDGER.check(rules=["TM404"])) == ["TM404"]
    assert codes(LEDGER.check(rules=["TM1", "TM10"])) == ["TM101"]
    assert codes(LEDGER.check(rules=[])) == []


def test_rule_of_ones_own_stands_beside_the_others() -> None:
    """Its kind is none of the library's."""
    found = LEDGER.check(rules=["TM1", Large()])
    assert codes(found) == ["DESK1", "TM101"]
    assert (found[0].kind, found[0].name, found[0].claims) == (None, "large", ("n500",))
    assert str(found[0]).splitlines()[1:] == [
        "  n500 (reports[0].claims[0]): 500    paper-1-8, 8 Jan 2020",
        "      states 500",
    ]
    assert codes(LEDGER.check(rules=[*RULES, Large()])) == ["DESK1", "TM101", "TM404"]


def test_rule_may_ask_for_a_state() -> None:
    """What the claims allow is at hand, and solved once."""

    class Crowded(Large):
        def findings(self, checked: Checked) -> Iterable[Finding]:
            count = checked.state("2020-01-07").count("CAN", "IRQ")
            yield checked.finding(self, f"{count.bounds} in all")

    assert LEDGER.check(rules=[Crowded()])[0].message == "300-500 in all"


class Wrong(Large):
    code = "TM999"


class Lower(Large):
    code = "desk1"


class Misnamed(Large):
    """A rule whose findings are another's."""

    def findings(self, checked: Checked) -> Iterable[Finding]:
        """Yield findings of another rule."""
        return RULES[0].findings(checked)


@pytest.mark.parametrize(
    ("rules", "problem"),
    [
        (
            [Wrong()],
            "Wrong.code: got 'TM999'; a code is capital letters, then figures; TM is the library's own",
        ),
        ([Lower()], "Lower.code: got 'desk1'; a code is capital letters"),
        ([Large(), Large()], "got 'DESK1'; two rules have this code"),
        (["TM9"], "got 'TM9'; no rule has this code; the codes are TM101, TM102"),
        ([""], "got ''; no rule has this code"),
        ("TM1", "got 'TM1'; several rules are meant; use ['TM1']"),
        (
            [Misnamed()],
            "Misnamed.findings: got 'TM101'; the rule's code is DESK1; use checked.finding(self, ...)",
        ),
    ],
)
def test_rules_that_make_no_sense_are_refused(rules: list[Rule | str], problem: str) -> None:
    """By what is wrong with them."""
    with pytest.raises(LedgerError) as caught:
        LEDGER.check(rules=rules)
    assert problem in str(caught.value)


# -- silence ------------------------------------------------------------------------------------------------


def test_silence_takes_one_code_of_one_claim() -> None:
    """Other codes of the claim, and the code elsewhere, are told as before."""
    silence = {"n500": {"TM101": "soldiers only"}, "n300": {"TM102": "no matter"}}
    found = LEDGER.check(silence=silence)
    assert codes(found) == ["TM404"]
    assert [(one.claims, one.silenced) for one in found.silenced] == [(("n300", "n500"), "soldiers only")]
    assert found.heading == "1 lead, 1 silenced"
    assert "silenced: soldiers only" in str(found.silenced[0])


def test_silenced_finding_changes_no_answer() -> None:
    """It is still a contradiction, and every answer allows for each claim."""
    assert LEDGER.check(silence={"n500": {"TM101": "why"}}).silenced[0].set_aside == ("n300", "n500")


def test_silenced_findings_stand_apart_in_json_and_last_in_rows() -> None:
    """A dashboard can show both."""
    found = LEDGER.check(silence={"n500": {"TM101": "soldiers only"}})
    assert [row["silenced"] for row in found.to_rows()] == ["", "soldiers only", "soldiers only"]
    assert '"silenced": "soldiers only"' in found.to_json().partition('"silenced": [')[2]


def test_own_rule_can_be_silenced() -> None:
    """Like any other."""
    found = LEDGER.check(rules=[Large()], silence={"n500": {"DESK1": "known"}})
    assert (codes(found), codes(found.silenced)) == ([], ["DESK1"])


@pytest.mark.parametrize(
    ("silence", "problem"),
    [
        ({"n5000": {"TM101": "why"}}, "no claim, report or place has this id; check the spelling"),
        ({"n500": {"TM999": "why"}}, "silence['n500']: got 'TM999'; no rule has this code"),
        ({"n500": {"TM101": " "}}, "got ' '; what is silenced has a reason; say why"),
        ({"n500": "TM101"}, "got 'TM101'; each code has a reason"),
    ],
)
def test_silence_that_makes_no_sense_is_refused(silence: dict[str, dict[str, str]], problem: str) -> None:
    """A silence that nobody would notice is worse than none."""
    with pytest.raises(LedgerError) as caught:
        LEDGER.check(silence=silence)
    assert problem in str(caught.value)


# -- the day ------------------------------------------------------------------------------------------------


def test_day_of_the_check_is_that_of_the_last_publication() -> None:
    """Unless another is given."""
    plan = withdraw("CAN", 14, origin="IRQ", when="2020-01-10/2020-01-12", id="plan")
    ledger = Ledger([paper(8).add(plan)])
    assert ledger.check() == ()
    assert ledger.check(today="2020-01-12") == ()
    assert codes(ledger.check(today="2020-01-13")) == ["TM303"]
    assert checked(Ledger([plan])).today is None


def test_assumptions_are_taken_as_for_states() -> None:
    """By name or as a whole."""
    ledger = Ledger([paper(8).add(there("about 500", name="about"), there(300))])
    assert codes(ledger.check(convention="literal")) == []
    literal = ledger.state("2020-01-07", convention="literal").assumptions
    assert codes(ledger.check(assuming=literal)) == []
    assert [(one.code, one.severity) for one in ledger.check()] == [("TM101", Severity.WARNING)]


def test_every_case_is_silent_under_rules_that_it_is_not_about() -> None:
    """Choosing is the same as looking away."""
    for code, ledger in FIRES.items():
        others = [rule for rule in RULES if rule.code != code]
        assert ledger.check(rules=others) == ()
