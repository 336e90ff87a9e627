"""How large the pages of a Parquet file are, read from the pages and not from what the footer says of them.

A page is unpacked as a whole, into as many bytes as its own header says; the sizes in the footer are only
hearsay. Footer and headers are read here and not by pyarrow, which ends the process over a damaged footer.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO, Final, final

import attrs

from troopmoves.formats.tables.thrift import Struct, ThriftReader, Value, damaged


@final
@attrs.frozen(kw_only=True)
class Chunk:
    """One column of one group of rows, as the footer tells of it."""

    column: str
    """The name of the column; with dots where it is nested."""
    start: int
    """Where its first page begins."""
    length: int
    """How many bytes its pages take in the file."""
    size: int
    """How many bytes they are said to have, unpacked."""


@final
@attrs.frozen
class Page:
    """What the header of a page says."""

    size: int
    """How many bytes it has, unpacked."""
    encodings: tuple[int, ...]
    """The encodings of its values, by the numbers of the Parquet format."""


def chunks(stream: BinaryIO) -> Iterator[Chunk]:
    """Yield what the footer of a file tells, without the columns that hold nothing.

    Raises:
        DocumentError: If it is no Parquet file, or its footer is damaged.
    """
    footer = ThriftReader(_footer(stream)).struct()
    for group in _structs(footer.get(4)):
        for column in _structs(group.get(1)):
            found = column.get(3)
            if isinstance(found, dict) and found.get(5) != 0:
                yield _chunk(found)


def pages(stream: BinaryIO, start: int, length: int) -> Iterator[Page]:
    """Yield the pages of a part of a file.

    Raises:
        DocumentError: If something else stands there.
    """
    end = start + length
    while start < end:
        stream.seek(start)
        reader = ThriftReader(stream.read(min(_LONGEST_HEADER, end - start)))
        header = reader.struct()
        values = [header.get(5), header.get(7), header.get(8)]  # data page, dictionary page, data page 2
        fields = (2, 2, 4)
        found = [one.get(at) for one, at in zip(values, fields, strict=True) if isinstance(one, dict)]
        yield Page(_whole(header.get(2)), tuple(one for one in found if isinstance(one, int)))
        start += reader.position + _whole(header.get(3))


_LONGEST_HEADER: Final = 1024 * 1024  # it may quote the least and the greatest value of the page
_LONGEST_FOOTER: Final = 64 * 1024 * 1024
_MAGIC: Final = b"PAR1"


def _footer(stream: BinaryIO) -> bytes:
    end = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, end - 8))
    length, magic = stream.read(4), stream.read(4)
    size = int.from_bytes(length, "little")
    if magic != _MAGIC or size > min(_LONGEST_FOOTER, end - 8):
        raise damaged()
    stream.seek(end - 8 - size)
    return stream.read(size)


def _chunk(found: Struct) -> Chunk:
    path = found.get(3)
    names = (
        [part.decode(errors="replace") for part in path if isinstance(part, bytes)]
        if isinstance(path, list)
        else []
    )
    starts = [at for at in (found.get(9), found.get(11)) if isinstance(at, int) and at > 0]
    if not starts:
        raise damaged()
    return Chunk(
        column=".".join(names), start=min(starts), length=_whole(found.get(7)), size=_whole(found.get(6))
    )


def _structs(value: Value) -> list[Struct]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _whole(value: Value) -> int:
    if not isinstance(value, int) or value < 0:
        raise damaged()
    return value
