"""The ready mappings read tables of their sources: typed rows always, whole files where they are at hand."""

import os
import time
from datetime import date
from pathlib import Path

import pytest
from formats.mapping.tables import claims_of, levels, rules

from troopmoves.claims.proposition import Presence
from troopmoves.entities.place import Base
from troopmoves.formats.mapping.importer import import_table
from troopmoves.formats.mapping.read import read_mapping
from troopmoves.formats.mapping.report import Imported, Outcome
from troopmoves.quantity.kind import HeadcountKind

MAPPINGS = Path(__file__).parents[3] / "examples" / "mappings"
NAMES = sorted(path.stem for path in MAPPINGS.glob("*.yaml"))
DATA = Path(os.environ.get("TROOPMOVES_SHARED_DATA", ""))
ABROAD = "countries overseas"
whole = pytest.mark.skipif(
    "TROOPMOVES_SHARED_DATA" not in os.environ, reason="TROOPMOVES_SHARED_DATA names no folder"
)


def table(name: str, *lines: str) -> Imported:
    """Return what typed rows become by a ready mapping, headings first, cells parted by `|`."""
    headings, *rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    return import_table([dict(zip(headings, row, strict=True)) for row in rows], MAPPINGS / f"{name}.yaml")


def said(done: Imported) -> list[str]:
    """Return what the claims say."""
    return [str(claim.proposition) for claim in claims_of(done)]


def accounted(done: Imported) -> bool:
    """Return whether every row made a claim or stands in the report."""
    report = done.report
    return len(report.claimed) + len(report.unclaimed) == report.rows


def file(path: str, name: str) -> Imported:
    """Return what a file of the data sets becomes by a ready mapping."""
    return import_table(DATA / path, MAPPINGS / f"{name}.yaml")


@pytest.mark.parametrize("name", NAMES)
def test_ready_mapping_is_read(name: str) -> None:
    """Every mapping in the folder is one, and no longer than a page."""
    assert read_mapping(MAPPINGS / f"{name}.yaml").title
    assert len((MAPPINGS / f"{name}.yaml").read_text(encoding="utf-8").splitlines()) <= 60


def test_kfor_names_its_nations_and_keeps_the_lost_ones() -> None:
    """Rows without a name are part of the printed total of 4,273 (NATO, February 2017)."""
    done = table(
        "kfor-placemat",
        "nation_as_printed|troops_as_printed",
        "Albania|13",
        "|252",
        "Germany|530",
        "Total|4,273",
    )
    assert said(done) == [
        "4273 KFOR in Kosovo, Feb 2017",
        "13 ALB in KFOR in Kosovo, Feb 2017",
        "at least 252 KFOR in Kosovo, Feb 2017",
        "530 DEU in KFOR in Kosovo, Feb 2017",
        "4273 KFOR in Kosovo, Feb 2017",
    ]
    assert done.ledger.check() == ()


def test_isaf_meets_its_hedged_total() -> None:
    """The misspelt Croatia is read; a sum far from about 67,700 would be found (NATO, 1 October 2009)."""
    headings = "nation_as_printed|troops_as_printed"
    assert said(table("isaf-placemat", headings, "United States|31,855", "Crotia|290"))[1:] == [
        "31855 USA in ISAF in Afghanistan, 1 Oct 2009",
        "290 HRV in ISAF in Afghanistan, 1 Oct 2009",
    ]
    assert table("isaf-placemat", headings, "United States|31,855", "Crotia|290").ledger.check() == ()
    assert len(table("isaf-placemat", headings, "United States|71,855").ledger.check()) == 1


