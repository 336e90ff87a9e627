"""YAML text as a tree that knows where in the text each part stands.

The text is taken apart by ruamel.yaml; from its events this module builds the tree, strictly: no tags, no
anchors and aliases (so no document grows when it is read), no key twice, no second document, no depth that
could exhaust the stack. The spans are what `edit.py` needs to change a line and leave the others alone.
"""

from __future__ import annotations

from typing import Final, TypeAlias, final

import attrs
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StreamMark, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from troopmoves.errors import DocumentError
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.fault import Faults, fault, joined, step_to
from troopmoves.formats.document.limit import DEEPEST, MOST_VALUES
from troopmoves.formats.document.migration import VERSION
from troopmoves.formats.document.scalar import resolved


@final
@attrs.frozen(eq=False)
class Leaf:
    """A single value."""

    value: Plain
    start: int
    end: int


@final
@attrs.define(eq=False, kw_only=True)
class Listing:
    """A list, in brackets (`flow`) or one dash a line."""

    start: int
    column: int
    flow: bool
    end: int = 0
    items: list[Node] = attrs.Factory(list)


@final
@attrs.define(eq=False, kw_only=True)
class Mapping:
    """Keys and values, in braces (`flow`) or one key a line."""

    start: int
    column: int
    flow: bool
    end: int = 0
    keys: dict[str, Leaf] = attrs.Factory(dict)
    values: dict[str, Node] = attrs.Factory(dict)


Node: TypeAlias = Leaf | Listing | Mapping


def plain(node: Node) -> Plain:
    """Return the values of a tree without their places."""
    match node:
        case Leaf():
            return node.value
        case Listing():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, value in node.values.items()}


def parse(text: str) -> Node:
    """Return the tree of a YAML text.

    Raises:
        DocumentError: If it is no YAML, or YAML that documents do not use; with every problem.
    """
    builder = _Builder(text)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.take(event)
    except DocumentError:
        raise
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise fault(_line(text, mark.index), f"no YAML: {error.problem}", step=_position(mark)) from None
    except (YAMLError, ValueError, IndexError, OverflowError) as error:
        raise fault(text[:_GLANCE], f"no YAML: {' '.join(str(error).split())}") from None
    return builder.finished()


