"""One claim: a proposition, who said it where and when, how firmly, and what it does to other claims."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from types import MappingProxyType
from typing import Final, Self, TypedDict, Unpack, final

import attrs

from troopmoves.claims.axis import (
    Category,
    Credibility,
    LinkKind,
    Polarity,
    Stance,
    Status,
    check_member,
    member,
)
from troopmoves.claims.kind import RULES, Denied
from troopmoves.claims.proposition import (
    PostureChange,
    Presence,
    Proposition,
    ProtectionChange,
)
from troopmoves.entities.identity import checked_id, checked_tuple
from troopmoves.errors import ClaimError, DenialError, LinkError
from troopmoves.timing.when import show_day

Published = date | datetime
"""A day, or a minute with its offset."""


def check_published(where: str, published: date | datetime | None) -> None:
    """Raise if *published* is a moment without an offset or finer than a minute.

    Raises:
        ClaimError: If it is.
    """
    if not isinstance(published, datetime):
        return
    if published.utcoffset() is None:
        raise ClaimError(where, published, "a moment has an offset", "add a timezone, or give the day alone")
    if published.second or published.microsecond:
        raise ClaimError(where, published, "a moment is given to the minute", "drop the seconds")


@final
@attrs.frozen(kw_only=True)
class Attribution:
    """Who said it, in what role, by what means, and when it became public."""

    by: str = ""
    """The person or body that said it."""
    role: str = ""
    """In what role they spoke."""
    via: str = ""
    """By what means: "letter on Twitter"."""
    public: date | datetime | None = None
    """The day, or minute with offset, it became public; none: that of the report."""

    def __attrs_post_init__(self) -> None:
        check_published("Attribution.public", self.public)

    def __str__(self) -> str:
        day = "" if self.public is None else show_day(self.public)
        return ", ".join(part for part in (self.by, self.role, self.via, day) if part) or "nobody named"


NOBODY = Attribution()
"""The attribution that names nobody: the report itself speaks."""


@final
@attrs.frozen
class Link:
    """What a claim does to another claim."""

    kind: LinkKind
    """What it does."""
    claim: str
    """The id of the other claim."""

    def __str__(self) -> str:
        return f"{self.kind} {self.claim}"


class Details(TypedDict, total=False):
    """What a claim may carry beside its proposition, as the verbs take it."""

    id: str
    """Its name in the ledger; made from its content if not given."""
    said: Attribution
    """Who said it, where and when."""
    stance: Stance | str
    """What the speaker does with it."""
    polarity: Polarity | str
    """Whether it is said to be so or not to be so."""
    category: Category | str
    """What kind of entry it is."""
    credibility: Credibility | str
    """The Admiralty number."""
    status: Status | str
    """Where it stands in the tracker's work."""
    links: tuple[Link, ...]
    """What it does to other claims."""
    note: str
    """The tracker's own words."""
    quote: str
    """The source's own words."""
    also: tuple[str, ...]
    """Where else the same was said."""


_AXES: Final = MappingProxyType(
    {
        "stance": Stance,
        "polarity": Polarity,
        "category": Category,
        "credibility": Credibility,
        "status": Status,
    }
)


