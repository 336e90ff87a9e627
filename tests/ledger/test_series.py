"""A force at a place through time: points, steps, and what nobody says."""

import re
from datetime import date, timedelta
from pathlib import Path

import attrs
import pytest

from troopmoves.claims.claim import Attribution, Claim
from troopmoves.claims.proposition import Whole
from troopmoves.claims.report import Report
from troopmoves.claims.verb import present, relocate, withdraw
from troopmoves.entities.force import Force
from troopmoves.entities.place import Country, Unspecified
from troopmoves.errors import TimingError
from troopmoves.ledger.ledger import Ledger
from troopmoves.ledger.series import MOST_POINTS, MOST_STEPS, Mention, Series
from troopmoves.quantity.share import Share

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "series.md"
JUNE, DECEMBER, NEXT_JUNE = "2021-06-08", "2021-12-07", "2022-06-08"


def levels(*counts: int | str, place: str = "LBN", id: str = "lbn") -> list[Claim]:  # noqa: A002 (as in claims)
    days = [JUNE, DECEMBER, NEXT_JUNE]
    return [
        present("USA", place, count, when=day, id=f"{id}-{day}")
        for day, count in zip(days, counts, strict=False)
    ]


def series(*claims: Claim, until: str = NEXT_JUNE) -> Series:
    return Ledger(claims).series("USA", "LBN", JUNE, until)


def told(given: Series) -> list[str]:
    return [str(point) for point in given]


def test_point_stands_for_each_level_and_for_what_lies_between() -> None:
    """Between two levels that exclude each other anything may have happened."""
    assert told(series(*levels(80, 36))) == [
        "8 Jun 2021: 80, reported",
        "9 Jun 2021: 0-?, unreported",
        "7 Dec 2021: 36, reported",
    ]


def test_day_on_which_nothing_changes_has_no_point() -> None:
    """Where what was said holds, the next point is the next report."""
    assert told(series(*levels(80, 80))) == ["8 Jun 2021: 80, reported", "7 Dec 2021: 80, reported"]


def test_first_day_always_has_a_point() -> None:
    """Without a claim the number is open from the first day on."""
    [point] = series()
    assert (str(point.day), str(point.bounds), point.mention) == (JUNE, "0-?", Mention.UNREPORTED)
    assert series().steps == ()


def test_number_is_open_and_not_zero_after_the_last_mention() -> None:
    """What was said holds for the carry; then any number may be there."""
    last = series(*levels(80), until="2023-06-08").points[-1]
    assert (last.mention, str(last.bounds)) == (Mention.UNREPORTED, "0-?")
    assert last.day == date(2022, 6, 9)


def test_zero_that_is_said_is_reported() -> None:
    """A claim of none is a level, unlike silence."""
    last = series(*levels(80, "zero")).points[-1]
    assert (last.mention, str(last.bounds)) == (Mention.REPORTED, "0")


def reports(*listed: tuple[str, ...], publisher: str = "The White House") -> Ledger:
    given = []
    for day, places in zip((JUNE, DECEMBER, NEXT_JUNE), listed, strict=True):
        report = Report(id=f"report-{day}", publisher=publisher, published=date.fromisoformat(day))
        for place in places:
            report = report.present("USA", place, 80, when=day, id=f"{place}-{day}")
        given.append(report)
    return Ledger(given)


def test_force_no_longer_listed_is_told_and_is_not_zero() -> None:
    """A report that leaves out what stood beside its other rows before says so, and says no number."""
    given = reports(("LBN", "JOR"), ("JOR",), ("JOR",)).series("USA", "LBN", JUNE, "2022-12-31")
    assert told(given) == [
        "8 Jun 2021: 80, reported",
        "7 Dec 2021: 80, not listed",
        "8 Jun 2022: 80, not listed",
        "9 Jun 2022: 0-?, unreported",
    ]
    assert [point.not_listed_in for point in given.not_listed] == [
        ("report-2021-12-07",),
        ("report-2022-06-08",),
    ]


@pytest.mark.parametrize(
    ("ledger", "why"),
    [
        (reports(("JOR",), ("LBN", "JOR"), ("LBN",)), "it was never listed before, or is listed still"),
        (reports(("LBN", "JOR"), ("NER",), ("NER",)), "those listed never stood beside it"),
        (reports(("LBN", "JOR"), ("JOR",), ("JOR",), publisher=""), "nobody is known to publish both"),
    ],
    ids=["not-before", "other-rows", "no-publisher"],
)
def test_report_about_others_leaves_nobody_out(ledger: Ledger, why: str) -> None:
    """Only a publisher's later table of the same rows leaves somebody out."""
    assert not ledger.series("USA", "LBN", JUNE, NEXT_JUNE).not_listed, why


