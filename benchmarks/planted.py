"""What a check finds of what is planted: false claims, and moves that nobody reports.

    python benchmarks/planted.py [LEDGERS]

The ledgers are those of `tests/laws/test_planted_laws.py`, drawn by number (300 unless another number is
given), so that every run prints the same tables; they stand in docs/ideas/measured.md. Needs scipy, which
says what other claims can show.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Final, TypeAlias

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from laws.found_out import (
    AnythingMoved,
    found_out,
    is_inside,
    is_told_by,
    questions_about,
    shown,
)
from laws.linear_program import LinearProgram
from laws.planted_claims import Planted, case_with_falsehoods, case_with_silent_moves
from laws.true_world import drawn_terms

from troopmoves.claims.assumptions import UNLIMITED, Assumptions
from troopmoves.ledger.finding import Finding

LEDGERS: Final = 300
QUESTIONS: Final = 5
Drawn: TypeAlias = tuple[Planted, Assumptions, list[Finding], Random]
CARRIES: Final = {"0 days": timedelta(0), "20 days": timedelta(days=20), "UNLIMITED": UNLIMITED}


def drawn(draw: Callable[[Random], Planted], ledgers: int, carry: timedelta) -> Iterator[Drawn]:
    """Yield ledgers with what has been planted, the assumptions, and what a check by them finds."""
    for number in range(ledgers):
        chance = Random(number)
        planted = draw(chance)
        assumptions = Assumptions.of(plans=planted.case.plans, carry=carry)
        findings = list(planted.case.ledger.check(rules=["TM1"], assuming=assumptions))
        yield planted, assumptions, findings, chance


def falsehoods(ledgers: int, carry: timedelta) -> Counter[str]:
    """Count what becomes of false claims."""
    seen: Counter[str] = Counter()
    for planted, assumptions, findings, chance in drawn(case_with_falsehoods, ledgers, carry):
        contradicted = found_out(AnythingMoved, planted, assumptions)
        exposed = found_out(LinearProgram, planted, assumptions)
        named = {claim for one in findings for claim in one.claims} & {*planted.false}
        seen["false claims"] += len(planted.false)
        seen["contradicted"] += len(contradicted)
        seen["of these found"] += len(contradicted & named)
        seen["exposed by inertia"] += len(exposed - contradicted)
        seen["of those found"] += len((exposed - contradicted) & named)
        seen["findings"] += len(findings)
        seen["without a false claim"] += sum(not {*one.claims} & {*planted.false} for one in findings)
        if contradicted == {*planted.false}:
            view = planted.case.ledger.view(assumptions)
            for terms in (drawn_terms(chance) for _ in range(QUESTIONS)):
                seen["questions"] += 1
                seen["truth inside"] += is_inside(planted.case.world.answer(terms), view.bounds(terms))
    return seen


def silent_moves(ledgers: int, carry: timedelta) -> Counter[str]:
    """Count what becomes of moves that nobody reports."""
    seen: Counter[str] = Counter()
    for planted, assumptions, findings, _ in drawn(case_with_silent_moves, ledgers, carry):
        view, world = planted.case.ledger.view(assumptions), planted.case.world
        needed = shown(planted, assumptions)
        for silent in planted.silent:
            told = any(is_told_by(one, silent) for one in findings)
            inside = all(is_inside(world.answer(each), view.bounds(each)) for each in questions_about(silent))
            seen["silent moves"] += 1
            seen["told as a change"] += told
            seen["else inside the bounds"] += inside and not told
            seen["else outside"] += not inside and not told
            seen["of these shown by claims"] += not inside and not told and silent in needed
    return seen


def main() -> None:
    """Print both tables, one row per carry."""
    ledgers = int(sys.argv[1]) if len(sys.argv) > 1 else LEDGERS
    for count in (falsehoods, silent_moves):
        rows = {name: count(ledgers, carry) for name, carry in CARRIES.items()}
        columns = list(dict.fromkeys(column for row in rows.values() for column in row))
        print(f"\n{ledgers} ledgers\n")
        print(f"| carry | {' | '.join(columns)} |")
        print(f"|---|{'---|' * len(columns)}")
        for name, row in rows.items():
            print(f"| {name} | {' | '.join(f'{row[column]:,}' for column in columns)} |")


if __name__ == "__main__":
    main()
