from datetime import date, timedelta
from typing import Unpack

import attrs
import pytest

from troopmoves.claims.assumptions import UNLIMITED, Assumptions, Choices
from troopmoves.claims.axis import Holds, Polarity, Progress
from troopmoves.claims.claim import Attribution, Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.proposition import Whole
from troopmoves.claims.verb import (
    ChangeDetails,
    maintain,
    present,
    relocate,
    repatriate,
    rotate,
    suspend,
    withdraw,
)
from troopmoves.entities.force import Force
from troopmoves.entities.place import AnyOf, Country, Unspecified
from troopmoves.quantity.share import Share
from troopmoves.solve.denying import breaches, horizon
from troopmoves.solve.moving import day_after
from troopmoves.solve.reading import read_claims
from troopmoves.solve.statement import Denial, Flow, Level, Ratio, Statement

IRAQ = Country.of("IRQ")


def on(number: int) -> date:
    """Return a day of January 2020."""
    return date(2020, 1, number)


def stated(*claims: Claim, asked: tuple[date, ...] = (), **choices: Unpack[Choices]) -> tuple[Statement, ...]:
    return read_claims(list(map(Entry, claims)), Assumptions.of(**choices), asked).statements


def flow(claim: Claim, *asked: date, **choices: Unpack[Choices]) -> Flow:
    found = stated(claim, asked=asked, **choices)[0]
    assert isinstance(found, Flow)
    return found


def days_of_level(*claims: Claim) -> list[tuple[date, date]]:
    return [(one.first, one.last) for one in stated(*claims) if isinstance(one, Level)]


def move(when: str = "2020-01-05/2020-01-09", **details: Unpack[ChangeDetails]) -> Claim:
    claim = relocate("CAN", 100, origin="IRQ", to="KWT", when=when, **details)
    return attrs.evolve(claim, id="move")


# -- levels -------------------------------------------------------------------------------------------------


def test_level_is_read_by_the_convention() -> None:
    """About 500 is 400 to 600 under press/1 and anything to the letter."""
    claim = present("CAN", "IRQ", "about 500", when="2020-01-07")
    by_press, to_the_letter = stated(claim)[0], stated(claim, convention="literal")[0]
    assert isinstance(by_press, Level)
    assert isinstance(to_the_letter, Level)
    assert (by_press.low, by_press.high) == (400, 600)
    assert (to_the_letter.low, to_the_letter.high) == (0, None)


@pytest.mark.parametrize("place", [Unspecified(outside=IRAQ), AnyOf((IRAQ, Country.of("KWT")))])
def test_level_at_a_place_left_open_is_a_least_number(place: Unspecified | AnyOf) -> None:
    """Fourteen somewhere outside Iraq are at least fourteen outside Iraq."""
    found = stated(present("ROU", place, 14, when="2020-01-07"))[0]
    assert isinstance(found, Level)
    assert (found.low, found.high) == (14, None)


@pytest.mark.parametrize(
    ("when", "holds", "days"),
    [
        ("2020-01-07", Holds.SOMETIME, (on(7), on(7))),
        ("2020-01-07/2020-01-14", Holds.THROUGHOUT, (on(7), on(14))),
        ("2020-01-07/..", Holds.THROUGHOUT, (on(7), date.max)),
        ("../2020-01-07", Holds.THROUGHOUT, (date.min, on(7))),
        ("2020-01-07/2020-01-14", Holds.SOMETIME, (on(7), on(7))),
        ("../2020-01-07", Holds.SOMETIME, (on(7), on(7))),
    ],
)
def test_level_binds_on_the_days_it_holds(when: str, holds: Holds, days: tuple[date, date]) -> None:
    """Throughout is every day; sometime is any day, where nothing moves."""
    assert days_of_level(present("CAN", "IRQ", 500, when=when, holds=holds)) == [days]


