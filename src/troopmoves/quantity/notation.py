"""The strict notation of headcounts, read and written.

The notation is what documents hold and `Headcount.of` takes: one form per kind, lower case, plain in YAML,
no prose. The publisher's words are kept beside it, as text; prose is read by `troopmoves.read_phrase`.

To add a form: one entry in `_WORDED` (a phrase before a figure), in `_ALONE` (a word by itself) or one line
in `parse`; and one in `FORMS`, which error messages show.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from troopmoves.errors import NotationError
from troopmoves.quantity.kind import HeadcountKind, Wording
from troopmoves.quantity.vague import VAGUE_WORDS

FORMS = (
    "500, about 500 (~500), nearly 500, just over 500, at least 14 (14..), more than 5000, "
    "at most 80 (..80), fewer than 80, up to 850, 100..150, about 100..150, some, unknown, zero, "
    f"or one of: {', '.join(VAGUE_WORDS)}"
)
"""Every form of the notation, as error messages show them."""

_WORDED = {
    "about": HeadcountKind.ABOUT,
    "nearly": HeadcountKind.NEARLY,
    "just over": HeadcountKind.JUST_OVER,
    "at least": HeadcountKind.AT_LEAST,
    "more than": HeadcountKind.MORE_THAN,
    "at most": HeadcountKind.AT_MOST,
    "fewer than": HeadcountKind.FEWER_THAN,
    "up to": HeadcountKind.UP_TO,
}
_ALONE = {
    "some": HeadcountKind.UNSPECIFIED,
    "unknown": HeadcountKind.UNKNOWN,
    "zero": HeadcountKind.ZERO,
    "0": HeadcountKind.ZERO,
}
_PREFIX = {kind: words for words, kind in _WORDED.items()}
_WORD = {kind: word for word, kind in _ALONE.items() if word != "0"}

# What people write instead, and the notation for it.
_INSTEAD = {
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "circa": "about",
    "almost": "nearly",
    "just under": "nearly",
    "over": "more than",
    ">": "more than",
    ">=": "at least",
    "minimum": "at least",
    "no fewer than": "at least",
    "no less than": "at least",
    "less than": "fewer than",
    "under": "fewer than",
    "<": "fewer than",
    "<=": "at most",
    "maximum": "at most",
    "no more than": "at most",
    "as many as": "up to",
    "no": "zero",
    "none": "zero",
    "nobody": "zero",
}

_FIGURE = r"(?:0|[1-9][0-9]{0,17})"  # 18 digits at most: it fits the integers of every table format
_SINGLE = re.compile(rf"(?:(?P<words>[a-z]+(?: [a-z]+)?) |(?P<tilde>~))?(?P<number>{_FIGURE})")
_RANGE = re.compile(rf"(?P<about>about |~)?(?P<low>{_FIGURE})\.\.(?P<high>{_FIGURE})")
_HALF_OPEN = re.compile(rf"(?P<from>{_FIGURE})\.\.|\.\.(?P<to>{_FIGURE})")

_WHERE = "Headcount.of"
# Slips with an answer of their own: what gives them away, the rule, and the way out.
_FAULTS = tuple(
    (re.compile(fault), rule, way_out)
    for fault, rule, way_out in (
        (
            r"[0-9]{1,3}(?:[,.'_ \u00a0\u2019\u202f][0-9]{3})+(?![0-9])",
            "figures take no thousands separators",
            "write {plain}",
        ),
        (
            r"^(?P<sign>[-+\u2212])[0-9]+$",
            "{sign!r}: a headcount has no sign",
            "a signed figure is a change; record it as one",
        ),
        (
            r"(?P<low>[0-9]+) ?(?:[-\u2013\u2014]|to) ?(?P<high>[0-9]+)$",
            "a range is written with two dots",
            "write {low}..{high}",
        ),
        (r"^(?P<figure>[0-9]+)\+$", "'+' is not in the notation", "write 'at least {figure}'"),
        (r"[0-9]{19}", "a figure has 18 digits at most", ""),
        (r"(?<![0-9])0[0-9]+", "{found!r}: a figure has no leading zeros", ""),
        (r"^\s|\s$|\s\s|^$", "one space between words, none around them", f"understood are {FORMS}"),
        (r"[A-Z]", "{found!r}: the notation is lower case", f"understood are {FORMS}"),
    )
)


class Parsed(NamedTuple):
    """The parts of a headcount, as the notation gives them."""

    kind: HeadcountKind
    number: int | None = None
    low: int | None = None
    high: int | None = None
    about: bool = False
    word: str | None = None


def parse(notation: str) -> Parsed:
    """Return the parts of a headcount written in the notation.

    >>> parse("about 100..150")[1:5]
    (None, 100, 150, True)

    Raises:
        NotationError: If the text has another form; it says which form was meant, if that is plain.
    """
    if notation in _ALONE:
        return Parsed(_ALONE[notation])
    if notation in VAGUE_WORDS:
        return Parsed(HeadcountKind.VAGUE, word=notation)
    if (single := _SINGLE.fullmatch(notation)) and (single["words"] is None or single["words"] in _WORDED):
        words = "about" if single["tilde"] else single["words"]
        return Parsed(_WORDED[words] if words else HeadcountKind.EXACT, int(single["number"]))
    if both := _RANGE.fullmatch(notation):
        low, high = int(both["low"]), int(both["high"])
        return Parsed(HeadcountKind.RANGE, low=low, high=high, about=both["about"] is not None)
    if half := _HALF_OPEN.fullmatch(notation):
        kind = HeadcountKind.AT_LEAST if half["from"] else HeadcountKind.AT_MOST
        return Parsed(kind, int(half["from"] or half["to"]))
    raise _explained(notation)


def format_notation(wording: Wording) -> str:
    """Return the one canonical form, which `parse` reads back."""
    match wording.kind:
        case HeadcountKind.EXACT:
            return str(wording.number)
        case HeadcountKind.RANGE:
            return f"{'about ' if wording.about else ''}{wording.low}..{wording.high}"
        case HeadcountKind.VAGUE:
            return str(wording.word)
        case HeadcountKind.UNSPECIFIED | HeadcountKind.UNKNOWN | HeadcountKind.ZERO as kind:
            return _WORD[kind]
        case kind:
            return f"{_PREFIX[kind]} {wording.number}"


def _explained(notation: str) -> NotationError:
    for fault, rule, way_out in _FAULTS:
        if found := fault.search(notation):
            plain = re.sub(r"[^0-9]", "", found[0])
            shown = {"found": found[0], "plain": plain, **found.groupdict()}
            return NotationError(_WHERE, notation, rule.format(**shown), way_out.format(**shown))
    words = re.match(r"[^0-9]*", notation)
    stranger = words[0].strip() if words else ""
    rest = notation[len(stranger) :].strip()
    if meant := _INSTEAD.get(stranger.casefold()):
        form = "zero" if meant == "zero" else f"{meant} {rest}".strip()
        return NotationError(_WHERE, notation, f"{stranger!r} is not in the notation", f"write {form!r}")
    if stranger in _WORDED:
        rule = f"{stranger!r} is followed by one plain figure, not {rest!r}"
    else:
        rule = f"{stranger or rest.lstrip('0123456789')!r} is not in the notation"
    return NotationError(_WHERE, notation, rule, f"understood are {FORMS}")
