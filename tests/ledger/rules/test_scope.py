"""Scope: what counts different people and lies apart, and what is no difference worth telling."""

from datetime import timedelta

import pytest
from ledger.rules.cases import paper, shuffled, there

from troopmoves.claims.claim import Claim
from troopmoves.claims.verb import present
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import Unspecified
from troopmoves.entities.scope import Personnel, Setting, Tasking, Tenure
from troopmoves.entities.unit import Unit
from troopmoves.ledger.finding import Finding, Firmness, Severity
from troopmoves.ledger.ledger import Ledger

USA = Nation("USA")
KFOR = Operation(id="kfor", name="KFOR")
ALL = Force(nation=USA)
ASSIGNED = Force(nation=USA, tenure=Tenure.PERMANENT)
DEPLOYED = Force(nation=USA, tasking=Tasking.WITH_MISSION)
REST = Force(nation=USA, tasking=Tasking.WITHOUT_MISSION)


def told(*levels: tuple[Force, int | str, int], **assumed: object) -> list[Finding]:
    """Return the differences of scope among figures of one report each: who, how many, which January day."""
    reports = [
        paper(index + 1, f"paper-{index}").add(there(number, day, who=who, name=f"n{index}"))
        for index, (who, number, day) in enumerate(levels)
    ]
    return list(Ledger(reports).check(rules=["TM206", "TM1"], **assumed))  # type: ignore[arg-type]


def test_figures_of_two_scopes_are_told_as_such() -> None:
    """With the facets that differ, the gap, and that nothing is set aside."""
    (found,) = told((ASSIGNED, 91, 7), (DEPLOYED, "about 3942", 7))
    assert found.title == (
        "TM206 scope difference: apart by 3653 persons, and they count different people (tenure and tasking)"
    )
    assert (found.severity, found.firmness, found.gap) == (Severity.INFO, Firmness.LITERAL, 3653)
    assert found.claims == ("n0", "n1")
    assert found.set_aside == ()
    assert found.because == "no contradiction: neither counts all the people of the other"


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [
        (ASSIGNED, ALL, "no contradiction: USA (permanent) are part of USA"),
        (REST, DEPLOYED, "no contradiction: they have nobody in common"),
        (REST, Force(nation=USA, operation=KFOR), "no contradiction: they have nobody in common"),
        (ASSIGNED, Force(nation=USA, setting=Setting.ASHORE), "no contradiction: neither counts"),
    ],
)
def test_how_two_scopes_stand_to_each_other_is_told(one: Force, other: Force, because: str) -> None:
    """A part and its whole, nobody in common, or some."""
    (found,) = told((one, 91, 7), (other, 600, 7))
    assert found.because.startswith(because)
    (found,) = told((other, 600, 7), (one, 91, 7))
    assert found.because.startswith(because)


@pytest.mark.parametrize(
    "levels",
    [
        [(ASSIGNED, 91, 7), (DEPLOYED, "about 100", 7)],
        [(ASSIGNED, 91, 7), (DEPLOYED, "at least 50", 7)],
        [(Force(nation=USA, operation=KFOR), 591, 7), (ALL, 640, 7)],
        [(Force(nation=USA, operation=KFOR), 591, 7), (DEPLOYED, 640, 7)],
        [(Force(nation=USA, role="training"), 160, 7), (ALL, 640, 7)],
        [
            (Force(nation=USA, personnel=Personnel.CIVILIAN), 20, 7),
            (Force(nation=USA, personnel=Personnel.MILITARY, tenure=Tenure.PERMANENT), 91, 7),
        ],
        [(ASSIGNED, 91, 7), (Force(nation=Nation("CAN"), tasking=Tasking.WITH_MISSION), 600, 7)],
    ],
)
def test_what_nobody_takes_for_one_figure_is_no_finding(levels: list[tuple[Force, int | str, int]]) -> None:
    """What may be equal, an operation and its nation, a role, civilians beside soldiers, another nation."""
    assert told(*levels) == []


