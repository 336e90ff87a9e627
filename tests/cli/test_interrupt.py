"""A ledger of 100,000 claims: progress within a second, an answer to Ctrl-C at once, files left whole."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from troopmoves.cli.app import run
from troopmoves.formats.document import json, yaml

CLAIMS = 100_000
A_REPORT = 100
NATIONS = ("USA", "CAN", "FRA", "DEU", "GBR", "ITA", "ESP", "POL", "NLD", "ROU")
PLACES = ("IRQ", "KWT", "JOR", "LBN", "SYR", "TUR", "QAT", "BHR", "CYP", "EGY")
AT_ONCE = 2.0
"""Seconds until a command has left after Ctrl-C; measured are 0.02 to 0.25."""
SOON = 1.0
"""Seconds of its own time until a command shows progress; measured are 0.5."""


def document() -> dict[str, object]:
    """Return a document with very many claims."""

    def claim(number: int) -> dict[str, object]:
        nation, place = NATIONS[number % 10], PLACES[number // 10 % 10]
        year, month = 1990 + number // 100 % 30, number // 3000 % 12 + 1
        when, count = f"{year}-{month:02}-15", f"about {number % 50 + 1}0"
        return {
            "id": f"c{number}",
            "kind": "present",
            "who": nation,
            "where": place,
            "count": count,
            "when": when,
        }

    reports = [
        {"id": f"r{first}", "claims": [claim(first + step) for step in range(A_REPORT)]}
        for first in range(0, CLAIMS, A_REPORT)
    ]
    return {"troopmoves": 1, "reports": reports}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a large document in both formats."""
    folder = tmp_path_factory.mktemp("large")
    plain: dict[str, object] = document()
    (folder / "large.json").write_text(json.format_tree(plain), encoding="utf-8")  # type: ignore[arg-type]  # plain values
    (folder / "large.yaml").write_text(yaml.format_tree(plain), encoding="utf-8")  # type: ignore[arg-type]  # likewise
    return folder


def interrupted(folder: Path, after: float, *arguments: str) -> tuple[int, float, str]:
    """Return the exit code of a command after Ctrl-C, the seconds until it left, and what it said."""
    process = subprocess.Popen(  # noqa: S603 (our own interpreter, our own words)
        [sys.executable, "-m", "troopmoves.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=folder,
    )
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    sent = time.monotonic()
    out, err = process.communicate(timeout=60)
    assert out == ""
    return process.returncode, time.monotonic() - sent, err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("after", "arguments"),
    [
        (3, ("state", "large.json", "--on", "2010-01-01")),
        (3, ("state", "large.yaml", "--on", "2010-01-01")),
        (4, ("check", "large.yaml")),
        (3, ("fmt", "large.json")),
        (3, ("fmt", "large.yaml")),
        (3, ("convert", "large.yaml", "new.json")),
        (
            3,
            (
                "add",
                "large.yaml",
                "--yes",
                "--loose",
                "--who",
                "CAN",
                "--where",
                "IRQ",
                "--count",
                "1",
                "--when",
                "2020-01",
            ),
        ),
    ],
)
def test_interrupt_ends_at_once_and_leaves_files_whole(
    large: Path, after: float, arguments: tuple[str, ...]
) -> None:
    """After Ctrl-C the exit code is 130, there is no traceback, and every file is as it was."""
    before = {file.name: file.read_bytes() for file in large.iterdir()}
    code, seconds, error = interrupted(large, after, *arguments)
    assert (code, error) == (130, "interrupted; every file is whole\n")
    assert seconds < AT_ONCE
    assert {file.name: file.read_bytes() for file in large.iterdir()} == before


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="it needs a pseudo-terminal")
def test_progress_shows_within_a_second(large: Path) -> None:
    """On a terminal a large file shows that it is being read, after little time of the process's own."""
    import pty  # noqa: PLC0415 (there is none on Windows)

    process, terminal = pty.fork()
    if process == 0:
        os.execv(sys.executable, [sys.executable, "-m", "troopmoves.cli", "check", str(large / "large.yaml")])  # noqa: S606 (our own interpreter)
    shown = b""
    for part in _parts(terminal):
        shown += part
        if b"Reading large.yaml" in shown:
            break
    used = _own_seconds(process)
    os.kill(process, signal.SIGINT)
    for _ in _parts(terminal):
        pass
    _, status = os.waitpid(process, 0)
    assert b"Reading large.yaml" in shown
    assert used < SOON
    assert os.waitstatus_to_exitcode(status) == 130


def _parts(terminal: int) -> Iterator[bytes]:
    """Yield what is written to a terminal until it is left."""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            return
        if not part:
            return
        yield part


def _own_seconds(process: int) -> float:
    """Return the processor time of a process, which other work on the machine does not lengthen."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_interrupt_in_this_process_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Whoever runs a command from Python gets the exit code, and no exception."""

    def read(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("troopmoves.cli.asking.read_ledger", read)
    assert run(["state", str(tmp_path / "iraq.yaml"), "--on", "2020-01-07"]) == 130
    assert capsys.readouterr().err == "interrupted; every file is whole\n"
