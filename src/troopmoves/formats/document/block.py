"""The text of a document in blocks, one for each row, note, report head and claim, and their three-way merge.

A block goes from one item to the next, with the comments above it. Merging block by block keeps what both
sides wrote to the letter, comments too, and never puts half a claim beside half of another. Nothing here
knows what the text means: whoever merges checks it, and edits what both sides changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from troopmoves.formats.document.node import Leaf, Listing, Mapping, Node, parse

_EMPTY: Final = re.compile(r"[ \t]*(?:#.*)?\r?\n?")
"""A line that holds a comment or nothing."""


def blocks(text: str) -> list[str]:
    r"""Return the blocks of a YAML text, which together are the text.

    >>> blocks("troopmoves: 1\nreports:\n# The first.\n- id: a\n- id: b\n")
    ['troopmoves: 1\n', 'reports:\n', '# The first.\n- id: a\n', '- id: b\n']

    Raises:
        DocumentError: If it is no YAML that documents use.
    """
    lines = text.splitlines(keepends=True)
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    number = {offset: index for index, offset in enumerate(offsets)}
    starts = {0, len(lines)}
    for position in _starts(parse(text)):
        first = number[text.rfind("\n", 0, position) + 1]
        while first and _EMPTY.fullmatch(lines[first - 1]):
            first -= 1
        starts.add(first)
    return ["".join(lines[start:end]) for start, end in pairwise(sorted(starts))]


def _starts(root: Node) -> Iterator[int]:
    """Yield where items begin: keys of the document, rows, notes, reports and claims."""
    if not isinstance(root, Mapping) or root.flow:
        return
    for key, value in root.values.items():
        yield root.keys[key].start
        if isinstance(value, Leaf) or value.flow:
            continue
        if isinstance(value, Mapping):
            yield from (leaf.start for leaf in value.keys.values())
            continue
        for item in value.items:
            yield item.start
            claims = item.values.get("claims") if isinstance(item, Mapping) and not item.flow else None
            if isinstance(claims, Listing) and not claims.flow:
                yield from (claim.start for claim in claims.items)


def merged_blocks(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return the blocks with the changes of both sides; ours where both changed one.

    >>> merged_blocks(["a", "b", "c"], ["A!", "b", "c", "ours"], ["A?", "b", "C", "theirs"])
    ['A!', 'b', 'C', 'ours', 'theirs']
    """
    at_ours, at_theirs = _places(base, ours), _places(base, theirs)
    shared = [(place, at_ours[place], at_theirs[place]) for place in at_ours if place in at_theirs]
    found: list[str] = []
    done = (0, 0, 0)
    for b, o, t in [*shared, (len(base), len(ours), len(theirs))]:
        found += _merged_stretch(base[done[0] : b], ours[done[1] : o], theirs[done[2] : t])
        found += base[b : b + 1]
        done = (b + 1, o + 1, t + 1)
    return found


def _places(base: Sequence[str], side: Sequence[str]) -> dict[int, int]:
    """Return where the blocks of the base stand in a side, in order."""
    matcher = SequenceMatcher(a=base, b=side, autojunk=False)
    return {a + step: b + step for a, b, size in matcher.get_matching_blocks() for step in range(size)}


def _merged_stretch(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Sequence[str]:
    """Return the blocks between two that neither side changed."""
    if ours == base:
        return theirs
    size = len(base)
    if theirs[:size] == base:  # they only add
        return [*ours, *(block for block in theirs[size:] if block not in ours)]
    if ours[:size] == base:
        return [*theirs[:size], *ours[size:], *(block for block in theirs[size:] if block not in ours)]
    if len(base) == len(ours) == len(theirs):
        return [new if own == old else own for old, own, new in zip(base, ours, theirs, strict=True)]
    return ours