@final
@attrs.define
class _Builder:
    """Puts event after event into the tree; never calls itself, however deep the text is nested."""

    text: str
    faults: Faults = attrs.Factory(Faults)
    roots: list[Node] = attrs.Factory(list)
    open: list[Listing | Mapping] = attrs.Factory(list)
    pending: list[Leaf | None] = attrs.Factory(list)
    """The key whose value comes next or is open, for each open collection."""
    count: int = 0
    """How many values there are so far."""

    def take(self, event: Event) -> None:
        """Put one event where it belongs."""
        if isinstance(event, DocumentStartEvent):
            self._check_document(event)
        elif isinstance(event, CollectionEndEvent):
            done = self._close()
            done.end = event.end_mark.index if done.flow else _end_of_last(done)
        elif isinstance(event, NodeEvent):
            self._check_node(event)
            node = self._node_of(event)
            self._place(node, event)
            if not isinstance(node, Leaf):
                self._open(node, event)

    def finished(self) -> Node:
        """Return the tree, if nothing was wrong with it."""
        self.faults.tell()
        if not self.roots:
            raise fault(
                self.text[:_GLANCE], "there is nothing in it", f"begin it with 'troopmoves: {VERSION}'"
            )
        return self.roots[0]

    def _node_of(self, event: NodeEvent) -> Node:
        start = event.start_mark
        if isinstance(event, MappingStartEvent):
            return Mapping(start=start.index, column=start.column, flow=event.flow_style)
        if isinstance(event, SequenceStartEvent):
            return Listing(start=start.index, column=start.column, flow=event.flow_style)
        if isinstance(event, ScalarEvent):
            value = resolved(event.value) if event.style is None else event.value
            # A block of text ends after the empty lines behind it, which are left as they are.
            end = start.index + len(self.text[start.index : event.end_mark.index].rstrip())
            return Leaf(value, start.index, end)
        return Leaf(None, start.index, event.end_mark.index)

    def _place(self, node: Node, event: Event) -> None:
        if not self.open:
            self.roots.append(node)
            return
        parent, key = self.open[-1], self.pending[-1]
        if isinstance(parent, Listing):
            self._count()
            parent.items.append(node)
        elif key is None:
            self.pending[-1] = self._key_of(node, parent, event)
        else:
            self._count()
            parent.keys.setdefault(str(key.value), key)
            parent.values.setdefault(str(key.value), node)
            if isinstance(node, Leaf):
                self.pending[-1] = None

    def _count(self) -> None:
        self.count += 1
        if self.count > MOST_VALUES:
            raise fault("more", f"a document holds at most {MOST_VALUES:,} values", step="size")

    def _key_of(self, node: Node, parent: Mapping, event: Event) -> Leaf:
        line = event.start_mark.line + 1
        if not isinstance(node, Leaf) or not isinstance(node.value, str):
            got = self.text[node.start : node.start + _GLANCE].partition(":")[0]
            self._fault(got, f"a key is a text, in line {line}", "put it in quotes")
            return Leaf(f"line {line}", node.start, node.start)
        if node.value in parent.keys:
            before = self.text.count("\n", 0, parent.keys[node.value].start) + 1
            rule = f"this key stands twice, in line {before} and in line {line}"
            self._fault(node.value, rule, "leave one of the two", step=step_to(node.value))
        return node

    def _open(self, node: Listing | Mapping, event: Event) -> None:
        if len(self.open) == DEEPEST:
            raise fault(
                _line(self.text, node.start),
                f"nested more than {DEEPEST} deep, in line {event.start_mark.line + 1}",
                step=_shortened(self._path()),
            )
        self.open.append(node)
        self.pending.append(None)

    def _close(self) -> Listing | Mapping:
        self.pending.pop()
        if self.pending:
            self.pending[-1] = None
        return self.open.pop()

    def _check_document(self, event: DocumentStartEvent) -> None:
        if self.roots:
            raise fault("---", "a file holds one document", "write each to a file of its own")
        if event.version is not None or event.tags:
            raise fault(
                self.text[:_GLANCE], "directives are not read", "leave out the lines that begin with %"
            )

    def _check_node(self, event: NodeEvent) -> None:
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent):
            rule = f"references to other parts of the text are not read, in line {line}"
            self._fault(f"*{event.anchor}", rule, "write it out")
        elif event.anchor is not None:
            self._fault(f"&{event.anchor}", f"anchors are not read, in line {line}", "leave it out")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._fault(
                str(tag), f"tags are not read, in line {line}", "leave it out, or use quotes for text"
            )

    def _fault(self, got: object, rule: str, way_out: str, *, step: str = "") -> None:
        self.faults.add(joined(self._path(), step), got, rule, way_out)
        if self.faults.full:
            self.faults.tell()

    def _path(self) -> str:
        path = ""
        for depth, (part, key) in enumerate(zip(self.open, self.pending, strict=True)):
            if isinstance(part, Listing):
                inner = depth < len(self.open) - 1
                path = joined(path, f"[{len(part.items) - inner}]")
            elif key is not None:
                path = joined(path, step_to(key.value))
        return path


_GLANCE: Final = 40


def _end_of_last(node: Listing | Mapping) -> int:
    parts = node.items if isinstance(node, Listing) else list(node.values.values())
    return max((part.end for part in parts), default=node.start)


def _line(text: str, index: int) -> str:
    """Return the line of a text in which an index lies, cut to a glance."""
    start = text.rfind("\n", 0, index) + 1
    return text[start : start + 2 * _GLANCE].partition("\n")[0].strip()[:_GLANCE]


def _position(mark: StreamMark) -> str:
    return f"line {mark.line + 1}, column {mark.column + 1}"


def _shortened(path: str) -> str:
    return path if len(path) <= _GLANCE else f"{path[:_GLANCE]}..."
