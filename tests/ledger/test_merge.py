"""Two ledgers as one: what is taken once, what collides, and how a collision is settled."""

import pickle
from datetime import date

import attrs
import pytest

from troopmoves.claims.axis import LinkKind
from troopmoves.claims.claim import Claim, Link
from troopmoves.claims.proposition import Presence
from troopmoves.claims.report import Report
from troopmoves.claims.verb import present, retract, withdraw
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.organisation import Operation, Organisation
from troopmoves.entities.place import Area, Base, Country, Region
from troopmoves.entities.unit import Unit
from troopmoves.errors import Collision, LedgerError, MergeError
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.note import Note
from troopmoves.ledger.settlement import OnCollision, Settlement

AFP = Report(id="afp", publisher="AFP", published=date(2020, 1, 8))
CANADIANS = present("CAN", "IRQ", "about 500", when="2020-01-07", id="can")
MORE_CANADIANS = present("CAN", "IRQ", 600, when="2020-01-07", id="can")
GERMANS = present("DEU", "IRQ", 120, when="2020-01-07", id="deu")
TAJI = Base(id="taji", name="Taji", within=Country.of("IRQ"))
CAMP_TAJI = Base(id="taji", name="Camp Taji", within=Country.of("IRQ"))


def ids(ledger: Ledger, report: str) -> list[str]:
    return [claim.id for claim in ledger.claims(report=report)]


def collisions(ours: Ledger, theirs: Ledger, on_collision: OnCollision = "error") -> list[str]:
    """Return the paths of the collisions that stop a merge."""
    with pytest.raises(MergeError) as caught:
        ours.merge(theirs, on_collision=on_collision)
    return [collision.path for collision in caught.value.collisions]


def place_of(ledger: Ledger, claim: str) -> object:
    proposition = ledger.entry(claim).claim.proposition
    assert isinstance(proposition, Presence)
    return proposition.place


# -- union --------------------------------------------------------------------------------------------------


def test_what_stands_in_both_is_taken_once() -> None:
    """Equal id and equal content is one thing; ours come first."""
    both = Ledger([AFP.add(CANADIANS), GERMANS]).merge(
        Ledger([Report(id="dpa"), AFP.add(CANADIANS), GERMANS])
    )
    assert both.reports == (AFP.add(CANADIANS), Report(id="dpa"))
    assert both.loose == (GERMANS,)


def test_claims_added_to_one_report_stand_in_it_together() -> None:
    """Where the head of a report is the same, each side's claims are kept."""
    both = Ledger([AFP.add(CANADIANS)]).merge(Ledger([AFP.add(GERMANS)]))
    assert both.reports == (AFP.add(CANADIANS, GERMANS),)


def test_a_note_is_kept_as_often_as_the_side_that_has_it_more_often() -> None:
    """Notes have no id: equal ones are one note."""
    ours, theirs = Ledger(notes=["talks", "doubts"]), Ledger(notes=["talks", "talks", "more"])
    assert ours.merge(theirs).notes == tuple(Note(text=text) for text in ("talks", "doubts", "talks", "more"))


@pytest.mark.parametrize(
    ("ours", "theirs", "wished", "title"),
    [("Iraq", "Kuwait", None, "Iraq"), ("", "Kuwait", None, "Kuwait"), ("Iraq", "Kuwait", "Both", "Both")],
)
def test_title_is_ours_unless_another_is_wished(
    ours: str, theirs: str, wished: str | None, title: str
) -> None:
    """A title decides nothing, so two of them are no collision."""
    assert Ledger(title=ours).merge(Ledger(title=theirs), title=wished).title == title


def test_aliases_and_unused_entities_of_both_are_kept() -> None:
    """What is declared counts as content, whether a claim uses it or not."""
    brigade = Unit(id="2-cmbg", name="2 CMBG", nation=Nation("CAN"))
    ours = Ledger(aliases={"Kanada": "CAN"}, places=[TAJI])
    both = ours.merge(Ledger(aliases={"Kanada": "CAN", "Allemagne": "DEU"}, units=[brigade]))
    assert dict(both.aliases) == {"Kanada": "CAN", "Allemagne": "DEU"}
    assert (both.places, both.units) == ((TAJI,), (brigade,))


