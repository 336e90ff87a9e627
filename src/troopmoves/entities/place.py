"""Where people are or go: a closed union of six kinds of place.

Definite places nest: a `Base` or `Area` lies `within` another place, a `Region` lists its members. A country,
area or region that is not `closed` has an implicit "elsewhere in it" besides the places that are named.
`Unspecified` and `AnyOf` are what sources leave open: "another coalition base", "either Kuwait or Jordan".

To add a kind of place: one class here with `__str__` (and `key` if definite), its name in `Place`, a branch
in `contains` and `parent_of`, its form in `troopmoves.formats`, a strategy in
tests/laws/strategies_entities.py.
"""

from __future__ import annotations

import functools
from typing import Final, final

import attrs

from troopmoves.entities.identity import (
    checked_aliases,
    checked_distinct,
    checked_id,
    checked_name,
    checked_tuple,
)
from troopmoves.entities.nation import Nation, is_nation_code
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.errors import PlaceError


@final
@attrs.frozen
class Country:
    """The territory of a state, as a place.

    >>> Country.of("Iraq").key
    'IRQ'
    """

    nation: Nation
    """The state whose territory it is; its forces may be elsewhere."""
    closed: bool = False
    """Whether the places known in it are all there are."""

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.nation, Nation):
            raise PlaceError("Country.nation", self.nation, "a country has a Nation", "use Country.of(...)")

    @classmethod
    def of(cls, value: str | Nation | Country) -> Country:
        """Return the country of a code, name or nation; one object per nation.

        Raises:
            UnknownNationError: If the text is no nation's code or name.
        """
        return value if isinstance(value, Country) else _country(Nation.of(value))

    @property
    def code(self) -> str:
        """Return the alpha-3 code."""
        return self.nation.code

    @property
    def key(self) -> str:
        """Return the code, which no other place may bear as its id."""
        return self.nation.code

    def __str__(self) -> str:
        return self.nation.name


@functools.cache
def _country(nation: Nation) -> Country:
    return Country(nation)


@final
@attrs.frozen(kw_only=True)
class Area:
    """A part of a country, such as a province or a governorate.

    >>> print(Area(id="anbar", name="Anbar", within=Country.of("IRQ")))
    Anbar
    """

    id: str
    """What documents refer to."""
    name: str
    """What people read."""
    within: Country | Area
    """The country or larger area it belongs to."""
    closed: bool = False
    """Whether the places known in it are all there are."""

    def __attrs_post_init__(self) -> None:
        _check_identity("Area", self.id, self.name)
        _check_within("Area", self.id, self.within)

    @property
    def key(self) -> str:
        """Return the id."""
        return self.id

    def __str__(self) -> str:
        return self.name


@final
@attrs.frozen(kw_only=True)
class Base:
    """A camp, airfield or port, whether the source names it or not.

    >>> print(Base(id="rou-base", name="Romanians' base (not named)", within=Country.of("IRQ")))
    Romanians' base (not named)
    """

    id: str
    """What documents refer to."""
    name: str
    """What people read."""
    within: Country | Area | None = None
    """Where it lies; None where no source says."""
    latitude: float | None = None
    """Degrees north, -90 to 90, in WGS 84; given together with the longitude."""
    longitude: float | None = None
    """Degrees east, -180 to 180, in WGS 84."""
    aliases: tuple[str, ...] = ()
    """Other names in use."""
    operated_by: Organisation | Operation | Nation | None = None
    """Who runs it, if said."""

    def __attrs_post_init__(self) -> None:
        _check_identity("Base", self.id, self.name)
        if self.within is not None:
            _check_within("Base", self.id, self.within)
        _check_coordinates(self.latitude, self.longitude)
        checked_aliases("Base.aliases", self.aliases, PlaceError)
        _check_operator("Base", self.operated_by)

    @property
    def key(self) -> str:
        """Return the id."""
        return self.id

    def __str__(self) -> str:
        return self.name


