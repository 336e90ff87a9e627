"""People of an operation who are counted before it began or after it was over."""

import attrs
import pytest
from ledger.rules.cases import CAMP_A, EVERYBODY, IRAQ, MISSION, life, paper

from troopmoves.claims.axis import Polarity, Progress
from troopmoves.claims.claim import Claim
from troopmoves.claims.verb import present
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import Country, Place
from troopmoves.ledger.finding import Finding
from troopmoves.ledger.ledger import Ledger

CANADIANS = Force(nation=Nation("CAN"), operation=MISSION)
STARTED = life("started", "2020-01-10")
ENDED = life("ended", "2020-01-20")


def outside(*claims: Claim) -> list[Finding]:
    return list(Ledger([paper(31).add(*claims)]).check(rules=["TM306"]))


def there(
    when: str,
    count: int | str = 120,
    *,
    who: Force = CANADIANS,
    where: Place = IRAQ,
    holds: str = "sometime",
) -> Claim:
    return present(who, where, count, when=when, holds=holds, id="level")


def test_people_after_the_end_are_told_with_both_days() -> None:
    """And the claim of the end."""
    (found,) = outside(STARTED, ENDED, there("2020-01-25"))
    assert found.message == "Mission Iraq ended: 20 Jan 2020; people of it are counted: 25 Jan 2020"
    assert found.claims == ("level", "ended")
    assert [one.states for one in found.involved] == ["25 Jan 2020", "20 Jan 2020"]


def test_people_before_the_start_are_told_too() -> None:
    """With the claim of the start."""
    (found,) = outside(STARTED, ENDED, there("2020-01-05"))
    assert found.claims == ("level", "started")


@pytest.mark.parametrize("activity", ["operation", "Mission ", "mission iraq", "MI"])
def test_operation_as_a_whole_is_called_in_several_ways(activity: str) -> None:
    """Operation, mission, its name, another of its names."""
    assert len(outside(life("ended", "2020-01-20", activity=activity), there("2020-01-25"))) == 1


@pytest.mark.parametrize("where", [IRAQ, CAMP_A])
@pytest.mark.parametrize("of", [EVERYBODY, CANADIANS])
def test_end_bears_on_every_part(of: Force, where: Place) -> None:
    """On each nation, if it is the end for all, and on each base of the country."""
    assert len(outside(life("ended", "2020-01-20", of=of), there("2020-01-25", where=where))) == 1


def test_level_throughout_a_window_lies_outside_with_any_of_its_days() -> None:
    """A window within which it holds on some day lies outside with all of them."""
    across = "2020-01-18/2020-01-25"
    assert len(outside(ENDED, there(across, holds="throughout"))) == 1
    assert outside(ENDED, there(across)) == []


@pytest.mark.parametrize(
    "level",
    [
        there("2020-01-10"),
        there("2020-01-15"),
        there("2020-01-20"),
        there("2020-01-25", 0),
        there("2020-01-25", "up to 50"),
        there("2020-01-25~"),
        there("2020-01-25", who=Force(nation=Nation("CAN"))),
        there("2020-01-25", where=Country.of("KWT")),
        attrs.evolve(there("2020-01-25"), polarity=Polarity.NEGATED),
    ],
)
def test_level_that_may_lie_inside_is_no_finding(level: Claim) -> None:
    """On the first or the last day, nobody perhaps, about then, of no operation, elsewhere, denied."""
    assert outside(STARTED, ENDED, level) == []


@pytest.mark.parametrize(
    "end",
    [
        life("suspended", "2020-01-20"),
        life("ended", "2020-01-20/2020-01-28"),
        life("ended", "2020-01-20", activity="training"),
        life("ended", "2020-01-20", progress=Progress.PLANNED),
        life("ended", "2020-01-20", of=Force(nation=Nation("DEU"), operation=MISSION)),
        life("ended", "2020-01-20", of=Force(operation=MISSION, role="training")),
        life("ended", "2020-01-20", where=CAMP_A),
        attrs.evolve(ENDED, polarity=Polarity.NEGATED),
    ],
)
def test_end_that_is_none_of_them_all_is_no_finding(end: Claim) -> None:
    """A pause, an end perhaps later, of something else, planned, of others, of some, elsewhere, denied."""
    assert outside(STARTED, end, there("2020-01-25")) == []


@pytest.mark.parametrize("again", [life("resumed", "2020-01-22"), life("started", "2020-01-20/2020-02-10")])
def test_operation_that_may_have_begun_again_is_not_over(again: Claim) -> None:
    """Even where its day is not known."""
    assert outside(ENDED, again, there("2020-01-25")) == []


def test_operation_that_began_again_later_was_over_between() -> None:
    """What comes afterwards excuses nothing."""
    assert len(outside(ENDED, life("resumed", "2020-01-28"), there("2020-01-25"))) == 1


def test_second_start_does_not_make_what_was_before_it_too_early() -> None:
    """Something is told of the operation before."""
    assert outside(life("suspended", "2020-01-02"), STARTED, there("2020-01-05")) == []
