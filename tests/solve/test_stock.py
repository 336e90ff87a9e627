"""Counts as linear forms, made as they are asked for."""

from datetime import date

from solve.frame import plots

from troopmoves.claims.assumptions import UNLIMITED, Assumptions
from troopmoves.claims.claim import Claim
from troopmoves.claims.entry import Entry
from troopmoves.claims.verb import present, relocate
from troopmoves.entities.force import Force
from troopmoves.entities.place import Country
from troopmoves.solve.division import Cell
from troopmoves.solve.effort import Effort
from troopmoves.solve.gaps import ANY_GAP, NO_GAPS, Gap, Gaps
from troopmoves.solve.layout import Layout
from troopmoves.solve.reading import read_claims
from troopmoves.solve.simplex import Simplex
from troopmoves.solve.statement import Scope
from troopmoves.solve.stock import Stock

IRAQ, KUWAIT = Country.of("IRQ"), Country.of("KWT")
CAN = Force.of("CAN")
LEVELS = [present("CAN", place, 500, when=date(2020, 1, 1), id=str(place)) for place in (IRAQ, KUWAIT)]
MOVE = relocate(
    "CAN", 100, origin=IRAQ, to=KUWAIT, when="2020-01-05/2020-01-10", progress="completed", id="move"
)


def on(number: int) -> date:
    return date(2020, 1, number)


def stock(*claims: Claim, gaps: Gaps = NO_GAPS) -> tuple[Stock, Layout]:
    statements = read_claims(list(map(Entry, claims)), Assumptions(carry=UNLIMITED), ()).statements
    layout = Layout("CAN", plots(["CAN"], statements), statements, scopes=(), carry=UNLIMITED)
    return Stock(layout, Simplex(Effort()), gaps), layout


def cell(layout: Layout, place: Country = IRAQ) -> Cell:
    (only,) = layout.cells_of(Scope(CAN, place))
    return only


def test_count_stays_the_same_variable_where_nothing_moves() -> None:
    """Days without a move between them cost nothing."""
    counts, layout = stock(*LEVELS)
    iraq = cell(layout)
    assert counts.count(iraq, on(1)) == counts.count(iraq, on(20))
    assert counts.count(cell(layout, KUWAIT), on(1)) != counts.count(iraq, on(1))


def test_move_is_taken_from_one_count_and_added_to_the_other() -> None:
    """So it cancels in their sum, whatever its size."""
    counts, layout = stock(*LEVELS, MOVE)
    before, after = (
        [counts.count(cell(layout, place), on(day)) for place in (IRAQ, KUWAIT)] for day in (1, 12)
    )
    moved = [
        {key: form[key] for key in form if key not in was} for was, form in zip(before, after, strict=True)
    ]
    ((variable, left),) = moved[0].items()
    assert (left, moved[1]) == (-1, {variable: 1})


def test_known_count_is_where_later_ones_start() -> None:
    """Forms stay short, however many moves came before."""
    counts, layout = stock(*LEVELS, MOVE)
    counts.know(cell(layout), on(12))
    assert len(counts.count(cell(layout), on(12))) == len(counts.count(cell(layout), on(25))) == 1


def test_gap_makes_a_count_start_anew() -> None:
    """Before, inside and after it are three unknowns."""
    counts, layout = stock(*LEVELS, gaps=Gaps(Gap(None, on(5), on(9))))
    seen = [counts.count(cell(layout), on(day)) for day in (1, 5, 7, 9, 12)]
    assert seen[0] == seen[1]
    assert len({*map(str, seen[1:4])}) == 3


def test_with_anything_unreported_every_day_is_another_unknown() -> None:
    """No claim of one day says anything of the next."""
    counts, layout = stock(*LEVELS, gaps=ANY_GAP)
    assert len({str(counts.count(cell(layout), on(day))) for day in range(1, 8)}) == 7


def test_gap_concerns_the_claims_that_speak_of_later_days() -> None:
    """The first of them, in the cells of the gap; where none does, the claim in turn."""
    counts, layout = stock(*LEVELS)
    iraq, kuwait = cell(layout), cell(layout, KUWAIT)
    for turn, spot in enumerate([(iraq, on(5)), (kuwait, on(7)), (iraq, on(9))]):
        counts.turn = turn
        counts.count(*spot)
    assert [counts.first_concerned(Gap(frozenset([iraq]), on(day), on(20))) for day in (3, 5, 9)] == [0, 2, 2]
    assert counts.first_concerned(Gap(frozenset([kuwait]), on(3), on(20))) == 1


def test_open_gap_parts_the_counts_before_and_after() -> None:
    """In the cells it is opened in, and in no other."""
    counts, layout = stock(*LEVELS)
    iraq, kuwait = cell(layout), cell(layout, KUWAIT)
    counts.open(Gap(frozenset([iraq]), on(5), on(9)))
    assert counts.count(iraq, on(9)) != counts.count(iraq, on(5))
    assert counts.count(kuwait, on(9)) == counts.count(kuwait, on(5))


def test_counts_that_people_leave_come_into_question() -> None:
    """Where a flow leaves a count that is spoken of, it must not fall below zero that day."""
    counts, layout = stock(*LEVELS, MOVE)
    counts.count(cell(layout), on(1))
    assert list(counts.never_below_zero()) == []
    counts.count(cell(layout), on(12))
    (left,) = counts.never_below_zero()
    assert left == counts.count(cell(layout), on(10))
