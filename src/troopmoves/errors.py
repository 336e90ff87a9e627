"""Every error the library raises, as one tree.

An error says where it arose, what came, the rule that what came breaks, and the way out; all four are
attributes, so that a dashboard can word its own message. Contradictions between sources are not errors:
they are findings, and are returned (see `troopmoves.ledger.finding`).

::

    TroopmovesError
    ├── QuantityError (ValueError)
    │   ├── BoundsError             figures inverted, negative, or of things that cannot be combined
    │   ├── NotationError           text that is no headcount or share
    │   ├── ConventionError         an unknown convention, or one that contradicts the words
    │   └── UnitsError              a Pint registry that means something else by a personnel unit
    ├── PhraseError (ValueError)    prose that is not understood whole; names the word
    ├── UndecidedError (TypeError)  a verdict used as if it were True or False
    ├── EntityError (ValueError)
    │   ├── UnknownNationError      no nation of that code or name; carries the near names
    │   ├── PlaceError              a place that cannot be, or that contains itself
    │   ├── UnitError               a unit that cannot be, or that is its own parent
    │   └── ForceError              parts of a force that exclude each other
    ├── TimingError (ValueError)    no such day, or a form of date that is not supported
    ├── ClaimError (ValueError)
    │   ├── AmountError             headcount and share both given, or neither where one is due
    │   ├── MissingOriginError      a change that must name where people leave does not
    │   ├── MissingDestinationError a change that must name where people arrive does not
    │   ├── NeedlessOriginError     a change by which nobody leaves names where people leave
    │   ├── SamePlaceError          origin and destination are one place
    │   ├── ReturnError             an end for a move that is not temporary, or before it begins
    │   ├── DenialError             a negated claim whose negation has no meaning
    │   ├── LinkError               a link to the claim itself, or the same link twice
    │   └── AssumptionError         a choice that the assumptions do not offer
    ├── LedgerError (ValueError)
    │   ├── DuplicateIdError        two reports, claims, places, units or operations with one id
    │   ├── DanglingReferenceError  an id that nothing carries
    │   ├── RetractionLoopError     claims that retract each other in a circle
    │   ├── RedefinitionError       one id that stands for two different things
    │   ├── UndatedDenialError      a denial without any day from which it could hold
    │   └── MergeError              two ledgers or texts that say different things under one id
    ├── DocumentError (ValueError)  all problems of one document, each with its path
    ├── LossError (ValueError)      an export that would lose what the caller has not accepted
    ├── AcceptError (ValueError)    a loss accepted by a word that the format has not
    ├── MissingExtraError (ImportError)  a package that an optional part of the library needs
    └── TooHard                     a question beyond the budget; names the component

To add an error: one class here, one line in the tree above, one test that raises it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Self

import attrs


class TroopmovesError(Exception):
    """The root of every error the library raises.

    >>> raise TroopmovesError("Bounds.low", -3, "a count is zero or more", "write 0 or more")
    Traceback (most recent call last):
    troopmoves.errors.TroopmovesError: Bounds.low: got -3; a count is zero or more; write 0 or more
    """

    def __init__(self, where: str, got: object, rule: str, way_out: str = "") -> None:
        self.where = where
        self.got = got
        self.rule = rule
        self.way_out = way_out
        super().__init__(where, got, rule, way_out)

    def __str__(self) -> str:
        message = f"{self.where}: got {_shown(self.got)}; {self.rule}"
        return f"{message}; {self.way_out}" if self.way_out else message


_LONGEST_SHOWN = 200


def _shown(got: object) -> str:
    return _cut(repr(got))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


class QuantityError(TroopmovesError, ValueError):
    """A number of people that cannot be."""


class BoundsError(QuantityError):
    """Figures that are inverted, negative, or cannot be combined."""


class NotationError(QuantityError):
    """Text that is not a headcount or share in the library's notation."""


class ConventionError(QuantityError):
    """A convention that is not known, or that contradicts the words it reads."""


class UnitsError(QuantityError):
    """A Pint registry that means something else by a personnel unit."""


class PhraseError(TroopmovesError, ValueError):
    """Prose that is not understood whole: `word` is what was not, `at` the character where it stands.

    Both leave out characters that show nothing; `word` is empty where no one word is at fault.
    """

    def __init__(  # noqa: PLR0917 (as in the root, and the two that a program may ask for)
        self, where: str, got: object, rule: str, way_out: str = "", word: str = "", at: int = 0
    ) -> None:
        self.word = word
        self.at = at
        super().__init__(where, got, rule, way_out)

    def __reduce__(self) -> tuple[type[PhraseError], tuple[str, object, str, str, str, int]]:
        return type(self), (self.where, self.got, self.rule, self.way_out, self.word, self.at)


