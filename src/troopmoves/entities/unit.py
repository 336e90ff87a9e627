"""Military organisations of a nation, and their relative size.

A unit is not a number: nothing in the library turns an echelon into persons.

To add an echelon: one member of `Echelon` at its place in the order, one line in docs/words.md, one case in
tests/entities/test_unit.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from types import MappingProxyType
from typing import Final, final

import attrs

from troopmoves.entities.identity import checked_aliases, checked_id, checked_name
from troopmoves.entities.nation import Nation
from troopmoves.errors import UnitError


@final
class Echelon(StrEnum):
    """The relative size of a unit, by the names of NATO's APP-6, smallest first.

    Members are text and so compare by the alphabet; order them by `rank`.

    >>> max(Echelon.COMPANY, Echelon.BRIGADE, Echelon.CORPS, key=lambda echelon: echelon.rank).name
    'CORPS'
    """

    TEAM = "team"
    """Team or crew."""
    SQUAD = "squad"
    """Squad."""
    SECTION = "section"
    """Section."""
    PLATOON = "platoon"
    """Platoon or detachment."""
    COMPANY = "company"
    """Company, battery or (cavalry) troop."""
    BATTALION = "battalion"
    """Battalion or squadron."""
    REGIMENT = "regiment"
    """Regiment or group."""
    BRIGADE = "brigade"
    """Brigade."""
    DIVISION = "division"
    """Division."""
    CORPS = "corps"
    """Corps or Marine expeditionary force."""
    ARMY = "army"
    """Field army."""
    ARMY_GROUP = "army_group"
    """Army group or front."""
    THEATRE = "theatre"
    """Theatre, which APP-6 also calls region."""
    COMMAND = "command"
    """Command."""

    @property
    def rank(self) -> int:
        """Return the place in the order, 1 for a team."""
        return _RANKS[self]

    def is_above(self, other: Echelon) -> bool:
        """Return whether this echelon is the higher of two.

        >>> Echelon.BRIGADE.is_above(Echelon.BATTALION)
        True
        """
        return self.rank > other.rank


_RANKS: Final = MappingProxyType({echelon: rank for rank, echelon in enumerate(Echelon, start=1)})


@final
@attrs.frozen(kw_only=True)
class Unit:
    """A military organisation of a nation.

    >>> brigade = Unit(id="2-cmbg", name="2 CMBG", nation=Nation("CAN"), echelon=Echelon.BRIGADE)
    >>> battalion = Unit(id="1-rcr", name="1 RCR", nation=Nation("CAN"), parent=brigade)
    >>> battalion.is_part_of(brigade)
    True
    """

    id: str
    """What documents refer to."""
    name: str
    """What people read."""
    nation: Nation
    """Whose unit it is."""
    echelon: Echelon | None = None
    """Its relative size, if said."""
    parent: Unit | None = None
    """The unit it belongs to, if said; it may be of another nation, as in multinational brigades."""
    aliases: tuple[str, ...] = ()
    """Other names in use."""

    def __attrs_post_init__(self) -> None:
        checked_id("Unit.id", self.id, UnitError)
        checked_name("Unit.name", self.name, UnitError)
        _check_nation(self.nation)
        _check_parent(self)
        checked_aliases("Unit.aliases", self.aliases, UnitError)

    def __str__(self) -> str:
        return self.name

    def is_part_of(self, other: Unit) -> bool:
        """Return whether the unit is the other one or stands below it."""
        return any(unit == other for unit in _upwards(self))


def _upwards(unit: Unit | None) -> Iterator[Unit]:
    while unit is not None:
        yield unit
        unit = unit.parent


def _check_nation(nation: object) -> None:
    if not isinstance(nation, Nation):
        raise UnitError("Unit.nation", nation, "a unit belongs to a Nation", "use Nation.of(...)")


def _check_parent(unit: Unit) -> None:
    if unit.parent is None:
        return
    if not isinstance(unit.parent, Unit):
        raise UnitError("Unit.parent", unit.parent, "the parent of a unit is a Unit", "make the parent first")
    for above in _upwards(unit.parent):
        if above.id == unit.id:
            rule = "a unit is not part of itself"
            raise UnitError("Unit.parent", unit.id, rule, "give the two units different ids")
        _check_echelons(unit.echelon, above.echelon)


def _check_echelons(below: Echelon | None, above: Echelon | None) -> None:
    if below is not None and above is not None and not above.is_above(below):
        rule = f"a {below} belongs to a unit of a higher echelon"
        raise UnitError(
            "Unit.parent", str(above), rule, "leave the echelon out if the source does not say it"
        )
