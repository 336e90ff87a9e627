"""Documents merged with what they grew out of: by id, block by block, and inside git."""

import os
import re
import subprocess
import sys
from pathlib import Path
from textwrap import indent
from typing import get_args

import pytest

from troopmoves.errors import DocumentError, MergeError
from troopmoves.formats.document.block import blocks
from troopmoves.formats.document.file import dumps, loads
from troopmoves.formats.document.merging import main, merge_texts
from troopmoves.formats.document.migration import VERSION
from troopmoves.formats.document.threeway import MARKS
from troopmoves.ledger.double import DoubleKind
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.settlement import Settlement

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "merging.md"

BASE = f"""\
# Our tracker.
troopmoves: {VERSION}
title: Iraq, January 2020
places:
  north: {{name: Iraq's north, members: [IRQ]}}
  taji: {{name: Taji, country: IRQ}}
notes:
  - Leaders talked.
reports:
  - id: afp
    publisher: AFP
    published: 2020-01-08
    claims:
      - id: can
        kind: present
        who: CAN
        where: taji # said so on Monday
        count: about 500
        when: 2020-01-07
      - id: deu
        kind: present
        who: DEU
        where: IRQ
        count: 120
        when: 2020-01-07
  # The German agency.
  - id: dpa
    publisher: dpa
    published: 2020-01-08
    claims:
      - id: deu-move
        kind: withdraw
        who: DEU
        from: IRQ
        when: 2020-01-09/..
"""
AFTER_AFP = "        count: 120\n        when: 2020-01-07\n"
AFTER_DPA = "        when: 2020-01-09/..\n"


def claim(name: str, who: str = "ROU", count: int = 14) -> str:
    """Return the lines of a claim in the canonical form."""
    said = {"id": name, "kind": "present", "who": who, "where": "IRQ", "count": count, "when": "2020-01-07"}
    lines = [f"{key}: {value}\n" for key, value in said.items()]
    return indent("".join(lines), "        ").replace("        id", "      - id", 1)


def changed(old: str, new: str, text: str = BASE) -> str:
    """Return the text with one place changed."""
    assert text.count(old) == 1
    return text.replace(old, new)


def behind(place: str, new: str, text: str = BASE) -> str:
    """Return the text with something added behind a place."""
    return changed(place, f"{place}{new}", text)


def collisions(ours: str, theirs: str, base: str = BASE) -> list[str]:
    """Return what a merge stumbles over."""
    with pytest.raises(MergeError) as caught:
        merge_texts(base, ours, theirs)
    return [f"{one.path}: {one.rule}" for one in caught.value.collisions]


# -- what merges --------------------------------------------------------------------------------------------

ADDED = behind(AFTER_AFP, claim("rou"))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (BASE, ADDED, ADDED),
        (ADDED, BASE, ADDED),
        (ADDED, ADDED, ADDED),
        (ADDED, behind(AFTER_DPA, claim("fra")), behind(AFTER_DPA, claim("fra"), ADDED)),
        (ADDED, behind(AFTER_AFP, claim("fra")), behind(AFTER_AFP, claim("rou") + claim("fra"))),
        (ADDED, changed("count: 120", "count: 130"), changed("count: 120", "count: 130", ADDED)),
        (
            changed("about 500", "about 600"),
            changed("count: 120", "count: 130"),
            changed("about 500", "about 600", changed("count: 120", "count: 130")),
        ),
        (
            changed("January 2020", "2020"),
            behind("  - Leaders talked.\n", "  - Once more.\n"),
            behind("  - Leaders talked.\n", "  - Once more.\n", changed("January 2020", "2020")),
        ),
        (changed("Our tracker", "The tracker"), ADDED, changed("Our tracker", "The tracker", ADDED)),
    ],
    ids=[
        "theirs",
        "ours",
        "both alike",
        "two reports",
        "one report",
        "add, change",
        "neighbours",
        "head",
        "comment",
    ],
)
def test_changes_of_both_sides_stand_in_the_result_to_the_letter(
    ours: str, theirs: str, expected: str
) -> None:
    """What each side wrote is kept with its comments; nothing else changes."""
    assert merge_texts(BASE, ours, theirs) == expected