class UndecidedError(TroopmovesError, TypeError):
    """A verdict used as if it were True or False."""


class EntityError(TroopmovesError, ValueError):
    """A nation, organisation, operation, unit, force or place that cannot be."""


class UnknownNationError(EntityError):
    """No nation of that code or name; `near` holds names that look alike."""

    def __init__(self, where: str, got: object, near: tuple[str, ...] = ()) -> None:
        self.near = near
        meant = f"did you mean {', '.join(near)}?"
        hint = meant if near else "write a code such as CAN, or a name such as Canada"
        super().__init__(where, got, "use an ISO 3166-1 alpha-3 code or a name from the table", hint)

    def __reduce__(self) -> tuple[type[UnknownNationError], tuple[str, object, tuple[str, ...]]]:
        return type(self), (self.where, self.got, self.near)


class PlaceError(EntityError):
    """A place that cannot be, or that contains itself."""


class UnitError(EntityError):
    """A unit that cannot be, or that is its own parent."""


class ForceError(EntityError):
    """Parts of a force that exclude each other."""


class TimingError(TroopmovesError, ValueError):
    """A day that does not exist, or a form of date that is not supported."""


class ClaimError(TroopmovesError, ValueError):
    """A claim that could not mean anything."""


class AmountError(ClaimError):
    """Headcount and share both given, or neither where one is due."""


class MissingOriginError(ClaimError):
    """A change that must name where people leave does not."""


class MissingDestinationError(ClaimError):
    """A change that must name where people arrive does not."""


class NeedlessOriginError(ClaimError):
    """A change by which nobody leaves names where people leave."""


class SamePlaceError(ClaimError):
    """Origin and destination are one place."""


class ReturnError(ClaimError):
    """An end for a move that is not temporary, or that comes before the move begins."""


class DenialError(ClaimError):
    """A negated claim whose negation has no meaning."""


class LinkError(ClaimError):
    """A link to the claim itself, or the same link twice."""


class AssumptionError(ClaimError):
    """A choice that the assumptions do not offer."""


class LedgerError(TroopmovesError, ValueError):
    """Reports and claims that cannot stand in one ledger."""


class DuplicateIdError(LedgerError):
    """Two reports, claims, places, units or operations with one id."""


class DanglingReferenceError(LedgerError):
    """An id that nothing carries."""


class RetractionLoopError(LedgerError):
    """Claims that retract, correct or supersede each other in a circle."""


class RedefinitionError(LedgerError):
    """One id that stands for two different things."""


class UndatedDenialError(LedgerError):
    """A denial without any day from which it could hold."""


@attrs.frozen(kw_only=True)
class Collision:
    """One thing that two ledgers, or two texts of one ledger, say differently.

    >>> print(Collision(table="aliases", id="Kanada", ours="CAN", theirs="KEN", rule="which nation?"))
    aliases.Kanada: which nation?
      ours: CAN
      theirs: KEN
    """

    table: str
    """Where it stands: `claims`, `reports`, `notes`, `title`, or a table such as `places`."""
    id: str = ""
    """The id of the claim or report, or the key of the row; empty for the title and the ledger as a whole."""
    key: str = ""
    """Which part of it collides; empty where it is all of it."""
    ours: object
    """What the first one says; None where it says nothing."""
    theirs: object
    """What the second one says; None where it says nothing."""
    base: object = None
    """What both grew out of, where there is such a text and it said anything."""
    rule: str
    """Why the two cannot both stand."""

    @property
    def path(self) -> str:
        """Where it stands, by id: `claims.can-iraq`, `reports.new-arab.url`."""
        return ".".join(part for part in (self.table, self.id, self.key) if part)

    def __str__(self) -> str:
        sides = (("base", self.base), ("ours", self.ours), ("theirs", self.theirs))
        told = [f"  {side}: {_cut(str(said))}" for side, said in sides if said is not None]
        return "\n".join([f"{self.path}: {self.rule}", *told])


