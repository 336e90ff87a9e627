"""Cells to headcounts: figures with separators, words around them, words for nothing reported, lists.

A cell is tried in this order: footnote marks are taken off its end, then it is a word for nothing reported, a
word that the mapping explains, a figure alone, the first pattern that fits. Anything else is not guessed at.

To read more ways to write a number: a line in the mapping. To let mappings say more, see `spec.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple, final

import attrs

from troopmoves.errors import QuantityError
from troopmoves.formats.mapping.part import Listed, Measure, Numbers, Zero
from troopmoves.formats.mapping.report import Outcome, Unread, glance
from troopmoves.formats.mapping.spec import Count
from troopmoves.formats.mapping.spelling import DASHES, folded
from troopmoves.formats.mapping.template import Template
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.kind import HeadcountKind

LONGEST: Final = 20_000
"""How many letters a cell that is read may have; a list of all nations has a fifth of it."""

LONGEST_ITEM: Final = 250
"""How many letters a cell or item may have in which a name or a number is looked for."""

MARKS: Final = {"letter": "[a-z]", "digit": "[0-9]"}
"""What the names in the pattern of a footnote mark stand for."""

_SPACES: Final = "[ \u00a0\u2007\u2009\u202f]"
_SIGN: Final = re.compile(rf"[{re.escape(DASHES)}]\s*[0-9]")


@final
@attrs.frozen(kw_only=True)
class Amount:
    """How many, of one measure, as one cell or one item of it says."""

    headcount: Headcount
    """How many."""
    measure: Measure | None = None
    """What is measured; None for what the column measures."""
    name: str = ""
    """The nation or place that an item of a list names."""
    item: int = 0
    """Which item of a list it is, from 1; 0 where the cell is none."""
    quote: str
    """What stands there."""


@final
@attrs.frozen
class Cell:
    """What one cell says, and what of it could not be read."""

    amounts: tuple[Amount, ...] = ()
    troubles: tuple[Unread, ...] = ()


def merged(*settings: Numbers) -> Numbers:
    """Return settings of which the later ones win, one by one."""
    said = {
        field.name: value
        for one in settings
        for field in attrs.fields(Numbers)
        if (value := getattr(one, field.name)) is not None
    }
    return Numbers(**said)


def without_marks(text: str, marks: tuple[Template, ...]) -> str:
    """Return a cell without the footnote marks at its end.

    A mark that begins with a letter or figure is one only where it stands apart, unless it is a raised one:
    1501) may be 150 or 1501. One that ends with a bracket is none where it closes another: 1 (max. 5).

    >>> marks = (Template("*"), Template("{letter}/"), Template("{digit})"))
    >>> [without_marks(cell, marks) for cell in ("Thailand  d/ e/", "150* 1)", "1501)", "1 (max. 5)")]
    ['Thailand', '150', '1501)', '1 (max. 5)']
    """
    bare = text.strip()
    if len(bare) > LONGEST_ITEM:
        return bare
    endings = [_ending(mark) for mark in marks]
    while found := next(filter(None, (_ends(ending, bare) for ending in endings)), None):
        bare = bare[: found.start()].rstrip()
    return bare


def _ends(ending: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the mark at the end of a text, unless it would leave a bracket open."""
    found = ending.search(text)
    if found is None:
        return None
    rest = text[: found.start()]
    closes = found[0].count(")") > found[0].count("(") and rest.count("(") > rest.count(")")
    return None if closes else found


def _ending(mark: Template) -> re.Pattern[str]:
    first = mark.text[:1]
    raised = unicodedata.normalize("NFKC", first) != first
    apart = r"(?<![^\s/])" if first == "{" or (first.isalnum() and not raised) else ""
    return re.compile(f"{apart}{mark.matcher(MARKS).pattern}\\Z", re.IGNORECASE)


