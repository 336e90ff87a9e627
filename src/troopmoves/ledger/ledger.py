"""The immutable record of what was said: reports, claims, notes.

A ledger is asked, never changed: `add` returns a new one, which shares what was solved. Input order decides
nothing but the order in which reports are listed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import Unpack, final

import attrs

from troopmoves.claims.assumptions import Assumptions, Choices
from troopmoves.claims.claim import Claim
from troopmoves.claims.entry import Entry, is_known
from troopmoves.claims.report import Report
from troopmoves.claims.verb import ForceLike, PlaceLike
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation, is_nation_code
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import DefinitePlace, Place
from troopmoves.entities.unit import Unit
from troopmoves.errors import DanglingReferenceError, LedgerError
from troopmoves.ledger.census import Census, take_census
from troopmoves.ledger.check import NO_SILENCE, Silence, check, prepared
from troopmoves.ledger.claim_row import claim_row, claims_html
from troopmoves.ledger.course import series
from troopmoves.ledger.double import Double, doubles
from troopmoves.ledger.findings import Findings
from troopmoves.ledger.integrity import check_integrity, paths_of
from troopmoves.ledger.known import limit_of
from troopmoves.ledger.merge import merged
from troopmoves.ledger.names import Label, Names
from troopmoves.ledger.note import Note
from troopmoves.ledger.rules.rule import Rule
from troopmoves.ledger.series import Series
from troopmoves.ledger.settlement import Judge, OnCollision
from troopmoves.ledger.state import DeploymentState
from troopmoves.ledger.wording import plural
from troopmoves.solve.admission import hidden_by
from troopmoves.solve.engine import Engine, View
from troopmoves.timing.when import day_of


@final
@attrs.frozen(init=False, repr=False)
class Ledger:
    """Reports and the claims in them, claims without a report, and notes.

    >>> from troopmoves.claims.verb import present
    >>> ledger = Ledger([present("FRA", "IRQ", "about 200", when="2020-01-07")])
    >>> print(ledger.state("2020-01-07").count("FRA", "IRQ").bounds)
    160-240
    """

    title: str
    """What the ledger is called."""
    reports: tuple[Report, ...]
    """The reports, in the order given."""
    loose: tuple[Claim, ...]
    """The claims that stand in no report."""
    notes: tuple[Note, ...]
    """The free notes."""
    aliases: tuple[tuple[str, str], ...]
    """Spellings of nations' names that this ledger uses, each with the code."""
    census: Census
    """The entities declared or used."""
    engine: Engine = attrs.field(eq=False)
    """What has been solved; shared by the ledgers that grow out of this one."""

    def __init__(
        self,
        contents: Iterable[Report | Claim] = (),
        *,
        title: str = "",
        notes: Iterable[Note | str] = (),
        places: Iterable[DefinitePlace] = (),
        organisations: Iterable[Organisation] = (),
        operations: Iterable[Operation] = (),
        units: Iterable[Unit] = (),
        aliases: Mapping[str, str] = MappingProxyType({}),
        engine: Engine | None = None,
    ) -> None:
        """Keep reports and claims.

        Args:
            contents: Reports, and claims that stand in no report.
            title: What the ledger is called.
            notes: Free notes.
            places: Places beside those that the claims name.
            organisations: Organisations beside those that the claims name.
            operations: Operations beside those that the claims name.
            units: Units beside those that the claims name.
            aliases: Spellings of nations' names, each with the nation's code.
            engine: What has been solved by a ledger that this one grows out of.

        Raises:
            LedgerError: If the contents cannot stand in one ledger.
            UnknownNationError: If an alias stands for no nation.
        """
        given = list(contents)
        reports = tuple(one for one in given if isinstance(one, Report))
        loose = tuple(one for one in given if isinstance(one, Claim))
        strangers: list[object] = [one for one in given if type(one) not in {Report, Claim}]
        if strangers:
            raise LedgerError("Ledger", strangers[0], "a ledger holds reports and claims")
        if isinstance(notes, str):
            raise LedgerError("Ledger.notes", notes, "several notes are meant", f"use [{notes!r}]")
        entries = paths_of(reports, loose)
        check_integrity(reports, entries)
        self.__attrs_init__(
            title=title,
            reports=reports,
            loose=loose,
            notes=tuple(note if isinstance(note, Note) else Note(text=note) for note in notes),
            aliases=tuple(sorted(_alias(spelling, code) for spelling, code in aliases.items())),
            census=take_census(
                [entry.claim for _, entry in entries], [*places, *organisations, *operations, *units]
            ),
            engine=Engine() if engine is None else engine,
        )

    # -- what it holds ----------------------------------------------------------------------------------

    @property
    def places(self) -> tuple[DefinitePlace, ...]:
        """Every area, base and region, declared or used, by key; a country only if it is closed."""
        return self.census.places

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Every organisation, declared or used, by id."""
        return self.census.organisations

    @property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation, declared or used, by id."""
        return self.census.operations

    @property
    def units(self) -> tuple[Unit, ...]:
        """Every unit, declared or used, by id."""
        return self.census.units

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every claim with its report, in the order given."""
        return tuple(entry for _, entry in paths_of(self.reports, self.loose))

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """The path of every claim in a document, by id."""
        return MappingProxyType({entry.id: path for path, entry in paths_of(self.reports, self.loose)})

    @cached_property
    def _by_id(self) -> Mapping[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    def entry(self, claim: str) -> Entry:
        """Return a claim with its report.

        Raises:
            DanglingReferenceError: If no claim has this id.
        """
        if claim not in self._by_id:
            raise DanglingReferenceError("Ledger.entry", claim, "no claim has this id")
        return self._by_id[claim]

    def claims(
        self,
        *,
        nation: Nation | str | None = None,
        report: str | None = None,
        since: date | str | None = None,
    ) -> tuple[Claim, ...]:
        """Return the claims that fit every choice made.

        Args:
            nation: Whose people they are about.
            report: The id of the report they stand in.
            since: The first day of publication; claims without one are left out.
        """
        wanted = None if nation is None else self._nation(nation)
        first = None if since is None else day_of(since, "since")
        return tuple(
            entry.claim
            for entry in self.entries
            if (wanted is None or _sender(entry.claim) == wanted)
            and (report is None or (entry.report is not None and entry.report.id == report))
            and (first is None or (entry.public_day is not None and entry.public_day >= first))
        )

    def _nation(self, value: Nation | str) -> Nation:
        return Nation.of(dict(self.aliases).get(value, value) if isinstance(value, str) else value)

    def known_by(self, moment: date | datetime | str) -> tuple[Entry, ...]:
        """Return the claims published by a day (inclusive) or moment and not hidden by then."""
        limit = limit_of(moment)
        known = [entry for entry in self.entries if is_known(entry.public, limit)]
        hidden = hidden_by(known)
        return tuple(entry for entry in known if entry.id not in hidden)

    @cached_property
    def digest(self) -> str:
        """A short fingerprint of everything the ledger holds, whatever the order of reports and claims."""
        by_id = attrgetter("id")
        reports = (attrs.evolve(one, claims=tuple(sorted(one.claims, key=by_id))) for one in self.reports)
        parts = sorted(map(repr, (*reports, *self.loose, *self.notes, self.aliases, self.census)))
        return hashlib.sha256("\n".join([self.title, *parts]).encode(errors="surrogatepass")).hexdigest()[:12]

    # -- growing ----------------------------------------------------------------------------------------

    def add(self, *contents: Report | Claim, notes: Iterable[Note | str] = ()) -> Ledger:
        """Return a ledger with reports, claims and notes added.

        Raises:
            LedgerError: If the contents cannot stand in one ledger.
        """
        return Ledger(
            [*self.reports, *self.loose, *contents],
            title=self.title,
            notes=[*self.notes, *notes],
            places=self.places,
            organisations=self.organisations,
            operations=self.operations,
            units=self.units,
            aliases=dict(self.aliases),
            engine=self.engine,
        )

    def merge(
        self,
        other: Ledger,
        *,
        on_collision: OnCollision = "error",
        suffix: str = "-other",
        title: str | None = None,
    ) -> Ledger:
        """Return a ledger that holds what this one and another hold; see also `doubles`.

        Args:
            other: The other ledger ("theirs").
            on_collision: What becomes of one id that means two things: `"error"`, `"ours"`, `"theirs"` or
                `"rename"` (theirs gets a new id, and what refers to it follows), or a function that takes
                the `troopmoves.errors.Collision` and returns one of these words.
            suffix: What makes a new id of an old one.
            title: The title; none: ours, or theirs where ours has none.

        Raises:
            MergeError: With every collision that remains.
            LedgerError: If what is merged cannot stand in one ledger.
        """
        if not isinstance(other, Ledger):
            raise LedgerError("Ledger.merge", other, "a ledger merges with a ledger", "use add for the rest")
        both = merged(self, other, Judge(on_collision, suffix))
        return Ledger(
            [*both.reports, *both.loose],
            title=(self.title or other.title) if title is None else title,
            notes=both.notes,
            places=both.census.places,
            organisations=both.census.organisations,
            operations=both.census.operations,
            units=both.census.units,
            aliases=both.aliases,
            engine=self.engine,
        )

    # -- asking -----------------------------------------------------------------------------------------

    @cached_property
    def names(self) -> Names:
        """How forces and places are called in this ledger."""
        return Names(self.census, dict(self.aliases))

    def force(self, value: ForceLike) -> Force:
        """Return a force from the id, name or alias of an operation or unit here, or a nation's."""
        return self.names.force(value)

    def place(self, value: PlaceLike | Iterable[PlaceLike]) -> Place:
        """Return a place from an id, name or alias here, or a country's; several places together as one.

        >>> print(Ledger().place(["IRQ", "KWT"]))
        Iraq and Kuwait
        """
        return self.names.place(value)

    def view(self, assumptions: Assumptions, known: date | datetime | None = None) -> View:
        """Return the claims known by a moment under some assumptions, ready for the engine."""
        return View(self.entries, assumptions, known, self.engine, places=self.census.in_closed)

    def state(
        self,
        day: date | str,
        *,
        known: date | datetime | str | None = None,
        assuming: Assumptions | None = None,
        **choices: Unpack[Choices],
    ) -> DeploymentState:
        """Return what the claims allow at the beginning of a day.

        Args:
            day: The day.
            known: The day (inclusive) or moment by which claims must be public; none: all count.
            assuming: Assumptions to start from; none: the defaults.
            **choices: Assumptions by name: `plans="done"`, `convention="literal"` and so on.

        Raises:
            AssumptionError: If a choice is not offered.
            TimingError: If there is no such day.
        """
        view = self.view(Assumptions.of(assuming, **choices), None if known is None else limit_of(known))
        return DeploymentState(view=view, day=day_of(day), names=self.names, label=self.label)

    def series(
        self,
        force: ForceLike | None,
        place: PlaceLike | Iterable[PlaceLike] | None,
        since: date | str,
        until: date | str,
        *,
        known: date | datetime | str | None = None,
        assuming: Assumptions | None = None,
        **choices: Unpack[Choices],
    ) -> Series:
        """Return how many of a force (none: all) are at a place (none: anywhere) through time.

        Both days are included; the other arguments are those of `state`.
        """
        return series(self.state(since, known=known, assuming=assuming, **choices), force, place, until)

    def check(
        self,
        *,
        rules: Iterable[Rule | str] | None = None,
        silence: Silence = NO_SILENCE,
        today: date | str | None = None,
        assuming: Assumptions | None = None,
        **choices: Unpack[Choices],
    ) -> Findings:
        """Return what an editor should look at.

        Args:
            rules: Rules, or codes or their beginnings (`["TM1", MyRule()]`); none: all of the library's.
            silence: What need not be told again: reasons, by id of claim, report or place, and by code.
            today: The day of the check; none: the last day of publication in the ledger.
            assuming: Assumptions to start from; none: the defaults.
            **choices: Assumptions by name, as in `state`.
        """
        view = self.view(Assumptions.of(assuming, **choices))
        return check(
            prepared(view, self.reports, self.paths, self.names, self.label, today=today), rules, silence
        )

    def doubles(self) -> tuple[Double, ...]:
        """Return which reports look like one entered twice; nothing is dropped for it."""
        return doubles(self.reports)

    def to_rows(self) -> list[dict[str, object]]:
        """Return one plain row per claim: id, report, what is said, who said it, when it was public."""
        return [claim_row(entry) for entry in self.entries]

    @cached_property
    def label(self) -> Label:
        """Its title, size and fingerprint, as states cite them."""
        entries, reports = len(self.entries), len(self.reports)
        size = f"{entries} {plural('entry', entries)}"
        size += f" from {reports} {plural('report', reports)}" if reports else ""
        return Label(title=self.title, size=size, digest=self.digest)

    def __str__(self) -> str:
        notes = f", {len(self.notes)} {plural('note', len(self.notes))}" if self.notes else ""
        lines = [f"{self.title or 'Ledger'}: {self.label.size}{notes}"]
        for report in self.reports:
            lines += [f"{report}", *(f"  {claim}" for claim in report.claims)]
        return "\n".join([*lines, *map(str, self.loose), *(f"note: {note}" for note in self.notes)])

    def __repr__(self) -> str:
        return f"<Ledger {self.title!r}: {self.label.size}, digest {self.digest}>"

    def _repr_html_(self) -> str:
        return claims_html(self.label, self.entries)


def _alias(spelling: str, code: str) -> tuple[str, str]:
    if is_nation_code(spelling):
        raise LedgerError("Ledger.aliases", spelling, "this is the code of a nation", "use another spelling")
    return spelling, Nation(code).code


def _sender(claim: Claim) -> Nation | None:
    return None if claim.proposition is None else claim.proposition.force.sender