def test_merged_ledger_answers_from_the_claims_of_both() -> None:
    """The bounds of each tighten those of the other."""
    ours = Ledger([present("CAN", "IRQ", "at least 400", when="2020-01-07", id="low")])
    theirs = Ledger([present("CAN", "IRQ", "at most 550", when="2020-01-07", id="high")])
    assert str(ours.merge(theirs).state("2020-01-07").count("CAN", "IRQ").bounds) == "400-550"


def test_only_a_ledger_merges() -> None:
    """A report is added, not merged."""
    with pytest.raises(LedgerError, match="merges with a ledger"):
        Ledger().merge(AFP)  # type: ignore[arg-type]


# -- collisions ---------------------------------------------------------------------------------------------


def test_every_collision_is_told_at_once() -> None:
    """An editor sees all that two trackers disagree about, each once."""
    ours = Ledger(
        [AFP.add(CANADIANS), present("ROU", TAJI, 14, when="2020-01-07", id="rou")], aliases={"K": "CAN"}
    )
    theirs = Ledger(
        [
            attrs.evolve(AFP, url="https://afp.com/1").add(MORE_CANADIANS),
            present("ROU", CAMP_TAJI, 14, when="2020-01-07", id="rou"),
        ],
        aliases={"K": "KEN"},
    )
    assert collisions(ours, theirs) == ["places.taji", "reports.afp", "claims.can", "aliases.K"]


def test_collision_tells_both_sides_and_in_what_they_differ() -> None:
    """The message suffices to decide; the error survives a pickle, as from a worker process."""
    with pytest.raises(MergeError) as caught:
        Ledger([AFP.add(CANADIANS)]).merge(Ledger([AFP.add(MORE_CANADIANS)]))
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 (our own bytes)
    assert str(caught.value).split("\n") == [
        "merge: 1 collision; choose on_collision='ours', 'theirs', 'rename' or a function",
        "  claims.can: they differ in proposition",
        "    ours: can: about 500 CAN in Iraq, 7 Jan 2020 (AFP, 8 Jan 2020)",
        "    theirs: can: 600 CAN in Iraq, 7 Jan 2020 (AFP, 8 Jan 2020)",
    ]


def test_one_claim_in_two_reports_collides() -> None:
    """Where a claim stands is who said it and when it was public."""
    with pytest.raises(MergeError, match="it stands in another report"):
        Ledger([AFP.add(CANADIANS)]).merge(Ledger([CANADIANS]))


def test_entities_of_two_sorts_under_one_id_collide() -> None:
    """A base is no region."""
    theirs = Ledger(places=[Region(id="taji", name="Taji", members=(Country.of("IRQ"),))])
    with pytest.raises(MergeError, match="one is base, the other region"):
        Ledger(places=[TAJI]).merge(theirs)


@pytest.mark.parametrize(
    ("on_collision", "count"), [("ours", "about 500"), ("theirs", "600")], ids=["ours", "theirs"]
)
def test_one_side_can_hold(on_collision: Settlement, count: str) -> None:
    """The claim keeps its place among the others."""
    both = Ledger([AFP.add(CANADIANS, GERMANS)]).merge(
        Ledger([AFP.add(MORE_CANADIANS)]), on_collision=on_collision
    )
    assert ids(both, "afp") == ["can", "deu"]
    assert count in str(both.entry("can").claim)


def test_theirs_takes_a_claim_into_their_report() -> None:
    """It leaves the report where we had it."""
    both = Ledger([AFP.add(CANADIANS, GERMANS)]).merge(
        Ledger([Report(id="dpa").add(CANADIANS)]), on_collision="theirs"
    )
    assert (ids(both, "afp"), ids(both, "dpa")) == (["deu"], ["can"])


def test_head_of_a_report_can_be_theirs() -> None:
    """The claims of both stay."""
    theirs = attrs.evolve(AFP, title="Canada to move troops")
    both = Ledger([AFP.add(CANADIANS)]).merge(Ledger([theirs.add(GERMANS)]), on_collision="theirs")
    assert both.reports == (theirs.add(CANADIANS, GERMANS),)


def test_rename_keeps_both_claims() -> None:
    """Theirs gets a new id; nothing is lost."""
    both = Ledger([AFP.add(CANADIANS)]).merge(Ledger([AFP.add(MORE_CANADIANS)]), on_collision="rename")
    assert both.reports[0].claims == (CANADIANS, attrs.evolve(MORE_CANADIANS, id="can-other"))


