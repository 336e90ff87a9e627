"""The JSON Schema of the document format, put together from the records that documents stand for.

`python -m troopmoves.formats.schema` prints it; what is published is the file beside this module
(`troopmoves.formats.schema.published`). It is written for validators of draft 2020-12 and for editors, many
of which know draft 7 and a little more: mappings are closed one by one, each word of a vocabulary carries its
meaning, and the kind of a claim alone decides which branch is looked at.

To add a key to the document: one line in `_KEYS`.
"""

from __future__ import annotations

import json
from typing import Final

from troopmoves.formats.document.claim import CLAIM, KINDS, REPORT
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.entity import FORCE
from troopmoves.formats.document.migration import VERSION
from troopmoves.formats.document.table import UNIT
from troopmoves.formats.document.tree import NOTE
from troopmoves.formats.schema.claim import claims
from troopmoves.formats.schema.entity import entities, tables
from troopmoves.formats.schema.example import DOCUMENT
from troopmoves.formats.schema.notation import VALUES, ref
from troopmoves.formats.schema.record import closed, mapping, vocabularies


def generated() -> dict[str, Plain]:
    """Return the schema that the records make."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:troopmoves:schema:{VERSION}",
        "title": f"troopmoves document, version {VERSION}",
        **closed(_DESCRIPTION, _keys(), ["troopmoves"]),
        "examples": [DOCUMENT],
        "$defs": {**claims(), **entities(), **_words(), "note": _note(), **VALUES},
    }


def generated_text() -> str:
    """Return the schema as the text of its file.

    >>> generated_text().startswith('{')
    True
    """
    return json.dumps(generated(), indent=2, ensure_ascii=False) + "\n"


_DESCRIPTION: Final = "What open sources say about troops: reports, and the claims in them."


def _keys() -> dict[str, Plain]:
    return {
        "troopmoves": {"description": "The version of the format.", "const": VERSION},
        "title": {"description": "What the ledger is called.", **ref("text")},
        **tables(),
        "notes": _list("Free notes, which have no effect on any state.", "note"),
        "reports": _list("The reports, each with its claims.", "report"),
        "claims": _list("The claims that stand in no report.", "claim"),
    }


def _list(description: str, name: str) -> dict[str, Plain]:
    return {"description": description, "type": "array", "items": ref(name)}


def _note() -> dict[str, Plain]:
    own = mapping(NOTE)
    return {
        **own,
        "type": ["string", "object"],
        "pattern": VALUES["words"]["pattern"],
        "maxLength": VALUES["words"]["maxLength"],
        "examples": [
            "Leaders talked; no posture is claimed.",
            {"text": "They talked again.", "when": "2020-01-08"},
        ],
    }


def _words() -> dict[str, dict[str, Plain]]:
    found = vocabularies(CLAIM, REPORT, FORCE, UNIT, *dict.fromkeys(KINDS.values()))
    # The kinds of what a claim says are words of `kind`, each with its own meaning there.
    return {name: words for name, words in found.items() if not name.endswith("_kind")}
