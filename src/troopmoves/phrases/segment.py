"""One amount of a phrase with the words around it: "the roughly 1,000 Polish troops in the east".

A segment is filled by `grammar.py` as it reads, and then says what it counts. "Contingent", "force" and the
like fix no size: with a number they are people, without one they are some people. Echelons are counted.

To add what a number may count: one row in `_COUNTS`, one member of `troopmoves.phrases.phrase.Counts`.
"""

from __future__ import annotations

from enum import IntEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, final

from troopmoves.entities.unit import Echelon
from troopmoves.phrases.amount import AmountError, Core, headcount, share
from troopmoves.phrases.phrase import Counts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from troopmoves.phrases.shape import Item
    from troopmoves.quantity.headcount import Headcount
    from troopmoves.quantity.share import Share

HEADS: Final = ("noun", "one", "collective", "bodies", "echelon", "one_echelon", "asset")
"""The senses of what can be counted."""

_COUNTS: Final[Mapping[str, Counts]] = MappingProxyType(
    {
        "noun": Counts.PERSONS,
        "one": Counts.PERSONS,
        "collective": Counts.PERSONS,
        "bodies": Counts.UNITS,
        "echelon": Counts.UNITS,
        "one_echelon": Counts.UNITS,
        "asset": Counts.ASSETS,
    }
)
# Of two relations in one phrase, the one that changes more of what the number means is kept.
_RANKS: Final[Mapping[str, int]] = MappingProxyType(
    {
        relation: rank
        for rank, relation in enumerate(
            (
                *("", "current", "whole", "part", "total", "last", "first", "other", "included"),
                *("remaining", "fewer", "additional", "each"),
            )
        )
    }
)  # fmt: skip
_FEW: Final = 20
"""Below this, a number before a body may count the bodies: "two headquarters"."""
_SINGULAR: Final = frozenset({"one", "one_echelon"})
_MEASURED: Final[Mapping[str, str]] = MappingProxyType({"additional": "change", "each": "per_unit"})


class State(IntEnum):
    """Where in a segment the reader is."""

    BEFORE = 0
    NOUNS = 1
    COMPLEMENT = 2


# Looking a member up in its class takes ten times as long, and the reader does it at every word.
BEFORE: Final = State.BEFORE
NOUNS: Final = State.NOUNS
COMPLEMENT: Final = State.COMPLEMENT


class Head(NamedTuple):
    """What is counted, as the lexicon has it."""

    sense: str
    means: str
    shown: str
    describes: bool = False
    """Whether the same word may only describe: "military" in "military and civilian personnel"."""


