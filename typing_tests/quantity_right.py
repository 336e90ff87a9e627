"""What type checkers infer for the room `quantity`; read by mypy, never run."""

from typing import assert_type

import attrs

from troopmoves.quantity.bounds import Bounds, ChangeBounds, Split, split
from troopmoves.quantity.convention import LITERAL, PRESS, Convention, Tolerance, convention, read
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.quantity.units import Quantity, QuantityBounds, define_personnel, person_days
from troopmoves.quantity.verdict import Verdict


@attrs.frozen
class OwnConvention:
    """A user's convention needs no base class, and may name Headcount in its signature."""

    name: str = "own/1"

    def bounds(self, headcount: Headcount) -> Bounds:
        return LITERAL.bounds(headcount)


headcount = Headcount.of("about 500", text="an estimated 500")
assert_type(Headcount.of(14), Headcount)
assert_type(headcount.bounds(), Bounds)
assert_type(headcount.bounds("literal"), Bounds)
assert_type(headcount.bounds(PRESS), Bounds)
assert_type(headcount.bounds(OwnConvention()), Bounds)
assert_type(headcount.nominal, int | None)
assert_type(headcount.same_as(headcount, convention=Tolerance(name="desk/1", percents=(9, 9, 9))), Verdict)
assert_type(sorted([headcount], key=Headcount.sort_key), list[Headcount])
assert_type(headcount.quantity(), QuantityBounds)
assert_type(Headcount.from_quantity(headcount.quantity().low), Headcount)

bounds = headcount.bounds()
assert_type(bounds + bounds, Bounds)
assert_type(bounds - bounds, ChangeBounds)
assert_type(sum([bounds], Bounds.exactly(0)), Bounds)
assert_type(bounds.intersect(bounds), Bounds | None)
assert_type(-(bounds - bounds), ChangeBounds)
assert_type((bounds - bounds).fewer(), Verdict)
assert_type(split(bounds, Share.of("half").bounds_of(bounds)), Split)

assert_type(bounds.at_least(200) & ~bounds.at_most(300), Verdict)
assert_type(bounds.at_least(200).certain, bool)

own: Convention = OwnConvention()
built_in: Convention = PRESS
assert_type(convention("press/1"), Convention)
assert_type(read(headcount, own), Bounds)

assert_type(person_days(5, define_personnel()), Quantity)
