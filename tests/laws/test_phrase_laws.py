"""Laws of the room `phrases`: what is written reads back, and no text does more than be refused."""

import string
from contextlib import suppress

from hypothesis import example, given
from hypothesis import strategies as st
from laws.strategies_quantity import headcounts

from troopmoves.errors import PhraseError
from troopmoves.phrases.blanks import items_between_blanks
from troopmoves.phrases.items import items_by_tokens
from troopmoves.phrases.lexiconfile import LANGUAGES, lexicon
from troopmoves.phrases.read import read_phrase
from troopmoves.phrases.shape import Item
from troopmoves.phrases.wording import format_phrase
from troopmoves.quantity.headcount import Headcount, HeadcountKind

languages = st.sampled_from(LANGUAGES)


@st.composite
def spoken(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw a phrase made of words of one lexicon, with its language and the kind that its hedge gives."""
    language = draw(languages)
    entries = lexicon(language).entries
    plain = [entry for entry in entries if set(entry.senses) == {"hedge"}]
    hedge = draw(st.sampled_from(plain))
    nouns = [word for entry in entries if set(entry.senses) == {"noun"} for word in entry.words]
    number = draw(st.integers(2, 10**6))
    separator = draw(st.sampled_from(("", lexicon(language).writing.thousands[0])))
    figure = f"{number:,}".replace(",", separator)
    # An elided word stands before a vowel, never before a figure.
    words = draw(st.sampled_from([word for word in hedge.words if not word.endswith("'")]))
    return f"{words} {figure} {draw(st.sampled_from(nouns))}", language, hedge.senses["hedge"]


@given(headcounts(), languages)
@example(Headcount.of("5..10000"), "en")
@example(Headcount.of("about 11..12000"), "fr")
def test_a_headcount_reads_back_from_the_words_written_for_it(headcount: Headcount, language: str) -> None:
    """Every headcount has words in every language, and they say the same headcount."""
    read = read_phrase(format_phrase(headcount, language), language).headcount
    assert read is not None
    assert read.with_text("") == headcount.with_text("")


@given(spoken())
def test_every_hedge_and_noun_of_a_lexicon_is_read_as_it_says(phrase: tuple[str, str, str]) -> None:
    """A hedge, a figure and a noun of the lexicon are a headcount of the kind that the hedge gives."""
    text, language, kind = phrase
    headcount = read_phrase(text, language).headcount
    assert headcount is not None
    assert headcount.kind is HeadcountKind(kind)


@given(st.text(max_size=1_200), languages | st.none())
def test_any_text_is_read_or_refused(text: str, language: str | None) -> None:
    """No text raises anything but a PhraseError."""
    with suppress(PhraseError):
        read_phrase(text, language)


@given(st.data(), languages)
def test_any_words_of_a_lexicon_are_read_or_refused(data: st.DataObject, language: str) -> None:
    """Words of the lexicon in any order, with figures among them, raise nothing but a PhraseError."""
    words = [word for entry in lexicon(language).entries for word in entry.words]
    pieces = st.sampled_from(words) | st.text(string.digits + ".,-%+ ", min_size=1, max_size=8)
    text = " ".join(data.draw(st.lists(pieces, max_size=12)))
    with suppress(PhraseError):
        phrase = read_phrase(text, language)
        assert (phrase.headcount is None) != (phrase.share is None)
        assert phrase.text == text


@given(headcounts(), languages)
def test_the_verbatim_text_is_kept(headcount: Headcount, language: str) -> None:
    """A phrase keeps its words, and its headcount words of the phrase."""
    text = format_phrase(headcount, language)
    phrase = read_phrase(text, language)
    assert phrase.text == text
    assert phrase.headcount is not None
    assert phrase.headcount.text in text


@given(st.data(), languages)
def test_the_short_way_gives_what_the_tokens_give(data: st.DataObject, language: str) -> None:
    """Where words stand between blanks, the short way gives the items that the tokens give, or none."""
    known = lexicon(language)
    words = [word for entry in known.entries for word in entry.words]
    numerals = sorted(known.numbers.words)
    figures = st.integers(0, 10**7).map(lambda number: f"{number:,}".replace(",", known.writing.thousands[0]))
    odd = st.sampled_from(("Iraq", "zzz", "500-strong", "12-man", ",", "-", "one", "US-led", "F-16", "2003"))
    pieces = st.sampled_from(words) | st.sampled_from(numerals) | figures | odd
    text = " ".join(data.draw(st.lists(pieces, min_size=1, max_size=8))).replace(" ,", ",")
    short = items_between_blanks(text, known)
    if short is not None:
        assert [_seen(item) for item in short] == [_seen(item) for item in items_by_tokens(text, text, known)]


def _seen(item: Item) -> tuple[object, ...]:
    """Return an item without the place of its last token, which only the tokens have."""
    number = item.number and item.number._replace(end=0)
    return (item.senses, item.key, item.start, item.end, number, item.glued)
