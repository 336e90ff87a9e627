"""Verbs: what they build from codes, notation and dates."""

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from troopmoves.claims.axis import (
    ActivityKind,
    Basis,
    Holds,
    LinkKind,
    PostureKind,
    Progress,
    ProtectionKind,
)
from troopmoves.claims.claim import Attribution, Claim, Link
from troopmoves.claims.proposition import ActivityChange, PostureChange, Presence, ProtectionChange, Whole
from troopmoves.claims.verb import (
    confirm,
    deny,
    deploy,
    maintain,
    present,
    raise_protection,
    reduce,
    reinforce,
    relocate,
    repatriate,
    resume,
    retract,
    rotate,
    suspend,
    withdraw,
)
from troopmoves.entities.force import Force
from troopmoves.entities.nation import Nation
from troopmoves.entities.place import Country, Unspecified
from troopmoves.errors import ClaimError, MissingOriginError, NotationError, TimingError, UnknownNationError
from troopmoves.quantity.headcount import Headcount
from troopmoves.quantity.share import Share
from troopmoves.timing.when import When

CANADA, IRAQ, KUWAIT = Force.of("CAN"), Country.of("IRQ"), Country.of("KWT")
WINDOW = When.of("2020-01-07/..")


def test_present_reads_codes_notation_and_dates() -> None:
    """What is written short is the record in full."""
    claim = present("CAN", "IRQ", "about 500", when="2020-01-07", holds="throughout", basis="standby", id="c")
    assert claim == Claim(
        id="c",
        proposition=Presence(
            force=CANADA,
            place=IRAQ,
            headcount=Headcount.of("about 500"),
            when=When.of("2020-01-07"),
            holds=Holds.THROUGHOUT,
            basis=Basis.STANDBY,
        ),
    )


def test_present_takes_models_too() -> None:
    """Codes and models say the same."""
    by_model = present(
        Nation("CAN"), IRAQ, Headcount.of(14), when=When.of(date(2020, 1, 7)), holds=Holds.SOMETIME, id="c"
    )
    assert by_model == present("Canada", "Iraq", 14, when=date(2020, 1, 7), id="c")


def test_present_takes_a_share_of_a_whole() -> None:
    """A part of others is a count as well."""
    whole = Whole(Force(nation=Nation("CAN")), KUWAIT)
    claim = present("CAN", "IRQ", Share.of("half"), whole=whole, when="2020-01-07")
    assert isinstance(claim.proposition, Presence)
    assert (claim.proposition.share, claim.proposition.whole) == (Share.of("half"), whole)


@pytest.mark.parametrize(
    ("claim", "kind", "origin", "destination"),
    [
        (deploy("CAN", 14, to="KWT", when=WINDOW), "deploy", None, KUWAIT),
        (deploy("CAN", 14, to="KWT", origin="IRQ", when=WINDOW), "deploy", IRAQ, KUWAIT),
        (relocate("CAN", 14, origin="IRQ", to="KWT", when=WINDOW), "relocate", IRAQ, KUWAIT),
        (relocate("CAN", 14, to="KWT", when=WINDOW), "relocate", None, KUWAIT),
        (withdraw("CAN", 14, origin="IRQ", when=WINDOW), "withdraw", IRAQ, None),
        (withdraw("CAN", 14, origin="IRQ", to="KWT", when=WINDOW), "withdraw", IRAQ, KUWAIT),
        (repatriate("CAN", 14, origin="IRQ", when=WINDOW), "repatriate", IRAQ, None),
        (reduce("CAN", 14, origin="IRQ", when=WINDOW), "reduce", IRAQ, None),
        (reinforce("CAN", 14, to="KWT", when=WINDOW), "reinforce", None, KUWAIT),
        (rotate("CAN", 14, at="IRQ", when=WINDOW), "rotate", None, IRAQ),
        (maintain("CAN", 14, at="IRQ", when=WINDOW), "maintain", None, IRAQ),
    ],
)
def test_verb_of_posture_builds_its_change(
    claim: Claim, kind: str, origin: Country | None, destination: Country | None
) -> None:
    """Each verb is one kind of posture change, planned unless said otherwise."""
    assert claim.proposition == PostureChange(
        kind=PostureKind(kind),
        force=CANADA,
        origin=origin,
        destination=destination,
        headcount=Headcount.of(14),
        when=WINDOW,
        progress=Progress.PLANNED,
    )


def test_change_without_number_has_none() -> None:
    """The source gives no figure; none is made up."""
    change = withdraw("CAN", origin="IRQ", when=WINDOW).proposition
    assert isinstance(change, PostureChange)
    assert (change.headcount, change.share) == (None, None)


