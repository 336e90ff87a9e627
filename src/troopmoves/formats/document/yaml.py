"""Documents as YAML 1.2: read strictly, written one claim a block.

What is written is plain where it can be and on one line where it fits: rows of tables and small mappings in
braces, reports and claims (whatever has an `id`) one key a line, so that a version control system shows a
change as the lines that it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from troopmoves.formats.document import node
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.scalar import scalar_text

_WIDTH: Final = 100
_STEP: Final = 2


def parse(text: str) -> Plain:
    """Return the plain values of a YAML text.

    >>> parse("published: 2020-01-08")
    {'published': '2020-01-08'}

    Raises:
        DocumentError: If it is no YAML, or YAML that documents do not use; with every problem.
    """
    return node.plain(node.parse(text))


def format_tree(tree: Mapping[str, Plain]) -> str:
    """Return plain values as YAML text.

    >>> print(format_tree({"title": "Iraq", "places": {"taji": {"name": "Taji", "country": "IRQ"}}}), end="")
    title: Iraq
    places:
      taji: {name: Taji, country: IRQ}
    """
    lines = [line for key, value in tree.items() for line in entry_lines(key, value, 0, spread=True)]
    return "".join(f"{line}\n" for line in lines)


def entry_lines(key: str, value: Plain, indent: int, *, spread: bool = False) -> list[str]:
    """Return a key and its value as lines.

    Args:
        key: The key.
        value: The value.
        indent: How far the key is indented.
        spread: Whether the parts of the value get lines of their own even where they fit on one.
    """
    head = f"{' ' * indent}{scalar_text(key, flow=False)}:"
    if not isinstance(value, dict | list) or not value:
        return [f"{head} {flow_text(value, flow=False)}"]
    if not spread and _fits(value, len(head) + 1):
        return [f"{head} {flow_text(value)}"]
    if isinstance(value, dict):
        return [head, *_mapping_lines(value, indent + _STEP)]
    return [head, *(line for item in value for line in item_lines(item, indent + _STEP))]


def item_lines(item: Plain, indent: int) -> list[str]:
    """Return an item of a list as lines, with its dash."""
    if isinstance(item, dict) and item and not _fits(item, indent + _STEP):
        first, *others = _mapping_lines(item, indent + _STEP)
        return [f"{' ' * indent}- {first.lstrip()}", *others]
    return [f"{' ' * indent}- {flow_text(item, flow=isinstance(item, dict | list))}"]


def flow_text(value: Plain, *, flow: bool = True) -> str:
    """Return a value on one line, in braces or brackets where it has parts."""
    if isinstance(value, dict):
        parts = (f"{scalar_text(key, flow=True)}: {flow_text(part)}" for key, part in value.items())
        return f"{{{', '.join(parts)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow_text, value))}]"
    return scalar_text(value, flow=flow)


def _mapping_lines(mapping: Mapping[str, Plain], indent: int) -> list[str]:
    return [line for key, value in mapping.items() for line in entry_lines(key, value, indent)]


def _fits(value: Plain, column: int) -> bool:
    return not _has_id(value) and column + len(flow_text(value)) <= _WIDTH


def _has_id(value: Plain) -> bool:
    if isinstance(value, list):
        return any(map(_has_id, value))
    return isinstance(value, dict) and "id" in value
