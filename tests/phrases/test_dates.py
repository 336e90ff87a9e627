"""Phrases for a time, counted from the day they were said: right, open where no end is agreed, or refused."""

from datetime import date, datetime
from importlib.resources import files
from tomllib import loads

import pytest

from troopmoves.errors import PhraseError, TimingError
from troopmoves.phrases.dates import LANGUAGES, read_when
from troopmoves.phrases.dates_calendar import Part, Span, Unit, later, nearest, part_of, unit_around
from troopmoves.phrases.dates_meaning import MEANINGS

SAID = "2020-01-08"  # a Wednesday

WINDOWS = {
    "en": {
        "today": "2020-01-08",
        "yesterday": "2020-01-07",
        "the day after tomorrow": "2020-01-10",
        "overnight": "2020-01-07/2020-01-08",
        "currently": "2020-01-08",
        "in the coming days": "2020-01-08/..",
        "In  the Coming Days.": "2020-01-08/..",
        "over the next few weeks": "2020-01-08/..",
        "until further notice": "2020-01-08/..",
        "for now": "2020-01-08/..",
        "immediately": "2020-01-08/..",
        "so far": "../2020-01-08",
        "already": "../2020-01-08",
        "in recent weeks": "../2020-01-08",
        "this week": "2020-01-06/2020-01-12",
        "last week": "2019-12-30/2020-01-05",
        "next month": "2020-02",
        "next quarter": "2020-04-01/2020-06-30",
        "last year": "2019",
        "later this year": "2020-01-08/2020-12-31",
        "earlier this month": "2020-01-01/2020-01-08",
        "within 120 days": "2020-01-08/2020-05-07",
        "within twenty-four hours": "2020-01-08/2020-01-09",
        "over the next 18 months": "2020-01-08/2021-07-08",
        "in the past two weeks": "2019-12-25/2020-01-08",
        "in 10 days": "2020-01-18",
        "in three weeks": "2020-01-29~",
        "in two weeks' time": "2020-01-22~",
        "a year ago": "2019-01-08~",
        "March 24, 2020": "2020-03-24",
        "on 7 January 2020": "2020-01-07",
        "on Tuesday, January 7, 2020": "2020-01-07",
        "the 2nd of March 2020": "2020-03-02",
        "March 2021": "2021-03",
        "in 2021": "2021",
        "June next year": "2021-06",
        "in January": "2020-01",
        "last March": "2019-03",
        "last December": "2019-12",
        "Wednesday": "2020-01-08",
        "last Tuesday": "2020-01-07",
        "this coming Tuesday": "2020-01-14",
        "next January": "2021-01",
        "the fourth quarter of 2020": "2020-10-01/2020-12-31",
        "spring 2021": "2021-03-01~/2021-05-31~",
        "this summer": "2020-06-01~/2020-08-31~",
        "last spring": "2019-03-01~/2019-05-31~",
        "early 2021": "2021-01-01~/2021-04-30~",
        "mid-2021": "2021-05-01~/2021-08-31~",
        "late March 2020": "2020-03-21~/2020-03-31~",
        "early next month": "2020-02-01~/2020-02-10~",
        "at the end of the month": "2020-01-21~/2020-01-31~",
        "year-end": "2020-09-01~/2020-12-31~",
        "by early 2021": "../2021-04-30~",
        "by the end of 2021": "../2021-12-31",
        "by end-2020": "../2020-12-31",
        "by the end of the year": "../2020-12-31",
        "by year's end": "../2020-12-31",
        "by month-end": "../2020-01-31",
        "by spring next year": "../2021-05-31~",
        "by Tuesday": "../2020-01-14",
        "by March": "../2020-03-31",
        "before March 2020": "../2020-02-29",
        "before the end of March 2020": "../2020-03-31",
        "until March": "2020-01-08/2020-03-31",
        "until March 2019": "../2019-03-31",
        "through 2021": "2020-01-08/2021-12-31",
        "since 2014": "2014-01-01/..",
        "since Tuesday": "2020-01-07/..",
        "from February 2020": "2020-02-01/..",
        "after the end of 2020": "2021-01-01/..",
        "between March 2020 and May 2020": "2020-03-01/2020-05-31",
        "from March 2020 to May 2020": "2020-03-01/2020-05-31",
        "around March 2020": "2020-03~",
    },
    "de": {
        "heute früh": "2020-01-08",
        "vorgestern": "2020-01-06",
        "über Nacht": "2020-01-07/2020-01-08",
        "in den kommenden Tagen": "2020-01-08/..",
        "in den nächsten Wochen": "2020-01-08/..",
        "bis auf Weiteres": "2020-01-08/..",
        "bislang": "../2020-01-08",
        "nächste Woche": "2020-01-13/2020-01-19",
        "im vergangenen Jahr": "2019",
        "ab dem kommenden Jahr": "2021-01-01/..",
        "binnen 120 Tagen": "2020-01-08/2020-05-07",
        "in den nächsten zwei Wochen": "2020-01-08/2020-01-22",
        "in drei Wochen": "2020-01-29~",
        "vor einer Woche": "2020-01-01~",
        "am 7. Januar 2020": "2020-01-07",
        "am Montag, dem 6. Januar 2020": "2020-01-06",
        "Mitte März 2020": "2020-03-11~/2020-03-20~",
        "bis Anfang 2021": "../2021-04-30~",
        "bis Ende nächsten Monats": "../2020-02-29",
        "bis zum vierten Quartal 2024": "../2024-12-31",
        "bis Jahresende": "../2020-12-31",
        "seit März 2014": "2014-03-01/..",
        "im Frühjahr 2021": "2021-03-01~/2021-05-31~",
        "am kommenden Dienstag": "2020-01-14",
    },
    "fr": {
        "aujourd\u2019hui": "2020-01-08",
        "avant-hier": "2020-01-06",
        "dans les prochains jours": "2020-01-08/..",
        "dans les jours à venir": "2020-01-08/..",
        "jusqu\u2019à nouvel ordre": "2020-01-08/..",
        "à ce jour": "../2020-01-08",
        "la semaine dernière": "2019-12-30/2020-01-05",
        "le mois prochain": "2020-02",
        "l'année prochaine": "2021",
        "d'ici 120 jours": "2020-01-08/2020-05-07",
        "dans trois semaines": "2020-01-29~",
        "il y a trois semaines": "2019-12-18~",
        "le 1er mars 2020": "2020-03-01",
        "lundi prochain": "2020-01-13",
        "mi-mars 2020": "2020-03-11~/2020-03-20~",
        "d'ici début 2021": "../2021-04-30~",
        "d'ici la fin de l'année": "../2020-12-31",
        "avant fin mars 2020": "../2020-03-31",
        "depuis 2014": "2014-01-01/..",
        "à partir de juin 2020": "2020-06-01/..",
        "au quatrième trimestre 2020": "2020-10-01/2020-12-31",
        "entre mars 2020 et mai 2020": "2020-03-01/2020-05-31",
        "en été 2021": "2021-06-01~/2021-08-31~",
    },
}


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [(language, text, edtf) for language, rows in WINDOWS.items() for text, edtf in rows.items()],
)
def test_phrase_is_a_window_of_days(language: str, text: str, edtf: str) -> None:
    """The days that it leaves possible, its words, and the day it was counted from."""
    when = read_when(text, SAID, language)
    assert when.edtf == edtf
    assert (when.text, when.anchored) == (text, date(2020, 1, 8))


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("on Tuesday", ("2020-01-07", "2020-01-14")),
        ("next Tuesday", ("2020-01-14", "2020-01-21")),
        ("in March", ("2019-03", "2020-03")),
        ("next March", ("2020-03", "2021-03")),
        ("March 24", ("2019-03-24", "2020-03-24")),
        ("February 29", ("2016-02-29", "2020-02-29")),
        ("next spring", ("2020-03-01/2020-05-31", "2021-03-01/2021-05-31")),
        ("in the spring", ("2019-03-01/2019-05-31", "2020-03-01/2020-05-31")),
        ("around March", ("2019-03", "2020-03")),
    ],
)
def test_two_readings_are_refused_with_both(text: str, readings: tuple[str, str]) -> None:
    """A reader who cannot tell last from next is told what the two are."""
    with pytest.raises(PhraseError) as caught:
        read_when(text, SAID)
    assert all(reading in caught.value.rule for reading in readings)
    assert "ahead" in caught.value.way_out
    assert caught.value.got == text