@final
@attrs.frozen(kw_only=True)
class Claim:
    """One proposition and its source, or a bare link to another claim."""

    id: str
    """Its name in the ledger."""
    proposition: Proposition | None = None
    """What is said; none for a bare link."""
    said: Attribution = NOBODY
    """Who said it, where and when."""
    stance: Stance = Stance.ASSERTS
    """What the speaker does with it."""
    polarity: Polarity = Polarity.AFFIRMED
    """Whether it is said to be so or not to be so."""
    category: Category = Category.REPORTED
    """What kind of entry it is."""
    credibility: Credibility | None = None
    """The Admiralty number; decides nothing by itself."""
    status: Status = Status.ENTERED
    """Where it stands in the tracker's work; decides nothing."""
    links: tuple[Link, ...] = ()
    """What it does to other claims."""
    note: str = ""
    """The tracker's own words."""
    quote: str = ""
    """The source's own words."""
    also: tuple[str, ...] = ()
    """Where else the same was said: addresses or titles."""

    def __attrs_post_init__(self) -> None:
        checked_id("Claim.id", self.id, ClaimError)
        checked_tuple("Claim.links", self.links, ClaimError)
        checked_tuple("Claim.also", self.also, ClaimError)
        _axes_hold_members(self)
        _links_make_sense(self)
        _denial_has_meaning(self)

    @classmethod
    def of(cls, proposition: Proposition | None = None, **details: Unpack[Details]) -> Self:
        """Return a claim, with an id made from its content if none is given.

        Raises:
            ClaimError: If the claim could not mean anything.
        """
        for unknown in sorted(details.keys() - Details.__annotations__.keys()):
            way_out = f"use {', '.join(Details.__annotations__)}"
            raise ClaimError(f"Claim.{unknown}", details.get(unknown), "a claim has no such detail", way_out)
        given = {name: _in_full(name, value) for name, value in details.items() if name != "id"}
        return cls(
            id=details.get("id") or generated_id(proposition, sorted(given.items())),
            proposition=proposition,
            **given,  # type: ignore[arg-type]  # the keys and types of Details
        )

    def __str__(self) -> str:
        says = [] if self.proposition is None else [str(self.proposition)]
        says += map(str, self.links)
        marks = [str(self.category)] if self.category is not Category.REPORTED else []
        marks += [str(self.stance)] if self.stance is not Stance.ASSERTS else []
        marks += ["not so"] if self.polarity is Polarity.NEGATED else []
        return ": ".join([self.id, *marks, "; ".join(says)])


def generated_id(proposition: Proposition | None, details: object) -> str:
    """Return an id that tells what the claim is about and depends on all of its content."""
    digest = hashlib.sha256(repr((proposition, details)).encode()).hexdigest()[:8]
    return "-".join([*_about(proposition), digest])


def _about(proposition: Proposition | None) -> Iterable[str]:
    if proposition is None:
        return ["link"]
    if isinstance(proposition, Presence):
        kind = "present"
    elif isinstance(proposition, ProtectionChange):
        kind = f"protection-{proposition.kind}"
    else:
        kind = str(proposition.kind)
    sender = proposition.force.sender
    return [kind, *([] if sender is None else [sender.code.lower()])]


def _in_full(name: str, value: object) -> object:
    return member(_AXES[name], value, f"Claim.{name}") if name in _AXES and isinstance(value, str) else value


def _axes_hold_members(claim: Claim) -> None:
    for name, axis in _AXES.items():
        value = getattr(claim, name)
        if name != "credibility" or value is not None:
            check_member(axis, value, f"Claim.{name}")


def _links_make_sense(claim: Claim) -> None:
    if claim.proposition is None and not claim.links:
        raise LinkError("Claim.links", (), "a claim without a proposition links to another claim")
    if any(link.claim == claim.id for link in claim.links):
        raise LinkError("Claim.links", claim.id, "a claim cannot link to itself")
    if len(set(claim.links)) < len(claim.links):
        raise LinkError("Claim.links", claim.links, "the same link stands twice", "keep one")


def _denial_has_meaning(claim: Claim) -> None:
    negated = claim.polarity is Polarity.NEGATED
    if negated and claim.proposition is None:
        raise DenialError("Claim.polarity", str(claim.polarity), "a bare link is not negated", "use NEGATES")
    change = claim.proposition
    if negated and isinstance(change, PostureChange) and RULES[change.kind].denied is Denied.MEANINGLESS:
        raise DenialError(
            "Claim.polarity",
            str(change.kind),
            "its denial says nothing definite about numbers",
            "say what happens instead: reduce, withdraw, relocate",
        )
    denies = any(link.kind is LinkKind.NEGATES for link in claim.links)
    if denies and claim.proposition is not None and not negated:
        raise DenialError(
            "Claim.polarity", str(claim.polarity), "a claim that negates another is negated itself"
        )
