"""Documents in and out: YAML and JSON, read strictly and written canonically."""
