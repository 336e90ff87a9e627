"""For every rule of a check, one small ledger in which it finds one thing, and whatever else it must not.

To add a rule: one row in FIRES.
"""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import TypeVar

import attrs

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.axis import ActivityKind, Progress
from troopmoves.claims.claim import Attribution, Claim
from troopmoves.claims.proposition import ActivityChange
from troopmoves.claims.report import Report
from troopmoves.claims.verb import present, retract, suspend, withdraw
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation
from troopmoves.entities.place import Base, Country, Place
from troopmoves.entities.scope import Tasking, Tenure
from troopmoves.entities.unit import Unit
from troopmoves.ledger.check import prepared
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.rules.rule import Checked
from troopmoves.timing.when import When

_Any = TypeVar("_Any")

IRAQ = Country.of("IRQ")
CAMP_A = Base(id="camp-a", name="Camp A", within=IRAQ, latitude=33.5, longitude=42.5)
CAMP_B = Base(id="camp-b", name="Camp B", within=IRAQ, latitude=34.5, longitude=43.5)
CAMP_C = Base(id="camp-c", name="Camp C", within=IRAQ, latitude=34.5, longitude=43.5)
MISSION = Operation(id="mission", name="Mission Iraq", aliases=("MI",))
EVERYBODY = Force(operation=MISSION)
BATTALION = Unit(id="1-rcr", name="1 RCR", nation=Nation("CAN"))


def paper(day: int, name: str = "", publisher: str = "", *, month: int = 1) -> Report:
    """Return a report of a day of 2020, published by a paper of its own unless one is named."""
    name = name or f"paper-{month}-{day}"
    return Report(
        id=name, publisher=publisher or name, published=date(2020, month, day), url=f"{name}.example.org"
    )


def said(by: str = "", day: int | None = None) -> Attribution:
    """Return who said it, on a day of January 2020."""
    return Attribution(by=by, public=None if day is None else date(2020, 1, day))


def there(
    number: int | str, day: int = 7, *, who: Force | str = "CAN", name: str = "", where: str | Base = "IRQ"
) -> Claim:
    """Return a claim that so many are at a place on a day of January 2020."""
    return present(who, where, number, when=date(2020, 1, day), id=name or f"n{number}".replace(" ", "-"))


def life(
    kind: str,
    when: str,
    *,
    of: Force = EVERYBODY,
    where: Place = IRAQ,
    activity: str = "mission",
    progress: Progress = Progress.COMPLETED,
) -> Claim:
    """Return a claim that a mission is started, ended or the like; its id is the kind."""
    change = ActivityChange(
        force=of,
        place=where,
        activity=activity,
        kind=ActivityKind(kind),
        when=When.of(when),
        progress=progress,
    )
    return Claim(id=kind, proposition=change)


def training(nation: str = "CAN") -> Force:
    """Return the trainers of a nation."""
    return Force(nation=Nation(nation), role="training")


def table(total: int | str, *parts: int | str) -> Report:
    """Return a report of so many in Iraq over all nations, and of each of some nations."""
    nations = ("CAN", "DEU", "FRA", "ITA", "ROU")
    rows = [
        there(part, who=nation, name=nation.lower()) for nation, part in zip(nations, parts, strict=False)
    ]
    return paper(8).add(there(total, who=Force(), name="total"), *rows)


def gone(number: int | str, name: str, when: str = "2020-01-03/2020-01-05") -> Claim:
    """Return a claim that so many Canadians have left Iraq."""
    return withdraw("CAN", number, origin="IRQ", when=when, progress="completed", id=name)


