"""A force at a place through time: a point for each day on which its number may change, and the steps.

A day of which nobody speaks is never zero: the number follows from other claims, or it is open. A force that
a publisher no longer lists is marked as such, and its number is what the other claims allow.

To add a thing that is told of a day: one member of `Mention`, one line in `course.mention_of`, one test.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final, final

import attrs

from troopmoves.claims.assumptions import Assumptions
from troopmoves.entities.force import Force
from troopmoves.entities.place import Place
from troopmoves.ledger.answer import PARTIAL, place_words, scope_words
from troopmoves.ledger.names import Label
from troopmoves.ledger.table import Shown, html_table, text_table, under
from troopmoves.ledger.wording import plural, show_days
from troopmoves.quantity.bounds import Bounds, ChangeBounds
from troopmoves.quantity.verdict import Verdict
from troopmoves.timing.when import show_day

MOST_POINTS: Final = 40
"""Points beyond which the text is a summary with the largest changes."""
MOST_STEPS: Final = 10
"""Steps that a summary tells."""
_MOST_IDS: Final = 2


@final
class Mention(StrEnum):
    """Whether anybody speaks of a force at a place on a day."""

    REPORTED = "reported"
    """A claim gives the level of that day."""
    NOT_LISTED = "not_listed"
    """A publisher that had given it before gives others that stood beside it, and not this one."""
    IMPLIED = "implied"
    """Nobody speaks of that day; the bounds follow from other days, moves, parts or wholes."""
    UNREPORTED = "unreported"
    """Nobody speaks of that day and nothing follows for it: any number may be there."""

    @property
    def words(self) -> str:
        """What it is called in prose."""
        return self.value.replace("_", " ")


@final
@attrs.frozen(kw_only=True, repr=False)
class SeriesPoint:
    """How many the claims allow from one day on, until the next point."""

    day: date
    """The day, at its beginning."""
    bounds: Bounds
    """The least and the greatest number allowed."""
    mention: Mention
    """Whether anybody speaks of that day."""
    because: tuple[str, ...]
    """The claims that force either end."""
    reported_by: tuple[str, ...] = ()
    """The claims that give the level of that day."""
    not_listed_in: tuple[str, ...] = ()
    """The reports of that day that listed it before, and do not any more."""
    partial: bool = False
    """Whether the bounds may be wider than need be: contradictions could be settled in too many ways."""

    @property
    def reported(self) -> bool:
        """Whether a claim gives the level of that day."""
        return bool(self.reported_by)

    def to_row(self) -> dict[str, object]:
        """Return the point as plain values; None is open."""
        return {
            "day": self.day.isoformat(),
            "low": self.bounds.low,
            "high": self.bounds.high,
            "mention": str(self.mention),
            "because": list(self.because),
            "reported_by": list(self.reported_by),
            "not_listed_in": list(self.not_listed_in),
            "partial": self.partial,
        }

    def __str__(self) -> str:
        return f"{show_day(self.day)}: {self.bounds}, {self.mention.words}"

    def __repr__(self) -> str:
        return f"<SeriesPoint {self}>"


@final
@attrs.frozen(kw_only=True, repr=False)
class SeriesStep:
    """What changed from one reported day to the next, bounded inside one account."""

    before: SeriesPoint
    """The earlier of the two reported days."""
    after: SeriesPoint
    """The later of the two reported days."""
    change: ChangeBounds
    """The difference."""
    if_anything_moved: ChangeBounds
    """The difference with anything allowed to have happened unreported."""
    because: tuple[str, ...]
    """The claims that force the difference."""
    moves: tuple[str, ...]
    """The claims of moves that can lie between the two days."""
    clashing: tuple[str, ...]
    """The claims that agree only if somebody moved unreported between their days."""

    @property
    def fewer(self) -> Verdict:
        """Whether there are fewer on the later day."""
        return self.change.fewer()

    @property
    def same(self) -> Verdict:
        """Whether there are as many on both days."""
        return self.change.same()

    @property
    def more(self) -> Verdict:
        """Whether there are more on the later day."""
        return self.change.more()

    @property
    def changed(self) -> Verdict:
        """Whether the number is another one on the later day."""
        return ~self.same

    @property
    def unexplained(self) -> bool:
        """Whether the number is certainly another one and the claims of moves do not say how."""
        return self.changed.certain and (bool(self.clashing) or not self.moves)

    @property
    def least(self) -> int:
        """By how many the number changed at least."""
        return max(self.change.low or 0, -(self.change.high or 0), 0)

    @property
    def therefore(self) -> str:
        """What follows, in words."""
        return f"{self._verdict}{self._cause}"

    @property
    def _verdict(self) -> str:
        named = (("fewer", self.fewer), ("more", self.more))
        for name, verdict in named:
            if verdict.certain:
                return f"{name}: certain"
        if self.same.certain:
            steady = self.if_anything_moved.same().certain
            return "unchanged" if steady else "unchanged if nothing went unreported"
        return f"{' or '.join(name for name, verdict in named if verdict.possible)}: possible"

    @property
    def _cause(self) -> str:
        if self.unexplained:
            return ", unexplained"
        if self.clashing and self.same.possible:
            return ", unexplained if so"
        moves = len(self.moves)
        return f", with {moves} {plural('move', moves)}" if moves and not self.same.certain else ""

    def to_row(self) -> dict[str, object]:
        """Return the step as plain values; None is open."""
        return {
            "since": self.before.day.isoformat(),
            "until": self.after.day.isoformat(),
            "before_low": self.before.bounds.low,
            "before_high": self.before.bounds.high,
            "after_low": self.after.bounds.low,
            "after_high": self.after.bounds.high,
            **self.change_values(),
            "because": list(self.because),
        }

    def change_values(self) -> dict[str, object]:
        """Return what is told of the change alone, as plain values."""
        return {
            "change_low": self.change.low,
            "change_high": self.change.high,
            "fewer": str(self.fewer),
            "same": str(self.same),
            "more": str(self.more),
            "unexplained": self.unexplained,
            "moves": list(self.moves),
        }

    def __str__(self) -> str:
        days = show_days(self.before.day, self.after.day)
        return f"{days}: {self.before.bounds} -> {self.after.bounds}, change {self.change}; {self.therefore}"

    def __repr__(self) -> str:
        return f"<SeriesStep {self}>"


@final
@attrs.frozen(kw_only=True, repr=False)
class Series(Shown):
    """How many of a force the claims allow at a place, from one day to another."""

    force: Force
    """Who is counted."""
    place: Place | None
    """Where; None for everywhere."""
    since: date
    """The first day."""
    until: date
    """The last day, included."""
    points: tuple[SeriesPoint, ...]
    """Every day on which the number may change or somebody speaks of it; the first day always."""
    steps: tuple[SeriesStep, ...]
    """What changed from each reported day to the next."""
    assumptions: Assumptions
    """Every assumption made."""
    label: Label
    """The ledger's title, size and fingerprint."""

    def __iter__(self) -> Iterator[SeriesPoint]:
        return iter(self.points)

    def __len__(self) -> int:
        return len(self.points)

    @property
    def reported(self) -> tuple[SeriesPoint, ...]:
        """The points whose level a claim gives."""
        return tuple(point for point in self.points if point.reported)

    @property
    def not_listed(self) -> tuple[SeriesPoint, ...]:
        """The points at which a publisher no longer lists the force; it may be there all the same."""
        return tuple(point for point in self.points if point.not_listed_in)

    @property
    def unexplained(self) -> tuple[SeriesStep, ...]:
        """The steps that certainly changed the number and that the claims of moves do not explain."""
        return tuple(step for step in self.steps if step.unexplained)

    def largest(self, most: int = MOST_STEPS) -> tuple[SeriesStep, ...]:
        """Return the steps that changed the number for certain, by how many it changed at least.

        Args:
            most: How many steps are wanted.
        """
        changed = [step for step in self.steps if step.changed.certain]
        return tuple(sorted(changed, key=lambda step: (-step.least, step.before.day)))[:most]

    def to_rows(self) -> list[dict[str, object]]:
        """Return one row of plain values per point, with the change since the last report; None is open.

        At a point that ends no step the columns of the change are all None.
        """
        ends = {step.after.day: step.change_values() for step in self.steps}
        nothing: dict[str, object] = dict.fromkeys(_CHANGE)
        scope = {"who": str(self.force), "where": place_words(self.place)}
        return [{**scope, **point.to_row(), **ends.get(point.day, nothing)} for point in self.points]

    # -- showing ----------------------------------------------------------------------------------------

    @property
    def heading(self) -> str:
        """The ledger's title, who and where, and the days."""
        where = scope_words(self.force, self.place)
        return f"{self.label.title or 'Series'}: {where}, {show_days(self.since, self.until)}"

    @property
    def size(self) -> str:
        """How many levels there are, and what the steps between them come to."""
        levels = len(self.reported)
        certain = [f"{_times(self.steps, name)} {name}" for name in ("fewer", "more")]
        told = f"{levels} reported {plural('level', levels)}"
        told += f", {len(self.steps)} {plural('step', len(self.steps))}: {', '.join(certain)} for certain"
        return f"{told}, {len(self.unexplained)} unexplained" if self.unexplained else told

    @property
    def _notes(self) -> list[str]:
        partial = [f"Bounds are {PARTIAL}"] if any(point.partial for point in self.points) else []
        return [str(self.assumptions), *partial]

    def _table(self) -> tuple[tuple[str, ...], list[list[str]]]:
        """Return the head and the lines: every point, or of many the largest changes."""
        if len(self.points) > MOST_POINTS:
            return _STEP_HEAD, [_step_cells(step) for step in self.largest()]
        steps = {step.after.day: step for step in self.steps}
        return _POINT_HEAD, [_point_cells(point, steps.get(point.day)) for point in self.points]

    def _rest(self) -> str:
        """Return how much a summary leaves out; empty where it is none."""
        if len(self.points) <= MOST_POINTS:
            return ""
        more = len(self.steps) - len(self.largest())
        return f"and {more} more {plural('step', more)}; {len(self.points)} points in all" if more else ""

    def __str__(self) -> str:
        rest = self._rest()
        return "\n".join(
            [
                self.heading,
                self.size,
                *under("Assuming:", self._notes),
                "",
                _text(*self._table()),
                *([rest] if rest else []),
            ]
        )

    def __repr__(self) -> str:
        return f"<Series {self.heading}: {len(self.points)} points>"

    def _repr_html_(self) -> str:
        rest = self._rest()
        notes = [self.size, *(f"Assuming: {note}" for note in self._notes), *([rest] if rest else [])]
        return html_table(self.heading, *self._table(), notes)


