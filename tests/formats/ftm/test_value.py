"""Values as FollowTheMoney stores them: text it leaves as it is, dates it can read, addresses it takes."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from troopmoves.formats.ftm.value import cleaned, date_text, degrees, web_address


@pytest.mark.parametrize(
    ("text", "kind", "clean"),
    [
        (" Al  Asad ", "name", "Al Asad"),
        (" Al  Asad ", "string", "Al  Asad"),
        ('"Camp"', "name", "Camp"),
        ("'\"Camp\"'", "name", "Camp"),
        ('"Camp"', "string", '"Camp"'),
        ("Al\nAsad", "text", "Al\nAsad"),
        ("Al\nAsad;; Iraq", "address", "Al, Asad, Iraq"),
        ("a\u200b\x00b\u3000c", "string", "ab c"),
        ("e\u0301", "string", "\u00e9"),
        ("\ud800", "name", ""),
        ('""', "name", ""),
    ],
)
def test_text_is_cleaned_as_its_type_cleans(text: str, kind: str, clean: str) -> None:
    """What is left is what would be left there."""
    assert cleaned(text, kind) == clean


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2020, 1, 7), "2020-01-07"),
        (datetime(2020, 1, 7, 1, 30, tzinfo=timezone(timedelta(hours=3))), "2020-01-06T22:30"),
        (datetime(2020, 1, 7, 1, 30, tzinfo=UTC), "2020-01-07T01:30"),
        (date(1000, 1, 1), ""),
        (date(3000, 1, 1), ""),
    ],
)
def test_date_is_a_prefix_in_utc(day: date, text: str) -> None:
    """A minute is moved to UTC, and a year out of reach gives nothing."""
    assert date_text(day) == text


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTP://Example.org:8080/a;b?c=d#e", "http://Example.org:8080/a;b?c=d#e"),
        ("https://ru.wikipedia.org/wiki/Ирак", "https://ru.wikipedia.org/wiki/Ирак"),
        ("https://пример.рф/", "https://пример.рф/"),
        ("https://example.org/a?", "https://example.org/a"),
        ("example.org", ""),
        ("javascript:alert(1)", ""),
        ("ftp://example.org/a", ""),
        ("https://exa mple.org/", ""),
        ('https://example.org/"onload="', ""),
        ("https://example.org:port/", ""),
        ("https://[::1", ""),
        ("https://-.org/", ""),
        ("https://" + "a" * 64 + ".org/", ""),
        ("https://example.org/" + "a" * 5000, ""),
        ("https://example.org/\x00", ""),
        ("", ""),
    ],
)
def test_web_address_is_in_their_form_or_none(text: str, address: str) -> None:
    """What a browser could not open is not called an address."""
    assert web_address(text) == address


@pytest.mark.parametrize(
    ("number", "text"), [(33.8, "33.8"), (-90, "-90"), (0.0, "0"), (-1e-12, "0"), (1e-5, "0.00001")]
)
def test_degrees_are_digits_without_an_exponent(number: float, text: str) -> None:
    """A tenth of a millimetre is kept."""
    assert degrees(number) == text
