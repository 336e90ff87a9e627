"""The ledger: what it holds, that it never changes, what it refuses, and how it grows."""

from datetime import UTC, date, datetime, timedelta, timezone

import attrs
import pytest

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.axis import LinkKind, Reliability
from troopmoves.claims.claim import Attribution, Claim, Link
from troopmoves.claims.report import Report
from troopmoves.claims.verb import confirm, deny, maintain, present, retract, withdraw
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import Base, Country
from troopmoves.errors import (
    AssumptionError,
    DanglingReferenceError,
    DuplicateIdError,
    LedgerError,
    RedefinitionError,
    RetractionLoopError,
    TimingError,
    UndatedDenialError,
    UnknownNationError,
)
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.note import Note
from troopmoves.timing.when import When

GENERAL = Attribution(by="Gen. Seely", public=date(2020, 1, 6))
PENTAGON = Attribution(by="Pentagon", public=date(2020, 1, 7))
NEW_ARAB = (
    Report(id="new-arab", publisher="The New Arab", published=date(2020, 1, 8))
    .present("CAN", "IRQ", "about 500", when="2020-01-07", id="can-iraq")
    .withdraw("USA", origin="IRQ", when="2020-01-06/..", id="usa-letter", said=GENERAL)
    .retract("usa-letter", id="usa-mistake", said=PENTAGON)
)
AFP = Report(id="afp", published=date(2020, 1, 9)).present(
    "CAN", "KWT", "some", when="2020-01-09", id="can-kuwait"
)
LOOSE = present("FRA", "IRQ", "about 200", when="2020-01-07", id="fra-iraq")


def ledger() -> Ledger:
    return Ledger([NEW_ARAB, LOOSE, AFP], title="Iraq, January 2020", notes=["talks were held"])


def ids(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.id for claim in claims]


# -- what it holds ------------------------------------------------------------------------------------------


def test_ledger_keeps_reports_claims_and_notes_in_the_order_given() -> None:
    """Reports first, then what stands in none."""
    assert ledger().reports == (NEW_ARAB, AFP)
    assert ledger().loose == (LOOSE,)
    assert ledger().notes == (Note(text="talks were held"),)
    assert [entry.id for entry in ledger().entries] == [
        "can-iraq",
        "usa-letter",
        "usa-mistake",
        "can-kuwait",
        "fra-iraq",
    ]


def test_ledger_knows_each_claim_with_its_report_and_path() -> None:
    """A path is where the claim stands in a document."""
    assert ledger().entry("can-kuwait").report == AFP
    assert ledger().entry("fra-iraq").report is None
    assert ledger().paths["usa-letter"] == "reports[0].claims[1]"
    assert ledger().paths["can-kuwait"] == "reports[1].claims[0]"
    assert ledger().paths["fra-iraq"] == "claims[0]"


def test_ledger_says_that_there_is_no_such_claim() -> None:
    """A mistyped id is an error of the library, not of a dict."""
    with pytest.raises(DanglingReferenceError, match=r"Ledger\.entry: got 'can-irak'"):
        ledger().entry("can-irak")


def test_ledger_never_changes() -> None:
    """Neither its fields nor its paths can be set."""
    kept = ledger()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        kept.title = "another"  # type: ignore[misc]
    with pytest.raises(TypeError):
        kept.paths["fra-iraq"] = "elsewhere"  # type: ignore[index]


def test_ledgers_are_values() -> None:
    """What holds the same is equal, whatever has been asked of it."""
    asked = ledger()
    asked.state("2020-01-07").count("CAN", "IRQ")
    assert asked == ledger()
    assert hash(asked) == hash(ledger())
    assert asked != Ledger([NEW_ARAB, LOOSE])


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({}, ["can-iraq", "usa-letter", "usa-mistake", "can-kuwait", "fra-iraq"]),
        ({"nation": "CAN"}, ["can-iraq", "can-kuwait"]),
        ({"nation": "Canada"}, ["can-iraq", "can-kuwait"]),
        ({"nation": Nation("USA")}, ["usa-letter"]),
        ({"report": "afp"}, ["can-kuwait"]),
        ({"report": "reuters"}, []),
        ({"since": "2020-01-08"}, ["can-iraq", "can-kuwait"]),
        ({"since": date(2020, 1, 7)}, ["can-iraq", "usa-mistake", "can-kuwait"]),
        ({"nation": "CAN", "report": "new-arab", "since": "2020-01-08"}, ["can-iraq"]),
    ],
)
def test_ledger_selects_claims_by_every_choice_made(choices: dict[str, str], expected: list[str]) -> None:
    """By whose people, by report, by day of publication; what has no day is left out by that."""
    assert ids(ledger().claims(**choices)) == expected


