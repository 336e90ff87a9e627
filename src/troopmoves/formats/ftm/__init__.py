"""Ledgers as entities and statements of FollowTheMoney (OpenSanctions, OpenAleph)."""
