"""Two states side by side: what certainly, possibly and certainly not changed, and which claims say so.

Two days of one ledger under the same assumptions are compared inside one account: the difference itself is
bounded, so what both days share cancels. Anything else is compared as two independent accounts, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

import attrs

from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import PostureChange
from troopmoves.claims.verb import ForceLike, PlaceLike
from troopmoves.entities.force import Force
from troopmoves.entities.place import Place
from troopmoves.errors import PlaceError
from troopmoves.ledger.answer import Answer, place_words, scope_words
from troopmoves.ledger.counted import ScopeDifference, identity_of, in_common, scope_differences
from troopmoves.ledger.inquiry import inquire
from troopmoves.ledger.names import together
from troopmoves.ledger.state import DeploymentState, as_count, reading_order
from troopmoves.ledger.table import Remarks, Shown, html_table, noted, remarked, remarks_of, text_table, under
from troopmoves.ledger.wording import claim_lines, left_out_lines, show_days
from troopmoves.quantity.bounds import Bounds, ChangeBounds
from troopmoves.quantity.verdict import Verdict
from troopmoves.solve.statement import Scope, Term
from troopmoves.timing.when import show_day

INDEPENDENT = "the two accounts are independent of each other"
"""What a comparison assumes that cannot be made inside one account."""


@final
@attrs.frozen(kw_only=True, repr=False)
class ComparisonRow:
    """One force at one place in two states."""

    who: Force
    """Whose people."""
    where: Place | None
    """Where; None for everywhere."""
    before: Bounds
    """How many in the first state."""
    after: Bounds
    """How many in the second state."""
    change: ChangeBounds
    """The difference, bounded inside one account where that is possible."""
    literally: ChangeBounds
    """The difference with figures taken to the letter."""
    other_plans: ChangeBounds
    """The difference with plans taken the other way."""
    if_anything_moved: ChangeBounds
    """The difference with anything allowed to have happened unreported."""
    assumes: tuple[str, ...]
    """The assumptions without which the difference would be another."""
    because: tuple[str, ...]
    """The claims that force the difference."""
    denied_by: tuple[str, ...]
    """The claims that rule something out whatever went unreported."""

    @property
    def fewer(self) -> Verdict:
        """Whether there are fewer in the second state."""
        return self.change.fewer()

    @property
    def same(self) -> Verdict:
        """Whether there are as many in both states."""
        return self.change.same()

    @property
    def more(self) -> Verdict:
        """Whether there are more in the second state."""
        return self.change.more()

    @property
    def gap(self) -> int:
        """How many persons lie between the two bounds if they are disjoint, else 0."""
        return self.before.gap(self.after)

    @property
    def therefore(self) -> str:
        """What follows, in words; never a bare certainty where that needs nothing to have gone unreported."""
        parts = []
        free = self.if_anything_moved
        for name, ruled_out in (("fewer", free.fewer().ruled_out), ("more", free.more().ruled_out)):
            if ruled_out and not (free.fewer().certain or free.more().certain):
                because = f" ({', '.join(self.denied_by)})" if self.denied_by else ""
                parts.append(f"{name}: ruled out{because}")
        if self.same.certain:
            told = self.words_for(self.change)
            return told if free.same().certain else "; ".join([*parts, told])
        if self.fewer.certain or self.more.certain:
            return self.words_for(self.change)
        return "; ".join([*parts, self.words_for(self.change)])

    def words_for(self, change: ChangeBounds) -> str:
        """Return what follows from a difference here, in words."""
        if change.same().certain:
            steady = self.if_anything_moved.same().certain
            return "unchanged" if steady else "unchanged if nothing went unreported"
        for name, verdict in (("fewer", change.fewer()), ("more", change.more())):
            if verdict.certain:
                return f"{name}: certain"
        fewer, more = change.fewer().possible, change.more().possible
        return f"{'fewer or more' if fewer and more else 'fewer' if fewer else 'more'}: possible"

    @property
    def figures(self) -> dict[str, int | str | None]:
        """Its bounds and verdicts as plain values; None is open."""
        return {
            "before_low": self.before.low,
            "before_high": self.before.high,
            "after_low": self.after.low,
            "after_high": self.after.high,
            "change_low": self.change.low,
            "change_high": self.change.high,
            "fewer": str(self.fewer),
            "same": str(self.same),
            "more": str(self.more),
            "gap": self.gap,
        }

    def to_row(self) -> dict[str, object]:
        """Return the row as plain values; None is open."""
        return {
            "who": str(self.who),
            "where": place_words(self.where),
            **self.figures,
            "assumes": list(self.assumes),
            "because": list(self.because),
        }

    def __str__(self) -> str:
        where = scope_words(self.who, self.where)
        return f"{where}: {self.before} -> {self.after}, change {self.change}; {self.therefore}"

    def __repr__(self) -> str:
        return f"<ComparisonRow {self}>"


@final
@attrs.frozen(kw_only=True, repr=False)
class Comparison(Shown):
    """Two states side by side, row by row."""

    before: DeploymentState
    """The first state."""
    after: DeploymentState
    """The second state."""
    rows: tuple[ComparisonRow, ...]
    """Every force and place that a claim of either state speaks of."""

    @property
    def joint(self) -> bool:
        """Whether both states stand in one account, so that differences are bounded themselves."""
        return in_one_account(self.before, self.after)

    @property
    def scope_differences(self) -> tuple[ScopeDifference, ...]:
        """Where the two states count different people of a nation, so that both figures may be right."""
        return () if self.joint else scope_differences(self.before.scopes, self.after.scopes)

    def row(
        self, force: ForceLike | None = None, place: PlaceLike | Iterable[PlaceLike] | None = None
    ) -> ComparisonRow:
        """Return the comparison of one force at one place, also one that no row lists."""
        scope = self.after.scope(force, place)
        return _row(self.before, self.after, scope)

    def why(
        self, force: ForceLike | None = None, place: PlaceLike | Iterable[PlaceLike] | None = None
    ) -> str:
        """Return why a force at a place is what it is in the second state, and what else might follow."""
        row = self.row(force, place)
        return self.after.why(force, place).told(
            other_plans=row.words_for(row.other_plans), literally=row.words_for(row.literally)
        )

    def to_rows(self) -> list[dict[str, object]]:
        """Return the rows as plain values; None is open."""
        return [row.to_row() for row in self.rows]

    @property
    def heading(self) -> str:
        """What is compared, in words."""
        before, after = self.before, self.after
        title = after.label.title or "Deployment states"
        if before.label.digest != after.label.digest:
            title = f"{before.label.title or 'one ledger'} and {after.label.title or 'another'}"
        known = [state.known_words for state in (before, after)]
        words = known[0] if known[0] == known[1] else " ->".join(one or " all known" for one in known)
        return f"{title}: {show_days(before.day, after.day)}{words}"

    @property
    def _notes(self) -> list[tuple[str, list[str]]]:
        assumed = [("Assuming:", [str(self.after.assumptions)])]
        if self.before.assumptions != self.after.assumptions:
            assumed = [
                ("Assuming before:", [str(self.before.assumptions)]),
                ("Assuming after:", [str(self.after.assumptions)]),
            ]
        if self.joint:
            return assumed
        differences = [("Scopes differ:", list(map(str, self.scope_differences)))]
        return [*assumed, ("Note:", [INDEPENDENT]), *(differences if differences[0][1] else [])]

    @property
    def _head(self) -> list[str]:
        days = [show_day(state.day, year=False) for state in (self.before, self.after)]
        columns = days if days[0] != days[1] else ["before", "after"]
        return ["who", "where", *columns, "change", "therefore"]

    def _cells(self) -> list[list[str]]:
        return [
            [
                str(row.who),
                place_words(row.where),
                str(row.before),
                str(row.after),
                str(row.change),
                row.therefore,
            ]
            for row in self.rows
        ]

    @property
    def remarks(self) -> Remarks:
        """What is told below the table, each under its label: what is in no row, and what does not count."""
        states = (self.before, self.after)
        also = dict.fromkeys(claim for state in states for claim in state.also_counted)
        left_out = dict.fromkeys(out for state in states for out in state.not_counted)
        return remarks_of(("Also counted:", claim_lines(also)), ("Not counted:", left_out_lines(left_out)))

    def __str__(self) -> str:
        one_ledger = self.before.label.digest == self.after.label.digest
        size = self.after.size if one_ledger else f"{self.before.size} and {self.after.size}"
        lines = [f"{self.heading}    {size}", *(line for note in self._notes for line in under(*note)), ""]
        table = text_table(self._head, self._cells())
        return "\n".join([*lines, table, *remarked(self.remarks)])

    def __repr__(self) -> str:
        return f"<Comparison {self.heading}: {len(self.rows)} rows>"

    def _repr_html_(self) -> str:
        notes = [f"{label} {line}" for label, lines in self._notes for line in lines]
        return html_table(self.heading, self._head, self._cells(), [*notes, *noted(self.remarks)])


def compare(before: DeploymentState, after: DeploymentState, *, common: bool = False) -> Comparison:
    """Compare two states: two days of one ledger, or two ledgers.

    Args:
        before: The first state.
        after: The second state.
        common: Whether to list only what claims of both states speak of, as is best where one is a data set
            of the whole world: where both count people of one nation, the forces that both count and the
            widest ones of each.

    Raises:
        TooHard: If the claims linked to a row are beyond the budget.
    """
    scopes = _each_once([*before.scopes, *after.scopes, *_both_ends(before), *_both_ends(after)])
    if common:
        shared = in_common(before.scopes, after.scopes)
        scopes = [scope for scope in scopes if identity_of(scope) in shared]
    return Comparison(before=before, after=after, rows=tuple(_row(before, after, scope) for scope in scopes))


def in_one_account(before: DeploymentState, after: DeploymentState) -> bool:
    """Return whether two states count the same claims of one ledger under the same assumptions."""
    same_claims = before.view.admission.live == after.view.admission.live
    return (
        same_claims and before.label.digest == after.label.digest and before.assumptions == after.assumptions
    )


def _each_once(scopes: Iterable[Scope]) -> list[Scope]:
    """Return each force and place once, in reading order; two of one name or of one id are two."""
    named = {(identity_of(scope), scope_words(scope.force, scope.place)): scope for scope in scopes}
    return sorted(named.values(), key=reading_order)


def _both_ends(state: DeploymentState) -> Iterable[Scope]:
    """Yield both ends of each move together: there, a move between them changes nothing."""
    for entry in state.view.admission.live:
        change = entry.claim.proposition
        if not isinstance(change, PostureChange) or not RULES[change.kind].moves:
            continue
        if change.origin is not None and change.destination is not None:
            try:
                yield Scope(change.force, together([change.origin, change.destination]))
            except PlaceError:
                continue


def _row(before: DeploymentState, after: DeploymentState, scope: Scope) -> ComparisonRow:
    first: Answer = before.count(scope.force, scope.place)
    second: Answer = after.count(scope.force, scope.place)
    if not in_one_account(before, after):
        return _independent(first, second, before, after, scope)
    found = inquire(after.view, [Term(1, scope, after.day), Term(-1, scope, before.day)])
    free = found.if_anything_moved
    return ComparisonRow(
        who=scope.force,
        where=scope.place,
        before=first.bounds,
        after=second.bounds,
        change=found.bounds,
        literally=found.literally,
        other_plans=found.other_plans,
        if_anything_moved=free.change,
        assumes=found.assumes,
        because=tuple(sorted(found.allowed.because)),
        denied_by=tuple(
            sorted({share.claim for end in (free.low, free.high) if end.value == 0 for share in end.because})
        ),
    )


def _independent(
    first: Answer, second: Answer, before: DeploymentState, after: DeploymentState, scope: Scope
) -> ComparisonRow:
    change = second.bounds - first.bounds
    was, now = (inquire(state.view, [Term(1, scope, state.day)]) for state in (before, after))
    return ComparisonRow(
        who=scope.force,
        where=scope.place,
        before=first.bounds,
        after=second.bounds,
        change=change,
        literally=as_count(now.literally) - as_count(was.literally),
        other_plans=as_count(now.other_plans) - as_count(was.other_plans),
        if_anything_moved=as_count(now.if_anything_moved.change) - as_count(was.if_anything_moved.change),
        assumes=(*dict.fromkeys((*first.assumes, *second.assumes)), INDEPENDENT),
        because=tuple(sorted({*first.because, *second.because})),
        denied_by=(),
    )
