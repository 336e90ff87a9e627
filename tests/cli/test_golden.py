"""What every command prints, in every format, is what stands in `golden/`.

After a wanted change make the files anew with `TROOPMOVES_REMAKE=1 pytest tests/cli` and read the difference.
"""

import json
import os
from pathlib import Path

import pytest
from cli.conftest import Command, lasting

from troopmoves.cli.app import app

GOLDEN = Path(__file__).parent / "golden"
REMAKE = os.environ.get("TROOPMOVES_REMAKE") == "1"
SUFFIXES = {"table": "txt", "json": "json", "markdown": "md"}

VIEWS = {
    "check": ("check", "six.yaml"),
    "check-silenced": ("check", "six.yaml", "iraq.yaml", "--silence", "known.json", "--fail-on", "never"),
    "state": ("state", "iraq.yaml", "--on", "2020-01-15", "--plans", "done"),
    "state-known": ("state", "iraq.yaml", "--on", "2020-01-15", "--known", "2020-01-06"),
    "compare": ("compare", "iraq.yaml", "2020-01-07", "2020-01-15", "--plans", "done"),
    "compare-documents": ("compare", "six.yaml", "iraq.yaml", "--on", "2020-01-11", "--common"),
    "why": ("why", "iraq.yaml", "CAN in IRQ", "--on", "2020-01-15", "--plans", "done"),
    "why-open": ("why", "iraq.yaml", "all in KWT", "--on", "2020-01-15"),
    "series": ("series", "iraq.yaml", "CAN in IRQ", "--since", "2020-01-01", "--until", "2022-01-01"),
    "import": ("import", "dmdc.yaml", "faulty.csv"),
    "add": (
        *("add", "iraq.yaml", "--yes", "--report", "new-arab", "--kind", "withdraw", "--who", "CAN"),
        *("--from", "IRQ", "--count", "at least 20", "--when", "2020-02", "--quote", "20 or more"),
    ),
}
"""The commands that show something, each by the name of its golden files."""

TEXTS = {
    "fmt": ("fmt", "iraq.yaml", "--diff"),
    "fmt-check": ("fmt", "iraq.yaml", "six.yaml", "--check"),
    "export": ("export", "geojson", "iraq.yaml", "--on", "2020-01-15", "--output", "iraq.geojson"),
    "export-csv": ("export", "csv", "iraq.yaml", "--accept", "all", "--output", "claims.csv"),
    "convert": ("convert", "iraq.yaml", "iraq.json"),
    "chart": ("chart", "state", "iraq.yaml", "--output", "iraq.svg"),
    "report": ("report", "iraq.yaml", "--output", "iraq.pdf"),
}
"""The commands that write a text or a file, and what they say of it."""

TESTED_ELSEWHERE = {"schema", "completion"}
"""The commands that print what others make."""


@pytest.fixture
def inputs(folder: Path) -> Path:
    """Put what the commands below read beside the examples."""
    rows = (folder / "dmdc.csv").read_text("utf-8").replace("CAMEROON,CMR", "CAMEROOM,", 1)
    (folder / "faulty.csv").write_text(rows.replace("280,,", "about 280,,"), encoding="utf-8")
    reason = {"dnk-d-base": {"TM101": "one counts a day earlier; asked the ministry"}}
    (folder / "known.json").write_text(json.dumps(reason), encoding="utf-8")
    return folder


def compare(name: str, printed: str) -> None:
    """Compare a text with a golden file, or make the file."""
    file = GOLDEN / name
    if REMAKE:
        file.write_bytes(lasting(printed).encode())
    assert lasting(printed) == file.read_bytes().decode()


@pytest.mark.usefixtures("inputs")
@pytest.mark.parametrize("layout", SUFFIXES)
@pytest.mark.parametrize("name", VIEWS)
def test_view_is_printed_as_before(troopmoves: Command, name: str, layout: str) -> None:
    """A command that shows something prints its golden file in each format, and nothing beside it."""
    said = troopmoves(*VIEWS[name], "--format", layout)
    assert said.err == ""
    compare(f"{name}.{SUFFIXES[layout]}", said.out)


@pytest.mark.usefixtures("inputs")
@pytest.mark.parametrize("name", TEXTS)
def test_text_is_printed_as_before(troopmoves: Command, name: str) -> None:
    """A command that writes a text prints its golden file, what it says of it included."""
    said = troopmoves(*TEXTS[name])
    compare(f"{name}.txt", said.out + said.err)


@pytest.mark.usefixtures("inputs")
@pytest.mark.parametrize("name", VIEWS)
def test_json_is_json(troopmoves: Command, name: str) -> None:
    """What is printed as JSON can be read as JSON."""
    assert isinstance(json.loads(troopmoves(*VIEWS[name], "--format", "json").out), dict)


def test_every_command_has_a_golden_file() -> None:
    """No command is left out above, and no golden file is left over."""
    commands = {words[0] for words in [*VIEWS.values(), *TEXTS.values()]}
    assert commands | TESTED_ELSEWHERE == {name for name in app if not name.startswith("-")}
    names = {f"{name}.{suffix}" for name in VIEWS for suffix in SUFFIXES.values()}
    assert {file.name for file in GOLDEN.iterdir()} == names | {f"{name}.txt" for name in TEXTS}
