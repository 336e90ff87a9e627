"""Tables that others made, read into ledgers by a mapping that says what each column means."""
