"""What is said, by whom: reports, propositions, claims, links between them, and assumptions."""
