"""The map from the annotation of the shared phrase set to what `read_phrase` returns, and the score.

The annotators' kinds are fewer than ours: "approximate" with one side below is our NEARLY, with one side
above our JUST_OVER, without a side our ABOUT (a hedged range is a RANGE that is about); "at_most" covers
AT_MOST and UP_TO. Their nearly, just over and up to carry the one-sided end only, so that end alone is
compared. A number of people that they give as null fits what the kind says by default. A "fraction or part"
is a share, or, where the phrase does not say which fraction, the headcount "some" with its relation. Fields
that they marked as taken from the context of the phrase are not looked at.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from troopmoves.phrases.phrase import Phrase, Relation
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.quantity.share import Share

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "de", "fr")
"""The languages of the set that are read."""

_ONE_FIGURE = {
    "exact": (HeadcountKind.EXACT,),
    "more_than": (HeadcountKind.MORE_THAN,),
    "at_least": (HeadcountKind.AT_LEAST,),
    "at_most": (HeadcountKind.AT_MOST, HeadcountKind.UP_TO),
    "less_than": (HeadcountKind.FEWER_THAN,),
}
_SIDES = {None: HeadcountKind.ABOUT, "below": HeadcountKind.NEARLY, "above": HeadcountKind.JUST_OVER}
_VAGUE = {
    10: "tens",
    12: "dozens",
    100: "hundred",
    1000: "thousand",
    10_000: "tens of thousands",
    100_000: "hundreds of",
}
_SHARES = {
    "all": "all",
    "most": "most",
    "majority": "most",
    "bulk": "most",
    "almost all": "4/5..1",
    ">1/2": "1/2..3/5",
}
_UNSAID = {"some", "many", "part", "remainder", "few", "several"}


def fits(phrase: Phrase, annotation: Mapping[str, Any]) -> bool:
    """Return whether a reading has the kind and bounds of the annotation."""
    if (phrase.counts == "units") != (annotation["counts"] == "units"):
        return False
    if not _whole_fits(phrase, annotation):
        return False
    if annotation["kind"] == "fraction_or_part":
        return _part_fits(phrase, annotation)
    headcount = phrase.headcount
    return headcount is not None and _headcount_fits(headcount, annotation)


def _whole_fits(phrase: Phrase, annotation: Mapping[str, Any]) -> bool:
    whole = annotation["whole"]
    if whole is None or "whole" in annotation["context_fields"]:
        return True
    return phrase.whole is not None and phrase.whole.number == whole


def _headcount_fits(headcount: Headcount, annotation: Mapping[str, Any]) -> bool:
    kind, lower, upper = annotation["kind"], annotation["lower"], annotation["upper"]
    if kind == "unspecified":
        return headcount.kind is HeadcountKind.UNSPECIFIED
    if kind == "vague_magnitude":
        return headcount.kind is HeadcountKind.VAGUE and _VAGUE[annotation["magnitude"]] in (
            headcount.word or ""
        )
    if kind == "range":
        return (headcount.kind, headcount.low, headcount.high) == (HeadcountKind.RANGE, lower, upper)
    if kind == "approximate":
        side = annotation["one_sided"]
        return headcount.kind is _SIDES[side] and headcount.number == annotation["best"]
    if headcount.kind not in _ONE_FIGURE[kind]:
        return False
    bounds = headcount.bounds()
    return (lower is None or bounds.low == lower) and (upper is None or bounds.high == upper)


def _part_fits(phrase: Phrase, annotation: Mapping[str, Any]) -> bool:
    said = annotation["share"]
    if said in _UNSAID:
        unsaid = phrase.headcount is not None and phrase.headcount.kind is HeadcountKind.UNSPECIFIED
        return unsaid and phrase.relation in {Relation.PART, Relation.REMAINING}
    return phrase.share is not None and _same_share(phrase.share, said)


def _same_share(share: Share, said: str) -> bool:
    if said in _SHARES:
        expected = Share.of(_SHARES[said])
        return (share.low, share.high) == (expected.low, expected.high)
    if said.startswith("~"):
        middle = Fraction(said[1:])
        return share.low < middle < share.high
    return share.low == share.high == Share.of(said).low
