"""What is known of a language: how it writes, its number words, and the senses of its words.

A file holds all that the reader knows of a language; the reader itself knows none. `[writing]` says how
figures and names are written, `[numbers]` lists the number words below a hundred and the scales, and each
`[[entry]]` gives words one or more senses, with an example (and a source where there is one). An entry's
words share its senses; a word may stand in several entries that give it different ones.

To add a language: copy a file of `lexicons/`, translate it, and name it in `LANGUAGES` of `lexiconfile.py`.
The senses stand in `sense.py`, and docs/reference/phrases.md explains them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple, final

import attrs


class Senses(dict[str, str]):
    """The senses of a word: for each its meaning; not changed once they are read.

    What the grammar works out of them once it keeps here: `steps` is what it does at such a word, `head` what
    the word counts, and `goes_on` whether a figure before it may go on with it ("to", "percent", "-").
    """

    __slots__ = ("goes_on", "head", "steps")

    def __init__(self, senses: Mapping[str, str]) -> None:
        super().__init__(senses)
        self.steps: Any = None
        self.head: Any = None
        self.goes_on: bool = "range" in senses or "link" in senses or "noun" in senses


class Expression(NamedTuple):
    """Several words that have a sense together."""

    words: tuple[str, ...]
    """The words, in lower case."""
    senses: Senses
    """What they say together."""


@final
@attrs.frozen(kw_only=True)
class Writing:
    """How a language writes figures and names."""

    thousands: tuple[str, ...]
    """What may stand between groups of three digits."""
    decimal: str
    """What stands before decimals."""
    elides: bool = False
    """Whether words end at an apostrophe: "d'hommes"."""
    head_first: bool = False
    """Whether the noun stands before what describes it."""
    capitals_are_names: bool = True
    """Whether an unknown word with a capital is a name; not so where all nouns have one."""
    joins_words: bool = False
    """Whether words are made of others without a hyphen, the last of which tells what it is."""
    prefixes: tuple[str, ...] = ()
    """First parts that make a modifier of a word with a hyphen: "non-American", "anti-piracy"."""
    endings: tuple[str, ...] = ()
    """Ends of words that make them modifiers: "-led", "-ing", "-ous"."""
    participles: tuple[str, ...] = ()
    """Ends of words that, after a noun, open what it does: "carrying" in "ships carrying soldiers"."""
    closed: tuple[str, ...] = ()
    """Words never taken by their shape, alone or in a compound: they could change what a figure means."""
    refused_stems: tuple[str, ...] = ()
    """What no word accepted by its shape alone may contain: stems of casualties and captives."""

    @property
    def refused(self) -> re.Pattern[str]:
        """The stems as one pattern."""
        return re.compile("|".join(map(re.escape, self.refused_stems)) or r"(?!)")


class Fixed(NamedTuple):
    """An expression for a number that follows no rule: "half a dozen", "une centaine"."""

    words: tuple[str, ...]
    """The words, in lower case."""
    value: Fraction
    """The number; a scale may follow one that is not whole: "one and a half million"."""
    rounded: bool
    """Whether it says about so many."""


@final
@attrs.frozen(kw_only=True)
class Numbers:
    """The number words of a language."""

    below_hundred: Mapping[str, int]
    """Those from 1 to 99."""
    scales: Mapping[str, int]
    """Those that multiply what stands before them."""
    bare_scales: frozenset[str]
    """The scales that need nothing before them: German "tausend"."""
    connectors: frozenset[str]
    """The words that may stand between number words: "hundred and twenty"."""
    fixed: Mapping[str, tuple[Fixed, ...]]
    """Expressions for a number that follow no rule, by their first word, longest first."""
    words: frozenset[str]
    """All number words and scales."""
    beginnings: frozenset[str]
    """The first three letters of every number word, to tell most other words apart at once."""
    longest: int
    """The length of the longest number word."""


@final
@attrs.frozen(kw_only=True)
class Entry:
    """Words of one sense, as a file gives them."""

    words: tuple[str, ...]
    """The words and expressions."""
    senses: Senses
    """What they say."""
    example: str
    """A phrase with one of them; read by the tests."""
    source: str = ""
    """Where the sense is defined or found, if anywhere."""


@final
@attrs.frozen(kw_only=True)
class Wording:
    """How a language says each kind of headcount, for `format_phrase`."""

    forms: Mapping[str, str]
    """The form of each kind, with {number}, {low} and {high}."""
    vague: Mapping[str, str]
    """The words for each vague word of the notation."""


@final
@attrs.frozen(kw_only=True, eq=False)
class Lexicon:
    """All that is known of a language; there is one of each, so that two are equal if they are the same."""

    language: str
    """Its code."""
    writing: Writing
    """How it writes figures and names."""
    refused: re.Pattern[str]
    """The stems that no word accepted by its shape alone may contain."""
    closed: frozenset[str]
    """The words that are never taken by their shape."""
    numbers: Numbers
    """Its number words."""
    wording: Wording
    """How it says a headcount."""
    entries: tuple[Entry, ...]
    """The entries, as they stand in the file."""
    words: Mapping[str, Senses]
    """The senses of each single word, in lower case."""
    plain: Mapping[str, Senses]
    """Those of them that begin no number and no expression: most words of a phrase."""
    short_openings: Mapping[str, Mapping[str, tuple[Expression, ...]]]
    """Those expressions whose first word is no number by itself."""
    opening_words: Mapping[str, Senses]
    """The senses of those that have some alone and begin no number."""
    figure: re.Pattern[str]
    """A plain figure with its first separator of thousands, as nearly all are written."""
    numerals: frozenset[str]
    """The number words below a hundred that are no articles."""
    fixed_seconds: frozenset[str]
    """The second words of all fixed expressions for numbers."""
    expressions: Mapping[str, Mapping[str, tuple[Expression, ...]]]
    """The expressions of several words by their first and their second, longest first."""
