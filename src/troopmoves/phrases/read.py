"""Troop phrases read whole, or refused: the segments of `grammar.py` put together as a `Phrase`.

>>> from troopmoves.phrases.read import read_phrase
>>> phrase = read_phrase("nearly two dozen of its 500 military personnel")
>>> print(phrase.headcount, "of", phrase.whole, phrase.noun)
nearly 24 of 500 personnel

To join amounts in another way: one connector in `grammar.py`, its meaning in `_joined` here.
"""

from __future__ import annotations

from typing import Any, Final

import attrs

from troopmoves.errors import PhraseError
from troopmoves.phrases.amount import AmountError
from troopmoves.phrases.characters import cleaned
from troopmoves.phrases.grammar import segments_of
from troopmoves.phrases.items import WHERE
from troopmoves.phrases.lexiconfile import LANGUAGES, lexicon
from troopmoves.phrases.phrase import Counts, Measure, Phrase, Relation
from troopmoves.phrases.segment import Segment
from troopmoves.quantity.headcount import Headcount, HeadcountKind

# Dicts, since looking an enum member up by its value takes twenty times as long.
_RELATIONS: Final[dict[str, Relation]] = {relation.value: relation for relation in Relation}
_MEASURES: Final[dict[str, Measure]] = {measure.value: measure for measure in Measure}
_PERSONS, _LEVEL = Counts.PERSONS, Measure.LEVEL
_FIELDS: Final = tuple(field.name for field in attrs.fields(Phrase))


def read_phrase(text: str, language: str | None = "en") -> Phrase:
    """Return what a troop phrase says, if every word of it is understood.

    Args:
        text: The words around a number, such as "some of the roughly 1,000 U.S. troops in Syria".
        language: "en", "de" or "fr"; None reads it in all of them and takes what they agree on.

    >>> print(read_phrase("bis zu 1.400 Soldaten", "de").headcount)
    up to 1400
    >>> read_phrase("about 5.200 troops")
    Traceback (most recent call last):
    troopmoves.errors.PhraseError: read_phrase: got 'about 5.200 troops'; '5.200' (character 6): it could be \
5200 or 5 and 200 thousandths; write it plainly

    Raises:
        PhraseError: If a word is not understood where it stands, if the words contradict each other, or if
            they mean no presence, such as casualties.
    """
    plain = cleaned(text)
    if language is None:
        return _read_in_all(plain, text)
    return _read(plain, text, language)


def _read(plain: str, given: str, language: str) -> Phrase:
    segments = segments_of(plain, given, lexicon(language))
    try:
        return _phrase(segments, plain, given, language)
    except AmountError as error:
        raise PhraseError(WHERE, given, str(error), "say one thing of one number") from None


def _read_in_all(plain: str, given: str) -> Phrase:
    read: list[Phrase] = []
    reasons: list[str] = []
    for language in LANGUAGES:
        try:
            read.append(_read(plain, given, language))
        except PhraseError as error:
            reasons.append(f"{language}: {error.rule}")
    if not read:
        raise PhraseError(WHERE, given, f"not understood in any language ({'; '.join(reasons)})", "name one")
    if any(_changed(each, language=read[0].language) != read[0] for each in read):
        found = ", ".join(
            f"{each.language}: {each.headcount or each.share} {each.noun}".strip() for each in read
        )
        raise PhraseError(WHERE, given, f"the languages read it differently ({found})", "name the language")
    return read[0]


def _phrase(segments: list[tuple[str, Segment]], plain: str, given: str, language: str) -> Phrase:
    if len(segments) == 1:
        whole = _single(segments[0][1], plain, given, language)
    else:
        phrases = [
            (connector, _single(segment, plain, _text(segments, at, plain) if at else given, language))
            for at, (connector, segment) in enumerate(segments)
        ]
        _require_lists(phrases)
        if any(segment.dated for _, segment in segments) and any(
            how in {"and", "list"} for how, _ in phrases
        ):
            raise AmountError("figures of different times are not added up")
        whole = _joined(phrases, _text(segments, 0, plain))
    if segments[0][1].from_level and not _is_led_to(whole):
        raise AmountError("'from' a figure, and none that it leads to")
    return whole


def _is_led_to(phrase: Phrase) -> bool:
    """Return whether the level that "from" leads to, or the end of its range, was read."""
    ranged = phrase.headcount is not None and phrase.headcount.kind is HeadcountKind.RANGE
    return ranged or phrase.measure is Measure.FROM_TO


def _text(segments: list[tuple[str, Segment]], at: int, plain: str) -> str:
    end = segments[at + 1][1].start if at + 1 < len(segments) else len(plain)
    return plain[segments[at][1].start : end].strip()


def _single(segment: Segment, plain: str, text: str, language: str) -> Phrase:
    headcount, share = segment.amount(plain)
    relation, head = segment.relation, segment.head
    if head is not None and head.sense == "noun" and not segment.heads and segment.group is None:
        counts, echelon, noun = _PERSONS, None, head.means  # most phrases
    else:
        counts, echelon, noun = segment.counts, segment.echelon, segment.noun
    return Phrase(
        text=text,
        language=language,
        headcount=headcount,
        share=share,
        counts=counts,
        echelon=echelon,
        noun=noun,
        relation=_RELATIONS[relation] if relation else None,
        measure=_MEASURES[segment.measured] if relation or segment.measure else _LEVEL,
    )


