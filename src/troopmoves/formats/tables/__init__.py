"""Tidy tables: claims, holdings and comparisons as rows, in Arrow, Parquet and CSV."""
