"""Which codes and names are nations, and which are refused with what advice."""

import csv
import os
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pycountry
import pytest

from troopmoves.entities import nation as module
from troopmoves.entities.aliases import ALIASES, AMBIGUOUS, SHORT_NAMES
from troopmoves.entities.nation import Nation, is_nation_code
from troopmoves.entities.spelling import folded, spellings
from troopmoves.errors import UnknownNationError

ALL_CODES = sorted(module._names())

NAMES = {
    "CAN": ("Canada", "CANADA", "canada", " Canada ", "Canada*"),
    "TUR": ("Turkey", "Türkiye", "Turkiye", "Republic of Türkiye", "Republic of Turkey"),
    "MKD": ("North Macedonia", "Republic of North Macedonia", "N. Macedonia", "TFYROM", "Macedonia, FYR"),
    "KGZ": ("Kyrgyzstan", "Kyrgyz Republic", "Kyrgyz Rep."),
    "TZA": ("United Republic of Tanzania", "United Rep. of Tanzania", "Tanzania, United Rep. of"),
    "HKG": ("Hong Kong", "Hong Kong, China", "Hong Kong (SAR)"),
    "CHN": ("China", "China (PRC)", "China, PRC", "P.R. of China"),
    "PSE": ("State of Palestine", "West Bank and Gaza", "Palestinian Territory"),
    "YUG": ("Yugoslavia", "FR Yugoslavia", "Yugoslavia (Serbia and Montenegro)"),
    "YEM": ("Yemen", "Yemen (Sanaa)", "Yemen, Rep. of"),
    "YMD": ("South Yemen", "Yemen (Aden)"),
    "OMN": ("Oman", "Muscat and Oman"),
    "LAO": ("Laos", "Lao People's Dem. Rep."),
    "IOT": ("British Indian Ocean Territory (Diego Garcia)",),
    "RUS": ("Russia", "Russian Federation"),
    "KOR": (
        "South Korea",
        "Korea, South",
        "Republic of Korea",
        "Korea, Republic of",
        "Korea (Republic of)",
        "ROK",
        "Korea (ROK)",
        "Korea, Rep. of",
        "Rep. of Korea",
        "S. Korea",
    ),
    "PRK": ("North Korea", "DPRK", "DPR Korea", "Korea, Democratic Peoples Republic of", "N. Korea"),
    "GBR": ("UK", "U.K.", "Britain", "Great Britain", "The United Kingdom", "United  Kingdom"),
    "USA": ("US", "U.S.", "USA", "United States", "United States of America", "the United States", "U.S.A."),
    "CIV": (
        "Ivory Coast",
        "Côte d'Ivoire",
        "Côte d\u2019Ivoire",
        "Cote D'Ivoire",
        "COTE DIVOIRE",
        "Cote d`Ivoire",
        "Cote d Ivoire",
    ),
    "CZE": ("Czech Republic", "Czechia", "Czech Republic*", "Czech Rep."),
    "IRN": ("Iran", "Islamic Republic of Iran", "Iran (Islamic Republic of)"),
    "SYR": ("Syria", "Syrian Arab Republic"),
    "XKX": ("Kosovo", "KOSOVO", "Republic of Kosovo"),
    "SRB": ("Serbia",),
    "BIH": ("Bosnia", "Bosnia & Herzegovina", "Bosnia-Herzegovina", "Bosnia and Hercegovina"),
    "COD": (
        "DRC",
        "DR Congo",
        "Congo (Kinshasa)",
        "Congo, The Democratic Republic of the",
        "Congo - Kinshasa",
        "Dem. Rep. of Congo",
        "Dem. Rep. of the Congo",
        "Congo, Dem. Rep. of the",
        "Congo (DRC)",
    ),
    "COG": ("Congo (Brazzaville)", "Congo-Brazzaville", "Republic of the Congo", "Congo, Rep. of the"),
    "MMR": ("Burma", "Myanmar", "Myanmar (Burma)", "Burma (Myanmar)"),
    "TWN": ("Taiwan", "China, Republic of (Taiwan)", "Formosa (Taiwan)", "Taiwan, China", "China (Taiwan)"),
    "BHS": ("Bahamas, The", "The Bahamas"),
    "SHN": ("St. Helena", "Saint Helena"),
    "VIR": ("Virgin Islands, U.S.", "U. S. Virgin Islands"),
    "GNB": ("Guinea-Bissau", "Guinea Bissau"),
    "GIN": ("Guinea",),
    "NER": ("Niger", "Republic of the Niger"),
    "SUN": ("Soviet Union", "USSR", "Union of Soviet Socialist Republics"),
    "DDR": ("East Germany", "GDR"),
    "ANT": ("Netherlands Antilles", "NETHERLANDS ANTILLES (1991 - 2010)"),
    "AFG": ("Afghanistan (See Deployment Section)",),
    "THA": ("Thailand  e/",),
}


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in NAMES.items() for name in names])
def test_name_is_read_as_news_and_data_sets_write_it(code: str, name: str) -> None:
    """Spelling is folded, then looked up; one name means one nation."""
    assert Nation.of(name).code == code


