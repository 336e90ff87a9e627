"""How a map calls forces and places: in words, by codes, and by ids that stay the same.

To add a facet of a force: its property in `who`, its part in `_parts`, one test.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import AnyOf, DefinitePlace, Place, Unspecified
from troopmoves.entities.scope import SORTS, is_said
from troopmoves.entities.unit import Unit


def who(force: Force) -> dict[str, str | None]:
    """Return whose people, as properties."""
    return {
        "who": str(force),
        "nation": None if force.sender is None else force.sender.code,
        "operation": None if force.operation is None else force.operation.id,
        "unit": None if force.unit is None else force.unit.id,
        "role": None if force.role is None else str(force.role),
        **{name: str(getattr(force, name)) for name in SORTS},
    }


def scope_id(feature: str, force: Force, place: Place | None) -> str:
    """Return what tells a feature about a force at a place from every other one of its sort.

    >>> scope_id("holding", Force.of("CAN"), None)
    'holding?nation=CAN&place=everywhere'
    """
    return f"{feature}?{urlencode([*_parts(force), ('place', _spelled(place))], safe='(),:')}"


def flow_id(claim: str) -> str:
    """Return the same for a claim that people move."""
    return f"flow?{urlencode({'claim': claim})}"


def _parts(force: Force) -> Iterator[tuple[str, str]]:
    """Yield what tells a force from every other one."""
    for name in ("nation", "operation", "unit"):
        part: Nation | Operation | Unit | None = getattr(force, name)
        if part is not None:
            yield name, part.code if isinstance(part, Nation) else part.id
    match force.role:
        case OtherThan(role):
            yield "other_than", role
        case str(role):
            yield "role", role
        case None:
            pass
    for name in SORTS:
        if is_said(getattr(force, name)):
            yield name, str(getattr(force, name))


def key_of(place: Place | None) -> str | None:
    """Return the key of a place, if it is a definite one."""
    return place.key if isinstance(place, DefinitePlace) else None


def _spelled(place: Place | None) -> str:
    """Return what tells a place from every other one."""
    match place:
        case None:
            return "everywhere"
        case Unspecified():
            facets = (("within", place.within), ("outside", place.outside))
            parts = [f"{name}:{key_of(other)}" for name, other in facets if other is not None]
            return f"unspecified({','.join([*parts, *_operator(place.operated_by)])})"
        case AnyOf():
            return f"any_of({','.join(_spelled(option) for option in place.options)})"
        case _:
            return place.key


def _operator(operator: Organisation | Operation | Nation | None) -> list[str]:
    match operator:
        case None:
            return []
        case Nation():
            return [f"nation:{operator.code}"]
        case Operation():
            return [f"operation:{operator.id}"]
        case Organisation():
            return [f"organisation:{operator.id}"]
