"""Which days a page is about, where nobody says so.

The first is the first day that a claim with a number speaks of. The last is the day after the last one that
is spoken of and was not still to come when the last claim was published: a state is that of the beginning of
a day, so that only the next day shows what happened on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import final

import attrs

from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import PostureChange, Presence
from troopmoves.errors import TimingError
from troopmoves.solve.moving import day_after
from troopmoves.timing.when import day_of

_CHOSEN = "as asked for"


@final
@attrs.frozen(kw_only=True)
class Days:
    """The two days that a page compares; they may be one."""

    since: date
    """The first day."""
    until: date
    """The last day."""
    since_because: str
    """Why it is the first, in words."""
    until_because: str
    """Why it is the last, likewise."""

    @property
    def each(self) -> tuple[date, ...]:
        """The days, each once."""
        return (self.since,) if self.since == self.until else (self.since, self.until)


def days_of(entries: Iterable[Entry], since: date | str | None, until: date | str | None) -> Days:
    """Return the days that a page is about: those asked for, else those that the claims speak of.

    Args:
        entries: The claims that count.
        since: The first day, if somebody asks for it.
        until: The last day, likewise.

    Raises:
        TimingError: If there is no such day, the last comes before the first, or claims speak of no day.
    """
    chosen_first = None if since is None else day_of(since, "report_html.since")
    chosen_last = None if until is None else day_of(until, "report_html.until")
    if chosen_first is not None and chosen_last is not None:
        return _in_order(
            Days(since=chosen_first, until=chosen_last, since_because=_CHOSEN, until_because=_CHOSEN)
        )
    spoken, words = _spoken_of(list(entries))
    if not spoken:
        way_out = "give both days"
        raise TimingError("report_html.since", None, "no claim that counts speaks of a day", way_out)
    return _in_order(
        Days(
            since=min(spoken) if chosen_first is None else chosen_first,
            until=day_after(max(spoken)) if chosen_last is None else chosen_last,
            since_because=f"the first day {words}" if chosen_first is None else _CHOSEN,
            until_because=f"the day after the last {words}" if chosen_last is None else _CHOSEN,
        )
    )


def _in_order(days: Days) -> Days:
    if days.until < days.since:
        rule = f"the last day does not come before {days.since.isoformat()}, {days.since_because}"
        raise TimingError("report_html.until", days.until.isoformat(), rule, "give both days")
    return days


def _spoken_of(entries: list[Entry]) -> tuple[set[date], str]:
    """Return the days that claims speak of, and what is said there; without any, those of publication."""
    public = {entry.public_day for entry in entries if entry.public_day is not None}
    known_until = max(public, default=date.max)
    said = [entry.claim.proposition for entry in entries]
    numbers = [one.when for one in said if isinstance(one, Presence | PostureChange)]
    spoken = {day for when in numbers for day in (when.earliest, when.latest) if day is not None}
    past = {day for day in spoken if day <= known_until}
    if past or spoken:
        return past or spoken, "that a claim with a number speaks of"
    return public, "on which something was published"
