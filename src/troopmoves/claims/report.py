"""One published document and the claims in it.

The verbs of `troopmoves.claims.verb` are methods here too: each returns the report with one claim more, so
that the source of the claim is the report it stands in.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from inspect import Parameter, Signature, signature
from typing import Concatenate, ParamSpec, TypeAlias, final

import attrs

from troopmoves.claims import verb
from troopmoves.claims.axis import Reliability
from troopmoves.claims.claim import Claim, check_published
from troopmoves.entities.identity import checked_id, checked_tuple
from troopmoves.errors import ClaimError
from troopmoves.timing.when import show_day

_Args = ParamSpec("_Args")


_Method: TypeAlias = "Callable[[Report, Claim], Report]"


def _built_by(
    build: Callable[_Args, Claim],
) -> Callable[[_Method], Callable[Concatenate[Report, _Args], Report]]:
    """Let a method that takes a claim take what the verb makes the claim of instead."""

    def outer(take: _Method) -> Callable[Concatenate[Report, _Args], Report]:
        def method(report: Report, /, *args: _Args.args, **details: _Args.kwargs) -> Report:
            claim = build(*args, **details)
            return take(report, claim if details.get("id") else _named_after(report, claim))

        method.__name__, method.__qualname__ = take.__name__, take.__qualname__
        method.__doc__, method.__module__ = take.__doc__, take.__module__
        method.__signature__ = _signature(build)  # type: ignore[attr-defined]  # what inspect looks for
        return method

    return outer


def _named_after(report: Report, claim: Claim) -> Claim:
    """Return the claim with an id that another report's claim of the same content does not have."""
    return attrs.evolve(claim, id=f"{report.id}-{claim.id}")


def _signature(build: Callable[..., Claim]) -> Signature:
    verb_of = signature(build)
    report = Parameter("report", Parameter.POSITIONAL_ONLY)
    return verb_of.replace(parameters=[report, *verb_of.parameters.values()], return_annotation="Report")


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
        checked_tuple("Report.claims", self.claims, ClaimError)

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

    @_built_by(verb.present)
    def present(self, claim: Claim) -> Report:
        """Return the report with the claim added that so many are at a place."""
        return self.add(claim)

    @_built_by(verb.deploy)
    def deploy(self, claim: Claim) -> Report:
        """Return the report with the claim added that people are sent to a place."""
        return self.add(claim)

    @_built_by(verb.relocate)
    def relocate(self, claim: Claim) -> Report:
        """Return the report with the claim added that people move from one place to another."""
        return self.add(claim)

    @_built_by(verb.withdraw)
    def withdraw(self, claim: Claim) -> Report:
        """Return the report with the claim added that people leave a place."""
        return self.add(claim)

    @_built_by(verb.repatriate)
    def repatriate(self, claim: Claim) -> Report:
        """Return the report with the claim added that people leave a place for their own country."""
        return self.add(claim)

    @_built_by(verb.reduce)
    def reduce(self, claim: Claim) -> Report:
        """Return the report with the claim added that the number at a place is lowered."""
        return self.add(claim)

    @_built_by(verb.reinforce)
    def reinforce(self, claim: Claim) -> Report:
        """Return the report with the claim added that the number at a place is raised."""
        return self.add(claim)

    @_built_by(verb.rotate)
    def rotate(self, claim: Claim) -> Report:
        """Return the report with the claim added that people at a place are replaced by as many others."""
        return self.add(claim)

    @_built_by(verb.maintain)
    def maintain(self, claim: Claim) -> Report:
        """Return the report with the claim added that people stay where they are."""
        return self.add(claim)

    @_built_by(verb.suspend)
    def suspend(self, claim: Claim) -> Report:
        """Return the report with the claim added that an activity is halted for a time."""
        return self.add(claim)

    @_built_by(verb.resume)
    def resume(self, claim: Claim) -> Report:
        """Return the report with the claim added that an activity goes on after a halt."""
        return self.add(claim)

    @_built_by(verb.raise_protection)
    def raise_protection(self, claim: Claim) -> Report:
        """Return the report with the claim added that force protection is raised."""
        return self.add(claim)

    @_built_by(verb.retract)
    def retract(self, claim: Claim) -> Report:
        """Return the report with the claim added that another claim was a mistake."""
        return self.add(claim)

    @_built_by(verb.confirm)
    def confirm(self, claim: Claim) -> Report:
        """Return the report with the claim added that another claim is so."""
        return self.add(claim)

    @_built_by(verb.deny)
    def deny(self, claim: Claim) -> Report:
        """Return the report with the claim added that another claim is not so."""
        return self.add(claim)