def test_ledger_selects_claims_by_its_own_spellings() -> None:
    """What an alias stands for is found by it."""
    assert ids(Ledger([LOOSE], aliases={"Frankreich": "FRA"}).claims(nation="Frankreich")) == ["fra-iraq"]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2020-01-05", ["fra-iraq"]),
        ("2020-01-06", ["usa-letter", "fra-iraq"]),
        (date(2020, 1, 7), ["usa-mistake", "fra-iraq"]),
        (datetime(2020, 1, 9, 12, tzinfo=UTC), ["can-iraq", "usa-mistake", "can-kuwait", "fra-iraq"]),
    ],
)
def test_ledger_tells_what_was_known_and_not_withdrawn_by_then(
    moment: date | datetime | str, expected: list[str]
) -> None:
    """A retraction hides its claim from its own publication on, not before."""
    assert [entry.id for entry in ledger().known_by(moment)] == expected


def test_letter_and_denial_of_one_day_are_told_apart_by_the_minute() -> None:
    """Known at noon the letter stands, known in the evening it does not."""
    baghdad = timezone(timedelta(hours=3))
    letter = Attribution(public=datetime(2020, 1, 6, 20, 0, tzinfo=baghdad))
    mistake = Attribution(public=datetime(2020, 1, 6, 14, 0, tzinfo=timezone(timedelta(hours=-5))))
    both = Ledger(
        [
            withdraw("USA", origin="IRQ", when="2020-01-06/..", id="letter", said=letter),
            retract("letter", id="mistake", said=mistake),
        ]
    )
    at_18, at_20 = (datetime(2020, 1, 6, hour, 0, tzinfo=UTC) for hour in (18, 20))
    assert [entry.id for entry in both.known_by(at_18)] == ["letter"]
    assert [entry.id for entry in both.known_by(at_20)] == ["mistake"]
    state = both.state("2020-01-15", known=at_20)
    assert state.heading == "Deployment state: 15 Jan 2020 as known on 6 Jan 2020 20:00+0000"
    assert [out.entry.id for out in state.not_counted] == ["letter"]


@pytest.mark.parametrize("ask", ["known_by", "state"])
def test_moment_of_knowledge_has_an_offset(ask: str) -> None:
    """A clock without its offset cannot be compared with publications."""
    noon = datetime(2020, 1, 6, 12, 0)  # noqa: DTZ001 (what must be refused)
    with pytest.raises(TimingError, match=r"known: got .*add a timezone"):
        ledger().known_by(noon) if ask == "known_by" else ledger().state("2020-01-07", known=noon)


# -- its fingerprint ----------------------------------------------------------------------------------------


def test_digest_is_short_and_the_same_for_the_same_content() -> None:
    """Twelve figures that can stand in a citation."""
    assert ledger().digest == ledger().digest
    assert len(ledger().digest) == 12


def test_digest_is_there_for_texts_that_utf8_cannot_hold() -> None:
    """A state of such a ledger can be asked; it is refused where it is written."""
    assert len(Ledger([LOOSE], title="\udfff").state("2020-01-07").label.digest) == 12


def test_digest_does_not_depend_on_the_order_of_reports_and_claims() -> None:
    """Who lists the same in another order has the same ledger to ask."""
    other = Ledger([AFP, LOOSE, NEW_ARAB], title="Iraq, January 2020", notes=["talks were held"])
    assert other.digest == ledger().digest


