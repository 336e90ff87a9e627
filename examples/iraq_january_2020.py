"""What changed in one week of January 2020, for what reasons, and what does a retracted letter leave?

One news text, kept as claims with their sources in `iraq-january-2020.yaml`.
"""

from pathlib import Path

import troopmoves as tm

ledger = tm.read(Path(__file__).with_name("iraq-january-2020.yaml"))

BEFORE, AFTER = "2020-01-07", "2020-01-15"


def heading(text: str) -> None:
    """Print a heading."""
    print(f"\n\n{text}\n{'-' * len(text)}")


# What changed in a week, if the plans are carried out?
print("Read 400-600 as 400 to 600 people, and ? as: no claim sets a limit.\n")
comparison = tm.compare(ledger.state(BEFORE, plans="done"), ledger.state(AFTER, plans="done"))
print(comparison)

heading("Why fewer Canadians in Iraq, and no Romanians at their base?")
print(comparison.why("CAN", "IRQ"))
print()
print(comparison.why("ROU", "rou-base"))

heading("A letter of 6 January said that US troops would leave; it was called a mistake the next day")
for known in ("2020-01-06", "2020-01-08"):
    row = tm.compare(ledger.state(BEFORE, known=known), ledger.state(AFTER, known=known)).row("USA", "IRQ")
    print(f"as known on {known}  {row}")
print(f"still on record         {ledger.entry('usa-letter').claim}")

heading("How many French are in the Middle East outside Iraq?")
chammal = tm.Force(nation=tm.Nation("FRA"), operation=ledger.force("chammal").operation)
elsewhere = tm.Unspecified(within=tm.middle_east(), outside=tm.Country.of("IRQ"))
reported = ledger.state(BEFORE)
assumed = ledger.state(BEFORE, categories={"reported", "assumed"})
print(f"{reported.count(chammal, elsewhere).bounds!s:9} of Operation Chammal, from what is reported")
print(
    f"{assumed.count(chammal, elsewhere).bounds!s:9} of it, if all French in Iraq are assumed to belong to it"
)
print(f"{reported.count('FRA', elsewhere).bounds!s:9} of all French, since others may be there as well")