def test_comments_of_both_sides_are_kept() -> None:
    """Even where both add at one place."""
    merged = merge_texts(
        BASE,
        behind(AFTER_AFP, "      # Ours.\n" + claim("rou")),
        behind(AFTER_AFP, "      # Theirs.\n" + claim("fra")),
    )
    assert merged == behind(AFTER_AFP, "      # Ours.\n" + claim("rou") + "      # Theirs.\n" + claim("fra"))


def test_deleted_claim_stays_deleted() -> None:
    """What one side took out is not brought back by the other, which left it alone."""
    gone = changed(claim("rou"), "", ADDED)
    assert merge_texts(ADDED, gone, behind(AFTER_DPA, claim("fra"), ADDED)) == behind(AFTER_DPA, claim("fra"))


def test_our_text_is_edited_where_blocks_do_not_merge() -> None:
    """Two marks of a tracker on one claim are two changes; our comments and spelling stay."""
    marks = "        note: From a letter.\n        also: [dpa]\n"
    ours = behind("        where: taji # said so on Monday\n", "        status: reviewed # by us\n")
    theirs = behind("        count: about 500\n        when: 2020-01-07\n", marks)
    merged = merge_texts(BASE, ours, theirs)
    assert merged == behind("        status: reviewed # by us\n", marks, ours)


def test_comments_elsewhere_are_kept_where_both_changed_one_claim() -> None:
    """Only the claim that both changed is edited; what theirs wrote beside others stays to the letter."""
    ours = behind("        where: taji # said so on Monday\n", "        status: reviewed\n")
    theirs = behind("        where: taji # said so on Monday\n", "        note: Monday?\n")
    added = "      # From Bucharest.\n" + claim("rou")
    merged = merge_texts(BASE, ours, behind(AFTER_AFP, added, theirs))
    assert merged == behind(
        AFTER_AFP, added, behind("        status: reviewed\n", "        note: Monday?\n", ours)
    )


def test_claim_that_both_added_in_other_words_stands_once() -> None:
    """What it means is compared, not how it is spelled; ours is kept."""
    ours = behind(AFTER_AFP, claim("rou", who="Romania"))
    assert merge_texts(BASE, ours, behind(AFTER_AFP, claim("rou") + claim("fra"))) == behind(
        AFTER_AFP, claim("rou", who="Romania") + claim("fra")
    )


def test_claim_changed_by_us_and_followed_by_theirs_keeps_its_place() -> None:
    """Both sides changed one claim, and both added another behind it."""
    ours = behind(AFTER_AFP, "        status: reviewed\n" + claim("rou"))
    theirs = behind(AFTER_AFP, "        note: Berlin.\n" + claim("fra") + claim("nld"))
    ledger = loads(merge_texts(BASE, ours, theirs))
    assert [one.id for one in ledger.reports[0].claims] == ["can", "deu", "rou", "fra", "nld"]
    assert (ledger.entry("deu").claim.status, ledger.entry("deu").claim.note) == ("reviewed", "Berlin.")


def test_rows_and_heads_of_reports_merge_key_by_key() -> None:
    """One side finds where a base lies, the other another name; one the address, the other a title."""
    ours = changed(
        "{name: Taji,", "{name: Camp Taji,", behind("publisher: AFP\n", "    url: https://afp.com/1\n")
    )
    theirs = changed(
        "name: Taji, country: IRQ",
        "name: Taji, country: IRQ, latitude: 33.5, longitude: 44.2",
        behind("publisher: AFP\n", "    title: Canada to move troops\n"),
    )
    ledger = loads(merge_texts(BASE, ours, theirs))
    assert str(ledger.places[1]) == "Camp Taji"
    assert getattr(ledger.places[1], "latitude", None) == 33.5
    assert (ledger.reports[0].url, ledger.reports[0].title) == ("https://afp.com/1", "Canada to move troops")


def test_lists_without_an_order_merge_item_by_item() -> None:
    """Each side's further name of a base is kept, and one that a side took out is gone."""

    def text(*aliases: str) -> str:
        return changed("name: Taji,", f"name: Taji, aliases: [{', '.join(aliases)}],")

    merged = merge_texts(text("Camp", "Cooke"), text("Camp", "Cooke", "Al Taji"), text("Cooke", "At Taji"))
    assert getattr(loads(merged).places[1], "aliases", ()) == ("Cooke", "Al Taji", "At Taji")


