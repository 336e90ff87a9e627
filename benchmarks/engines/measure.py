"""Time, memory, and how they are printed."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Sequence
from time import process_time
from typing import TypeVar

_Result = TypeVar("_Result")


def timed(work: Callable[[], _Result]) -> tuple[_Result, float]:
    """Return what some work comes to, and the seconds of processor time it takes."""
    gc.collect()
    begun = process_time()
    result = work()
    return result, process_time() - begun


def kept_by(work: Callable[[], object]) -> int:
    """Return the bytes that Python objects made by some work hold after it."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        gc.collect()
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


def seconds(number: float) -> str:
    """Return a time to about three figures.

    >>> seconds(12.3456), seconds(0.0123456), seconds(0.999)
    ('12.3 s', '12.3 ms', '999 ms')
    """
    amount, unit = (number, "s") if number >= 1 else (number * 1_000, "ms")
    return f"{amount:,.{max(0, 3 - len(str(int(amount))))}f} {unit}"


def ratio(number: float) -> str:
    """Return a ratio to two decimals, a small one to three.

    >>> ratio(0.314), ratio(0.0123)
    ('0.31', '0.012')
    """
    return f"{number:.2f}" if number >= 0.1 else f"{number:.3f}"  # noqa: PLR2004 (a tenth)


def target(of: str, found: float, most: float) -> str:
    """Return a line that says whether a ratio holds.

    >>> target("load / prototype", 0.314, 0.5)
    'target: load / prototype <= 0.50: 0.31 (holds)'
    """
    return f"target: {of} <= {most:.2f}: {ratio(found)} ({'holds' if found <= most else 'missed'})"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows under a head, the first column to the left and the others to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = []
    for first, *rest in (head, *rows):
        cells = [
            first.ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)),
        ]
        lines.append(f"  {'  '.join(cells)}".rstrip())
    return "\n".join(lines)
