"""The page is whole, leads from each number to its claims and sources, and can be read by everybody."""

import importlib
import re
from importlib.resources import files
from itertools import pairwise
from urllib.parse import urlsplit

import html5lib
import pytest
from charts.material import iraq, six_reports, war_powers
from charts.report.reading import HOSTILE, elements, hostile, six, week

import troopmoves as tm
from troopmoves.charts.report.content import MOST_DRAWN
from troopmoves.charts.report.page import report_html
from troopmoves.errors import MissingExtraError, TimingError

every_page = pytest.mark.parametrize("page", [week, six, hostile], ids=["week", "six", "hostile"])


# -- a whole page -----------------------------------------------------------------------------------------


@every_page
def test_page_is_valid(page: object) -> None:
    """A strict parser finds nothing wrong with it."""
    assert callable(page)
    html5lib.HTMLParser(strict=True).parse(page())


def test_same_ledger_gives_the_same_page() -> None:
    """No clock and no counter of the renderer shows in it, so that it can be kept in git."""
    again = report_html(iraq(), since="2020-01-07", until="2020-01-15", plans="done")
    assert again == week()


@every_page
def test_every_name_is_given_once_and_every_link_inside_leads_somewhere(page: object) -> None:
    """No two elements have one id, and no link or gradient leads to an id that is not there."""
    assert callable(page)
    found = elements(page())
    ids = [str(one.attributes["id"]) for one in found if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    inside = [
        str(one.attributes["href"])[1:] for one in found if str(one.attributes.get("href")).startswith("#")
    ]
    assert inside
    assert set(inside) | set(re.findall(r"url\(#([^)]+)\)", page())) <= set(ids)


def test_page_says_what_it_is_made_of() -> None:
    """The days and why they are compared, the assumptions, the ledger and the version stand on it."""
    for words in (
        "7 Jan 2020, as asked for, and 15 Jan 2020, as asked for",
        "plans carried out; figures read by press/1; nothing unreported for 365 days",
        f"ledger {iraq().digest}, 18 entries from 1 report, 1 retracted; by troopmoves ",
    ):
        assert words in week()


def test_page_tells_how_days_were_chosen() -> None:
    """Where nobody chooses days, the page says which they are and why."""
    assert "6 Jan 2020, the first day that a claim with a number speaks of, and 10 Jan 2020," in six()
    assert "the day after the last that a claim with a number speaks of" in six()


def test_one_day_is_told_without_a_comparison() -> None:
    """The same day twice is a state; nothing is compared with itself."""
    page = report_html(iraq(), since="2020-01-15", until="2020-01-15")
    assert [one.text for one in elements(page, "h2")][:2] == ["Summary", "15 Jan 2020"]
    assert 'id="changes"' not in page


def test_ledger_that_speaks_of_no_day_asks_for_days() -> None:
    """Without any day in the ledger the caller says which day is meant."""
    with pytest.raises(TimingError, match="give both days"):
        report_html(tm.Ledger())
    page = report_html(tm.Ledger(), since="2020-01-01", until="2020-01-02")
    assert "No claim that counts says who is where." in page
    assert "Moves by 2 Jan 2020: nothing to draw." in page
    assert not elements(page, "svg")


def test_known_limits_the_numbers_and_says_so() -> None:
    """What was not public by a day does not count, and the page names the day."""
    page = report_html(iraq(), since="2020-01-01", until="2020-01-07", known="2020-01-06")
    assert "Numbers are as known on 6 Jan 2020." in page
    assert "not yet published" in page


def test_title_can_be_the_callers_own() -> None:
    """The heading is what the caller says, where they say anything."""
    page = report_html(war_powers(), title="Our week")
    assert [one.text for one in elements(page, "h1", "title")] == ["Our week", "Our week"]


@pytest.mark.parametrize("missing", ["altair", "vl_convert", "jinja2", "bqplot"])
def test_missing_package_is_told_with_the_one_extra(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """Whichever package is missing, one extra brings all of them."""
    monkeypatch.setattr(
        "troopmoves.charts.report.page.find_spec", lambda name: None if name == missing else object()
    )
    with pytest.raises(MissingExtraError, match=r"pip install 'troopmoves\[report\]'"):
        report_html(iraq())


def test_outlines_of_ones_own_need_no_package_of_outlines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who brings the outlines for the map is not asked for the package that has some."""
    monkeypatch.setattr(
        "troopmoves.charts.report.page.find_spec", lambda name: None if name == "bqplot" else object()
    )
    square = {"type": "Polygon", "coordinates": [[[40, 30], [40, 35], [46, 35], [46, 30], [40, 30]]]}
    ledger = tm.Ledger([tm.present("CAN", "IRQ", 9, when="2020-01-03", id="a")])
    assert "Canada in Iraq" in report_html(ledger, geometries={"IRQ": square})


# -- numbers, claims, sources -----------------------------------------------------------------------------


def test_numbers_are_those_of_the_library() -> None:
    """A row says what the state and the comparison say."""
    [held] = [one.text for one in elements(week(), "tr") if one.attributes.get("id") == "day-2-1"]
    assert " ".join(held.split()).startswith("Canada in Iraq 0-599 can-iraq, can-kuwait Why At most 599:")
    [changed] = [one.text for one in elements(week(), "tr") if one.attributes.get("id") == "change-1"]
    assert " ".join(changed.split()).startswith("Canada in Iraq 400-600 0-599 -600 to -1 fewer: certain")


def test_every_number_leads_to_its_claims() -> None:
    """Each reason of each holding is a link to the claim, with what it contributes."""
    state = iraq().state("2020-01-15", plans="done")
    for number, answer in enumerate(state.holdings, start=1):
        [row] = re.findall(rf'<tr role="row" id="day-2-{number}" .*?</tr>', week(), re.DOTALL)
        assert set(re.findall(r'href="#claim-([^"]+)"', row)) == set(answer.because)
    assert '600</span> <a href="#claim-can-iraq">' in week()
    assert '\u22121</span> <a href="#claim-can-kuwait">' in week()


def test_every_claim_is_there_with_its_report() -> None:
    """Each claim has its card, which leads to its report; one that does not count says why."""
    cards = {str(one.attributes["id"]): one.text for one in elements(week(), "li") if "id" in one.attributes}
    assert {f"claim-{entry.id}" for entry in iraq().entries} <= set(cards)
    assert "Not counted: retracted by usa-mistake (Pentagon)." in cards["claim-usa-letter"]
    assert "read it" not in cards["claim-can-iraq"]


def test_source_on_the_web_is_linked_without_handing_anything_over() -> None:
    """A link out of the page tells the other side nothing of it and gives it no hold on it."""
    report = tm.Report(id="r", publisher="P", url="https://example.org/a?b=1&c=2")
    ledger = tm.Ledger(
        [report.present("CAN", "IRQ", "14", when="2020", id="a", also=("https://example.org/b",))]
    )
    links = [
        one for one in elements(report_html(ledger), "a") if not str(one.attributes["href"]).startswith("#")
    ]
    assert [one.attributes["href"] for one in links] == [
        "https://example.org/a?b=1&c=2",
        "https://example.org/b",
        "https://example.org/a?b=1&c=2",
    ]
    assert {one.attributes["rel"] for one in links} == {"noopener noreferrer external"}


def test_findings_stand_with_their_claims() -> None:
    """Every finding of the check is there, the gravest first."""
    found = [one.text for one in elements(six(), "article")]
    assert len(found) == len(six_reports().check())
    assert found[0].split()[:3] == ["error", "TM101", "contradiction:"]
    assert "dnk-d-base: 130; states 130, the others leave 133 (Report D, 8 Jan 2020)" in " ".join(
        found[0].split()
    )


def test_series_are_those_counted_on_several_days_or_those_asked_for() -> None:
    """Without a choice the page follows what claims count on several days, and nothing if there is none."""
    page = report_html(war_powers())
    assert "United States in Lebanon, day by day" in page
    assert 'id="courses"' not in week()
    asked = report_html(war_powers(), series=[(None, ["LBN", "SYR"])])
    assert "all forces in Lebanon and Syria, day by day" in asked
    assert "United States in Lebanon, day by day" not in asked


def test_picture_with_too_many_rows_is_a_table_only() -> None:
    """What nobody could read is not drawn, and the page says so."""
    claims = [
        tm.present(nation, "IRQ", 1, when="2020-01-01", id=nation.lower())
        for nation in _nations()[: MOST_DRAWN + 1]
    ]
    page = report_html(tm.Ledger(claims))
    assert f"Not drawn: {MOST_DRAWN + 1} rows are more than one picture can show" in page
    assert len(
        [one for one in elements(page, "tr") if str(one.attributes.get("id")).startswith("day-1-")]
    ) == len(claims)


def _nations() -> list[str]:
    pycountry = importlib.import_module("pycountry")
    return sorted(one.alpha_3 for one in pycountry.countries)


# -- nothing from elsewhere -------------------------------------------------------------------------------


@every_page
def test_page_loads_nothing(page: object) -> None:
    """There is no element that fetches, no style that fetches, and the policy forbids both."""
    assert callable(page)
    text = page()
    found = elements(text)
    assert not [one for one in found if {"src", "srcset", "data", "action", "poster"} & set(one.attributes)]
    assert not elements(
        text, "link", "img", "iframe", "object", "embed", "base", "image", "use", "foreignobject"
    )
    assert "@import" not in text
    assert set(re.findall(r"url\((.)", text)) <= {"#"}
    [policy] = [one for one in found if one.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert str(policy.attributes["content"]).startswith("default-src 'none'; ")


def test_hostile_text_stays_text() -> None:
    """No text of a ledger becomes an element, an attribute, a link that runs, or a template."""
    found = elements(hostile())
    assert len([one for one in found if one.tag == "script"]) == 1
    assert not [name for one in found for name in one.attributes if name.startswith("on")]
    links = {urlsplit(str(one.attributes["href"])).scheme for one in found if "href" in one.attributes}
    assert links == {""}
    assert "{{ 7 * 7 }}" in hostile()
    assert not re.search("[\x00\x1b]", hostile())
    [heading] = elements(hostile(), "h1")
    assert heading.text == re.sub("[\x00\x1b]", "\ufffd", HOSTILE)


# -- for everybody ----------------------------------------------------------------------------------------


@every_page
def test_tables_and_pictures_can_be_heard(page: object) -> None:
    """Tables have captions and headings, pictures their words, and headings skip no level."""
    assert callable(page)
    found = elements(page())
    tables = [one for one in found if one.tag == "table"]
    assert len([one for one in found if one.tag == "caption" and one.text.strip()]) == len(tables) > 0
    assert all(one.attributes.get("scope") in {"col", "row"} for one in found if one.tag == "th")
    pictures = [one for one in found if one.tag == "svg"]
    assert pictures
    assert all(one.attributes["role"] == "img" and one.attributes["aria-label"] for one in pictures)
    levels = [int(one.tag[1]) for one in found if re.fullmatch("h[1-6]", one.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [one.attributes.get("lang") for one in found if one.tag == "html"] == ["en"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(scheme: str) -> None:
    """Every colour of words has the contrast that WCAG asks for at level AA, on each ground."""
    style = (files("troopmoves.charts.report") / "templates" / "style.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--(\w+): (#\w{6})", blocks[0 if scheme == "light" else 1]))
    for words in ("ink", "quiet", "link", "strong", "alert"):
        for ground in ("ground", "raised", "seen"):
            assert _contrast(colours[words], colours[ground]) >= 4.5, (words, ground)


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
