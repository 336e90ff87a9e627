"""How many person-years were served where, if the headcounts are hedged?

The answers are Pint quantities, so that rates per person and day turn into litres and cubic metres.
"""

import pint

import troopmoves as tm

ledger = tm.Ledger(
    [
        tm.present("CAN", "IRQ", "about 500", when="2020-01-01", id="iraq"),
        tm.present("CAN", "KWT", "zero", when="2020-01-01", id="kuwait"),
        tm.relocate(
            "CAN", "100..200", origin="IRQ", to="KWT", when="2020-03", progress="completed", id="move"
        ),
    ],
    title="Canadians, 2020",
)
print(ledger)

# Each day counts the people at its beginning, and all days are bounded together: whoever is in Kuwait is not
# in Iraq, so that both places together are known better than the two sums suggest.
state = ledger.state("2020-12-31")
print("\nPerson-years from 1 January to 30 December")
for where in ("IRQ", "KWT", ["IRQ", "KWT"]):
    served = state.person_time("2020-01-01", "2020-12-31", "CAN", where)
    ends = [end.to("person_year").magnitude for end in (served.low, served.high) if end is not None]
    print(f"{ledger.place(where)!s:16} {' to '.join(f'{end:.1f}' for end in ends)}")

# Persons are a dimension of their own: a rate per person and day comes out in the right unit or not at all.
drinking_water: pint.Quantity[float] = pint.Quantity("4 liter / person / day")
served = state.person_time("2020-01-01", "2020-12-31", "CAN", ["IRQ", "KWT"])
ends = [
    (end * drinking_water).to("meter ** 3").magnitude for end in (served.low, served.high) if end is not None
]
print(f"\nDrinking water, 4 litres a day each: {' to '.join(f'{end:.0f}' for end in ends)} cubic metres")
