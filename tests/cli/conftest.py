"""The command line as tests run it: in this process, in a folder of its own, 100 columns wide."""

import io
import re
import shutil
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from troopmoves.cli.app import run

EXAMPLES = Path(__file__).parents[2] / "examples"


class Said(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


Command: TypeAlias = Callable[..., Said]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with the examples, and in an environment that says nothing of terminals."""
    shutil.copy(EXAMPLES / "iraq-january-2020.yaml", tmp_path / "iraq.yaml")
    shutil.copy(EXAMPLES / "january-2020-six-reports.yaml", tmp_path / "six.yaml")
    shutil.copy(EXAMPLES / "mappings" / "dmdc.yaml", tmp_path / "dmdc.yaml")
    shutil.copy(EXAMPLES / "data" / "dmdc-2015.csv", tmp_path / "dmdc.csv")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def troopmoves(
    folder: Path,  # noqa: ARG001 (where it runs)
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Command:
    """Return what runs a command, with what is typed meanwhile."""

    def command(*arguments: str, typed: str = "") -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        capsys.readouterr()
        code = run(arguments)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return command


def lasting(text: str) -> str:
    """Return a text without what every release changes: fingerprints and the version of the library."""
    named = re.sub(rf"(troopmoves\s+){re.escape(version('troopmoves'))}\b", r"\g<1>0.0.0", text)
    return re.sub(r"\b[0-9a-f]{12}\b", "0123456789ab", named)
