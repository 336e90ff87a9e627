"""Honest ledgers into which false claims, or moves that nobody reports, have been planted.

A falsehood is a claim that the true world contradicts; whether other claims can show that is measured in
`laws.found_out`. To add a falsehood: one method of `Tracker`, its name in `plant`.
"""

from fractions import Fraction
from random import Random
from typing import Final

import attrs
from laws.honest_claims import Author, denials_of, wordings
from laws.strategies_accounts import Case, ledger_of
from laws.true_world import (
    AL_ASAD,
    COALITION,
    DAYS,
    FORCES,
    IRAQ,
    JORDAN,
    KUWAIT,
    NAMED,
    PLACES,
    SPOTS,
    START,
    TOWER_22,
    TRAINING,
    People,
    belongs,
    day,
    lies_in,
)

from troopmoves.claims.assumptions import Plans
from troopmoves.claims.axis import Holds, PostureKind, Progress
from troopmoves.claims.claim import Claim
from troopmoves.claims.proposition import PostureChange, Presence, Whole
from troopmoves.entities.force import Force
from troopmoves.entities.place import DefinitePlace
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.timing.when import When

_LAST_REPORT: Final = DAYS - 20
_ENDS: Final = ((IRAQ, KUWAIT), (KUWAIT, JORDAN), (AL_ASAD, TOWER_22), (JORDAN, IRAQ))
_FEWEST_SHARED: Final = 20
"""People of whom a tenth is more than the rounding of a share to whole persons."""


@attrs.frozen
class Silent:
    """A move that took place and that no claim tells of."""

    people: People
    to: str
    number: int
    on: int
    """The day at the beginning of which they are there."""


@attrs.frozen(kw_only=True)
class Planted:
    """A ledger, the world it was written about, and what has been planted."""

    case: Case
    false: tuple[str, ...] = ()
    """The ids of the false claims."""
    silent: tuple[Silent, ...] = ()
    """The moves that nobody reports."""


