"""One report entered twice: what gives it away, and what does not."""

from datetime import UTC, date, datetime

import attrs
import pytest

from troopmoves.claims.claim import Attribution
from troopmoves.claims.report import Report
from troopmoves.ledger.double import Double, DoubleKind, doubles, folded, normal_address
from troopmoves.ledger.ledger import Ledger

DAY = date(2020, 1, 8)


def report(name: str, **details: object) -> Report:
    return Report(id=name, **details)  # type: ignore[arg-type]


def found(*reports: Report) -> list[tuple[str, str, str]]:
    """Return which reports look like one, and by what."""
    return [(*double.reports, "+".join(double.kinds)) for double in doubles(reports)]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/42",
        "http://www.example.org/news/42/",
        "HTTPS://Example.ORG:443/news/42?utm_source=mail&utm_medium=x",
        "https://example.org/news/42?fbclid=abc#top",
        "example.org/news/42",
        " https://user@example.org/news/42 ",
    ],
)
def test_one_page_has_one_address(url: str) -> None:
    """Scheme, www, tracking, fragment and the last slash do not tell pages apart."""
    assert normal_address(url) == "example.org/news/42"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/43",
        "https://example.org/News/42",
        "https://other.org/news/42",
        "https://example.org/news/42?page=2",
    ],
)
def test_two_pages_have_two_addresses(url: str) -> None:
    """Path, host and what is asked for do tell pages apart."""
    assert normal_address(url) != "example.org/news/42"


def test_what_is_asked_for_may_stand_in_any_order() -> None:
    """The parameters that remain are sorted."""
    assert normal_address("https://example.org/?b=2&utm_id=1&a=") == normal_address("example.org?a=&b=2")


@pytest.mark.parametrize("url", ["", "page 3", "printed edition of example.org", "http://[x", "localhost"])
def test_text_that_is_no_address_gives_nothing_away(url: str) -> None:
    """Two reports "printed edition" are not one page."""
    assert normal_address(url) == ""
    assert found(report("a", url=url), report("b", url=url)) == []


def test_one_address_is_one_report() -> None:
    """The publisher may be spelled in two ways."""
    first = report("a", publisher="AFP", url="https://www.example.org/42/")
    second = report("b", publisher="Agence France-Presse", url="http://example.org/42?utm_source=x")
    assert found(first, second) == [("a", "b", "address")]
    assert str(doubles([first, second])[0]) == "a and b look like one report: one address, example.org/42"


def test_page_of_two_days_is_told_with_a_doubt() -> None:
    """A page that is rewritten every month is one address and several reports."""
    url = "https://example.org/strength"
    [double] = doubles(
        [report("jan", url=url, published=DAY), report("feb", url=url, published=date(2020, 2, 8))]
    )
    assert double.because == (
        "one address, example.org/strength; though of different days: the page may have changed"
    )


def test_one_publisher_day_and_title_is_one_report() -> None:
    """Case, punctuation and the hour do not matter."""
    first = report(
        "a", publisher="The New Arab", title="Canada to move “some” troops: official", published=DAY
    )
    second = report(
        "b",
        publisher="the new arab",
        title="Canada to Move 'Some' Troops - Official",
        published=datetime(2020, 1, 8, 18, 30, tzinfo=UTC),
    )
    assert found(first, second) == [("a", "b", "title")]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Germany to move some troops"},
        {"title": ""},
        {"publisher": "AFP"},
        {"publisher": ""},
        {"published": date(2020, 1, 9)},
        {"published": None},
    ],
    ids=str,
)
def test_other_publisher_day_or_title_is_another_report(change: dict[str, object]) -> None:
    """All three must be there and agree."""
    first = report("a", publisher="The New Arab", title="Canada to move some troops", published=DAY)
    assert found(first, attrs.evolve(first, id="b", **change)) == []  # type: ignore[arg-type]


