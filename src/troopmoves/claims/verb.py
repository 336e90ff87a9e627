"""Claims without ceremony: one verb each, from codes, notation and dates as text.

Every verb is a function here and a method of `Report`. Places and forces may be given as models or as
codes, headcounts in the notation of `Headcount.of`, days in that of `When.of`. The records stay underneath.

To add a verb: one function here, one line in `Report`, one name at the front door, one test.
"""

from __future__ import annotations

from datetime import date
from typing import TypeAlias, Unpack

from troopmoves.claims.axis import (
    ActivityKind,
    Basis,
    Holds,
    LinkKind,
    PostureKind,
    Progress,
    ProtectionKind,
    member,
)
from troopmoves.claims.claim import Claim, Details, Link
from troopmoves.claims.proposition import ActivityChange, PostureChange, Presence, ProtectionChange, Whole
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import Place, place_of
from troopmoves.entities.unit import Unit
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.timing.when import When

ForceLike: TypeAlias = Force | Nation | Operation | Unit | str
PlaceLike: TypeAlias = Place | str
CountLike: TypeAlias = Headcount | Share | int | str
WhenLike: TypeAlias = When | date | str


class ChangeDetails(Details, total=False):
    """What a posture change may carry beside its ends and its window, as the verbs take it."""

    whole: Whole
    """What a share is a part of; not given: those at the origin when the window opens."""
    progress: Progress | str
    """How far it has got; not given: planned."""
    temporary: bool
    """Whether the people are to come back."""
    until: WhenLike
    """When those who move for a time come back."""
    condition: str
    """What it depends on, in words."""


def present(
    who: ForceLike,
    where: PlaceLike,
    count: CountLike,
    *,
    when: WhenLike,
    whole: Whole | None = None,
    holds: Holds | str = Holds.SOMETIME,
    basis: Basis | str = Basis.PRESENT,
    **details: Unpack[Details],
) -> Claim:
    """Return the claim that so many are at a place.

    >>> print(present("FRA", "IRQ", "about 200", when="2020-01-07", id="fra-iraq"))
    fra-iraq: about 200 FRA in Iraq, 7 Jan 2020
    """
    headcount, share = _amount(count)
    level = Presence(
        force=Force.of(who),
        place=place_of(where),
        headcount=headcount,
        share=share,
        whole=whole,
        when=When.of(when),
        holds=member(Holds, holds, "Presence.holds"),
        basis=member(Basis, basis, "Presence.basis"),
    )
    return Claim.of(level, **details)


def deploy(
    who: ForceLike,
    count: CountLike | None = None,
    *,
    to: PlaceLike,
    origin: PlaceLike | None = None,
    when: WhenLike,
    **details: Unpack[ChangeDetails],
) -> Claim:
    """Return the claim that people are sent to a place."""
    return _change(PostureKind.DEPLOY, who, count, ends=(origin, to), when=when, details=details)


def relocate(
    who: ForceLike,
    count: CountLike | None = None,
    *,
    origin: PlaceLike | None = None,
    to: PlaceLike | None = None,
    when: WhenLike,
    **details: Unpack[ChangeDetails],
) -> Claim:
    """Return the claim that people move from one place to another.

    >>> print(relocate("CAN", "some", origin="IRQ", to="KWT", when="2020-01-07/..", id="can-kuwait"))
    can-kuwait: relocate some CAN from Iraq to Kuwait, from 7 Jan 2020, planned
    """
    return _change(PostureKind.RELOCATE, who, count, ends=(origin, to), when=when, details=details)


def withdraw(
    who: ForceLike,
    count: CountLike | None = None,
    *,
    origin: PlaceLike,
    to: PlaceLike | None = None,
    when: WhenLike,
    **details: Unpack[ChangeDetails],
) -> Claim:
    """Return the claim that people leave a place."""
    return _change(PostureKind.WITHDRAW, who, count, ends=(origin, to), when=when, details=details)


def repatriate(
    who: ForceLike,
    count: CountLike | None = None,
    *,
    origin: PlaceLike,
    when: WhenLike,
    **details: Unpack[ChangeDetails],
) -> Claim:
    """Return the claim that people leave a place for their own country."""
    return _change(PostureKind.REPATRIATE, who, count, ends=(origin, None), when=when, details=details)


def reduce(
    who: ForceLike,
    count: CountLike | None = None,
    *,
    origin: PlaceLike,
    to: PlaceLike | None = None,
    when: WhenLike,
    **details: Unpack[ChangeDetails],
) -> Claim:
    """Return the claim that the number at a place is lowered."""
    return _change(PostureKind.REDUCE, who, count, ends=(origin, to), when=when, details=details)


def reinforce(
    who: ForceLike,
    count: CountLike | None = None,
    *,
    to: PlaceLike,
    origin: PlaceLike | None = None,
    when: WhenLike,
    **details: Unpack[ChangeDetails],
) -> Claim:
    """Return the claim that the number at a place is raised."""
    return _change(PostureKind.REINFORCE, who, count, ends=(origin, to), when=when, details=details)


