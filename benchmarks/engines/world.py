"""A world in which everything is known, and what is said of it.

Nations have people of two roles in all the smallest places of some theatres, and some of them go from place
to place. Whatever is said is so, but for what is asked to be false: numbers are exact or hedged so that they
let the truth through, moves are told as they took place, and plans may come to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from random import Random
from typing import Final, NamedTuple

from engines.plain import EVERYBODY, Claim, Component, Leaves, Level, Move, People, Portion
from troopmoves.quantity.headcount import Headcount

ABROAD: Final = "abroad"
"""The place that all theatres lie in."""

_OTHERS: Final = "others"
_TRAINING: Final = "training"
_ROLES: Final = (_TRAINING, "other")
_WINDOW: Final = 8
"""The most days that a move takes."""
_ROUNDED: Final = 20
"""So many people and more are rounded and hedged; fewer are counted."""


class _Cell(NamedTuple):
    nation: str
    leaf: str
    role: str


class World:
    """Some nations in some theatres: how many there are, and who goes where."""

    def __init__(
        self,
        chance: Random,
        up: Mapping[str, str],
        nations: Sequence[str],
        theatres: Sequence[str],
        days: int,
    ) -> None:
        """Put people everywhere.

        Args:
            chance: By which everything is drawn.
            up: The place that each place lies in.
            nations: Who is there.
            theatres: Where.
            days: For how long.
        """
        self._chance, self._up, self._nations, self._theatres = chance, up, nations, theatres
        self._days = days
        self._leaves = Leaves(up)
        self._steps: dict[_Cell, list[tuple[int, int]]] = {
            _Cell(nation, leaf, role): [(-1, self._crowd(role))]
            for nation in [*nations, _OTHERS]
            for where in theatres
            for leaf in self._leaves.of(where)
            for role in _ROLES
        }
        self._number = 0

    def _crowd(self, role: str) -> int:
        return round(self._chance.lognormvariate(3.5 if role == _TRAINING else 4.5, 1.0))

    # -- the truth --------------------------------------------------------------------------------------

    def _count(self, people: People, day: int) -> int:
        return sum(
            change for cell in self._cells(people) for when, change in self._steps[cell] if when <= day
        )

    def _cells(self, people: People) -> list[_Cell]:
        wanted = [*self._nations, _OTHERS] if people.nation == EVERYBODY else [people.nation]
        roles = [people.role] if people.role else _ROLES
        return [
            cell
            for cell in (_Cell(*one) for one in product(wanted, self._leaves.of(people.place), roles))
            if cell in self._steps
        ]

    # -- what is said of it -----------------------------------------------------------------------------

    def component(self, name: str, claims: int, *, moves: float = 0.2, totals: float = 0.0) -> Component:
        """Return claims that are all so; the moves come first, since they make the world what it is.

        Args:
            name: What the component is called.
            claims: How many.
            moves: What part of them tells of moves.
            totals: What part of them counts a nation everywhere, or all nations somewhere.
        """
        told = [self._move(name) for _ in range(round(claims * moves))]
        said: list[Claim] = [move for move in told if move is not None]
        if totals:
            said += self._ties(name)
        while len(said) < claims:
            said.append(self._total(name) if self._happens(totals) else self._level(name))
        self._chance.shuffle(said)
        return Component(name, tuple(said[:claims]), ())

    def with_a_false_claim(self, component: Component) -> Component:
        """Return the component with a level that is far from what is so instead of another one.

        It is about people of whom an exact level speaks, half the time on another day than that.
        """
        levels = [one for one in component.claims if isinstance(one, Level)]
        like = self._chance.choice([one for one in levels if one.low == one.high])
        without = next(one for one in levels if one is not like)
        number = like.low * 2 + 50
        false = like._replace(
            id=self._id(component.name),
            day=self._chance.choice((like.day, self._day())),
            words=str(number),
            low=number,
            high=number,
        )
        claims = (false if one is without else one for one in component.claims)
        return component._replace(claims=tuple(claims), false=frozenset({false.id}))

    def _id(self, name: str) -> str:
        self._number += 1
        return f"{name}-{self._number}"

    def _day(self) -> int:
        return self._chance.randrange(self._days)

    def _happens(self, often: float) -> bool:
        return self._chance.random() < often

    def _bases(self, theatre: str) -> list[str]:
        return [place for place in self._leaves.of(theatre) if place in self._up]

    # -- moves ------------------------------------------------------------------------------------------

    def _move(self, name: str) -> Move | None:
        """Let people move, and return what is said of it; None if nobody could."""
        nation, theatre = self._chance.choice(self._nations), self._chance.choice(self._theatres)
        origin, to = self._chance.sample(self._bases(theatre), 2)
        if self._up[origin] != self._up[to] and self._happens(0.3):
            origin, to = self._up[origin], self._up[to]
        opens = self._chance.randrange(self._days - _WINDOW)
        closes = opens + self._chance.randint(1, _WINDOW)
        planned = self._happens(0.3)
        goes = not planned or self._happens(0.5)
        gone = self._go(People(nation, origin), to, self._chance.randint(opens + 1, closes)) if goes else 0
        if gone == 0 and not planned:
            return None
        words = self._words(gone or self._chance.randint(5, 50))
        return Move(self._id(name), nation, origin, to, opens, closes, words, *_bounds(words), planned)

    def _go(self, people: People, to: str, day: int) -> int:
        """Let some people go, but none who are to leave later by a move that is known already."""
        gone = 0
        for cell in self._cells(people):
            steps = self._steps[cell]
            later = {day, *(when for when, _ in steps if when > day)}
            at_hand = min(sum(change for when, change in steps if when <= one) for one in later)
            leaving = self._chance.randint(0, at_hand // 4)
            target = cell._replace(leaf=self._chance.choice(self._leaves.of(to)))
            steps.append((day, -leaving))
            self._steps[target].append((day, leaving))
            gone += leaving
        return gone

    # -- levels and shares ------------------------------------------------------------------------------

    def _ties(self, name: str) -> Iterator[Level]:
        """Yield what links all: a total of each nation abroad, and of all nations in each theatre."""
        for nation in self._nations:
            yield self._level_of(name, People(nation, ABROAD))
        for theatre in self._theatres:
            yield self._level_of(name, People(EVERYBODY, theatre))

    def _total(self, name: str) -> Level:
        if self._happens(0.5):
            return self._level_of(name, People(self._chance.choice(self._nations), ABROAD))
        return self._level_of(name, People(EVERYBODY, self._place()))

    def _place(self) -> str:
        theatre = self._chance.choice(self._theatres)
        base = self._chance.choice(self._bases(theatre))
        return self._chance.choices((base, self._up[base], theatre), (5, 4, 1))[0]

    def _level(self, name: str) -> Level | Portion:
        everyone = People(self._chance.choice(self._nations), self._place())
        trainers = everyone._replace(role=_TRAINING)
        if self._happens(0.05):
            return self._portion_of(name, trainers, everyone)
        return self._level_of(name, trainers if self._happens(0.15) else everyone)

    def _portion_of(self, name: str, part: People, whole: People) -> Portion | Level:
        day = self._day()
        counted, of = self._count(part, day), self._count(whole, day)
        if of == 0:
            return self._level_of(name, whole)
        tenths = counted * 10 // of
        low, high = Fraction(max(tenths - 1, 0), 10), Fraction(min(tenths + 2, 10), 10)
        return Portion(self._id(name), part, whole, day, low, high)

    def _level_of(self, name: str, people: People) -> Level:
        day = self._day()
        words = self._words(self._count(people, day))
        return Level(self._id(name), people, day, words, *_bounds(words))

    def _words(self, number: int) -> str:
        """Return words for a number: exact, or hedged so that it is among what they let through."""
        if number < _ROUNDED:
            return str(number)
        tenth = number // 10
        hedged = {
            str(number): 35,
            f"about {round(number, 1 - len(str(number)))}": 25,
            f"at least {number - tenth}": 8,
            f"more than {number - tenth - 1}": 5,
            f"up to {number + tenth}": 7,
            f"nearly {number + number // 30 + 1}": 5,
            f"{number - tenth}..{number + tenth}": 10,
            "some": 5,
        }
        words = self._chance.choices(list(hedged), list(hedged.values()))[0]
        low, high = _bounds(words)
        return words if low <= number and (high is None or number <= high) else str(number)


def _bounds(words: str) -> tuple[int, int | None]:
    """Return what words let through; other engines are given these numbers instead of the words."""
    read = Headcount.of(words).bounds("press/1")
    return read.low, read.high
