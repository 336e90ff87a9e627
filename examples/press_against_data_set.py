"""Do the White House and the Pentagon's own table say the same of US troops in June 2015?

The table here is six rows of it, as the R package troopdata collects the reports of the Defense Manpower Data
Center. Get the whole of it with R, and give the path of that file to this script:
write.csv(troopdata::troopdata_rebuild_reports, "dmdc.csv", row.names = FALSE, na = "")
"""

import sys
from datetime import date
from pathlib import Path

import troopmoves as tm

here = Path(__file__).parent
path = Path(sys.argv[1]) if len(sys.argv) > 1 else here / "data" / "dmdc-2015.csv"
table = tm.import_table(path, here / "mappings" / "dmdc.yaml")
print(str(table.report).splitlines()[0], "\n")

# What was said: all military personnel, whether on active duty or not.
military = tm.Force(nation=tm.Nation("USA"), personnel=tm.Personnel.MILITARY)
statement = tm.Report(id="statement", publisher="The White House", published=date(2015, 6, 10))
letter = tm.Report(id="letter", publisher="The White House, to Congress", published=date(2015, 6, 11))
press = tm.Ledger(
    [
        statement.present(military, "IRQ", 3100, when="2015-06-10", id="iraq"),
        letter.present(military, "EGY", 690, when="2015-06-11", id="egypt"),
    ],
    title="the White House",
)

day = "2015-06-30"
comparison = tm.compare(table.ledger.state(day), press.state(day), common=True)
print(comparison)

print("\nCan both be right, if those on active duty are part of the military personnel?")
for country in ("EGY", "IRQ"):
    row = comparison.row(military, country)
    verdict = f"no: {row.gap} too many" if row.same.ruled_out else f"{row.same}: the others may be reserves"
    print(f"  {row.where}: {row.before} by the table, {row.after} as said; {verdict}")
