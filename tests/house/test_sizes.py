"""Modules stay small, and a room's front says what the room is for and nothing else."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "troopmoves"
MOST_LINES = 400


def named(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("module", sorted(SOURCE.rglob("*.py")), ids=named)
def test_module_stays_small(module: Path) -> None:
    """A module longer than 400 lines wants to be two."""
    assert len(module.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("module", sorted(SOURCE.rglob("*.py")), ids=named)
def test_module_says_what_it_is_for(module: Path) -> None:
    """Every module opens with a docstring."""
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


@pytest.mark.parametrize("front", sorted(SOURCE.glob("*/**/__init__.py")), ids=named)
def test_room_front_holds_a_docstring_only(front: Path) -> None:
    """Names come from the module that defines them, or from the front door of the library."""
    body = ast.parse(front.read_text(encoding="utf-8")).body
    assert len(body) == 1
    assert isinstance(body[0], ast.Expr)
