"""Questions to whoever enters a claim, and what becomes of the answers.

What the options of `add` leave out is asked for, one line a question, on the standard input; the questions go
to the standard error, so that answers can be piped in. An answer that cannot be is told at once and asked for
again. To ask for another key: one entry in `WORDS`, and its place in `claim_of` or in `draft.wanted`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final, final

import attrs

from troopmoves.claims.claim import Claim
from troopmoves.claims.report import Report
from troopmoves.cli.called import nation_called
from troopmoves.cli.draft import SAID, Draft, Fields, rebuilt, wanted
from troopmoves.cli.layout import visible
from troopmoves.cli.said import NO_PLACE, NewPlace, Said, Source
from troopmoves.cli.screen import say
from troopmoves.cli.trouble import CommandError, told
from troopmoves.cli.typed import PLACES
from troopmoves.errors import DanglingReferenceError, DocumentError, TroopmovesError
from troopmoves.formats.document.claim import KINDS
from troopmoves.formats.document.fault import fault, near
from troopmoves.formats.document.migration import VERSION
from troopmoves.formats.document.tree import to_ledger, to_tree
from troopmoves.formats.document.value import read_moment
from troopmoves.formats.document.yaml import format_tree
from troopmoves.ledger.ledger import Ledger

WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kind": "Kind of claim (present, relocate, withdraw, deploy, suspend, retracts, ...)",
        "who": "Who (CAN, Canadians, an operation, or {nation: FRA, role: training})",
        "where": "Where (IRQ, a place of the document, or a new one)",
        "from": "From where (IRQ, a place of the document, or a new one)",
        "to": "To where (KWT, a place of the document, a new one, or {any_of: [KWT, JOR]})",
        "place-country": "The country it is in, if it is to come into the document (IRQ)",
        "place-name": "Its name",
        "count": "How many (14, about 500, 100..150, some; or as the source says it)",
        "when": "When (2020-01-07, 2020-01, 2020-01-07/..; or as the source says it)",
        "progress": "How far it has got (planned, ordered, under_way, completed, ...)",
        "activity": "Which activity (training, operations)",
        "claim": "Which claim (its id, as can-iraq)",
        "quote": "The source's own words",
        "by": "Who said it, if not the report itself (a person or body)",
        "public": "On which day it became public, if not that of the report (2020-01-07)",
        "id": "Id of the claim",
        "report": "Id of the report (a new one is made)",
        "publisher": "Publisher",
        "published": "Published on (2020-01-08)",
        "title": "Title",
        "url": "Address",
    }
)
"""What is asked for, by key."""


# -- asking -------------------------------------------------------------------------------------------------


@final
@attrs.frozen(kw_only=True)
class Interview:
    """Questions to whoever enters a claim."""

    quick: bool
    """Whether nothing is asked but what is needed."""

    def answer(
        self,
        key: str,
        take: Callable[[str], object],
        *,
        given: str | None = None,
        needed: bool = False,
        default: str = "",
    ) -> None:
        """Hand what is given or answered to *take*, again and again until it raises no error.

        Args:
            key: What is asked for.
            take: What takes the answer, or raises.
            given: The answer that an option gives.
            needed: Whether there must be one.
            default: The answer of whoever gives none.
        """
        if given is not None:
            take(given)
            return
        while needed or not self.quick:
            typed = self._typed(key, needed=needed, default=default)
            if typed is None:
                return
            try:
                take(typed)
            except TroopmovesError as error:
                lines = told(error)
                for line in lines[1:] if isinstance(error, DocumentError) else lines:
                    say(f"  {visible(line.strip())}")
            else:
                return

    def _typed(self, key: str, *, needed: bool, default: str) -> str | None:
        """Return a line, or None where nothing is said and nothing needed."""
        hint = f" [{default}]" if default else "" if needed else " (Enter to leave out)"
        while True:
            line = self._line(f"{WORDS[key]}{hint}: ")
            if line is None:
                if needed:
                    raise CommandError(
                        f"--{key}", None, "this is needed, and nobody answers", f"give --{key}"
                    )
                return None
            if line or default:
                return line or default
            if not needed:
                return None

    def agrees(self, lines: list[str]) -> bool:
        """Show what would be written, and return whether that is wanted."""
        for line in lines:
            say(f"  {visible(line)}")
        answer = self._line("Write it? [Y/n] ")
        if answer is None:
            raise CommandError("--yes", None, "nobody says whether to write it", "give --yes")
        return answer.lower() in {"", "y", "yes"}

    def _line(self, words: str) -> str | None:
        """Return a line of the standard input; None at its end."""
        sys.stderr.write(words)
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            say("")  # nobody has pressed Enter on this screen
        return line.strip() if line else None


# -- the report ---------------------------------------------------------------------------------------------


def report_of(ledger: Ledger, source: Source, interview: Interview) -> Report:
    """Return the report that a claim is to stand in: one of the ledger, or a new one.

    Raises:
        TroopmovesError: If it is new, and what is given of it cannot be.
    """
    known = {report.id: report for report in ledger.reports}
    fields: Fields = {}
    last = ledger.reports[-1].id if ledger.reports else ""

    def put(key: str) -> Callable[[str], Report]:
        def take(text: str) -> Report:
            report = _report({**fields, key: text})
            fields[key] = text
            return report

        return take

    interview.answer("report", put("id"), given=source.report, needed=True, default=last)
    details = source.given("publisher", "title", "published", "url")
    if fields["id"] in known:
        if details:
            key, value = next(iter(details.items()))
            raise CommandError(
                f"--{key}", value, f"the report {fields['id']} is there already", "leave it out"
            )
        return known[fields["id"]]
    for key in ("publisher", "title", "published", "url"):
        interview.answer(key, put(key), given=details.get(key))
    return _report(fields)


def _report(fields: Fields) -> Report:
    try:
        return to_ledger({"troopmoves": VERSION, "reports": [fields]}).reports[0]
    except DocumentError as error:
        own = [attrs.evolve(one, path=one.path.removeprefix("reports[0].")) for one in error.problems]
        raise DocumentError("the report", own) from None


# -- the claim ----------------------------------------------------------------------------------------------

_DEFAULT_KIND: Final = "present"
_BESIDE: Final = ("quote", "by", "public")
"""Keys that are asked for whatever is claimed."""


def draft_of(  # noqa: PLR0917 (what is there, what is given in three groups, and who is asked)
    ledger: Ledger, report: Report | None, said: Said, place: NewPlace, source: Source, interview: Interview
) -> Draft:
    """Return the claim that the options and the answers make, and what comes into the document with it.

    Raises:
        TroopmovesError: If it cannot be; with every problem.
    """
    draft = Draft(ledger, _day_said(source, report))
    given = {**said.fields, **source.given("quote", "note", *SAID)}
    if interview.quick:
        given.setdefault("kind", _DEFAULT_KIND)
    interview.answer(
        "kind",
        lambda text: _take_kind(draft, text),
        given=given.pop("kind", None),
        needed=True,
        default=_DEFAULT_KIND,
    )
    for one in wanted(draft.fields["kind"]):
        take = _taking(draft, one.key)
        if one.key in PLACES:
            take = _declaring(draft, take, place, interview)
        interview.answer(one.key, take, given=given.pop(one.key, None), needed=one.needed)
    for key in _BESIDE:
        interview.answer(key, _taking(draft, key), given=given.pop(key, None))
    free = draft.free_id()
    if interview.quick and "id" not in given:
        given["id"] = free
    interview.answer(
        "id", lambda text: _take_id(draft, text), given=given.pop("id", None), needed=True, default=free
    )
    for key, text in given.items():
        draft.put(key, text)
    unused = place.country or place.name
    if unused and draft.ledger is ledger:
        rule = "every place that the claim names is there already"
        raise CommandError(
            "--place-country" if place.country else "--place-name", unused, rule, "leave it out"
        )
    draft.claim()
    return draft


def _day_said(source: Source, report: Report | None) -> date | None:
    """Return the day on which it was said: when it became public, or that of the report."""
    try:
        moment = read_moment(source.public) if source.public else report.published if report else None
    except TroopmovesError:
        return None  # it is told where it stands
    return moment.date() if isinstance(moment, datetime) else moment


def _take_kind(draft: Draft, text: str) -> None:
    if text not in KINDS:
        raise _no_such("kind", text, "no such kind of claim", near(text, KINDS))
    draft.fields["kind"] = text


def _take_id(draft: Draft, text: str) -> None:
    if text in {entry.id for entry in draft.ledger.entries}:
        raise _no_such("id", text, "another claim has this id", f"use {draft.free_id()}")
    _taking(draft, "id")(text)


def _taking(draft: Draft, key: str) -> Callable[[str], None]:
    """Return what puts a value under a key, or raises what is wrong with it."""

    def take(text: str) -> None:
        if key == "claim":
            _check_claim(draft.ledger, text)
        before = dict(draft.fields)
        draft.put(key, text)
        problems = draft.problems(key)
        if problems:
            draft.fields = before
            raise DocumentError("the claim", problems)

    return take


def _declaring(
    draft: Draft, take: Callable[[str], None], place: NewPlace, interview: Interview
) -> Callable[[str], None]:
    """Return what takes a place too that the document has not got yet, once its country is known."""

    def take_any(text: str) -> None:
        key = text if draft.knows_place(text) else _declared(draft, text, place, interview)
        if key is not None:
            take(key)
            return
        try:
            take(text)
        except DocumentError as error:
            told = [attrs.evolve(one, way_out=f"{one.way_out} {_NEW}") for one in error.problems]
            raise DocumentError(error.where, told) from None

    return take_any


_NEW: Final = "(or, if it is a new place, give --place-country)"


def _declared(draft: Draft, text: str, place: NewPlace, interview: Interview) -> str | None:
    """Return the id of a place that is declared by options or answers; None if it is not."""
    country: list[str] = []
    name: list[str] = []

    def take_country(answer: str) -> None:
        if nation_called(answer) is None:
            raise _no_such("place-country", answer, "no country of that code or name", "write it like IRQ")
        country.append(answer)

    options = NO_PLACE if draft.new_places else place  # which speak of one place
    if options is not place and interview.quick:
        rule = "it is the country of one new place, and the claim names two"
        raise CommandError("--place-country", place.country, rule, "leave out --yes, to be asked for both")
    if options.country is None and not interview.quick:
        say(f"  {visible(text)} is no place of the document.")
    interview.answer("place-country", take_country, given=options.country)
    if not country:
        return None
    given = text if interview.quick and options.name is None else options.name
    interview.answer("place-name", name.append, given=given, needed=True, default=text)
    try:
        return draft.declare(text, name[0], country[0])
    except DocumentError as error:
        raise DocumentError("the new place", error.problems) from None


def _check_claim(ledger: Ledger, name: str) -> None:
    try:
        ledger.entry(name)
    except DanglingReferenceError as error:
        way_out = near(name, (entry.id for entry in ledger.entries), "check the spelling")
        raise _no_such("claim", name, error.rule, way_out) from None


def _no_such(key: str, text: str, rule: str, way_out: str) -> DocumentError:
    return DocumentError("the claim", fault(text, rule, way_out, step=key).problems)


def lines_of(claim: Claim) -> list[str]:
    """Return a claim as the lines of a document."""
    lines = format_tree({"claims": to_tree(Ledger([claim]))["claims"]}).splitlines()
    return [line.removeprefix("  ") for line in lines[1:]]


def with_claim(ledger: Ledger, report: Report | None, claim: Claim) -> Ledger:
    """Return a ledger with a claim more, in a report or in none.

    Raises:
        LedgerError: If it cannot stand there.
    """
    reports = list(ledger.reports)
    loose = [*ledger.loose, *([claim] if report is None else [])]
    if report is not None:
        longer = attrs.evolve(report, claims=(*report.claims, claim))
        there = [index for index, one in enumerate(reports) if one.id == report.id]
        reports = [longer if index in there else one for index, one in enumerate(reports)]
        reports += [] if there else [longer]
    return rebuilt(ledger, [*reports, *loose])
