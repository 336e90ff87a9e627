"""The columns of the three tables, as data: the arrow schema, the reader and the documentation follow them.

To add a column: one row here, with a key of the document if it is stated, else its value in `derived.py` or
`answer.py`; its row in docs/reference/tables.md. A name, once released, keeps its meaning.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from troopmoves.entities.scope import SORTS, is_said
from troopmoves.formats.tables.column import Column, Kind, Part, Sort

VERSION: Final = 1
"""The version of the columns; tables of every version will be read by every later release."""


def _stated(name: str, key: str, meaning: str, sort: Sort = Sort.TEXT, *also: Sort) -> Column:
    needed = {"id", "kind", "polarity", "stance", "category", "status"}
    return Column(
        name=name,
        key=key,
        meaning=meaning,
        sort=sort,
        also=also,
        nullable=key not in needed,
        part=Part.STATED,
    )


def _derived(name: str, meaning: str, sort: Sort = Sort.TEXT) -> Column:
    return Column(name=name, meaning=meaning, sort=sort, part=Part.DERIVED)


def _shown(name: str, meaning: str, sort: Sort = Sort.TEXT, *, nullable: bool = True) -> Column:
    return Column(name=name, meaning=meaning, sort=sort, nullable=nullable)


def _words(kind: type[StrEnum]) -> str:
    """Return the words of a facet, the one for nothing last."""
    said = sorted(kind, key=lambda word: not is_said(word))
    return ", ".join(f"`{word}`" for word in said)


_WHERE: Final = (
    _shown("place_name", "the place in words"),
    _shown("place_kind", "`country`, `area`, `base`, `region`, `unspecified`, `any_of`"),
    _shown("country", "the alpha-3 code of the country in which the place lies, where it lies in one"),
    _shown("lat", "degrees north of the place, where it is a base that has them", Sort.NUMBER),
    _shown("lon", "degrees east of it", Sort.NUMBER),
)

_CLAIM: Final = (
    _stated("claim", "id", "the id of the claim"),
    _stated("report", "report.id", "the id of the report it stands in"),
    _stated("verb", "kind", "what it says: `present`, `relocate`, `suspend`, `retracts`..."),
    _shown("scope", "who and where, in words"),
    _stated("nation", "who.nation", "the nation as the claim names it; a code, name or alias is read"),
    _derived("iso3", "the alpha-3 code of the nation whose people it is about, also by a unit of theirs"),
    _shown("cow", "its Correlates of War number by that day", Sort.WHOLE),
    _stated("operation", "who.operation", "the id of the operation"),
    _stated("unit", "who.unit", "the id of the unit"),
    _stated("role", "who.role", "what they do"),
    _stated("other_than", "who.other_than", "what they do not do: the rest"),
    *(_stated(name, f"who.{name}", _words(kind)) for name, kind in SORTS.items()),
    _stated("place", "where", "where they are: a code, an id, or JSON for a place that is not named"),
    *_WHERE,
    _stated("origin", "from", "where they leave, likewise"),
    _stated("destination", "to", "where they arrive, likewise"),
)
_NUMBER: Final = (
    _stated("count", "count.is", "how many, in the notation of headcounts", Sort.TEXT, Sort.WHOLE),
    _stated("said", "count.text", "how many in the publisher's words, as a count or as a share"),
    _derived("kind", "how the count is worded: `exact`, `about`, `at_least`..."),
    _derived("nominal", "the one figure that the words point at; no estimate", Sort.WHOLE),
    _derived("low", "the least number that the words allow; null where no count is given", Sort.WHOLE),
    _derived("high", "the greatest number that they allow; null where nothing limits it", Sort.WHOLE),
    _derived("convention", "the convention by which `low` and `high` follow from `count`"),
    _stated("share", "share.is", "which part of a whole, in the notation of shares"),
    _stated("whole", "of", "what it is a part of, as JSON"),
    _stated("basis", "basis", "what the figure measures: `present`, `authorised`, `pledged`..."),
)
_TIME: Final = (
    _stated("dates", "when.is", "when it is so, or the window of a change, in EDTF", Sort.TEXT, Sort.DAY),
    _derived("earliest", "its first day; null where open", Sort.DAY),
    _derived("latest", "its last day; null where open", Sort.DAY),
    _stated("dates_said", "when.text", "the same in the source's words"),
    _stated("anchored", "when.anchored", "the day from which those words were counted", Sort.DAY),
    _stated("holds", "holds", "`sometime` or `throughout` the window"),
    _stated("temporary", "temporary", "whether they are to come back", Sort.FLAG),
    _stated("until", "until.is", "when they come back, in EDTF"),
    _stated("until_said", "until.text", "the same in the source's words"),
    _stated("until_anchored", "until.anchored", "the day from which those words were counted", Sort.DAY),
)
_FIRMNESS: Final = (
    _stated("progress", "progress", "how far a change has got"),
    _stated("condition", "condition", "what it depends on"),
    _stated("activity", "activity", "which activity changes"),
    _stated("polarity", "polarity", "`affirmed`, or `negated`: said not to be so"),
    _stated("stance", "stance", "what the speaker does with it"),
    _stated("category", "category", "`reported`, `inferred`, `assumed`"),
    _stated("credibility", "credibility", "the Admiralty number", Sort.WHOLE),
    _stated("status", "status", "`entered`, `reviewed`, `questioned`"),
    _stated("links", "links", "what it does to other claims: `retracts usa-letter, confirms usa-stay`"),
)
_SOURCE: Final = (
    _shown("source", "who says so: the speaker, else the publisher"),
    _shown("locator", "where the claim stands in the ledger's document"),
    _derived("public", "the day on which it became public", Sort.DAY),
    _stated("said_by", "said.by", "who said it"),
    _stated("said_role", "said.role", "in what role"),
    _stated("said_via", "said.via", "by what means"),
    _stated("said_public", "said.public", "when that became public, where not with the report", Sort.DAY),
    _stated("said_public_at", "said.public_at", "the same as a minute with its offset, where it is one"),
    _stated("publisher", "report.publisher", "who published the report"),
    _stated("report_title", "report.title", "what the report is called"),
    _stated("published", "report.published", "the day it was published", Sort.DAY),
    _stated("published_at", "report.published_at", "the same as a minute with its offset, where it is one"),
    _stated("url", "report.url", "where the report can be read"),
    _stated("reliability", "report.reliability", "the Admiralty letter of the report"),
    _stated("report_note", "report.note", "the tracker's own words on the report"),
    _stated("quote", "quote", "the source's own words"),
    _stated("note", "note", "the tracker's own words"),
    _stated("also", "also", "where else the same was said, as a JSON list"),
)

_SCOPE: Final = (
    _shown("scope", "who and where, in words", nullable=False),
    _shown("iso3", "the alpha-3 code of the nation whose people they are"),
    _shown("cow", "its Correlates of War number on that day", Sort.WHOLE),
    _shown("operation", "the id of the operation"),
    _shown("unit", "the id of the unit"),
    _shown("role", "what they do"),
    _shown("other_than", "what they do not do: the rest"),
    *(_shown(name, _words(kind), nullable=False) for name, kind in SORTS.items()),
    _shown("place", "where they are: a code, an id, or JSON for a place that is not named"),
    *_WHERE,
)
_REASONS: Final = (
    _shown("assumes", "the assumptions without which it would be another", Sort.TEXTS, nullable=False),
    _shown("because", "the ids of the claims that force it", Sort.TEXTS, nullable=False),
)
_HOLDING: Final = (
    *_SCOPE,
    _shown("day", "the day, at its beginning", Sort.DAY, nullable=False),
    _shown("low", "the least number allowed", Sort.WHOLE, nullable=False),
    _shown("high", "the greatest number allowed; null where nothing limits it", Sort.WHOLE),
    _shown("convention", "the convention by which figures were read", nullable=False),
    _shown("plans", "how plans were taken: `may`, `done`, `ignore`", nullable=False),
    _shown("assumptions", "every assumption made, in words", nullable=False),
    *_REASONS,
    _shown("oldest", "the oldest day spoken of by a claim it leans on", Sort.DAY),
    _shown("partial", "whether it may be wider than need be", Sort.FLAG, nullable=False),
    _shown("ledger", "the fingerprint of the ledger", nullable=False),
)
_COMPARISON: Final = (
    *_SCOPE,
    _shown("day_before", "the day of the first state", Sort.DAY, nullable=False),
    _shown("day_after", "the day of the second state", Sort.DAY, nullable=False),
    _shown("before_low", "the least number allowed in the first state", Sort.WHOLE, nullable=False),
    _shown("before_high", "the greatest; null where nothing limits it", Sort.WHOLE),
    _shown("after_low", "the least number allowed in the second state", Sort.WHOLE, nullable=False),
    _shown("after_high", "the greatest; null where nothing limits it", Sort.WHOLE),
    _shown("change_low", "the least difference allowed; null where nothing limits it", Sort.WHOLE),
    _shown("change_high", "the greatest difference allowed; null where nothing limits it", Sort.WHOLE),
    _shown("fewer", "whether they are fewer: `certain`, `possible`, `ruled_out`", nullable=False),
    _shown("same", "whether they are as many", nullable=False),
    _shown("more", "whether they are more", nullable=False),
    _shown("gap", "how many persons lie between disjoint bounds, else 0", Sort.WHOLE, nullable=False),
    _shown("therefore", "what follows, in words", nullable=False),
    _shown("convention_before", "the convention of the first state", nullable=False),
    _shown("convention_after", "the convention of the second state", nullable=False),
    _shown("joint", "whether the difference is bounded inside one account", Sort.FLAG, nullable=False),
    *_REASONS,
    _shown("ledger_before", "the fingerprint of the first ledger", nullable=False),
    _shown("ledger_after", "the fingerprint of the second ledger", nullable=False),
)

LAYOUTS: Final = MappingProxyType(
    {
        Kind.CLAIMS: (*_CLAIM, *_NUMBER, *_TIME, *_FIRMNESS, *_SOURCE),
        Kind.HOLDINGS: _HOLDING,
        Kind.COMPARISON: _COMPARISON,
    }
)
"""The columns of each table, in their order."""

CLAIMS: Final = MappingProxyType({column.name: column for column in LAYOUTS[Kind.CLAIMS]})
"""The columns of claims, by name."""

STATED: Final = MappingProxyType({column.key: column for column in CLAIMS.values() if column.key})
"""The columns that are read back, by the key of the document."""

DERIVED: Final = tuple(column.name for column in CLAIMS.values() if column.part is Part.DERIVED)
"""The columns that are checked when they are read."""
