"""Tables of claims in Parquet files, which are written whole or not at all and never believed.

A small file can hold a large table: texts repeat at no cost, and whatever is compressed inflates. What the
file says of itself is checked before anything is read, and what comes out of it while it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import BinaryIO, Final

from troopmoves.errors import DocumentError, MissingExtraError
from troopmoves.formats.atomic import replace
from troopmoves.formats.document.fault import fault
from troopmoves.formats.tables.arrow import Intake, is_text, to_arrow
from troopmoves.formats.tables.page import Page, chunks, pages
from troopmoves.formats.tables.thrift import damaged
from troopmoves.ledger.comparison import Comparison
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState
from troopmoves.quantity.headcount import Convention

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as _error:
    raise MissingExtraError.of("pyarrow", "Parquet needs all of it", "tables") from _error

MOST_ROWS: Final = 1_000_000
"""How many rows are read unless the caller allows more."""

MOST_BYTES: Final = 512 * 1024 * 1024
"""How large a table may be, unpacked, unless the caller allows more."""

_AT_ONCE: Final = 4096


def write_parquet(
    what: Ledger | DeploymentState | Comparison,
    path: str | PathLike[str],
    *,
    convention: str | Convention | None = None,
) -> None:
    """Write claims, holdings or a comparison to a Parquet file, whole or not at all.

    Args:
        what: A ledger for its claims, a state for its holdings, or a comparison.
        path: The file.
        convention: By what the words of a ledger are read as figures; press/1 unless said otherwise.

    Raises:
        AssumptionError: If a convention is named for a state or comparison, which has one already.
        DocumentError: If a text in a ledger is none that UTF-8 can hold.
        OSError: If the file cannot be written.
    """
    sink = pa.BufferOutputStream()
    pq.write_table(to_arrow(what, convention=convention), sink, compression="zstd")
    replace(Path(path).resolve(), sink.getvalue().to_pybytes())


def read_parquet(
    path: str | PathLike[str],
    *,
    definitions: Ledger | None = None,
    most_rows: int = MOST_ROWS,
    most_bytes: int = MOST_BYTES,
) -> Ledger:
    """Return the ledger whose claims a Parquet file holds.

    Args:
        path: The file.
        definitions: Where to find the places, operations, units and the like that the rows refer to; without
            it, in the file's own metadata.
        most_rows: How many rows are read at most.
        most_bytes: How large the table may be, unpacked and with every repeated text counted each time.

    Raises:
        DocumentError: If it is no such file or too large, or with every problem of its rows and columns.
        OSError: If the file cannot be read.
    """
    with Path(path).open("rb") as stream:
        try:
            return _taken_in(stream, most_rows, most_bytes).ledger(definitions)
        except DocumentError as error:
            raise DocumentError(str(path), error.problems) from error.__cause__


def _taken_in(stream: BinaryIO, most_rows: int, most_bytes: int) -> Intake:
    _check_pages(stream, most_bytes)
    with _damage_told():
        file = pq.ParquetFile(stream)
        schema, rows = file.schema_arrow, file.metadata.num_rows
    intake = Intake.of(schema)
    _check("rows", rows, most_rows)
    for batch in _batches(stream, schema, list(intake.columns)):
        _check("rows", intake.rows + len(batch), most_rows)
        _check("bytes", batch.nbytes, most_bytes)
        intake.take(batch)
        _check("bytes", intake.size, most_bytes)
    return intake


def _batches(stream: BinaryIO, schema: pa.Schema, columns: list[str]) -> Iterator[pa.RecordBatch]:
    # Texts stay in their dictionary, so that one long text in a million rows is held once.
    texts = [field.name for field in schema if is_text(field.type)]
    with _damage_told():
        file = pq.ParquetFile(stream, read_dictionary=texts)
        yield from file.iter_batches(_AT_ONCE, columns=columns, use_threads=False)


@contextmanager
def _damage_told() -> Iterator[None]:
    """Tell whatever pyarrow makes of a damaged file as damage; errors of the system stay what they are."""
    try:
        yield
    except (pa.ArrowException, OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise damaged() from error


def _check_pages(stream: BinaryIO, most_bytes: int) -> None:
    """Raise if a file is too large once it is unpacked, whatever its footer says."""
    said = found = 0
    for chunk in chunks(stream):
        said += chunk.size
        _check("bytes", said, most_bytes)
        for page in pages(stream, chunk.start, chunk.length):
            found += page.size
            _check("bytes", found, most_bytes)
            _check_encodings(chunk.column, page)


# All but the one that tells texts by what they share with the text before, and so can inflate without end.
_ENCODINGS: Final = frozenset({0, 2, 3, 4, 5, 6, 8, 9})


def _check_encodings(column: str, page: Page) -> None:
    strange = [number for number in page.encodings if number not in _ENCODINGS]
    if strange:
        rule = "this encoding of Parquet is not read"
        raise fault(strange[0], rule, "write texts plain or in a dictionary", step=f"column {column}")


def _check(what: str, number: int, most: int) -> None:
    if number > most:
        rule = f"a table of more than {most} {what} is not read"
        raise fault(number, rule, f"allow more with most_{what}=... if you trust the file", step=what)
