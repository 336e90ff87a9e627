"""What the claims allow on one day: counts with reasons, holdings, and what was not counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, final

import attrs

from troopmoves.claims.assumptions import Assumptions, Plans
from troopmoves.claims.axis import BEGUN, PLANS, Polarity
from troopmoves.claims.claim import Claim
from troopmoves.claims.entry import is_known
from troopmoves.claims.proposition import ActivityChange, PostureChange, Presence, ProtectionChange
from troopmoves.claims.verb import ForceLike, PlaceLike
from troopmoves.entities.force import Force
from troopmoves.entities.place import AnyOf, Place, Region, Unspecified
from troopmoves.errors import LedgerError, TimingError
from troopmoves.ledger.answer import Answer, place_words
from troopmoves.ledger.counted import Identity, identity_of
from troopmoves.ledger.explanation import Explanation
from troopmoves.ledger.inquiry import Inquiry, inquire, oldest_day, reasons
from troopmoves.ledger.names import Label, Names
from troopmoves.ledger.standing import ClaimStanding, standing_of
from troopmoves.ledger.stretch import stretches
from troopmoves.ledger.table import Remarks, Shown, html_table, noted, remarked, remarks_of, text_table, under
from troopmoves.ledger.wording import claim_lines, left_out_lines
from troopmoves.quantity.bounds import Bounds, ChangeBounds
from troopmoves.solve.admission import LeftOut, hidden_by, past_tense
from troopmoves.solve.engine import View
from troopmoves.solve.overlap import counts_in, share_ground, touches
from troopmoves.solve.statement import Scope, Term
from troopmoves.timing.when import day_of, show_day

if TYPE_CHECKING:
    from troopmoves.quantity.units import QuantityBounds


@final
@attrs.frozen(kw_only=True, repr=False)
class DeploymentState(Shown):
    """What the claims allow at the beginning of a day."""

    view: View = attrs.field(repr=False)
    """The claims asked, under the assumptions made."""
    day: date
    """The day asked about."""
    names: Names = attrs.field(eq=False)
    """How forces and places are called."""
    label: Label
    """The ledger's title, size and fingerprint."""

    @property
    def assumptions(self) -> Assumptions:
        """Every assumption made."""
        return self.view.assumptions

    # -- counting ---------------------------------------------------------------------------------------

    def count(
        self, force: ForceLike | None = None, place: PlaceLike | Iterable[PlaceLike] | None = None
    ) -> Answer:
        """Return how many of a force are at a place; without them, everyone and everywhere.

        Args:
            force: Who, as a model, a code, a name or an id.
            place: Where, likewise; several places are counted together.

        Raises:
            UnknownNationError: If a text names nothing known.
            TooHard: If the claims linked to the question are beyond the budget.
        """
        scope = self.scope(force, place)
        return self._answer(scope, self._inquire(scope))

    def scope(
        self, force: ForceLike | None = None, place: PlaceLike | Iterable[PlaceLike] | None = None
    ) -> Scope:
        """Return a force and a place as the engine takes them."""
        return Scope(
            Force() if force is None else self.names.force(force),
            None if place is None else self.names.place(place),
        )

    def _inquire(self, scope: Scope) -> Inquiry:
        return inquire(self.view, [Term(1, scope, self.day)])

    def _answer(self, scope: Scope, found: Inquiry) -> Answer:
        return Answer(
            force=scope.force,
            place=scope.place,
            day=self.day,
            bounds=as_count(found.bounds),
            low_because=reasons(self.view, found.allowed.low),
            high_because=reasons(self.view, found.allowed.high),
            assumes=found.assumes,
            oldest=oldest_day(self.view, found.allowed),
            assumptions=self.assumptions,
            digest=self.label.digest,
            partial=found.allowed.partial,
        )

    def why(
        self, force: ForceLike | None = None, place: PlaceLike | Iterable[PlaceLike] | None = None
    ) -> Explanation:
        """Return each end of a count with its claims, words and sources; it prints as text."""
        scope = self.scope(force, place)
        found = self._inquire(scope)
        return Explanation(
            answer=self._answer(scope, found),
            literally=as_count(found.literally),
            other_plans=as_count(found.other_plans),
            left_out=tuple(out for out in self.not_counted if _bears_on(out.entry.claim, scope)),
        )

    def cite(
        self, force: ForceLike | None = None, place: PlaceLike | Iterable[PlaceLike] | None = None
    ) -> str:
        """Return a count as one line that can be put under a figure and checked by others."""
        return self.count(force, place).cite()

    # -- claims -----------------------------------------------------------------------------------------

    def without(self, claim: str) -> ClaimStanding:
        """Return what all other claims leave for the number that a claim gives, and how it stands among them.

        Moves whose end nobody gives are counted by the day of this state.

        Args:
            claim: The id of the claim.

        Raises:
            LedgerError: If there is no claim of this id, or it was not known yet.
            TooHard: If the claims linked to it are beyond the budget.
        """
        known = [entry for entry in self.view.entries if is_known(entry.public, self.view.known)]
        entry = next((entry for entry in known if entry.id == claim), None)
        if entry is None:
            rule = "no claim that is known here has this id"
            raise LedgerError("DeploymentState.without", claim, rule, "see ledger.claims()")
        rests, yields = self.view.without(claim, self.day)
        return standing_of(entry, rests, counts=entry in self.view.admission.live, yields=yields)

    @property
    def standings(self) -> tuple[ClaimStanding, ...]:
        """How each known claim stands among the others; each is asked about by itself."""
        known = (entry for entry in self.view.entries if is_known(entry.public, self.view.known))
        return tuple(self.without(entry.id) for entry in known)

    # -- overview ---------------------------------------------------------------------------------------

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """Every force and place that a live claim speaks of, in reading order."""
        found: dict[Identity, Scope] = {}
        for entry in self.view.admission.live:
            for force, place in _spoken_of(entry.claim):
                scope = Scope(force, place)
                found.setdefault(identity_of(scope), scope)
        return tuple(sorted(found.values(), key=reading_order))

    @property
    def holdings(self) -> tuple[Answer, ...]:
        """The count of every force and place that a live claim speaks of."""
        return tuple(self._answer(scope, self._inquire(scope)) for scope in self.scopes)

    @property
    def not_counted(self) -> tuple[LeftOut, ...]:
        """The claims that do not count, each with the reason."""
        return self.view.left_out([self.day])

    @property
    def also_counted(self) -> tuple[Claim, ...]:
        """The moves by this day that count and give no row: nobody names one place at either end."""
        return tuple(
            entry.claim
            for entry, change in self.view.moves
            if (change.when.earliest or date.min) < self.day and not list(_spoken_of(entry.claim))
        )

    @property
    def activities(self) -> tuple[Claim, ...]:
        """The live claims that an activity has changed by this day; they move nobody."""
        return self._without_numbers(ActivityChange)

    @property
    def protection(self) -> tuple[Claim, ...]:
        """The live claims that force protection has changed by this day; they move nobody."""
        return self._without_numbers(ProtectionChange)

    def _without_numbers(self, kind: type[ActivityChange | ProtectionChange]) -> tuple[Claim, ...]:
        return tuple(
            entry.claim
            for entry in self.view.admission.live
            if isinstance(entry.claim.proposition, kind)
            and entry.claim.polarity is Polarity.AFFIRMED
            and (entry.claim.proposition.when.earliest or date.min) <= self.day
            and self._has_begun(entry.claim.proposition)
        )

    def _has_begun(self, change: ActivityChange | ProtectionChange) -> bool:
        if isinstance(change, ProtectionChange) or change.progress in BEGUN:
            return True
        return change.progress in PLANS and self.assumptions.plans is Plans.DONE

    # -- time -------------------------------------------------------------------------------------------

    def person_time(
        self,
        since: date | str,
        until: date | str,
        force: ForceLike | None = None,
        place: PlaceLike | Iterable[PlaceLike] | None = None,
    ) -> QuantityBounds:
        """Return the time served by a force at a place in person-days, as Pint quantities.

        Every day from *since* up to but not including *until* counts the people at its beginning; the days
        are bounded together, inside one account. The high end is None where nothing limits it.

        Args:
            since: The first day.
            until: The day after the last.
            force: Who; without it, everyone.
            place: Where; without it, everywhere.

        Raises:
            TimingError: If *until* does not come after *since*.
        """
        from troopmoves.quantity.units import QuantityBounds, person_days  # noqa: PLC0415 (imports Pint)

        scope = self.scope(force, place)
        first, end = day_of(since, "person_time.since"), day_of(until, "person_time.until")
        if end <= first:
            raise TimingError("person_time.until", end.isoformat(), f"it comes after {first.isoformat()}")
        each = [first + timedelta(days=passed) for passed in range((end - first).days)]
        parts = stretches(self.view.reading(each).statements, self.assumptions.carry, first, end)
        terms = [Term(length, scope, day) for day, length in parts]
        total = as_count(self.view.bounds(terms))
        high = None if total.high is None else person_days(total.high)
        return QuantityBounds(person_days(total.low), high)

    # -- showing ----------------------------------------------------------------------------------------

    @property
    def heading(self) -> str:
        """The ledger's title, the day, and by when the claims were known."""
        return f"{self.label.title or 'Deployment state'}: {show_day(self.day)}{self.known_words}"

    @property
    def known_words(self) -> str:
        """By when the claims were known, in words; empty where that is no matter."""
        known = self.view.known
        if known is None:
            return ""
        hour = f" {known:%H:%M%z}" if isinstance(known, datetime) else ""
        return f" as known on {show_day(known)}{hour}"

    @property
    def size(self) -> str:
        """How much the ledger holds, and how much of it is hidden by other claims."""
        known = [entry for entry in self.view.entries if is_known(entry.public, self.view.known)]
        counts = Counter(past_tense(kind) for kind, _ in hidden_by(known).values())
        return ", ".join([self.label.size, *(f"{counts[word]} {word}" for word in sorted(counts))])

    def to_rows(self) -> list[dict[str, object]]:
        """Return the holdings as rows of plain values; None is open."""
        return [answer.to_row() for answer in self.holdings]

    def _cells(self) -> list[list[str]]:
        return [
            [str(answer.force), place_words(answer.place), str(answer.bounds), ", ".join(answer.because)]
            for answer in self.holdings
        ]

    @property
    def remarks(self) -> Remarks:
        """What is told below the table, each under its label: what is in no row, and what does not count."""
        return remarks_of(
            ("Also counted:", claim_lines(self.also_counted)),
            ("Activities:", claim_lines(self.activities)),
            ("Protection:", claim_lines(self.protection)),
            ("Not counted:", left_out_lines(self.not_counted)),
        )

    def __str__(self) -> str:
        lines = [f"{self.heading}    {self.size}", *under("Assuming:", [str(self.assumptions)]), ""]
        return "\n".join([*lines, text_table(_HEAD, self._cells()), *remarked(self.remarks)])

    def __repr__(self) -> str:
        return f"<DeploymentState {self.heading}: {self.assumptions}>"

    def _repr_html_(self) -> str:
        notes = [f"Assuming: {self.assumptions}", *noted(self.remarks)]
        return html_table(self.heading, _HEAD, self._cells(), notes)