@final
@attrs.frozen(kw_only=True)
class Region:
    """A theatre: several countries, areas, bases or smaller regions under one name.

    >>> gulf = Region(id="upper-gulf", name="upper Gulf", members=(Country.of("IRQ"), Country.of("KWT")))
    >>> contains(gulf, Country.of("KWT"))
    True
    """

    id: str
    """What documents refer to."""
    name: str
    """What people read."""
    members: tuple[Country | Area | Base | Region, ...]
    """The places said to belong to it, at least one."""
    closed: bool = False
    """Whether the members are all there is; else there is an elsewhere in it."""

    def __attrs_post_init__(self) -> None:
        _check_identity("Region", self.id, self.name)
        _check_members(self.id, self.members)

    @property
    def key(self) -> str:
        """Return the id."""
        return self.id

    def __str__(self) -> str:
        return self.name


@final
@attrs.frozen(kw_only=True)
class Unspecified:
    """A place that the source does not name; without any field, anywhere.

    >>> print(Unspecified(outside=Country.of("IRQ")))
    an unspecified place outside Iraq
    """

    within: Country | Area | Region | Base | None = None
    """What it is said to lie in."""
    outside: Country | Area | Region | Base | None = None
    """What it is said not to lie in."""
    operated_by: Organisation | Operation | Nation | None = None
    """Who is said to run it."""

    def __attrs_post_init__(self) -> None:
        _check_definite("Unspecified.within", self.within)
        _check_definite("Unspecified.outside", self.outside)
        _check_room_is_left(self.within, self.outside)
        _check_operator("Unspecified", self.operated_by)

    def __str__(self) -> str:
        whose = f"{self.operated_by} " if self.operated_by is not None else ""
        inside = f" in {self.within}" if self.within is not None else ""
        outside = f" outside {self.outside}" if self.outside is not None else ""
        return f"an unspecified {whose}place{inside}{outside}"


@final
@attrs.frozen
class AnyOf:
    """One of several places, the source does not say which.

    >>> print(AnyOf((Country.of("KWT"), Country.of("JOR"))))
    Kuwait or Jordan
    """

    options: tuple[Country | Area | Base | Region | Unspecified, ...]
    """The places it may be, two or more."""

    def __attrs_post_init__(self) -> None:
        _check_options(self.options)

    def __str__(self) -> str:
        *first, last = (str(option) for option in self.options)
        return f"{', '.join(first)} or {last}"


DefinitePlace = Country | Area | Base | Region
"""The places that have a `key`, lie in each other and can be counted in."""

Place = Country | Area | Base | Region | Unspecified | AnyOf
"""Every kind of place."""


def place_of(value: Place | str) -> Place:
    """Return the place, or the country of a code or name.

    >>> print(place_of("KWT"))
    Kuwait

    Raises:
        UnknownNationError: If the text is no country's code or name.
        PlaceError: If the value is neither a place nor text.
    """
    if isinstance(value, str):
        return Country.of(value)
    if isinstance(value, Place):
        return value
    raise PlaceError("place", value, "a place is a Place, or a country's code or name", "use Country.of(...)")


def parent_of(place: Place) -> DefinitePlace | None:
    """Return the place that this one is said to lie in, if one is given."""
    return place.within if isinstance(place, Area | Base | Unspecified) else None


def contains(outer: DefinitePlace, inner: DefinitePlace) -> bool:
    """Return whether everyone in the inner place is in the outer one.

    A place contains itself. A region is inside another place if it is closed and all of its members are.

    >>> al_asad = Base(id="al-asad", name="Al Asad", within=Country.of("IRQ"))
    >>> contains(Country.of("IRQ"), al_asad), contains(al_asad, Country.of("IRQ"))
    (True, False)
    """
    if outer.key == inner.key:
        return True
    if isinstance(outer, Region) and any(contains(member, inner) for member in outer.members):
        return True
    if isinstance(inner, Region):
        return inner.closed and all(contains(outer, member) for member in inner.members)
    parent = parent_of(inner)
    return parent is not None and contains(outer, parent)


