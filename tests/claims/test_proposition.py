"""Propositions: which can be built, which error answers the others, and how they read."""

from collections.abc import Callable
from datetime import date

import pytest

from troopmoves.claims.axis import ActivityKind, Basis, Holds, PostureKind, Progress, ProtectionKind
from troopmoves.claims.proposition import (
    ActivityChange,
    PostureChange,
    Presence,
    ProtectionChange,
    Whole,
    amount_of,
)
from troopmoves.entities.force import Force
from troopmoves.entities.place import AnyOf, Base, Country, Unspecified
from troopmoves.errors import (
    AmountError,
    ClaimError,
    MissingDestinationError,
    MissingOriginError,
    NeedlessOriginError,
    ReturnError,
    SamePlaceError,
)
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.quantity.share import Share
from troopmoves.timing.when import When

FRANCE = Force.of("FRA")
IRAQ, KUWAIT, JORDAN = Country.of("IRQ"), Country.of("KWT"), Country.of("JOR")
DAY = When.of("2020-01-07")
ABOUT_200 = Headcount.of("about 200")
HALF = Share.of("half")
FRENCH_IN_IRAQ = Whole(FRANCE, IRAQ)


def level(**fields: object) -> Presence:
    return Presence(**{"force": FRANCE, "place": IRAQ, "when": DAY, "headcount": ABOUT_200, **fields})  # type: ignore[arg-type]


def change(kind: str = "relocate", **fields: object) -> PostureChange:
    return PostureChange(**{"kind": PostureKind(kind), "force": FRANCE, "when": DAY, **fields})  # type: ignore[arg-type]


# -- amounts ------------------------------------------------------------------------------------------------


def test_presence_says_how_many() -> None:
    """A level without a number says nothing; the error names the words for unknown numbers."""
    with pytest.raises(AmountError, match=r"Presence\.headcount.*'some'.*'unknown'"):
        level(headcount=None)


def test_presence_has_one_amount() -> None:
    """A headcount and a share are two claims."""
    with pytest.raises(AmountError, match="make two claims"):
        level(share=HALF, whole=FRENCH_IN_IRAQ)


def test_share_of_a_presence_names_its_whole() -> None:
    """Half of what?"""
    with pytest.raises(AmountError, match=r"Presence\.whole.*name the whole"):
        level(headcount=None, share=HALF)


def test_whole_stands_beside_a_share() -> None:
    """A whole without its share is a slip."""
    with pytest.raises(AmountError, match=r"PostureChange\(withdraw\)\.whole"):
        change("withdraw", origin=IRAQ, headcount=ABOUT_200, whole=FRENCH_IN_IRAQ)
    with pytest.raises(AmountError, match=r"Presence\.whole"):
        level(whole=FRENCH_IN_IRAQ)


def test_share_of_a_change_is_of_those_at_the_origin() -> None:
    """Half leave: half of those who are there. Half arrive: half of whom?"""
    assert change("withdraw", origin=IRAQ, share=HALF).whole is None
    with pytest.raises(AmountError, match=r"PostureChange\(deploy\)\.whole"):
        change("deploy", destination=IRAQ, share=HALF)
    assert change("deploy", destination=KUWAIT, share=HALF, whole=FRENCH_IN_IRAQ).whole == FRENCH_IN_IRAQ


def test_amount_of_a_change_without_number_is_unknown() -> None:
    """What is not given is a headcount too, and says so."""
    assert amount_of(level()) == ABOUT_200
    assert amount_of(change(origin=IRAQ)) == Headcount(kind=HeadcountKind.UNKNOWN)
    assert amount_of(change(origin=IRAQ, share=HALF)) == HALF


# -- ends ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["withdraw", "repatriate", "reduce"])
def test_who_leaves_leaves_a_place(kind: str) -> None:
    """A withdrawal names its origin; the destination is free."""
    with pytest.raises(MissingOriginError, match=rf"PostureChange\({kind}\)\.origin"):
        change(kind, destination=KUWAIT)
    assert change(kind, origin=IRAQ, destination=KUWAIT).destination == KUWAIT
    assert change(kind, origin=IRAQ).destination is None


@pytest.mark.parametrize("kind", ["deploy", "reinforce"])
def test_who_comes_comes_to_a_place(kind: str) -> None:
    """A deployment names its destination; the origin is free."""
    with pytest.raises(MissingDestinationError, match=rf"PostureChange\({kind}\)\.destination"):
        change(kind, origin=IRAQ)
    assert change(kind, destination=IRAQ).origin is None
    assert change(kind, origin=KUWAIT, destination=IRAQ).origin == KUWAIT


@pytest.mark.parametrize("kind", ["rotate", "maintain"])
def test_who_stays_stays_at_a_place(kind: str) -> None:
    """Those who stay have a place and leave none."""
    with pytest.raises(MissingDestinationError):
        change(kind)
    with pytest.raises(NeedlessOriginError, match="name the place as destination"):
        change(kind, origin=IRAQ, destination=KUWAIT)


def test_relocation_names_an_end_at_least() -> None:
    """Either end will do, but not none."""
    with pytest.raises(MissingOriginError, match="an origin, a destination or both"):
        change("relocate")
    assert change("relocate", origin=IRAQ).destination is None
    assert change("relocate", destination=IRAQ).origin is None


def test_change_does_not_end_where_it_began() -> None:
    """From Iraq to Iraq is no move; a vague place inside it is."""
    with pytest.raises(SamePlaceError, match="Unspecified or AnyOf"):
        change(origin=IRAQ, destination=IRAQ)
    inside_or_out = AnyOf((Unspecified(within=IRAQ), Unspecified(outside=IRAQ)))
    assert change(origin=IRAQ, destination=inside_or_out).destination == inside_or_out


