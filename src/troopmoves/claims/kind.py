"""The rules of each kind of posture change, in one table.

A row says which ends the kind must name, which it may not, whether people change place at all, and what
its denial would mean. The records check themselves against it; the engine reads from it where people go.

To add a kind: one member of `PostureKind`, one row here, one test.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from troopmoves.claims.axis import PostureKind


class End(StrEnum):
    """Whether a kind of change names one of its two ends."""

    REQUIRED = "required"
    """It must."""
    OPTIONAL = "optional"
    """It may; left out, anywhere else is meant."""
    EITHER = "either"
    """It must name this end or the other."""
    REFUSED = "refused"
    """It has no such end."""


class Denied(StrEnum):
    """What the denial of a kind of change rules out."""

    FALL = "fall"
    """That the number at the origin (else: the rise at the destination) falls."""
    RISE = "rise"
    """That the number at the destination rises."""
    MEANINGLESS = "meaningless"
    """Nothing definite; such a denial is refused."""


@attrs.frozen(kw_only=True)
class KindRule:
    """What one kind of posture change requires and means."""

    origin: End
    """Whether it names where people leave."""
    destination: End
    """Whether it names where people arrive (for those who stay: where they are)."""
    moves: bool
    """Whether the number of people at a place changes by it."""
    homeward: bool = False
    """Whether people without a named destination go to their own country."""
    denied: Denied
    """What its denial rules out (see `Denied`)."""


_OUT = KindRule(origin=End.REQUIRED, destination=End.OPTIONAL, moves=True, denied=Denied.FALL)
_IN = KindRule(origin=End.OPTIONAL, destination=End.REQUIRED, moves=True, denied=Denied.RISE)
_STAY = KindRule(origin=End.REFUSED, destination=End.REQUIRED, moves=False, denied=Denied.MEANINGLESS)

RULES: Final[Mapping[PostureKind, KindRule]] = MappingProxyType(
    {
        PostureKind.DEPLOY: _IN,
        PostureKind.RELOCATE: KindRule(
            origin=End.EITHER, destination=End.EITHER, moves=True, denied=Denied.FALL
        ),
        PostureKind.WITHDRAW: _OUT,
        PostureKind.REPATRIATE: attrs.evolve(_OUT, homeward=True),
        PostureKind.REDUCE: _OUT,
        PostureKind.REINFORCE: _IN,
        PostureKind.ROTATE: _STAY,
        PostureKind.MAINTAIN: _STAY,
    }
)
"""The rules of every kind of posture change."""
