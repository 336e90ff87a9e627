"""What the library exchanges with the world: documents, tables, maps, scenarios, entities."""
