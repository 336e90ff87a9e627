"""A small world in which everything is known: who is where on each day, and who moves.

What the engine must never exclude is counted here by other means than its own: the ground is a fixed list of
spots, each with the places it lies in, and a count is a sum over people, day by day.

To add ground: one line in `SPOTS`, its place in `PLACES`.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

import attrs

from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import AnyOf, Base, Country, DefinitePlace, Place, Region, Unspecified
from troopmoves.solve.statement import Scope, Term

IRAQ, KUWAIT = Country.of("IRQ"), Country.of("KWT")
JORDAN = Country(Nation("JOR"), closed=True)
AL_ASAD = Base(id="al-asad", name="Al Asad", within=IRAQ)
TOWER_22 = Base(id="tower-22", name="Tower 22", within=JORDAN)
AZRAQ = Base(id="azraq", name="Azraq", within=JORDAN)
GULF = Region(id="gulf", name="the Gulf", members=(IRAQ, KUWAIT))
BOTH = Region(id="both", name="Iraq and Jordan", members=(IRAQ, JORDAN), closed=True)
HOMES = {"CAN": Country.of("CAN"), "FRA": Country.of("FRA")}
PLACES: tuple[DefinitePlace, ...] = (IRAQ, AL_ASAD, KUWAIT, JORDAN, TOWER_22, AZRAQ, GULF, BOTH)

SPOTS: dict[str, frozenset[str]] = {
    "al-asad": frozenset({"al-asad", "IRQ", "gulf", "both"}),
    "iraq": frozenset({"IRQ", "gulf", "both"}),
    "kuwait": frozenset({"KWT", "gulf"}),
    "tower-22": frozenset({"tower-22", "JOR", "both"}),
    "azraq": frozenset({"azraq", "JOR", "both"}),
    "gulf": frozenset({"gulf"}),
    "CAN": frozenset({"CAN"}),
    "FRA": frozenset({"FRA"}),
    "elsewhere": frozenset(),
}
"""Every spot of ground, with the keys of the places that it lies in."""

CLOSED = {"JOR": ("tower-22", "azraq")}

COALITION = Operation(id="coalition", name="the coalition")
TRAINING = "training"
NAMED = ("CAN", "FRA")
NEVER_NAMED = "ROU"
"""The nation that claims never name: its people are the unnamed ones."""

START = date(2020, 1, 1)
DAYS = 60


def day(number: int) -> date:
    """Return a day of the world by its number."""
    return START + timedelta(days=number)


class People(NamedTuple):
    """People whom no claim can tell apart."""

    sender: str
    spot: str
    in_coalition: bool
    trains: bool


def lies_in(spot: str, place: Place | None) -> bool:
    """Return whether a spot of ground is part of a place."""
    match place:
        case None:
            return True
        case AnyOf():
            return any(lies_in(spot, option) for option in place.options)
        case Unspecified():
            within = place.within is None or lies_in(spot, place.within)
            return within and (place.outside is None or not lies_in(spot, place.outside))
        case _:
            return place.key in SPOTS[spot]


def belongs(people: People, force: Force, *, unnamed_only: bool = False) -> bool:
    """Return whether people are among those that a force stands for."""
    if force.sender is None:
        is_sender = not unnamed_only or people.sender not in NAMED
    else:
        is_sender = people.sender == force.sender.code
    in_operation = force.operation is None or people.in_coalition
    if isinstance(force.role, OtherThan):
        return is_sender and in_operation and not people.trains
    return is_sender and in_operation and (force.role is None or people.trains)


@attrs.define
class TrueWorld:
    """How many people there are of each kind on each day, and what they do."""

    counts: dict[People, list[int]]

    @classmethod
    def drawn(cls, chance: Random) -> "TrueWorld":
        """Return a world in which a few peoples stand somewhere and nobody has moved yet."""
        world = cls({})
        for _ in range(chance.randint(1, 5)):
            people = People(
                chance.choice((*NAMED, *NAMED, NEVER_NAMED)),
                chance.choice(list(SPOTS)),
                in_coalition=chance.choice((True, False)),
                trains=chance.choice((True, False)),
            )
            world.counts[people] = [chance.choice((1, 14, 60, 200, chance.randint(0, 600)))] * DAYS
        return world

    def step(self, people: People, to: str, number: int, on: int) -> None:
        """Let some people be elsewhere from the beginning of a day on."""
        arrived = people._replace(spot=to)
        target = self.counts.setdefault(arrived, [0] * DAYS)
        source = self.counts[people]
        for later in range(max(on, 0), DAYS):
            source[later] -= number
            target[later] += number

    def most(self, people: People, since: int) -> int:
        """Return how many of the people can leave from a day on, so that none are missing later."""
        return min(self.counts[people][max(since, 0) :], default=0)

    def count(self, force: Force, place: Place | None, on: int, *, unnamed_only: bool = False) -> int:
        """Return how many of a force are at a place at the beginning of a day."""
        at = min(max(on, 0), DAYS - 1)
        return sum(
            numbers[at]
            for people, numbers in self.counts.items()
            if belongs(people, force, unnamed_only=unnamed_only) and lies_in(people.spot, place)
        )

    def answer(self, terms: Iterable[Term]) -> int:
        """Return the true answer to a question about sums and differences."""
        return sum(
            term.factor * self.count(term.scope.force, term.scope.place, (term.day - START).days)
            for term in terms
        )


FORCES: tuple[Force, ...] = (
    *(Force.of(code) for code in NAMED),
    *(Force.of(code) for code in NAMED),
    Force(nation=Nation("CAN"), role=TRAINING),
    Force(nation=Nation("FRA"), role=OtherThan(TRAINING)),
    Force(nation=Nation("CAN"), operation=COALITION),
    Force(nation=Nation("FRA"), operation=COALITION, role=TRAINING),
    Force(operation=COALITION),
    Force(),
)
"""The forces that claims and questions speak of."""

VAGUE: tuple[Place, ...] = (
    Unspecified(),
    Unspecified(outside=IRAQ),
    Unspecified(within=GULF),
    Unspecified(within=IRAQ, outside=AL_ASAD),
    AnyOf((KUWAIT, JORDAN)),
    AnyOf((AL_ASAD, KUWAIT)),
    AnyOf((Unspecified(within=IRAQ), Unspecified(outside=IRAQ))),
)
"""Places that sources leave open."""


def drawn_terms(chance: Random) -> list[Term]:
    """Return a question: a count, a difference of days, places or forces, or a sum."""
    scope, other = (
        Scope(chance.choice(FORCES), chance.choice((*PLACES, *PLACES, None, VAGUE[1]))) for _ in range(2)
    )
    one, two = sorted(chance.sample(range(-5, DAYS - 1), 2))
    return chance.choice(
        (
            [Term(1, scope, day(one))],
            [Term(1, scope, day(two))],
            [Term(1, scope, day(two)), Term(-1, scope, day(one))],
            [Term(1, scope, day(one)), Term(1, other, day(one))],
            [Term(2, scope, day(two)), Term(-1, other, day(one))],
        )
    )
