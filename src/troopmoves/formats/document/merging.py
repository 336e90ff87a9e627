"""Documents merged with the one they grew out of, as git does it but by what they mean.

`merge_texts` merges the texts of three documents. As a program it is a merge driver for git, which
docs/reference/merging.md tells how to set up::

    python -m troopmoves.formats.document.merging %O %A %B %P

What merges is decided by id (`threeway`). How it is written is decided afterwards: block by block as both
sides wrote it (`block`), with an edit where both changed one block; and a text is never trusted unread.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from troopmoves.errors import Collision, DocumentError, MergeError
from troopmoves.formats.atomic import replace
from troopmoves.formats.document.block import blocks, merged_blocks
from troopmoves.formats.document.file import dumps, loads, updated
from troopmoves.formats.document.threeway import merged_tree, parts_of
from troopmoves.formats.document.tree import to_ledger, to_tree
from troopmoves.ledger.ledger import Ledger


def merge_texts(base: str, ours: str, theirs: str, format: str = "yaml") -> str:  # noqa: A002 (as in loads)
    r"""Return the text of a document with the changes that two sides made to a common one.

    Comments, spelling and line breaks are kept: those of both sides, but ours alone in what both changed. An
    empty base stands for an empty ledger.

    >>> base = "troopmoves: 1\ntitle: Iraq\n"
    >>> print(merge_texts(base, f"{base}notes: [Talks.]\n", base.replace("Iraq", "Iraq, 2020")), end="")
    troopmoves: 1
    title: Iraq, 2020
    notes: [Talks.]

    Args:
        base: The text that both sides grew out of.
        ours: The text of our side.
        theirs: The text of the other side.
        format: "yaml" or "json".

    Raises:
        MergeError: If both sides changed one thing differently, or the result is no document; with each.
        DocumentError: If one of the three texts is no document; it says which.
    """
    sides = {"base": base, "ours": ours, "theirs": theirs}
    trees = [to_tree(_read(side, text, format)) for side, text in sides.items()]
    tree, collisions = merged_tree(*trees)
    if collisions:
        raise MergeError("merge", collisions, _WAY_OUT)
    try:
        ledger = to_ledger(tree)
    except DocumentError as error:
        raise MergeError("merge", _collisions_of(error), _WAY_OUT) from error
    if theirs in (ours, base) or ours == base:
        return theirs if ours == base else ours
    if format != "yaml":
        return dumps(ledger, format)
    return _written(_woven(base, ours, theirs), ledger) or updated(ours, ledger)


_BYTE_ORDER_MARK: Final = "\ufeff"
_WAY_OUT: Final = "settle each by hand in one of the texts, and merge again"


def _read(side: str, text: str, format: str) -> Ledger:  # noqa: A002 (as in loads)
    if side == "base" and not text.strip():
        return Ledger()
    try:
        return loads(text, format)
    except DocumentError as error:
        raise DocumentError(side, error.problems) from error


def _collisions_of(error: DocumentError) -> Iterator[Collision]:
    """Yield what is wrong with a merged document though each change by itself was right."""
    for problem in error.problems:
        rule = f"together the changes make no document: {problem.rule}"
        yield Collision(table="merged", key=problem.path, ours=problem.got, theirs=None, rule=rule)


def _woven(base: str, ours: str, theirs: str) -> str:
    """Return the changed blocks of both sides in one text, which may not be a document yet."""
    mark = _BYTE_ORDER_MARK if ours.startswith(_BYTE_ORDER_MARK) else ""
    bare = [text.removeprefix(_BYTE_ORDER_MARK) for text in (base, ours, theirs)]
    newline = "\r\n" if "\r\n" in ours else "\n"
    ended = [text if text.endswith("\n") else f"{text}{newline}" for text in bare]
    return "".join([mark, *merged_blocks(*(blocks(text) if text.strip() else [] for text in ended))])


def _written(text: str, ledger: Ledger) -> str | None:
    """Return a text that holds a ledger, in whatever order, after the edits it needs; None if it is none."""
    try:
        same = parts_of(to_tree(loads(text))) == parts_of(to_tree(ledger))
        return text if same else updated(text, ledger)
    except DocumentError:
        return None


# -- the merge driver ---------------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Merge three files as git asks a merge driver to, and return its exit code: 1 for a conflict.

    The result is put into the file of our side. After a conflict that holds what `git merge-file` makes of
    the three, and the conflicts are told on the standard error stream.
    """
    parser = argparse.ArgumentParser(
        prog="python -m troopmoves.formats.document.merging", description="Merge documents of troopmoves."
    )
    parser.add_argument("base", type=Path, help="the common ancestor: %%O in git's configuration")
    parser.add_argument("ours", type=Path, help="our side, and the result: %%A")
    parser.add_argument("theirs", type=Path, help="the other side: %%B")
    parser.add_argument("name", nargs="?", default="document.yaml", help="the name of the document: %%P")
    given = parser.parse_args(arguments)
    files: tuple[Path, Path, Path] = (given.base, given.ours, given.theirs)
    format = "json" if given.name.lower().endswith(".json") else "yaml"  # noqa: A001 (as in loads)
    try:
        base, ours, theirs = (file.read_bytes().decode() for file in files)
        text = merge_texts(base, ours, theirs, format)
    except (MergeError, DocumentError, UnicodeDecodeError) as error:
        _tell(f"{given.name}: not merged", str(error))
        _leave_to_git(*files)
        return 1
    replace(given.ours.resolve(), text.encode())
    _tell(f"{given.name}: merged", *_warnings(base, ours, theirs, text, format))
    return 0


def _tell(head: str, *lines: str) -> None:
    if lines:
        sys.stderr.write("\n".join([head, *lines, ""]))


def _leave_to_git(base: Path, ours: Path, theirs: Path) -> None:
    """Put into our file what git makes of the lines, with its marks where they conflict."""
    git = shutil.which("git")
    if git is not None:
        labels = ("-L", "ours", "-L", "base", "-L", "theirs")
        subprocess.run([git, "merge-file", *labels, ours, base, theirs], check=False)  # noqa: S603 (the caller's own files)


def _warnings(base: str, ours: str, theirs: str, text: str, format: str) -> Iterator[str]:  # noqa: A002 (as in loads)
    """Yield what an editor should look at after a merge without conflicts."""
    known = {double.reports for side in (ours, theirs) for double in loads(side, format).doubles()}
    for double in loads(text, format).doubles():
        if double.reports not in known:
            yield str(double)
    for comment in dict.fromkeys(_COMMENT.findall(theirs)):
        if comment not in text and comment not in base:
            yield f"not kept, a comment of theirs: {comment}"


_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)


if __name__ == "__main__":
    sys.exit(main())
