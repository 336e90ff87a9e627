"""A claim as it stands in a ledger: with the report it came from, if any."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import final

import attrs

from troopmoves.claims.claim import Claim
from troopmoves.claims.report import Report
from troopmoves.timing.when import show_day


@final
@attrs.frozen(repr=False)
class Entry:
    """A claim and its report."""

    claim: Claim
    """The claim."""
    report: Report | None = None
    """The report it stands in; none for a claim built without a source."""

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.claim.id

    @property
    def public(self) -> date | datetime | None:
        """When the claim became public: as attributed, else as the report was published."""
        if self.claim.said.public is not None:
            return self.claim.said.public
        return None if self.report is None else self.report.published

    @property
    def public_day(self) -> date | None:
        """The day on which the claim became public, where it was said."""
        return None if self.public is None else _printed_day(self.public)

    @property
    def source(self) -> str:
        """Who says so and since when, as a reader would cite it."""
        who = self.claim.said.by or ("" if self.report is None else self.report.source_name)
        day = "" if self.public_day is None else show_day(self.public_day)
        return ", ".join(part for part in (who, day) if part) or "no source"

    def __str__(self) -> str:
        return f"{self.claim} ({self.source})"

    def __repr__(self) -> str:
        return f"<Entry {self.id}: {self.source}>"


def is_known(public: date | datetime | None, known: date | datetime | None) -> bool:
    """Return whether what became public then is known by a day (inclusive) or moment.

    What bears no day of publication is always known. Between a day and a moment, the day decides: that of
    the publication is the one printed on it, that of a moment by which things are known is the one in UTC.
    """
    if public is None or known is None:
        return True
    if isinstance(public, datetime) and isinstance(known, datetime):
        return public <= known
    return _printed_day(public) <= _day_in_utc(known)


def comes_after(later: date | datetime | None, earlier: date | datetime | None) -> bool:
    """Return whether one publication certainly comes after another."""
    if later is None or earlier is None:
        return False
    if isinstance(later, datetime) and isinstance(earlier, datetime):
        return later > earlier
    return _printed_day(later) > _printed_day(earlier)


def _printed_day(public: date | datetime) -> date:
    return public.date() if isinstance(public, datetime) else public


def _day_in_utc(moment: date | datetime) -> date:
    return moment.astimezone(UTC).date() if isinstance(moment, datetime) else moment
