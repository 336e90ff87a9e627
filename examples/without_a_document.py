"""Claims built in plain Python, without a document and without a source."""

import troopmoves as tm

ledger = tm.Ledger(
    [
        tm.present("FRA", "IRQ", "about 200", when="2020-01-07", id="french"),
        tm.present(
            tm.Force(nation=tm.Nation("FRA"), role="training"), "IRQ", 160, when="2020-01-07", id="trainers"
        ),
        tm.withdraw("FRA", "at least 50", origin="IRQ", when="2020-02", progress="ordered", id="order"),
    ]
)
print(ledger, end="\n\n")

# Who of them does not train? A part that is left open means all; `OtherThan` is the rest.
rest = tm.Force(nation=tm.Nation("FRA"), role=tm.OtherThan("training"))
print(ledger.state("2020-01-07").count(rest, "IRQ"), end="\n\n")

# A month later, with the order as a plan and with the order carried out.
for plans in ("may", "done"):
    print(ledger.state("2020-03-01", plans=plans).count("FRA", "IRQ"))

# A question has three answers, and no `if` may take one for another.
answer = ledger.state("2020-03-01", plans="done").count("FRA", "IRQ")
print(f"\nStill 100 or more? {answer.at_least(100).words}")
print(f"Still 200 or more? {answer.at_least(200).words}")
