"""What the command line writes to: results to the standard output, everything else to the standard error.

Colour is for terminals alone, and off where NO_COLOR is set. Lines are as wide as the terminal, as COLUMNS
says, or 120 where the output is no terminal. Progress shows on a terminal, once something takes a moment.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TextIO

from troopmoves.cli.layout import Format, as_json, as_markdown, print_table
from troopmoves.cli.view import View
from troopmoves.ledger.table import WIDTH

if TYPE_CHECKING:
    from rich.console import Console

PATIENCE: Final = 0.4
"""Seconds before progress shows, so that nothing flickers where all is quick."""


def show(view: View, format: Format) -> None:  # noqa: A002 (the word of the option)
    """Print a view to the standard output."""
    if format == "table":
        screen = console(sys.stdout)
        with screen.capture() as captured:
            print_table(view, screen)
        write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))
    else:
        write(as_json(view.data) if format == "json" else as_markdown(view))


def write(text: str) -> None:
    """Write a text to the standard output as it is."""
    sys.stdout.write(text)


def say(text: str) -> None:
    """Tell people something, beside the results."""
    sys.stderr.write(f"{text}\n")


def console(stream: TextIO) -> Console:
    """Return a console of rich for a stream."""
    from rich.console import Console  # noqa: PLC0415 (rich is loaded where something is laid out)

    plain = bool(os.environ.get("NO_COLOR"))
    wide = None if stream.isatty() or os.environ.get("COLUMNS") else WIDTH
    return Console(
        file=stream,
        width=wide,
        color_system=None if plain else "auto",
        no_color=plain,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


@contextmanager
def working(
    words: str, total: int | None = None, *, at_once: bool = False
) -> Iterator[Callable[[str], None]]:
    """Show that something is being done, and for how long already; what is given takes each step of it.

    Args:
        words: What is being done.
        total: How many steps there are; None if that is not known.
        at_once: Whether it is known to take long, so that nothing is waited for.
    """
    if not sys.stderr.isatty():
        yield _unseen
        return
    if at_once:
        sys.stderr.write(f"{words}\r")  # before rich is loaded, which takes a moment of its own
        sys.stderr.flush()
    from rich.progress import (  # noqa: PLC0415 (only a terminal shows it)
        BarColumn,
        Progress,
        ProgressColumn,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    steps: list[ProgressColumn] = [] if total is None else [BarColumn()]
    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        *steps,
        TimeElapsedColumn(),
        console=console(sys.stderr),
        transient=True,
    )
    task = progress.add_task(words, total=total)

    def advance(step: str) -> None:
        progress.update(task, advance=1, description=f"{words}: {step}")

    later = threading.Timer(0 if at_once else PATIENCE, progress.start)
    later.daemon = True
    later.start()
    try:
        yield advance
    finally:
        later.cancel()
        later.join()
        progress.stop()


def _unseen(_step: str) -> None:
    """Take a step that nobody watches."""