def test_part_that_is_more_than_its_whole_is_a_contradiction_alone() -> None:
    """Scope does not excuse it."""
    assert [found.code for found in told((ASSIGNED, 600, 7), (ALL, 91, 7))] == ["TM101"]


def test_figures_of_one_scope_still_clash() -> None:
    """The difference to the third is told beside it, once for each two forces."""
    found = told((ASSIGNED, 91, 7), (ASSIGNED, 19, 7), (DEPLOYED, 600, 7))
    assert [one.code for one in found] == ["TM101", "TM206"]
    assert found[1].claims == ("n1", "n2")


def test_one_report_may_print_both() -> None:
    """Who reads the one reads the other."""
    report = paper(8).add(there(91, who=ASSIGNED, name="a"), there(600, who=DEPLOYED, name="b"))
    assert Ledger([report]).check(rules=["TM206"]) == ()
    loose = [there(91, who=ASSIGNED, name="a"), there(600, who=DEPLOYED, name="b")]
    assert len(Ledger(loose).check(rules=["TM206"])) == 1


def test_days_may_lie_a_month_apart_but_no_further() -> None:
    """A table is of the end of a quarter, a letter of a day of its month."""
    assert len(told((ASSIGNED, 91, 1), (DEPLOYED, 600, 31))) == 1
    late = present(DEPLOYED, "IRQ", 600, when="2020-02-02", id="late")
    ledger = Ledger([paper(1).add(there(91, 1, who=ASSIGNED)), paper(9).add(late)])
    assert ledger.check(rules=["TM206"]) == ()


def test_only_as_far_as_the_carry_would_they_clash() -> None:
    """Where anything may go unreported, figures of two days never clash, whomever they count."""
    assert told((ASSIGNED, 91, 7), (DEPLOYED, 600, 9), carry=timedelta(0)) == []
    assert len(told((ASSIGNED, 91, 7), (DEPLOYED, 600, 7), carry=timedelta(0))) == 1


def test_series_of_two_scopes_are_one_finding() -> None:
    """The pair that lies furthest apart, whatever the order of the claims."""
    levels = [
        (who, number + day, day) for day in (3, 9, 21) for who, number in ((ASSIGNED, 90), (DEPLOYED, 600))
    ]
    (found,) = [one for one in told(*levels) if one.code == "TM206"]
    assert (found.gap, found.claims) == (621 - 93, ("n0", "n5"))


def test_unit_and_its_service_are_compared_with_their_like() -> None:
    """A table of services beside a total of deployed people is one difference, not one for each service."""
    army = Force(unit=Unit(id="us-army", name="US Army", nation=USA), tenure=Tenure.PERMANENT)
    (found,) = told((ASSIGNED, 91, 7), (army, 40, 7), (DEPLOYED, 600, 7))
    assert found.claims == ("n0", "n2")


def test_place_that_is_left_open_is_none_to_compare() -> None:
    """Two places that are not named may be two."""
    claims: list[Claim] = [
        present(who, Unspecified(), number, when="2020-01-07", id=f"n{number}")
        for who, number in ((ASSIGNED, 91), (DEPLOYED, 600))
    ]
    assert Ledger(claims).check(rules=["TM206"]) == ()


def test_order_of_reports_does_not_matter() -> None:
    """Not for what is told first either."""
    ledger = Ledger(
        [
            paper(day, f"p{day}").add(there(number, day, who=who, name=f"n{day}"))
            for day, who, number in ((1, ASSIGNED, 91), (2, DEPLOYED, 600), (3, REST, 50), (4, ALL, 900))
        ]
    )
    found = [(one.claims, one.message, one.because) for one in ledger.check(rules=["TM206"])]
    assert len(found) == 6
    for seed in range(5):
        again = shuffled(ledger, seed).check(rules=["TM206"])
        assert [(one.claims, one.message, one.because) for one in again] == found
