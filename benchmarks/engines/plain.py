"""Claims, questions and answers as plain tuples, and what an engine must be able to do with them.

A drawn ledger belongs to no engine. An adapter is a class that meets `Engine`: it takes the plain claims,
makes of them whatever its engine wants, and answers. To compare another engine, write one such class.

Days are numbers, counted from `START`. A level holds at the beginning of its day. Of a move nobody has gone
at the beginning of the day on which it opens, and everybody at the beginning of the day on which it closes.
Nothing happens unreported, and a plan may be carried out in whole, in part or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, NamedTuple, Protocol, TypeAlias

START: Final = date(2020, 1, 1)
"""Day 0."""

EVERYBODY: Final = ""
"""The nation that stands for all nations, and the role that stands for all roles."""

Ends: TypeAlias = tuple[int | None, int | None]
"""The least and the greatest number; None is open."""


class People(NamedTuple):
    """Who is counted where."""

    nation: str
    place: str
    role: str = EVERYBODY


class Level(NamedTuple):
    """So many people at the beginning of a day."""

    id: str
    people: People
    day: int
    words: str
    """The figure as troopmoves writes it."""
    low: int
    high: int | None


class Portion(NamedTuple):
    """A share of some people, outward to whole persons, at the beginning of a day."""

    id: str
    part: People
    whole: People
    day: int
    low: Fraction
    high: Fraction


class Move(NamedTuple):
    """People of a nation who go from one place to another."""

    id: str
    nation: str
    origin: str
    to: str
    opens: int
    closes: int
    words: str
    low: int
    high: int | None
    planned: bool


Claim: TypeAlias = Level | Portion | Move


class Question(NamedTuple):
    """How many people at the beginning of a day?"""

    people: People
    day: int


class Component(NamedTuple):
    """Claims that are linked with each other and with no others, and questions about them."""

    name: str
    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]
    false: frozenset[str] = frozenset()
    """The claims that are not so."""

    @property
    def true_claims(self) -> tuple[Claim, ...]:
        """The claims that can all hold."""
        return tuple(claim for claim in self.claims if claim.id not in self.false)


class Drawn(NamedTuple):
    """A ledger of no engine."""

    up: Mapping[str, str]
    """The place that each place lies in; in a place that holds others there is an elsewhere."""
    components: tuple[Component, ...]

    @property
    def size(self) -> int:
        """How many claims there are."""
        return sum(len(component.claims) for component in self.components)


class Engine(Protocol):
    """What can be compared."""

    name: str

    def read(self, drawn: Drawn) -> None:
        """Make claims of one's own of the plain ones; this is not compared."""

    def load(self) -> int:
        """Get ready to answer: find out whether the claims can hold; return how many conflicts are known."""

    def bounds(self, component: Component, questions: Sequence[Question]) -> list[Ends]:
        """Return what the claims of a component allow."""


def day_of(number: int) -> date:
    """Return a day by its number."""
    return START + timedelta(days=number)


def last_day_of(claim: Claim) -> int:
    """Return the last day that a claim speaks of."""
    return claim.closes if isinstance(claim, Move) else claim.day


def days_of(claims: Iterable[Claim]) -> set[int]:
    """Return the days that claims speak of."""
    return {
        day
        for claim in claims
        for day in ((claim.opens, claim.closes) if isinstance(claim, Move) else (claim.day,))
    }


def peoples_of(claim: Claim) -> tuple[People, ...]:
    """Return whom a claim speaks of, at each of its ends."""
    match claim:
        case Level():
            return (claim.people,)
        case Portion():
            return claim.part, claim.whole
        case Move():
            return People(claim.nation, claim.origin), People(claim.nation, claim.to)


class Leaves:
    """The ground in its smallest parts: places that hold no other, and the elsewhere in those that do."""

    def __init__(self, up: Mapping[str, str]) -> None:
        """Divide the ground, given the place that each place lies in."""
        inner = dict.fromkeys(up.values())
        above = {place: place for place in up if place not in inner}
        above |= {f"elsewhere in {place}": place for place in inner}
        self._of: dict[str, list[str]] = {}
        for leaf, place in above.items():
            around: str | None = place
            while around is not None:
                self._of.setdefault(around, []).append(leaf)
                around = up.get(around)

    def of(self, place: str) -> Sequence[str]:
        """Return the smallest parts of a place."""
        return self._of[place]