def test_uk_figures_are_ranges_and_changes_flows() -> None:
    """139,250 after an increase of 3,060, both rounded to 10 (UK Ministry of Defence, 1 April 2020)."""
    done = table(
        "uk-mod",
        "as_at|series|strength|change_word|change_vs_previous_year",
        "2020-04-01|UK Regular Forces in UK|139250|increase|3060",
        "2020-04-01|MOD civilians overseas|4480|decrease|810",
        "2022-04-01|UK Regular Forces in Germany|450|no change|0",
    )
    assert said(done) == [
        "139245..139255 GBR (military) in United Kingdom, 1 Apr 2020",
        "reinforce 3055..3065 GBR (military) to United Kingdom, 1 Apr 2019 to 1 Apr 2020, completed",
        f"4475..4485 GBR (civilian) in {ABROAD}, 1 Apr 2020",
        f"reduce 805..815 GBR (civilian) from {ABROAD}, 1 Apr 2019 to 1 Apr 2020, completed",
        "445..455 GBR (military) in Germany, 1 Apr 2022",
    ]
    assert [report.id for report in done.ledger.reports] == ["uk-mod-2020-04-01", "uk-mod-2022-04-01"]
    assert rules(done) == ["no change in rounded figures is no claim"]


@pytest.mark.parametrize("series", ["MOD civilians", "Ministry of Defence civilian personnel", "Civilians"])
def test_uk_civilians_are_not_taken_for_soldiers(series: str) -> None:
    """Whatever they are called beside the word; the figure is made up."""
    done = table(
        "uk-mod",
        "as_at|series|strength|change_word|change_vs_previous_year",
        f"2020-04-01|{series} in UK|450||",
    )
    assert said(done) == ["445..455 GBR (civilian) in United Kingdom, 1 Apr 2020"]


def test_un_totals_are_of_all() -> None:
    """A total over nations or missions is no mission of that name; figures are made up."""
    done = table(
        "un-contributions",
        "Year|Country|Mission|Female|Male|Total",
        "2023|Total|UNIFIL|1|2|10,000",
        "2023|Türkiye|Total|1|2|90",
        "2023|Iran (Islamic Republic of)|UNIFIL|NA|NA|NA",
    )
    assert said(done) == [
        "about 10000 UNIFIL in an unspecified place, 2023",
        "about 90 TUR in an unspecified place, 2023",
    ]
    assert rules(done) == ["nothing is reported"]


def test_un_contributions_are_averages() -> None:
    """Austria's 0 and 14 make 15, which no exact figures do (United Nations, 2021)."""
    done = table(
        "un-contributions",
        "Year|Country|Mission|Female|Male|Total",
        "2021|Austria|UNIFIL|0|14|15",
        "2021|Congo|UNSOS|0|0|0",
    )
    assert said(done) == [
        "about 15 AUT in UNIFIL in an unspecified place, 2021",
        "zero COG in UNSOS in an unspecified place, 2021",
    ]
    assert done.report.unused == ("Female", "Male")


def test_geopko_lists_are_read_item_by_item() -> None:
    """A size that is unknown is present but unknown (Geo-PKO 2.3, MINUJUSTH 2017 and others)."""
    done = table(
        "geopko",
        "mission|year|location|latitude|longitude|No.TCC|year.overview",
        "MINUJUSTH|2017|Port-au-Prince|18.54349|-72.33881|2|India (size unknown), Senegal (size unknown)",
        "UNMISS|2013|Bentiu|9.259905|29.80011|2|Cambodia (15), TCC name unknown (950)",
    )
    assert said(done) == [
        "some IND in MINUJUSTH in Port-au-Prince, 2017",
        "some SEN in MINUJUSTH in Port-au-Prince, 2017",
        "about 15 KHM in UNMISS in Bentiu, 2013",
        "some UNMISS in Bentiu, 2013",
    ]
    bentiu = next(place for place in done.ledger.places if place.key == "bentiu")
    assert isinstance(bentiu, Base)
    assert (bentiu.latitude, bentiu.longitude) == (9.259905, 29.80011)


def test_military_deployment_index_is_read() -> None:
    """A theatre that is no place is told, and nobody is in the middle of one; figures are made up."""
    done = table(
        "military-deployment-index",
        "Year|Theatre|Lat|Lon|Country|Organisation|MissionName|MissionType|Deployed",
        "2016|Iraq|33.2|43.7|Canada|Global Coalition|Operation Inherent Resolve|Operation|830",
        "2016|Gulf of Aden & Indian Ocean|12|48|Spain|EU|Operation Atalanta|Operation|375.0",
        "2016|Mali|17.6|-4|Germany|UN|MINUSMA|Operation|-9",
        "2016|Somewhere|1|1|Germany|UN|MINUSMA|Operation|5",
    )
    assert said(done) == [
        "830 CAN in Operation Inherent Resolve in Iraq, 2016",
        "375 ESP in Operation Atalanta in Gulf of Aden and Indian Ocean, 2016",
    ]
    assert claims_of(done)[0].note == "row 1, column Deployed; Operation"
    assert rules(done) == ["nothing is reported", "neither a country nor a place of the mapping"]
    assert not any(getattr(place, "latitude", None) for place in done.ledger.places)


