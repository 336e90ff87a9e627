"""Figures and number words, read by what a lexicon says of its language.

Digits follow the separators of the language and nothing else: "5.200" is refused in English, where it could
be 5,200 or 5.2. Number words are added up by the one rule that English, German and French share: a number
below a hundred, times hundred, times ever smaller scales.

For the number words of another language, `[numbers]` in its lexicon is enough, if it follows that rule.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from troopmoves.phrases.lexicon import Lexicon, Senses, Writing
from troopmoves.phrases.tokens import Form, Token

MOST_DIGITS = 18
"""The most digits of a figure, as in the notation of headcounts."""

_DIGITS = frozenset("0123456789")
_HUNDRED, _THOUSAND, _NO_LIMIT = 100, 1_000, 10**19
_NO_SENSES = Senses({})
_THREE_AFTER = re.compile(r"([0-9]{1,3})([.,])([0-9]{3})")


class FigureError(ValueError):
    """Digits that are no figure; the text is the rule they break."""


class Number(NamedTuple):
    """A number found in the tokens."""

    value: int
    """How many."""
    end: int
    """The first token after it."""
    rounded: bool = False
    """Whether the word itself says that it is about so many: French "une centaine"."""
    sized: bool = False
    """Whether the word goes on to say that people are counted: "eight-man"."""
    scale: int = 1
    """The last scale it was multiplied by: 1000 in "12 thousand"."""
    hedge: str = ""
    """What the word goes on to say of it: about so many in "thirty-odd"."""


def figure(text: str, writing: Writing, *, scaled: bool) -> int | Fraction:
    """Return what digits with separators stand for.

    Args:
        text: The digits, and what stands between them.
        writing: The separators of the language.
        scaled: Whether a word such as "thousand" follows, so that there may be decimals.

    Raises:
        FigureError: If they could be read in two ways, or in none.
    """
    if len(text) <= MOST_DIGITS and text[0] != "0":
        if text.isdigit():
            return int(text)
        first, *groups = text.split(writing.thousands[0])
        if not scaled and _grouped(first, groups) and (digits := first + "".join(groups)).isdigit():
            return int(digits)
    return _figure_of_any_form(text, writing, scaled=scaled)


def _figure_of_any_form(text: str, writing: Writing, *, scaled: bool) -> int | Fraction:
    digits = "".join(character for character in text if character in _DIGITS)
    if len(digits) > MOST_DIGITS:
        raise FigureError(f"a figure has {MOST_DIGITS} digits at most")
    if digits == text:
        if text[0] == "0" and text != "0":
            raise FigureError("a figure has no leading zeros")
        return int(text)
    if ", 000" in text:
        text = text.replace(", ", ",")  # a group of zeros cannot stand alone: it was torn off
    marks = {character for character in text if character not in _DIGITS}
    if len(marks) == 1:
        mark = marks.pop()
        first, *groups = text.split(mark)
        if _grouped(first, groups) and mark in writing.thousands:
            if scaled and mark != " ":
                raise FigureError(_two_readings(text, mark))
            return int(digits)
        if mark == writing.decimal and len(groups) == 1:
            return _decimal(text, first, groups[0], mark, scaled=scaled)
    raise FigureError(_unread(text, writing))


def leading(value: int, scale: int) -> int:
    """Return what stands before the scale in a figure.

    >>> leading(12_000, 1), leading(300, 100)
    (12, 3)
    """
    if scale > 1:
        return value // scale
    while value and value % _THOUSAND == 0:
        value //= _THOUSAND
    return value


def _grouped(first: str, groups: list[str]) -> bool:
    # Three digits in each group, as everywhere below a million million million.
    return 0 < len(first) <= 3 and first[0] != "0" and {*map(len, groups)} == {3}  # noqa: PLR2004


def _decimal(text: str, first: str, decimals: str, mark: str, *, scaled: bool) -> Fraction:
    if len(decimals) == 3:  # noqa: PLR2004 (as many as in a group)
        raise FigureError(_two_readings(text, mark))
    if not scaled:
        raise FigureError("people are counted in whole numbers")
    if first != "0" and first[0] == "0":
        raise FigureError("a figure has no leading zeros")
    return Fraction(f"{first}.{decimals}")


def _two_readings(text: str, mark: str) -> str:
    whole, part = text.split(mark, 1)
    return f"it could be {text.replace(mark, '')} or {whole} and {part} thousandths"


def _unread(text: str, writing: Writing) -> str:
    if both := _THREE_AFTER.fullmatch(text):
        return _two_readings(text, both[2])
    separators = " or ".join(repr(mark) for mark in writing.thousands)
    return f"thousands are set apart by {separators}, in groups of three"


def number_at(found: list[Token], at: int, known: Lexicon) -> Number | None:
    """Return the number that begins at a token, or None if none does.

    Raises:
        FigureError: If digits or number words there are no figure.
    """
    token = found[at]
    if token.form is Form.NUMBER:
        scale, end = _scale_at(found, at + 1, known)
        if end == at + 1 < len(found) and (glued := _glued_scale(found, at + 1, known)) is not None:
            scale, end = glued
            value = figure(token.text, known.writing, scaled=True)
            return _whole(value, end, scale)._replace(sized=True)
        value = figure(token.text, known.writing, scaled=end > at + 1)
        return Number(int(value), end) if end == at + 1 else _whole(value, end, scale)
    return _worded(found, at, known) if token.form is Form.WORD else None


def fixed_at(found: list[Token], at: int, known: Lexicon) -> Number | None:
    """Return the number that a fixed expression at a token stands for, or None.

    Raises:
        FigureError: If it comes to no whole number.
    """
    for fixed in known.numbers.fixed.get(found[at].key, ()):
        end = at + len(fixed.words)
        if tuple(each.key for each in found[at:end]) == fixed.words:
            scale, end = _scale_at(found, end, known)
            return _whole(fixed.value, end, scale, rounded=fixed.rounded)
    return None


def _scale_at(found: list[Token], at: int, known: Lexicon) -> tuple[int, int]:
    """Return the scale at a token and the token after it; the scale is 1 where there is none."""
    if at >= len(found):
        return 1, at
    token, scales = found[at], known.numbers.scales
    if len(token.key) == 1 and token.start != found[at - 1].end:
        return 1, at  # "12K" is a scale, the letter alone is not
    if token.key not in scales:
        return 1, at
    pointed = at + 1 < len(found) and found[at + 1].text == "." and f"{token.key}." in scales
    return scales[token.key], at + 2 if pointed else at + 1


def _glued_scale(found: list[Token], at: int, known: Lexicon) -> tuple[int, int] | None:
    """Return the scale of "1.2 million-strong", and the token after it."""
    if found[at].text == "-" and found[at].start == found[at - 1].end:
        at += 1
    first, hyphen, last = found[at].key.partition("-") if at < len(found) else ("", "", "")
    if not hyphen or first not in known.numbers.scales or not _sizes(known.words.get(last, _NO_SENSES)):
        return None
    return known.numbers.scales[first], at + 1


def _whole(value: int | Fraction, end: int, scale: int, *, rounded: bool = False) -> Number:
    persons = Fraction(value) * scale
    if persons.denominator != 1:
        raise FigureError("people are counted in whole numbers")
    if persons >= 10**MOST_DIGITS:
        raise FigureError(f"a figure has {MOST_DIGITS} digits at most")
    return Number(int(persons), end, rounded, scale=scale)


def _worded(found: list[Token], at: int, known: Lexicon) -> Number | None:
    total = _Sum()
    senses = known.words.get(found[at].key)
    if senses is not None and senses.get("link") == "article":
        # "A hundred": the article counts one of what follows, if that is a scale.
        if (
            at + 1 == len(found)
            or found[at + 1].key not in known.numbers.scales
            or len(found[at + 1].key) == 1
        ):
            return None
        total.group, at = 1, at + 1
    if (sized := _sized(found, at, known, started=total.group)) is not None:
        return sized
    word = found[at].key
    if not total.group and word in known.numbers.scales and word not in known.numbers.bare_scales:
        return None
    end = _added(found, at, known, total)
    if at < end < len(found) and (glued := _glued_scale(found, end, known)) is not None:
        if not total.takes(((glued[0], True),)):
            raise FigureError(f"{found[end].text!r} is no number")
        return _whole(total.value, glued[1], 1)._replace(sized=True)
    return _whole(total.value, end, 1)._replace(scale=total.scale) if end > at else None


def _added(found: list[Token], at: int, known: Lexicon, total: _Sum) -> int:
    """Add the number words from a token on, and return the token after them."""
    end = at
    while end < len(found):
        atoms = _atoms(found[end].key, known)
        if atoms is None:
            joins = end > at and found[end].key in known.numbers.connectors and total.may_join
            if not joins or end + 1 == len(found) or not _atoms(found[end + 1].key, known):
                return end
        elif not total.takes(atoms):
            if end == at:
                raise FigureError(f"{found[end].text!r} is no number")
            return end
        end += 1
    return end


def _sized(found: list[Token], at: int, known: Lexicon, *, started: int) -> Number | None:
    """Return the number of a word such as "eight-man" or "five-hundred-strong"."""
    parts = found[at].key.split("-")
    if len(parts) == 1:
        return None
    for cut in range(len(parts) - 1, max(len(parts) - 4, 0), -1):
        senses = known.words.get("-".join(parts[cut:]))
        if senses is None or not (_sizes(senses) or "hedge_after" in senses):
            continue
        fixed = _fixed_word("-".join(parts[:cut]), known)
        atoms = None if fixed else _joined(parts[:cut], known)
        total = _Sum()
        total.group = started
        if fixed or (atoms is not None and total.takes(atoms)):
            value = fixed or total.value
            return Number(value, at + 1, sized=_sizes(senses), hedge=senses.get("hedge_after", ""))
    return None


def _sizes(senses: Senses) -> bool:
    """Return whether a word after a figure says that people are counted: "strong", "man", "soldier"."""
    return senses.get("link") == "strong" or "one" in senses or "noun" in senses


def _fixed_word(word: str, known: Lexicon) -> int:
    """Return the number that a word such as "half-million" stands for, or 0."""
    for fixed in known.numbers.fixed.get(word, ()):
        if fixed.words == (word,) and fixed.value.denominator == 1:
            return int(fixed.value)
    return 0


def _atoms(word: str, known: Lexicon) -> tuple[tuple[int, bool], ...] | None:
    """Return the number words that a word is made of, each with whether it is a scale."""
    numbers = known.numbers
    if (value := numbers.below_hundred.get(word)) is not None:
        return ((value, False),)
    if len(word) > 1 and (value := numbers.scales.get(word)) is not None:
        return ((value, True),)
    if "-" in word:
        return _joined(word.strip("-").split("-"), known)
    if known.writing.joins_words and word[:3] in numbers.beginnings:
        return _segmented(word, known)
    return None


def _joined(parts: list[str], known: Lexicon) -> tuple[tuple[int, bool], ...] | None:
    atoms: list[tuple[int, bool]] = []
    at = 0
    while at < len(parts):
        for end in range(min(at + 5, len(parts)), at, -1):
            piece = "-".join(parts[at:end])
            if piece in known.numbers.below_hundred:
                atoms.append((known.numbers.below_hundred[piece], False))
                break
            if piece in known.numbers.scales and len(piece) > 1:
                atoms.append((known.numbers.scales[piece], True))
                break
            if end == at + 1 and piece in known.numbers.connectors and atoms:
                break
        else:
            inner = known.writing.joins_words and _segmented(parts[at], known)
            if not inner:
                return None
            atoms.extend(inner)
            end = at + 1
        at = end
    return tuple(atoms) or None


def _segmented(word: str, known: Lexicon) -> tuple[tuple[int, bool], ...] | None:
    numbers = known.numbers
    atoms: list[tuple[int, bool]] = []
    at = 0
    while at < len(word):
        for end in range(min(at + numbers.longest, len(word)), at, -1):
            piece = word[at:end]
            if piece in numbers.below_hundred:
                atoms.append((numbers.below_hundred[piece], False))
                break
            if piece in numbers.scales and len(piece) > 1:
                atoms.append((numbers.scales[piece], True))
                break
            if atoms and piece in numbers.connectors:
                break
        else:
            return None
        at = end
    return tuple(atoms)


class _Sum:
    """A number built up from number words."""

    __slots__ = ("group", "limit", "scale", "total")

    def __init__(self) -> None:
        self.total = 0
        self.group = 0
        self.limit = _NO_LIMIT
        self.scale = 1

    @property
    def value(self) -> int:
        return self.total + self.group

    @property
    def may_join(self) -> bool:
        return self.scale >= _HUNDRED

    def takes(self, atoms: tuple[tuple[int, bool], ...]) -> bool:
        """Add number words, all or none, and return whether they followed the rule."""
        before = self.total, self.group, self.limit, self.scale
        for value, is_scale in atoms:
            if not (self._scale(value) if is_scale else self._unit(value)):
                self.total, self.group, self.limit, self.scale = before
                return False
        return True

    def _unit(self, value: int) -> bool:
        if self.group % _HUNDRED or self.limit < _HUNDRED or self.scale in (12, 20):
            return False
        self.group += value
        self.scale = 1
        return True

    def _scale(self, value: int) -> bool:
        if value >= self.limit:
            return False
        if value < _THOUSAND:
            if self.group >= _HUNDRED or (self.total and value != _HUNDRED):
                return False
            self.group = (self.group or 1) * value
        else:
            self.total += (self.group or 1) * value
            self.group, self.limit = 0, value
        self.scale = value
        return True
