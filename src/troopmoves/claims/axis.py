"""The axes a claim is placed on, kept apart on purpose.

How far a change has got, whether it is affirmed or denied, what the speaker does with it, and what kind
of entry it is are four questions; one list of statuses would answer none of them. What each value does
to a state stands in `troopmoves.claims.effect`.

To add a value: one member here with its docstring, its row in the effect table, one test.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from troopmoves.errors import ClaimError

Word = TypeVar("Word", bound=StrEnum)
"""Any axis."""


def member(axis: type[Word], value: str, where: str, error: type[ClaimError] = ClaimError) -> Word:
    """Return the member of an axis that a word stands for.

    Raises:
        ClaimError: If the axis has no such word; *error* may be a more special one.
    """
    try:
        return axis(value)
    except ValueError:
        raise error(where, value, "no such choice", f"choose among {', '.join(axis)}") from None


def check_member(axis: type[StrEnum], value: object, where: str) -> None:
    """Raise unless a record holds a member of an axis: its bare word would be taken for another one.

    Raises:
        ClaimError: If it does not.
    """
    if not isinstance(value, axis):
        raise ClaimError(where, value, f"this is a member of {axis.__name__}", f"use {axis.__name__}(...)")


class Progress(StrEnum):
    """How far a change has got."""

    CONSIDERED = "considered"
    """Talked of; nothing is decided."""
    PLANNED = "planned"
    """Decided or announced; not begun."""
    ORDERED = "ordered"
    """An order has been given; not begun."""
    UNDER_WAY = "under_way"
    """Begun and not yet complete."""
    PAUSED = "paused"
    """Begun and halted: any part of it may have taken place."""
    COMPLETED = "completed"
    """Has taken place in full."""
    CANCELLED = "cancelled"
    """Will not take place."""


PLANS = frozenset({Progress.CONSIDERED, Progress.PLANNED, Progress.ORDERED})
"""The values of `Progress` that make a change a plan."""

BEGUN = frozenset({Progress.UNDER_WAY, Progress.PAUSED, Progress.COMPLETED})
"""The values of `Progress` that make a change one that has begun."""


class Polarity(StrEnum):
    """Whether the speaker says that it is so, or that it is not."""

    AFFIRMED = "affirmed"
    """It is so."""
    NEGATED = "negated"
    """It is not so: "we will not withdraw"."""


class Stance(StrEnum):
    """What the speaker does with the proposition."""

    ASSERTS = "asserts"
    """Says that it is so; admitted unless the assumptions say otherwise."""
    ALLEGES = "alleges"
    """Says so of somebody else, without standing for it."""
    EXPECTS = "expects"
    """Thinks that it will be so."""
    PROPOSES = "proposes"
    """Puts it forward for decision."""
    DEMANDS = "demands"
    """Wants it to be so."""
    THREATENS = "threatens"
    """Says that it will be so unless something else happens."""


class Category(StrEnum):
    """What kind of entry a claim is (the reporting categories of JC3IEDM that trackers need)."""

    REPORTED = "reported"
    """Somebody said it; admitted unless the assumptions say otherwise."""
    INFERRED = "inferred"
    """The tracker concludes it from what was said."""
    ASSUMED = "assumed"
    """The tracker takes it for granted without evidence."""


class Status(StrEnum):
    """Where a claim stands in the tracker's own work; it never changes an answer."""

    ENTERED = "entered"
    """Typed in; nobody else has looked."""
    REVIEWED = "reviewed"
    """A second person has compared it with the source."""
    QUESTIONED = "questioned"
    """Somebody doubts that it records the source rightly."""


class Credibility(StrEnum):
    """The Admiralty (NATO AJP-2.1) number of a piece of information; decides nothing by itself."""

    CONFIRMED = "1"
    """Confirmed by other sources."""
    PROBABLY_TRUE = "2"
    """Probably true."""
    POSSIBLY_TRUE = "3"
    """Possibly true."""
    DOUBTFUL = "4"
    """Doubtful."""
    IMPROBABLE = "5"
    """Improbable."""
    CANNOT_BE_JUDGED = "6"
    """Truth cannot be judged."""


class Reliability(StrEnum):
    """The Admiralty (NATO AJP-2.1) letter of a source; decides nothing by itself."""

    COMPLETELY_RELIABLE = "A"
    """Completely reliable."""
    USUALLY_RELIABLE = "B"
    """Usually reliable."""
    FAIRLY_RELIABLE = "C"
    """Fairly reliable."""
    NOT_USUALLY_RELIABLE = "D"
    """Not usually reliable."""
    UNRELIABLE = "E"
    """Unreliable."""
    CANNOT_BE_JUDGED = "F"
    """Reliability cannot be judged."""


class Basis(StrEnum):
    """What a figure measures; only `PRESENT` is ever counted as people at a place."""

    PRESENT = "present"
    """People who are there."""
    AUTHORISED = "authorised"
    """The ceiling that a mandate or parliament allows."""
    PLEDGED = "pledged"
    """People promised."""
    STANDBY = "standby"
    """People held ready elsewhere."""
    CUMULATIVE = "cumulative"
    """People who have been there over a period, rotations added up."""


class Holds(StrEnum):
    """On which days of its window a presence holds."""

    SOMETIME = "sometime"
    """On some day of the window."""
    THROUGHOUT = "throughout"
    """On every day of the window."""


class PostureKind(StrEnum):
    """How a posture changes; the rules of each kind stand in `troopmoves.claims.kind`."""

    DEPLOY = "deploy"
    """People are sent to a place."""
    RELOCATE = "relocate"
    """People move from one place to another."""
    WITHDRAW = "withdraw"
    """People leave a place."""
    REPATRIATE = "repatriate"
    """People leave a place for their own country."""
    REDUCE = "reduce"
    """Their number at a place is lowered."""
    REINFORCE = "reinforce"
    """Their number at a place is raised."""
    ROTATE = "rotate"
    """People are replaced by as many others."""
    MAINTAIN = "maintain"
    """People stay where they are."""


class ActivityKind(StrEnum):
    """How an activity changes; it moves nobody."""

    STARTED = "started"
    """The activity begins."""
    SUSPENDED = "suspended"
    """The activity is halted for a time ("operational pause")."""
    RESUMED = "resumed"
    """The activity goes on after a halt."""
    ENDED = "ended"
    """The activity is over."""


class ProtectionKind(StrEnum):
    """How force protection changes; it moves nobody."""

    RAISED = "raised"
    """More is done for the safety of the people there ("reinforced security")."""
    LOWERED = "lowered"
    """Less is done for the safety of the people there."""


class LinkKind(StrEnum):
    """What one claim does to another."""

    RETRACTS = "retracts"
    """The other was a mistake; hidden from the publication of this one on."""
    CORRECTS = "corrects"
    """The other is replaced by this one, which puts it right; hidden likewise."""
    SUPERSEDES = "supersedes"
    """The other is replaced by this one, which is newer; hidden likewise."""
    CONFIRMS = "confirms"
    """The other is said again by somebody."""
    NEGATES = "negates"
    """The other is denied."""


HIDING = frozenset({LinkKind.RETRACTS, LinkKind.CORRECTS, LinkKind.SUPERSEDES})
"""The links that hide the claim they name."""
