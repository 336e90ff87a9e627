"""What was said, as a page lists it: marks, links between claims, addresses that are none."""

import pytest

import troopmoves as tm
from troopmoves.charts.report.said import Address, claim_cards, report_cards


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.org/a b", "https://example.org/a b"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org", ""),
        ("https:", ""),
        ("http://[example", ""),
        ("Reuters, 8 January", ""),
        ("", ""),
    ],
)
def test_only_an_address_of_the_web_is_one(text: str, url: str) -> None:
    """Everything else is a text, which no link leads to."""
    assert Address(text).url == url


def test_card_tells_what_a_claim_is_beside_what_it_says() -> None:
    """A denial, an allegation, an inference and the tracker's own marks are told in words."""
    claim = tm.withdraw(
        "FRA",
        "some",
        origin="IRQ",
        when="2020",
        id="a",
        polarity="negated",
        stance="alleges",
        category="inferred",
        credibility="2",
        status="questioned",
    )
    [card] = claim_cards(tm.Ledger([claim]), {"a": "because"})
    assert card.marks == (
        "said not to be so",
        "the speaker alleges it",
        "inferred, not reported",
        "credibility 2",
        "questioned",
    )
    assert (card.fate, card.report, card.source, card.said) == ("because", "", "", "")


def test_card_of_a_bare_link_is_found_where_its_claim_is() -> None:
    """Whoever looks for a nation finds what was taken back as well."""
    ledger = tm.Ledger([tm.present("CAN", "IRQ", 9, when="2020", id="a"), tm.retract("a", id="b")])
    card = claim_cards(ledger, {})[1]
    assert (card.says, card.links) == ("", (("retracts", "a"),))
    assert (card.facets.nation_tokens, card.facets.place_tokens) == ("CAN", "IRQ")


def test_report_without_a_publisher_is_called_by_its_title_once() -> None:
    """What stands for the publisher is not told twice."""
    [card] = report_cards(
        [tm.Report(id="r", title="A statement", reliability=tm.Reliability.USUALLY_RELIABLE)]
    )
    assert (card.name, card.title, card.published, card.reliability) == ("A statement", "", "", "B")
