"""One move told by several: what is taken for one, and what is not."""

import pytest
from ledger.rules.cases import gone, paper

from troopmoves.claims.axis import LinkKind
from troopmoves.claims.claim import Claim, Link
from troopmoves.claims.verb import deploy, relocate, repatriate, withdraw
from troopmoves.entities.force import Force
from troopmoves.ledger.finding import Finding, Firmness
from troopmoves.ledger.ledger import Ledger

WHEN = "2020-01-03/2020-01-05"


def told(*claims: Claim) -> list[Finding]:
    """Return the findings about moves that are told one report each."""
    reports = [paper(8 + number).add(claim) for number, claim in enumerate(claims)]
    return list(Ledger(reports).check(rules=["TM203", "TM204"]))


def left(number: int | str, *, to: str = "KWT") -> Claim:
    """Return a claim that so many Canadians left Iraq for another country."""
    return withdraw("CAN", number, origin="IRQ", to=to, when=WHEN, progress="completed", id="left")


def came(number: int | str, when: str = WHEN, *, to: str = "KWT", link: LinkKind | None = None) -> Claim:
    """Return a claim that so many Canadians came from Iraq to another country."""
    links = () if link is None else (Link(link, "left"),)
    return deploy("CAN", number, origin="IRQ", to=to, when=when, progress="completed", id="came", links=links)


def move(number: int | str, when: str, *, name: str = "move", progress: str = "planned") -> Claim:
    """Return a claim that so many Canadians go from Iraq to Kuwait."""
    return relocate("CAN", number, origin="IRQ", to="KWT", when=when, progress=progress, id=name)


def test_unequal_ends_are_told_with_both_figures() -> None:
    """Fourteen leave Iraq for Kuwait, ten arrive in Kuwait from Iraq."""
    (found,) = told(left(14), came(10))
    assert found.title == "TM203 unequal move: 10 and 14, apart by 4 persons"
    assert [(one.claim, one.states, one.left) for one in found.involved] == [
        ("came", "10", "14"),
        ("left", "14", "10"),
    ]


def test_unequal_ends_in_one_report_are_told_too() -> None:
    """Two ends of one move, each told once."""
    report = paper(8).add(left(14), came(10))
    assert [one.code for one in Ledger([report]).check(rules=["TM2"])] == ["TM203"]


def test_two_batches_of_one_report_are_two_moves() -> None:
    """Told in the same way by one who should know."""
    report = paper(8).add(gone(14, "first"), gone(10, "second"))
    assert Ledger([report]).check() == ()


def test_same_claim_twice_in_one_report_is_one_move() -> None:
    """Entered twice by mistake."""
    report = paper(8).add(gone(14, "first"), gone(14, "second"))
    assert [one.code for one in Ledger([report]).check()] == ["TM204"]


def test_figures_that_may_be_the_same_are_told_twice() -> None:
    """Each is counted, so 28 are gone."""
    (found,) = told(left(14), came("about 14"))
    assert found.title == "TM204 move told twice: 2 claims tell of it, and each is counted"


def test_more_than_two_tellings_are_one_finding() -> None:
    """Not one for each pair."""
    (found,) = told(gone(14, "a"), gone("some", "b"), gone("about 14", "c"))
    assert found.claims == ("a", "b", "c")


def test_figures_that_exclude_each_other_only_by_convention_are_a_tension() -> None:
    """Taken literally, "about 30" may be 14."""
    (found,) = told(left(14), came("about 30"))
    assert (found.code, found.firmness) == ("TM203", Firmness.CONVENTION)


@pytest.mark.parametrize(
    "other",
    [
        came(14, to="JOR"),
        came(14, "2020-02-03/2020-02-05"),
        repatriate("CAN", 14, origin="IRQ", when=WHEN, progress="completed"),
        relocate("FRA", 14, origin="IRQ", to="KWT", when=WHEN, progress="completed"),
        move(14, WHEN, progress="planned"),
        move(14, WHEN, progress="cancelled"),
        relocate("CAN", 14, origin="IRQ", to="KWT", when=WHEN, progress="completed", stance="alleges"),
        came(14, link=LinkKind.SUPERSEDES),
        came(14, link=LinkKind.CONFIRMS),
    ],
)
def test_another_move_is_no_finding(other: Claim) -> None:
    """Elsewhere, later, home, of others, planned, cancelled, not admitted, or linked."""
    assert told(left(14), other) == []


def test_plan_and_what_came_of_it_are_a_matter_of_progress() -> None:
    """All will be moved; a part is already."""
    plan = move(14, "2020-01-07/..", name="plan")
    part = move("some", "2020-01-07/..", name="part", progress="under_way")
    assert told(plan, part) == []


def test_confirmation_with_another_figure_is_told() -> None:
    """It counts nobody, so only this rule sees it."""
    (found,) = told(left(14), came(10, link=LinkKind.CONFIRMS))
    assert found.code == "TM203"


def test_open_window_reaches_a_month() -> None:
    """Else every later move of a long ledger would be the same one."""
    soon = move(14, "2020-01-07/..", name="soon")
    assert len(told(soon, move(14, "2020-02-01/.."))) == 1
    assert told(soon, move(14, "2020-03-01/..")) == []
    assert len(told(soon, move(14, "../2020-02-20"))) == 1


def test_windows_that_only_touch_are_two_moves() -> None:
    """The changes of two years are not one change, though the one ends where the other begins."""
    years = [
        withdraw("CAN", number, origin="IRQ", when=when, progress="completed", id=f"in-{number}")
        for number, when in ((14, "2019-04-01/2020-04-01"), (10, "2020-04-01/2021-04-01"))
    ]
    assert told(*years) == []
    day = withdraw("CAN", 10, origin="IRQ", when="2020-04-01", progress="completed", id="in-10")
    assert [one.code for one in told(years[0], day)] == ["TM203"]


def test_move_without_a_day_is_looked_for_on_the_day_it_was_told() -> None:
    """Where that is not known, it is not looked for."""
    undated = withdraw("CAN", 14, origin="IRQ", when="../..", progress="completed", id="undated")
    report = paper(4).add(undated)
    assert [one.code for one in Ledger([report, paper(8).add(gone(14, "gone"))]).check()] == ["TM204"]
    assert Ledger([undated, gone(14, "gone")]).check() == ()


def test_window_at_the_end_of_time_is_no_trouble() -> None:
    """The calendar ends; the library does not."""
    far = [gone(14, "far", "9999-12-20/.."), gone(14, "near", "../0001-01-02")]
    assert told(*far) == []


def test_everyone_is_nobody_in_particular() -> None:
    """Unnamed nations of two reports need not be the same."""
    one, other = (
        withdraw(Force(), "some", origin="IRQ", when=WHEN, progress="completed", id=name)
        for name in ("one", "other")
    )
    assert told(one, other) == []
