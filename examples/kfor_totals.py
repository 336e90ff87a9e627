"""Four names are lost from KFOR's list of 2017: what do its totals still tell?

NATO's placemat of February 2017 lists thirty nations and 4,273 people in all. The text that can still be had
(https://docslib.org/doc/4697084/) has lost four of the names, but not their figures: 252, 303, 1 and 675.
"""

import csv
from pathlib import Path

import troopmoves as tm

here = Path(__file__).parent
mapping = here / "mappings" / "kfor-placemat.yaml"
with (here / "data" / "kfor-2017-02.csv").open(encoding="utf-8", newline="") as file:
    printed = list(csv.DictReader(file))

ledger = tm.import_table(printed, mapping).ledger
kfor = ledger.force("kfor")
DAY = "2017-02-15"


def contingent(code: str) -> tm.Force:
    """Return the people of a nation in KFOR."""
    return tm.Force(nation=tm.Nation(code), operation=kfor.operation)


print("As printed, with four names lost")
state = ledger.state(DAY)
americans = state.count(contingent("USA"), "XKX")
print(f"  {state.count(kfor, 'XKX').bounds} in all, {state.count(contingent('ITA'), 'XKX').bounds} Italians")
print(
    f"  {americans.bounds} Americans, whom no row names: the total and {len(americans.high_because) - 1} rows"
)
print("  leave no more, and nothing says that they are there at all")

# The list goes by alphabet, so names can be guessed; a guess is kept as one and counts only if asked for.
print("\nIf the alphabet is trusted: at most so many Americans")
for code, figure in (("SVN", 252), ("TUR", 303), ("GBR", 1)):
    guess = tm.present(
        contingent(code), "XKX", figure, when="2017-02", id=f"guess-{code}", category="assumed"
    )
    ledger = ledger.add(guess)
    guessed = ledger.state(DAY, categories={"reported", "assumed"}).count(contingent("USA"), "XKX")
    print(f"  {guessed.bounds.high:4} once {figure} are taken for {tm.Nation(code).name}")
print("  The last is the fourth figure of the list, as it should be if nobody else is left out.")

print("\nWould the total show a slip in Italy's 551?")
lost = iter(("Slovenia", "Turkey", "United Kingdom", "United States"))
named = [row | {"nation_as_printed": row["nation_as_printed"] or next(lost)} for row in printed]
for list_of, rows in (("four names lost", printed), ("all names there", named)):
    for slip in ("551", "515", "5551"):
        slipped = [
            row | {"troops_as_printed": slip} if row["nation_as_printed"] == "Italy" else row for row in rows
        ]
        findings = tm.import_table(slipped, mapping).ledger.check()
        print(f"  {list_of}, {slip:>4}: {findings[0].title if findings else findings.heading}")