@pytest.mark.parametrize(
    "other",
    [
        Ledger([NEW_ARAB, LOOSE, AFP], notes=["talks were held"]),
        Ledger([NEW_ARAB, LOOSE, AFP], title="Iraq, January 2020"),
        Ledger([NEW_ARAB, LOOSE], title="Iraq, January 2020", notes=["talks were held"]),
        ledger().add(retract("fra-iraq")),
        ledger().add(notes=["more"]),
        Ledger(
            [NEW_ARAB, LOOSE, attrs.evolve(AFP, reliability=Reliability.COMPLETELY_RELIABLE)],
            title="Iraq, January 2020",
            notes=["talks were held"],
        ),
        Ledger(
            ledger().reports + ledger().loose,
            title="Iraq, January 2020",
            notes=["talks were held"],
            aliases={"Frankreich": "FRA"},
        ),
        Ledger(
            ledger().reports + ledger().loose,
            title="Iraq, January 2020",
            notes=["talks were held"],
            places=[Base(id="al-asad", name="Al Asad")],
        ),
    ],
)
def test_digest_depends_on_everything_else(other: Ledger) -> None:
    """Title, notes, reports, claims, aliases, places."""
    assert other.digest != ledger().digest


# -- growing ------------------------------------------------------------------------------------------------


def test_adding_returns_a_ledger_that_shares_what_was_solved() -> None:
    """The first one stays as it was."""
    first = Ledger(
        [NEW_ARAB],
        title="Iraq",
        notes=["a"],
        places=[Base(id="al-asad", name="Al Asad")],
        aliases={"Kanada": "CAN"},
    )
    grown = first.add(AFP, LOOSE, notes=[Note(text="b")])
    assert (first.reports, first.loose, first.notes) == ((NEW_ARAB,), (), (Note(text="a"),))
    assert (grown.reports, grown.loose) == ((NEW_ARAB, AFP), (LOOSE,))
    assert grown.notes == (Note(text="a"), Note(text="b"))
    assert (grown.title, grown.places, grown.aliases) == ("Iraq", first.places, (("Kanada", "CAN"),))
    assert grown.engine is first.engine


def test_adding_step_by_step_gives_the_ledger_of_all_at_once() -> None:
    """How it grew makes no difference."""
    assert Ledger([NEW_ARAB]).add(AFP).add(LOOSE) == Ledger([NEW_ARAB, AFP, LOOSE])


def test_adding_nothing_changes_nothing() -> None:
    """Neither content nor fingerprint."""
    assert ledger().add() == ledger()
    assert ledger().add().digest == ledger().digest


# -- what it refuses ----------------------------------------------------------------------------------------


def test_ledger_holds_reports_and_claims_only() -> None:
    """A proposition without a claim around it has no id."""
    with pytest.raises(LedgerError, match="a ledger holds reports and claims"):
        Ledger([LOOSE.proposition])  # type: ignore[list-item]


def test_one_note_is_given_as_one_of_several() -> None:
    """A text would be taken letter by letter."""
    with pytest.raises(LedgerError, match=r"use \['talks'\]"):
        Ledger(notes="talks")


@pytest.mark.parametrize(
    ("contents", "path", "other"),
    [
        ([AFP, LOOSE, attrs.evolve(AFP, claims=())], "reports[1].id", "reports[0].id"),
        ([LOOSE, LOOSE], "claims[1].id", "claims[0].id"),
        ([NEW_ARAB, retract("fra-iraq", id="can-iraq"), LOOSE], "claims[0].id", "reports[0].claims[0].id"),
        ([AFP, attrs.evolve(AFP, id="dpa")], "reports[1].claims[0].id", "reports[0].claims[0].id"),
    ],
)
def test_id_stands_once(contents: list[Report | Claim], path: str, other: str) -> None:
    """The error names both places."""
    with pytest.raises(DuplicateIdError) as raised:
        Ledger(contents)
    assert raised.value.where == path
    assert raised.value.rule == f"this id stands at {other} too"


