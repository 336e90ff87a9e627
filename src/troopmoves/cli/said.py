"""The options of `add`: what is claimed, and who said it.

Each class is taken apart into options by cyclopts: a field is an option, the string below it its help. To add
an option: one field here; if it is a key of claims it needs no more.
"""

from __future__ import annotations

from typing import Annotated, Final, final

import attrs
from cyclopts import Group, Parameter

CLAIM = Group("The claim", sort_key=0)
PLACE = Group("A new place", sort_key=1)
SOURCE = Group("Its source", sort_key=2)


@Parameter(name="*", group=CLAIM)
@final
@attrs.frozen(kw_only=True)
class Said:
    """What is claimed, in the words of documents."""

    kind: str | None = None
    """What is said: present (with --yes, if left out), relocate, withdraw, deploy, retracts and so on."""
    who: str | None = None
    """Whose people: CAN, Canadians, an operation or unit of the document, {nation: FRA, role: training}."""
    where: str | None = None
    """Where they are: IRQ, a place of the document, or {any_of: [KWT, JOR]}."""
    origin: Annotated[str | None, Parameter(name="--from")] = None
    """Where they leave."""
    to: str | None = None
    """Where they arrive."""
    count: str | None = None
    """How many: 14, about 500, 100..150, some; or as the source says it."""
    when: str | None = None
    """When: 2020-01-07, 2020-01, 2020-01-07/.. (from that day on); or as the source says it."""
    progress: str | None = None
    """How far it has got: planned (if left out), ordered, under_way, completed and so on."""
    activity: str | None = None
    """Which activity is started, suspended, resumed or ended."""
    claim: str | None = None
    """The id of the claim that is retracted, corrected, superseded, confirmed or negated."""
    polarity: str | None = None
    """negated: it is said not to be so."""
    stance: str | None = None
    """How the speaker says it: asserts (if left out), alleges, expects and so on."""
    id: str | None = None
    """Its name in the ledger; if left out, one is proposed."""

    @property
    def fields(self) -> dict[str, str]:
        """What is given, by the keys of documents."""
        given = {**attrs.asdict(self), "from": self.origin}
        del given["origin"]
        return {key: value for key, value in given.items() if value is not None}


@Parameter(name="*", group=SOURCE)
@final
@attrs.frozen(kw_only=True)
class Source:
    """Who said it, and in which report."""

    report: str | None = None
    """The id of the report it stands in; one that is not there yet is made."""
    loose: Annotated[bool, Parameter(negative=())] = False
    """It stands in no report."""
    publisher: str | None = None
    """The publisher of a new report."""
    published: str | None = None
    """The day of a new report, as 2020-01-08."""
    title: str | None = None
    """The title of a new report."""
    url: str | None = None
    """The address of a new report."""
    quote: str | None = None
    """The source's own words."""
    by: str | None = None
    """Who said it, if not the report itself."""
    role: str | None = None
    """As what they spoke."""
    via: str | None = None
    """By what means they spoke."""
    public: str | None = None
    """The day on which it became public, if not that of the report."""
    note: str | None = None
    """Your own words."""

    def given(self, *names: str) -> dict[str, str]:
        """Return what is given of some of these, by name."""
        values = {name: getattr(self, name) for name in names}
        return {name: value for name, value in values.items() if value is not None}


@Parameter(name="*", group=PLACE)
@final
@attrs.frozen(kw_only=True)
class NewPlace:
    """A place that the claim names and that the document has not got yet."""

    country: Annotated[str | None, Parameter(name="--place-country")] = None
    """The country in which a place is that the document has not got yet; it comes into its table."""
    name: Annotated[str | None, Parameter(name="--place-name")] = None
    """The name of that place; if left out, as the claim calls it."""


NO_PLACE: Final = NewPlace()
NOTHING_SAID: Final = Said()
NO_SOURCE: Final = Source()
