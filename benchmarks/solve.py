"""What it costs to ask: troopmoves beside HiGHS, scipy and any other engine, on the same random ledgers.

    python benchmarks/solve.py --quick
    python benchmarks/solve.py --engine FOLDER --only load memory

All engines run in this process, one after the other, on the same plain claims; every ratio is ours / theirs.
README.md beside this file says what is measured and how the answers are compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from platform import python_version
from random import Random
from typing import Final

from engines.contest import compared, run
from engines.drawn import many_components, one_component
from engines.measure import kept_by, ratio, seconds, table, target, timed
from engines.ours import ASSUMPTIONS, Counted, Ours, Reasoned
from engines.plain import Component, Drawn, Engine, Level
from engines.plan import Plan, planned, solvers

import troopmoves as tm
from troopmoves.ledger.ledger import Ledger

SHAPES: Final = {"levels only": 0.0, "a fifth are moves": 0.2}
"""What part of the claims of one large component tells of moves."""


# -- many components ----------------------------------------------------------------------------------------


def many(plan: Plan) -> None:
    """Find every conflict and every bound of a ledger of many components."""
    drawn = many_components(plan.components, plan.size, seed=plan.seed, false_in=0.1)
    asked = sum(len(one.questions) for one in drawn.components)
    false = sum(len(one.false) for one in drawn.components)
    print(f"\nmany: {plan.components:,} components of {plan.size} claims; {asked:,} questions")
    ours, solved = run(Ours(), drawn), [run(engine, drawn) for engine in solvers()]
    print(compared(drawn, ours, [*solved, *(run(engine, drawn) for engine in plan.other())]))
    print(f"  {ours.conflicts} conflicts found, where {false} claims are false; to find them is our load")
    for other in solved:
        print(target(f"conflicts and bounds / bounds by {other.name}", ours.whole / other.whole, 0.5))
    if find_spec("scipy") is not None:
        from engines.linprog import Linprog  # noqa: PLC0415 (may be missing)

        few = Drawn(drawn.up, tuple(_asked(one, 5) for one in drawn.components[:5]))
        print("  of the first five components, the first five questions:")
        print(compared(few, run(Ours(), few), [run(Linprog(), few)]))


def _asked(component: Component, questions: int) -> Component:
    return component._replace(questions=component.questions[:questions])


def _asked_once(drawn: Drawn) -> Drawn:
    return Drawn(drawn.up, tuple(_asked(one, 1) for one in drawn.components))


# -- one component ------------------------------------------------------------------------------------------


def question(plan: Plan) -> None:
    """Ask one large component, both ends of one count on one day."""
    for shape, moves in SHAPES.items():
        drawn = one_component(plan.question, seed=plan.seed, moves=moves)
        print(f"\nquestion: one component of {plan.question:,} claims, {shape}")
        ours = run(Ours(), drawn)
        solved = [run(engine, drawn) for engine in solvers()]
        others = [run(engine, drawn) for engine in (Reasoned(), Counted(), *plan.other())]
        print(compared(drawn, ours, [*solved, *others]))
        for other in solved:
            print(target(f"a question / by {other.name}", ours.each / other.each, 0.5))


def load(plan: Plan) -> None:
    """Load one large component, as far as its first answer."""
    for shape, moves in SHAPES.items():
        print(f"\nload: one component, as far as its first answer, {shape}")
        engines: list[Engine] = [Ours(), *plan.other()]
        times: dict[str, list[float]] = {engine.name: [] for engine in engines}
        sizes = dict.fromkeys(plan.load)
        for size in sizes:
            drawn = _asked_once(one_component(size, seed=plan.seed, moves=moves))
            for engine in engines:
                took = times[engine.name]
                if _expected(size, list(zip(sizes, took, strict=False))) <= plan.patience:
                    took.append(run(engine, drawn).whole)
        _print_loads(plan, times)


def _expected(size: int, before: list[tuple[int, float]]) -> float:
    """Return how long a loading may take, if time grows with the square of the size."""
    return before[-1][1] * (size / before[-1][0]) ** 2 if before else 0.0


def _print_loads(plan: Plan, times: dict[str, list[float]]) -> None:
    (ours, mine), *others = times.items()
    rows = [
        (f"{size:,}", *(seconds(took[row]) if row < len(took) else "-" for took in times.values()))
        for row, size in enumerate(plan.load)
    ]
    print(table(("claims", *times), rows))
    for name, took in others:
        both = min(len(mine), len(took))
        size, found = plan.load[both - 1], mine[both - 1] / took[both - 1]
        print(target(f"{ours}, {size:,} claims / by {name}", found, 0.2))


def memory(plan: Plan) -> None:
    """Weigh what an engine keeps of a ledger after its first answers."""
    one = {
        f"one component, {shape}": one_component(plan.memory, seed=plan.seed, moves=moves)
        for shape, moves in SHAPES.items()
    }
    several = {f"{plan.grown} components": many_components(plan.grown, plan.size, seed=plan.seed)}
    print("\nmemory: bytes of Python objects for each claim, after the first answers")
    rows, lines = [], []
    for shape, drawn in (one | several).items():
        weights: list[float] = []
        for engine in (Ours(), *plan.other()):
            read, solved = _weight(engine, _asked_once(drawn))
            weights.append(read + solved)
            rows.append(
                (f"{shape}, {engine.name}", f"{read:,.0f}", f"{solved:,.0f}", f"{read + solved:,.0f}")
            )
        lines += [target(f"memory, {shape} / by the other", weights[0] / other, 1.0) for other in weights[1:]]
    print("\n".join([table(("", "claims", "solved", "both"), rows), *lines]))


def _weight(engine: Engine, drawn: Drawn) -> tuple[float, float]:
    """Return what an engine keeps for each claim: for having read it, and for having solved it."""

    def solve() -> None:
        engine.load()
        for one in drawn.components:
            engine.bounds(one, one.questions)

    return kept_by(lambda: engine.read(drawn)) / drawn.size, kept_by(solve) / drawn.size


# -- growing ------------------------------------------------------------------------------------------------


def grown(plan: Plan) -> None:
    """Add one claim to a ledger of many components that has been solved."""
    drawn = _asked_once(many_components(plan.grown, plan.size, seed=plan.seed))
    ours = Ours()
    run(ours, drawn)
    before, claim = ours.ledger, ours.claim(_said_again(drawn.components[0]))
    solved = ours.view.accounts()
    print(f"\ngrown: one claim added to {drawn.size:,} in {plan.grown} components, all solved before")
    added = _steps(ours, drawn, lambda: before.add(claim))
    again = [account for account in ours.view.accounts() if not any(account is one for one in solved)]
    afresh = _steps(ours, drawn, lambda: Ledger([*before.reports, claim]))
    rows = [
        (name, seconds(one), seconds(other), ratio(one / other))
        for (name, one), other in zip(added.items(), afresh.values(), strict=True)
    ]
    print(table(("", "added", "afresh", "ratio"), rows))
    print(f"  solved again because of it: {len(again)} of {plan.grown} components")


def _steps(ours: Ours, drawn: Drawn, make: Callable[[], Ledger]) -> dict[str, float]:
    """Return how long it takes to make a ledger, and to ask and check it for the first time."""
    first, second, *_ = drawn.components
    ours.ledger, making = timed(make)
    return {
        "make the ledger": making,
        "ask about the component with the claim": timed(lambda: ours.bounds(first, first.questions))[1],
        "ask about another component": timed(lambda: ours.bounds(second, second.questions))[1],
        "check for conflicts": timed(lambda: ours.ledger.check(rules=["TM1"], assuming=ASSUMPTIONS))[1],
    }


def _said_again(component: Component) -> Level:
    """Return a level of a component as somebody else would say it again."""
    level = next(claim for claim in component.claims if isinstance(claim, Level))
    return level._replace(id=f"{level.id}-again")


# -- through time -------------------------------------------------------------------------------------------


def series(plan: Plan) -> None:
    """Follow levels of one nation and place, with no moves between them, and check them."""
    for carry in (timedelta(days=365), timedelta(0)):
        print(f"\nseries: weekly levels of one nation and place, no moves, a carry of {carry.days} days")
        rows = []
        for length in plan.series:
            days = [date(1990, 1, 1) + timedelta(weeks=week) for week in range(length)]
            ledger = _ledger_of(days, Random(plan.seed))
            found, following = timed(partial(ledger.series, "USA", "DEU", days[0], days[-1], carry=carry))
            findings, checking = timed(partial(ledger.check, rules=["TM1"], carry=carry))
            points = f"{len(found.points):,}"
            rows.append((f"{length:,}", seconds(following), points, seconds(checking), f"{len(findings):,}"))
        print(table(("levels", "series", "points", "check", "findings"), rows))


def _ledger_of(days: Sequence[date], chance: Random) -> Ledger:
    levels = [tm.present("USA", "DEU", chance.randint(30_000, 33_000), when=day, id=f"{day}") for day in days]
    return Ledger([tm.Report(id="weekly", published=days[-1], claims=tuple(levels))])


# -- running ------------------------------------------------------------------------------------------------

TARGETS: Final[tuple[Callable[[Plan], None], ...]] = (many, question, load, memory, grown, series)


def main() -> None:
    """Measure what was asked for."""
    plan, only = planned(__doc__, [measure.__name__ for measure in TARGETS])
    print(
        f"Python {python_version()}, {', '.join(map(_version, ('troopmoves', 'highspy', 'scipy')))}; {plan}"
    )
    run(Ours(), many_components(2, 20, seed=plan.seed))  # what is made on first use is made now
    for measure in TARGETS:
        if measure.__name__ in only:
            measure(plan)


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"no {package}"


if __name__ == "__main__":
    main()
