"""A page written by Jinja, with every text of the ledger escaped.

A policy in its head forbids to load anything and to run any script but its own, so that nothing in a document
can do either. Nothing in it depends on the day on which it is made: the same ledger gives the same page.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from troopmoves.charts.printable import CONTROL, REPLACEMENT
from troopmoves.charts.report.content import Content


def written(content: Content) -> str:
    """Return a page as HTML."""
    script = _own("filter.js")
    page = _templates().get_template("page.html")
    text = page.render(page=content, style=_own("style.css"), script=script, policy=_policy(script))
    return CONTROL.sub(REPLACEMENT, text)


def _policy(script: str) -> str:
    """Return what a browser lets the page do: show itself, and run this very script."""
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("troopmoves.charts.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _own(name: str) -> Markup:
    """Return a file of this room that goes into the page as it is."""
    text = (files("troopmoves.charts.report") / "templates" / name).read_text("utf-8")
    return Markup(text)  # noqa: S704 (ours, and nothing of a ledger is in it)
