"""A row is found by its nation, by the places it names, by those around them and by members of a region."""

import pytest

import troopmoves as tm
from troopmoves.charts.report.facet import UNNAMED, Choice, choices_of, facets_of, facets_of_claims

IRAQ, KUWAIT, JORDAN = (tm.Country.of(code) for code in ("IRQ", "KWT", "JOR"))
ASAD = tm.Base(id="al-asad", name="Al Asad", within=IRAQ)
GULF = tm.Region(id="gulf", name="the Gulf", members=(KUWAIT, ASAD))


@pytest.mark.parametrize(
    ("place", "tokens", "offered"),
    [
        (IRAQ, "IRQ", ["Iraq"]),
        (ASAD, "al-asad IRQ", ["Al Asad", "Iraq"]),
        (GULF, "gulf KWT al-asad IRQ", ["the Gulf"]),
        (tm.AnyOf((KUWAIT, JORDAN)), "KWT JOR", ["Jordan", "Kuwait"]),
        (tm.AnyOf((GULF, JORDAN)), "gulf JOR KWT al-asad IRQ", ["Jordan", "the Gulf"]),
        (tm.Unspecified(within=IRAQ), "? IRQ", ["Iraq", "a place not named"]),
        (tm.Unspecified(outside=IRAQ), "?", ["a place not named"]),
        (None, "", []),
    ],
)
def test_place_is_found_by_what_it_is_in_and_what_is_in_it(
    place: tm.Place | None, tokens: str, offered: list[str]
) -> None:
    """Whoever looks for Iraq finds its bases, and regions that hold it; members alone are no choice."""
    facets = facets_of(tm.Force.of("CAN"), [place])
    assert facets.place_tokens == tokens
    assert [choice.name for choice in choices_of(facets.places)] == offered


def test_force_without_a_nation_has_a_choice_of_its_own() -> None:
    """What names no nation is found as such, and under no nation."""
    assert facets_of(tm.Force(), [IRAQ]).nations == (Choice(UNNAMED, "no nation named"),)


def test_claims_together_are_found_by_each_of_them() -> None:
    """A move stands under both its ends, and a bare link under nothing."""
    claims = [
        tm.relocate("CAN", "some", origin=ASAD, to="KWT", when="2020", id="a"),
        tm.present("FRA", "JOR", 9, when="2020", id="b"),
        tm.retract("a", id="c"),
    ]
    facets = facets_of_claims(claims)
    assert facets.nation_tokens == "CAN FRA"
    assert facets.place_tokens == "al-asad IRQ KWT JOR"
    assert facets_of_claims(claims[2:]).place_tokens == ""
