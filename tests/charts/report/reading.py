"""A page as tests read it: its elements, by the standard library's parser."""

from __future__ import annotations

from datetime import date
from functools import cache
from html.parser import HTMLParser
from typing import final

import attrs
from charts.material import iraq, six_reports

import troopmoves as tm
from troopmoves.charts.report.page import report_html

_EMPTY = frozenset({"meta", "br", "hr", "img", "input", "link", "rect", "path", "line", "circle", "stop"})

HOSTILE = "<script>alert('no')</script>\"'><img src=x onerror=alert(1)>&amp;{{ 7 * 7 }}\x00\x1b[31m"
"""A text that would do something wherever it is not escaped."""


@final
@attrs.define(eq=False)
class Element:
    """An element with what stands in it."""

    tag: str
    attributes: dict[str, str | None]
    inside: tuple[str, ...]
    """The tags around it, the outermost first."""
    text: str = ""
    """All text in it."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), tuple(one.tag for one in self.open))
        self.elements.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs), tuple(one.tag for one in self.open)))

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag not in _EMPTY:
            if self.open.pop().tag == tag:
                break

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def elements(page: str, *tags: str) -> list[Element]:
    """Return the elements of some tags, or all of them."""
    reader = _Reader()
    reader.feed(page)
    return [element for element in reader.elements if not tags or element.tag in tags]


@cache
def week() -> str:
    """Return the page of one news text."""
    return report_html(iraq(), since="2020-01-07", until="2020-01-15", plans="done")


@cache
def six() -> str:
    """Return the page of six reports that do not agree."""
    return report_html(six_reports())


@cache
def hostile() -> str:
    """Return the page of a ledger that says something hostile wherever it may say anything."""
    said = tm.Attribution(by=HOSTILE, role=HOSTILE, via=HOSTILE)
    base = tm.Base(id="base", name=HOSTILE.strip(), within=tm.Country.of("IRQ"))
    report = tm.Report(
        id="r",
        publisher=HOSTILE,
        title=HOSTILE,
        url="javascript:alert(1)",
        published=date(2020, 1, 8),
        note=HOSTILE,
    )
    claims = (
        tm.present(
            "CAN", "IRQ", "about 500", when="2020-01-07", id="a", quote=HOSTILE, note=HOSTILE, said=said
        ),
        tm.present("CAN", "IRQ", "9", when="2020-01-07", id="b", also=(HOSTILE, "data:text/html,x")),
        tm.withdraw("CAN", "some", origin=base, when="2020-01-07", id="c"),
        tm.suspend("CAN", base, HOSTILE.strip(), when="2020-01-07", id="d"),
    )
    return report_html(tm.Ledger([report.add(*claims)], title=HOSTILE, notes=[HOSTILE]))
