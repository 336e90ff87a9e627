"""Findings together: choosing among them, grouping, and text that does not flood."""

import copy
import json
import pickle
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from ledger.rules.cases import FIRES, checked, paper, there

from troopmoves.claims.verb import present, relocate, retract
from troopmoves.ledger.finding import Finding, Severity
from troopmoves.ledger.findings import Findings
from troopmoves.ledger.ledger import Ledger


def finding(number: int, *, code: str = "TM102", who: str = "USA", where: str = "IRQ") -> Finding:
    """Return a finding of one claim with a gap of so many."""
    claim = present(
        who, where, number, when=date(2000, 1, 1) + timedelta(days=number), id=f"{who}-{number:04}"
    )
    context = checked(Ledger([claim]))

    class Some:
        name, severity, summary = "some finding", Severity.WARNING, "something"

        def __init__(self) -> None:
            self.code = code

        def findings(self, context: object) -> tuple[()]:  # noqa: ARG002 (a rule)
            return ()

    entry = context.entry(claim.id)
    return context.finding(Some(), f"apart by {number}", [context.involved(entry, number)], gap=number)


MANY = [finding(number) for number in range(1, 300)]
FEW = [finding(number, who="GBR", where="DEU") for number in range(1, 4)]


def test_findings_are_a_tuple() -> None:
    """Whatever took a tuple takes them."""
    found = Findings(FEW)
    assert found == tuple(FEW)
    assert found[0] is FEW[0]
    assert Findings() == ()
    assert not Findings()


def test_findings_are_sorted_by_code_and_claims() -> None:
    """Whatever order they were found in."""
    assert Findings([*FEW[::-1], finding(5, code="TM101")]) == (finding(5, code="TM101"), *FEW)


def test_findings_survive_a_copy() -> None:
    """With the silenced ones."""
    found = Findings(FEW[:1], silenced=FEW[1:])
    for again in (copy.deepcopy(found), pickle.loads(pickle.dumps(found))):  # noqa: S301 (our own bytes)
        assert (again, again.silenced) == (found, found.silenced)


def test_findings_are_chosen_by_code_and_severity() -> None:
    """Silenced ones are chosen likewise."""
    found = Ledger([paper(8).add(there(500)), paper(9).add(there(300)), paper(10)]).check()
    assert found.of("TM4") == found[1:]
    assert found.at_least("error") == found.at_least(Severity.ERROR) == found[:1]
    assert found.at_least("info") == found
    silenced = Findings((), found)
    assert silenced.of("TM101").silenced == found[:1]
    assert silenced.at_least("warning").silenced == found[:1]


def test_findings_are_grouped_by_code_people_and_place() -> None:
    """The largest group first, in it the largest finding."""
    first, second = Findings([*FEW, *MANY]).groups()
    assert (first.code, first.subject, len(first.findings)) == ("TM102", "USA in Iraq", 299)
    assert (first.largest.gap, first.severity, second.subject) == (299, Severity.WARNING, "GBR in Germany")


def test_group_of_moves_names_both_ends() -> None:
    """And one of a bare link names nobody."""
    claims = [
        relocate(
            "CAN", number, origin="IRQ", to="KWT", when="2020-01-03", progress="completed", id=f"m{number}"
        )
        for number in (14, 10)
    ]
    ledger = Ledger([paper(8).add(claims[0]), paper(9).add(claims[1])])
    assert [group.subject for group in ledger.check(rules=["TM2"]).groups()] == ["CAN, Iraq to Kuwait"]
    link = Ledger([paper(8).add(there(5)), retract("n5")]).check(rules=["TM405"])
    assert [group.subject for group in link.groups()] == [""]


def test_graver_groups_come_first() -> None:
    """Whatever their size."""
    found = Ledger([paper(8).add(there(500)), paper(9).add(there(499)), paper(10)]).check()
    assert [group.severity for group in found.groups()] == [Severity.ERROR, Severity.INFO]
    assert found.groups()[1].subject == ""


def test_few_findings_are_printed_in_full() -> None:
    """Under a heading that counts them."""
    assert str(Findings(FEW)).split("\n\n") == ["3 warnings", *map(str, FEW)]
    assert str(Findings()) == Findings().summary() == "nothing to look at"


def test_many_findings_of_a_series_are_one_line() -> None:
    """And the largest of each code in full."""
    text = str(Findings([*FEW, *MANY]))
    assert text.splitlines() == [
        "302 warnings",
        "code   finding       severity  how many  largest gap  about           claims of the largest",
        "TM102  some finding  warning   299       299          USA in Iraq     USA-0299",
        "TM102  some finding  warning   3         3            GBR in Germany  GBR-0003",
        "",
        "The largest of each code:",
        "",
        *str(MANY[-1]).splitlines(),
    ]


def test_many_lines_of_a_code_are_cut_and_counted() -> None:
    """A summary stays on a page, and no code hides another."""
    nations = ("AUT", "BEL", "CAN", "DEU", "ESP", "FRA", "GBR", "HUN", "ITA", "LVA", "NLD", "POL")
    found = Findings([*(finding(7, who=who) for who in nations), finding(1, code="X1")])
    lines = found.summary().splitlines()
    assert len(lines) == 1 + 1 + 10 + 1 + 1
    assert lines[-2].split() == ["TM102", "2", "and", "2", "more"]
    assert lines[-1].split()[0] == "X1"


def test_summary_names_few_claims_of_many() -> None:
    """The finding itself names all."""
    found = FIRES["TM202"].check()
    assert found.summary().splitlines()[-1].endswith("total, can, and 2 more")
    assert found[0].claims == ("total", "can", "deu", "fra")


def test_finding_of_many_claims_names_the_rest() -> None:
    """A table of 42 nations is not printed twice over."""
    context = checked(Ledger([there(number) for number in range(1, 43)]))
    involved = tuple(context.involved(entry) for entry in context.entries)
    (found,) = FIRES["TM101"].check()
    text = str(Finding(code="X1", name="x", severity=Severity.INFO, message="m", involved=involved))
    assert len(text.splitlines()) == 1 + 8 + 1
    assert text.splitlines()[-1].startswith("  and 34 more: n")
    assert "more:" not in str(found)


def test_heading_counts_by_severity() -> None:
    """In words."""
    found = Ledger([paper(8).add(there(500)), paper(9).add(there(300)), paper(10), paper(11)]).check()
    assert found.heading == "1 error, 2 leads"
    assert repr(found) == "<Findings: 1 error, 2 leads>"


def test_findings_in_a_notebook_are_a_table() -> None:
    """One line per group, well-formed."""
    tree = ET.fromstring(Findings([*FEW, *MANY])._repr_html_())  # noqa: S314 (our own words)
    assert tree.findtext("caption") == "302 warnings"
    assert len(tree.findall("tbody/tr")) == 2


def test_findings_as_json_are_whole() -> None:
    """Claims nested in each."""
    found = json.loads(Findings(FEW).to_json())
    assert [one["claims"][0]["claim"] for one in found["findings"]] == ["GBR-0001", "GBR-0002", "GBR-0003"]
    assert found["silenced"] == []


def test_finding_without_claims_is_one_row() -> None:
    """With nobody in it."""
    (row,) = FIRES["TM404"].check().to_rows()
    assert (row["claim"], row["about"], row["set_aside"]) == (None, "paper-1-8", False)


@pytest.mark.parametrize("severity", Severity)
def test_severity_has_a_milder_one(severity: Severity) -> None:
    """Down to the mildest."""
    assert severity.milder.rank == min(severity.rank + 1, 2)
