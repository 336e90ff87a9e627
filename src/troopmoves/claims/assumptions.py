"""The caller's explicit choices: everything an answer leans on that no source has said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Self, TypedDict, Unpack

import attrs

from troopmoves.claims.axis import Category, Stance, Word, member
from troopmoves.claims.ranking import Ranking, RankOf
from troopmoves.errors import AssumptionError
from troopmoves.quantity.convention import PRESS, Convention, convention

UNLIMITED: Final = timedelta.max
"""A carry without end: what was once said holds until something else is said."""

_A_YEAR: Final = timedelta(days=365)


class Plans(StrEnum):
    """How plans are taken: changes that are considered, planned or ordered."""

    MAY = "may"
    """They may have been carried out, in whole, in part or not at all."""
    DONE = "done"
    """They have been carried out by the day asked about, if their window had opened."""
    IGNORE = "ignore"
    """They have not been carried out."""


class Choices(TypedDict, total=False):
    """Assumptions by name, as `Ledger.state` and `Assumptions.of` take them."""

    convention: Convention | str
    plans: Plans | str
    carry: timedelta
    stances: Iterable[Stance | str]
    categories: Iterable[Category | str]
    ranking: Ranking | RankOf | str


@attrs.frozen(kw_only=True)
class Assumptions:
    """What the caller assumes beyond the claims.

    >>> print(Assumptions.of(plans="done"))
    plans carried out; figures read by press/1; nothing unreported for 365 days
    """

    convention: Convention = PRESS
    """The meaning of hedge words."""
    plans: Plans = Plans.MAY
    """How plans are taken."""
    carry: timedelta = _A_YEAR
    """How long nothing is taken to have happened unreported, before and after each claim."""
    stances: frozenset[Stance] = frozenset({Stance.ASSERTS})
    """The stances that are admitted."""
    categories: frozenset[Category] = frozenset({Category.REPORTED})
    """The categories that are admitted."""
    ranking: Ranking | RankOf = Ranking.EQUAL
    """By what it is decided which of several contradicting claims yields."""

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.carry, timedelta):
            raise AssumptionError(
                "Assumptions.carry",
                self.carry,
                "a carry is a timedelta",
                "use timedelta(days=30) or UNLIMITED",
            )
        if self.carry < timedelta(0):
            raise AssumptionError(
                "Assumptions.carry", self.carry, "a carry is zero or longer", "use a timedelta or UNLIMITED"
            )
        if self.carry % timedelta(days=1) and self.carry != UNLIMITED:
            raise AssumptionError("Assumptions.carry", self.carry, "a carry is a number of whole days")
        _check_ranking(self.ranking)

    @classmethod
    def of(cls, base: Self | None = None, **choices: Unpack[Choices]) -> Self:
        """Return *base* (else the defaults) with some choices made, given as values or as their words.

        Raises:
            AssumptionError: If a choice is not offered.
            ConventionError: If no convention has that name.
        """
        start = cls() if base is None else base
        unknown = sorted(set(choices) - set(Choices.__annotations__))
        if unknown:
            raise AssumptionError(
                "Assumptions",
                unknown[0],
                "no such assumption",
                f"choose among {', '.join(sorted(Choices.__annotations__))}",
            )
        return cls(
            convention=convention(choices["convention"]) if "convention" in choices else start.convention,
            plans=_chosen(Plans, choices["plans"], "plans") if "plans" in choices else start.plans,
            carry=choices.get("carry", start.carry),
            stances=_members(Stance, choices["stances"], "stances")
            if "stances" in choices
            else start.stances,
            categories=(
                _members(Category, choices["categories"], "categories")
                if "categories" in choices
                else start.categories
            ),
            ranking=_ranking(choices["ranking"]) if "ranking" in choices else start.ranking,
        )

    @property
    def words(self) -> tuple[str, ...]:
        """Each assumption in words: plans, convention and carry, then what else is admitted."""
        plans = {
            Plans.MAY: "plans may have been carried out",
            Plans.DONE: "plans carried out",
            Plans.IGNORE: "plans ignored",
        }[self.plans]
        parts = [plans, f"figures read by {self.convention.name}", _carried(self.carry)]
        if self.stances != {Stance.ASSERTS}:
            parts.append(f"stances admitted: {', '.join(sorted(self.stances)) or 'none'}")
        if self.categories != {Category.REPORTED}:
            parts.append(f"categories admitted: {', '.join(sorted(self.categories)) or 'none'}")
        parts += [self.yields] if self.ranking is not Ranking.EQUAL else []
        return tuple(parts)

    @property
    def yields(self) -> str:
        """Which of several contradicting claims yields, in words."""
        if isinstance(self.ranking, Ranking):
            return _YIELDS[self.ranking]
        return "the lower in the caller's own rank yields"

    def __str__(self) -> str:
        return "; ".join(self.words)


_YIELDS: Final = MappingProxyType(
    {
        Ranking.EQUAL: "each yields in turn",
        Ranking.ADMIRALTY: "the lower in Admiralty rating yields",
        Ranking.RECENCY: "the older yields",
    }
)


def _check_ranking(ranking: object) -> None:
    if not isinstance(ranking, Ranking) and not callable(ranking):
        rule = "a ranking is a member of Ranking, or a function from an Entry to a whole number"
        raise AssumptionError("Assumptions.ranking", ranking, rule, f"use {', '.join(Ranking)}")


def _carried(carry: timedelta) -> str:
    if carry == UNLIMITED:
        return "nothing ever unreported"
    return f"nothing unreported for {carry.days} days" if carry else "anything may go unreported"


def _ranking(value: Ranking | RankOf | str) -> Ranking | RankOf:
    return _chosen(Ranking, value, "ranking") if isinstance(value, str) else value


def _chosen(words: type[Word], value: str, where: str) -> Word:
    return member(words, value, f"Assumptions.{where}", AssumptionError)


def _members(words: type[Word], values: Iterable[str], where: str) -> frozenset[Word]:
    if isinstance(values, str):
        raise AssumptionError(
            f"Assumptions.{where}", values, "several words are meant", f"use {{{values!r}}}"
        )
    return frozenset(_chosen(words, value, where) for value in values)
