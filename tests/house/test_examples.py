"""Every example runs and prints what stands beside it; the README shows what its code prints.

After a wanted change of the printed text, take the new text with `TROOPMOVES_REMAKE=1 pytest tests/house`
and read the difference before you commit it.
"""

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
README = ROOT / "README.md"
TASTE = re.compile(
    r"```python\n(?P<code>.*?)```\n\n<!-- output -->\n(?P<output>.*?)\n<!-- /output -->", re.DOTALL
)
REMAKE = os.environ.get("TROOPMOVES_REMAKE") == "1"
MOST_LINES = 60


def named(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_example_prints_what_stands_beside_it(example: Path) -> None:
    """An example ends without a word on stderr and prints `out/<name>.txt`, where there is one."""
    finished = subprocess.run(  # noqa: S603 (our own interpreter, our own script)
        [sys.executable, "-X", "utf8", str(example)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    expected = example.parent / "out" / f"{example.stem}.txt"
    if REMAKE:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(finished.stdout, encoding="utf-8")
    if expected.exists():
        assert finished.stdout == expected.read_text(encoding="utf-8")
    assert finished.stdout.strip()


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_example_is_short_enough_to_read(example: Path) -> None:
    """An example has at most 60 lines."""
    assert len(example.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("printed", sorted((ROOT / "examples" / "out").glob("*.txt")), ids=named)
def test_printed_text_belongs_to_an_example(printed: Path) -> None:
    """No expected output outlives its example."""
    assert printed.stem in [example.stem for example in EXAMPLES]


def test_readme_shows_what_its_code_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text under the taste in the README is what the taste prints."""
    readme = README.read_text(encoding="utf-8")
    taste = TASTE.search(readme)
    assert taste
    monkeypatch.chdir(ROOT)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(taste["code"], {"__name__": "readme"})  # noqa: S102 (the README is ours)
    shown = f"\n```text\n{printed.getvalue().rstrip()}\n```\n"
    if REMAKE:
        start, end = taste.span("output")
        README.write_text(readme[:start] + shown + readme[end:], encoding="utf-8")
    else:
        assert taste["output"] == shown
