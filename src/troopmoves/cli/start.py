"""Where `troopmoves` starts: what is missing is told, not traced back."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Final

from troopmoves.errors import MissingExtraError

_OF_THE_EXTRA: Final = ("cyclopts", "rich")


def main() -> None:
    """Run the command line, or say which extra it needs."""
    try:
        import_module("troopmoves.cli.app").main()
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in _OF_THE_EXTRA:
            raise
        missing = MissingExtraError.of(package, "the command line needs it", "cli")
        sys.stderr.write(f"error: the command line needs {package}\n  way out: {missing.way_out}\n")
        sys.exit(2)