class Tracker(Author):
    """Writes what a tracker holds: the same peoples and places on the same few days, over and over."""

    def __init__(self, chance: Random, plans: Plans, *, silent: int = 0) -> None:
        super().__init__(chance, plans, reports_all=not silent)
        self.days = sorted(chance.sample(range(2, _LAST_REPORT), 3))
        self.most_silent = silent
        self.silent: list[Silent] = []

    def write(self) -> list[Claim]:
        """Return honest claims about everything that happened but the silent moves."""
        chance = self.chance
        moves = [move for _ in range(chance.randint(0, 2)) for move in self._happen()]
        for _ in range(self.most_silent):
            self._move_in_silence()
        for move in moves:
            self._report(move)
        for force, place in [self._subject() for _ in range(chance.randint(1, 3))]:
            for on in chance.sample(self.days, chance.randint(2, 3)):
                self._tell(force, place, on, on)
        for _ in range(chance.randint(2, 5)):
            chance.choice((self._level, self._level, self._echo))()
        for _ in range(chance.randint(0, 2)):
            chance.choice((self._share, self._denial))()
        return self.claims

    def _subject(self) -> tuple[Force, DefinitePlace]:
        """Return a force and a place where some of it has been, as a tracker follows them."""
        people = self.chance.choice([one for one, numbers in self.world.counts.items() if any(numbers)])
        forces = [force for force in FORCES if belongs(people, force)]
        return self.chance.choice(forces), self.chance.choice(
            [place for place in PLACES if lies_in(people.spot, place)] or [*PLACES]
        )

    def _level(self) -> None:
        first = self.chance.choice(self.days)
        last = first + self.chance.choice((0, 0, 0, 4))
        self._tell(self.chance.choice(FORCES), self.chance.choice(PLACES), first, last)

    def _echo(self) -> None:
        """Tell once more, in other words or as of a day or two later, what has been told."""
        told = self._told()
        if told:
            force, place, on = self.chance.choice(told)
            later = on + self.chance.choice((0, 0, 2))
            self._tell(force, place, later, later)

    def _tell(self, force: Force, place: DefinitePlace, first: int, last: int) -> None:
        numbers = {self.world.count(force, place, on) for on in range(first, last + 1)}
        exact = [Headcount.of(str(number)) for number in numbers if len(numbers) == 1]
        headcount = self.chance.choice([*exact, self.chance.choice(wordings(*numbers))])
        when = When(earliest=day(first), latest=day(last))
        self._say(Presence(force=force, place=place, headcount=headcount, when=when, holds=Holds.THROUGHOUT))

    def _told(self) -> list[tuple[Force, DefinitePlace, int]]:
        """Return who was told to be where, and on which day."""
        said = [one.proposition for one in self.claims if isinstance(one.proposition, Presence)]
        return [
            (one.force, place, (one.when.earliest - START).days)
            for one in said
            for place in PLACES
            if one.place == place and one.headcount is not None and one.when.earliest is not None
        ]

    def _move_in_silence(self) -> None:
        chance, on = self.chance, self.chance.choice(self.days[1:]) - self.chance.randint(0, 2)
        there = [people for people in self.world.counts if self.world.most(people, on)]
        if not there:
            return
        people = chance.choice(there)
        to = chance.choice([spot for spot in SPOTS if spot != people.spot])
        number = chance.randint(1, self.world.most(people, on))
        self.world.step(people, to, number, on)
        self.silent.append(Silent(people, to, number, on))

    # -- what is false ----------------------------------------------------------------------------------

    def plant(self) -> str | None:
        """Add a claim that the world contradicts and return its id; None if this one would be true."""
        before = len(self.claims)
        lies = (*[self._false_echo] * 6, self._false_level, self._false_share, self._false_move)
        self.chance.choice(lies)()
        return self.claims[-1].id if len(self.claims) > before else None

    def _false_level(self) -> None:
        self._lie(self.chance.choice(FORCES), self.chance.choice(PLACES), self.chance.choice(self.days))

    def _false_echo(self) -> None:
        """Give another number of people whose number has been told, on the same day or near it."""
        told = self._told()
        if told:
            force, place, on = self.chance.choice(told)
            self._lie(force, place, on + self.chance.choice((0, 0, 0, 3)))

    def _lie(self, force: Force, place: DefinitePlace, on: int) -> None:
        number = self.world.count(force, place, on)
        wrong = Headcount.of(str(number + self.chance.choice((9, 40, 300))))
        false = self.chance.choice((wrong, self.chance.choice(denials_of(number))))
        self._say(Presence(force=force, place=place, headcount=false, when=When.of(day(on))))

    def _false_share(self) -> None:
        chance, on = self.chance, self.chance.choice(self.days)
        force, place = chance.choice(FORCES), chance.choice(PLACES)
        part = attrs.evolve(force, role=TRAINING, operation=COALITION)
        whole = attrs.evolve(force, role=None)
        number, everyone = self.world.count(part, place, on), self.world.count(whole, place, on)
        tenth = Fraction(chance.randint(0, 10), 10)
        if everyone >= _FEWEST_SHARED and abs(tenth * everyone - number) >= 1:
            share = Share(low=tenth, high=tenth)
            when = When.of(day(on))
            self._say(Presence(force=part, place=place, share=share, whole=Whole(whole, place), when=when))

    def _false_move(self) -> None:
        chance, code = self.chance, self.chance.choice(NAMED)
        opens = chance.choice(self.days[:-1])
        closes = opens + chance.randint(1, 5)
        if any(
            len(set(numbers[opens : closes + 1])) > 1
            for people, numbers in self.world.counts.items()
            if people.sender == code
        ):
            return
        origin, destination = chance.choice(_ENDS)
        change = PostureChange(
            kind=PostureKind.RELOCATE,
            force=Force.of(code),
            origin=origin,
            destination=destination,
            headcount=Headcount.of(str(chance.choice((14, 60, 200)))),
            when=When(earliest=day(opens), latest=day(closes)),
            progress=Progress.COMPLETED,
        )
        self._say(change)


def case_with_falsehoods(chance: Random, most: int = 3) -> Planted:
    """Return an honest ledger, in which every move is reported, with one to three false claims."""
    author = Tracker(chance, chance.choice(tuple(Plans)))
    author.write()
    wanted = chance.randint(1, most)
    false: list[str] = []
    while len(false) < wanted:
        name = author.plant()
        false += [] if name is None else [name]
    return Planted(case=_case(author, chance), false=tuple(false))


def case_with_silent_moves(chance: Random, most: int = 3) -> Planted:
    """Return an honest ledger about a world in which one to three moves go unreported."""
    author = Tracker(chance, chance.choice(tuple(Plans)), silent=chance.randint(1, most))
    author.write()
    return Planted(case=_case(author, chance), silent=tuple(author.silent))


def _case(author: Tracker, chance: Random) -> Case:
    chance.shuffle(author.claims)
    return Case(ledger_of(author.claims, chance), author.world, author.plans)
