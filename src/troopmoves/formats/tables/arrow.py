"""Tables in Arrow: what is written for polars, pandas, DuckDB and Parquet, and read from any of them.

Tables come in through the Arrow PyCapsule interface, so that neither polars nor pandas is imported here. This
module and `parquet.py` are the only ones that import pyarrow.

To let a column hold another type when it is read: its sort in `Column.also`, or one branch in `_reader`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, Protocol, TypeAlias, final, runtime_checkable

import attrs

from troopmoves.errors import MissingExtraError
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.fault import Faults, below, fault
from troopmoves.formats.document.json import parse
from troopmoves.formats.tables.assembly import place_of
from troopmoves.formats.tables.column import Cell, Column, Kind, Part, Sort
from troopmoves.formats.tables.layout import CLAIMS, LAYOUTS, VERSION
from troopmoves.formats.tables.reading import check_names, definitions_of, ledger_of
from troopmoves.formats.tables.writing import rows_of
from troopmoves.ledger.comparison import Comparison
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState
from troopmoves.quantity.headcount import Convention

try:
    import pyarrow as pa
except ImportError as _error:
    raise MissingExtraError.of("pyarrow", "tables in Arrow and Parquet need it", "tables") from _error


@runtime_checkable
class ArrowStream(Protocol):
    """A table that can be handed over as a stream of Arrow, such as one of polars, pandas or DuckDB."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the capsule of the stream."""


