"""Random ledgers that are like real ones: many small components, or a large one.

In each theatre there are a host country with bases, and a neighbour with one; all theatres lie abroad. What
is said of the people there is drawn by `World`. The same seed gives the same ledger.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Final

from engines.plain import Claim, Drawn, People, Question, peoples_of
from engines.world import ABROAD, World

_SENDERS: Final = (
    "ALB AUS AUT BEL BGR CAN CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA JPN KOR LTU LUX "
    "LVA MDA MKD MLT MNE NLD NOR NZL POL PRT ROU SRB SVK SVN SWE TUR UKR USA BRA ARG CHL IND PAK BGD"
)
_HOSTS: Final = "IRQ SYR SAU BHR OMN DJI KEN MLI TCD SEN LBN EGY TUN AFG TJK GEO AZE MNG LKA VNM"
_NEIGHBOURS: Final = "KWT JOR QAT ARE YEM SOM UGA NER NGA GHA ISR LBY DZA UZB KGZ ARM KAZ NPL MMR THA"
_BASES: Final = 3
_A_YEAR: Final = 365

NATIONS: Final = tuple(_SENDERS.split())
"""Whose people are counted."""
THEATRES: Final = {
    f"theatre-{number}": ends
    for number, ends in enumerate(zip(_HOSTS.split(), _NEIGHBOURS.split(), strict=True))
}
"""Where, each with the host country and its neighbour."""


def ground(theatres: Iterable[str]) -> dict[str, str]:
    """Return the place that each place of some theatres lies in."""
    up: dict[str, str] = {}
    for theatre in theatres:
        host, neighbour = THEATRES[theatre]
        up |= {f"{host}-{base}": host for base in range(_BASES)}
        up |= {f"{neighbour}-0": neighbour, host: theatre, neighbour: theatre, theatre: ABROAD}
    return up


def many_components(
    components: int, claims: int, *, seed: int, asked: int = 2, false_in: float = 0.0
) -> Drawn:
    """Return a ledger of many components: each the people of one nation in one theatre.

    Args:
        components: How many.
        claims: How many claims each of them has.
        seed: By which it is drawn.
        asked: On how many days everything is asked that a claim speaks of.
        false_in: In what part of the components one claim is false.
    """
    pairs = [(nation, theatre) for theatre in THEATRES for nation in NATIONS]
    if components > len(pairs):
        raise SystemExit(f"at most {len(pairs)} components can be drawn, not {components}")
    up = ground(THEATRES)
    drawn = []
    for nation, theatre in pairs[:components]:
        name = f"{nation}-{theatre}"
        chance = Random(f"{seed}/{name}")
        world = World(chance, up, [nation], [theatre], _A_YEAR)
        one = world.component(name, claims)
        one = world.with_a_false_claim(one) if chance.random() < false_in else one
        days = sorted(chance.sample(range(_A_YEAR), asked))
        questions = (Question(people, day) for day in days for people in _spoken_of(one.claims))
        drawn.append(one._replace(questions=tuple(questions)))
    return Drawn(up, tuple(drawn))


def one_component(claims: int, *, seed: int, moves: float = 0.2, asked: int = 30, on: int = 5) -> Drawn:
    """Return a ledger of one component: nations in theatres, about 50 claims for each pair, tied by totals.

    Args:
        claims: How many claims.
        seed: By which it is drawn.
        moves: What part of the claims tells of moves.
        asked: How many questions are asked.
        on: On how many days.
    """
    side = max(1, round((claims / 100) ** 0.5))
    theatres = list(THEATRES)[:side]
    nations = NATIONS[: max(2, claims // (50 * len(theatres)))]
    up, chance = ground(theatres), Random(f"{seed}/{claims}")
    one = World(chance, up, nations, theatres, _A_YEAR).component("all", claims, moves=moves, totals=0.1)
    days, peoples = sorted(chance.sample(range(_A_YEAR), on)), _spoken_of(one.claims)
    questions = (Question(chance.choice(peoples), chance.choice(days)) for _ in range(asked))
    return Drawn(up, (one._replace(questions=tuple(questions)),))


def _spoken_of(claims: Iterable[Claim]) -> list[People]:
    return sorted({people for claim in claims for people in peoples_of(claim)})
