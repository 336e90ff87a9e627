"""What `check` reports: findings, returned and never raised."""

from __future__ import annotations

from enum import StrEnum
from typing import final

import attrs

from troopmoves.claims.entry import Entry
from troopmoves.ledger.table import html_table


@final
class FindingKind(StrEnum):
    """What is wrong, or worth a look; the value is the stable code."""

    CONTRADICTION = "TM101"
    """Claims that cannot all be true, even if people moved unreported."""
    UNEXPLAINED_CHANGE = "TM102"
    """Claims that agree only if somebody moved unreported: a lead."""
    BROKEN_DENIAL = "TM103"
    """Something happened that somebody had said would not."""

    @property
    def words(self) -> str:
        """What it is called in prose."""
        return self.name.replace("_", " ").lower()


@final
class Firmness(StrEnum):
    """Whether a finding stands by the words themselves."""

    LITERAL = "literal"
    """Impossible whatever the hedges mean."""
    CONVENTION = "convention"
    """Impossible only by what the convention makes of the hedges: a tension."""


@final
@attrs.frozen(kw_only=True)
class Involved:
    """One claim of a finding: what it states, and what the others leave for it."""

    entry: Entry
    """The claim and its source."""
    path: str
    """Where it stands in the document."""
    words: str
    """The claim in words."""
    states: str
    """What it states, as bounds."""
    left: str
    """What the other claims leave for it, as bounds."""

    @property
    def claim(self) -> str:
        """The id of the claim."""
        return self.entry.id


@final
@attrs.frozen(kw_only=True, repr=False)
class Finding:
    """A contradiction, an unexplained change or a broken denial; prints as text."""

    kind: FindingKind
    """What it is."""
    involved: tuple[Involved, ...]
    """The claims, in the order of their days; none of them can be left out."""
    gap: int
    """How many persons lie between what is stated and what is left."""
    firmness: Firmness
    """Whether it stands by the words themselves or only by the convention."""
    set_aside: tuple[str, ...]
    """The claims of which one is set aside; each in turn, since none is better than another."""
    because: str
    """What has been done about it, and why."""

    @property
    def code(self) -> str:
        """The stable code."""
        return str(self.kind)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims."""
        return tuple(one.claim for one in self.involved)

    @property
    def title(self) -> str:
        """What it is, in one line."""
        persons = "person" if self.gap == 1 else "persons"
        name = self.kind.words
        if self.firmness is Firmness.CONVENTION:
            name = f"tension ({name} only by convention)"
        return f"{self.code} {name}: apart by {self.gap} {persons}"

    def to_rows(self) -> list[dict[str, object]]:
        """Return one row of plain values per claim involved."""
        return [
            {
                "code": self.code,
                "kind": self.kind.words,
                "firmness": str(self.firmness),
                "gap": self.gap,
                "claim": one.claim,
                "path": one.path,
                "says": one.words,
                "source": one.entry.source,
                "states": one.states,
                "left": one.left,
                "set_aside": one.claim in self.set_aside,
            }
            for one in self.involved
        ]

    def __str__(self) -> str:
        lines = [self.title]
        for one in self.involved:
            lines.append(f"  {one.claim} ({one.path}): {one.words}    {one.entry.source}")
            lines.append(f"      states {one.states}; the others leave {one.left}")
        return "\n".join([*lines, f"  {self.because}"])

    def __repr__(self) -> str:
        return f"<Finding {self.title} ({', '.join(self.claims)})>"

    def _repr_html_(self) -> str:
        head = ("claim", "says", "source", "states", "the others leave")
        rows = [[one.claim, one.words, one.entry.source, one.states, one.left] for one in self.involved]
        return html_table(self.title, head, rows, [self.because])
