"""Views as text: tables for people, JSON for programs, Markdown for pages.

Nothing that a document says is taken for markup: control characters are shown as what they are, and signs
that mean something in Markdown are escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from troopmoves.cli.view import Column, Section, View

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

Format: TypeAlias = Literal["table", "json", "markdown"]
"""How a view is printed."""

_GAP: Final = 2


def as_json(data: object) -> str:
    """Return plain values as JSON text.

    >>> print(as_json({"who": "CAN", "high": None}), end="")
    {
      "who": "CAN",
      "high": null
    }
    """
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n"


# -- Markdown -----------------------------------------------------------------------------------------------


def as_markdown(view: View) -> str:
    """Return a view as Markdown with tables as GitHub and MyST read them."""
    blocks = [f"## {_escaped(view.heading)}", *_listed(view.notes)]
    for section in view.sections:
        blocks += [f"### {_escaped(section.heading)}"] if section.heading else []
        blocks += [_pipes(section) if section.rows else _escaped(section.empty)]
        blocks += ["\n".join(f"- {_escaped(note)}" for note in section.notes)]
    blocks += _listed(view.after)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _listed(notes: Sequence[tuple[str, Sequence[str]]]) -> Iterator[str]:
    for label, lines in notes:
        if len(lines) == 1 or not label:
            yield "\n\n".join(_escaped(f"{label} {line}".strip()) for line in lines)
        elif lines:
            yield "\n".join([_escaped(label), "", *(f"- {_escaped(line)}" for line in lines)])


def _pipes(section: Section) -> str:
    head = [column.heading for column in section.columns]
    rule = ["---:" if column.right else "---" for column in section.columns]
    rows = [[_escaped(column.cell(row)) for column in section.columns] for row in section.rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, rule, *rows])


_MEANS_SOMETHING: Final = re.compile(r"[\\`*\[\]<>|]")


def _escaped(text: str) -> str:
    return _MEANS_SOMETHING.sub(r"\\\g<0>", " ".join(visible(text).split()))


# -- tables -------------------------------------------------------------------------------------------------


def print_table(view: View, console: Console) -> None:
    """Print a view as tables on a console."""
    from rich.text import Text  # noqa: PLC0415 (rich is loaded where something is laid out)

    console.print(Text(visible(view.heading), style="bold"))
    for label, lines in view.notes:
        _print_labelled(label, lines, console)
    for section in view.sections:
        console.print()
        if section.heading:
            console.print(Text(visible(section.heading), style=section.style or "bold"))
        if section.rows:
            console.print(_table(section))
        elif section.empty:
            console.print(Text(visible(section.empty)))
        for note in section.notes:
            _print_labelled("", [note], console, indent=_GAP)
    if view.after and view.sections:
        console.print()
    for label, lines in view.after:
        _print_labelled(label, lines, console)


def _print_labelled(label: str, lines: Sequence[str], console: Console, *, indent: int = 0) -> None:
    """Print lines below each other behind a label."""
    from rich.padding import Padding  # noqa: PLC0415 (as above)
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    grid = Table.grid(padding=(0, 1, 0, 0))
    if label:
        grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for index, line in enumerate(lines):
        words = Text(visible(line))
        grid.add_row(*([Text(label if index == 0 else "", style="dim")] if label else []), words)
    shown: RenderableType = Padding(grid, (0, 0, 0, indent)) if indent else grid
    console.print(shown)


def _table(section: Section) -> Table:
    from rich.table import Table  # noqa: PLC0415 (as above)
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="underline", expand=False)
    for column in section.columns:
        table.add_column(
            column.heading,
            justify="right" if column.right else "left",
            no_wrap=column.whole or column.right,
            overflow="fold",
        )
    for row in section.rows:
        cells = [(column, visible(column.cell(row))) for column in section.columns]
        table.add_row(*(Text(cell, style=_style(column, cell)) for column, cell in cells))
    return table


def _style(column: Column, cell: str) -> str:
    return next((style for words, style in column.styles.items() if cell.startswith(words)), "")


def visible(text: str) -> str:
    r"""Return a text with control characters shown as what they are, so that they do nothing to a terminal.

    >>> visible("500\x1b[31m soldiers\n")
    '500\\x1b[31m soldiers\n'
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(letter: str) -> str:
    return letter if letter.isprintable() or letter in "\n\u00a0\u202f" else repr(letter)[1:-1]
