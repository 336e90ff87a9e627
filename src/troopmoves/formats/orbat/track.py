"""The track of a unit as claims: where it stands on which day, and the moves between.

A state holds until the next one, and each changes only what it names: place, symbol or numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple, final

import attrs

from troopmoves.claims.claim import Claim, Details
from troopmoves.claims.verb import deploy, present, relocate
from troopmoves.entities.place import Base
from troopmoves.entities.unit import Unit
from troopmoves.formats.orbat.found import Counts, FoundState, FoundUnit
from troopmoves.formats.orbat.model import is_code, is_planned
from troopmoves.formats.orbat.readloss import Lost
from troopmoves.quantity.headcount import Headcount
from troopmoves.timing.when import When


@final
class Ground:
    """The bases met so far, by their coordinates."""

    def __init__(self, places: Iterable[Base]) -> None:
        self.bases: dict[tuple[float | None, float | None], Base] = {
            (base.longitude, base.latitude): base for base in places if base.longitude is not None
        }

    def base(self, position: tuple[float, float]) -> Base:
        """Return the base at a position; one object per position."""
        if position not in self.bases:
            self.bases[position] = _base(*position)
        return self.bases[position]


def _base(longitude: float, latitude: float) -> Base:
    north, east = "NS"[latitude < 0], "EW"[longitude < 0]
    degrees = [format(Decimal(repr(abs(part))), "f") for part in (latitude, longitude)]
    return Base(
        id=f"{north}{degrees[0]}-{east}{degrees[1]}",
        name=f"{abs(latitude):.4f} {north}, {abs(longitude):.4f} {east}",
        latitude=latitude,
        longitude=longitude,
    )


@final
@attrs.frozen(kw_only=True)
class _Fix:
    """Where a unit is from some moment on, as far as the scenario says."""

    path: str
    day: date
    position: tuple[float, float]
    planned: bool
    counts: Counts


def claims_of(
    found: FoundUnit, unit: Unit, start: datetime | None, ground: Ground, lost: Lost
) -> Iterator[Claim]:
    """Yield what a scenario says of where a unit is."""
    track = _Track(found, lost)
    track.begin(start)
    for state in found.states:
        track.take(state)
    stood: _Fix | None = None
    for fix in sorted(track.by_day.values(), key=lambda fix: fix.day):
        base = ground.base(fix.position)
        count = _headcount(fix.counts, has_parts=found.has_parts)
        name = f"{unit.id}-{fix.day.isoformat()}"
        origin = None if stood is None else ground.base(stood.position)
        details = Details(id=name, note=fix.path)
        if fix.planned:
            yield _plan(unit, count, _Leg(origin, base, When(latest=fix.day)), details)
            continue
        yield present(unit, base, count, when=fix.day, **details)
        if stood is not None and origin is not None and origin != base:
            yield _move(unit, _Leg(origin, base, When(earliest=stood.day, latest=fix.day)), details)
            if not found.has_parts:
                yield present(unit, origin, "zero", when=fix.day, id=f"{name}-left", note=fix.path)
        stood = fix


class _Leg(NamedTuple):
    """From where to where, and when."""

    origin: Base | None
    base: Base
    when: When


def _plan(unit: Unit, count: Headcount, leg: _Leg, details: Details) -> Claim:
    if leg.origin is None or leg.origin == leg.base:
        return deploy(unit, count, to=leg.base, when=leg.when, progress="planned", **details)
    return relocate(unit, count, origin=leg.origin, to=leg.base, when=leg.when, progress="planned", **details)


def _move(unit: Unit, leg: _Leg, details: Details) -> Claim:
    named = Details(id=f"{details['id']}-move", note=details["note"])
    return relocate(unit, origin=leg.origin, to=leg.base, when=leg.when, progress="completed", **named)


@final
class _Track:
    """The last fix of each day on which place, symbol or numbers change; the rest is reported."""

    def __init__(self, found: FoundUnit, lost: Lost) -> None:
        self.found = found
        self.lost = lost
        self.position = found.location
        self.counts = found.personnel
        self.symbol = found.symbol
        self.by_day: dict[date, _Fix] = {}

    def begin(self, start: datetime | None) -> None:
        """Take where the unit is at first, which holds from the beginning of the scenario."""
        path = f"{self.found.path}.location"
        if _is_negative(self.counts.values()):
            self.lost.add("number", f"{self.found.path}.personnel")
        first = min((state.day for state in self.found.states if state.location is not None), default=None)
        if self.position is None:
            if self.counts and first is None:
                self.lost.add("unplaced", f"{self.found.path}.personnel")
        elif start is None or (first is not None and first <= start.date()):
            self.lost.add("undated", path)
        else:
            self._keep(path, start.date(), self.position)

    def take(self, state: FoundState) -> None:
        """Take what a state changes."""
        _report(state, self.symbol, self.lost)
        turned = state.symbol is not None and _plans(state.symbol) != _plans(self.symbol)
        self.symbol = state.symbol or self.symbol
        self.counts = _changed(self.counts, state)
        if _is_adrift(self.counts, state):
            self.lost.add("number", state.path)
        changed = turned or bool(state.update or state.diff)
        if state.places:
            self.position = state.location
        if state.places and state.location is None:
            self.lost.add("hidden", state.path)
        elif not state.places and not changed:
            if state.symbol is None and not state.others:
                self.lost.add("event", state.path)
        elif self.position is None:
            self.lost.add("unplaced", state.path)
        else:
            if state.day in self.by_day:
                self.lost.add("hour", self.by_day.pop(state.day).path)
            if state.time.time() != time.min:
                self.lost.add("hour", state.path)
            self._keep(state.path, state.day, self.position)

    def _keep(self, path: str, day: date, position: tuple[float, float]) -> None:
        self.by_day[day] = _Fix(
            path=path, day=day, position=position, planned=_plans(self.symbol), counts=self.counts
        )


def _plans(symbol: str) -> bool:
    return is_code(symbol) and is_planned(symbol)


_WORDS: Final = MappingProxyType(
    {
        "title": "event",
        "subTitle": "event",
        "hierarchy": "hierarchy",
        "via": "route",
        "viaStartTime": "route",
    }
)


def _report(state: FoundState, symbol: str, lost: Lost) -> None:
    """Report what a state says and a claim cannot hold."""
    for key in sorted(state.others):
        lost.add(_WORDS.get(key, "details"), state.path)
    if state.symbol is not None and _without_status(state.symbol) != _without_status(symbol):
        lost.add("symbol", state.path)


def _without_status(symbol: str) -> str:
    """Return a symbol without the mark that a plan is: all else of its status is its condition."""
    if not is_code(symbol):
        return symbol
    status = "0" if is_planned(symbol) else symbol[6]
    return symbol[:6] + status + symbol[7:]


def _changed(counts: Counts, state: FoundState) -> Counts:
    changed = dict(counts)
    for name, (assigned, at_hand) in state.update.items():
        before = changed.get(name, (None, None))
        changed[name] = (
            before[0] if assigned is None else assigned,
            before[1] if at_hand is None else at_hand,
        )
    for name, (assigned, at_hand) in state.diff.items():
        before = changed.get(name, (None, None))
        changed[name] = (_sum(before[0], assigned), _sum(before[1], at_hand))
    return changed


def _sum(before: int | None, added: int | None) -> int | None:
    """Return a number after a difference; from a number that is not known follows none."""
    return before if before is None or added is None else before + added


def _is_adrift(counts: Counts, state: FoundState) -> bool:
    """Return whether a state brings numbers below zero, or differences from numbers that are not known."""
    brought = [counts[name] for name in (*state.update, *state.diff)]
    pairs = [pair for name, diff in state.diff.items() for pair in zip(diff, counts[name], strict=True)]
    return _is_negative(brought) or any(added is not None and sum_ is None for added, sum_ in pairs)


def _is_negative(counts: Iterable[tuple[int | None, int | None]]) -> bool:
    return any(number is not None and number < 0 for pair in counts for number in pair)


def _headcount(counts: Counts, *, has_parts: bool) -> Headcount:
    """Return how many a unit has; with parts, those that it has itself are the least it can be."""
    numbers = [assigned if at_hand is None else at_hand for assigned, at_hand in counts.values()]
    known = [number for number in numbers if number is not None and number >= 0]
    if not known or len(known) < len(numbers) or (has_parts and sum(known) == 0):
        return Headcount.of("some")
    return Headcount.of(f"{sum(known)}..") if has_parts else Headcount.of(sum(known))
