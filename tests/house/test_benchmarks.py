"""The benchmarks run, and what they compare are the same answers; nothing here is timed."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "solve.py"
TINY = {
    "load": ("--load", "50", "60"),
    "memory": ("--memory", "50", "--grown", "2"),
    "grown": ("--grown", "3", "--size", "30"),
    "series": ("--series", "5", "8"),
}
ASKING = {"many": ("--components", "3", "--size", "20"), "question": ("--question", "40")}
SAME = re.compile(r"^ *(?P<name>\S.*?)  .* (?P<same>[\d,]+) of (?P<all>[\d,]+)$", re.MULTILINE)


def printed(*arguments: str) -> str:
    """Return what the script prints; it ends without a word on stderr."""
    finished = subprocess.run(  # noqa: S603 (our own interpreter, our own script)
        [sys.executable, "-X", "utf8", str(SCRIPT), "--quick", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONWARNINGS": "error"},
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    return finished.stdout


@pytest.mark.parametrize("measure", TINY)
def test_each_measure_of_solving_runs(measure: str) -> None:
    """Each measure runs on a tiny ledger and prints a table."""
    shown = printed("--only", measure, *TINY[measure])
    assert f"\n{measure}: " in shown
    assert re.search(r" \d[\d.]* m?s\b| bytes ", shown)


@pytest.mark.parametrize("measure", ASKING)
def test_engines_give_the_same_answers(measure: str) -> None:
    """HiGHS and scipy answer every question as troopmoves does; else the times would say nothing."""
    found = [match.groupdict() for match in SAME.finditer(printed("--only", measure, *ASKING[measure]))]
    if find_spec("highspy") is not None:
        assert {one["name"] for one in found} >= {"highspy, compact", "highspy, daily"}
    assert [one for one in found if one["same"] != one["all"] or one["all"] == "0"] == []


def test_same_seed_draws_the_same_ledger() -> None:
    """What is compared today is what was compared yesterday, however Python hashes."""
    drawing = "from engines.drawn import *; print(many_components(2, 20, seed=1), one_component(60, seed=1))"
    drawn = [
        subprocess.run(  # noqa: S603 (our own interpreter, our own modules)
            [sys.executable, "-c", drawing],
            capture_output=True,
            encoding="utf-8",
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(SCRIPT.parent)},
        ).stdout
        for seed in ("1", "2")
    ]
    assert drawn[0] == drawn[1] != ""


def test_engine_given_by_its_folder_takes_part(tmp_path: Path) -> None:
    """A folder with a `core.py` of the prototype's interface is measured beside ours."""
    (tmp_path / "core.py").write_text(CORE, encoding="utf-8")
    shown = printed("--only", "load", *TINY["load"], "--engine", str(tmp_path))
    assert shown.count(f"by {tmp_path.name} <= 0.20: ") == 2


CORE = '''
"""An engine that knows nothing: anything is possible."""

from types import SimpleNamespace

Level = Move = Share = SimpleNamespace


def Scope(*who):
    return who


class Account:
    def __init__(self, places, claims, **options):
        assert places and list(claims) and options["dates"]
        self.findings = ()

    def count(self, scope, at):
        return SimpleNamespace(lo=0, hi=None)
'''
