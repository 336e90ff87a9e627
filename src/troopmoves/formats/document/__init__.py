"""The document: claims as YAML or JSON text, read strictly and written canonically."""