def _check_identity(kind: str, place_id: str, name: str) -> None:
    checked_id(f"{kind}.id", place_id, PlaceError)
    checked_name(f"{kind}.name", name, PlaceError)
    if is_nation_code(place_id):
        rule = "this id is the code of a country"
        raise PlaceError(
            f"{kind}.id", place_id, rule, f"write it longer, such as '{place_id.lower()}-{kind.lower()}'"
        )


def _check_within(kind: str, place_id: str, within: object) -> None:
    if not isinstance(within, Country | Area):
        rule = f"{kind.lower()}s lie within a Country or an Area"
        raise PlaceError(
            f"{kind}.within", within, rule, "use Country.of(...); a region lists its members itself"
        )
    above: Country | Area | None = within
    while isinstance(above, Area):
        if above.id == place_id:
            raise PlaceError(f"{kind}.within", place_id, "a place does not lie within itself", "use two ids")
        above = above.within


_HIGHEST_LATITUDE: Final = 90
_HIGHEST_LONGITUDE: Final = 180


def _check_coordinates(latitude: float | None, longitude: float | None) -> None:
    if (latitude is None) != (longitude is None):
        missing = "latitude" if latitude is None else "longitude"
        raise PlaceError(
            f"Base.{missing}", None, "latitude and longitude are given together", "give both or neither"
        )
    limits = (("latitude", latitude, _HIGHEST_LATITUDE), ("longitude", longitude, _HIGHEST_LONGITUDE))
    for name, degrees, highest in limits:
        if degrees is not None and not (_is_number(degrees) and abs(degrees) <= highest):
            rule = f"a {name} is in degrees, from -{highest} to {highest}"
            raise PlaceError(f"Base.{name}", degrees, rule, "south and west are negative")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _check_operator(kind: str, operator: object) -> None:
    if operator is not None and not isinstance(operator, Organisation | Operation | Nation):
        rule = "a place is operated by an Organisation, Operation or Nation"
        raise PlaceError(f"{kind}.operated_by", operator, rule, "use Nation.of(...) or Organisation(...)")


def _check_members(region_id: str, members: tuple[object, ...]) -> None:
    checked_tuple("Region.members", members, PlaceError)
    if not members:
        raise PlaceError(
            "Region.members", members, "a region has a member at least", "use Unspecified() for nothing"
        )
    for index, member in enumerate(members):
        where = f"Region.members[{index}]"
        if not isinstance(member, DefinitePlace):
            raise PlaceError(
                where, member, "members are countries, areas, bases or regions", "use Country.of(...)"
            )
        if region_id in _keys_below(member):
            raise PlaceError(where, region_id, "a region does not contain itself", "use two ids")
    keys = [member.key for member in members if isinstance(member, DefinitePlace)]
    checked_distinct("Region.members", keys, PlaceError)


def _keys_below(place: DefinitePlace) -> set[str]:
    members = place.members if isinstance(place, Region) else ()
    return {place.key}.union(*(_keys_below(member) for member in members))


def _check_definite(where: str, place: object) -> None:
    if place is not None and not isinstance(place, DefinitePlace):
        raise PlaceError(where, place, "this is a country, area, base or region", "use Country.of(...)")


def _check_room_is_left(within: DefinitePlace | None, outside: DefinitePlace | None) -> None:
    if within is not None and outside is not None and contains(outside, within):
        raise PlaceError(
            "Unspecified.outside", str(outside), f"it leaves no room in {within}", "leave out one of both"
        )


_FEWEST_OPTIONS: Final = 2


def _check_options(options: tuple[object, ...]) -> None:
    checked_tuple("AnyOf.options", options, PlaceError)
    if len(options) < _FEWEST_OPTIONS:
        raise PlaceError(
            "AnyOf.options", options, "a choice is between two places at least", "use the place itself"
        )
    for index, option in enumerate(options):
        if not isinstance(option, DefinitePlace | Unspecified):
            rule = "the options are places, not choices themselves"
            raise PlaceError(f"AnyOf.options[{index}]", option, rule, "list all options in one AnyOf")
    checked_distinct("AnyOf.options", options, PlaceError)