def test_claim_can_be_moved_while_the_other_side_adds() -> None:
    """A claim is known by its id, wherever it stands."""
    moved = behind(AFTER_DPA, claim("rou"), changed(claim("rou"), "", ADDED))
    ledger = loads(merge_texts(ADDED, moved, behind(AFTER_DPA, claim("fra"), ADDED)))
    assert [one.id for one in ledger.reports[1].claims] == ["deu-move", "rou", "fra"]
    assert [one.id for one in ledger.reports[0].claims] == ["can", "deu"]


def test_claims_that_stand_in_no_report_merge_too() -> None:
    """They are in a list of their own."""
    loose = "claims:\n" + claim("one").replace("\n    ", "\n").replace("      - id", "  - id", 1)
    other = "claims:\n" + claim("two").replace("\n    ", "\n").replace("      - id", "  - id", 1)
    ledger = loads(merge_texts(BASE, BASE + loose, BASE + other))
    assert [one.id for one in ledger.loose] == ["one", "two"]


def test_document_that_both_sides_began_has_no_base() -> None:
    """An empty base is an empty ledger."""
    first, *_ = BASE.split("  # The German")
    assert loads(merge_texts("", first, first)) == loads(first)


def test_json_is_merged_into_canonical_json() -> None:
    """The same by what it means, written as JSON always is."""
    base, ours, theirs = (dumps(loads(text)) for text in (BASE, ADDED, behind(AFTER_DPA, claim("fra"))))
    merged = merge_texts(base, ours, theirs, "json")
    assert merged == dumps(loads(behind(AFTER_DPA, claim("fra"), ADDED)))


def test_line_breaks_byte_order_mark_and_missing_last_break_are_borne() -> None:
    """Windows editors leave all three behind."""
    base, ours, theirs = (
        text.replace("\n", "\r\n") for text in (BASE, ADDED, behind(AFTER_DPA, claim("fra")))
    )
    merged = merge_texts(base, f"\ufeff{ours}", theirs.removesuffix("\r\n"))
    assert merged == "\ufeff" + behind(AFTER_DPA, claim("fra"), ADDED).replace("\n", "\r\n")


# -- what does not ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        (
            changed("about 500", "about 600"),
            changed("about 500", "about 400"),
            "claims.can: both sides changed it, and differ in count",
        ),
        (
            changed("about 500", "about 600"),
            changed("where: taji", "where: IRQ"),
            "claims.can: both sides changed it, and differ in where, count",
        ),
        (
            changed("about 500", "about 600"),
            behind("        count: about 500\n", "        status: reviewed\n"),
            "claims.can: both sides changed it, and differ in count, status",
        ),
        (
            changed("January 2020", "2020"),
            changed("Iraq, January", "In January"),
            "title: both sides changed it, and not alike",
        ),
        (
            changed("publisher: AFP", "publisher: Agence France-Presse"),
            changed("publisher: AFP", "publisher: afp"),
            "reports.afp.publisher: both sides changed it, and not alike",
        ),
        (
            changed("name: Taji", "name: Camp Taji"),
            changed("name: Taji", "name: Al Taji"),
            "places.taji.name: both sides changed it, and not alike",
        ),
        (ADDED, behind(AFTER_AFP, claim("rou", count=15)), "claims.rou: both sides added it, and not alike"),
        (ADDED, behind(AFTER_DPA, claim("rou")), "claims.rou: both sides added it, and not alike"),
    ],
    ids=["one key", "two keys", "marked", "title", "head", "row", "added", "added in two reports"],
)
def test_what_both_sides_changed_differently_is_told(ours: str, theirs: str, told: str) -> None:
    """A claim is one thing; elsewhere it is the key that collides."""
    assert collisions(ours, theirs) == [told]
    assert len(collisions(theirs, ours)) == 1