@pytest.mark.parametrize(
    ("when", "counts"),
    [("2020-01-01/2020-01-05", True), ("2020-01-09/2020-01-20", True), ("2020-01-01/2020-01-06", False)],
)
def test_level_sometime_counts_unless_a_move_touches_its_window(when: str, counts: bool) -> None:  # noqa: FBT001
    """On the day a window opens nothing has moved, on the day it ends everything has."""
    level = present("CAN", "IRQ", 500, when=when, id="level")
    assert bool(days_of_level(level, move(progress="completed"))) == counts


@pytest.mark.parametrize(
    "harmless",
    [
        move(progress="cancelled"),
        relocate("FRA", origin="IRQ", to="KWT", when="2020-01-05", id="other-nation"),
        relocate("CAN", origin="JOR", to="KWT", when="2020-01-05", id="other-places"),
        rotate("CAN", at="IRQ", when="2020-01-05", id="rotation"),
        move(polarity=Polarity.NEGATED),
    ],
)
def test_level_sometime_counts_where_no_move_can_alter_it(harmless: Claim) -> None:
    """Moves elsewhere, of others, or that do not take place leave it alone."""
    assert days_of_level(present("CAN", "IRQ", 500, when="2020-01", id="level"), harmless)


def test_return_touches_a_window_too() -> None:
    """Those who come back alter the number once more."""
    level = present("CAN", "IRQ", 500, when="2020-01-12/2020-01-20", id="level")
    away = move(when="2020-01-02/2020-01-04", temporary=True, until="2020-01-15")
    assert not days_of_level(level, away)
    assert days_of_level(level, move(when="2020-01-02/2020-01-04", temporary=True))


def test_claim_that_states_nothing_says_why() -> None:
    """It is listed with the reason; what moves nobody need not be."""
    claims = [
        present("CAN", "IRQ", 500, when="../..", id="a-undated"),
        present("CAN", "IRQ", 500, when="2020-01", id="b-window"),
        present("CAN", "IRQ", 500, when="2020-01-07", polarity=Polarity.NEGATED, id="c-denied"),
        move(),
        suspend("CAN", "IRQ", "training", when="2020-01-05", id="pause"),
    ]
    left_out = read_claims(list(map(Entry, claims)), Assumptions(), ()).left_out
    assert [left.entry.id for left in left_out] == ["a-undated", "b-window", "c-denied"]
    assert len({left.reason for left in left_out}) == 3


def test_share_is_a_ratio() -> None:
    """Most of the French train: a bound on the part by the whole."""
    french = Force.of("FRA")
    claim = present("FRA", "IRQ", Share.of("most"), whole=Whole(french, IRAQ), when="2020-01-07")
    assert isinstance(stated(claim)[0], Ratio)


# -- moves --------------------------------------------------------------------------------------------------


def test_plan_that_may_be_carried_out_has_no_least_number() -> None:
    """From 0 to N, by the end of its window."""
    found = flow(move())
    assert (found.low, found.high, found.opens, found.closes) == (0, 100, on(5), on(9))


def test_plan_taken_as_done_closes_on_the_first_day_asked_about_after_it_opens() -> None:
    """That day is the answer's, not the claim's."""
    found = flow(move(), on(5), on(7), on(20), plans="done")
    assert (found.low, found.closes, found.ends) == (100, on(7), on(9))
    assert flow(move(), on(5), plans="done").closes is None


def test_plan_ignored_is_idle() -> None:
    """It names its places and moves nobody."""
    assert flow(move(), plans="ignore").idle
    assert flow(move(progress="cancelled")).idle


def test_single_day_is_over_on_the_next() -> None:
    """Nothing on the day itself, all of it on the day after."""
    found = flow(move("2020-01-05", progress="completed"))
    assert (found.opens, found.closes) == (on(5), on(6))


@pytest.mark.parametrize(("public", "closes"), [(6, 7), (20, 9), (2, 6)])
def test_completed_move_is_over_when_it_is_reported(public: int, closes: int) -> None:
    """At the latest on the day after its publication, never before the day after it opens."""
    assert flow(move(progress="completed", said=Attribution(public=on(public)))).closes == on(closes)


