"""Each value of each axis does what its row in the table of effects says, for any number of people.

A thousand Canadians stand in Iraq and none in Kuwait on 1 January; what is drawn is how many are said to
move, how far the move has got, and when one asks.
"""

from datetime import date, timedelta
from typing import Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troopmoves.claims.assumptions import Choices, Plans
from troopmoves.claims.axis import (
    PLANS,
    ActivityKind,
    Basis,
    Category,
    Holds,
    LinkKind,
    Polarity,
    Progress,
    ProtectionKind,
    Stance,
)
from troopmoves.claims.claim import Attribution, Claim, Link
from troopmoves.claims.proposition import ActivityChange, ProtectionChange
from troopmoves.claims.verb import (
    confirm,
    deny,
    deploy,
    maintain,
    present,
    relocate,
    retract,
    rotate,
    withdraw,
)
from troopmoves.entities.force import Force
from troopmoves.entities.place import Country
from troopmoves.ledger.finding import FindingKind
from troopmoves.ledger.ledger import Ledger
from troopmoves.quantity.bounds import Bounds
from troopmoves.timing.when import When

BASE = 1_000
START = [
    present("CAN", "IRQ", BASE, when="2020-01-01", id="base-irq"),
    present("CAN", "KWT", 0, when="2020-01-01", id="base-kwt"),
]
numbers = st.integers(1, BASE)
later = st.integers(1, 60)
ways = st.sampled_from(Plans)
plan_words = st.sampled_from(sorted(PLANS))


def on(number: int) -> date:
    """Return a day of January 2020 and after, by its number."""
    return date(2019, 12, 31) + timedelta(days=number)


def said(public: int | None) -> Attribution:
    return Attribution(public=None if public is None else on(public))


def count(
    claims: list[Claim], day: int, where: str = "IRQ", known: int | None = None, **choices: Unpack[Choices]
) -> Bounds:
    """Return how many Canadians there are by some claims."""
    state = Ledger(claims).state(on(day), known=None if known is None else on(known), **choices)
    return state.count("CAN", where).bounds


def moved(
    number: int, progress: Progress, when: str = "2020-01-05/2020-01-09", public: int | None = None
) -> list[Claim]:
    move = relocate(
        "CAN", number, origin="IRQ", to="KWT", when=when, progress=progress, said=said(public), id="move"
    )
    return [*START, move]


def at(number: int) -> Bounds:
    return Bounds.exactly(number)


# -- progress -----------------------------------------------------------------------------------------------


@given(numbers, st.sampled_from(Progress), ways, st.integers(1, 5))
def test_nothing_has_moved_on_the_day_a_window_opens(
    number: int, progress: Progress, taken: Plans, day: int
) -> None:
    """Whatever the progress, up to the day the window opens everybody is where they were."""
    assert count(moved(number, progress), day, plans=taken) == at(BASE)


@given(numbers, plan_words, later)
def test_plan_may_have_been_carried_out_in_part(number: int, plan: Progress, after: int) -> None:
    """Considered, planned and ordered are 0..N from the day after the window opens, for ever."""
    claims = moved(number, plan)
    assert count(claims, 5 + after) == Bounds(BASE - number, BASE)
    assert count(claims, 5 + after, "KWT") == Bounds(0, number)


@given(numbers, plan_words, later)
def test_plan_taken_as_done_is_complete_once_its_window_opened(
    number: int, plan: Progress, after: int
) -> None:
    """With plans done, N have moved by the day asked about, even before the window ends."""
    claims = moved(number, plan)
    assert count(claims, 5 + after, plans="done") == at(BASE - number)
    assert count(claims, 5 + after, "KWT", plans="done") == at(number)


@given(numbers, plan_words, later)
def test_plan_ignored_moves_nobody(number: int, plan: Progress, after: int) -> None:
    """With plans ignored, a plan is as if nobody had made it."""
    assert count(moved(number, plan), 5 + after, plans="ignore") == at(BASE)


@given(numbers, ways, st.integers(6, 8), st.integers(9, 60))
def test_move_under_way_is_partial_then_complete(number: int, taken: Plans, within: int, after: int) -> None:
    """Under way is 0..N until the window ends and N from that day on, however plans are taken."""
    claims = moved(number, Progress.UNDER_WAY)
    assert count(claims, within, plans=taken) == Bounds(BASE - number, BASE)
    assert count(claims, after, plans=taken) == at(BASE - number)


@given(numbers, ways, later)
def test_move_under_way_without_end_is_never_complete(number: int, taken: Plans, after: int) -> None:
    """In the coming days: any part of it on any later day."""
    claims = moved(number, Progress.UNDER_WAY, "2020-01-05/..")
    assert count(claims, 5 + after, plans=taken) == Bounds(BASE - number, BASE)


