"""Phrases for a time, counted from the day they were said: "in the coming days", "by early 2021".

The phrases of a language are data (`dates_<language>.toml`), by what they mean; `dates_meaning` turns
meanings into days, `dates_calendar` does the arithmetic. The whole phrase is understood or refused. What has
no agreed end stays open; what could mean two windows is refused with both, unless the caller says whether the
phrase looks ahead.

To add a phrase: see dates_en.toml. To add a language: its file, and its name in `LANGUAGES`.
"""

from __future__ import annotations

import difflib
import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.resources import files
from typing import Any, Final, final

import attrs

from troopmoves.errors import PhraseError
from troopmoves.phrases.dates_calendar import Span
from troopmoves.phrases.dates_meaning import MEANINGS, Reading
from troopmoves.timing.when import When, day_of

LANGUAGES: Final = ("en", "de", "fr")
"""The languages in which phrases for a time are read."""

_LONGEST: Final = 200
"""More letters than any phrase for a time has; a longer text is refused unread."""
_DEEPEST: Final = 4


def read_when(text: str, said: date | str, language: str = "en", *, ahead: bool | None = None) -> When:
    """Return the window of days that a phrase means when it is said on a day.

    Args:
        text: The phrase, and nothing else.
        said: The day on which it was said or published.
        language: "en", "de" or "fr".
        ahead: Whether the phrase speaks of what is to come (True) or of what has been (False). Without it,
            "on Tuesday" or "in January" is refused where two days or years could be meant.

    >>> read_when("in the coming days", "2020-01-07").edtf
    '2020-01-07/..'
    >>> read_when("by early 2021", "2020-11-17").edtf
    '../2021-04-30~'

    Raises:
        PhraseError: If not all of it is understood, or it could mean two windows.
        TimingError: If there is no such day on which it was said.
    """
    day = day_of(said, "read_when.said")
    if language not in LANGUAGES:
        raise PhraseError("read_when.language", language, f"phrases are read in {', '.join(LANGUAGES)}")
    if not isinstance(text, str):
        raise PhraseError("read_when", text, "a phrase is text")
    phrases = _phrases(language)
    plain = _plain(text) if len(text) <= _LONGEST else ""
    try:
        span = phrases.read(plain, Reading(said=day, words=phrases.words, ahead=ahead, inner=phrases.read))
    except PhraseError as error:
        raise PhraseError("read_when", text, error.rule, error.way_out) from None
    except (OverflowError, ValueError):
        raise PhraseError("read_when", text, "there is no such day", "write a day of the calendar") from None
    if span is None:
        raise _not_understood(text, plain, phrases)
    return span.when(text, day)


@final
@attrs.frozen(kw_only=True)
class _Phrases:
    """The phrases of a language, as patterns, and its words."""

    forms: tuple[tuple[str, re.Pattern[str]], ...]
    """Every pattern with what it means, in the order in which they are tried."""
    examples: tuple[str, ...]
    """The patterns as people read them."""
    words: Mapping[str, Mapping[str, str]]
    """For each placeholder, what its words stand for."""
    vocabulary: frozenset[str]
    """Every word in a pattern or table."""

    def read(self, plain: str, reading: Reading) -> Span | None:
        """Return the days that a phrase means, or None."""
        if reading.depth > _DEEPEST:
            return None
        for meaning, pattern in self.forms:
            found = pattern.fullmatch(plain)
            if found is not None:
                slots = {name: value for name, value in found.groupdict().items() if value is not None}
                span = MEANINGS[meaning](slots, reading)
                if span is not None:
                    return span
        return None


_TABLES: Final = {
    "n": "numbers",
    "unit": "units",
    "month": "months",
    "weekday": "weekdays",
    "season": "seasons",
    "part": "parts",
    "quarter": "quarters",
    "year": "years",
}
"""The table of a file that holds the words of each placeholder."""
_FIGURES: Final = {"n": "[0-9]{1,4}|", "year": "[0-9]{4}|"}
_FREE: Final = {
    "when": "(?P<when>.+)",
    "other": "(?P<other>.+)",
    "day": "(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er)?",
}


@functools.cache
def _phrases(language: str) -> _Phrases:
    path = files("troopmoves.phrases").joinpath(f"dates_{language}.toml")
    file: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    words = {
        slot: {_plain(word): meaning for meaning, said in file[table].items() for word in said}
        for slot, table in _TABLES.items()
    }
    rows = [(meaning, pattern) for meaning in MEANINGS for pattern in file["forms"].get(meaning, ())]
    places = _FREE | {slot: _place(slot, known) for slot, known in words.items()}
    known = " ".join(
        [_plain(pattern) for _, pattern in rows] + [word for said in words.values() for word in said]
    )
    return _Phrases(
        forms=tuple((meaning, _compiled(_plain(pattern), places)) for meaning, pattern in rows),
        examples=tuple(re.sub(r"\[[^]]*\] ?", "", pattern) for _, pattern in rows),
        words=words,
        vocabulary=frozenset(re.findall(r"\w+", known)),
    )


def _place(slot: str, words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?P<{slot}>{_FIGURES.get(slot, '')}{'|'.join(map(re.escape, longest_first))})"


def _compiled(pattern: str, places: Mapping[str, str]) -> re.Pattern[str]:
    """Return the expression of a pattern: "(a|b)" a choice, "[a]" may be left out with its space."""
    pattern = re.sub(r"\[([^]\[]*)\] ", r"(?:\1 )?", pattern)
    pattern = re.sub(
        r" ?\[([^]\[]*)\]", lambda left: f"(?:{' ' * left[0].startswith(' ')}{left[1]})?", pattern
    )
    pattern = re.sub(r"\((?!\?)", "(?:", pattern)
    return re.compile(re.sub(r"\{(\w+)\}", lambda place: places[place[1]], pattern))


def _plain(text: str) -> str:
    """Return a phrase in small letters, without commas, hyphens and full stops between its words."""
    letters = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(letter for letter in letters if unicodedata.category(letter) != "Cf")
    letters = re.sub(r"['\u2018\u2019\u02bc]", "'", letters)
    letters = re.sub(r"[-\u2010-\u2015]", " ", letters)
    return " ".join(re.sub(r"[,.](?=\s|$|[)\]|])", " ", letters).split())


_MOST_NEAR: Final = 3


def _not_understood(text: str, plain: str, phrases: _Phrases) -> PhraseError:
    unknown = (
        word for word in re.findall(r"\w+", plain) if word not in phrases.vocabulary and not word.isdecimal()
    )
    word = next(unknown, "")
    near = difflib.get_close_matches(plain, phrases.examples, n=_MOST_NEAR, cutoff=0.5)
    rule = (
        f"{word!r} is no word of a time that is understood" if word else "this is no time that is understood"
    )
    way_out = f"understood are {', '.join(map(repr, near))}" if near else "write it as EDTF, for When.of"
    return PhraseError("read_when", text, rule, way_out, word, max(text.casefold().find(word), 0))