def test_collision_holds_all_three_versions() -> None:
    """Whoever settles it sees what it was and what each side made of it."""
    with pytest.raises(MergeError) as caught:
        merge_texts(BASE, changed("count: 120", "count: 130"), changed("count: 120", "count: 140"))
    [one] = caught.value.collisions
    counts = [side["count"] for side in (one.base, one.ours, one.theirs) if isinstance(side, dict)]
    assert counts == [120, 130, 140]
    assert str(caught.value).startswith("merge: 1 collision; settle each by hand")


def test_changed_claim_is_not_deleted() -> None:
    """One side deleted what the other changed."""
    theirs = changed("count: 14", "count: 15", ADDED)
    assert collisions(BASE, theirs, ADDED) == ["claims.rou: one side deleted it, the other changed it"]
    assert collisions(theirs, BASE, ADDED) == ["claims.rou: one side deleted it, the other changed it"]


def test_report_is_not_deleted_under_a_new_claim() -> None:
    """One side deleted a report while the other put a claim into it."""
    gone = BASE[: BASE.index("  # The German")]
    assert collisions(gone, behind(AFTER_DPA, claim("fra"))) == [
        "reports.dpa: one side deleted it, the other put a claim into it"
    ]


def test_changes_that_only_together_make_no_document_are_told() -> None:
    """One side deletes a claim, the other retracts it."""
    theirs = behind(AFTER_DPA, "      - {id: no-rou, kind: retracts, claim: rou}\n", ADDED)
    [told] = collisions(BASE, theirs, ADDED)
    assert told.startswith(
        "merged.reports[1].claims[1].claim: together the changes make no document: no claim"
    )


def test_place_is_not_deleted_under_a_new_claim() -> None:
    """One side deletes a base that nobody used, the other begins to use it."""
    base = changed("where: taji", "where: IRQ")
    ours = changed("  taji: {name: Taji, country: IRQ}\n", "", base)
    assert len(collisions(ours, changed("where: IRQ #", "where: taji #", base), base)) == 1


def test_every_collision_is_told_at_once() -> None:
    """Nobody has to merge five times to learn of five."""
    ours = changed("about 500", "600", changed("count: 120", "count: 130"))
    theirs = changed("about 500", "700", changed("count: 120", "count: 140"))
    assert [told.partition(":")[0] for told in collisions(ours, theirs)] == ["claims.can", "claims.deu"]


@pytest.mark.parametrize("place", [0, 1, 2], ids=["base", "ours", "theirs"])
def test_text_that_is_no_document_is_told_by_its_side(place: int) -> None:
    """The three texts look alike, so the error says which one it is."""
    texts = [BASE, BASE, BASE]
    texts[place] = changed("who: CAN", "who: CAM BODIA")
    with pytest.raises(DocumentError) as caught:
        merge_texts(*texts)
    assert caught.value.where == ["base", "ours", "theirs"][place]


@pytest.mark.parametrize(
    "text",
    [BASE, BASE.replace("\n", "\r\n"), dumps(loads(BASE)), "{troopmoves: 1}", "troopmoves: 1\nnotes: [a]"],
    ids=["blocks", "windows", "json", "braces", "short"],
)
def test_blocks_together_are_the_text(text: str) -> None:
    """Cutting loses nothing."""
    assert "".join(blocks(text)) == text


# -- in git -------------------------------------------------------------------------------------------------


