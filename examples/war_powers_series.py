"""Which changes of US forces abroad do two years of half-yearly reports make certain?

The figures are those of the White House's reports to Congress under the War Powers Resolution, June 2021 to
June 2023, each of them "approximately" so many "United States military personnel" (texts: CC0).
"""

from datetime import date, timedelta

import troopmoves as tm

KFOR = tm.Operation(id="kfor", name="KFOR", aliases=("Kosovo Force",))
USA_IN_KFOR = tm.Force(nation=tm.Nation("USA"), operation=KFOR)
DAYS = ("2021-06-08", "2021-12-07", "2022-06-08", "2022-12-08", "2023-06-08")
FIGURES: dict[str, tuple[tm.Force | str, str, tuple[int, ...]]] = {
    "jordan": ("USA", "JOR", (2976, 3147, 2833, 3003, 2936)),
    "lebanon": ("USA", "LBN", (83, 91, 98, 36, 89)),
    "niger": ("USA", "NER", (808, 831, 773, 1001, 1016)),
    "kfor": (USA_IN_KFOR, "XKX", (707, 561, 561, 488, 591)),
}

reports = []
for index, day in enumerate(DAYS):
    report = tm.Report(id=f"war-powers-{day}", publisher="The White House", published=date.fromisoformat(day))
    for name, (who, where, figures) in FIGURES.items():
        told = tm.Headcount.of(f"about {figures[index]}").with_text(f"approximately {figures[index]:,}")
        report = report.present(who, where, told, when=day, id=f"{name}-{day}")
    reports.append(report)
ledger = tm.Ledger(reports, title="War Powers reports")

# A year is what nothing unreported is taken to last; the reports come every half-year.
print(ledger.series("USA", "LBN", DAYS[0], DAYS[-1]))

print("\nChanges by press/1, where approximately 2,976 is 2827-3125, if anything may go unreported:")
for who, where, _ in FIGURES.values():
    series = ledger.series(who, where, DAYS[0], DAYS[-1], carry=timedelta(0))
    print(f"{series.force} in {series.place}")
    for step in series.steps:
        print(f"  {step}{'' if step.changed.certain else ', within the hedge'}")

print("\nNo report comes after June 2023, which is not zero:")
print(*ledger.series("USA", "LBN", DAYS[-1], "2025-06-08"), sep="\n")
