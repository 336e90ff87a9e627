"""The gallery shows every example as it is: its question, what it prints, what it draws, and its code.

What examples draw stands in `docs/gallery`. After a wanted change draw it anew with
`TROOPMOVES_REMAKE=1 pytest tests/house/test_gallery.py`, and look at it before you commit it.
"""

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
DRAWN = DOCS / "gallery"
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
DRAWING = [example for example in EXAMPLES if "FOLDER" in example.read_text(encoding="utf-8")]
WORDS = re.compile(r"<text[^>]*>([^<]*)<")
FINGERPRINT = re.compile(r"\bledger [0-9a-f]{12}\b")
REMAKE = os.environ.get("TROOPMOVES_REMAKE") == "1"
MOST_BYTES = 150_000


def named(path: Path) -> str:
    return path.stem


def words(picture: str) -> list[str]:
    """Return the words of a picture, without the fingerprint that any change of a record gives a ledger."""
    return [FINGERPRINT.sub("ledger", text) for text in WORDS.findall(picture)]


def module_of_the_page() -> Any:  # noqa: ANN401
    """Return the module by which Sphinx fills the page; it is no part of a package."""
    spec = importlib.util.spec_from_file_location("gallery_page", DOCS / "gallery_page.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def page() -> str:
    filled: Callable[[str, Path], str] = module_of_the_page().filled
    return filled((DOCS / "gallery.md").read_text(encoding="utf-8"), ROOT)


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_example_stands_in_the_gallery_with_its_question(page: str, example: Path) -> None:
    """Each example has a section that bears its question, and a line in the contents that leads there."""
    title, _ = module_of_the_page().question(example)
    assert f"(example-{example.stem})=\n\n## {title}\n" in page
    assert f"- [{title}](#example-{example.stem})" in page


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_title_of_an_example_is_a_question(example: Path) -> None:
    """A reader sees from the title alone whether the example is for them."""
    title, _ = module_of_the_page().question(example)
    assert title.endswith("?")


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_gallery_includes_files_instead_of_copies(page: str, example: Path) -> None:
    """Code and printed text are taken from the files that the tests run and compare."""
    assert f"{{literalinclude}} ../examples/{example.name}\n" in page
    printed = ROOT / "examples" / "out" / f"{example.stem}.txt"
    assert printed.exists() == (f"{{literalinclude}} ../examples/out/{printed.name}\n" in page)


def test_gallery_fills_its_place(page: str) -> None:
    """The page has a place for the examples, and nothing of the mark is left in it."""
    assert "<!-- examples -->" in (DOCS / "gallery.md").read_text(encoding="utf-8")
    assert "<!-- examples -->" not in page


@pytest.mark.slow
@pytest.mark.parametrize("example", DRAWING, ids=named)
def test_pictures_are_those_that_the_example_draws(example: Path, tmp_path: Path) -> None:
    """The pictures in the gallery say, word for word, what the example draws today."""
    command = [sys.executable, "-X", "utf8", str(example), str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (our own script)
    drawn = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.svg")}
    kept = DRAWN / example.stem
    if REMAKE:
        kept.mkdir(parents=True, exist_ok=True)
        for name, text in drawn.items():
            (kept / name).write_text(text, encoding="utf-8")
    shown = {path.name: path.read_text(encoding="utf-8") for path in kept.glob("*")}
    assert {name: words(text) for name, text in shown.items()} == {
        name: words(text) for name, text in drawn.items()
    }


@pytest.mark.parametrize("picture", sorted(DRAWN.rglob("*.svg")), ids=named)
def test_picture_is_small_and_told_in_words(page: str, picture: Path) -> None:
    """A picture loads at once, stands on the page, and says what it comes to for who cannot see it."""
    assert picture.stat().st_size < MOST_BYTES
    [told] = re.findall(rf"!\[([^\]]+)\]\(gallery/{picture.parent.name}/{picture.name}\)", page)
    assert len(told) > len(picture.stem) + 20


def test_no_picture_outlives_its_example() -> None:
    """A picture that no example draws is not kept."""
    assert {path.name for path in DRAWN.iterdir()} <= {example.stem for example in DRAWING}