def test_german_missions_tell_present_from_allowed() -> None:
    """Those who are there and the ceiling of the mandate are two claims; figures are made up."""
    done = table(
        "german-missions",
        "Einsatz|Gebiet|Stand|Stärke",
        "KFOR|Kosovo|06.01.2020|70 (max. 400)",
        "Counter Daesh|Irak und Jordanien|06.01.2020|rund 1.120*",
        "Sea Guardian|Mittelmeer|06.01.2020|k.A. (max. 650)",
        "UNMISS|Südsudan|06.01.2020|k.A.",
        "EUTM|Mali|6. Januar|5",
    )
    assert said(done) == [
        "70 DEU in KFOR (military) in Kosovo, 6 Jan 2020",
        "400 DEU in KFOR (military) in Kosovo, 6 Jan 2020, authorised",
        "about 1120 DEU in Counter Daesh (military) in Iraq and Jordan, 6 Jan 2020",
        "650 DEU in Sea Guardian (military) in Mediterranean Sea, 6 Jan 2020, authorised",
    ]
    assert [report.id for report in done.ledger.reports] == ["german-missions-06-01-2020"]
    assert rules(done) == [
        "nothing is reported",
        "a date is written {day}.{month}.{year}, {day}. {month_name} {year}",
    ]


def test_german_tables_are_read_as_they_are_printed() -> None:
    """Dashes, spaces, hedges before a ceiling, small figures in brackets, and totals; figures are made up."""
    done = table(
        "german-missions",
        "Einsatz|Gebiet|Stand|Stärke",
        "EUTM|Mali|4. Mai 2020|ca. 80 (max. 350)",
        "UNMHA|Jemen|04.05.2020|1 (max. 5)",
        "Sea Guardian|Mittelmeer|04.05.2020|k.\u00a0A. (max. 650)",
        "Althea|Bosnien-Herzegowina|04.05.2020|30\u201350²",
        "UNIFIL|Libanon / Zypern|04.05.2020|129",
        "Gesamt|Kosovo|04.05.2020|70",
        "Summe||04.05.2020|1.234",
    )
    assert said(done) == [
        "about 80 DEU in EUTM (military) in Mali, 4 May 2020",
        "350 DEU in EUTM (military) in Mali, 4 May 2020, authorised",
        "1 DEU in UNMHA (military) in Yemen, 4 May 2020",
        "5 DEU in UNMHA (military) in Yemen, 4 May 2020, authorised",
        "650 DEU in Sea Guardian (military) in Mediterranean Sea, 4 May 2020, authorised",
        "30..50 DEU in Althea (military) in Bosnia and Herzegovina, 4 May 2020",
        "129 DEU in UNIFIL (military) in Lebanon and Cyprus, 4 May 2020",
        "70 DEU (military) in Kosovo, 4 May 2020",
    ]
    assert rules(done) == ["a total over all missions and places"]


def test_military_deployment_index_reads_theatres_of_several_countries() -> None:
    """One figure for two countries is theirs together; Kosovo stands under Serbia; figures are made up."""
    done = table(
        "military-deployment-index",
        "Year|Theatre|Lat|Lon|Country|Organisation|MissionName|MissionType|Deployed",
        "2011|Serbia|44|21|Germany|NATO|KFOR|Peacekeeping|1335",
        "2011|Serbia|44|21|Italy|OSCE|Mission to Serbia|Observer|1",
        "2011|India/Pakistan|30|72|Korea, Republic of|UN|UNMOGIP|Observer|9",
        "2011|Mediterranean Sea|35|18|Turkey|NATO|Active Endeavour|Operation|NA",
        "2011|Mali|17|-4|Total|UN|MINUSMA|Operation|5",
        "2011|Mali|17|-4|Chad|UN|Total|Operation|5",
    )
    assert said(done) == [
        "1335 DEU in KFOR in Kosovo, 2011",
        "1 ITA in Mission to Serbia in Serbia, 2011",
        "9 KOR in UNMOGIP in India and Pakistan, 2011",
    ]
    assert rules(done) == [
        "nothing is reported",
        "no nation has this code or name",
        "this is the word for a total, and no name",
    ]