def rotate(
    who: ForceLike,
    count: CountLike | None = None,
    *,
    at: PlaceLike,
    when: WhenLike,
    **details: Unpack[ChangeDetails],
) -> Claim:
    """Return the claim that people at a place are replaced by as many others."""
    return _change(PostureKind.ROTATE, who, count, ends=(None, at), when=when, details=details)


def maintain(
    who: ForceLike,
    count: CountLike | None = None,
    *,
    at: PlaceLike,
    when: WhenLike,
    **details: Unpack[ChangeDetails],
) -> Claim:
    """Return the claim that people stay where they are."""
    return _change(PostureKind.MAINTAIN, who, count, ends=(None, at), when=when, details=details)


def suspend(
    who: ForceLike,
    where: PlaceLike,
    activity: str,
    *,
    when: WhenLike,
    progress: Progress | str = Progress.COMPLETED,
    **details: Unpack[Details],
) -> Claim:
    """Return the claim that an activity is halted for a time; it moves nobody."""
    return _activity(
        ActivityKind.SUSPENDED, who, where, activity, when=when, progress=progress, details=details
    )


def resume(
    who: ForceLike,
    where: PlaceLike,
    activity: str,
    *,
    when: WhenLike,
    progress: Progress | str = Progress.COMPLETED,
    **details: Unpack[Details],
) -> Claim:
    """Return the claim that an activity goes on after a halt; it moves nobody."""
    return _activity(
        ActivityKind.RESUMED, who, where, activity, when=when, progress=progress, details=details
    )


def raise_protection(
    who: ForceLike, where: PlaceLike, *, when: WhenLike, **details: Unpack[Details]
) -> Claim:
    """Return the claim that force protection is raised; it moves nobody and reinforces nothing."""
    change = ProtectionChange(
        force=Force.of(who), place=place_of(where), kind=ProtectionKind.RAISED, when=When.of(when)
    )
    return Claim.of(change, **details)


def retract(claim: str | Claim, **details: Unpack[Details]) -> Claim:
    """Return the claim that another claim was a mistake.

    >>> print(retract("usa-letter", id="usa-mistake"))
    usa-mistake: retracts usa-letter
    """
    return _link(LinkKind.RETRACTS, claim, details)


def confirm(claim: str | Claim, **details: Unpack[Details]) -> Claim:
    """Return the claim that another claim is so."""
    return _link(LinkKind.CONFIRMS, claim, details)


def deny(claim: str | Claim, **details: Unpack[Details]) -> Claim:
    """Return the claim that another claim is not so."""
    return _link(LinkKind.NEGATES, claim, details)


def _amount(count: CountLike) -> tuple[Headcount | None, Share | None]:
    if isinstance(count, Share):
        return None, count
    return Headcount.of(count), None


def _change(
    kind: PostureKind,
    who: ForceLike,
    count: CountLike | None,
    *,
    ends: tuple[PlaceLike | None, PlaceLike | None],
    when: WhenLike,
    details: ChangeDetails,
) -> Claim:
    headcount, share = (None, None) if count is None else _amount(count)
    origin, destination = (None if end is None else place_of(end) for end in ends)
    until = details.get("until")
    change = PostureChange(
        kind=kind,
        force=Force.of(who),
        origin=origin,
        destination=destination,
        headcount=headcount,
        share=share,
        whole=details.get("whole"),
        when=When.of(when),
        progress=member(
            Progress, details.get("progress", Progress.PLANNED), f"PostureChange({kind}).progress"
        ),
        temporary=details.get("temporary", False),
        until=None if until is None else When.of(until),
        condition=details.get("condition", ""),
    )
    return Claim.of(change, **_claim_details(details))


def _claim_details(details: ChangeDetails) -> Details:
    """Return the details that are no part of the change itself; the claim refuses what is unknown."""
    own = ChangeDetails.__annotations__.keys() - Details.__annotations__.keys()
    return {name: value for name, value in details.items() if name not in own}  # type: ignore[return-value]  # a part of the same typed dict


def _activity(
    kind: ActivityKind,
    who: ForceLike,
    where: PlaceLike,
    activity: str,
    *,
    when: WhenLike,
    progress: Progress | str,
    details: Details,
) -> Claim:
    change = ActivityChange(
        force=Force.of(who),
        place=place_of(where),
        activity=activity,
        kind=kind,
        when=When.of(when),
        progress=member(Progress, progress, "ActivityChange.progress"),
    )
    return Claim.of(change, **details)


def _link(kind: LinkKind, claim: str | Claim, details: Details) -> Claim:
    named = claim if isinstance(claim, str) else claim.id
    links = (Link(kind, named), *details.get("links", ()))
    return Claim.of(None, **{**details, "links": links})  # type: ignore[arg-type]  # the same typed dict
