"""What names of nations and places stand for, and that nothing is forced into a nation."""

import csv
import os
from pathlib import Path

import pytest

from troopmoves.entities import naming
from troopmoves.entities.gazetteer import LANGUAGES, island_nations, lexicon, name_of, read_table
from troopmoves.entities.name import Name, NameKind
from troopmoves.entities.naming import read_name
from troopmoves.entities.nation import Nation, every_nation, is_nation_code
from troopmoves.errors import EntityError, UnknownNationError

NATIONS = {
    "en": {
        "TUR": ("Turkey", "TÜRKIYE", "Turkey *", "Turkey 2/", "Turkey [1]", "Turkey\u00b2"),
        "IRN": ("Iran (Islamic Republic of)", "Iran, Islamic Rep. of", "IRAN (Islamic Republic of)**"),
        "KOR": (
            "Korea, Republic of *",
            "South Korea  d/",
            "Korea (South)",
            "Republic of Korea (South Korea)",
        ),
        "CIV": ("Côte d\u2019Ivoire", "Ivory Coast (Cote d'Ivoire)"),
        "GRC": ("Greece (& Crete)", "Greece (Incl Crete)", "Greece (Including Crete)"),
        "ITA": ("Italy (Inc. Sicily & Sardinia)", "Italy (& Sicily)"),
        "DEU": ("Germany (Federal Republic & West Berlin)*", "Germany (Inc. W. Berlin)", "Germany, West"),
        "ESP": ("Spain (Interior & Mediterranean)", "Spain (Incl. Balearic & Canary Islands)"),
        "CAN": ("Canada (Including Newfoundland & Labrador)", "Newfoundland (& Canada)"),
        "ISR": ("Israel (Incl. Jerusalem)",),
        "EGY": ("United Arab Rep. (Egypt)", "Egypt (U.A.R.)"),
        "JAM": ("Jamaica BWI", "Jamaica, B.W.I."),
        "BHR": ("Bahrein Island", "Bahrain Islands"),
        "CRI": ("Costa Rico",),
        "KWT": (
            "Kuwait (see Deployment Detail Below)",
            "Kuwait (OIF)",
            "Kuwait (not available)",
            "Kuwait - see note",
        ),
        "SRB": ("Serbia (2006 - 2008)", "SERBIA (2008 - PRESENT)", "Serbia (2006\u20132008)"),
    },
    "de": {
        "USA": ("USA", "Vereinigte Staaten", "die Vereinigten Staaten", "Vereinigte Staaten von Amerika"),
        "CIV": ("Elfenbeinküste",),
        "GBR": ("Großbritannien", "Grossbritannien", "Vereinigtes Königreich"),
        "IRN": ("Iran, Islamische Republik", "Islamische Republik Iran"),
        "XKX": ("Kosovo",),
        "NLD": ("Niederlande", "die Niederlande"),
        "BIH": ("Bosnien & Herzegowina",),
    },
    "fr": {
        "USA": ("États-Unis", "les États-Unis", "ETATS-UNIS"),
        "DEU": ("Allemagne", "l\u2019Allemagne", "l'Allemagne"),
        "IRN": ("Iran (République islamique d\u2019)",),
        "KOR": ("Corée du Sud",),
        "CZE": ("République tchèque",),
        "NLD": ("Pays-Bas*",),
    },
}


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        (language, code, name)
        for language, rows in NATIONS.items()
        for code, names in rows.items()
        for name in names
    ],
)
def test_name_is_a_nation_as_people_and_tables_write_it(language: str, code: str, name: str) -> None:
    """Formal, everyday and inverted names, footnotes, notes and parts counted with it lead to one nation."""
    found = read_name(name, language)
    assert (found.kind, found.nation, found.text) == (NameKind.NATION, Nation(code), name)


