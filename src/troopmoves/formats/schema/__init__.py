"""The JSON Schema of the document format: generated from the records, published as one file."""