FIRES: dict[str, Ledger] = {
    "TM101": Ledger([paper(8).add(there(500)), paper(9).add(there(300))]),
    "TM102": Ledger([paper(8).add(there(500)), paper(20).add(there(300, 19))]),
    "TM103": Ledger(
        [
            paper(7).withdraw("CAN", origin="IRQ", when="2020-01-07/..", polarity="negated", id="stay"),
            paper(21).add(gone(5, "gone", "2020-01-18/2020-01-20")),
        ]
    ),
    "TM104": Ledger([paper(8).add(there(100), there(160, who=training()))]),
    "TM201": Ledger(
        [
            paper(2).present("CAN", "IRQ", 400, when="2020", basis="authorised", id="ceiling"),
            paper(8).add(there(500)),
        ]
    ),
    "TM202": Ledger([table(500, 100, 150, 200)]),
    "TM203": Ledger([paper(8).add(gone(14, "fourteen")), paper(9).add(gone(10, "ten"))]),
    "TM204": Ledger([paper(8).add(gone(14, "one")), paper(9).add(gone("about 14", "other"))]),
    "TM205": Ledger([paper(8).present("CAN", "IRQ", 5000, when="2020-01-07", quote="some 500 are there")]),
    "TM206": Ledger(
        [
            paper(8).add(there(91, who=Force(nation=Nation("CAN"), tenure=Tenure.PERMANENT))),
            paper(9).add(there(600, who=Force(nation=Nation("CAN"), tasking=Tasking.WITH_MISSION))),
        ]
    ),
    "TM301": Ledger([paper(8).add(there(500, 12))]),
    "TM302": Ledger([paper(8).present("CAN", "IRQ", 500, when="2020-01-07", said=said("a general", 18))]),
    "TM303": Ledger(
        [
            paper(8).withdraw("CAN", 14, origin="IRQ", when="2020-01-10/2020-01-12", id="plan"),
            paper(20).add(there(10, 19, who="FRA")),
        ]
    ),
    "TM304": Ledger(
        [
            paper(5).add(suspend("CAN", "IRQ", "training", when="2020-01-05", id="first")),
            paper(20).add(suspend("CAN", "IRQ", "Training", when="2020-01-19", id="second")),
        ]
    ),
    "TM305": Ledger([paper(8).present("CAN", "IRQ", 500, when="../..")]),
    "TM306": Ledger(
        [
            paper(2).add(life("ended", "2019-12-31")),
            paper(16).add(there(120, 15, who=Force(nation=Nation("CAN"), operation=MISSION))),
        ]
    ),
    "TM401": Ledger(
        [
            Report(id="a", publisher="A", url="http://example.org/1", note="read"),
            Report(id="b", publisher="B", url="https://www.example.org/1/", note="read"),
        ]
    ),
    "TM402": Ledger(
        [
            paper(8).add(there(500)),
            paper(9).add(retract("n500", id="mistake", said=said("an embassy"))),
        ]
    ),
    "TM403": Ledger(
        [
            paper(8, "late", "The Paper").add(there(500)),
            paper(5, "early", "The Paper").add(retract("n500", id="mistake")),
        ]
    ),
    "TM404": Ledger([paper(8)]),
    "TM405": Ledger([paper(8).add(there(500)), there(14, who="ROU")]),
    "TM501": Ledger(
        [
            paper(8).add(there(300, who=Force.of(BATTALION), where=CAMP_A, name="a")),
            paper(9).add(there(300, who=Force.of(BATTALION), where=CAMP_B, name="b")),
        ]
    ),
    "TM502": Ledger([paper(8).add(there(14, where=CAMP_B), there(15, where=CAMP_C))]),
}
"""A ledger for each rule in which this rule finds one thing, and no other rule finds any."""


def checked(ledger: Ledger) -> Checked:
    """Return a ledger as rules see it."""
    view = ledger.view(Assumptions())
    return prepared(view, ledger.reports, ledger.paths, ledger.names, ledger.label)


def shuffled(ledger: Ledger, seed: int = 1) -> Ledger:
    """Return the same ledger with reports and claims in another order."""
    chance = Random(seed)  # noqa: S311 (nothing to guess)
    reports = [attrs.evolve(one, claims=tuple(_mixed(one.claims, chance))) for one in ledger.reports]
    contents: list[Report | Claim] = [*_mixed(reports, chance), *_mixed(ledger.loose, chance)]
    return Ledger(contents, places=ledger.places, aliases=dict(ledger.aliases))


def _mixed(one: Sequence[_Any], chance: Random) -> list[_Any]:
    mixed = list(one)
    chance.shuffle(mixed)
    return mixed
