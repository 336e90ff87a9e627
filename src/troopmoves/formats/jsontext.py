"""JSON text that can stand anywhere: in a file, a line of a log, a script element of a page.

Names come from sources, and sources may hold anything. Outside ASCII they stay readable; what could end a
line or an element, or is no character at all, is written as an escape, which every reader turns back.
"""

from __future__ import annotations

import json
import re
from typing import Final

_ESCAPED: Final = re.compile("[<\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def json_text(value: object, *, indent: int | None = None) -> str:
    r"""Return plain values as JSON text.

    >>> print(json_text({"name": "Bază </script>"}))
    {"name": "Bază \u003c/script>"}

    Args:
        value: What to write.
        indent: Spaces a level; None writes one line.
    """
    text = json.dumps(value, indent=indent, ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
