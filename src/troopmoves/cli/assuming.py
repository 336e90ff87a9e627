"""The options that several commands share: what is assumed, what was known, and how results are printed.

Each class is taken apart into options by cyclopts: a field is an option, the string below it its help.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated, Literal, TypeAlias, final

import attrs
from cyclopts import Group, Parameter

from troopmoves.claims.assumptions import UNLIMITED, Assumptions
from troopmoves.cli.layout import Format
from troopmoves.errors import AssumptionError, TimingError

ASSUMPTIONS = Group("Assumptions", sort_key=2)
"""Where the help lists what is assumed."""
OUTPUT = Group("Output", sort_key=3)
"""Where the help lists how results are printed."""

ConventionName: TypeAlias = Literal["press/1", "literal", "iiss/2020", "iiss/2010"]


@Parameter(name="*", group=ASSUMPTIONS)
@final
@attrs.frozen(kw_only=True)
class Assuming:
    """What an answer assumes beyond the claims."""

    plans: Literal["may", "done", "ignore"] = "may"
    """What becomes of plans: they may have been carried out, have been, or have not."""
    convention: ConventionName = "press/1"
    """What hedge words mean in numbers."""
    carry: str = "365"
    """For how many days nothing is taken to have gone unreported, or "unlimited"."""
    stance: Annotated[
        tuple[Literal["asserts", "alleges", "expects", "proposes", "demands", "threatens"], ...],
        Parameter(negative=()),
    ] = ("asserts",)
    """A stance of speakers that is admitted; several times for several."""
    category: Annotated[tuple[Literal["reported", "inferred", "assumed"], ...], Parameter(negative=())] = (
        "reported",
    )
    """A category of claims that is admitted; several times for several."""
    ranking: Literal["equal", "admiralty", "recency"] = "equal"
    """Which of several contradicting claims yields: each in turn, the worse rated, or the older."""

    @property
    def assumptions(self) -> Assumptions:
        """The assumptions that these options make."""
        return Assumptions.of(
            plans=self.plans,
            convention=self.convention,
            carry=carry_of(self.carry),
            stances=self.stance,
            categories=self.category,
            ranking=self.ranking,
        )


@Parameter(name="*", group=OUTPUT)
@final
@attrs.frozen(kw_only=True)
class Printed:
    """How results are printed."""

    format: Annotated[Format, Parameter(alias="-f")] = "table"
    """A table for people, JSON for programs, Markdown for pages."""


ASSUMING = Assuming()
"""The assumptions of whoever chooses none."""
PRINTED = Printed()
"""A table."""


def carry_of(text: str) -> timedelta:
    """Return for how long a level holds.

    >>> carry_of("30").days
    30

    Raises:
        AssumptionError: If it is neither a number of days nor "unlimited".
    """
    if text == "unlimited":
        return UNLIMITED
    most = 6
    if not (text.isascii() and text.isdigit() and len(text) <= most):
        raise AssumptionError("--carry", text, "a carry is a number of days", "write --carry 30 or unlimited")
    return timedelta(days=int(text))


def known_of(text: str | None) -> date | datetime | str | None:
    """Return by when claims were public: a day, or a moment with its offset.

    >>> known_of("2020-01-07T18:30+00:00").hour
    18

    Raises:
        TimingError: If there is no such moment.
    """
    if text is None or "T" not in text:
        return text
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        way_out = "write --known 2020-01-07 or --known 2020-01-07T18:30+00:00"
        raise TimingError("--known", text, "no such moment", way_out) from None