@pytest.mark.parametrize("code", ALL_CODES)
def test_everyday_name_reads_back(code: str) -> None:
    """The code and the name of every nation, also a former one, mean that nation."""
    assert Nation.of(code) == Nation(code)
    assert Nation.of(Nation(code).name) == Nation(code)


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: country.alpha_3)
def test_names_of_the_standard_are_read(country: object) -> None:
    """Every name that ISO 3166-1 gives a current country is read, unless two nations answer to it."""
    for field in ("name", "common_name", "official_name"):
        name = getattr(country, field, None)
        if name is not None and name not in AMBIGUOUS:
            assert Nation.of(name).code == getattr(country, "alpha_3", None)


def test_folded_names_mean_one_nation() -> None:
    """No spelling is two nations', but for East Timor, which kept its name and changed its code."""
    meanings: dict[str, set[str]] = {}
    rows = [(name, code) for code, name in module._names().items()]
    rows += [(alias, code) for code, aliases in ALIASES.items() for alias in aliases]
    for country in (*pycountry.countries, *pycountry.historic_countries):
        fields = ("name", "common_name", "official_name")
        rows += [(getattr(country, field), country.alpha_3) for field in fields if hasattr(country, field)]
    for name, code in rows:
        for spelling in spellings(folded(name)):
            meanings.setdefault(spelling, set()).add(code)
    assert {name: codes for name, codes in meanings.items() if len(codes) > 1} == {
        "east timor": {"TLS", "TMP"}
    }
    assert Nation.of("East Timor").code == "TLS"


def test_tables_name_known_nations_only() -> None:
    """A row for a code that is no nation's would never be read."""
    codes = {*SHORT_NAMES, *ALIASES, *(code for two in AMBIGUOUS.values() for code in two)}
    assert codes <= set(ALL_CODES)


@pytest.mark.parametrize("name", ["Kosovo", "kosovo", "Republic of Kosovo", "XKX"])
def test_kosovo_is_never_serbia(name: str) -> None:
    """Pycountry's fuzzy search takes the one for the other; nothing here is fuzzy."""
    assert Nation.of(name).code == "XKX"
    assert Nation.of(name).name == "Kosovo"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "*",
            "CANX",
            "can",
            "FR",
            "XXX",
            "ZZZ",
            "Canda",
            "Kosvo",
            "Europe",
            "NATO",
            "Baltic States",
        ),
        *("Ethiopia (Incl Eritrea)", "Fiji & Tonga", "Israel (Palestine)", "South Vietnam", "Crotia", "-9"),
    ],
)
def test_other_text_is_refused(text: str) -> None:
    """Nothing is guessed: two-letter codes, misspellings, pairs and regions are no nations."""
    with pytest.raises(UnknownNationError) as caught:
        Nation.of(text)
    assert (caught.value.where, caught.value.got) == ("Nation.of", text)
    assert all(Nation.of(name) for name in caught.value.near)


@pytest.mark.parametrize(
    ("text", "near"),
    [("Canda", "Canada"), ("Kosvo", "Kosovo"), ("FR", "France"), ("Frnace", "France"), ("CNA", "Canada")],
)
def test_error_lists_near_names(text: str, near: str) -> None:
    """The names in the error can be pasted back."""
    with pytest.raises(UnknownNationError) as caught:
        Nation.of(text)
    assert near in caught.value.near
    assert near in str(caught.value)


