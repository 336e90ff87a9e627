"""What the laws of the room `solve` draw: honest ledgers with the world they are true of, and any ledgers.

Everything is drawn from one random source, which Hypothesis controls and shrinks, so that the slow laws can draw
the same by number (`honest_case(Random(7))`).
"""

from random import Random

import attrs
from hypothesis import strategies as st
from laws.honest_claims import Author, denials_of, shares, wordings
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


def honest_case(chance: Random, plans: Plans | None = None) -> Case:
    """Return a ledger that is true of a world."""
    author = Author(chance, chance.choice(tuple(Plans)) if plans is None else plans)
    claims = author.write()
    return Case(ledger_of(claims, chance), author.world, author.plans)


# -- any claims ---------------------------------------------------------------------------------------------


def any_claim(chance: Random, number: int) -> Claim:
    """Return a claim about anything, which nothing makes true."""
    said = Attribution(public=chance.choice((None, day(chance.randint(0, 40)))))
    name = f"{chance.choice('abcdefgh')}{number}"
    proposition: Presence | PostureChange = chance.choice((any_level, any_level, any_share, any_change))(chance)
    polarity = chance.choice((Polarity.AFFIRMED,) * 5 + (Polarity.NEGATED,))
    if isinstance(proposition, PostureChange) and RULES[proposition.kind].denied is Denied.MEANINGLESS:
        polarity = Polarity.AFFIRMED
    if isinstance(proposition, PostureChange) and proposition.when.earliest is None:
        polarity = Polarity.AFFIRMED
    return Claim(id=name, proposition=proposition, said=said, polarity=polarity)


def any_number(chance: Random) -> Headcount:
    """Return a headcount out of a few that meet again."""
    return chance.choice(wordings(chance.choice((0, 1, 14, 20, 100, 160, 500))))


def any_level(chance: Random) -> Presence:
    """Return a level."""
    first = chance.randint(0, 40)
    return Presence(
        force=chance.choice(FORCES),
        place=chance.choice((*PLACES, *PLACES, *PLACES, *VAGUE)),
        headcount=any_number(chance),
        when=When(earliest=day(first), latest=day(first + chance.choice((0, 0, 0, 9)))),
        holds=chance.choice(tuple(Holds)),
    )


def any_share(chance: Random) -> Presence:
    """Return a share of one force in another, or of one place in another."""
    share = chance.choice(shares(chance.randint(0, 4), 4))
    part, whole = chance.choice(FORCES), chance.choice(FORCES)
    return Presence(
        force=part,
        place=chance.choice(PLACES),
        share=share,
        whole=Whole(whole, chance.choice(PLACES)),
        when=When.of(day(chance.randint(0, 40))),
    )


def any_change(chance: Random) -> PostureChange:
    """Return a move of any kind, or a stay."""
    kind = chance.choice(tuple(PostureKind))
    rule = RULES[kind]
    origin, destination = chance.sample((*PLACES, *PLACES, *VAGUE), 2)
    while origin == destination:
        destination = chance.choice(PLACES)
    first = chance.choice((None, chance.randint(0, 40)))
    last = chance.choice((None, (first or 0) + chance.choice((0, 1, 9))))
    named = [_named(chance, end) for end in (rule.origin, rule.destination)]
    if not any(named):
        named[0] = True
    until = None
    if rule.moves and chance.randint(0, 3) == 0:
        until = When.of(day((last or first or 0) + chance.randint(0, 20)))
    share = named[0] and chance.randint(0, 4) == 0
    return PostureChange(
        kind=kind,
        force=chance.choice(FORCES),
        origin=origin if named[0] else None,
        destination=destination if named[1] else None,
        headcount=None if share else chance.choice((None, any_number(chance))),
        share=chance.choice(shares(chance.randint(0, 4), 4)) if share else None,
        when=When(
            earliest=None if first is None else day(first), latest=None if last is None else day(last)
        ),
        progress=chance.choice(tuple(Progress)),
        temporary=until is not None,
        until=until,
    )


def _named(chance: Random, end: End) -> bool:
    return end is End.REQUIRED or (end is not End.REFUSED and chance.choice((True, True, False)))


def any_ledger(chance: Random, *, most: int = 7) -> Ledger:
    """Return a ledger of any claims, which may contradict each other."""
    return ledger_of([any_claim(chance, number) for number in range(chance.randint(0, most))], chance)


randoms = st.randoms(use_true_random=False)
honest_cases: st.SearchStrategy[Case] = randoms.map(honest_case)
any_ledgers: st.SearchStrategy[Ledger] = randoms.map(any_ledger)
