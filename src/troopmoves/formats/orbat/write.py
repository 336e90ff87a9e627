"""A ledger as a scenario of orbat-mapper: who stands where on each day, with the bounds in words.

Units keep their ids and their hierarchy. What claims say of a force at a place becomes a state of its unit;
where no unit is named, or it may be at several places, a marker: "FRA in Iraq: 160-240".

To write one more key: one line where the part is built, one row in `model.WRITTEN`, one test.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from troopmoves.claims.assumptions import Assumptions
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import DefinitePlace, Place
from troopmoves.entities.scope import is_said
from troopmoves.entities.unit import Unit
from troopmoves.errors import EntityError, TimingError
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.jsontext import json_text
from troopmoves.formats.loss import Accept, Export, checked
from troopmoves.formats.orbat.model import FORMAT, KIND, MARKER, OURS, VERSION, Owner, milliseconds, owner_of
from troopmoves.formats.orbat.placing import Standing, named, place_on, standings
from troopmoves.formats.orbat.writeloss import LOSSES, losses_of
from troopmoves.formats.symbol import Identity, symbol_code
from troopmoves.ledger.answer import scope_words
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.state import DeploymentState
from troopmoves.ledger.stretch import stretches
from troopmoves.solve.statement import Scope
from troopmoves.timing.when import day_of, show_day

_NOBODY_SAID: Final[Mapping[str, Identity | str]] = MappingProxyType({})


def to_orbat(
    ledger: Ledger,
    *,
    since: date | str | None = None,
    until: date | str | None = None,
    days: Iterable[date | str] = (),
    identities: Mapping[str, Identity | str] = _NOBODY_SAID,
    assuming: Assumptions | None = None,
    accept: Accept = (),
) -> Export[dict[str, Plain]]:
    """Return a ledger as a scenario that orbat-mapper opens.

    Either the days are listed, or all from *since* to *until* are asked about and those kept on which a count
    may change. Each state begins at midnight UTC and is never drawn between two places.

    Args:
        ledger: Whose claims.
        since: The first day.
        until: The last day.
        days: The days, instead of a first and a last one.
        identities: Whose friend or enemy a side is, by its nation's code or name or by the id of its
            organisation or operation; not given: unknown.
        assuming: The assumptions; none: the defaults.
        accept: The losses that are accepted; `LOSSES` lists them.

    Raises:
        LossError: If the scenario would lose something that is not accepted.
        TimingError: If no days are given, or both kinds.
        EntityError: If `identities` names nothing that has a side, or no identity.
        TooHard: If the claims linked to a marker are beyond the budget.
    """
    assumptions = Assumptions() if assuming is None else assuming
    states = [
        ledger.state(day, assuming=assumptions) for day in _days(ledger, since, until, days, assumptions)
    ]
    losses = checked(FORMAT, LOSSES, losses_of(ledger, states), accept)
    scenario = _Scenario(ledger, states, _identities_of(ledger, identities)).written()
    return Export(content=scenario, text=json_text(scenario, indent=2) + "\n", losses=losses)


def _days(
    ledger: Ledger,
    since: date | str | None,
    until: date | str | None,
    days: Iterable[date | str],
    assumptions: Assumptions,
) -> list[date]:
    listed = sorted({day_of(day, "to_orbat.days") for day in days})
    if listed and since is None and until is None:
        return listed
    if listed or since is None or until is None:
        rule = "a scenario covers listed days, or all from a first to a last one"
        raise TimingError("to_orbat.days", None, rule, "give since and until, or days")
    first, last = day_of(since, "to_orbat.since"), day_of(until, "to_orbat.until")
    if last < first:
        raise TimingError("to_orbat.until", last.isoformat(), f"it comes after {first.isoformat()}")
    every = [first + timedelta(days=passed) for passed in range((last - first).days + 1)]
    statements = ledger.view(assumptions).reading(every).statements
    return sorted({last, *(day for day, _ in stretches(statements, assumptions.carry, first, last))})


def _identities_of(ledger: Ledger, identities: Mapping[str, Identity | str]) -> dict[str, Identity]:
    """Return the identities by what owners are called."""
    known = {*(one.id for one in ledger.organisations), *(one.id for one in ledger.operations)}
    found = {}
    for word, identity in identities.items():
        if identity not in set(Identity):
            where = f"to_orbat.identities[{word!r}]"
            raise EntityError(where, identity, "no such identity", f"choose among {', '.join(Identity)}")
        found[word if word in known else Nation.of(word).code] = Identity(identity)
    return found


class _Scenario:
    """The parts of a scenario as they are built."""

    def __init__(
        self, ledger: Ledger, states: list[DeploymentState], identities: Mapping[str, Identity]
    ) -> None:
        self.ledger = ledger
        self.states = states
        self.identities = identities
        scopes = {scope: None for state in states for scope in state.scopes}
        self.by_unit: dict[Unit | None, dict[Scope, tuple[Standing, ...]]] = {}
        for scope in scopes:
            self.by_unit.setdefault(scope.force.unit, {})[scope] = standings(states, scope)
        self.below: dict[str | None, list[Unit]] = {}
        for unit in ledger.units:
            self.below.setdefault(None if unit.parent is None else unit.parent.id, []).append(unit)
        self.categories: dict[str, None] = {}

    def written(self) -> dict[str, Plain]:
        """Return the whole."""
        sides: list[Plain] = [
            self._side(owner, units) for owner, units in sorted(self._owned().items(), key=itemgetter(0))
        ]
        first = self.states[0].day
        return {
            "id": f"{OURS}{self.ledger.digest}",
            "type": KIND,
            "version": VERSION,
            "name": self.ledger.title or "Deployment states",
            "description": f"Assuming: {self.states[0].assumptions}. Ledger {self.ledger.digest}.",
            "startTime": milliseconds(first),
            "timeZone": "UTC",
            "sides": sides,
            "events": [self._event(state.day) for state in self.states],
            "layerStack": [{"id": "features", "kind": "overlay", "name": "Features", "items": []}],
            "equipment": [],
            "personnel": [{"name": name} for name in self.categories],
        }

    def _owned(self) -> dict[Owner, list[Plain]]:
        found: dict[Owner, list[Plain]] = {}
        for unit in self.below.get(None, []):
            found.setdefault(owner_of(Force(unit=unit)), []).append(self._unit(unit))
        for scope, stood in self.by_unit.get(None, {}).items():
            found.setdefault(owner_of(scope.force), []).append(self._marker(scope, stood))
        return found

    def _side(self, owner: Owner, units: list[Plain]) -> dict[str, Plain]:
        return {
            "id": f"side-{owner.id}",
            "name": owner.name,
            "standardIdentity": symbol_code(identity=self._identity(owner))[3],
            "groups": [{"id": owner.id, "name": owner.name, "subUnits": units}],
        }

    def _identity(self, owner: Owner) -> Identity:
        return self.identities.get(owner.key, Identity.UNKNOWN)

    def _event(self, day: date) -> dict[str, Plain]:
        return {
            "id": f"{OURS}{day.isoformat()}",
            "title": show_day(day),
            "startTime": milliseconds(day),
        }

    # -- units and markers ------------------------------------------------------------------------------

    def _unit(self, unit: Unit) -> dict[str, Plain]:
        stands = self.by_unit.get(unit, {})
        below: list[Plain] = [self._unit(one) for one in self.below.get(unit.id, [])]
        written: dict[str, Plain] = {
            "id": unit.id,
            "name": unit.name,
            "sidc": self._symbol(Force(unit=unit), doubtful=False),
            **({"shortName": unit.aliases[0]} if unit.aliases else {}),
        }
        single = place_on(Force(unit=unit), stands)
        if single is None:
            below += (self._marker(scope, stood) for scope, stood in stands.items())
        else:
            written |= self._states(unit.id, Force(unit=unit), single)
        return {**written, "subUnits": below}

    def _marker(self, scope: Scope, stood: tuple[Standing, ...]) -> dict[str, Plain]:
        marker = MARKER + _slug(scope.force, scope.place)
        return {
            "id": marker,
            "name": named(scope, stood),
            "sidc": self._symbol(scope.force, doubtful=stood[0].doubtful),
            **self._states(marker, scope.force, stood),
            "subUnits": [],
        }

    def _symbol(self, force: Force, *, doubtful: bool) -> str:
        echelon = None if force.unit is None else force.unit.echelon
        return symbol_code(identity=self._identity(owner_of(force)), planned=doubtful, echelon=echelon)

    def _states(self, unit: str, force: Force, stood: tuple[Standing, ...]) -> dict[str, Plain]:
        counts = [standing.count for standing in stood]
        category = _CATEGORIES[force.personnel]
        exact = bool(counts) and None not in counts
        states: list[Plain] = []
        for before, standing in zip((None, *stood), stood, strict=False):
            if before is not None and before.looks_like(standing):
                continue
            state: dict[str, Plain] = {
                "id": f"{unit}-{standing.day.isoformat()}",
                "t": milliseconds(standing.day),
                "title": standing.words,
                "description": standing.reasons,
                "location": standing.location,
                "sidc": self._symbol(force, doubtful=standing.doubtful),
                "interpolate": False,
            }
            if exact and before is not None:
                state["update"] = {"personnel": [{"name": category, "count": standing.count}]}
            states.append(state)
        if not exact:
            return {"state": states}
        self.categories[category] = None
        return {"state": states, "personnel": [{"name": category, "count": counts[0]}]}


_CATEGORIES: Final = MappingProxyType(
    {"not_said": "Persons", "military": "Military", "civilian": "Civilians", "contractor": "Contractors"}
)


def _slug(force: Force, place: Place | None) -> str:
    """Return what names a force and a place for ever, so that a scenario can be brought up to date."""
    parts = [
        owner_of(force).id,
        "" if force.operation is None else force.operation.id,
        "" if force.unit is None else force.unit.id,
        str(force.role),
        force.personnel,
        place.key if isinstance(place, DefinitePlace) else str(place),
        *(sort for sort in (force.tenure, force.setting, force.tasking) if is_said(sort)),
    ]
    digest = hashlib.sha256(repr(parts).encode()).hexdigest()[:8]
    words = "-".join(re.findall("[A-Za-z0-9]+", scope_words(force, place))).lower()
    return f"{words[:40]}-{digest}"