def test_report_and_claim_may_share_an_id() -> None:
    """They are looked up in different tables."""
    assert Ledger([Report(id="fra-iraq"), LOOSE]).entry("fra-iraq").claim == LOOSE


@pytest.mark.parametrize("link", [retract, confirm, deny])
def test_link_leads_to_a_claim_that_is_there(link: object) -> None:
    """A link into nowhere is a misspelled id."""
    assert callable(link)
    with pytest.raises(DanglingReferenceError, match="check the spelling") as raised:
        Ledger([NEW_ARAB, LOOSE, link("can-irak")])
    assert (raised.value.where, raised.value.got) == ("claims[1]", "can-irak")


def test_claims_do_not_hide_each_other_in_a_circle() -> None:
    """Which one would count?"""
    circle = [
        retract("c", id="a"),
        Claim(id="b", links=(Link(LinkKind.CORRECTS, "a"),)),
        Claim(id="c", links=(Link(LinkKind.SUPERSEDES, "b"),)),
    ]
    with pytest.raises(RetractionLoopError, match="in a circle") as raised:
        Ledger([NEW_ARAB, *circle])
    assert raised.value.where == "claims[0]"
    assert set(str(raised.value.got).split(" - ")) == {"a", "b", "c"}


def test_claims_may_confirm_each_other_in_a_circle() -> None:
    """Only hiding must come to an end."""
    assert len(Ledger([confirm("b", id="a"), confirm("a", id="b")]).entries) == 2


def test_retraction_can_be_retracted() -> None:
    """What it hid comes back into sight."""
    back = ledger().add(retract("usa-mistake", id="no-mistake", said=Attribution(public=date(2020, 1, 9))))
    assert "usa-letter" not in [entry.id for entry in back.known_by("2020-01-08")]
    assert "usa-letter" in [entry.id for entry in back.known_by("2020-01-09")]


UNDATED = When.of("../2020-03")


@pytest.mark.parametrize(
    "contents",
    [
        [withdraw("FRA", origin="IRQ", when=UNDATED, polarity="negated")],
        [maintain("FRA", at="IRQ", when=UNDATED)],
        [deny("plan", id="denial"), withdraw("FRA", origin="IRQ", when=UNDATED, id="plan")],
    ],
)
def test_denial_needs_a_day_from_which_it_holds(contents: list[Claim]) -> None:
    """Either the day it was said or the first day of its window; so do those who stay."""
    with pytest.raises(UndatedDenialError, match=r"said\.public or report\.published") as raised:
        Ledger(contents)
    assert raised.value.where == "claims[0]"
    dated = Ledger([Report(id="afp", published=date(2020, 1, 7), claims=tuple(contents))])
    assert len(dated.entries) == len(contents)


def test_denial_of_a_level_needs_no_day_of_its_own() -> None:
    """The level it denies has its own."""
    assert len(Ledger([LOOSE, deny("fra-iraq"), confirm("fra-iraq")]).entries) == 3


def test_one_id_stands_for_one_thing() -> None:
    """Two bases of one id that differ would be counted as one."""
    here, there = (Base(id="camp", name="Camp", within=Country.of(code)) for code in ("IRQ", "KWT"))
    with pytest.raises(RedefinitionError, match=r"places\.camp.*use two ids"):
        Ledger([present("FRA", here, 14, when="2020-01-07")], places=[there])


def test_alias_stands_for_a_nation() -> None:
    """Aliases are spellings of nations, by code."""
    assert Ledger(aliases={"Russie": "RUS", "Kanada": "CAN"}).aliases == (
        ("Kanada", "CAN"),
        ("Russie", "RUS"),
    )
    with pytest.raises(UnknownNationError):
        Ledger(aliases={"Atlantis": "ATL"})


# -- asking -------------------------------------------------------------------------------------------------


def test_state_takes_assumptions_by_name_or_as_a_whole() -> None:
    """Names are laid over the whole."""
    by_name = ledger().state("2020-01-07", plans="done", convention="literal")
    assert by_name.assumptions == Assumptions.of(plans="done", convention="literal")
    laid_over = ledger().state(date(2020, 1, 7), assuming=by_name.assumptions, plans="ignore")
    assert laid_over.assumptions == Assumptions.of(plans="ignore", convention="literal")


