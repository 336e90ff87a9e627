"""JSON in and out."""

import pytest

from troopmoves.errors import DocumentError
from troopmoves.formats.document import yaml
from troopmoves.formats.document.json import format_tree, parse
from troopmoves.formats.document.limit import DEEPEST


@pytest.mark.parametrize(
    ("text", "path", "says"),
    [
        ("", "line 1, column 1", "no JSON: expecting value"),
        ('{"a" 1}', "line 1, column 6", "no JSON: "),
        ('{"a": 1} {}', "line 1, column 10", "no JSON: extra data"),
        ('{"a": 1,\n "b": 2, "a": 3}', "a", "this key stands twice"),
        ('{"x": [{"a": 1, "a": 1, "a": 2}]}', "x[0].a", "this key stands twice"),
        ('{"x": [NaN]}', "x[0]", "this is no number"),
        ('{"x": -Infinity}', "x", "this is no number"),
        (f'{{"x": {"[" * 40}{"]" * 40}}}', f"x{'[0]' * 13}", f"nested more than {DEEPEST} deep"),
    ],
)
def test_what_is_no_document_is_refused(text: str, path: str, says: str) -> None:
    """Keys that stand twice, NaN, depth and broken syntax are told with path or position."""
    with pytest.raises(DocumentError) as caught:
        parse(text)
    [problem] = caught.value.problems
    assert problem.path == path
    assert says in problem.rule


def test_very_deep_nesting_is_refused() -> None:
    """A text nested 10,000 deep is a problem like any other."""
    with pytest.raises(DocumentError, match=f"nested more than {DEEPEST} deep"):
        parse(f'{{"x": {"[" * 10_000}{"]" * 10_000}}}')


def test_all_doubled_keys_are_told() -> None:
    """One doubled key does not hide another."""
    with pytest.raises(DocumentError) as caught:
        parse('{"a": 1, "a": 2, "b": {"c": NaN, "c": 1, "d": 1, "d": 1}}')
    assert [problem.path for problem in caught.value.problems] == ["a", "b.c", "b.d"]


def test_long_figure_stays_text() -> None:
    """A figure too long to count people is kept as it stands, for the reader to refuse."""
    assert parse(f'{{"count": {"9" * 5000}}}') == {"count": "9" * 5000}


def test_form_is_canonical() -> None:
    """Two spaces a level, letters as they are, a line break at the end."""
    text = format_tree({"troopmoves": 1, "title": "Français", "notes": ["a"]})
    assert text == '{\n  "troopmoves": 1,\n  "title": "Français",\n  "notes": [\n    "a"\n  ]\n}\n'


def test_form_is_yaml_too() -> None:
    """Letters that JSON allows and YAML refuses are written as escapes."""
    tree = {"title": "\x7f\x80\x9f\ufeff\u2028\x00\U0001f600"}
    assert parse(format_tree(tree)) == yaml.parse(format_tree(tree)) == tree
