"""A scenario of orbat-mapper as a ledger: its units, and where and when they stand.

A scenario does not say of which nation a group is, so the caller does. A unit stands at one place at a time:
a new position is read as a move from the last one, and a unit without parts leaves nobody behind.

To read one more key: `parse.py` takes it from the scenario, `track.py` makes claims of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from os import PathLike
from types import MappingProxyType
from typing import Final, final

import attrs

from troopmoves.claims.claim import Claim
from troopmoves.claims.report import Report
from troopmoves.entities.identity import is_id
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import Base
from troopmoves.entities.unit import Echelon, Unit
from troopmoves.errors import DocumentError, LossReport, TroopmovesError
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.fault import Faults, near, step_to
from troopmoves.formats.orbat.found import FoundScenario, FoundUnit
from troopmoves.formats.orbat.model import MARKER, echelon_of, is_code
from troopmoves.formats.orbat.parse import parsed
from troopmoves.formats.orbat.readloss import Lost
from troopmoves.formats.orbat.source import loaded, told_of
from troopmoves.formats.orbat.track import Ground, claims_of
from troopmoves.formats.symbol import Identity, symbol_code
from troopmoves.ledger.ledger import Ledger

_NO_NATIONS: Final[Mapping[str, Nation | str]] = MappingProxyType({})


@final
@attrs.frozen(kw_only=True, repr=False)
class OrbatImport:
    """What was read of a scenario, and what a ledger does not keep of it."""

    ledger: Ledger
    """The units, and one report with the claims."""
    losses: LossReport
    """What was left out or written differently; `claim` is the path in the scenario."""
    units: int
    """How many units the scenario has; each is in the ledger or among the losses."""
    states: int
    """How many states its units have; each is a claim, or among the losses."""

    def __repr__(self) -> str:
        return f"<OrbatImport {len(self.ledger.units)} of {self.units} units, {len(self.losses)} losses>"


def from_orbat(
    source: PathLike[str] | str | Mapping[str, Plain],
    *,
    nations: Mapping[str, Nation | str] = _NO_NATIONS,
    places: Iterable[Base] = (),
) -> OrbatImport:
    """Return the units of a scenario and where they stand, as a ledger.

    Args:
        source: A file, given as a path object; the text of a scenario; or its plain values.
        nations: For the ids or names of groups and sides, whose units they are. What is said of a group goes
            before what is said of its side. Units of no nation are left out and reported.
        places: Bases that may be meant; a position with exactly their coordinates is theirs.

    Raises:
        DocumentError: If it is no scenario; it lists every problem with its path.
        OSError: If the file cannot be read.
    """
    where = str(source) if isinstance(source, PathLike) else "scenario"
    try:
        scenario = parsed(loaded(source))
        return _imported(scenario, _nations_of(scenario, nations), Ground(places))
    except DocumentError as error:
        raise told_of(where, error) from error.__cause__


def _nations_of(scenario: FoundScenario, nations: Mapping[str, Nation | str]) -> dict[str, Nation]:
    """Return the nation of each id and name of a side or group that the caller names."""
    faults = Faults()
    known = {word for owner in scenario.owners for word in owner if word}
    found: dict[str, Nation] = {}
    for word, nation in nations.items():
        step = f"nations{step_to(word) if step_to(word).startswith('[') else f'.{word}'}"
        if word not in known:
            faults.add(step, word, "no side or group has this id or name", near(word, sorted(known)))
        try:
            found[word] = Nation.of(nation)
        except TroopmovesError as error:
            faults.keep(step, error)
    faults.tell()
    return found


def _imported(scenario: FoundScenario, nations: Mapping[str, Nation], ground: Ground) -> OrbatImport:
    lost = Lost()
    for path, what in scenario.others:
        lost.add(what, path)
    made = _Units(nations, lost)
    report = _report_id(scenario, lost)
    claims: list[Claim] = []
    for found in scenario.units:
        unit = made.take(found)
        if unit is not None:
            claims += claims_of(found, unit, scenario.start, ground, lost)
    ledger = Ledger(
        [Report(id=report, title=scenario.name, claims=tuple(claims))],
        title=scenario.name,
        units=[unit for unit in made.units if unit is not None],
    )
    states = sum(len(found.states) for found in scenario.units)
    return OrbatImport(ledger=ledger, losses=lost.report(), units=len(scenario.units), states=states)


def _report_id(scenario: FoundScenario, lost: Lost) -> str:
    if is_id(scenario.id):
        return scenario.id
    lost.add("id", "id")
    return "scenario"


@final
class _Units:
    """The units made so far, in the order of the scenario."""

    def __init__(self, nations: Mapping[str, Nation], lost: Lost) -> None:
        self.nations = nations
        self.lost = lost
        self.units: list[Unit | None] = []
        self.ids: set[str] = set()

    def take(self, found: FoundUnit) -> Unit | None:
        """Return what a unit of the scenario becomes; None if the ledger cannot hold it."""
        unit = self._made(found)
        self.units.append(unit)
        return unit

    def _made(self, found: FoundUnit) -> Unit | None:
        nation = self._nation(found)
        if nation is None or found.id.startswith(MARKER):
            what = "marker" if found.id.startswith(MARKER) else "nation"
            for path in (found.path, *(state.path for state in found.states)):
                self.lost.add(what, path)
            return None
        if found.others:
            self.lost.add("details", found.path)
        parent = None if found.above is None else self.units[found.above]
        name = self._name(found)
        short = found.short_name.strip()
        return Unit(
            id=self._id(found),
            name=name,
            nation=nation,
            echelon=self._echelon(found, parent),
            parent=parent,
            aliases=(short,) if short and short != name else (),
        )

    def _nation(self, found: FoundUnit) -> Nation | None:
        words = (*found.group, *found.side)
        return next((self.nations[word] for word in words if word in self.nations), None)

    def _id(self, found: FoundUnit) -> str:
        wanted = found.id
        if not is_id(wanted):
            self.lost.add("id", found.path)
            wanted = f"unit-{re.sub('[^A-Za-z0-9._-]', '_', wanted)}"
        while wanted in self.ids:
            self.lost.add("id", found.path)
            wanted += "_"
        self.ids.add(wanted)
        return wanted

    def _name(self, found: FoundUnit) -> str:
        name = found.name.strip()
        if name != found.name or not name:
            self.lost.add("name", found.path)
        return name or found.id.strip() or "unnamed"

    def _echelon(self, found: FoundUnit, parent: Unit | None) -> Echelon | None:
        echelon = echelon_of(found.symbol) if is_code(found.symbol) else None
        if not _is_plain(found.symbol, echelon):
            self.lost.add("symbol", found.path)
        above = parent
        while above is not None and above.echelon is None:
            above = above.parent
        if echelon is None or above is None or above.echelon is None or above.echelon.is_above(echelon):
            return echelon
        self.lost.add("echelon", found.path)
        return None


def _is_plain(symbol: str, echelon: Echelon | None) -> bool:
    """Return whether a symbol says nothing but an echelon, and perhaps that it is planned to be there."""
    return symbol in {
        symbol_code(identity=Identity.UNKNOWN, planned=planned, echelon=echelon) for planned in (False, True)
    }
