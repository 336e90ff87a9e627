"""Do the UK's printed strengths and printed changes contradict each other, or are they only rounded?

Regular forces and civilians of the Ministry of Defence, 1 April 2022 to 2025, from its annual location
statistics (Crown copyright, Open Government Licence v3.0). Every figure is rounded to the nearest 10.
"""

import csv
from itertools import pairwise
from pathlib import Path

import troopmoves as tm

here = Path(__file__).parent
path = here / "data" / "uk-mod.csv"
ledger = tm.import_table(path, here / "mappings" / "uk-mod.yaml").ledger

# 136710 is read as 136705..136715, so that a change printed beside it has room to be a little off.
regulars = tm.Force(nation=tm.Nation("GBR"), personnel=tm.Personnel.MILITARY)
series = ledger.series(regulars, "GBR", "2022-04-01", "2025-04-01")
print(f"{series.heading}\n{series.size}")
print(*(f"  {step}" for step in series.steps), sep="\n")
print(f"\nAll {len(ledger.entries)} claims checked: {ledger.check()}")

with path.open(encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))


def rounded(figure: int) -> tuple[int, int]:
    """Return the ends of what a figure rounded to the nearest 10 stands for."""
    return figure - 5, figure + 5


print("\nPrinted changes that are not the difference of the printed strengths:")
pairs = off = 0
for name in dict.fromkeys(row["series"] for row in rows):
    for before, after in pairwise(row for row in rows if row["series"] == name):
        pairs += 1
        first_level, last_level = int(before["strength"]), int(after["strength"])
        sign = -1 if after["change_word"] == "decrease" else 1
        printed = sign * int(after["change_vs_previous_year"])
        if printed == last_level - first_level:
            continue
        off += 1
        change = tm.Bounds(*rounded(last_level)) - tm.Bounds(*rounded(first_level))
        both = change.intersect(tm.ChangeBounds(*rounded(printed)))
        print(f"  {name}, {before['as_at'][:4]} to {after['as_at'][:4]}: {first_level} to {last_level}")
        print(f"    is {last_level - first_level:+d}, printed {printed:+d}; both hold if it was {both}")
print(f"{off} of {pairs} changes are off, none by more than rounding explains.")
