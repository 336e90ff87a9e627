"""A ledger with something of everything, for the tests of tables."""

from datetime import UTC, date, datetime

import troopmoves as tm

IRAQ, KUWAIT = tm.Country.of("IRQ"), tm.Country.of("KWT")
TAJI = tm.Base(id="taji", name="Camp Taji", within=IRAQ, latitude=33.52, longitude=44.26)
BRIGADE = tm.Unit(id="82-1", name="1st Brigade, 82nd", nation=tm.Nation("USA"))
MISSION = tm.Operation(id="nmi", name="NATO Mission Iraq", lead=tm.Organisation(id="nato", name="NATO"))


def story() -> tm.Ledger:
    """Return a ledger of two reports, one of them empty, and a claim without a report."""
    report = tm.Report(
        id="paper",
        publisher="The Paper",
        title="Who goes, who stays",
        published=date(2020, 1, 8),
        url="https://paper.example/1",
        reliability=tm.Reliability.USUALLY_RELIABLE,
    )
    report = report.present(
        "CAN", "IRQ", tm.Headcount.of("about 500", "an estimated 500"), when="2020-01-07", id="can"
    )
    report = report.present(
        tm.Force(nation=tm.Nation("FRA"), role="training"), TAJI, 160, when="2020-01-07", id="fra"
    )
    report = report.relocate(
        "CAN",
        "some",
        origin="IRQ",
        to=tm.AnyOf((KUWAIT, tm.Country.of("JOR"))),
        when=tm.When.of("2020-01-07/..").with_text("in the coming days", anchored=date(2020, 1, 7)),
        said=tm.Attribution(
            by="Gen. Vance", role="chief", via="letter", public=datetime(2020, 1, 7, 18, 30, tzinfo=UTC)
        ),
        id="can-move",
    )
    report = report.withdraw(BRIGADE, origin=IRAQ, when="2020-01-06/..", id="usa-letter")
    report = report.retract("usa-letter", said=tm.Attribution(by="Pentagon"), id="usa-mistake")
    report = report.suspend(MISSION, "IRQ", "training", when="2020-01-07", id="nato-pause")
    empty = tm.Report(id="empty", publisher="Nobody")
    loose = tm.present("ROU", "IRQ", "at least 14", when="2020-01-07", id="rou")
    return tm.Ledger(
        [empty, report, loose], title="Iraq", notes=["Talks were held."], aliases={"Kanada": "CAN"}
    )
