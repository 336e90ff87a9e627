"""Pictures of answers: Altair charts of series, states, comparisons, moves and ledgers (extra `charts`)."""
