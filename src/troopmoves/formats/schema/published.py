"""The JSON Schema of the document format as it was published.

The schema of the newest version is a file beside this module, made by `python -m troopmoves.formats.schema`
and never edited by hand; a test fails where the records say something else than the file.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Final

from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.migration import VERSION

NAME: Final = f"troopmoves-{VERSION}.schema.json"
"""What the file of the newest version is called."""


def schema() -> dict[str, Plain]:
    """Return the JSON Schema (2020-12) of the document format, as plain values.

    >>> schema()["title"]
    'troopmoves document, version 1'
    """
    text = files(__package__).joinpath(NAME).read_text(encoding="utf-8")
    published: dict[str, Plain] = json.loads(text)
    return published
