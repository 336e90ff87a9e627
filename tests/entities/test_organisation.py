"""Organisations and operations: what they refuse and how they read."""

import pytest

from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import EU, NATO, UN, Operation, Organisation
from troopmoves.errors import EntityError

FRANCE = Nation("FRA")


def test_well_known_organisations_have_ids_of_their_own() -> None:
    """NATO, UN and EU come with the library."""
    assert [(body.id, str(body)) for body in (NATO, UN, EU)] == [("nato", "NATO"), ("un", "UN"), ("eu", "EU")]


def test_organisation_without_name_reads_as_its_id() -> None:
    """An id is enough: "the coalition"."""
    assert str(Organisation(id="coalition")) == "coalition"


def test_operation_reads_as_its_name() -> None:
    """An operation has a name, and may have a lead and members."""
    chammal = Operation(
        id="chammal", name="Operation Chammal", lead=FRANCE, members=(FRANCE,), aliases=("Chammal",)
    )
    assert str(chammal) == "Operation Chammal"


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"id": ""}, "Operation.id"),
        ({"id": "op chammal"}, "Operation.id"),
        ({"name": ""}, "Operation.name"),
        ({"lead": "FRA"}, "Operation.lead"),
        ({"members": [FRANCE]}, "Operation.members"),
        ({"members": (FRANCE, "DEU")}, "Operation.members[1]"),
        ({"members": (FRANCE, FRANCE)}, "Operation.members"),
        ({"aliases": ("Chammal", "Chammal")}, "Operation.aliases"),
    ],
)
def test_operation_that_cannot_be_is_refused(fields: dict[str, object], where: str) -> None:
    """The error has the path of the field."""
    with pytest.raises(EntityError) as caught:
        Operation(**({"id": "chammal", "name": "Operation Chammal"} | fields))  # type: ignore[arg-type]
    assert caught.value.where == where


@pytest.mark.parametrize(
    ("name", "place"), [("a b", "Organisation.id"), ("", "Organisation.id"), ("NATO ", "Organisation.id")]
)
def test_organisation_needs_an_id(name: str, place: str) -> None:
    """An id has no spaces."""
    with pytest.raises(EntityError) as caught:
        Organisation(id=name)
    assert caught.value.where == place


def test_organisation_refuses_a_padded_name() -> None:
    """What people read has no spaces around it."""
    with pytest.raises(EntityError, match=r"^Organisation\.name: got ' NATO'"):
        Organisation(id="nato", name=" NATO")