def to_arrow(
    what: Ledger | DeploymentState | Comparison, *, convention: str | Convention | None = None
) -> pa.Table:
    """Return claims, holdings or a comparison as a table, one row each.

    >>> from troopmoves.claims.verb import present
    >>> table = to_arrow(Ledger([present("FRA", "IRQ", "about 200", when="2020-01-07")]))
    >>> table.select(["iso3", "place", "count", "low", "high"]).to_pylist()
    [{'iso3': 'FRA', 'place': 'IRQ', 'count': 'about 200', 'low': 160, 'high': 240}]

    Args:
        what: A ledger for its claims, a state for its holdings, or a comparison.
        convention: By what the words of a ledger are read as figures; press/1 unless said otherwise.

    Raises:
        AssumptionError: If a convention is named for a state or comparison, which has one already.
        DocumentError: If a text in a ledger is none that UTF-8 can hold.
    """
    rows = rows_of(what, convention)
    metadata: dict[str | bytes, str | bytes] = {_TABLE: f"{rows.kind}/{VERSION}"}
    if rows.head:
        metadata[_HEAD] = json.dumps(rows.head, ensure_ascii=False)
    schema = pa.schema([_field(column) for column in LAYOUTS[rows.kind]], metadata)
    arrays = [pa.array(rows.columns[field.name], field.type) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def from_arrow(table: ArrowStream, *, definitions: Ledger | None = None) -> Ledger:
    """Return the ledger whose claims a table holds.

    Args:
        table: A table of pyarrow, polars, pandas or DuckDB, or whatever else hands over a stream of Arrow.
        definitions: Where to find the places, operations, units and the like that the rows refer to; without
            it, in the table's own metadata, which `to_arrow` puts there and polars and pandas drop.

    Raises:
        DocumentError: With every problem, each with its row and column.
    """
    if not isinstance(table, ArrowStream):
        raise fault(
            type(table).__name__,
            "a table hands over a stream of Arrow",
            "use pyarrow.table(...)",
            step="table",
        )
    with pa.RecordBatchReader.from_stream(table) as reader:
        intake = Intake.of(reader.schema)
        for batch in reader:
            intake.take(batch)
    return intake.ledger(definitions)


@final
@attrs.define
class Intake:
    """Takes in the batches of a table of claims, as cells of Python."""

    head: dict[str, Plain] | None
    """What the rows refer to, where the table's metadata tells."""
    columns: dict[str, list[Cell]]
    """The cells of the columns that are read."""
    size: int = 0
    """How much text was taken in, in characters."""

    @classmethod
    def of(cls, schema: pa.Schema) -> Intake:
        """Return an intake for a table of claims.

        Raises:
            DocumentError: If its columns are not those of claims.
        """
        head = _head_of(schema)
        check_names(schema.names)
        faults = Faults()
        for field in schema:
            if CLAIMS[field.name].part is not Part.SHOWN:
                with faults.at(f"column {field.name}"):
                    _reader(field.type, CLAIMS[field.name])
        faults.tell("table")
        return cls(head, {name: [] for name in schema.names if CLAIMS[name].part is not Part.SHOWN})

    @property
    def rows(self) -> int:
        """How many rows were taken in."""
        return len(self.columns["claim"])

    def take(self, batch: pa.RecordBatch) -> None:
        """Take in a batch.

        Raises:
            DocumentError: If a cell holds what it should not.
        """
        faults = Faults()
        first = self.rows
        for name, taken in self.columns.items():
            array = batch.column(name)
            try:
                array.validate(full=True)
                cells = _reader(array.type, CLAIMS[name])(array)
            except (pa.ArrowException, ValueError, OverflowError) as error:
                rows = f"rows {first + 1} to {first + len(array)}"
                faults.add(
                    f"{rows}, column {name}", str(error), "some cell here is no text in UTF-8, or no day"
                )
                continue
            for row, cell in enumerate(cells):
                if isinstance(cell, str):
                    self.size += len(cell)
                elif isinstance(cell, float):
                    faults.add(place_of(first + row, name), cell, f"here stands a {CLAIMS[name].sort}")
            taken.extend(cells)
        faults.tell("table")

    def ledger(self, definitions: Ledger | None) -> Ledger:
        """Return the ledger of all that was taken in.

        Raises:
            DocumentError: With every problem, each with its row and column.
        """
        head = self.head if definitions is None else definitions_of(definitions)
        return ledger_of(self.columns, head)


_TABLE: Final = "troopmoves.table"
"""The key of the metadata that says what the rows are, and by which version of the columns."""

_HEAD: Final = "troopmoves"
"""The key of the metadata that holds what the rows refer to."""

_TYPES: Final = MappingProxyType(
    {
        Sort.TEXT: pa.string(),
        Sort.WHOLE: pa.int64(),
        Sort.NUMBER: pa.float64(),
        Sort.FLAG: pa.bool_(),
        Sort.DAY: pa.date32(),
        Sort.TEXTS: pa.list_(pa.string()),
    }
)


def _field(column: Column) -> pa.Field[Any]:
    return pa.field(column.name, _TYPES[column.sort], column.nullable, {"meaning": column.meaning})


def _head_of(schema: pa.Schema) -> dict[str, Plain] | None:
    """Return what the metadata of a table tells, if it is one of ours."""
    metadata = schema.metadata or {}
    kind = metadata.get(_TABLE.encode(), f"{Kind.CLAIMS}/{VERSION}".encode()).decode(errors="replace")
    with below("metadata"):
        if kind != f"{Kind.CLAIMS}/{VERSION}":
            raise fault(kind, f"ledgers are read from tables of claims, {Kind.CLAIMS}/{VERSION}", step=_TABLE)
        if _HEAD.encode() not in metadata:
            return None
        with below(_HEAD):
            return _mapping(metadata[_HEAD.encode()])


def _mapping(text: bytes) -> dict[str, Plain]:
    try:
        tree = parse(text.decode())
    except UnicodeDecodeError:
        raise fault(text[:20], "metadata is in UTF-8") from None
    if not isinstance(tree, dict):
        raise fault(tree, "here stands a document without claims")
    return tree


_Reader: TypeAlias = "Callable[[pa.Array[Any]], list[Cell]]"


def _reader(kind: pa.DataType, column: Column) -> _Reader:
    """Return what makes cells of the arrays of a type.

    Raises:
        DocumentError: If the column cannot be of this type.
    """
    types = pa.types
    if types.is_null(kind):
        return _plainly
    for sort in (column.sort, *column.also):
        if sort is Sort.TEXT and types.is_dictionary(kind) and is_text(kind.value_type):
            return _from_dictionary
        if sort is Sort.WHOLE and types.is_floating(kind):
            return _wholly
        if _IS[sort](kind):
            return _plainly
    wanted = " or ".join(str(_TYPES[sort]) for sort in (column.sort, *column.also))
    raise fault(str(kind), f"this column is of the type {wanted}", "cast it before")


def is_text(kind: pa.DataType) -> bool:
    """Return whether the cells of a type are texts."""
    types = pa.types
    return types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind)


_IS: Final[Mapping[Sort, Callable[[pa.DataType], bool]]] = MappingProxyType(
    {
        Sort.TEXT: is_text,
        Sort.WHOLE: pa.types.is_integer,
        Sort.FLAG: pa.types.is_boolean,
        Sort.DAY: pa.types.is_date,
    }
)


def _plainly(array: pa.Array[Any]) -> list[Cell]:
    if array.null_count == len(array):
        return [None] * len(array)
    cells: list[Cell] = array.to_pylist()
    return cells


def _from_dictionary(array: Any) -> list[Cell]:  # noqa: ANN401 (an array of indices and a dictionary)
    """Return cells that share the texts of the dictionary, however often each is used."""
    words = array.dictionary.to_pylist()
    return [None if index is None else words[index] for index in array.indices.to_pylist()]


def _wholly(array: pa.Array[Any]) -> list[Cell]:
    """Return whole numbers; pandas makes fractions of them where some are missing."""
    return [int(cell) if cell is not None and cell.is_integer() else cell for cell in array.to_pylist()]
