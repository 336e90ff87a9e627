"""Documents in files: formats by suffix, encodings, writing whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from troopmoves.claims.verb import present
from troopmoves.errors import DocumentError
from troopmoves.formats.document.file import dumps, loads, read, write
from troopmoves.ledger.ledger import Ledger

LEDGER = Ledger([present("CAN", "IRQ", "about 500", when="2020-01-07", id="can-iraq")], title="Irak, é")


def names_in(folder: Path) -> list[str]:
    """Return the names of the files in a folder, hidden ones among them."""
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.YAML", "a.json"])
def test_ledger_survives_a_file(tmp_path: Path, name: str) -> None:
    """What is written by suffix is read by suffix, from paths of either sort."""
    write(LEDGER, tmp_path / name)
    assert read(tmp_path / name) == read(str(tmp_path / name)) == LEDGER
    assert names_in(tmp_path) == [name]


def test_suffix_decides_the_format(tmp_path: Path) -> None:
    """The text in the file is what `dumps` returns for the format."""
    write(LEDGER, tmp_path / "a.yaml")
    write(LEDGER, tmp_path / "a.json")
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == dumps(LEDGER, "yaml")
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == dumps(LEDGER, "json") == dumps(LEDGER)


def test_unknown_suffix_is_refused(tmp_path: Path) -> None:
    """Nothing is guessed of a file without a known suffix, neither to read nor to write."""
    for attempt in (lambda path: write(LEDGER, path), read):
        with pytest.raises(DocumentError, match=r"use \.yaml, \.yml, \.json"):
            attempt(tmp_path / "a.txt")
    assert names_in(tmp_path) == []


def test_unknown_format_is_refused() -> None:
    """A format is named as the library names it."""
    with pytest.raises(DocumentError, match="did you mean 'yaml'"):
        dumps(LEDGER, "yml")
    with pytest.raises(DocumentError, match="no such format"):
        loads("", "toml")


def test_error_names_the_file(tmp_path: Path) -> None:
    """Who reads many files is told which one is at fault; the paths begin inside it."""
    path = tmp_path / "a.yaml"
    path.write_text("troopmoves: 1\ntitles: x\n", encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert caught.value.where == str(path)
    assert [one.path for one in caught.value.problems] == ["titles"]


def test_missing_file_is_the_systems_error(tmp_path: Path) -> None:
    """A file that is not there is told as Python tells it."""
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "a.yaml")


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_text_that_is_not_utf_8_is_refused(tmp_path: Path, suffix: str) -> None:
    """The line of the first byte that is none of UTF-8 is told."""
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"troopmoves: 1\ntitle: \xe9t\xe9\n")
    with pytest.raises(DocumentError, match=r"line 2: got b'.xe9t.xe9.n'; a document is in UTF-8"):
        read(path)


@pytest.mark.parametrize(("name", "text"), [("a.yaml", "troopmoves: 1"), ("a.json", '{"troopmoves": 1}')])
def test_byte_order_mark_is_read_over(tmp_path: Path, name: str, text: str) -> None:
    """Some editors put a mark in front; it says nothing."""
    (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert read(tmp_path / name) == Ledger()


def test_text_may_be_yaml_by_default_and_json_is_yaml() -> None:
    """`loads` reads what `dumps` writes, without saying which it is."""
    assert loads(dumps(LEDGER)) == LEDGER


def test_permissions_of_the_file_are_kept(tmp_path: Path) -> None:
    """A file that only its owner may read stays so."""
    path = tmp_path / "a.json"
    path.write_text("{}", encoding="utf-8")
    path.chmod(0o600)
    write(LEDGER, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    """The user's mask decides, as for every other program."""
    write(LEDGER, tmp_path / "a.json")
    (tmp_path / "b").touch()
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    """The file that a link leads to is written, the link is kept."""
    (tmp_path / "real").mkdir()
    (tmp_path / "a.json").symlink_to(tmp_path / "real" / "a.json")
    write(LEDGER, tmp_path / "a.json")
    assert (tmp_path / "a.json").is_symlink()
    assert read(tmp_path / "real" / "a.json") == LEDGER


def test_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the disk fails in the middle, the old document is whole and nothing else lies about."""
    path = tmp_path / "a.json"
    write(LEDGER, path)
    before = path.read_bytes()

    def fail(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write(LEDGER.add(notes=["x"]), path)
    assert path.read_bytes() == before
    assert names_in(tmp_path) == ["a.json"]


def test_unwritable_ledger_leaves_the_old_file(tmp_path: Path) -> None:
    """What cannot be written is told before the file is touched."""
    path = tmp_path / "a.json"
    write(LEDGER, path)
    with pytest.raises(DocumentError, match="half a character"):
        write(Ledger(title="\ud800"), path)
    assert read(path) == LEDGER


def test_unreadable_yaml_is_not_overwritten(tmp_path: Path) -> None:
    """A YAML file that cannot be read may hold somebody's work; it is told and left alone."""
    path = tmp_path / "a.yaml"
    path.write_text("troopmoves: 1\ntitles: x\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="titles"):
        write(LEDGER, path)
    assert path.read_text(encoding="utf-8") == "troopmoves: 1\ntitles: x\n"


def test_empty_yaml_is_filled(tmp_path: Path) -> None:
    """A file with nothing in it is no document yet."""
    path = tmp_path / "a.yaml"
    path.write_text("\n", encoding="utf-8")
    write(LEDGER, path)
    assert read(path) == LEDGER


def test_unchanged_document_is_not_written(tmp_path: Path) -> None:
    """A document that already says so is not touched, not even its time."""
    path = tmp_path / "a.yaml"
    write(LEDGER, path)
    os.utime(path, (0, 0))
    write(LEDGER, path)
    assert path.stat().st_mtime == 0
