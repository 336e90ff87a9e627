"""Documents at the front door: read, write, loads, dumps.

YAML and cattrs are imported on the first call, so that a program that builds its ledgers in Python does not
pay for them.
"""

from __future__ import annotations

from os import PathLike
from typing import Literal

from troopmoves.ledger.ledger import Ledger


def read(path: str | PathLike[str]) -> Ledger:
    """Return the ledger that a document holds; `.yaml`, `.yml` and `.json` are read.

    Raises:
        DocumentError: If anything in it is wrong; it lists every problem with its path.
        OSError: If the file cannot be read.
    """
    from troopmoves.formats import file  # noqa: PLC0415 (imports YAML and cattrs)

    return file.read(path)


def write(ledger: Ledger, path: str | PathLike[str]) -> None:
    """Write a ledger to a document, whole or not at all; the suffix decides the format.

    A YAML document that is already there keeps its comments and every line that need not change.

    Raises:
        DocumentError: If the document that is already there cannot be read, or a text is not valid Unicode.
        OSError: If the file cannot be written.
    """
    from troopmoves.formats import file  # noqa: PLC0415 (imports YAML and cattrs)

    file.write(ledger, path)


def loads(text: str, format: Literal["yaml", "json"] = "yaml") -> Ledger:  # noqa: A002 (the word users expect)
    """Return the ledger that the text of a document holds.

    Raises:
        DocumentError: If anything in it is wrong; it lists every problem with its path.
    """
    from troopmoves.formats import file  # noqa: PLC0415 (imports YAML and cattrs)

    return file.loads(text, format)


def dumps(ledger: Ledger, format: Literal["yaml", "json"] = "json") -> str:  # noqa: A002 (as above)
    """Return a ledger as the text of a document, always the same for the same ledger.

    Raises:
        DocumentError: If a text is not valid Unicode.
    """
    from troopmoves.formats import file  # noqa: PLC0415 (imports YAML and cattrs)

    return file.dumps(ledger, format)