@given(numbers, ways, st.integers(6, 12), later)
def test_completed_move_is_complete_when_its_window_ends_or_when_it_is_reported(
    number: int, taken: Plans, public: int, after: int
) -> None:
    """Completed is N from the end of the window, at the latest from the day after it was made public."""
    claims = moved(number, Progress.COMPLETED, public=public)
    complete = min(9, public + 1)
    assert count(claims, complete - 1, plans=taken) in (at(BASE), Bounds(BASE - number, BASE))
    assert count(claims, complete - 1 + after, plans=taken) == at(BASE - number)


@given(numbers, ways, later)
def test_paused_move_is_partial_for_ever(number: int, taken: Plans, after: int) -> None:
    """Paused is 0..N, however plans are taken."""
    assert count(moved(number, Progress.PAUSED), 5 + after, plans=taken) == Bounds(BASE - number, BASE)


@given(numbers, ways, later)
def test_cancelled_move_moves_nobody(number: int, taken: Plans, after: int) -> None:
    """Cancelled is nothing, however plans are taken."""
    assert count(moved(number, Progress.CANCELLED), 5 + after, plans=taken) == at(BASE)


@given(numbers, ways, later)
def test_cancelled_stay_keeps_nobody(number: int, taken: Plans, after: int) -> None:
    """That a stay is off leaves what a withdrawal leaves."""
    stay = maintain("CAN", at="IRQ", when="2020-01-01", progress="cancelled", said=said(1), id="stay")
    leaving = withdraw("CAN", number, origin="IRQ", when="2020-01-02/..", progress="paused", id="leave")
    assert count([*START, stay, leaving], 2 + after, plans=taken) == Bounds(BASE - number, BASE)


# -- stance, category, basis --------------------------------------------------------------------------------


@pytest.mark.parametrize("stance", Stance)
@given(number=numbers)
def test_only_admitted_stances_count(stance: Stance, number: int) -> None:
    """What is asserted counts by itself; what is alleged, expected or demanded only if one says so."""
    claims = [present("CAN", "IRQ", number, when="2020-01-01", stance=stance, id="level")]
    assert count(claims, 1, stances={stance}) == at(number)
    assert count(claims, 1) == (at(number) if stance is Stance.ASSERTS else Bounds.open_from())
    others = set(Stance) - {stance}
    assert count(claims, 1, stances=others) == Bounds.open_from()


@pytest.mark.parametrize("category", Category)
@given(number=numbers)
def test_only_admitted_categories_count(category: Category, number: int) -> None:
    """What is reported counts by itself; what the tracker infers or assumes only if one says so."""
    claims = [present("CAN", "IRQ", number, when="2020-01-01", category=category, id="level")]
    assert count(claims, 1, categories={category}) == at(number)
    assert count(claims, 1) == (at(number) if category is Category.REPORTED else Bounds.open_from())


@pytest.mark.parametrize("basis", Basis)
@given(number=numbers)
def test_only_people_who_are_there_are_counted(basis: Basis, number: int) -> None:
    """Ceilings, pledges, standby and cumulative figures are kept and listed, never counted as presence."""
    ledger = Ledger([present("CAN", "IRQ", number, when="2020-01-01", basis=basis, id="level")])
    state = ledger.state("2020-01-01")
    is_present = basis is Basis.PRESENT
    assert state.count("CAN", "IRQ").bounds == (at(number) if is_present else Bounds.open_from())
    assert [left.entry.id for left in state.not_counted] == ([] if is_present else ["level"])


# -- polarity -----------------------------------------------------------------------------------------------


def denial(public: int = 3, polarity: Polarity = Polarity.NEGATED) -> Claim:
    return withdraw("CAN", origin="IRQ", when="2020-01-01", polarity=polarity, said=said(public), id="stay")


def leaving(number: int, progress: str, when: str = "2020-01-05/..", public: int | None = None) -> Claim:
    return withdraw("CAN", number, origin="IRQ", when=when, progress=progress, said=said(public), id="leave")


@given(numbers, ways, later)
def test_denied_withdrawal_rules_out_a_fall_however_plans_are_taken(
    number: int, taken: Plans, after: int
) -> None:
    """What might have left stays: the number is not below that of the day of publication."""
    unknown = withdraw("CAN", "unknown", origin="IRQ", when="2020-01-05/..", progress="planned", id="leave")
    assert count([*START, unknown, denial()], 5 + after, plans=taken) == at(BASE)
    assert count([*START, leaving(number, "paused"), denial()], 5 + after, plans=taken) == at(BASE)


