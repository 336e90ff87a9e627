"""The symbol identification code of NATO's APP-6(D): twenty digits that a map draws as a military symbol.

::

    10      0        1         10          0        0            16        000000  00         00
    version context  identity  symbol set  status   HQ, TF or    echelon   icon    modifier   modifier
    (D)     reality  unknown   land unit   present  dummy: none  battalion none    1: none    2: none

The library knows how large a unit is said to be and whether it is there or only planned to be. It does not
know who is whose friend: the identity is `UNKNOWN` unless the caller says otherwise. What a unit does is not
drawn.

To add an amplifier: one keyword of `symbol_code`, one row in its table, one test.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Final, final

from troopmoves.entities.unit import Echelon


@final
class Identity(StrEnum):
    """Whose side a symbol is drawn on, in the words of APP-6."""

    PENDING = "pending"
    """Not looked at yet; drawn with a dashed frame, like everything that is planned."""
    UNKNOWN = "unknown"
    """Not known; the default."""
    ASSUMED_FRIEND = "assumed_friend"
    """Taken for a friend."""
    FRIEND = "friend"
    """Of one's own side."""
    NEUTRAL = "neutral"
    """Of neither side."""
    SUSPECT = "suspect"
    """Taken for an enemy."""
    HOSTILE = "hostile"
    """An enemy."""


@final
class SymbolSet(StrEnum):
    """What sort of thing is drawn; people are a land unit."""

    LAND_UNIT = "land_unit"
    """People on the ground, whatever they do."""
    LAND_INSTALLATION = "land_installation"
    """A camp, airfield or port."""


_VERSION: Final = "10"
_REALITY: Final = "0"
_NO_HEADQUARTERS: Final = "0"
_NO_ICON: Final = "0000000000"
_NO_ECHELON: Final = "00"

_IDENTITIES: Final = MappingProxyType({identity: str(digit) for digit, identity in enumerate(Identity)})
_SYMBOL_SETS: Final = MappingProxyType({SymbolSet.LAND_UNIT: "10", SymbolSet.LAND_INSTALLATION: "20"})
_ECHELONS: Final = MappingProxyType(
    {
        Echelon.TEAM: "11",
        Echelon.SQUAD: "12",
        Echelon.SECTION: "13",
        Echelon.PLATOON: "14",
        Echelon.COMPANY: "15",
        Echelon.BATTALION: "16",
        Echelon.REGIMENT: "17",
        Echelon.BRIGADE: "18",
        Echelon.DIVISION: "21",
        Echelon.CORPS: "22",
        Echelon.ARMY: "23",
        Echelon.ARMY_GROUP: "24",
        Echelon.THEATRE: "25",
        Echelon.COMMAND: "26",
    }
)


def symbol_code(
    *,
    identity: Identity = Identity.UNKNOWN,
    planned: bool = False,
    echelon: Echelon | None = None,
    symbol_set: SymbolSet = SymbolSet.LAND_UNIT,
) -> str:
    """Return the twenty digits of a symbol.

    >>> symbol_code(echelon=Echelon.BATTALION)
    '10011000160000000000'
    >>> symbol_code(identity=Identity.NEUTRAL, planned=True)
    '10041010000000000000'

    Args:
        identity: Whose side it is drawn on.
        planned: Whether it is only planned to be there, drawn with a dashed frame.
        echelon: How large it is; None draws nothing above the frame.
        symbol_set: What sort of thing it is.
    """
    digits = (
        _VERSION,
        _REALITY,
        _IDENTITIES[identity],
        _SYMBOL_SETS[symbol_set],
        "1" if planned else "0",
        _NO_HEADQUARTERS,
        _NO_ECHELON if echelon is None else _ECHELONS[echelon],
        _NO_ICON,
    )
    return "".join(digits)
