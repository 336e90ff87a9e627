"""No document, however it is made, exhausts the memory or the patience of who reads it.

Each file is read by a Python of its own, whose largest use of memory is measured. To add a sort: one entry
in `HOSTILE`.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from troopmoves.claims.verb import present
from troopmoves.errors import DocumentError
from troopmoves.formats.document import json, limit
from troopmoves.formats.document.file import dumps, loads, read, write
from troopmoves.formats.document.tree import to_tree
from troopmoves.ledger.ledger import Ledger

CLAIM = '{{"id": "a", "kind": "present", "where": "IRQ", "count": 1, "when": "2020", {}}}'
MEGABYTES = 1024  # of getrusage, which counts kilobytes on Linux


def in_claim(keys: str) -> str:
    """Return a document of one claim with other keys."""
    return f'{{"troopmoves": 1, "claims": [{CLAIM.format(keys)}]}}'


def many(item: str, count: int) -> str:
    """Return a document whose claims are many of one item."""
    return f'{{"troopmoves": 1, "claims": [{item}{f",{item}" * (count - 1)}]}}'


def keys(count: int) -> str:
    """Return a document of very many keys."""
    return f'{{"troopmoves": 1, {", ".join(f"{chr(34)}k{number}{chr(34)}: 1" for number in range(count))}}}'


LAUGHS = "troopmoves: 1\na0: &a0 [ha, ha]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 12)
)

MILLIONS = 20_000_000
HOSTILE: dict[str, tuple[str, Callable[[], str], str]] = {
    "billion laughs": ("yaml", lambda: LAUGHS, "anchors are not read"),
    "a title of 20 MB": (
        "json",
        lambda: f'{{"troopmoves": 1, "title": "{"a" * MILLIONS}"}}',
        "at most 100,000 characters",
    ),
    "a key of 20 MB": ("json", lambda: f'{{"troopmoves": 1, "{"a" * MILLIONS}": 1}}', "no such key here"),
    "a day of 20 MB": (
        "json",
        lambda: in_claim(f'"who": "CAN", "said": {{"public": "{"X" * MILLIONS}"}}'),
        "at most 100,000 characters",
    ),
    "a nation of 90 kB": ("json", lambda: in_claim(f'"who": "{"x(" * 45_000}"'), "at most 200 characters"),
    "a number of 20 MB": ("json", lambda: many("9" * MILLIONS, 1), "here stands a mapping"),
    "objects by the million": ("json", lambda: many("{}", 10_000_000), "at most 3,000,000 values"),
    "faults by the million": ("json", lambda: many("{}", 900_000), "only 1,000 problems are told"),
    "keys by the million": ("json", lambda: keys(900_000), "only 1,000 problems are told"),
    "brackets by the million": ("json", lambda: "[" * 2_000_000, "nested more than 32 deep"),
    "a YAML title of 2 MB": ("yaml", lambda: f"troopmoves: 1\ntitle: {'a' * 2_000_000}", "at most 100,000"),
    "YAML brackets by the million": ("yaml", lambda: "[" * 1_000_000, "nested more than 32 deep"),
    "YAML keys that are none": (
        "yaml",
        lambda: "troopmoves: 1\n" + "1: a\n" * 200_000,
        "only 1,000 problems",
    ),
    "YAML keys that stand twice": (
        "yaml",
        lambda: "troopmoves: 1\n" + "a: a\n" * 200_000,
        "only 1,000 problems",
    ),
}

READER = """
import resource, sys
import troopmoves as tm
tm.loads("{troopmoves: 1, claims: [{id: a, kind: present, who: CAN, where: IRQ, count: 1, when: 2020-01}]}")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    tm.read(sys.argv[1])
except tm.DocumentError as error:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    print(error)
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_document_is_refused_in_bounded_memory(tmp_path: Path, name: str) -> None:
    """It is refused in words that fit on a page, within seconds and half a gigabyte."""
    suffix, made, says = HOSTILE[name]
    path = tmp_path / f"hostile.{suffix}"
    path.write_text(made(), encoding="utf-8")
    begun = time.monotonic()
    done = subprocess.run(  # noqa: S603 (our own Python, on our own text)
        [sys.executable, "-c", READER, str(path)], capture_output=True, text=True, check=True, timeout=120
    )
    memory, _, told = done.stdout.partition("\n")
    assert says in told
    assert len(told) < 300_000
    assert int(memory) < 500 * MEGABYTES
    assert time.monotonic() - begun < 60


@pytest.mark.slow
def test_document_of_100_000_claims_is_written_and_read(tmp_path: Path) -> None:
    """The limits leave room for any tracker: four times as many bytes, three times as many values."""
    claims = [
        present("CAN", "IRQ", "about 500", when="2020-01-07", id=f"claim-{number}", quote="an estimated 500")
        for number in range(100_000)
    ]
    path = tmp_path / "large.json"
    write(Ledger(claims), path)
    assert path.stat().st_size * 3 < limit.LARGEST
    assert len(read(path).entries) == 100_000


# The limits, on documents that pass them by one.


