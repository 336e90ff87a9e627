"""Headcounts written as phrases, which `read_phrase` reads back to the same headcount.

The words stand in `[wording]` of each lexicon. The name is `format_phrase`, since `format` is a builtin.

To word a kind otherwise: one form in each lexicon; the law in tests/laws/test_phrase_laws.py reads it back.
"""

from __future__ import annotations

from troopmoves.phrases.figures import leading
from troopmoves.phrases.lexicon import Lexicon
from troopmoves.phrases.lexiconfile import lexicon
from troopmoves.quantity.headcount import Headcount, HeadcountKind


def format_phrase(headcount: Headcount, language: str = "en") -> str:
    """Return a headcount in the words of a language, without its own text.

    >>> format_phrase(Headcount.of("about 5200")), format_phrase(Headcount.of("nearly 900"), "de")
    ('about 5,200', 'knapp 900')
    >>> format_phrase(Headcount.of("5..10000"))
    '5 people to 10,000 people'

    Raises:
        PhraseError: If there is no lexicon of that language.
    """
    known = lexicon(language)
    forms = known.wording.forms
    match headcount.kind:
        case HeadcountKind.VAGUE:
            return known.wording.vague[headcount.word or ""]
        case HeadcountKind.RANGE:
            return _range(headcount, known)
        case kind:
            return forms[kind].format(number=_figure(headcount.number or 0, known))


def _range(headcount: Headcount, known: Lexicon) -> str:
    low, high = headcount.low or 0, headcount.high or 0
    # "5 to 10,000" would be read as 5,000 to 10,000.
    form = "range_in_full" if 0 < low < leading(high, 1) else "range"
    written = known.wording.forms[form].format(low=_figure(low, known), high=_figure(high, known))
    return known.wording.forms["range_about"].format(range=written) if headcount.about else written


def _figure(number: int, known: Lexicon) -> str:
    return f"{number:,}".replace(",", known.writing.thousands[0])
