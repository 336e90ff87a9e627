"""How hedges and figures go together: one kind of headcount or share, or none.

Words that pull apart are refused with the reason: "close to 400 or more" is at once below and above 400.
A fraction has no kinds of its own, so a hedged one becomes a range of fractions by the tolerance of
`press/1`; its words are kept with it.

To let two hedges go together: one row in `_TOGETHER`, one test.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from troopmoves.errors import QuantityError
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.quantity.reading import PRESS
from troopmoves.quantity.share import Share


class AmountError(ValueError):
    """Hedges and figures that say no one thing; the text is the reason."""


class Core(NamedTuple):
    """What stands at the centre of an amount, without its hedges."""

    number: int | None = None
    high: int | None = None
    rounded: bool = False
    word: str = ""
    kind: str = ""
    share: str = ""

    @property
    def open(self) -> bool:
        """Whether it is no figure, but a word for some or for a part."""
        return bool(self.share or self.kind or self.word)


# "Up to about 600" has no kind of its own; literally it says no more and no less than "up to 600".
_TOGETHER: Final = {frozenset({"up_to", "about"}): "up_to"}
_SAYS: Final = {
    "about": "about so many",
    "nearly": "a little below",
    "just_over": "a little above",
    "at_least": "so many or more",
    "more_than": "more",
    "at_most": "so many or fewer",
    "fewer_than": "fewer",
    "up_to": "so many as may be reached",
}
_KINDS: Final[dict[str, HeadcountKind]] = {kind.value: kind for kind in HeadcountKind}
_NONE, _ALL = Fraction(0), Fraction(1)


def one_hedge(hedges: tuple[str, ...]) -> str:
    """Return the one kind that hedges come to, or nothing if there are none.

    >>> one_hedge(("about", "about")), one_hedge(("up_to", "about"))
    ('about', 'up_to')

    Raises:
        AmountError: If they pull apart.
    """
    if not hedges:
        return ""
    kinds = frozenset(hedges)
    if len(kinds) == 1:
        return hedges[0]
    if (together := _TOGETHER.get(kinds)) is not None:
        return together
    said = " and ".join(repr(_SAYS[kind]) for kind in dict.fromkeys(hedges))
    raise AmountError(f"the hedges pull apart: they say {said}")


def headcount(core: Core, hedges: tuple[str, ...], text: str) -> Headcount:
    """Return the headcount that hedges and a figure or word come to.

    >>> print(headcount(Core(number=500), ("nearly",), "nearly 500"))
    nearly 500

    Raises:
        AmountError: If no kind of headcount says it.
    """
    hedge = one_hedge(hedges)
    if core.kind:
        if hedge:
            raise AmountError(f"{_SAYS[hedge]!r} of no figure")
        return Headcount(kind=_KINDS[core.kind], text=text)
    if core.word:
        if hedge not in ("", "about"):
            raise AmountError(f"{_SAYS[hedge]!r} of a word that is itself vague, {core.word!r}")
        return Headcount(kind=HeadcountKind.VAGUE, word=core.word, text=text)
    try:
        if core.high is not None:
            if hedge not in ("", "about"):
                raise AmountError(f"{_SAYS[hedge]!r} of a range")
            about = hedge == "about" or core.rounded
            return Headcount(
                kind=HeadcountKind.RANGE, low=core.number, high=core.high, about=about, text=text
            )
        if core.number == 0 and not hedge:
            return Headcount(kind=HeadcountKind.ZERO, text=text)
        kind = hedge or ("about" if core.rounded else "exact")
        return Headcount(kind=_KINDS[kind], number=core.number, text=text)
    except QuantityError as error:
        raise AmountError(error.rule) from error


def share(core: Core, hedges: tuple[str, ...], text: str) -> Share:
    """Return the share that hedges and a fraction come to.

    >>> print(share(Core(share="1/2"), ("about",), "about half"))
    2/5..3/5

    Raises:
        AmountError: If a hedge cannot be said of it.
    """
    return _hedged_share(core.share, one_hedge(hedges)).with_text(text)


# The words for shares are few, and their fractions slow.
@lru_cache(maxsize=256)
def _hedged_share(said: str, hedge: str) -> Share:
    try:
        plain = Share.of(said)
    except QuantityError as error:
        raise AmountError(error.rule) from error
    if not hedge:
        return plain
    if plain.low != plain.high:
        raise AmountError(f"{_SAYS[hedge]!r} of a share that is itself open, {said!r}")
    low, high = _around(plain.low, said)
    ends = {
        "about": (low, high),
        "nearly": (low, plain.low),
        "just_over": (plain.low, high),
        "at_least": (plain.low, _ALL),
        "more_than": (plain.low, _ALL),
        "at_most": (_NONE, plain.low),
        "fewer_than": (_NONE, plain.low),
        "up_to": (_NONE, plain.low),
    }
    return Share(low=ends[hedge][0], high=ends[hedge][1])


def _around(part: Fraction, said: str) -> tuple[Fraction, Fraction]:
    # A percentage is a figure of its own; a fraction such as a third is as round as figures get.
    if said.endswith("%"):
        low, high = PRESS.around(int(part * 100))
        return Fraction(low, 100), min(Fraction(high, 100), _ALL)
    return part * Fraction(4, 5), min(part * Fraction(6, 5), _ALL)
