"""Facets of whom a figure counts: what their words say of each other."""

from enum import StrEnum

import attrs
import pytest

from troopmoves.entities.force import Force
from troopmoves.entities.scope import COMPLETE, SORTS, Personnel, Setting, Tasking, Tenure, is_said


@pytest.mark.parametrize(("name", "kind"), SORTS.items())
def test_facet_is_a_part_of_a_force_that_may_be_left_open(name: str, kind: type[StrEnum]) -> None:
    """Its default is that nothing is said, which is the first of its words."""
    field = attrs.fields_dict(Force)[name]
    assert field.default is kind("not_said") is next(iter(kind))
    assert [word for word in kind if not is_said(word)] == [field.default]


def test_no_two_facets_have_a_word_in_common() -> None:
    """A word in brackets after a force tells its facet."""
    words = [word for kind in SORTS.values() for word in kind if is_said(word)]
    assert len(words) == len({str(word) for word in words})


def test_words_that_are_all_there_are_come_in_two() -> None:
    """Whoever is not the one is the other."""
    assert all(len(kind) == 3 for kind in COMPLETE)


def test_sorts_of_a_force_stand_in_the_order_of_the_facets() -> None:
    """Each word in its place."""
    force = Force(
        personnel=Personnel.CIVILIAN,
        tenure=Tenure.ROTATIONAL,
        setting=Setting.ASHORE,
        tasking=Tasking.WITHOUT_MISSION,
    )
    assert force.sorts == tuple(getattr(force, name) for name in SORTS)
    assert str(force) == "all forces (civilian, rotational, ashore, without mission)"