@pytest.mark.parametrize(
    ("text", "back", "ahead"),
    [
        ("on Tuesday", "2020-01-07", "2020-01-14"),
        ("in March", "2019-03", "2020-03"),
        ("March 24", "2019-03-24", "2020-03-24"),
        ("in January", "2020-01", "2020-01"),
        ("in the spring", "2019-03-01~/2019-05-31~", "2020-03-01~/2020-05-31~"),
    ],
)
def test_caller_says_whether_a_phrase_looks_ahead(text: str, back: str, ahead: str) -> None:
    """The tense of the sentence decides, which only the caller sees."""
    assert read_when(text, SAID, ahead=False).edtf == back
    assert read_when(text, SAID, ahead=True).edtf == ahead


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "soonish", "in the blue days", "after the election", "Tuesday (letter)", "the month"),
        *("winter 2021", "7.1.2020", "20.21", "2020-01-07", "by soon", "since until further notice", "(((("),
        *("before so far", "after in the coming days", "early Tuesday", "early spring 2021", "x" * 300),
        *(
            "end of yesterday",
            "between soon and 2021",
            "from 2021 to soon",
            "in in in 2021",
            "{when}",
            "by by",
        ),
        "about " * 9 + "2021",
        *("until soon", "about soon and later"),
    ],
)
def test_other_text_is_refused(text: str) -> None:
    """The whole phrase is understood, or it is refused."""
    with pytest.raises(PhraseError) as caught:
        read_when(text, SAID)
    assert (caught.value.where, caught.value.got) == ("read_when", text)


