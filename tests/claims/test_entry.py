"""Entries: when a claim became public, who says it, and what is known when."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from troopmoves.claims.claim import Attribution, Claim
from troopmoves.claims.entry import Entry, comes_after, is_known
from troopmoves.claims.report import Report
from troopmoves.claims.verb import present

REPORT = Report(id="afp-1", publisher="AFP", title="Troops stay", published=date(2020, 1, 8))
BAGHDAD = timezone(timedelta(hours=3))
NEW_YORK = timezone(timedelta(hours=-5))
LETTER = datetime(2020, 1, 6, 21, 30, tzinfo=BAGHDAD)
DENIAL = datetime(2020, 1, 6, 14, 15, tzinfo=NEW_YORK)


def claim(said: Attribution = Attribution()) -> Claim:  # noqa: B008 (a frozen record)
    return present("FRA", "IRQ", 200, when="2020-01-07", id="fra-iraq", said=said)


def test_entry_bears_the_id_of_its_claim() -> None:
    """A claim keeps its name in a ledger."""
    assert Entry(claim()).id == "fra-iraq"


def test_claim_is_public_with_its_report_unless_it_says_otherwise() -> None:
    """The attribution decides, then the report; a claim built without either has no day."""
    assert Entry(claim(Attribution(public=date(2020, 1, 7))), REPORT).public == date(2020, 1, 7)
    assert Entry(claim(), REPORT).public == date(2020, 1, 8)
    assert Entry(claim()).public is None
    assert Entry(claim()).public_day is None


def test_day_of_a_moment_is_the_one_printed_on_it() -> None:
    """Half past nine in the evening in New York is that evening, though it is the next day in UTC."""
    late = datetime(2020, 1, 7, 21, 30, tzinfo=NEW_YORK)
    entry = Entry(claim(Attribution(public=late)), REPORT)
    assert entry.public_day == date(2020, 1, 7)
    assert is_known(entry.public, date(2020, 1, 7))
    assert not is_known(entry.public, date(2020, 1, 6))


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (Entry(claim(Attribution(by="Pentagon")), REPORT), "Pentagon, 8 Jan 2020"),
        (Entry(claim(), REPORT), "AFP, 8 Jan 2020"),
        (Entry(claim(), Report(id="afp-2", title="Troops stay")), "Troops stay"),
        (Entry(claim(Attribution(public=LETTER))), "6 Jan 2020"),
        (Entry(claim()), "no source"),
    ],
)
def test_source_is_what_a_reader_would_cite(entry: Entry, words: str) -> None:
    """Who says so and since when, as far as it is said."""
    assert entry.source == words


@pytest.mark.parametrize(
    ("public", "known", "expected"),
    [
        (None, date(2020, 1, 6), True),
        (date(2020, 1, 6), None, True),
        (date(2020, 1, 6), date(2020, 1, 6), True),
        (date(2020, 1, 7), date(2020, 1, 6), False),
        (LETTER, date(2020, 1, 6), True),
        (LETTER, LETTER, True),
        (DENIAL, LETTER, False),
        (LETTER, DENIAL, True),
        (date(2020, 1, 6), LETTER, True),
        (date(2020, 1, 7), LETTER, False),
        (date(2020, 1, 7), datetime(2020, 1, 6, 23, 0, tzinfo=NEW_YORK), True),
    ],
)
def test_known_is_what_was_public_by_then(
    public: date | datetime | None, known: date | datetime | None, *, expected: bool
) -> None:
    """Days are inclusive, moments are compared to the minute, what has no day was always known."""
    assert is_known(public, known) is expected


@pytest.mark.parametrize(
    ("later", "earlier", "expected"),
    [
        (DENIAL, LETTER, True),
        (LETTER, DENIAL, False),
        (LETTER, LETTER.astimezone(UTC), False),
        (date(2020, 1, 7), LETTER, True),
        (date(2020, 1, 6), LETTER, False),
        (LETTER, date(2020, 1, 6), False),
        (date(2020, 1, 7), date(2020, 1, 6), True),
        (None, LETTER, False),
        (LETTER, None, False),
    ],
)
def test_later_is_what_certainly_came_after(
    later: date | datetime | None, earlier: date | datetime | None, *, expected: bool
) -> None:
    """On one day nothing comes after anything, unless both say the minute."""
    assert comes_after(later, earlier) is expected


def test_entry_reads_in_a_line() -> None:
    """What is said and who says it; in a debugger, whose report it is and not all that is in it."""
    assert str(Entry(claim(), REPORT)) == "fra-iraq: 200 FRA in Iraq, 7 Jan 2020 (AFP, 8 Jan 2020)"
    assert repr(Entry(claim(), REPORT)) == "<Entry fra-iraq: AFP, 8 Jan 2020>"
