"""Places: which can be, how they nest, and how they read."""

from math import inf, nan

import pytest

from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Organisation
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
    parent_of,
    place_of,
)
from troopmoves.entities.region import middle_east
from troopmoves.errors import PlaceError, UnknownNationError

IRAQ, KUWAIT, JORDAN = Country.of("IRQ"), Country.of("KWT"), Country.of("JOR")
ANBAR = Area(id="anbar", name="Anbar", within=IRAQ)
HIT = Area(id="hit", name="Hit district", within=ANBAR)
AL_ASAD = Base(id="al-asad", name="Al Asad", within=HIT, latitude=33.8, longitude=42.4)
AFLOAT = Base(id="truman", name="USS Truman")
GULF = Region(id="upper-gulf", name="upper Gulf", members=(IRAQ, KUWAIT))
THEATRE = Region(id="theatre", name="theatre", members=(GULF, JORDAN, AFLOAT), closed=True)
COALITION = Organisation(id="coalition")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (IRAQ, "Iraq"),
        (AL_ASAD, "Al Asad"),
        (ANBAR, "Anbar"),
        (GULF, "upper Gulf"),
        (Unspecified(), "an unspecified place"),
        (Unspecified(within=IRAQ), "an unspecified place in Iraq"),
        (Unspecified(outside=IRAQ), "an unspecified place outside Iraq"),
        (
            Unspecified(within=IRAQ, outside=AL_ASAD, operated_by=COALITION),
            "an unspecified coalition place in Iraq outside Al Asad",
        ),
        (AnyOf((KUWAIT, JORDAN)), "Kuwait or Jordan"),
        (
            AnyOf((KUWAIT, JORDAN, Unspecified(outside=GULF))),
            "Kuwait, Jordan or an unspecified place outside upper Gulf",
        ),
    ],
)
def test_place_reads_as_words(place: Place, words: str) -> None:
    """Countries go by their everyday name, other places by their own."""
    assert str(place) == words


@pytest.mark.parametrize(
    ("place", "key"), [(IRAQ, "IRQ"), (ANBAR, "anbar"), (AL_ASAD, "al-asad"), (GULF, "upper-gulf")]
)
def test_definite_place_has_a_key(place: DefinitePlace, key: str) -> None:
    """The code of a country, the id of everything else."""
    assert place.key == key


def test_country_is_read_from_code_name_nation_or_itself() -> None:
    """There is one open country per nation."""
    assert Country.of("Iraq") is Country.of("IRQ") is Country.of(Nation("IRQ"))
    closed = Country(Nation("IRQ"), closed=True)
    assert Country.of(closed) is closed
    assert (closed.code, closed == IRAQ) == ("IRQ", False)


def test_place_is_read_from_text_or_itself() -> None:
    """Text is a country; other places are given as such."""
    assert place_of("Kuwait") == KUWAIT
    assert place_of(AL_ASAD) is AL_ASAD
    with pytest.raises(UnknownNationError):
        place_of("Al Asad")
    with pytest.raises(PlaceError, match=r"^place: got Nation"):
        place_of(Nation("IRQ"))  # type: ignore[arg-type]


def test_parent_is_the_place_given_as_within() -> None:
    """Countries, regions and choices have none."""
    assert [parent_of(place) for place in (AL_ASAD, HIT, Unspecified(within=IRAQ))] == [HIT, ANBAR, IRAQ]
    assert [parent_of(place) for place in (IRAQ, GULF, AFLOAT, AnyOf((IRAQ, KUWAIT)), Unspecified())] == [
        None
    ] * 5


@pytest.mark.parametrize(
    "outer", [AL_ASAD, HIT, ANBAR, IRAQ, GULF, THEATRE, Country(Nation("IRQ"), closed=True)]
)
def test_base_is_in_every_place_above_it(outer: DefinitePlace) -> None:
    """Through areas, the country, and regions inside regions."""
    assert contains(outer, AL_ASAD)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        (AL_ASAD, IRAQ),
        (ANBAR, IRAQ),
        (KUWAIT, AL_ASAD),
        (IRAQ, GULF),
        (GULF, THEATRE),
        (GULF, JORDAN),
        (IRAQ, AFLOAT),
        (Region(id="anbar-region", name="Anbar and Kuwait", members=(ANBAR, KUWAIT)), IRAQ),
        (IRAQ, Region(id="west", name="western Iraq", members=(ANBAR,))),
    ],
)
def test_place_is_not_in_what_does_not_hold_it(outer: DefinitePlace, inner: DefinitePlace) -> None:
    """Nor is an open region in a place that holds its members: it has an elsewhere."""
    assert not contains(outer, inner)


def test_closed_region_is_in_what_holds_all_its_members() -> None:
    """Nobody is elsewhere in it."""
    assert contains(IRAQ, Region(id="west", name="western Iraq", members=(ANBAR, AL_ASAD), closed=True))
    assert not contains(IRAQ, Region(id="two", name="two", members=(ANBAR, KUWAIT), closed=True))


