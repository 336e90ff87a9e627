"""Outlines of countries out of an installed package, and where on a picture they come to stand."""
