"""Laws of names: every nation's read back in every language, however spelt; nothing else is raised."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troopmoves.entities.aliases import ALIASES
from troopmoves.entities.demonym import demonyms, read_demonym
from troopmoves.entities.gazetteer import LANGUAGES, lexicon, read_table
from troopmoves.entities.name import NameKind
from troopmoves.entities.naming import read_name
from troopmoves.entities.nation import Nation, every_nation, standard_names
from troopmoves.errors import UnknownNationError

NATIONS = sorted(every_nation(), key=str)
ENGLISH = sorted({nation.name for nation in NATIONS} | {name for names in ALIASES.values() for name in names})
PLACES = sorted({name for names in read_table("names_en")["places"].values() for name in names})
MARKS = (
    "*",
    " **",
    " a/",
    " d/ e/",
    " 1/",
    " [2]",
    "\u2020",
    " (see note)",
    " (1990 - 2003)",
    "\u00b2",
    "\u200b",
)

languages = st.sampled_from(LANGUAGES)
marks = st.lists(st.sampled_from(MARKS), max_size=3).map("".join)
spaces = st.text(alphabet=" \t\u00a0", min_size=1, max_size=3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_the_standard_read_back(language: str) -> None:
    """Every name that the standard has in a language is that nation's, unless several answer to it."""
    for name, code in standard_names(language):
        found = read_name(name, language)
        if found.kind is not NameKind.EITHER:
            assert found.nation in _same(code), name
        else:
            assert Nation(code) in found.nations


def _same(code: str) -> set[Nation]:
    # East Timor, Burma and the French lands in the south kept a name and changed their code.
    pairs = ({"TLS", "TMP"}, {"MMR", "BUR"}, {"VNM", "VDR"})
    return {Nation(one) for pair in pairs if code in pair for one in pair} | {Nation(code)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_nation_has_a_name_in_every_language(language: str) -> None:
    """No nation is left out: a name of the language leads to each."""
    named = {meaning.nation for meaning in lexicon(language).names.values()}
    assert set(NATIONS) <= named


@given(name=st.sampled_from(ENGLISH))
def test_both_readers_agree(name: str) -> None:
    """What `Nation.of` reads, `read_name` reads as the same nation."""
    assert read_name(name).nation == Nation.of(name)


@given(name=st.sampled_from(ENGLISH + PLACES), mark=marks, space=spaces, shout=st.booleans())
def test_case_spaces_and_marks_change_nothing(name: str, mark: str, space: str, *, shout: bool) -> None:
    """Capitals, more spaces, footnotes and notes behind it make no other name."""
    written = space + space.join((name.upper() if shout else name).split()) + mark
    plain, found = read_name(name), read_name(written)
    assert (found.kind, found.title, found.nations) == (plain.kind, plain.title, plain.nations)


@given(
    name=st.sampled_from(PLACES + ENGLISH),
    apostrophe=st.sampled_from(["'", "\u2019", "\u02bc", "`", "\u00b4"]),
    dash=st.sampled_from(["-", "\u2010", "\u2013", " "]),
)
def test_punctuation_changes_nothing(name: str, apostrophe: str, dash: str) -> None:
    """Straight and curly apostrophes, hyphens and dashes are one."""
    written = name.replace("'", apostrophe).replace("-", dash)
    assert read_name(written).title == read_name(name).title


@given(first=st.sampled_from(NATIONS), second=st.sampled_from(NATIONS))
def test_two_nations_are_two_hosts(first: Nation, second: Nation) -> None:
    """A list names each, once."""
    found = read_name(f"{first.name} & {second.name}")
    assert set(found.nations) == {first, second}
    assert (found.kind is NameKind.HOSTS) == (first != second)


@given(text=st.text(max_size=40), language=st.one_of(st.none(), languages))
def test_any_text_is_read_or_refused(text: str, language: str | None) -> None:
    """Nothing but the error of an unknown name is raised, and what is read keeps its words."""
    with contextlib.suppress(UnknownNationError):
        assert read_name(text, language).text == text


@given(
    words=st.lists(
        st.sampled_from(
            [
                *ENGLISH[::9],
                *PLACES[::9],
                "(",
                ")",
                "and",
                "&",
                ",",
                "/",
                "incl",
                "excluding",
                "total",
                "former",
            ]
        ),
        max_size=9,
    )
)
def test_pieces_of_names_are_read_or_refused(words: list[str]) -> None:
    """Brackets that do not match, empty lists and words of rules alone are refused like anything else."""
    with contextlib.suppress(UnknownNationError):
        assert read_name(" ".join(words)).nation in {None, *NATIONS}


@given(language=languages, data=st.data())
def test_demonyms_read_back(language: str, data: st.DataObject) -> None:
    """Every word of the table names the nations of its row, in any case."""
    word, nations = data.draw(st.sampled_from(sorted(demonyms(language))))
    if len(nations) == 1:
        assert read_demonym(word.upper(), language) == nations[0]
    else:
        with pytest.raises(UnknownNationError) as caught:
            read_demonym(word, language)
        assert caught.value.near == tuple(nation.name for nation in nations)


@given(text=st.text(max_size=40), language=languages)
def test_any_word_is_a_demonym_or_refused(text: str, language: str) -> None:
    """Nothing but the error of an unknown word is raised."""
    with contextlib.suppress(UnknownNationError):
        assert read_demonym(text, language) in NATIONS
