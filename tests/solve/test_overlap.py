import pytest

from troopmoves.claims.claim import Claim
from troopmoves.claims.proposition import PostureChange
from troopmoves.claims.verb import deploy, relocate, repatriate, rotate, withdraw
from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import AnyOf, Base, Country, Place, Region, Unspecified
from troopmoves.entities.scope import Personnel, Setting, Tasking, Tenure
from troopmoves.entities.unit import Unit
from troopmoves.solve.overlap import counts_in, names_ground, same_people, share_ground, touches

CAN, FRA = Nation("CAN"), Nation("FRA")
IRAQ, KUWAIT, JORDAN = (Country.of(code) for code in ("IRQ", "KWT", "JOR"))
BASE = Base(id="al-asad", name="Al Asad", within=IRAQ)
GULF = Region(id="gulf", name="Gulf", members=(IRAQ, KUWAIT))
MISSION = Operation(id="nmi", name="NATO Mission Iraq")
BRIGADE = Unit(id="brigade", name="Brigade", nation=CAN)
COMPANY = Unit(id="company", name="Company", nation=CAN, parent=BRIGADE)


def changed(claim: Claim) -> PostureChange:
    assert isinstance(claim.proposition, PostureChange)
    return claim.proposition


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Force(nation=CAN), Force(nation=CAN), True),
        (Force(nation=CAN), Force(nation=FRA), False),
        (Force(nation=CAN), Force(), False),
        (Force(), Force(operation=MISSION), True),
        (Force(nation=CAN, role="training"), Force(nation=CAN, role=OtherThan("training")), False),
        (Force(nation=CAN, role="medical"), Force(nation=CAN, role=OtherThan("training")), True),
        (Force(nation=CAN, role=OtherThan("a")), Force(nation=CAN, role=OtherThan("b")), True),
        (Force(nation=CAN, role="medical"), Force(nation=CAN, role="training"), False),
        (Force(unit=COMPANY), Force(unit=BRIGADE), True),
        (Force(unit=COMPANY), Force(nation=CAN), True),
        (
            Force(nation=CAN, personnel=Personnel.CIVILIAN),
            Force(nation=CAN, personnel=Personnel.MILITARY),
            False,
        ),
        (Force(nation=CAN, personnel=Personnel.CIVILIAN), Force(nation=CAN), True),
        (Force(nation=CAN, tenure=Tenure.PERMANENT), Force(nation=CAN, setting=Setting.AFLOAT), True),
        (Force(nation=CAN, setting=Setting.ASHORE), Force(nation=CAN, setting=Setting.AFLOAT), False),
        (Force(nation=CAN, operation=MISSION), Force(nation=CAN, tasking=Tasking.WITH_MISSION), True),
        (Force(nation=CAN, operation=MISSION), Force(nation=CAN, tasking=Tasking.WITHOUT_MISSION), False),
    ],
)
def test_forces_of_one_sender_share_people_unless_a_part_tells_them_apart(
    one: Force,
    other: Force,
    expected: bool,  # noqa: FBT001
) -> None:
    """Unnamed nations share nobody with a named one, and all parts are symmetric."""
    assert same_people(one, other) == same_people(other, one) == expected


def test_total_counts_everybody() -> None:
    """A force without a nation is counted over all nations, not the other way round."""
    assert counts_in(Force(nation=CAN), Force())
    assert not counts_in(Force(), Force(nation=CAN))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (None, IRAQ, True),
        (BASE, IRAQ, True),
        (IRAQ, KUWAIT, False),
        (GULF, BASE, True),
        (GULF, JORDAN, False),
        (Unspecified(), IRAQ, True),
        (Unspecified(outside=IRAQ), BASE, False),
        (Unspecified(outside=IRAQ), KUWAIT, True),
        (Unspecified(within=IRAQ), KUWAIT, False),
        (Unspecified(within=IRAQ), Unspecified(outside=IRAQ), False),
        (AnyOf((IRAQ, KUWAIT)), JORDAN, False),
        (AnyOf((IRAQ, KUWAIT)), BASE, True),
    ],
)
def test_places_share_ground(one: Place | None, other: Place, expected: bool) -> None:  # noqa: FBT001
    """Places that nest do, and a place that is left open does where it may be."""
    assert share_ground(one, other) == share_ground(other, one) == expected


@pytest.mark.parametrize(
    ("claim", "place", "expected"),
    [
        (relocate("CAN", origin="IRQ", to="KWT", when="2020"), BASE, True),
        (relocate("CAN", origin="IRQ", to="KWT", when="2020"), JORDAN, False),
        (withdraw("CAN", origin="IRQ", when="2020"), JORDAN, True),
        (deploy("CAN", to="IRQ", when="2020"), JORDAN, True),
        (repatriate("CAN", origin="IRQ", when="2020"), JORDAN, False),
        (repatriate("CAN", origin="IRQ", when="2020"), Country.of("CAN"), True),
        (rotate("CAN", at="IRQ", when="2020"), IRAQ, False),
    ],
)
def test_change_touches_where_people_may_come_or_go(claim: Claim, place: Place, expected: bool) -> None:  # noqa: FBT001
    """An end that is not named may be anywhere; a rotation changes no number."""
    assert touches(changed(claim), place) == expected


def test_change_names_only_the_ground_it_names() -> None:
    """An unspecified place names nothing, unless it lies in something named."""
    away = changed(relocate("CAN", origin="IRQ", to=Unspecified(), when="2020"))
    inside = changed(relocate("CAN", origin="KWT", to=Unspecified(within=IRAQ), when="2020"))
    assert names_ground(away, BASE)
    assert not names_ground(away, KUWAIT)
    assert names_ground(inside, IRAQ)