def test_title_in_another_script_is_compared_too() -> None:
    """Letters of every script count."""
    assert folded("كندا تنقل جنودا!") == folded("كندا تنقل جنودا")
    assert folded("كندا") != folded("العراق")


SAID = Attribution(by="Gen. Vance", public=date(2020, 1, 7))


def article(name: str, claim: str, **details: object) -> Report:
    """Return an article of AFP with one claim."""
    afp = report(name, publisher="AFP", published=DAY, title=f"Article {name}")
    given = {"who": "CAN", "where": "IRQ", "count": "about 500", "said": SAID, **details}
    who, where, count = (str(given.pop(key)) for key in ("who", "where", "count"))
    return afp.present(who, where, count, when="2020-01-07", id=claim, **given)  # type: ignore[arg-type]


def test_one_claim_of_one_speaker_in_two_reports_of_a_day_is_a_sign() -> None:
    """The source's words and the note may differ: two editors keep different ones."""
    [double] = doubles([article("a", "can"), article("b", "can-2", quote="estimated 500", note="again")])
    assert double == Double(
        reports=("a", "b"),
        kinds=(DoubleKind.CLAIM,),
        shared=(("can", "can-2"),),
        because="one publisher, day and claim",
    )
    assert str(double).split("\n") == [
        "a and b look like one report: one publisher, day and claim",
        "  can says the same as can-2",
    ]


@pytest.mark.parametrize(
    "details",
    [
        {"count": 500},
        {"where": "KWT"},
        {"said": Attribution(by="Trudeau", public=date(2020, 1, 7))},
        {"said": Attribution(by="Gen. Vance", public=date(2020, 1, 6))},
        {"stance": "alleges"},
        {"polarity": "negated"},
    ],
    ids=str,
)
def test_another_claim_is_no_sign(details: dict[str, object]) -> None:
    """Proposition, speaker, day, stance and polarity must be the same."""
    assert found(article("a", "can"), article("b", "can-2", **details)) == []


def test_claims_of_two_publishers_are_no_sign() -> None:
    """That two papers report one thing is corroboration."""
    assert found(article("a", "can"), attrs.evolve(article("b", "can-2"), publisher="dpa")) == []


def test_bare_links_are_no_sign() -> None:
    """They say nothing of their own."""
    first = report("a", publisher="AFP", published=DAY).confirm("x", id="c1")
    assert found(first, report("b", publisher="AFP", published=DAY).confirm("x", id="c2")) == []


def test_all_signs_of_a_pair_are_told_together_the_sharpest_first() -> None:
    """A pair is found once."""
    first = attrs.evolve(article("a", "can"), url="https://example.org/42", title="Canada moves")
    second = attrs.evolve(article("b", "can-2"), url="https://example.org/42/", title="Canada moves.")
    [double] = doubles([first, second])
    assert (double.kind, double.kinds) == (DoubleKind.ADDRESS, tuple(DoubleKind))
    assert double.to_rows() == [
        {
            "report": "a",
            "double": "b",
            "kind": "address",
            "kinds": ["address", "title", "claim"],
            "shared": [["can", "can-2"]],
            "because": "one address, example.org/42; one publisher, day and title",
        }
    ]


def test_of_several_alike_each_is_told_with_the_first() -> None:
    """A thousand reports of one page make 999 doubles, not half a million."""
    reports = [report(name, url="https://example.org/42") for name in ("c", "a", "b")]
    assert found(*reports) == [("c", "a", "address"), ("c", "b", "address")]


def test_ledger_tells_its_doubles_after_a_merge() -> None:
    """Merging drops nothing: what two editors entered under two ids stands twice, and is told."""
    ours = Ledger([report("afp-1", url="https://example.org/42")])
    both = ours.merge(Ledger([report("42-afp", url="http://www.example.org/42")]))
    assert ours.doubles() == ()
    assert [double.reports for double in both.doubles()] == [("afp-1", "42-afp")]