class Repository:
    """A git repository with one document, two branches and, if wanted, the merge driver."""

    def __init__(self, folder: Path, *, driver: bool = False) -> None:
        self.folder = folder
        self.file = folder / "iraq.yaml"
        self.git("init", "--quiet", "--initial-branch=main")
        if driver:
            (folder / ".gitattributes").write_text("*.yaml merge=troopmoves\n", encoding="utf-8")
            command = f'"{sys.executable}" -m troopmoves.formats.document.merging %O %A %B %P'
            self.git("config", "merge.troopmoves.driver", command)
        self.commit(BASE)

    def git(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run git, whatever its exit code."""
        here = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        who = ("-c", "user.name=Tracker", "-c", "user.email=tracker@example.org", "-c", "core.autocrlf=false")
        return subprocess.run(  # noqa: S603 (git, with words of this test)
            ["git", *who, *words],  # noqa: S607 (the git that the reader has)
            cwd=self.folder,
            env=os.environ | here,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def commit(self, text: str) -> None:
        """Put a text into the document and commit it."""
        self.file.write_bytes(text.encode())
        self.git("add", "--all")
        done = self.git("commit", "--quiet", "--message", "Change the ledger")
        assert done.returncode == 0, done.stderr

    def merge(self, ours: str, theirs: str) -> subprocess.CompletedProcess[str]:
        """Merge a branch with one text into the main branch with another."""
        self.git("switch", "--quiet", "--create", "theirs")
        self.commit(theirs)
        self.git("switch", "--quiet", "main")
        self.commit(ours)
        return self.git("merge", "--no-edit", "theirs")

    @property
    def text(self) -> str:
        return self.file.read_bytes().decode()


def test_claims_added_to_two_reports_merge_in_plain_git(tmp_path: Path) -> None:
    """A document has one key of a claim a line and a stable order, so git sees two changes far apart."""
    repository = Repository(tmp_path)
    done = repository.merge(ADDED, behind(AFTER_DPA, claim("fra")))
    assert done.returncode == 0, done.stdout
    assert repository.text == behind(AFTER_DPA, claim("fra"), ADDED)


def test_claims_added_at_one_place_conflict_in_plain_git(tmp_path: Path) -> None:
    """Git cannot know that the order of the two means nothing."""
    repository = Repository(tmp_path)
    assert repository.merge(ADDED, behind(AFTER_AFP, claim("fra"))).returncode == 1
    assert "<<<<<<<" in repository.text


def test_claims_added_at_one_place_merge_with_the_driver(tmp_path: Path) -> None:
    """The driver knows claims by their ids."""
    repository = Repository(tmp_path, driver=True)
    done = repository.merge(ADDED, behind(AFTER_AFP, claim("fra")))
    assert done.returncode == 0, done.stdout + done.stderr
    assert repository.text == behind(AFTER_AFP, claim("rou") + claim("fra"))
    assert repository.git("status", "--porcelain").stdout == ""


@pytest.mark.parametrize("driver", [False, True], ids=["plain", "driver"])
def test_claim_that_both_edited_conflicts(tmp_path: Path, *, driver: bool) -> None:
    """With the driver git's marks stand in the file too, and the message names the claim."""
    repository = Repository(tmp_path, driver=driver)
    done = repository.merge(changed("about 500", "about 600"), changed("about 500", "about 400"))
    assert done.returncode == 1
    assert "<<<<<<< " in repository.text
    assert repository.git("status", "--porcelain").stdout.startswith("UU iraq.yaml")
    told = done.stdout + done.stderr
    assert ("claims.can: both sides changed it, and differ in count" in told) is driver


@pytest.mark.parametrize(("driver", "code"), [(False, 0), (True, 1)], ids=["plain", "driver"])
def test_driver_conflicts_where_plain_git_joins_two_halves_of_a_claim(
    tmp_path: Path, *, driver: bool, code: int
) -> None:
    """One side changes the first line of a claim, the other its last: git sees no conflict."""
    repository = Repository(tmp_path, driver=driver)
    base = changed("        from: IRQ\n", "        from: IRQ\n        count: 20\n        progress: ordered\n")
    repository.commit(base)
    ours = changed("kind: withdraw", "kind: reduce", base)
    assert repository.merge(ours, changed("when: 2020-01-09/..", "when: 2020-02", base)).returncode == code


def test_git_shows_above_a_change_which_claim_it_is_in(tmp_path: Path) -> None:
    """The pattern of the reference finds the line with the id."""
    repository = Repository(tmp_path)
    [pattern] = re.findall(r'xfuncname "(.*)"', PAGE.read_text(encoding="utf-8"))
    (tmp_path / ".gitattributes").write_text("*.yaml diff=troopmoves\n", encoding="utf-8")
    repository.git("config", "diff.troopmoves.xfuncname", pattern)
    repository.file.write_text(changed("count: 120", "count: 130"), encoding="utf-8")
    heads = [line for line in repository.git("diff", "-U0").stdout.split("\n") if line.startswith("@@")]
    assert [head.rpartition("@@ ")[2].strip() for head in heads] == ["- id: deu"]


@pytest.mark.parametrize("word", sorted({*MARKS, *DoubleKind, *get_args(Settlement)}))
def test_page_names_every_word(word: str) -> None:
    """The reference tells what merges by itself, how collisions are settled, what gives doubles away."""
    assert f"`{word}`" in PAGE.read_text(encoding="utf-8")


# -- the driver by itself -----------------------------------------------------------------------------------


def run(folder: Path, base: bytes, ours: bytes, theirs: bytes, *name: str) -> tuple[int, str]:
    """Run the driver on three files; return its exit code and what stands in ours afterwards."""
    for file, content in (("O", base), ("A", ours), ("B", theirs)):
        (folder / file).write_bytes(content)
    code = main([*(str(folder / file) for file in "OAB"), *name])
    return code, (folder / "A").read_bytes().decode(errors="replace")


def test_driver_merges_json_by_the_name_of_the_file(tmp_path: Path) -> None:
    """Git hands over files without a suffix, and the name beside them."""
    texts = [dumps(loads(text)).encode() for text in (BASE, ADDED, behind(AFTER_DPA, claim("fra")))]
    base, ours, theirs = texts
    code, merged = run(tmp_path, base, ours, theirs, "data/iraq.json")
    assert (code, merged) == (0, dumps(loads(behind(AFTER_DPA, claim("fra"), ADDED))))


def test_driver_merges_yaml_in_braces(tmp_path: Path) -> None:
    """What begins like JSON is YAML where the name of the file says so."""
    texts = ("{troopmoves: 1}\n", "{troopmoves: 1, title: Iraq}\n", "{troopmoves: 1, notes: [talks]}\n")
    base, ours, theirs = (text.encode() for text in texts)
    code, merged = run(tmp_path, base, ours, theirs, "iraq.yaml")
    assert (code, loads(merged)) == (0, Ledger(title="Iraq", notes=["talks"]))


@pytest.mark.parametrize("theirs", [b"troopmoves: 99\n", b"\xff\xfe"], ids=["no document", "no UTF-8"])
def test_driver_leaves_what_it_cannot_read_to_git(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], theirs: bytes
) -> None:
    """It never calls a file merged that it has not read."""
    code, _ = run(tmp_path, BASE.encode(), ADDED.encode(), theirs, "iraq.yaml")
    assert code == 1
    assert capsys.readouterr().err.startswith("iraq.yaml: not merged\n")


