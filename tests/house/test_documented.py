"""Every public name is shown at work: by an example that runs, or by a link to one.

A name counts as shown if one of these holds, and all examples meant here are run by the tests:

- its own docstring, or that of one of its methods, holds an example;
- a page of the documentation, the README or a script in `examples` uses it, as `tm.NAME` or imported from
  `troopmoves`;
- the section of the reference that describes it holds an example, as befits what is only ever returned.

That it stands on a page of the reference is asserted by test_public_names.py.
"""

import ast
import doctest
import inspect
import re
from functools import cache
from pathlib import Path

import pytest

import troopmoves

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECTION = re.compile(r"^#+ ", re.MULTILINE)
DIRECTIVE = re.compile(r"^\.\. auto(?:class|data|function):: ([\w.]+)$", re.MULTILINE)
SKIPPED = "<!-- skip: next -->"


def code_of(page: str) -> list[str]:
    """Return the code blocks of a page that the tests run, without prompts and outputs."""
    blocks = [
        found[1] for found in FENCE.finditer(page) if not page[: found.start()].rstrip().endswith(SKIPPED)
    ]
    return [doctest.script_from_examples(block) if ">>> " in block else block for block in blocks]


def names_used(code: str) -> set[str]:
    """Return what code takes out of the library: `tm.X`, `troopmoves.X`, and what it imports from it."""
    used = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            used |= {node.attr} if node.value.id in {"tm", "troopmoves"} else set()
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "troopmoves":
            used |= {name.name for name in node.names}
    return used


@cache
def shown_in_examples() -> frozenset[str]:
    """Return every name that a page or script uses."""
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    blocks = [block for page in pages for block in code_of(page.read_text(encoding="utf-8"))]
    scripts = [path.read_text(encoding="utf-8") for path in (ROOT / "examples").glob("*.py")]
    return frozenset(set().union(*map(names_used, blocks + scripts)))


def docstrings(name: str) -> list[str]:
    """Return the docstring of a public name, and of its own methods and properties."""
    value = getattr(troopmoves, name)
    parts = [value, *(vars(value).values() if inspect.isclass(value) else ())]
    unwrapped = [getattr(part, "__func__", part) for part in parts]
    return [
        part.__doc__
        for part in unwrapped
        if part is value or inspect.isroutine(part) or isinstance(part, property)
        if part.__doc__
    ]


def has_example(name: str) -> bool:
    return any(">>> " in text for text in docstrings(name))


@cache
def described_beside_an_example() -> frozenset[str]:
    """Return every name that a section of the reference describes next to an example that runs."""
    pages = [page.read_text(encoding="utf-8") for page in (ROOT / "docs" / "reference").glob("*.md")]
    sections = [section for page in pages for section in SECTION.split(page) if code_of(section)]
    return frozenset(name.rpartition(".")[2] for section in sections for name in DIRECTIVE.findall(section))


@pytest.mark.parametrize("name", sorted(troopmoves.__all__))
def test_public_name_is_shown_at_work(name: str) -> None:
    """Nobody has to guess from a signature how a public name is used."""
    shown = name in shown_in_examples() or name in described_beside_an_example()
    assert shown or has_example(name)


@pytest.mark.parametrize("name", sorted(troopmoves.__all__))
def test_public_name_says_what_it_is(name: str) -> None:
    """A name has a docstring of its own, whose first line is a sentence."""
    value = getattr(troopmoves, name)
    if inspect.isclass(value) or inspect.isroutine(value):
        first = (inspect.getdoc(value) or "").partition("\n")[0]
        assert first.endswith(".")
        assert len(first) <= 100


def end(cell: str, figures: dict[str, int]) -> int | None:
    """Return what an end of a range in the table of conventions comes to, such as `N-t`."""
    if cell == "?":
        return None
    parts = [part if part in "+-" else str(figures.get(part, part)) for part in re.findall(r"\w+|[+-]", cell)]
    return sum(int(part) for part in re.findall(r"[+-]?\d+", "".join(parts)))


def rows_of_conventions() -> list[tuple[str, list[str]]]:
    """Return the table of conventions in the reference: each notation, and the cells of its conventions."""
    page = (ROOT / "docs" / "reference" / "quantity.md").read_text(encoding="utf-8")
    table = [
        [cell.strip() for cell in row.split("|")[1:-1]]
        for row in page.splitlines()
        if re.match(r"\| [A-Z_]+ \|", row)
    ]
    return [(notation, row[2:]) for row in table for notation in row[1].split(", ")]


CONVENTIONS = ("literal", "press/1", "iiss/2020")


@pytest.mark.parametrize(("notation", "cells"), rows_of_conventions())
def test_table_of_conventions_is_what_the_code_reads(notation: str, cells: list[str]) -> None:
    """The reference gives the bounds of every kind of headcount as the conventions derive them."""
    headcount = troopmoves.Headcount.of(notation)
    number = headcount.number or 0
    tolerance = troopmoves.PRESS.around(number)[1] - number
    figures = {"N": number, "t": tolerance, "A": headcount.low or 0, "B": headcount.high or 0}
    for name, cell in zip(CONVENTIONS, cells, strict=True):
        if ".." in cell:
            low, high = (end(part, figures) for part in cell.split(".."))
            bounds = headcount.bounds(name)
            assert (bounds.low, bounds.high) == (low, high), name
