"""The one canonical form of a document: the library's order, spelling and line breaks, comments kept.

`canonical` writes what a text says as the library would write it afresh, and puts the comments back: one at
the end of a line beside its part, one on a line of its own above the part that it stood above, or below the
one that it was indented under. Parts are told apart by key and id, so that a comment goes with its claim;
where a part is gone (a default, which is not written) its comment stays with what held it. One empty line is
kept wherever there was one or more. JSON has no comments; its form is that of `dumps`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, TypeAlias, final

import attrs

from troopmoves.formats.document.file import dumps, loads
from troopmoves.formats.document.node import Leaf, Listing, Mapping, Node, parse


def canonical(text: str, format: str = "yaml") -> str:  # noqa: A002 (as in loads)
    r"""Return a document in its canonical form, with its comments.

    >>> print(canonical('# Talks.\ntitle:   "Iraq" # so far\ntroopmoves: 1\n'), end="")
    # Talks.
    troopmoves: 1
    title: Iraq # so far

    Raises:
        DocumentError: If it is no document; with every problem.
    """
    ledger = loads(text, format)
    plain = dumps(ledger, format)
    if format != "yaml":
        return plain
    remarks = list(_remarks(text.removeprefix("\ufeff")))
    return _with_remarks(plain, remarks) if remarks else plain


_Path: TypeAlias = tuple[str | int, ...]


class _Place(StrEnum):
    """Where a comment stands to its part."""

    ABOVE = "above"
    BESIDE = "beside"
    BELOW = "below"


@final
@attrs.frozen(kw_only=True)
class _Remark:
    """A comment, or an empty line, and the part that it goes with."""

    words: str
    place: _Place
    path: _Path
    """The way to the part, by keys and ids; empty for the document."""


@final
@attrs.frozen(kw_only=True)
class _Part:
    """A key with its value, or an item of a list."""

    path: _Path
    start: int
    end: int


@final
@attrs.frozen
class _Layout:
    """The parts of a text and the lines on which they stand."""

    text: str
    parts: tuple[_Part, ...]
    """Every part, in the order in which they begin; whoever holds others before these."""
    starts: tuple[int, ...]
    """Where each part begins."""
    lines: tuple[int, ...]
    """Where each line begins."""

    @classmethod
    def of(cls, text: str, root: Node) -> _Layout:
        parts = tuple(_parts(root, ()))
        lines = (0, *(match.end() for match in re.finditer("\n", text)))
        return cls(text, parts, tuple(part.start for part in parts), lines)

    def line(self, position: int) -> int:
        """Return the number of the line on which a position lies."""
        return bisect_right(self.lines, position) - 1

    def indent(self, part: _Part) -> int:
        """Return how far the line on which a part begins is indented."""
        start = self.lines[self.line(part.start)]
        return len(self.text[start : part.start]) - len(self.text[start : part.start].lstrip(" "))

    def first_of_line(self, part: _Part) -> _Part:
        """Return the outermost part that begins on the line on which a part begins."""
        line = self.lines[self.line(part.start)]
        return self.parts[bisect_right(self.starts, line - 1)]

    def last_before(self, position: int) -> int:
        """Return the index of the last part that begins before a position; -1 if none does."""
        return bisect_right(self.starts, position) - 1


def _parts(node: Node, path: _Path) -> Iterator[_Part]:
    match node:
        case Mapping():
            for key, value in node.values.items():
                inner = (*path, key)
                yield _Part(path=inner, start=node.keys[key].start, end=max(value.end, node.keys[key].end))
                yield from _parts(value, inner)
        case Listing():
            for index, item in enumerate(node.items):
                inner = (*path, _name(item, index))
                yield _Part(path=inner, start=item.start, end=item.end)
                yield from _parts(item, inner)
        case Leaf():
            return


def _name(item: Node, index: int) -> str | int:
    """Return what an item is called: its id, else its place in the list."""
    name = item.values.get("id") if isinstance(item, Mapping) else None
    return name.value if isinstance(name, Leaf) and isinstance(name.value, str) else index


# -- taking the comments out --------------------------------------------------------------------------------

_SIGN: Final = re.compile(r"(?:^|(?<=[ \t]))#|^[ \t]*\r?$", re.MULTILINE)
"""Where a comment may begin, and empty lines."""


def _remarks(text: str) -> Iterator[_Remark]:
    """Yield the comments and empty lines of a text, in order."""
    root = parse(text)
    layout = _Layout.of(text, root)
    words = sorted(_words(root))
    begins = [start for start, _ in words]
    told = -1
    for match in _SIGN.finditer(text):
        position = match.start()
        inside = bisect_right(begins, position) - 1
        if position < told or (inside >= 0 and position < words[inside][1]):
            continue
        told = text.find("\n", position) + 1 or len(text) + 1
        comment = text[position : told - 1].rstrip()
        if comment or position < layout.starts[-1]:
            yield _placed(comment, position, layout)


def _words(node: Node) -> Iterator[tuple[int, int]]:
    """Yield where each key and each single value begins and ends; what looks like a comment there is none."""
    match node:
        case Leaf():
            yield node.start, node.end
        case Mapping():
            for key, value in node.values.items():
                yield node.keys[key].start, node.keys[key].end
                yield from _words(value)
        case Listing():
            for item in node.items:
                yield from _words(item)


def _placed(words: str, position: int, layout: _Layout) -> _Remark:
    """Return a comment with the part that it goes with."""
    line = layout.lines[layout.line(position)]
    last = layout.last_before(position)
    following = layout.parts[last + 1] if last + 1 < len(layout.parts) else None
    if last < 0:
        return _Remark(words=words, place=_Place.ABOVE, path=())
    if layout.text[line:position].strip():
        part = layout.parts[last]
        here = layout.first_of_line(part) if part.start >= line else part
        return _Remark(words=words, place=_Place.BESIDE, path=here.path)
    column = position - line
    if following is not None and (not words or column <= layout.indent(following)):
        return _Remark(words=words, place=_Place.ABOVE, path=following.path)
    while last and layout.indent(layout.parts[last]) > column:
        last -= 1
    under = layout.first_of_line(layout.parts[last])
    if following is not None and under.end > following.start:  # indented too far above what is inside of it
        return _Remark(words=words, place=_Place.ABOVE, path=following.path)
    return _Remark(words=words, place=_Place.BELOW, path=under.path)


# -- putting them back --------------------------------------------------------------------------------------


def _with_remarks(text: str, remarks: list[_Remark]) -> str:
    """Return a canonical text with the comments beside their parts."""
    layout = _Layout.of(text, parse(text))
    known = {part.path: part for part in reversed(layout.parts)}
    above: defaultdict[int, list[str]] = defaultdict(list)
    beside: dict[int, str] = {}
    below: defaultdict[int, list[str]] = defaultdict(list)
    for remark in remarks:
        path = remark.path
        while path and path not in known:
            path = path[:-1]
        if not path:
            above[0].append(remark.words)
            continue
        part = known[path]
        number = layout.line(part.start)
        indented = f"{' ' * layout.indent(part)}{remark.words}".rstrip()
        if remark.place is _Place.BELOW:
            below[layout.line(max(part.end - 1, part.start))].append(indented)
        elif remark.place is _Place.ABOVE or number in beside or layout.first_of_line(part) != part:
            above[number].append(indented)
        else:
            beside[number] = f" {remark.words}"
    lines: list[str] = []
    for number, line in enumerate(text.splitlines()):
        lines += [*above[number], f"{line}{beside.get(number, '')}", *below[number]]
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines).strip("\n")) + "\n"


_EMPTY_LINES: Final = re.compile("\n{3,}")
