"""How large a document may be: roomy for any tracker, and small enough that no file exhausts its reader.

What is read and what is written is held to the same limits, so that whatever was written can be read again.
A text that is looked up or taken apart (a name of a nation, a date, a count) is short, so that no search in
it takes long.

To add a limit: one constant, the check where it costs least, one row in docs/reference/documents.md, a test
in tests/formats/document/test_hostile_documents.py.
"""

from __future__ import annotations

from typing import Final

LARGEST: Final = 64 * 2**20
"""The most bytes of a file, or characters of a text; 100,000 claims need well under half of it."""
MOST_VALUES: Final = 3_000_000
"""The most values in it, lists and mappings counted too; 100,000 claims have about a million."""
DEEPEST: Final = 32
"""How deep it may be nested; the format itself needs about a dozen levels."""
LONGEST_TEXT: Final = 100_000
"""The most characters of one text; a long newspaper article has about 20,000."""
LONGEST_WORD: Final = 200
"""The most characters of what is looked up or has a notation: a nation, a place, a date, a count."""
MOST_TOLD: Final = 1_000
"""The most problems that one reading tells."""