def dmdc_row(
    place: str, total: str, *, when: str = "June 2016", iso3c: str = "", **services: str
) -> dict[str, str]:
    """Return a row in the form of troopdata's, whose other columns are empty."""
    month, year = when.split()
    columns = ("Army", "Navy", "Marine Corps", "Air Force")
    empty = {f"{service} {kind}": "" for service in columns for kind in ("Total", "Active Duty")}
    given = {name.replace("_", " "): figure for name, figure in services.items()}
    extra = {"Marine Corps Afloat": "", "Coast Guard Active Duty": ""}
    head = {
        "year": year,
        "month": month,
        "source": when,
        "iso3c": iso3c,
        "Location": place,
        "troops_ad": total,
    }
    return {**head, **empty, **extra, **given}


def test_dmdc_totals_and_seas_are_no_country() -> None:
    """The code beside them names one country all the same; figures are made up."""
    rows = [
        dmdc_row("Total", "9", when="June 2020"),
        dmdc_row("Total - Western Europe", "9", iso3c="FRA"),
        dmdc_row("Total (in/around Iraq as of June 30, 2008)", "9", iso3c="IRQ"),
        dmdc_row("Indian Ocean", "9", iso3c="IND"),
        dmdc_row("AFLOAT *", "9"),
        dmdc_row("Undistributed", "9"),
        dmdc_row("Soviet Union", "9", iso3c="RUS"),
        dmdc_row("FRANCE", "ll", iso3c="FRA"),
    ]
    done = import_table(rows, MAPPINGS / "dmdc.yaml")
    assert [str(level.place) for level in levels(done)] == [
        "in and around Iraq",
        "ships at sea",
        "an unspecified place",
        "Soviet Union",
    ]
    assert [(remark.row, str(remark.outcome)) for remark in done.report] == [
        (1, "skipped"),
        (2, "unread"),
        (4, "unread"),
        (8, "missing"),
    ]


def test_dmdc_tells_not_reported_from_nobody() -> None:
    """A 0 under a marked place is not reported; in a row that has a total it is nobody.

    Figures are partly made up; Germany's is of June 2016, Singapore's of September 1959 (DMDC).
    """
    rows = [
        dmdc_row("GERMANY", "35467", iso3c="DEU", Navy_Active_Duty="0"),
        dmdc_row("IRAQ*", "0", iso3c="IRQ", Army_Active_Duty="0.0"),
        dmdc_row("Iraq (See Deployment Section)", "0", iso3c="IRQ", Army_Total="0.0"),
        dmdc_row("Belgium*", "2000", iso3c="BEL", Navy_Total="0.0"),
        dmdc_row("Singapore", "20", when="September 1959", iso3c="SGP", Marine_Corps_Afloat="-35.0"),
        dmdc_row("South Vietnam  d/ e/", "35000", when="September 1972"),
        dmdc_row("Total - Former Soviet Union", "59", when="September 1992", iso3c="RUS"),
        dmdc_row("Indo-China", "5", when="June 1953", iso3c="CHN"),
    ]
    done = import_table(rows, MAPPINGS / "dmdc.yaml")
    assert said(done) == [
        "35467 USA (active duty, military) in Germany, 30 Jun 2016",
        "zero US Navy of USA (active duty, military) in Germany, 30 Jun 2016",
        "2000 USA (active duty, military) in Belgium, 30 Jun 2016",
        "zero US Navy of USA (active duty, military) in Belgium, 30 Jun 2016",
        "20 USA (active duty, military) in Singapore, 30 Sep 1959",
        "35000 USA (active duty, military) in Vietnam, 30 Sep 1972",
        "59 USA (active duty, military) in former Soviet Union, 30 Sep 1992",
        "5 USA (active duty, military) in Indochina, 30 Jun 1953",
    ]
    assert done.report.unclaimed == {2, 3}
    assert {remark.outcome for remark in done.report if remark.row in {2, 3}} == {Outcome.MISSING}
    assert [(remark.row, remark.got) for remark in done.report.of("unread")] == [(5, "-35.0")]


