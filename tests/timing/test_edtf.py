"""Which texts are dates, which are refused, and how windows are written."""

from datetime import date

import pytest

from troopmoves.errors import TimingError
from troopmoves.timing.edtf import Window, format_window, parse, parse_day

READ = {
    "2020-01-07": (date(2020, 1, 7), date(2020, 1, 7)),
    "2020-02": (date(2020, 2, 1), date(2020, 2, 29)),
    "2020": (date(2020, 1, 1), date(2020, 12, 31)),
    "2020-01-07/2020-01-14": (date(2020, 1, 7), date(2020, 1, 14)),
    "2020-01/2020-02": (date(2020, 1, 1), date(2020, 2, 29)),
    "2019/2020-01-07": (date(2019, 1, 1), date(2020, 1, 7)),
    "2020-01-07/..": (date(2020, 1, 7), None),
    "../2020-01": (None, date(2020, 1, 31)),
    "../..": (None, None),
    "2020-01-XX": (date(2020, 1, 1), date(2020, 1, 31)),
    "2020-XX": (date(2020, 1, 1), date(2020, 12, 31)),
    "2020-XX-XX": (date(2020, 1, 1), date(2020, 12, 31)),
    "202X": (date(2020, 1, 1), date(2029, 12, 31)),
    "20XX": (date(2000, 1, 1), date(2099, 12, 31)),
    "999X": (date(9990, 1, 1), date(9999, 12, 31)),
}


@pytest.mark.parametrize("text", READ)
def test_text_stands_for_its_days(text: str) -> None:
    """Each supported form gives its first and last day."""
    assert parse(text) == Window(*READ[text])


@pytest.mark.parametrize(
    ("mark", "approximate", "uncertain"), [("~", True, False), ("?", False, True), ("%", True, True)]
)
@pytest.mark.parametrize(
    "text", ["2020{}", "2020-01{}", "2020-01-07{}", "2020{}/2021{}", "2020-01-07{}/..", "../2020{}"]
)
def test_mark_is_kept(text: str, mark: str, *, approximate: bool, uncertain: bool) -> None:
    """A mark counts for the whole date, and moves neither end."""
    plain = parse(text.replace("{}", ""))
    assert parse(text.replace("{}", mark)) == Window(plain.earliest, plain.latest, approximate, uncertain)


REFUSED = {
    "": "an empty date",
    " 2020": "spaces around",
    "2020-01-07\n": "spaces around",
    "{2020,2021}": "sets",
    "[2020,2021]": "choices",
    "[2020-01-01..2020-01-05]": "choices",
    "2020-01-07T10:00:00": "a time of day",
    "2020-01-07T10:00:00Z/2020-01-08": "a time of day",
    "Y17000": "exponential years",
    "Y17E8": "exponential years",
    "1950S2": "significant digits",
    "-0043": "negative years",
    "2020/-0043": "negative years",
    "0000": "the year 0000",
    "../0000-01": "the year 0000",
    "000X": "the year 0000",
    "00XX": "the year 0000",
    "2020/": "unknown end",
    "/2020": "unknown end",
    "2020-21": "seasons",
    "2020-41": "seasons",
    "2020-24/2021": "seasons",
    "2020~-01": "a mark on one part",
    "~2020-01": "a mark on one part",
    "2020-?01-07": "a mark on one part",
    "202X~": "unknown digits",
    "2020-XX?": "unknown digits",
    "2020-XX/2021": "unknown digits in an interval",
    "2020/202X": "unknown digits in an interval",
    "2020~/2021": "marked differently",
    "2020~/2021?": "marked differently",
    "2020/..~": "no mark",
    "2020-13": "no such month",
    "2020-00": "no such month",
    "2020-13-XX": "no such month",
    "2020-02-30": "no such day",
    "2019-02-29": "no such day",
    "2020-01-00": "no such day",
    "2020-21-07": "no such day",
    "7 Jan 2020": "no date",
    "2020-1-7": "no date",
    "20200107": "no date",
    "2020/01/07": "no date",
    "07/01/2020": "no date",
    "..": "no date",
    "/": "no date",
    "2020-0X": "no date",
    "2XXX": "no date",
    "XXXX-01": "no date",
    "2020-01-07~~": "no date",
    "\u0662\u0660\u0662\u0660": "no date",
    "soon": "no date",
}


@pytest.mark.parametrize("text", REFUSED)
def test_other_form_is_refused_by_name(text: str) -> None:
    """The error names the form, repeats the text and shows the way out."""
    with pytest.raises(TimingError) as caught:
        parse(text)
    assert REFUSED[text] in caught.value.rule
    assert caught.value.got == text
    assert caught.value.way_out


WRITTEN = {
    "2020-01-07": Window(date(2020, 1, 7), date(2020, 1, 7)),
    "0099-02": Window(date(99, 2, 1), date(99, 2, 28)),
    "0099": Window(date(99, 1, 1), date(99, 12, 31)),
    "2020-01-01/2020-02-29": Window(date(2020, 1, 1), date(2020, 2, 29)),
    "2020-01-07%/2020-01-14%": Window(date(2020, 1, 7), date(2020, 1, 14), approximate=True, uncertain=True),
    "2020-01-07?/..": Window(date(2020, 1, 7), None, uncertain=True),
    "../2020-01-07~": Window(None, date(2020, 1, 7), approximate=True),
    "../..": Window(None, None),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_window_is_written_in_the_shortest_form(text: str) -> None:
    """A year or month where it is exactly one, else a day or an interval of days."""
    assert format_window(WRITTEN[text]) == text
    assert parse(text) == WRITTEN[text]


@pytest.mark.parametrize("text", ["2020-01", "7 Jan 2020", "2020-01-07~", "2020-02-30", ""])
def test_day_is_a_whole_date(text: str) -> None:
    """Where one day is due, nothing else is read."""
    with pytest.raises(TimingError) as caught:
        parse_day(text, "Report.published")
    assert caught.value.where == "Report.published"