_HEAD = ("who", "where", "how many", "because")


def as_count(change: ChangeBounds) -> Bounds:
    """Return the bounds of a count, which an account never lets fall below zero."""
    return Bounds(change.low or 0, change.high)


def reading_order(scope: Scope) -> tuple[object, ...]:
    """Return what sorts rows: by sender, named nations first; then by force; then regions after places."""
    force, place = scope.force, scope.place
    sender = "" if force.sender is None else force.sender.code
    wide = 2 if place is None else int(isinstance(place, Region))
    return force.is_everyone, not sender, sender, str(force), wide, place_words(place)


def _bears_on(claim: Claim, scope: Scope) -> bool:
    """Return whether a claim would be about the people in scope, if it counted."""
    said = claim.proposition
    if not isinstance(said, Presence | PostureChange) or not counts_in(said.force, scope.force):
        return False
    if isinstance(said, Presence):
        return share_ground(said.place, scope.place)
    return scope.place is None or touches(said, scope.place)


def _spoken_of(claim: Claim) -> Iterable[tuple[Force, Place]]:
    proposition = claim.proposition
    match proposition:
        case Presence():
            yield proposition.force, proposition.place
        case PostureChange():
            for place in (proposition.origin, proposition.destination):
                if place is not None and not isinstance(place, Unspecified | AnyOf):
                    yield proposition.force, place
        case _:
            return
