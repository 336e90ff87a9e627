"""Who and where: nations, organisations, operations, units, forces and places."""