OTHERS = [
    ("Guam", NameKind.TERRITORY, "GUM", "USA"),
    ("Johnston Atoll", NameKind.TERRITORY, "JTN", "USA"),
    ("Western Sahara", NameKind.TERRITORY, "ESH", ""),
    ("Mariana Islands (Guam)", NameKind.TERRITORY, "GUM", "USA"),
    ("Project Deep Freeze (Antarctica)", NameKind.TERRITORY, "ATA", ""),
    ("Zaire (Congo)", NameKind.HISTORIC, "ZAR", "COD"),
    ("Canal Zone", NameKind.HISTORIC, "PCZ", "PAN"),
    ("East Germany", NameKind.HISTORIC, "DDR", "DEU"),
    ("South Viet-Nam e/  f/", NameKind.HISTORIC, "", "VNM"),
    ("Malaya, States of", NameKind.HISTORIC, "", "MYS"),
    ("Azore Islands", NameKind.PART, "", "PRT"),
    ("Azores, Portugal", NameKind.PART, "", "PRT"),
    ("Crete (Greece)", NameKind.PART, "", "GRC"),
    ("Cuba (Guantanamo)", NameKind.PART, "", "CUB"),
    ("England (& Wales)", NameKind.PART, "", "GBR"),
    ("Ryukyus (Okinawa)", NameKind.PART, "", "JPN"),
    ("Japan (Excluding Okinawa)", NameKind.PART, "", "JPN"),
    ("Kashmir", NameKind.DISPUTED, "", "CHN IND PAK"),
    ("Mariana Islands (Including Guam)", NameKind.REGION, "", "GUM MNP"),
    ("Indo-China (Vietnam, Laos, Cambodia)", NameKind.REGION, "", "KHM LAO VNM"),
    ("Former East Germany", NameKind.REGION, "", "DEU"),
    ("East Asia & Pacific", NameKind.REGION, "", ""),
    ("North Sea", NameKind.SEA, "", ""),
    ("Fiji & Tonga", NameKind.HOSTS, "FJI TON", ""),
    ("Ethiopia (Incl Eritrea)", NameKind.HOSTS, "ETH ERI", ""),
    ("USSR and East Europe", NameKind.HOSTS, "SUN", ""),
    ("Lebanon/Syria", NameKind.HOSTS, "LBN SYR", ""),
    ("India-Pakistan", NameKind.HOSTS, "IND PAK", ""),
    ("Iraq, Kuwait and Jordan", NameKind.HOSTS, "IRQ KWT JOR", ""),
    ("Indonesia (Includes Timor)", NameKind.HOSTS, "IDN", "IDN TLS"),
    ("Congo", NameKind.EITHER, "COD COG", ""),
    ("Israel (Palestine)", NameKind.EITHER, "ISR PSE", ""),
    ("NATO", NameKind.ORGANISATION, "", ""),
    ("Grand Total", NameKind.TOTAL, "", ""),
    ("Total - Former Soviet Union", NameKind.TOTAL, "", ""),
    ("Total (in/around Afghanistan as of September 30, 2007) -", NameKind.TOTAL, "", ""),
    ("Seventh Fleet", NameKind.AFLOAT, "", ""),
    ("Transients", NameKind.TRANSIT, "", ""),
    ("Undistributed", NameKind.UNKNOWN, "", ""),
    ("Other Europe", NameKind.UNKNOWN, "", ""),
]


@pytest.mark.parametrize(("name", "kind", "nations", "within"), OTHERS)
def test_what_is_no_nation_is_recognised_as_what_it_is(
    name: str, kind: NameKind, nations: str, within: str
) -> None:
    """Each has its kind, the nations that it names by code, and whose land it is."""
    found = read_name(name)
    assert found.kind is kind
    assert [nation.code for nation in found.nations] == nations.split()
    assert [nation.code for nation in found.within] == within.split()


@pytest.mark.parametrize(
    ("name", "language", "kind"),
    [
        ("Mittelmeer", "de", NameKind.SEA),
        ("Kongo", "de", NameKind.EITHER),
        ("Estland, Lettland und Litauen", "de", NameKind.HOSTS),
        ("Dänemark (einschl. Grönland)", "de", NameKind.HOSTS),
        ("Gesamt Europa", "de", NameKind.TOTAL),
        ("ehemalige DDR", "de", NameKind.REGION),
        ("mer Rouge", "fr", NameKind.SEA),
        ("Irak et Syrie", "fr", NameKind.HOSTS),
        ("Total Afrique", "fr", NameKind.TOTAL),
        ("Corse (France)", "fr", NameKind.PART),
    ],
)
def test_other_languages_have_the_same_kinds(name: str, language: str, kind: NameKind) -> None:
    """The rules are the same, the words are those of the language."""
    assert read_name(name, language).kind is kind


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "*", "Atlantis", "Kosvo", "Canda", "-9", "XXX", "Iraq (Atlantis)", "Atlantis (Iraq)"),
        *("Iraq and Atlantis", "Total Atlantis", "Former Iraq", "Portugal (Incl Atlantis)", "Germany (NATO)"),
        *(
            "NATO and Iraq",
            "Iraq (excluding NATO)",
            "Canada Island",
            "France (Mali, Niger)",
            "()",
            "a, b and c",
        ),
        *("Canada and", "and Canada", "Cuba (Sicily)", "Sicily (Azores)", "Trinidad XYZ", "Project Iraq"),
        *("Iraq (North)", "Spain (Interior)", "France (Atlantic)", "Italy (including North)", "Republic"),
        "x" * 300,
    ],
)
def test_other_text_is_refused(text: str) -> None:
    """All of a name is understood, or it is refused: nothing is similar enough."""
    with pytest.raises(UnknownNationError) as caught:
        read_name(text)
    assert (caught.value.where, caught.value.got) == ("read_name", text)


