"""Forces and places as claims name them, and every entity as others refer to it: by code or id.

A force is the code of a nation, or a mapping of its parts. A place is a code or an id of the document, or one
of two mappings: `{unspecified: {...}}` and `{any_of: [...]}`.

To add a part of a force: nothing here, if its class is known to the codec. To add a kind of place, see
`troopmoves.entities.place` and `troopmoves.formats.document.table`.
"""

from __future__ import annotations

from typing import Final

from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation, is_nation_code
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import AnyOf, Area, Base, Country, Place, Region, Unspecified
from troopmoves.entities.unit import Unit
from troopmoves.formats.document.codec import Codec, Plain, Shape, read_text
from troopmoves.formats.document.fault import below, fault
from troopmoves.formats.document.reference import Party, Tables


def teach_entities(codec: Codec, tables: Tables) -> None:
    """Teach a codec every entity that claims and rows refer to, looked up in the tables."""
    codec.teach(Nation, tables.nation, lambda nation: nation.code)
    codec.teach(Organisation, tables.organisations.find, write_party)
    codec.teach(Operation, tables.operations.find, lambda operation: operation.id)
    codec.teach(Unit, tables.units.find, lambda unit: unit.id)
    codec.teach_choice((Nation, Organisation, Operation), tables.party)

    codec.teach(Force, lambda value: _read_force(codec, value), lambda force: _write_force(codec, force))

    for place in (Country, Area, Base, Region):
        codec.teach_writing(place, lambda definite: definite.key)
    codec.teach_writing(Unspecified, lambda place: {"unspecified": codec.write_shape(place, UNSPECIFIED)})
    codec.teach_writing(AnyOf, lambda place: codec.write_shape(place, ANY_OF))
    codec.teach_reading(Unspecified, lambda value: codec.read_shape(value, UNSPECIFIED))
    codec.teach_choice(
        (Country, Area, Base, Region, Unspecified, AnyOf),
        lambda value, allowed: _read_place(codec, tables, value, allowed),
    )


def write_party(party: Party) -> Plain:
    """Return the shortest form of who leads or runs something that cannot mean another one."""
    match party:
        case Nation():
            return party.code
        case Organisation():
            return {"organisation": party.id} if is_nation_code(party.id) else party.id
        case Operation():
            return {"operation": party.id}


FORCE: Final = Shape(record=Force, reads={"role": read_text}, beside=("other_than",))
_FORCE_WITHOUT_ROLE: Final = Shape(
    record=Force,
    keys={"role": "other_than"},
    reads={"role": lambda value: OtherThan(read_text(value))},
    writes={"role": lambda rest: rest.role},
    beside=("role",),
)
UNSPECIFIED: Final = Shape(record=Unspecified, writes={"operated_by": write_party})
ANY_OF: Final = Shape(record=AnyOf, keys={"options": "any_of"})


def _read_force(codec: Codec, value: Plain) -> Force:
    if isinstance(value, str):
        return Force(nation=codec.read(value, Nation))
    if not isinstance(value, dict):
        raise fault(value, "a force is the code of a nation, or a mapping", "write {} for everyone")
    if "role" in value and "other_than" in value:
        raise fault(value["other_than"], "a force has 'role' or 'other_than', not both", step="other_than")
    force: Force = codec.read_shape(value, _FORCE_WITHOUT_ROLE if "other_than" in value else FORCE)
    return force


def _write_force(codec: Codec, force: Force) -> Plain:
    if force.nation is not None and force == Force(nation=force.nation):
        return force.nation.code
    return codec.write_shape(force, _FORCE_WITHOUT_ROLE if isinstance(force.role, OtherThan) else FORCE)


def _read_place(codec: Codec, tables: Tables, value: Plain, allowed: tuple[type, ...]) -> Place:
    if not isinstance(value, dict):
        return tables.place(value, allowed)
    keys = {key for key, kind in (("unspecified", Unspecified), ("any_of", AnyOf)) if kind in allowed}
    if not keys:
        raise fault(value, "here stands the code of a country or the id of a place")
    if len(value) != 1 or not keys.issuperset(value):
        rule = f"a place in a mapping has one key, {' or '.join(sorted(keys))}"
        raise fault(value, rule, "or write the code of a country or the id of a place")
    if "any_of" in value:
        several: AnyOf = codec.read_shape(value, ANY_OF)
        return several
    with below("unspecified"):
        return codec.read(value["unspecified"], Unspecified)
