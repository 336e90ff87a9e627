"""How a map calls forces and places."""

from troopmoves.entities.force import Force
from troopmoves.entities.place import Country, Unspecified
from troopmoves.formats.geojson.naming import flow_id, key_of, scope_id


def test_everyone_everywhere_has_an_id_too() -> None:
    """A force of all nations names none."""
    assert scope_id("holding", Force(), None) == "holding?place=everywhere"


def test_open_place_has_no_key() -> None:
    """Only what is definite can be looked up."""
    assert (key_of(Country.of("IRQ")), key_of(Unspecified()), key_of(None)) == ("IRQ", None, None)
    assert scope_id("holding", Force(), Unspecified()) == "holding?place=unspecified()"


def test_role_is_quoted_in_an_id() -> None:
    """No role can be mistaken for another part of the id."""
    assert scope_id("holding", Force(role="a&place=b"), None) == "holding?role=a%26place%3Db&place=everywhere"


def test_flow_is_called_by_its_claim() -> None:
    """Its id is the claim's."""
    assert flow_id("can-kuwait") == "flow?claim=can-kuwait"
