"""By when claims must be public to be known."""

from __future__ import annotations

from datetime import date, datetime

from troopmoves.errors import TimingError
from troopmoves.timing.when import day_of


def limit_of(known: date | datetime | str) -> date | datetime:
    """Return the day (inclusive) or the moment by which claims must be public.

    Raises:
        TimingError: If there is no such day, or a moment has no offset.
    """
    if not isinstance(known, datetime):
        return day_of(known, "known")
    if known.utcoffset() is None:
        raise TimingError("known", known, "a moment has an offset", "add a timezone, or give the day alone")
    return known