@final
class CellReader:
    """Reads the cells of one column."""

    def __init__(self, heading: str, count: Count, numbers: Numbers, marks: tuple[Template, ...]) -> None:
        self._column = heading
        self._says = count.says
        self._listed = count.listed
        self._numbers = numbers
        self._missing = frozenset(map(folded, numbers.missing or ()))
        self._marks = marks
        figure = _figure(numbers)
        self._figure = re.compile(figure)
        self._patterns = [(one.written.matcher({}, figure), one) for one in numbers.patterns or ()]
        self._known: dict[str, Cell] = {}

    def read(self, text: str) -> Cell:
        """Return what a cell says; nothing where it is empty."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._cell(text)
        return found

    def _cell(self, text: str) -> Cell:
        if not text.strip():
            return Cell()
        if len(text) > LONGEST:
            rule = f"a cell that is read has {LONGEST} letters at most"
            return Cell((), (Unread(self._column, glance(text), rule),))
        if not " ".join(text.split()).isprintable():
            return Cell((), (Unread(self._column, glance(text), "a cell holds no control characters"),))
        amounts: list[Amount] = []
        troubles: list[Unread] = []
        for item in _items(text, self._listed) if self._listed else [_Item(said=text, text=text)]:
            try:
                amounts += self._amounts(item)
            except Unread as trouble:
                troubles.append(trouble)
        return Cell(tuple(amounts), tuple(troubles))

    def _amounts(self, item: _Item) -> list[Amount]:
        """Return what one item of a list says, or the cell that is no list."""
        if item.number and not item.name:
            rule = f"an item of the list is written {self._listed.item.text!r}" if self._listed else ""
            raise Unread(self._column, item.text, rule)
        return [
            Amount(headcount=headcount, measure=measure, name=item.name, item=item.number, quote=item.text)
            for headcount, measure in self._counts(item.said)
        ]

    def _counts(self, text: str) -> list[tuple[Headcount, Measure | None]]:
        """Return what a text says, by measure."""
        if len(text) > LONGEST_ITEM:
            raise Unread(self._column, text, f"what says how many has {LONGEST_ITEM} letters at most")
        bare = without_marks(text, self._marks)
        word = folded(bare)
        if word in self._missing or folded(text) in self._missing or not bare:
            raise self._unreported(text, "nothing is reported")
        if self._says:
            return [(self._headcount(self._says, text), None)]
        if self._numbers.words and word in self._numbers.words:
            return [(self._headcount(self._numbers.words[word], text), None)]
        if self._figure.fullmatch(bare):
            return [(self._plain(self._whole(bare, text), text), None)]
        for matcher, pattern in self._patterns:
            if found := matcher.fullmatch(bare):
                figures = [self._whole(figure, text) for figure in found.groups()]
                values = dict(zip(pattern.written.names, figures, strict=True))
                return [
                    (self._headcount(notation.filled(values), text), measure)
                    for measure, notation in pattern.says
                ]
        if _SIGN.match(bare):
            rule = "a headcount is zero or more"
            raise Unread(self._column, text, rule, "say what it means under 'missing' or 'words'")
        rule = "no number of people as the mapping writes them"
        raise Unread(self._column, text, rule, "add it to 'patterns', 'words' or 'missing'")

    def _plain(self, number: int, text: str) -> Headcount:
        if number == 0 and self._numbers.zero is Zero.MISSING:
            raise self._unreported(text, "0 says here that nothing is reported")
        step = self._numbers.rounded
        if step is not None:
            return self._rounded(number, step, text)
        if self._numbers.plain is None or number == 0:
            return self._headcount(str(number), text)
        return self._headcount(self._numbers.plain.filled({"n": number}), text)

    def _rounded(self, number: int, step: int, text: str) -> Headcount:
        """Return every number that may have been rounded to this one, whichever way halves go."""
        if number % step:
            rule = f"the figures here are rounded to multiples of {step}"
            raise Unread(self._column, text, rule, "look at the source, or change 'rounded'")
        low, high = max(number - step // 2, 0), number + step // 2
        return Headcount(kind=HeadcountKind.RANGE, low=low, high=high)

    def _headcount(self, notation: str, text: str) -> Headcount:
        try:
            return Headcount.of(notation)
        except QuantityError as error:
            raise Unread(self._column, text, error.rule, error.way_out) from None

    def _whole(self, figure: str, text: str) -> int:
        """Return the number that figures stand for."""
        whole, decimal, rest = figure.partition(self._numbers.decimal or "\0")
        if decimal and rest.strip("0"):
            raise Unread(self._column, text, "people are counted in whole numbers")
        digits = re.sub("[^0-9]", "", whole)
        if len(digits) > _MOST_DIGITS:
            raise Unread(self._column, text, f"a figure has {_MOST_DIGITS} digits at most")
        return int(digits)

    def _unreported(self, text: str, rule: str) -> Unread:
        return Unread(self._column, text, rule, outcome=Outcome.MISSING)


_MOST_DIGITS: Final = 18  # as headcounts have


def _figure(numbers: Numbers) -> str:
    """Return the expression of one figure, without groups of its own."""
    separators = {" ": _SPACES, "'": "['\u2019]"}
    whole = "[0-9]+"
    if numbers.thousands:
        group = separators.get(numbers.thousands, re.escape(numbers.thousands))
        whole = f"(?:[0-9]{{1,3}}(?:{group}[0-9]{{3}})+|[0-9]+)"
    return f"{whole}(?:{re.escape(numbers.decimal)}[0-9]+)?" if numbers.decimal else whole


class _Item(NamedTuple):
    """One item of a list, or a cell that is none."""

    said: str
    """What says how many."""
    text: str
    """The whole item as printed."""
    name: str = ""
    """The name in it; none where it is not written as the mapping says."""
    number: int = 0
    """Which item it is, from 1."""


def _items(text: str, listed: Listed) -> Iterator[_Item]:
    """Yield each item of a list.

    An item ends where its last letters stand before a separator, so that other separators, and brackets in
    names, are parts of it: "Korea, South (ROK) (150), Nepal (35)".
    """
    text = " ".join(text.split())
    last = re.split(r"\{[^{}]+\}", listed.item.text)[-1].strip()
    matcher = listed.item.matcher({"name": r"\S.*?", "count": r"[^()\[\]]*?"})
    *pieces, rest = re.split(rf"{re.escape(last)}\s*{re.escape(listed.separator)}", text)
    items = [piece + last for piece in pieces] + ([rest] if rest.strip() or not pieces else [])
    for number, item in enumerate(map(str.strip, items), start=1):
        found = matcher.fullmatch(item)
        parts = dict(zip(listed.item.names, found.groups(), strict=True)) if found else {}
        yield _Item(parts.get("count", item), item, parts.get("name", ""), number)