@final
class Segment:
    """An amount and the words around it, while they are read."""

    __slots__ = (
        "after_and",
        "article",
        "between",
        "closed",
        "core",
        "core_end",
        "core_start",
        "dated",
        "departs",
        "described",
        "from_level",
        "group",
        "head",
        "heads",
        "hedges",
        "linked",
        "loose",
        "measure",
        "parted",
        "partial",
        "relation",
        "relative",
        "sized",
        "start",
        "state",
        "to_level",
        "trailing",
    )

    def __init__(self, start: int) -> None:
        self.start: int = start
        self.core_end: int = start
        self.state: State = BEFORE
        self.hedges: tuple[str, ...] = ()
        self.core: Core | None = None
        self.core_start: int = -1
        self.relation: str = ""
        self.measure: str = ""
        self.article: bool = False
        self.between: bool = False
        self.from_level: bool = False
        self.departs: bool = False
        self.to_level: bool = False
        self.partial: bool = False
        self.linked: bool = True
        self.after_and: bool = False
        self.trailing: bool = False
        self.closed: bool = False
        self.sized: bool = False
        self.dated: bool = False
        self.relative: bool = False
        self.parted: bool = False
        self.head: Head | None = None
        self.heads: tuple[Head, ...] = ()
        self.group: Head | None = None
        self.loose: Item | None = None
        self.described: Item | None = None

    def relate(self, relation: str) -> None:
        """Note how the number stands to another one."""
        if _RANKS[relation] > _RANKS[self.relation]:
            self.relation = relation

    def hedge_after(self, hedge: str, end: int) -> None:
        """Note a hedge that follows the amount."""
        self.hedges += (hedge,)
        self.core_end = end

    def name(self, head: Head, *, first: bool) -> None:
        """Note what is counted; the last noun tells it, or the first where the language says so."""
        if self.head is None or not first:
            self.head = head
        self.loose = None
        self.described = None
        self.trailing = False

    def join(self) -> None:
        """Note that another noun follows beside the one that was read."""
        if self.head is not None and not self.head.describes:
            self.heads += (self.head,)
        self.head = None

    def become_group(self) -> None:
        """Take what was counted for the body whose size follows: "one company of 128 men"."""
        self.group, self.head = self.head or self.group, None
        self.heads = ()
        self.core = None
        self.state = BEFORE
        self.linked = True

    @property
    def is_lone(self) -> bool:
        """Whether the number is one."""
        return self.core is not None and self.core.number == 1 and self.core.high is None

    @property
    def all_heads(self) -> tuple[Head, ...]:
        """Everything that the number counts together."""
        return (*self.heads, self.head) if self.head else self.heads

    @property
    def counts(self) -> Counts:
        """What the number counts.

        Raises:
            AmountError: If its nouns are people and things, or people and units.
        """
        core, head = self.core, self.head
        found = dict.fromkeys(_COUNTS[each.sense] for each in self.all_heads)
        if core is not None and (core.kind or core.share):
            return Counts.ASSETS if set(found) == {Counts.ASSETS} else Counts.PERSONS
        if self.sized:
            return Counts.PERSONS
        if len(found) > 1:
            shown = " and ".join(repr(each.shown) for each in self.all_heads)
            raise AmountError(f"one number for {shown}")
        for each in self.all_heads:
            if core is not None and core.number and not self.is_lone and each.sense in _SINGULAR:
                raise AmountError(f"{each.shown!r} is one, and the number is not: it may be a name")
        if head is not None and head.sense == "collective":
            if self.is_lone:
                return Counts.UNITS
            if core is not None and core.high is None and 1 < (core.number or 0) < _FEW and not self.partial:
                raise AmountError(f"{core.number} people, or so many of {head.shown!r}, is not said")
        return next(iter(found), Counts.PERSONS)

    @property
    def echelon(self) -> Echelon | None:
        """The echelon of the units counted, or of the unit that the people form."""
        for head in (*self.all_heads, self.group):
            if head is not None and head.sense in {"echelon", "one_echelon"}:
                return Echelon(head.means)
        return None

    @property
    def noun(self) -> str:
        """What is counted, in English."""
        if not self.heads and self.head is not None:
            return self.head.means
        named = [head.means for head in self.all_heads] or ([self.group.means] if self.group else [])
        return " and ".join(dict.fromkeys(named))

    @property
    def measured(self) -> str:
        """In which sense the number is meant."""
        if self.relation == "fewer" and self.core is not None and not self.core.kind:
            return "change"
        return self.measure or _MEASURED.get(self.relation, "level")

    def implied(self) -> Core | None:
        """Return the number that a phrase without one says: "another battalion" is one, "troops" are some."""
        head = self.head or self.group
        if head is None:
            return Core(kind="unspecified") if self.relation == "remaining" else None
        if head.sense == "one_echelon" and not self.heads:
            return Core(number=1)
        if head.sense in {"one", "asset"} and not self.heads and self.article:
            return Core(number=1)
        return Core(kind="unspecified") if head.sense in {"noun", "collective"} else None

    def amount(self, text: str) -> tuple[Headcount | None, Share | None]:
        """Return the headcount or share that was read.

        Raises:
            AmountError: If there is none, or its hedges pull apart.
        """
        core = self.core or self.implied()
        if core is None:
            raise AmountError("no number, and no word for one")
        if self.between and core.high is None:
            raise AmountError("the second figure of a range is missing, or is not beside the first")
        if self.relation == "fewer" and core.kind == "zero":
            raise AmountError("none that are fewer")
        start = self.core_start if self.core_start >= 0 else self.start
        words = text[start : self.core_end] if self.core else text[self.start :].strip()
        if core.share:
            return None, share(core, self.hedges, words)
        return headcount(core, self.hedges, words), None
