"""Completion in shells: the script is made, and the shell understands it."""

import shutil
import subprocess

import pytest
from cli.conftest import Command

from troopmoves.cli.app import app


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_script_completes_every_command(troopmoves: Command, shell: str) -> None:
    """The script names every command, and options of some."""
    said = troopmoves("completion", shell)
    assert (said.code, said.err) == (0, "")
    assert all(name in said.out for name in app if not name.startswith("-"))
    assert "convention" in said.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_understands_the_script(troopmoves: Command, shell: str) -> None:
    """The shell reads the script without a complaint."""
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    script = troopmoves("completion", shell).out
    finished = subprocess.run(  # noqa: S603 (the user's own shell)
        [program, "-n"], input=script, capture_output=True, encoding="utf-8", check=False
    )
    assert (finished.returncode, finished.stderr) == (0, "")


def test_unknown_shell_is_refused(troopmoves: Command) -> None:
    """Only shells that there is a script for are offered."""
    assert troopmoves("completion", "tcsh").code == 2
