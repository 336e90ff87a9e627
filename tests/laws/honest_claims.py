"""Claims that are true of a world: what honest sources would say of it, hedged, late, vague or partial.

Every move of the world is claimed exactly once (or, if wanted, only some are); levels, shares and denials are
claimed at random. What is false is retracted, or said in a way that is not admitted.

To add a form of claim: one method of `Author`, its call in `write`.
"""

from collections.abc import Iterable
from fractions import Fraction
from random import Random
from typing import Final

import attrs
from laws.true_world import (
    COALITION,
    DAYS,
    FORCES,
    HOMES,
    NAMED,
    PLACES,
    SPOTS,
    TRAINING,
    VAGUE,
    People,
    TrueWorld,
    belongs,
    day,
    lies_in,
)

from troopmoves.claims.assumptions import Plans
from troopmoves.claims.axis import PLANS, Basis, Holds, Polarity, PostureKind, Progress, Stance
from troopmoves.claims.claim import Attribution, Claim
from troopmoves.claims.proposition import PostureChange, Presence, Whole
from troopmoves.claims.verb import deny, present, retract
from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import AnyOf, Place, Unspecified
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.timing.when import When

_FORMS: Final = (
    "{}",
    "about {}",
    "nearly {}",
    "just over {}",
    "at least {}",
    "more than {}",
    "at most {}",
    "fewer than {}",
    "up to {}",
)
_WORDS: Final = ("some", "unknown", "zero", "dozens", "hundreds", "thousands")


def _worded(numbers: Iterable[int]) -> list[Headcount]:
    notations = [form.format(figure) for figure in sorted(set(numbers) - {0}) for form in _FORMS]
    return [Headcount.of(notation) for notation in (*notations, *_WORDS) if notation != "nearly 1"]


def wordings(*numbers: int) -> list[Headcount]:
    """Return headcounts that are true of all the numbers under press/1, and so under literal."""
    low, high = min(numbers), max(numbers)
    near = {abs(number + off) for number in numbers for off in (-30, -1, 0, 1, 7, 50)}
    ranges = [Headcount.of(f"{low}..{high + 3}"), Headcount.of(f"about {max(low - 2, 0)}..{high + 1}")]
    return [one for one in (*_worded(near), *ranges) if all(n in one.bounds("press/1") for n in numbers)]


def denials_of(number: int) -> list[Headcount]:
    """Return headcounts that are false of a number under press/1."""
    near = {max(number + off, 1) for off in (-30, -1, 1, 50)}
    return [one for one in _worded(near) if number not in one.bounds("press/1")]


def shares(part: int, whole: int) -> list[Share]:
    """Return shares that a part of a whole is."""
    exact = Fraction(part, whole) if whole else Fraction(1, 2)
    tenth = Fraction(1, 10)
    return [
        Share(low=exact, high=exact),
        Share(low=max(exact - tenth, Fraction(0)), high=min(exact + tenth, Fraction(1))),
        Share(low=exact, high=Fraction(1)),
        Share(low=Fraction(0), high=exact),
    ]


@attrs.frozen(kw_only=True)
class TrueMove:
    """A move as it took place, and what is announced of it."""

    people: People
    to: str
    progress: Progress
    opens: int | None
    closes: int | None
    public: int | None
    announced: int
    moved: int
    until: int | None = None


def is_vague(place: Place | None) -> bool:
    """Return whether a place is left open by the source."""
    return isinstance(place, Unspecified | AnyOf)


def spots_of(place: Place | None) -> frozenset[str]:
    """Return the spots that a place consists of."""
    return frozenset(spot for spot in SPOTS if lies_in(spot, place))


def tells_apart(origin: Place | None, destination: Place | None, source: str, target: str) -> bool:
    """Return whether people who went from one spot to the other went from origin to destination.

    Of two ends one of which holds the other, the larger one means the rest of it, and an end that is not
    named means anywhere else; only a vague destination may be where they were.
    """
    if is_vague(destination):
        return True
    leave, arrive = spots_of(origin), spots_of(destination)
    if destination is None or (origin is not None and leave <= arrive):
        return target not in leave
    return source not in arrive


