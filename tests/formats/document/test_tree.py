"""What the keys of a document stand for, and which form is written."""

from datetime import UTC, date, datetime

import pytest

from troopmoves.claims.axis import ActivityKind, Credibility, LinkKind, PostureKind, ProtectionKind
from troopmoves.claims.claim import Claim, Link
from troopmoves.claims.proposition import (
    ActivityChange,
    PostureChange,
    Presence,
    Proposition,
    ProtectionChange,
    Whole,
)
from troopmoves.claims.report import Report
from troopmoves.claims.verb import present
from troopmoves.entities.force import Force, OtherThan
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import NATO, Operation, Organisation
from troopmoves.entities.place import AnyOf, Area, Base, Country, Place, Region, Unspecified
from troopmoves.entities.scope import Personnel, Setting, Tasking, Tenure
from troopmoves.entities.unit import Echelon, Unit
from troopmoves.errors import DocumentError
from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.file import dumps
from troopmoves.formats.document.tree import KEYS, to_ledger, to_tree
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.note import Note
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.timing.when import When

CANADA = Nation("CAN")
IRAQ = Country.of("IRQ")
ANBAR = Area(id="anbar", name="Anbar", within=IRAQ)
TAJI = Base(id="taji", name="Taji", within=IRAQ)
MISSION = Operation(id="nmi", name="NATO Mission Iraq", lead=NATO, members=(CANADA,))
BRIGADE = Unit(id="2-cmbg", name="2 CMBG", nation=CANADA, echelon=Echelon.BRIGADE)
TABLES: dict[str, Plain] = {
    "troopmoves": 1,
    "places": {
        "anbar": {"kind": "area", "name": "Anbar", "country": "IRQ"},
        "taji": {"name": "Taji", "country": "IRQ"},
    },
    "organisations": {"nato": {"name": "NATO"}},
    "operations": {"nmi": {"name": "NATO Mission Iraq", "lead": "nato", "members": ["CAN"]}},
    "units": {"2-cmbg": {"name": "2 CMBG", "nation": "CAN", "echelon": "brigade"}},
    "aliases": {"Kanada": "Canada", "IRQ-North": "IRQ"},
}
LEVEL: dict[str, Plain] = {
    "id": "c",
    "kind": "present",
    "who": "CAN",
    "where": "IRQ",
    "count": 500,
    "when": "2020-01-07",
}


def read_claim(**changed: Plain) -> Claim:
    """Return the claim of a document with some keys changed, those given as None left out."""
    row: dict[str, Plain] = {key: value for key, value in (LEVEL | changed).items() if value is not None}
    claims: list[Plain] = [row]
    [claim] = to_ledger({**TABLES, "claims": claims}).loose
    return claim


def read_level(**changed: Plain) -> Presence:
    """Return the presence of a claim with some keys changed."""
    proposition = read_claim(**changed).proposition
    assert isinstance(proposition, Presence)
    return proposition


def written(ledger: Ledger, *path: str | int) -> Plain:
    """Return what stands at a path of a written ledger."""
    value: Plain = to_tree(ledger)
    for step in path:
        value = value[step]  # type: ignore[index]  # the test knows what it asks for
    return value


def rewritten(**changed: Plain) -> Plain:
    """Return a claim as it is written after it was read."""
    return written(Ledger([read_claim(**changed)]), "claims", 0)


@pytest.mark.parametrize(
    ("who", "force"),
    [
        ("CAN", Force(nation=CANADA)),
        ("Canada", Force(nation=CANADA)),
        ("Kanada", Force(nation=CANADA)),
        ({"nation": "CAN"}, Force(nation=CANADA)),
        ({}, Force()),
        ({"operation": "nmi"}, Force(operation=MISSION)),
        ({"unit": "2-cmbg"}, Force(unit=BRIGADE)),
        ({"nation": "CAN", "unit": "2-cmbg"}, Force(nation=CANADA, unit=BRIGADE)),
        ({"nation": "CAN", "role": "training"}, Force(nation=CANADA, role="training")),
        ({"nation": "CAN", "other_than": "training"}, Force(nation=CANADA, role=OtherThan("training"))),
        ({"nation": "CAN", "personnel": "civilian"}, Force(nation=CANADA, personnel=Personnel.CIVILIAN)),
        ({"nation": "CAN", "tenure": "permanent"}, Force(nation=CANADA, tenure=Tenure.PERMANENT)),
        ({"nation": "CAN", "setting": "afloat"}, Force(nation=CANADA, setting=Setting.AFLOAT)),
        ({"tasking": "with_mission"}, Force(tasking=Tasking.WITH_MISSION)),
    ],
)
def test_who_is_read(who: Plain, force: Force) -> None:
    """A force is a code, name or alias, or its parts."""
    assert read_level(who=who).force == force