def test_change_takes_its_details() -> None:
    """Details of the change go into the change, those of the claim into the claim."""
    said = Attribution(by="Gen. Jonathan Vance", public=date(2020, 1, 7))
    claim = relocate(
        "CAN",
        Share.of("half"),
        origin="IRQ",
        to=Unspecified(outside=IRAQ),
        when="2020-01-07/..",
        whole=Whole(CANADA, IRAQ),
        progress="under_way",
        temporary=True,
        until="2020-03",
        condition="if need be",
        said=said,
        stance="expects",
        quote="some of our people",
        id="can-out",
    )
    change = claim.proposition
    assert isinstance(change, PostureChange)
    assert (change.progress, change.temporary, change.until) == (Progress.UNDER_WAY, True, When.of("2020-03"))
    assert (change.condition, change.whole) == ("if need be", Whole(CANADA, IRAQ))
    assert (claim.id, claim.said, claim.quote) == ("can-out", said, "some of our people")


@pytest.mark.parametrize(
    ("build", "kind"), [(suspend, ActivityKind.SUSPENDED), (resume, ActivityKind.RESUMED)]
)
def test_verb_of_activity_builds_its_change(build: Callable[..., Claim], kind: ActivityKind) -> None:
    """An activity changes at once unless said otherwise."""
    at_once = ActivityChange(
        force=CANADA, place=IRAQ, activity="training", kind=kind, when=When.of("2020-01-07")
    )
    assert build("CAN", "IRQ", "training", when="2020-01-07").proposition == at_once
    planned = build("CAN", "IRQ", "training", when="2020-01-07", progress="planned").proposition
    assert planned == attrs.evolve(at_once, progress=Progress.PLANNED)


def test_raised_protection_is_no_reinforcement() -> None:
    """Security that is "reinforced" changes no number."""
    assert raise_protection("FRA", "IRQ", when="2020-01-03").proposition == ProtectionChange(
        force=Force.of("FRA"), place=IRAQ, kind=ProtectionKind.RAISED, when=When.of("2020-01-03")
    )


@pytest.mark.parametrize(
    ("build", "kind"),
    [(retract, LinkKind.RETRACTS), (confirm, LinkKind.CONFIRMS), (deny, LinkKind.NEGATES)],
)
def test_verb_of_link_builds_a_bare_link(build: Callable[..., Claim], kind: LinkKind) -> None:
    """By id or by claim; further links are kept behind it."""
    letter = withdraw("USA", origin="IRQ", when=WINDOW, id="usa-letter")
    assert build("usa-letter").links == (Link(kind, "usa-letter"),)
    assert build(letter) == build("usa-letter")
    more = Link(LinkKind.CORRECTS, "other")
    assert build(letter, links=(more,), id="x").links == (Link(kind, "usa-letter"), more)


@pytest.mark.parametrize(
    ("build", "error"),
    [
        (lambda: present("Atlantis", "IRQ", 14, when="2020-01-07"), UnknownNationError),
        (lambda: present("CAN", "Atlantis", 14, when="2020-01-07"), UnknownNationError),
        (lambda: present("CAN", "IRQ", "loads", when="2020-01-07"), NotationError),
        (lambda: present("CAN", "IRQ", 14, when="2020-02-30"), TimingError),
        (lambda: relocate("CAN", when="2020-01-07"), MissingOriginError),
    ],
)
def test_wrong_input_is_the_error_of_its_own_room(
    build: Callable[..., Claim], error: type[Exception]
) -> None:
    """Nations, notation and dates answer for themselves."""
    with pytest.raises(error):
        build()


@pytest.mark.parametrize(
    ("build", "where"),
    [
        (lambda: present("CAN", "IRQ", 14, when="2020-01-07", holds="always"), "Presence.holds"),
        (lambda: present("CAN", "IRQ", 14, when="2020-01-07", basis="there"), "Presence.basis"),
        (
            lambda: withdraw("CAN", origin="IRQ", when="2020-01-07", progress="begun"),
            "PostureChange(withdraw).progress",
        ),
        (
            lambda: suspend("CAN", "IRQ", "training", when="2020-01-07", progress="begun"),
            "ActivityChange.progress",
        ),
        (lambda: confirm("a", stance="mumbles"), "Claim.stance"),
    ],
)
def test_unknown_word_is_an_error_of_the_claim(build: Callable[..., Claim], where: str) -> None:
    """The error says which word and lists those there are."""
    with pytest.raises(ClaimError, match="choose among") as raised:
        build()
    assert raised.value.where == where


@pytest.mark.parametrize("verb", [present, deploy, relocate, suspend, retract])
def test_unknown_detail_is_refused(verb: Callable[..., Claim]) -> None:
    """A slip of the pen is not passed over: when it became public stands in `said`."""
    given: dict[Callable[..., Claim], tuple[Any, ...]] = {
        present: ("CAN", "IRQ", 5),
        deploy: ("CAN", 5),
        relocate: ("CAN", 5),
        suspend: ("CAN", "IRQ", "training"),
        retract: ("other",),
    }
    more: dict[Callable[..., Claim], dict[str, Any]] = {
        deploy: {"to": "KWT"},
        relocate: {"origin": "IRQ", "to": "KWT"},
    }
    when = {} if verb is retract else {"when": "2020-01-07"}
    with pytest.raises(ClaimError, match=r"Claim\.public.*a claim has no such detail; use id, said"):
        verb(*given[verb], **more.get(verb, {}), **when, public="2020-01-07")
