"""The compact protocol of Thrift, in which Parquet files describe themselves; read strictly.

Only what Parquet uses is read: whole numbers, bytes, lists and structs, whose fields are known by number.
"""

from __future__ import annotations

from typing import Final, TypeAlias, final

import attrs

from troopmoves.errors import DocumentError
from troopmoves.formats.document.fault import fault

Struct: TypeAlias = "dict[int, Value]"
"""The fields of a struct, by number."""

Value: TypeAlias = "int | bytes | list[Value] | Struct | None"
"""What a field holds; None for what is of no use here, such as a fraction."""

_DEEPEST: Final = 12
_LONGEST_NUMBER: Final = 63


def damaged() -> DocumentError:
    """Return the error of a file that is not what it should be."""
    return fault("...", "this is no Parquet file, or a damaged one", step="file")


@final
@attrs.define
class ThriftReader:
    """Reads structs from bytes, one after the other."""

    content: bytes
    """The bytes."""
    position: int = 0
    """How many of them have been read."""

    def struct(self, depth: int = 0) -> Struct:
        """Return the next struct.

        Raises:
            DocumentError: If there is none.
        """
        if depth > _DEEPEST:
            raise damaged()
        fields: Struct = {}
        number = 0
        while (head := self._byte()) != 0:
            number = number + (head >> 4) if head >> 4 else self._signed()
            kind = head & 15
            fields[number] = kind if kind in _FLAGS else self._value(kind, depth)
        return fields

    def _value(self, kind: int, depth: int) -> Value:
        match kind:
            case 1 | 2 | 3:  # a flag in a list, or a byte
                return self._byte()
            case 4 | 5 | 6:  # whole numbers
                return self._signed()
            case 7:  # a fraction
                self._bytes(8)
                return None
            case 8:  # bytes
                return self._bytes(self._unsigned())
            case 9:
                return self._list(depth)
            case 12:
                return self.struct(depth + 1)
            case _:
                raise damaged()

    def _list(self, depth: int) -> list[Value]:
        head = self._byte()
        length = head >> 4 if head >> 4 != _LONG_LIST else self._unsigned()
        if length > len(self.content) - self.position or depth > _DEEPEST:
            raise damaged()
        return [self._value(head & 15, depth + 1) for _ in range(length)]

    def _byte(self) -> int:
        if self.position >= len(self.content):
            raise damaged()
        self.position += 1
        return self.content[self.position - 1]

    def _bytes(self, length: int) -> bytes:
        if length > len(self.content) - self.position:
            raise damaged()
        self.position += length
        return self.content[self.position - length : self.position]

    def _unsigned(self) -> int:
        number = shift = 0
        while (part := self._byte()) & 128:
            number |= (part & 127) << shift
            shift += 7
            if shift > _LONGEST_NUMBER:
                raise damaged()
        return number | part << shift

    def _signed(self) -> int:
        number = self._unsigned()
        return (number >> 1) ^ -(number & 1)


_FLAGS: Final = frozenset({1, 2})
"""The kinds of fields that are true or false themselves."""

_LONG_LIST: Final = 15
