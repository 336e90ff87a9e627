"""Help: every command and option is told, with examples that can be typed."""

import re
import shlex
from pathlib import Path
from typing import get_args

import pytest
from cli.conftest import Command

from troopmoves.cli.app import app
from troopmoves.cli.assuming import ConventionName
from troopmoves.quantity.convention import BUILT_IN

COMMANDS = [name for name in app if not name.startswith("-")]


def examples(command: str) -> list[str]:
    """Return the examples of a command, each on one line and without what a shell does with the output."""
    told = str(app[command].help_epilogue).replace("\\\n", " ")
    lines = [line.strip() for line in told.splitlines() if line.strip().startswith("troopmoves")]
    return [re.split(" [|>] ", line)[0] for line in lines]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_examples_that_can_be_typed(command: str) -> None:
    """What stands under an example is taken by the command that it is an example of."""
    found = examples(command)
    assert found
    for line in found:
        program, name, *arguments = shlex.split(line)
        assert (program, name) == ("troopmoves", command)
        run, *_ = app.parse_args([name, *arguments], exit_on_error=False, print_error=False)
        assert run is app[command].default_command


@pytest.mark.parametrize("command", COMMANDS)
def test_help_tells_every_option(troopmoves: Command, command: str) -> None:
    """Help names each option, and says what it means."""
    said = troopmoves(command, "--help")
    assert (said.code, said.err) == (0, "")
    for argument in app[command].assemble_argument_collection(parse_docstring=True):
        assert argument.parameter.help, argument.names
        assert argument.names == ("*",) or argument.names[-1] in said.out


def test_conventions_are_those_of_the_library() -> None:
    """The convention is chosen by name among all that are built in."""
    assert set(get_args(ConventionName)) == set(BUILT_IN)


def test_help_names_the_exit_codes(troopmoves: Command, folder: Path) -> None:
    """Whoever writes a script finds the exit codes where the commands are."""
    assert folder == Path.cwd()
    assert "Exit codes: 0 fine, 1 something found, 2 wrong" in troopmoves("--help").out