def test_error_lists_near_names_of_every_kind() -> None:
    """What looks alike is proposed, never taken."""
    with pytest.raises(UnknownNationError, match="Guadeloupe"):
        read_name("Gudaloupe")
    with pytest.raises(UnknownNationError, match="Poland"):
        read_name("Poln", "de")


def test_misprints_are_read_in_tables_only() -> None:
    """A listed misprint is a name for `read_name`, and none for `Nation.of`."""
    for misprint in read_table("names_en")["misprints"]:
        assert read_name(misprint).nation is not None
        with pytest.raises(UnknownNationError):
            Nation.of(misprint)


def test_what_is_counted_with_it_and_without_it_is_kept() -> None:
    """The record says which parts the text includes or excludes."""
    spain = read_name("Spain (Incl. Balearic & Canary Islands)")
    assert [one.title for one in spain.including] == ["Balearic Islands", "Canary Islands"]
    rest = read_name("British West Indies (Excluding Jamaica & Trinidad)")
    assert rest.kind is NameKind.REGION
    assert [str(one.nation) for one in rest.excluding] == ["JAM", "TTO"]
    china = read_name("China (excluding Hong Kong)")
    assert (china.nation, china.excluding[0].title) == (Nation("CHN"), "Hong Kong")
    total = read_name("Total (in/around Afghanistan as of September 30, 2007) -")
    assert [one.nation for one in total.parts] == [Nation("AFG")]


def test_land_is_where_people_are_counted_to() -> None:
    """Nations by themselves, parts by their nation, seas by none."""
    names = ("Azores", "Guam", "North Sea", "Fiji and Tonga")
    lands = {name: [nation.code for nation in read_name(name).land] for name in names}
    assert lands == {"Azores": ["PRT"], "Guam": ["GUM"], "North Sea": [], "Fiji and Tonga": ["FJI", "TON"]}


def test_codes_are_read_in_every_language() -> None:
    """A table that writes codes needs no language."""
    assert {read_name(" IRQ ", language).nation for language in LANGUAGES} == {Nation("IRQ")}


def test_no_language_means_all_of_them_agree() -> None:
    """One meaning in all languages that have the name is taken, two are refused with both."""
    assert read_name("Turquie", None).nation == Nation("TUR")
    assert read_name("Chile", None).nation == Nation("CHL")
    with pytest.raises(UnknownNationError):
        read_name("Atlantis", None)


def test_languages_that_disagree_are_refused_with_both(monkeypatch: pytest.MonkeyPatch) -> None:
    """No name means two things today; should a table make one do so, the caller says which language it is."""
    meanings = {"en": read_name("Chile"), "de": read_name("Turkey"), "fr": None}
    monkeypatch.setattr(naming, "_read_in", lambda _, words: meanings[words.language])
    with pytest.raises(UnknownNationError) as caught:
        read_name("Chile", None)
    assert caught.value.near == ("Chile", "Turkey")


@pytest.mark.parametrize(("one", "other"), [("en", "de"), ("en", "fr"), ("de", "fr")])
def test_no_name_means_two_things_in_two_languages(one: str, other: str) -> None:
    """So that a table in an unknown language can be read, and "EU" is never the United States."""
    first, second = lexicon(one).names, lexicon(other).names
    assert [name for name in first.keys() & second.keys() if first[name] != second[name]] == []


def test_other_languages_and_values_are_refused() -> None:
    """The error says which languages there are."""
    with pytest.raises(EntityError, match="en, de, fr"):
        read_name("Kanada", "da")
    with pytest.raises(UnknownNationError):
        read_name(3)  # type: ignore[arg-type]


def test_a_name_prints_what_it_is() -> None:
    """The plain English name and the kind."""
    assert str(read_name("Elfenbeinküste", "de")) == "Ivory Coast (nation)"


