"""One move told by several: with figures that exclude each other, or counted for each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Final, TypeAlias, final

from troopmoves.claims.axis import PLANS, LinkKind, Polarity, Progress
from troopmoves.claims.entry import Entry
from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import PostureChange
from troopmoves.ledger.finding import Finding, FindingKind, Severity, persons
from troopmoves.ledger.rules.rule import Checked, firm
from troopmoves.quantity.headcount import Headcount

SOON: Final = timedelta(days=31)
"""How long a window that is open at an end is taken to be, when two moves are looked at as one."""

_Told: TypeAlias = "tuple[Entry, PostureChange]"


@final
class UnequalMove:
    """Two sources tell one move with figures that exclude each other.

    **Why.** The engine takes them for two moves and adds them up. They are taken for one here if force,
    origin and destination are the same, their windows overlap (an open end reaches 31 days), and both are
    plans or both have begun; what one report tells twice in the same way is taken for two.

    **Example.** 14 leave Iraq for Kuwait, says one ministry; 10 arrive in Kuwait from Iraq, says the other.

    **Way out.** Link the better claim to the other with `corrects` or `supersedes`. If they are two moves,
    narrow their windows, or silence one of them with that reason.
    """

    code: Final = FindingKind.UNEQUAL_MOVE
    name: Final = "unequal move"
    severity: Final = Severity.WARNING
    summary: Final = "one move, as it seems, told with figures that exclude each other"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the pairs that cannot both be the whole of one move."""
        for told in _told_together(checked.counted):
            for one, other in _unequal(checked, told):
                yield self._of(checked, one, other)

    def _of(self, checked: Checked, one: _Told, other: _Told) -> Finding:
        bounds = [checked.read(_count(told)) for told in (one, other)]
        literally = [checked.read(_count(told), literally=True) for told in (one, other)]
        gap = bounds[0].gap(bounds[1])
        return checked.finding(
            self,
            f"{bounds[0]} and {bounds[1]}, apart by {persons(gap)}",
            [checked.involved(one[0], *bounds), checked.involved(other[0], *reversed(bounds))],
            gap=gap,
            firmness=firm(literally=literally[0].gap(literally[1]) > 0),
            because="both are counted, as two moves",
            look="whether it is one move; then who of the two should know",
        )


@final
class MoveToldTwice:
    """One move is told by several sources, and counted for each of them.

    **Why.** Two reports that 14 leave are 28 leaving, unless one says that it is about the same move.
    Moves are taken for one as in TM203, with figures that may be the same.

    **Example.** A ministry and a newspaper both tell that 14 Croatians leave Iraq in January.

    **Way out.** Link one to the other: `confirms` where both stand, `supersedes` where one is newer. If they
    are two moves, narrow their windows, or silence one of them with that reason.
    """

    code: Final = FindingKind.MOVE_TOLD_TWICE
    name: Final = "move told twice"
    severity: Final = Severity.WARNING
    summary: Final = "one move, as it seems, told by several and counted for each of them"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the tellings of each move that count more than once."""
        moves = {entry.id for entry in checked.counted if isinstance(entry.claim.proposition, PostureChange)}
        for told in _told_together(checked.counted):
            counted = [one for one in told if not _confirms(one[0], moves)]
            if any(_unequal(checked, told)) or not _by_several(counted):
                continue
            yield checked.finding(
                self,
                f"{len(counted)} claims tell of it, and each is counted",
                [checked.involved(entry) for entry, _ in counted],
                because="each is taken for a move of its own",
                look="whether it is one move; then link them",
            )


def told_by_several(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return those of some claims that may tell of one move, in two reports; none where no two do."""
    told = next((told for told in _told_together(entries) if _by_several(told)), ())
    return tuple(sorted(entry.id for entry, _ in told))


def _told_together(entries: Iterable[Entry]) -> Iterator[list[_Told]]:
    """Yield the claims that may be about one move: two or more, in the order of their days."""
    alike: dict[object, list[tuple[date, date, Entry, PostureChange]]] = {}
    for entry in entries:
        change = entry.claim.proposition
        span = _span(entry) if isinstance(change, PostureChange) else None
        if isinstance(change, PostureChange) and span is not None and _is_move(entry, change):
            alike.setdefault(_move(change), []).append((*span, entry, change))
    for found in alike.values():
        yield from _overlapping(sorted(found, key=lambda one: (one[0], one[1], one[2].id)))


def _overlapping(found: Sequence[tuple[date, date, Entry, PostureChange]]) -> Iterator[list[_Told]]:
    """Yield the claims whose windows overlap in a chain; two years of a series only touch."""
    together: list[_Told] = []
    since = until = date.min
    for first, last, entry, change in found:
        touches_only = first == until and since < until and first < last
        if first > until or touches_only:
            yield from [together] if len(together) > 1 else []
            together, since, until = [], first, last
        elif last > until:
            since, until = first, last
        together.append((entry, change))
    yield from [together] if len(together) > 1 else []


def _is_move(entry: Entry, change: PostureChange) -> bool:
    affirmed = entry.claim.polarity is Polarity.AFFIRMED
    said = affirmed and RULES[change.kind].moves and change.progress is not Progress.CANCELLED
    return said and not change.force.is_everyone


def _move(change: PostureChange) -> object:
    homeward = RULES[change.kind].homeward and change.destination is None
    return change.force, change.origin, change.destination, homeward, change.progress in PLANS


def _span(entry: Entry) -> tuple[date, date] | None:
    """Return the days in which a move is looked for; None if it bears no day."""
    change = entry.claim.proposition
    when = change.when if isinstance(change, PostureChange) else None
    earliest = when.earliest if when else None
    latest = when.latest if when else None
    if earliest is not None:
        return earliest, latest or _shifted(earliest, SOON)
    if latest is not None:
        return _shifted(latest, -SOON), latest
    return None if entry.public_day is None else (entry.public_day, entry.public_day)


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min


def _unequal(checked: Checked, told: Sequence[_Told]) -> list[tuple[_Told, _Told]]:
    return [
        (one, other)
        for one, other in combinations(told, 2)
        if one[1].headcount is not None
        and other[1].headcount is not None
        and (_from_two_reports(one[0], other[0]) or one[1].kind is not other[1].kind)
        and checked.read(one[1].headcount).gap(checked.read(other[1].headcount)) > 0
    ]


def _count(told: _Told) -> Headcount:
    assert told[1].headcount is not None  # noqa: S101 (see `_unequal`)
    return told[1].headcount


def _confirms(entry: Entry, moves: set[str]) -> bool:
    return any(link.kind is LinkKind.CONFIRMS and link.claim in moves for link in entry.claim.links)


def _by_several(told: Sequence[_Told]) -> bool:
    """Return whether two claims come from two reports, or say the same to the letter."""
    return any(
        _from_two_reports(one[0], other[0]) or str(one[1]) == str(other[1])
        for one, other in combinations(told, 2)
    )


def _from_two_reports(one: Entry, other: Entry) -> bool:
    """Return whether two claims stand in two reports, or one of them in none."""
    return one.report is None or other.report is None or one.report.id != other.report.id
