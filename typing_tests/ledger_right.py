"""What type checkers infer for claims and ledgers, through the front door; read by mypy, never run."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import assert_type

import troopmoves as tm
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import ActivityChange, PostureChange, Presence, ProtectionChange
from troopmoves.entities.place import Area, Base, Country, Region
from troopmoves.quantity.units import QuantityBounds
from troopmoves.solve.admission import LeftOut

# Verbs take models, codes, notation and dates, as functions and as methods of a report.
level = tm.present("CAN", "IRQ", "about 500", when="2020-01-07")
assert_type(level, tm.Claim)
assert_type(level.proposition, Presence | PostureChange | ActivityChange | ProtectionChange | None)
assert_type(tm.present(tm.Nation("CAN"), tm.Country.of("IRQ"), 14, when=date(2020, 1, 7)), tm.Claim)
assert_type(tm.withdraw("USA", origin="IRQ", when="2020-01-06/..", polarity="negated"), tm.Claim)
assert_type(tm.withdraw("USA", origin="IRQ", when=tm.When(), polarity=tm.Polarity.NEGATED), tm.Claim)
assert_type(tm.retract(level, said=tm.Attribution(public=datetime(2020, 1, 7, tzinfo=UTC))), tm.Claim)

report = tm.Report(id="new-arab", published=date(2020, 1, 8))
assert_type(report.present("CAN", "IRQ", "about 500", when="2020-01-07"), tm.Report)
assert_type(report.relocate("CAN", "some", origin="IRQ", to="KWT", when="2020-01-07/..").deny("x"), tm.Report)

# A ledger is asked.
ledger = tm.Ledger([report, level], title="Iraq", notes=["talks", tm.Note(text="more talks")])
assert_type(ledger.add(level, report, notes=["and more"]), tm.Ledger)
assert_type(ledger.claims(nation="CAN", since=date(2020, 1, 7)), tuple[tm.Claim, ...])
assert_type(ledger.entry("can-iraq"), Entry)
assert_type(ledger.known_by("2020-01-08"), tuple[Entry, ...])
assert_type(ledger.places, tuple[Country | Area | Base | Region, ...])
assert_type(ledger.to_rows(), list[dict[str, object]])

state = ledger.state(
    "2020-01-15",
    known=datetime(2020, 1, 8, 18, 0, tzinfo=UTC),
    assuming=tm.Assumptions(),
    plans="done",
    convention=tm.LITERAL,
    carry=timedelta(days=30),
    stances={tm.Stance.ASSERTS, "alleges"},
    categories=["assumed"],
)
assert_type(state, tm.DeploymentState)
assert_type(tm.Assumptions.of(plans=tm.Plans.MAY, carry=tm.UNLIMITED), tm.Assumptions)

# A state is counted, explained and summed up.
answer = state.count("CAN", ["IRQ", tm.Country.of("KWT")])
assert_type(answer, tm.Answer)
assert_type(answer.bounds, tm.Bounds)
assert_type((answer.low, answer.high), tuple[int, int | None])
assert_type(answer.at_least(400), tm.Verdict)
assert_type(answer.high_because[0].contribution, int | Fraction)
assert_type(state.why("CAN", "IRQ"), tm.Explanation)
assert_type(state.holdings, tuple[tm.Answer, ...])
assert_type(state.not_counted, tuple[LeftOut, ...])
assert_type(state.person_time("2020-01-07", date(2020, 1, 15), "CAN"), QuantityBounds)

# Two states are compared; a ledger is checked.
comparison = tm.compare(state, state)
assert_type(comparison, tm.Comparison)
assert_type(comparison.row("CAN", "IRQ").fewer, tm.Verdict)
assert_type(comparison.row().change, tm.ChangeBounds)
assert_type([row.gap for row in comparison.rows], list[int])
assert_type(ledger.check(plans="done"), tm.Findings)
assert_type([finding.kind for finding in ledger.check()], list[tm.FindingKind | None])
