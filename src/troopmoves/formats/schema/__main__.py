"""Print the JSON Schema that the records make: `python -m troopmoves.formats.schema`."""

from __future__ import annotations

import sys

from troopmoves.formats.schema.whole import generated_text

if __name__ == "__main__":
    sys.stdout.buffer.write(generated_text().encode())
