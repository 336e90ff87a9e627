"""What people type, as documents hold it: whose people and where by any name, how many and when in words.

Notation is taken as it is. Words of a source are read by the readers of prose, in English, German and French,
and kept beside what they mean. What is not understood is refused with the forms that are.

To let another key be said in words: one branch in `plain_value`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from troopmoves.cli.called import nation_called
from troopmoves.cli.trouble import CommandError
from troopmoves.entities.nation import is_nation_code
from troopmoves.errors import NotationError, PhraseError, TimingError
from troopmoves.formats.document.yaml import parse
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.headcount import Headcount
from troopmoves.timing.when import When

if TYPE_CHECKING:
    from troopmoves.phrases.phrase import Phrase

PLACES: Final = ("where", "from", "to")
"""The keys under which places stand."""

COUNTS: Final = "14, about 500, nearly 500, at least 14, up to 80, 100..150, dozens, some, zero"
"""Forms of a count, as they are told."""
DAYS: Final = "2020-01-07, 2020-01, 2020-01-07/2020-01-14 or 2020-01-07/.. (from that day on)"
"""Forms of a date, as they are told."""


def plain_value(key: str, text: str, ledger: Ledger, said: date | None = None) -> Any:  # noqa: ANN401 (what a document holds)
    """Return a value as a document holds it, from what somebody typed.

    Args:
        key: The key that it is to stand under.
        text: What was typed.
        ledger: The document, whose operations, units and places are known.
        said: The day from which words such as "tomorrow" are counted, if it is known.

    Raises:
        TroopmovesError: If a count or date is neither notation nor a phrase, or braces do not close.
    """
    if text.startswith("{"):
        return parse(text)
    if key == "count":
        return count_of(text)
    if key == "when":
        return when_of(text, said)
    if key == "who":
        return force_of(text, ledger)
    if key in PLACES:
        return place_of(text, ledger) or text
    return text


# -- who and where ------------------------------------------------------------------------------------------


def force_of(text: str, ledger: Ledger) -> str | dict[str, str]:
    """Return a force by the id or name of an operation or unit, or by any name of a nation."""
    operation = _id_of(text, ledger.operations)
    if operation:
        return {"operation": operation}
    unit = _id_of(text, ledger.units)
    return {"unit": unit} if unit else _code_of(text, ledger, people=True) or text


def place_of(text: str, ledger: Ledger) -> str | None:
    """Return the key of a place by its id or name, or by any name of a country; None if there is none."""
    named = [place for place in ledger.places if getattr(place, "name", "")]
    return _id_of(text, named) or _code_of(text, ledger)


def _id_of(text: str, known: Any) -> str | None:  # noqa: ANN401 (entities of a ledger)
    """Return the id of the one that has an id, name or alias."""
    bearers: list[str] = [
        one.id for one in known if text in (getattr(one, "id", ""), one.name, *getattr(one, "aliases", ()))
    ]
    return bearers[0] if len(bearers) == 1 else None


def _code_of(text: str, ledger: Ledger, *, people: bool = False) -> str | None:
    aliases = dict(ledger.aliases)
    if text in aliases and not is_nation_code(text):
        return aliases[text]
    nation = nation_called(text, people=people)
    return None if nation is None else nation.code


# -- how many and when --------------------------------------------------------------------------------------


def count_of(text: str) -> Any:  # noqa: ANN401 (what a document holds)
    """Return a headcount as documents hold it, from its notation or from a phrase, which is kept whole.

    >>> count_of("about 500"), count_of("14")
    ('about 500', 14)

    Raises:
        TroopmovesError: If it is neither; with what would be understood.
    """
    try:
        return _written(Headcount.of(text))
    except NotationError as error:
        try:
            level = phrase_reader()(text).level
        except PhraseError as unread:
            rule = f"{error.rule}; and as a phrase: {unread.rule}"
            way_out = f"write it like {COUNTS}; or as the source says it, and no word beside the number"
            raise CommandError("count", text, rule, way_out) from None
        return _written(level.with_text(text))


def phrase_reader() -> Callable[[str], Phrase]:
    """Return what reads a phrase, in whatever language it is."""
    from troopmoves.phrases.read import read_phrase  # noqa: PLC0415 (reads its lexicons)

    return partial(read_phrase, language=None)


def _written(headcount: Headcount) -> Any:  # noqa: ANN401 (as above)
    said = headcount.notation
    plain = int(said) if said.isascii() and said.isdigit() else said
    return plain if headcount.text in {"", said} else {"is": plain, "text": headcount.text}


_A_WORD: Final = re.compile(r"[^\W\d_]{3}")


def when_of(text: str, said: date | None) -> str | dict[str, str]:
    """Return a window of days as documents hold it, from its notation or from words and when they were said.

    >>> when_of("2020-01", None)
    '2020-01'
    >>> when_of("in the coming days", date(2020, 1, 7))
    {'is': '2020-01-07/..', 'text': 'in the coming days', 'anchored': '2020-01-07'}

    Raises:
        CommandError: If the words are not understood or could mean two windows, or their day is not known.
    """
    try:
        When.of(text)
    except TimingError:
        if _A_WORD.search(text):
            return _when_said(text, said)
    return text  # with what is wrong with it, which the document tells


def _when_said(text: str, said: date | None) -> dict[str, str]:
    if said is None:
        rule = "words for a time are counted from the day on which they were said, and that is not known"
        raise CommandError(
            "when", text, rule, f"give --published for the report, or --public; or write {DAYS}"
        )
    from troopmoves.phrases.dates import LANGUAGES, read_when  # noqa: PLC0415 (reads its phrases)

    refused: list[PhraseError] = []
    for language in LANGUAGES:
        try:
            when = read_when(text, said, language)
        except PhraseError as error:
            refused.append(error)
        else:
            return {"is": when.edtf, "text": text, "anchored": said.isoformat()}
    # One that names no strange word has understood the words, and says why they will not do.
    told = next((error for error in refused if not error.word), refused[0])
    way_out = f"write {DAYS}; or words such as 'in the coming days', 'since Monday', '3 March'"
    raise CommandError("when", text, f"said on {said.isoformat()}: {told.rule}", way_out)