BASE = {"id": "taji", "name": "Camp Taji"}


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"id": "camp taji"}, "Base.id"),
        ({"id": "IRQ"}, "Base.id"),
        ({"name": ""}, "Base.name"),
        ({"within": GULF}, "Base.within"),
        ({"within": Nation("IRQ")}, "Base.within"),
        ({"within": HIT, "id": "anbar"}, "Base.within"),
        ({"latitude": 33.5}, "Base.longitude"),
        ({"longitude": 44.2}, "Base.latitude"),
        ({"latitude": 90.1, "longitude": 0}, "Base.latitude"),
        ({"latitude": 0, "longitude": -180.1}, "Base.longitude"),
        ({"latitude": nan, "longitude": 0}, "Base.latitude"),
        ({"latitude": 0, "longitude": inf}, "Base.longitude"),
        ({"latitude": 10**400, "longitude": 0}, "Base.latitude"),
        ({"latitude": True, "longitude": 0}, "Base.latitude"),
        ({"latitude": "33", "longitude": 0}, "Base.latitude"),
        ({"aliases": ["Taji"]}, "Base.aliases"),
        ({"operated_by": "coalition"}, "Base.operated_by"),
    ],
)
def test_base_that_cannot_be_is_refused(fields: dict[str, object], where: str) -> None:
    """Coordinates come in pairs and are on Earth; an id is no country's code."""
    with pytest.raises(PlaceError) as caught:
        Base(**(BASE | fields))  # type: ignore[arg-type]
    assert caught.value.where == where


@pytest.mark.parametrize(("latitude", "longitude"), [(90, 180), (-90.0, -180.0), (0, 0)])
def test_base_may_lie_anywhere_on_earth(latitude: float, longitude: float) -> None:
    """The limits count."""
    base = Base(id="pole", name="pole", latitude=latitude, longitude=longitude)
    assert (base.latitude, base.longitude) == (latitude, longitude)


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"id": "KWT"}, "Area.id"),
        ({"name": " Anbar"}, "Area.name"),
        ({"within": GULF}, "Area.within"),
        ({"within": None}, "Area.within"),
        ({"within": HIT}, "Area.within"),
    ],
)
def test_area_that_cannot_be_is_refused(fields: dict[str, object], where: str) -> None:
    """An area is in a country or a larger area, never in itself."""
    with pytest.raises(PlaceError) as caught:
        Area(**({"id": "anbar", "name": "Anbar", "within": IRAQ} | fields))  # type: ignore[arg-type]
    assert caught.value.where == where


@pytest.mark.parametrize(
    ("members", "where"),
    [
        ((), "Region.members"),
        ([IRAQ], "Region.members"),
        ((IRAQ, Nation("KWT")), "Region.members[1]"),
        ((IRAQ, Unspecified()), "Region.members[1]"),
        ((IRAQ, Country(Nation("IRQ"), closed=True)), "Region.members"),
        ((JORDAN, THEATRE), "Region.members[1]"),
        ((Base(id="upper-gulf", name="port"),), "Region.members[0]"),
    ],
)
def test_region_that_cannot_be_is_refused(members: tuple[DefinitePlace, ...], where: str) -> None:
    """Members are definite places, each once, and none of them is or holds the region."""
    with pytest.raises(PlaceError) as caught:
        Region(id="upper-gulf", name="upper Gulf", members=members)
    assert caught.value.where == where


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"within": IRAQ, "outside": IRAQ}, "Unspecified.outside"),
        ({"within": AL_ASAD, "outside": IRAQ}, "Unspecified.outside"),
        ({"within": Unspecified()}, "Unspecified.within"),
        ({"outside": "IRQ"}, "Unspecified.outside"),
        ({"operated_by": "coalition"}, "Unspecified.operated_by"),
    ],
)
def test_unspecified_place_without_room_is_refused(fields: dict[str, object], where: str) -> None:
    """A place cannot be in Iraq and outside Iraq."""
    with pytest.raises(PlaceError) as caught:
        Unspecified(**fields)  # type: ignore[arg-type]
    assert caught.value.where == where


@pytest.mark.parametrize(
    ("options", "where"),
    [
        ((), "AnyOf.options"),
        ((KUWAIT,), "AnyOf.options"),
        ([KUWAIT, JORDAN], "AnyOf.options"),
        ((KUWAIT, KUWAIT), "AnyOf.options"),
        ((KUWAIT, "JOR"), "AnyOf.options[1]"),
        ((KUWAIT, AnyOf((JORDAN, IRAQ))), "AnyOf.options[1]"),
    ],
)
def test_choice_that_is_none_is_refused(options: tuple[Country, ...], where: str) -> None:
    """A choice is between two different places, and not between choices."""
    with pytest.raises(PlaceError) as caught:
        AnyOf(options)
    assert caught.value.where == where


def test_country_needs_a_nation() -> None:
    """The way out names the method that reads codes."""
    with pytest.raises(PlaceError, match=r"Country\.nation: got 'IRQ'; .*; use Country\.of"):
        Country("IRQ")  # type: ignore[arg-type]


def test_inside_or_outside_can_be_said_of_one_place() -> None:
    """NATO's people went to places inside and outside Iraq."""
    either = AnyOf((Unspecified(within=IRAQ), Unspecified(outside=IRAQ)))
    assert str(either) == "an unspecified place in Iraq or an unspecified place outside Iraq"


def test_middle_east_is_seventeen_countries_and_an_elsewhere() -> None:
    """The default is documented, open, and one object."""
    region = middle_east()
    assert region is middle_east()
    assert (region.key, str(region), region.closed) == ("middle-east", "Middle East", False)
    assert len(region.members) == 17
    assert contains(region, AL_ASAD)
    assert not contains(region, Country.of("AFG"))
