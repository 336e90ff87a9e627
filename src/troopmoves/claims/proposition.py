"""What a claim says: a level, a flow, or a change that moves nobody.

The records are flat and final; each checks its own rules when built, so a proposition that could not
mean anything does not exist. The rules per kind of posture change stand in `troopmoves.claims.kind`.
"""

from __future__ import annotations

from typing import TypeAlias, final

import attrs

from troopmoves.claims.axis import (
    ActivityKind,
    Basis,
    Holds,
    PostureKind,
    Progress,
    ProtectionKind,
    check_member,
)
from troopmoves.claims.kind import RULES, End
from troopmoves.entities.force import Force
from troopmoves.entities.place import Place
from troopmoves.errors import (
    AmountError,
    ClaimError,
    MissingDestinationError,
    MissingOriginError,
    NeedlessOriginError,
    ReturnError,
    SamePlaceError,
)
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.quantity.share import Share
from troopmoves.timing.when import When


@final
@attrs.frozen
class Whole:
    """The people that a share is a part of."""

    force: Force
    """Whose people."""
    place: Place
    """Where they are."""

    def __str__(self) -> str:
        return f"{self.force} in {self.place}"


@final
@attrs.frozen(kw_only=True)
class Presence:
    """A level: so many of a force are at a place in a window of days.

    A presence carries either a headcount or a share of a whole. Only the basis `PRESENT` counts people.
    """

    force: Force
    """Whose people."""
    place: Place
    """Where they are."""
    headcount: Headcount | None = None
    """How many persons."""
    share: Share | None = None
    """Which part of *whole*."""
    whole: Whole | None = None
    """What *share* is a part of."""
    when: When
    """The window of days in which they are there; a single day means its beginning."""
    holds: Holds = Holds.SOMETIME
    """Whether it holds on some day of the window or on every day."""
    basis: Basis = Basis.PRESENT
    """What the figure measures."""

    def __attrs_post_init__(self) -> None:
        check_member(Holds, self.holds, "Presence.holds")
        check_member(Basis, self.basis, "Presence.basis")
        _one_amount("Presence", self.headcount, self.share, self.whole)
        if self.headcount is None and self.share is None:
            raise AmountError(
                "Presence.headcount",
                None,
                "a presence says how many",
                "write 'some' for a number that is not given, 'unknown' where nothing is said",
            )
        if self.share is not None and self.whole is None:
            raise AmountError("Presence.whole", None, "a share is a share of something", "name the whole")

    def __str__(self) -> str:
        count = self.headcount if self.share is None else f"{self.share} of {self.whole}:"
        basis = "" if self.basis is Basis.PRESENT else f", {self.basis}"
        return f"{count} {self.force} in {self.place}, {self.when}{basis}"


@final
@attrs.frozen(kw_only=True)
class PostureChange:
    """A flow: some of a force move, or do not.

    Neither headcount nor share means that no number is given. A share without a whole is a share of those
    at the origin when the window opens.
    """

    kind: PostureKind
    """How the posture changes."""
    force: Force
    """Whose people."""
    origin: Place | None = None
    """Where people leave; none: anywhere else."""
    destination: Place | None = None
    """Where people arrive, or stay; none: anywhere else."""
    headcount: Headcount | None = None
    """How many persons."""
    share: Share | None = None
    """Which part of *whole*."""
    whole: Whole | None = None
    """What *share* is a part of."""
    when: When
    """The window: nothing has moved on the day it opens, all has on the day it ends."""
    progress: Progress = Progress.PLANNED
    """How far it has got."""
    temporary: bool = False
    """Whether the people are to come back."""
    until: When | None = None
    """When those who move for a time come back."""
    condition: str = ""
    """What it depends on, in words."""

    def __attrs_post_init__(self) -> None:
        check_member(PostureKind, self.kind, "PostureChange.kind")
        where = f"PostureChange({self.kind})"
        check_member(Progress, self.progress, f"{where}.progress")
        _ends(where, self)
        _one_amount(where, self.headcount, self.share, self.whole)
        if self.share is not None and self.whole is None and self.origin is None:
            raise AmountError(f"{where}.whole", None, "a share is a share of something", "name the whole")
        _return(where, self)

    def __str__(self) -> str:
        count = self.headcount if self.share is None else f"{self.share} of"
        if self.whole is not None:
            count = f"{count} {self.whole}:"
        parts = [str(self.kind), *([] if count is None else [str(count)]), str(self.force)]
        if self.origin is not None:
            parts.append(f"from {self.origin}")
        if self.destination is not None:
            parts.append(f"{'to' if RULES[self.kind].moves else 'in'} {self.destination}")
        more = [str(self.when), str(self.progress).replace("_", " ")]
        more += ["for a time" if self.until is None else f"until {self.until}"] if self.temporary else []
        more += [self.condition] if self.condition else []
        return ", ".join([" ".join(parts), *more])


