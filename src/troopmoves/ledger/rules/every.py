"""Every rule of the library, in the order of the codes.

To add a rule: one member of `FindingKind` with its code, one class in the module of its topic whose
docstring tells why, an example and the way out, its line here, its rows in docs/reference/findings.md, and
tests that it fires, that it does not on the near miss, and that order does not matter.
"""

from __future__ import annotations

from typing import Final

from troopmoves.ledger.rules.activity import ChangedTwice
from troopmoves.ledger.rules.ceiling import AboveTheCeiling
from troopmoves.ledger.rules.conflict import BrokenDenial, Contradiction, PartsAndWhole, UnexplainedChange
from troopmoves.ledger.rules.day import NeverCounts, SaidAfterReport, ToldTooSoon
from troopmoves.ledger.rules.move import MoveToldTwice, UnequalMove
from troopmoves.ledger.rules.operation import OutsideItsOperation
from troopmoves.ledger.rules.place import SameCoordinates, TwoBases
from troopmoves.ledger.rules.plan import OverduePlan
from troopmoves.ledger.rules.quote import CountAndQuote
from troopmoves.ledger.rules.rule import Rule
from troopmoves.ledger.rules.scope import ScopeDiffers
from troopmoves.ledger.rules.source import EmptyReport, NoSource, ReportTwice
from troopmoves.ledger.rules.takeback import TakenBackByAnother, TakenBackTooSoon
from troopmoves.ledger.rules.total import NotTheSum

RULES: Final[tuple[Rule, ...]] = (
    Contradiction(),
    UnexplainedChange(),
    BrokenDenial(),
    PartsAndWhole(),
    AboveTheCeiling(),
    NotTheSum(),
    UnequalMove(),
    MoveToldTwice(),
    CountAndQuote(),
    ScopeDiffers(),
    ToldTooSoon(),
    SaidAfterReport(),
    OverduePlan(),
    ChangedTwice(),
    NeverCounts(),
    OutsideItsOperation(),
    ReportTwice(),
    TakenBackByAnother(),
    TakenBackTooSoon(),
    EmptyReport(),
    NoSource(),
    TwoBases(),
    SameCoordinates(),
)
"""The rules that `Ledger.check` follows unless others are chosen."""
