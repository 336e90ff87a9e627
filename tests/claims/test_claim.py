"""Claims: what cannot be one, how they are named, and how they read."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import attrs
import pytest

from troopmoves.claims.axis import Category, Credibility, LinkKind, Polarity, PostureKind, Stance, Status
from troopmoves.claims.claim import NOBODY, Attribution, Claim, Link
from troopmoves.claims.proposition import PostureChange, Presence
from troopmoves.claims.verb import (
    confirm,
    deploy,
    maintain,
    present,
    raise_protection,
    relocate,
    retract,
    rotate,
    suspend,
    withdraw,
)
from troopmoves.entities.force import Force
from troopmoves.entities.place import Country
from troopmoves.errors import ClaimError, DenialError, LinkError
from troopmoves.quantity.headcount import Headcount
from troopmoves.timing.when import When

IRAQ = Country.of("IRQ")
LEVEL = Presence(
    force=Force.of("FRA"), place=IRAQ, headcount=Headcount.of("about 200"), when=When.of("2020-01-07")
)
LEAVING = PostureChange(
    kind=PostureKind.WITHDRAW, force=Force.of("FRA"), origin=IRAQ, when=When.of("2020-01-07/..")
)
RETRACTS = Link(LinkKind.RETRACTS, "usa-letter")
NEGATES = Link(LinkKind.NEGATES, "usa-letter")


def claim(**fields: object) -> Claim:
    return Claim(**{"id": "fra-iraq", "proposition": LEVEL, **fields})  # type: ignore[arg-type]


# -- when it was said ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "public",
    [
        None,
        date(2020, 1, 7),
        datetime(2020, 1, 7, 18, 45, tzinfo=UTC),
        datetime(2020, 1, 7, 18, 45, tzinfo=timezone(timedelta(hours=3, minutes=30))),
    ],
)
def test_attribution_takes_a_day_or_a_minute_with_offset(public: date | datetime | None) -> None:
    """A letter and its denial can fall on one day, so minutes count."""
    assert Attribution(public=public).public == public


@pytest.mark.parametrize(
    ("public", "rule"),
    [
        (datetime(2020, 1, 7, 18, 45), "a moment has an offset"),  # noqa: DTZ001 (what must be refused)
        (datetime(2020, 1, 7, 18, 45, 1, tzinfo=UTC), "to the minute"),
        (datetime(2020, 1, 7, 18, 45, 0, 1, tzinfo=UTC), "to the minute"),
    ],
)
def test_attribution_refuses_moments_that_say_too_little_or_too_much(public: datetime, rule: str) -> None:
    """A clock without its offset compares with nothing; no source publishes by the second."""
    with pytest.raises(ClaimError, match=rule) as raised:
        Attribution(public=public)
    assert raised.value.where == "Attribution.public"


# -- what cannot be a claim ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["", "two words", "-iraq", "frança"])
def test_claim_has_an_id(name: str) -> None:
    """Ids need no quotes anywhere."""
    with pytest.raises(ClaimError, match=r"Claim\.id"):
        claim(id=name)


def test_claim_says_something_or_links_to_something() -> None:
    """A claim without both would say nothing."""
    with pytest.raises(LinkError, match=r"Claim\.links"):
        claim(proposition=None)
    assert claim(proposition=None, links=(RETRACTS,)).proposition is None


def test_claim_does_not_link_to_itself() -> None:
    """Nobody retracts a claim by itself."""
    with pytest.raises(LinkError, match="cannot link to itself"):
        claim(links=(Link(LinkKind.CONFIRMS, "fra-iraq"),))


def test_claim_links_once() -> None:
    """The same link twice is a slip; two kinds of link to one claim are not."""
    with pytest.raises(LinkError, match="keep one"):
        claim(links=(RETRACTS, RETRACTS))
    assert claim(links=(RETRACTS, Link(LinkKind.CORRECTS, "usa-letter"))).links


@pytest.mark.parametrize(
    ("field", "value"), [("links", [RETRACTS]), ("also", ["a title"]), ("also", "title")]
)
def test_claim_keeps_several_values_in_tuples(field: str, value: object) -> None:
    """A list could be changed later, and one text would be read letter by letter."""
    with pytest.raises(ClaimError, match=rf"Claim\.{field}.*tuple"):
        claim(**{field: value})


@pytest.mark.parametrize(
    ("field", "word"),
    [
        ("stance", "asserts"),
        ("polarity", "negated"),
        ("category", "reported"),
        ("credibility", "1"),
        ("status", "entered"),
        ("stance", None),
    ],
)
def test_claim_refuses_bare_words(field: str, word: str | None) -> None:
    """A denial written as a bare word would otherwise count as an affirmation."""
    with pytest.raises(ClaimError, match=rf"Claim\.{field}"):
        claim(**{field: word})


# -- denials ------------------------------------------------------------------------------------------------


def test_bare_link_is_not_negated() -> None:
    """There is nothing in it that could be denied; NEGATES is the link for that."""
    with pytest.raises(DenialError, match="use NEGATES"):
        claim(proposition=None, links=(RETRACTS,), polarity=Polarity.NEGATED)


@pytest.mark.parametrize("build", [maintain, rotate])
def test_denial_of_staying_says_nothing_definite(build: Callable[..., Claim]) -> None:
    """To say "they will not stay" may mean anything between one and all; say what happens instead."""
    with pytest.raises(DenialError, match="reduce, withdraw, relocate"):
        build("FRA", at="IRQ", when="2020-01-07", polarity="negated")


def test_claim_that_negates_another_is_negated_itself() -> None:
    """A denial with a proposition of its own denies that proposition."""
    with pytest.raises(DenialError, match="is negated itself"):
        claim(links=(NEGATES,))
    assert claim(proposition=LEAVING, polarity=Polarity.NEGATED, links=(NEGATES,)).links == (NEGATES,)
    assert claim(proposition=None, links=(NEGATES,)).polarity is Polarity.AFFIRMED


@pytest.mark.parametrize(
    "denied",
    [
        withdraw("FRA", origin="IRQ", when="2020-01-07/..", polarity="negated"),
        deploy("FRA", to="IRQ", when="2020-01-07/..", polarity="negated"),
        relocate("FRA", to="IRQ", when="2020-01-07/..", polarity="negated"),
        present("FRA", "IRQ", 200, when="2020-01-07", polarity="negated"),
        suspend("FRA", "IRQ", "training", when="2020-01-07", polarity="negated"),
        raise_protection("FRA", "IRQ", when="2020-01-07", polarity=Polarity.NEGATED),
    ],
)
def test_everything_else_can_be_denied(denied: Claim) -> None:
    """Moves, levels and changes that move nobody."""
    assert denied.polarity is Polarity.NEGATED


# -- ids ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "about"),
    [
        (Claim.of(LEVEL), "present-fra-"),
        (Claim.of(LEAVING), "withdraw-fra-"),
        (suspend("CAN", "IRQ", "training", when="2020-01-07"), "suspended-can-"),
        (raise_protection("FRA", "IRQ", when="2020-01-03"), "protection-raised-fra-"),
        (present(Force(), "IRQ", 14, when="2020-01-07"), "present-"),
        (retract("usa-letter"), "link-"),
    ],
)
def test_generated_id_tells_what_the_claim_is_about(made: Claim, about: str) -> None:
    """The kind, the sender, and eight figures that depend on the rest."""
    assert made.id.startswith(about)
    assert len(made.id) == len(about) + 8


def test_generated_id_is_the_same_each_time() -> None:
    """The same content gives the same id, in this process and in any other."""
    assert Claim.of(LEVEL).id == Claim.of(LEVEL).id
    assert Claim.of(LEVEL, quote="around 200").id == "present-fra-68552229"


def test_generated_id_depends_on_all_of_the_content() -> None:
    """Whatever differs, the ids differ."""
    variants = [
        Claim.of(LEVEL),
        Claim.of(LEAVING),
        Claim.of(attrs.evolve(LEVEL, when=When.of("2020-01-08"))),
        Claim.of(LEVEL, stance="alleges"),
        Claim.of(LEVEL, polarity="negated"),
        Claim.of(LEVEL, category="assumed"),
        Claim.of(LEVEL, credibility="2"),
        Claim.of(LEVEL, status="reviewed"),
        Claim.of(LEVEL, note="a note"),
        Claim.of(LEVEL, quote="a quote"),
        Claim.of(LEVEL, also=("a title",)),
        Claim.of(LEVEL, said=Attribution(by="AFP")),
        Claim.of(LEVEL, said=Attribution(public=date(2020, 1, 8))),
        confirm("one"),
        confirm("two"),
        retract("one"),
    ]
    assert len({one.id for one in variants}) == len(variants)


def test_generated_id_does_not_depend_on_how_it_was_written() -> None:
    """Words and members, and the order of the details, make no difference."""
    by_word = Claim.of(LEVEL, note="n", stance="alleges")
    assert by_word == Claim.of(LEVEL, stance=Stance.ALLEGES, note="n")


def test_given_id_is_kept() -> None:
    """Whoever names a claim names it."""
    assert Claim.of(LEVEL, id="fra-iraq").id == "fra-iraq"


def test_details_are_read_from_words() -> None:
    """Every axis takes its word."""
    made = Claim.of(
        LEVEL, stance="demands", polarity="negated", category="inferred", credibility="6", status="questioned"
    )
    assert (made.stance, made.polarity, made.category) == (
        Stance.DEMANDS,
        Polarity.NEGATED,
        Category.INFERRED,
    )
    assert (made.credibility, made.status) == (Credibility.CANNOT_BE_JUDGED, Status.QUESTIONED)


def test_unknown_word_of_a_detail_is_named() -> None:
    """The error says which axis it is and what it offers."""
    with pytest.raises(ClaimError, match="affirmed, negated") as raised:
        Claim.of(LEVEL, polarity="denied")
    assert raised.value.where == "Claim.polarity"


# -- reading ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (claim(), "fra-iraq: about 200 FRA in Iraq, 7 Jan 2020"),
        (claim(proposition=None, links=(RETRACTS,)), "fra-iraq: retracts usa-letter"),
        (
            claim(links=(Link(LinkKind.CONFIRMS, "other"),)),
            "fra-iraq: about 200 FRA in Iraq, 7 Jan 2020; confirms other",
        ),
        (
            claim(proposition=LEAVING, polarity=Polarity.NEGATED),
            "fra-iraq: not so: withdraw FRA from Iraq, from 7 Jan 2020, planned",
        ),
        (
            claim(proposition=LEAVING, stance=Stance.DEMANDS),
            "fra-iraq: demands: withdraw FRA from Iraq, from 7 Jan 2020, planned",
        ),
        (claim(category=Category.ASSUMED), "fra-iraq: assumed: about 200 FRA in Iraq, 7 Jan 2020"),
    ],
)
def test_claim_reads_in_a_line(said: Claim, words: str) -> None:
    """The id, what marks it as no plain assertion, and what is said."""
    assert str(said) == words


def test_claim_speaks_for_nobody_unless_it_says_so() -> None:
    """The report itself speaks."""
    assert claim().said == NOBODY


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (NOBODY, "nobody named"),
        (Attribution(by="Pentagon"), "Pentagon"),
        (
            Attribution(
                by="Gen. Vance",
                role="chief of defence staff",
                via="letter on Twitter",
                public=datetime(2020, 1, 7, 18, 45, tzinfo=UTC),
            ),
            "Gen. Vance, chief of defence staff, letter on Twitter, 7 Jan 2020",
        ),
    ],
)
def test_attribution_reads_in_a_line(said: Attribution, words: str) -> None:
    """Who, in what role, by what means, when."""
    assert str(said) == words


def test_link_reads_in_a_line() -> None:
    """What it does, to which claim."""
    assert str(RETRACTS) == "retracts usa-letter"
