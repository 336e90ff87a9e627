"""What the benchmarks compare: drawn ledgers as plain tuples, and one adapter for each engine."""
