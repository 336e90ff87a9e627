"""Single settings of a mapping, read strictly: columns, patterns, notations, numbers, and rules among them.

To add a setting with a form of its own: one function here, its line in the shape of its record in `read.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Final

from troopmoves.entities.force import OtherThan
from troopmoves.entities.identity import is_id
from troopmoves.errors import QuantityError
from troopmoves.formats.document.codec import Plain, read_list, read_mapping, read_text, read_word
from troopmoves.formats.document.fault import Faults, below, fault, near, step_to
from troopmoves.formats.mapping.cell import MARKS
from troopmoves.formats.mapping.dates import PARTS
from troopmoves.formats.mapping.part import (
    ANYONE,
    UNSAID,
    ListOf,
    Measure,
    Numbers,
    Pattern,
    Skip,
    Zero,
)
from troopmoves.formats.mapping.plan import MEASURES
from troopmoves.formats.mapping.spec import Case, Count, Source, TableMapping
from troopmoves.formats.mapping.spelling import folded
from troopmoves.formats.mapping.template import Template
from troopmoves.quantity.headcount import Headcount

ENCODINGS: Final = (
    *("utf-8", "utf-8-sig", "utf-16", "latin-1", "iso-8859-1", "iso-8859-15"),
    *("cp1252", "windows-1252", "cp1250", "cp437"),
)
"""The encodings that a file may have."""


def read_texts(value: Plain) -> tuple[str, ...]:
    """Return a text, or several, as several."""
    texts = (value,) if isinstance(value, str) else tuple(read_list(value, read_text))
    if not texts:
        raise fault(value, "here stands one text or more")
    return texts


def read_whole(value: Plain, lowest: int, rule: str, highest: int = 9999) -> int:
    """Return a whole number in some limits."""
    if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
        raise fault(value, rule, f"write a whole number from {lowest} to {highest}")
    return value


def read_template(value: Plain, known: Collection[str] | None, *, needed: bool = True) -> Template:
    """Return a pattern whose names are known here."""
    template = Template(read_text(value))
    template.check(known, needed=needed)
    return template


def read_values(value: Plain, read: Callable[[Plain], object], *, skips: bool = True) -> dict[str, object]:
    """Return what spellings mean, by their folded text."""
    faults = Faults()
    meanings: dict[str, object] = {}
    for spelling, meaning in read_mapping(value).items():
        with faults.at(step_to(spelling)):
            if folded(spelling) in meanings:
                raise fault(spelling, "this spelling stands twice", "case and spaces count for nothing")
            meanings[folded(spelling)] = None  # so that a second one is told, even if this one is faulty
            meanings[folded(spelling)] = _skip(meaning) if skips and _is_skip(meaning) else read(meaning)
    faults.tell()
    return meanings


def _is_skip(value: Plain) -> bool:
    return isinstance(value, dict) and set(value) == {"skip"}


def _skip(value: Plain) -> Skip:
    with below("skip"):
        return Skip(read_reason(read_mapping(value)["skip"]))


def read_reason(value: Plain) -> str:
    """Return why something is left out."""
    reason = read_text(value)
    if not reason.strip():
        raise fault(value, "what is left out has a reason", "say it in a few words")
    return reason


def read_role(value: Plain) -> str | OtherThan:
    """Return a role, or the rest of one."""
    if isinstance(value, dict):
        return OtherThan(read_text(value["other_than"]))
    return read_text(value)


def read_measure(value: Plain) -> Measure:
    """Return what a column measures."""
    if not isinstance(value, str) or value not in MEASURES:
        raise fault(value, "nothing of this name is measured", near(value, MEASURES))
    return MEASURES[value]


def read_notation(value: Plain) -> str:
    """Return a headcount in its notation."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise fault(value, "this is a number of people, in the notation of headcounts", "write 'some'")
    return Headcount.of(value).notation


# -- dates ---------------------------------------------------------------------------------------------------


def read_date_patterns(value: Plain) -> tuple[Template, ...]:
    """Return the ways in which dates may be written."""
    texts: list[Plain] = list(read_texts(value))
    return tuple(read_list(texts, _date_pattern))


def _date_pattern(value: Plain) -> Template:
    template = read_template(value, PARTS)
    names = set(template.names)
    if len(names & {"year", "yy"}) != 1:
        raise fault(value, "a date has one year", "write {year} or {yy}")
    if {"month", "month_name"} <= names:
        raise fault(value, "a date has one month", "write {month} or {month_name}")
    if "day" in names and not names & {"month", "month_name"}:
        raise fault(value, "a day has its month", "write {month} or {month_name} too")
    return template


_BACK: Final = re.compile(r"(?P<number>[1-9][0-9]{0,2}) (?P<unit>month|year)s?")


def read_months(value: Plain) -> int:
    """Return a number of months, from words such as `1 year`."""
    found = _BACK.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise fault(value, "this is a number of months or years", "write '1 year' or '3 months'")
    return int(found["number"]) * (12 if found["unit"] == "year" else 1)


# -- numbers -------------------------------------------------------------------------------------------------


def read_marks(value: Plain) -> tuple[Template, ...]:
    """Return the footnote marks."""
    texts: list[Plain] = list(read_texts(value))
    return tuple(read_list(texts, lambda mark: _mark(read_template(mark, MARKS, needed=False))))


def _mark(template: Template) -> Template:
    if not template.text.strip():
        raise fault(template.text, "a footnote mark is something that is printed", "leave it out")
    return template