class Author:
    """Lets a world take its course and writes claims that are true of it."""

    def __init__(self, chance: Random, plans: Plans, *, reports_all: bool = True) -> None:
        self.chance = chance
        self.plans = plans
        self.reports_all = reports_all
        self.world = TrueWorld.drawn(chance)
        self.claims: list[Claim] = []

    def write(self) -> list[Claim]:
        """Return honest claims about everything that happened, in no order."""
        moves = [move for _ in range(self.chance.randint(0, 3)) for move in self._happen()]
        for move in moves:
            if self.reports_all or self.chance.choice((True, False)):
                self._report(move)
        for _ in range(self.chance.randint(1, 5)):
            self.chance.choice((self._level, self._level, self._level, self._share, self._denial))()
        for _ in range(self.chance.randint(0, 2)):
            self.chance.choice((self._not_so, self._falsehood))()
        self.chance.shuffle(self.claims)
        return self.claims

    # -- what happens -----------------------------------------------------------------------------------

    def _happen(self) -> Iterable[TrueMove]:
        chance = self.chance
        people = chance.choice(list(self.world.counts))
        to = chance.choice([spot for spot in SPOTS if spot != people.spot])
        progress = chance.choice(list(Progress))
        opens = chance.choice((None, *range(0, 30, 3)))
        first = 1 if opens is None else opens + 1
        closes = first + chance.randint(0, 8) if opens is None else chance.choice((None, opens, opens + 6))
        public = chance.choice((None, first + chance.randint(-4, 4)))
        available = self.world.most(people, first)
        moved = 0 if self._never_happens(progress) else chance.randint(0, available)
        last, complete = self._by(progress, opens, closes, public)
        announced = moved if complete else chance.randint(moved, moved + 50)
        steps = sorted(chance.randint(first, last) for _ in range(2)) if moved else [first]
        self.world.step(people, to, moved // 2, steps[0])
        self.world.step(people, to, moved - moved // 2, steps[-1])
        move = TrueMove(
            people=people,
            to=to,
            progress=progress,
            opens=opens,
            closes=closes,
            public=public,
            announced=announced,
            moved=moved,
        )
        yield self._come_back(move, last) if chance.choice((True, False)) else move

    def _never_happens(self, progress: Progress) -> bool:
        ignored = self.plans is Plans.IGNORE and progress in PLANS
        return ignored or progress is Progress.CANCELLED

    def _by(
        self, progress: Progress, opens: int | None, closes: int | None, public: int | None
    ) -> tuple[int, bool]:
        """Return the last day on which people arrive, and whether all that was announced must by then."""
        soonest = 1 if opens is None else opens + 1
        end = None if closes is None else max(closes, soonest)
        if progress in PLANS and self.plans is Plans.DONE:
            return (soonest if opens is not None or end is None else end), True
        if progress is Progress.COMPLETED:
            ends = [one for one in (end, None if public is None else public + 1) if one is not None]
            return (max(min(ends), soonest), True) if ends else (DAYS - 1, False)
        if end is None:
            return DAYS - 1, False
        return end, progress is Progress.UNDER_WAY

    def _come_back(self, move: TrueMove, last: int) -> TrueMove:
        until = min(last, DAYS - 9) + self.chance.randint(0, 6)
        arrived = move.people._replace(spot=move.to)
        if until < last or (move.moved and self.world.most(arrived, until + 1) < move.moved):
            return move
        back = {Plans.DONE: move.moved, Plans.IGNORE: 0, Plans.MAY: self.chance.randint(0, move.moved)}
        if move.moved:
            self.world.step(arrived, move.people.spot, back[self.plans], until + 1)
        return attrs.evolve(move, until=until)

    # -- what is said of it -----------------------------------------------------------------------------

    def _report(self, move: TrueMove) -> None:
        origin, destination = self._ends(move)
        force = self.chance.choice(forces_with(move.people))
        headcount: Headcount | None = self.chance.choice([None, *wordings(move.announced)])
        share = None
        if origin is not None and move.opens is not None and self.chance.randint(0, 3) == 0:
            whole = self.world.count(force, origin, move.opens, unnamed_only=True)
            if move.announced <= whole:
                headcount, share = None, self.chance.choice(shares(move.announced, whole))
        opens, closes = (None if number is None else day(number) for number in (move.opens, move.closes))
        change = PostureChange(
            kind=self._kind(move, origin, destination),
            force=force,
            origin=origin,
            destination=destination,
            headcount=headcount,
            share=share,
            when=When(earliest=opens, latest=closes),
            progress=move.progress,
            temporary=move.until is not None or self.chance.choice((True, False)),
            until=None if move.until is None else When.of(day(move.until)),
        )
        self._say(change, public=move.public)

    def _ends(self, move: TrueMove) -> tuple[Place | None, Place | None]:
        source, target = move.people.spot, move.to
        places: list[Place | None] = [None, *PLACES, *VAGUE, *HOMES.values()]
        pairs = [
            (origin, destination)
            for origin in places
            if lies_in(source, origin)
            for destination in places
            if lies_in(target, destination)
            and origin != destination
            and tells_apart(origin, destination, source, target)
            and (move.until is None or tells_apart(destination, origin, target, source))
        ]
        return self.chance.choice(pairs)

    def _kind(self, move: TrueMove, origin: Place | None, destination: Place | None) -> PostureKind:
        arriving = (PostureKind.DEPLOY, PostureKind.REINFORCE)
        leaving = (PostureKind.WITHDRAW, PostureKind.REDUCE)
        kinds = [PostureKind.RELOCATE]
        if destination is None and move.to == move.people.sender:
            kinds.append(PostureKind.REPATRIATE)
        kinds += arriving if destination is not None else ()
        kinds += leaving if origin is not None else ()
        return self.chance.choice(kinds)

    def _level(self) -> None:
        chance, force = self.chance, self.chance.choice(FORCES)
        place: Place = chance.choice((*PLACES, *PLACES, *VAGUE))
        first = chance.randint(0, DAYS - 20)
        last = chance.choice((first, first, first + chance.randint(1, 15)))
        # That a number held on one day of a window binds every day only if all moves are reported.
        holds = chance.choice(tuple(Holds)) if self.reports_all else Holds.THROUGHOUT
        days = range(first, last + 1) if holds is Holds.THROUGHOUT else [chance.randint(first, last)]
        if is_vague(place):
            within = place.options if isinstance(place, AnyOf) else (place,)
            there = min(self.world.count(force, chance.choice(within), on) for on in days)
            numbers = [chance.randint(0, there)]
        else:
            numbers = [self.world.count(force, place, on) for on in days]
        when = When(earliest=day(first), latest=day(last))
        headcount = chance.choice(wordings(*numbers))
        self._say(Presence(force=force, place=place, headcount=headcount, when=when, holds=holds))

    def _share(self) -> None:
        chance, on = self.chance, self.chance.randint(0, DAYS - 20)
        force, place = chance.choice(FORCES), chance.choice(PLACES)
        part, whole = (
            attrs.evolve(force, role=chance.choice((TRAINING, OtherThan(TRAINING))), operation=COALITION),
            attrs.evolve(force, role=None),
        )
        number = self.world.count(part, place, on)
        share = chance.choice(shares(number, self.world.count(whole, place, on)))
        when = When.of(day(on))
        self._say(Presence(force=part, place=place, share=share, whole=Whole(whole, place), when=when))

    def _denial(self) -> None:
        chance, since = self.chance, self.chance.randint(0, DAYS - 20)
        force, place = chance.choice(FORCES), chance.choice(PLACES)
        later = [self.world.count(force, place, on, unnamed_only=True) for on in range(since, DAYS)]
        when = When(earliest=day(since))
        if later == sorted(later):
            kind = chance.choice((PostureKind.WITHDRAW, PostureKind.REDUCE, PostureKind.RELOCATE))
            change = PostureChange(kind=kind, force=force, origin=place, when=when)
            if chance.choice((True, False)):
                least = None if later[0] == 0 else Headcount.of(f"at least {later[0]}")
                stay = PostureKind.MAINTAIN
                change = PostureChange(kind=stay, force=force, destination=place, headcount=least, when=when)
                self._say(change, public=since)
                return
        elif later == sorted(later, reverse=True):
            kind = chance.choice((PostureKind.DEPLOY, PostureKind.REINFORCE, PostureKind.RELOCATE))
            change = PostureChange(kind=kind, force=force, destination=place, when=when)
        else:
            return
        self._say(change, public=chance.choice((since, None)), polarity=Polarity.NEGATED)

    def _not_so(self) -> None:
        force, place = self.chance.choice(FORCES), self.chance.choice(PLACES)
        on = self.chance.randint(0, DAYS - 1)
        wrong = self.chance.choice(denials_of(self.world.count(force, place, on)))
        level = Presence(force=force, place=place, headcount=wrong, when=When.of(day(on)))
        if self.chance.choice((True, False)):
            self._say(level, polarity=Polarity.NEGATED)
        else:
            self._say(level, stance=Stance.ALLEGES)
            self.claims.append(deny(self.claims[-1], id=self._name()))

    def _falsehood(self) -> None:
        force, place = self.chance.choice(FORCES), self.chance.choice(PLACES)
        when, name = day(self.chance.randint(0, DAYS - 1)), self._name()
        if self.chance.choice((True, False)):
            wrong = present(force, place, 9_999, when=when, id=name)
            self.claims += [wrong, retract(wrong, id=f"{name}-not")]
        else:
            self.claims.append(present(force, place, 9_999, when=when, basis=Basis.STANDBY, id=name))

    def _say(
        self,
        proposition: Presence | PostureChange,
        *,
        public: int | None = None,
        polarity: Polarity = Polarity.AFFIRMED,
        stance: Stance = Stance.ASSERTS,
    ) -> None:
        said = Attribution(public=None if public is None else day(public))
        claim = Claim(id=self._name(), proposition=proposition, said=said, polarity=polarity, stance=stance)
        self.claims.append(claim)

    def _name(self) -> str:
        return f"{self.chance.choice('abcdefgh')}{len(self.claims)}"


def forces_with(people: People) -> list[Force]:
    """Return forces that a claim about a move of these people could name."""
    forces = [force for force in FORCES if belongs(people, force, unnamed_only=True)]
    if people.sender in NAMED:
        forces.append(Force(nation=Nation(people.sender)))
    return forces
