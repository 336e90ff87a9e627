"""Claims in a schema: a mapping whose `kind` tells which other keys there are.

The kinds with the same keys and the same rules share a definition, so that an editor that knows the kind
proposes its keys and a validator tells of that kind alone.

To add a kind: nothing, if it has a shape in `KINDS` of `troopmoves.formats.document.claim` whose rules are
known here; else its rules in `_rules`, and an example.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from troopmoves.claims.axis import LinkKind, PostureKind
from troopmoves.claims.claim import Link
from troopmoves.claims.kind import RULES, Denied, End, KindRule
from troopmoves.claims.proposition import Presence
from troopmoves.formats.document.claim import (
    ACTIVITIES,
    ATTRIBUTION,
    CLAIM,
    KINDS,
    LINK,
    PRESENCE,
    PROTECTIONS,
    REPORT,
    WHOLE,
)
from troopmoves.formats.document.codec import Plain, Shape
from troopmoves.formats.schema import meaning
from troopmoves.formats.schema.example import CLAIMS
from troopmoves.formats.schema.notation import ref
from troopmoves.formats.schema.record import closed, mapping, needed, one_of, properties


def claims() -> dict[str, dict[str, Plain]]:
    """Return the definitions of reports, claims and what stands in them, by name."""
    groups = {f"claim_{'_'.join(kinds)}": kinds for kinds in _groups()}
    return {
        "report": mapping(REPORT),
        "said": mapping(ATTRIBUTION),
        "whole": mapping(WHOLE),
        "link": _link(),
        "claim": _claim(groups),
        **{name: _group(kinds) for name, kinds in groups.items()},
    }


def _claim(groups: Mapping[str, tuple[str, ...]]) -> dict[str, Plain]:
    branches: list[Plain] = [
        {
            "if": {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": list(kinds)}}},
            "then": ref(name),
        }
        for name, kinds in groups.items()
    ]
    return {
        "description": "One claim: what is said, who says it, and how firmly.",
        "type": "object",
        "properties": {"id": properties(CLAIM)["id"], "kind": _kind(tuple(KINDS))},
        "required": ["id", "kind"],
        "allOf": branches,
    }


_MEANINGS: Final[dict[str, str]] = {
    "present": meaning.of_class(Presence),
    **meaning.of_words({str(kind): kind for kind in PostureKind}),
    **meaning.of_words(ACTIVITIES),
    **meaning.of_words(PROTECTIONS),
    **meaning.of_words({str(kind): kind for kind in LinkKind}),
}


def _kind(words: tuple[str, ...]) -> dict[str, Plain]:
    description = "What the claim says; it decides which other keys there are."
    return {"description": description, **one_of({word: _MEANINGS[word] for word in words})}


def _groups() -> list[tuple[str, ...]]:
    """Return the kinds of claim, those together that have one shape and one rule."""
    found: dict[tuple[Shape, KindRule | None], list[str]] = {}
    for word, shape in KINDS.items():
        found.setdefault((shape, _ends_of(word)), []).append(word)
    return [tuple(words) for words in found.values()]


def _ends_of(word: str) -> KindRule | None:
    """Return the rule about the ends of a kind of posture change, as far as documents show it."""
    return attrs.evolve(RULES[PostureKind(word)], homeward=False) if word in set(PostureKind) else None


def _group(words: tuple[str, ...]) -> dict[str, Plain]:
    shape, ends = KINDS[words[0]], _ends_of(words[0])
    common = properties(CLAIM)
    keys = {
        "id": common.pop("id"),
        "kind": _kind(words),
        **(_OTHER if shape is LINK else _own(shape)),
        **common,
    }
    if shape is LINK or (ends is not None and ends.denied is Denied.MEANINGLESS):
        keys["polarity"] = {"description": "A claim of this kind is not negated.", "const": "affirmed"}
    required: list[Plain] = ["id", "kind", *(_OTHER if shape is LINK else _needed(shape, ends))]
    return {
        "title": f"Claim: {', '.join(words)}",
        **closed(_BARE_LINK if shape is LINK else meaning.of_class(shape.record), keys, required),
        **_rules(shape, ends),
        "examples": [example for example in CLAIMS if example["kind"] in words],
    }


_BARE_LINK: Final = "A bare link: what somebody does to an earlier claim, and nothing else."
_OTHER: Final[dict[str, Plain]] = {
    "claim": {"description": meaning.of_fields(Link, {})["claim"], **ref("id")},
}


def _own(shape: Shape) -> dict[str, Plain]:
    """Return the keys of a proposition beside its kind."""
    return {key: part for key, part in properties(shape).items() if key != "kind"}


def _needed(shape: Shape, ends: KindRule | None) -> list[Plain]:
    found = [key for key in needed(shape) if key != "kind"]
    if ends is not None:
        pairs = (("origin", ends.origin), ("destination", ends.destination))
        found += [shape.keys[end] for end, rule in pairs if rule is End.REQUIRED]
    return found


def _rules(shape: Shape, ends: KindRule | None) -> dict[str, Plain]:
    """Return what holds between the keys of a claim, as far as a schema can say it."""
    if shape is LINK:
        return {}
    if shape is PRESENCE:
        return _denying({"oneOf": _COUNT_OR_SHARE, "dependentRequired": _SHARE_WITH_WHOLE})
    if ends is None:
        return _denying({})
    amount: dict[str, Plain] = {"not": {"required": ["count", "share"]}}
    if not ends.moves:
        return {**amount, "dependentRequired": _SHARE_WITH_WHOLE, "dependentSchemas": {"until": _TEMPORARY}}
    either: dict[str, Plain] = {"anyOf": _ENDS} if ends.origin is End.EITHER else {}
    share: dict[str, Plain] = {"anyOf": [{"required": ["of"]}, {"required": ["from"]}]}
    rules: dict[str, Plain] = {
        **either,
        **amount,
        "dependentRequired": {"of": ["share"]},
        "dependentSchemas": {"share": share, "until": _TEMPORARY},
    }
    return _denying(rules)


_COUNT_OR_SHARE: Final[Plain] = [{"required": ["count"]}, {"required": ["share", "of"]}]
_SHARE_WITH_WHOLE: Final[Plain] = {"share": ["of"], "of": ["share"]}
_TEMPORARY: Final[Plain] = {"required": ["temporary"], "properties": {"temporary": {"const": True}}}
_ENDS: Final[Plain] = [{"required": ["from"]}, {"required": ["to"]}]


def _denying(rules: dict[str, Plain]) -> dict[str, Plain]:
    """Return the rules of a claim that may be negated, and must be where it negates another."""
    link: Plain = {"type": "object", "required": [str(LinkKind.NEGATES)]}
    negates: Plain = {"links": {"type": "array", "contains": link}}
    negated: Plain = {"required": ["polarity"], "properties": {"polarity": {"const": "negated"}}}
    return {**rules, "if": {"required": ["links"], "properties": negates}, "then": negated}


def _link() -> dict[str, Plain]:
    keys: dict[str, Plain] = {
        str(kind): {"description": said, **ref("id")} for kind, said in meaning.of_members(LinkKind).items()
    }
    return {
        **closed(meaning.of_class(Link), keys, []),
        "minProperties": 1,
        "maxProperties": 1,
        "examples": [{"corrects": "can-iraq"}],
    }
