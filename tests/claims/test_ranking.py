"""Ranks: what each ranking goes by, and what comes last."""

from datetime import date
from typing import Any

import attrs
import pytest

from troopmoves.claims.assumptions import Assumptions
from troopmoves.claims.axis import Credibility, Reliability
from troopmoves.claims.entry import Entry
from troopmoves.claims.ranking import Ranking, RankOf, rank_of
from troopmoves.claims.report import Report
from troopmoves.claims.verb import present
from troopmoves.errors import AssumptionError


def entry(letter: str = "", number: str = "", day: int = 0) -> Entry:
    claim = present("CAN", "IRQ", 5, when="2020-01-07", id="claim")
    claim = attrs.evolve(claim, credibility=Credibility(number) if number else None)
    reliability = Reliability(letter) if letter else None
    published = date(2020, 1, day) if day else None
    return Entry(claim, Report(id="report", reliability=reliability, published=published))


def half(_: Entry) -> Any:  # noqa: ANN401 (a wrong answer)
    return 0.5


def first(_: Entry) -> int:
    return 0


def test_equal_ranks_nothing() -> None:
    """By default no source is better than another."""
    assert rank_of(entry("A"), Ranking.EQUAL) == rank_of(entry("E"), Ranking.EQUAL)
    assert Assumptions().ranking is Ranking.EQUAL


def test_admiralty_goes_by_letter_then_number() -> None:
    """The letter of the source first, the number of the claim among sources of one letter."""
    ordered = [entry("A"), entry("B", "1"), entry("B", "2"), entry("B"), entry("C", "1"), entry("F")]
    ranks = [rank_of(one, Ranking.ADMIRALTY) for one in ordered]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


def test_what_nobody_judged_ranks_with_what_cannot_be_judged() -> None:
    """A missing letter is no good mark; nor is a claim without a report."""
    unjudged = rank_of(entry("F", "6"), Ranking.ADMIRALTY)
    assert rank_of(entry(), Ranking.ADMIRALTY) == unjudged
    assert rank_of(Entry(entry().claim), Ranking.ADMIRALTY) == unjudged


def test_recency_goes_by_the_day_of_publication() -> None:
    """The newest binds most; what bears no day comes last."""
    newest, older, undated = (rank_of(entry(day=day), Ranking.RECENCY) for day in (9, 8, 0))
    assert newest < older < undated


def test_own_rank_is_a_whole_number() -> None:
    """Anything else is refused, where it is used."""
    assert rank_of(entry(), lambda _: 7) == 7
    with pytest.raises(AssumptionError, match="a rank is a whole number"):
        rank_of(entry(), half)


def test_ranking_is_chosen_by_word_member_or_function() -> None:
    """Nothing else is taken for one."""
    assert Assumptions.of(ranking="recency") == Assumptions.of(ranking=Ranking.RECENCY)
    own: object = Assumptions.of(ranking=first).ranking
    assert own is first
    wrong: list[Any] = ["newest", 3]
    for one in wrong:
        with pytest.raises(AssumptionError, match=r"Assumptions\.ranking"):
            Assumptions.of(ranking=one)


@pytest.mark.parametrize(
    ("ranking", "words"),
    [
        ("equal", None),
        ("admiralty", "the lower in Admiralty rating yields"),
        ("recency", "the older yields"),
        (first, "the lower in the caller's own rank yields"),
    ],
)
def test_ranking_is_told_where_it_is_chosen(ranking: str | RankOf, words: str | None) -> None:
    """An answer says by what it was decided."""
    assert Assumptions.of(ranking=ranking).words[3:] == (() if words is None else (words,))
