"""The command line starts fast: what a command does not need is not loaded."""

import subprocess
import sys

import pytest

LATE = [
    "altair",
    "cattrs",
    "numpy",
    "pandas",
    "pint",
    "polars",
    "pyarrow",
    "pycountry",
    "ruamel",
    "vl_convert",
]
PROGRAM = """\
import sys
from troopmoves.cli.app import run
run({arguments!r})
print(*sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """Return the packages that a fresh interpreter holds after a command."""
    finished = subprocess.run(  # noqa: S603 (our own interpreter, our own words)
        [sys.executable, "-c", PROGRAM.format(arguments=list(arguments))],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(finished.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [("--help",), ("chart", "--help"), ("add", "--help"), ("--version",)])
def test_help_loads_nothing_slow(arguments: tuple[str, ...]) -> None:
    """Help is there before YAML, Arrow, Altair, Pint or pycountry are loaded."""
    found = loaded(*arguments)
    assert "cyclopts" in found
    assert found.isdisjoint(LATE)


def test_json_needs_no_rich() -> None:
    """A command that prints JSON does without the package that lays out tables."""
    assert "rich" not in loaded("schema")
