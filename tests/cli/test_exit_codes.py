"""Exit codes for CI: 0 fine, 1 something found, 2 wrong; and the hooks of pre-commit."""

import runpy
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from cli.conftest import Command

import troopmoves.cli.app
import troopmoves.cli.start
from troopmoves.cli.app import app
from troopmoves.formats.document import yaml

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", "iraq.yaml"), 0),
        (("check", "six.yaml"), 1),
        (("check", "iraq.yaml", "six.yaml"), 1),
        (("check", "six.yaml", "--fail-on", "never"), 0),
        (("check", "six.yaml", "--rules", "TM2"), 0),
        (("check", "six.yaml", "--rules", "TM2", "--fail-on", "warning"), 1),
        (("check", "six.yaml", "--rules", "TM2", "--fail-on", "info"), 1),
        (("fmt", "iraq.yaml", "--check"), 1),
        (("fmt", "iraq.yaml", "--diff"), 0),
        (("import", "dmdc.yaml", "dmdc.csv"), 0),
        (("--help",), 0),
        (("--version",), 0),
        (("state", "--help"), 0),
    ],
)
def test_exit_code_says_what_came_out(troopmoves: Command, arguments: tuple[str, ...], code: int) -> None:
    """What is found at or above --fail-on makes the exit code 1, and nothing else does."""
    assert troopmoves(*arguments).code == code


def test_unread_rows_make_the_exit_code_1_unless_said_otherwise(troopmoves: Command, folder: Path) -> None:
    """An import with rows that could not be read is written all the same, and found."""
    rows = (folder / "dmdc.csv").read_text("utf-8").replace("CAMEROON,CMR", "CAMEROOM,", 1)
    (folder / "faulty.csv").write_text(rows, encoding="utf-8")
    assert troopmoves("import", "dmdc.yaml", "faulty.csv", "--output", "out.yaml").code == 1
    assert (folder / "out.yaml").exists()
    assert troopmoves("import", "dmdc.yaml", "faulty.csv", "--fail-on", "never").code == 0


def test_hooks_run_commands_that_are_there() -> None:
    """Each hook of pre-commit calls a command, with the packages of the extra."""
    hooks = yaml.parse((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"][
        "cli"
    ]
    assert isinstance(hooks, list)
    assert [hook["id"] for hook in hooks if isinstance(hook, dict)] == ["troopmoves-check", "troopmoves-fmt"]
    for hook in hooks:
        assert isinstance(hook, dict)
        program, command = str(hook["entry"]).split()[:2]
        assert (program, command in app) == ("troopmoves", True)
        assert hook["additional_dependencies"] == [one.replace(" ", "") for one in extra]


def test_main_leaves_with_the_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The entry point takes the arguments of the process and leaves with the exit code."""
    monkeypatch.setattr(sys, "argv", ["troopmoves", "schema"])
    with pytest.raises(SystemExit) as leaving:
        troopmoves.cli.start.main()
    assert leaving.value.code == 0
    assert capsys.readouterr().out.startswith("{")


def test_module_is_the_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m troopmoves.cli` does what `troopmoves` does."""
    monkeypatch.setattr(sys, "argv", ["troopmoves", "--version"])
    with pytest.raises(SystemExit) as leaving:
        runpy.run_module("troopmoves.cli", run_name="__main__")
    assert leaving.value.code == 0
    assert capsys.readouterr().out == f"{version('troopmoves')}\n"


def test_interrupted_main_leaves_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """After Ctrl-C nothing is taken apart any more."""
    left: list[int] = []
    monkeypatch.setattr(sys, "argv", ["troopmoves", "schema"])
    monkeypatch.setattr("troopmoves.cli.app.run", lambda _: 130)
    monkeypatch.setattr("os._exit", left.append)
    with pytest.raises(SystemExit):
        troopmoves.cli.app.main()
    assert left == [130]


def test_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the packages of the extra the program says how to get them."""

    def missing(_: str) -> None:
        raise ModuleNotFoundError("No module named 'cyclopts'", name="cyclopts")

    monkeypatch.setattr(troopmoves.cli.start, "import_module", missing)
    with pytest.raises(SystemExit) as leaving:
        troopmoves.cli.start.main()
    assert leaving.value.code == 2
    assert "pip install 'troopmoves[cli]'" in capsys.readouterr().err


def test_a_module_of_ours_that_is_missing_is_no_matter_of_extras(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation is not told as a missing extra."""

    def missing(_: str) -> None:
        raise ModuleNotFoundError("No module named 'attrs'", name="attrs")

    monkeypatch.setattr(troopmoves.cli.start, "import_module", missing)
    with pytest.raises(ModuleNotFoundError):
        troopmoves.cli.start.main()