def test_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    """A file of 100 MB is refused by its size, before its content is looked at."""
    path = tmp_path / "large.json"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(
        DocumentError, match=r"got '100,000,000 bytes'; a document has at most 67,108,864 bytes"
    ):
        read(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 10 * MEGABYTES


def test_file_without_an_end_is_not_read(tmp_path: Path) -> None:
    """A device that gives for ever, under the name of a document, gives no more than a document may have."""
    path = tmp_path / "endless.yaml"
    path.symlink_to("/dev/zero")
    with pytest.raises(DocumentError, match="at most 67,108,864 bytes"):
        read(path)


def test_text_beyond_the_limit_is_not_read() -> None:
    """A text handed over is held to the same size."""
    with pytest.raises(DocumentError, match="at most 67,108,864 characters"):
        loads(" " * (limit.LARGEST + 1))


@pytest.mark.parametrize("name", ["yaml", "json"])
def test_longest_text_survives_and_a_longer_one_is_neither_read_nor_written(name: str) -> None:
    """What cannot be read is not written either."""
    ledger = Ledger(title="é" * limit.LONGEST_TEXT)
    assert loads(dumps(ledger, name), name) == ledger
    with pytest.raises(DocumentError, match=r"title: .* at most 100,000 characters, not 100,001"):
        dumps(Ledger(title="é" * (limit.LONGEST_TEXT + 1)), name)
    with pytest.raises(DocumentError, match=r"title: .* at most 100,000 characters, not 100,001"):
        loads(dumps(ledger, name).replace("é", "éé", 1), name)


def test_document_beyond_the_limit_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger that no reader would take is refused, and the file that was there stands."""
    path = tmp_path / "a.json"
    write(Ledger(), path)
    monkeypatch.setattr("troopmoves.formats.document.file.LARGEST", 100)
    with pytest.raises(DocumentError, match="make several ledgers of it"):
        write(Ledger(title="a" * 100), path)
    assert read(path) == Ledger()


def test_values_beyond_the_limit_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """In either format values are counted before there are too many."""
    for module in ("json", "node"):
        monkeypatch.setattr(f"troopmoves.formats.document.{module}.MOST_VALUES", 10)
    for name in ("yaml", "json"):
        text = '{"troopmoves": 1, "notes": ["a", "b", "c", "d", "e"]}'
        assert len(loads(text, name).notes) == 5
        with pytest.raises(DocumentError, match="at most 10 values"):
            loads(text.replace('"a"', '"a", "f", "g", "h", "i", "j"'), name)


@pytest.mark.parametrize("name", ["yaml", "json"])
def test_depth_is_the_same_in_either_format(name: str) -> None:
    """The 32nd level is read, the 33rd is not."""
    for levels, says in (
        (limit.DEEPEST - 1, "no such key here"),
        (limit.DEEPEST, "nested more than 32 deep"),
    ):
        with pytest.raises(DocumentError, match=says):
            loads(f'{{"troopmoves": 1, "x": {"[" * levels}{"]" * levels}}}', name)


@pytest.mark.parametrize(
    ("key", "value"),
    [("who", "x(" * 300 + ")" * 300), ("when", "X" * 300), ("count", "9" * 300), ("where", "a" * 300)],
)
def test_what_is_looked_up_is_short(key: str, value: str) -> None:
    """A name, date or figure that would take long to look up or take apart is refused by its length."""
    row = {"id": "a", "kind": "present", "who": "CAN", "where": "IRQ", "count": 1, "when": "2020", key: value}
    with pytest.raises(DocumentError, match=rf"{key}: .* at most 200 characters, not"):
        loads(json.format_tree({"troopmoves": 1, "claims": [row]}), "json")  # type: ignore[list-item]


def test_message_of_a_long_key_is_short() -> None:
    """Neither the path nor the value of a problem repeats a long text."""
    with pytest.raises(DocumentError) as caught:
        loads(f'{{"troopmoves": 1, "{"a" * 100_000}": "{"b" * 100_000}"}}')
    assert len(str(caught.value)) < 700


def test_very_many_problems_are_told_in_part() -> None:
    """The first thousand are told, and that there are more."""
    with pytest.raises(DocumentError) as caught:
        loads(f"troopmoves: 1\nclaims: [{', '.join(['1'] * 1_500)}]\nnotes: [1]")
    assert len(caught.value.problems) == limit.MOST_TOLD + 1
    assert str(caught.value.problems[-1]).endswith("told at once; mend these, then read it again")


def test_rows_that_refer_to_very_many_rows_are_refused() -> None:
    """A region of thousands of bases may stand in some regions, but not in thousands."""
    bases = {f"b{number}": {"name": "B"} for number in range(5_000)}
    regions = {f"r{number}": {"name": "R", "members": ["all"]} for number in range(210)}
    rows = {**bases, "all": {"name": "All", "members": list(bases)}, **regions}
    with pytest.raises(DocumentError, match="refer to 1,000,000 rows at most, taken together"):
        loads(json.format_tree({"troopmoves": 1, "places": rows}), "json")  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "a/b", "..", ".hidden", "C:\\x", "a\x00b", "~"]
)
def test_id_that_could_lead_elsewhere_is_refused(name: str) -> None:
    """An id is never a path, so that a program may make a file name of it."""
    row = {"id": name, "kind": "retracts", "claim": "b"}
    for tree in ({"claims": [row]}, {"places": {name: {"name": "A"}}}, {"reports": [{"id": name}]}):
        with pytest.raises(DocumentError, match="an id is ASCII letters"):
            loads(json.format_tree({"troopmoves": 1, **tree}), "json")  # type: ignore[dict-item]


def test_name_is_never_a_path(tmp_path: Path) -> None:
    """A title and a name are words; nothing is opened or written by them."""
    ledger = Ledger(title="../../etc/passwd", notes=["file:///etc/passwd"])
    write(ledger, tmp_path / "a.yaml")
    assert read(tmp_path / "a.yaml") == ledger
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
    assert to_tree(ledger)["title"] == "../../etc/passwd"
