"""YAML in and out: what words stand for, what is refused, how a tree is laid out."""

import pytest

from troopmoves.errors import DocumentError, Problem
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.limit import DEEPEST
from troopmoves.formats.document.scalar import scalar_text
from troopmoves.formats.document.yaml import format_tree, parse


def problem_of(text: str) -> Problem:
    """Return the one problem of a text."""
    with pytest.raises(DocumentError) as caught:
        parse(text)
    [problem] = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("2020-01-08", "2020-01-08"),
        ("2020-01-08T18:30+00:00", "2020-01-08T18:30+00:00"),
        ("2020", 2020),
        ("'2020'", "2020"),
        ("-3", -3),
        ("+3", "+3"),
        ("014", "014"),
        ("0o14", "0o14"),
        ("0x14", "0x14"),
        ("1_000", "1_000"),
        ("190:20:30", "190:20:30"),
        ("1.5", 1.5),
        ("-1.5e3", -1500.0),
        (".5", ".5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("true", True),
        ("False", False),
        ("yes", "yes"),
        ("NO", "NO"),
        ("on", "on"),
        ("null", None),
        ("~", None),
        ("", None),
        ("=", "="),
        ("<<", "<<"),
        ("9" * 30, "9" * 30),
        ("14..", "14.."),
        ("~500", "~500"),
    ],
)
def test_word_without_quotes_is_read_as_json_would(word: str, value: Plain) -> None:
    """Only JSON's numbers, flags and null are anything but text."""
    found = parse(f"key: {word}")
    assert found == {"key": value}
    assert isinstance(found, dict)
    assert type(found["key"]) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        *("2020", "-3", "1.5", "1e3", "014", "0x14", "0o14", "1_000", "190:20:30", ".5", ".inf", ".nan"),
        *("true", "No", "on", "y", "null", "~", "", "=", "<<"),
        *(
            "a: b",
            "a #b",
            "a:",
            "- a",
            "? a",
            "#a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "'a'",
            '"a"',
        ),
        *(" a", "a ", "a\nb", "a\tb", "---", "...", "--- a", "[a]", "{a}", "a, b", "a]", ",a"),
        *(
            "\x00",
            "\x85",
            "\u2028",
            "\ufeff",
            "\x7f",
            "\ud7ff",
            "\U0001f600",
            "\U000e0001",
            "\\",
            "é",
            "\u00a0",
        ),
        *(
            "about 500",
            "2020-01-08",
            "14..",
            "http://example.org/a?b=c#d",
            "1/2",
            "Romanians' base (not named)",
        ),
    ],
)
def test_text_is_written_so_that_it_stays_text(text: str) -> None:
    """Whatever a text holds, it is read back to the letter, inside brackets and outside."""
    assert parse(f"key: {scalar_text(text, flow=False)}\n") == {"key": text}
    assert parse(f"{{key: {scalar_text(text, flow=True)}}}") == {"key": text}
    assert parse(f"{scalar_text(text, flow=False)}: 1\n") == {text: 1}


def test_text_is_written_without_quotes_where_it_can_be() -> None:
    """Codes, notation, dates, addresses and sentences need no quotes."""
    for text in ("CAN", "about 500", "2020-01-08", "14..", "https://example.org/a?b=c#d", "No, they stay."):
        assert scalar_text(text, flow=False) == text


def test_null_is_written_as_null() -> None:
    """A tree that holds nothing at a place can be written too."""
    assert parse(format_tree({"key": None})) == {"key": None}


