"""Person-years from hedged headcounts: how much time did they serve? (Pint units)"""

import troopmoves as tm

ledger = tm.Ledger(
    [
        tm.present("CAN", "IRQ", "about 500", when="2020-01-01", id="can-iraq"),
        tm.relocate(
            "CAN", "100..200", origin="IRQ", to="KWT", when="2020-03-01/2020-04-01", progress="completed"
        ),
    ]
)

print("Canadians, 2020:\n")
for place in ("IRQ", "KWT", ["IRQ", "KWT"]):
    served = ledger.state("2021-01-01").person_time("2020-01-01", "2021-01-01", "CAN", place)
    low = served.low.to("person_year")
    high = "?" if served.high is None else f"{served.high.to('person_year'):.1f}"
    print(f"{ledger.place(place)!s:16} {low:.1f} to {high}")

# The units keep people apart from plain numbers, and rates come out by themselves.
[day] = {served.low.units for served in [ledger.state("2020-01-01").person_time("2020-01-01", "2020-01-02", "CAN", "IRQ")]}
print(day)
