"""What a notebook shows of an answer: its table as HTML, and its text where there is no HTML."""

import xml.etree.ElementTree as ET

import pytest

import troopmoves as tm

NASTY = "<b>&'x'"


def ledger() -> tm.Ledger:
    said = tm.Attribution(by=NASTY)
    return tm.Ledger(
        [
            tm.present("CAN", "IRQ", "about 500", when="2020-01-07", id="level", said=said, quote=NASTY),
            tm.relocate("CAN", "some", origin="IRQ", to="KWT", when="2020-01-07/..", id="move"),
            tm.present("CAN", "IRQ", 900, when="2020-01-07", id="clash"),
            tm.present("CAN", "IRQ", 7, when="2020-01-07", id="guess", category="assumed"),
        ],
        title=NASTY,
    )


def answers() -> dict[str, object]:
    given = ledger()
    before, after = (given.state(day) for day in ("2020-01-07", "2020-01-15"))
    findings = given.check()
    reports = [
        tm.Report(id=name, publisher="P", title="T", url="https://example.org/a").present(
            "CAN", "IRQ", 14, when="2020-01-07", id=f"of-{name}"
        )
        for name in ("one", "two")
    ]
    return {
        "state": after,
        "answer": after.count("CAN", "IRQ"),
        "explanation": after.why("CAN", "IRQ"),
        "comparison": tm.compare(before, after),
        "series": given.series("CAN", "IRQ", "2020-01-01", "2020-02-01"),
        "findings": findings,
        "finding": findings[0],
        "double": tm.Ledger(reports).doubles()[0],
    }


@pytest.mark.parametrize("name", answers())
def test_notebook_gets_the_table_and_the_text(name: str) -> None:
    """A terminal prints what `print` prints, a notebook shows HTML that is well formed and escaped."""
    answer = answers()[name]
    bundle = answer._repr_mimebundle_(include=None, exclude=None)  # type: ignore[attr-defined]
    assert bundle["text/plain"] == str(answer)
    tree = ET.fromstring(f"<div>{bundle['text/html']}</div>")  # noqa: S314 (our own words)
    assert "".join(tree.itertext()).strip()
    assert tree.find(".//b") is None


@pytest.mark.parametrize("name", answers())
def test_repr_is_one_short_line(name: str) -> None:
    """In a list or a traceback an answer takes one line, which says what it is."""
    shown = repr(answers()[name])
    assert "\n" not in shown
    assert len(shown) < 250


def test_explanation_is_a_table_of_reasons() -> None:
    """Each claim stands in a row with the end that it forces, what it contributes, its words and source."""
    given = tm.Ledger(ledger().loose[:2], title=NASTY)
    shown = given.state("2020-01-15", plans="done").why("CAN", "IRQ")
    tree = ET.fromstring(f"<div>{shown._repr_html_()}</div>")  # noqa: S314 (our own words)
    rows = [[cell.text for cell in row] for row in tree.iter("tr")]
    assert rows[0] == ["end", "persons", "claim", "says", "source"]
    assert rows[1] == ["at most 599", "600", "level", f'"{NASTY}", read as 400-600', NASTY]
    assert rows[2][:3] == ["at most 599", "-1", "move"]
    notes = [note.text or "" for note in tree.iter("p")]
    assert any(note.startswith("Taken only as a plan: 0-600. Taken literally: 0-") for note in notes)


def test_ledger_is_shown_by_its_first_claims() -> None:
    """A ledger of many claims does not fill the notebook; what is left out is counted."""
    claims = [tm.present("CAN", "IRQ", number, when="2020-01-07", id=f"c{number}") for number in range(52)]
    tree = ET.fromstring(f"<div>{tm.Ledger(claims)._repr_html_()}</div>")  # noqa: S314 (our own words)
    assert len(list(tree.iter("tr"))) == 1 + 50
    assert next(note.text for note in tree.iter("p")) == "and 2 more claims"
    assert "more" not in ledger()._repr_html_()
