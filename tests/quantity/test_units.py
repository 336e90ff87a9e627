"""Pint at the edge: the registry stays the user's, and people are a dimension of their own."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier
from typing import Any

import pint
import pytest

from troopmoves.errors import BoundsError, UnitsError
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.units import (
    QuantityBounds,
    Registry,
    define_personnel,
    person_days,
    persons_in,
    quantity,
    quantity_bounds,
)

PINT: Any = pint
"""Pint, where its own functions carry no types."""


@pytest.fixture
def registry() -> Registry:
    """Return a registry of the user's own, with little in it."""
    own: Registry = pint.UnitRegistry(None)
    own.define("second = [time]")
    own.define("day = 86400 * second")
    own.define("radian = []")
    return own


@pytest.fixture
def application(registry: Registry) -> Iterator[Registry]:
    """Make that registry the application registry for one test."""
    before = PINT.application_registry.get()
    PINT.set_application_registry(registry)
    yield registry
    PINT.set_application_registry(before)


def test_application_registry_is_used(application: Registry) -> None:
    """Without a registry named, the units are defined where the user's quantities live."""
    assert define_personnel() is application
    assert quantity(5) + application.Quantity(2, "soldier") == application.Quantity(7, "person")


def test_application_registry_is_never_set() -> None:
    """The registry that Pint holds is the same one before and after."""
    before = PINT.application_registry.get()
    define_personnel()
    define_personnel(PINT.get_application_registry())
    assert PINT.application_registry.get() is before


def test_named_registry_leaves_the_application_registry_alone(
    registry: Registry, application: Registry
) -> None:
    """Units go into the registry that is named, and into no other."""
    other: Registry = pint.UnitRegistry(None)
    assert application is registry
    assert quantity(5, other).units == other.Unit("person")
    assert "person" not in application


def test_defining_twice_does_no_harm(registry: Registry) -> None:
    """The second time finds everything in place."""
    assert define_personnel(registry) is define_personnel(registry) is registry


@pytest.mark.parametrize("name", ["person", "persons", "soldier", "soldiers", "troop", "troops"])
def test_names_mean_one_person(registry: Registry, name: str) -> None:
    """Soldiers and troops are persons, one for one, in singular and plural."""
    define_personnel(registry)
    assert registry.Quantity(3, name) == registry.Quantity(3, "person")


def test_people_are_a_dimension(registry: Registry) -> None:
    """Five persons and one radian do not add up."""
    define_personnel(registry)
    with pytest.raises(pint.DimensionalityError):
        _ = registry.Quantity(5, "person") + registry.Quantity(1, "radian")
    assert dict(registry.Quantity(5, "person").dimensionality) == {"[personnel]": 1}


@pytest.mark.parametrize(
    "definitions",
    [
        ["person = []"],
        ["troop = 4 * second"],
        ["person = [personnel]", "troop = 120 * person"],
        ["person = [personnel]", "year = 365 * day", "person_year = 1700 * person * second"],
        ["soldier = [personnel]"],
    ],
)
def test_other_meaning_is_refused(registry: Registry, definitions: list[str]) -> None:
    """A registry that means something else by a name is never redefined."""
    for definition in definitions:
        registry.define(definition)
    with pytest.raises(UnitsError, match=r"define_personnel\.registry"):
        define_personnel(registry)
    with pytest.raises(UnitsError, match=r"define_personnel\.registry"):
        quantity(5, registry)


def test_same_meaning_is_taken(registry: Registry) -> None:
    """A registry that already counts people as we do gets what it lacks."""
    registry.define("person = [personnel]")
    registry.define("soldier = person")
    define_personnel(registry)
    assert registry.Quantity(3, "troop") == registry.Quantity(3, "soldier")


def test_empty_registry_has_no_days() -> None:
    """People can be counted in it; person-time cannot, and the error says why."""
    empty: Registry = pint.UnitRegistry(None)
    assert str(quantity(5, empty)) == "5 person"
    assert "person_year" not in empty
    with pytest.raises(UnitsError, match="does not know the unit 'day'"):
        person_days(5, empty)


def test_units_are_those_of_people(registry: Registry) -> None:
    """A number of people can be given in any unit of people, and in no other."""
    registry.define("kilo- = 1000")
    assert quantity(500, registry, unit="soldier").magnitude == 500
    assert quantity(500, registry, unit="kiloperson").magnitude == 0.5
    for unit in ("day", "furlong"):
        with pytest.raises(UnitsError, match=r"quantity\.unit"):
            quantity(500, registry, unit=unit)


