"""What a rule is, and what it is given to look at.

A rule has a code, a name, a severity and a summary, and a method that yields findings. The library's own
rules have codes that begin with TM; yours may not::

    class TooFewSources:
        code, name, severity = "DESK1", "too few sources", Severity.INFO
        summary = "a large figure that only one report gives"

        def findings(self, checked: Checked) -> Iterable[Finding]:
            for entry in checked.standing:
                if ...:
                    yield checked.finding(self, "only one report says so", [checked.involved(entry)])

    ledger.check(rules=[*RULES, TooFewSources()])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Protocol, TypedDict, Unpack, final

import attrs

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.axis import Basis, Polarity
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import Presence
from troopmoves.claims.report import Report
from troopmoves.entities.place import DefinitePlace
from troopmoves.ledger.finding import Finding, Firmness, Involved, Severity
from troopmoves.ledger.names import Label, Names
from troopmoves.ledger.state import DeploymentState
from troopmoves.ledger.wording import words_of
from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.convention import LITERAL, read
from troopmoves.quantity.headcount import Headcount
from troopmoves.solve.account import Account
from troopmoves.solve.admission import hidden_by
from troopmoves.solve.engine import View
from troopmoves.timing.when import day_of


class Rule(Protocol):
    """Something that `Ledger.check` looks for.

    A rule should name its reason in every finding, tell the near miss apart, and stay silent where it
    cannot know: an editor who is told too much reads nothing.
    """

    @property
    def code(self) -> str:
        """The stable code: capital letters, then figures; TM is the library's own."""

    @property
    def name(self) -> str:
        """What it is called, in a few words."""

    @property
    def severity(self) -> Severity:
        """How much its findings matter, as a rule."""

    @property
    def summary(self) -> str:
        """What it finds, in a line."""

    def findings(self, checked: Checked) -> Iterable[Finding]:
        """Yield what is to be looked at; the order of reports and claims must not matter."""


class More(TypedDict, total=False):
    """What a finding may say beside its message and claims."""

    about: Sequence[str]
    """The ids of reports or places that it is about."""
    severity: Severity
    """How much it matters, where that is not what the rule says."""
    gap: int
    """How many persons are between what is stated and what is left."""
    firmness: Firmness
    """Whether it stands by the words themselves."""
    set_aside: Sequence[str]
    """The claims of which one is set aside."""
    because: str
    """What has been done about it."""
    look: str
    """What to look at next."""


@final
@attrs.frozen(kw_only=True)
class Checked:
    """The ledger that is checked, under one set of assumptions, as rules see it."""

    view: View
    """The claims as the engine takes them; what it has solved is kept."""
    reports: tuple[Report, ...]
    """The reports, by id."""
    places: tuple[DefinitePlace, ...]
    """Every area, base and region, by key."""
    paths: Mapping[str, str]
    """Where each claim stands in a document, by id."""
    names: Names = attrs.field(repr=False)
    """How forces and places are called."""
    label: Label
    """The ledger's title, size and fingerprint."""
    today: date | None
    """The day on which it is checked: given, else the last day of publication in the ledger."""

    @property
    def assumptions(self) -> Assumptions:
        """Every assumption made."""
        return self.view.assumptions

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every claim with its report, by id."""
        return tuple(sorted(self.view.entries, key=lambda entry: entry.id))

    @cached_property
    def standing(self) -> tuple[Entry, ...]:
        """The claims that are admitted and not taken back by another, whatever their figures measure."""
        assumed = self.assumptions
        admitted = [
            entry
            for entry in self.entries
            if entry.claim.stance in assumed.stances and entry.claim.category in assumed.categories
        ]
        hidden = hidden_by(admitted)
        return tuple(entry for entry in admitted if entry.id not in hidden)

    @cached_property
    def counted(self) -> tuple[Entry, ...]:
        """The claims that stand and whose figures, if they give any, are of people present."""
        return self.view.admission.live

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """The account of every component of claims that hang together."""
        return tuple(self.view.accounts())

    @cached_property
    def _by_id(self) -> Mapping[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    def entry(self, claim: str) -> Entry:
        """Return the claim of an id with its report."""
        return self._by_id[claim]

    def levels(self, basis: Basis = Basis.PRESENT) -> Iterator[tuple[Entry, Presence, Headcount]]:
        """Yield the standing claims that a number of people is at a place, of one basis."""
        for entry in self.standing:
            level = entry.claim.proposition
            affirmed = entry.claim.polarity is Polarity.AFFIRMED
            if affirmed and isinstance(level, Presence) and level.basis is basis and level.headcount:
                yield entry, level, level.headcount

    def read(self, headcount: Headcount, *, literally: bool = False) -> Bounds:
        """Return a headcount as bounds, by the convention assumed or to the letter."""
        return read(headcount, LITERAL if literally else self.assumptions.convention)

    def state(self, day: date | str) -> DeploymentState:
        """Return what the claims allow at the beginning of a day."""
        return DeploymentState(view=self.view, day=day_of(day), names=self.names, label=self.label)

    def involved(self, entry: Entry, states: object = "", left: object = "") -> Involved:
        """Return a claim as findings show it.

        Args:
            entry: The claim.
            states: What it states.
            left: What the others leave for it.
        """
        return Involved(
            entry=entry,
            path=self.paths.get(entry.id, entry.id),
            words=words_of(entry.claim, self.assumptions),
            states=str(states),
            left=str(left),
        )

    def finding(
        self, rule: Rule, message: str, involved: Iterable[Involved] = (), **more: Unpack[More]
    ) -> Finding:
        """Return a finding of a rule.

        Args:
            rule: The rule.
            message: What is the matter, in a clause.
            involved: The claims.
            **more: See `More`.
        """
        firmness = more.get("firmness", Firmness.LITERAL)
        usual = rule.severity if firmness is Firmness.LITERAL else rule.severity.milder
        return Finding(
            code=str(rule.code),
            name=rule.name,
            severity=more.get("severity", usual),
            message=message,
            involved=tuple(involved),
            about=tuple(more.get("about", ())),
            gap=more.get("gap", 0),
            firmness=firmness,
            set_aside=tuple(more.get("set_aside", ())),
            because=more.get("because", ""),
            look=more.get("look", ""),
        )


def firm(*, literally: bool) -> Firmness:
    """Return how firm a finding is that stands to the letter too, or only by the convention."""
    return Firmness.LITERAL if literally else Firmness.CONVENTION
