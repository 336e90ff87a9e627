"""A changed document put into its YAML text, so that only the lines that must change do.

Three trees go in: what the text says and where (`node.Node`), the canonical values that it stood for, and
those that it shall stand for. Where the two agree the text stays as it is, with its comments, order, spelling
and style; where they differ the smallest part is rewritten that can be: a word, a pair in braces, a key and
its value, an item. The text may spell what it says differently from the canonical values; a part that cannot
be matched with them is rewritten whole.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, TypeAlias, final

import attrs

from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.node import Leaf, Listing, Mapping, Node
from troopmoves.formats.document.scalar import scalar_text
from troopmoves.formats.document.yaml import entry_lines, flow_text, item_lines


def edited(text: str, root: Node, old: Plain, new: Plain) -> str | None:
    """Return the text with the changes from old to new, or None if it must be written afresh.

    Args:
        text: The text of the document.
        root: Its tree.
        old: The canonical values of the document as it is.
        new: The canonical values that it shall have.
    """
    editor = _Editor(text=text, newline="\r\n" if "\r\n" in text else "\n")
    return editor.result() if editor.change(root, old, new, spread=True) else None


@final
@attrs.define(kw_only=True)
class _Editor:
    text: str
    newline: str
    edits: list[tuple[int, int, str]] = attrs.Factory(list)
    """Where each edit starts and ends, and what stands there afterwards."""

    def result(self) -> str:
        """Return the text with all edits made, those at one place in the order they were asked for."""
        parts, done = [], 0
        for start, end, words in sorted(self.edits, key=lambda edit: edit[0]):
            parts += [self.text[done:start], words]
            done = max(done, end)
        return "".join([*parts, self.text[done:]])

    def change(self, node: Node, old: Plain, new: Plain, *, spread: bool = False, flow: bool = False) -> bool:
        """Change a part in place, or return False if whoever holds it must rewrite it.

        Args:
            node: The part.
            old: What it stands for.
            new: What it shall stand for.
            spread: Whether the values of its keys get lines of their own (see `entry_lines`).
            flow: Whether it stands in braces or brackets.
        """
        if old == new:
            return True
        asked = len(self.edits)
        match node:
            case Leaf():
                self.edits.append((node.start, node.end, flow_text(new, flow=flow or _has_parts(new))))
                done = True
            case Mapping() if isinstance(old, dict) and isinstance(new, dict):
                done = self._change_mapping(node, old, new, spread=spread)
            case Listing() if isinstance(old, list) and isinstance(new, list):
                done = len(node.items) == len(old) and self._change_list(node, old, new)
            case _:
                done = False
        if not done:
            del self.edits[asked:]
        return done

    def _change_mapping(
        self, node: Mapping, old: dict[str, Plain], new: dict[str, Plain], *, spread: bool
    ) -> bool:
        differs = [key for key in old | new if key not in old or key not in new or old[key] != new[key]]
        there = list(node.values)
        kept = [key for key in there if key in new or key not in differs]
        spans = [(node.keys[key].start, value.end) for key, value in node.values.items()]
        if not kept or any(key in old and key not in there for key in differs):
            return False
        for key in differs:
            if key in kept:
                value = node.values[key]
                if key not in old or not self.change(value, old[key], new[key], flow=node.flow):
                    self._rewrite(spans[there.index(key)], _written(node, new[key], key, spread=spread))
        order = list(new)
        for key in differs:
            if key not in there:
                before = [other for other in order[: order.index(key)] if other in kept]
                after = spans[there.index(before[-1])] if before else None
                first = spans[there.index(kept[0])]
                self._insert(node, after, first, _written(node, new[key], key, spread=spread))
        return self._remove(node, spans, [key in kept for key in there])

    def _change_list(self, node: Listing, old: list[Plain], new: list[Plain]) -> bool:
        spans = self._items(node)
        if spans is None:
            return False
        kept = [False] * len(old)
        matcher = SequenceMatcher(a=list(map(_identity, old)), b=list(map(_identity, new)), autojunk=False)
        for step, i, i_end, j, j_end in matcher.get_opcodes():
            shared = min(i_end - i, j_end - j)
            for index, other in zip(range(i, i + shared), range(j, j + shared), strict=True):
                kept[index] = True
                in_place = step == "equal" or not _has_parts(new[other])
                changed = in_place and self.change(node.items[index], old[index], new[other], flow=node.flow)
                if not changed:
                    self._rewrite(spans[index], _written(node, new[other]))
            after = spans[i + shared - 1] if i + shared else None
            for other in range(j + shared, j_end):
                self._insert(node, after, spans[0], _written(node, new[other]))
        return self._remove(node, spans, kept)

    def _items(self, node: Listing) -> list[_Span] | None:
        """Return where the items stand, with their dashes; None if a dash does not begin its line."""
        if node.flow:
            return [(item.start, item.end) for item in node.items]
        spans = [(node.start, node.items[0].end)]
        for before, item in pairwise(node.items):
            found = [
                match.start(1)
                for match in _DASH.finditer(self.text, before.end, item.start + 1)
                if match.end(1) - match.start() == node.column + 1
            ]
            if not found:
                return None
            spans.append((found[-1], item.end))
        return spans

    def _rewrite(self, span: _Span, lines: list[str]) -> None:
        self.edits.append((*span, self.newline.join(lines).lstrip(" ")))

    def _insert(self, node: Mapping | Listing, after: _Span | None, first: _Span, lines: list[str]) -> None:
        """Put a new part behind another one, or before the first."""
        words = self.newline.join(lines)
        if after is None:
            gap = ", " if node.flow else f"{self.newline}{' ' * node.column}"
            self.edits.append((first[0], first[0], f"{words.lstrip(' ')}{gap}"))
        elif node.flow:
            self.edits.append((after[1], after[1], f", {words}"))
        else:
            end = self._end_of_line(after[1])
            self.edits.append((end, end, f"{self.newline}{words}"))

    def _remove(self, node: Mapping | Listing, spans: list[_Span], kept: list[bool]) -> bool:
        """Take out the parts that are not kept; return False if one cannot be taken out by itself."""
        if node.flow and not kept[0]:
            self.edits.append((spans[0][0], spans[kept.index(True)][0], ""))
        for index in range(len(spans)):
            start, end = spans[index]
            if kept[index]:
                continue
            if node.flow:
                if any(kept[:index]):
                    self.edits.append((spans[index - 1][1], end, ""))
                continue
            line = self.text.rfind("\n", 0, start) + 1
            if self.text[line:start].strip():
                return False
            if line:
                self.edits.append((self._end_of_line(line - 1), self._end_of_line(end), ""))
            else:
                self.edits.append((0, self._end_of_line(end) + len(self.newline), ""))
        return True

    def _end_of_line(self, index: int) -> int:
        """Return where the line of an index ends, before its line break."""
        end = self.text.find("\n", index)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[index:end].endswith("\r") else end


_Span: TypeAlias = tuple[int, int]
_DASH: Final = re.compile(r"^ *(-)(?=\s)", re.MULTILINE)


def _written(node: Mapping | Listing, value: Plain, key: str = "", *, spread: bool = False) -> list[str]:
    """Return the lines of a part that is to stand in a list or mapping, in the style of the others there."""
    match node:
        case Listing():
            return [flow_text(value)] if node.flow else item_lines(value, node.column)
        case Mapping():
            if node.flow:
                return [f"{scalar_text(key, flow=True)}: {flow_text(value)}"]
            return entry_lines(key, value, node.column, spread=spread)


def _has_parts(value: Plain) -> bool:
    return isinstance(value, dict | list)


def _identity(item: Plain) -> str:
    """Return what makes an item the same one after a change: its id, else all of it."""
    return repr(item["id"] if isinstance(item, dict) and "id" in item else item)