class MergeError(LedgerError):
    """Two ledgers, or texts of one, that say different things under one id; `collisions` holds every one."""

    def __init__(self, where: str, collisions: Iterable[Collision], way_out: str = "") -> None:
        self.collisions: tuple[Collision, ...] = tuple(collisions)
        count = len(self.collisions)
        noun = "collision" if count == 1 else "collisions"
        super().__init__(where, f"{count} {noun}", "one id means one thing", way_out)

    def __str__(self) -> str:
        head = "; ".join(part for part in (f"{self.where}: {self.got}", self.way_out) if part)
        return "\n".join([head, *(f"  {line}" for one in self.collisions for line in str(one).split("\n"))])

    def __reduce__(self) -> tuple[type[MergeError], tuple[str, tuple[Collision, ...], str]]:
        return type(self), (self.where, self.collisions, self.way_out)


@attrs.frozen
class Problem:
    """One thing wrong with a document.

    >>> print(Problem(path="reports[0].claims[2].who", got="CAX", rule="no such nation"))
    reports[0].claims[2].who: got 'CAX'; no such nation
    """

    path: str
    """Where in the document, as keys and indices from the top."""
    got: object
    """What stood there."""
    rule: str
    """What should stand there."""
    way_out: str = ""
    """What to do about it."""

    def __str__(self) -> str:
        message = f"{self.path}: got {_shown(self.got)}; {self.rule}"
        return f"{message}; {self.way_out}" if self.way_out else message


class DocumentError(TroopmovesError, ValueError):
    """A document that cannot be read: all of its problems, each with its path."""

    def __init__(self, where: str, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        super().__init__(where, f"{count} {noun}", "a document is read whole or not at all")

    def __str__(self) -> str:
        return "\n".join([f"{self.where}: {self.got}", *(f"  {problem}" for problem in self.problems)])

    def __reduce__(self) -> tuple[type[DocumentError], tuple[str, tuple[Problem, ...]]]:
        return type(self), (self.where, self.problems)


@attrs.frozen(kw_only=True)
class Loss:
    """One thing that an export does not keep.

    >>> print(Loss(what="quote", claim="can-iraq", why="a map holds no quotes"))
    can-iraq: quote (a map holds no quotes)
    """

    what: str
    """The word for it in the table of the format."""
    claim: str = ""
    """The id of the claim that it is lost of; empty where it is the ledger's as a whole."""
    why: str
    """Why the format cannot keep it."""

    def __str__(self) -> str:
        return f"{self.claim or 'ledger'}: {self.what} ({self.why})"


@attrs.frozen(repr=False)
class LossReport:
    """Everything that an export does not keep."""

    format: str
    """The format that cannot keep it."""
    losses: tuple[Loss, ...] = ()
    """What is lost, in the order of the claims."""

    @property
    def counts(self) -> dict[str, int]:
        """How often each thing is lost, most often first."""
        return dict(Counter(loss.what for loss in self.losses).most_common())

    def to_rows(self) -> list[dict[str, object]]:
        """Return one plain row for each loss."""
        return [attrs.asdict(loss) for loss in self.losses]

    def __len__(self) -> int:
        return len(self.losses)

    def __iter__(self) -> Iterator[Loss]:
        return iter(self.losses)

    def __str__(self) -> str:
        if not self.losses:
            return f"{self.format}: nothing is lost"
        counted = ", ".join(f"{what} ({count})" for what, count in self.counts.items())
        return "\n".join([f"{self.format} does not keep: {counted}", *(f"  {loss}" for loss in self.losses)])

    def __repr__(self) -> str:
        return f"<LossReport {self.format}: {self.counts}>"


class LossError(TroopmovesError, ValueError):
    """An export that would lose what the caller has not accepted; `report` tells what."""

    def __init__(self, report: LossReport) -> None:
        self.report = report
        words = sorted(report.counts)
        rule = "an export loses nothing that is not accepted"
        way_out = f"look at the error's report, then pass accept={words} or accept='all'"
        super().__init__(report.format, ", ".join(words), rule, way_out)

    def __reduce__(self) -> tuple[type[LossError], tuple[LossReport]]:
        return type(self), (self.report,)


class AcceptError(TroopmovesError, ValueError):
    """A loss accepted by a word that the format has not."""


class MissingExtraError(TroopmovesError, ImportError):
    """A package is missing that an optional part of the library needs."""

    @classmethod
    def of(cls, package: str, rule: str, extra: str, *otherwise: str) -> Self:
        """Return the error of a package: which extra brings it, here and in a clone, and what else helps."""
        way_out = f"pip install 'troopmoves[{extra}]' (in a clone: pip install '.[{extra}]')"
        return cls(package, None, rule, ", or ".join([way_out, *otherwise]))


class TooHard(TroopmovesError):  # noqa: N818 (it is a refusal, not a mistake of the caller's)
    """A question beyond the budget; `where` names the component that is too large."""