def test_lists_in_a_name_are_tuples() -> None:
    """A record is a value all through."""
    with pytest.raises(EntityError, match="nations"):
        Name(kind=NameKind.HOSTS, title="two", nations=[Nation("IRQ")])  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_of_a_language_name_known_places_and_nations(language: str) -> None:
    """Every row is about something that the gazetteer or the standard has."""
    table = read_table(f"names_{language}")
    places = read_table("names_en")["places"]
    assert table["places"].keys() <= places.keys()
    assert set(table.get("nations", {})) | set(table.get("misprints", {}).values()) <= _codes()
    assert set(" ".join(table.get("either", {}).values()).split()) <= _codes()
    assert set(table["words"]) == set(read_table("names_en")["words"])
    assert all(isinstance(names, list) for names in (*table["places"].values(), *table["words"].values()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_two_things(language: str) -> None:
    """A name that our tables give to a place is no other place's, and no nation's of the tables."""
    meanings: dict[str, set[str]] = {}
    for place, names in read_table(f"names_{language}")["places"].items():
        for name in names:
            meanings.setdefault(name.casefold(), set()).add(place)
    assert {name: both for name, both in meanings.items() if len(both) > 1} == {}


def test_gazetteer_is_complete() -> None:
    """Places have an English name, former states say whose land it is, codes are of nations."""
    gazetteer = read_table("gazetteer")
    listed = {
        place
        for table in gazetteer.keys() - {"territories", "islands", "ceased"}
        for place in gazetteer[table]
    }
    assert listed == set(read_table("names_en")["places"])
    codes = {code for table in gazetteer.values() for row in table.values() for code in row.split()}
    assert codes <= _codes()
    assert (
        gazetteer["ceased"].keys() | _owned()
        == {nation.code for nation in every_nation() if nation.is_historic} | _owned()
    )
    assert island_nations() <= set(every_nation())


def _owned() -> set[str]:
    return {code for codes in read_table("gazetteer")["territories"].values() for code in codes.split()}


def _codes() -> set[str]:
    return {nation.code for nation in every_nation() if is_nation_code(nation.code)}


def test_every_nation_has_a_kind() -> None:
    """Today's states, territories and what ceased are told apart."""
    kinds = {nation.code: name_of(nation).kind for nation in every_nation()}
    assert (kinds["CAN"], kinds["TWN"], kinds["XKX"]) == (NameKind.NATION,) * 3
    assert (kinds["HKG"], kinds["GRL"], kinds["SUN"]) == (
        NameKind.TERRITORY,
        NameKind.TERRITORY,
        NameKind.HISTORIC,
    )
    assert lexicon("en") is lexicon("en")


DATA = Path(os.environ.get("TROOPMOVES_SHARED_DATA", ""))
needs_data = pytest.mark.skipif(
    "TROOPMOVES_SHARED_DATA" not in os.environ, reason="TROOPMOVES_SHARED_DATA names no folder"
)

# Where the editors of a data set give a spelling another code than we do, and why both can stand.
_ELSEWHERE = {
    "China (Includes Hong Kong)": "HKG there; here both, as hosts",
    "Hong Kong (& China)": "HKG there; here both, as hosts",
    "Congo": "COG there; the text does not say which",
    "Cuba (Guantanamo)": "CUB there; here the base, as a part of Cuba",
    "Guantanamo Naval Base (Cuba)": "CUB there; here the base, as a part of Cuba",
    "Panama Canal Zone": "PAN there; the zone has a code of its own",
    "Soviet Union": "RUS there; the Soviet Union has a code of its own",
    "USSR (Russia)": "RUS there",
    "USSR and East Europe": "RUS there; here hosts",
    "Union of Soviet Socialist Republics": "RUS there",
    "Total (in/around Afghanistan as of September 30, 2007) -": "AFG there; here a total",
    "Zaire": "COD there; Zaire has a code of its own",
    "Zaire (Congo)": "COD there",
}


@needs_data
def test_spellings_of_the_dmdc_are_read_and_none_wrongly() -> None:
    """All are read, with the code that the editors give or for a reason with another one."""
    with (DATA / "troopdata-dmdc" / "location_strings_dev.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    differing = set()
    for row in rows:
        found = read_name(row["Location"])
        code = "" if found.nation is None else found.nation.code
        if row["upstream_iso3"] not in ("", code):
            differing.add(row["Location"])
    assert differing == set(_ELSEWHERE)
