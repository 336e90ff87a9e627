"""Units at two bases, and two bases on one spot."""

import attrs
import pytest
from ledger.rules.cases import BATTALION, CAMP_A, CAMP_B, CAMP_C, IRAQ, paper, there

from troopmoves.claims.claim import Claim
from troopmoves.claims.proposition import Whole
from troopmoves.claims.verb import present
from troopmoves.entities.force import Force
from troopmoves.entities.place import Base
from troopmoves.ledger.finding import Finding
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.share import Share

WHO = Force.of(BATTALION)
AT_A = there(300, who=WHO, where=CAMP_A, name="a")


def two_bases(one: Claim, other: Claim) -> list[Finding]:
    """Return the findings about units of which two reports tell."""
    return list(Ledger([paper(8).add(one), paper(9).add(other)]).check(rules=["TM501"]))


def test_unit_at_two_bases_is_told_with_the_day() -> None:
    """One may be out of date."""
    (found,) = two_bases(AT_A, there("some", who=WHO, where=CAMP_B, name="b"))
    assert found.message == "at Camp A and at Camp B on 7 Jan 2020"


@pytest.mark.parametrize(
    "other",
    [
        there(300, who=WHO, where=CAMP_A, name="b"),
        there(300, 8, who=WHO, where=CAMP_B, name="b"),
        there(300, who="CAN", where=CAMP_B, name="b"),
        there(0, who=WHO, where=CAMP_B, name="b"),
        there("up to 50", who=WHO, where=CAMP_B, name="b"),
        there(300, who=attrs.evolve(WHO, role="training"), where=CAMP_B, name="b"),
        present(WHO, IRAQ, 300, when="2020-01-07", id="b"),
        present(WHO, CAMP_B, 300, when="2020-01-07~", id="b"),
        present(WHO, CAMP_B, 300, when="2020-01", id="b"),
        present(WHO, CAMP_B, Share.of("half"), whole=Whole(WHO, IRAQ), when="2020-01-07", id="b"),
    ],
)
def test_unit_that_need_not_be_at_both_is_no_finding(other: Claim) -> None:
    """The same base, another day, not the unit, perhaps nobody, a part, the country, no certain day."""
    assert two_bases(AT_A, other) == []


def test_report_that_divides_a_unit_knows_better() -> None:
    """One report, two camps."""
    report = paper(8).add(AT_A, there(100, who=WHO, where=CAMP_B, name="b"))
    assert Ledger([report]).check() == ()


def test_bases_on_one_spot_are_told_once() -> None:
    """However many they are; they are silenced by base."""
    third = attrs.evolve(CAMP_C, id="camp-d")
    (found,) = Ledger(places=[CAMP_A, CAMP_B, CAMP_C, third]).check()
    assert found.title == "TM502 same coordinates: camp-b, camp-c, camp-d lie at 34.5, 43.5"
    assert found.about == ("camp-b", "camp-c", "camp-d")


def test_bases_without_coordinates_are_on_no_spot() -> None:
    """What is not known is not the same."""
    bare = [Base(id=name, name=name, within=IRAQ) for name in ("x", "y")]
    assert Ledger(places=[*bare, CAMP_A, CAMP_B]).check() == ()
