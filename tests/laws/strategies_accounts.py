"""What the laws of the room `solve` draw: honest ledgers with the world they are true of, and any ledgers.

Everything is drawn from one random source, which Hypothesis controls and shrinks, so that the slow laws can
draw the same by number (`honest_case(Random(7))`).
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from random import Random
from typing import NamedTuple

import attrs
from hypothesis import strategies as st
from laws.honest_claims import Author, shares, wordings
from laws.true_world import COALITION, FORCES, PLACES, VAGUE, TrueWorld, day

from troopmoves.claims.assumptions import Plans
from troopmoves.claims.axis import Holds, Polarity, PostureKind, Progress
from troopmoves.claims.claim import Attribution, Claim
from troopmoves.claims.kind import RULES, Denied, End
from troopmoves.claims.proposition import PostureChange, Presence, Whole
from troopmoves.claims.report import Report
from troopmoves.entities.force import Force
from troopmoves.entities.place import Place
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.headcount import Headcount
from troopmoves.timing.when import When


@attrs.frozen(repr=False)
class Case:
    """A ledger, and the world it is true of."""

    ledger: Ledger
    world: TrueWorld
    plans: Plans
    """How plans turned out in this world."""

    def __repr__(self) -> str:
        people = [f"{one}: {numbers}" for one, numbers in self.world.counts.items()]
        return "\n".join([f"plans={self.plans}", *people, *map(repr, self.ledger.entries)])


def ledger_of(claims: list[Claim], chance: Random | None = None) -> Ledger:
    """Return a ledger of the claims, some of them in reports."""
    cut = len(claims) if chance is None else chance.randint(0, len(claims))
    reports = [] if cut == len(claims) else [Report(id="paper", claims=tuple(claims[cut:]))]
    return Ledger([*claims[:cut], *reports], places=PLACES, operations=[COALITION])


def honest_case(chance: Random, *, reports_all: bool = True) -> Case:
    """Return a ledger that is true of a world, in which every move or only some are reported."""
    author = Author(chance, chance.choice(tuple(Plans)), reports_all=reports_all)
    claims = author.write()
    return Case(ledger_of(claims, chance), author.world, author.plans)


# -- any claims ---------------------------------------------------------------------------------------------


class Stage(NamedTuple):
    """The few forces, places and days that a ledger speaks of, so that its claims meet."""

    forces: Sequence[Force]
    places: Sequence[Place]
    days: Sequence[int]


def any_stage(chance: Random) -> Stage:
    """Return a narrow stage, or the whole of it."""
    days = range(41)
    if chance.randint(0, 3) == 0:
        return Stage(FORCES, (*PLACES, *PLACES, *VAGUE), days)
    places = (*chance.sample(PLACES, 3), chance.choice((*PLACES, *VAGUE)))
    return Stage(chance.sample(FORCES, 2), places, sorted(chance.sample(days, 4)))


def any_claim(chance: Random, stage: Stage, number: int) -> Claim:
    """Return a claim about anything, which nothing makes true."""
    public: date | None = chance.choice((None, day(chance.choice(stage.days))))
    draw = chance.choice((any_level, any_level, any_share, any_change))
    proposition: Presence | PostureChange = draw(chance, stage)
    polarity = chance.choice((Polarity.AFFIRMED,) * 5 + (Polarity.NEGATED,))
    if isinstance(proposition, PostureChange):
        if RULES[proposition.kind].denied is Denied.MEANINGLESS:
            polarity = Polarity.AFFIRMED
        if polarity is Polarity.NEGATED or proposition.kind is PostureKind.MAINTAIN:
            public = public or day(stage.days[0])
    name = f"{chance.choice('abcdefgh')}{number}"
    said = Attribution(public=public)
    return Claim(id=name, proposition=proposition, said=said, polarity=polarity)


def any_number(chance: Random) -> Headcount:
    """Return a headcount out of a few that meet again."""
    return chance.choice(wordings(chance.choice((0, 1, 14, 20, 100, 160, 500))))


def any_level(chance: Random, stage: Stage) -> Presence:
    """Return a level."""
    first = chance.choice(stage.days)
    return Presence(
        force=chance.choice(stage.forces),
        place=chance.choice(stage.places),
        headcount=any_number(chance),
        when=When(earliest=day(first), latest=day(first + chance.choice((0, 0, 0, 9)))),
        holds=chance.choice(tuple(Holds)),
    )


def any_share(chance: Random, stage: Stage) -> Presence:
    """Return a share of one force in another, or of one place in another."""
    whole = Whole(chance.choice(stage.forces), chance.choice(stage.places))
    return Presence(
        force=chance.choice(stage.forces),
        place=chance.choice(stage.places),
        share=chance.choice(shares(chance.randint(0, 4), 4)),
        whole=whole,
        when=When.of(day(chance.choice(stage.days))),
    )


def any_change(chance: Random, stage: Stage) -> PostureChange:
    """Return a move of any kind, or a stay."""
    kind = chance.choice(tuple(PostureKind))
    rule = RULES[kind]
    named = [_is_named(chance, end) for end in (rule.origin, rule.destination)]
    if not any(named):
        named[0] = True
    origin = chance.choice(stage.places)
    destination = chance.choice([place for place in (*stage.places, *PLACES) if place != origin])
    first = chance.choice((None, chance.choice(stage.days)))
    last = chance.choice((None, (first or 0) + chance.choice((0, 1, 9))))
    until = None
    if rule.moves and chance.randint(0, 3) == 0:
        until = When.of(day((last or first or 0) + chance.randint(0, 20)))
    by_share = named[0] and chance.randint(0, 4) == 0
    return PostureChange(
        kind=kind,
        force=chance.choice(stage.forces),
        origin=origin if named[0] else None,
        destination=destination if named[1] else None,
        headcount=None if by_share else chance.choice((None, any_number(chance))),
        share=chance.choice(shares(chance.randint(0, 4), 4)) if by_share else None,
        when=When(earliest=None if first is None else day(first), latest=None if last is None else day(last)),
        progress=chance.choice(tuple(Progress)),
        temporary=until is not None,
        until=until,
    )


def _is_named(chance: Random, end: End) -> bool:
    return end is End.REQUIRED or (end is not End.REFUSED and chance.choice((True, True, False)))


def any_ledger(chance: Random, *, most: int = 7) -> Ledger:
    """Return a ledger of any claims, which may contradict each other."""
    stage = any_stage(chance)
    numbers = range(chance.randint(1, most))
    return ledger_of([any_claim(chance, stage, number) for number in numbers], chance)


randoms = st.randoms(use_true_random=False)
honest_cases: st.SearchStrategy[Case] = randoms.map(honest_case)
unreported_cases: st.SearchStrategy[Case] = randoms.map(partial(honest_case, reports_all=False))
any_ledgers: st.SearchStrategy[Ledger] = randoms.map(any_ledger)