def _changed(phrase: Phrase, **changes: Any) -> Phrase:  # noqa: ANN401 (values of its fields)
    """Return a phrase with other values in some fields; `attrs.evolve` in half the time."""
    for name in _FIELDS:
        if name not in changes:
            changes[name] = getattr(phrase, name)
    return Phrase(**changes)


def _joined(phrases: list[tuple[str, Phrase]], first: str) -> Phrase:
    """Return the amounts as one phrase, which has the whole text; first is the text of the first alone."""
    _, main = phrases[0]
    summands: list[Phrase] = []
    for connector, other in phrases[1:]:
        if connector in {"and", "list"}:
            summands.extend((other,) if summands else (_changed(main, text=first), other))
        elif summands:
            raise AmountError("a whole, a part or another level of a sum")
        elif connector == "of":
            main = _of(main, other)
        elif connector == "to":
            _require_plain(main, other)
            main = _changed(
                other,
                text=main.text,
                before=main.headcount,
                noun=other.noun or main.noun,
                measure=Measure.FROM_TO,
            )
        elif connector == "before":
            main = _changed(main, before=_figure(other), measure=_measure(main))
        elif connector == "compared":
            main = _changed(main, before=_figure(other))
        else:
            _require_smaller(other, main)
            main = _changed(main, parts=(*main.parts, other))
    return _summed(main, tuple(summands)) if summands else main


def _require_lists(phrases: list[tuple[str, Phrase]]) -> None:
    """Refuse figures after a comma, unless they are a list that ends with "and"."""
    listed = [at for at, (connector, _) in enumerate(phrases) if connector == "list"]
    if not listed:
        return
    ended = phrases[-1][0] == "and" and all(connector in {"", "list", "and"} for connector, _ in phrases)
    if not ended or not all(phrase.noun for _, phrase in phrases):
        rule = "a figure after a comma may be a part, another, or the same"
        raise AmountError(f"{rule}; say which: of whom 500, and 500")


def _measure(main: Phrase) -> Measure:
    return Measure.FROM_TO if main.measure is Measure.LEVEL else main.measure


def _require_plain(before: Phrase, after: Phrase) -> None:
    """Refuse "from 10 to 20,000", where the 10 may be 10,000."""
    first, second = _figure(before).nominal, _figure(after).nominal
    if first and second and second % 1000 == 0 and first < second // 1000 < 1000:  # noqa: PLR2004
        raise AmountError(f"{first} could also be {first * 1000}")


def _figure(phrase: Phrase) -> Headcount:
    if phrase.headcount is None:
        raise AmountError("a share where a number of people is due")
    return phrase.headcount


def _of(main: Phrase, other: Phrase) -> Phrase:
    """Return a part of a whole; all of a whole is the whole."""
    if main.whole is not None:
        raise AmountError("a part of a part")
    whole = _figure(other)
    if main.share is not None and main.share.low == 1 and other.whole is None:
        return _changed(other, text=main.text, relation=main.relation or Relation.WHOLE)
    _require_smaller(main, other)
    same = not main.noun or main.counts is other.counts
    if not same:
        raise AmountError(f"a part that counts {main.counts} of a whole that counts {other.counts}")
    return _changed(
        main,
        whole=whole,
        noun=main.noun or other.noun,
        counts=other.counts if other.noun else main.counts,
        echelon=main.echelon or other.echelon,
        relation=main.relation if main.relation not in (None, Relation.WHOLE) else Relation.PART,
    )


def _require_smaller(part: Phrase, whole: Phrase) -> None:
    """Refuse an exact part that is more than its exact whole of the same kind."""
    few, many = part.headcount, whole.headcount
    if few is None or many is None or (part.counts is not whole.counts and part.noun and whole.noun):
        return
    exact = few.kind is HeadcountKind.EXACT and many.kind is HeadcountKind.EXACT
    if exact and (few.number or 0) > (many.number or 0):
        raise AmountError(f"a part of {few.number} is more than its whole of {many.number}")


def _summed(main: Phrase, parts: tuple[Phrase, ...]) -> Phrase:
    """Return the sum of the parts that count the same as the first, or people if any does."""
    people = any(each.counts is Counts.PERSONS for each in parts)
    counts = Counts.PERSONS if people else main.counts
    added = [each for each in parts if each.counts is counts]
    if len(added) == 1:
        return _changed(added[0], text=main.text, parts=parts)
    total = 0
    for each in added:
        headcount = _figure(each)
        if headcount.kind is not HeadcountKind.EXACT or headcount.number is None:
            raise AmountError(f"a sum with {headcount.notation!r} is no one kind of headcount")
        total += headcount.number
    return _changed(
        added[0],
        text=main.text,
        headcount=Headcount(kind=HeadcountKind.EXACT, number=total, text=main.text),
        noun=" and ".join(dict.fromkeys(each.noun for each in added if each.noun)),
        parts=parts,
    )
