"""docs/reference/cli.md: every command and option is on it, and every example prints what stands there.

After a wanted change make outputs and options anew with `TROOPMOVES_REMAKE=1 pytest tests/cli`, and read the
difference.
"""

import os
import re
import shlex
from pathlib import Path

import attrs
import pytest
from cli.conftest import Command, lasting
from cyclopts import Argument

from troopmoves.cli.app import app
from troopmoves.cli.assuming import Assuming, Printed

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"
REMAKE = os.environ.get("TROOPMOVES_REMAKE") == "1"
CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
OPTIONS = re.compile(r"(?<=<!-- options )([a-z]+)( -->\n)(.*?)(?=<!-- /options -->)", re.DOTALL)
SHARED = {f"--{field.name}" for kind in (Assuming, Printed) for field in attrs.fields(kind)}
COMMANDS = [name for name in app if not name.startswith("-")]


def options(command: str) -> str:
    """Return the arguments and options of a command as a table; those that many share stand apart."""
    shared = command == "shared"
    collection = app["state" if shared else command].assemble_argument_collection(parse_docstring=True)
    rows = [
        f"| {_names(one)} | {_escaped(str(one.parameter.help).rstrip('.'))} |"
        for one in collection
        if one.names != ("*",) and (one.names[0] in SHARED) == shared
    ]
    return "\n".join(["", "| option | meaning |", "|---|---|", *rows, "", ""]) if rows else "\n"


def _names(argument: Argument) -> str:
    """Return what an argument is called, with the words that it may be."""
    shown = ", ".join(f"`{name}`" for name in argument.names)
    choices = ", ".join(f"`{choice}`" for choice in argument.get_choices() or ())
    return f"{shown}: {choices}" if choices else shown


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def test_every_command_is_on_the_page() -> None:
    """Each command has a section, a row in the table, and its options."""
    page = PAGE.read_text("utf-8")
    for name in COMMANDS:
        assert f"\n## {name}\n" in page
        assert f"| [`{name}`](#{name}) |" in page
    tables = [name for name, *_ in OPTIONS.findall(page) if name != "shared"]
    assert tables == re.findall(r"^## ([a-z]+)$", page, re.MULTILINE)


def test_page_lists_the_options_of_every_command() -> None:
    """The tables of options are those of the commands."""
    page = PAGE.read_text("utf-8")
    if REMAKE:
        page = OPTIONS.sub(lambda found: f"{found[1]}{found[2]}{options(found[1])}", page)
        PAGE.write_text(page, encoding="utf-8")
    for name, _, table in OPTIONS.findall(page):
        assert table == options(name), name


def test_every_example_prints_what_stands_there(troopmoves: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples are run from top to bottom in one folder, each with what it prints below it."""
    monkeypatch.setenv("COLUMNS", "92")  # as wide as the page
    pytest.importorskip("altair")
    page = PAGE.read_text("utf-8")

    def run(block: re.Match[str]) -> str:
        lines = []
        for line in block[0].splitlines():
            if line.startswith("$ troopmoves "):
                said = troopmoves(*shlex.split(line)[2:])
                lines += [line, *(said.out + said.err).splitlines()]
            elif line.startswith("$ "):
                lines.append(line)
        return "\n".join([*lines, ""])

    made = CONSOLE.sub(run, page)
    if REMAKE:
        PAGE.write_text(made, encoding="utf-8")
        page = made
    assert lasting(made) == lasting(page)