def test_change_may_lead_from_a_base_into_its_own_country() -> None:
    """Where one end contains the other, people still move."""
    base = Base(id="rou-base", name="Romanians' base", within=IRAQ)
    assert change(origin=base, destination=IRAQ).origin == base


# -- returns ------------------------------------------------------------------------------------------------


def test_only_a_temporary_change_ends() -> None:
    """An end without "temporary" is a contradiction in terms."""
    with pytest.raises(ReturnError, match="say temporary"):
        change(origin=IRAQ, until=When.of("2020-03"))


def test_nobody_comes_back_before_leaving() -> None:
    """The end lies after the beginning."""
    with pytest.raises(ReturnError, match=r"it begins later, 7 Jan 2020"):
        change(origin=IRAQ, temporary=True, until=When.of("2020-01-06"))


@pytest.mark.parametrize(
    ("when", "until"), [("2020-01-07", "2020-01-07"), ("2020-01-07", "2020-01-06/.."), ("../2020-01", "2019")]
)
def test_return_is_refused_only_where_it_certainly_comes_first(when: str, until: str) -> None:
    """With an open end, or on the same day, it may be right."""
    assert change(origin=IRAQ, when=When.of(when), temporary=True, until=When.of(until)).temporary


def test_temporary_change_need_not_say_until_when() -> None:
    """Many sources say no more than "for a time"."""
    assert change(origin=IRAQ, temporary=True).until is None


# -- axes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("build", "where"),
    [
        (lambda: level(holds="throughout"), "Presence.holds"),
        (lambda: level(basis="present"), "Presence.basis"),
        (
            lambda: change(kind="relocate", origin=IRAQ, progress="planned"),
            "PostureChange(relocate).progress",
        ),
        (
            lambda: PostureChange(kind="maintain", force=FRANCE, destination=IRAQ, when=DAY),  # type: ignore[arg-type]
            "PostureChange.kind",
        ),
        (lambda: activity(kind="suspended"), "ActivityChange.kind"),
        (lambda: activity(progress="completed"), "ActivityChange.progress"),
        (lambda: protection(kind="raised"), "ProtectionChange.kind"),
    ],
)
def test_record_refuses_bare_words(build: Callable[[], object], where: str) -> None:
    """Words belong to the verbs and to documents: a record with one would be misread in silence."""
    with pytest.raises(ClaimError, match="use ") as raised:
        build()
    assert raised.value.where == where


# -- changes that move nobody -------------------------------------------------------------------------------


def activity(**fields: object) -> ActivityChange:
    given = {"force": FRANCE, "place": IRAQ, "activity": "training", "kind": ActivityKind.SUSPENDED}
    return ActivityChange(**{**given, "when": DAY, **fields})  # type: ignore[arg-type]


def protection(**fields: object) -> ProtectionChange:
    given = {"force": FRANCE, "place": IRAQ, "kind": ProtectionKind.RAISED, "when": DAY}
    return ProtectionChange(**{**given, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["", "  "])
def test_activity_is_named(word: str) -> None:
    """Something was suspended; what?"""
    with pytest.raises(ClaimError, match=r"ActivityChange\.activity"):
        activity(activity=word)


# -- reading ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("proposition", "words"),
    [
        (level(), "about 200 FRA in Iraq, 7 Jan 2020"),
        (level(basis=Basis.PLEDGED), "about 200 FRA in Iraq, 7 Jan 2020, pledged"),
        (
            level(headcount=None, share=HALF, whole=Whole(FRANCE, KUWAIT), holds=Holds.THROUGHOUT),
            "1/2 of FRA in Kuwait: FRA in Iraq, 7 Jan 2020",
        ),
        (change("withdraw", origin=IRAQ), "withdraw FRA from Iraq, 7 Jan 2020, planned"),
        (
            change("relocate", origin=IRAQ, destination=KUWAIT, headcount=ABOUT_200, temporary=True),
            "relocate about 200 FRA from Iraq to Kuwait, 7 Jan 2020, planned, for a time",
        ),
        (
            change("withdraw", origin=IRAQ, share=HALF, progress=Progress.UNDER_WAY),
            "withdraw 1/2 of FRA from Iraq, 7 Jan 2020, under way",
        ),
        (
            change("deploy", destination=KUWAIT, share=HALF, whole=FRENCH_IN_IRAQ),
            "deploy 1/2 of FRA in Iraq: FRA to Kuwait, 7 Jan 2020, planned",
        ),
        (
            change(
                "deploy",
                destination=JORDAN,
                temporary=True,
                until=When.of("2020-03"),
                condition="if parliament agrees",
            ),
            "deploy FRA to Jordan, 7 Jan 2020, planned, until Mar 2020, if parliament agrees",
        ),
        (change("maintain", destination=IRAQ), "maintain FRA in Iraq, 7 Jan 2020, planned"),
        (activity(), "training suspended: FRA in Iraq, 7 Jan 2020"),
        (activity(progress=Progress.UNDER_WAY), "training suspended: FRA in Iraq, 7 Jan 2020, under way"),
        (protection(), "protection raised: FRA in Iraq, 7 Jan 2020"),
    ],
)
def test_proposition_reads_in_a_line(proposition: object, words: str) -> None:
    """Everything that decides is said; what goes without saying is not."""
    assert str(proposition) == words


def test_propositions_are_values() -> None:
    """The same statement is equal and can be kept in sets."""
    assert {level(), level(), change(origin=IRAQ)} == {change(origin=IRAQ), level()}
    assert level() != level(when=When.of(date(2020, 1, 8)))
