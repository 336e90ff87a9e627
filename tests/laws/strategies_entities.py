"""What laws draw of the rooms `entities` and `timing`: nations, forces, places, windows of days.

Ids are made from what they stand for, so that two draws with one id are one and the same thing, and any mix
of draws fits into one document.

To add a kind of place: one strategy, and its name in `definite_places` or `places`.
"""

import zlib
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import attrs
from hypothesis import strategies as st

from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import EU, NATO, UN, Operation, Organisation
from troopmoves.entities.place import (
    AnyOf,
    Area,
    Base,
    Country,
    DefinitePlace,
    Place,
    Region,
    Unspecified,
    contains,
)
from troopmoves.entities.scope import Personnel, Setting, Tasking, Tenure
from troopmoves.entities.unit import Echelon, Unit
from troopmoves.timing.when import When

Made = TypeVar("Made")

CODES = ("CAN", "DEU", "FRA", "GBR", "IRQ", "JOR", "KWT", "NOR", "ROU", "SUN", "USA", "XKX")
"""Enough to vary, few enough to meet again; a historic and a user-assigned one among them."""

_printed = st.characters(categories=("L", "N", "P", "S", "Zs"))
names = st.text(_printed, min_size=1, max_size=12).map(str.strip).filter(bool)
alias_lists = st.lists(names, max_size=2, unique=True).map(tuple)
words = st.text(_printed, max_size=20)


def _identified(make: Callable[..., Made]) -> Callable[..., Made]:
    """Return a maker that gives an id made from all the other fields."""

    def made(**fields: object) -> Made:
        return make(id=f"x{zlib.crc32(repr((make, fields)).encode()):08x}", **fields)

    return made


# Who.

nations = st.sampled_from(CODES).map(Nation.of)
nation_tuples = st.lists(nations, max_size=3, unique=True).map(tuple)

organisations: st.SearchStrategy[Organisation] = st.sampled_from((NATO, UN, EU)) | st.builds(
    _identified(Organisation), name=st.just("") | names
)

operations: st.SearchStrategy[Operation] = st.builds(
    _identified(Operation),
    name=names,
    lead=st.none() | nations | organisations,
    members=nation_tuples,
    aliases=alias_lists,
)

_top_units: st.SearchStrategy[Unit] = st.builds(
    _identified(Unit),
    name=names,
    nation=nations,
    echelon=st.none() | st.sampled_from((Echelon.BRIGADE, Echelon.CORPS, Echelon.COMMAND)),
    aliases=alias_lists,
)
units: st.SearchStrategy[Unit] = _top_units | st.builds(
    _identified(Unit),
    name=names,
    nation=nations,
    echelon=st.none() | st.sampled_from((Echelon.TEAM, Echelon.COMPANY, Echelon.REGIMENT)),
    parent=_top_units,
)

roles = st.sampled_from(("training", "medical", "force protection")) | names


def _force_of_unit(unit: Unit, *, named: bool, force: Force) -> Force:
    nation = unit.nation if named else None
    return attrs.evolve(force, nation=nation, unit=unit)


_missions = st.tuples(st.none(), st.sampled_from(Tasking)) | st.tuples(
    operations, st.sampled_from((Tasking.NOT_SAID, Tasking.WITH_MISSION))
)
_forces_without_unit = st.builds(
    lambda mission, **parts: Force(operation=mission[0], tasking=mission[1], **parts),
    _missions,
    nation=st.none() | nations,
    role=st.none() | roles | roles.map(OtherThan),
    personnel=st.sampled_from(Personnel),
    tenure=st.sampled_from(Tenure),
    setting=st.sampled_from(Setting),
)
forces: st.SearchStrategy[Force] = (
    nations.map(Force.of)
    | _forces_without_unit
    | st.builds(_force_of_unit, units, named=st.booleans(), force=_forces_without_unit)
)

# Where.

operators: st.SearchStrategy[Organisation | Operation | Nation | None] = (
    st.none() | organisations | operations | nations
)
countries: st.SearchStrategy[Country] = st.builds(Country, nations, st.booleans())
_provinces: st.SearchStrategy[Area] = st.builds(
    _identified(Area), name=names, within=nations.map(Country), closed=st.booleans()
)
areas: st.SearchStrategy[Area] = _provinces | st.builds(_identified(Area), name=names, within=_provinces)