@given(numbers, ways, later)
def test_denied_deployment_rules_out_a_rise(number: int, taken: Plans, after: int) -> None:
    """Nobody comes: the number is not above that of the day of publication."""
    coming = deploy("CAN", number, to="IRQ", when="2020-01-05/..", progress="paused", id="come")
    denied = deploy("CAN", to="IRQ", when="2020-01-01", polarity=Polarity.NEGATED, said=said(3), id="no-more")
    assert count([*START, coming], 5 + after, plans=taken) == Bounds(BASE, BASE + number)
    assert count([*START, coming, denied], 5 + after, plans=taken) == at(BASE)


@given(numbers, st.integers(3, 30))
def test_denial_holds_from_its_publication(number: int, public: int) -> None:
    """What left before the denial was published has left."""
    claims = [*START, leaving(number, "under_way", "2020-01-01/2020-01-03"), denial(public)]
    assert count(claims, 60) == at(BASE - number)


@given(numbers, st.integers(2, 30))
def test_denial_ends_with_the_carry(number: int, carry: int) -> None:
    """Beyond the horizon of the assumptions a denial rules out nothing any more."""
    claims = [*START, leaving(number, "paused", "2020-01-03/.."), denial()]
    length = timedelta(days=carry)
    assert count(claims, 3 + carry, carry=length).low == BASE
    assert count(claims, 3 + carry + 1, carry=length).low < BASE


@given(st.integers(0, BASE - 1), st.integers(6, 30))
def test_later_level_ends_a_denial_and_breaks_it(number: int, day: int) -> None:
    """A smaller number published later counts, and is a broken denial, not a contradiction."""
    level = present("CAN", "IRQ", number, when=on(day), said=said(day), id="fewer")
    claims = [*START, leaving(BASE, "paused"), denial(), level]
    assert count(claims, day - 1) == at(BASE)
    assert count(claims, day) == at(number)
    assert [finding.kind for finding in Ledger(claims).check()] == [FindingKind.BROKEN_DENIAL]


@given(numbers, st.sampled_from(("under_way", "completed")), ways)
def test_later_begun_move_ends_a_denial(number: int, progress: str, taken: Plans) -> None:
    """A withdrawal reported later as begun takes place, and breaks the denial."""
    claims = [*START, denial(), leaving(number, progress, "2020-01-05/2020-01-09", public=10)]
    assert count(claims, 10, plans=taken) == at(BASE - number)
    assert [finding.kind for finding in Ledger(claims).check()] == [FindingKind.BROKEN_DENIAL]


@given(numbers, plan_words, later)
def test_later_plan_does_not_end_a_denial(number: int, plan: Progress, after: int) -> None:
    """Somebody's plan is no proof that the other has not kept his word."""
    claims = [*START, denial(), leaving(number, plan, public=4)]
    assert count(claims, 5 + after) == at(BASE)


@given(ways, later)
def test_affirmed_withdrawal_denies_nothing(taken: Plans, after: int) -> None:
    """The same claim affirmed is a withdrawal of an unknown number."""
    claims = [*START, denial(polarity=Polarity.AFFIRMED)]
    assert count(claims, 3 + after, plans=taken).low == (BASE if taken is Plans.IGNORE else 0)


@pytest.mark.parametrize(
    ("notation", "left"),
    [
        ("at least 100", Bounds(0, 99)),
        ("at most 100", Bounds(101, None)),
        ("zero", Bounds(1, None)),
        ("some", at(0)),
    ],
)
def test_denied_level_leaves_the_rest(notation: str, left: Bounds) -> None:
    """That a number is not so leaves the others, where these are one range."""
    negated = present("CAN", "IRQ", notation, when="2020-01-01", polarity=Polarity.NEGATED, id="not")
    assert count([negated], 1) == left


@pytest.mark.parametrize("notation", ["100", "about 100", "just over 100", "hundreds", "100..200", "unknown"])
def test_denied_level_that_leaves_no_single_range_binds_nothing(notation: str) -> None:
    """Neither a figure in the middle nor a blurred one can be turned round."""
    negated = present("CAN", "IRQ", notation, when="2020-01-01", polarity=Polarity.NEGATED, id="not")
    assert count([negated], 1) == Bounds.open_from()


# -- links --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [LinkKind.RETRACTS, LinkKind.CORRECTS, LinkKind.SUPERSEDES])
@given(number=numbers, public=st.integers(2, 30))
def test_hiding_link_hides_from_its_publication_on(kind: LinkKind, number: int, public: int) -> None:
    """Who knows less still sees what was said first; who knows more never does."""
    first = present("CAN", "IRQ", number, when="2020-01-01", said=said(1), id="first")
    hides = Claim(id="hides", links=(Link(kind, "first"),), said=said(public))
    assert count([first, hides], 1, known=public - 1) == at(number)
    assert count([first, hides], 1, known=public) == Bounds.open_from()
    assert count([first, hides], 1) == Bounds.open_from()


