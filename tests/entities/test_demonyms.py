"""Words for the people of a nation, in three languages."""

import pytest

from troopmoves.entities.demonym import _inflected, demonyms, read_demonym
from troopmoves.entities.gazetteer import LANGUAGES, read_table
from troopmoves.entities.nation import is_nation_code
from troopmoves.entities.spelling import folded
from troopmoves.errors import EntityError, UnknownNationError

WORDS = {
    "en": {
        "CAN": ("Canadian", "Canadians", "CANADIAN", " canadian "),
        "GBR": ("British", "Briton", "Britons", "UK", "U.K."),
        "USA": ("American", "US", "U.S."),
        "DNK": ("Danish", "Dane", "Danes"),
        "NLD": ("Dutch", "Dutchmen"),
        "FRA": ("French", "Frenchman", "Frenchmen"),
        "NER": ("Nigerien",),
        "NGA": ("Nigerian",),
        "KOR": ("South Korean", "South Koreans"),
        "SUN": ("Soviet", "Soviets"),
        "GNB": ("Bissau-Guinean",),
        "VNM": ("Vietnamese",),
    },
    "de": {
        "CAN": ("kanadisch", "kanadische", "kanadischen", "Kanadier", "Kanadiern", "Kanadierinnen"),
        "FRA": ("französische", "Franzose", "Franzosen", "Französin"),
        "DEU": ("deutsch", "deutsche", "deutschen", "deutscher"),
        "USA": ("US", "US-amerikanische", "Amerikaner"),
        "POL": ("polnischen", "Polen", "Polinnen"),
        "GBR": ("britische", "Briten"),
        "DOM": ("dominikanische",),
        "DMA": ("dominicanische",),
    },
    "fr": {
        "CAN": ("canadien", "canadienne", "canadiens", "canadiennes", "Canadiens"),
        "FRA": ("français", "française", "françaises", "Français"),
        "TUR": ("turc", "turque", "turcs", "turques"),
        "GRC": ("grec", "grecques"),
        "USA": ("américain", "américaines"),
        "KOR": ("sud-coréen", "sud-coréennes"),
        "BEL": ("belge", "belges"),
        "ESP": ("espagnole",),
    },
}


@pytest.mark.parametrize(
    ("language", "code", "word"),
    [
        (language, code, word)
        for language, rows in WORDS.items()
        for code, words in rows.items()
        for word in words
    ],
)
def test_word_names_a_nation(language: str, code: str, word: str) -> None:
    """Adjectives and nouns, in every number, gender and case of the language."""
    assert read_demonym(word, language).code == code


@pytest.mark.parametrize(
    ("word", "language", "names"),
    [
        ("Korean", "en", ("South Korea", "North Korea")),
        ("Congolese", "en", ("Democratic Republic of the Congo", "Republic of the Congo")),
        ("kongolesischen", "de", ("Democratic Republic of the Congo", "Republic of the Congo")),
        ("coréennes", "fr", ("South Korea", "North Korea")),
    ],
)
def test_word_of_two_nations_is_refused_with_both(word: str, language: str, names: tuple[str, ...]) -> None:
    """The caller says which."""
    with pytest.raises(UnknownNationError) as caught:
        read_demonym(word, language)
    assert caught.value.near == names


@pytest.mark.parametrize(
    "word", ["", "Canadia", "Canada", "European", "Arab", "Kurdish", "x" * 300, "soldiers"]
)
def test_other_words_are_refused(word: str) -> None:
    """Nothing is guessed: names, peoples without a state, misspellings."""
    with pytest.raises(UnknownNationError):
        read_demonym(word)


def test_error_lists_the_nations_of_near_words() -> None:
    """What looks alike is proposed."""
    with pytest.raises(UnknownNationError, match="Canada"):
        read_demonym("Canadiann")


def test_other_languages_and_values_are_refused() -> None:
    """The error says which languages there are."""
    with pytest.raises(EntityError, match="en, de, fr"):
        read_demonym("canadese", "it")
    with pytest.raises(UnknownNationError):
        read_demonym(3)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_for_two_nations_in_silence(language: str) -> None:
    """What the endings make of the words of two nations never meets, but for what stands under [either]."""
    table = read_table(f"demonyms_{language}")
    meanings: dict[str, set[str]] = {}
    for rows, endings in ((table["forms"], table["endings"]), (table["exact"], {"": [""]})):
        for code, words in rows.items():
            assert is_nation_code(code)
            for word in words.split(", "):
                for inflected in _inflected(word, endings):
                    meanings.setdefault(folded(inflected, language), set()).add(code)
    assert {word: codes for word, codes in meanings.items() if len(codes) > 1} == {}
    assert not meanings.keys() & {folded(word, language) for word in table["either"]}
    assert {word for word, nations in demonyms(language) if len(nations) == 1} == meanings.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_members_of_nato_and_the_un_security_council_have_a_word(language: str) -> None:
    """The languages cover the same nations, so that nobody is left out by the language."""
    codes = {nation.code for _, nations in demonyms(language) for nation in nations}
    wanted = (
        "ALB BEL BGR CAN HRV CZE DNK EST FIN FRA DEU GRC HUN ISL ITA LVA LTU LUX MNE NLD MKD NOR POL PRT "
        "ROU SVK SVN ESP SWE TUR GBR USA CHN RUS UKR IRQ IRN SYR AFG"
    )
    assert set(wanted.split()) <= codes
