"""What the laws of the room `quantity` draw: bounds, changes, verdicts, headcounts, shares, conventions.

To add a headcount kind: one line in `_BY_KIND`.
"""

from fractions import Fraction

from hypothesis import strategies as st

from troopmoves.quantity.bounds import Bounds, ChangeBounds
from troopmoves.quantity.convention import BUILT_IN, Tolerance
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.quantity.share import Share
from troopmoves.quantity.vague import VAGUE_WORDS
from troopmoves.quantity.verdict import Verdict

NO_LIMIT = 30
"""How far above the low end `members` looks where the high end is open."""


def bounds(most: int = 2_000, *, closed: bool = False) -> st.SearchStrategy[Bounds]:
    """Draw bounds, with an open upper end unless `closed`."""
    pairs = st.tuples(st.integers(0, most), st.integers(0, most))
    shut = st.builds(lambda pair: Bounds(min(pair), max(pair)), pairs)
    return shut if closed else shut | st.builds(Bounds.open_from, st.integers(0, most))


def change_bounds(most: int = 2_000) -> st.SearchStrategy[ChangeBounds]:
    """Draw signed bounds, either end of which may be open."""
    ends = st.none() | st.integers(-most, most)
    return st.builds(_in_order, ends, ends)


def _in_order(one: int | None, other: int | None) -> ChangeBounds:
    if one is not None and other is not None:
        return ChangeBounds(min(one, other), max(one, other))
    return ChangeBounds(one, other)


def members(around: Bounds) -> st.SearchStrategy[int]:
    """Draw a number inside the bounds."""
    return st.integers(around.low, around.low + NO_LIMIT if around.high is None else around.high)


verdicts = st.sampled_from(Verdict)

texts = st.text(max_size=12)
figures = st.integers(1, 10**6) | st.sampled_from([1, 2, 10, 14, 200, 500, 2976, 5000, 10**18 - 1])


def _single(kind: HeadcountKind, smallest: int = 1) -> st.SearchStrategy[Headcount]:
    numbers = figures.filter(lambda number: number >= smallest)
    return st.builds(Headcount, kind=st.just(kind), number=numbers, text=texts)


def _bare(kind: HeadcountKind) -> st.SearchStrategy[Headcount]:
    return st.builds(Headcount, kind=st.just(kind), text=texts)


_range = st.builds(
    lambda low, width, about, text: Headcount(
        kind=HeadcountKind.RANGE, low=low, high=low + width, about=about, text=text
    ),
    st.integers(0, 10**6),
    st.integers(1, 10**6),
    st.booleans(),
    texts,
)
_vague = st.builds(
    Headcount, kind=st.just(HeadcountKind.VAGUE), word=st.sampled_from(sorted(VAGUE_WORDS)), text=texts
)

_BY_KIND: dict[HeadcountKind, st.SearchStrategy[Headcount]] = {
    HeadcountKind.EXACT: _single(HeadcountKind.EXACT),
    HeadcountKind.ABOUT: _single(HeadcountKind.ABOUT),
    HeadcountKind.NEARLY: _single(HeadcountKind.NEARLY, smallest=2),
    HeadcountKind.JUST_OVER: _single(HeadcountKind.JUST_OVER),
    HeadcountKind.AT_LEAST: _single(HeadcountKind.AT_LEAST),
    HeadcountKind.MORE_THAN: _single(HeadcountKind.MORE_THAN),
    HeadcountKind.AT_MOST: _single(HeadcountKind.AT_MOST),
    HeadcountKind.FEWER_THAN: _single(HeadcountKind.FEWER_THAN),
    HeadcountKind.UP_TO: _single(HeadcountKind.UP_TO),
    HeadcountKind.RANGE: _range,
    HeadcountKind.VAGUE: _vague,
    HeadcountKind.UNSPECIFIED: _bare(HeadcountKind.UNSPECIFIED),
    HeadcountKind.UNKNOWN: _bare(HeadcountKind.UNKNOWN),
    HeadcountKind.ZERO: _bare(HeadcountKind.ZERO),
}


def headcounts(*kinds: HeadcountKind) -> st.SearchStrategy[Headcount]:
    """Draw headcounts of the kinds named, or of every kind."""
    return st.one_of([_BY_KIND[kind] for kind in kinds or HeadcountKind])


percents = st.integers(1, 100)
tolerances = st.builds(Tolerance, name=st.just("desk/1"), percents=st.tuples(percents, percents, percents))
conventions = st.sampled_from(sorted(BUILT_IN)) | tolerances

_fractions = st.fractions(0, 1, max_denominator=100)
shares = st.builds(
    lambda one, other, text: Share(low=min(one, other), high=max(one, other), text=text),
    _fractions | st.sampled_from([Fraction(0), Fraction(1, 2)]),
    _fractions | st.sampled_from([Fraction(1), Fraction(1, 2)]),
    texts,
)