def test_rates_and_person_time_convert() -> None:
    """Persons per month, and persons for a year, follow from the unit."""
    ureg = define_personnel()
    assert (12 * ureg.person / ureg.month).to("person / year").magnitude == pytest.approx(144)
    assert person_days(1461).to("person_year").magnitude == pytest.approx(4)
    assert ureg.Quantity(2, "person_year").check("[personnel] * [time]")


def test_count_stays_a_whole_number(registry: Registry) -> None:
    """No float creeps in on the way."""
    assert type(quantity(500, registry).magnitude) is int


def test_bounds_become_quantities(registry: Registry) -> None:
    """Both ends are quantities, and an open end is None."""
    persons = registry.Quantity
    define_personnel(registry)
    expected = QuantityBounds(persons(160, "person"), persons(240, "person"))
    assert Bounds(160, 240).quantity(registry) == expected
    assert Headcount.of("about 200").quantity(registry=registry) == expected
    assert quantity_bounds(160, 240, registry) == expected
    assert Headcount.of("about 200").quantity("literal", registry).high is None


def test_bounds_use_the_application_registry(application: Registry) -> None:
    """Without a registry named, so do the methods."""
    assert Bounds.exactly(3).quantity().low == application.Quantity(3, "person")


@pytest.mark.parametrize("magnitude", [14, 14.0, Decimal(14)])
def test_whole_persons_become_a_headcount(registry: Registry, magnitude: int) -> None:
    """A whole number of people is an exact count, whatever type of number holds it."""
    define_personnel(registry)
    counted = registry.Quantity(magnitude, "soldier")
    assert persons_in(counted) == 14
    assert Headcount.from_quantity(counted, "fourteen") == Headcount.of(14, "fourteen")


def test_no_persons_are_zero(registry: Registry) -> None:
    """Nobody is a kind of its own on this way in too."""
    assert Headcount.from_quantity(quantity(0, registry)) == Headcount.of("zero")


@pytest.mark.parametrize("magnitude", [14.5, -3, float("nan"), float("inf"), [1, 2]])
def test_other_magnitude_is_refused(registry: Registry, magnitude: int) -> None:
    """Half a person, fewer than none, and several numbers are no count."""
    define_personnel(registry)
    counted = registry.Quantity(14, "person")
    counted._magnitude = magnitude
    with pytest.raises(BoundsError, match="persons_in"):
        persons_in(counted)


def test_other_dimension_is_refused(registry: Registry) -> None:
    """Days, plain numbers and rates are no people."""
    define_personnel(registry)
    others: list[Any] = [registry.Quantity(5, "day"), registry.Quantity(5, "person / day"), 5]
    for other in others:
        with pytest.raises(UnitsError, match=r"dimension \[personnel\]"):
            persons_in(other)


def test_unit_of_another_name_is_refused(registry: Registry) -> None:
    """A registry that counts people in a unit of its own must say what a person is."""
    registry.define("head = [personnel]")
    with pytest.raises(UnitsError, match="does not know the unit 'person'"):
        persons_in(registry.Quantity(5, "head"))


def test_first_use_from_many_threads() -> None:
    """Eight threads that come first all get the same, whole registry."""
    lazy: Registry = PINT.registry.LazyRegistry()
    barrier = Barrier(8)

    def first_use(count: int) -> str:
        barrier.wait()
        return str(person_days(count, lazy).to("person_year").units)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(first_use, range(8))) == {"person_year"}


def test_quantity_survives_pickling() -> None:
    """A quantity of the application registry comes back in this process."""
    assert pickle.loads(pickle.dumps(quantity(500))) == quantity(500)  # noqa: S301 (our own bytes)


def test_pickled_quantity_is_read_in_another_process() -> None:
    """Elsewhere it comes back too, once the units are defined there."""
    program = (
        "import pickle, sys\n"
        "from troopmoves.quantity.units import define_personnel, persons_in\n"
        "define_personnel()\n"
        "print(persons_in(pickle.loads(sys.stdin.buffer.read())))\n"
    )
    finished = subprocess.run(  # noqa: S603 (our own interpreter, our own words)
        [sys.executable, "-c", program], input=pickle.dumps(quantity(500)), capture_output=True, check=True
    )
    assert finished.stdout.strip() == b"500"


def test_pint_is_imported_on_use_only() -> None:
    """Headcounts and bounds work without loading Pint."""
    program = (
        "import sys\n"
        "from troopmoves.quantity.convention import PRESS\n"
        "from troopmoves.quantity.headcount import Headcount\n"
        "from troopmoves.quantity.share import Share\n"
        "Headcount.of('about 200').bounds(PRESS)\n"
        "print('pint' in sys.modules)\n"
    )
    finished = subprocess.run(  # noqa: S603 (our own interpreter, our own words)
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert finished.stdout.strip() == "False"