@final
@attrs.frozen(kw_only=True)
class ActivityChange:
    """An activity starts, is suspended, goes on or ends; it moves nobody."""

    force: Force
    """Whose activity."""
    place: Place
    """Where."""
    activity: str
    """Which activity, in a word: "training"."""
    kind: ActivityKind
    """How it changes."""
    when: When
    """When it changes."""
    progress: Progress = Progress.COMPLETED
    """How far the change has got."""

    def __attrs_post_init__(self) -> None:
        check_member(ActivityKind, self.kind, "ActivityChange.kind")
        check_member(Progress, self.progress, "ActivityChange.progress")
        if not self.activity.strip():
            raise ClaimError(
                "ActivityChange.activity", self.activity, "it names the activity", "say 'training'"
            )

    def __str__(self) -> str:
        progress = str(self.progress).replace("_", " ")
        said = f"{self.activity} {self.kind}: {self.force} in {self.place}, {self.when}"
        return said if self.progress is Progress.COMPLETED else f"{said}, {progress}"


@final
@attrs.frozen(kw_only=True)
class ProtectionChange:
    """Force protection is raised or lowered; it moves nobody and is never a reinforcement."""

    force: Force
    """Whose protection."""
    place: Place
    """Where."""
    kind: ProtectionKind
    """How it changes."""
    when: When
    """When it changes."""

    def __attrs_post_init__(self) -> None:
        check_member(ProtectionKind, self.kind, "ProtectionChange.kind")

    def __str__(self) -> str:
        return f"protection {self.kind}: {self.force} in {self.place}, {self.when}"


Proposition: TypeAlias = Presence | PostureChange | ActivityChange | ProtectionChange
"""Anything a claim can say."""


def amount_of(proposition: Presence | PostureChange) -> Headcount | Share:
    """Return the headcount or share, UNKNOWN where a change gives no number."""
    if proposition.share is not None:
        return proposition.share
    return proposition.headcount or Headcount(kind=HeadcountKind.UNKNOWN)


def _one_amount(where: str, headcount: Headcount | None, share: Share | None, whole: Whole | None) -> None:
    if headcount is not None and share is not None:
        raise AmountError(f"{where}.share", share, "it has a headcount or a share", "make two claims")
    if whole is not None and share is None:
        raise AmountError(
            f"{where}.whole", whole, "a whole stands beside a share", "give the share, or drop it"
        )


def _ends(where: str, change: PostureChange) -> None:
    rule = RULES[change.kind]
    if rule.origin is End.REFUSED and change.origin is not None:
        raise NeedlessOriginError(
            f"{where}.origin", str(change.origin), "nobody leaves by it", "name the place as destination"
        )
    if rule.origin is End.REQUIRED and change.origin is None:
        raise MissingOriginError(f"{where}.origin", None, "it names the place that people leave")
    if rule.destination is End.REQUIRED and change.destination is None:
        raise MissingDestinationError(
            f"{where}.destination", None, "it names the place where people arrive or stay"
        )
    if rule.origin is End.EITHER and change.origin is None and change.destination is None:
        raise MissingOriginError(f"{where}.origin", None, "it names an origin, a destination or both")
    if change.origin is not None and change.origin == change.destination:
        raise SamePlaceError(
            f"{where}.destination",
            str(change.destination),
            "it is the origin too",
            "name what is known of the new place with Unspecified or AnyOf",
        )


def _return(where: str, change: PostureChange) -> None:
    if change.until is None:
        return
    if not change.temporary:
        raise ReturnError(
            f"{where}.until", str(change.until), "only a temporary change ends", "say temporary"
        )
    ends, opens = change.until.latest, change.when.earliest
    if ends is not None and opens is not None and ends < opens:
        raise ReturnError(f"{where}.until", str(change.until), f"it begins later, {change.when}")
