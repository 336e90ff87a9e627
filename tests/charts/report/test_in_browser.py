"""The page in Chromium without a network: it filters, fits a phone, prints, and complains of nothing."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from charts.report.reading import Element, elements, hostile, six

CHROMIUM = os.environ.get("TROOPMOVES_CHROMIUM") or shutil.which("chromium") or ""
PHONE = 390
PATIENCE = 120

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium, and TROOPMOVES_CHROMIUM names none"),
]


def browse(folder: Path, address: str, *options: str) -> tuple[str, str]:
    """Return what Chromium prints of a page, and its complaints, with no name of any host known to it."""
    finished = subprocess.run(  # noqa: S603 (the browser of the machine, our own page)
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--allow-file-access-from-files",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--enable-logging=stderr",
            f"--user-data-dir={folder / 'profile'}",
            *options,
            address,
        ],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=PATIENCE,
    )
    return finished.stdout, "\n".join(re.findall(r".*CONSOLE.*", finished.stderr))


def saved(folder: Path, page: str) -> str:
    """Return the address of a page in a folder."""
    (folder / "page.html").write_text(page, encoding="utf-8")
    return (folder / "page.html").as_uri()


def rows(page: str) -> list[Element]:
    return [one for one in elements(page) if "data-nation" in one.attributes]


def test_page_shows_everything_until_it_is_filtered(tmp_path: Path) -> None:
    """The script offers the filter and hides nothing; nothing is complained of."""
    page, complaints = browse(tmp_path, saved(tmp_path, six()), "--dump-dom")
    assert complaints == ""
    [form] = elements(page, "form")
    assert "hidden" not in form.attributes
    assert not [one for one in rows(page) if "hidden" in one.attributes]


@pytest.mark.parametrize(
    ("fragment", "nation", "place"),
    [("nation=DEU", "DEU", ""), ("place=KWT", "", "KWT"), ("nation=DEU&place=KWT", "DEU", "KWT")],
)
def test_address_filters_by_nation_and_place(tmp_path: Path, fragment: str, nation: str, place: str) -> None:
    """What is shown is of the nation and the place of the address, and all of it."""
    page, complaints = browse(tmp_path, f"{saved(tmp_path, six())}#{fragment}", "--dump-dom")
    assert complaints == ""

    def fits(row: Element) -> bool:
        nations, places = (str(row.attributes[f"data-{name}"]).split() for name in ("nation", "place"))
        return (not nation or nation in nations) and (not place or place in places)

    all_rows = rows(page)
    shown = [one for one in all_rows if "hidden" not in one.attributes]
    assert 0 < len(shown) < len(all_rows)
    assert shown == [one for one in all_rows if fits(one)]
    [told] = elements(page, "output")
    assert told.text == f"{len(shown)} of {len(all_rows)} rows and claims; pictures show all of them"


def test_address_of_a_claim_or_of_nothing_known_filters_nothing(tmp_path: Path) -> None:
    """A link to a claim shows the page as it is, and so does a nation that the page does not know."""
    address = saved(tmp_path, six())
    for fragment in ("claim-dnk-d-base", "nation=XXX", "%"):
        page, complaints = browse(tmp_path, f"{address}#{fragment}", "--dump-dom")
        assert complaints == ""
        assert not [one for one in rows(page) if "hidden" in one.attributes]


def test_hostile_page_runs_nothing(tmp_path: Path) -> None:
    """What a document says does nothing in a browser."""
    page, complaints = browse(tmp_path, saved(tmp_path, hostile()), "--dump-dom")
    assert complaints == ""
    assert len(elements(page, "script")) == 1
    assert not elements(page, "img")


def asked(folder: Path, script: str) -> list[str]:
    """Return what a script finds out about the page, in a frame as wide as a phone, as words."""
    saved(folder, six())
    (folder / "phone.html").write_text(
        f"""<iframe src="page.html" style="width:{PHONE}px;height:800px;border:0"></iframe><script>
        onload = async () => {{
          const frame = document.querySelector("iframe").contentWindow;
          const page = frame.document;
          const hidden = () => page.querySelectorAll("[data-nation][hidden]").length;
          const settled = () => new Promise((done) => setTimeout(done, 50));
          {script}
        }};
        </script>""",
        encoding="utf-8",
    )
    address = (folder / "phone.html").as_uri()
    page, complaints = browse(folder, address, "--virtual-time-budget=2000", "--dump-dom")
    assert complaints == ""
    [title] = elements(page, "title")
    return title.text.split()


def test_page_fits_a_phone(tmp_path: Path) -> None:
    """At the width of a phone nothing reaches beyond the page; pictures scroll in a frame of their own."""
    widths = "const it = page.documentElement; document.title = `${it.clientWidth} ${it.scrollWidth}`;"
    width, needed = map(int, asked(tmp_path, widths))
    assert PHONE - 20 <= width <= PHONE  # a bar to scroll may take some of it
    assert needed <= width


def test_choice_filters_at_once_and_can_be_taken_back(tmp_path: Path) -> None:
    """A choice hides rows and stands in the address; the button shows all again."""
    found = asked(
        tmp_path,
        """
        const nation = page.getElementById("filter-nation");
        const told = [];
        const tell = () => told.push(hidden() > 0, frame.location.hash || "none");
        nation.value = "DEU";
        nation.dispatchEvent(new Event("change", { bubbles: true }));
        tell();
        page.querySelector("button").click();
        tell();
        document.title = told.join(" ");
        """,
    )
    assert found == ["true", "#nation=DEU", "false", "none"]


def test_link_to_a_hidden_claim_shows_it(tmp_path: Path) -> None:
    """A link never leads to what the filter hides: then everything is shown."""
    found = asked(
        tmp_path,
        """
        frame.location.hash = "#nation=DEU";
        await settled();
        const before = hidden() > 0;
        frame.location.hash = "#claim-dnk-d-base";
        await settled();
        document.title = `${before} ${hidden()}`;
        """,
    )
    assert found == ["true", "0"]


def test_page_can_be_printed(tmp_path: Path) -> None:
    """Printing makes a PDF."""
    paper = tmp_path / "page.pdf"
    browse(tmp_path, saved(tmp_path, six()), f"--print-to-pdf={paper}")
    assert paper.read_bytes().startswith(b"%PDF")
