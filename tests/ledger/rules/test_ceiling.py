"""Ceilings: who is counted under them, on which days, and how firmly."""

import pytest
from ledger.rules.cases import CAMP_A, gone, paper, there, training

from troopmoves.claims.axis import LinkKind
from troopmoves.claims.claim import Claim, Link
from troopmoves.claims.verb import deploy, present
from troopmoves.entities.force import Force
from troopmoves.ledger.finding import Finding, Firmness
from troopmoves.ledger.ledger import Ledger


def ceiling(most: int | str, when: str = "2020", *, who: Force | str = "CAN", where: str = "IRQ") -> Claim:
    return present(who, where, most, when=when, basis="authorised", id="ceiling")


def above(*claims: Claim) -> list[Finding]:
    """Return the findings about ceilings."""
    return list(Ledger([paper(31).add(*claims)]).check(rules=["TM201"]))


def test_excess_is_told_with_the_claims_that_make_it() -> None:
    """Trainers and guards, added up."""
    guards = there(80, who=Force(nation=training().nation, role="guard"))
    (found,) = above(ceiling(500), there(450, who=training()), guards)
    assert found.message == "530 or more on 7 Jan 2020, where 500 are authorised"
    assert [(one.claim, one.states, one.left) for one in found.involved] == [
        ("ceiling", "at most 500", "530-?"),
        ("n450", "", ""),
        ("n80", "", ""),
    ]
    assert found.gap == 30


@pytest.mark.parametrize(
    "claims",
    [
        (ceiling(500), there(500)),
        (ceiling(500), there("up to 600")),
        (ceiling(500, "2019"), there(600)),
        (ceiling(500, where="SYR"), there(600)),
        (ceiling(500, who="DEU"), there(600)),
        (ceiling(500, who=training()), there(600)),
        (ceiling("at least 500"), there(600)),
        (ceiling(500), present("CAN", "IRQ", 600, when="2020-01-07", basis="pledged")),
        (ceiling(500), present("CAN", "IRQ", 600, when="2020-01-07", stance="alleges")),
    ],
)
def test_no_excess_for_certain_is_no_finding(claims: tuple[Claim, ...]) -> None:
    """At the ceiling, perhaps above it, on another day, elsewhere, of others, only promised or alleged."""
    assert above(*claims) == []


def test_ceiling_of_a_wider_place_or_force_holds_too() -> None:
    """People at a base are in the country."""
    assert len(above(ceiling(500), there(600, where=CAMP_A))) == 1
    assert len(above(ceiling(500, who=Force()), there(600))) == 1


def test_moves_are_added_up() -> None:
    """Under the ceiling on 7 January, above it when others have arrived."""
    came = deploy("CAN", 200, to="IRQ", when="2020-01-10/2020-01-12", progress="completed", id="came")
    (found,) = above(ceiling(500), there(400), came)
    assert found.message == "600 or more on 12 Jan 2020, where 500 are authorised"
    assert found.claims == ("ceiling", "came", "n400")


def test_day_to_which_a_count_is_only_carried_is_passed_over() -> None:
    """Six hundred on 7 January say nothing sure of December, though "some" were there then."""
    december = present("CAN", "IRQ", "some", when="2019-12-20", id="some")
    assert above(ceiling(500, "2019"), december, there(600)) == []


def test_level_that_holds_throughout_is_over_the_ceiling_on_each_day_of_it() -> None:
    """Also where its window says nothing of the days between."""
    always = present("CAN", "IRQ", 600, when="2019/2020", holds="throughout", id="always")
    (found,) = above(ceiling(500, "2020-01"), always)
    assert found.message == "600 or more on 1 Jan 2020, where 500 are authorised"


def test_excess_of_the_same_claims_is_told_once() -> None:
    """However many days it lasts."""
    assert len(above(ceiling(500), there(600), gone(50, "gone", "2020-01-10/2020-01-12"))) == 2


def test_up_to_is_a_ceiling_to_the_letter() -> None:
    """That is what it says."""
    (found,) = above(ceiling("up to 500"), there(600))
    assert found.firmness is Firmness.LITERAL


def test_excess_by_the_convention_alone_is_a_tension() -> None:
    """Taken literally, "about 650" may be 500, and a ceiling of about 500 may be 600."""
    (found,) = above(ceiling(500), there("about 650"))
    assert (found.firmness, found.gap) == (Firmness.CONVENTION, 85)
    (found,) = above(ceiling("about 500"), there(650))
    assert (found.firmness, found.gap) == (Firmness.CONVENTION, 50)


def test_newer_ceiling_that_supersedes_lifts_the_older() -> None:
    """A claim taken back is no ceiling."""
    newer = present(
        "CAN",
        "IRQ",
        900,
        when="2020",
        basis="authorised",
        id="newer",
        links=(Link(LinkKind.SUPERSEDES, "ceiling"),),
    )
    assert len(above(ceiling(500), there(600))) == 1
    assert above(ceiling(500), newer, there(600)) == []
