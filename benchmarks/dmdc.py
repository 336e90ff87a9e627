"""How long it takes to read 10,009 rows, to say who was where in two years, and what changed between them.

    python benchmarks/dmdc.py [CSV] [CARRY_IN_DAYS]

Ours keeps every claim, bounds every count and gives each row its verdicts; the pandas script beside it
subtracts two columns of totals. The file is troopdata's `dmdc_reports_1950_2016.csv`; where none is given, it
is looked for in the folder that TROOPMOVES_SHARED_DATA names. Without pandas only ours is timed. What is
printed is the time of the processor, so that other work on the machine matters little.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final, TypeVar

import troopmoves as tm
from troopmoves.claims.proposition import Presence
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import Place
from troopmoves.entities.scope import Personnel
from troopmoves.formats.mapping.importer import import_table

ROOT: Final = Path(__file__).parents[1]
FILE: Final = "troopdata-dmdc/dmdc_reports_1950_2016.csv"
YEARS: Final = (2009, 2010)
ACTIVE_DUTY: Final = Force(nation=Nation("USA"), role="active duty", personnel=Personnel.MILITARY)

_Any = TypeVar("_Any")
Times = dict[str, float]


def timed(what: str, do: Callable[[], _Any], times: Times) -> _Any:
    """Do something, and note how long the processor took."""
    start = time.process_time()
    done = do()
    times[what] = time.process_time() - start
    return done


def ours(file: Path, carry: timedelta) -> tuple[int, Times]:
    """Read, state and compare; return how many places both years name, and the times."""
    times: Times = {}
    ledger = timed("read", lambda: import_table(file, ROOT / "examples/mappings/dmdc.yaml"), times).ledger
    first, second = (ledger.state(f"{year}-09-30", carry=carry) for year in YEARS)
    places = _places(ledger, YEARS[0]) & _places(ledger, YEARS[1])
    asked = sorted(places, key=str)
    timed(
        "state", lambda: [state.count(ACTIVE_DUTY, one) for state in (first, second) for one in asked], times
    )
    timed("compare", lambda: tm.compare(first, second, common=True), times)
    return len(asked), times


def _places(ledger: tm.Ledger, year: int) -> set[Place]:
    """Return the places for which a total of all services is reported at the end of September of a year."""
    said = (claim.proposition for claim in ledger.claims(nation="USA"))
    return {
        one.place
        for one in said
        if isinstance(one, Presence) and one.force == ACTIVE_DUTY and str(one.when.latest) == f"{year}-09-30"
    }


def with_pandas(file: Path) -> tuple[int, Times]:
    """Do the same to the totals as printed, without bounds; return how many spellings both years have."""
    import pandas as pd  # noqa: PLC0415 (without it, ours is timed all the same)

    times: Times = {}
    table = timed("read", lambda: pd.read_csv(file), times)
    september = table[table["month"] == "September"]

    def of(year: int) -> "pd.Series[int]":
        return september[september["year"] == year].groupby("Location")["troops_ad"].sum()

    first, second = timed("state", lambda: tuple(of(year) for year in YEARS), times)
    changed = timed("compare", lambda: len((second - first).dropna()), times)
    return changed, times


def main() -> None:
    """Print the times of both, and how many times as long ours takes."""
    given = sys.argv[1:]
    file = Path(given[0]) if given else Path(os.environ.get("TROOPMOVES_SHARED_DATA", "")) / FILE
    if not file.is_file():
        sys.exit(f"no such file: {file}; give the path of dmdc_reports_1950_2016.csv")
    carry = timedelta(days=int(given[1]) if given[1:] else 0)
    places, mine = ours(file, carry)
    print(f"{places} places in both years; carried for {carry.days} days")
    theirs: Times = {}
    try:
        spellings, theirs = with_pandas(file)
        print(f"{spellings} spellings in both years for pandas")
    except ImportError:
        print("pandas is not installed")
    print("\n| step | troopmoves, s | pandas, s | ratio |\n|---|---|---|---|")
    for step, seconds in mine.items():
        other = theirs.get(step)
        print(
            f"| {step} | {seconds:.2f} | " + (f"{other:.3f} | {seconds / other:,.0f} |" if other else "| |")
        )


if __name__ == "__main__":
    main()
