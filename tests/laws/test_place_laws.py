"""Nesting of places is an order: everything is in itself, and what is in a part is in the whole."""

import pickle

import attrs
from hypothesis import assume, given
from laws.strategies_entities import definite_places, forces, nations, places, units

from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import DefinitePlace, Place, Region, contains, parent_of, place_of
from troopmoves.entities.unit import Unit


@given(definite_places)
def test_every_place_contains_itself(place: DefinitePlace) -> None:
    """Whoever is at a place is at it."""
    assert contains(place, place)


@given(definite_places)
def test_every_place_is_in_its_parent(place: DefinitePlace) -> None:
    """Whoever is at a base is in its country, and in the whole chain above."""
    above = parent_of(place)
    while above is not None:
        assert contains(above, place)
        above = parent_of(above)


@given(definite_places)
def test_region_contains_its_members_and_what_is_in_them(place: DefinitePlace) -> None:
    """A region holds its members, also through regions inside regions."""
    if isinstance(place, Region):
        for member in place.members:
            assert contains(place, member)
            if isinstance(member, Region):
                assert all(contains(place, inner) for inner in member.members)


@given(definite_places)
def test_closed_region_of_one_place_is_that_place(place: DefinitePlace) -> None:
    """A closed region is inside whatever holds all of its members; an open one has an elsewhere."""
    closed = Region(id="only-this", name="only this", members=(place,), closed=True)
    assert contains(closed, place)
    assert contains(place, closed)
    assert not contains(place, attrs.evolve(closed, closed=False))


@given(definite_places, definite_places)
def test_containment_passes_through(place: DefinitePlace, other: DefinitePlace) -> None:
    """What is in a part is in the whole, through countries and regions alike."""
    assume(place.key != other.key)
    whole = Region(id="whole", name="whole", members=(place, other))
    parent = parent_of(place)
    assert contains(whole, place)
    if parent is not None:
        assert contains(Region(id="more", name="more", members=(parent,)), place)
    if contains(other, place):
        assert contains(Region(id="even-more", name="even more", members=(other,)), place)


@given(places)
def test_every_place_reads_as_words_and_survives_a_pickle(place: Place) -> None:
    """A place can be printed, hashed and sent to another process."""
    assert str(place)
    assert place_of(place) is place
    assert hash(pickle.loads(pickle.dumps(place))) == hash(place)  # noqa: S301 (our own bytes)


@given(forces)
def test_every_force_reads_as_words_and_survives_a_pickle(force: Force) -> None:
    """A force can be printed, hashed and sent to another process."""
    assert str(force)
    assert Force.of(force) is force
    assert pickle.loads(pickle.dumps(force)) == force  # noqa: S301 (our own bytes)


@given(units)
def test_every_unit_is_part_of_all_above_it(unit: Unit) -> None:
    """A unit belongs to itself and to its parent."""
    assert unit.is_part_of(unit)
    assert unit.parent is None or unit.is_part_of(unit.parent)


@given(nations)
def test_nation_is_read_from_its_code_and_its_name(nation: Nation) -> None:
    """What is printed reads back."""
    assert Nation.of(str(nation)) is nation
    assert Nation.of(nation.name) is nation
