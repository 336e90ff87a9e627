"""Parquet files: whole or not at all when written, and never believed when read."""

import errno
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from formats.tables.story import story

import troopmoves as tm
from troopmoves.errors import DocumentError

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from troopmoves.formats.tables.page import pages  # noqa: E402 (only where pyarrow is)
from troopmoves.formats.tables.parquet import read_parquet, write_parquet  # noqa: E402 (likewise)


def problem(path: Path, **limits: int) -> str:
    """Return the one thing that is wrong with a file."""
    with pytest.raises(DocumentError) as caught:
        read_parquet(path, **limits)  # type: ignore[arg-type]  # limits only
    assert caught.value.where == str(path)
    [told] = caught.value.problems
    return str(told)


def claims(**columns: Any) -> Any:  # noqa: ANN401 (arrays and tables of pyarrow)
    """Return a table of claims that say nothing, with some columns."""
    rows = max(map(len, columns.values()))
    names = [f"c{number}" for number in range(rows)]
    return pa.table({"claim": names, "verb": ["present"] * rows, **columns})


class TestWriting:
    def test_ledger_comes_back(self, tmp_path: Path) -> None:
        """Nothing is lost in a file."""
        write_parquet(story(), tmp_path / "claims.parquet")
        assert read_parquet(tmp_path / "claims.parquet") == story()

    def test_empty_ledger_comes_back(self, tmp_path: Path) -> None:
        """A file without rows is a ledger without claims."""
        write_parquet(tm.Ledger(title="Nothing"), tmp_path / "claims.parquet")
        assert read_parquet(tmp_path / "claims.parquet") == tm.Ledger(title="Nothing")

    def test_states_can_be_written(self, tmp_path: Path) -> None:
        """Holdings are written too; read back they are refused as what they are."""
        write_parquet(story().state("2020-01-08"), tmp_path / "state.parquet")
        assert "holdings/1" in problem(tmp_path / "state.parquet")

    def test_failed_write_leaves_the_old_file(self, tmp_path: Path) -> None:
        """A file is replaced whole or not at all."""
        path = tmp_path / "claims.parquet"
        write_parquet(story(), path)
        bad = tm.Ledger([tm.present("FRA", "IRQ", 1, when="2020", note="\ud800")])
        with pytest.raises(DocumentError):
            write_parquet(bad, path)
        assert read_parquet(path) == story()
        assert list(tmp_path.iterdir()) == [path]

    def test_definitions_can_be_given(self, tmp_path: Path) -> None:
        """A file that lost its metadata is read with those of a ledger."""
        path = tmp_path / "claims.parquet"
        write_parquet(story(), path)
        pq.write_table(pq.read_table(path).replace_schema_metadata(None), path, store_schema=False)
        with pytest.raises(DocumentError, match="row 2, column place: got 'taji'"):
            read_parquet(path)
        assert read_parquet(path, definitions=story()) == story()


