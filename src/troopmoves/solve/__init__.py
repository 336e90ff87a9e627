"""What the claims allow: the private engine behind every count, difference and finding."""
