"""The immutable record of claims, and what one asks of it: states, comparisons, findings."""
