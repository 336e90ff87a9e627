"""The notation: what it reads, and how it explains what it does not."""

import pytest

from troopmoves.errors import NotationError
from troopmoves.quantity.headcount import Headcount, HeadcountKind
from troopmoves.quantity.notation import FORMS, Parsed, format_notation, parse
from troopmoves.quantity.vague import VAGUE_WORDS

KIND = HeadcountKind
TABLE = [
    ("500", Parsed(KIND.EXACT, 500)),
    ("about 500", Parsed(KIND.ABOUT, 500)),
    ("nearly 500", Parsed(KIND.NEARLY, 500)),
    ("just over 500", Parsed(KIND.JUST_OVER, 500)),
    ("at least 14", Parsed(KIND.AT_LEAST, 14)),
    ("more than 5000", Parsed(KIND.MORE_THAN, 5000)),
    ("at most 80", Parsed(KIND.AT_MOST, 80)),
    ("fewer than 80", Parsed(KIND.FEWER_THAN, 80)),
    ("up to 850", Parsed(KIND.UP_TO, 850)),
    ("100..150", Parsed(KIND.RANGE, low=100, high=150)),
    ("about 100..150", Parsed(KIND.RANGE, low=100, high=150, about=True)),
    ("dozens", Parsed(KIND.VAGUE, word="dozens")),
    ("several hundred", Parsed(KIND.VAGUE, word="several hundred")),
    ("some", Parsed(KIND.UNSPECIFIED)),
    ("unknown", Parsed(KIND.UNKNOWN)),
    ("zero", Parsed(KIND.ZERO)),
]


@pytest.mark.parametrize(("notation", "parsed"), TABLE)
def test_canonical_form_is_read_and_written(notation: str, parsed: Parsed) -> None:
    """Each kind has one form, which reads and writes the same."""
    assert parse(notation) == parsed
    assert format_notation(Headcount.of(notation)) == notation


def test_table_above_has_every_kind() -> None:
    """No kind is without a form."""
    assert {parsed.kind for _, parsed in TABLE} == set(HeadcountKind)


@pytest.mark.parametrize(
    ("alias", "canonical"),
    [
        ("~500", "about 500"),
        ("14..", "at least 14"),
        ("..80", "at most 80"),
        ("~100..150", "about 100..150"),
        ("0", "zero"),
    ],
)
def test_alias_is_read_and_written_canonically(alias: str, canonical: str) -> None:
    """The short forms are read, and never written."""
    assert Headcount.of(alias).notation == canonical


@pytest.mark.parametrize(
    ("notation", "told"),
    [
        ("5,000", "write 5000"),
        ("about 5.000", "write 5000"),
        ("5 000", "write 5000"),
        ("5_000", "write 5000"),
        ("12\u2019500\u202f000", "write 12500000"),
        ("+500", "has no sign"),
        ("-500", "has no sign"),
        ("\u2212500", "has no sign"),
        ("500+", "write 'at least 500'"),
        ("100-150", "write 100..150"),
        ("100 \u2013 150", "write 100..150"),
        ("100 to 150", "write 100..150"),
        (">5000", "write 'more than 5000'"),
        ("<= 80", "write 'at most 80'"),
        ("around 500", "write 'about 500'"),
        ("Over 500", "lower case"),
        ("under 80", "write 'fewer than 80'"),
        ("none", "write 'zero'"),
        ("007", "'007': a figure has no leading zeros"),
        ("about 050", "no leading zeros"),
        ("1" * 19, "18 digits at most"),
        ("1" * 5000, "18 digits at most"),
        (" 500", "one space between words"),
        ("about  500", "one space between words"),
        ("500\n", "one space between words"),
        ("", "one space between words"),
        ("About 500", "'A': the notation is lower case"),
        ("about", "'about' is followed by one plain figure, not ''"),
        ("about some", "'about some' is not in the notation"),
        ("at least many", "'at least many' is not in the notation"),
        ("about 5 troops", "'about' is followed by one plain figure, not '5 troops'"),
        ("500 troops", "' troops' is not in the notation"),
        ("umpteen 5", "'umpteen' is not in the notation"),
        ("5.5", "'.5' is not in the notation"),
        ("\uff15\uff10\uff10", "is not in the notation"),
        ("\u00b2", "is not in the notation"),
        ("...", "is not in the notation"),
        ("about 14..", "is followed by one plain figure"),
        ("nearly 10..20", "is followed by one plain figure"),
    ],
)
def test_other_form_is_refused_and_explained(notation: str, told: str) -> None:
    """What is not in the notation is refused by name, with what to write where that is plain."""
    with pytest.raises(NotationError) as caught:
        parse(notation)
    assert told in str(NotationError("", "", caught.value.rule, caught.value.way_out))
    assert caught.value.got == notation


def test_forms_name_every_vague_word() -> None:
    """An error that lists what is understood leaves no word out."""
    assert all(word in FORMS for word in VAGUE_WORDS)