def _separator(*choices: str) -> Callable[[Plain], str]:
    def read(value: Plain) -> str:
        if value not in choices:
            raise fault(value, "no such separator of figures", f"use {' or '.join(map(repr, choices))}")
        return str(value)

    return read


def _words(value: Plain) -> dict[str, object]:
    return read_values(value, read_notation, skips=False)


def _patterns(value: Plain) -> tuple[Pattern, ...]:
    faults, patterns = Faults(), []
    for written, says in read_mapping(value).items():
        with faults.at(step_to(written)):
            patterns.append(_pattern(written, says))
    faults.tell()
    return tuple(patterns)


def _pattern(written: str, says: Plain) -> Pattern:
    template = read_template(written, None, needed=False)
    if not isinstance(says, dict):
        return Pattern(written=template, says=((None, _said(template, says)),))
    faults, several = Faults(), []
    for word, notation in says.items():
        with faults.at(step_to(word)):
            several.append((read_measure(word), _said(template, notation)))
    faults.tell()
    if not several:
        raise fault(says, "a pattern says how many", "write {present: '{n}'}")
    return Pattern(written=template, says=tuple(several))


def _said(written: Template, notation: Plain) -> Template:
    """Return a notation with names of a pattern in it, which is one whatever the figures."""
    template = read_template(notation, written.names, needed=False)
    examples = {name: 10 * number for number, name in enumerate(written.names, start=1)}
    try:
        Headcount.of(template.filled(examples))
    except QuantityError as error:
        raise fault(notation, error.rule, error.way_out) from None
    return template


def _plain(value: Plain) -> Template:
    return _said(Template("{n}"), read_template(value, ("n",)).text)


NUMBERS: Final[Mapping[str, Callable[[Plain], object]]] = {
    "thousands": _separator(",", ".", " ", "'"),
    "decimal": _separator(".", ","),
    "missing": read_texts,
    "words": _words,
    "patterns": _patterns,
    "plain": _plain,
    "rounded": lambda value: read_whole(value, 2, "figures are rounded to a multiple", 1_000_000),
    "zero": lambda value: read_word(value, Zero),
}
"""What reads each setting of `Numbers`."""


def check_numbers(numbers: Numbers) -> None:
    """Raise if settings of numbers exclude each other."""
    if numbers.thousands is not None and numbers.thousands == numbers.decimal:
        raise fault(numbers.decimal, "thousands and decimals are set off by two signs", step="decimal")
    if numbers.rounded is not None and numbers.plain is not None:
        raise fault(numbers.plain.text, "a column has 'as' or 'rounded', not both", step="as")


# -- the file and its reports --------------------------------------------------------------------------------


def _encoding(value: Plain) -> str:
    name = read_text(value).lower()
    if name not in ENCODINGS:
        raise fault(value, "no such encoding here", near(name, ENCODINGS))
    return name


def _delimiter(value: Plain) -> str:
    text = read_text(value)
    if len(text) != 1 or text in '"\r\n':
        raise fault(value, "one sign stands between cells", r'write ",", ";" or "\t"')
    return text


SHEET: Final[Mapping[str, Callable[[Plain], object]]] = {
    "encoding": _encoding,
    "delimiter": _delimiter,
    "skip": lambda value: read_whole(value, 0, "this is how many rows stand before the headings"),
    "columns": read_texts,
}
"""What reads each setting of `Sheet`."""


def read_report_id(value: Plain) -> Template:
    """Return the id of the reports."""
    template = read_template(value, None, needed=False)
    if not template.names and not is_id(template.text):
        raise fault(value, "an id is ASCII letters, digits, '.', '_' and '-'", "write it like 'kfor-2017-02'")
    return template


def check_source(source: Source) -> None:
    """Raise if a report could have two titles."""
    source.title.check(source.id.names, needed=False)


# -- the whole -----------------------------------------------------------------------------------------------


def check_count(count: Count) -> None:
    """Raise if a column says how many in no way, or in two."""
    listed = count.listed
    if listed is None:
        return
    if "count" in listed.item.names and count.says:
        raise fault(count.says, "the items say how many", "leave it out", step="count")
    if "count" not in listed.item.names and not count.says:
        raise fault(None, "the items do not say how many", "write 'count: some'", step="count")
    if listed.names is ListOf.NATIONS and count.who.nation is not None:
        raise fault("nation", "the items name the nations", "leave it out", step="who.nation")


def check_case(case: Case) -> None:
    """Raise if a case changes nothing."""
    changes = (case.skip, case.where, case.when)
    if not any(changes) and case.who == ANYONE and case.numbers == UNSAID:
        raise fault(None, "a case says what is different", "say 'skip', 'who', 'where', 'when' or 'numbers'")


def check_mapping(mapping: TableMapping) -> None:
    """Raise if no row could ever make a claim, or what is printed beside the table has no one report."""
    faults = Faults()
    for key in ("where", "when"):
        told = [getattr(part, key) is not None for part in (mapping, *mapping.cases)]
        for count in mapping.counts:
            listed = key == "where" and count.listed is not None and count.listed.names is ListOf.PLACES
            if not (any(told) or getattr(count, key) is not None or listed):
                faults.add(
                    key, None, "this key is needed", f"say {key} for the table or for {count.column!r}"
                )
    if mapping.claims and mapping.report.id.names:
        faults.add(
            "claims", mapping.report.id.text, "what is printed beside a table stands in its one report"
        )
    faults.tell()
