"""What sort of people are counted: forces against every kind of person that there could be.

People are listed one by one here, by every combination of facets, and counted by their own words; the engine
divides a force only as far as claims tell its people apart. Both must say the same.
"""

from datetime import date
from itertools import product
from math import ceil, floor
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws.honest_claims import wordings

from troopmoves.claims.verb import present, relocate
from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.scope import Personnel, Setting, Tasking, Tenure
from troopmoves.ledger.ledger import Ledger
from troopmoves.solve.overlap import same_people

USA = Nation("USA")
KFOR = Operation(id="kfor", name="KFOR")
DAY = date(2020, 1, 7)
PLACES = ("IRQ", "KWT")


class Kind(NamedTuple):
    """People who are alike in all that a force can say of them; `not_said` is: none of the words fits."""

    personnel: Personnel
    tenure: Tenure
    setting: Setting
    mission: str
    trains: bool


KINDS = [
    Kind(*facets)
    for facets in product(
        Personnel, Tenure, (Setting.ASHORE, Setting.AFLOAT), ("", "kfor", "another"), (False, True)
    )
]
"""Everyone is ashore or afloat, and on a mission or not; a person need be neither soldier nor permanent."""


def belongs(kind: Kind, force: Force) -> bool:
    """Return whether people are among those whom a force counts, by its words one by one."""
    wanted = {
        Tasking.NOT_SAID: True,
        Tasking.WITH_MISSION: kind.mission != "",
        Tasking.WITHOUT_MISSION: kind.mission == "",
    }
    return (
        force.personnel in (Personnel.NOT_SAID, kind.personnel)
        and force.tenure in (Tenure.NOT_SAID, kind.tenure)
        and force.setting in (Setting.NOT_SAID, kind.setting)
        and wanted[force.tasking]
        and (force.operation is None or kind.mission == "kfor")
        and (force.role is None or kind.trains == (force.role == "training"))
    )


@st.composite
def forces(draw: st.DrawFn) -> Force:
    """Draw a force that says something of a few facets."""
    operation = draw(st.sampled_from((None, None, None, KFOR)))
    tasking = [one for one in Tasking if operation is None or one is not Tasking.WITHOUT_MISSION]
    return Force(
        nation=USA,
        operation=operation,
        role=draw(st.sampled_from((None, None, "training", OtherThan("training")))),
        personnel=draw(st.sampled_from((Personnel.NOT_SAID, *Personnel))),
        tenure=draw(st.sampled_from((Tenure.NOT_SAID, *Tenure))),
        setting=draw(st.sampled_from((Setting.NOT_SAID, *Setting))),
        tasking=draw(st.sampled_from((Tasking.NOT_SAID, *tasking))),
    )


worlds = st.dictionaries(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(PLACES)), st.integers(0, 300), min_size=1, max_size=5
)
"""How many of which kind are where."""


def counted(world: dict[tuple[Kind, str], int], force: Force, place: str) -> int:
    """Return how many of a force are at a place."""
    return sum(number for (kind, at), number in world.items() if at == place and belongs(kind, force))


@st.composite
def honest(draw: st.DrawFn, world: dict[tuple[Kind, str], int]) -> Ledger:
    """Draw claims that are true of a world: levels before some people move, the move, levels after it."""
    after = dict(world)
    claims = []
    kind, origin = draw(st.sampled_from(sorted(world)))
    goal = next(place for place in PLACES if place != origin)
    moved = draw(st.integers(0, world[kind, origin]))
    after[kind, origin] -= moved
    after[kind, goal] = after.get((kind, goal), 0) + moved
    said = draw(forces().filter(lambda force: belongs(kind, force)))
    claims.append(
        relocate(said, moved, origin=origin, to=goal, when="2020-01-09", progress="completed", id="move")
    )
    for number in range(draw(st.integers(1, 6))):
        now, day = draw(st.sampled_from(((world, "2020-01-07"), (after, "2020-01-15"))))
        force, place = draw(forces()), draw(st.sampled_from(PLACES))
        told = draw(st.sampled_from(wordings(counted(now, force, place))))
        claims.append(present(force, place, told, when=day, id=f"level-{number}"))
    return Ledger(claims)


@given(st.data(), worlds)
def test_truth_is_inside_the_bounds_of_every_scope(
    data: st.DataObject, world: dict[tuple[Kind, str], int]
) -> None:
    """Whoever is counted by honest claims and by the question, the answer does not exclude what is so."""
    state = data.draw(honest(world)).state("2020-01-07")
    for _ in range(3):
        force, place = data.draw(forces()), data.draw(st.sampled_from(PLACES))
        assert counted(world, force, place) in state.count(force, place).bounds


@given(st.data(), worlds)
def test_honest_figures_of_different_scope_never_conflict(
    data: st.DataObject, world: dict[tuple[Kind, str], int]
) -> None:
    """Only figures that count the same people can clash, and true ones do not."""
    assert data.draw(honest(world)).check(rules=["TM1"]) == ()


@given(st.lists(st.tuples(forces(), st.integers(0, 300), st.integers(1, 90)), max_size=5), forces())
def test_bounds_are_those_over_every_kind_of_person(told: list[tuple[Force, int, int]], asked: Force) -> None:
    """A division no finer than needed loses nothing: a linear program over all kinds says the same."""
    optimize = pytest.importorskip("scipy.optimize")
    limits = [(low, low + width) for _, low, width in told]
    ledger = Ledger(
        [
            present(force, "IRQ", f"{low}..{high}", when=DAY, id=f"level-{number}")
            for number, ((force, *_), (low, high)) in enumerate(zip(told, limits, strict=True))
        ]
    )
    rows = [[float(belongs(kind, force)) for kind in KINDS] for force, _, _ in told]
    goal = [float(belongs(kind, asked)) for kind in KINDS]
    most = {
        "A_ub": rows + [[-one for one in row] for row in rows] or None,
        "b_ub": [high for _, high in limits] + [-low for low, _ in limits] or None,
    }
    least = optimize.linprog(goal, **most)
    if least.status == 2:  # nobody could be counted so
        assert ledger.check(rules=["TM1"]).of("TM101")
        return
    bounds = ledger.state(DAY).count(asked, "IRQ").bounds
    greatest = optimize.linprog([-one for one in goal], **most)
    assert bounds.low == ceil(least.fun - 1e-6)
    assert bounds.high == (None if greatest.status == 3 else floor(-greatest.fun + 1e-6))


@given(forces(), forces())
def test_part_and_whole_are_so_of_every_kind_of_person(one: Force, other: Force) -> None:
    """All people of a part are of the whole, and two forces that share nobody have none in common."""
    mine, theirs = ({kind for kind in KINDS if belongs(kind, force)} for force in (one, other))
    assert not one.is_part_of(other) or mine <= theirs
    assert same_people(one, other) == bool(mine & theirs)