def test_step_bounds_the_difference_in_one_account() -> None:
    """What both days share cancels, so a hedge is no change."""
    [step] = series(*levels("about 83", "about 91")).steps
    assert (str(step.change), str(step.if_anything_moved)) == ("0", "-11..+27")
    assert step.therefore == "unchanged if nothing went unreported"
    assert (step.changed.ruled_out, step.unexplained, step.least) == (True, False, 0)


def test_step_is_unexplained_where_no_move_is_claimed() -> None:
    """Two levels apart by more than their hedges, and nobody who tells how."""
    [step] = series(*levels("about 98", "about 36")).steps
    assert str(step) == "8 Jun -> 7 Dec 2021: 88-108 -> 32-40, change -76..-48; fewer: certain, unexplained"
    assert step.clashing == ("lbn-2021-06-08", "lbn-2021-12-07")
    assert step.least == 48


def test_step_is_unexplained_beyond_the_carry_too() -> None:
    """Where nothing is carried there is no clash, and still no claim of a move."""
    given = Ledger(levels(98, 36)).series("USA", "LBN", JUNE, DECEMBER, carry=timedelta(0))
    assert (given.steps[0].clashing, given.steps[0].unexplained) == ((), True)


def test_step_is_explained_by_a_claim_of_a_move() -> None:
    """A withdrawal between two levels that fits is what happened."""
    move = withdraw("USA", 62, origin="LBN", when="2021-09-01", progress="completed", id="out")
    [step] = series(*levels(98, 36), move).steps
    assert (step.moves, step.unexplained, step.therefore) == (("out",), False, "fewer: certain, with 1 move")


def test_move_that_is_too_small_explains_nothing() -> None:
    """Ten who leave do not explain that sixty are missing."""
    move = withdraw("USA", 10, origin="LBN", when="2021-09-01", progress="completed", id="out")
    [step] = series(*levels(98, 36), move).steps
    assert (step.moves, step.unexplained) == (("out",), True)


def test_move_elsewhere_or_at_another_time_is_no_move_of_the_step() -> None:
    """Only what can alter the number between the two days counts."""
    before = withdraw("USA", 5, origin="LBN", when="2021-05-01", progress="completed", id="before")
    elsewhere = withdraw(
        "USA", 5, origin="JOR", to="NER", when="2021-09-01", progress="completed", id="other"
    )
    [step] = series(*levels(98, 36), before, elsewhere).steps
    assert step.moves == ()


def test_level_of_a_part_is_a_level_where_nobody_gives_the_whole() -> None:
    """Two places asked about as one are reported on the days on which either is."""
    claims = [*levels(80, 90), *levels(500, 700, place="JOR", id="jor")]
    given = Ledger(claims).series("USA", ["LBN", "JOR"], JUNE, DECEMBER)
    assert [str(point.bounds) for point in given.reported] == ["580", "790"]
    assert str(given.steps[0].change) == "+210"


def test_rows_are_plain_and_tell_the_change_where_a_step_ends() -> None:
    """One row per point; None is open, and no change is told where none is known."""
    rows = series(*levels(80, 36)).to_rows()
    assert [(row["day"], row["mention"], row["high"], row["change_high"]) for row in rows] == [
        ("2021-06-08", "reported", 80, None),
        ("2021-06-09", "unreported", None, None),
        ("2021-12-07", "reported", 36, -44),
    ]
    assert all(row.keys() == rows[0].keys() for row in rows)
    assert series(*levels(80, 36)).steps[0].to_row()["fewer"] == "certain"


def test_last_day_comes_before_the_first_nowhere() -> None:
    """A series that runs backwards is refused, at its end."""
    with pytest.raises(TimingError, match=r"series\.until"):
        series(until="2021-06-07")


def test_claims_published_later_are_not_known() -> None:
    """A series is asked as known by a day, like a state."""
    ledger = reports(("LBN", "JOR"), ("LBN",), ("LBN",))
    assert len(ledger.series("USA", "LBN", JUNE, NEXT_JUNE, known=DECEMBER).reported) == 2


def long_ledger(count: int) -> Ledger:
    first = date(1950, 1, 1)
    return Ledger(
        present(
            "USA",
            "LBN",
            100 + number % 2 * number,
            when=first + timedelta(days=182 * number),
            id=f"c{number}",
        )
        for number in range(count)
    )


