"""How many people, as a source worded it, and under which convention the words are read.

A `Headcount` stores what was said; the numbers it may stand for are derived, each time under a named
`Convention`. Headcount and convention name each other, so both stand here; the built-in conventions are in
`reading.py`, and `convention.py` shows how to write one's own.

To add a kind, see `kind.py`; the figures that a kind must have are the tables `_SMALLEST` and `_FIELDS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, final, runtime_checkable

import attrs

from troopmoves.errors import BoundsError, ConventionError, NotationError
from troopmoves.quantity.bounds import Bounds, require_text, require_whole
from troopmoves.quantity.kind import HeadcountKind
from troopmoves.quantity.notation import FORMS, format_notation, parse
from troopmoves.quantity.reading import BUILT_IN, LITERAL
from troopmoves.quantity.vague import VAGUE_WORDS

if TYPE_CHECKING:
    from troopmoves.quantity.units import AnyQuantity, QuantityBounds, Registry
    from troopmoves.quantity.verdict import Verdict

__all__ = ["DEFAULT_CONVENTION", "Convention", "Headcount", "HeadcountKind", "convention", "read"]

DEFAULT_CONVENTION = "press/1"
"""The convention that is taken where none is named."""

_BUILT_IN_IDS: Final = frozenset(map(id, BUILT_IN.values()))


@runtime_checkable
class Convention(Protocol):
    """A named, versioned meaning of hedge words as bounds.

    A convention is a hashable value: equal ones give equal bounds. See `troopmoves.quantity.convention`.
    """

    @property
    def name(self) -> str:
        """The name and version that every derived number carries."""

    def bounds(self, headcount: Headcount) -> Bounds:
        """Return the bounds that the words stand for, inside what they literally say."""


@final
@attrs.frozen(kw_only=True, order=False)
class Headcount:
    """A number of people as worded: kind, figures, and the source's own words.

    >>> estimate = Headcount.of("about 500", text="an estimated 500")
    >>> print(estimate.bounds(), "read literally", estimate.bounds("literal"))
    400-600 read literally 0-?
    >>> estimate.approximate, estimate.nominal
    (True, 500)
    """

    kind: HeadcountKind
    """How the number was worded."""
    number: int | None = None
    """The figure of a kind that names one; None for the others."""
    low: int | None = None
    """The lower figure of a range."""
    high: int | None = None
    """The upper figure of a range."""
    about: bool = False
    """Whether a range is hedged: "about 100 to 150"."""
    word: str | None = None
    """The word of a vague headcount, such as "dozens"; see `troopmoves.quantity.vague`."""
    text: str = ""
    """The publisher's words, kept to the letter."""

    def __attrs_post_init__(self) -> None:
        _require_fields(self)
        if self.kind in _SMALLEST:
            _require_number(self)
        elif self.kind is HeadcountKind.RANGE:
            _require_range(self)
        elif self.kind is HeadcountKind.VAGUE:
            _require_vague_word(self)

    @classmethod
    def of(cls, notation: str | int | Headcount, text: str = "") -> Headcount:
        """Return the headcount that the strict notation stands for.

        Args:
            notation: Such as "about 500", "14..", "dozens" or a plain int; a headcount is returned as it is.
            text: The publisher's words.

        >>> Headcount.of("~500") == Headcount.of("about 500")
        True
        >>> Headcount.of("5,000")
        Traceback (most recent call last):
        troopmoves.errors.NotationError: Headcount.of: got '5,000'; figures take no thousands separators; \
write 5000

        Raises:
            NotationError: If it is not in the notation; prose is read by `troopmoves.read_phrase`.
        """
        if isinstance(notation, Headcount):
            return notation.with_text(text) if text else notation
        if type(notation) is int:
            notation = str(notation)
        elif not isinstance(notation, str):
            raise NotationError("Headcount.of", notation, "text or a whole number", f"understood are {FORMS}")
        try:
            return cls(**parse(notation)._asdict(), text=text)
        except BoundsError as error:
            raise NotationError("Headcount.of", notation, error.rule, error.way_out) from error

    @classmethod
    def from_quantity(cls, quantity: AnyQuantity, text: str = "") -> Headcount:
        """Return the exact headcount that a Pint quantity of persons holds.

        Raises:
            UnitsError: If it does not count people.
            BoundsError: If it is not a whole number of people, zero or more.
        """
        from troopmoves.quantity.units import persons_in  # noqa: PLC0415 (imports Pint)

        return cls.of(persons_in(quantity), text)

    @property
    def notation(self) -> str:
        """The canonical notation, without the text; `Headcount.of` reads it back."""
        return format_notation(self)

    @property
    def approximate(self) -> bool:
        """Whether the source blurs the figure: about, nearly, just over, or a vague word."""
        return self.about or self.kind in _BLURRED

    @property
    def nominal(self) -> int | None:
        """The one figure the words point at, or None; never a best estimate."""
        return self.number if self.kind in _POINTED else _NOBODY.get(self.kind)

    def bounds(self, convention: str | Convention = DEFAULT_CONVENTION) -> Bounds:
        """Return the numbers that the words stand for under a convention.

        >>> print(Headcount.of("at least 14").bounds(), Headcount.of("nearly 500").bounds())
        14-? 400-499

        Raises:
            ConventionError: If there is no such convention, or it contradicts the words.
        """
        return read(self, convention)

    def with_text(self, text: str) -> Headcount:
        """Return the same headcount in other words of the publisher."""
        return attrs.evolve(self, text=text)

    def at_least(self, number: int, *, convention: str | Convention = DEFAULT_CONVENTION) -> Verdict:
        """Say whether they are `number` or more."""
        return self.bounds(convention).at_least(number)

    def at_most(self, number: int, *, convention: str | Convention = DEFAULT_CONVENTION) -> Verdict:
        """Say whether they are `number` or fewer."""
        return self.bounds(convention).at_most(number)

    def fewer_than(self, other: Headcount, *, convention: str | Convention = DEFAULT_CONVENTION) -> Verdict:
        """Say whether they are fewer than those of an independent headcount."""
        return self.bounds(convention).fewer_than(other.bounds(convention))

    def more_than(self, other: Headcount, *, convention: str | Convention = DEFAULT_CONVENTION) -> Verdict:
        """Say whether they are more than those of an independent headcount."""
        return self.bounds(convention).more_than(other.bounds(convention))

    def same_as(self, other: Headcount, *, convention: str | Convention = DEFAULT_CONVENTION) -> Verdict:
        """Say whether both count equally many people.

        >>> Headcount.of("about 500").same_as(Headcount.of(550))
        <Verdict.POSSIBLE: 'possible'>
        """
        return self.bounds(convention).same_as(other.bounds(convention))

    def sort_key(
        self, convention: str | Convention = DEFAULT_CONVENTION
    ) -> tuple[int, bool, int, str, str, str]:
        """Return a key that sorts headcounts by their bounds, and equal bounds by their wording."""
        return (*self.bounds(convention).sort_key(), self.kind.value, self.notation, self.text)

    def quantity(
        self,
        convention: str | Convention = DEFAULT_CONVENTION,
        registry: Registry | None = None,
    ) -> QuantityBounds:
        """Return both ends of the bounds as Pint quantities of `person`.

        Args:
            convention: How the words are read.
            registry: The registry to use; the application registry by default.
        """
        return self.bounds(convention).quantity(registry)

    def __str__(self) -> str:
        return self.notation