def test_new_id_is_one_that_nothing_bears() -> None:
    """The suffix is the caller's; a number follows where that id is taken too."""
    taken = attrs.evolve(GERMANS, id="can-b")
    both = Ledger([CANADIANS, taken]).merge(Ledger([MORE_CANADIANS]), on_collision="rename", suffix="-b")
    assert [claim.id for claim in both.loose] == ["can", "can-b", "can-b-2"]


def test_links_follow_a_renamed_claim() -> None:
    """Their retraction hides their claim, not ours that bears the old id."""
    ours = Ledger([withdraw("USA", origin="IRQ", when="2020-01-06/..", id="letter")])
    theirs = Ledger(
        [
            retract("letter", id="mistake"),
            withdraw("USA", 100, origin="IRQ", when="2020-01-06/..", id="letter"),
        ]
    )
    both = ours.merge(theirs, on_collision="rename")
    assert both.entry("mistake").claim.links == (Link(LinkKind.RETRACTS, "letter-other"),)
    assert [entry.id for entry in both.known_by("2021-01-01")] == ["letter", "mistake"]


def test_claim_that_both_have_is_renamed_with_what_it_links_to() -> None:
    """In theirs it speaks of another claim, so it says something else than ours."""
    ours = [withdraw("USA", origin="IRQ", when="2020-01-06/..", id="letter"), retract("letter", id="mistake")]
    letter = withdraw("USA", 100, origin="IRQ", when="2020-01-06/..", id="letter")
    both = Ledger(ours).merge(Ledger([letter, ours[1]]), on_collision="rename")
    assert [str(claim) for claim in both.loose if claim.proposition is None] == [
        "mistake: retracts letter",
        "mistake-other: retracts letter-other",
    ]


def test_renamed_report_takes_its_claims_along() -> None:
    """A claim of one id in two reports is then renamed too, unless the caller settles it otherwise."""
    theirs = Ledger([attrs.evolve(AFP, title="Other").add(CANADIANS, GERMANS)])
    both = Ledger([AFP.add(CANADIANS)]).merge(theirs, on_collision="rename")
    assert (ids(both, "afp"), ids(both, "afp-other")) == (["can"], ["can-other", "deu"])


def test_caller_settles_each_collision() -> None:
    """A function sees each collision once and returns a word."""
    seen: list[Collision] = []

    def settle(collision: Collision) -> Settlement:
        seen.append(collision)
        return "rename" if collision.table == "reports" else "ours"

    theirs = Ledger([attrs.evolve(AFP, title="Other").add(MORE_CANADIANS, GERMANS)])
    both = Ledger([AFP.add(CANADIANS)]).merge(theirs, on_collision=settle)
    assert [collision.path for collision in seen] == ["reports.afp", "claims.can"]
    assert (ids(both, "afp"), ids(both, "afp-other")) == (["can"], ["deu"])


def test_caller_is_asked_about_a_claim_once_though_another_is_renamed() -> None:
    """Renaming one makes the others be looked at again, for their links."""
    asked: list[str] = []

    def settle(collision: Collision) -> Settlement:
        asked.append(collision.id)
        return "rename" if collision.id == "can" else "ours"

    others = attrs.evolve(GERMANS, note="again")
    both = Ledger([CANADIANS, GERMANS]).merge(Ledger([MORE_CANADIANS, others]), on_collision=settle)
    assert asked == ["can", "deu"]
    assert both.loose == (CANADIANS, GERMANS, attrs.evolve(MORE_CANADIANS, id="can-other"))


def test_caller_may_leave_some_collisions_unsettled() -> None:
    """What is answered with `error` is told."""
    ours, theirs = Ledger([CANADIANS, TAJI_CLAIM]), Ledger([MORE_CANADIANS, CAMP_CLAIM])
    undecided = collisions(ours, theirs, lambda one: "ours" if one.table == "places" else "error")
    assert undecided == ["claims.can"]


@pytest.mark.parametrize("settle", ["mine", lambda _: "mine"], ids=["word", "function"])
def test_unknown_settlement_is_refused(settle: OnCollision) -> None:
    """Nothing is guessed from a word that there is not."""
    with pytest.raises(LedgerError, match="'mine'; no such way to settle"):
        Ledger([CANADIANS]).merge(Ledger([MORE_CANADIANS]), on_collision=settle)


# -- entities -----------------------------------------------------------------------------------------------

