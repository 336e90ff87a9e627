"""Rows of CSV within limits of their own.

The limit of Python's `csv` module belongs to the whole process, where any other package may lift it; so an
unclosed quote could swallow a file of any size. Here a row ends at a limit whatever that one is.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final, TextIO, final

LONGEST_CELL: Final = 131_072
"""Characters of a cell beyond which it is refused."""

LONGEST_ROW: Final = 1_000_000
"""Characters of a row beyond which it is refused."""


def csv_rows(
    stream: TextIO, *, delimiter: str = ",", strict: bool = False
) -> Iterator[tuple[int, list[str]]]:
    r"""Yield each row with the number of the line it ends on.

    >>> import io
    >>> list(csv_rows(io.StringIO("nation,troops\r\nFRA,5\r\n", newline="")))
    [(1, ['nation', 'troops']), (2, ['FRA', '5'])]

    Raises:
        csv.Error: If it is no CSV, or a row or cell is longer than the limits.
    """
    lines = _Lines(stream)
    reader = csv.reader(lines, delimiter=delimiter, strict=strict)
    for cells in reader:
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise csv.Error(f"a cell is longer than {LONGEST_CELL} characters")
        yield reader.line_num, cells
        lines.taken = 0


@final
class _Lines:
    """The lines of a stream, as long as the row they belong to is not too long."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.taken: int = 0
        """Characters taken since the last row was complete."""

    def __iter__(self) -> Iterator[str]:
        while line := self._stream.readline(LONGEST_ROW + 1):
            self.taken += len(line)
            if self.taken > LONGEST_ROW:
                raise csv.Error(f"a row is longer than {LONGEST_ROW} characters")
            yield line
