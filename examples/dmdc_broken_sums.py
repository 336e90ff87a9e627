"""Do the columns of the US services add up to the total beside them, and if not, who is missing?

Nine rows of the reports of the Defense Manpower Data Center, as the R package troopdata collects them. The
whole table is not shipped. Get it with R, and give its path to this script, which takes half a minute then:
write.csv(troopdata::troopdata_rebuild_reports, "dmdc.csv", row.names = FALSE, na = "")
"""

import sys
from datetime import timedelta
from pathlib import Path

import troopmoves as tm

SERVICES = ("army", "navy", "marine_corps", "air_force", "coast_guard", "space_force")
MAPPING = {
    "mapping": 1,
    "report": {"id": "dmdc-{source}", "publisher": "Defense Manpower Data Center"},
    "units": {name: {"name": name.replace("_", " "), "nation": "USA"} for name in SERVICES},
    "who": {"nation": "USA"},
    "where": {"base": "Location"},  # every spelling for itself: here a place is only where a row is
    "when": {"column": ["month", "year"], "patterns": "{month_name} {year}"},
    "numbers": {"decimal": ".", "missing": ["NA"]},
    "note": "{Navy Active Duty}",  # the Navy as the report prints it, kept beside each claim
    "counts": {"troops_ad": {}} | {f"{name}_ad": {"who": {"unit": name}} for name in SERVICES},
}

path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "data" / "dmdc-services.csv"
done = tm.import_table(path, MAPPING)
print(str(done.report).splitlines()[0])
# Nothing is carried from one report to the next: each sum stands for itself.
findings = done.ledger.check(rules=["TM104", "TM202"], carry=timedelta(0))

# One row may give several findings, of which the largest counts; a finding about two rows is about no sum.
broken: dict[str, tm.Finding] = {}
doubles: list[tm.Finding] = []
for one in sorted(findings, key=lambda finding: -finding.gap):
    row, *others = {involved.entry.claim.note.partition(",")[0] for involved in one.involved}
    if others:
        doubles.append(one)
    else:
        broken.setdefault(row, one)
above = [one for one in broken.values() if one.code == "TM202"]
printed = [one.involved[0].entry.claim.note.rpartition("; ")[2] for one in above]
navy = sum(figure != "" and float(figure) == one.gap for figure, one in zip(printed, above, strict=True))

print(f"\n{len(broken)} of {done.report.rows} totals are not the sum of the services")
print(f"  {len(broken) - len(above)} below it: some people are counted twice, or a figure is a slip")
print(f"  {len(above)} above it: somebody is missing")
print(f"    {navy} of these miss the Navy, to the last sailor: it is printed, and 0 in the derived column")

for heading, found in (("The largest gaps", [*broken.values()][:6]), ("One place in two rows", doubles[:1])):
    print(f"\n{heading}")
    for one in found:
        said = one.involved[0].entry.claim.proposition
        if isinstance(said, tm.Presence):
            print(f"  {said.place}, {said.when}: {one.message}")
