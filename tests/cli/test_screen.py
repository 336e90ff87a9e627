"""Colour, width, pipes and progress."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli.conftest import Command

from troopmoves.cli.app import run
from troopmoves.cli.screen import console, working


class Terminal(io.StringIO):
    """A text that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def on_a_terminal(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """Return what a command writes to a terminal."""
    shown = Terminal()
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stdout", shown)
    run(arguments)
    return shown.getvalue()


@pytest.mark.usefixtures("folder")
def test_terminal_has_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal severities are coloured."""
    assert "\x1b[1;31m" in on_a_terminal(monkeypatch, "check", "six.yaml")


@pytest.mark.usefixtures("folder")
def test_no_color_turns_all_of_it_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR a terminal gets plain text: no colour, no bold, no underline."""
    monkeypatch.setenv("NO_COLOR", "1")
    shown = on_a_terminal(monkeypatch, "check", "six.yaml")
    assert "TM101" in shown
    assert "\x1b" not in shown


def test_pipe_has_no_colour(troopmoves: Command) -> None:
    """What is no terminal gets plain text without spaces at the ends of lines."""
    said = troopmoves("compare", "iraq.yaml", "2020-01-07", "2020-01-15")
    assert "\x1b" not in said.out
    assert all(line == line.rstrip() for line in said.out.splitlines())


def test_pipe_is_as_wide_as_the_library_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without COLUMNS what is no terminal is 120 columns wide."""
    monkeypatch.delenv("COLUMNS", raising=False)
    assert console(io.StringIO()).width == 120


@pytest.mark.parametrize("total", [None, 2])
def test_progress_shows_on_a_terminal(monkeypatch: pytest.MonkeyPatch, total: int | None) -> None:
    """What is known to take long shows at once, with its steps, and is gone at the end."""
    shown = Terminal()
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stderr", shown)
    with working("Reading", total=total, at_once=True) as advance:
        advance("one of two")
    assert shown.getvalue().startswith("Reading\r")


def test_quick_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done in a moment does not flicker."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    with working("Reading"):
        pass
    assert "Reading" not in shown.getvalue()


def test_progress_goes_to_no_pipe(troopmoves: Command) -> None:
    """Nothing of progress is written where nobody watches."""
    assert troopmoves("state", "iraq.yaml", "--on", "2020-01-15").err == ""


def test_reader_that_stops_is_no_mistake(folder: Path) -> None:
    """`troopmoves ... | head -1` ends quietly."""
    with subprocess.Popen(
        [sys.executable, "-m", "troopmoves.cli", "schema"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        error = process.stderr.read()
        assert (process.wait(), error) == (0, b"")