@pytest.mark.parametrize("name", AMBIGUOUS)
def test_name_of_two_nations_is_refused_with_both(name: str) -> None:
    """ISO calls Brazzaville's state Congo, most news Kinshasa's: the caller says which."""
    with pytest.raises(UnknownNationError) as caught:
        Nation.of(name)
    assert caught.value.near[:2] == tuple(Nation(code).name for code in AMBIGUOUS[name])


@pytest.mark.parametrize("code", ["can", "CA", "Canada", "XXX", "", None, 3])
def test_constructor_takes_codes_only(code: str) -> None:
    """Reading names is the work of `Nation.of`."""
    with pytest.raises(UnknownNationError, match=r"^Nation\.code: got"):
        Nation(code)


def test_constructor_takes_no_lists() -> None:
    """What cannot be a key is refused like any other value."""
    with pytest.raises(UnknownNationError):
        Nation(["CAN"])  # type: ignore[arg-type]


def test_nation_of_other_things_is_refused() -> None:
    """Only text and nations are read."""
    with pytest.raises(UnknownNationError, match=r"^Nation\.of: got 3"):
        Nation.of(3)  # type: ignore[arg-type]


def test_one_nation_is_one_object() -> None:
    """Codes, names and nations made by hand lead to the same object, also from many threads."""
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(Nation.of, ["NZL", "New Zealand", Nation("NZL")] * 30))
    assert len({id(nation) for nation in found}) == 1


def test_nation_is_a_value() -> None:
    """Equal by code, hashable, and pasteable from its representation."""
    canada = Nation("CAN")
    assert canada == Nation.of("Canada")
    assert hash(canada) == hash(Nation.of("CAN"))
    assert repr(canada) == "Nation(code='CAN')"
    assert str(canada) == "CAN"
    assert pickle.loads(pickle.dumps(canada)) == canada  # noqa: S301 (our own bytes)


@pytest.mark.parametrize(
    ("code", "historic"),
    [("SUN", True), ("YUG", True), ("DDR", True), ("ATF", False), ("CAN", False), ("XKX", False)],
)
def test_states_that_ceased_are_historic(code: str, *, historic: bool) -> None:
    """ISO 3166-3 lists them; a code that lives on is current."""
    assert Nation(code).is_historic is historic


def test_nation_code_is_told_from_other_text() -> None:
    """A place may not take the code of a nation as its id."""
    assert is_nation_code("XKX")
    assert not is_nation_code("Kosovo")


def test_longer_text_than_any_name_is_refused_unread() -> None:
    """A page of prose is no name, and nothing is near it."""
    with pytest.raises(UnknownNationError) as caught:
        Nation.of("Canada " * 1_000)
    assert caught.value.near == ()


DATA = Path(os.environ.get("TROOPMOVES_SHARED_DATA", ""))
needs_data = pytest.mark.skipif(
    "TROOPMOVES_SHARED_DATA" not in os.environ, reason="TROOPMOVES_SHARED_DATA names no folder"
)


@needs_data
def test_spellings_of_the_dmdc_mean_what_its_editors_say() -> None:
    """Three of four spellings are read, none as another nation; former states keep their own code."""
    with (DATA / "troopdata-dmdc" / "location_strings_dev.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    read = {row["Location"]: _code(row["Location"]) for row in rows}
    others = {
        (code, row["upstream_iso3"])
        for row in rows
        if (code := read[row["Location"]]) and row["upstream_iso3"] not in ("", code)
    }
    assert others <= {("PCZ", "PAN"), ("SUN", "RUS"), ("ZAR", "COD"), ("CSK", "CZE")}
    assert sum(code is not None for code in read.values()) > 0.75 * len(rows)


@needs_data
def test_contributors_of_the_un_are_all_read() -> None:
    """All but the Congo, which two nations are called, have the code that the UN gives."""
    with (DATA / "un-contributions" / "Rank.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    unread = {row["Contributing_Country"]: row["ISOCode3"] for row in rows}
    for name, code in list(unread.items()):
        if _code(name) == code:
            del unread[name]
    assert unread == {"Congo": "COG"}


def _code(name: str) -> str | None:
    try:
        return Nation.of(name).code
    except UnknownNationError:
        return None


def test_letter_is_no_nation() -> None:
    """Every entry of the alias table is a list of names, so that no letter of a name is one."""
    for letter in "Holland":
        with pytest.raises(UnknownNationError):
            Nation.of(letter)
