"""The rules of `Ledger.check`, one module per topic; `every` lists them, `rule` says what a rule is."""