@pytest.mark.parametrize(
    ("who", "form"),
    [
        ("Kanada", "CAN"),
        ({"nation": "Canada", "personnel": "not_said"}, "CAN"),
        ({"nation": "CAN", "role": "training"}, {"nation": "CAN", "role": "training"}),
        ({"nation": "CAN", "tenure": "not_said", "setting": "not_said", "tasking": "not_said"}, "CAN"),
        ({"tasking": "with_mission", "nation": "CAN"}, {"nation": "CAN", "tasking": "with_mission"}),
        ({}, {}),
    ],
)
def test_shorter_form_of_who_is_written(who: Plain, form: Plain) -> None:
    """A force of which only the nation is given is its code."""
    assert rewritten(who=who) == {**LEVEL, "who": form}


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("IRQ", IRAQ),
        ("Iraq", IRAQ),
        ("IRQ-North", IRAQ),
        ("taji", TAJI),
        ("anbar", ANBAR),
        ({"unspecified": {}}, Unspecified()),
        ({"unspecified": {"within": "IRQ", "outside": "taji"}}, Unspecified(within=IRAQ, outside=TAJI)),
        ({"unspecified": {"operated_by": "USA"}}, Unspecified(operated_by=Nation("USA"))),
        ({"unspecified": {"operated_by": "nato"}}, Unspecified(operated_by=NATO)),
        ({"unspecified": {"operated_by": {"operation": "nmi"}}}, Unspecified(operated_by=MISSION)),
        (
            {"any_of": ["KWT", {"unspecified": {"outside": "IRQ"}}]},
            AnyOf((Country.of("KWT"), Unspecified(outside=IRAQ))),
        ),
    ],
)
def test_where_is_read_and_written(where: Plain, place: Place) -> None:
    """A place is a code, a name, an id, or one of the two mappings for places left open."""
    assert read_level(where=where).place == place
    assert read_level(where=written(Ledger([read_claim(where=where)]), "claims", 0, "where")).place == place


@pytest.mark.parametrize(
    ("count", "headcount", "form"),
    [
        (500, Headcount.of(500), 500),
        ("500", Headcount.of(500), 500),
        (0, Headcount.of("zero"), "zero"),
        ("~500", Headcount.of("about 500"), "about 500"),
        ("14..", Headcount.of("at least 14"), "at least 14"),
        ({"is": 500}, Headcount.of(500), 500),
        (
            {"is": "about 500", "text": "some 500"},
            Headcount.of("about 500", "some 500"),
            {"is": "about 500", "text": "some 500"},
        ),
    ],
)
def test_count_is_read_and_written(count: Plain, headcount: Headcount, form: Plain) -> None:
    """A count is a number or the notation, alone or beside the source's words."""
    assert read_level(count=count).headcount == headcount
    assert rewritten(count=count) == {**LEVEL, "count": form}


def test_share_is_read_and_written() -> None:
    """A share stands beside its whole, in a notation like a count's."""
    share: dict[str, Plain] = {
        "share": {"is": "at most 1/5", "text": "a fifth"},
        "of": {"who": "CAN", "where": "IRQ"},
    }
    level = read_level(count=None, **share)
    assert level.share == Share.of("at most 1/5", "a fifth")
    assert level.whole == Whole(Force.of("CAN"), IRAQ)
    assert (
        rewritten(count=None, **share) == {key: part for key, part in LEVEL.items() if key != "count"} | share
    )


@pytest.mark.parametrize(
    ("when", "window", "form"),
    [
        ("2020-01-07", When.of("2020-01-07"), "2020-01-07"),
        ("2020", When.of("2020"), "2020"),
        ("2020-01-07/..", When.of("2020-01-07/.."), "2020-01-07/.."),
        ("2020-01-XX", When.of("2020-01"), "2020-01"),
        (
            {"is": "2020-01-06", "text": "on Monday"},
            When.of("2020-01-06").with_text("on Monday"),
            {"is": "2020-01-06", "text": "on Monday"},
        ),
        (
            {"is": "2020-01-06", "anchored": "2020-01-07"},
            When.of("2020-01-06").with_text("", anchored=date(2020, 1, 7)),
            {"is": "2020-01-06", "anchored": "2020-01-07"},
        ),
    ],
)
def test_when_is_read_and_written(when: Plain, window: When, form: Plain) -> None:
    """A window is EDTF, alone or beside the source's words and the day they were counted from."""
    assert read_level(when=when).when == window
    assert rewritten(when=when) == {**LEVEL, "when": form}


