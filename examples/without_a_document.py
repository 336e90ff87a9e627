"""How few lines does a question take, without a document and without a source?"""

import troopmoves as tm

trainers = tm.Force(nation=tm.Nation("FRA"), role="training")
others = tm.Force(nation=tm.Nation("FRA"), role=tm.OtherThan("training"))

ledger = tm.Ledger(
    [
        tm.present("FRA", "IRQ", "about 200", when="2020-01-07", id="french"),
        tm.present(trainers, "IRQ", 160, when="2020-01-07", id="trainers"),
        tm.withdraw("FRA", "at least 50", origin="IRQ", when="2020-02", progress="ordered", id="order"),
    ]
)
print(ledger)

january = ledger.state("2020-01-07")
print(f"\nHow many of them do not train? {january.count(others, 'IRQ').bounds}")

print("\nHow many are in Iraq in March?")
for plans, words in (("ignore", "without the order"), ("may", "with the order"), ("done", "carried out")):
    print(f"{words:18} {ledger.state('2020-03-01', plans=plans).count('FRA', 'IRQ').bounds}")

# A question has three answers; `if` knows two, so a verdict refuses to be used as a condition.
march = ledger.state("2020-03-01", plans="done").count("FRA", "IRQ")
print("\nAnd once it is carried out:")
for number in (0, 100, 200):
    print(f"{f'{number} or more?':18} {march.at_least(number).words}")
print(f"\nThe upper end rests on: {', '.join(reason.claim for reason in march.high_because)}")
