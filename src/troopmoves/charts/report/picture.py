"""Charts as pictures inside a page: SVG without scripts, and the same whenever it is made.

The renderer numbers its gradients through the life of a process and labels each mark for readers of a screen.
In a page the numbers would clash and differ from run to run, and the marks would be read out one by one: so
the names are made anew, and the whole is one image with the chart in words.
"""

from __future__ import annotations

import io
import re
from typing import Any, Final, final
from xml.etree import ElementTree as ET

import attrs
from markupsafe import Markup

from troopmoves.charts.printable import CONTROL, REPLACEMENT

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
ET.register_namespace("", _SVG)
ET.register_namespace("xlink", _XLINK)

_REFERENCE: Final = re.compile(r"url\(#([^)]+)\)")
_FOR_MARKS: Final = frozenset({"role", "aria-label", "aria-roledescription", "aria-hidden"})


@final
@attrs.frozen(kw_only=True)
class Figure:
    """A picture and what stands round it."""

    slug: str
    """Its name in the page."""
    heading: str
    """What it shows."""
    svg: Markup | None
    """The picture; None where it was not drawn."""
    instead: str = ""
    """Why it was not drawn."""


def figure(slug: str, heading: str, chart: Any) -> Figure:  # noqa: ANN401 (a chart of Altair)
    """Return a chart as a picture.

    Args:
        slug: Its name in the page.
        heading: What it shows.
        chart: The chart.
    """
    written = io.StringIO()
    chart.save(written, format="svg")
    return Figure(
        slug=slug, heading=heading, svg=inline_svg(written.getvalue(), slug, str(chart.description))
    )


def inline_svg(text: str, slug: str, description: str) -> Markup:
    """Return an SVG as a part of a page, with names of its own and its words for those who do not see it.

    >>> svg = '<svg xmlns="http://www.w3.org/2000/svg"><linearGradient id="gradient_7"/><g role="x"/></svg>'
    >>> print(inline_svg(svg, "state", "Ranges").partition(">")[2])
    <linearGradient id="state-1" /><g /></svg>
    """
    root = ET.fromstring(CONTROL.sub(REPLACEMENT, text))  # noqa: S314 (made by our own renderer)
    names = {
        element.attrib["id"]: f"{slug}-{number}"
        for number, element in enumerate((one for one in root.iter() if "id" in one.attrib), start=1)
    }
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            if name in _FOR_MARKS:
                del element.attrib[name]
            elif name == "id":
                element.attrib[name] = names[value]
            elif "url(#" in value:
                element.attrib[name] = _REFERENCE.sub(lambda found: f"url(#{names[found[1]]})", value)
    root.attrib |= {"role": "img", "aria-label": CONTROL.sub(REPLACEMENT, description)}
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 (serialised from a tree, so escaped)
