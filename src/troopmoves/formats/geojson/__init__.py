"""States and comparisons as maps: GeoJSON (RFC 7946), one feature for each holding, change and flow."""
