"""Whole data sets, judged by what arithmetic says of them: every sum that fails is found, and no other."""

import csv
import os
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import attrs
import pytest

from troopmoves.claims.report import Report
from troopmoves.claims.verb import present
from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import Base, Country
from troopmoves.entities.scope import Personnel
from troopmoves.entities.unit import Unit
from troopmoves.formats.mapping.importer import import_table
from troopmoves.ledger.comparison import compare
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.bounds import ChangeBounds

DATA = Path(os.environ.get("TROOPMOVES_SHARED_DATA", "")) / "troopdata-dmdc/dmdc_reports_1950_2016.csv"
MAPPING = Path(__file__).parents[2] / "examples/mappings/dmdc.yaml"
needs_data = pytest.mark.skipif(
    "TROOPMOVES_SHARED_DATA" not in os.environ, reason="TROOPMOVES_SHARED_DATA names no folder"
)
NOTHING_CARRIED = timedelta(0)

Row = dict[str, str]
USA = Nation("USA")
EVERYBODY = Force(nation=USA)
ACTIVE_DUTY = Force(nation=USA, role="active duty", personnel=Personnel.MILITARY)
SERVICES: dict[str, Force] = {
    column: Force.of(Unit(id=column, name=column, nation=USA))
    for column in (
        "army_ad",
        "navy_ad",
        "marine_corps_ad",
        "air_force_ad",
        "coast_guard_ad",
        "space_force_ad",
    )
}
"""The six columns of services, as units of one nation: others may be there beside them."""
ASHORE_OR_AFLOAT = {
    "Total Ashore": Force(nation=USA, role="ashore"),
    "Total Afloat": Force(nation=USA, role=OtherThan("ashore")),
}
"""The two columns of whereabouts, as all there is: one role and all others."""


def rows() -> list[Row]:
    with DATA.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@attrs.frozen(kw_only=True)
class Sum:
    """A row of the table: a total, and figures that should add up to it."""

    name: str
    place: str
    year: str
    total: int
    parts: tuple[tuple[Force, int], ...]

    @property
    def excess(self) -> int:
        """How many more the total is than its parts."""
        return self.total - sum(figure for _, figure in self.parts)

    def report(self, slip: int = 0) -> Report:
        """Return the row as a report of its own, its total off by a slip of the pen."""
        place = Base(id=f"{self.name}-place", name=self.place)
        whole = present(EVERYBODY, place, self.total + slip, when=self.year, id=f"{self.name}-whole")
        parts = [
            present(force, place, figure, when=self.year, id=f"{self.name}-part{number}")
            for number, (force, figure) in enumerate(self.parts)
        ]
        return Report(id=self.name, claims=(whole, *parts))


def sums(total: str, parts: dict[str, Force]) -> list[Sum]:
    """Return the rows that print a total."""
    return [
        Sum(
            name=f"row{number}",
            place=row["Location"],
            year=row["year"],
            total=int(float(row[total])),
            parts=tuple((force, int(float(row[part]))) for part, force in parts.items() if row[part]),
        )
        for number, row in enumerate(rows())
        if row[total]
    ]


def found(reports: Iterable[Report], code: str) -> set[str]:
    """Return the reports in which a check by one rule finds something."""
    findings = Ledger(reports).check(rules=[code], carry=NOTHING_CARRIED)
    return {claim.split("-")[0] for one in findings for claim in one.claims}


@needs_data
@pytest.mark.slow
def test_every_broken_sum_of_services_is_found() -> None:
    """2,208 of 10,009 rows: 1,950 totals above their six services (TM202), 258 below them (TM104)."""
    rows_of = sums("troops_ad", SERVICES)
    above, below = ({one.name for one in rows_of if one.excess * sign > 0} for sign in (1, -1))
    assert (len(rows_of), len(above), len(below)) == (10_009, 1_950, 258)
    reports = [one.report() for one in rows_of]
    assert found(reports, "TM202") == above
    assert found(reports, "TM104") == below


@needs_data
@pytest.mark.slow
def test_no_total_of_ashore_and_afloat_is_found() -> None:
    """All 2,312 are the sum of the two; one person more or fewer in a single row would be found."""
    both = [one for one in sums("Total", ASHORE_OR_AFLOAT) if len(one.parts) == len(ASHORE_OR_AFLOAT)]
    assert (len(both), {one.excess for one in both}) == (2_312, {0})
    assert Ledger([one.report() for one in both]).check(rules=["TM1", "TM202"], carry=NOTHING_CARRIED) == ()
    slips = {one.name: (-1) ** number for number, one in enumerate(both[::500])}
    assert found([one.report(slips.get(one.name, 0)) for one in both], "TM104") == {*slips}


@needs_data
@pytest.mark.slow
def test_two_years_compare_as_the_printed_figures_do() -> None:
    """What one row prints for a country in each year, without a mark, changes by the difference."""
    two_years = [row for row in rows() if row["year"] in {"2009", "2010"}]
    ledger = import_table(two_years, MAPPING).ledger
    first, second = (ledger.state(f"{year}-09-30", carry=NOTHING_CARRIED) for year in (2009, 2010))
    found = {(row.who, row.where): row for row in compare(first, second).rows}
    was, becomes = (_of_countries(year) for year in ("2009", "2010"))
    both = sorted(was.keys() & becomes.keys())
    assert len(both) > 100
    for code in both:
        row = found[ACTIVE_DUTY, Country.of(code)]
        assert row.change == ChangeBounds.exactly(becomes[code] - was[code]), code
        assert row.if_anything_moved == row.change, code


def _of_countries(year: str) -> dict[str, int]:
    """Return the total of every country that has one row of its own in September of a year."""
    given: dict[str, list[Row]] = {}
    for row in rows():
        if (row["year"], row["month"]) == (year, "September") and row["iso3c"]:
            given.setdefault(row["iso3c"], []).append(row)
    return {
        code: int(lines[0]["troops_ad"])
        for code, lines in given.items()
        if len(lines) == 1 and not set(lines[0]["Location"]) & set("*(/")
    }
