"""Rows as text for a terminal, and as HTML for a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import wrap
from typing import Final, TypeAlias

WIDTH: Final = 120
"""Columns of a terminal that text is laid out for."""

_NARROWEST: Final = 20

Remarks: TypeAlias = tuple[tuple[str, list[str]], ...]
"""What is told below a table: lines, each time under a label."""


def text_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return aligned columns under their headings; the last one goes on below where it is too long.

    >>> print(text_table(["who", "n"], [["CAN", "14"], ["FRA", "160-240"]]))
    who  n
    CAN  14
    FRA  160-240
    """
    if not rows:
        return "No claim that counts says who is where."
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head) - 1)]
    indent = sum(widths) + 2 * len(widths)
    lines = []
    for *cells, last in [head, *rows]:
        first = "".join(f"{cell:<{width}}  " for cell, width in zip(cells, widths, strict=True))
        told = _laid_out(last, max(WIDTH - indent, _NARROWEST))
        lines += [f"{first}{told[0]}".rstrip(), *(" " * indent + more for more in told[1:])]
    return "\n".join(lines)


def _laid_out(text: str, room: int) -> list[str]:
    """Return a text in lines: one if it fits, else one a clause."""
    clauses = [text] if len(text) <= room else text.replace("; ", ";\n").split("\n")
    lines = [wrap(clause, room, break_on_hyphens=False, break_long_words=False) for clause in clauses]
    return [line for wrapped in lines for line in wrapped] or [""]


def remarks_of(*remarks: tuple[str, list[str]]) -> Remarks:
    """Return the remarks that have something to say."""
    return tuple((label, lines) for label, lines in remarks if lines)


def remarked(remarks: Remarks) -> list[str]:
    """Return what stands below a table in text, after an empty line."""
    lines = [line for remark in remarks for line in under(*remark)]
    return ["", *lines] if lines else []


def noted(remarks: Remarks) -> list[str]:
    """Return the same as notes of a table in HTML."""
    return [f"{label} {line}" for label, lines in remarks for line in lines]


def under(label: str, lines: Sequence[str]) -> list[str]:
    """Return lines behind a label and below each other.

    >>> under("Assuming:", ["all is well", "nothing moved"])
    ['Assuming: all is well', '          nothing moved']
    """
    indent = " " * len(label)
    room = WIDTH - len(indent) - 1
    told = [
        part for line in lines for part in wrap(line, room, subsequent_indent="  ", break_on_hyphens=False)
    ]
    return [f"{indent if index else label} {part}" for index, part in enumerate(told)]


class Shown:
    """An answer as a notebook shows it: as HTML, or as its text where there is no HTML.

    Whatever prints as text inherits from this; what has a table of its own returns it as `_repr_html_`.

    >>> class Told(Shown):
    ...     def __str__(self) -> str:
    ...         return "14 < 15"
    >>> Told()._repr_mimebundle_()
    {'text/plain': '14 < 15', 'text/html': '<pre>14 &lt; 15</pre>'}
    """

    __slots__ = ()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Return the text and the HTML; a notebook takes of them what it can show."""
        del include, exclude  # IPython chooses for itself
        return {"text/plain": str(self), "text/html": self._repr_html_()}

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


def html_table(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[str]], notes: Sequence[str] = ()
) -> str:
    """Return a table with its caption above and notes below, everything escaped."""
    header = "".join(f"<th scope='col' style='text-align:left'>{escape(cell)}</th>" for cell in head)
    body = "".join(
        "<tr>" + "".join(f"<td style='text-align:left'>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    below = "".join(f"<p>{escape(note)}</p>" for note in notes)
    style = "text-align:left;font-weight:bold"
    return (
        f"<table><caption style='{style}'>{escape(caption)}</caption>"
        f"<thead><tr>{header}</tr></thead><tbody>{body}</tbody></table>{below}"
    )
