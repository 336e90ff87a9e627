"""Claims as documents hold them: flat, tagged by `kind`, what is said beside who said it.

The `kind` of a claim tells its proposition and often part of it: `relocate` is a `PostureChange`, `suspend`
an `ActivityChange`, `retracts` a bare link to another claim. `KINDS` is the whole vocabulary.

To add a kind of proposition: its shape, its words in `KINDS`, its class in `teach_claims`, its row in
docs/reference/documents.md, a strategy in tests/laws/strategies_claims.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

import attrs

from troopmoves.claims.axis import ActivityKind, Credibility, LinkKind, PostureKind, ProtectionKind
from troopmoves.claims.claim import Attribution, Claim, Link
from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import (
    ActivityChange,
    PostureChange,
    Presence,
    Proposition,
    ProtectionChange,
    Whole,
)
from troopmoves.claims.report import Report
from troopmoves.formats.document.codec import Codec, Plain, Shape, read_list, read_mapping, read_text
from troopmoves.formats.document.fault import Faults, below, fault, near_key


def teach_claims(codec: Codec) -> None:
    """Teach a codec reports, claims and what is said in them."""
    for shape in (REPORT, ATTRIBUTION, WHOLE):
        codec.teach_shape(shape)
    codec.teach(Claim, lambda value: _read_claim(codec, value), lambda claim: _write_claim(codec, claim))
    codec.teach(Link, _read_link, lambda link: {str(link.kind): link.claim})
    codec.teach_choice(
        (Presence, PostureChange, ActivityChange, ProtectionChange),
        lambda value, _: _read_proposition(codec, value),
    )


def _read_credibility(value: Plain) -> Credibility:
    known = {int(one.value): one for one in Credibility}
    if isinstance(value, bool) or not isinstance(value, int) or value not in known:
        raise fault(value, "credibility is a whole number from 1 to 6", "write it without quotes")
    return known[value]


def _read_bare_link(value: Plain) -> tuple[Link, ...]:
    """Return the links of a claim that is nothing but links: `kind` and `claim`, then any further ones."""
    own = read_mapping(value)
    faults = Faults()
    with faults.at("claim"):
        if "claim" not in own:
            raise fault(None, "this key is needed", f"name the claim that this one {own['kind']}")
        link = Link(LinkKind(own["kind"]), read_text(own["claim"]))
    with faults.at("links"):
        further = read_list(own.get("links", []), _read_link)
    faults.tell()
    return (link, *further)


def _read_link(value: Plain) -> Link:
    mapping = read_mapping(value)
    if len(mapping) != 1:
        raise fault(value, "a link is one kind and one id", "write {retracts: the-id}")
    [(kind, claim)] = mapping.items()
    if kind not in set(LinkKind):
        raise fault(kind, "no such kind of link", near_key(kind, LinkKind))
    with below(kind):
        return Link(LinkKind(kind), read_text(claim))


def _word_in(words: Mapping[str, StrEnum]) -> Callable[[StrEnum], str]:
    return {kind: word for word, kind in words.items()}.__getitem__


ACTIVITIES: Final = MappingProxyType(
    {
        "start": ActivityKind.STARTED,
        "suspend": ActivityKind.SUSPENDED,
        "resume": ActivityKind.RESUMED,
        "end": ActivityKind.ENDED,
    }
)
PROTECTIONS: Final = MappingProxyType(
    {"raise_protection": ProtectionKind.RAISED, "lower_protection": ProtectionKind.LOWERED}
)

REPORT: Final = Shape(record=Report)
ATTRIBUTION: Final = Shape(record=Attribution)
WHOLE: Final = Shape(record=Whole, keys={"force": "who", "place": "where"})

CLAIM: Final = Shape(
    record=Claim,
    keys={"proposition": ""},
    reads={"credibility": _read_credibility},
    writes={"credibility": int},
    beside=("kind",),
)
_COMMON: Final = tuple(CLAIM.known)
_ATTRIBUTED: Final = attrs.evolve(CLAIM, without=("proposition", "links"))
"""What a claim says beside its proposition and links; only for writing."""
LINK: Final = Shape(
    record=Claim,
    keys={"links": ""},
    without=("proposition",),
    reads={"credibility": _read_credibility, "links": _read_bare_link},
    beside=("kind", "claim", "links"),
)

PRESENCE: Final = Shape(
    record=Presence,
    keys={"force": "who", "place": "where", "headcount": "count", "whole": "of"},
    beside=_COMMON,
)
_MOVE: Final = Shape(
    record=PostureChange,
    keys={"force": "who", "origin": "from", "destination": "to", "headcount": "count", "whole": "of"},
    beside=_COMMON,
)
_STAY: Final = Shape(
    record=PostureChange,
    keys={"force": "who", "destination": "where", "headcount": "count", "whole": "of"},
    without=("origin",),
    beside=_COMMON,
)
ACTIVITY: Final = Shape(
    record=ActivityChange,
    keys={"force": "who", "place": "where"},
    reads={"kind": ACTIVITIES.get},
    writes={"kind": _word_in(ACTIVITIES)},
    beside=_COMMON,
)
PROTECTION: Final = Shape(
    record=ProtectionChange,
    keys={"force": "who", "place": "where"},
    reads={"kind": PROTECTIONS.get},
    writes={"kind": _word_in(PROTECTIONS)},
    beside=_COMMON,
)

KINDS: Final = MappingProxyType(
    {
        "present": PRESENCE,
        **{str(kind): _MOVE if RULES[kind].moves else _STAY for kind in PostureKind},
        **dict.fromkeys(ACTIVITIES, ACTIVITY),
        **dict.fromkeys(PROTECTIONS, PROTECTION),
        **{str(kind): LINK for kind in LinkKind},
    }
)
"""Every word that `kind` may be, with the shape of what such a claim says."""


def _read_claim(codec: Codec, value: Plain) -> Claim:
    mapping = read_mapping(value)
    if "kind" not in mapping:
        raise fault(None, "this key is needed", f"use {', '.join(KINDS)}", step="kind")
    kind = mapping["kind"]
    if not isinstance(kind, str) or kind not in KINDS:
        raise fault(kind, "no such kind of claim", near_key(kind, KINDS), step="kind")
    if KINDS[kind] is LINK:
        rest, own = _parted(mapping, {"kind", "claim", "links"})
        link: Claim = codec.read_shape({**rest, "links": own}, LINK)
        return link
    said, rest = _parted(mapping, set(_COMMON) - {"kind"})
    claim: Claim = codec.read_shape({**rest, "proposition": said}, CLAIM)
    return claim


def _read_proposition(codec: Codec, value: Plain) -> Proposition:
    mapping = read_mapping(value)
    shape = KINDS[mapping["kind"]]
    if shape is PRESENCE:
        _, mapping = _parted(mapping, mapping.keys() - {"kind"})
    proposition: Proposition = codec.read_shape(mapping, shape)
    return proposition


def _write_claim(codec: Codec, claim: Claim) -> Plain:
    written = codec.write_shape(claim, _ATTRIBUTED)
    links: list[Plain] = [codec.write(link) for link in claim.links]
    if claim.proposition is None:
        first, *links = claim.links[0], *links[1:]
        said: dict[str, Plain] = {"kind": str(first.kind), "claim": first.claim}
    else:
        said = _write_proposition(codec, claim.proposition)
    if links:
        said["links"] = links
    return {"id": written.pop("id"), **said, **written}


def _write_proposition(codec: Codec, proposition: Proposition) -> dict[str, Plain]:
    match proposition:
        case Presence():
            return {"kind": "present", **codec.write_shape(proposition, PRESENCE)}
        case PostureChange():
            return codec.write_shape(proposition, KINDS[proposition.kind])
        case ActivityChange():
            return _kind_first(codec.write_shape(proposition, ACTIVITY))
        case ProtectionChange():
            return _kind_first(codec.write_shape(proposition, PROTECTION))


def _kind_first(written: dict[str, Plain]) -> dict[str, Plain]:
    return {"kind": written["kind"], **written}


def _parted(mapping: dict[str, Any], keys: set[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the parts of a mapping without and with some keys."""
    inside = {key: value for key, value in mapping.items() if key in keys}
    return {key: value for key, value in mapping.items() if key not in keys}, inside