class TestDamage:
    def test_missing_file_is_an_error_of_the_system(self, tmp_path: Path) -> None:
        """A file that is not there is told as any program tells it."""
        with pytest.raises(FileNotFoundError):
            read_parquet(tmp_path / "none.parquet")

    def test_disk_that_fails_is_an_error_of_the_system(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file that cannot be read is not called damaged."""
        write_parquet(story(), tmp_path / "x.parquet")
        error = OSError(errno.EIO, "input/output error")

        def fail(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(pq, "ParquetFile", fail)
        with pytest.raises(OSError, match="input/output error"):
            read_parquet(tmp_path / "x.parquet")

    @pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" * 9, b"claim,verb\n", b"\x00" * 99])
    def test_no_parquet(self, tmp_path: Path, content: bytes) -> None:
        """What is no Parquet file is told so."""
        (tmp_path / "x.parquet").write_bytes(content)
        assert "this is no Parquet file, or a damaged one" in problem(tmp_path / "x.parquet")

    def test_damaged_byte_is_told_or_read(self, tmp_path: Path) -> None:
        """Whichever byte is wrong, the answer is a ledger or a list of problems."""
        path = tmp_path / "x.parquet"
        write_parquet(story(), path)
        content = path.read_bytes()
        told = 0
        for at in range(0, len(content), 29):
            path.write_bytes(content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :])
            try:
                read_parquet(path)
            except DocumentError:
                told += 1
        assert told > 50

    def test_cut_file(self, tmp_path: Path) -> None:
        """A file whose middle is missing is told so."""
        path = tmp_path / "x.parquet"
        write_parquet(story(), path)
        content = path.read_bytes()
        path.write_bytes(content[:400] + content[900:])
        assert problem(path)


class TestSize:
    def test_rows_are_limited(self, tmp_path: Path) -> None:
        """A file with more rows than allowed is not read, unless more are allowed."""
        path = tmp_path / "x.parquet"
        write_parquet(story(), path)
        assert "a table of more than 3 rows is not read; allow more with most_rows=" in problem(
            path, most_rows=3
        )
        assert read_parquet(path, most_rows=7) == story()

    def test_unpacked_size_is_limited(self, tmp_path: Path) -> None:
        """A file that inflates beyond what is allowed is not read."""
        path = tmp_path / "x.parquet"
        write_parquet(story(), path)
        assert "a table of more than 1000 bytes is not read" in problem(path, most_bytes=1000)

    def test_repeated_text_counts_each_time(self, tmp_path: Path) -> None:
        """A text that is stored once and used in every row is as long as all of them."""
        path = tmp_path / "x.parquet"
        pq.write_table(claims(note=["x" * 10_000] * 1_000), path, compression="zstd")
        assert path.stat().st_size < 100_000
        assert "bytes" in problem(path, most_bytes=1_000_000)

    def test_texts_by_common_beginning_are_not_read(self, tmp_path: Path) -> None:
        """An encoding in which a few bytes stand for any number of them is refused."""
        path = tmp_path / "x.parquet"
        encoding = {"note": "DELTA_BYTE_ARRAY"}
        pq.write_table(claims(note=["x" * 999] * 9), path, use_dictionary=False, column_encoding=encoding)
        assert problem(path).startswith("column note: got 7; this encoding of Parquet is not read")

    def test_footer_is_not_believed(self, tmp_path: Path) -> None:
        """A footer that tells smaller sizes than the pages have is found out."""
        path = tmp_path / "x.parquet"
        lie(claims(note=["x" * 50_000_000]), path)
        [column] = [one for one in columns(path) if one.path_in_schema == "note"]
        assert column.total_uncompressed_size == 100
        assert "a table of more than 1000000 bytes is not read" in problem(path, most_bytes=1_000_000)


def columns(path: Path) -> list[Any]:
    """Return what the footer of a file says of its columns."""
    group = pq.ParquetFile(path).metadata.row_group(0)
    return [group.column(index) for index in range(group.num_columns)]


def lie(table: Any, path: Path) -> None:  # noqa: ANN401 (a table of pyarrow)
    """Write a file whose footer says that its last column has 100 bytes, unpacked."""
    pq.write_table(table, path, compression="zstd", use_dictionary=False, write_statistics=False)
    honest = number(columns(path)[-1].total_uncompressed_size)
    content = path.read_bytes()
    assert content.count(honest) == 1
    path.write_bytes(content.replace(honest, number(100, len(honest))))


def number(value: int, length: int = 0) -> bytes:
    """Return a whole number in the compact protocol of Thrift, padded to a length."""
    rest, parts = value << 1, bytearray()
    while rest > 127 or len(parts) + 1 < length:
        parts.append(rest & 127 | 128)
        rest >>= 7
    return bytes([*parts, rest])


_BOMBS = {
    "zipped": """
notes = pa.array([("%07d" % row) + "x" * 8_000_000 for row in range(100)], pa.large_string())
pq.write_table(claims(100).append_column("note", notes), path, compression="zstd", use_dictionary=False)
""",
    "repeated": """
notes = pa.DictionaryArray.from_arrays(pa.array([0] * 500_000, pa.int32()), pa.array(["x" * 1_000_000]))
pq.write_table(claims(500_000).append_column("note", notes), path, compression="zstd")
""",
    "empty": """
nothing = pa.table({"claim": pa.nulls(5_000_000, pa.string()), "verb": pa.nulls(5_000_000, pa.string())})
with pq.ParquetWriter(path, nothing.schema, compression="zstd") as writer:
    for _ in range(20):
        writer.write_table(nothing, row_group_size=5_000_000)
""",
    "lying": """
sys.path.insert(0, sys.argv[2])
from formats.tables.test_parquet import lie
lie(claims(1).append_column("note", pa.array(["x" * 700_000_000], pa.large_string())), Path(path))
""",
}
_MAKE = """
import sys
from pathlib import Path
import pyarrow as pa
import pyarrow.parquet as pq
path = sys.argv[1]
def claims(rows):
    return pa.table({"claim": [f"c{row}" for row in range(rows)], "verb": ["present"] * rows})
"""
_READ = """
import resource, sys
from troopmoves.errors import DocumentError
from troopmoves.formats.tables.parquet import read_parquet
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read_parquet(sys.argv[1])
except DocumentError as error:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, error.problems[0].path)
"""


@pytest.mark.slow
@pytest.mark.parametrize("bomb", _BOMBS)
def test_bomb_is_refused_in_little_memory(tmp_path: Path, bomb: str) -> None:
    """A file that inflates a hundredfold and more costs less than 150 MB and is told as too large."""
    path = str(tmp_path / "bomb.parquet")
    tests = str(Path(__file__).parents[2])
    finished = [
        subprocess.run(  # noqa: S603 (our own interpreter, our own words)
            [sys.executable, "-c", program, path, tests], capture_output=True, text=True, check=True
        )
        for program in (_MAKE + _BOMBS[bomb], _READ)
    ]
    kilobytes, what = finished[-1].stdout.split()
    assert Path(path).stat().st_size < 5_000_000
    assert what in {"rows", "bytes"}
    assert int(kilobytes) < 150_000


class TestPages:
    def test_pages_are_those_of_the_file(self, tmp_path: Path) -> None:
        """The sizes read from the pages are those that an honest footer tells."""
        path = tmp_path / "x.parquet"
        pq.write_table(claims(note=[f"note {number}" for number in range(5000)]), path, data_page_size=1000)
        for column in columns(path):
            with path.open("rb") as stream:
                found = list(pages(stream, column.dictionary_page_offset, column.total_compressed_size))
            headers = column.total_uncompressed_size - sum(page.size for page in found)
            assert len(found) > 1
            assert 0 < headers < 120 * len(found)

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"\x15",
            b"\x15\x00",  # a header without sizes
            b"\x15\x00\x15\x01\x15\x02\x00",  # a size below zero
            b"\x15" + b"\xff" * 20,  # a number without end
            b"\x1c" * 20,  # structs without end
            b"\x19\xf5\xff\x01",  # a list beyond the end
            b"\x19" * 40,  # lists without end
            b"\x1b\x00",  # a map
            b"\x18\x7f",  # bytes beyond the end
        ],
    )
    def test_what_is_no_page_is_refused(self, tmp_path: Path, content: bytes) -> None:
        """Bytes that no writer would write are told as damage."""
        path = tmp_path / "x"
        path.write_bytes(content)
        with path.open("rb") as stream, pytest.raises(DocumentError, match="no Parquet file"):
            list(pages(stream, 0, 40))
