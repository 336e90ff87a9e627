"""The shared set of real phrases, scored by benchmarks/phrases.py; skipped where it is not at hand.

It is looked for in the folder that TROOPMOVES_SHARED_PHRASES names, or beside TROOPMOVES_SHARED_DATA.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

_BESIDE = Path(os.environ.get("TROOPMOVES_SHARED_DATA", "")) / ".." / "phrases"
_FILE = Path(os.environ.get("TROOPMOVES_SHARED_PHRASES", _BESIDE)) / "quantities_dev.jsonl"
_NAMED = {"TROOPMOVES_SHARED_DATA", "TROOPMOVES_SHARED_PHRASES"} & os.environ.keys()
_SCRIPT = Path(__file__).parents[2] / "benchmarks" / "phrases.py"
_ALL = re.compile(r"^all +(?P<phrases>\d+) +(?P<right>\d+) +(?P<refused>\d+) +(?P<wrong>\d+)", re.MULTILINE)


@pytest.mark.skipif(not _NAMED or not _FILE.exists(), reason="there is no shared set of phrases")
def test_nearly_all_real_phrases_are_right_and_hardly_any_is_wrong() -> None:
    """At least 96 % are right in kind and bounds, at most 1 % silently wrong; the rest is refused."""
    finished = subprocess.run(  # noqa: S603 (our own interpreter, our own script)
        [sys.executable, "-X", "utf8", str(_SCRIPT), str(_FILE), "--scores-only"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    row = _ALL.search(finished.stdout)
    assert row is not None
    scores = {name: int(count) for name, count in row.groupdict().items()}
    assert scores["right"] >= 0.96 * scores["phrases"]
    assert scores["wrong"] <= 0.01 * scores["phrases"]