def test_many_points_are_a_summary_with_the_largest_changes_first() -> None:
    """Nobody reads a hundred lines; the steps are all there for a program."""
    given = long_ledger(MOST_POINTS).series("USA", "LBN", "1950-01-01", "1970-01-01")
    lines = str(given).splitlines()
    assert lines[1] == "40 reported levels, 39 steps: 19 fewer, 20 more for certain, 39 unexplained"
    assert "+39" in lines[5]
    assert lines[-1] == f"and 29 more steps; {len(given)} points in all"
    least = [step.least for step in given.largest()]
    assert len(least) == MOST_STEPS
    assert least == sorted(least, reverse=True)


def test_text_and_notebook_tell_the_same() -> None:
    """Both have the heading, every point and the assumptions."""
    given = series(*levels("about 83", "about 36"))
    for shown in (str(given), given._repr_html_()):
        assert "USA in Lebanon" in shown
        assert "unexplained" in shown
        assert "nothing unreported for 365 days" in shown
    assert repr(given) == "<Series Series: USA in Lebanon, 8 Jun 2021 -> 8 Jun 2022: 3 points>"


def test_page_tells_every_mention() -> None:
    """The table of mentions in the documentation is that of the code, in its order."""
    table = PAGE.read_text(encoding="utf-8").split("| mention |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == [mention.value for mention in Mention]


def test_change_that_lies_in_the_hedge_is_possible() -> None:
    """Without a carry two levels that overlap leave open whether anything changed."""
    given = Ledger(levels("about 83", "about 91")).series("USA", "LBN", JUNE, DECEMBER, carry=timedelta(0))
    assert given.steps[0].therefore == "fewer or more: possible"


def test_clash_over_several_reports_may_lie_in_any_step() -> None:
    """Each neighbour agrees with the next, and the first not with the last."""
    steps = series(*levels("100..105", "100..120", "110..120")).steps
    assert [step.unexplained for step in steps] == [False, False]
    assert {step.therefore for step in steps} == {"fewer or more: possible, unexplained if so"}


def test_move_inside_the_place_explains_nothing() -> None:
    """Who goes from one place to another of two that are counted together leaves neither total."""
    claims = [*levels(80, 90), *levels(500, 700, place="JOR", id="jor")]
    inside = relocate("USA", 5, origin="LBN", to="JOR", when="2021-09-01", progress="completed", id="in")
    ledger = Ledger([*claims, inside])
    assert ledger.series("USA", ["LBN", "JOR"], JUNE, DECEMBER).steps[0].moves == ()
    assert ledger.series("USA", "LBN", JUNE, DECEMBER).steps[0].moves == ("in",)


def test_people_everywhere_are_moved_by_nobody_whose_two_ends_are_known() -> None:
    """Everywhere holds both ends."""
    inside = relocate("USA", 5, origin="LBN", to="JOR", when="2021-09-01", progress="completed", id="in")
    vague = present("USA", Unspecified(outside=Country.of("USA")), 700, when=JUNE, id="abroad")
    jordan = Whole(Force.of("USA"), Country.of("JOR"))
    shares = present("USA", "LBN", Share.of("half"), whole=jordan, when=JUNE, id="half")
    ledger = Ledger([*levels(80, 80), inside, vague, shares])
    everywhere = ledger.series(None, None, JUNE, DECEMBER)
    assert [step.moves for step in everywhere.steps] == [()]
    assert ledger.series("USA", "LBN", JUNE, DECEMBER).points[0].reported_by == ("lbn-2021-06-08",)


def test_denial_and_idle_change_are_no_moves() -> None:
    """What has not taken place explains nothing."""
    idle = withdraw("USA", 62, origin="LBN", when="2021-09-01", progress="cancelled", id="off")
    said = Attribution(public=date(2021, 12, 10))
    denied = withdraw("USA", origin="LBN", when="2021-12-10/..", id="no", said=said, polarity="negated")
    [step] = series(*levels(98, 36), idle, denied).steps
    assert step.moves == ()


def test_points_and_steps_print_shortly() -> None:
    """What a console shows of one of them is the line of it."""
    given = series(*levels(80, 36))
    assert repr(given.points[0]) == "<SeriesPoint 8 Jun 2021: 80, reported>"
    assert (
        repr(given.steps[0])
        == "<SeriesStep 8 Jun -> 7 Dec 2021: 80 -> 36, change -44; fewer: certain, unexplained>"
    )
    assert given.points[0].to_row()["reported_by"] == ["lbn-2021-06-08"]


def test_bounds_that_may_be_too_wide_are_told() -> None:
    """A partial point is said in the text."""
    given = series(*levels(80))
    wide = attrs.evolve(given, points=(attrs.evolve(given.points[0], partial=True),))
    assert "perhaps wider than need be" in str(wide)
    assert "perhaps wider" not in str(given)
