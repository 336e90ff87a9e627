"""Every example asks a question, runs, and prints what stands beside it; so does the code of the README.

After a wanted change of the printed text, take the new text with `TROOPMOVES_REMAKE=1 pytest tests/house`
and read the difference before you commit it.
"""

import ast
import contextlib
import importlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import troopmoves

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
README = ROOT / "README.md"
TASTE = re.compile(
    r"```python\n(?P<code>.*?)```\n\n<!-- output -->\n(?P<output>.*?)\n<!-- /output -->", re.DOTALL
)
REMAKE = os.environ.get("TROOPMOVES_REMAKE") == "1"
MOST_LINES = 60
LISTED = re.compile(
    r"^\| (?P<question>[^|]+\?) \| \[(?P<name>\w+\.py)\]\((?P<target>[^)]+)\) \|", re.MULTILINE
)
DESCRIBED = re.compile(r"^\.\. auto\w+:: (troopmoves\.[\w.]+)$", re.MULTILINE)


def named(path: Path) -> str:
    return path.stem


def question(example: Path) -> str:
    """Return the title of an example: the first line of its docstring."""
    return (ast.get_docstring(ast.parse(example.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def imported(example: Path) -> list[str]:
    """Return what an example imports of the library, and what it takes out of it, by dotted name."""
    tree = ast.parse(example.read_text(encoding="utf-8"))
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "tm":
            names.append(f"troopmoves.{node.attr}")
    return [name for name in names if name.partition(".")[0] == "troopmoves"]


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


@pytest.mark.slow
@pytest.mark.skipif(
    "TROOPMOVES_SHARED_DATA" not in os.environ, reason="TROOPMOVES_SHARED_DATA names no folder"
)
def test_example_of_broken_sums_reads_the_whole_table() -> None:
    """Given its path, it finds every sum that arithmetic finds: 2,208, of which 1,905 miss the Navy."""
    table = Path(os.environ["TROOPMOVES_SHARED_DATA"]) / "troopdata-dmdc/dmdc_reports_1950_2016.csv"
    finished = subprocess.run(  # noqa: S603 (our own interpreter, our own script)
        [sys.executable, "-X", "utf8", str(ROOT / "examples/dmdc_broken_sums.py"), str(table)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
    )
    assert "2208 of 10009 totals are not the sum" in finished.stdout
    assert "1905 of these miss the Navy" in finished.stdout


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_example_is_short_enough_to_read(example: Path) -> None:
    """An example has at most 60 lines."""
    assert len(example.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_example_has_a_question_as_its_title(example: Path) -> None:
    """The first line of its docstring is a question, whole on that line."""
    assert question(example).endswith("?")


@pytest.fixture(scope="module")
def public() -> set[str]:
    """Return the names of the front door, the errors, and what the reference describes."""
    pages = (ROOT / "docs" / "reference").glob("*.md")
    described = {name for page in pages for name in DESCRIBED.findall(page.read_text(encoding="utf-8"))}
    errors = importlib.import_module("troopmoves.errors")
    return {
        "troopmoves",
        *(f"troopmoves.{name}" for name in troopmoves.__all__),
        *(f"troopmoves.errors.{name}" for name in vars(errors) if name.endswith("Error")),
        *described,
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_example_uses_public_names_alone(example: Path, public: set[str]) -> None:
    """It does nothing that its reader could not do."""
    assert imported(example)
    assert set(imported(example)) <= public


def test_examples_are_listed_with_their_questions() -> None:
    """The page of examples lists each script once, with the question that it asks."""
    page = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    listed = [(found["name"], found["question"]) for found in LISTED.finditer(page)]
    assert sorted(listed) == [(example.name, question(example)) for example in EXAMPLES]
    assert all(found["name"] == found["target"] for found in LISTED.finditer(page))


def test_page_of_examples_links_to_what_is_there() -> None:
    """No link of the page of examples is dead."""
    page = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", page)
    assert [link for link in links if not (ROOT / "examples" / link).exists()] == []


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
