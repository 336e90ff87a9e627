"""What `check` reports: findings, returned and never raised."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, final

import attrs

from troopmoves.claims.entry import Entry
from troopmoves.ledger.table import Shown, html_table

_MOST_PRINTED: Final = 8
"""Claims of one finding beyond which the text only counts them."""


@final
class Severity(StrEnum):
    """How much a finding matters; the gravest first."""

    ERROR = "error"
    """Something in the ledger must be wrong."""
    WARNING = "warning"
    """Something is probably wrong, and answers may depend on it."""
    INFO = "info"
    """A lead, or something left undone; nothing need be wrong."""

    @property
    def rank(self) -> int:
        """Return the place in the order, 0 for the gravest."""
        return _RANKS[self]

    @property
    def milder(self) -> Severity:
        """The next milder one; the mildest stays what it is.

        >>> Severity.ERROR.milder, Severity.INFO.milder
        (<Severity.WARNING: 'warning'>, <Severity.INFO: 'info'>)
        """
        return tuple(Severity)[min(self.rank + 1, len(_RANKS) - 1)]


_RANKS: Final = {severity: rank for rank, severity in enumerate(Severity)}


@final
class FindingKind(StrEnum):
    """What the library's own rules find; the value is the stable code."""

    CONTRADICTION = "TM101"
    """Claims that cannot all be true, even if people moved unreported."""
    UNEXPLAINED_CHANGE = "TM102"
    """Claims that agree only if somebody moved unreported: a lead."""
    BROKEN_DENIAL = "TM103"
    """Something happened that somebody had said would not."""
    PARTS_AND_WHOLE = "TM104"
    """A whole and its parts, in one report, that cannot all be true."""

    ABOVE_THE_CEILING = "TM201"
    """More people than are authorised."""
    NOT_THE_SUM = "TM202"
    """A printed total above the sum of the parts printed with it."""
    UNEQUAL_MOVE = "TM203"
    """One move told with figures that exclude each other."""
    MOVE_TOLD_TWICE = "TM204"
    """One move told by several and counted for each of them."""
    COUNT_AND_QUOTE = "TM205"
    """A figure that differs from the quotation by a slip of the keyboard."""
    SCOPE_DIFFERENCE = "TM206"
    """Two figures that do not clash because they count different people."""

    TOLD_TOO_SOON = "TM301"
    """Told as having happened, and dated after the day it was told."""
    SAID_AFTER_REPORT = "TM302"
    """Said on a later day than the report that quotes it."""
    OVERDUE_PLAN = "TM303"
    """A plan, or a return, whose time is over without a word of it."""
    CHANGED_TWICE = "TM304"
    """An activity suspended, resumed, started or ended twice in a row."""
    NEVER_COUNTS = "TM305"
    """A claim that is admitted and yet counts on no day."""
    OUTSIDE_ITS_OPERATION = "TM306"
    """People of an operation on a day on which it had not begun, or was over."""

    REPORT_TWICE = "TM401"
    """One report entered twice."""
    TAKEN_BACK_BY_ANOTHER = "TM402"
    """A claim taken back by somebody who had not made it."""
    TAKEN_BACK_TOO_SOON = "TM403"
    """A claim taken back before it was made."""
    EMPTY_REPORT = "TM404"
    """A report in which no claim stands."""
    NO_SOURCE = "TM405"
    """A claim that names nobody who said it."""

    TWO_BASES = "TM501"
    """A unit at two bases on one day."""
    SAME_COORDINATES = "TM502"
    """Two bases on one spot."""

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
    """One claim of a finding: what it states, and what is left for it."""

    entry: Entry
    """The claim and its source."""
    path: str
    """Where it stands in the document."""
    words: str
    """The claim in words."""
    states: str = ""
    """What it states, as bounds or as days."""
    left: str = ""
    """What the other claims leave for it, likewise; empty where that is not the question."""

    @property
    def claim(self) -> str:
        """The id of the claim."""
        return self.entry.id

    def to_dict(self) -> dict[str, object]:
        """Return plain values."""
        return {
            "claim": self.claim,
            "path": self.path,
            "says": self.words,
            "source": self.entry.source,
            "states": self.states,
            "left": self.left,
        }