def convention(name: str | Convention) -> Convention:
    """Return the convention of that name, or the convention itself.

    >>> convention("press/1").name
    'press/1'

    Raises:
        ConventionError: If no built-in has the name, or the object is no convention.
    """
    if isinstance(name, str):
        if (known := BUILT_IN.get(name)) is None:
            names = ", ".join(BUILT_IN)
            raise ConventionError("convention", name, "not one of the built-in conventions", f"use {names}")
        return known
    if id(name) not in _BUILT_IN_IDS:
        _require_convention(name)
        _require_own_name(name)
    return name


def read(headcount: Headcount, by: str | Convention) -> Bounds:
    """Return the bounds of a headcount under a convention.

    A convention may narrow what words literally say, never contradict it: "at least 14" is not 10.

    Raises:
        ConventionError: If there is no such convention, or it contradicts the words.
    """
    chosen = convention(by)
    literal = LITERAL.bounds(headcount)
    if chosen is LITERAL:
        return literal
    bounds: object = chosen.bounds(headcount)
    if not isinstance(bounds, Bounds) or bounds not in literal:
        where = f"{chosen.name} on {headcount.notation!r}"
        rule = f"a convention stays inside what the words literally say, {literal}"
        raise ConventionError(where, str(bounds), rule, "narrow the words, or record another headcount")
    return bounds


