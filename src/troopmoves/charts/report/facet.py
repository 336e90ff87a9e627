"""By which nations and places the rows of a page are filtered.

A row stands under the places it names, under those that these lie in and, for a region, under its members.
A place is offered as a choice if a claim names it, or one in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, final

import attrs

from troopmoves.claims.claim import Claim
from troopmoves.claims.proposition import PostureChange
from troopmoves.entities.force import Force
from troopmoves.entities.place import AnyOf, Place, Region, Unspecified, parent_of

UNNAMED: Final = "?"
"""What stands for a nation or place that nobody names; no id can be that."""


@final
@attrs.frozen
class Choice:
    """One nation or place to filter by."""

    token: str
    """What stands for it in the page and in its address."""
    name: str
    """What people call it."""


@final
@attrs.frozen
class Facets:
    """The nations and places of one row."""

    nations: tuple[Choice, ...] = ()
    """Whose people it is about."""
    places: tuple[Choice, ...] = ()
    """Where, with what these places lie in."""
    members: tuple[str, ...] = ()
    """The tokens of places that lie in these."""

    @property
    def nation_tokens(self) -> str:
        """Its nations, as an attribute of the page holds them."""
        return " ".join(dict.fromkeys(choice.token for choice in self.nations))

    @property
    def place_tokens(self) -> str:
        """Its places, as an attribute of the page holds them."""
        return " ".join(dict.fromkeys([*(choice.token for choice in self.places), *self.members]))


def facets_of(force: Force, places: Iterable[Place | None]) -> Facets:
    """Return the nation and the places of a force somewhere.

    >>> from troopmoves.entities.place import Base, Country
    >>> al_asad = Base(id="al-asad", name="Al Asad", within=Country.of("IRQ"))
    >>> facets_of(Force.of("CAN"), [al_asad]).place_tokens
    'al-asad IRQ'
    """
    sender = force.sender
    nation = Choice(UNNAMED, "no nation named") if sender is None else Choice(sender.code, sender.name)
    given = [place for place in places if place is not None]
    named = tuple(choice for place in given for choice in _named(place))
    return Facets((nation,), named, tuple(token for place in given for token in _inside(place)))


def facets_of_claims(claims: Iterable[Claim]) -> Facets:
    """Return the nations and places of some claims together; a bare link has none."""
    each = [facets_of(said.force, _places_of(said)) for claim in claims if (said := claim.proposition)]
    return Facets(
        tuple(dict.fromkeys(choice for one in each for choice in one.nations)),
        tuple(dict.fromkeys(choice for one in each for choice in one.places)),
        tuple(dict.fromkeys(token for one in each for token in one.members)),
    )


def choices_of(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return each choice once, by name, and what nobody names last."""
    once = {choice.token: choice for choice in choices}
    return tuple(sorted(once.values(), key=lambda choice: (choice.token == UNNAMED, choice.name)))


def _places_of(said: object) -> tuple[Place | None, ...]:
    if isinstance(said, PostureChange):
        return said.origin, said.destination
    place: Place | None = getattr(said, "place", None)
    return (place,)


def _named(place: Place) -> Iterator[Choice]:
    """Yield a place and all that it lies in."""
    match place:
        case AnyOf():
            for option in place.options:
                yield from _named(option)
        case Unspecified():
            yield Choice(UNNAMED, "a place not named")
            if place.within is not None:
                yield from _named(place.within)
        case _:
            yield Choice(place.key, place.name if isinstance(place, Region) else str(place))
            parent = parent_of(place)
            if parent is not None:
                yield from _named(parent)


def _inside(place: Place) -> Iterator[str]:
    """Yield the tokens of what lies in a place, as far as that is said."""
    match place:
        case AnyOf():
            for option in place.options:
                yield from _inside(option)
        case Region():
            for member in place.members:
                yield from (choice.token for choice in _named(member))
                yield from _inside(member)
        case _:
            return
