"""Names: how forces and places may be called when a ledger is asked."""

import pytest

from troopmoves.claims.verb import present
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import Area, Base, Country, Region, Unspecified, contains
from troopmoves.entities.unit import Unit
from troopmoves.errors import EntityError, PlaceError, UnknownNationError
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.names import together

IRAQ, KUWAIT = Country.of("IRQ"), Country.of("KWT")
AL_ASAD = Base(id="al-asad", name="Al Asad", within=IRAQ, aliases=("Ain al-Asad",))
ANBAR = Area(id="anbar", name="Anbar", within=IRAQ)
GULF = Region(id="gulf", name="upper Gulf", members=(IRAQ, KUWAIT))
MISSION = Operation(id="nmi", name="NATO Mission Iraq", aliases=("NMI",))
REGIMENT = Unit(id="1-rcr", name="1 RCR", nation=Nation("CAN"), aliases=("Royals",))
LEDGER = Ledger(
    [present(MISSION, AL_ASAD, "some", when="2020-01-07")],
    places=[ANBAR, GULF],
    units=[REGIMENT],
    aliases={"Kanada": "CAN", "Irak": "IRQ"},
)


@pytest.mark.parametrize(
    ("called", "force"),
    [
        ("CAN", Force.of("CAN")),
        ("Canada", Force.of("CAN")),
        ("Kanada", Force.of("CAN")),
        ("nmi", Force(operation=MISSION)),
        ("NATO Mission Iraq", Force(operation=MISSION)),
        ("NMI", Force(operation=MISSION)),
        ("1-rcr", Force(unit=REGIMENT)),
        ("1 RCR", Force(unit=REGIMENT)),
        ("Royals", Force(unit=REGIMENT)),
        (MISSION, Force(operation=MISSION)),
        (Nation("CAN"), Force.of("CAN")),
        (Force(role="training"), Force(role="training")),
    ],
)
def test_force_is_called_by_model_code_id_name_or_alias(
    called: Force | Nation | Operation | str, force: Force
) -> None:
    """Whatever people call it, if the ledger or the table of nations knows it."""
    assert LEDGER.force(called) == force


@pytest.mark.parametrize(
    ("called", "place"),
    [
        ("IRQ", IRAQ),
        ("Iraq", IRAQ),
        ("Irak", IRAQ),
        ("al-asad", AL_ASAD),
        ("Al Asad", AL_ASAD),
        ("Ain al-Asad", AL_ASAD),
        ("anbar", ANBAR),
        ("Anbar", ANBAR),
        ("gulf", GULF),
        ("upper Gulf", GULF),
        (KUWAIT, KUWAIT),
        (Unspecified(), Unspecified()),
    ],
)
def test_place_is_called_by_model_code_id_name_or_alias(called: Country | str, place: Country) -> None:
    """As forces are."""
    assert LEDGER.place(called) == place


@pytest.mark.parametrize("ask", [LEDGER.force, LEDGER.place])
def test_unknown_name_is_an_unknown_nation(ask: object) -> None:
    """Nothing is guessed."""
    assert callable(ask)
    with pytest.raises(UnknownNationError):
        ask("Atlantis")


def test_closed_country_is_meant_by_its_code_and_by_its_name() -> None:
    """A ledger that declares a country closed means that one."""
    closed = Country(Nation("IRQ"), closed=True)
    ledger = Ledger(places=[closed], aliases={"Irak": "IRQ"})
    assert [ledger.place(name) for name in ("IRQ", "Iraq", "Irak")] == [closed] * 3


def test_name_of_several_is_not_picked_from() -> None:
    """Two bases of one name are told apart by id only."""
    twins = [Base(id=f"camp-{code.lower()}", name="Camp", within=Country.of(code)) for code in ("IRQ", "KWT")]
    ledger = Ledger(places=twins)
    with pytest.raises(EntityError, match="camp-irq, camp-kwt"):
        ledger.place("Camp")
    assert ledger.place("camp-irq") == twins[0]


def test_several_places_are_counted_as_one() -> None:
    """Their region is closed: there is nothing else in it."""
    both = LEDGER.place(["IRQ", "KWT"])
    assert isinstance(both, Region)
    assert (both.members, both.closed, str(both)) == ((IRAQ, KUWAIT), True, "Iraq and Kuwait")
    assert str(LEDGER.place(["JOR", "IRQ", "KWT"])) == "Jordan, Iraq and Kuwait"
    assert contains(both, AL_ASAD)


def test_one_of_several_places_is_itself() -> None:
    """A list of one is the one."""
    assert LEDGER.place(["al-asad"]) == AL_ASAD
    assert together([Unspecified()]) == Unspecified()


def test_places_counted_together_are_named_and_distinct() -> None:
    """Nobody knows whether an unspecified place is one of the others."""
    with pytest.raises(PlaceError, match="counted together are named"):
        LEDGER.place(["IRQ", Unspecified()])
    with pytest.raises(PlaceError, match="listed once"):
        LEDGER.place(["IRQ", "Iraq"])
    with pytest.raises(PlaceError, match="leave the place out for everywhere"):
        LEDGER.place([])