def test_completed_move_that_nobody_dates_is_never_known_to_be_over() -> None:
    """An open window and no day of publication: its least number does not bind."""
    assert flow(move("2020-01-05/..", progress="completed")).closes is None


def test_share_of_a_move_is_one_of_those_at_the_origin() -> None:
    """Half of them means half of those who were there when it opened."""
    claim = relocate("CAN", Share.of("half"), origin="IRQ", to="KWT", when="2020-01-05", progress="completed")
    found = flow(claim)
    assert found.whole is not None
    assert (found.share, found.whole.place) == (Share.of("half"), IRAQ)


def test_share_of_a_move_may_name_its_whole() -> None:
    """A tenth of all Canadians in the region, wherever they leave."""
    whole = Whole(Force.of("CAN"), Country.of("KWT"))
    claim = relocate("CAN", Share.of("1/10"), whole=whole, origin="IRQ", to="JOR", when="2020-01-05")
    found = flow(claim)
    assert found.whole is not None
    assert str(found.whole) == "CAN in Kuwait"
    assert found.share is not None
    assert found.share.low == 0


def test_return_is_a_plan_that_opens_when_it_is_due() -> None:
    """The way back leads from the destination to the origin."""
    away = move(progress="completed", temporary=True, until="2020-01-20")
    there, back = stated(away)
    assert isinstance(back, Flow)
    assert back.returns
    assert (back.scope.place, back.destination, back.opens, back.closes) == (
        Country.of("KWT"),
        IRAQ,
        on(20),
        None,
    )
    done = stated(away, asked=(on(20), on(25)), plans="done")[1]
    assert isinstance(done, Flow)
    assert done.closes == on(25)
    ignored = stated(away, plans="ignore")
    assert [one.idle for one in ignored if isinstance(one, Flow)] == [False, True]
    assert there != back


def test_temporary_move_without_an_end_never_ends() -> None:
    """Nobody is taken to come back unless somebody said when."""
    assert len(stated(move(temporary=True))) == 1


def test_repatriation_goes_home() -> None:
    """Without a destination it is the own country."""
    assert flow(repatriate("CAN", 5, origin="IRQ", when="2020-01-05")).homeward


def test_last_day_of_the_calendar_has_no_next() -> None:
    """It stands for it, so that dates at the end of time do not overflow."""
    assert day_after(date.max) == date.max
    assert horizon(on(1), timedelta(days=4_000_000)) == horizon(on(1), UNLIMITED) == date.max
    assert horizon(on(1), timedelta(days=9)) == on(10)


# -- denials ------------------------------------------------------------------------------------------------


def denial(public: int = 7) -> Claim:
    return withdraw(
        "FRA",
        origin="IRQ",
        when="2020-01-01",
        polarity=Polarity.NEGATED,
        said=Attribution(public=on(public)),
        id="stay",
    )


def span(*claims: Claim, **choices: Unpack[Choices]) -> tuple[date, date]:
    found = next(one for one in stated(*claims, **choices) if isinstance(one, Denial))
    return found.since, found.until


def later(claim: Claim) -> tuple[date, date]:
    return span(denial(), claim)


def test_denial_holds_from_publication_until_carry_ends() -> None:
    """The horizon is that of the assumptions."""
    assert span(denial(), carry=timedelta(days=10)) == (on(7), on(17))
    assert span(denial(), carry=UNLIMITED) == (on(7), date.max)


def test_denial_without_publication_holds_from_its_window() -> None:
    """Where nobody says when it was said, it counts from the day it speaks of."""
    claim = withdraw("FRA", origin="IRQ", when="2020-01-03", polarity=Polarity.NEGATED)
    assert span(claim, carry=timedelta(days=1)) == (on(3), on(4))


