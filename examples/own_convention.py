"""What does "about 500" mean if your newsroom decides it, and can two papers still both be right?

Any object with a name and a method `bounds` is a convention, and stands beside those that come along.
"""

import attrs

import troopmoves as tm


@attrs.frozen
class HouseStyle:
    """A newsroom that writes "about" only within a tenth, and "nearly" within a twentieth below."""

    name: str = "house/1"

    def bounds(self, headcount: tm.Headcount) -> tm.Bounds:
        """Return what a headcount lets through; what the house has no rule for is taken to the letter."""
        figure = headcount.number or 0
        if headcount.kind is tm.HeadcountKind.ABOUT:
            return tm.Bounds(figure - figure // 10, figure + figure // 10)
        if headcount.kind is tm.HeadcountKind.NEARLY:
            return tm.Bounds(figure - figure // 20, figure - 1)
        return headcount.bounds("literal")


conventions: list[tm.Convention] = [tm.LITERAL, tm.IISS_2020, tm.PRESS, HouseStyle()]
headcounts = [tm.Headcount.of(text) for text in ("about 500", "nearly 500", "up to 500", "dozens")]

print(f"{'':12}" + "".join(f"{convention.name:>12}" for convention in conventions))
for headcount in headcounts:
    bounds = [headcount.bounds(convention) for convention in conventions]
    print(f"{headcount!s:12}" + "".join(f"{bound!s:>12}" for bound in bounds))

# Two claims, read by each: can both papers be right?
ledger = tm.Ledger(
    [
        tm.present("CAN", "IRQ", "about 500", when="2020-01-07", id="one-paper"),
        tm.present("CAN", "IRQ", 580, when="2020-01-07", id="another"),
    ]
)
print()
for convention in conventions:
    findings = ledger.check(convention=convention)
    print(f"{convention.name:12} {findings[0].title if findings else 'the two papers may both be right'}")
print(f"\n{ledger.check(convention=HouseStyle())[0]}")