_coordinates: st.SearchStrategy[tuple[float | None, float | None]] = st.just((None, None)) | st.tuples(
    st.floats(-90, 90), st.floats(-180, 180)
)


@st.composite
def bases(draw: st.DrawFn) -> Base:
    """Draw a base, with or without country and coordinates."""
    latitude, longitude = draw(_coordinates)
    make = _identified(Base)
    return make(
        name=draw(names),
        within=draw(st.none() | nations.map(Country) | areas),
        latitude=latitude,
        longitude=longitude,
        aliases=draw(alias_lists),
        operated_by=draw(operators),
    )


def _regions_of(members: st.SearchStrategy[DefinitePlace]) -> st.SearchStrategy[Region]:
    lists = st.lists(members, min_size=1, max_size=3, unique_by=lambda member: member.key)
    return st.builds(_identified(Region), name=names, members=lists.map(tuple), closed=st.booleans())


_simple_regions = _regions_of(countries | areas | bases())
regions: st.SearchStrategy[Region] = _simple_regions | _regions_of(countries | _simple_regions)

definite_places: st.SearchStrategy[DefinitePlace] = countries | areas | bases() | regions


@st.composite
def unspecified_places(draw: st.DrawFn) -> Unspecified:
    """Draw a place that is not named, from anywhere to a coalition base outside a given one."""
    within = draw(st.none() | definite_places)
    outside = draw(st.none() | definite_places)
    if within is not None and outside is not None and contains(outside, within):
        outside = None
    return Unspecified(within=within, outside=outside, operated_by=draw(operators))


_options = st.lists(definite_places | unspecified_places(), min_size=2, max_size=3, unique=True)
places: st.SearchStrategy[Place] = definite_places | unspecified_places() | _options.map(tuple).map(AnyOf)

# When.

days = st.dates(date(1945, 1, 1), date(2035, 12, 31))
"""The days that sources speak of."""
any_days = st.dates()
"""All days that there are."""


@st.composite
def whens(draw: st.DrawFn, drawn_days: st.SearchStrategy[date] = any_days) -> When:
    """Draw a window with its marks, words and anchor."""
    one, other = draw(st.none() | drawn_days), draw(st.none() | drawn_days)
    if one is not None and other is not None and other < one:
        one, other = other, one
    doubted = st.booleans() if one is not None or other is not None else st.just(value=False)
    return When(
        earliest=one,
        latest=draw(st.sampled_from((one, other))) if one is not None and other is not None else other,
        approximate=draw(doubted),
        uncertain=draw(doubted),
        text=draw(words),
        anchored=draw(st.none() | drawn_days),
    )


def _part(day: date, length: int, mark: str) -> str:
    return f"{day.isoformat()[:length]}{mark}"


_lengths = st.sampled_from((len("2020"), len("2020-01"), len("2020-01-07")))
_marks = st.sampled_from(("", "~", "?", "%"))


@st.composite
def _edtf_intervals(draw: st.DrawFn) -> str:
    first, last = sorted((draw(any_days), draw(any_days)))
    length, mark = draw(_lengths), draw(_marks)
    opening, closing = _part(first, length, mark), _part(last, length, mark)
    return draw(st.sampled_from((f"{opening}/{closing}", f"{opening}/..", f"../{closing}")))


def _masks(day: date) -> tuple[str, ...]:
    year, month = f"{day.year:04}", f"{day.year:04}-{day.month:02}"
    return f"{month}-XX", f"{year}-XX", f"{year}-XX-XX", f"{year[:3]}X", f"{year[:2]}XX"


# The years 0000 and 000X have no days in Python's calendar.
_from_century_one = st.dates(min_value=date(100, 1, 1))
edtf_texts: st.SearchStrategy[str] = (
    st.builds(_part, any_days, _lengths, _marks)
    | _edtf_intervals()
    | _from_century_one.flatmap(lambda day: st.sampled_from(_masks(day)))
    | st.just("../..")
)
"""Every form of date that is read."""
