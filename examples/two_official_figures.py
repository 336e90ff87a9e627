"""Two official figures for US troops in Jordan in December 2024: about 3,942, and 91. Which one is wrong?

Neither. The White House reports to Congress who is deployed for operations (report under the War Powers
Resolution); the Defense Manpower Data Center counts on whom Jordan is the permanent duty station.
"""

import troopmoves as tm

USA, MILITARY = tm.Nation("USA"), tm.Personnel.MILITARY
ALL = tm.Force(nation=USA, personnel=MILITARY)
DEPLOYED = tm.Force(nation=USA, personnel=MILITARY, tasking=tm.Tasking.WITH_MISSION)
ASSIGNED = tm.Force(nation=USA, personnel=MILITARY, tenure=tm.Tenure.PERMANENT)

LETTER = tm.Report(id="war-powers", publisher="The White House")
TABLE = tm.Report(id="dmdc", publisher="Defense Manpower Data Center")


def told(deployed: tm.Force, assigned: tm.Force) -> tm.Ledger:
    """Return both figures, for whom they are taken to count."""
    letter = LETTER.present(deployed, "JOR", "about 3942", when="2024-12", id="letter")
    return tm.Ledger([letter, TABLE.present(assigned, "JOR", 91, when="2024-12", id="table")])


print("Entered as if both counted all military personnel:\n")
print(told(ALL, ALL).check())

print("\n\nEntered with whom each counts:\n")
ledger = told(DEPLOYED, ASSIGNED)
print(ledger.check())

print("\n\nWhat both together say:\n")
december = ledger.state("2024-12-31")
for force in (DEPLOYED, ASSIGNED, ALL):
    print(" ", december.count(force, "JOR"))

print("\n\nInside one scope a contradiction is still one, such as a slip in copying the table:\n")
copy = tm.Report(id="copy", publisher="A paper").present(ASSIGNED, "JOR", 19, when="2024-12", id="slip")
print(ledger.add(copy).check(rules=["TM1"]))
