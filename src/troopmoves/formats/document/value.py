"""Headcounts, shares, windows of days and moments of publication, as documents hold them.

Each is its notation alone, or a mapping that keeps the source's words beside it: `about 500`, or
`{is: about 500, text: an estimated 500}`. The shorter form is the one that is written.

To add a value with a notation: one call of `_teach_worded`, one row in docs/reference/documents.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final, TypeVar, final

import attrs

from troopmoves.errors import TimingError
from troopmoves.formats.document.codec import Codec, Plain, Shape, read_short
from troopmoves.formats.document.fault import fault
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.kind import HeadcountKind
from troopmoves.quantity.share import Share
from troopmoves.timing.when import When, day_of

_T = TypeVar("_T")


def teach_values(codec: Codec) -> None:
    """Teach a codec every value that has a notation of its own."""
    codec.teach(date, read_day, date.isoformat)
    codec.teach(datetime, read_moment, write_moment)
    codec.teach_choice((date, datetime), lambda value, _: read_moment(value))
    _teach_worded(codec, Headcount, _read_figure, lambda count, said: count.with_text(said.text))
    _teach_worded(codec, Share, _read_part, lambda share, said: share.with_text(said.text))
    _teach_worded(
        codec, When, _read_window, lambda when, said: when.with_text(said.text, anchored=said.anchored)
    )
    codec.teach_writing(Headcount, _write_headcount)
    codec.teach_writing(Share, lambda share: _with_words(share.notation, text=share.text))
    codec.teach_writing(When, _write_when)


def read_day(value: Plain) -> date:
    """Return a day from YYYY-MM-DD."""
    return day_of(_dated(value))


def read_moment(value: Plain) -> date | datetime:
    """Return a day, or a minute with its offset, as when something was published.

    >>> read_moment("2020-01-07T18:30+00:00")
    datetime.datetime(2020, 1, 7, 18, 30, tzinfo=datetime.timezone.utc)
    """
    text = _dated(value)
    if _TIMED.search(text) is None:
        return day_of(text)
    if _MINUTE.fullmatch(text) is None:
        way_out = "write it like 2020-01-07T18:30+00:00, or the day alone"
        raise fault(text, "a moment is a day, a minute and an offset", way_out)
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise TimingError("moment", text, f"no such moment: {error}") from None


def write_moment(moment: date | datetime) -> str:
    """Return a day or moment as ISO 8601, to the minute."""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


_TIMED: Final = re.compile("[0-9]T")  # and not the T of Tuesday
# An offset with seconds is that of a local mean time, which Python's zones have for years long past. Midnight
# is 00:00; 24:00 would be told as the day after, by some releases of Python.
_MINUTE: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?!24)[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{6})?)?)"
)


@final
@attrs.frozen(kw_only=True)
class Worded:
    """A value in its notation, with the source's words beside it."""

    notation: Any
    """What is meant, in the notation."""
    text: str = ""
    """The source's own words."""
    anchored: date | None = None
    """The day from which words such as `yesterday` were counted."""


def _teach_worded(
    codec: Codec,
    wanted: type[_T],
    read: Callable[[Plain], _T],
    keep: Callable[[_T, Worded], _T],
) -> None:
    without = () if wanted is When else ("anchored",)
    shape = Shape(record=Worded, keys={"notation": "is"}, without=without, reads={"notation": read})

    def read_either(value: Plain) -> _T:
        if not isinstance(value, dict):
            return read(value)
        said = codec.read_shape(value, shape)
        return keep(said.notation, said)

    codec.teach_reading(wanted, read_either)


def _read_figure(value: Plain) -> Headcount:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise fault(value, "a count is a whole number or in the notation of headcounts", "write 'about 500'")
    return Headcount.of(read_short(value) if isinstance(value, str) else value)


def _read_part(value: Plain) -> Share:
    if not isinstance(value, str):
        raise fault(value, "a share is in the notation of shares", "write '1/2', '40%' or 'most'")
    return Share.of(read_short(value))


def _read_window(value: Plain) -> When:
    return When.of(_dated(value))


def _dated(value: Plain) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        raise fault(value, "a date is a text", f"put it in quotes: '{value}'")
    return read_short(value)


def _write_headcount(headcount: Headcount) -> Plain:
    exact = headcount.kind is HeadcountKind.EXACT
    return _with_words(headcount.number if exact else headcount.notation, text=headcount.text)


def _write_when(when: When) -> Plain:
    anchored = "" if when.anchored is None else when.anchored.isoformat()
    return _with_words(when.edtf, text=when.text, anchored=anchored)


def _with_words(notation: Plain, **words: str) -> Plain:
    said: dict[str, Plain] = {key: word for key, word in words.items() if word}
    return {"is": notation, **said} if said else notation