_SMALLEST = {
    HeadcountKind.EXACT: 1,
    HeadcountKind.ABOUT: 1,
    HeadcountKind.NEARLY: 2,
    HeadcountKind.JUST_OVER: 1,
    HeadcountKind.AT_LEAST: 1,
    HeadcountKind.MORE_THAN: 1,
    HeadcountKind.AT_MOST: 1,
    HeadcountKind.FEWER_THAN: 1,
    HeadcountKind.UP_TO: 1,
}
_FIELDS = dict.fromkeys(_SMALLEST, ("number",)) | {
    HeadcountKind.RANGE: ("low", "high", "about"),
    HeadcountKind.VAGUE: ("word",),
}
_POINTED = frozenset(
    {HeadcountKind.EXACT, HeadcountKind.ABOUT, HeadcountKind.NEARLY, HeadcountKind.JUST_OVER}
)
_BLURRED = frozenset(
    {HeadcountKind.ABOUT, HeadcountKind.NEARLY, HeadcountKind.JUST_OVER, HeadcountKind.VAGUE}
)
_NOBODY = {HeadcountKind.ZERO: 0}
_TOO_LARGE = 10**18  # the notation reads 18 digits; see notation.py


def _require_fields(headcount: Headcount) -> None:
    kind = headcount.kind
    if not isinstance(kind, HeadcountKind):
        raise BoundsError("Headcount.kind", kind, "a member of HeadcountKind", "or use Headcount.of")
    require_text("Headcount.text", headcount.text)
    if type(headcount.about) is not bool:
        raise BoundsError("Headcount.about", headcount.about, "True or False")
    allowed = _FIELDS.get(kind, ())
    for field in ("number", "low", "high", "word"):
        if field not in allowed and (value := getattr(headcount, field)) is not None:
            raise BoundsError(f"Headcount.{field}", value, f"a headcount of kind {kind} has no {field}")
    if headcount.about and "about" not in allowed:
        rule = "only a range is hedged by about"
        raise BoundsError("Headcount.about", headcount.about, rule, "use HeadcountKind.ABOUT with a number")


def _require_number(headcount: Headcount) -> None:
    kind, number = headcount.kind, headcount.number
    _require_figure("Headcount.number", number)
    if number is not None and number < _SMALLEST[kind]:
        way_out = "use HeadcountKind.ZERO for nobody" if kind is HeadcountKind.EXACT else ""
        rule = f"a headcount of kind {kind} names {_SMALLEST[kind]} or more"
        raise BoundsError("Headcount.number", number, rule, way_out)


def _require_range(headcount: Headcount) -> None:
    low, high = headcount.low, headcount.high
    _require_figure("Headcount.low", low)
    _require_figure("Headcount.high", high)
    if low is not None and low < 0:
        raise BoundsError("Headcount.low", low, "a count of people is zero or more")
    if low is not None and high is not None and high <= low:
        rule = f"the upper figure of a range is above the lower, {low}"
        raise BoundsError("Headcount.high", high, rule, "one figure alone is no range")


def _require_vague_word(headcount: Headcount) -> None:
    if headcount.word not in VAGUE_WORDS:
        rule = "not a vague word with a meaning in the table"
        raise BoundsError("Headcount.word", headcount.word, rule, f"use {', '.join(VAGUE_WORDS)}")


def _require_figure(where: str, value: int | None) -> None:
    require_whole(where, value)
    if value is not None and value >= _TOO_LARGE:
        raise BoundsError(where, value, "a figure has 18 digits at most")


def _require_convention(chosen: object) -> None:
    if not isinstance(chosen, Convention) or isinstance(chosen, type):
        rule = "a convention has a name and a method bounds(headcount)"
        raise ConventionError("convention", chosen, rule, f"or use {', '.join(BUILT_IN)}")


def _require_own_name(chosen: Convention) -> None:
    try:
        hash(chosen)
    except TypeError as error:
        rule = "a convention is a hashable value"
        raise ConventionError("convention", chosen, rule, "make it a frozen attrs class") from error
    if chosen.name in BUILT_IN and chosen != BUILT_IN[chosen.name]:
        rule = f"the name {chosen.name!r} belongs to a built-in convention"
        raise ConventionError("convention", chosen, rule, "give yours its own name, such as 'desk/1'")