@pytest.mark.parametrize(
    ("public", "moment", "form"),
    [
        ("2020-01-07", date(2020, 1, 7), "2020-01-07"),
        ("2020-01-07T18:30+00:00", datetime(2020, 1, 7, 18, 30, tzinfo=UTC), "2020-01-07T18:30+00:00"),
        ("2020-01-07T18:30Z", datetime(2020, 1, 7, 18, 30, tzinfo=UTC), "2020-01-07T18:30+00:00"),
        ("2020-01-07T20:30+02:00", datetime(2020, 1, 7, 18, 30, tzinfo=UTC), "2020-01-07T20:30+02:00"),
        ("1900-01-01T12:00+00:53:28", datetime.fromisoformat("1900-01-01T12:00+00:53:28"), None),
    ],
)
def test_day_or_moment_of_publication_is_read_and_written(
    public: str, moment: date | datetime, form: str | None
) -> None:
    """Publication is a day or a minute with its offset, which is kept."""
    assert read_claim(said={"public": public}).said.public == moment
    assert rewritten(said={"public": public}) == {**LEVEL, "said": {"public": form or public}}


EVENT: dict[str, Plain] = {"count": None, "where": "IRQ", "when": "2020-01-07"}
MOVE: dict[str, Plain] = {"where": None, "count": 14, "when": "2020-01-07"}
DAY = When.of("2020-01-07")
CANADIANS = Force.of("CAN")


@pytest.mark.parametrize(
    ("row", "proposition"),
    [
        (
            {**MOVE, "kind": "relocate", "from": "IRQ", "to": "KWT"},
            PostureChange(
                kind=PostureKind.RELOCATE,
                force=CANADIANS,
                origin=IRAQ,
                destination=Country.of("KWT"),
                headcount=Headcount.of(14),
                when=DAY,
            ),
        ),
        (
            {**EVENT, "kind": "rotate", "where": "IRQ"},
            PostureChange(kind=PostureKind.ROTATE, force=CANADIANS, destination=IRAQ, when=DAY),
        ),
        (
            {**EVENT, "kind": "suspend", "activity": "training"},
            ActivityChange(
                force=CANADIANS, place=IRAQ, activity="training", kind=ActivityKind.SUSPENDED, when=DAY
            ),
        ),
        (
            {**EVENT, "kind": "raise_protection"},
            ProtectionChange(force=CANADIANS, place=IRAQ, kind=ProtectionKind.RAISED, when=DAY),
        ),
    ],
)
def test_kind_tells_the_proposition(row: dict[str, Plain], proposition: Proposition) -> None:
    """The tag of a claim decides which record it is, and which keys it has."""
    assert read_claim(**row).proposition == proposition
    kept = {key: value for key, value in (LEVEL | row).items() if value is not None}
    assert rewritten(**row) == kept


def test_bare_link_names_a_claim() -> None:
    """A claim that is nothing but a link has the link as its kind; further links follow."""
    row: Plain = {"id": "l", "kind": "retracts", "claim": "c", "links": [{"supersedes": "d"}]}
    tree: Plain = {**TABLES, "claims": [LEVEL, {**LEVEL, "id": "d"}, row]}
    claim = to_ledger(tree).loose[2]
    assert claim.proposition is None
    assert claim.links == (Link(LinkKind.RETRACTS, "c"), Link(LinkKind.SUPERSEDES, "d"))
    assert written(to_ledger(tree), "claims", 2) == row


def test_claim_with_a_proposition_lists_its_links() -> None:
    """What corrects another claim says something itself, and names the other among its links."""
    row: Plain = {**LEVEL, "id": "l", "links": [{"corrects": "c"}]}
    ledger = to_ledger({"troopmoves": 1, "claims": [LEVEL, row]})
    assert ledger.loose[1].links == (Link(LinkKind.CORRECTS, "c"),)
    assert written(ledger, "claims", 1) == row


def test_credibility_is_a_number() -> None:
    """The Admiralty number stands without quotes."""
    assert read_claim(credibility=2).credibility is Credibility.PROBABLY_TRUE
    assert rewritten(credibility=2) == {**LEVEL, "credibility": 2}


def test_defaults_are_not_written() -> None:
    """What is as by default is read where it is said, and left out when it is written."""
    said: dict[str, Plain] = {
        "stance": "asserts",
        "polarity": "affirmed",
        "category": "reported",
        "status": "entered",
        "holds": "sometime",
        "basis": "present",
        "said": {},
        "links": [],
        "note": "",
        "also": [],
    }
    assert rewritten(**said) == LEVEL


