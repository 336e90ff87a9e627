"""The examples in the schema: claims of every sort, and a whole document; tests validate and read them."""

from __future__ import annotations

from typing import Final

from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.migration import VERSION

CLAIMS: Final[list[dict[str, Plain]]] = [
    {
        "id": "can-iraq",
        "kind": "present",
        "who": "CAN",
        "where": "IRQ",
        "count": "about 500",
        "when": "2020-01-07",
        "quote": "an estimated 500",
    },
    {
        "id": "gbr-more",
        "kind": "reinforce",
        "who": "GBR",
        "to": "IRQ",
        "count": "up to 80",
        "when": "2020-02",
        "progress": "considered",
    },
    {
        "id": "fra-stay",
        "kind": "withdraw",
        "who": "FRA",
        "from": "IRQ",
        "when": "2020-01-07/..",
        "polarity": "negated",
        "said": {"by": "the French government", "public": "2020-01-07"},
    },
    {
        "id": "can-kuwait",
        "kind": "relocate",
        "who": "CAN",
        "from": "IRQ",
        "to": "KWT",
        "count": "some",
        "when": {"is": "2020-01-07/..", "text": "in the coming days"},
        "temporary": True,
    },
    {"id": "usa-rotate", "kind": "rotate", "who": "USA", "where": "KWT", "count": 3000, "when": "2020-01"},
    {
        "id": "can-pause",
        "kind": "suspend",
        "who": "CAN",
        "where": "IRQ",
        "activity": "training",
        "when": "2020-01-07",
    },
    {"id": "fra-security", "kind": "raise_protection", "who": "FRA", "where": "IRQ", "when": "2020-01-03/.."},
    {"id": "can-mistake", "kind": "retracts", "claim": "can-iraq", "said": {"by": "National Defence"}},
]
"""One claim for each sort; together they are a document."""

DOCUMENT: Final[dict[str, Plain]] = {
    "troopmoves": VERSION,
    "title": "Iraq, January 2020",
    "places": {"rou-base": {"name": "Romanians' base (not named)", "country": "IRQ"}},
    "reports": [
        {
            "id": "new-arab",
            "publisher": "The New Arab",
            "published": "2020-01-08",
            "claims": [
                {
                    "id": "rou-move",
                    "kind": "relocate",
                    "who": "ROU",
                    "from": "rou-base",
                    "to": {"unspecified": {"outside": "rou-base"}},
                    "count": 14,
                    "when": "2020-01-08/..",
                }
            ],
        }
    ],
}
"""A small document."""