def test_driver_reports_a_conflict_where_there_is_no_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Our file then stays as it is."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    ours = changed("about 500", "about 600")
    code, left = run(tmp_path, BASE.encode(), ours.encode(), changed("about 500", "about 400").encode())
    assert (code, left) == (1, ours)


def test_driver_tells_reports_entered_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two editors who entered one article under two ids learn of it, once."""
    ours, theirs = (
        f"{BASE}  - id: {name}\n    url: https://{host}example.org/42\n"
        for name, host in (("ours-42", ""), ("theirs-42", "www."))
    )
    code, merged = run(tmp_path, BASE.encode(), ours.encode(), theirs.encode())
    assert (code, [report.id for report in loads(merged).reports]) == (
        0,
        ["afp", "dpa", "ours-42", "theirs-42"],
    )
    assert "ours-42 and theirs-42 look like one report: one address" in capsys.readouterr().err
    run(tmp_path, BASE.encode(), merged.encode(), BASE.encode())
    assert capsys.readouterr().err == ""


def test_driver_tells_comments_that_it_could_not_keep(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where both sides changed one claim the text is ours, and so are the comments."""
    ours = changed("        who: CAN\n", "        who: CAN\n        status: reviewed\n")
    theirs = changed("        who: CAN\n", "        who: CAN\n        note: A letter. # from the site\n")
    code, merged = run(tmp_path, BASE.encode(), ours.encode(), theirs.encode())
    assert (code, "note: A letter." in merged) == (0, True)
    assert capsys.readouterr().err.endswith("not kept, a comment of theirs: # from the site\n")


def test_driver_asks_for_three_files(capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong configuration is no conflict."""
    with pytest.raises(SystemExit) as caught:
        main(["one"])
    assert caught.value.code == 2
    assert "theirs" in capsys.readouterr().err
