"""Errors for people: where, what came, the rule, and the way out; never a traceback.

Every exit code of the command line stands here.
"""

from __future__ import annotations

import re
import sys
from enum import IntEnum
from pathlib import Path
from typing import Final, final

from troopmoves.cli.layout import visible
from troopmoves.cli.screen import console
from troopmoves.errors import DocumentError, LossError, MergeError, Problem, TroopmovesError


@final
class CommandError(TroopmovesError, ValueError):
    """Arguments that do not go together, or one that is needed and that nobody has given."""


@final
class Exit(IntEnum):
    """What the command line says to whoever called it."""

    FINE = 0
    """All went well, and nothing was found that the caller wanted to fail on."""
    FOUND = 1
    """Something was found at or above `--fail-on`, or `fmt --check` would change a file."""
    WRONG = 2
    """A command cannot be meant or agreed to, a document not be read, or an export would lose something."""
    INTERRUPTED = 130
    """Somebody pressed Ctrl-C; every file is whole, as it was or as it was to be."""


def told(error: TroopmovesError | OSError) -> list[str]:
    """Return an error in lines: what is wrong, and below it each problem with its rule and way out."""
    match error:
        case DocumentError():
            return [f"{error.where}: {error.got}", *_problems(error)]
        case LossError():
            counted = [f"  {what}: {number}" for what, number in error.report.counts.items()]
            accept = " ".join(f"--accept {word}" for word in sorted(error.report.counts))
            head = f"{error.report.format} does not keep everything; nothing is written"
            return [head, *counted, f"  way out: {accept}, or --accept all"]
        case MergeError():
            return str(error).split("\n")
        case TroopmovesError():
            problem = Problem(path=error.where, got=error.got, rule=error.rule, way_out=error.way_out)
            head, *rest = _lines(problem)
            return [head, *(f"  {line}" for line in rest)]
        case _:
            name = f"{error.filename}: " if error.filename else ""
            return [f"{name}{(error.strerror or str(error)).lower()}"]


def print_error(error: TroopmovesError | OSError) -> None:
    """Print an error to the standard error."""
    from rich.text import Text  # noqa: PLC0415 (rich is loaded where something is laid out)

    head, *rest = told(error)
    screen = console(sys.stderr)
    screen.print(Text.assemble(("error: ", "bold red"), visible(head)), soft_wrap=True)
    for line in rest:
        name, colon, words = visible(line).partition("way out: ")
        shown = Text.assemble(name, (colon, "bold"), words) if colon else Text(name)
        screen.print(shown, soft_wrap=True)


def _problems(error: DocumentError) -> list[str]:
    lines = Lines.of(Path(error.where))
    found = []
    for problem in error.problems:
        number = lines.number(problem.path)
        at = "" if number is None else f"line {number}, "
        head, *rest = _lines(problem)
        found += [f"  {at}{head}", *(f"    {line}" for line in rest)]
    return found


def _lines(problem: Problem) -> list[str]:
    """Return a problem in one line, and its way out in another."""
    bare = str(Problem(path=problem.path, got=problem.got, rule=problem.rule))
    return [bare, *([f"way out: {problem.way_out}"] if problem.way_out else [])]


_LARGEST_LOOKED_THROUGH: Final = 500_000
"""Bytes of a document beyond which lines are not looked for; it would take seconds."""
_STEP: Final = re.compile(r"\[(\d+)\]|\['([^']*)'\]|([^.\[\]]+)")


@final
class Lines:
    """The lines on which the parts of a YAML document stand."""

    def __init__(self, text: str = "") -> None:
        from troopmoves.formats.document.node import parse  # noqa: PLC0415 (imports ruamel.yaml)

        self._text = text
        try:
            self._root = parse(text) if text else None
        except DocumentError:
            self._root = None

    @classmethod
    def of(cls, file: Path) -> Lines:
        """Return the lines of a file; none of one that is no YAML, or large."""
        try:
            if file.suffix.lower() not in {".yaml", ".yml"} or file.stat().st_size > _LARGEST_LOOKED_THROUGH:
                return cls()
            return cls(file.read_text("utf-8"))
        except (OSError, UnicodeDecodeError):
            return cls()

    def number(self, path: str) -> int | None:
        """Return the line of a part by its path, or of what holds it; None where that is not known."""
        from troopmoves.formats.document.node import Listing, Mapping  # noqa: PLC0415 (as above)

        node, position = self._root, None
        for match in _STEP.finditer(path):
            index, quoted, name = match.groups()
            key = quoted or name
            if isinstance(node, Listing) and index is not None and int(index) < len(node.items):
                node = node.items[int(index)]
                position = node.start
            elif isinstance(node, Mapping) and key in node.values:
                position = node.keys[key].start
                node = node.values[key]
            else:
                break
        return None if position is None else self._text.count("\n", 0, position) + 1
