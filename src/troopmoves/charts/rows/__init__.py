"""What the charts draw, as plain rows: dicts of plain values, made without a drawing package."""
