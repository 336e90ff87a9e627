"""The colours, sizes and signs of all charts, chosen once.

Nothing is told by colour alone: what is certain is solid and filled, what is possible dashed and hollow, what
is ruled out a cross. The colours keep apart for colour-blind readers and, being of different lightness, in
grey. To change one, change it here and look at the pictures of the reference.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from troopmoves.quantity.verdict import Verdict

INK: Final = "#1a1a1a"
"""Words."""
QUIET: Final = "#595959"
"""Words beside the matter, and what was before; seven times as dark as the ground it stands on."""
LINE: Final = "#d9d9d9"
"""Lines that only lead the eye."""
SEA: Final = "#f4f6f8"
"""What is no land on a map."""
LAND: Final = "#dedede"
"""Land on a map."""
GROUND: Final = "#ffffff"
"""Behind everything."""
STRONG: Final = "#0b4f8a"
"""What the claims say; a dark blue."""
BAND: Final = "#a9cdea"
"""What the claims allow; the blue made light."""
ALERT: Final = "#b5430b"
"""What was taken back; a vermilion as light as a middle grey."""

FONT: Final = "Arial, Liberation Sans, Helvetica, sans-serif"
"""Found nearly everywhere, so that a picture looks alike on all machines."""
SIZE: Final = 12
"""Of words, in pixels; at 600 pixels of width nothing that must be read is smaller."""
SMALL: Final = 11
"""Of the source line."""
TITLE: Final = 16
"""Of the finding."""

DASHED: Final = (4, 3)
"""The stroke of what is possible: a plan, a change that may be."""
DOTTED: Final = (1, 3)
"""The stroke of what nobody has said: a place that is not named."""

SIGNS: Final = MappingProxyType(
    {
        Verdict.CERTAIN: ("circle", True),
        Verdict.POSSIBLE: ("circle", False),
        Verdict.RULED_OUT: ("cross", False),
    }
)
"""The shape of each verdict, and whether it is filled."""

CROSS: Final = "M-0.6,-0.6L0.6,0.6M0.6,-0.6L-0.6,0.6"
"""A saltire, as a path in a square of two by two; Vega's own cross is upright and reads as a plus."""


def fading(colour: str, *, to_the_right: bool) -> dict[str, object]:
    """Return a fill that fades where an end is open: to the right, or else upwards.

    >>> fading("#000000", to_the_right=True)["x2"]
    1
    """
    end = {"x1": 0, "y1": 0, "x2": 1, "y2": 0} if to_the_right else {"x1": 0, "y1": 1, "x2": 0, "y2": 0}
    stops = [{"offset": 0, "color": colour}, {"offset": 1, "color": GROUND}]
    return {"gradient": "linear", **end, "stops": stops}
