"""Scenarios of orbat-mapper, a drawing board for orders of battle: written from a ledger, read into one."""
