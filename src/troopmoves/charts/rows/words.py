"""The words on charts: who and where with nations by name, bounds as a reader says them, lines of a width.

To word a thing otherwise: its function here; the golden specifications show where it is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from textwrap import wrap
from typing import Final, TypeAlias

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.entry import Entry
from troopmoves.entities.force import Force
from troopmoves.entities.place import Place, Unspecified
from troopmoves.ledger.names import Label
from troopmoves.quantity.bounds import Bounds

Row: TypeAlias = dict[str, object]
"""Plain values by name; None is open or not said."""

NOTHING: Final = "No claim that counts says who is where."
"""What stands in the place of a chart without rows."""
_MOST_PUBLISHERS: Final = 3


def who_words(force: Force) -> str:
    """Return whose people, the nation by its name.

    >>> who_words(Force.of("CAN")), who_words(Force())
    ('Canada', 'all forces')
    """
    sender = force.sender
    if sender is None:
        return str(force)
    parts = ("" if force.unit is None else f"{force.unit} of ", sender.code)
    return f"{parts[0]}{sender.name}{str(force).removeprefix(''.join(parts))}"


def scope_label(force: Force, place: Place | None) -> str:
    """Return who and where in few words.

    >>> scope_label(Force.of("CAN"), None)
    'Canada everywhere'
    """
    who = who_words(force)
    if place is None:
        return f"{who} everywhere"
    return f"{who}, {place}" if " in " in who else f"{who} in {place}"


def place_briefly(place: Place) -> str:
    """Return a place in few words: one that is not named is only that.

    >>> place_briefly(Unspecified())
    'a place not named'
    """
    return "a place not named" if isinstance(place, Unspecified) else str(place)


def how_many(bounds: Bounds) -> str:
    """Return bounds as a reader says them.

    >>> [how_many(Bounds(low, high)) for low, high in ((14, 14), (160, 240), (0, 14), (400, None), (0, None))]
    ['14', '160-240', '0-14', '400 or more', 'not limited']
    """
    if bounds.high is None:
        return f"{bounds.low} or more" if bounds.low else "not limited"
    return str(bounds)


def times(number: int) -> str:
    """Return how often, in words.

    >>> times(1), times(2), times(5)
    ('once', 'twice', '5 times')
    """
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def in_lines(text: str, pixels: float, *, size: float, evenly: bool = False) -> list[str]:
    """Return a text in lines that are no wider than so many pixels.

    >>> in_lines("fell for certain three times", 200, size=16)
    ['fell for certain three', 'times']
    >>> in_lines("fell for certain three times", 200, size=16, evenly=True)
    ['fell for certain', 'three times']

    Args:
        text: The text.
        pixels: The width.
        size: That of the letters, in pixels.
        evenly: Whether the lines are of much the same length.
    """
    most = max(int(pixels / (size * _LETTER)), _FEWEST_LETTERS)
    lines = _wrapped(text, most)
    if not evenly or len(lines) == 1:
        return lines
    return next(even for letters in range(1, most + 1) if len(even := _wrapped(text, letters)) <= len(lines))


def _wrapped(text: str, letters: int) -> list[str]:
    return wrap(text, letters, break_long_words=False, break_on_hyphens=False) or [""]


_FEWEST_LETTERS: Final = 20
_LETTER: Final = 0.5
"""The mean width of a letter of Arial, by its size; a little more than measured, so that lines fit."""


def width_of(texts: Iterable[str], *, size: float) -> int:
    """Return about how many pixels the longest of some texts takes."""
    return int(max((len(text) for text in texts), default=0) * size * _LETTER) + 4


def source_words(entries: Iterable[Entry], label: Label) -> str:
    """Return where the claims come from, for the line under a chart."""
    publishers = list(dict.fromkeys(entry.report.source_name for entry in entries if entry.report))
    named = ", ".join(publishers[:_MOST_PUBLISHERS])
    more = len(publishers) - _MOST_PUBLISHERS
    told = f"{named} and {more} more" if more > 0 else named
    return (
        f"Source: {told or label.title or 'claims without a report'} ({label.size}; ledger {label.digest})."
    )


def assumed_words(assumptions: Assumptions) -> str:
    """Return what is assumed, for the line under a chart."""
    return f"Assuming: {assumptions}."


def iso(day: date | None) -> str | None:
    """Return a day as text; None is open."""
    return None if day is None else day.isoformat()