@final
@attrs.frozen(kw_only=True, repr=False)
class Finding(Shown):
    """Something an editor should look at; prints as text."""

    code: str
    """The stable code of the rule."""
    name: str
    """The name of the rule."""
    severity: Severity
    """How much it matters."""
    message: str
    """What is the matter, in a clause."""
    involved: tuple[Involved, ...] = ()
    """The claims, mostly in the order of their days; none of them can be left out."""
    about: tuple[str, ...] = ()
    """The ids of the reports or places that it is about, where it is about more than claims."""
    gap: int = 0
    """How many persons lie between what is stated and what is left."""
    firmness: Firmness = Firmness.LITERAL
    """Whether it stands by the words themselves or only by the convention."""
    set_aside: tuple[str, ...] = ()
    """The claims of which one is set aside."""
    because: str = ""
    """What has been done about it, and why."""
    look: str = ""
    """What to look at next."""
    silenced: str = ""
    """Why somebody has silenced it; empty where nobody has."""

    @property
    def kind(self) -> FindingKind | None:
        """What it is; None where a rule of your own has found it."""
        return FindingKind(self.code) if self.code in _KINDS else None

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims."""
        return tuple(one.claim for one in self.involved)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the claims, reports and places by which it can be silenced."""
        return self.claims + self.about

    @property
    def title(self) -> str:
        """What it is, in one line."""
        tension = self.firmness is Firmness.CONVENTION
        name = f"tension ({self.name} only by convention)" if tension else self.name
        return f"{self.code} {name}: {self.message}"

    def to_dict(self) -> dict[str, object]:
        """Return plain values, the claims as a list of them."""
        return {
            **self._own_values(),
            "claims": [one.to_dict() for one in self.involved],
            "about": list(self.about),
            "set_aside": list(self.set_aside),
            "because": self.because,
            "look": self.look,
            "silenced": self.silenced,
        }

    def to_rows(self) -> list[dict[str, object]]:
        """Return one row of plain values per claim involved, or one where there is none."""
        nobody = dict.fromkeys(("claim", "path", "says", "source", "states", "left"))
        return [
            {
                **self._own_values(),
                **one,
                "set_aside": one["claim"] in self.set_aside,
                "about": ", ".join(self.about),
                "silenced": self.silenced,
            }
            for one in [each.to_dict() for each in self.involved] or [nobody]
        ]

    def _own_values(self) -> dict[str, object]:
        return {
            "code": self.code,
            "kind": self.name,
            "severity": str(self.severity),
            "firmness": str(self.firmness),
            "message": self.message,
            "gap": self.gap,
        }

    def __str__(self) -> str:
        lines = [self.title]
        for one in self.involved[:_MOST_PRINTED]:
            lines.append(f"  {one.claim} ({one.path}): {one.words}    {one.entry.source}")
            lines += [f"      {_figures(one)}"] if one.states else []
        rest = len(self.involved) - _MOST_PRINTED
        lines += [f"  and {rest} more: {', '.join(self.claims[_MOST_PRINTED:])}"] if rest > 0 else []
        return "\n".join([*lines, *(f"  {note}" for note in self._notes())])

    def __repr__(self) -> str:
        return f"<Finding {self.title} ({', '.join(self.ids)})>"

    def _repr_html_(self) -> str:
        head = ("claim", "says", "source", "states", "the others leave")
        rows = [[one.claim, one.words, one.entry.source, one.states, one.left] for one in self.involved]
        return html_table(self.title, head, rows, self._notes())

    def _notes(self) -> list[str]:
        look = f"look at: {self.look}" if self.look else ""
        silenced = f"silenced: {self.silenced}" if self.silenced else ""
        return [note for note in (self.because, look, silenced) if note]


def _figures(one: Involved) -> str:
    return f"states {one.states}; the others leave {one.left}" if one.left else f"states {one.states}"


_KINDS: Final = frozenset(FindingKind)


def persons(number: int) -> str:
    """Return so many persons in words.

    >>> persons(1), persons(20)
    ('1 person', '20 persons')
    """
    return f"{number} {'person' if number == 1 else 'persons'}"
