"""Single values in a schema: texts, ids, names, days, windows, headcounts, shares.

A pattern here allows all that the reader takes, and as little more as a pattern can say; laws compare the
two (tests/laws/test_schema_laws.py). Patterns keep to what Python and JavaScript read alike.

To add a value with a notation: one entry in `VALUES`, its class in `troopmoves.formats.schema.record.TERMS`.
"""

from __future__ import annotations

from typing import Final

from troopmoves.formats.document.codec import Plain
from troopmoves.formats.document.limit import LONGEST_TEXT, LONGEST_WORD
from troopmoves.formats.document.value import Worded
from troopmoves.formats.schema import meaning
from troopmoves.quantity.vague import VAGUE_WORDS


def ref(name: str) -> dict[str, Plain]:
    """Return a reference to a definition of the schema."""
    return {"$ref": f"#/$defs/{name}"}


ID: Final = "[A-Za-z0-9][A-Za-z0-9._-]*"

_YEAR: Final = "(?!0000)[0-9]{4}"
_MONTH: Final = "(?:0[1-9]|1[0-2])"
_DAY: Final = "(?:0[1-9]|[12][0-9]|3[01])"
DAY: Final = f"{_YEAR}-{_MONTH}-{_DAY}"
_CLOCK: Final = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
MOMENT: Final = rf"{DAY}(?:T{_CLOCK}(?:Z|[+-]{_CLOCK}(?::[0-5][0-9](?:\.[0-9]{{6}})?)?))?"

_DATE: Final = f"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?[~?%]?"
_MASKED: Final = f"(?!00)[0-9]{{2}}XX|(?!000)[0-9]{{3}}X|{_YEAR}-(?:XX(?:-XX)?|{_MONTH}-XX)"
_END: Final = rf"(?:{_DATE}|\.\.)"
WINDOW: Final = f"{_DATE}|{_MASKED}|{_END}/{_END}"

_FIGURE: Final = "(?:0|[1-9][0-9]{0,17})"
_HEDGES: Final = "about|nearly|just over|at least|more than|at most|fewer than|up to"
_WORDS: Final = "|".join(["some", "unknown", "zero", *VAGUE_WORDS])
_SOME: Final = "[1-9][0-9]{0,17}"
_RANGE: Final = rf"(?:about |~)?{_FIGURE}\.\.{_FIGURE}"
HEADCOUNT: Final = rf"{_FIGURE}|(?:(?:{_HEDGES}) |~){_SOME}|{_RANGE}|{_SOME}\.\.|\.\.{_SOME}|{_WORDS}"
_LARGEST: Final = 10**18 - 1

_PART: Final = r"[0-9]{1,9}(?:/[0-9]{1,9}|(?:\.[0-9]{1,9})?%)?"
SHARE: Final = rf"(?:at least |at most )?{_PART}|{_PART}\.\.{_PART}|none|half|most|all"

# Leading and trailing spaces of the rarer sorts are left to the reader: languages differ over what they are.
_NAME: Final = r"[^ \t\r\n](?:[\s\S]*[^ \t\r\n])?"


def _text(
    description: str, pattern: str = "", *, longest: int = LONGEST_WORD, **more: Plain
) -> dict[str, Plain]:
    keywords: dict[str, Plain] = {"pattern": f"^(?:{pattern})$"} if pattern else {}
    return {"description": description, "type": "string", "maxLength": longest, **keywords, **more}


def _worded(value: dict[str, Plain], name: str, **more: tuple[str, str]) -> dict[str, dict[str, Plain]]:
    """Return the definitions of a value alone, and of it or a mapping with the source's words beside it.

    Args:
        value: The schema of the value alone.
        name: What the definition is called.
        **more: Further keys of the mapping, each with its field and the definition of what it takes.
    """
    alone = f"{name}_alone"
    kinds = value["type"] if isinstance(value["type"], list) else [value["type"]]
    said = meaning.of_fields(Worded, {})
    fields: dict[str, tuple[str, str]] = {"is": ("notation", alone), "text": ("text", "text"), **more}
    keys: dict[str, Plain] = {
        key: {"description": said[field], **ref(term)} for key, (field, term) in fields.items()
    }
    either: dict[str, Plain] = {
        **value,
        "type": [*kinds, "object"],
        "properties": keys,
        "required": ["is"],
        "additionalProperties": False,
    }
    return {name: either, alone: value}


VALUES: Final[dict[str, dict[str, Plain]]] = {
    "id": _text(
        "A name that the document refers to: ASCII letters, digits, dots, underscores and hyphens.",
        ID,
        longest=LONGEST_TEXT,
        examples=["can-iraq", "al-asad"],
    ),
    "text": _text("Words, as they are.", longest=LONGEST_TEXT),
    "words": _text("Words, at least one.", r"[\s\S]*[^ \t\r\n][\s\S]*", longest=LONGEST_TEXT),
    "name": _text("What people read: not empty, without spaces around it.", _NAME, longest=LONGEST_TEXT),
    "name_or_nothing": _text(
        "What people read, without spaces around it.", f"(?:{_NAME})?", longest=LONGEST_TEXT
    ),
    "nation": _text(
        "A nation, by its ISO 3166-1 alpha-3 code, an alias of the document, or a name.",
        examples=["CAN", "FRA", "XKX"],
    ),
    "definite_place": _text(
        "A country by its code, or the id of a place of the document.", examples=["IRQ", "al-asad"]
    ),
    "day": _text("A day.", DAY, examples=["2020-01-07"]),
    "moment": _text(
        "A day, or a minute with its offset.", MOMENT, examples=["2020-01-07", "2020-01-07T18:30+00:00"]
    ),
    **_worded(
        _text(
            "A window of days, in a part of EDTF (ISO 8601-2): a day, month or year, an interval, open with "
            "`..`; `~` marks what is approximate, `?` what is uncertain, `%` both.",
            WINDOW,
            examples=["2020-01-07", "2020-01", "2020-01-07/2020-01-14", "2020-01-07/..", "2020-01~"],
        ),
        "when",
        anchored=("anchored", "day"),
    ),
    **_worded(
        {
            **_text(
                "A number of persons as it was worded: a whole number, or in the notation of headcounts.",
                HEADCOUNT,
                examples=[
                    160,
                    "about 500",
                    "at least 14",
                    "up to 850",
                    "100..150",
                    "dozens",
                    "some",
                    "unknown",
                ],
            ),
            "type": ["integer", "string"],
            "minimum": 0,
            "maximum": _LARGEST,
        },
        "headcount",
    ),
    **_worded(
        _text(
            "A part of another number of persons: a fraction, percents or a word.",
            SHARE,
            examples=["half", "40%", "1/4..1/2", "at least 1/3", "most"],
        ),
        "share",
    ),
}
"""The definitions of single values, by name."""
