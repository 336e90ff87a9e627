"""The news text of January 2020 as a ledger built in Python, the same as examples/iraq-january-2020.yaml."""

from datetime import date
from pathlib import Path

import troopmoves as tm
from troopmoves.entities.organisation import NATO

DOCUMENT = Path(__file__).parents[2] / "examples" / "iraq-january-2020.yaml"

IRAQ = tm.Country.of("IRQ")
COALITION = tm.Organisation(id="coalition", name="coalition")
NATO_MISSION = tm.Operation(id="nmi", name="NATO Mission Iraq", lead=NATO)
CHAMMAL = tm.Operation(id="chammal", name="Operation Chammal", lead=tm.Nation("FRA"))
OLD_BASE = tm.Base(id="rou-base", name="Romanians' base", within=IRAQ)
FRENCH_TRAINERS = tm.Force(nation=tm.Nation("FRA"), role="training")
FRENCH_REST = tm.Force(nation=tm.Nation("FRA"), role=tm.OtherThan("training"))
FRENCH_CHAMMAL = tm.Force(nation=tm.Nation("FRA"), operation=CHAMMAL)
REGION_OUTSIDE_IRAQ = tm.Unspecified(within=tm.middle_east(), outside=IRAQ)

_TUESDAY = date(2020, 1, 7)
_SOON = tm.When.of("2020-01-07/..").with_text("in the coming days")
_MINISTRY = tm.Attribution(by="French defence ministry")
_VANCE = tm.Attribution(
    by="Gen. Jonathan Vance",
    role="chief of defence staff",
    via="letter to families, posted on Twitter",
    public=_TUESDAY,
)


def built_in_python() -> tm.Ledger:
    """Return the ledger of the news text."""
    report = tm.Report(
        id="new-arab",
        publisher="The New Arab",
        title="Canada to move some troops from Iraq to Kuwait: official",
        published=date(2020, 1, 8),
    )
    note = tm.Note(
        text="Trudeau, Merkel and King Abdullah spoke: they want calm, and the fight against IS to go on.",
        when=tm.When.of("2020-01-07"),
    )
    claims = [*_canada(), *_nato(), *_germany(), *_romania(), *_france(), *_united_states(), _others()]
    return tm.Ledger([report.add(*claims)], title="Iraq, January 2020", notes=[note])


def _canada() -> list[tm.Claim]:
    return [
        tm.present("CAN", "IRQ", "about 500", when="2020-01-07", quote="estimated 500", id="can-iraq"),
        tm.relocate(
            "CAN",
            "some",
            origin="IRQ",
            to="KWT",
            when=_SOON,
            temporary=True,
            said=_VANCE,
            note="Follows from what the coalition and NATO have planned.",
            id="can-kuwait",
        ),
        tm.suspend("CAN", "IRQ", "operations", when="2020-01-07", said=_VANCE, id="can-pause"),
    ]


def _nato() -> list[tm.Claim]:
    inside_or_outside = tm.AnyOf((tm.Unspecified(within=IRAQ), tm.Unspecified(outside=IRAQ)))
    return [
        tm.suspend(
            NATO_MISSION,
            "IRQ",
            "training",
            when="2020-01-03/2020-01-07",
            note="After the killing of 3 January.",
            id="nato-training",
        ),
        tm.relocate(
            NATO_MISSION,
            "some",
            origin="IRQ",
            to=inside_or_outside,
            when="2020-01-07/..",
            progress="under_way",
            temporary=True,
            said=tm.Attribution(by="NATO", public=_TUESDAY),
            id="nato-reposition",
        ),
    ]


def _germany() -> list[tm.Claim]:
    return [
        tm.relocate(
            "DEU",
            "unknown",
            origin="IRQ",
            to=tm.Unspecified(),
            when="2020-01-07/..",
            said=tm.Attribution(by="Germany"),
            id="deu-move",
        )
    ]


def _romania() -> list[tm.Claim]:
    ministry = tm.Attribution(by="Romanian defence ministry")
    return [
        tm.present(
            "ROU",
            "IRQ",
            14,
            when="2020-01-07",
            said=ministry,
            note="They take part in the NATO mission.",
            id="rou-iraq",
        ),
        tm.relocate(
            "ROU",
            14,
            origin=OLD_BASE,
            to=tm.Unspecified(outside=OLD_BASE, operated_by=COALITION),
            when="2020-01-07/..",
            temporary=True,
            said=ministry,
            id="rou-move",
        ),
    ]


def _france() -> list[tm.Claim]:
    region = tm.middle_east()
    whole = tm.Whole(tm.Force.of("FRA"), IRAQ)
    parly = tm.Attribution(by="Florence Parly", role="defence minister", via="Twitter", public=_TUESDAY)
    since = tm.When.of("2020-01-03/..").with_text("since Friday", anchored=_TUESDAY)
    return [
        tm.present(
            "FRA", "IRQ", "about 200", when="2020-01-07", said=_MINISTRY, quote="around 200", id="fra-iraq"
        ),
        tm.present(FRENCH_TRAINERS, "IRQ", 160, when="2020-01-07", said=_MINISTRY, id="fra-training"),
        tm.withdraw(
            "FRA",
            origin="IRQ",
            when="2020-01-07/..",
            polarity=tm.Polarity.NEGATED,
            said=tm.Attribution(by="France", public=_TUESDAY),
            note="The article gives no day; taken to be that of the other announcements.",
            id="fra-stay",
        ),
        tm.confirm("fra-stay", said=tm.Attribution(by="a government source"), id="fra-stay-source"),
        tm.raise_protection("FRA", "IRQ", when=since, said=parly, id="fra-security"),
        tm.present(
            FRENCH_CHAMMAL,
            region,
            "about 1000",
            when="2020-01-07",
            quote="around a thousand",
            id="fra-chammal",
        ),
        tm.present(
            FRENCH_CHAMMAL,
            "IRQ",
            tm.Share.of("all"),
            whole=whole,
            when="2020-01-07",
            category=tm.Category.ASSUMED,
            note="The article does not say that every French soldier in Iraq belongs to Chammal.",
            id="chammal-iraq",
        ),
    ]


def _united_states() -> list[tm.Claim]:
    return [
        tm.withdraw(
            "USA",
            origin="IRQ",
            when="2020-01-06/..",
            said=tm.Attribution(by="a US general", via="letter", public=date(2020, 1, 6)),
            id="usa-letter",
        ),
        tm.retract(
            "usa-letter",
            said=tm.Attribution(by="Pentagon", public=_TUESDAY),
            note="The article gives no day; 7 January is taken.",
            id="usa-mistake",
        ),
    ]


def _others() -> tm.Claim:
    return tm.relocate(
        tm.Force(),
        "unknown",
        origin="IRQ",
        when="2020-01-07/..",
        note="Several other countries, not named.",
        id="others-move",
    )