TAJI_CLAIM = present("ROU", TAJI, 14, when="2020-01-07", id="rou")
CAMP_CLAIM = present("ROU", CAMP_TAJI, 14, when="2020-01-07", id="rou")


@pytest.mark.parametrize(("on_collision", "place"), [("ours", TAJI), ("theirs", CAMP_TAJI)])
def test_claims_follow_the_place_that_holds(on_collision: Settlement, place: Base) -> None:
    """Both ledgers' claims then speak of the same base."""
    ours = Ledger([TAJI_CLAIM, present("DEU", TAJI, 5, when="2020-01-07", id="deu")])
    both = ours.merge(Ledger([CAMP_CLAIM]), on_collision=on_collision)
    assert both.places == (place,)
    assert (place_of(both, "rou"), place_of(both, "deu")) == (place, place)


def test_renamed_place_takes_along_what_lies_in_it() -> None:
    """A base in a renamed area is another base, and the claim another claim."""

    def tracker(name: str) -> Ledger:
        area = Area(id="north", name=name, within=Country.of("IRQ"))
        base = Base(id="taji", name="Taji", within=area)
        return Ledger([present("ROU", base, 14, when="2020-01-07", id="rou")])

    both = tracker("North").merge(tracker("The north"), on_collision="rename")
    assert [place.key for place in both.places] == ["north", "north-other", "taji", "taji-other"]
    renamed = place_of(both, "rou-other")
    assert isinstance(renamed, Base)
    assert renamed.within == Area(id="north-other", name="The north", within=Country.of("IRQ"))


def test_place_defined_by_one_that_collides_is_no_collision_of_its_own() -> None:
    """The area is told; the base that lies in it and its claim are not."""

    def tracker(name: str) -> Ledger:
        area = Area(id="north", name=name, within=Country.of("IRQ"))
        return Ledger(
            [present("ROU", Base(id="taji", name="Taji", within=area), 14, when="2020-01-07", id="rou")]
        )

    assert collisions(tracker("North"), tracker("The north")) == ["places.north"]


def test_operations_organisations_and_units_collide_too() -> None:
    """Every kind of entity with an id is held to mean one thing."""

    def tracker(mark: str) -> Ledger:
        nato = Organisation(id="nato", name=f"NATO{mark}")
        mission = Operation(id="nmi", name=f"Mission{mark}", lead=nato)
        brigade = Unit(id="2-cmbg", name=f"2 CMBG{mark}", nation=Nation("CAN"))
        claim = Claim.of(
            Presence(
                force=Force(operation=mission, unit=brigade, nation=Nation("CAN")),
                place=Country.of("IRQ"),
                headcount=CANADIANS.proposition.headcount,  # type: ignore[union-attr]
                when=CANADIANS.proposition.when,  # type: ignore[union-attr]
            ),
            id="can",
        )
        return Ledger([claim])

    assert collisions(tracker(""), tracker("!")) == ["organisations.nato", "operations.nmi", "units.2-cmbg"]
    both = tracker("").merge(tracker("!"), on_collision="rename")
    found: list[Organisation | Operation | Unit] = [*both.organisations, *both.operations, *both.units]
    assert [one.id for one in found] == [
        "nato",
        "nato-other",
        "nmi",
        "nmi-other",
        "2-cmbg",
        "2-cmbg-other",
    ]


def test_country_closed_on_one_side_alone_collides_and_cannot_be_renamed() -> None:
    """A country keeps its code; one of the two must hold."""
    closed = Country(Nation("IRQ"), closed=True)
    ours = Ledger([present("CAN", closed, 500, when="2020-01-07", id="can")])
    theirs = Ledger([present("DEU", "IRQ", 120, when="2020-01-07", id="deu")])
    assert collisions(ours, theirs, "rename") == ["places.IRQ"]
    both = ours.merge(theirs, on_collision="ours")
    assert (place_of(both, "can"), place_of(both, "deu")) == (closed, closed)
    assert ours.merge(theirs, on_collision="theirs").places == ()


def test_alias_of_two_nations_cannot_be_renamed() -> None:
    """One spelling stands for one nation."""
    ours, theirs = Ledger(aliases={"K": "CAN"}), Ledger(aliases={"K": "KEN"})
    assert collisions(ours, theirs, "rename") == ["aliases.K"]
    assert ours.merge(theirs, on_collision="ours").aliases == (("K", "CAN"),)
    assert ours.merge(theirs, on_collision="theirs").aliases == (("K", "KEN"),)