def test_error_says_which_word_and_what_is_near() -> None:
    """The word, where it stands, and phrases that look alike."""
    with pytest.raises(PhraseError, match="'blue' is no word") as caught:
        read_when("in the Blue days", SAID)
    assert (caught.value.word, caught.value.at) == ("blue", 7)
    assert caught.value.way_out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30 February 2020", SAID),
        ("29 February 2021", SAID),
        ("Monday 7 January 2020", SAID),
        ("in 9999 years", SAID),
        ("9999 years ago", SAID),
        ("tomorrow", "9999-12-31"),
        ("yesterday", "0001-01-01"),
        ("next year", "9999-12-31"),
        ("in 0000", SAID),
        ("from May 2020 to March 2020", SAID),
        ("31 June", SAID),
    ],
)
def test_days_that_are_none_are_refused(text: str, said: str) -> None:
    """No day of the calendar, the wrong day of the week, a window that ends before it begins."""
    with pytest.raises(PhraseError):
        read_when(text, said)


def test_last_month_by_name_is_the_last_that_is_over() -> None:
    """In May the last February is this year's, in January the last one's."""
    assert read_when("last February", "2020-05-08").edtf == "2020-02"
    assert read_when("last February", SAID).edtf == "2019-02"


def test_ends_of_the_calendar_are_reached() -> None:
    """The last years can be read as any other."""
    assert read_when("in January", "0001-01-05").edtf == "0001-01"
    assert read_when("by the end of the year", "9999-01-05").edtf == "../9999-12-31"
    assert read_when("on Sunday", "9999-12-26").edtf == "9999-12-26"


def test_day_it_was_said_is_a_day() -> None:
    """A time of day, or no day at all, is refused as everywhere."""
    with pytest.raises(TimingError):
        read_when("today", datetime(2020, 1, 8, 12))  # noqa: DTZ001 (it is refused)
    with pytest.raises(TimingError):
        read_when("today", "8 January 2020")


def test_other_languages_and_values_are_refused() -> None:
    """The error says which languages there are."""
    with pytest.raises(PhraseError, match="en, de, fr"):
        read_when("i dag", SAID, "da")
    with pytest.raises(PhraseError):
        read_when(3, SAID)  # type: ignore[arg-type]


def test_signs_that_show_nothing_are_left_out() -> None:
    """Full-width letters and marks of direction make no other phrase."""
    assert read_when("\u202ein the \u200bcoming days", SAID).edtf == "2020-01-08/.."
    assert read_when("\uff34\uff4f\uff44\uff41\uff59", SAID).is_day


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_have_every_meaning_and_no_other(language: str) -> None:
    """A row that no function reads would be dead; a meaning without a row is empty on purpose."""
    file = loads(files("troopmoves.phrases").joinpath(f"dates_{language}.toml").read_text(encoding="utf-8"))
    assert set(file["forms"]) == set(MEANINGS)
    assert set(file["parts"]) == set(Part)
    assert set(file["units"]) == set(Unit)
    assert [*file["months"]] == [str(month) for month in range(1, 13)]
    assert [*file["weekdays"]] == [str(day) for day in range(1, 8)]


def test_units_run_from_monday_and_from_january() -> None:
    """Weeks are those of ISO 8601, quarters those of the calendar."""
    day = date(2020, 2, 29)
    assert unit_around(day, 0, Unit.WEEK) == Span(earliest=date(2020, 2, 24), latest=date(2020, 3, 1))
    assert unit_around(day, 0, Unit.HOUR) == unit_around(day, 0, Unit.DAY) == Span.of(day)
    assert later(day, 12, Unit.MONTH) == date(2021, 2, 28)
    assert later(day, -25, Unit.HOUR) == date(2020, 2, 27)


def test_thirds_of_a_quarter_are_its_months() -> None:
    """Early, mid and late in a quarter."""
    quarter = unit_around(date(2020, 2, 29), 0, Unit.QUARTER)
    parts = [part_of(quarter, part) for part in (Part.EARLY, Part.MID, Part.LATE)]
    assert [(part.earliest, part.latest) for part in parts if part] == [
        (date(2020, 1, 1), date(2020, 1, 31)),
        (date(2020, 2, 1), date(2020, 2, 29)),
        (date(2020, 3, 1), date(2020, 3, 31)),
    ]


def test_nothing_near_is_refused() -> None:
    """No window to choose from is no day."""
    with pytest.raises(PhraseError):
        nearest((), date(2020, 1, 8), ahead=None)
