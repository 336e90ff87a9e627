"""Misuse of the rooms `claims` and `ledger` that type checkers reject; read by mypy, never run.

Each line carries the error it must give: an ignore that nothing needs any more is an error itself.
"""

import troopmoves as tm

ledger = tm.Ledger()
state = ledger.state("2020-01-15")
report = tm.Report(id="new-arab")
level = tm.present("CAN", "IRQ", 14, when="2020-01-07")

# Assumptions are chosen by the names there are, with values that fit.
ledger.state("2020-01-15", plan="done")  # type: ignore[call-arg]
ledger.state("2020-01-15", carry=30)  # type: ignore[arg-type]
ledger.state("2020-01-15", "done")  # type: ignore[call-arg]
ledger.check(plan="done")  # type: ignore[call-arg]
tm.Assumptions.of(conventions="press/1")  # type: ignore[call-arg]
ledger.state(7)  # type: ignore[arg-type]

# A ledger holds reports and claims and does not change.
tm.Ledger([level.proposition])  # type: ignore[list-item]
ledger.add("can-iraq")  # type: ignore[arg-type]
ledger.title = "another"  # type: ignore[misc]
level.quote = "fourteen"  # type: ignore[misc]
report.claims.append(level)  # type: ignore[attr-defined]

# Records are built by name, from members and tuples.
tm.Report("new-arab")  # type: ignore[call-arg]
tm.Claim(id="a", polarity="negated")  # type: ignore[arg-type]
tm.Claim(id="a", links=[tm.Link(tm.LinkKind.RETRACTS, "b")])  # type: ignore[arg-type]
tm.Attribution(public="2020-01-07")  # type: ignore[arg-type]

# Verbs name what their kind names: who withdraws leaves a place, who stays leaves none.
tm.withdraw("USA", to="KWT", when="2020-01-06")  # type: ignore[call-arg]
tm.deploy("USA", origin="IRQ", when="2020-01-06")  # type: ignore[call-arg]
tm.maintain("USA", origin="IRQ", at="IRQ", when="2020-01-06")  # type: ignore[call-arg]
tm.present("USA", "IRQ", when="2020-01-06")  # type: ignore[call-arg]
tm.present("USA", "IRQ", 0.5, when="2020-01-06")  # type: ignore[arg-type]
tm.present("USA", "IRQ", 14, when="2020-01-06", temporary=True)  # type: ignore[call-arg]
report.withdraw("USA", to="KWT", when="2020-01-06")  # type: ignore[call-arg]
report.present("USA", "IRQ", when="2020-01-06")  # type: ignore[call-arg]

# An answer is bounds, not a number; two answers have no order.
answer = state.count("CAN", "IRQ")
answer + 1  # type: ignore[operator]
answer < state.count("USA", "IRQ")  # type: ignore[operator]
answer.high + 1  # type: ignore[operator]

# A ledger is not a state.
tm.compare(ledger, ledger)  # type: ignore[arg-type]


def careless(comparison: tm.Comparison) -> str:
    """Take what may have happened for what has: what follows is never reached."""
    if comparison.row("CAN", "IRQ").fewer:
        return "they left"  # type: ignore[unreachable]
    return "they stayed"  # type: ignore[unreachable]


def hasty(found: tm.Answer) -> str:
    """Take "at least" for a bool."""
    return "many" if found.at_least(400) else "few"  # type: ignore[redundant-expr]
