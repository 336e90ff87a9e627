"""Misuse of the room `quantity` that type checkers reject; read by mypy, never run.

Each line carries the error it must give: an ignore that nothing needs any more is an error itself.
"""

from troopmoves.quantity.bounds import Bounds
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.quantity.verdict import Verdict

headcount = Headcount.of("about 500")
bounds = headcount.bounds()

# Neither headcounts nor bounds have an order: overlapping ones are neither smaller nor larger.
headcount < Headcount.of(400)  # type: ignore[operator]
bounds < Bounds(0, 3)  # type: ignore[operator]
sorted([headcount])  # type: ignore[type-var]

# A number of people and a change of it do not add up.
bounds + (bounds - bounds)  # type: ignore[operator]
(bounds - bounds) + bounds  # type: ignore[operator]
headcount + headcount  # type: ignore[operator]
bounds + 5  # type: ignore[operator]

# Records do not change, and past two fields are built by name.
headcount.number = 400  # type: ignore[misc]
bounds.low = 0  # type: ignore[misc]
Headcount("about", 500)  # type: ignore[call-arg, arg-type]

# A headcount is text in the notation or a whole number; a share is text.
Headcount.of(0.5)  # type: ignore[arg-type]
Share.of(0.5)  # type: ignore[arg-type]
Bounds(0.5, None)  # type: ignore[arg-type]
headcount.bounds(500)  # type: ignore[arg-type]


class NoConvention:
    """It has a name, but reads something other than headcounts."""

    name = "no/1"

    def bounds(self, headcount: int) -> Bounds:
        return Bounds.exactly(headcount)


headcount.bounds(NoConvention())  # type: ignore[arg-type]

# A verdict combines with verdicts only.
Verdict.CERTAIN & True  # type: ignore[operator]
Verdict.CERTAIN | "possible"  # type: ignore[operator]


def careless(verdict: Verdict) -> str:
    """Take a verdict for a bool: what follows is never reached."""
    if verdict:
        return "yes"  # type: ignore[unreachable]
    return "no"  # type: ignore[unreachable]
