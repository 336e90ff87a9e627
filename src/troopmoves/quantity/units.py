"""The way to and from Pint: people as quantities of `person`.

Pint enters the library here and nowhere else, and on first use only. `person` is a unit of its own dimension,
`[personnel]`, so that five persons and one radian do not add up; `soldier` and `troop` are other names for
it, `person_year` is person-time, and rates such as `person / month` follow. The units are defined in the
application registry (or in one that the caller names); the library makes and sets no registry, and its
records never hold a quantity.

A pickled quantity is read back by the application registry of the process that reads it: call
`define_personnel()` there first.

To add a unit: one row in `_UNITS`, one test.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, TypeAlias, final
from weakref import WeakSet

import attrs
import pint
from pint.facets.plain import PlainQuantity
from pint.registry import ApplicationRegistry

from troopmoves.errors import BoundsError, UnitsError

if TYPE_CHECKING:
    from collections.abc import Mapping

Registry: TypeAlias = pint.UnitRegistry[float]
"""A Pint registry; spelled out for type checkers."""
Quantity: TypeAlias = PlainQuantity[float]
"""A Pint quantity, by the class that every registry's own quantities are of."""
AnyQuantity: TypeAlias = PlainQuantity[Any]
"""A Pint quantity of whatever type of number."""

_DIMENSION = "[personnel]"
_ALIASES = ("soldier", "troop")
_UNITS: Mapping[str, str] = {"person_year": "person * year"}

_LOCK = threading.Lock()
_READY: WeakSet[Registry] = WeakSet()


@final
@attrs.frozen
class QuantityBounds:
    """Both ends of bounds as Pint quantities of people."""

    low: Quantity
    """The smallest number it can be."""
    high: Quantity | None
    """The largest number it can be; None if nothing limits it."""


def define_personnel(registry: Registry | None = None) -> Registry:
    """Return the registry, after the personnel units are defined in it.

    Defining twice does no harm, and several threads may do so at once.

    Args:
        registry: The registry to use; the application registry by default.

    >>> ureg = define_personnel()
    >>> print((12 * ureg.person / ureg.month).to("person / year"))
    144.0 person / year

    Raises:
        UnitsError: If the registry already means something else by one of the names.
    """
    chosen = _application_registry() if registry is None else _unwrapped(registry)
    if chosen in _READY:
        return chosen
    with _LOCK:
        # Pint's default registry fills itself when an attribute is first read, and is not safe to race.
        _ = chosen.Quantity
        if chosen not in _READY:
            _define_person(chosen)
            _define_others(chosen)
            _READY.add(chosen)
    return chosen


def quantity(count: int, registry: Registry | None = None, *, unit: str = "person") -> Quantity:
    """Return a number of people as a Pint quantity.

    Args:
        count: How many persons.
        registry: The registry to use; the application registry by default.
        unit: The unit to give them in, such as "person" or "kiloperson".

    >>> print(quantity(500))
    500 person

    Raises:
        UnitsError: If `unit` does not count people.
    """
    persons: Quantity = define_personnel(registry).Quantity(count, "person")
    if unit == "person":
        return persons
    try:
        return persons.to(unit)
    except (pint.UndefinedUnitError, pint.DimensionalityError) as error:
        raise UnitsError("quantity.unit", unit, "not a unit that counts people", "use 'person'") from error


def quantity_bounds(low: int, high: int | None, registry: Registry | None = None) -> QuantityBounds:
    """Return both ends of bounds as Pint quantities of `person`; an open end stays None."""
    return QuantityBounds(quantity(low, registry), None if high is None else quantity(high, registry))


def person_days(count: int, registry: Registry | None = None) -> Quantity:
    """Return person-time: so many people for one day each.

    >>> print(round(person_days(36525).to("person_year"), 2))
    100.0 person_year

    Raises:
        UnitsError: If the registry has no unit of a day.
    """
    chosen = define_personnel(registry)
    if "day" not in chosen:
        raise UnitsError("person_days.registry", chosen, "this registry does not know the unit 'day'")
    return chosen.Quantity(count, "person * day")


def persons_in(quantity: AnyQuantity) -> int:
    """Return how many people a quantity counts.

    >>> persons_in(quantity(500))
    500

    Raises:
        UnitsError: If it does not count people.
        BoundsError: If it is not a whole number of people, zero or more.
    """
    _require_people(quantity)
    try:
        magnitude = quantity.to("person").magnitude
        whole = int(magnitude)
    except pint.UndefinedUnitError as error:
        rule = "its registry does not know the unit 'person'"
        raise UnitsError("persons_in", str(quantity), rule, "call define_personnel on it") from error
    except (TypeError, ValueError, OverflowError) as error:
        raise BoundsError("persons_in", str(quantity), "one whole number of people is due") from error
    if whole != magnitude or whole < 0:
        raise BoundsError("persons_in", str(quantity), "a count of people is a whole number, zero or more")
    return whole


def _application_registry() -> Registry:
    return _unwrapped(pint.application_registry)


def _unwrapped(registry: Registry | ApplicationRegistry) -> Registry:
    # Definitions belong to the registry itself, not to Pint's stand-in for whichever one is set.
    if isinstance(registry, ApplicationRegistry):
        untyped: Any = registry
        inner: Registry = untyped.get()
        return inner
    return registry


def _require_people(quantity: object) -> None:
    if not isinstance(quantity, pint.Quantity) or dict(quantity.dimensionality) != {_DIMENSION: 1}:
        raise UnitsError("persons_in", str(quantity), f"a quantity of people has the dimension {_DIMENSION}")


def _define_person(registry: Registry) -> None:
    if "person" in registry:
        _require_same(registry, "person")
    elif _knows_dimension(registry):
        rule = f"another base unit already has the dimension {_DIMENSION}, and 'person' is not defined"
        raise UnitsError("define_personnel.registry", registry, rule, "define person in terms of it")
    else:
        registry.define(f"person = {_DIMENSION}")
    for alias in _ALIASES:
        if alias in registry:
            _require_same(registry, alias)
        else:
            registry.define(f"@alias person = {alias}")


def _define_others(registry: Registry) -> None:
    for name, meaning in _UNITS.items():
        if name in registry:
            _require_same(registry, name, meaning)
        elif all(part in registry for part in meaning.split(" * ")):
            # A registry of the caller's own may have no year; then it has no person_year either.
            registry.define(f"{name} = {meaning}")


def _require_same(registry: Registry, name: str, meaning: str = "person") -> None:
    one = registry.Quantity(1, name)
    try:
        same = one.to(meaning).magnitude == 1
    except (pint.UndefinedUnitError, pint.DimensionalityError):
        same = False
    if not same or (meaning == "person" and dict(one.dimensionality) != {_DIMENSION: 1}):
        rule = f"this registry already means something else by {name!r}: {one.to_base_units()}"
        raise UnitsError("define_personnel.registry", name, rule, "pass a registry without it")


def _knows_dimension(registry: Registry) -> bool:
    try:
        registry.get_dimensionality(_DIMENSION)
    except (KeyError, ValueError, pint.UndefinedUnitError):
        return False
    return True
