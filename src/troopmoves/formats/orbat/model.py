"""What a scenario of orbat-mapper is made of: the keys written and read, its clock, its sides, its symbols.

The facts are those of the project's own TypeScript model, `Scenario` in `src/types/scenarioModels.ts`, from
version 3.0.0 on: later versions add keys and take these as they are.

To write or read one more key: its row in `WRITTEN` or `READ`, from which the documentation is checked.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Final, final

import attrs

from troopmoves.entities.force import Force
from troopmoves.entities.organisation import Organisation
from troopmoves.entities.unit import Echelon
from troopmoves.formats.symbol import symbol_code

FORMAT: Final = "orbat-mapper"
"""What the format is called in losses and errors."""
KIND: Final = "ORBAT-mapper"
"""What a scenario calls itself."""
VERSION: Final = "3.0.0"
"""The oldest version of the model that has all the keys written here."""
MARKER: Final = "troopmoves:"
"""What the ids of markers begin with; the colon keeps them apart from those of units, which have none."""
OURS: Final = "troopmoves-"
"""What the ids of scenarios and events begin with that are made here."""

WRITTEN: Final = MappingProxyType(
    {
        "id": "the fingerprint of the ledger",
        "name": "the title of the ledger",
        "description": "what is assumed, and the fingerprint",
        "startTime": "the first day, in milliseconds",
        "timeZone": "`UTC`: a day begins at midnight there",
        "sides[]": "one for each nation, organisation or operation",
        "sides[].standardIdentity": "`1`, unknown, unless `identities` says otherwise",
        "groups[]": "one in each side, `nation-FRA`, `organisation-nato` or `operation-chammal`",
        "subUnits[]": "units with those below them, and markers",
        "subUnits[].id": "the id of the unit",
        "subUnits[].name": "the name of the unit; of a marker who, where and the bounds",
        "subUnits[].shortName": "the first of the other names of the unit",
        "subUnits[].sidc": "the symbol: identity, echelon, present or planned",
        "subUnits[].personnel[]": "the count, if it is one exact number on every day",
        "state[].t": "the day, in milliseconds",
        "state[].title": "who, where and the bounds on that day",
        "state[].description": "the claims behind the bounds, and what they assume",
        "state[].location": "longitude and latitude of the base, else `null`",
        "state[].sidc": "the symbol on that day",
        "state[].interpolate": "`false`: nothing is drawn between two places",
        "state[].update.personnel[]": "the count on that day, if it is exact on every day",
        "events[]": "one for each day asked about",
        "personnel[]": "the sorts of people counted",
        "layerStack[]": "one empty layer to draw on",
    }
)
"""The keys of a scenario that `to_orbat` writes, each with what stands there."""

READ: Final = MappingProxyType(
    {
        "id": "the id of the report",
        "name": "the title of the ledger and of the report",
        "startTime": "the day of a `location` that stands outside `state`",
        "timeZone": "where the days begin and end; UTC if not given",
        "sides[].id, sides[].name": "what `nations` may name",
        "groups[].id, groups[].name": "what `nations` may name",
        "subUnits[].id": "the id of a unit",
        "subUnits[].name": "its name",
        "subUnits[].shortName": "another name of it",
        "subUnits[].sidc": "its echelon; whether it is planned to be there",
        "subUnits[].subUnits": "the units that belong to it",
        "subUnits[].location": "where it is at first",
        "subUnits[].personnel[]": "how many it has: `onHand` if given, else `count`, all kinds together",
        "state[].t": "the day, in the time zone of the scenario",
        "state[].location": "where it is from then on: a base with these coordinates",
        "state[].sidc": "whether it is planned to be there",
        "state[].update.personnel[], state[].diff.personnel[]": "how many it has from then on",
    }
)
"""The keys of a scenario that `from_orbat` reads, each with what it becomes; all others are reported."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds(day: date) -> int:
    """Return the beginning of a day in UTC, as the model counts time.

    >>> milliseconds(date(2020, 1, 7))
    1578355200000
    """
    return (day - _EPOCH.date()) // timedelta(milliseconds=1)


def moment(count: float) -> datetime:
    """Return the moment that the model counts as so many milliseconds.

    Raises:
        OverflowError: If no calendar has it.
    """
    return _EPOCH + timedelta(milliseconds=count)


_SYMBOL: Final = slice(8, 10)
_STATUS: Final = 6
_ECHELONS: Final = MappingProxyType({symbol_code(echelon=echelon)[_SYMBOL]: echelon for echelon in Echelon})
_LENGTHS: Final = frozenset({20, 30})


def is_code(symbol: str) -> bool:
    """Return whether a text is a symbol code in figures; those in letters are of older standards.

    >>> is_code("10031000161211000000"), is_code("SFGPUCI----E---")
    (True, False)
    """
    return len(symbol) in _LENGTHS and symbol.isascii() and symbol.isdigit()


def echelon_of(symbol: str) -> Echelon | None:
    """Return the echelon that a symbol code in figures shows, if it shows one.

    >>> echelon_of("10031000161211000000")
    <Echelon.BATTALION: 'battalion'>
    """
    return _ECHELONS.get(symbol[_SYMBOL])


def is_planned(symbol: str) -> bool:
    """Return whether a symbol code in figures shows what is planned or anticipated.

    >>> is_planned(symbol_code(planned=True)), is_planned(symbol_code())
    (True, False)
    """
    return symbol[_STATUS] == "1"


@final
@attrs.frozen(order=True)
class Owner:
    """Whose side and group it is: a nation, an organisation, an operation, or everyone."""

    id: str
    """The id of the group."""
    name: str
    """What people read."""
    key: str = ""
    """What the caller calls it by: the code of a nation, the id of another."""


def owner_of(force: Force) -> Owner:
    """Return whose side a force stands on: its nation's, else that of who leads its operation.

    >>> owner_of(Force.of("France")).id
    'nation-FRA'
    """
    operation = force.operation
    if force.sender is not None:
        return Owner(f"nation-{force.sender.code}", force.sender.name, force.sender.code)
    if operation is None:
        return Owner("everyone", "All forces")
    if isinstance(operation.lead, Organisation):
        return Owner(f"organisation-{operation.lead.id}", str(operation.lead), operation.lead.id)
    return Owner(f"operation-{operation.id}", operation.name, operation.id)
