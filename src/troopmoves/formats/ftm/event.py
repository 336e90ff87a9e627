"""Reports and claims, as FollowTheMoney has it: articles, and events and trips that they are the proof of.

A claim is an event whose name is the claim in words, so that a plan or a denial is read as one.
How many people stands in the summary, in the library's notation with the hedge in it, never as a number; the
source's words for it are the original of that value. What is retracted says so in its name, its keywords, its
notes and by a link.

To add something a claim carries: one field here, one row in docs/reference/ftm.md, one test.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from troopmoves.claims.axis import Basis, Category, Holds, LinkKind, Polarity, Stance, Status
from troopmoves.claims.claim import Claim, Published
from troopmoves.claims.entry import Entry
from troopmoves.claims.kind import RULES
from troopmoves.claims.proposition import PostureChange, Presence, Proposition, ProtectionChange
from troopmoves.claims.report import Report
from troopmoves.entities.place import DefinitePlace, Place
from troopmoves.formats.ftm.actor import involved, nation_of, place_id
from troopmoves.formats.ftm.territory import TERRITORIES
from troopmoves.formats.ftm.value import date_text, web_address
from troopmoves.formats.ftm.writer import Writer
from troopmoves.ledger.note import Note
from troopmoves.solve.admission import past_tense
from troopmoves.timing.when import When

Field: TypeAlias = tuple[str, str] | tuple[str, str, str]
Hidden: TypeAlias = Mapping[str, tuple[LinkKind, Entry]]


def put_report(report: Report, writer: Writer) -> None:
    """Write a report as an article."""
    name = writer.id("report", report.id)
    reliability = "" if report.reliability is None else f"Admiralty reliability: {report.reliability}"
    writer.put(
        name,
        "Article",
        ("title", report.title),
        ("publisher", report.publisher),
        *_published(report.published, writer),
        *_located(report.url, writer),
        ("notes", report.note),
        ("notes", reliability),
    )


def _published(published: Published | None, writer: Writer) -> Iterator[Field]:
    if published is not None:
        yield "publishedAt", _dated(published, writer, "")


def _dated(day: date, writer: Writer, claim: str) -> str:
    text = date_text(day)
    if not text:
        writer.lose("date", claim)
    return text


def _located(url: str, writer: Writer, claim: str = "") -> Iterator[Field]:
    if not url:
        return
    address = web_address(url)
    if not address:
        writer.lose("url", claim)
    yield "sourceUrl", address, url


def put_note(note: Note, number: int, writer: Writer) -> None:
    """Write a free note."""
    name = writer.id("note", str(number))
    writer.put(name, "Note", ("description", str(note)))


def put_claim(entry: Entry, hidden: Hidden, writer: Writer) -> None:
    """Write a claim as an event, or as a trip where people move from one place to another."""
    claim, said = entry.claim, entry.claim.proposition
    name = writer.id("claim", claim.id)
    marks = [past_tense(hidden[claim.id][0])] if claim.id in hidden else []
    words = str(claim).removeprefix(f"{claim.id}: ")
    fields: list[Field] = [("name", ": ".join([*marks, words])), ("recordId", claim.id)]
    fields += [("keywords", word) for word in [*marks, *_keywords(claim)]]
    if said is not None:
        fields += _said(said, claim, writer)
    fields += _sourced(entry, writer)
    fields += [("notes", line) for line in _notes(entry, hidden)]
    writer.put(name, _schema(said), *fields, claim=claim.id)
    for link in claim.links:
        other = writer.id("claim", link.claim)
        writer.link("UnknownLink", ("subject", name), ("object", other), str(link.kind))


def _schema(said: Proposition | None) -> str:
    return "Trip" if isinstance(said, PostureChange) and _named_ends(said) else "Event"


def _named_ends(change: PostureChange) -> tuple[DefinitePlace, DefinitePlace] | None:
    """Return from where to where people move, if both are named."""
    origin, destination = change.origin, change.destination
    if not isinstance(origin, DefinitePlace) or not isinstance(destination, DefinitePlace):
        return None
    return (origin, destination) if RULES[change.kind].moves else None


def _keywords(claim: Claim) -> Iterator[str]:
    said = claim.proposition
    match said:
        case None:
            yield "link"
        case Presence():
            yield "present"
            yield from _unless(said.basis, Basis.PRESENT)
            yield from _unless(said.holds, Holds.SOMETIME)
        case ProtectionChange():
            yield f"protection {said.kind}"
        case _:
            yield str(said.kind)
            yield str(said.progress)
    yield from _unless(claim.polarity, Polarity.AFFIRMED)
    yield from _unless(claim.stance, Stance.ASSERTS)
    yield from _unless(claim.category, Category.REPORTED)


def _unless(word: str, default: str) -> list[str]:
    return [] if word == default else [str(word)]


def _said(said: Proposition, claim: Claim, writer: Writer) -> Iterator[Field]:
    yield from (("involved", body) for body in involved(said.force, writer))
    if isinstance(said, Presence | PostureChange):
        amount = said.headcount or said.share
        if amount is not None:
            yield "summary", amount.notation, amount.text or claim.quote
            yield "description", amount.text
    yield "description", claim.quote
    yield from _when(said.when, claim, writer)
    if isinstance(said, PostureChange):
        for prop, place in zip(("startLocation", "endLocation"), _named_ends(said) or (), strict=False):
            yield prop, place_id(place, writer)
        places = [end for end in (said.origin, said.destination) if end is not None]
    else:
        places = [said.place]
    for where in places:
        yield from _where(where, writer)


def _where(place: Place, writer: Writer) -> Iterator[Field]:
    """Yield where it is; a place that is not definite is words and no more."""
    yield "location", str(place)
    if isinstance(place, DefinitePlace):
        yield "addressEntity", place_id(place, writer)
        nation = nation_of(place)
        if nation is not None and nation.code in TERRITORIES:
            yield "country", TERRITORIES[nation.code]


def _when(when: When, claim: Claim, writer: Writer) -> Iterator[Field]:
    """Yield the days of a window, unless they are blurred: FollowTheMoney would take them as they stand."""
    if when.text:
        yield "notes", f"when: {when.text}"
    if when.anchored is not None:
        yield "notes", f"when counted from: {when.anchored.isoformat()}"
    if when.approximate or when.uncertain:
        writer.lose("blurred_date", claim.id)
        return
    if when.earliest is not None and when.latest is not None and "/" not in when.edtf:
        if _dated(when.earliest, writer, claim.id):
            yield "date", when.edtf, when.text
        return
    for prop, day in (("startDate", when.earliest), ("endDate", when.latest)):
        if day is not None:
            yield prop, _dated(day, writer, claim.id), when.text


def _sourced(entry: Entry, writer: Writer) -> Iterator[Field]:
    report = entry.report
    if report is not None:
        yield "proof", writer.id("report", report.id)
        yield "publisher", report.publisher
        if web_address(report.url):
            yield "sourceUrl", web_address(report.url), report.url


def _notes(entry: Entry, hidden: Hidden) -> Iterator[str]:
    claim = entry.claim
    if claim.id in hidden:
        kind, by = hidden[claim.id]
        yield f"{past_tense(kind)} by {by.id}, {by.source}"
    who = ", ".join(part for part in (claim.said.by, claim.said.role, claim.said.via) if part)
    if who:
        yield f"said by: {who}"
    if entry.public is not None:
        yield f"public: {entry.public.isoformat()}"
    if claim.note:
        yield claim.note
    yield from (f"also: {source}" for source in claim.also if source)
    if claim.credibility is not None:
        yield f"Admiralty credibility: {claim.credibility}"
    if claim.status is not Status.ENTERED:
        yield f"status: {claim.status}"
