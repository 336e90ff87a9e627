"""One published document and the claims in it.

The verbs of `troopmoves.claims.verb` are methods here too: each returns the report with one claim more, so
that the source of the claim is the report it stands in.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, final

import attrs

from troopmoves.claims import verb
from troopmoves.claims.axis import Reliability
from troopmoves.claims.claim import Claim, check_published
from troopmoves.entities.identity import checked_id
from troopmoves.errors import ClaimError
from troopmoves.timing.when import show_day

_Args = ParamSpec("_Args")


def _adding(build: Callable[_Args, Claim]) -> Callable[Concatenate[Report, _Args], Report]:
    @wraps(build)
    def method(report: Report, /, *args: _Args.args, **details: _Args.kwargs) -> Report:
        return report.add(build(*args, **details))

    method.__doc__ = f"Return the report with one claim more, as `{build.__name__}` builds it."
    return method


@final
@attrs.frozen(kw_only=True)
class Report:
    """One published document: who published it when, and what it claims.

    >>> report = Report(id="new-arab", publisher="The New Arab", published=date(2020, 1, 8))
    >>> print(report.present("CAN", "IRQ", "about 500", when="2020-01-07", id="can-iraq"))
    new-arab: The New Arab, 8 Jan 2020, 1 claim
    """

    id: str
    """Its name in the ledger."""
    publisher: str = ""
    """Who published it."""
    title: str = ""
    """What it is called."""
    published: date | datetime | None = None
    """The day, or minute with offset, it was published."""
    url: str = ""
    """Where it can be read."""
    reliability: Reliability | None = None
    """The Admiralty letter of the source; decides nothing by itself."""
    note: str = ""
    """The tracker's own words."""
    claims: tuple[Claim, ...] = ()
    """What it claims."""

    def __attrs_post_init__(self) -> None:
        checked_id("Report.id", self.id, ClaimError)
        check_published("Report.published", self.published)

    def add(self, *claims: Claim) -> Report:
        """Return the report with these claims added."""
        return attrs.evolve(self, claims=(*self.claims, *claims))

    @property
    def source_name(self) -> str:
        """Who published it, else its title, else its id."""
        return self.publisher or self.title or self.id

    @property
    def source(self) -> str:
        """Who published it and on which day, as a reader would cite it."""
        day = "" if self.published is None else show_day(self.published)
        return ", ".join(part for part in (self.source_name, day) if part)

    def __str__(self) -> str:
        noun = "claim" if len(self.claims) == 1 else "claims"
        return f"{self.id}: {self.source}, {len(self.claims)} {noun}"

    present = _adding(verb.present)
    deploy = _adding(verb.deploy)
    relocate = _adding(verb.relocate)
    withdraw = _adding(verb.withdraw)
    repatriate = _adding(verb.repatriate)
    reduce = _adding(verb.reduce)
    reinforce = _adding(verb.reinforce)
    rotate = _adding(verb.rotate)
    maintain = _adding(verb.maintain)
    suspend = _adding(verb.suspend)
    resume = _adding(verb.resume)
    raise_protection = _adding(verb.raise_protection)
    retract = _adding(verb.retract)
    confirm = _adding(verb.confirm)
    deny = _adding(verb.deny)