@whole
def test_whole_placemats_meet_their_totals() -> None:
    """KFOR's rows leave nothing over but the four lost names; ISAF's sum is inside its hedged total."""
    kfor = file("coalition-placemats/kfor_2017-02.csv", "kfor-placemat")
    isaf = file("coalition-placemats/isaf_2009-10-01.csv", "isaf-placemat")
    assert (kfor.report.rows, kfor.report.claims, isaf.report.rows, isaf.report.claims) == (30, 30, 42, 42)
    assert kfor.report.remarks == isaf.report.remarks == ()
    named = [claim.proposition for claim in claims_of(kfor)[1:]]
    figures = [one.headcount.number for one in named if isinstance(one, Presence) and one.headcount]
    assert sum(figure for figure in figures if figure) == 4273
    assert str(kfor.ledger.state("2017-02-10").count("kfor", "XKX").bounds) == "4273"
    assert isaf.ledger.state("2009-10-01").count("isaf", "AFG").bounds.low == 67694
    assert kfor.ledger.check() == isaf.ledger.check() == ()


@whole
def test_whole_uk_table_differs_within_rounding_alone() -> None:
    """Every printed change fits the strengths of its two years, since both are read as ranges."""
    done = file("uk-mod-headlines/uk_mod_headlines_2020_2025.csv", "uk-mod")
    assert (done.report.rows, len(done.report.claimed), len(done.report.remarks)) == (34, 34, 3)
    later = [
        finding
        for finding in done.ledger.check()
        if not any("2020-04-01" in claim for claim in finding.claims)
    ]
    assert later == []


@whole
def test_whole_un_table_is_read() -> None:
    """57,425 rows in well under a minute."""
    start = time.perf_counter()
    done = file("un-contributions/CountryByYear.csv", "un-contributions")
    assert time.perf_counter() - start < 60
    assert (done.report.rows, done.report.claims, len(done.report.remarks)) == (57425, 57425, 0)
    assert len(done.ledger.operations) == 36


@whole
def test_whole_geopko_keeps_unknown_sizes() -> None:
    """3,032 lists with 5,506 contributors, 500 of unknown size."""
    done = file("geopko/TCCMap_v.2.3_dev.csv", "geopko")
    assert (done.report.rows, len(done.report.claimed), done.report.claims) == (3032, 3032, 5505)
    assert rules(done) == ["an organisation of several nations"]
    unknown = [claim for claim in claims_of(done) if "size unknown" in claim.quote]
    assert len(unknown) == 500
    kinds = {
        one.proposition.headcount.kind
        for one in unknown
        if isinstance(one.proposition, Presence) and one.proposition.headcount
    }
    assert kinds == {HeadcountKind.UNSPECIFIED}


@whole
def test_whole_dmdc_is_accounted_for() -> None:
    """10,009 rows in seconds; 11 negatives reported, places that are none reported, nothing dropped."""
    start = time.perf_counter()
    done = file("troopdata-dmdc/dmdc_reports_1950_2016.csv", "dmdc")
    assert time.perf_counter() - start < 30
    assert done.report.rows == 10009
    assert accounted(done)
    negatives = [remark for remark in done.report if remark.got.startswith("-")]
    assert [remark.column for remark in negatives] == ["Marine Corps Afloat"] * 11
    assert len(done.report.unclaimed) < 120
    assert {remark.column for remark in done.report.of("unread")} == {"Location", "Marine Corps Afloat"}
    missing = {remark.row for remark in done.report.of("missing")}
    assert missing <= done.report.unclaimed
    levels = [claim.proposition for claim in claims_of(done)]
    assert all(isinstance(one, Presence) and one.when.latest is not None for one in levels)
    assert min(one.when.latest for one in levels if isinstance(one, Presence) and one.when.latest) == date(
        1950, 6, 30
    )
