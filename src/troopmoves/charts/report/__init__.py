"""A ledger as one page for people: everything in one file, which needs no network."""
