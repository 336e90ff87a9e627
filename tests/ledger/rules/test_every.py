"""What holds for every rule: it fires, alone, whatever the order, can be silenced, and is documented."""

import inspect
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws.strategies_claims import ledgers
from ledger.rules.cases import FIRES, shuffled

from troopmoves.formats.document.file import read
from troopmoves.ledger.finding import Finding, FindingKind
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.rules.every import RULES
from troopmoves.ledger.rules.rule import Rule

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "reference" / "findings.md").read_text(encoding="utf-8")
CODES = [str(rule.code) for rule in RULES]
every_rule = pytest.mark.parametrize("rule", RULES, ids=CODES)
every_case = pytest.mark.parametrize("code", CODES)


def told(findings: tuple[Finding, ...]) -> list[str]:
    """Return all that findings say but the places of claims in the document, which hang on the order."""
    return [re.sub(r'"path": ".*?"', "", json.dumps(one.to_dict())) for one in findings]


# -- what they find -----------------------------------------------------------------------------------------


@every_case
def test_rule_finds_one_thing_and_no_other_rule_does(code: str) -> None:
    """Each thing that is wrong is told once, by one rule."""
    assert [one.code for one in FIRES[code].check()] == [code]


@every_case
def test_order_of_reports_and_claims_never_matters(code: str) -> None:
    """Not even for the order of claims in a finding."""
    found = told(FIRES[code].check())
    for seed in range(5):
        assert told(shuffled(FIRES[code], seed).check()) == found


@given(ledgers(), st.integers(0, 9))
def test_order_never_matters_in_any_ledger(ledger: Ledger, seed: int) -> None:
    """Whatever a ledger holds, every rule can look at it, and sees the same in any order."""
    assert told(shuffled(ledger, seed).check()) == told(ledger.check())


@every_case
def test_finding_says_what_was_done_and_what_to_look_at(code: str) -> None:
    """No finding leaves the editor alone."""
    (found,) = FIRES[code].check()
    assert found.message
    assert found.because
    assert found.look
    assert found.ids
    assert f"look at: {found.look}" in str(found)


@every_case
def test_finding_can_be_silenced_by_each_of_its_ids(code: str) -> None:
    """It is kept apart with the reason, never dropped."""
    (found,) = FIRES[code].check()
    for name in found.ids:
        left = FIRES[code].check(silence={name: {code: "seen, and right"}})
        assert [(one.code, one.silenced) for one in left.silenced] == [(code, "seen, and right")]
        assert left == ()


@every_case
def test_finding_is_plain_values(code: str) -> None:
    """Rows and JSON hold nothing but text, numbers and truth values."""
    findings = FIRES[code].check()
    assert json.loads(findings.to_json())["findings"] == [one.to_dict() for one in findings]
    assert json.loads(json.dumps(findings.to_rows())) == findings.to_rows()
    assert {row["code"] for row in findings.to_rows()} == {code}


def test_story_of_iraq_gives_no_finding() -> None:
    """A document that was entered with care has nothing to look at."""
    ledger = read(ROOT / "examples" / "iraq-january-2020.yaml")
    assert ledger.check() == ()
    assert ledger.check(plans="done") == ()
    assert ledger.check(today="2021-01-01") == ()


# -- codes and documentation --------------------------------------------------------------------------------


def test_rules_stand_in_the_order_of_their_codes() -> None:
    """One rule per code, and every code of the library's own has one."""
    assert CODES == sorted(set(CODES)) == [str(kind) for kind in FindingKind]


@every_rule
def test_rule_is_told_in_plain_words(rule: Rule) -> None:
    """The name is that of its kind; the summary is a clause."""
    assert rule.name
    assert rule.summary
    assert rule.summary[0].islower()
    assert not rule.summary.endswith(".")


@every_rule
def test_docstring_of_a_rule_tells_why_an_example_and_the_way_out(rule: Rule) -> None:
    """It is the entry of the rule in the documentation."""
    entry = inspect.getdoc(type(rule)) or ""
    assert re.findall(r"\*\*(.+?)\.\*\*", entry) == ["Why", "Example", "Way out"]


def test_page_has_the_table_of_the_rules() -> None:
    """Code, name, severity and summary, in the order of the codes."""
    rows = re.findall(r"^\| (TM\d+) \| (.+?) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
    assert rows == [(rule.code, rule.name, str(rule.severity), rule.summary) for rule in RULES]


@every_rule
def test_page_has_the_entry_of_each_rule(rule: Rule) -> None:
    """Under a heading with its code and name."""
    home = f"{type(rule).__module__}.{type(rule).__name__}"
    entry = rf"^### {rule.code}: {rule.name}\n\n```\{{eval-rst\}}\n\.\. autoclass:: {re.escape(home)}\n"
    assert re.search(entry, PAGE, re.MULTILINE)
