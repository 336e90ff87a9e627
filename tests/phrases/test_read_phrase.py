"""What `read_phrase` promises beyond the table of readings: reasons of refusals, fields, languages."""

import pickle

import pytest

from troopmoves.entities.unit import Echelon
from troopmoves.errors import PhraseError, TroopmovesError
from troopmoves.phrases.characters import LONGEST
from troopmoves.phrases.phrase import Counts, Measure, Relation
from troopmoves.phrases.read import read_phrase
from troopmoves.quantity.headcount import Headcount


def test_a_phrase_keeps_its_words() -> None:
    """The phrase and its headcount hold the words to the letter."""
    phrase = read_phrase("Some 5,200 US troops")
    assert phrase.text == "Some 5,200 US troops"
    assert phrase.headcount == Headcount.of("about 5200", text="Some 5,200")


def test_a_part_of_a_whole_carries_both() -> None:
    """The figure of "160 of the 200" is 160, as a part of 200."""
    phrase = read_phrase("160 of the 200")
    assert (str(phrase.headcount), str(phrase.whole), phrase.relation) == ("160", "200", Relation.PART)


def test_additional_has_no_direction_and_is_no_level() -> None:
    """What is additional is a change, and gives no level."""
    phrase = read_phrase("an additional 3,000")
    assert (phrase.relation, phrase.measure) == (Relation.ADDITIONAL, Measure.CHANGE)
    with pytest.raises(PhraseError, match="as change, not how many there are"):
        _ = phrase.level


def test_a_level_is_given_as_one() -> None:
    """What says how many there are gives its headcount as a level."""
    assert read_phrase("about 200 soldiers").level.notation == "about 200"


@pytest.mark.parametrize(
    ("text", "reason"), [("two brigades", "never converted"), ("half of its troops", "share")]
)
def test_what_counts_no_people_gives_no_level(text: str, reason: str) -> None:
    """Units and shares are not taken for people."""
    with pytest.raises(PhraseError, match=reason):
        _ = read_phrase(text).level


def test_echelons_are_counted_and_never_converted() -> None:
    """Two brigades are two units of that echelon."""
    phrase = read_phrase("two brigades")
    assert (phrase.counts, phrase.echelon, phrase.headcount) == (
        Counts.UNITS,
        Echelon.BRIGADE,
        Headcount.of(2, text="two"),
    )


def test_from_a_to_b_is_a_change_unless_it_says_range() -> None:
    """From one figure to another is a change of level; "ranging from" is a range."""
    change, span = read_phrase("from 15,000 to 5,000 men"), read_phrase("ranging from 500 to 1,000 men")
    assert (str(change.headcount), str(change.before), change.measure) == ("5000", "15000", Measure.FROM_TO)
    assert str(span.headcount) == "500..1000"


def test_english_names_both_readings_of_a_point() -> None:
    """A point before three digits is refused with the two numbers it could be."""
    with pytest.raises(PhraseError, match="it could be 5200 or 5 and 200 thousandths"):
        read_phrase("5.200 troops")


def test_hedges_that_pull_apart_are_refused_with_the_reason() -> None:
    """What is close to 400 or more is at once below and above."""
    with pytest.raises(PhraseError, match="pull apart: they say 'a little below' and 'so many or more'"):
        read_phrase("close to 400 or more")


def test_the_error_names_the_word_and_where_it_stands() -> None:
    """A word that is not understood is named, with its place and what would be."""
    with pytest.raises(PhraseError) as caught:
        read_phrase("500 purple soldiers")
    error = caught.value
    assert (error.word, error.at) == ("purple", 4)
    assert "'purple' (character 4) is not understood" in str(error)
    assert "people (troops)" in error.way_out


def test_the_error_survives_pickling() -> None:
    """The error comes back from a pickle with all it knows."""
    with pytest.raises(PhraseError) as caught:
        read_phrase("500 purple soldiers")
    back = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 (our own bytes)
    assert (str(back), back.word, back.at) == (str(caught.value), "purple", 4)
    assert isinstance(back, TroopmovesError)
    assert isinstance(back, ValueError)


@pytest.mark.parametrize("text", ["500 soldiers killed", "120 wounded", "30 prisoners of war", "12 dead"])
def test_casualties_are_no_presence(text: str) -> None:
    """Killed, wounded and captured people are refused, with that reason."""
    with pytest.raises(PhraseError, match="not a presence"):
        read_phrase(text)


@pytest.mark.parametrize("word", ["contingent", "force", "detachment"])
def test_a_body_fixes_no_size(word: str) -> None:
    """A contingent, force or detachment without a number is some people."""
    assert str(read_phrase(f"a small {word}").headcount) == "some"


def test_all_languages_are_tried_where_none_is_named() -> None:
    """With None the language is found; where two read the same, the first is named."""
    assert read_phrase("rund 150 Soldaten", None).language == "de"
    assert read_phrase("environ 200 soldats", None).language == "fr"
    assert read_phrase("500", None).language == "en"


def test_what_some_language_reads_is_taken() -> None:
    """What one language reads is taken; what none reads is refused with the reason of each."""
    assert str(read_phrase("1.400", None).headcount) == "1400"
    with pytest.raises(PhraseError, match="not understood in any language"):
        read_phrase("500 bananas", None)


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("5.200", "de", "5200"),
        ("5,200", "en", "5200"),
        ("5'200", "de", "5200"),
        ("1,5 millions", "fr", "1500000"),
        ("some 500", "en", "about 500"),
        ("die 500", "de", "500"),
        ("quelque 500", "fr", "about 500"),
    ],
)
def test_a_figure_is_read_in_the_language_that_writes_it_so(text: str, language: str, said: str) -> None:
    """With None a separator or hedge that one language has decides; English alone finds 5.200 ambiguous."""
    phrase = read_phrase(text, None)
    assert (phrase.language, str(phrase.headcount)) == (language, said)


def test_languages_that_disagree_are_refused_with_each_reading() -> None:
    """The agents of English are mercenaries, those of French police: with None the phrase is refused."""
    with pytest.raises(PhraseError, match=r"read it differently \(en: 300 mercenaries, fr: 300 police\)"):
        read_phrase("300 agents", None)


def test_an_unknown_language_is_refused() -> None:
    """A language without a lexicon is named."""
    with pytest.raises(PhraseError, match="no lexicon of that language"):
        read_phrase("500 soldati", "it")


@pytest.mark.parametrize("text", ["", " ", "\u200b", ".", "x" * (LONGEST + 1), "the", "about"])
def test_a_text_without_an_amount_is_refused(text: str) -> None:
    """Nothing, blanks and words that only lead to a number are no phrase."""
    with pytest.raises(PhraseError):
        read_phrase(text)


def test_what_is_no_text_is_refused() -> None:
    """A number is not a phrase."""
    with pytest.raises(PhraseError, match="a phrase is text"):
        read_phrase(500)  # type: ignore[arg-type]