@pytest.mark.parametrize(
    ("key", "row", "place"),
    [
        ("IRQ", {"closed": True}, Country(Nation("IRQ"), closed=True)),
        ("anbar", {"kind": "area", "name": "Anbar", "country": "IRQ"}, ANBAR),
        ("taji", {"name": "Taji", "country": "IRQ"}, TAJI),
        ("camp", {"name": "Camp"}, Base(id="camp", name="Camp")),
        (
            "camp",
            {"name": "Camp", "latitude": 33, "longitude": 44.25},
            Base(id="camp", name="Camp", latitude=33, longitude=44.25),
        ),
        (
            "camp",
            {"name": "Camp", "operated_by": "USA"},
            Base(id="camp", name="Camp", operated_by=Nation("USA")),
        ),
        (
            "gulf",
            {"name": "Gulf", "members": ["IRQ", "KWT"], "closed": True},
            Region(id="gulf", name="Gulf", members=(IRAQ, Country.of("KWT")), closed=True),
        ),
    ],
)
def test_row_tells_the_kind_of_place(key: str, row: Plain, place: Place) -> None:
    """A code is a country, members make a region, the rest are bases, but for areas, which say so."""
    ledger = to_ledger({"troopmoves": 1, "places": {key: row}})
    assert ledger.places == (place,)
    assert written(ledger, "places", key) == row


def test_places_may_lie_in_areas_and_refer_ahead() -> None:
    """The order of rows does not matter, and `within` names an area."""
    row: Plain = {"name": "Taji", "within": "anbar"}
    ledger = to_ledger(
        {"troopmoves": 1, "places": {"taji": row, "anbar": {"kind": "area", "name": "A", "within": "IRQ"}}}
    )
    assert [place.key for place in ledger.places] == ["anbar", "taji"]
    assert written(ledger, "places", "taji") == row
    assert written(ledger, "places", "anbar") == {"kind": "area", "name": "A", "country": "IRQ"}


def test_closed_country_is_meant_wherever_its_code_stands() -> None:
    """What a document says of a country holds for every claim that names it."""
    tree: Plain = {
        "troopmoves": 1,
        "places": {"IRQ": {"closed": True}},
        "claims": [{**LEVEL, "where": "Iraq"}],
    }
    proposition = to_ledger(tree).loose[0].proposition
    assert isinstance(proposition, Presence)
    assert proposition.place == Country(Nation("IRQ"), closed=True)


def test_organisation_with_the_id_of_a_nation_is_named_in_full() -> None:
    """Where a bare word would mean the nation, the organisation is written as a mapping."""
    union = Organisation(id="USA", name="Union of Something")
    ledger = Ledger(places=[Base(id="camp", name="Camp", operated_by=union)])
    assert written(ledger, "places", "camp", "operated_by") == {"organisation": "USA"}
    assert to_ledger(to_tree(ledger)) == ledger


def test_nation_may_be_named_in_full_too() -> None:
    """The mapping form is read for nations as well."""
    row: Plain = {"name": "NATO Mission Iraq", "lead": {"nation": "Kanada"}}
    ledger = to_ledger({"troopmoves": 1, "operations": {"nmi": row}, "aliases": {"Kanada": "CAN"}})
    assert ledger.operations[0].lead == CANADA


def test_operation_named_like_an_organisation_gets_a_hint() -> None:
    """Who names an operation by its bare id is told the form."""
    base: Plain = {"name": "Camp", "operated_by": "nmi"}
    with pytest.raises(DocumentError, match=r"write \{operation: nmi\}"):
        to_ledger({**TABLES, "places": {"camp": base}})


def test_notes_are_texts_or_texts_with_a_day() -> None:
    """The shorter form of a note is written."""
    notes: Plain = ["One.", {"text": "Two.", "when": "2020-01-08"}]
    ledger = to_ledger({"troopmoves": 1, "notes": notes})
    assert ledger.notes == (Note(text="One."), Note(text="Two.", when=When.of("2020-01-08")))
    assert written(ledger, "notes") == notes


def test_keys_are_written_in_one_order() -> None:
    """The keys of a document follow their order, whatever the order they were read in."""
    tree: dict[str, Plain] = {
        **TABLES,
        "title": "T",
        "notes": ["n"],
        "claims": [LEVEL],
        "reports": [{"id": "r"}],
    }
    assert tuple(to_tree(to_ledger({key: tree[key] for key in reversed(tree)}))) == KEYS


def test_empty_ledger_is_its_version() -> None:
    """Nothing is written that says nothing."""
    assert to_tree(Ledger()) == {"troopmoves": 1}


def test_half_a_character_is_not_written() -> None:
    """Text that UTF-8 cannot hold is refused with its path, before anything is written."""
    ledger = Ledger(
        [
            Report(
                id="r",
                title="\ud800",
                claims=(present("CAN", "IRQ", 5, when="2020", id="c", also=("\udfff",)),),
            )
        ]
    )
    with pytest.raises(DocumentError) as caught:
        dumps(ledger)
    assert [one.path for one in caught.value.problems] == ["reports[0].title", "reports[0].claims[0].also[0]"]


def test_half_a_character_is_not_read() -> None:
    """Nor is it read, which JSON's escapes would allow."""
    with pytest.raises(DocumentError, match="half a character"):
        to_ledger({"troopmoves": 1, "title": "\ud800"})
