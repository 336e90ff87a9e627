"""Documents of older versions become documents of the newest one, and those of newer versions are refused."""

from difflib import ndiff
from pathlib import Path

import pytest

from troopmoves.claims.verb import present
from troopmoves.errors import DocumentError
from troopmoves.formats.document import yaml
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.file import dumps, loads, read, write
from troopmoves.formats.document.migration import MIGRATIONS, VERSION, migrated, version_of
from troopmoves.ledger.ledger import Ledger

OLD = Path(__file__).parent / "old"
TEXT = """\
# Our tracker.
troopmoves: 0   # the draft
title: Iraq  # working title

claims:
  # Levels.
  - {id: can, kind: present, who: Canada, where: Iraq, count: ~500, when: 2020-01-07}  # estimated
"""


def difference(before: str, after: str) -> list[str]:
    """Return the lines that differ."""
    return [line for line in ndiff(before.splitlines(), after.splitlines()) if line.startswith(("+ ", "- "))]


def test_every_older_version_has_a_step() -> None:
    """From each version that was there is one step to the next, and none from the newest."""
    assert sorted(MIGRATIONS) == list(range(VERSION))


@pytest.mark.parametrize("version", MIGRATIONS)
def test_documents_of_older_versions_become_new_ones(version: int) -> None:
    """A migrated document says that it is of the newest version, and is read as the old one was."""
    tree = yaml.parse((OLD / f"v{version}.yaml").read_text(encoding="utf-8"))
    assert version_of(tree) == version
    assert version_of(migrated(tree)) == VERSION
    assert migrated(migrated(tree)) == migrated(tree)


def test_version_0_says_the_same_as_version_1() -> None:
    """The format was frozen as it was: only the number of the version differs."""
    tree: Plain = {"troopmoves": 0, "title": "Iraq"}
    assert migrated(tree) == {"troopmoves": 1, "title": "Iraq"}
    assert tree == {"troopmoves": 0, "title": "Iraq"}


@pytest.mark.parametrize("name", ["yaml", "json"])
def test_newest_version_is_written(name: str) -> None:
    """Whatever version was read, the newest is written."""
    assert version_of(yaml.parse(dumps(loads(TEXT), name))) == VERSION


def test_writing_an_old_file_changes_the_line_of_its_version_alone(tmp_path: Path) -> None:
    """Who reads a file and writes it has a file of the newest version, with every comment in place."""
    path = tmp_path / "iraq.yaml"
    path.write_text(TEXT, encoding="utf-8")
    write(read(path), path)
    after = path.read_text(encoding="utf-8")
    assert difference(TEXT, after) == [
        "- troopmoves: 0   # the draft",
        f"+ troopmoves: {VERSION}   # the draft",
    ]
    write(read(path), path)
    assert path.read_text(encoding="utf-8") == after


def test_adding_to_an_old_file_changes_the_line_of_its_version_too(tmp_path: Path) -> None:
    """A claim added to an old document leaves all else as it stands."""
    path = tmp_path / "iraq.yaml"
    path.write_text(TEXT, encoding="utf-8")
    write(read(path).add(present("FRA", "IRQ", 200, when="2020-01-07", id="fra")), path)
    assert difference(TEXT, path.read_text(encoding="utf-8")) == [
        "- troopmoves: 0   # the draft",
        f"+ troopmoves: {VERSION}   # the draft",
        "+   - id: fra",
        "+     kind: present",
        "+     who: FRA",
        "+     where: IRQ",
        "+     count: 200",
        "+     when: 2020-01-07",
    ]


def test_old_golden_file_is_migrated_in_place(tmp_path: Path) -> None:
    """So it is with one of everything that the format can say."""
    path = tmp_path / "v0.yaml"
    text = (OLD / "v0.yaml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    write(read(path), path)
    assert difference(text, path.read_text(encoding="utf-8")) == [
        "- troopmoves: 0",
        f"+ troopmoves: {VERSION}",
    ]


@pytest.mark.parametrize("version", [VERSION + 1, 2020])
def test_document_of_a_newer_version_is_refused(version: int) -> None:
    """A library that is too old says so, and what to do; it does not read what it might misread."""
    with pytest.raises(DocumentError) as caught:
        loads(f"{{troopmoves: {version}, places: nonsense}}")
    [problem] = caught.value.problems
    assert str(problem) == (
        f"troopmoves: got {version}; this release of the library reads versions 0 to {VERSION}; "
        "get a newer release of troopmoves"
    )


def test_newer_file_is_not_overwritten(tmp_path: Path) -> None:
    """An older library leaves a file alone that it cannot read."""
    path = tmp_path / "new.yaml"
    path.write_text(f"troopmoves: {VERSION + 1}\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="get a newer release"):
        write(Ledger(), path)
    assert path.read_text(encoding="utf-8") == f"troopmoves: {VERSION + 1}\n"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("kind: present, scope: abroad", "a newer release of the library may know more"),
        (
            "kind: present, stance: doubts",
            "use asserts, alleges, expects, proposes, demands, threatens; a newer release",
        ),
        ("kind: vanish", "a newer release of the library may know more"),
        ("kind: present, links: [{quotes: b}]", "a newer release of the library may know more"),
    ],
)
def test_key_or_word_of_a_later_release_is_named(row: str, says: str) -> None:
    """What may have been added to the version since is refused by name, with that reason."""
    with pytest.raises(DocumentError, match=says):
        loads(f"{{troopmoves: 1, claims: [{{id: a, {row}, who: CAN, where: IRQ, count: 1, when: 2020-01}}]}}")


def test_slip_is_taken_for_a_slip() -> None:
    """Where a known key is near nothing is said of releases."""
    with pytest.raises(DocumentError) as caught:
        loads("{troopmoves: 1, titlo: Iraq}")
    assert "did you mean 'title'?" in str(caught.value)
    assert "release" not in str(caught.value)
