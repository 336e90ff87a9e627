"""Scenarios taken apart: plain values checked as they are read, every problem with its path.

A scenario comes from anywhere, so nothing in it is trusted: the number of its units and states, its depth,
the length of its texts. To read one more key: a line in `_unit` or `_state`, its row in `model.READ`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from types import MappingProxyType
from typing import Final, final
from zoneinfo import ZoneInfo

from troopmoves.formats.document.fault import Faults, fault
from troopmoves.formats.orbat.found import Counts, FoundScenario, FoundState, FoundUnit
from troopmoves.formats.orbat.model import KIND, moment
from troopmoves.formats.orbat.source import GLANCE, glance

_MOST_UNITS: Final = 100_000
_MOST_STATES: Final = 1_000_000
_DEEPEST: Final = 32
_LONGEST: Final = 500
_MOST_PEOPLE: Final = 10**9


def parsed(tree: Mapping[str, object]) -> FoundScenario:
    """Return what stands in a scenario.

    Raises:
        DocumentError: With every problem.
    """
    reader = _Reader(_zone(tree))
    if tree.get("type") != KIND:
        way_out = "decrypt it in orbat-mapper" if tree.get("type") == f"{KIND}-encrypted" else ""
        raise fault(glance(tree.get("type")), f"a scenario has the type {KIND!r}", way_out, step="type")
    found = reader.scenario(tree)
    reader.faults.tell()
    return found


def _zone(tree: Mapping[str, object]) -> tzinfo:
    name = tree.get("timeZone")
    if name is None or name == "UTC":
        return UTC
    rule = "no such time zone"
    if not isinstance(name, str) or _ZONE.fullmatch(name) is None:
        raise fault(glance(name), rule, "write 'Europe/Oslo'", step="timeZone")
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        way_out = "write 'Europe/Oslo'; some systems need the package tzdata"
        raise fault(name, rule, way_out, step="timeZone") from None


_ZONE: Final = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z][A-Za-z0-9_+-]*){0,2}")


@final
class _Reader:
    """Reads part after part and goes on after a problem."""

    def __init__(self, zone: tzinfo) -> None:
        self.zone = zone
        self.faults = Faults()
        self.units: list[FoundUnit | None] = []
        self.paths: dict[str, str] = {}
        self.states = 0

    def scenario(self, tree: Mapping[str, object]) -> FoundScenario:
        owners: list[tuple[str, str]] = []
        others = list(self._others_of(tree))
        for path, side in self._entries(tree, "sides", ""):
            on = self._owner(side, path)
            owners.append(on)
            self._units(side, path, side=on, group=("", ""), above=None)
            for below, group in self._entries(side, "groups", path):
                within = self._owner(group, below)
                owners.append(within)
                self._units(group, below, side=on, group=within, above=None)
                others += ((below, "details") for _ in _said(group, _OF_GROUP)[:1])
            others += ((path, "details") for _ in _said(side, _OF_SIDE)[:1])
        start = tree.get("startTime")
        return FoundScenario(
            id=self._text(tree, "id", "", needed=False),
            name=self._text(tree, "name", ""),
            start=None if start is None else self._time(start, "startTime"),
            units=tuple(unit for unit in self.units if unit is not None),
            owners=tuple(owners),
            others=tuple(others),
        )

    def _others_of(self, tree: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        for key, value in tree.items():
            if key in _OF_SCENARIO or not value:
                continue
            sort = _SORTS.get(key)
            if sort is None or not isinstance(value, list):
                yield str(key)[:GLANCE], "details"
                continue
            for index, entry in enumerate(value[:_MOST_STATES]):
                if key == "events" or (isinstance(entry, dict) and _is_drawn(entry)):
                    yield f"{key}[{index}]", sort

    # -- sides, groups, units ---------------------------------------------------------------------------

    def _owner(self, node: Mapping[str, object], path: str) -> tuple[str, str]:
        return self._text(node, "id", path), self._text(node, "name", path)

    def _units(
        self,
        node: Mapping[str, object],
        path: str,
        *,
        side: tuple[str, str],
        group: tuple[str, str],
        above: int | None,
        depth: int = 1,
    ) -> bool:
        """Read the units of a side, group or unit; return whether there are any."""
        entries = self._entries(node, "subUnits", path)
        if entries and depth > _DEEPEST:
            raise fault("...", f"units belong to each other {_DEEPEST} deep at most", step=entries[0][0])
        for below, unit in entries:
            if len(self.units) == _MOST_UNITS:
                raise fault("...", f"a scenario has {_MOST_UNITS} units at most", step=below)
            place = len(self.units)
            self.units.append(None)
            parts = self._units(unit, below, side=side, group=group, above=place, depth=depth + 1)
            self.units[place] = self._unit(unit, below, side=side, group=group, above=above, parts=parts)
        return bool(entries)

    def _unit(
        self,
        node: Mapping[str, object],
        path: str,
        *,
        side: tuple[str, str],
        group: tuple[str, str],
        above: int | None,
        parts: bool,
    ) -> FoundUnit:
        name = self._text(node, "id", path)
        before = self.paths.setdefault(name, path)
        if before != path:
            self.faults.add(f"{path}.id", name, f"this is the id of {before}", "give it another one")
        states = [self._state(state, below) for below, state in self._entries(node, "state", path)]
        return FoundUnit(
            path=path,
            id=name,
            name=self._text(node, "name", path),
            short_name=self._text(node, "shortName", path, needed=False),
            symbol=self._text(node, "sidc", path),
            location=self._position(node.get("location"), f"{path}.location"),
            personnel=self._counts(node, path),
            states=tuple(sorted((state for state in states if state), key=lambda state: state.time)),
            above=above,
            has_parts=parts,
            side=side,
            group=group,
            others=frozenset(_said(node, _OF_UNIT)),
        )

    # -- states -----------------------------------------------------------------------------------------

    def _state(self, node: Mapping[str, object], path: str) -> FoundState | None:
        self.states += 1
        if self.states > _MOST_STATES:
            raise fault("...", f"a scenario has {_MOST_STATES} states at most", step=path)
        time = self._time(node.get("t"), f"{path}.t")
        update, diff = self._object(node, "update", path), self._object(node, "diff", path)
        others = {*_said(node, _OF_STATE), *_said(update, _COUNTED), *_said(diff, _COUNTED)}
        symbol = self._text(node, "sidc", path, needed=False) or None
        location = self._position(node.get("location"), f"{path}.location")
        replaced, added = self._counts(update, f"{path}.update"), self._counts(diff, f"{path}.diff")
        if time is None:
            return None
        return FoundState(
            path=path,
            time=time,
            places="location" in node,
            location=location,
            symbol=symbol,
            update=replaced,
            diff=added,
            others=frozenset(others),
        )

    def _counts(self, node: Mapping[str, object], path: str) -> Counts:
        found: dict[str, tuple[int | None, int | None]] = {}
        for below, entry in self._entries(node, "personnel", path):
            name = self._text(entry, "name", below)
            found[name] = (self._number(entry, "count", below), self._number(entry, "onHand", below))
        return MappingProxyType(found)

    def _number(self, node: Mapping[str, object], key: str, path: str) -> int | None:
        value = node.get(key)
        if value is None:
            return None
        if isinstance(value, float) and value.is_integer() and abs(value) <= _MOST_PEOPLE:
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _MOST_PEOPLE:
            return value
        self.faults.add(f"{path}.{key}", glance(value), "a number of people is a whole number")
        return None

    def _position(self, value: object, path: str) -> tuple[float, float] | None:
        if value is None:
            return None
        if isinstance(value, list | tuple) and len(value) in {2, 3} and all(map(_is_number, value)):
            longitude, latitude = value[:2]
            if abs(longitude) <= _EAST and abs(latitude) <= _NORTH:
                return float(longitude), float(latitude)
        rule = "a position is [longitude, latitude], from -180 to 180 and from -90 to 90 degrees"
        self.faults.add(path, glance(value), rule)
        return None

    def _time(self, value: object, path: str) -> datetime | None:
        try:
            if isinstance(value, str) and len(value) <= GLANCE:
                time = datetime.fromisoformat(value)
                return time.astimezone(self.zone) if time.tzinfo else time.replace(tzinfo=self.zone)
            if isinstance(value, int | float) and not isinstance(value, bool):
                return moment(value).astimezone(self.zone)
        except (ValueError, OverflowError):
            pass
        rule = "a time is a text such as '1940-04-09T04:37:00+02:00', or milliseconds since 1970"
        self.faults.add(path, glance(value), rule)
        return None

    # -- plain values -----------------------------------------------------------------------------------

    def _text(self, node: Mapping[str, object], key: str, path: str, *, needed: bool = True) -> str:
        value = node.get(key)
        if isinstance(value, str) and len(value) <= _LONGEST and _is_utf8(value):
            return value
        if value is not None or needed:
            rule = f"this is a text of {_LONGEST} characters at most"
            self.faults.add(f"{path}.{key}" if path else key, glance(value), rule)
        return ""

    def _object(self, node: Mapping[str, object], key: str, path: str) -> Mapping[str, object]:
        value = node.get(key)
        if value is None or isinstance(value, dict):
            return value or {}
        self.faults.add(f"{path}.{key}", glance(value), "this is an object")
        return {}

    def _entries(
        self, node: Mapping[str, object], key: str, path: str
    ) -> list[tuple[str, Mapping[str, object]]]:
        value = node.get(key)
        where = f"{path}.{key}" if path else key
        if value is None and key != "sides":
            return []
        if not isinstance(value, list):
            self.faults.add(where, glance(value), "this is a list of objects")
            return []
        entries = [(f"{where}[{index}]", entry) for index, entry in enumerate(value)]
        for step, entry in entries:
            if not isinstance(entry, dict):
                self.faults.add(step, glance(entry), "this is an object")
        return [(step, entry) for step, entry in entries if isinstance(entry, dict)]


_EAST: Final = 180
_NORTH: Final = 90

_OF_SCENARIO: Final = frozenset({"id", "type", "version", "name", "startTime", "timeZone", "sides"})
_OF_SIDE: Final = frozenset({"id", "name", "groups", "subUnits"})
_OF_GROUP: Final = frozenset({"id", "name", "subUnits"})
_OF_UNIT: Final = frozenset({"id", "name", "shortName", "sidc", "subUnits", "location", "personnel", "state"})
_OF_STATE: Final = frozenset({"id", "t", "location", "sidc", "update", "diff", "interpolate"})
_COUNTED: Final = frozenset({"personnel"})
_SORTS: Final = MappingProxyType(
    {"events": "event", "layers": "layer", "mapLayers": "layer", "layerStack": "layer"}
)


def _said(node: Mapping[str, object], known: Iterable[str]) -> list[str]:
    """Return the other keys that say something; those with an underscore are orbat-mapper's own."""
    return [
        key
        for key, value in node.items()
        if key not in known and value and value != "None" and str(key)[:1] != "_"
    ]


def _is_drawn(layer: Mapping[str, object]) -> bool:
    return any(layer.get(key) for key in ("items", "features", "source", "url"))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_utf8(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)
