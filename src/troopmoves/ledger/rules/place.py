"""Units at two places, and two places on one spot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Final, TypeAlias, final

from troopmoves.claims.axis import Holds
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import Presence
from troopmoves.entities.place import Base
from troopmoves.ledger.finding import Finding, FindingKind, Severity
from troopmoves.ledger.rules.rule import Checked
from troopmoves.timing.when import show_day

_At: TypeAlias = "tuple[Entry, Base]"


@final
class TwoBases:
    """Two reports place one unit at two bases on the same day.

    **Why.** One of them may be out of date, or each saw a part of it. Only days for certain are compared,
    and only claims of two reports about all of the unit: a report that divides it itself knows better.

    **Example.** One newspaper sees the battalion at Camp A on 7 January, another at Camp B.

    **Way out.** If it is divided, name the companies as units of their own, or silence one claim with that
    reason; if one report is out of date, date its claim by the day it speaks of.
    """

    code: Final = FindingKind.TWO_BASES
    name: Final = "two bases"
    severity: Final = Severity.INFO
    summary: Final = "two reports that place one unit at two bases on the same day"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield each two claims that place a unit at two bases."""
        for day, told in _by_unit_and_day(checked):
            for (one, here), (other, there) in combinations(told, 2):
                two_reports = one.report is None or other.report is None or one.report.id != other.report.id
                if two_reports and here.key != there.key:
                    yield checked.finding(
                        self,
                        f"at {here} and at {there} on {show_day(day)}",
                        [checked.involved(one, here), checked.involved(other, there)],
                        because="both count: a unit may be divided",
                        look="whether each saw a part of it, or one is out of date",
                    )


def _by_unit_and_day(checked: Checked) -> Iterator[tuple[date, list[_At]]]:
    """Yield the claims that place all of a unit at a base, by unit and day, in the order of ids."""
    found: dict[tuple[str, date], list[_At]] = {}
    for entry, level, headcount in checked.levels():
        unit, day, place = level.force.unit, _certain_day(level), level.place
        whole = unit is not None and (level.force.role, level.force.operation) == (None, None)
        if unit is None or not whole or day is None or not isinstance(place, Base):
            continue
        if checked.read(headcount).low > 0:
            found.setdefault((unit.id, day), []).append((entry, place))
    for (_, day), told in found.items():
        yield day, told


def _certain_day(level: Presence) -> date | None:
    """Return the day on which a level holds for certain: its only one, or the first of all its days."""
    when = level.when
    certain = when.is_day or level.holds is Holds.THROUGHOUT
    return when.earliest if certain and not when.approximate and not when.uncertain else None


@final
class SameCoordinates:
    """Two bases have the same coordinates.

    **Why.** They are one base under two ids, so that its people are counted apart; or the coordinates of
    one were copied. A map draws one of them over the other.

    **Example.** `al-asad` and `ain-al-asad`, both at 33.7856, 42.4412.

    **Way out.** Make one of them an alias of the other; or correct the coordinates, or leave out those that
    are only the middle of a town or country.
    """

    code: Final = FindingKind.SAME_COORDINATES
    name: Final = "same coordinates"
    severity: Final = Severity.WARNING
    summary: Final = "two bases with the same coordinates"

    def findings(self, checked: Checked) -> Iterator[Finding]:
        """Yield the bases on one spot, each spot once."""
        spots: dict[tuple[float, float], list[Base]] = {}
        for place in checked.places:
            if isinstance(place, Base) and place.latitude is not None and place.longitude is not None:
                spots.setdefault((place.latitude, place.longitude), []).append(place)
        for (latitude, longitude), bases in spots.items():
            if len(bases) > 1:
                ids = [base.id for base in bases]
                yield checked.finding(
                    self,
                    f"{', '.join(ids)} lie at {latitude}, {longitude}",
                    about=ids,
                    because="each is counted by itself",
                    look="whether they are one base",
                )