@given(numbers, numbers)
def test_correction_counts_in_the_place_of_what_it_corrects(wrong: int, right: int) -> None:
    """What corrects another claim needs no proposition; one that has it states it."""
    first = present("CAN", "IRQ", wrong, when="2020-01-01", id="first")
    links = (Link(LinkKind.CORRECTS, "first"),)
    assert count([first, present("CAN", "IRQ", right, when="2020-01-01", links=links, id="second")], 1) == at(
        right
    )


@given(numbers)
def test_retracted_retraction_hides_nothing(number: int) -> None:
    """What hides another claim can be hidden itself, and is undone by it."""
    first = present("CAN", "IRQ", number, when="2020-01-01", id="first")
    claims = [first, retract("first", id="second"), retract("second", id="third")]
    assert count(claims, 1) == at(number)


@given(numbers, ways, later)
def test_bare_confirmation_changes_no_number(number: int, taken: Plans, after: int) -> None:
    """Saying it again corroborates; it moves nobody a second time."""
    claims = moved(number, Progress.COMPLETED)
    for day, where in ((after, "IRQ"), (after, "KWT")):
        again = count([*claims, confirm("move", id="again")], day, where, plans=taken)
        assert again == count(claims, day, where, plans=taken)


@given(numbers, later)
def test_bare_denial_of_a_move_is_a_negated_claim(number: int, after: int) -> None:
    """It may name the other claim alone, and rules out what that says all the same."""
    rumour = withdraw("CAN", number, origin="IRQ", when="2020-01-02/..", stance=Stance.ALLEGES, id="rumour")
    claims = [*START, leaving(BASE, "paused"), rumour, deny("rumour", said=said(3), id="no")]
    assert count(claims, 5 + after) == at(BASE)


@given(numbers)
def test_bare_denial_of_a_level_leaves_the_rest(number: int) -> None:
    """Likewise for a number that somebody alleges."""
    rumour = present(
        "CAN", "IRQ", f"at least {number}", when="2020-01-01", stance=Stance.ALLEGES, id="rumour"
    )
    assert count([rumour, deny("rumour", id="no")], 1) == Bounds(0, number - 1)


# -- what moves nobody --------------------------------------------------------------------------------------


@given(st.sampled_from(ActivityKind), st.sampled_from(ProtectionKind), ways, later)
def test_activities_and_protection_move_nobody(
    activity: ActivityKind, protection: ProtectionKind, taken: Plans, after: int
) -> None:
    """Suspended training and reinforced security change no number."""
    force, place, when = Force.of("CAN"), Country.of("IRQ"), When.of("2020-01-02")
    claims = [
        *START,
        Claim(
            id="pause",
            proposition=ActivityChange(
                force=force, place=place, activity="training", kind=activity, when=when
            ),
        ),
        Claim(id="guard", proposition=ProtectionChange(force=force, place=place, kind=protection, when=when)),
    ]
    assert count(claims, after, plans=taken) == at(BASE)


@given(numbers, st.sampled_from(Progress), ways, later)
def test_rotation_moves_nobody(number: int, progress: Progress, taken: Plans, after: int) -> None:
    """As many come as go."""
    turn = rotate("CAN", number, at="IRQ", when="2020-01-02", progress=progress, id="turn")
    assert count([*START, turn], after, plans=taken) == at(BASE)


# -- levels in a window -------------------------------------------------------------------------------------


@given(numbers, st.integers(10, 20))
def test_level_throughout_a_window_binds_every_day(number: int, day: int) -> None:
    """Also with moves that would change it."""
    level = present("CAN", "IRQ", number, when="2020-01-10/2020-01-20", holds=Holds.THROUGHOUT, id="level")
    leave = leaving(BASE, "paused", "2020-01-05/..")
    assert count([leave, level], day) == at(number)


@given(numbers, st.integers(1, 40))
def test_level_sometime_in_a_window_binds_where_nothing_moves(number: int, day: int) -> None:
    """On whichever day it held, it held on all."""
    level = present("CAN", "IRQ", number, when="2020-01-10/2020-01-20", id="level")
    assert count([level], day) == at(number)


@given(numbers, st.integers(10, 20))
def test_level_sometime_in_a_window_is_left_out_where_something_may_move(number: int, day: int) -> None:
    """Nobody can tell on which day it held; it is listed."""
    level = present("CAN", "IRQ", number, when="2020-01-10/2020-01-20", id="level")
    ledger = Ledger([leaving(BASE, "paused", "2020-01-05/.."), level])
    assert ledger.state(on(day)).count("CAN", "IRQ").bounds == Bounds.open_from()
    assert [left.entry.id for left in ledger.state(on(day)).not_counted] == ["level"]
