"""Documents as JSON: read strictly, written canonically."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Final, final

from troopmoves.errors import DocumentError
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.fault import Faults, fault, joined, step_to
from troopmoves.formats.document.limit import DEEPEST, MOST_VALUES
from troopmoves.formats.document.scalar import whole_number


def parse(text: str) -> Plain:
    """Return the plain values of a JSON text.

    >>> parse('{"published": "2020-01-08"}')
    {'published': '2020-01-08'}

    Raises:
        DocumentError: If it is no JSON, or holds a key twice, NaN, or values nested too deep.
    """
    _check_count(text)
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
    faults = Faults()
    _check("", tree, 0, faults)
    faults.tell()
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
    times = Counter(key for key, _ in pairs)
    marked.doubled = tuple(key for key in plain if times[key] > 1)
    return marked


def _check(path: str, value: Plain, depth: int, faults: Faults) -> None:
    """Find what JSON allows and documents do not: keys that stand twice, NaN, values nested too deep."""
    if isinstance(value, _Constant):
        faults.add(path, str(value), "this is no number", "leave the key out")
    elif isinstance(value, dict | list):
        if depth == DEEPEST:
            raise _too_deep(path)
        for key in value.doubled if isinstance(value, _Object) else ():
            faults.add(joined(path, step_to(key)), key, "this key stands twice", "leave one of the two")
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(part, _Constant | dict | list):
                inner = f"[{step}]" if isinstance(step, int) else step_to(step)
                _check(joined(path, inner), part, depth + 1, faults)


def _check_count(text: str) -> None:
    """Refuse a text of very many values before any is made; commas inside of texts are few beside them."""
    count = sum(map(text.count, ",[{"))
    if count > MOST_VALUES:
        got, rule = f"{count:,} values", f"a document holds at most {MOST_VALUES:,} values"
        raise fault(got, rule, "make several ledgers of it", step="size")


def _too_deep(path: str) -> DocumentError:
    return fault("...", f"nested more than {DEEPEST} deep", step=path[:40])
