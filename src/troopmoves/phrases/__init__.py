"""Troop phrases of the press, in several languages, read strictly into headcounts, and written back."""
