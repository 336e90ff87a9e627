"""Where `troopmoves` starts: what is missing is told, not traced back."""

from __future__ import annotations

import sys
from importlib import import_module


def main() -> None:
    """Run the command line, or say which extra it needs."""
    try:
        app = import_module("troopmoves.cli.app")
    except ModuleNotFoundError as error:
        if error.name not in {"cyclopts", "rich"}:
            raise
        sys.stderr.write(f"error: the command line needs {error.name}\n")
        sys.stderr.write("  way out: pip install 'troopmoves[cli]'\n")
        sys.exit(2)
    app.main()