@pytest.mark.parametrize(
    ("claim", "until"),
    [
        (present("FRA", "IRQ", 100, when="2020-01-12", said=Attribution(public=on(13)), id="x"), 11),
        (
            withdraw(
                "FRA",
                9,
                origin="IRQ",
                when="2020-01-12",
                progress="completed",
                said=Attribution(public=on(14)),
                id="x",
            ),
            12,
        ),
    ],
)
def test_later_level_or_begun_move_ends_a_denial_the_day_before(claim: Claim, until: int) -> None:
    """A move has moved nobody on the day it opens, so the denial holds on that day still."""
    assert later(claim) == (on(7), on(until))


@pytest.mark.parametrize(
    "claim",
    [
        present("FRA", "IRQ", 100, when="2020-01-12", said=Attribution(public=on(7)), id="same-day"),
        present("FRA", "IRQ", 100, when="2020-01-12", id="undated"),
        present("FRA", "KWT", 100, when="2020-01-12", said=Attribution(public=on(13)), id="elsewhere"),
        present("CAN", "IRQ", 100, when="2020-01-12", said=Attribution(public=on(13)), id="others"),
        present("FRA", "IRQ", 100, when="2020-01-05", said=Attribution(public=on(13)), id="about-before"),
        withdraw("FRA", 9, origin="IRQ", when="2020-01-12", said=Attribution(public=on(13)), id="plan"),
        rotate(
            "FRA",
            9,
            at="IRQ",
            when="2020-01-12",
            progress="completed",
            said=Attribution(public=on(13)),
            id="turn",
        ),
    ],
)
def test_nothing_else_ends_a_denial(claim: Claim) -> None:
    """Neither what may be older, nor what is about others, nor a plan."""
    assert later(claim) == (on(7), on(7) + timedelta(days=365))


def test_stay_of_a_number_states_the_least_that_stay() -> None:
    """Five hundred remain: no fewer than five hundred; the others may leave."""
    claim = maintain("FRA", 500, at="IRQ", when="2020-01-01", said=Attribution(public=on(7)))
    (least,) = stated(claim)
    assert isinstance(least, Level)
    assert (least.low, least.high, least.carried) == (500, None, True)


@pytest.mark.parametrize(("part", "denies"), [(None, True), ("all", True), ("most", False)])
def test_stay_of_all_is_a_denial(part: str | None, denies: bool) -> None:  # noqa: FBT001
    """They stay: no fewer than before; that most of them stay lets others leave."""
    claim = maintain("FRA", at="IRQ", when="2020-01-01", said=Attribution(public=on(7)))
    if part is not None:
        whole = Whole(Force.of("FRA"), Country.of("IRQ"))
        change = attrs.evolve(claim.proposition, headcount=None, share=Share.of(part), whole=whole)  # type: ignore[misc]
        claim = attrs.evolve(claim, proposition=change)
    assert [type(one) for one in stated(claim)] == ([Denial] if denies else [])


def test_stay_that_is_off_states_nothing() -> None:
    """Cancelled is nothing, for a stay as for a move."""
    off = Progress.CANCELLED
    claim = maintain("FRA", 500, at="IRQ", when="2020-01-01", progress=off, said=Attribution(public=on(7)))
    assert stated(claim) == ()


def test_denial_without_any_day_states_nothing() -> None:
    """A ledger refuses it; read by itself it has no day to hold from, and nothing breaks it."""
    claim = withdraw("FRA", origin="IRQ", when="../..", polarity=Polarity.NEGATED)
    assert stated(claim) == ()
    assert breaches([Entry(claim)], Assumptions(), ()) == []


def test_breach_names_the_denial_and_what_may_have_broken_it() -> None:
    """It is looked for between the day of the denial and the day by which the later claim has come true."""
    after = present("FRA", "IRQ", 100, when="2020-01-12", said=Attribution(public=on(13)), id="fewer")
    entries = list(map(Entry, [denial(), after]))
    (found,) = breaches(entries, Assumptions(), entries)
    assert (found.denial, found.by, found.since, found.day, found.falls) == (
        "stay",
        "fewer",
        on(7),
        on(12),
        True,
    )
