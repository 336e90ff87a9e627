"""`troopmoves` on the command line: the commands, their examples, and what becomes of errors.

To add a command: a function in the module of its kind that takes the arguments, reads, asks the library,
makes a view and shows it; one entry in `_COMMANDS` with its examples; its golden files; its section in
docs/reference/cli.md.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, NoReturn

from cyclopts import App, CycloptsError

from troopmoves.cli import adding, asking, checking, drawing, exchanging, keeping, reporting
from troopmoves.cli.screen import say, write
from troopmoves.cli.trouble import Exit, print_error
from troopmoves.errors import TroopmovesError

if TYPE_CHECKING:
    from rich.text import Text


class _Command(NamedTuple):
    run: Callable[..., Exit]
    name: str
    examples: tuple[str, ...]


def completion(shell: Literal["bash", "zsh", "fish", "powershell"], /) -> Exit:
    """Print the script by which a shell completes commands and options.

    Args:
        shell: The shell.
    """
    write(app.generate_completion(shell=shell))
    return Exit.FINE


_COMMANDS: Final = (
    _Command(
        checking.check,
        "check",
        (
            "troopmoves check iraq.yaml",
            "troopmoves check --fail-on warning --rules TM1,TM3 *.yaml",
            "troopmoves check iraq.yaml --silence known.yaml --format json",
        ),
    ),
    _Command(
        asking.state,
        "state",
        (
            "troopmoves state iraq.yaml --on 2020-01-15",
            "troopmoves state iraq.yaml --on 2020-01-15 --plans done --known 2020-01-08",
            "troopmoves state iraq.yaml --on 2020-01-15 --format json | jq '.rows[]'",
        ),
    ),
    _Command(
        asking.compare,
        "compare",
        (
            "troopmoves compare iraq.yaml 2020-01-07 2020-01-15 --plans done",
            "troopmoves compare dmdc.yaml press.yaml --on 2015-06-30 --common",
        ),
    ),
    _Command(
        asking.why,
        "why",
        (
            'troopmoves why iraq.yaml "CAN in IRQ" --on 2020-01-15 --plans done',
            'troopmoves why iraq.yaml "FRA (training) in Iraq" --on 2020-01-15',
            'troopmoves why iraq.yaml "all in IRQ, KWT" --on 2020-01-15',
        ),
    ),
    _Command(
        asking.series,
        "series",
        ('troopmoves series iraq.yaml "CAN in IRQ" --since 2020-01-01 --until 2020-12-31',),
    ),
    _Command(
        adding.add,
        "add",
        (
            "troopmoves add iraq.yaml",
            "troopmoves add iraq.yaml --report new-arab --who CAN --where IRQ \\",
            '    --count "about 500" --when 2020-01-07 --quote "estimated 500"',
            "troopmoves add iraq.yaml --yes --report new-arab --kind relocate --who CAN --from IRQ \\",
            "    --to KWT --count some --when 2020-01-07/..",
        ),
    ),
    _Command(
        keeping.fmt,
        "fmt",
        ("troopmoves fmt iraq.yaml", "troopmoves fmt --check *.yaml", "troopmoves fmt --diff iraq.yaml"),
    ),
    _Command(
        exchanging.import_,
        "import",
        ("troopmoves import dmdc.yaml dmdc-2015.csv --output dmdc-2015.yaml",),
    ),
    _Command(
        exchanging.export,
        "export",
        (
            "troopmoves export geojson iraq.yaml --on 2020-01-15 --accept all --output iraq.geojson",
            "troopmoves export csv iraq.yaml --on 2020-01-07 --on 2020-01-15",
            "troopmoves export parquet iraq.yaml --output claims.parquet",
        ),
    ),
    _Command(
        keeping.convert,
        "convert",
        ("troopmoves convert iraq.yaml iraq.json", "troopmoves convert iraq.parquet iraq.yaml"),
    ),
    _Command(
        drawing.chart,
        "chart",
        (
            "troopmoves chart comparison iraq.yaml --since 2020-01-07 --until 2020-01-15 -o iraq.svg",
            'troopmoves chart series iraq.yaml --of "CAN in IRQ" -o can.png \\',
            "    --since 2020-01-01 --until 2020-03-01",
            "troopmoves chart timeline iraq.yaml -o iraq.html",
        ),
    ),
    _Command(
        reporting.report,
        "report",
        (
            "troopmoves report iraq.yaml -o iraq.html",
            "troopmoves report iraq.yaml -o iraq.html --since 2020-01-07 --until 2020-01-15 --plans done",
            'troopmoves report iraq.yaml -o iraq.html --of "CAN in IRQ" --of "FRA in IRQ"',
        ),
    ),
    _Command(keeping.schema, "schema", ("troopmoves schema > troopmoves-1.schema.json",)),
    _Command(
        completion,
        "completion",
        (
            "troopmoves completion bash > ~/.local/share/bash-completion/completions/troopmoves",
            "troopmoves completion fish > ~/.config/fish/completions/troopmoves.fish",
        ),
    ),
)


def _worded(error: CycloptsError) -> Text:
    """Return a mistake on the command line in the words of all other errors."""
    from rich.text import Text  # noqa: PLC0415 (rich is loaded where something is laid out)

    command = " ".join(["troopmoves", *(error.command_chain or ())])
    return Text.assemble(
        ("error: ", "bold red"),
        str(error).rstrip("."),
        "\n  ",
        ("way out: ", "bold"),
        f"see {command} --help",
    )


app: Final = App(
    name="troopmoves",
    help="What open sources say about troops: check, ask and keep a ledger of claims.",
    help_format="plaintext",
    help_epilogue="Exit codes: 0 fine, 1 something found, 2 wrong command or document, 130 interrupted.",
    version=lambda: version("troopmoves"),
    suppress_keyboard_interrupt=False,
    error_formatter=_worded,
)
"""The command line; `main` runs it."""

for _run, _name, _examples in _COMMANDS:
    app.command(
        _run, name=_name, help_epilogue="\n".join(["Examples:", "", *(f"  {one}" for one in _examples)])
    )


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _stop_writing()
    if code == Exit.INTERRUPTED:
        # At once: to take a ledger of 100,000 claims apart, as Python does on its way out, takes seconds.
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Return the exit code of a command, after all that it has to say is printed.

    Args:
        arguments: What stands behind `troopmoves` on the command line.
    """
    try:
        return int(app(arguments, result_action="return_value") or Exit.FINE)
    except SystemExit as leaving:
        return Exit.WRONG if leaving.code is None else int(leaving.code)
    except KeyboardInterrupt:
        say("interrupted; every file is whole")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _stop_writing()
        return Exit.FINE
    except (TroopmovesError, OSError) as error:
        print_error(error)
        return Exit.WRONG


def _stop_writing() -> None:
    """Let nothing more be written to a pipe that nobody reads, as after `| head`."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
