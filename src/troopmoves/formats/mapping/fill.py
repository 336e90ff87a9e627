"""Cells left empty since the one above them is meant: what merged cells of a sheet become in a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import final


@final
class FillDown:
    """Fills the empty cells of some columns with what stands above them.

    A new value in one column ends what the columns after it held, as another mission ends the list of its
    nations. An empty line, and a row that could not be read, end everything, for nobody knows what is meant.
    """

    def __init__(self, columns: Sequence[str]) -> None:
        """Take the columns, the widest group first."""
        self._columns = columns
        self._above: dict[str, str] = {}
        self._next = 0

    def end(self) -> None:
        """Forget what stands above."""
        self._above.clear()

    def fill(self, row: int, cells: dict[str, str]) -> None:
        """Fill the empty cells of a row, each row in its turn.

        >>> fill, cells = FillDown(["mission"]), {"mission": "", "troops": "6"}
        >>> fill.fill(2, {"mission": "KFOR", "troops": "5"})
        >>> fill.fill(3, cells)
        >>> cells
        {'mission': 'KFOR', 'troops': '6'}
        """
        if row != self._next or not any(cell.strip() for cell in cells.values()):
            self.end()
        self._next = row + 1
        for index, column in enumerate(self._columns):
            if cells[column].strip():
                for narrower in self._columns[index:]:
                    self._above.pop(narrower, None)
                self._above[column] = cells[column]
            else:
                cells[column] = self._above.get(column, "")