def test_state_refuses_what_the_assumptions_do_not_offer() -> None:
    """A misspelled name is not passed over."""
    with pytest.raises(AssumptionError, match="no such assumption"):
        ledger().state("2020-01-07", plan="done")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    "asked", [{"day": "2020-02-30"}, {"day": "2020-01"}, {"day": "2020-01-07", "known": "7 Jan"}]
)
def test_state_is_of_a_day_that_exists(asked: dict[str, str]) -> None:
    """A month is not a day."""
    with pytest.raises(TimingError):
        ledger().state(**asked)  # type: ignore[arg-type]


# -- showing ------------------------------------------------------------------------------------------------


def test_ledger_prints_as_a_list_of_what_was_said() -> None:
    """Title, size, reports with their claims, claims without, notes."""
    assert str(ledger()).splitlines() == [
        "Iraq, January 2020: 5 entries from 2 reports, 1 note",
        "new-arab: The New Arab, 8 Jan 2020, 3 claims",
        "  can-iraq: about 500 CAN in Iraq, 7 Jan 2020",
        "  usa-letter: withdraw USA from Iraq, from 6 Jan 2020, planned",
        "  usa-mistake: retracts usa-letter",
        "afp: afp, 9 Jan 2020, 1 claim",
        "  can-kuwait: some CAN in Kuwait, 9 Jan 2020",
        "fra-iraq: about 200 FRA in Iraq, 7 Jan 2020",
        "note: talks were held",
    ]


@pytest.mark.parametrize(
    ("small", "words"),
    [
        (Ledger(), "Ledger: 0 entries"),
        (Ledger([LOOSE]), "Ledger: 1 entry\nfra-iraq: about 200 FRA in Iraq, 7 Jan 2020"),
        (Ledger(notes=["a", "b"]), "Ledger: 0 entries, 2 notes\nnote: a\nnote: b"),
        (Ledger([Report(id="r")]), "Ledger: 0 entries from 1 report\nr: r, 0 claims"),
    ],
)
def test_small_ledger_prints_without_idle_words(small: Ledger, words: str) -> None:
    """What there is none of is not mentioned."""
    assert str(small) == words


def test_ledger_shows_itself_in_short() -> None:
    """In a debugger a line is enough."""
    short = f"<Ledger 'Iraq, January 2020': 5 entries from 2 reports, digest {ledger().digest}>"
    assert repr(ledger()) == short


def test_ledger_is_one_plain_row_per_claim() -> None:
    """Any dataframe takes them."""
    rows = ledger().to_rows()
    assert len(rows) == 5
    assert rows[1] == {
        "claim": "usa-letter",
        "report": "new-arab",
        "says": "usa-letter: withdraw USA from Iraq, from 6 Jan 2020, planned",
        "by": "Gen. Seely",
        "public": "2020-01-06",
        "stance": "asserts",
        "polarity": "affirmed",
        "category": "reported",
    }
    assert (rows[0]["by"], rows[3]["by"]) == ("The New Arab", "afp")
    assert (rows[4]["report"], rows[4]["by"], rows[4]["public"]) == (None, None, None)


# -- notes --------------------------------------------------------------------------------------------------


def test_note_reads_with_its_day() -> None:
    """When it was, if it was at a time."""
    assert str(Note(text="talks", when=When.of("2020-01-07"))) == "7 Jan 2020: talks"
    assert str(Note(text="talks")) == "talks"


@pytest.mark.parametrize("text", ["", " "])
def test_note_has_a_text(text: str) -> None:
    """An empty note notes nothing."""
    with pytest.raises(LedgerError, match=r"Note\.text"):
        Note(text=text)


def test_alias_that_is_a_code_is_refused() -> None:
    """No ledger can make one nation's code mean another nation."""
    with pytest.raises(LedgerError) as caught:
        Ledger(aliases={"IRQ": "IRN"})
    assert caught.value.where == "Ledger.aliases"