_POINT_HEAD: Final = ("day", "how many", "told", "change", "therefore", "because")
_STEP_HEAD: Final = ("days", "before", "after", "change", "therefore", "because")
_CHANGE: Final = ("change_low", "change_high", "fewer", "same", "more", "unexplained", "moves")


def _text(head: tuple[str, ...], rows: list[list[str]]) -> str:
    return text_table(head, rows) if rows else "No step changed the number for certain."


def _point_cells(point: SeriesPoint, step: SeriesStep | None) -> list[str]:
    change = ["", ""] if step is None else [str(step.change), step.therefore]
    because = step.because if step is not None and step.because else point.because
    told = point.mention.words
    return [show_day(point.day), str(point.bounds), told, *change, _few(because)]


def _step_cells(step: SeriesStep) -> list[str]:
    days = show_days(step.before.day, step.after.day)
    ends = [str(step.before.bounds), str(step.after.bounds)]
    return [days, *ends, str(step.change), step.therefore, _few(step.because)]


def _few(ids: tuple[str, ...]) -> str:
    more = [f"{len(ids) - _MOST_IDS} more"] if len(ids) > _MOST_IDS else []
    return ", ".join([*ids[:_MOST_IDS], *more])


def _times(steps: tuple[SeriesStep, ...], name: str) -> int:
    verdicts: list[Verdict] = [getattr(step, name) for step in steps]
    return sum(verdict.certain for verdict in verdicts)
