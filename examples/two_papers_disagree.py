"""Two papers disagree: which of their claims cannot both be true, and which only seem to clash?

Six reports of January 2020 tell of troops who leave Iraq; each nation here is told of by two of them.
"""

from datetime import date
from pathlib import Path

import troopmoves as tm

ledger = tm.read(Path(__file__).parent / "january-2020-six-reports.yaml")
findings = ledger.check()

# Nation by nation: who tells of it, and what an editor should look at.
for nation in ("HRV", "ROU", "DEU", "DNK", "FRA", "ESP", "SVN"):
    told = {claim.id for claim in ledger.claims(nation=nation)}
    papers = [report.publisher for report in ledger.reports if any(one.id in told for one in report.claims)]
    about = [one for one in findings if told.issuperset(one.claims)]
    print(f"{nation}  {' and '.join(papers)}{':' if about else ' can both be right'}")
    for one in about:
        print(f"     {one.title}  ({', '.join(one.claims)})")

# What agrees is one number, with both papers as its reason.
print(f"\n{ledger.state('2020-01-08').why('FRA', 'IRQ')}")

# What does not agree is told side by side, and nobody's word is taken.
print("\n" + "\n\n".join(str(one) for one in findings if one.code in {"TM102", "TM203"}))

# The editor decides: report A is right about Kuwait, so that its claim takes the place of the other's.
settled = ledger.add(
    tm.Claim(
        id="desk-decides",
        links=(tm.Link(tm.LinkKind.SUPERSEDES, "hrv-b-kuwait"),),
        said=tm.Attribution(by="the desk", public=date(2020, 1, 12)),
        note="Asked the ministry: 14 in all.",
    )
)
print("\nOnce the desk has asked:", settled.check().heading)
for where in ("IRQ", "KWT"):
    print(f"  {settled.state('2020-01-13').count('HRV', where)}")
