"""Documents as JSON: read strictly, written canonically."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final, final

from troopmoves.errors import DocumentError
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.fault import Faults, fault, joined, step_to
from troopmoves.formats.document.node import DEEPEST
from troopmoves.formats.document.scalar import whole_number


def parse(text: str) -> Plain:
    """Return the plain values of a JSON text.

    >>> parse('{"published": "2020-01-08"}')
    {'published': '2020-01-08'}

    Raises:
        DocumentError: If it is no JSON, or holds a key twice, NaN, or values nested too deep.
    """
    try:
        tree: Plain = json.loads(
            text, object_pairs_hook=_object, parse_constant=_Constant, parse_int=whole_number
        )
    except json.JSONDecodeError as error:
        glance = text[error.pos : error.pos + 20]
        step = f"line {error.lineno}, column {error.colno}"
        raise fault(glance, f"no JSON: {error.msg[:1].lower()}{error.msg[1:]}", step=step) from None
    except RecursionError:
        raise _too_deep("") from None
    _check(tree)
    return tree


def format_tree(tree: Mapping[str, Plain]) -> str:
    """Return plain values as JSON text: two spaces a level, a line break at the end."""
    text = json.dumps(tree, indent=2, ensure_ascii=False, allow_nan=False)
    # What JSON allows and YAML, of which it is else a part, does not.
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


_NOT_IN_YAML: Final = re.compile("[\x7f-\x9f\ufeff\ufffe\uffff]")


@final
class _Object(dict[str, Plain]):
    """An object that holds keys twice, remembered until the path to it is known."""

    doubled: tuple[str, ...] = ()


@final
class _Constant(str):
    """NaN or an infinity, likewise."""

    __slots__ = ()


def _object(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    marked = _Object(plain)
    keys = [key for key, _ in pairs]
    marked.doubled = tuple(key for key in plain if keys.count(key) > 1)
    return marked


def _check(tree: Plain) -> None:
    """Find what JSON allows and documents do not; without recursion, however deep the tree is."""
    faults = Faults()
    level: list[tuple[str, Plain]] = [("", tree)]
    for _ in range(DEEPEST + 1):
        below: list[tuple[str, Plain]] = []
        for path, value in level:
            if isinstance(value, _Constant):
                faults.add(path, str(value), "this is no number", "leave the key out")
            if isinstance(value, _Object):
                for key in value.doubled:
                    step = joined(path, step_to(key))
                    faults.add(step, key, "this key stands twice", "leave one of the two")
            if isinstance(value, dict):
                below += ((joined(path, step_to(key)), part) for key, part in value.items())
            elif isinstance(value, list):
                below += ((joined(path, f"[{index}]"), part) for index, part in enumerate(value))
        level = below
    faults.tell()
    if any(isinstance(value, dict | list) for _, value in level):
        raise _too_deep(level[0][0])


def _too_deep(path: str) -> DocumentError:
    return fault("...", f"nested more than {DEEPEST} deep", step=path[:40])