@pytest.mark.parametrize(
    ("text", "path", "says"),
    [
        ("a: 1\nb: 2\na: 3", "a", "this key stands twice, in line 1 and in line 3"),
        ("x: [{a: 1, a: 2}]", "x[0].a", "this key stands twice"),
        ("x: {two words: 1, two words: 2}", "x['two words']", "this key stands twice"),
        ("x: [y, !!str z]", "x[1]", "tags are not read, in line 1"),
        ("x: !!python/object:os.system {}", "x", "tags are not read"),
        ("x: !local [1]", "x", "tags are not read"),
        ("x: &a y", "x", "anchors are not read"),
        ("x: {1: y}", "x", "a key is a text, in line 1"),
        ("x: {null: y}", "x", "a key is a text, in line 1"),
        ("--- {a: 1}\n--- {b: 1}", "", "one document"),
        ("%YAML 1.1\n--- {a: 1}", "", "directives are not read"),
        ("%TAG ! tag:example.org,2020:\n--- {a: 1}", "", "directives are not read"),
        ("a: [1", "line 1, column 6", "no YAML: "),
        ("a: b\n\tc: d", "line 2, column 1", "no YAML: "),
        ("a: 'b", "line 1, column 6", "no YAML: "),
        ("a: \x01", "", "no YAML: "),
        ('a: "\\UFFFFFFFF"', "", "no YAML: "),
        ("a: b: c", "line 1, column 5", "no YAML: mapping values are not allowed here"),
    ],
)
def test_what_documents_do_not_use_is_refused(text: str, path: str, says: str) -> None:
    """Each is told with its path or line."""
    problem = problem_of(text)
    assert problem.path == path
    assert says in problem.rule


def test_key_that_is_a_list_is_refused() -> None:
    """Only texts are keys, however the rest is laid out."""
    with pytest.raises(DocumentError, match="a key is a text"):
        parse("? [a, b]\n: c\n")


def test_references_are_refused_before_they_can_grow() -> None:
    """A text of nested references is told reference by reference, and never unfolded."""
    rows = "".join(f"a{number + 1}: &a{number + 1} [*a{number}, *a{number}]\n" for number in range(30))
    with pytest.raises(DocumentError, match="references to other parts") as caught:
        parse(f"a0: &a0 [x, x]\n{rows}")
    assert len(caught.value.problems) == 31 + 60


@pytest.mark.parametrize("text", ["[" * 10_000, "x: " + "[" * 10_000 + "]" * 10_000, "{a: " * 10_000])
def test_deep_nesting_is_refused(text: str) -> None:
    """A text nested 10,000 deep is a problem like any other."""
    assert f"nested more than {DEEPEST} deep, in line 1" in problem_of(text).rule


def test_deep_nesting_of_lines_is_refused() -> None:
    """Depth counts in lines as it does in brackets; the path is cut short."""
    problem = problem_of("".join(f"{' ' * depth}k:\n" for depth in range(200)))
    assert problem.path == "k.k.k.k.k.k.k.k.k.k.k.k.k.k.k.k.k.k.k.k...."
    assert problem.rule == f"nested more than {DEEPEST} deep, in line {DEEPEST + 1}"


def test_tree_is_laid_out_for_reading_and_for_version_control() -> None:
    """Rows and small mappings take a line, what has an id takes a line for each key."""
    claim: Plain = {"id": "c", "who": {"nation": "FRA", "role": "training"}, "count": 160, "also": ["a", "b"]}
    tree: dict[str, Plain] = {
        "troopmoves": 1,
        "places": {
            "taji": {"name": "Taji", "country": "IRQ"},
            "gulf": {"name": "x" * 80, "members": ["IRQ"]},
        },
        "organisations": {"nato": {}},
        "notes": ["One.", {"text": "Two.", "when": "2020"}],
        "reports": [{"id": "r", "claims": [claim]}],
    }
    assert (
        format_tree(tree)
        == f"""\
troopmoves: 1
places:
  taji: {{name: Taji, country: IRQ}}
  gulf:
    name: {"x" * 80}
    members: [IRQ]
organisations:
  nato: {{}}
notes:
  - One.
  - {{text: Two., when: "2020"}}
reports:
  - id: r
    claims:
      - id: c
        who: {{nation: FRA, role: training}}
        count: 160
        also: [a, b]
"""
    )
    assert parse(format_tree(tree)) == tree
