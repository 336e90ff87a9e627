"""How many, as worded: verdicts, bounds, headcounts, shares, conventions, and Pint at the edge."""
